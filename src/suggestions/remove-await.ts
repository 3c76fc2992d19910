import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { type Edit, hasComment } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Takes the `await` of a member away, so that the array holds its promise; `undefined` where a cast says what type the awaited value has. */
export function removeAwait(
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
export function spreadList(
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
