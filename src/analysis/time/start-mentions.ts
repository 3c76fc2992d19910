import ts from 'typescript';

import { keepsListener } from './listeners.ts';
import { isWritten } from '../language/overwrites.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import {
  type Keeping,
  outermostFunction,
  type PromiseStart,
} from './promise-starts.ts';
import { referencesTo } from '../language/references.ts';
import {
  accessedName,
  enclosingFunction,
  memberAccessOf,
  unwrap,
  wrapped,
} from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** How a place that names a started promise takes part in what becomes of it. */
export type Mention =
  /** From the evaluation of a node on, it is handled or somebody else's. */
  | { kind: 'takes'; by: ts.Node }
  /** One promise of an array is awaited, and the others are left as they are. */
  | { kind: 'takes-one'; at: ts.Node }
  | { kind: 'callback'; at: ts.Node }
  | { kind: 'function'; at: ts.Node }
  /** React is given it, which looks after it in its own time. */
  | { kind: 'rendered' }
  | { kind: 'looks' };

/** How each place of the file that names a started promise takes part, in reading order. */
export function mentionsOf(
  program: ts.Program,
  start: PromiseStart,
): Mention[] {
  const { region } = start;
  const home = homeOf(region);
  const references = referencesTo(program.getTypeChecker(), start.name);
  return references.map((reference) => {
    const node = memberAccessOf(reference);
    const fn = outermostFunction(node, home);
    if (fn !== undefined && isRendered(node)) {
      return { kind: 'rendered' };
    }
    if (node.pos < region.pos || region.end < node.end) {
      return { kind: 'function', at: node };
    }
    const mention = mentionAt(program, node, start.keeping);
    return fn === undefined || mention.kind === 'looks'
      ? mention
      : mentionWithin(program, fn, node);
  });
}

/** Whether a function gives a value to an element of JSX, in an object too, or to React's `use`. */
function isRendered(node: ts.Node): boolean {
  const use = useOf(node);
  switch (use.kind) {
    case 'attribute':
      return true;
    case 'property':
      return isRendered(use.node.parent);
    case 'element':
      return isRendered(use.array);
    case 'argument': {
      const callee = unwrap(use.of.expression);
      return (
        (ts.isIdentifier(callee) ? callee.text : accessedName(callee)) === 'use'
      );
    }
    default:
      return false;
  }
}

/** The function that a region is, or stands in; `undefined` at the top level of a file. */
function homeOf(region: ts.Node): ReturnType<typeof enclosingFunction> {
  if (ts.isSourceFile(region)) {
    return undefined;
  }
  return ts.isFunctionLike(region.parent)
    ? region.parent
    : enclosingFunction(region);
}

/** A mention inside a function: it counts when the function runs. */
function mentionWithin(
  program: ts.Program,
  fn: ts.Node,
  node: ts.Node,
): Mention {
  const use = useOf(fn);
  switch (use.kind) {
    case 'argument':
      return runsLater(program, use.of, use.index)
        ? { kind: 'callback', at: node }
        : { kind: 'takes', by: use.of };
    case 'called':
      return { kind: 'takes', by: use.node };
    default:
      return { kind: 'function', at: node };
  }
}

const TIMERS: ReadonlySet<string> = new Set([
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

/** Whether a call runs the callback at an index only after it has returned: reactions of another promise, timers, and events. */
function runsLater(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): boolean {
  const callee = unwrap(call.expression);
  if (ts.isIdentifier(callee) && TIMERS.has(callee.text)) {
    return true;
  }
  if (keepsListener(program, call, index)) {
    return true;
  }
  const method = promiseMethodOf(program, call);
  return (
    (method?.kind === 'then' || method?.kind === 'finally') &&
    // Its reactions run before anybody looks for unhandled rejections.
    promiseMethodOf(program, unwrap(method.receiver))?.kind !== 'resolve'
  );
}

function mentionAt(
  program: ts.Program,
  node: ts.Node,
  keeping: Keeping,
): Mention {
  if (isWritten(node)) {
    return { kind: 'looks' };
  }
  switch (keeping.kind) {
    case 'promise':
      return promiseMention(node);
    case 'array':
      return arrayMention(program, node);
    case 'property': {
      const use = useOf(node);
      if (use.kind !== 'accessed' || use.name === undefined) {
        return takenBy(node);
      }
      return use.name === keeping.key && !isWritten(use.node)
        ? promiseMention(use.node)
        : { kind: 'looks' };
    }
  }
}

function promiseMention(node: ts.Node): Mention {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return { kind: 'looks' };
    case 'accessed': {
      const called = useOf(use.node);
      return takenBy(called.kind === 'called' ? called.node : use.node);
    }
    default:
      return takenBy(node);
  }
}

/** Somebody takes a value over: as soon as it is awaited, returned or given to a call, or where it is named. */
function takenBy(node: ts.Node): Mention {
  const use = useOf(node);
  switch (use.kind) {
    case 'awaited':
      return { kind: 'takes', by: use.node };
    case 'argument':
      return { kind: 'takes', by: use.of };
    case 'element':
      return takenBy(use.array);
    case 'returned':
      return { kind: 'takes', by: wrapped(node).parent };
    default:
      return { kind: 'takes', by: node };
  }
}

const TAKES_ONE: ReadonlySet<string> = new Set(['at', 'pop', 'shift']);

/** A mention of an array: what takes only one of its promises leaves the others without a handler. */
function arrayMention(program: ts.Program, node: ts.Node): Mention {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return { kind: 'looks' };
    case 'iterated':
      return use.by.awaitModifier !== undefined ||
        isAwaitedOneByOne(program, use.by)
        ? { kind: 'takes-one', at: node }
        : takenBy(node);
    case 'accessed': {
      if (use.name === 'length') {
        return { kind: 'looks' };
      }
      const called = useOf(use.node);
      const result = called.kind === 'called' ? called.node : use.node;
      if (use.name === 'push' || use.name === 'unshift') {
        return { kind: 'looks' };
      }
      return (use.name === undefined || TAKES_ONE.has(use.name)) &&
        useOf(result).kind === 'awaited'
        ? { kind: 'takes-one', at: node }
        : takenBy(result);
    }
    default:
      return takenBy(node);
  }
}

/** Whether a loop awaits each element where it stands, and does nothing else with it. */
function isAwaitedOneByOne(
  program: ts.Program,
  { initializer }: ts.ForOfStatement,
): boolean {
  const name = ts.isVariableDeclarationList(initializer)
    ? initializer.declarations[0]?.name
    : undefined;
  const uses =
    name === undefined ? [] : referencesTo(program.getTypeChecker(), name);
  return uses.length > 0 && uses.every((use) => useOf(use).kind === 'awaited');
}
