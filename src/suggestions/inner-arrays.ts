import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { mapCallbackOf } from '../analysis/arguments/member-kinds.ts';
import { kindOfElements } from '../analysis/arguments/type-kinds.ts';
import { iterabilityOf } from '../analysis/language/types.ts';
import { referencesTo } from '../analysis/language/references.ts';
import {
  isResultDiscarded,
  useOf,
  type ValueUse,
} from '../analysis/language/uses.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { isOperand } from './add-catch.ts';
import { awaitInstead, isExported } from './await-member.ts';
import { type Edit, suggestion, wrap } from './edits.ts';
import { renameMethod, useValues } from './make-iterable.ts';

export const INNER_ARRAY_MESSAGES = {
  wrapInCombinator: 'Wait for what is inside with a combinator of its own.',
  spreadMember: 'Spread the array, so that its promises are members.',
  useFlatMap: 'Use `flatMap`, so that the promises are members.',
  flatten: 'Flatten the arrays, so that their promises are members.',
  useValues: 'Use `values()`, which yields the promises.',
} as const;

type SourceCode = Readonly<TSESLint.SourceCode>;

type Suggestions = TSESLint.SuggestionReportDescriptor<
  keyof typeof INNER_ARRAY_MESSAGES
>[];

/**
 * Brings the promises of an inner array before a combinator: by an inner one, which keeps the shape of
 * the result, and by making them members of the outer one where nobody looks at the result.
 */
