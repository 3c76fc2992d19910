import ts from 'typescript';

import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/combinators.ts';
import { longLivedMemberOf } from '../analysis/long-races.ts';
import { raceIntentOf } from '../analysis/race-intents.ts';
import { leakedTimerOf } from '../analysis/race-timers.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';

// `Promise.race` settles with the first member and does nothing to the others: a timer that lost goes on,
// and a promise that stays pending keeps the reactions of every race that it was in.

type MessageId =
  'leakedTimer' | 'growingReactions' | 'raceForSuccess' | 'workGoesOn';

type Options = [{ checkIntent: boolean }];

interface Finding {
  at: ts.Node;
  messageId: MessageId;
  data: Record<string, string>;
}

export default createRule<MessageId, Options>({
  name: 'no-leaky-race',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow races that leave a timer or reactions behind',
      presets: {
        recommended: 'warn',
        strict: ['error', { checkIntent: true }],
        all: ['error', { checkIntent: true }],
      },
    },
    messages: {
      leakedTimer:
        'Nobody clears the timer of this race: when another promise wins, it still runs{{delay}}, and keeps the process alive.',
      growingReactions:
        '`{{member}}` outlives the turn of {{repeated}}: each turn of this race adds reactions to it, which are kept until it settles.',
      raceForSuccess:
        '`Promise.race` takes the first that settles: a `{{callee}}` that fails early wins over one that succeeds later.',
      workGoesOn:
        'Losing this race does not stop `{{work}}`: it goes on, and nobody sees how it ends.',
    },
    schema: [
      {
        type: 'object',
        description: 'What to look for.',
        properties: {
          checkIntent: {
            type: 'boolean',
            description:
              'Whether to report races that were meant as `Promise.any`, or to stop the work that loses.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ checkIntent: false }],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const [{ checkIntent }] = context.options;
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (call?.method !== 'race') {
          return;
        }
        const finding =
          timerFinding(source, call) ??
          growthFinding(source, call) ??
          (checkIntent ? intentFinding(source, call) : undefined);
        if (finding !== undefined) {
          const { at, messageId, data } = finding;
          context.report({
            node: source.toESTree(at) ?? node,
            messageId,
            data,
          });
        }
      },
    };
  },
});

function timerFinding(
  { program }: TypedSource,
  call: CombinatorCall,
): Finding | undefined {
  const found = leakedTimerOf(program, call);
  return (
    found && {
      at: found.member,
      messageId: 'leakedTimer',
      data: { delay: '' },
    }
  );
}

function growthFinding(
  { program }: TypedSource,
  call: CombinatorCall,
): Finding | undefined {
  const found = longLivedMemberOf(program, call);
  return (
    found && {
      at: found.member,
      messageId: 'growingReactions',
      data: {
        member: found.member.getText(),
        repeated: ts.isFunctionLike(found.repeated)
          ? 'the function'
          : 'the loop',
      },
    }
  );
}

function intentFinding(
  { program }: TypedSource,
  call: CombinatorCall,
): Finding | undefined {
  const intent = raceIntentOf(program, call);
  switch (intent?.kind) {
    case 'first-success':
      return {
        at: call.node,
        messageId: 'raceForSuccess',
        data: { callee: intent.callee },
      };
    case 'cancellation':
      return {
        at: intent.work,
        messageId: 'workGoesOn',
        data: { work: intent.work.expression.getText() },
      };
    default:
      return undefined;
  }
}
