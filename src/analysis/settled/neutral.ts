import ts from 'typescript';

import { equalityOf, isCondition, isLogical } from '../language/conditions.ts';
import { accessedName, wrapped } from '../language/syntax.ts';

/** Matchers that say how many results there are, which holds whatever their status. */
const COUNTS: ReadonlySet<string> = new Set([
  'length',
  'lengthOf',
  'toHaveLength',
]);

/**
 * Whether a use of a name of settled results says nothing of the status of the one in question: it counts
 * them, asks whether they are there, or takes another one of them.
 *
 * @param index the index at which the result in question was taken, where it is a literal.
 */
export function isNeutralUse(
  name: ts.Identifier,
  index: string | undefined,
): boolean {
  let node: ts.Node = wrapped(name);
  while (ts.isAwaitExpression(node.parent) || isElementOf(node.parent, node)) {
    const taken = literalIndexOf(node.parent);
    if (taken !== undefined && index !== undefined && taken !== index) {
      return true;
    }
    node = wrapped(node.parent);
  }
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    return parent.name.text === 'length';
  }
  if (ts.isCallExpression(parent)) {
    return (
      accessedName(parent.expression) === 'isArray' || isCounted(parent.parent)
    );
  }
  const equality = equalityOf(parent);
  return (
    (ts.isPrefixUnaryExpression(parent) &&
      parent.operator === ts.SyntaxKind.ExclamationToken) ||
    isLogical(parent) ||
    isCondition(node) ||
    (equality !== undefined &&
      (isNothing(equality.left) || isNothing(equality.right)))
  );
}

/** The index of `results[0]`; `undefined` where it is no literal, or the node no element access. */
export function literalIndexOf(node: ts.Node): string | undefined {
  return ts.isElementAccessExpression(node) &&
    ts.isNumericLiteral(node.argumentExpression)
    ? node.argumentExpression.text
    : undefined;
}

function isElementOf(access: ts.Node, list: ts.Node): boolean {
  return (
    ts.isElementAccessExpression(access) &&
    access.expression === list &&
    accessedName(access) === undefined
  );
}

/** `expect(results).toHaveLength(2)`, `expect(results).to.have.lengthOf(2)`. */
function isCounted(matcher: ts.Node): boolean {
  let access = matcher;
  while (ts.isPropertyAccessExpression(access)) {
    if (COUNTS.has(access.name.text)) {
      return true;
    }
    access = access.parent;
  }
  return false;
}

function isNothing(node: ts.Expression): boolean {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined')
  );
}
