import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { functionsOf } from '../language/callees.ts';
import { handlesItself } from './handled-promises.ts';
import { memberKindOf } from './member-kinds.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { referencesTo } from '../language/references.ts';
import { returnedExpressions } from '../language/returns.ts';
import {
  type FunctionWithBody,
  hasModifier,
  isCallNamed,
  isFunctionWithBody,
  isGenerator,
  unwrap,
} from '../language/syntax.ts';
import { promisenessOf } from '../language/types.ts';

/** Types of what gives nothing back, as far as that is known. */
const NO_RESULT =
  ts.TypeFlags.Any | ts.TypeFlags.VoidLike | ts.TypeFlags.Undefined;

/**
 * The promises that a function starts so that nobody waits for them: in a statement, one for each element in the
 * callback of `forEach` or in the block of one of `map`, or under a name that nobody mentions; neither awaited nor returned, without `void` in front, which says that it is meant, and without a handler
 * of rejections, which takes care of them. Nested functions are left out: they run at another time.
 */
export function droppedPromisesIn(
  program: ts.Program,
  fn: FunctionWithBody,
): (ts.ExpressionStatement | ts.VariableDeclaration)[] {
  if (isGenerator(fn) || !ts.isBlock(fn.body)) {
    return [];
  }
  const checker = program.getTypeChecker();
  const dropped: (ts.ExpressionStatement | ts.VariableDeclaration)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      return;
    }
    if (ts.isExpressionStatement(node)) {
      if (
        startsPromise(program, node.expression) ||
        forEachOfPromises(program, node) !== undefined
      ) {
        dropped.push(node);
      }
      return;
    }
    if (
      ts.isVariableDeclaration(node) &&
      node.initializer !== undefined &&
      ts.isIdentifier(node.name) &&
      referencesTo(checker, node.name).length === 0 &&
      startsPromise(program, node.initializer)
    ) {
      dropped.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(fn.body);
  return dropped;
}

/**
 * The `xs.forEach(callback)` of a statement whose callback gives a promise for each element, or drops one, none of which
 * it handles; by its name, whatever the list is. An array's `map` is one whose callback drops them.
 */
export function forEachOfPromises(
  program: ts.Program,
  node: ts.ExpressionStatement | ts.VariableDeclaration,
): ts.CallExpression | undefined {
  const call = ts.isExpressionStatement(node)
    ? unwrap(node.expression)
    : undefined;
  const callback =
    call !== undefined && ts.isCallExpression(call)
      ? call.arguments[0]
      : undefined;
  if (call === undefined || callback === undefined) {
    return undefined;
  }
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(call);
  const makesPromises =
    (isCallNamed(call, 'forEach') &&
      type.flags & NO_RESULT &&
      startsPromises(program, callback)) ||
    (isCallNamed(call, 'map') &&
      checker.isArrayType(type) &&
      dropsPromises(program, callback));
  return makesPromises && !handlesItself(program, callback)
    ? (call as ts.CallExpression)
    : undefined;
}

/** Whether a callback gives a promise whenever it is called, or starts one and drops it. */
export function startsPromises(
  program: ts.Program,
  callback: ts.Expression,
): boolean {
  return (
    alwaysPromises(program.getTypeChecker(), callback) ||
    dropsPromises(program, callback)
  );
}

/** Whether a callback in its place, which is not async, drops a promise that it starts. */
function dropsPromises(program: ts.Program, callback: ts.Expression): boolean {
  const fn = unwrap(callback);
  return (
    isFunctionWithBody(fn) &&
    !hasModifier(fn, ts.SyntaxKind.AsyncKeyword) &&
    droppedPromisesIn(program, fn).length > 0
  );
}

function alwaysPromises(
  checker: ts.TypeChecker,
  callback: ts.Expression,
): boolean {
  const signatures = checker.getTypeAtLocation(callback).getCallSignatures();
  return (
    signatures.length > 0 &&
    signatures.every((signature) =>
      unionConstituents(signature.getReturnType()).every(
        (part) => promisenessOf(checker, part, callback) === 'some',
      ),
    )
  );
}

/** Whether an expression is a call that gives a promise, with a chain behind it or without, in which nothing handles rejections. */
function startsPromise(
  program: ts.Program,
  expression: ts.Expression,
): boolean {
  const node = unwrap(expression);
  if (!ts.isCallExpression(node)) {
    return false;
  }
  const method = promiseMethodOf(program, node);
  switch (method?.kind) {
    case 'then':
      return (
        method.onRejected === undefined &&
        startsPromise(program, method.receiver)
      );
    case 'finally':
      return startsPromise(program, method.receiver);
    case undefined: {
      const checker = program.getTypeChecker();
      const type = checker.getTypeAtLocation(node);
      return promisenessOf(checker, type, node) === 'some';
    }
    default:
      return false;
  }
}

/** Whether a function is `async` and waits for nothing: no `await`, no `for await`, no value returned but those that are proven to be no promise. */
export function waitsForNothing(
  program: ts.Program,
  fn: FunctionWithBody,
): boolean {
  return (
    hasModifier(fn, ts.SyntaxKind.AsyncKeyword) &&
    ts.isBlock(fn.body) &&
    !mayWait(fn.body) &&
    returnedExpressions(fn).every(
      (returned) => memberKindOf(program, returned) === 'plain',
    )
  );
}

function mayWait(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
    return false;
  }
  return (
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (ts.forEachChild(node, mayWait) ?? false)
  );
}

/** Whether a callback gives back a promise under a name, `const p = load(id); all.push(p); return p;`: what is done with that name is done with the promise. */
export function keepsPromises(
  program: ts.Program,
  callback: ts.Expression,
): boolean {
  return functionsOf(program, callback).some((fn) =>
    returnedExpressions(fn).some((returned) =>
      ts.isIdentifier(unwrap(returned)),
    ),
  );
}
