import ts from 'typescript';

import { receiverTextOf } from '../language/callees.ts';
import { effectByName } from '../language/effects-by-name.ts';
import { awaitsIn } from '../language/sequence.ts';
import { isWithin, unwrap } from '../language/syntax.ts';
import { calledNameOf } from '../language/words.ts';

/**
 * Whether awaited calls may rely on each other's effects, as far as their names say: two of them write, or are made on
 * one object, which is written last, or where the first does not only read.
 */
export function mayNeedOrder(awaits: readonly ts.AwaitExpression[]): boolean {
  const calls = awaits.flatMap(({ expression }) => {
    const call = unwrap(expression);
    if (!ts.isCallExpression(call)) {
      return [];
    }
    const effect = effectByName(call, calledNameOf(call) ?? '');
    const receiver = receiverTextOf(call);
    return receiver === 'Promise' ? [] : [{ effect, receiver }];
  });
  return calls.some((one, index) =>
    calls
      .slice(index + 1)
      .some(
        (other) =>
          (one.effect === 'writes' && other.effect === 'writes') ||
          (one.receiver !== undefined &&
            one.receiver === other.receiver &&
            (one.effect !== 'reads' || other.effect === 'writes')),
      ),
  );
}

/**
 * Whether promises that go into the array of a combinator must have settled before that is called: a `try` around them,
 * and not around the combinator, sees how they end, or something else is awaited while they would run.
 */
export function areNeededBefore(
  awaits: readonly ts.AwaitExpression[],
  combinator: ts.CallExpression,
): boolean {
  return awaits.some((node) => {
    const outers = outersOf(node);
    const around = outers.filter((outer) => !isWithin(combinator, outer));
    const start =
      around.findLast((outer) => ts.isIterationStatement(outer, false))?.pos ??
      around.findLast(ts.isArrayLiteralExpression)?.end ??
      combinator.pos;
    return (
      around.some(
        (outer) =>
          ts.isTryStatement(outer) ||
          (ts.isForOfStatement(outer) && outer.awaitModifier !== undefined),
      ) ||
      outers
        .slice(-1)
        .flatMap(awaitsIn)
        .some(
          (other) =>
            !awaits.includes(other) &&
            start <= other.pos &&
            other.end <= combinator.pos,
        )
    );
  });
}

/** The nodes around one, from the inside out to the body of its function or its file. */
function outersOf(node: ts.Node): ts.Node[] {
  const outers: ts.Node[] = [];
  let outer = node;
  while (!ts.isSourceFile(outer) && !ts.isFunctionLike(outer.parent)) {
    outer = outer.parent;
    outers.push(outer);
  }
  return outers;
}
