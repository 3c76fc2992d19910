import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import type { Edit } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Takes a `catch` clause away that never runs: its `try` keeps its `finally`, or becomes a plain block.
 * `undefined` where a comment would be lost.
 */
export function removeCatch(
  sourceCode: SourceCode,
  clause: TSESTree.CatchClause,
): Edit[] | undefined {
  if (sourceCode.getCommentsInside(clause).length > 0) {
    return undefined;
  }
  const statement = clause.parent;
  const [, blockEnd] = statement.block.range;
  const removal: Edit = { range: [blockEnd, clause.range[1]], text: '' };
  return statement.finalizer === null
    ? [
        { range: [statement.range[0], statement.block.range[0]], text: '' },
        removal,
      ]
    : [removal];
}

/** Takes a handler away that never runs: the whole `.catch(handler)`, or the second argument of `then`. `undefined` where a comment would be lost. */
export function removeHandler(
  sourceCode: SourceCode,
  handler: TSESTree.Node,
): Edit[] | undefined {
  const call = handler.parent;
  if (
    call?.type !== 'CallExpression' ||
    call.callee.type !== 'MemberExpression' ||
    sourceCode.getCommentsInside(handler).length > 0
  ) {
    return undefined;
  }
  const [onFulfilled, onRejected] = call.arguments;
  if (onRejected === handler && onFulfilled !== undefined) {
    return [{ range: [onFulfilled.range[1], handler.range[1]], text: '' }];
  }
  return call.arguments.length === 1
    ? [{ range: [call.callee.object.range[1], call.range[1]], text: '' }]
    : undefined;
}
