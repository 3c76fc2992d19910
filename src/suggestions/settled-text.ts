import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import type { SettledStatus } from '../analysis/settled/types.ts';
import { quotationMark } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** The text of a test for a status. */
export function statusTest(
  sourceCode: SourceCode,
  result: string,
  status: SettledStatus,
): string {
  const quote = quotationMark(sourceCode);
  return `${result}.status === ${quote}${status}${quote}`;
}

/** The expression under casts and `!`. */
export function withoutCasts(node: TSESTree.Expression): TSESTree.Expression {
  let inner = node;
  while (
    inner.type === 'TSAsExpression' ||
    inner.type === 'TSTypeAssertion' ||
    inner.type === 'TSNonNullExpression' ||
    inner.type === 'TSSatisfiesExpression'
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** Whether naming an expression twice gives the same value, and the compiler knows it: a name, or an element of one at a fixed place. */
export function isRepeatable(node: TSESTree.Expression): boolean {
  if (node.type === 'Identifier') {
    return true;
  }
  return (
    node.type === 'MemberExpression' &&
    !node.optional &&
    (node.computed
      ? node.property.type === 'Literal'
      : node.property.type === 'Identifier') &&
    isRepeatable(node.object)
  );
}

/** The range of a node with the parentheses around it. */
export function outerRange(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  range: TSESTree.Range,
): TSESTree.Range {
  let [start, end] = range;
  let before = sourceCode.getTokenBefore(node);
  let after = sourceCode.getTokenAfter(node);
  while (
    before?.value === '(' &&
    after?.value === ')' &&
    node.parent?.type === 'MemberExpression'
  ) {
    [start, end] = [before.range[0], after.range[1]];
    before = sourceCode.getTokenBefore(before);
    after = sourceCode.getTokenAfter(after);
  }
  return [start, end];
}

/** Whether a comment above a line says that the compiler reports it: after an edit it may no longer do so. */
export function isExpectedError(
  sourceCode: SourceCode,
  node: TSESTree.Node,
): boolean {
  return sourceCode
    .getAllComments()
    .some(
      ({ loc, value }) =>
        loc.end.line === node.loc.start.line - 1 &&
        /^\s*@ts-expect-error\b/u.test(value),
    );
}
