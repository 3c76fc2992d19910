import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import { memberKindOf } from '../analysis/arguments/member-kinds.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { suggestion } from './edits.ts';

export const USE_ALL_MESSAGES = {
  useAll:
    'Use `Promise.all`, which rejects at once with the first reason and does not wait for the other promises.',
} as const;

type Suggestions = TSESLint.SuggestionReportDescriptor<
  keyof typeof USE_ALL_MESSAGES
>[];

/**
 * Lets the rejection out of `await Promise.allSettled(…);`, whose results nothing reads, by `Promise.all`. None for
 * every other place, and for a single promise: who settles that does not want it to throw.
 */
export function useAllSuggestions(
  source: TypedSource,
  call: TSESTree.CallExpression,
): Suggestions {
  const { callee, parent } = call;
  if (
    callee.type !== 'MemberExpression' ||
    callee.property.type !== 'Identifier' ||
    callee.computed ||
    parent.type !== 'AwaitExpression' ||
    parent.parent.type !== 'ExpressionStatement'
  ) {
    return [];
  }
  return isSinglePromise(source, call)
    ? []
    : suggestion('useAll', [{ range: callee.property.range, text: 'all' }]);
}

/** Whether an array in its place has one promise as its only member. */
function isSinglePromise(
  { program, toTypeScript }: TypedSource,
  { arguments: [input] }: TSESTree.CallExpression,
): boolean {
  const [member, second] =
    input?.type === 'ArrayExpression' ? input.elements : [];
  const node = member && toTypeScript(member);
  return (
    member?.type !== 'SpreadElement' &&
    second === undefined &&
    node !== undefined &&
    memberKindOf(program, node as ts.Expression) === 'promise'
  );
}
