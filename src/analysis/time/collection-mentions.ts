import ts from 'typescript';

import { recogniseCombinator } from '../language/combinators.ts';
import {
  awaitOfFromAsync,
  awaitsEach,
  awaitsEachProperty,
  awaitsEachValue,
  isAwaitedInTurn,
} from './one-by-one.ts';
import { isWritten } from '../language/overwrites.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { type KeptMention, resultOf, takenBy } from './takers.ts';
import { useOf } from '../language/uses.ts';

/** Methods of a list that give one of its elements. */
const GIVES_ONE: ReadonlySet<string> = new Set(['at', 'pop', 'shift']);

/** A mention of an array: what takes only one of its promises leaves the others without a handler. */
export function arrayMention(program: ts.Program, node: ts.Node): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'iterated':
      return awaitsEach(program, use.by)
        ? { kind: 'takes-one', at: node }
        : takenBy(node);
    case 'accessed': {
      if (isLook(use.name)) {
        return { kind: 'looks' };
      }
      const result = resultOf(use.node);
      const isPart =
        (isElement(use.name) && useOf(result).kind === 'awaited') ||
        isAwaitedInTurn(program, result, use.name) ||
        (use.name === 'slice' && isAwaitedPart(program, result));
      return isPart ? { kind: 'takes-one', at: node } : takenBy(result);
    }
    case 'argument':
      return awaitOfFromAsync(use.of) === undefined
        ? takenBy(node)
        : { kind: 'takes-one', at: node };
    default:
      return takenBy(node);
  }
}

/** Whether a call of `slice` that says where to end is given to a combinator that is awaited: the rest is for later. */
function isAwaitedPart(program: ts.Program, part: ts.Node): boolean {
  const end = ts.isCallExpression(part) ? part.arguments[1] : undefined;
  const use = useOf(part);
  return (
    end !== undefined &&
    accessedName(unwrap(end)) !== 'length' &&
    use.kind === 'argument' &&
    useOf(use.of).kind === 'awaited' &&
    recogniseCombinator(program, use.of) !== undefined
  );
}

/** A mention of an array of objects that have a promise each: what awaits that of one leaves the others. */
export function recordsMention(
  program: ts.Program,
  node: ts.Node,
  key: string,
): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'iterated':
      return awaitsEachProperty(program, use.by, key)
        ? { kind: 'takes-one', at: node }
        : takenBy(node);
    case 'accessed': {
      if (isLook(use.name)) {
        return { kind: 'looks' };
      }
      const result = resultOf(use.node);
      const of = useOf(result);
      return isElement(use.name) &&
        of.kind === 'accessed' &&
        of.name === key &&
        useOf(of.node).kind === 'awaited'
        ? { kind: 'takes-one', at: node }
        : takenBy(result);
    }
    default:
      return takenBy(node);
  }
}

/** Methods of a `Map` that do nothing with its values. */
const LOOKS_INTO_MAP: ReadonlySet<string> = new Set([
  'has',
  'keys',
  'set',
  'size',
]);

/** A mention of a `Map`: so does what awaits its values one by one. What takes one by its key may have put it there just before. */
export function mapMention(program: ts.Program, node: ts.Node): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'iterated':
      return awaitsEachValue(program, use.by)
        ? { kind: 'takes-one', at: node }
        : takenBy(node);
    case 'accessed': {
      if (LOOKS_INTO_MAP.has(use.name ?? '')) {
        return { kind: 'looks' };
      }
      const result = resultOf(use.node);
      return isAwaitedInTurn(program, result, use.name)
        ? { kind: 'takes-one', at: node }
        : takenBy(result);
    }
    default:
      return takenBy(node);
  }
}

/** A mention of an object that has promises as properties, each under a key that is computed: so does what awaits its values one by one. */
export function dictionaryMention(
  program: ts.Program,
  node: ts.Node,
): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'accessed':
      return isWritten(use.node) ? { kind: 'looks' } : takenBy(use.node);
    default:
      return listingMention(program, node) ?? takenBy(node);
  }
}

/** What `Object.keys`, or a loop over `Object.values` or `Object.entries`, does with the properties of an object; `undefined` for anything else. */
export function listingMention(
  program: ts.Program,
  node: ts.Node,
): KeptMention | undefined {
  const use = useOf(node);
  const callee =
    use.kind === 'argument'
      ? /^Object\.(\w+)$/u.exec(use.of.expression.getText())
      : null;
  if (use.kind !== 'argument' || callee === null) {
    return undefined;
  }
  if (callee[1] === 'keys') {
    return { kind: 'looks' };
  }
  return isAwaitedInTurn(program, use.of, callee[1])
    ? { kind: 'takes-one', at: node }
    : undefined;
}

/** Whether an access to an array only asks for its length, or adds to it. */
function isLook(name: string | undefined): boolean {
  return name === 'length' || name === 'push' || name === 'unshift';
}

/** Whether an access to an array gives one element. */
function isElement(name: string | undefined): boolean {
  return name === undefined || GIVES_ONE.has(name);
}
