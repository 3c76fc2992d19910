import type { TSESTree } from '@typescript-eslint/utils';

import type { Edit } from './edits.ts';

/** Turns `await Promise.allSettled(…);`, whose results nothing reads, into `Promise.all`. `undefined` for every other place. */
export function useAll({
  callee,
  parent,
}: TSESTree.CallExpression): Edit[] | undefined {
  return callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    !callee.computed &&
    parent.type === 'AwaitExpression' &&
    parent.parent.type === 'ExpressionStatement'
    ? [{ range: callee.property.range, text: 'all' }]
    : undefined;
}
