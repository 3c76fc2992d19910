import type { TSESTree } from '@typescript-eslint/utils';

import type { Edit } from './edits.ts';

/** Puts `await` in front of an expression and the casts around it, in parentheses where it would bind to a part of that only. */
export function insertAwait(promise: TSESTree.Expression): Edit[] {
  let expression: TSESTree.Node = promise;
  while (isCast(expression.parent)) {
    expression = expression.parent;
  }
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

function isCast(node: TSESTree.Node | undefined): node is TSESTree.Node {
  return (
    node?.type === 'TSAsExpression' ||
    node?.type === 'TSNonNullExpression' ||
    node?.type === 'TSSatisfiesExpression' ||
    node?.type === 'TSTypeAssertion'
  );
}
