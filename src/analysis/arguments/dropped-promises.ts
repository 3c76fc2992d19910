import ts from 'typescript';

import { promiseMethodOf } from '../language/promise-calls.ts';
import {
  type FunctionWithBody,
  hasModifier,
  isGenerator,
  unwrap,
} from '../language/syntax.ts';
import { promisenessOf } from '../language/types.ts';

/**
 * The promises that a function starts in statements of their own, so that nobody waits for them: neither
 * awaited nor returned, without `void` in front, which says that it is meant, and without a chain of
 * handlers, which takes care of them. Nested functions are left out: they run at another time.
 */
export function droppedPromisesIn(
  program: ts.Program,
  fn: FunctionWithBody,
): ts.ExpressionStatement[] {
  if (isGenerator(fn) || !ts.isBlock(fn.body)) {
    return [];
  }
  const checker = program.getTypeChecker();
  const dropped: ts.ExpressionStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      return;
    }
    if (ts.isExpressionStatement(node)) {
      const value = unwrap(node.expression);
      if (
        ts.isCallExpression(value) &&
        promiseMethodOf(program, value) === undefined &&
        promisenessOf(checker, checker.getTypeAtLocation(value), value) ===
          'some'
      ) {
        dropped.push(node);
      }
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(fn.body);
  return dropped;
}

/** Whether a function is `async` and waits for nothing: no `await`, no `for await`, no value returned. */
export function waitsForNothing(fn: FunctionWithBody): boolean {
  return hasModifier(fn, ts.SyntaxKind.AsyncKeyword) && !mayWait(fn.body);
}

function mayWait(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
    return false;
  }
  return (
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (ts.isReturnStatement(node) && node.expression !== undefined) ||
    (ts.forEachChild(node, mayWait) ?? false)
  );
}
