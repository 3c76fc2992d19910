import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import { isPredicateMethod } from '../analysis/language/list-callbacks.ts';
import { argumentMistakesOf } from '../analysis/arguments/argument-mistakes.ts';
import {
  combinatorNamedBy,
  isCombinatorName,
} from '../analysis/language/combinators.ts';
import {
  asyncPredicateOf,
  isAwaitedArray,
  isAwaitedForEach,
  isDroppedArray,
} from '../analysis/arguments/uncombined-promises.ts';
import { isKnownToHoldPromises } from '../analysis/arguments/known-promises.ts';
import { isUnreadArray } from '../analysis/arguments/unread-arrays.ts';
import { createRule } from '../create-rule.ts';
import { calledName } from '../source/names.ts';
import {
  ARGUMENT_MESSAGES,
  type ArgumentSuggestionId,
  argumentSuggestions,
} from '../suggestions/arguments.ts';
import {
  askBeforehand,
  COMBINE_MESSAGES,
  combineAwaited,
  combineDropped,
  combineEach,
  type CombineSuggestionId,
  removeNew,
} from '../suggestions/combine.ts';
import { suggestion } from '../suggestions/edits.ts';

// A combinator takes one iterable and waits for the promises in it. Whatever else it meets, it takes for
// a value that is there already: a function, an array of promises, nothing at all.

const MISTAKES = {
  missingArgument:
    '`Promise.{{method}}` without an argument rejects with a `TypeError`: it takes an iterable of promises.',
  ignoredArguments:
    '`Promise.{{method}}` takes one iterable: all arguments but the first are ignored.',
  notIterable:
    'This is no iterable, so that `Promise.{{method}}` rejects with a `TypeError` and waits for nothing.',
  forEachResult:
    '`forEach` returns `undefined`, so that `Promise.{{method}}` rejects with a `TypeError` and nothing waits for the promises.',
  entries:
    'This yields pairs of a key and a promise, and `Promise.{{method}}` does not look into pairs: it waits for nothing.',
  neverSettles:
    '`Promise.race` of nothing never settles: whoever waits for it waits for ever.',
  alwaysRejects:
    '`Promise.any` of nothing always rejects, with an `AggregateError` of no errors.',
  uncalledFunction:
    'This function is not called: `Promise.{{method}}` takes it for a value, and the promise that it would return is never made.',
  nestedPromises:
    'This member is an array, which `Promise.{{method}}` takes for a value: nothing waits for the promises in it.',
  unreturnedPromise:
    'The callback does not return this promise, so that `Promise.{{method}}` does not wait for it.',
  unawaitedPromise:
    'The callback neither awaits nor returns this promise, so that `Promise.{{method}}` does not wait for it.',
  forEachPromises:
    'This starts promises for each element, and neither the callback nor `Promise.{{method}}` waits for them.',
  promisedArray:
    'The callback gives a promise of this array, and `Promise.{{method}}` does not look into it: nothing waits for the promises in it.',
  nothingToWaitFor:
    'No member of this `Promise.{{method}}` is a promise: it waits for nothing.',
  immediateWinner:
    'This is no promise, so that it always wins: `Promise.race` does not wait for the others.',
  asyncPredicate:
    'This callback answers with a promise, which counts as true: {{consequence}}.',
  combinatorConstructor:
    '`Promise.{{method}}` is no constructor: `new` throws a `TypeError`.',
  awaitedForEach:
    '`forEach` returns `undefined`, so that this `await` waits for none of the promises that the callback makes.',
  awaitedArray: '`await` of an array waits for none of its promises.',
  uncombinedPromises: 'This makes an array of promises that nothing waits for.',
} as const;

type MistakeId = keyof typeof MISTAKES;

type SuggestionId = ArgumentSuggestionId | CombineSuggestionId;

type Suggestions = TSESLint.ReportSuggestionArray<SuggestionId>;

