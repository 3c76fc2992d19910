import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import type { ArgumentMistake } from '../analysis/arguments/argument-mistakes.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { isInAsyncBody } from './contexts.ts';
import { type Edit, suggestion, wrap } from './edits.ts';
import {
  entriesSuggestions,
  INNER_ARRAY_MESSAGES,
  innerCombinator,
  nestingSuggestions,
  wrapPromised,
} from './inner-arrays.ts';
import { insertAwait } from './insert-await.ts';
import {
  ITERABLE_MESSAGES,
  makeIterable,
  useMap,
  wrapInArray,
} from './make-iterable.ts';
import { callSuggestions, insertReturn, MEMBER_MESSAGES } from './members.ts';

export const ARGUMENT_MESSAGES = {
  ...INNER_ARRAY_MESSAGES,
  ...ITERABLE_MESSAGES,
  ...MEMBER_MESSAGES,
  waitForEach: 'Use `map`, and wait for its promises with a combinator.',
  removeSpread: 'Remove `...`, so that the list itself is the argument.',
  useMap: 'Use `map`, which gives the promises back.',
} as const;

export type ArgumentSuggestionId = keyof typeof ARGUMENT_MESSAGES;

/** The edits that give a combinator the input that it was meant to have; none where none is right. */
export function argumentSuggestions(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  call: TSESTree.CallExpression,
  { at, kind }: ArgumentMistake,
  node: TSESTree.Node,
): TSESLint.SuggestionReportDescriptor<ArgumentSuggestionId>[] {
  switch (kind) {
    case 'ignoredArguments':
      return node.type === 'SpreadElement'
        ? suggestion('removeSpread', removeSpread(call, node))
        : suggestion('wrapInArray', wrapInArray(sourceCode, source, call));
    case 'notIterable': {
      const made = makeIterable(sourceCode, source, call);
      return made ? suggestion(made.id, made.edits) : [];
    }
    case 'forEachResult':
      return suggestion('useMap', useMap(source, node));
    case 'entries':
      return entriesSuggestions(sourceCode, source, call, node);
    case 'uncalledFunction':
      return callSuggestions(sourceCode, source, node);
    case 'nestedPromises':
      return nestingSuggestions(sourceCode, source, call, node);
    case 'unreturnedPromise':
      return suggestion('insertReturn', insertReturn(source, at, node));
    case 'unawaitedPromise':
      return suggestion('insertAwait', awaitDropped(node));
    case 'forEachPromises':
      return suggestion(
        'waitForEach',
        waitForEach(sourceCode, source, call, at, node),
      );
    case 'promisedArray':
      return suggestion(
        'wrapInCombinator',
        wrapPromised(sourceCode, source, call, node),
      );
    default:
      return [];
  }
}

/** Turns `list.forEach(callback);` into a `map` whose promises an async callback awaits, and any other returns. */
function waitForEach(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  call: TSESTree.CallExpression,
  statement: ts.Node,
  node: TSESTree.Node,
): Edit[] | undefined {
  const combinator = innerCombinator(sourceCode, call);
  if (combinator === undefined || node.type !== 'ExpressionStatement') {
    return undefined;
  }
  const { expression } = node;
  const wait = isInAsyncBody(statement)
    ? insertAwait(expression)
    : insertReturn(source, statement, node);
  const map = useMap(source, expression);
  return (
    wait &&
    map && [
      ...wait,
      // The outer combinator is to learn of rejections, also where it records them.
      ...wrap(expression, `${combinator.replace(/Settled$/u, '')}(`, ')'),
      ...map,
    ]
  );
}

/** Hands over the list that is spread into arguments, where it is the only one. */
function removeSpread(
  { arguments: args }: TSESTree.CallExpression,
  { range: [start] }: TSESTree.SpreadElement,
): Edit[] | undefined {
  return args.length === 1
    ? [{ range: [start, start + '...'.length], text: '' }]
    : undefined;
}

/** Awaits the promise that a statement, or a name that nobody mentions, drops. */
function awaitDropped(node: TSESTree.Node): Edit[] | undefined {
  switch (node.type) {
    case 'ExpressionStatement':
      return insertAwait(node.expression);
    case 'VariableDeclarator':
      return node.init ? insertAwait(node.init) : undefined;
    default:
      return undefined;
  }
}
