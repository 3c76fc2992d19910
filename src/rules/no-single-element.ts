import { MENTIONS_COMBINATOR } from '../analysis/language/combinators.ts';
import { memberKindOf } from '../analysis/arguments/member-kinds.ts';
import { createRule } from '../create-rule.ts';
import {
  AWAIT_MEMBER_MESSAGES,
  awaitMember,
} from '../suggestions/await-member.ts';
import { suggestion } from '../suggestions/edits.ts';

// Combinators make one promise of several. Of one promise `all` makes an array of one value, `race` the
// same promise again, and `any` an `AggregateError` of one error. `allSettled` makes a promise that does
// not reject, which is worth a call.

type MessageId = 'singleMember' | keyof typeof AWAIT_MEMBER_MESSAGES;

const CONSEQUENCES = {
  all: 'it puts the value into an array',
  any: 'it puts the error into an `AggregateError`',
  race: 'it is that promise again',
} as const;

export default createRule<MessageId>({
  name: 'no-single-element',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow promise combinators of exactly one promise',
      presets: { strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      singleMember:
        'This `Promise.{{method}}` has one member: {{consequence}}, and there is nothing else to wait for.',
      ...AWAIT_MEMBER_MESSAGES,
    },
    schema: [],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const { sourceCode } = context;
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (
          call === undefined ||
          call.method === 'allSettled' ||
          call.input.kind !== 'tuple'
        ) {
          return;
        }
        const { method } = call;
        const [only, second] = call.input.array.elements;
        if (
          only === undefined ||
          second !== undefined ||
          call.node.arguments.length > 1 ||
          // A spread may be of many; an array, a function and a plain value are mistakes of another kind.
          memberKindOf(source.program, only) !== 'promise'
        ) {
          return;
        }
        const member = source.toESTree(only);
        context.report({
          node,
          messageId: 'singleMember',
          data: { method, consequence: CONSEQUENCES[method] },
          suggest: suggestion(
            'awaitMember',
            member && awaitMember(sourceCode, source, node, member),
          ),
        });
      },
    };
  },
});
