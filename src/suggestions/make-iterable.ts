import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { resultKindOf } from '../analysis/arguments/member-kinds.ts';
import { kindOfElements } from '../analysis/arguments/type-kinds.ts';
import { iterabilityOf } from '../analysis/language/types.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { isOperand } from './add-catch.ts';
import { isInAsyncBody } from './contexts.ts';
import type { Edit } from './edits.ts';
import { insertAwait } from './insert-await.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Puts all arguments of a call into one array: promises as its members, arrays spread. `undefined` where
 * they are some of both, or a parenthesis stands around one of them.
 */
export function wrapInArray(
  sourceCode: SourceCode,
  { checker, toTypeScript }: TypedSource,
  call: TSESTree.CallExpression,
): Edit[] | undefined {
  const args = call.arguments;
  const iterabilities = args.map((argument) => {
    const node = toTypeScript(argument);
    return node && iterabilityOf(checker, checker.getTypeAtLocation(node));
  });
  const [first] = iterabilities;
  const isSpread = first === 'all';
  if (
    (first !== 'all' && first !== 'none') ||
    iterabilities.some((each) => each !== first) ||
    args.some((argument) => isParenthesised(sourceCode, argument))
  ) {
    return undefined;
  }
  const last = args.length - 1;
  return args.flatMap(({ range: [start, end] }, index): Edit[] => [
    {
      range: [start, start],
      text: (index === 0 ? '[' : '') + (isSpread ? '...' : ''),
    },
    ...(index === last
      ? [{ range: [end, end] as TSESTree.Range, text: ']' }]
      : []),
  ]);
}

/** Whether parentheses of its own stand around an argument of a call. */
function isParenthesised(
  sourceCode: SourceCode,
  argument: TSESTree.Node,
): boolean {
  const before = sourceCode.getTokenBefore(argument);
  const after = sourceCode.getTokenAfter(argument);
  return (
    before?.value === '(' &&
    after?.value === ')' &&
    after.range[1] !== argument.parent?.range[1]
  );
}

/** Makes a list of what is none: a promise of a list is awaited, any other promise put into an array. */
export function makeIterable(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
): { id: 'insertAwait' | 'wrapInArray'; edits: Edit[] } | undefined {
  const { checker, program } = source;
  const [argument] = call.arguments;
  const node = argument && source.toTypeScript(argument);
  if (argument === undefined || node === undefined) {
    return undefined;
  }
  const awaited = checker.getAwaitedType(checker.getTypeAtLocation(node));
  if (awaited === undefined || awaited === checker.getTypeAtLocation(node)) {
    return undefined;
  }
  if (checker.isArrayType(awaited) || checker.isTupleType(awaited)) {
    // A combinator of the values that the list holds would wait for nothing.
    return kindOfElements(program, awaited, node) !== 'plain' &&
      isInAsyncBody(node) &&
      argument.type !== 'SpreadElement'
      ? { id: 'insertAwait', edits: insertAwait(argument) }
      : undefined;
  }
  const edits = wrapInArray(sourceCode, source, call);
  return edits && { id: 'wrapInArray', edits };
}

/** Turns `list.forEach(callback)` into `list.map(callback)`, where the callback gives promises back. */
export function useMap(
  { program, checker, toTypeScript }: TypedSource,
  node: TSESTree.Node,
): Edit[] | undefined {
  if (node.type !== 'CallExpression') {
    return undefined;
  }
  const { arguments: args, callee } = node;
  const callback = args[0] && toTypeScript(args[0]);
  const list =
    callee.type === 'MemberExpression' && !callee.optional
      ? toTypeScript(callee.object)
      : undefined;
  if (callback === undefined || list === undefined) {
    return undefined;
  }
  const type = checker.getTypeAtLocation(list);
  return (checker.isArrayType(type) || type.flags & ts.TypeFlags.Any) &&
    resultKindOf(program, callback as ts.Expression) === 'promise'
    ? renameMethod(node, 'map')
    : undefined;
}

/** Takes the values of what yields pairs: `map` becomes `map.values()`, and `entries()` `values()`. */
export function useValues(
  { text }: SourceCode,
  node: TSESTree.Node,
): Edit[] | undefined {
  const [, end] = node.range;
  return (
    renameMethod(node, 'values', 'entries') ??
    (isOperand(node as TSESTree.Expression, text)
      ? [{ range: [end, end], text: '.values()' }]
      : undefined)
  );
}

/** Calls another method of the same name's receiver; `undefined` for brackets and optional chains. */
export function renameMethod(
  node: TSESTree.Node,
  name: string,
  old?: string,
): Edit[] | undefined {
  return node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    !node.callee.computed &&
    node.callee.property.type === 'Identifier' &&
    (old === undefined || node.callee.property.name === old)
    ? [{ range: node.callee.property.range, text: name }]
    : undefined;
}
