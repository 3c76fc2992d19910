import ts from 'typescript';

import { referencesOf } from '../language/references.ts';
import {
  enclosingFunction,
  outermostFunction,
  wrapped,
} from '../language/syntax.ts';

/** Whether a module, as far as it runs by itself, does nothing with the function or class around a node. */
export function isOnlyExported(
  program: ts.Program,
  node: ts.Node,
  entered = new Set<ts.Node>(),
): boolean {
  let statement = node;
  while (!ts.isSourceFile(statement.parent)) {
    statement = statement.parent;
  }
  if (
    ts.isExportAssignment(statement) ||
    isAssignedToExports(outermostFunction(node, undefined) ?? node) ||
    entered.has(statement)
  ) {
    return true;
  }
  const names =
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
      ? [statement.name]
      : ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map(({ name }) => name)
        : [];
  const checker = program.getTypeChecker();
  entered.add(statement);
  return (
    names.length > 0 &&
    names.every((name) => {
      const symbol = name && checker.getSymbolAtLocation(name);
      return (
        symbol === undefined ||
        referencesOf(checker, symbol, node.getSourceFile()).every(
          (reference) =>
            ts.isExportSpecifier(reference.parent) ||
            isAssignedToExports(reference) ||
            (enclosingFunction(reference) !== undefined &&
              isOnlyExported(program, reference, entered)),
        )
      );
    })
  );
}

/** Whether a value is all, or part of the object or class, that a CommonJS module gives: `exports.load = load`, `module.exports = { load }`. */
function isAssignedToExports(value: ts.Node): boolean {
  const { parent } = wrapped(value);
  if (
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isClassExpression(parent)
  ) {
    return isAssignedToExports(parent);
  }
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.right === wrapped(value) &&
    (/^(?:module\.)?exports\b/u.test(parent.left.getText()) ||
      isAssignedToExports(parent))
  );
}
