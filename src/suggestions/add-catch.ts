import type { TSESTree } from '@typescript-eslint/utils';

import type { Edit } from './edits.ts';

/** Ends a chain with `.catch(…)`. `undefined` where the dropped expression is no call, so that the handler would bind to a part of it. */
export function addCatch(dropped: TSESTree.Expression): Edit[] | undefined {
  const chain =
    dropped.type === 'ChainExpression' ? dropped.expression : dropped;
  if (chain.type !== 'CallExpression') {
    return undefined;
  }
  const [, end] = dropped.range;
  return [
    { range: [end, end], text: '.catch((error) => console.error(error))' },
  ];
}
