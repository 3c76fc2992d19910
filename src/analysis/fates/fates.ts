import type ts from 'typescript';

import { callbackResultOf } from './callbacks.ts';
import { perProgram } from '../language/per-program.ts';
import { nextOf } from './steps.ts';
import type { Loss, Stop, Way } from './stops.ts';
import { useOf } from '../language/uses.ts';

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

/**
 * How many stops one question may visit; beyond it the answer is `unknown`. A function costs about two
 * stops for each place that calls it.
 */
const STOP_LIMIT = 50_000;

const fatesOf = perProgram(() => new WeakMap<ts.Node, RejectionFate>());

/**
 * Where the rejection of the promise that an expression evaluates to goes, and who is at the end.
 *
 * @param takesOver calls that handle whatever they are given, by the word of the user.
 */
export function fateOf(
  program: ts.Program,
  expression: ts.Expression,
  takesOver?: Way['takesOver'],
): RejectionFate {
  if (takesOver !== undefined) {
    return follow(program, promiseAt(expression), { takesOver });
  }
  const known = fatesOf(program).get(expression);
  if (known !== undefined) {
    return known;
  }
  const fate = follow(program, promiseAt(expression));
  fatesOf(program).set(expression, fate);
  return fate;
}

/** Whether a rejection that is lost at one end is lost at another one too, so that to handle it at the first is not enough. */
export function isLostElsewhere(
  program: ts.Program,
  expression: ts.Expression,
  { at }: Extract<RejectionFate, { kind: 'lost' }>,
): boolean {
  return (
    follow(program, promiseAt(expression), { besides: at }).kind === 'lost'
  );
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
  return follow(program, promiseAt(expression), {
    isEnd: (fn) => !isPartOfItsFunction(program, fn),
  });
}

function promiseAt(node: ts.Expression): Stop {
  return { kind: 'value', carrier: 'promise', node, frame: undefined };
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
  from: Visit | undefined;
}

interface Limits {
  takesOver?: Way['takesOver'];
  /** Whether the question ends where a function's result leaves it; then any handler ends it too. */
  isEnd?: (fn: ts.SignatureDeclaration) => boolean;
  /** An end that is known already. */
  besides?: ts.Node;
}

/** Follows a rejection breadth first, so that the nearest end is found whatever was asked before. */
function follow(
  program: ts.Program,
  start: Stop,
  { takesOver, isEnd, besides }: Limits = {},
): RejectionFate {
  const isNew = once();
  const visits: Visit[] = [{ stop: start, from: undefined }];
  let best: RejectionFate | undefined;
  for (const visit of visits) {
    const { stop } = visit;
    for (const next of leaves(stop, isEnd)
      ? [{ kind: 'propagated', to: stop.fn } as const]
      : nextOf(program, stop, takesOver)) {
      switch (next.kind) {
        case 'value':
        case 'thrown':
        case 'result':
          if (visits.length === STOP_LIMIT) {
            return { kind: 'unknown', at: nodeOf(stop) };
          }
          if (isNew(next)) {
            visits.push({ stop: next, from: visit });
          }
          break;
        case 'lost':
          if (next.at !== besides) {
            return { ...next, path: pathTo(visit) };
          }
          break;
        case 'handled':
          if (isEnd !== undefined) {
            return next;
          }
          best ??= next;
          break;
        default:
          if (best === undefined || RANK[next.kind] > RANK[best.kind]) {
            best = next;
          }
      }
    }
  }
  return best ?? { kind: 'unknown', at: nodeOf(start) };
}

function leaves(
  stop: Stop,
  isEnd: Limits['isEnd'],
): stop is Extract<Stop, { kind: 'result' }> {
  return (
    stop.kind === 'result' &&
    stop.frame?.fn !== stop.fn &&
    isEnd?.(stop.fn) === true
  );
}

const RANK = { handled: 0, propagated: 1, unknown: 2, lost: 3 } as const;

/** Whether a stop is asked about for the first time. */
function once(): (stop: Stop) => boolean {
  const seen = new Map<ts.Node, Set<string>>();
  return (stop) => {
    const node = nodeOf(stop);
    const carrier = stop.kind === 'thrown' ? '' : stop.carrier;
    const key = `${stop.kind} ${carrier} ${String(stop.frame?.call.pos)}`;
    const keys = seen.get(node) ?? new Set();
    seen.set(node, keys);
    return keys.size < keys.add(key).size;
  };
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
