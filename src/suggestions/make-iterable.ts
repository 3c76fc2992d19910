import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import {
  memberKindOf,
  resultKindOf,
} from '../analysis/arguments/member-kinds.ts';
import {
  kindOfElements,
  kindOfType,
} from '../analysis/arguments/type-kinds.ts';
import {
  type CombinatorMethod,
  recogniseCombinator,
} from '../analysis/language/combinators.ts';
import {
  isDefaultLibrarySymbol,
  iterabilityOf,
} from '../analysis/language/types.ts';
import { isResultDiscarded } from '../analysis/language/uses.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { isOperand } from './add-catch.ts';
import { AWAIT_MEMBER_MESSAGES, awaitArgument } from './await-member.ts';
import { isInAsyncBody } from './contexts.ts';
import { type Edit, wrap } from './edits.ts';
import { insertAwait } from './insert-await.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Puts all arguments of a call into one array: promises as its members, arrays spread. `undefined` where
 * they are some of both, what is no list is no promise either, or a parenthesis stands around one of them.
 */
export function wrapInArray(
  sourceCode: SourceCode,
  { checker, program, toTypeScript }: TypedSource,
  call: TSESTree.CallExpression,
): Edit[] | undefined {
  const args = call.arguments;
  const iterabilities = args.map((argument) => {
    const node = toTypeScript(argument);
    return node && iterabilityOf(checker, checker.getTypeAtLocation(node));
  });
  const kinds = args.map((argument) => {
    const node = toTypeScript(argument);
    return node && memberKindOf(program, node as ts.Expression);
  });
  const [first] = iterabilities;
  const isSpread = first === 'all';
  if (
    (first !== 'all' && first !== 'none') ||
    iterabilities.some((each) => each !== first) ||
    (!isSpread && kinds.some((kind) => kind !== 'promise')) ||
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

export const ITERABLE_MESSAGES = {
  ...AWAIT_MEMBER_MESSAGES,
  insertAwait: 'Insert `await`.',
  useObjectValues: 'Use `Object.values`, which gives the promises.',
  wrapInArray: 'Put the arguments into one array.',
} as const;

/**
 * Makes a list of what is none: of an object of promises its values, a promise of a list is awaited, any other promise
 * awaited itself, or put into an array for `allSettled`. `undefined` where that would wait for nothing, or the result be another one.
 */
export function makeIterable(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
): { id: keyof typeof ITERABLE_MESSAGES; edits: Edit[] } | undefined {
  const { checker, program } = source;
  const [argument] = call.arguments;
  const node = argument && source.toTypeScript(argument);
  if (
    argument === undefined ||
    argument.type === 'SpreadElement' ||
    node === undefined
  ) {
    return undefined;
  }
  const type = checker.getTypeAtLocation(node);
  if (holdsPromises(program, type, node)) {
    return isKeyless(source, call) && hasObjectValues(source, node)
      ? {
          id: 'useObjectValues',
          edits: wrap(argument, 'Object.values(', ')'),
        }
      : undefined;
  }
  const awaited = checker.getAwaitedType(type);
  if (
    awaited === undefined ||
    awaited === type ||
    holdsPromises(program, awaited, node)
  ) {
    return undefined;
  }
  if (checker.isArrayType(awaited) || checker.isTupleType(awaited)) {
    // A combinator of the values that the list holds would wait for nothing.
    return kindOfElements(program, awaited, node) !== 'plain' &&
      isInAsyncBody(node)
      ? { id: 'insertAwait', edits: insertAwait(argument) }
      : undefined;
  }
  // A combinator of a single promise has nothing to combine, but for one that does not reject.
  if (methodOf(source, call) === 'allSettled') {
    const edits = wrapInArray(sourceCode, source, call);
    return edits && { id: 'wrapInArray', edits };
  }
  const edits = awaitArgument(sourceCode, source, call, argument);
  return edits && { id: 'awaitMember', edits };
}

/** Whether a type is an object's whose properties are all promises. */
function holdsPromises(
  program: ts.Program,
  type: ts.Type,
  at: ts.Node,
): boolean {
  const checker = program.getTypeChecker();
  const values = [
    ...checker
      .getPropertiesOfType(type)
      .map((property) => checker.getTypeOfSymbol(property)),
    ...checker.getIndexInfosOfType(type).map((index) => index.type),
  ];
  return (
    !!(type.flags & ts.TypeFlags.Object) &&
    values.length > 0 &&
    values.every((value) => kindOfType(program, value, at) === 'promise')
  );
}

/** Whether nobody asks for a combinator's result by the keys of an object: nobody looks at it, or it is that of one member. */
function isKeyless(
  source: TypedSource,
  call: TSESTree.CallExpression,
): boolean {
  const node = source.toTypeScript(call);
  const method = methodOf(source, call);
  return (
    method === 'any' ||
    method === 'race' ||
    (node !== undefined && isResultDiscarded(node))
  );
}

function methodOf(
  { program, toTypeScript }: TypedSource,
  call: TSESTree.CallExpression,
): CombinatorMethod | undefined {
  return recogniseCombinator(program, toTypeScript(call))?.method;
}

/** Whether `Object.values` is there by the chosen `lib`, and no name of the file's own is in the way. */
function hasObjectValues(
  { checker, program }: TypedSource,
  at: ts.Node,
): boolean {
  const symbol = checker.resolveName('Object', at, ts.SymbolFlags.Value, false);
  return (
    isDefaultLibrarySymbol(program, symbol) &&
    symbol !== undefined &&
    checker.getTypeOfSymbol(symbol).getProperty('values') !== undefined
  );
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
