import type { TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import {
  type AggregateMisread,
  aggregateMisreadsOf,
} from '../analysis/handlers/aggregate-misreads.ts';
import { MENTIONS_COMBINATOR } from '../analysis/language/combinators.ts';
import { foreignErrorsOf } from '../analysis/handlers/foreign-errors.ts';
import { createRule } from '../create-rule.ts';
import {
  addCause,
  joinReasons,
  testMembers,
} from '../suggestions/aggregate-errors.ts';
import { type Edit, suggestion } from '../suggestions/edits.ts';

// When all members of `Promise.any` were rejected, its promise rejects with one new `AggregateError`
// (ECMA-262, 27.2.4.3.1): its `errors` are the reasons, and all else of it is the same every time.

type SuggestionId = 'joinReasons' | 'testMembers' | 'addCause';

type MessageId =
  | 'sharedMessage'
  | 'neverInstance'
  | 'otherName'
  | 'memberProperty'
  | 'missingCause'
  | 'errorsOfOne'
  | SuggestionId;

interface Finding {
  messageId: Exclude<MessageId, SuggestionId>;
  data: Record<string, string>;
  suggest?: [SuggestionId, Edit[] | undefined];
}

export default createRule<MessageId>({
  name: 'no-unchecked-aggregate-error',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow reading an `AggregateError` as if it were the error of one promise',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      sharedMessage:
        'Every `Promise.any` that fails gives the same text, `All promises were rejected`: the reasons are in `errors`.',
      neverInstance:
        '`Promise.any` rejects with an `AggregateError`, which is never an instance of `{{name}}`: the errors of the members are in `errors`.',
      otherName:
        'The `name` of the error of `Promise.any` is `AggregateError`, never `{{name}}`: the errors of the members are in `errors`.',
      memberProperty:
        'The error of `Promise.any` is an `AggregateError`, which has no `{{name}}`: the errors of the members are in `errors`.',
      missingCause:
        'This error takes the place of the `AggregateError` of `Promise.any`, so that the reasons of all members are lost.',
      errorsOfOne:
        '`Promise.{{method}}` rejects with the error of one member and not with an `AggregateError`, so that `errors` is `undefined`.',
      joinReasons: 'Show the reasons of all members.',
      testMembers: 'Look for it among the errors of the members.',
      addCause: 'Pass the `AggregateError` on as the `cause`.',
    },
    schema: [],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const { sourceCode } = context;

    const report = (at: ts.Node, finding: (at: TSESTree.Node) => Finding) => {
      const node = source.toESTree(at);
      if (node !== undefined) {
        const { messageId, data, suggest } = finding(node);
        context.report({
          node,
          messageId,
          data,
          suggest: suggest === undefined ? [] : suggestion(...suggest, data),
        });
      }
    };

    const describe = (
      misread: AggregateMisread,
      node: TSESTree.Node,
    ): Finding => {
      switch (misread.kind) {
        case 'message':
          return {
            messageId: 'sharedMessage',
            data: {},
            suggest: ['joinReasons', joinReasons(sourceCode, source, node)],
          };
        case 'instanceof':
          return {
            messageId: 'neverInstance',
            data: { name: misread.name },
            suggest: [
              'testMembers',
              misread.narrows
                ? undefined
                : testMembers(sourceCode, source, node),
            ],
          };
        case 'name':
          return {
            messageId: 'otherName',
            data: { name: misread.name },
            suggest: [
              'testMembers',
              node.parent && testMembers(sourceCode, source, node.parent),
            ],
          };
        case 'property':
          return { messageId: 'memberProperty', data: { name: misread.name } };
        case 'replaced':
          return {
            messageId: 'missingCause',
            data: {},
            suggest: ['addCause', addCause(sourceCode, source, node, misread)],
          };
      }
    };

    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (call === undefined) {
          return;
        }
        for (const misread of aggregateMisreadsOf(source.program, call)) {
          report(misread.node, (at) => describe(misread, at));
        }
        for (const read of foreignErrorsOf(source.program, call)) {
          const data = { method: call.method };
          report(read, () => ({ messageId: 'errorsOfOne', data }));
        }
      },
    };
  },
});
