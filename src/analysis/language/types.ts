import {
  getWellKnownSymbolPropertyOfType,
  isThenableType,
  unionConstituents,
} from 'ts-api-utils';
import ts from 'typescript';

/** Whether a value is a promise: `some` of a union may be, and `unknown` is the answer for `any` and open type parameters. */
export type Promiseness = 'never' | 'some' | 'unknown';

/** Whether a symbol is declared in TypeScript's own `lib.*.d.ts`, as a member of `owner` where that is given. */
export function isDefaultLibrarySymbol(
  program: ts.Program,
  symbol: ts.Symbol | undefined,
  owner?: string,
): boolean {
  return (
    symbol?.declarations?.some(
      (declaration) =>
        program.isSourceFileDefaultLibrary(declaration.getSourceFile()) &&
        (owner === undefined ||
          (ts.isInterfaceDeclaration(declaration.parent) &&
            declaration.parent.name.text === owner)),
    ) ?? false
  );
}

/** Whether a type says nothing of its values: `any`, `unknown`, an unresolved name, a type parameter without constraint. */
export function isOpaque(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || isOpaque(checker, constraint);
  }
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

/** Whether a type could not be resolved (a missing package, an undeclared name), which is not the `any` that somebody wrote. */
export function isUnresolved(type: ts.Type): boolean {
  return (type as { intrinsicName?: string }).intrinsicName === 'error';
}

/** Whether values of a type are thenables (ECMA-262, 27.2.1.3.2 looks for a callable `then`). */
export function promisenessOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  at: ts.Node,
): Promiseness {
  const parts = unionConstituents(type);
  if (parts.some((part) => isThenableType(checker, at, part))) {
    return 'some';
  }
  return parts.some((part) => isOpaque(checker, part)) ? 'unknown' : 'never';
}

/** The type of an array's, tuple's or iterable's elements; `undefined` where it is none or not known. */
export function elementTypeOf(
  checker: ts.TypeChecker,
  type: ts.Type,
): ts.Type | undefined {
  return unionConstituents(type)
    .map((part) => checker.getIndexTypeOfType(part, ts.IndexKind.Number))
    .find((element) => element !== undefined);
}

/** Whether values of a type can be iterated: `some` of a union where only some can. */
export function iterabilityOf(
  checker: ts.TypeChecker,
  type: ts.Type,
): 'all' | 'some' | 'none' | 'unknown' {
  if (isOpaque(checker, type)) {
    return 'unknown';
  }
  const parts = unionConstituents(checker.getApparentType(type));
  if (parts.some((part) => isOpaque(checker, part))) {
    return 'unknown';
  }
  const iterable = parts.filter(
    (part) =>
      checker.isArrayLikeType(part) ||
      getWellKnownSymbolPropertyOfType(
        checker.getApparentType(part),
        'iterator',
        checker,
      ) !== undefined,
  );
  if (iterable.length === parts.length) {
    return 'all';
  }
  return iterable.length === 0 ? 'none' : 'some';
}

/** Whether every value of a type, `null` and `undefined` left out, is an array or tuple. */
export function isArrayLike(checker: ts.TypeChecker, type: ts.Type): boolean {
  return unionConstituents(checker.getNonNullableType(type)).every((part) => {
    const constraint = checker.getBaseConstraintOfType(part) ?? part;
    return checker.isArrayLikeType(constraint);
  });
}
