import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { awaitedListOf } from '../analysis/arguments/awaited-members.ts';
import { isFilledOnlyFor } from '../analysis/arguments/awaited-pushes.ts';
import {
  areNeededBefore,
  mayNeedOrder,
} from '../analysis/arguments/needed-order.ts';
import type { CombinatorCall } from '../analysis/language/combinators.ts';
import { wrapped } from '../analysis/language/syntax.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, hasComment } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Takes the `await` of several members away, so that a combinator is given their promises. `undefined` where the array
 * is also used for something else, or typed by its author, and where one member may need what another one has done.
 */
export function removeAwaits(
  sourceCode: SourceCode,
  { checker, program, toESTree }: TypedSource,
  call: CombinatorCall,
  remove: readonly ts.AwaitExpression[],
): Edit[] | undefined {
  if (
    remove.length === 0 ||
    !isFilledOnlyFor(checker, call) ||
    mayNeedOrder(remove) ||
    areNeededBefore(remove, call.node)
  ) {
    return undefined;
  }
  const edits = remove.map((node) => {
    const spread = wrapped(node).parent;
    const target = toESTree(spread);
    if (ts.isSpreadElement(spread)) {
      const list = awaitedListOf(program, spread);
      const listNode = list && toESTree(list);
      return call.method === 'all' &&
        target?.type === 'SpreadElement' &&
        listNode
        ? spreadList(sourceCode, target, listNode)
        : undefined;
    }
    const expression = toESTree(node);
    return expression?.type === 'AwaitExpression'
      ? removeAwait(sourceCode, expression)
      : undefined;
  });
  return edits.some((edit) => edit === undefined)
    ? undefined
    : edits.flatMap((edit) => edit ?? []);
}

/** Takes the `await` of a member away, so that the array holds its promise; `undefined` where a cast says what type the awaited value has. */
function removeAwait(
  sourceCode: SourceCode,
  node: TSESTree.AwaitExpression,
): Edit[] | undefined {
  const keyword = sourceCode.getFirstToken(node);
  const next =
    keyword && sourceCode.getTokenAfter(keyword, { includeComments: true });
  return isCast(node.parent) || !next
    ? undefined
    : [{ range: [node.range[0], next.range[0]], text: '' }];
}

/** Spreads the list itself in the place of `...(await Promise.all(list))`; `undefined` where a comment would be lost. */
function spreadList(
  sourceCode: SourceCode,
  spread: TSESTree.SpreadElement,
  list: TSESTree.Node,
): Edit[] | undefined {
  const range: TSESTree.Range = [spread.range[0], spread.range[1]];
  return hasComment(sourceCode, [range[0], list.range[0]]) ||
    hasComment(sourceCode, [list.range[1], range[1]])
    ? undefined
    : [{ range, text: `...${sourceCode.getText(list)}` }];
}

function isCast({ type }: TSESTree.Node): boolean {
  return (
    type === 'TSAsExpression' ||
    type === 'TSNonNullExpression' ||
    type === 'TSSatisfiesExpression' ||
    type === 'TSTypeAssertion'
  );
}
