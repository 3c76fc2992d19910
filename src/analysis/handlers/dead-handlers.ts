import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import { mayThrow } from './exceptions.ts';
import type { RejectionFate } from '../fates/fates.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { protectionOf } from '../language/protection.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { looksAtStatus } from '../settled/looks.ts';
import { enclosingFunction, hasModifier, wrapped } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/**
 * The `catch` clause that never runs because all that its `try` does is to wait for settled results:
 * `allSettled` of an array does not reject (ECMA-262, 27.2.4.2), and nothing else there can throw.
 * `undefined` where something may, and where the status of the results is looked at: there the
 * failures are seen, and the clause does no harm.
 */
export function deadCatchOf(
  program: ts.Program,
  call: CombinatorCall,
): ts.CatchClause | undefined {
  const use = useOf(call.node);
  if (call.method !== 'allSettled' || use.kind !== 'awaited') {
    return undefined;
  }
  const surrounding = enclosingTry(call.node);
  if (
    surrounding?.catchClause === undefined ||
    mayThrow(program, surrounding.tryBlock)
  ) {
    return undefined;
  }
  // Results under a name from outside may be looked at behind the `try`.
  const looker =
    useOf(use.node).kind === 'assigned'
      ? (enclosingFunction(surrounding) ?? surrounding.getSourceFile())
      : surrounding.tryBlock;
  return looksAtStatus(program, looker) ? undefined : surrounding.catchClause;
}

/** The handler of `allSettled(…).catch(handler)` or `.then(ok, handler)`, which never runs. */
export function deadHandlerOf(
  program: ts.Program,
  call: CombinatorCall,
): ts.Expression | undefined {
  const access = useOf(call.node);
  if (
    call.method !== 'allSettled' ||
    access.kind !== 'accessed' ||
    rejectionOf(program, call.node).kind !== 'never'
  ) {
    return undefined;
  }
  const called = useOf(access.node);
  const method =
    called.kind === 'called'
      ? promiseMethodOf(program, called.node)
      : undefined;
  return method?.kind === 'then' ? method.onRejected : undefined;
}

/** The `try` whose block a node stands in, in the same function. */
function enclosingTry(node: ts.Node): ts.TryStatement | undefined {
  const around = tryAround(node);
  return around === undefined || around.isInBlock
    ? around?.try
    : enclosingTry(around.try);
}

/** The nearest `try` around a node in the same function, and whether the node stands in its block rather than in its `catch`. A `finally` is no part of its `try`. */
function tryAround(
  node: ts.Node,
): { try: ts.TryStatement; isInBlock: boolean } | undefined {
  let child = node;
  let current = node.parent;
  while (!ts.isSourceFile(current) && !ts.isFunctionLike(current)) {
    if (ts.isTryStatement(current) && current.finallyBlock !== child) {
      return { try: current, isInBlock: current.tryBlock === child };
    }
    child = current;
    current = current.parent;
  }
  return undefined;
}

/**
 * Whether a rejection is dropped inside a `try` whose `catch` somebody wrote to see it: the statement
 * neither awaits nor returns the promise.
 */
export function isDroppedInTry(
  fate: RejectionFate,
): fate is Extract<RejectionFate, { kind: 'lost' }> {
  return (
    fate.kind === 'lost' &&
    fate.path.length === 0 &&
    (fate.how === 'discarded' || fate.how === 'unused') &&
    protectionOf(fate.at).kind === 'catch'
  );
}

/** A `return` that leaves a `try` before the promise it returns has settled. */
export interface EarlyReturn {
  statement: ts.ReturnStatement;
  from: ts.SignatureDeclaration;
  /** The expression that would have to be awaited. */
  returned: ts.Expression;
  /** What comes too late or too soon: a `catch` that never sees the rejection, or a `finally` that does not wait. */
  skips: 'catch' | 'finally';
}

/**
 * The `return` without `await` that takes a combinator, or a chain on it, out of a `try`
 * (ECMA-262, 14.10.1: `return` awaits nothing in a `try` of its own). `undefined` where there is none,
 * where the chain handles its own rejection, or where the function is not async and its `catch` may
 * be there for what is thrown at once.
 */
export function earlyReturnOf(
  program: ts.Program,
  call: CombinatorCall,
): EarlyReturn | undefined {
  const returned = endOfChain(program, call.node);
  const statement = wrapped(returned).parent;
  const use = useOf(returned);
  if (use.kind !== 'returned' || !ts.isReturnStatement(statement)) {
    return undefined;
  }
  const mayReject =
    hasModifier(use.from, ts.SyntaxKind.AsyncKeyword) &&
    rejectionOf(program, returned).kind === 'may';
  let skipsFinally = false;
  for (
    let around = tryAround(statement);
    around !== undefined;
    around = tryAround(around.try)
  ) {
    const { catchClause, finallyBlock } = around.try;
    if (mayReject && around.isInBlock && catchClause !== undefined) {
      return { statement, from: use.from, returned, skips: 'catch' };
    }
    skipsFinally ||=
      finallyBlock !== undefined && finallyBlock.statements.length > 0;
  }
  return skipsFinally
    ? { statement, from: use.from, returned, skips: 'finally' }
    : undefined;
}

/** The last promise of a chain of `then`, `catch` and `finally` that begins with an expression. */
export function endOfChain(
  program: ts.Program,
  start: ts.Expression,
): ts.Expression {
  let end = start;
  for (;;) {
    const use = useOf(end);
    const called = use.kind === 'accessed' ? useOf(use.node) : use;
    const method =
      use.kind === 'accessed' && called.kind === 'called'
        ? promiseMethodOf(program, called.node)
        : undefined;
    if (method !== undefined) {
      end = method.node;
    } else if (use.kind === 'passed') {
      end = use.to;
    } else {
      return end;
    }
  }
}
