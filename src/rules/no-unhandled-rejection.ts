import type { TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import {
  type CombinatorCall,
  isCombinatorName,
  MENTIONS_COMBINATOR,
  recogniseCombinator,
} from '../analysis/combinators.ts';
import { fateOf, type RejectionFate } from '../analysis/fates.ts';
import { describePath } from '../analysis/paths.ts';
import { rejectionOf } from '../analysis/sources.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { addCatch } from '../suggestions/add-catch.ts';
import { type Edit, toFix } from '../suggestions/edits.ts';
import { useAllSettled } from '../suggestions/use-all-settled.ts';
import { wrapInTry } from '../suggestions/wrap-in-try.ts';

// A combinator makes a new promise. Whoever handles its members does not handle it: when it rejects
// and nothing reacts to it, the host reports an unhandled rejection (HostPromiseRejectionTracker,
// ECMA-262, 27.2.1.9), which ends a Node process.

type MessageId =
  | 'lostRejection'
  | 'lostAtTopLevel'
  | 'wrapInTry'
  | 'addCatch'
  | 'useAllSettled';

type Options = [{ ignoreTopLevel: boolean; ignoreVoid: boolean }];

type Lost = Extract<RejectionFate, { kind: 'lost' }>;

interface Finding {
  node: TSESTree.CallExpression;
  call: CombinatorCall;
  lost: Lost;
}

export default createRule<MessageId, Options>({
  name: 'no-unhandled-rejection',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow promise combinators whose rejection nobody handles',
      presets: {
        recommended: 'error',
        strict: ['error', { ignoreTopLevel: false, ignoreVoid: false }],
        all: ['error', { ignoreTopLevel: false, ignoreVoid: false }],
      },
    },
    hasSuggestions: true,
    messages: {
      lostRejection:
        'When this `Promise.{{method}}` rejects, nobody handles it: {{path}}.',
      lostAtTopLevel:
        'When this `Promise.{{method}}` rejects, nobody handles it: {{path}}, and the program ends with an unhandled rejection.',
      wrapInTry:
        'All must succeed: handle the failure with `try` and `catch` here.',
      addCatch:
        'Handle the failure with `.catch()` where the promise is dropped.',
      useAllSettled:
        'Each on its own: use `Promise.allSettled` and a fallback for every member that fails.',
    },
    schema: [
      {
        type: 'object',
        description: 'What to leave to others.',
        properties: {
          ignoreTopLevel: {
            type: 'boolean',
            description:
              'Whether the top level of a module may fail: in scripts, to end the process with an error is often right.',
          },
          ignoreVoid: {
            type: 'boolean',
            description:
              'Whether `void` in front of a promise counts as a decision to ignore its rejection.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ ignoreTopLevel: false, ignoreVoid: false }],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const [{ ignoreTopLevel, ignoreVoid }] = context.options;
    const findings: Finding[] = [];

    return {
      CallExpression(node): void {
        if (!isCombinatorName(calledName(node))) {
          return;
        }
        const call = recogniseCombinator(
          source.program,
          source.toTypeScript(node),
        );
        const lost = call && lossOf(source, call);
        if (
          call === undefined ||
          lost === undefined ||
          (ignoreTopLevel && isTopLevel(lost)) ||
          (ignoreVoid && lost.how === 'voided')
        ) {
          return;
        }
        findings.push({ node, call, lost });
      },
      'Program:exit'(): void {
        for (const { node, call, lost } of firstOfEachLoss(findings)) {
          const dropped = droppedExpression(source, lost);
          context.report({
            node,
            messageId: isTopLevel(lost) ? 'lostAtTopLevel' : 'lostRejection',
            data: { method: call.method, path: describePath(lost) },
            suggest: [
              suggestion('wrapInTry', () => {
                const statement = awaitingStatement(node);
                return statement && wrapInTry(context.sourceCode, statement);
              }),
              suggestion('addCatch', () => dropped && addCatch(dropped)),
              suggestion('useAllSettled', () =>
                call.method === 'all'
                  ? useAllSettled(context.sourceCode, node, (index) =>
                      fallbackOf(source, call, index),
                    )
                  : undefined,
              ),
            ].flat(),
          });
        }
      },
    };
  },
});

function calledName({ callee }: TSESTree.CallExpression): string | undefined {
  if (callee.type !== 'MemberExpression') {
    return undefined;
  }
  const { property } = callee;
  if (property.type === 'Identifier' && !callee.computed) {
    return property.name;
  }
  return property.type === 'Literal' ? String(property.value) : undefined;
}

function lossOf(source: TypedSource, call: CombinatorCall): Lost | undefined {
  if (call.method === 'allSettled') {
    return undefined;
  }
  const fate = fateOf(source.program, call.node);
  return fate.kind === 'lost' &&
    rejectionOf(source.program, call.node).kind === 'may'
    ? fate
    : undefined;
}

function isTopLevel({ how }: Lost): boolean {
  return how === 'top-level';
}

/** Several combinators that end in one dropped promise are one mistake, reported at the first of them. */
function firstOfEachLoss(findings: readonly Finding[]): Finding[] {
  const losses = new Set<ts.Node>();
  return [...findings]
    .sort((a, b) => a.node.range[0] - b.node.range[0])
    .filter(({ lost }) => {
      const isFirst = !losses.has(lost.at);
      losses.add(lost.at);
      return isFirst;
    });
}

function suggestion(
  messageId: 'wrapInTry' | 'addCatch' | 'useAllSettled',
  edit: () => Edit[] | undefined,
): { messageId: typeof messageId; fix: ReturnType<typeof toFix> }[] {
  const edits = edit();
  return edits === undefined ? [] : [{ messageId, fix: toFix(edits) }];
}

/** The statement whose `await` meets the rejection: `await …;` or `const … = await …;`. */
function awaitingStatement(
  call: TSESTree.CallExpression,
): TSESTree.Statement | undefined {
  let node: TSESTree.Node = call;
  while (
    node.parent?.type === 'MemberExpression' ||
    node.parent?.type === 'CallExpression' ||
    node.parent?.type === 'ChainExpression'
  ) {
    node = node.parent;
  }
  if (node.parent?.type !== 'AwaitExpression') {
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

/** The expression whose promise is dropped, where it stands in this file. */
function droppedExpression(
  source: TypedSource,
  { at, how }: Lost,
): TSESTree.Expression | undefined {
  const node = source.toESTree(at);
  if (how === 'voided' && node?.type === 'UnaryExpression') {
    return node.argument;
  }
  return how === 'discarded' && node?.type === 'ExpressionStatement'
    ? node.expression
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
