import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import type { CombinatorCall } from '../analysis/combinators.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, toFix } from './edits.ts';
import { useAllSettled } from './use-all-settled.ts';
import { wrapInTry } from './wrap-in-try.ts';

// The edits that handle a combinator's rejection where it is called, shared by the rules that ask
// for it. Two of them side by side are a decision: all must succeed, or each is on its own.

export type HandlingMessageId = 'wrapInTry' | 'useAllSettled';

export const HANDLING_MESSAGES = {
  wrapInTry:
    'All must succeed: handle the failure with `try` and `catch` here.',
  useAllSettled:
    'Each on its own: use `Promise.allSettled` and a fallback for every member that fails.',
} as const satisfies Record<HandlingMessageId, string>;

type Suggestions = TSESLint.ReportSuggestionArray<HandlingMessageId>;

/** What to suggest for a combinator where it is called. */
export function handlingSuggestions(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
): Suggestions {
  const statement = awaitingStatement(node);
  return [
    ...suggestion('wrapInTry', statement && wrapInTry(sourceCode, statement)),
    ...suggestion(
      'useAllSettled',
      call.method === 'all'
        ? useAllSettled(sourceCode, node, (index) =>
            fallbackOf(source, call, index),
          )
        : undefined,
    ),
  ];
}

function suggestion(
  messageId: HandlingMessageId,
  edits: Edit[] | undefined,
): Suggestions[number][] {
  return edits === undefined ? [] : [{ messageId, fix: toFix(edits) }];
}

/** The statement whose `await` meets the rejection: `await …;` or `const … = await …;`. */
function awaitingStatement(
  call: TSESTree.CallExpression,
): TSESTree.Statement | undefined {
  let node: TSESTree.Node = call;
  while (
    node.parent.type === 'MemberExpression' ||
    node.parent.type === 'CallExpression' ||
    node.parent.type === 'ChainExpression'
  ) {
    node = node.parent;
  }
  if (node.parent.type !== 'AwaitExpression') {
    return undefined;
  }
  let statement: TSESTree.Node = node.parent.parent;
  if (statement.type === 'AssignmentExpression') {
    statement = statement.parent;
  }
  if (statement.type === 'VariableDeclarator') {
    statement = statement.parent;
  }
  return statement.type === 'ExpressionStatement' ||
    (statement.type === 'VariableDeclaration' &&
      statement.parent.type !== 'ExportNamedDeclaration')
    ? statement
    : undefined;
}

function fallbackOf(
  { checker }: TypedSource,
  call: CombinatorCall,
  index: number | undefined,
): 'null' | '[]' {
  const settled = checker.getAwaitedType(checker.getTypeAtLocation(call.node));
  const property =
    settled && index !== undefined
      ? settled.getProperty(String(index))
      : undefined;
  const element =
    property === undefined
      ? settled?.getNumberIndexType()
      : checker.getTypeOfSymbolAtLocation(property, call.node);
  return element !== undefined && checker.isArrayLikeType(element)
    ? '[]'
    : 'null';
}
