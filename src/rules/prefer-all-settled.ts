import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/language/combinators.ts';
import { handMadeMembersOf } from '../analysis/swallowed/hand-made-settling.ts';
import { loggedBatchOf } from '../analysis/swallowed/logged-batches.ts';
import { areLeftOut } from '../analysis/swallowed/made-values.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, suggestion } from '../suggestions/edits.ts';
import { reportReasons } from '../suggestions/report-reasons.ts';
import { settleMembers } from '../suggestions/settle-members.ts';

// `Promise.allSettled` waits for every promise and says of each how it settled and why. What does the same
// by hand loses one or the other: a fallback cannot be told from a value, a `catch` sees one reason.

type MessageId = 'handMadeSettling' | 'firstReasonOnly' | 'useAllSettled';

export default createRule<MessageId>({
  name: 'prefer-all-settled',
  meta: {
    type: 'suggestion',
    docs: {
      description:
        'Prefer settled results to promises that settle their own rejections',
      presets: { strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      handMadeSettling:
        'Each member turns its own rejection into a value, which `Promise.allSettled` does for all of them, with the reasons.',
      firstReasonOnly:
        'This `Promise.all` rejects with the first reason: only that one is logged, and the loop goes on while the others still run.',
      useAllSettled:
        'Use `Promise.allSettled` and read each result by its status.',
    },
    schema: [],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const { sourceCode } = context;
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (call?.method !== 'all') {
          return;
        }
        const finding =
          handMadeFinding(sourceCode, source, node, call) ??
          batchFinding(sourceCode, source, node, call);
        if (finding !== undefined) {
          const { messageId, edits } = finding;
          context.report({
            node: node.callee,
            messageId,
            suggest: suggestion('useAllSettled', edits),
          });
        }
      },
    };
  },
});

interface Finding {
  messageId: Exclude<MessageId, 'useAllSettled'>;
  edits: Edit[] | undefined;
}

type Question = (
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
) => Finding | undefined;

const handMadeFinding: Question = (sourceCode, source, node, call) => {
  const members = handMadeMembersOf(source.program, call);
  return (
    members && {
      messageId: 'handMadeSettling',
      // What is left out again would be half read.
      edits: areLeftOut(source.program, call.node)
        ? undefined
        : settleMembers(sourceCode, source, node, members),
    }
  );
};

const batchFinding: Question = (sourceCode, source, node, call) => {
  const batch = loggedBatchOf(source.program, call);
  const handler = batch && source.toESTree(batch.handler);
  return (
    batch && {
      messageId: 'firstReasonOnly',
      edits:
        handler === undefined || batch.saysMore
          ? undefined
          : reportReasons(sourceCode, node, handler),
    }
  );
};
