import ts from 'typescript';

import { namedSymbol, referencesOf } from '../language/references.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { type ValueUse, useOf } from '../language/uses.ts';

/**
 * Whether an iterable yields nothing, for certain: an empty literal, a spread of one, an empty `new Set()`,
 * or a `const` that holds one and that nothing can have filled. `false` where that is not known.
 */
export function isProvablyEmpty(
  program: ts.Program,
  expression: ts.Expression,
): boolean {
  const node = unwrap(expression);
  if (ts.isIdentifier(node)) {
    const declaration = namedSymbol(
      program.getTypeChecker(),
      node,
    )?.valueDeclaration;
    return (
      declaration !== undefined && isNeverFilled(program, declaration, node)
    );
  }
  return isEmptyWhenMade(program, node);
}

function isEmptyWhenMade(program: ts.Program, node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.every(
      (element) =>
        ts.isSpreadElement(element) &&
        isProvablyEmpty(program, element.expression),
    );
  }
  return (
    ts.isNewExpression(node) &&
    ts.isIdentifier(node.expression) &&
    (node.expression.text === 'Set' || node.expression.text === 'Array') &&
    (node.arguments ?? []).length === 0
  );
}

/** Whether a declaration is a local `const` that is empty when made, and whose every mention only reads it. */
function isNeverFilled(
  program: ts.Program,
  declaration: ts.Declaration,
  asked: ts.Identifier,
): boolean {
  const checker = program.getTypeChecker();
  const symbol = namedSymbol(checker, asked);
  return (
    symbol !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 &&
    (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) ===
      0 &&
    declaration.getSourceFile() === asked.getSourceFile() &&
    declaration.initializer !== undefined &&
    isEmptyWhenMade(program, unwrap(declaration.initializer)) &&
    referencesOf(checker, symbol, asked.getSourceFile()).every(
      (reference) => reference === asked || isRead(useOf(reference)),
    )
  );
}

function isRead(use: ValueUse): boolean {
  switch (use.kind) {
    case 'iterated':
    case 'tested':
      return true;
    case 'element':
      return use.isSpread;
    case 'accessed':
      return (
        (use.name === 'length' || use.name === 'size') &&
        useOf(use.node).kind === 'tested'
      );
    case 'argument':
      return ['all', 'allSettled', 'any', 'race'].includes(
        accessedName(unwrap(use.of.expression)) ?? '',
      );
    default:
      return false;
  }
}
