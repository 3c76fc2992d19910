import ts from 'typescript';

import { isEventPromise } from './event-promises.ts';
import type { PromiseStart } from './kept-promises.ts';
import { awaitOfFromAsync, firstAwaitOf } from './one-by-one.ts';
import { callsIn, mayRejectByItself } from './running-promises.ts';
import type { Suspension } from './suspension.ts';
import { protectionOf } from '../language/protection.ts';
import { enclosingFunction, unwrap } from '../language/syntax.ts';

/** A promise, or an array of them, that is started where a list is awaited one by one, and has no name. */
export type UnnamedStart = Pick<
  PromiseStart,
  'expression' | 'node' | 'keeping'
> & { name?: undefined };

/** What is started by the list of a loop, or of `Array.fromAsync`, that awaits one member after the other. */
export interface IteratedStart {
  start: UnnamedStart;
  /** What waits for one member while the others have no handler. */
  at: Suspension;
}

/**
 * The promises that are started at a node and awaited there one by one: what `map` makes, or the second of an array
 * literal, since the first is handled at once. `undefined` where there is no such thing, and at the top level, where
 * a rejection ends the process in any case.
 */
export function iteratedStartAt(
  program: ts.Program,
  node: ts.Node,
): IteratedStart | undefined {
  const checker = program.getTypeChecker();
  const [list, at] = ts.isForOfStatement(node)
    ? [node.expression, firstAwaitOf(program, node)]
    : ts.isCallExpression(node)
      ? [node.arguments[0], awaitOfFromAsync(node)]
      : [];
  if (
    list === undefined ||
    at === undefined ||
    !checker.isArrayLikeType(checker.getTypeAtLocation(list)) ||
    // An async function in the loop awaits its promise in its own time.
    enclosingFunction(at) !== enclosingFunction(node) ||
    protectionOf(at).kind === 'file'
  ) {
    return undefined;
  }
  const made = unwrap(list);
  const started = ts.isArrayLiteralExpression(made)
    ? made.elements.slice(1)
    : isChosenFromName(made)
      ? []
      : [list];
  const expression = started.find((each) => {
    const calls = callsIn(unwrap(each));
    return (
      calls.length > 0 &&
      !calls.some((call) => isEventPromise(program, call)) &&
      mayRejectByItself(program, each)
    );
  });
  return (
    expression && {
      start: { expression, node: expression, keeping: { kind: 'array' } },
      at,
    }
  );
}

/** Methods that give some of what a list holds, and start nothing. */
const CHOOSES: ReadonlySet<string> = new Set([
  'concat',
  'filter',
  'flat',
  'reverse',
  'slice',
  'splice',
  'toReversed',
  'toSorted',
  'values',
]);

/** Whether a list is chosen from one that has a name, and whose promises were started where it got that: `all.slice(1)`. */
function isChosenFromName(list: ts.Expression): boolean {
  let node = list;
  while (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    CHOOSES.has(node.expression.name.text)
  ) {
    node = unwrap(node.expression.expression);
  }
  return node !== list && !ts.isCallExpression(node);
}
