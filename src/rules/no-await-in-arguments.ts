import ts from 'typescript';

import {
  arrayOf,
  type AwaitedMember,
  awaitedMembersOf,
} from '../analysis/arguments/awaited-members.ts';
import { awaitedPushesOf } from '../analysis/arguments/awaited-pushes.ts';
import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/language/combinators.ts';
import { areMembersSettled } from '../analysis/arguments/settled-members.ts';
import { describeExpression } from '../analysis/fates/paths.ts';
import { rejectionOf } from '../analysis/rejections/sources.ts';
import { wrapped } from '../analysis/language/syntax.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import {
  AWAIT_MEMBER_MESSAGES,
  awaitMember,
} from '../suggestions/await-member.ts';
import { suggestion } from '../suggestions/edits.ts';
import { removeAwaits } from '../suggestions/remove-await.ts';

// The members of an array are evaluated one after the other, and the combinator is called when all of
// them are there. An `await` among them stops that: later members have not started, and the rejections
// of earlier ones have no handler yet.

type ProblemId =
  | 'unhandledMeanwhile'
  | 'unhandledAndSerialised'
  | 'serialised'
  | 'noContest'
  | 'escapedRejection'
  | 'nothingLeft'
  | 'serialisedLoop';

type MessageId = ProblemId | 'removeAwait' | keyof typeof AWAIT_MEMBER_MESSAGES;

export default createRule<MessageId>({
  name: 'no-await-in-arguments',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow `await` among the members that a promise combinator is to wait for',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      unhandledMeanwhile:
        'While this `await` waits, nobody handles a rejection of `{{running}}`, which has already started.',
      unhandledAndSerialised:
        'This `await` serialises the members: `{{waiting}}` does not start before `{{awaited}}` has fulfilled, and meanwhile nobody handles a rejection of `{{running}}`.',
      serialised:
        'This `await` serialises the members: `{{waiting}}` does not start before `{{awaited}}` has fulfilled.',
      noContest:
        '`Promise.{{method}}` is not called before `{{awaited}}` has fulfilled, so that no other member can win until then.',
      escapedRejection:
        'A rejection of `{{awaited}}` is thrown by this `await`, before `Promise.allSettled` is called to record it.',
      nothingLeft:
        '`{{awaited}}` has fulfilled before `Promise.{{method}}` is called, and no other member is a promise: it waits for nothing.',
      serialisedLoop:
        'This loop awaits each `{{awaited}}` before it starts the next, so that nothing runs concurrently and `Promise.{{method}}` is given values.',
      removeAwait:
        'Remove `await`, so that `Promise.{{method}}` is given the promise.',
      ...AWAIT_MEMBER_MESSAGES,
    },
    schema: [],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    return {
      CallExpression(callNode): void {
        const call = source.combinatorAt(callNode);
        const found =
          call && (findLiteral(source, call) ?? findLoop(source, call));
        const node = found && source.toESTree(found.await);
        if (call === undefined || found === undefined || node === undefined) {
          return;
        }
        const { method } = call;
        context.report({
          node,
          messageId: found.messageId,
          data: {
            method,
            awaited: describeExpression(found.await.expression),
            running: found.running ? describeExpression(found.running) : '',
            waiting: found.waiting ? describeExpression(found.waiting) : '',
          },
          suggest: isOnlyMember(call, found.await)
            ? suggestion(
                'awaitMember',
                // A cast around it says of which type the value is.
                node.type === 'AwaitExpression' &&
                  node.parent.type === 'ArrayExpression'
                  ? awaitMember(
                      context.sourceCode,
                      source,
                      callNode,
                      node.argument,
                    )
                  : undefined,
              )
            : suggestion(
                'removeAwait',
                removeAwaits(context.sourceCode, source, call, found.remove),
                { method },
              ),
        });
      },
    };
  },
});

/** One report: where it stands, what it tells, and the awaits that a suggestion would remove. */
interface Finding {
  await: ts.AwaitExpression;
  messageId: ProblemId;
  running?: ts.Expression | undefined;
  waiting?: ts.Expression | undefined;
  remove: readonly ts.AwaitExpression[];
}

/** The mistake of an array literal, told at the `await` that leaves a member without a handler, or else at the first. */
function findLiteral(
  { checker, program }: TypedSource,
  call: CombinatorCall,
): Finding | undefined {
  const array = arrayOf(checker, call);
  if (array === undefined) {
    return undefined;
  }
  const awaits = awaitedMembersOf(program, array);
  const problems = awaits.flatMap((member) => {
    const messageId = problemOf(program, call, array, member);
    return messageId === undefined ? [] : [{ messageId, ...member }];
  });
  const worst =
    problems.find(({ running }) => running !== undefined) ?? problems[0];
  const members = awaits.filter(({ isMember }) => isMember);
  // An input that is awaited behind other members would hold up those that then run already.
  const isLeft = awaits.some(
    ({ isMember, node }) =>
      !isMember && array.elements.findIndex(({ end }) => node.pos < end) > 0,
  );
  return (
    worst && {
      ...worst,
      await: worst.node,
      remove: isLeft ? [] : members.map(({ node }) => node),
    }
  );
}

function problemOf(
  program: TypedSource['program'],
  call: CombinatorCall,
  array: ts.ArrayLiteralExpression,
  { isMember, node, running, waiting }: AwaitedMember,
): ProblemId | undefined {
  const { method } = call;
  const { elements } = array;
  if (running !== undefined) {
    return waiting === undefined
      ? 'unhandledMeanwhile'
      : 'unhandledAndSerialised';
  }
  if (
    isMember &&
    method === 'allSettled' &&
    rejectionOf(program, node.expression).kind === 'may'
  ) {
    return 'escapedRejection';
  }
  if (waiting !== undefined) {
    return 'serialised';
  }
  if (!isMember) {
    return undefined;
  }
  if ((method === 'race' || method === 'any') && elements.length > 1) {
    return 'noContest';
  }
  return areMembersSettled(program, call, array) ? 'nothingLeft' : undefined;
}

/** Whether an `await` is the one member of a combinator that would have nothing to combine without it either; `allSettled` would record a rejection. */
function isOnlyMember(
  { input, method }: CombinatorCall,
  node: ts.AwaitExpression,
): boolean {
  return (
    method !== 'allSettled' &&
    input.kind === 'tuple' &&
    input.array.elements.length === 1 &&
    wrapped(node).parent === input.array
  );
}

function findLoop(
  { program }: TypedSource,
  call: CombinatorCall,
): Finding | undefined {
  const awaits = awaitedPushesOf(program, call);
  const [first] = awaits;
  return first && { await: first, messageId: 'serialisedLoop', remove: awaits };
}
