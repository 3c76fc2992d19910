import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import {
  type AwaitedRead,
  independentReadsIn,
} from '../analysis/concurrency/independent-awaits.ts';
import { describeExpression } from '../analysis/fates/paths.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import {
  type AwaitedConstant,
  combineAwaits,
  COMBINING_MESSAGES,
  type CombiningMessageId,
} from '../suggestions/combine-awaits.ts';
import { suggestion } from '../suggestions/edits.ts';

// An `await` stops its function until the promise has settled: what the next statement asks for is
// asked for later, whether it needs the answer or not.

type MessageId = 'sequentialReads' | CombiningMessageId;

type Blocks = TSESTree.BlockStatement | TSESTree.Program;

export default createRule<MessageId>({
  name: 'prefer-concurrent-awaits',
  meta: {
    type: 'suggestion',
    docs: {
      description:
        'Prefer a combinator over awaiting reads one by one that do not need each other',
      presets: { all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      sequentialReads:
        '`{{later}}` does not need what `{{earlier}}` gives, and starts only when that is done: `Promise.all` waits for both together.',
      ...COMBINING_MESSAGES,
    },
    schema: [],
  },
  mentions: /\bawait\b/u,
  create(context, source) {
    const report = (block: Blocks): void => {
      if (block.body.filter(holdsAwait).length < 2) {
        return;
      }
      const node = source.toTypeScript(block) as
        ts.Block | ts.SourceFile | undefined;
      const groups = node
        ? independentReadsIn(source.program, node.statements)
        : [];
      for (const group of groups) {
        const [earlier, later] = group;
        const at = later && source.toESTree(later.node);
        if (earlier && later && at) {
          context.report({
            node: at,
            messageId: 'sequentialReads',
            data: {
              earlier: describeExpression(earlier.call),
              later: describeExpression(later.call),
            },
            suggest: suggestion(
              'combineAwaits',
              combinationOf(context.sourceCode, source, group),
            ),
          });
        }
      }
    };
    return { BlockStatement: report, Program: report };
  },
});

/** The cheap question: is a statement a declaration that awaits? */
function holdsAwait(statement: TSESTree.Node): boolean {
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations[0].init?.type === 'AwaitExpression'
  );
}

function combinationOf(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { toESTree }: TypedSource,
  group: readonly AwaitedRead[],
): ReturnType<typeof combineAwaits> {
  const constants = group.flatMap(({ call, declaration, statement }) => {
    const nodes = [statement, declaration.name, call].map(toESTree);
    const [at, name, promise] = nodes;
    // A declared type belongs to its name, and finds no place in a pattern.
    return at && name && promise && declaration.type === undefined
      ? [{ statement: at, name, promise } satisfies AwaitedConstant]
      : [];
  });
  return constants.length === group.length
    ? combineAwaits(sourceCode, constants)
    : undefined;
}
