import ts from 'typescript';

import { promiseMethodOf } from '../language/promise-calls.ts';
import { type Release, releasesBy } from './release-calls.ts';
import {
  accessedName,
  isFunctionWithBody,
  unwrap,
} from '../language/syntax.ts';
import { abortedIn } from './time-limits.ts';
import { useOf } from '../language/uses.ts';

/**
 * What a chain that begins with a combinator's promise releases as soon as that is settled, in the callback of
 * `finally`, or rejected (where it may reject while others still run). Nothing behind a handler, which may wait.
 */
export function releasesInChain(
  program: ts.Program,
  start: ts.Expression,
  mayRejectEarly: boolean,
): Release[] {
  const found: Release[] = [];
  let promise = start;
  for (;;) {
    const use = useOf(promise);
    const called = use.kind === 'accessed' ? useOf(use.node) : use;
    const method =
      called.kind === 'called'
        ? promiseMethodOf(program, called.node)
        : undefined;
    if (method?.kind !== 'then' && method?.kind !== 'finally') {
      return found;
    }
    const isHandler = method.kind === 'then' && method.onRejected !== undefined;
    const callback =
      method.kind === 'finally' ? method.onSettled : method.onRejected;
    const body = callback && unwrap(callback);
    if (isFunctionWithBody(body) && (mayRejectEarly || !isHandler)) {
      found.push(...releasesIn(program, body.body));
    }
    if (isHandler) {
      return found;
    }
    promise = method.node;
  }
}

/** What a `catch` or `finally` block, or other code that runs once a promise is settled, releases. Nothing where it waits for all the members first, or cancels what still runs. */
export function releasesIn(program: ts.Program, block: ts.Node): Release[] {
  const found: Release[] = [];
  if (abortedIn(program, block).length > 0 || waitsForAll(program, block)) {
    return found;
  }
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      return;
    }
    if (ts.isCallExpression(node)) {
      found.push(...releasesBy(program, node));
    }
    ts.forEachChild(node, visit);
  };
  visit(block);
  return found;
}

/** Whether code waits until promises have settled; those of what it releases itself do not count. */
function waitsForAll(program: ts.Program, node: ts.Node): boolean {
  const call = ts.isAwaitExpression(node) ? unwrap(node.expression) : undefined;
  return (
    (call !== undefined &&
      ts.isCallExpression(call) &&
      accessedName(unwrap(call.expression)) === 'allSettled' &&
      !call.arguments.some((argument) => releases(program, argument))) ||
    (ts.forEachChild(
      node,
      (child) => waitsForAll(program, child) || undefined,
    ) ??
      false)
  );
}

function releases(program: ts.Program, node: ts.Node): boolean {
  return (
    (ts.isCallExpression(node) && releasesBy(program, node).length > 0) ||
    (ts.forEachChild(node, (child) => releases(program, child) || undefined) ??
      false)
  );
}
