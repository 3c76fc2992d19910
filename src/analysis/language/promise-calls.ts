import ts from 'typescript';

import { accessedName, unwrap } from './syntax.ts';
import { isDefaultLibrarySymbol, promisenessOf } from './types.ts';

/** A call of a promise's own methods, with `catch(h)` read as `then(undefined, h)` (ECMA-262, 27.2.5.1). */
export type PromiseMethodCall =
  | {
      kind: 'then';
      node: ts.CallExpression;
      receiver: ts.Expression;
      onFulfilled: ts.Expression | undefined;
      onRejected: ts.Expression | undefined;
    }
  | {
      kind: 'finally';
      node: ts.CallExpression;
      receiver: ts.Expression;
      onSettled: ts.Expression | undefined;
    }
  | {
      kind: 'resolve';
      node: ts.CallExpression;
      value: ts.Expression | undefined;
    }
  | { kind: 'reject'; node: ts.CallExpression }
  | {
      kind: 'try';
      node: ts.CallExpression;
      callback: ts.Expression | undefined;
    };

const NAMES: ReadonlySet<string> = new Set([
  'then',
  'catch',
  'finally',
  'resolve',
  'reject',
  'try',
]);

/** The promise method that a call calls; `undefined` where it calls none, spreads its arguments, or its receiver is not known to be a promise. */
export function promiseMethodOf(
  program: ts.Program,
  node: ts.Node,
): PromiseMethodCall | undefined {
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const callee = unwrap(node.expression);
  const name = accessedName(callee);
  if (
    name === undefined ||
    !NAMES.has(name) ||
    node.arguments.some(ts.isSpreadElement)
  ) {
    return undefined;
  }
  const receiver = (callee as ts.AccessExpression).expression;
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(unwrap(receiver));
  const [first, second] = node.arguments;
  if (name === 'resolve' || name === 'reject' || name === 'try') {
    const property = checker.getPropertyOfType(type, name);
    if (!isDefaultLibrarySymbol(program, property, 'PromiseConstructor')) {
      return undefined;
    }
    switch (name) {
      case 'resolve':
        return { kind: 'resolve', node, value: first };
      case 'reject':
        return { kind: 'reject', node };
      case 'try':
        return { kind: 'try', node, callback: first };
    }
  }
  const promiseness = promisenessOf(checker, type, receiver);
  if (
    promiseness === 'never' ||
    // Where types say nothing, the name and a callback do.
    (promiseness === 'unknown' && !node.arguments.some(isFunctionExpression))
  ) {
    return undefined;
  }
  switch (name) {
    case 'finally':
      return { kind: 'finally', node, receiver, onSettled: callback(first) };
    case 'catch':
      return {
        kind: 'then',
        node,
        receiver,
        onFulfilled: undefined,
        onRejected: callback(first),
      };
    default:
      return {
        kind: 'then',
        node,
        receiver,
        onFulfilled: callback(first),
        onRejected: callback(second),
      };
  }
}

function isFunctionExpression(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner);
}

/** `undefined` and `null` stand for no callback at all. */
function callback(
  argument: ts.Expression | undefined,
): ts.Expression | undefined {
  const inner = argument && unwrap(argument);
  return inner === undefined ||
    inner.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(inner) && inner.text === 'undefined') ||
    ts.isVoidExpression(inner)
    ? undefined
    : inner;
}
