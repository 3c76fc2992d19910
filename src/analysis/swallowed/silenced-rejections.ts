import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { memberStartsOf } from './member-starts.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { isNothing } from './result-branches.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { type FunctionWithBody, unwrap } from '../language/syntax.ts';
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
 * The first handler of `Promise.all(xs.map((x) => save(x).catch(() => {})))`, where every member drops
 * its own rejection and nobody reads what is fulfilled; `undefined` otherwise. Where the values are read,
 * the members make settled results by hand, which is another question.
 */
export function silencedMemberOf(
  program: ts.Program,
  call: CombinatorCall,
): ts.Expression | undefined {
  if (call.method !== 'all' || !isDiscarded(call.node)) {
    return undefined;
  }
  const members = memberStartsOf(program, call);
  const handlers = members?.starts.map((start) =>
    silentHandlerOf(program, start),
  );
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

function silentHandlerOf(
  program: ts.Program,
  start: ts.Node,
): ts.Expression | undefined {
  const method = promiseMethodOf(program, start);
  return method?.kind === 'then' &&
    method.onFulfilled === undefined &&
    method.onRejected !== undefined &&
    isSilent(program, method.onRejected) &&
    rejectionOf(program, method.receiver).kind !== 'never'
    ? method.onRejected
    : undefined;
}

/** Whether a handler drops the reason: it takes none, and does nothing or gives a value that says nothing. */
function isSilent(program: ts.Program, handler: ts.Expression): boolean {
  const fn = functionOf(program, handler);
  return fn !== undefined && isSilentBody(fn);
}

function isSilentBody({ body }: FunctionWithBody): boolean {
  if (!ts.isBlock(body)) {
    return isNothing(unwrap(body));
  }
  return body.statements.every(
    (statement) =>
      ts.isReturnStatement(statement) &&
      (statement.expression === undefined || isNothing(statement.expression)),
  );
}
