import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { type Edit, hasComment } from './edits.ts';

/**
 * Waits for a list by one `Promise.all` where `for await` or `Array.fromAsync` waits for one member after the other.
 * `undefined` where a loop awaits them in its body, where a callback is given too, and where a comment would be lost.
 */
export function awaitListTogether(
  sourceCode: Readonly<TSESLint.SourceCode>,
  waiting: TSESTree.Node,
  started: TSESTree.Expression,
): Edit[] | undefined {
  if (waiting.type === 'ForOfStatement' && waiting.await) {
    const [keyword, modifier] = sourceCode.getFirstTokens(waiting, 2);
    const { right } = waiting;
    return keyword === undefined ||
      modifier?.value !== 'await' ||
      hasComment(sourceCode, [keyword.range[1], modifier.range[1]])
      ? undefined
      : [
          { range: [keyword.range[1], modifier.range[1]], text: '' },
          {
            range: [right.range[0], right.range[0]],
            text: 'await Promise.all(',
          },
          { range: [right.range[1], right.range[1]], text: ')' },
        ];
  }
  const call =
    waiting.type === 'AwaitExpression' ? waiting.argument : undefined;
  return call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    call.arguments.length === 1 &&
    call.arguments[0] !== undefined &&
    call.range[0] <= started.range[0] &&
    started.range[1] <= call.arguments[0].range[1] &&
    !hasComment(sourceCode, call.callee.range)
    ? [{ range: call.callee.range, text: 'Promise.all' }]
    : undefined;
}
