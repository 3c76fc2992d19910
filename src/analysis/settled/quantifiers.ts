import ts from 'typescript';

import { equalityOf } from '../language/conditions.ts';
import type { Subject } from './claims.ts';
import { accessedName, unwrap } from '../language/syntax.ts';

/** A test that answers the same for every one of the results, and what it answers. */
export interface Quantifier {
  test: ts.Expression;
  truth: boolean;
}

/**
 * What a condition about all results says of each of them: `all.some(test)`, `all.every(test)`,
 * `all.find(test)`, and the length of `all.filter(test)`. `at-least-one` where it says something of one
 * of them, and nothing of each; `unknown` where it compares numbers otherwise; `undefined` where it is
 * no such condition.
 */
export function quantifierOf(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Quantifier | 'at-least-one' | 'unknown' | undefined {
  const asked = askedOfAll(subject, node);
  switch (asked?.method) {
    case 'every':
      return truth ? { test: asked.test, truth: true } : 'at-least-one';
    case 'find':
    case 'findLast':
    case 'some':
      return truth ? 'at-least-one' : { test: asked.test, truth: false };
    default:
      return lengthQuantifierOf(subject, node, truth);
  }
}

/** `failed.length > 0`, `failed.length === 0`, `ok.length === all.length` and the bare `failed.length`. */
function lengthQuantifierOf(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Quantifier | 'at-least-one' | 'unknown' | undefined {
  const bare = chosenIn(subject, node);
  if (bare !== undefined) {
    return truth ? 'at-least-one' : { test: bare, truth: false };
  }
  if (!ts.isBinaryExpression(node)) {
    return undefined;
  }
  const { left, right, operatorToken } = node;
  const test = chosenIn(subject, unwrap(left));
  if (test === undefined) {
    return undefined;
  }
  const isNone = emptinessOf(operatorToken.kind, right);
  if (isNone !== undefined) {
    return isNone === truth ? { test, truth: false } : 'at-least-one';
  }
  const isEqual = equalityOf(node)?.isEqual;
  if (
    isEqual === undefined ||
    accessedName(right) !== 'length' ||
    !isWhole(subject, (right as ts.AccessExpression).expression)
  ) {
    return 'unknown';
  }
  return isEqual === truth ? { test, truth: true } : 'at-least-one';
}

/** Whether a comparison of a length is true just where the length is zero (`true`) or just where it is not (`false`). */
function emptinessOf(
  operator: ts.SyntaxKind,
  right: ts.Expression,
): boolean | undefined {
  const bound = ts.isNumericLiteral(right) ? right.text : undefined;
  switch (operator) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return bound === '0' ? true : undefined;
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
      return bound === '0' ? false : undefined;
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return bound === '1' ? false : undefined;
    default:
      return undefined;
  }
}

/** The test of `all.filter(test).length`, where what it accepts may have a name of its own. */
function chosenIn(
  subject: Subject,
  node: ts.Expression,
): ts.Expression | undefined {
  if (accessedName(node) !== 'length') {
    return undefined;
  }
  const list = unwrap((node as ts.AccessExpression).expression);
  const asked = askedOfAll(subject, initialiserOf(subject, list) ?? list);
  return asked?.method === 'filter' ? asked.test : undefined;
}

/** A method with a test, called on all the results that the one in question is among. */
function askedOfAll(
  subject: Subject,
  node: ts.Expression,
): { method: string | undefined; test: ts.Expression } | undefined {
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const [test] = node.arguments;
  const callee = unwrap(node.expression);
  const method = accessedName(callee);
  return test !== undefined &&
    method !== undefined &&
    isWhole(subject, (callee as ts.AccessExpression).expression)
    ? { method, test }
    : undefined;
}

function isWhole({ mentions }: Subject, node: ts.Expression): boolean {
  const root = unwrap(node);
  const symbol = ts.isIdentifier(root) ? mentions.symbolOf(root) : undefined;
  return symbol !== undefined && mentions.names.has(symbol);
}

/** What the constant that an expression names was made with; `undefined` where it is none, or one of the results. */
export function initialiserOf(
  { mentions }: Subject,
  name: ts.Expression,
): ts.Expression | undefined {
  const symbol = ts.isIdentifier(name) ? mentions.symbolOf(name) : undefined;
  const declaration = symbol?.valueDeclaration;
  return symbol !== undefined &&
    !mentions.names.has(symbol) &&
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    declaration.getSourceFile() === name.getSourceFile() &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
    ? unwrap(declaration.initializer)
    : undefined;
}
