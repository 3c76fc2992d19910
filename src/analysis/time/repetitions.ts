import ts from 'typescript';

import { callbackResultOf } from '../fates/callbacks.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** What runs code again and again: a loop, or a function that is called repeatedly. */
export type Repeated = ts.IterationStatement | ts.FunctionLikeDeclaration;

/** What repeats a node, the nearest first: the loops of its function, and then that function. */
export function repeatedAround(program: ts.Program, node: ts.Node): Repeated[] {
  const found: Repeated[] = [];
  let leaves = false;
  let child = node;
  for (
    let current = node.parent;
    !ts.isSourceFile(current);
    current = current.parent
  ) {
    if (ts.isReturnStatement(current)) {
      leaves = true;
    } else if (
      ts.isIterationStatement(current, false) &&
      !leaves &&
      runsAgain(current, child)
    ) {
      found.push(current);
    }
    if (ts.isFunctionLike(current)) {
      return isCalledRepeatedly(program, current)
        ? [...found, current as ts.FunctionLikeDeclaration]
        : found;
    }
    child = current;
  }
  return found;
}

/** Whether a part of a loop runs in each turn, and the turn does not end the loop by itself. */
function runsAgain(loop: ts.IterationStatement, part: ts.Node): boolean {
  if (
    (ts.isForStatement(loop) && part === loop.initializer) ||
    ((ts.isForOfStatement(loop) || ts.isForInStatement(loop)) &&
      part !== loop.statement)
  ) {
    return false;
  }
  const last = ts.isBlock(loop.statement)
    ? loop.statement.statements.at(-1)
    : loop.statement;
  return !(
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      ts.isBreakStatement(last))
  );
}

/** Whether a function is the callback of an interval or of an event, handles requests, or is what another function returns to be called at will. */
function isCalledRepeatedly(program: ts.Program, fn: ts.Node): boolean {
  const use = useOf(fn);
  if (handlesRequests(fn)) {
    return true;
  }
  if (use.kind === 'returned') {
    return ts.isArrowFunction(fn) || ts.isFunctionExpression(fn);
  }
  if (use.kind !== 'argument' || !ts.isCallExpression(use.of)) {
    return false;
  }
  const callee = unwrap(use.of.expression);
  const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
  return (
    name === 'setInterval' ||
    ((name === 'on' || name === 'addListener' || name === 'addEventListener') &&
      callbackResultOf(program, use.of, use.index).kind === 'dropped')
  );
}

/** What frameworks call for each request, by the name that a module exports it under. */
const HANDLERS: ReadonlySet<string> = new Set([
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'handler',
]);

/** Methods of a router that take a path and what handles the requests for it. */
const ROUTES: ReadonlySet<string> = new Set([
  'all',
  'delete',
  'get',
  'patch',
  'post',
  'put',
]);

/** Whether a function is called for each request: it is exported under the name of a handler, or given to a server or to a route. */
export function handlesRequests(fn: ts.Node): boolean {
  const use = useOf(fn);
  if (use.kind === 'argument') {
    const callee = unwrap(use.of.expression);
    const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
    const path = use.of.arguments?.[0];
    return (
      name === 'createServer' ||
      (ROUTES.has(name ?? '') &&
        path !== undefined &&
        ts.isStringLiteralLike(path) &&
        path.text.startsWith('/'))
    );
  }
  const declaration = ts.isFunctionDeclaration(fn)
    ? fn
    : use.kind === 'initialiser' && ts.isVariableDeclaration(use.of)
      ? use.of
      : undefined;
  return (
    declaration?.name !== undefined &&
    HANDLERS.has(declaration.name.getText()) &&
    (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0
  );
}
