import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import type { Edit } from './edits.ts';

/** Puts `await` in front of an expression, in parentheses where it would bind to a part of it only. */
export function insertAwait(
  sourceCode: Readonly<TSESLint.SourceCode>,
  expression: TSESTree.Expression,
): Edit[] {
  const [start, end] = expression.range;
  switch (expression.type) {
    case 'ArrayExpression':
    case 'CallExpression':
    case 'ChainExpression':
    case 'Identifier':
    case 'MemberExpression':
    case 'NewExpression':
      return [{ range: [start, start], text: 'await ' }];
    default:
      return [
        { range: [start, start], text: 'await (' },
        { range: [end, end], text: ')' },
      ];
  }
}
