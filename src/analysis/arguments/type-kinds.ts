import {
  isThenableType,
  isTypeReference,
  unionConstituents,
} from 'ts-api-utils';
import ts from 'typescript';

import { isDefaultLibrarySymbol } from '../language/types.ts';

/**
 * What a member of a combinator's input is. `promise`: a thenable, or a union with one, which is waited
 * for. `plain`: proven to be no promise, so that it counts as fulfilled at once. `function`: one that
 * returns a promise and was not called. `promises`: an array of promises, which is itself no promise.
 * `unknown`: whatever its type leaves open (`any`, `unknown`, a type parameter, `object`, the `void` of
 * a function whose body cannot be seen), and an `await`, which is a mistake of its own.
 */
export type MemberKind =
  'promise' | 'plain' | 'function' | 'promises' | 'unknown';

/** Types that say nothing of what a value does at run time. `void` allows for any value at all. */
const OPEN =
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.Never |
  ts.TypeFlags.Void |
  ts.TypeFlags.NonPrimitive |
  ts.TypeFlags.InstantiableNonPrimitive;

/** What an array is that holds members of a kind. */
export const KIND_OF_ARRAY: Readonly<Record<MemberKind, MemberKind>> = {
  promise: 'promises',
  promises: 'promises',
  function: 'plain',
  plain: 'plain',
  unknown: 'unknown',
};

const NULLISH = ts.TypeFlags.Null | ts.TypeFlags.Undefined;

/** Collections of the default library whose first type argument is what they yield. */
const YIELDS_FIRST: ReadonlySet<string> = new Set([
  'ArrayIterator',
  'Generator',
  'Iterable',
  'IterableIterator',
  'Iterator',
  'IteratorObject',
  'MapIterator',
  'ReadonlySet',
  'Set',
  'SetIterator',
]);

/** What the values of a type are. */
export function kindOfType(
  program: ts.Program,
  type: ts.Type,
  at: ts.Node,
): MemberKind {
  const parts = unionConstituents(type);
  const values = parts.filter((part) => !(part.flags & NULLISH));
  if (values.length === 0) {
    // A variable that is `undefined` here may have been assigned in a callback.
    return isNothing(at) ? 'plain' : 'unknown';
  }
  const kinds = values.map((part) => kindOfPart(program, part, at));
  return together(kinds);
}

function isNothing(node: ts.Node): boolean {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined')
  );
}

/** One answer for several: a promise among them is waited for, and all else must be of one kind. */
export function together(kinds: readonly MemberKind[]): MemberKind {
  if (kinds.includes('promise')) {
    return 'promise';
  }
  const [first = 'unknown', ...others] = kinds;
  return others.every((kind) => kind === first) ? first : 'unknown';
}

function kindOfPart(
  program: ts.Program,
  type: ts.Type,
  at: ts.Node,
): MemberKind {
  const checker = program.getTypeChecker();
  if (
    !(type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Never)) &&
    isThenableType(checker, at, type)
  ) {
    return 'promise';
  }
  if (type.flags & OPEN) {
    return 'unknown';
  }
  if (type.isIntersection()) {
    return type.types.every((part) => kindOfPart(program, part, at) === 'plain')
      ? 'plain'
      : 'unknown';
  }
  return type.flags & ts.TypeFlags.Object
    ? kindOfObject(program, type, at)
    : 'plain';
}

function kindOfObject(
  program: ts.Program,
  type: ts.Type,
  at: ts.Node,
): MemberKind {
  const checker = program.getTypeChecker();
  const signatures = type.getCallSignatures();
  if (signatures.length > 0) {
    const results = signatures.map((signature) =>
      kindOfType(program, signature.getReturnType(), at),
    );
    return results.every((result) => result === 'promise')
      ? 'function'
      : 'unknown';
  }
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    return KIND_OF_ARRAY[kindOfElements(program, type, at)];
  }
  return isOpenObject(program, type) ? 'unknown' : 'plain';
}

/** Whether an object's type leaves room for a `then`: it names nothing, or it inherits from what cannot be resolved. */
export function isOpenObject(program: ts.Program, type: ts.Type): boolean {
  const checker = program.getTypeChecker();
  const names =
    type.getProperties().length > 0 ||
    checker.getIndexInfosOfType(type).length > 0;
  if (!names && type.getConstructSignatures().length === 0) {
    return true;
  }
  // Types without a name have no symbol, whatever the declaration says.
  const symbol = type.symbol as ts.Symbol | undefined;
  if (isDefaultLibrarySymbol(program, symbol)) {
    return symbol?.name === 'Object' || symbol?.name === 'Function';
  }
  return (
    symbol?.declarations?.some(
      (declaration) =>
        (ts.isClassLike(declaration) ||
          ts.isInterfaceDeclaration(declaration)) &&
        declaration.heritageClauses?.some(({ types }) =>
          types.some((base) => {
            const inherited = checker.getTypeAtLocation(base);
            return (
              (inherited.flags & ts.TypeFlags.Any) !== 0 ||
              isOpenObject(program, inherited)
            );
          }),
        ),
    ) ?? false
  );
}

/** What values of a collection's type yield, taken together; `unknown` for a type that is none, and for iterables by protocol. */
export function kindOfElements(
  program: ts.Program,
  type: ts.Type,
  at: ts.Node,
): MemberKind {
  const checker = program.getTypeChecker();
  const kinds = unionConstituents(type)
    .filter((part) => !(part.flags & NULLISH))
    .map((part): MemberKind => {
      if (part.flags & ts.TypeFlags.StringLike) {
        return 'plain';
      }
      const element = yieldedType(program, checker, part);
      return element === undefined
        ? 'unknown'
        : kindOfType(program, element, at);
    });
  return together(kinds);
}

function yieldedType(
  program: ts.Program,
  checker: ts.TypeChecker,
  type: ts.Type,
): ts.Type | undefined {
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    return checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  }
  return isTypeReference(type) &&
    YIELDS_FIRST.has(type.symbol.name) &&
    isDefaultLibrarySymbol(program, type.symbol)
    ? checker.getTypeArguments(type)[0]
    : undefined;
}
