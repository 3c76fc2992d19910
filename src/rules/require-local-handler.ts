import type { TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import { MENTIONS_COMBINATOR } from '../analysis/language/combinators.ts';
import { earlyReturnOf } from '../analysis/handlers/dead-handlers.ts';
import { fateOf, localFateOf } from '../analysis/fates/fates.ts';
import { rejectionOf } from '../analysis/rejections/sources.ts';
import { createRule } from '../create-rule.ts';
import {
  handlingSuggestions,
  type HandlingMessageId,
  HANDLING_MESSAGES,
} from '../suggestions/handling.ts';

// The policy of "wrap it in try-catch": the function that waits for several promises is the one that
// knows what a partial failure means, so that it handles the failure itself.

type MessageId = 'unhandledHere' | HandlingMessageId;

export default createRule<MessageId>({
  name: 'require-local-handler',
  meta: {
    type: 'suggestion',
    docs: {
      description:
        'Require a handler for the rejection of a promise combinator in the function that calls it',
      presets: { strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      unhandledHere:
        'This `Promise.{{method}}` may reject and this function does not handle it: it leaves that to every caller.',
      ...HANDLING_MESSAGES,
    },
    schema: [],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const { program } = source;
    let last: { node: TSESTree.CallExpression; to: ts.Node } | undefined;
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (call === undefined || call.method === 'allSettled') {
          return;
        }
        const fate = localFateOf(program, call.node);
        if (
          fate.kind !== 'propagated' ||
          // What a member rejects with, the combinator around it rejects with: one handler sees both.
          (last?.to === fate.to && node.range[1] <= last.node.range[1]) ||
          rejectionOf(program, call.node).kind !== 'may' ||
          // What nobody handles at all is for `no-unhandled-rejection` to say, and a handler that is
          // there but passed by for `no-dead-catch`.
          fateOf(program, call.node).kind === 'lost' ||
          earlyReturnOf(program, call)?.skips === 'catch'
        ) {
          return;
        }
        last = { node, to: fate.to };
        context.report({
          node,
          messageId: 'unhandledHere',
          data: { method: call.method },
          suggest: handlingSuggestions(context.sourceCode, source, node, call),
        });
      },
    };
  },
});