/** What a list's method makes of a callback that always answers true. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  every: '`every` is always true',
  filter: '`filter` keeps every element',
  find: '`find` takes the first element',
  findIndex: '`findIndex` takes the first element',
  findLast: '`findLast` takes the last element',
  findLastIndex: '`findLastIndex` takes the last element',
  some: '`some` is true for any element',
};

export default createRule<MistakeId | SuggestionId>({
  name: 'valid-arguments',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow arguments of promise combinators that cannot mean what they say',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: { ...MISTAKES, ...ARGUMENT_MESSAGES, ...COMBINE_MESSAGES },
    schema: [],
  },
  mentions: /\b(?:all|allSettled|any|race|async|await|Promise)\b/u,
  create(context, source) {
    const { sourceCode } = context;
    const { program, toTypeScript } = source;

    function report(
      node: TSESTree.Node,
      messageId: MistakeId,
      suggest: Suggestions,
      data: Record<string, string> = {},
    ): void {
      context.report({ node, messageId, data, suggest });
    }

    function reportArguments(node: TSESTree.CallExpression): void {
      const call = source.combinatorAt(node);
      if (call === undefined) {
        return;
      }
      for (const mistake of argumentMistakesOf(program, call)) {
        const at = source.toESTree(mistake.at);
        if (at !== undefined) {
          report(
            at,
            mistake.kind,
            argumentSuggestions(sourceCode, source, node, mistake, at),
            { method: call.method },
          );
        }
      }
    }

    function reportDropped(
      node: TSESTree.CallExpression | TSESTree.ArrayExpression,
    ): void {
      const array = toTypeScript(node);
      if (
        array !== undefined &&
        isDroppedArray(program, array as ts.CallExpression)
      ) {
        report(
          node,
          'uncombinedPromises',
          suggestion('wrapInAll', combineDropped(sourceCode, source, node)),
        );
      }
    }

    return {
      CallExpression(node): void {
        const name = calledName(node);
        if (isCombinatorName(name)) {
          reportArguments(node);
        } else if (name !== undefined && isPredicateMethod(name)) {
          const callback = asyncPredicateOf(program, toTypeScript(node));
          const at = callback && source.toESTree(callback);
          if (at !== undefined) {
            report(
              at,
              'asyncPredicate',
              suggestion(
                'askBeforehand',
                askBeforehand(sourceCode, source, node),
              ),
              { consequence: CONSEQUENCES[name] ?? '' },
            );
          }
        } else if (name === 'map' || name === 'from') {
          reportDropped(node);
        }
      },
      'ExpressionStatement > ArrayExpression': reportDropped,
      NewExpression(node): void {
        if (node.callee.type !== 'MemberExpression') {
          return;
        }
        const callee = toTypeScript(node.callee);
        const method =
          callee && combinatorNamedBy(program, callee as ts.Expression);
        if (method !== undefined) {
          report(
            node,
            'combinatorConstructor',
            suggestion('removeNew', removeNew(sourceCode, node)),
            { method },
          );
        }
      },
      AwaitExpression(node): void {
        const awaited = toTypeScript(node.argument) as
          ts.Expression | undefined;
        if (awaited === undefined) {
          return;
        }
        if (isAwaitedForEach(program, awaited)) {
          report(
            node,
            'awaitedForEach',
            suggestion('waitForEach', combineEach(sourceCode, source, node)),
          );
        } else if (
          isAwaitedArray(program, awaited) &&
          !isKnownToHoldPromises(program, awaited.parent as ts.AwaitExpression)
        ) {
          report(
            node,
            'awaitedArray',
            suggestion('wrapInAll', combineAwaited(sourceCode, source, node)),
          );
        }
      },
      VariableDeclarator(node): void {
        const declaration = toTypeScript(node);
        if (
          declaration !== undefined &&
          isUnreadArray(program, declaration as ts.VariableDeclaration)
        ) {
          report(node.id, 'uncombinedPromises', []);
        }
      },
    };
  },
});