export function nestingSuggestions(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
  node: TSESTree.Node,
): Suggestions {
  const [given] = call.arguments;
  const outer = source.toTypeScript(call);
  const list = node.type === 'SpreadElement' ? node.argument : node;
  const array = source.toTypeScript(list) as ts.Expression | undefined;
  if (given === undefined || outer === undefined || array === undefined) {
    return [];
  }
  // What an optional chain gives may be `undefined`, which a combinator takes for a member and not for a list.
  if (
    !isList(source, array) ||
    ts.isOptionalChain(array) ||
    (ts.isBinaryExpression(array) &&
      array.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
  ) {
    return [];
  }
  const type = source.checker.getTypeAtLocation(array);
  const combinator = innerCombinator(sourceCode, call);
  const isFree = isResultDiscarded(outer);
  const [start, end] = list.range;
  const holdsPromises = (of: ts.Type): boolean =>
    ['promise', 'unknown'].includes(kindOfElements(source.program, of, array));

  if (list === given || list !== node) {
    const element = source.checker.getIndexTypeOfType(
      type,
      ts.IndexKind.Number,
    );
    if (
      element === undefined ||
      !holdsPromises(element) ||
      !isOperand(list as TSESTree.Expression, sourceCode.text)
    ) {
      return [];
    }
    const each =
      combinator === undefined
        ? undefined
        : `.map((list) => ${combinator}(list))`;
    return [
      ...suggestion('wrapInCombinator', appended(end, each)),
      ...suggestion('flatten', appended(end, isFree ? '.flat()' : undefined)),
    ];
  }
  if (!holdsPromises(type)) {
    return [];
  }
  const isMember = node.parent === given;
  return [
    ...suggestion(
      'wrapInCombinator',
      combinator === undefined
        ? undefined
        : isMember && isAlone(given) && combinator.endsWith('all')
          ? // The outer combinator would be one of a single promise.
            (awaitInstead(sourceCode, source, call, node, [
              `${combinator}(`,
              ')',
            ]) ??
            (isAnyResult(source, outer)
              ? wrap(node, `${combinator}(`, ')')
              : undefined))
          : wrap(node, `${combinator}(`, ')'),
    ),
    ...suggestion(
      'spreadMember',
      isMember && (isFree || (isAlone(given) && isAnyList(source, outer)))
        ? [{ range: [start, start], text: '...' }]
        : undefined,
    ),
    ...suggestion(
      'useFlatMap',
      isFree && !isMember ? useFlatMap(source, node) : undefined,
    ),
  ];
}

/** Whether an expression is iterable by its type, or is a map of something whose type says nothing. */
function isList({ checker }: TypedSource, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  switch (iterabilityOf(checker, type)) {
    case 'all':
      return true;
    case 'unknown':
      return mapCallbackOf(node) !== undefined;
    default:
      return false;
  }
}

/** Whether a result is only handed on, counted or never read, so that it may hold a longer list. */
function isAnyList(source: TypedSource, promise: ts.Node): boolean {
  return isOnlyUsed(
    source,
    promise,
    (use) =>
      (use.kind === 'accessed' && use.name === 'length') ||
      use.kind === 'tested',
  );
}

/** Whether nothing asks of which type the elements of a result are: it is looked into, or handed on. */
function isAnyResult(source: TypedSource, promise: ts.Node): boolean {
  return isOnlyUsed(
    source,
    promise,
    ({ kind }) =>
      kind === 'accessed' || kind === 'iterated' || kind === 'tested',
  );
}

/** Whether each use of the name that a result gets is fine, or returns it from a function that does not say what it returns. */
function isOnlyUsed(
  { checker }: TypedSource,
  promise: ts.Node,
  isFine: (use: ValueUse) => boolean,
): boolean {
  const awaited = useOf(promise);
  const use = awaited.kind === 'awaited' ? useOf(awaited.node) : awaited;
  return (
    use.kind === 'initialiser' &&
    ts.isVariableDeclaration(use.of) &&
    use.of.type === undefined &&
    !isExported(use.of) &&
    ts.isIdentifier(use.of.name) &&
    referencesTo(checker, use.of.name).every((reference) => {
      const read = useOf(reference);
      return (
        isFine(read) ||
        (read.kind === 'returned' && read.from.type === undefined)
      );
    })
  );
}

function isAlone(given: TSESTree.Node): boolean {
  return given.type === 'ArrayExpression' && given.elements.length === 1;
}

/** Waits for the promises in an array that a promise is fulfilled with. */
export function wrapPromised(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
  array: TSESTree.Node,
): Edit[] | undefined {
  const combinator = innerCombinator(sourceCode, call);
  const node = source.toTypeScript(array);
  return combinator === undefined ||
    node === undefined ||
    !isList(source, node as ts.Expression)
    ? undefined
    : wrap(array, `${combinator}(`, ')');
}

/** Waits for the promise in each pair, which keeps the pairs; where nobody looks at the result, for the values alone. */
export function entriesSuggestions(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
  node: TSESTree.Node,
): Suggestions {
  const outer = source.toTypeScript(call);
  const combinator = innerCombinator(sourceCode, call);
  return [
    ...suggestion(
      'wrapInCombinator',
      combinator === undefined
        ? undefined
        : wrap(node, 'Array.from(', `, (entry) => ${combinator}(entry))`),
    ),
    ...suggestion(
      'useValues',
      outer !== undefined && isResultDiscarded(outer)
        ? useValues(sourceCode, node)
        : undefined,
    ),
  ];
}

/** What an inner combinator is called with: `all` and `allSettled` keep each other's meaning, `any` and `race` do not. */
export function innerCombinator(
  sourceCode: SourceCode,
  { callee }: TSESTree.CallExpression,
): string | undefined {
  return callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    (callee.property.name === 'all' || callee.property.name === 'allSettled')
    ? sourceCode.getText(callee)
    : undefined;
}

function appended(end: number, text: string | undefined): Edit[] | undefined {
  return text === undefined ? undefined : [{ range: [end, end], text }];
}

/** Turns the `map` whose callback returns a node into `flatMap`. */
function useFlatMap(
  { checker, toTypeScript }: TypedSource,
  node: TSESTree.Node,
): Edit[] | undefined {
  let callback = node.parent;
  while (
    callback?.type === 'ReturnStatement' ||
    callback?.type === 'BlockStatement'
  ) {
    callback = callback.parent;
  }
  const map = callback?.parent;
  if (
    map?.type !== 'CallExpression' ||
    map.callee.type !== 'MemberExpression'
  ) {
    return undefined;
  }
  const list = toTypeScript(map.callee.object);
  return list !== undefined &&
    checker.isArrayType(checker.getTypeAtLocation(list))
    ? renameMethod(map, 'flatMap', 'map')
    : undefined;
}
