import type { TSESTree } from '@typescript-eslint/utils';

import { resultKindOf } from '../analysis/arguments/member-kinds.ts';
import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/language/combinators.ts';
import { sizeUpTo } from '../analysis/concurrency/bounds.ts';
import { type FanOut, fanOutOf } from '../analysis/concurrency/fan-outs.ts';
import { runsWithin } from '../analysis/concurrency/limited-tasks.ts';
import { sizeOf, sizeOfKeys } from '../analysis/concurrency/list-sizes.ts';
import { outsideWorkOf } from '../analysis/concurrency/outside-work.ts';
import type { ListSize } from '../analysis/concurrency/sizes.ts';
import { shorten } from '../analysis/fates/paths.ts';
import { unwrap } from '../analysis/language/syntax.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import {
  limitingSuggestions,
  LIMITING_MESSAGES,
  type LimitingMessageId,
} from '../suggestions/limit-concurrency.ts';

// A combinator waits for promises, it does not start them: by then each item of the list has its task,
// and all of them run at once.

type MessageId = 'unboundedTasks' | 'manyTasks' | LimitingMessageId;

type Options = [{ limiters: string[]; max: number }];

export default createRule<MessageId, Options>({
  name: 'no-unbounded-concurrency',
  meta: {
    type: 'suggestion',
    docs: {
      description:
        'Disallow a task for each item of a list of any length, all of them at once',
      presets: { strict: 'warn', all: 'warn' },
    },
    hasSuggestions: true,
    messages: {
      unboundedTasks:
        'This runs `{{task}}` for every item of `{{list}}` at once: a long list meets the limits of connections, files or memory.',
      manyTasks:
        'This runs `{{task}}` up to `{{list}}` times at once, which meets the limits of connections, files or memory.',
      ...LIMITING_MESSAGES,
    },
    schema: [
      {
        type: 'object',
        description: 'What keeps the number of tasks small.',
        properties: {
          limiters: {
            type: 'array',
            description:
              'Names of functions, methods, objects or packages that let only so many tasks run at once, besides those that are known.',
            items: { type: 'string' },
          },
          max: {
            type: 'integer',
            description:
              'How many tasks may run at once where it can be seen how many they are.',
            minimum: 1,
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ limiters: [], max: 100 }],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const [{ limiters, max }] = context.options;
    const named = new Set(limiters);
    const findings: Finding[] = [];
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        const fanOut = call && unboundedIn(source, call, max);
        if (call === undefined || fanOut === undefined) {
          return;
        }
        const work = outsideWorkOf(source.program, fanOut.task, named);
        if (work.kind === 'call') {
          findings.push({ node, call, fanOut, task: work.name });
        }
      },
      'Program:exit'(): void {
        for (const finding of findings) {
          const { node, call, fanOut, task } = finding;
          context.report({
            node,
            messageId: fanOut.of === 'turns' ? 'manyTasks' : 'unboundedTasks',
            data: {
              task: shorten(task),
              list: shorten(unwrap(fanOut.list).getText()),
            },
            suggest: limitingSuggestions(
              context.sourceCode,
              source,
              node,
              call,
              fanOut,
              findings.some((other) => startsTasksOf(source, finding, other)),
            ),
          });
        }
      },
    };
  },
});

/** A combinator of many tasks, and the work that each of them does. */
interface Finding {
  node: TSESTree.CallExpression;
  call: CombinatorCall;
  fanOut: FanOut;
  task: string;
}

/** Whether each task of a finding starts the tasks of another one, or its own anew. */
function startsTasksOf(
  { checker }: TypedSource,
  { fanOut }: Finding,
  other: Finding,
): boolean {
  return runsWithin(checker, other.call.node, [fanOut.task]);
}

/** The tasks of a combinator that waits for all of them, where there may be more than `max`; those of a loop that counts only where it is known how far. */
function unboundedIn(
  source: TypedSource,
  call: CombinatorCall,
  max: number,
): FanOut | undefined {
  const { checker, program } = source;
  if (call.method !== 'all' && call.method !== 'allSettled') {
    return undefined;
  }
  const fanOut = fanOutOf(checker, call);
  // A callback that gives functions starts nothing.
  if (
    fanOut === undefined ||
    resultKindOf(program, fanOut.task) === 'function'
  ) {
    return undefined;
  }
  const size = sizeOfFanOut(source, fanOut);
  return (size.kind === 'any' && fanOut.of !== 'turns') ||
    (size.kind === 'at-most' && size.count > max)
    ? fanOut
    : undefined;
}

function sizeOfFanOut(
  { checker, program }: TypedSource,
  { list, of }: FanOut,
): ListSize {
  switch (of) {
    case 'items':
      return sizeOf(program, list);
    case 'keys':
      return sizeOfKeys(program, list);
    case 'turns':
      return sizeUpTo(checker, list);
  }
}
