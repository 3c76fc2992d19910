import ts from 'typescript';

import { referencesOf } from '../language/references.ts';
import { memberAccessOf, wrapped } from '../language/syntax.ts';

/**
 * The throw or message that tells of a failure which a condition or number notices: `if (failed.length > 0) throw …`,
 * `` `${failed.length} failed` ``. `undefined` where nothing is told there: the number itself goes on.
 */
export function messageAbout(
  checker: ts.TypeChecker,
  notice: ts.Node,
): ts.Node | undefined {
  return search(checker, notice, 0);
}

function search(
  checker: ts.TypeChecker,
  notice: ts.Node,
  depth: number,
): ts.Node | undefined {
  let node = wrapped(notice);
  while (ts.isExpression(node.parent) || ts.isTemplateSpan(node.parent)) {
    node = node.parent;
    if (ts.isFunctionLike(node)) {
      return undefined;
    }
    if (ts.isTemplateExpression(node)) {
      return toldIn(node);
    }
  }
  const { parent } = node;
  if (ts.isIfStatement(parent)) {
    return messageIn(parent.thenStatement);
  }
  if (
    ts.isVariableDeclaration(parent) &&
    ts.isIdentifier(parent.name) &&
    depth < 3
  ) {
    const symbol = checker.getSymbolAtLocation(parent.name);
    const references = symbol
      ? referencesOf(checker, symbol, parent.getSourceFile())
      : [];
    for (const reference of references) {
      const found = search(checker, memberAccessOf(reference), depth + 1);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** The throw or the call of a statement that a text stands in. */
function toldIn(text: ts.Node): ts.Node | undefined {
  let node = text;
  while (ts.isExpression(node.parent)) {
    node = node.parent;
  }
  return ts.isThrowStatement(node.parent) ||
    (ts.isExpressionStatement(node.parent) && ts.isCallExpression(node))
    ? node.parent
    : undefined;
}

/** The first throw, or call with a text, in a branch. */
function messageIn(branch: ts.Node): ts.Node | undefined {
  if (ts.isFunctionLike(branch)) {
    return undefined;
  }
  if (ts.isThrowStatement(branch) || isMessage(branch)) {
    return branch;
  }
  return ts.forEachChild(branch, messageIn);
}

function isMessage(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) &&
    ts.isCallExpression(node.expression) &&
    node.expression.arguments.some(
      (argument) =>
        ts.isStringLiteralLike(argument) || ts.isTemplateExpression(argument),
    )
  );
}
