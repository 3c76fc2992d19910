import type { TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/combinators.ts';
import {
  type EarlyCleanup,
  earlyCleanupOf,
} from '../analysis/early-cleanups.ts';
import type { Member } from '../analysis/members.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';

// `Promise.all` rejects with its first rejection and waits for nobody else: the other members run on,
// while the `catch` and `finally` of whoever waits for it run already.

type MessageId = 'earlyRelease' | 'earlyDisposal';

const DECIDES = { all: 'rejects', any: 'fulfils', race: 'settles' } as const;

export default createRule<MessageId>({
  name: 'no-early-cleanup',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow releasing what members of a promise combinator still use',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    messages: {
      earlyRelease:
        'When one of these promises {{event}}, {{release}} comes while {{users}} may still use `{{resource}}`.',
      earlyDisposal:
        'This `return` does not wait for `Promise.{{method}}`: `{{resource}}` is disposed while {{users}} may still use it.',
    },
    schema: [],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        const early = call && earlyCleanupOf(source.program, call);
        if (call === undefined || early === undefined) {
          return;
        }
        context.report({
          node,
          messageId: early.outrun === 'all' ? 'earlyDisposal' : 'earlyRelease',
          data: {
            method: call.method,
            event: call.method === 'allSettled' ? '' : DECIDES[call.method],
            release: describe(early),
            resource: early.release.resource.text,
            users: namesOf(early.users),
          },
        });
      },
    };
  },
});

function describe({ release: { kind, node, resource } }: EarlyCleanup): string {
  switch (kind) {
    case 'call': {
      const file = node.getSourceFile();
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      const callee = (node as ts.CallExpression).expression.getText();
      return `\`${callee}()\` of line ${String(line + 1)}`;
    }
    case 'using':
      return `the end of the block of \`using ${resource.text}\``;
    case 'transaction':
      return 'the end of the transaction';
  }
}

function namesOf(users: readonly Member[]): string {
  return users
    .slice(0, 2)
    .map(({ node, isMany }) => {
      const name = (
        ts.isCallExpression(node) ? node.expression : node
      ).getText();
      return isMany ? `the rest of \`${name}\`` : `\`${name}\``;
    })
    .join(' or ');
}
