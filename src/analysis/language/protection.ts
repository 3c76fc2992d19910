import ts from 'typescript';

import { calleeOf } from './callees.ts';
import { hasModifier, isExit, isGenerator, unwrap } from './syntax.ts';

/**
 * What an exception thrown at a node meets first: a `catch` clause, a `finally` that leaves by itself
 * (and so discards the exception, ECMA-262, 14.15.3) or ends the process, the end of the function, the end of a class's
 * static block, or the end of the file.
 */
export type Protection =
  | { kind: 'catch'; clause: ts.CatchClause }
  | { kind: 'finally'; block: ts.Block }
  | { kind: 'function'; function: ts.SignatureDeclaration }
  | { kind: 'static-block' }
  | { kind: 'file' };

/** What an exception thrown at a node meets. Standing in a `catch` or `finally` block is no protection by its `try`. */
export function protectionOf(node: ts.Node): Protection {
  let child = node;
  let current = node.parent;
  while (!ts.isSourceFile(current)) {
    if (ts.isFunctionLike(current)) {
      return { kind: 'function', function: current };
    }
    if (ts.isClassStaticBlockDeclaration(current)) {
      return { kind: 'static-block' };
    }
    if (ts.isTryStatement(current)) {
      if (child === current.tryBlock && current.catchClause !== undefined) {
        return { kind: 'catch', clause: current.catchClause };
      }
      const { finallyBlock } = current;
      if (
        finallyBlock !== undefined &&
        child !== finallyBlock &&
        leavesByItself(finallyBlock)
      ) {
        return { kind: 'finally', block: finallyBlock };
      }
    }
    child = current;
    current = current.parent;
  }
  return { kind: 'file' };
}

/** Whether a `finally` block always leaves on its own account, or ends the process, and so discards what was thrown. */
export function leavesByItself(finallyBlock: ts.Block): boolean {
  return finallyBlock.statements.some(
    (statement) =>
      ts.isReturnStatement(statement) ||
      ts.isThrowStatement(statement) ||
      ts.isContinueStatement(statement) ||
      ts.isBreakStatement(statement) ||
      (ts.isExpressionStatement(statement) && isExit(statement.expression)),
  );
}

/**
 * The places where a `catch` clause or a handler passes a failure on: `throw`, `Promise.reject` that is
 * returned, and a call of a function that ends by throwing. Those that a `try` inside the block catches again are left out, and so is what
 * nested functions do.
 */
export function rethrowsOf(program: ts.Program, body: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      return;
    }
    if (ts.isThrowStatement(node) || isThrowingCall(program, node)) {
      found.push(node);
    } else if (
      ts.isReturnStatement(node) &&
      node.expression !== undefined &&
      isPromiseReject(node.expression)
    ) {
      found.push(node);
    } else if (ts.isTryStatement(node) && node.catchClause !== undefined) {
      visit(node.catchClause);
      if (node.finallyBlock !== undefined) {
        visit(node.finallyBlock);
      }
    } else {
      ts.forEachChild(node, visit);
    }
  };
  if (ts.isBlock(body)) {
    ts.forEachChild(body, visit);
  } else if (
    ts.isExpression(body) &&
    (isPromiseReject(body) || isThrowingCall(program, body))
  ) {
    found.push(body);
  }
  return found;
}

/** Whether a node is a call of one plain function that can be seen, and whose last statement is a `throw`. */
function isThrowingCall(program: ts.Program, node: ts.Node): boolean {
  const fn = ts.isCallExpression(node) ? calleeOf(program, node) : undefined;
  const last =
    fn !== undefined &&
    ts.isBlock(fn.body) &&
    !hasModifier(fn, ts.SyntaxKind.AsyncKeyword) &&
    !isGenerator(fn)
      ? fn.body.statements.at(-1)
      : undefined;
  return last !== undefined && ts.isThrowStatement(last);
}

/** Whether an expression is `Promise.reject(…)`, awaited or not. */
function isPromiseReject(node: ts.Expression): boolean {
  const inner = unwrap(node);
  const call = ts.isAwaitExpression(inner) ? unwrap(inner.expression) : inner;
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'reject' &&
    ts.isIdentifier(call.expression.expression) &&
    call.expression.expression.text === 'Promise'
  );
}
