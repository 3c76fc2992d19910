import ts from 'typescript';

import { calleeOf, functionOf } from '../language/callees.ts';
import type { MemberStart } from './member-starts.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { tellsAnything } from './success-words.ts';
import { callsIn } from '../language/words.ts';
import { rejectionOf } from '../rejections/sources.ts';
import {
  boundNames,
  type FunctionWithBody,
  isFunctionWithBody,
  unwrap,
  isAssignment,
} from '../language/syntax.ts';

const DEPTH_LIMIT = 3;

/**
 * Whether what starts a member tells of its own failure before it rejects, so that nothing is lost
 * where the rejection is ignored: each promise that its body waits for is handled by a `catch` that does
 * something with the error, and rethrows it at most.
 */
export function reportsItself(
  program: ts.Program,
  start: MemberStart,
  depth = 0,
): boolean {
  if (isFunctionWithBody(start)) {
    return isReportingBody(program, start, depth);
  }
  const node = unwrap(start);
  if (depth > DEPTH_LIMIT || !ts.isCallExpression(node)) {
    return false;
  }
  const method = promiseMethodOf(program, node);
  if (method?.kind === 'then' && method.onRejected !== undefined) {
    const handler = functionOf(program, method.onRejected);
    return handler !== undefined && isReportingHandler(handler);
  }
  if (method !== undefined) {
    return (
      'receiver' in method && reportsItself(program, method.receiver, depth)
    );
  }
  const fn = calleeOf(program, node);
  return fn !== undefined && isReportingBody(program, fn, depth + 1);
}

function isReportingBody(
  program: ts.Program,
  fn: FunctionWithBody,
  depth: number,
): boolean {
  const awaited = promisesOf(fn);
  return (
    awaited.length > 0 &&
    awaited.every(
      (promise) =>
        (!isReturned(promise) && isInReportingTry(promise, fn)) ||
        (!ts.isThrowStatement(promise.parent) &&
          (reportsItself(program, promise, depth) ||
            rejectionOf(program, promise).kind === 'never')),
    )
  );
}

/** The promises that a function waits for or returns, with what it throws. */
function promisesOf(fn: FunctionWithBody): ts.Expression[] {
  const promises: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isCatchClause(node)) {
      return;
    }
    if (ts.isAwaitExpression(node)) {
      promises.push(node.expression);
    } else if (
      ts.isReturnStatement(node) &&
      node.expression !== undefined &&
      ts.isCallExpression(unwrap(node.expression))
    ) {
      promises.push(node.expression);
    } else if (ts.isThrowStatement(node)) {
      promises.push(node.expression);
    }
    ts.forEachChild(node, visit);
  };
  if (ts.isBlock(fn.body)) {
    visit(fn.body);
  } else {
    promises.push(unwrapAwait(fn.body));
  }
  return promises;
}

/** Whether a promise is returned without `await`, so that a `try` around it does not see its rejection. */
function isReturned({ parent }: ts.Expression): boolean {
  return ts.isReturnStatement(parent);
}

function unwrapAwait(expression: ts.Expression): ts.Expression {
  const node = unwrap(expression);
  return ts.isAwaitExpression(node) ? node.expression : node;
}

/** Whether a `try` around a node, within a function or file, has a `catch` that reports. */
export function isInReportingTry(node: ts.Node, root: ts.Node): boolean {
  let child = node;
  for (let current = node.parent; child !== root; current = current.parent) {
    if (ts.isTryStatement(current) && current.tryBlock === child) {
      const { catchClause } = current;
      if (catchClause !== undefined && isReportingCatch(catchClause)) {
        return true;
      }
    }
    child = current;
  }
  return false;
}

/** Whether a `catch` does something with the error besides rethrowing it. */
function isReportingCatch({
  block,
  variableDeclaration,
}: ts.CatchClause): boolean {
  return isAnyGivenAway(block, variableDeclaration?.name);
}

/** Whether a handler does something with the error besides rethrowing it, or tells somebody that there is one. */
export function isReportingHandler({
  body,
  parameters,
}: FunctionWithBody): boolean {
  return isAnyGivenAway(body, parameters[0]?.name) || tellsSomebody(body);
}

/** `toast.error('Not saved')`: a message of its own, before the error is thrown again. */
function tellsSomebody(body: ts.Node): boolean {
  return callsIn(body).some(
    (call) =>
      call.arguments.length > 0 && tellsAnything(call.expression.getText()),
  );
}

/** Whether the error, by its name or by what a pattern takes of it, is given away. */
function isAnyGivenAway(
  code: ts.Node,
  name: ts.BindingName | undefined,
): boolean {
  return (
    name !== undefined &&
    boundNames(name).some(({ text }) => isGivenAway(code, text))
  );
}

/** Whether a name stands in the arguments of a call, or on the right of an assignment. */
function isGivenAway(code: ts.Node, name: string): boolean {
  return (
    !ts.isThrowStatement(code) &&
    (givenIn(code).some((given) => mentions(given, name)) ||
      (ts.forEachChild(
        code,
        (child) => isGivenAway(child, name) || undefined,
      ) ??
        false))
  );
}

/** What a node hands to a call, or puts somewhere. */
function givenIn(code: ts.Node): readonly ts.Expression[] {
  if (ts.isCallExpression(code)) {
    return code.arguments;
  }
  if (ts.isVariableDeclaration(code)) {
    return code.initializer ? [code.initializer] : [];
  }
  return isAssignment(code) ? [code.right] : [];
}

function mentions(node: ts.Node, name: string): boolean {
  return (
    (ts.isIdentifier(node) && node.text === name) ||
    (ts.forEachChild(node, (child) => mentions(child, name) || undefined) ??
      false)
  );
}
