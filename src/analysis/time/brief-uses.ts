import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { concernsEvents, waitsForEvent } from './listeners.ts';
import { isObject } from './resources.ts';
import { isSuspension } from './suspension.ts';
import {
  enclosingFunction,
  isFunctionWithBody,
  unwrap,
  isWithin,
} from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/**
 * Whether nothing is left of a use of a resource when that is released: what listens to its events, or waits for
 * one, then hears no more of it, and a call that gives back a plain value is done before the member waits for the first time.
 * `code` is what runs for the member.
 */
export function isBriefUse(
  checker: ts.TypeChecker,
  access: ts.Node,
  code: ts.Node,
): boolean {
  const use = useOf(access);
  const called = use.kind === 'accessed' ? useOf(use.node) : use;
  const call =
    called.kind === 'called'
      ? called.node
      : called.kind === 'argument'
        ? called.of
        : undefined;
  if (call === undefined || !ts.isCallExpression(call)) {
    return false;
  }
  return (
    concernsEvents(call) ||
    endsInWait(call) ||
    (runsAtOnce(call, code) &&
      !call.arguments.some((each) => isFunctionWithBody(unwrap(each))) &&
      useOf(call).kind !== 'awaited' &&
      isPlain(checker, call, isObject(checker, access)))
  );
}

/** Whether a call, or one of its result, gives the promise of an event: `page.locator(button).waitFor()`. */
function endsInWait(call: ts.CallExpression): boolean {
  const use = useOf(call);
  const called = use.kind === 'accessed' ? useOf(use.node) : use;
  return (
    waitsForEvent(call) || (called.kind === 'called' && endsInWait(called.node))
  );
}

/** Whether a call gives back nothing, or a plain value; text, and numbers, only where they are not the resource again. */
function isPlain(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
  isOfObject: boolean,
): boolean {
  const plain = isOfObject
    ? ts.TypeFlags.VoidLike |
      ts.TypeFlags.BooleanLike |
      ts.TypeFlags.StringLike |
      ts.TypeFlags.NumberLike
    : ts.TypeFlags.VoidLike | ts.TypeFlags.BooleanLike;
  return unionConstituents(checker.getTypeAtLocation(call)).every(
    ({ flags }) => (flags & (plain | ts.TypeFlags.Null)) !== 0,
  );
}

/** Whether a node is evaluated, if at all, before some code gives control away, in its own function or one that is called on the spot. */
function runsAtOnce(node: ts.Node, code: ts.Node): boolean {
  const home = enclosingFunction(node);
  if (home === undefined || !isWithin(home, code)) {
    return true;
  }
  if (mayWaitBefore(home, node)) {
    return false;
  }
  const use = useOf(home);
  return (
    (ts.isExpression(code) && unwrap(code) === home) ||
    (use.kind === 'called' && runsAtOnce(use.node, code))
  );
}

/** Whether a function may wait before a node of it: further up, or in an earlier turn of a loop around both. */
function mayWaitBefore(
  home: ReturnType<typeof enclosingFunction> & ts.Node,
  node: ts.Node,
): boolean {
  let reach = node;
  for (let current = node.parent; current !== home; current = current.parent) {
    if (ts.isIterationStatement(current, false)) {
      reach = current;
    }
  }
  const visit = (child: ts.Node): boolean =>
    !(ts.isFunctionLike(child) && child !== home) &&
    ((isSuspension(child) &&
      (isWithin(child, reach) || child.end <= reach.pos)) ||
      (ts.forEachChild(child, (inner) => visit(inner) || undefined) ?? false));
  return visit(home);
}
