import ts from 'typescript';

import type { Keeping } from './kept-promises.ts';
import { isWritten } from '../language/overwrites.ts';
import { referencesTo } from '../language/references.ts';
import { wrapped } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** What a place does that names a started promise, or what it is kept in. */
export type KeptMention =
  /** From the evaluation of a node on, it is handled or somebody else's. */
  | { kind: 'takes'; by: ts.Node }
  /** One promise of several is awaited, and the others are left as they are. */
  | { kind: 'takes-one'; at: ts.Node }
  | { kind: 'looks' };

/** How a place that names what a promise is kept in takes part in what becomes of the promise. */
export function mentionAt(
  program: ts.Program,
  node: ts.Node,
  keeping: Keeping,
): KeptMention {
  if (isWritten(node)) {
    return { kind: 'looks' };
  }
  switch (keeping.kind) {
    case 'promise':
      return promiseMention(node);
    case 'array':
      return arrayMention(program, node);
    case 'map':
      return mapMention(program, node);
    case 'records':
      return recordsMention(program, node, keeping.key);
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

function promiseMention(node: ts.Node): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return { kind: 'looks' };
    case 'accessed': {
      const called = useOf(use.node);
      if (called.kind === 'called') {
        return takenBy(called.node);
      }
      // What else there is of a promise, such as the `child` of a process's, is not its result.
      return use.name === undefined || METHODS.has(use.name)
        ? takenBy(use.node)
        : { kind: 'looks' };
    }
    default:
      return takenBy(node);
  }
}

/** The methods of a promise. */
const METHODS: ReadonlySet<string> = new Set(['catch', 'finally', 'then']);

/** Somebody takes a value over: as soon as it is awaited, returned or given to a call, or where it is named. */
function takenBy(node: ts.Node): KeptMention {
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

/** Methods of a list that give one of its elements. */
const GIVES_ONE: ReadonlySet<string> = new Set(['at', 'pop', 'shift']);

/** A mention of an array: what takes only one of its promises leaves the others without a handler. */
function arrayMention(program: ts.Program, node: ts.Node): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return { kind: 'looks' };
    case 'iterated':
      return use.by.awaitModifier !== undefined ||
        isAwaitedOneByOne(program, nameIn(use.by))
        ? { kind: 'takes-one', at: node }
        : takenBy(node);
    case 'accessed': {
      if (isLook(use.name)) {
        return { kind: 'looks' };
      }
      const result = resultOf(use.node);
      return isElement(use.name) && useOf(result).kind === 'awaited'
        ? { kind: 'takes-one', at: node }
        : takenBy(result);
    }
    default:
      return takenBy(node);
  }
}

/** A mention of an array of objects that have a promise each: what awaits that of one leaves the others. */
function recordsMention(
  program: ts.Program,
  node: ts.Node,
  key: string,
): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return { kind: 'looks' };
    case 'iterated': {
      const name = nameIn(use.by);
      const isOneByOne =
        name !== undefined && ts.isIdentifier(name)
          ? isPropertyAwaited(program, name, key)
          : isAwaitedOneByOne(program, name && elementNamed(name, key));
      return isOneByOne ? { kind: 'takes-one', at: node } : takenBy(node);
    }
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
function mapMention(program: ts.Program, node: ts.Node): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return { kind: 'looks' };
    case 'iterated':
      return isEachValueAwaited(program, use.by)
        ? { kind: 'takes-one', at: node }
        : takenBy(node);
    case 'accessed': {
      if (LOOKS_INTO_MAP.has(use.name ?? '')) {
        return { kind: 'looks' };
      }
      const result = resultOf(use.node);
      const of = useOf(result);
      const isOneByOne =
        of.kind === 'iterated' &&
        (use.name === 'values'
          ? isAwaitedOneByOne(program, nameIn(of.by))
          : use.name === 'entries' && isEachValueAwaited(program, of.by));
      return isOneByOne ? { kind: 'takes-one', at: node } : takenBy(result);
    }
    default:
      return takenBy(node);
  }
}

/** Whether a loop over the entries of a `Map` awaits each value. */
function isEachValueAwaited(
  program: ts.Program,
  loop: ts.ForOfStatement,
): boolean {
  const name = nameIn(loop);
  const [, value] =
    name !== undefined && ts.isArrayBindingPattern(name) ? name.elements : [];
  return (
    value !== undefined &&
    ts.isBindingElement(value) &&
    isAwaitedOneByOne(program, value.name)
  );
}

/** Whether an access to an array only asks for its length, or adds to it. */
function isLook(name: string | undefined): boolean {
  return name === 'length' || name === 'push' || name === 'unshift';
}

/** Whether an access to an array gives one element. */
function isElement(name: string | undefined): boolean {
  return name === undefined || GIVES_ONE.has(name);
}

/** What an access gives, or the call of what it gives. */
function resultOf(access: ts.Node): ts.Node {
  const called = useOf(access);
  return called.kind === 'called' ? called.node : access;
}

/** The name, or pattern, that a loop gives each element. */
function nameIn({
  initializer,
}: ts.ForOfStatement): ts.BindingName | undefined {
  return ts.isVariableDeclarationList(initializer)
    ? initializer.declarations[0]?.name
    : undefined;
}

/** The name that a pattern gives a property. */
function elementNamed(
  pattern: ts.BindingName,
  key: string,
): ts.BindingName | undefined {
  return ts.isObjectBindingPattern(pattern)
    ? pattern.elements.find(
        ({ propertyName, name, dotDotDotToken }) =>
          dotDotDotToken === undefined &&
          (propertyName ?? name).getText() === key,
      )?.name
    : undefined;
}

/** Whether what a loop names is awaited where it stands, and nothing else is done with it. */
function isAwaitedOneByOne(
  program: ts.Program,
  name: ts.BindingName | undefined,
): boolean {
  const uses =
    name === undefined ? [] : referencesTo(program.getTypeChecker(), name);
  return uses.length > 0 && uses.every((use) => useOf(use).kind === 'awaited');
}

/** Whether of an object its own properties are read alone, and one of them is awaited wherever it is. */
function isPropertyAwaited(
  program: ts.Program,
  name: ts.Identifier,
  key: string,
): boolean {
  const uses = referencesTo(program.getTypeChecker(), name).map(useOf);
  const reads = uses.flatMap((use) =>
    use.kind === 'accessed' && use.name === key ? [use.node] : [],
  );
  return (
    reads.length > 0 &&
    reads.every((read) => useOf(read).kind === 'awaited') &&
    uses.every((use) => use.kind === 'accessed' && use.name !== undefined)
  );
}
