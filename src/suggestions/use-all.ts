import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import { memberKindOf } from '../analysis/arguments/member-kinds.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { AWAIT_MEMBER_MESSAGES, awaitInstead } from './await-member.ts';
import { suggestion } from './edits.ts';

export const USE_ALL_MESSAGES = {
  ...AWAIT_MEMBER_MESSAGES,
  useAll:
    'Use `Promise.all`, which rejects at once with the first reason and does not wait for the other promises.',
} as const;

type Suggestions = TSESLint.SuggestionReportDescriptor<
  keyof typeof USE_ALL_MESSAGES
>[];

/**
 * Lets the rejection out of `await Promise.allSettled(…);`, whose results nothing reads: by `Promise.all`, or, of a
 * single promise, which has nothing to combine, by awaiting that. None for every other place.
 */
export function useAllSuggestions(
  sourceCode: Readonly<TSESLint.SourceCode>,
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
  const member = onlyPromise(source, call);
  return member === undefined
    ? suggestion('useAll', [{ range: callee.property.range, text: 'all' }])
    : suggestion('awaitMember', awaitInstead(sourceCode, call, member));
}

/** The promise that is the only member of an array in its place. */
function onlyPromise(
  { program, toTypeScript }: TypedSource,
  { arguments: [input] }: TSESTree.CallExpression,
): TSESTree.Expression | undefined {
  const [member, second] =
    input?.type === 'ArrayExpression' ? input.elements : [];
  const node = member && toTypeScript(member);
  return member &&
    second === undefined &&
    member.type !== 'SpreadElement' &&
    node !== undefined &&
    memberKindOf(program, node as ts.Expression) === 'promise'
    ? member
    : undefined;
}
