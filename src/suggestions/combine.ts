import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import { elementKindOf } from '../analysis/arguments/member-kinds.ts';
import { iterabilityOf } from '../analysis/language/types.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { isInAsyncBody, isPromiseGlobal } from './contexts.ts';
import { type Edit, wrap } from './edits.ts';
import { useMap } from './make-iterable.ts';

export const COMBINE_MESSAGES = {
  wrapInAll: 'Wait for the promises with `Promise.all`.',
  askBeforehand: 'Wait for all answers with `Promise.all` first.',
  removeNew: 'Remove `new`.',
} as const;

export type CombineSuggestionId = keyof typeof COMBINE_MESSAGES;

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Puts `Promise.all(…)` around an array that is awaited as it is; `undefined` where that would hold arrays of promises. */
export function combineAwaited(
  sourceCode: SourceCode,
  source: TypedSource,
  { argument }: TSESTree.AwaitExpression,
): Edit[] | undefined {
  const node = source.toTypeScript(argument);
  return node !== undefined &&
    isPromiseGlobal(sourceCode, argument) &&
    elementKindOf(source.program, node as ts.Expression) !== 'promises' &&
    iterabilityOf(source.checker, source.checker.getTypeAtLocation(node)) ===
      'all'
    ? wrap(argument, 'Promise.all(', ')')
    : undefined;
}

/** Waits for what the callback of an awaited `forEach` makes, where nobody takes the `undefined` that it gives: `await Promise.all(list.map(callback));`. */
export function combineEach(
  sourceCode: SourceCode,
  source: TypedSource,
  { argument, parent }: TSESTree.AwaitExpression,
): Edit[] | undefined {
  const map = useMap(source, argument);
  return map !== undefined &&
    parent.type === 'ExpressionStatement' &&
    isPromiseGlobal(sourceCode, argument)
    ? [...wrap(argument, 'Promise.all(', ')'), ...map]
    : undefined;
}

/** Awaits an array of promises that a statement drops, where its function is async. */
export function combineDropped(
  sourceCode: SourceCode,
  source: TypedSource,
  array: TSESTree.Expression,
): Edit[] | undefined {
  const node = source.toTypeScript(array);
  return array.parent.type === 'ExpressionStatement' &&
    node !== undefined &&
    isInAsyncBody(node) &&
    isPromiseGlobal(sourceCode, array)
    ? wrap(array, 'await Promise.all(', ')')
    : undefined;
}

/** Asks all of a list first and then looks at the answers: `(await Promise.all(list.map(callback))).some(Boolean)`. */
export function askBeforehand(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
): Edit[] | undefined {
  const { arguments: args, callee, parent, optional } = call;
  const node = source.toTypeScript(call) as ts.CallExpression | undefined;
  if (
    node === undefined ||
    optional ||
    args.length !== 1 ||
    callee.type !== 'MemberExpression' ||
    callee.optional ||
    callee.property.type !== 'Identifier' ||
    parent.type === 'ExpressionStatement' ||
    parent.type === 'ChainExpression' ||
    !['some', 'every'].includes(callee.property.name) ||
    !isInAsyncBody(node) ||
    !isPromiseGlobal(sourceCode, call)
  ) {
    return undefined;
  }
  const [start, end] = call.range;
  return [
    { range: [start, start], text: '(await Promise.all(' },
    { range: callee.property.range, text: 'map' },
    {
      range: [end, end],
      text: `)).${callee.property.name}(Boolean)`,
    },
  ];
}

/** Takes `new` away from a call of a combinator, with the space behind it. */
export function removeNew(
  { text }: SourceCode,
  node: TSESTree.NewExpression,
): Edit[] | undefined {
  const [start] = node.range;
  const [keyword = ''] = /^new\s+/u.exec(text.slice(start)) ?? [];
  return keyword === '' || !text.endsWith(')', node.range[1])
    ? undefined
    : [{ range: [start, start + keyword.length], text: '' }];
}
