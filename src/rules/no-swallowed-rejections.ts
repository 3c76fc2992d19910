import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/language/combinators.ts';
import {
  deadCatchOf,
  deadHandlerOf,
} from '../analysis/handlers/dead-handlers.ts';
import { followingOf, isLastWork } from '../analysis/language/sequence.ts';
import { isWithin } from '../analysis/language/syntax.ts';
import { takesDown } from '../analysis/swallowed/teardown.ts';
import { memberStartsOf } from '../analysis/swallowed/member-starts.ts';
import {
  type Evidence,
  evidenceOf,
  mayBeLost,
} from '../analysis/swallowed/misleading.ts';
import type { ResultUse } from '../analysis/swallowed/result-facts.ts';
import { resultUseOf } from '../analysis/swallowed/result-uses.ts';
import {
  silencedMemberOf,
  silencingHandlerOf,
} from '../analysis/swallowed/silenced-rejections.ts';
import { createRule } from '../create-rule.ts';
import { declaresAggregateError } from '../source/libraries.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { suggestion } from '../suggestions/edits.ts';
import { reportReasons } from '../suggestions/report-reasons.ts';
import { USE_ALL_MESSAGES, useAllSuggestions } from '../suggestions/use-all.ts';

// `Promise.allSettled` never rejects: what was rejected is in its results and nowhere else
// (ECMA-262, 27.2.4.2). Who does not look there takes a failure for a success.

type SuggestionId =
  'throwReasons' | 'logReasons' | keyof typeof USE_ALL_MESSAGES;

type ProblemId =
  | 'uncaughtFailure'
  | 'falseClaim'
  | 'falseCount'
  | 'unequalReport'
  | 'discardedResults'
  | 'countedResults'
  | 'halfReadResults'
  | 'unexplainedFailure'
  | 'silencedRejection';

type MessageId = ProblemId | SuggestionId;

type Options = [{ when?: 'misleading' | 'always' }];

interface Problem {
  messageId: ProblemId;
  data?: Record<string, string>;
}

export default createRule<MessageId, Options>({
  name: 'no-swallowed-rejections',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow ignoring the rejections among settled results',
      presets: {
        recommended: 'error',
        strict: ['error', { when: 'always' }],
        all: ['error', { when: 'always' }],
      },
    },
    hasSuggestions: true,
    messages: {
      uncaughtFailure:
        '`Promise.allSettled` does not reject: the `catch` on line {{line}} does not see what fails here, and nothing looks at the results.',
      falseClaim:
        'What is rejected here is ignored, and line {{line}} says that all went well.',
      falseCount:
        'What is rejected here is ignored, and line {{line}} counts it as done.',
      unequalReport:
        'What is rejected here is ignored, while line {{line}} reports a failure of `{{name}}`.',
      discardedResults:
        'Nothing looks at these results, so that nobody learns what was rejected.',
      countedResults:
        'Only the number of these results is used, and it counts the rejected ones too.',
      halfReadResults:
        'Only what was fulfilled is read of these results, so that nobody learns what was rejected.',
      unexplainedFailure:
        'Line {{line}} tells that something was rejected, and not why: nothing looks at the reasons.',
      silencedRejection:
        'This handler drops the reason, so that nobody learns what was rejected.',
      throwReasons:
        'Collect the reasons and throw them as one `AggregateError`, when all promises have settled.',
      logReasons: 'Log the reason of each rejected result.',
      ...USE_ALL_MESSAGES,
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          when: {
            type: 'string',
            enum: ['misleading', 'always'],
            description:
              'Whether to report only where the code shows that somebody is told or expects otherwise, or always.',
          },
        },
      },
    ],
    defaultOptions: [{ when: 'misleading' }],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const { sourceCode } = context;
    const isAlways = context.options[0].when === 'always';
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (call === undefined) {
          return;
        }
        if (call.method !== 'allSettled') {
          const handler = isAlways ? silencerOf(source, call) : undefined;
          if (handler !== undefined) {
            context.report({ node: handler, messageId: 'silencedRejection' });
          }
          return;
        }
        const problem = problemOf(source, call, isAlways);
        if (problem !== undefined) {
          const { use, evidence, ...found } = problem;
          context.report({
            node: node.callee,
            ...found,
            suggest: suggestionsFor(sourceCode, source, node, call, {
              use,
              evidence,
            }),
          });
        }
      },
    };
  },
});

function silencerOf(
  { program, toESTree }: TypedSource,
  call: CombinatorCall,
): TSESTree.Node | undefined {
  const handler =
    silencingHandlerOf(program, call) ?? silencedMemberOf(program, call);
  return handler && toESTree(handler);
}

function problemOf(
  { program }: TypedSource,
  call: CombinatorCall,
  isAlways: boolean,
): (Problem & { use: ResultUse; evidence: Evidence | undefined }) | undefined {
  const use = resultUseOf(program, call);
  if (
    use.kind === 'seen' ||
    // Handlers that never run are for `no-dead-catch` to report.
    deadCatchOf(program, call) !== undefined ||
    deadHandlerOf(program, call) !== undefined
  ) {
    return undefined;
  }
  const evidence =
    use.kind === 'unexplained' ? undefined : evidenceOf(program, call, use);
  if (evidence !== undefined) {
    return { ...misleading(evidence), use, evidence };
  }
  // What stands in the place of each rejected one tells of it.
  const isTold = use.kind === 'half-read' && use.isReplaced;
  return isAlways &&
    !isTold &&
    mayBeLost(program, call, memberStartsOf(program, call))
    ? { ...ignored(use), use, evidence }
    : undefined;
}

const MISLEADING = {
  catch: 'uncaughtFailure',
  claim: 'falseClaim',
  count: 'falseCount',
  sibling: 'unequalReport',
} as const;

function misleading(evidence: Evidence): Problem {
  return {
    messageId: MISLEADING[evidence.kind],
    data: {
      line: lineOf(evidence.at),
      ...(evidence.kind === 'sibling' && { name: evidence.name }),
    },
  };
}

function ignored(use: Exclude<ResultUse, { kind: 'seen' }>): Problem {
  switch (use.kind) {
    case 'discarded':
      return { messageId: 'discardedResults' };
    case 'counted':
      return { messageId: 'countedResults' };
    case 'half-read':
      return { messageId: 'halfReadResults' };
    case 'unexplained':
      return {
        messageId: 'unexplainedFailure',
        data: { line: lineOf(use.at) },
      };
  }
}

function lineOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return String(line + 1);
}

function suggestionsFor(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
  { use, evidence }: { use: ResultUse; evidence: Evidence | undefined },
): TSESLint.ReportSuggestionArray<SuggestionId> {
  const { program } = source;
  // Where what was fulfilled is used without the rest, an exception would take it away.
  const isAllOrNothing =
    (use.kind === 'discarded' || use.kind === 'counted') &&
    // Nor may it leave up what is taken down behind it.
    !takesDown(
      followingOf(program, call.node).filter(
        (statement) =>
          evidence === undefined || !isWithin(evidence.at, statement),
      ),
    );
  return [
    ...(isAllOrNothing &&
    evidence?.kind !== 'sibling' &&
    declaresAggregateError(program)
      ? suggestion('throwReasons', reportReasons(sourceCode, node, 'throw'))
      : []),
    ...suggestion('logReasons', reportReasons(sourceCode, node, 'log')),
    ...(isAllOrNothing &&
    use.kind === 'discarded' &&
    isLastWork(call.node, evidence?.at) &&
    memberStartsOf(program, call) !== undefined
      ? useAllSuggestions(source, node)
      : []),
  ];
}
