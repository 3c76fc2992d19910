import ts from 'typescript';

import { unwrap } from '../language/syntax.ts';

/** Whether values of a type are abort signals, of whatever library. */
function isSignal(checker: ts.TypeChecker, type: ts.Type): boolean {
  return (
    checker.getPropertyOfType(type, 'aborted') !== undefined &&
    checker.getPropertyOfType(type, 'addEventListener') !== undefined
  );
}

/** How a call can be given a signal that it has not been given: in an object that it is given, or as its next argument. */
export type SignalPlace =
  | { kind: 'property'; of: ts.ObjectLiteralExpression }
  | { kind: 'object' }
  | { kind: 'argument' };

/** Where a call takes a signal; `undefined` where it takes none, where it has one already, and where that is not known. */
export function signalPlaceOf(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
): SignalPlace | undefined {
  const parameters = checker.getResolvedSignature(call)?.parameters ?? [];
  const typeOf = (index: number): ts.Type | undefined => {
    const parameter = parameters[index];
    return (
      parameter &&
      checker.getNonNullableType(
        checker.getTypeOfSymbolAtLocation(parameter, call),
      )
    );
  };
  const { length } = call.arguments;
  const last = call.arguments.at(-1);
  if (call.arguments.some(ts.isSpreadElement) || hasSignal(checker, call)) {
    return undefined;
  }
  if (last !== undefined && ts.isObjectLiteralExpression(last)) {
    const isPlain = last.properties.every(
      (property) => !ts.isSpreadAssignment(property),
    );
    return isPlain && hasSignalProperty(checker, typeOf(length - 1))
      ? { kind: 'property', of: last }
      : undefined;
  }
  const next = typeOf(length);
  if (next === undefined) {
    return undefined;
  }
  if (isSignal(checker, next)) {
    return { kind: 'argument' };
  }
  return hasSignalProperty(checker, next) ? { kind: 'object' } : undefined;
}

/** Whether a call is given a signal, or an object that has one. */
export function hasSignal(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
): boolean {
  return call.arguments.some((argument) => {
    const type = checker.getNonNullableType(
      checker.getTypeAtLocation(unwrap(argument)),
    );
    return (
      isSignal(checker, type) ||
      ['signal', 'abortSignal'].some(
        (name) => checker.getPropertyOfType(type, name) !== undefined,
      )
    );
  });
}

function hasSignalProperty(
  checker: ts.TypeChecker,
  type: ts.Type | undefined,
): boolean {
  const property = type && checker.getPropertyOfType(type, 'signal');
  return (
    property !== undefined &&
    isSignal(
      checker,
      checker.getNonNullableType(checker.getTypeOfSymbol(property)),
    )
  );
}
