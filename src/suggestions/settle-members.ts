import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import type { Fallback } from '../analysis/swallowed/fallbacks.ts';
import type { HandMadeMember } from '../analysis/swallowed/hand-made-settling.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, hasComment } from './edits.ts';
import { removeHandler } from './remove-handler.ts';
import { useAllSettled } from './use-all-settled.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Takes the handlers of the members away and lets `Promise.allSettled` settle them: each result is read by
 * its status, with the value that stood for a rejection. `undefined` where a helper settles the members, or
 * an object of the program's own stands for a result.
 */
export function settleMembers(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
  members: readonly HandMadeMember[],
): Edit[] | undefined {
  const removals = members.map((member) =>
    handlerRemoval(sourceCode, source, member),
  );
  const fallbacks = members.map(({ fallback }) => fallback);
  if (removals.includes(undefined)) {
    return undefined;
  }
  const settled = fallbacks.every(({ kind }) => kind === 'settled-result')
    ? methodOnly(call)
    : useAllSettled(
        sourceCode,
        call,
        (index, result) =>
          textOf(fallbacks[index ?? 0] ?? fallbacks[0], result),
        // It is the value that the member's own handler gave.
        { fitsType: true },
      );
  const isWritable = fallbacks.every(
    ({ kind }, _index, [first]) =>
      kind === first?.kind || (kind !== 'settled-result' && kind !== 'object'),
  );
  return settled && isWritable && isUniform(call, fallbacks)
    ? [...removals.flatMap((removal) => removal ?? []), ...settled]
    : undefined;
}

/** Whether one callback reads every result: then each member must have the same fallback. */
function isUniform(
  { arguments: [input] }: TSESTree.CallExpression,
  fallbacks: readonly Fallback[],
): boolean {
  return (
    fallbacks.every(({ kind }) => kind !== 'object') &&
    (fallbacks.every(
      (fallback) => textOf(fallback, '') === textOf(fallbacks[0], ''),
    ) ||
      input?.type === 'ArrayExpression')
  );
}

function textOf(fallback: Fallback | undefined, result: string): string {
  switch (fallback?.kind) {
    case 'reason':
      return `${result}.reason`;
    case 'value':
      return fallback.text === '' ? 'undefined' : fallback.text;
    default:
      return 'undefined';
  }
}

function methodOnly({ callee }: TSESTree.CallExpression): Edit[] | undefined {
  return callee.type === 'MemberExpression' && !callee.computed
    ? [{ range: callee.property.range, text: 'allSettled' }]
    : undefined;
}

/** The removal of `.catch(handler)`, or of the whole `.then(ok, handler)` that makes a settled result. */
function handlerRemoval(
  sourceCode: SourceCode,
  source: TypedSource,
  { chain, fallback }: HandMadeMember,
): Edit[] | undefined {
  const call = chain && source.toESTree(chain);
  if (
    call?.type !== 'CallExpression' ||
    call.callee.type !== 'MemberExpression'
  ) {
    return undefined;
  }
  const handler = call.arguments.at(-1);
  if (fallback.kind !== 'settled-result') {
    return handler && removeHandler(sourceCode, handler);
  }
  if (call.arguments.length !== 2) {
    return undefined;
  }
  const range: TSESTree.Range = [call.callee.object.range[1], call.range[1]];
  return sourceCode.getTokenAfter(call.callee.object)?.value === ')' ||
    hasComment(sourceCode, range)
    ? undefined
    : [{ range, text: '' }];
}
