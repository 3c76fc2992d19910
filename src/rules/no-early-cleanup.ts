import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/language/combinators.ts';
import {
  type EarlyCleanup,
  earlyCleanupOf,
} from '../analysis/time/early-cleanups.ts';
import type { Release } from '../analysis/time/release-calls.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { suggestion } from '../suggestions/edits.ts';
import { insertAwait } from '../suggestions/insert-await.ts';
import { makeAsync } from '../suggestions/make-async.ts';
import { settleAll } from '../suggestions/settle-all.ts';

// A combinator settles as soon as its result is decided, and waits for nobody else: the other members
// run on, while the `catch` and `finally` of whoever waits for it run already.

type SuggestionId = 'settleAll' | 'insertAwait';

type MessageId = 'earlyRelease' | 'earlyDisposal' | SuggestionId;

/** What decides the result of each combinator while others are still running. */
const DECIDES = {
  all: 'rejects',
  allSettled: 'rejects',
  any: 'fulfils',
  race: 'settles',
} as const;

export default createRule<MessageId>({
  name: 'no-early-cleanup',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow releasing what members of a promise combinator still use',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      earlyRelease:
        'When one of these promises {{event}}, {{release}} comes while {{users}} may still {{use}}.',
      earlyDisposal:
        'This `return` does not wait for `Promise.{{method}}`: {{release}} comes while {{users}} may still {{use}}.',
      settleAll:
        'Wait until all of them have settled, and then throw the first reason.',
      insertAwait: 'Insert `await`, so that the block waits for the promise.',
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
            event: DECIDES[call.method],
            release: describeRelease(early.release),
            users: describeUsers(early),
            use: describeUse(early.release),
          },
          suggest: suggestionsFor(
            context.sourceCode,
            source,
            node,
            call,
            early,
          ),
        });
      },
    };
  },
});

function suggestionsFor(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
  { outrun, users }: EarlyCleanup,
): TSESLint.SuggestionReportDescriptor<SuggestionId>[] {
  const usesAlone = users.length === 1 && users[0]?.isMany === false;
  if (outrun === 'all' && (usesAlone || call.method === 'allSettled')) {
    const made = makeAsync(source, node);
    return suggestion('insertAwait', made && [...made, ...insertAwait(node)]);
  }
  return suggestion(
    'settleAll',
    call.method === 'all' ? settleAll(sourceCode, source, node) : undefined,
  );
}

function describeRelease({ kind, node, resource }: Release): string {
  switch (kind) {
    case 'call': {
      const file = node.getSourceFile();
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      const callee = (node as ts.CallExpression).expression.getText();
      return `\`${callee}()\` in line ${String(line + 1)}`;
    }
    case 'using':
      return `the end of \`using ${resource.text}\``;
    case 'transaction':
      return 'the end of the transaction';
  }
}

function describeUse({ of, resource }: Release): string {
  switch (of) {
    case 'limit':
      return `run, without its time limit`;
    case 'lock':
      return `run, without the lock`;
    default:
      return `use \`${resource.text}\``;
  }
}

/** Who may still be running, by the names that are called. */
function describeUsers({ users }: EarlyCleanup): string {
  const names = new Set(
    users.map(({ node, isMany }) => {
      const name = (
        ts.isCallExpression(node) ? node.expression : node
      ).getText();
      if (!/^[\w$#.?!]+$/u.test(name)) {
        return isMany ? 'the rest' : 'another one';
      }
      return isMany ? `the rest of \`${name}\`` : `\`${name}\``;
    }),
  );
  const [first = '', second] = names;
  if (second === undefined) {
    return users.length > 1 && first.startsWith('`')
      ? `another ${first}`
      : first;
  }
  return `${first} or ${second}`;
}
