import type { TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import {
  enclosingFunction,
  hasModifier,
  isGenerator,
} from '../analysis/language/syntax.ts';
import type { TypedSource } from '../source/typed-source.ts';
import type { Edit } from './edits.ts';

/**
 * Makes the function around a node async, where it is not, so that it may wait there: nothing to do at the top
 * level of a module. `undefined` for methods and generators, and where what the function returns need not be a
 * promise of the language.
 */
export function makeAsync(
  { checker, toTypeScript }: TypedSource,
  at: TSESTree.Node,
): Edit[] | undefined {
  const node = toTypeScript(at);
  const home = node && enclosingFunction(node);
  if (home === undefined || hasModifier(home, ts.SyntaxKind.AsyncKeyword)) {
    return [];
  }
  if (
    !(
      ts.isArrowFunction(home) ||
      ts.isFunctionExpression(home) ||
      (ts.isFunctionDeclaration(home) && home.modifiers === undefined)
    ) ||
    isGenerator(home)
  ) {
    return undefined;
  }
  const signature = checker.getSignatureFromDeclaration(home);
  const returned = signature && checker.getReturnTypeOfSignature(signature);
  const start = home.getStart();
  return returned?.getSymbol()?.name === 'Promise'
    ? [{ range: [start, start], text: 'async ' }]
    : undefined;
}
