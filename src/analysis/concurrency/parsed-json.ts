import ts from 'typescript';

import { constantAt } from './bounds.ts';
import {
  accessedName,
  isFunctionWithBody,
  unwrap,
} from '../language/syntax.ts';

/** How many names, properties and calls are looked through. */
const FOLLOWED = 8;

/** Whether an expression evaluates to what `response.json()` or `JSON.parse` gave, or to a part of that, which may be of any length; `false` where that is not known. */
export function isParsedJson(
  checker: ts.TypeChecker,
  expression: ts.Expression,
  left = FOLLOWED,
): boolean {
  const node = unwrap(expression);
  const origin = left > 0 ? originOf(checker, node) : undefined;
  return (
    (ts.isCallExpression(node) && parses(node)) ||
    (origin !== undefined && isParsedJson(checker, origin, left - 1))
  );
}

function parses(call: ts.CallExpression): boolean {
  const callee = unwrap(call.expression);
  const name = accessedName(callee);
  return (
    (name === 'json' && call.arguments.length === 0) ||
    (name === 'parse' &&
      (callee as ts.AccessExpression).expression.getText() === 'JSON')
  );
}

/** What an expression takes its value from: the initial value of a constant, the object of a property, the promise that is awaited. */
function originOf(
  checker: ts.TypeChecker,
  node: ts.Expression,
): ts.Expression | undefined {
  if (ts.isAwaitExpression(node) || accessedName(node) !== undefined) {
    return (node as ts.AwaitExpression | ts.AccessExpression).expression;
  }
  if (ts.isCallExpression(node)) {
    const [callback] = node.arguments;
    const fn = callback && unwrap(callback);
    return accessedName(unwrap(node.expression)) === 'then' &&
      node.arguments.length === 1 &&
      isFunctionWithBody(fn) &&
      !ts.isBlock(fn.body)
      ? fn.body
      : undefined;
  }
  return constantAt(checker, node)?.initializer ?? patternAt(checker, node);
}

/** What a constant's pattern takes the named value out of: `data` in `const { rows } = data`. */
function patternAt(
  checker: ts.TypeChecker,
  node: ts.Expression,
): ts.Expression | undefined {
  const element = ts.isIdentifier(node)
    ? checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  const holder = element?.parent.parent;
  return element !== undefined &&
    ts.isBindingElement(element) &&
    holder !== undefined &&
    ts.isVariableDeclaration(holder) &&
    (ts.getCombinedNodeFlags(holder) & ts.NodeFlags.Const) !== 0
    ? holder.initializer
    : undefined;
}
