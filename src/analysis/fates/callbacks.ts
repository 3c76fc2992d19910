import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { isDroppingFunction, isDroppingMethod } from './dropping.ts';
import { isIgnoredArgument } from './ignored-results.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import {
  isArrayLike,
  isDefaultLibrarySymbol,
  promisenessOf,
} from '../language/types.ts';
import { calledNameOf } from '../language/words.ts';

/**
 * Who looks at the promise that a callback returns: nobody (`dropped`), the promise or array that the
 * call makes (`joins`), whoever calls the function that the call returns (`wrapped`), or it is not known.
 */
export type CallbackResult =
  | { kind: 'dropped' }
  | { kind: 'executor' }
  | { kind: 'joins'; carrier: 'promise' | 'array' }
  | { kind: 'wrapped' }
  | { kind: 'unknown' };

/** Functions that return the function they are given, where their type does not show it. */
const IDENTITY_FUNCTIONS: ReadonlySet<string> = new Set([
  'useCallback',
  'useEffectEvent',
]);

/** Who looks at what a function returns that is given to a call as an argument. */
export function callbackResultOf(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): CallbackResult {
  const checker = program.getTypeChecker();
  if (ts.isNewExpression(call)) {
    const isPromise = isDefaultLibrarySymbol(
      program,
      checker.getTypeAtLocation(call.expression).getProperty('resolve'),
      'PromiseConstructor',
    );
    return isPromise && index === 0
      ? { kind: 'executor' }
      : byType(program, call, index);
  }
  const callee = unwrap(call.expression);
  const member = accessedName(callee);
  if (member !== undefined) {
    const method = methodResult(
      program,
      callee as ts.AccessExpression,
      member,
      index,
    );
    if (method !== undefined) {
      return method;
    }
  }
  const name = calledNameOf(call) ?? '';
  if (index === 0 && isDroppingFunction(program, callee, name)) {
    return { kind: 'dropped' };
  }
  const argument = call.arguments[index];
  if (
    argument !== undefined &&
    (IDENTITY_FUNCTIONS.has(name) || returnsItself(program, call, argument))
  ) {
    return { kind: 'wrapped' };
  }
  return byType(program, call, index);
}

/** What a method makes of its callback's result, by its name and what it is a method of; `undefined` where that does not say. */
function methodResult(
  program: ts.Program,
  callee: ts.AccessExpression,
  name: string,
  index: number,
): CallbackResult | undefined {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(callee.expression);
  const isAny = (type.flags & ts.TypeFlags.Any) !== 0;
  switch (name) {
    case 'then':
    case 'catch':
    case 'finally':
      return isAny || promisenessOf(checker, type, callee) === 'some'
        ? { kind: 'joins', carrier: 'promise' }
        : undefined;
    case 'map':
      return isAny || isArrayLike(checker, type)
        ? { kind: 'joins', carrier: 'array' }
        : undefined;
    case 'from':
      return ts.isIdentifier(callee.expression) &&
        callee.expression.text === 'Array'
        ? { kind: 'joins', carrier: 'array' }
        : undefined;
  }
  return isDroppingMethod(program, callee, name, index)
    ? { kind: 'dropped' }
    : undefined;
}

/** Whether a call's type shows that it returns the very function it was given, as `useCallback` does. */
function returnsItself(
  program: ts.Program,
  call: ts.CallExpression,
  argument: ts.Expression,
): boolean {
  const given = functionOf(program, argument);
  return (
    given !== undefined &&
    program
      .getTypeChecker()
      .getTypeAtLocation(call)
      .getCallSignatures()
      .some((signature) => signature.declaration === given)
  );
}

function byType(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): CallbackResult {
  return isIgnoredArgument(program.getTypeChecker(), call, index)
    ? { kind: 'dropped' }
    : { kind: 'unknown' };
}
