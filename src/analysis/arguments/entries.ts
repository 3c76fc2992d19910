import { isTypeReference } from 'ts-api-utils';
import ts from 'typescript';

import { elementKindOf } from './member-kinds.ts';
import { isCallNamed } from '../language/syntax.ts';
import { isDefaultLibrarySymbol } from '../language/types.ts';
import { kindOfType } from './type-kinds.ts';

/** Whether an iterable yields pairs of a key and a promise: a `Map`, or what `entries()` gives. */
export function yieldsEntries(
  program: ts.Program,
  iterable: ts.Expression,
): boolean {
  if (isCallNamed(iterable, 'entries')) {
    return elementKindOf(program, iterable) === 'promises';
  }
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(iterable);
  const { symbol } = type as { symbol?: ts.Symbol };
  if (
    !isTypeReference(type) ||
    !/^(?:Readonly)?Map$/u.test(symbol?.name ?? '') ||
    !isDefaultLibrarySymbol(program, symbol)
  ) {
    return false;
  }
  const [, value] = checker.getTypeArguments(type);
  return (
    value !== undefined && kindOfType(program, value, iterable) === 'promise'
  );
}
