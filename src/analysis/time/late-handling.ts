import ts from 'typescript';

import { recogniseCombinator } from '../language/combinators.ts';
import { iteratedStartAt, type UnnamedStart } from './iterated-starts.ts';
import type { PromiseStart } from './kept-promises.ts';
import { startsAt } from './promise-starts.ts';
import { isOnlyExported } from './module-exports.ts';
import { protectionOf } from '../language/protection.ts';
import { referencesTo } from '../language/references.ts';
import { isExhaustive, knownValueOf } from './start-conditions.ts';
import { hasTurn } from './loop-turns.ts';
import { mentionsOf } from './start-mentions.ts';
import {
  type Interruption,
  interruptionsOf,
  type Suspension,
} from './suspension.ts';
import { enclosingFunction } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** What comes between the start of a promise and its first handler. */
export type Delay =
  | Interruption
  /** Only a callback that runs later takes it up. */
  | { kind: 'callback'; at: ts.Node }
  /** It is started where a module is loaded, and only a function that is called later takes it up. */
  | { kind: 'function'; at: ts.Node };

/** A promise that may reject before anything handles it. */
export interface LateHandling {
  start: PromiseStart | UnnamedStart;
  delay: Delay;
  /** The first place that takes it up. */
  handler: ts.Node;
}

/**
 * The promises started at a node that stay without a handler while control goes elsewhere: when such a
 * promise rejects meanwhile, the host reports an unhandled rejection (HostPromiseRejectionTracker,
 * ECMA-262, 27.2.1.9), whoever awaits it afterwards. None where the promise is passed on, where a place
 * that names it cannot be judged, and where nobody handles it at the end either.
 */
export function lateHandlingsAt(
  program: ts.Program,
  node: ts.Node,
): LateHandling[] {
  const iterated = iteratedStartAt(program, node);
  if (iterated !== undefined) {
    const { start, at } = iterated;
    return [{ start, delay: { kind: 'suspends', at }, handler: at }];
  }
  return startsAt(program, node).flatMap((start) => {
    const late = lateHandlingOf(program, start);
    return late === undefined ? [] : [late];
  });
}

/**
 * Whether a name holds a promise that is started before a combinator's array and that nothing handles while an
 * `await` in that array waits. Not where it is left alone before that already.
 */
export function isUnhandledAt(
  program: ts.Program,
  name: ts.Identifier,
  at: ts.AwaitExpression,
): boolean {
  const declaration = program
    .getTypeChecker()
    .getSymbolAtLocation(name)?.valueDeclaration;
  return (
    declaration !== undefined &&
    startsAt(program, declaration).some(
      (start) =>
        lateHandlingOf(program, start) === undefined &&
        lateHandlingOf(program, start, (other) => other !== at)?.delay.kind ===
          'suspends',
    )
  );
}

function lateHandlingOf(
  program: ts.Program,
  start: PromiseStart,
  isPassedOver = (at: Suspension): boolean => isInCombinator(program, at),
): LateHandling | undefined {
  const mentions = mentionsOf(program, start);
  const checker = program.getTypeChecker();
  const takers = new Set<ts.Node>();
  const handlers: ts.Node[] = [];
  let callback: ts.Node | undefined;
  let fn: ts.Node | undefined;
  for (const mention of mentions) {
    switch (mention.kind) {
      case 'takes':
        takers.add(mention.by);
        handlers.push(mention.by);
        break;
      case 'takes-one':
        handlers.push(mention.at);
        break;
      case 'callback':
        callback ??= mention.at;
        break;
      case 'function':
        fn ??= mention.at;
        break;
      case 'rendered':
        return undefined;
    }
  }
  if (fn !== undefined) {
    // Who calls the function, and when, is known only of a module that does not call it itself.
    return handlers.length === 0 &&
      callback === undefined &&
      !start.isEvent &&
      !isExported(start) &&
      ts.isSourceFile(start.region) &&
      isOnlyExported(program, fn)
      ? { start, delay: { kind: 'function', at: fn }, handler: fn }
      : undefined;
  }
  const handler =
    handlers.find(({ pos }) => start.node.pos <= pos) ?? handlers[0];
  if (handler === undefined) {
    return callback === undefined || start.isEvent || isExported(start)
      ? undefined
      : {
          start,
          delay: { kind: 'callback', at: callback },
          handler: callback,
        };
  }
  if (handlers.every(isUnprotectedTopLevel)) {
    return undefined;
  }
  const [delay] = interruptionsOf({
    region: start.region,
    opensAt: (node) => node === start.node,
    closesAt: (node) => takers.has(node),
    isPassedOver: (at) => start.isEvent || isPassedOver(at),
    knownValueOf: (condition) => knownValueOf(start, condition),
    isExhaustive: (statement) => isExhaustive(checker, statement),
    hasTurn: (loop) => hasTurn(program, loop),
  });
  if (
    delay === undefined ||
    // Whether an event comes that nobody brings about any more is not known.
    (delay.kind === 'ends' && start.isEvent) ||
    (delay.kind !== 'suspends' &&
      handlers.some((by) => isKeptAgain(start, by))) ||
    (delay.kind !== 'suspends' && ts.isNewExpression(start.expression))
  ) {
    return undefined;
  }
  return callback !== undefined && delay.kind !== 'suspends'
    ? { start, delay: { kind: 'callback', at: callback }, handler }
    : { start, delay, handler };
}

/** Whether other modules may take a promise up by the name that it is kept under. */
function isExported({ name: { parent } }: PromiseStart): boolean {
  return (
    ts.isVariableDeclaration(parent) &&
    (ts.getCombinedModifierFlags(parent) & ts.ModifierFlags.Export) !== 0
  );
}

/**
 * Whether what a handler gives is kept under the promise's own name, `p = p.catch(ignore)`: where that hangs
 * on a condition, so may the path that leaves the promise.
 */
function isKeptAgain({ name }: PromiseStart, by: ts.Node): boolean {
  const use = useOf(by);
  return (
    use.kind === 'assigned' &&
    ts.isIdentifier(use.to) &&
    use.to.text === name.text
  );
}

/** Whether a taker awaits at the top level, where a rejection ends the process whenever it is seen. */
function isUnprotectedTopLevel(taker: ts.Node): boolean {
  const use = useOf(taker);
  const at = ts.isAwaitExpression(taker)
    ? taker
    : use.kind === 'awaited'
      ? use.node
      : undefined;
  return at !== undefined && protectionOf(at).kind === 'file';
}

/** Whether a suspension stands in the argument of a combinator, whose members are started side by side, or in the array that it is given by a name of the same function. */
function isInCombinator(program: ts.Program, at: Suspension): boolean {
  let node: ts.Node = at;
  while (!ts.isStatement(node) && !ts.isFunctionLike(node)) {
    const { parent } = node;
    if (
      (ts.isCallExpression(parent) &&
        parent.expression !== node &&
        recogniseCombinator(program, parent) !== undefined) ||
      isNamedInput(program, node)
    ) {
      return true;
    }
    node = parent;
  }
  return false;
}

/** Whether a combinator of the same function is given an array literal by the name of its variable. */
function isNamedInput(program: ts.Program, node: ts.Node): boolean {
  const variable = node.parent;
  return (
    ts.isArrayLiteralExpression(node) &&
    ts.isVariableDeclaration(variable) &&
    referencesTo(program.getTypeChecker(), variable.name).some((reference) => {
      const use = useOf(reference);
      return (
        use.kind === 'argument' &&
        enclosingFunction(use.of) === enclosingFunction(variable) &&
        recogniseCombinator(program, use.of) !== undefined
      );
    })
  );
}
