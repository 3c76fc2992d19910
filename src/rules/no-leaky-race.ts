import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import type { CombinatorCall } from '../analysis/language/combinators.ts';
import { longLivedMemberOf } from '../analysis/time/long-races.ts';
import { raceIntentOf } from '../analysis/time/race-intents.ts';
import { leakedTimerOf } from '../analysis/time/race-timers.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { clearTimer } from '../suggestions/clear-timer.ts';
import { suggestion } from '../suggestions/edits.ts';
import { passSignal } from '../suggestions/pass-signal.ts';
import { useAny } from '../suggestions/use-any.ts';

// A race settles with its first member and does nothing to the others: a timer that lost goes on, work
// that lost goes on, and a promise that stays pending keeps the reactions of every race that it was in.

type SuggestionId = 'clearTimer' | 'passSignal' | 'useAny';

type MessageId =
  | 'leakedTimer'
  | 'growingReactions'
  | 'raceForSuccess'
  | 'workGoesOn'
  | 'workTakesSignal'
  | SuggestionId;

type Options = [{ checkIntent: boolean }];

interface Finding {
  at: ts.Node;
  messageId: Exclude<MessageId, SuggestionId>;
  data?: Record<string, string>;
  suggest?: TSESLint.SuggestionReportDescriptor<SuggestionId>[];
}

type Question = (
  call: CombinatorCall,
  node: TSESTree.CallExpression,
  source: TypedSource,
  sourceCode: Readonly<TSESLint.SourceCode>,
) => Finding | undefined;

export default createRule<MessageId, Options>({
  name: 'no-leaky-race',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow races that leave timers or reactions behind',
      presets: {
        recommended: 'warn',
        strict: ['error', { checkIntent: true }],
        all: ['error', { checkIntent: true }],
      },
    },
    hasSuggestions: true,
    messages: {
      leakedTimer:
        'Nobody clears the timer of this race: when another promise wins, it runs on, and keeps what it holds alive, in Node the process too.',
      growingReactions:
        '`{{member}}` outlives each {{turn}}, and each {{turn}} adds reactions to it, which are kept as long as it is pending.',
      raceForSuccess:
        '`Promise.race` takes the first that settles: a promise that rejects early wins over one that would fulfil.',
      workGoesOn:
        'When `{{work}}` loses this race it is not stopped: it goes on, and nobody sees how it ends.',
      workTakesSignal:
        'When `{{work}}` loses this race it is not stopped, although it takes an `AbortSignal`: pass one, and abort it.',
      clearTimer: 'End the timer in `finally`.',
      passSignal:
        'Pass `AbortSignal.timeout()` instead: it stops the work as well, and rejects with a `TimeoutError`.',
      useAny: 'Use `Promise.any`, which takes the first that fulfils.',
    },
    schema: [
      {
        type: 'object',
        description: 'What to look for besides leaks.',
        properties: {
          checkIntent: {
            type: 'boolean',
            description:
              'Whether to report races that were meant to take the first success, and races that were meant to stop the work that loses.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ checkIntent: false }],
  },
  mentions: /\brace\b/u,
  create(context, source) {
    const { sourceCode } = context;
    const [{ checkIntent }] = context.options;
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (call?.method !== 'race') {
          return;
        }
        const ask = (question: Question): Finding[] => {
          const finding = question(call, node, source, sourceCode);
          return finding === undefined ? [] : [finding];
        };
        const leaks = LEAKS.flatMap(ask);
        const findings =
          leaks.length === 0 && checkIntent ? ask(intent) : leaks;
        const places = new Set<ts.Node>();
        for (const { at, messageId, data = {}, suggest = [] } of findings) {
          // A timer that outlives the turns is one mistake.
          if (!places.has(at)) {
            places.add(at);
            context.report({
              node: source.toESTree(at) ?? node,
              messageId,
              data,
              suggest,
            });
          }
        }
      },
    };
  },
});

const timer: Question = (call, node, source, sourceCode) => {
  const found = leakedTimerOf(source.program, call);
  return (
    found && {
      at: found.member,
      messageId: 'leakedTimer',
      suggest: [
        ...suggestion(
          'clearTimer',
          found.isForOneRace
            ? clearTimer(sourceCode, source, node, found.leak)
            : undefined,
        ),
        ...suggestion(
          'passSignal',
          passSignal(sourceCode, source, node, found.leak),
        ),
      ],
    }
  );
};

const growth: Question = (call, _node, { program }) => {
  const found = longLivedMemberOf(program, call);
  return (
    found && {
      at: found.member,
      messageId: 'growingReactions',
      data: {
        member: found.promise.getText(),
        turn: ts.isFunctionLike(found.repeated) ? 'call' : 'turn of the loop',
      },
    }
  );
};

const LEAKS: readonly Question[] = [timer, growth];

const intent: Question = (call, node, source) => {
  const found = raceIntentOf(source.program, call);
  switch (found?.kind) {
    case 'first-success':
      return {
        at: call.node,
        messageId: 'raceForSuccess',
        suggest: suggestion('useAny', useAny(source, node)),
      };
    case 'cancellation':
      return {
        at: found.work,
        messageId: found.takesSignal ? 'workTakesSignal' : 'workGoesOn',
        data: { work: found.work.expression.getText() },
      };
    default:
      return undefined;
  }
};
