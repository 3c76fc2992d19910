import type { TSESTree } from '@typescript-eslint/utils';

import {
  type SettledMistake,
  settledMistakeAt,
} from '../analysis/settled/mistakes.ts';
import {
  isSettledProperty,
  opposite,
  STATUS_WITH,
} from '../analysis/settled/types.ts';
import { createRule } from '../create-rule.ts';
import { suggestion } from '../suggestions/edits.ts';
import {
  settledSuggestions,
  type SettledSuggestionId,
} from '../suggestions/settled-mistakes.ts';

// A settled result has `value` only when its status is `fulfilled`, and `reason` only when it is
// `rejected` (ECMA-262, 27.2.4.2.2 and 27.2.4.2.3). The other one is `undefined`, and no error says so.

type MessageId = SettledMistake['kind'] | SettledSuggestionId;

export default createRule<MessageId>({
  name: 'no-unchecked-settled-result',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow reading a settled result whose status is not checked',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      uncheckedRead:
        '`{{property}}` is read without a check of `status`: it is `undefined` for every promise that was {{other}}.',
      wrongStatus:
        '`{{property}}` is read where the status is `{{other}}`: it is always `undefined` here.',
      uncheckedCast:
        'This cast says that every promise was {{status}}, and nothing checks it: for the others `{{property}}` is `undefined`.',
      wrongCast:
        'This cast says that every promise was {{status}}, where each was {{other}}: `{{property}}` is always `undefined` here.',
      lyingPredicate:
        'This type predicate says `{{status}}` where the function tests for the other status.',
      truthinessTest:
        '`{{property}}` is tested for truthiness, which does not tell fulfilled from rejected: compare `status`.',
      unknownStatus:
        'No settled result has the status `{{text}}`: it is `fulfilled` or `rejected`.',
      missingProperty:
        'A settled result has no `{{property}}`: it has `status`, and `value` or `reason`.',
      stringifiedRejection:
        '`JSON.stringify` prints an `Error` as `{}`, so that the reasons of rejected results are lost.',
      guardRead: 'Read `{{property}}` only when the status is `{{status}}`.',
      filterFirst: 'Take only the results whose status is `{{status}}`.',
      readOther: 'Read what a {{other}} result has.',
      testClaimed: 'Test for `{{status}}`.',
      compareStatus: 'Compare `status` with `{{status}}`.',
      useStatus: 'Compare with `{{status}}`.',
    },
    schema: [],
  },
  mentions:
    /allSettled|PromiseSettledResult|PromiseFulfilledResult|PromiseRejectedResult/u,
  create(context, source) {
    const { sourceCode } = context;

    const ask = (node: TSESTree.Node): void => {
      const target = source.toTypeScript(node);
      const mistake = target && settledMistakeAt(source.program, target);
      if (mistake === undefined) {
        return;
      }
      const data = dataOf(mistake);
      context.report({
        node,
        messageId: mistake.kind,
        data,
        suggest: settledSuggestions(sourceCode, source, node, mistake).flatMap(
          ([id, edits, more]) => suggestion(id, edits, { ...data, ...more }),
        ),
      });
    };

    return {
      MemberExpression: ask,
      'ObjectPattern > Property': ask,
      'TSAsExpression, TSTypeAssertion': ask,
      TSTypePredicate: ask,
      BinaryExpression: ask,
      SwitchCase: ask,
      CallExpression: ask,
    };
  },
});

function dataOf(mistake: SettledMistake): Record<string, string> {
  switch (mistake.kind) {
    case 'uncheckedRead':
    case 'wrongStatus':
    case 'missingProperty':
    case 'truthinessTest': {
      const { property } = mistake;
      return isSettledProperty(property)
        ? {
            property,
            status: STATUS_WITH[property],
            other: opposite(STATUS_WITH[property]),
          }
        : { property };
    }
    case 'uncheckedCast':
    case 'wrongCast': {
      const { status } = mistake;
      return {
        status,
        other: opposite(status),
        property: status === 'fulfilled' ? 'value' : 'reason',
      };
    }
    case 'lyingPredicate':
      return { status: mistake.status };
    case 'unknownStatus':
      return { text: mistake.literal.text };
    case 'stringifiedRejection':
      return {};
  }
}
