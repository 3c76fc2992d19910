import ts from 'typescript';

import { keepsListener } from './listeners.ts';
import { mentionAt } from './kept-mentions.ts';
import type { PromiseStart } from './kept-promises.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { referencesTo } from '../language/references.ts';
import {
  accessedName,
  enclosingFunction,
  memberAccessOf,
  outermostFunction,
  unwrap,
} from '../language/syntax.ts';
import type { KeptMention } from './takers.ts';
import { useOf } from '../language/uses.ts';

/** How a place that names a started promise takes part in what becomes of it. */
export type Mention =
  | KeptMention
  | { kind: 'callback'; at: ts.Node }
  | { kind: 'function'; at: ts.Node }
  /** React is given it, which looks after it in its own time. */
  | { kind: 'rendered' };

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
