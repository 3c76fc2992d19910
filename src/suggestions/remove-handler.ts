import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { type Edit, hasComment } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Takes a `catch` clause away that never runs: its `try` keeps its `finally`, or becomes a plain block.
 * `undefined` where a comment would be lost.
 */
export function removeCatch(
  sourceCode: SourceCode,
  clause: TSESTree.CatchClause,
): Edit[] | undefined {
  const statement = clause.parent;
  const { block, finalizer } = statement;
  const removals: TSESTree.Range[] = [[block.range[1], clause.range[1]]];
  if (finalizer === null) {
    removals.unshift([statement.range[0], block.range[0]]);
  }
  return removed(sourceCode, removals);
}

/** Takes a handler away that never runs: the whole `.catch(handler)`, or the second argument of `then`. `undefined` where a comment would be lost. */
export function removeHandler(
  sourceCode: SourceCode,
  handler: TSESTree.Node,
): Edit[] | undefined {
  const call = handler.parent;
  if (
    call?.type !== 'CallExpression' ||
    call.callee.type !== 'MemberExpression'
  ) {
    return undefined;
  }
  const [first, second, third] = call.arguments;
  if (first === handler && second === undefined) {
    const end = sourceCode.getTokenAfter(call.callee.object, isDot);
    const start = end && sourceCode.getTokenBefore(end);
    return start
      ? removed(sourceCode, [[start.range[1], call.range[1]]])
      : undefined;
  }
  const comma = first && sourceCode.getTokenAfter(first, isComma);
  const start = comma && sourceCode.getTokenBefore(comma);
  const close = sourceCode.getLastToken(call);
  const end = close && sourceCode.getTokenBefore(close);
  return second === handler && third === undefined && start && end
    ? removed(sourceCode, [[start.range[1], end.range[1]]])
    : undefined;
}

function removed(
  sourceCode: SourceCode,
  ranges: TSESTree.Range[],
): Edit[] | undefined {
  return ranges.some((range) => hasComment(sourceCode, range))
    ? undefined
    : ranges.map((range) => ({ range, text: '' }));
}

function isComma({ value }: TSESTree.Token): boolean {
  return value === ',';
}

/** Whether a token leads to a member: what stands before it is the whole object, with its parentheses. */
function isDot({ value }: TSESTree.Token): boolean {
  return value === '.' || value === '?.' || value === '[';
}
