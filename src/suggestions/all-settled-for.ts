import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import type { CombinatorCall } from '../analysis/language/combinators.ts';
import { isOpaque } from '../analysis/language/types.ts';
import type { TypedSource } from '../source/typed-source.ts';
import type { Edit } from './edits.ts';
import { useAllSettled } from './use-all-settled.ts';

/** `Promise.allSettled` in place of `Promise.all`, where the types of this program allow it, with fallbacks of the members' types. */
export function allSettledFor(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
): Edit[] | undefined {
  return call.method === 'all' && hasAllSettled(source, call)
    ? useAllSettled(
        sourceCode,
        node,
        (index) => fallbackOf(source, call, index),
        {
          assertion:
            kindsOf(source, call) > 1 ? tupleAssertion(call) : undefined,
        },
      )
    : undefined;
}

/** Whether the constructor has `allSettled` in this program's library, and its results are not just anything. */
function hasAllSettled(
  { checker }: TypedSource,
  { node, input }: CombinatorCall,
): boolean {
  const constructor = checker.getTypeAtLocation(
    (node.expression as ts.AccessExpression).expression,
  );
  return (
    checker.getPropertyOfType(constructor, 'allSettled') !== undefined &&
    // Of a list that may be anything, the results would be so too.
    !(
      input.kind === 'iterable' &&
      isOpaque(checker, checker.getTypeAtLocation(input.expression))
    )
  );
}

/** What makes a list of values keep the type of each of them. */
function tupleAssertion({ node }: CombinatorCall): string {
  return node.flags & ts.NodeFlags.JavaScriptFile ? '' : ' as const';
}

/** How many types the values have that are kept under one name: those of several are not read by one callback. */
function kindsOf(
  { checker }: TypedSource,
  { node, input }: CombinatorCall,
): number {
  const results = checker.getAwaitedType(checker.getTypeAtLocation(node));
  const target = targetOf(node);
  const isTakenApart =
    ts.isArrayBindingPattern(target) || ts.isArrayLiteralExpression(target);
  return isTakenApart || input.kind !== 'tuple' || results === undefined
    ? 1
    : new Set(checker.getTypeArguments(results as ts.TypeReference)).size;
}

/** What an awaited call is bound to, or the node around it. */
function targetOf(call: ts.CallExpression): ts.Node {
  const holder = call.parent.parent;
  if (ts.isVariableDeclaration(holder)) {
    return holder.name;
  }
  return ts.isBinaryExpression(holder) ? holder.left : holder;
}

function fallbackOf(
  { checker }: TypedSource,
  call: CombinatorCall,
  index: number | undefined,
): 'null' | '[]' {
  const results = checker.getAwaitedType(checker.getTypeAtLocation(call.node));
  const property =
    results && index !== undefined
      ? results.getProperty(String(index))
      : undefined;
  const element =
    property === undefined
      ? results?.getNumberIndexType()
      : checker.getTypeOfSymbolAtLocation(property, call.node);
  return element !== undefined &&
    checker.isArrayType(element) &&
    !checker.isTupleType(element)
    ? '[]'
    : 'null';
}
