import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { enclosingFunction, hasModifier } from '../analysis/language/syntax.ts';

/** Whether `await` may be written at a node: in the body of an async function, and not among its parameters. */
export function isInAsyncBody(node: ts.Node): boolean {
  const fn = enclosingFunction(node);
  return (
    fn !== undefined &&
    hasModifier(fn, ts.SyntaxKind.AsyncKeyword) &&
    'body' in fn &&
    fn.body !== undefined &&
    (fn.body as ts.Node).pos <= node.pos
  );
}

/** Whether `Promise` names the language's own class at a node: no import or declaration of that name is in the way. */
export function isPromiseGlobal(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.Node,
): boolean {
  for (
    let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node);
    scope;
    scope = scope.upper
  ) {
    const variable = scope.set.get('Promise');
    if (variable !== undefined) {
      return variable.defs.length === 0;
    }
  }
  return true;
}
