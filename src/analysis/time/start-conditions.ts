import ts from 'typescript';

import type { PromiseStart } from './promise-starts.ts';
import { unwrap } from '../language/syntax.ts';

/** What is known of a condition after the start: what looks for the promise finds it, and conditions around the start hold. */
export function knownValueOf(
  start: PromiseStart,
  condition: ts.Expression,
): boolean | undefined {
  const node = unwrap(condition);
  if (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.ExclamationToken
  ) {
    const value = knownValueOf(start, node.operand);
    return value === undefined ? undefined : !value;
  }
  if (isPresence(start, node)) {
    return true;
  }
  if (
    ts.isBinaryExpression(node) &&
    isPresence(start, unwrap(node.left)) &&
    /^(?:undefined|null|0)$/u.test(node.right.getText())
  ) {
    return PRESENT_BY.get(node.operatorToken.kind);
  }
  return logicalValue(start, node) ?? assumedBy(start, node.getText());
}

/** `a || b` holds where one of them does, `a && b` does not where one of them does not. */
function logicalValue(
  start: PromiseStart,
  node: ts.Expression,
): boolean | undefined {
  if (!ts.isBinaryExpression(node)) {
    return undefined;
  }
  const { kind } = node.operatorToken;
  if (
    kind !== ts.SyntaxKind.BarBarToken &&
    kind !== ts.SyntaxKind.AmpersandAmpersandToken
  ) {
    return undefined;
  }
  const decisive = kind === ts.SyntaxKind.BarBarToken;
  const values = [node.left, node.right].map((side) =>
    knownValueOf(start, side),
  );
  if (values.includes(decisive)) {
    return decisive;
  }
  return values.includes(undefined) ? undefined : !decisive;
}

const PRESENT_BY: ReadonlyMap<ts.SyntaxKind, boolean> = new Map([
  [ts.SyntaxKind.EqualsEqualsToken, false],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, false],
  [ts.SyntaxKind.ExclamationEqualsToken, true],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, true],
  [ts.SyntaxKind.GreaterThanToken, true],
]);

/** Whether an expression is the promise or array itself, or its length. */
function isPresence({ name }: PromiseStart, node: ts.Expression): boolean {
  const kept =
    ts.isPropertyAccessExpression(node) && node.name.text === 'length'
      ? unwrap(node.expression)
      : node;
  return ts.isIdentifier(kept) && kept.text === name.text;
}

/** What a condition was on the way to the start, by its text. */
function assumedBy(
  { expression, region }: PromiseStart,
  text: string,
): boolean | undefined {
  let child: ts.Node = expression;
  while (child !== region && !ts.isSourceFile(child)) {
    const { parent }: ts.Node = child;
    if (
      ts.isIfStatement(parent) &&
      child !== parent.expression &&
      parent.expression.getText() === text
    ) {
      return child === parent.thenStatement;
    }
    child = parent;
  }
  return undefined;
}
