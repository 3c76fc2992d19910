import ts from 'typescript';

import { callbackResultOf } from './callbacks.ts';
import { perProgram } from './per-program.ts';
import { nextOf } from './steps.ts';
import type { FunctionWithBody } from './syntax.ts';
import { useOf } from './uses.ts';

/** What carries a rejection: a promise, an array with such a promise in it, or a function that returns one when it is called. */
export type Carrier = 'promise' | 'array' | 'function';

/**
 * One stop of a rejection on its way: the value of an expression carries it, it is thrown at a node,
 * or the promise (or array) that a function returns carries it to whoever calls.
 */
export type Stop =
  | { kind: 'value'; carrier: Carrier; node: ts.Node }
  | { kind: 'thrown'; node: ts.Node }
  | {
      kind: 'result';
      carrier: 'promise' | 'array';
      fn: ts.SignatureDeclaration;
      /** How the function came by it: it awaits the promise, or returns it. */
      by: 'awaits' | 'returns';
    };

/** How a rejection is lost. */
export type Loss =
  | 'top-level'
  | 'discarded'
  | 'voided'
  | 'unused'
  | 'unread-field'
  | 'callback'
  | 'executor';

/** Where a rejection's way ends. */
export type End =
  | { kind: 'handled'; at: ts.Node }
  | { kind: 'propagated'; to: ts.Node }
  | { kind: 'lost'; at: ts.Node; how: Loss }
  | { kind: 'unknown'; at: ts.Node };

/** A function that a lost rejection passed through, from the inside out. */
export interface PathStep {
  fn: ts.SignatureDeclaration;
  by: 'awaits' | 'returns';
  /** Where in the function it did: the node that throws, such as an `await`, or the promise that is returned. */
  at: ts.Node;
}

/**
 * Who is at the end of a rejection's way. `propagated`: to callers that cannot all be seen, and who may
 * handle it. `unknown`: it goes where this analysis cannot follow. `lost` outweighs the others: where a
 * promise has several uses, one that drops it is proof enough.
 */
export type RejectionFate =
  | { kind: 'handled'; at: ts.Node }
  | { kind: 'propagated'; to: ts.Node }
  | { kind: 'lost'; at: ts.Node; how: Loss; path: readonly PathStep[] }
  | { kind: 'unknown'; at: ts.Node };

/** Where one stop leads: further stops and ends. */
export interface Next {
  stops: readonly Stop[];
  ends: readonly End[];
}

/** The call through which a way entered a local function, so that it leaves by the same call. */
export interface Frame {
  fn: FunctionWithBody;
  call: ts.CallExpression;
  outer: Frame | undefined;
}

/** How many stops one question may visit; beyond it the answer is `unknown`. */
const STOP_LIMIT = 5_000;

const fatesOf = perProgram(() => new WeakMap<ts.Node, RejectionFate>());

/** Where the rejection of the promise that an expression evaluates to goes, and who is at the end. */
export function fateOf(
  program: ts.Program,
  expression: ts.Expression,
): RejectionFate {
  const known = fatesOf(program).get(expression);
  if (known !== undefined) {
    return known;
  }
  const fate = follow(program, promiseAt(expression));
  fatesOf(program).set(expression, fate);
  return fate;
}

/**
 * The fate of a rejection within the function that its promise is made in: `propagated` as soon as it
 * leaves that function, whoever calls it, and `handled` as soon as it meets a handler there, even one
 * that passes it on. Callbacks of `then` and `map` and functions that are called
 * on the spot count as the same function.
 */
export function localFateOf(
  program: ts.Program,
  expression: ts.Expression,
): RejectionFate {
  return follow(
    program,
    promiseAt(expression),
    (fn) => !isPartOfItsFunction(program, fn),
  );
}

function promiseAt(node: ts.Expression): Stop {
  return { kind: 'value', carrier: 'promise', node };
}

/** Whether what a function returns goes straight on in the function around it. */
function isPartOfItsFunction(
  program: ts.Program,
  fn: ts.SignatureDeclaration,
): boolean {
  const use = useOf(fn);
  return (
    use.kind === 'called' ||
    (use.kind === 'argument' &&
      callbackResultOf(program, use.of, use.index).kind === 'joins')
  );
}

interface Visit {
  stop: Stop;
  frame: Frame | undefined;
  from: Visit | undefined;
}

/** Follows a rejection breadth first, so that the nearest end is found whatever was asked before. */
function follow(
  program: ts.Program,
  start: Stop,
  isEnd?: (fn: ts.SignatureDeclaration) => boolean,
): RejectionFate {
  const seen = new Map<ts.Node | undefined, Set<string>>();
  const visits: Visit[] = [{ stop: start, frame: undefined, from: undefined }];
  let best: RejectionFate | undefined;
  for (let index = 0; index < visits.length; index++) {
    const visit = visits[index] as Visit;
    if (index === STOP_LIMIT) {
      return { kind: 'unknown', at: nodeOf(visit.stop) };
    }
    const { stop } = visit;
    const leaves =
      stop.kind === 'result' &&
      visit.frame?.fn !== stop.fn &&
      isEnd?.(stop.fn) === true;
    const { stops, ends, frame } = leaves
      ? {
          stops: [],
          ends: [{ kind: 'propagated', to: stop.fn } as const],
          frame: undefined,
        }
      : nextOf(program, stop, visit.frame);
    for (const end of ends) {
      if (isEnd !== undefined && end.kind === 'handled') {
        return end;
      }
      if (end.kind === 'lost') {
        return { ...end, path: pathTo(visit) };
      }
      if (best === undefined || RANK[end.kind] > RANK[best.kind]) {
        best = end;
      }
    }
    for (const next of stops) {
      if (isNew(seen, next, frame)) {
        visits.push({ stop: next, frame, from: visit });
      }
    }
  }
  return best ?? { kind: 'unknown', at: nodeOf(start) };
}

const RANK = { handled: 0, propagated: 1, unknown: 2, lost: 3 } as const;

function isNew(
  seen: Map<ts.Node | undefined, Set<string>>,
  stop: Stop,
  frame: Frame | undefined,
): boolean {
  const node = nodeOf(stop);
  const carrier = stop.kind === 'thrown' ? '' : stop.carrier;
  const key = `${stop.kind} ${carrier} ${frame === undefined ? '' : String(frame.call.pos)}`;
  const keys = seen.get(node) ?? new Set();
  seen.set(node, keys);
  const isKnown = keys.has(key);
  keys.add(key);
  return !isKnown;
}

function nodeOf(stop: Stop): ts.Node {
  return stop.kind === 'result' ? stop.fn : stop.node;
}

function pathTo(last: Visit): PathStep[] {
  const path: PathStep[] = [];
  for (
    let visit: Visit | undefined = last;
    visit !== undefined;
    visit = visit.from
  ) {
    if (visit.stop.kind === 'result') {
      const { fn, by } = visit.stop;
      path.unshift({ fn, by, at: nodeOf((visit.from ?? visit).stop) });
    }
  }
  return path;
}
