import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { recogniseCombinator } from '../language/combinators.ts';
import { mayThrow } from './exceptions.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { protectionOf } from '../language/protection.ts';
import { referencesOf } from '../language/references.ts';
import { returnedExpressions } from '../language/returns.ts';
import {
  hasModifier,
  isCallNamed,
  isFunctionWithBody,
  unwrap,
  isWithin,
} from '../language/syntax.ts';
import { promisenessOf } from '../language/types.ts';
import { useOf } from '../language/uses.ts';

/** A handler that sees the error of a combinator. */
export interface ErrorHandler {
  /** What the error is called there: a name or a pattern. */
  name: ts.BindingName;
  body: ts.ConciseBody;
  /** Whether the handler sees no other error than the combinator's. */
  isItsAlone: boolean;
}

/**
 * The handlers that see the error with which a combinator's promise rejects: the `catch` around its
 * `await`, and the first `.catch(handler)` or `.then(ok, handler)` of its chain. Left out are handlers
 * that give the error no name, those that other promises share (a second `await` in the `try`, a `then`
 * before the `catch` that returns a promise), those that are not written on the spot, and all that
 * stand where the promise leaves its function.
 */
export function errorHandlersOf(
  program: ts.Program,
  promise: ts.Expression,
): ErrorHandler[] {
  return follow(program, promise, true);
}

function follow(
  program: ts.Program,
  promise: ts.Expression,
  isItsAlone: boolean,
): ErrorHandler[] {
  const use = useOf(promise);
  switch (use.kind) {
    case 'awaited':
      return catchOf(program, use.node, isItsAlone);
    case 'accessed':
      return chainedTo(program, use.node, isItsAlone);
    case 'passed':
      return follow(program, use.to, isItsAlone);
    case 'initialiser':
      return namesOf(program, use.of).flatMap((name) =>
        follow(program, name, isItsAlone),
      );
    default:
      return [];
  }
}

/** The places behind a constant that name it, where a promise is put under one. What names it before, or in its own initialiser, has no value yet. */
function namesOf(
  program: ts.Program,
  declaration: ts.Declaration,
): ts.Identifier[] {
  if (
    !ts.isVariableDeclaration(declaration) ||
    !ts.isIdentifier(declaration.name) ||
    !(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)
  ) {
    return [];
  }
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(declaration.name);
  return symbol === undefined
    ? []
    : referencesOf(checker, symbol, declaration.getSourceFile())
        .filter(ts.isIdentifier)
        .filter(({ pos }) => pos >= declaration.end);
}

function chainedTo(
  program: ts.Program,
  access: ts.AccessExpression,
  isItsAlone: boolean,
): ErrorHandler[] {
  const method = promiseMethodOf(program, access.parent);
  if (method === undefined || !('receiver' in method)) {
    return [];
  }
  if (method.kind === 'finally') {
    const { onSettled } = method;
    return follow(
      program,
      method.node,
      isItsAlone && (onSettled === undefined || isQuiet(program, onSettled)),
    );
  }
  const { onFulfilled, onRejected } = method;
  if (onRejected !== undefined) {
    return handlerFrom(onRejected, isItsAlone);
  }
  if (onFulfilled === undefined) {
    return follow(program, method.node, isItsAlone);
  }
  return mayGivePromise(program, onFulfilled)
    ? []
    : follow(program, method.node, isItsAlone && isQuiet(program, onFulfilled));
}

function handlerFrom(
  callback: ts.Expression,
  isItsAlone: boolean,
): ErrorHandler[] {
  const fn = unwrap(callback);
  const name = isFunctionWithBody(fn) ? fn.parameters[0]?.name : undefined;
  return name === undefined || !isFunctionWithBody(fn)
    ? []
    : [{ name, body: fn.body, isItsAlone }];
}

function catchOf(
  program: ts.Program,
  awaiting: ts.AwaitExpression,
  isItsAlone: boolean,
): ErrorHandler[] {
  const protection = protectionOf(awaiting);
  if (protection.kind !== 'catch') {
    return [];
  }
  const { clause } = protection;
  const name = clause.variableDeclaration?.name;
  const { tryBlock } = clause.parent;
  if (name === undefined || awaitsIn(tryBlock) !== 1) {
    return [];
  }
  return [
    {
      name,
      body: clause.block,
      isItsAlone: isItsAlone && isOnlyThrower(program, tryBlock, awaiting),
    },
  ];
}

/** How many times a block waits for a promise, nested functions left out. */
function awaitsIn(node: ts.Node): number {
  if (ts.isFunctionLike(node)) {
    return 0;
  }
  let count =
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined)
      ? 1
      : 0;
  ts.forEachChild(node, (child) => {
    count += awaitsIn(child);
  });
  return count;
}

/** Whether nothing else in a block than one `await` may throw. */
function isOnlyThrower(
  program: ts.Program,
  node: ts.Node,
  awaiting: ts.AwaitExpression,
): boolean {
  if (node === awaiting) {
    return isQuietWait(program, awaiting.expression);
  }
  if (!isWithin(awaiting, node)) {
    return !mayThrow(program, node);
  }
  return !(
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    (ts.forEachChild(
      node,
      (child) => !isOnlyThrower(program, child, awaiting) || undefined,
    ) ??
      false)
  );
}

/** Whether nothing may throw where promises are waited for. What `map` is called on in the argument of a combinator is said to be a list by that. */
function isQuietWait(program: ts.Program, expression: ts.Expression): boolean {
  const node = unwrap(expression);
  const members =
    ts.isCallExpression(node) && recogniseCombinator(program, node)
      ? node.arguments[0]
      : undefined;
  const list = members && unwrap(members);
  const callback =
    list !== undefined &&
    isCallNamed(list, 'map') &&
    ts.isCallExpression(list) &&
    ts.isPropertyAccessExpression(list.expression) &&
    ts.isIdentifier(list.expression.expression)
      ? list.arguments[0]
      : undefined;
  return callback === undefined
    ? !mayThrow(program, expression)
    : isQuiet(program, callback);
}

/** Whether a callback on the way may give a promise, whose error the handler would see too. */
function mayGivePromise(program: ts.Program, callback: ts.Expression): boolean {
  const fn = functionOf(program, callback);
  if (fn === undefined || hasModifier(fn, ts.SyntaxKind.AsyncKeyword)) {
    return true;
  }
  const checker = program.getTypeChecker();
  return returnedExpressions(fn).some(
    (returned) =>
      promisenessOf(checker, checker.getTypeAtLocation(returned), returned) !==
      'never',
  );
}

/** Whether a callback throws nothing of its own. */
function isQuiet(program: ts.Program, callback: ts.Expression): boolean {
  const fn = functionOf(program, callback);
  return fn !== undefined && !mayThrow(program, fn.body);
}
