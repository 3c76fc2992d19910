import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { type MemberStart, memberStartsOf } from './member-starts.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { isNothing } from './result-branches.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { isFunctionWithBody, unwrap } from '../language/syntax.ts';
import { awaitsIn } from '../language/sequence.ts';
import { useOf } from '../language/uses.ts';

/**
 * The handler of `Promise.all(…).catch(() => {})` that takes a rejection and does nothing with it;
 * `undefined` where there is none, and where nothing can be rejected.
 */
export function silencingHandlerOf(
  program: ts.Program,
  { node, method }: CombinatorCall,
): ts.Expression | undefined {
  const access = useOf(node);
  const called = access.kind === 'accessed' ? useOf(access.node) : undefined;
  const chained =
    called?.kind === 'called'
      ? promiseMethodOf(program, called.node)
      : undefined;
  return method !== 'allSettled' &&
    chained?.kind === 'then' &&
    chained.onRejected !== undefined &&
    isSilent(program, chained.onRejected) &&
    rejectionOf(program, node).kind !== 'never'
    ? chained.onRejected
    : undefined;
}

/**
 * The first handler of `Promise.all(xs.map((x) => save(x).catch(() => {})))`, or the `catch` clause of an
 * async callback, where every member drops its own rejection and nobody reads what is fulfilled;
 * `undefined` otherwise. Where the values are read, the members make settled results by hand, which is
 * another question.
 */
export function silencedMemberOf(
  program: ts.Program,
  call: CombinatorCall,
): ts.Expression | ts.CatchClause | undefined {
  if (call.method !== 'all' || !isDiscarded(call.node)) {
    return undefined;
  }
  const members = memberStartsOf(program, call);
  const handlers = members?.starts.map((start) => silencerOf(program, start));
  return handlers?.every((handler) => handler !== undefined) === true
    ? handlers[0]
    : undefined;
}

/** Whether nothing reads what a combinator fulfils with. */
export function isDiscarded(node: ts.Node): boolean {
  const use = useOf(node);
  switch (use.kind) {
    case 'awaited':
    case 'voided':
      return use.kind === 'voided' || isDiscarded(use.node);
    case 'discarded':
      return true;
    default:
      return false;
  }
}

/** What drops the rejection of a member: a handler on its promise, or what an async callback consists of. */
function silencerOf(
  program: ts.Program,
  start: MemberStart,
): ts.Expression | ts.CatchClause | undefined {
  if (!isFunctionWithBody(start)) {
    return silentHandlerOf(program, start);
  }
  if (!ts.isBlock(start.body)) {
    return silentHandlerOf(program, awaitedIn(start.body));
  }
  const [only, ...others] = start.body.statements;
  if (only === undefined || others.length > 0) {
    return undefined;
  }
  if (ts.isTryStatement(only)) {
    const { catchClause, finallyBlock, tryBlock } = only;
    return catchClause !== undefined &&
      finallyBlock === undefined &&
      isSilentBody(catchClause.block) &&
      awaitsIn(tryBlock).some(
        ({ expression }) => rejectionOf(program, expression).kind !== 'never',
      )
      ? catchClause
      : undefined;
  }
  return (ts.isExpressionStatement(only) || ts.isReturnStatement(only)) &&
    only.expression !== undefined
    ? silentHandlerOf(program, awaitedIn(only.expression))
    : undefined;
}

/** What is awaited in an expression, or the expression itself. */
function awaitedIn(expression: ts.Expression): ts.Expression {
  const node = unwrap(expression);
  return ts.isAwaitExpression(node) ? unwrap(node.expression) : node;
}

function silentHandlerOf(
  program: ts.Program,
  start: ts.Node,
): ts.Expression | undefined {
  const method = promiseMethodOf(program, start);
  return method?.kind === 'then' &&
    method.onRejected !== undefined &&
    isSilent(program, method.onRejected) &&
    rejectionOf(program, method.receiver).kind !== 'never'
    ? method.onRejected
    : undefined;
}

/** Whether a handler drops the reason: it takes none, and does nothing or gives a value that says nothing. */
function isSilent(program: ts.Program, handler: ts.Expression): boolean {
  const fn = functionOf(program, handler);
  return fn !== undefined && isSilentBody(fn.body);
}

function isSilentBody(body: ts.ConciseBody): boolean {
  if (!ts.isBlock(body)) {
    return isNothing(unwrap(body));
  }
  return body.statements.every(
    (statement) =>
      ts.isReturnStatement(statement) &&
      (statement.expression === undefined || isNothing(statement.expression)),
  );
}
