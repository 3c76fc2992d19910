import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import {
  type PromiseMethodCall,
  promiseMethodOf,
} from '../language/promise-calls.ts';
import { isNothing } from './result-branches.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { type FunctionWithBody, unwrap } from '../language/syntax.ts';

/** What a member becomes when it is rejected. */
export type Fallback =
  /** A value that says nothing, as it stands in the code; `''` for none. */
  | { kind: 'value'; text: string }
  /** The reason itself. */
  | { kind: 'reason' }
  /** `{ status: 'rejected', reason }`, beside `{ status: 'fulfilled', value }`: a settled result, word for word. */
  | { kind: 'settled-result' }
  /** An object of the program's own. */
  | { kind: 'object' };

type Then = Extract<PromiseMethodCall, { kind: 'then' }>;

/** What a chain makes of a rejection; `undefined` where it has no handler for it, or one that does more than to make a value. */
export function fallbackOf(
  program: ts.Program,
  method: Then,
): Fallback | undefined {
  const { onRejected, receiver } = method;
  const handler = onRejected && functionOf(program, onRejected);
  const value = handler && valueOf(handler);
  if (
    handler === undefined ||
    value === undefined ||
    rejectionOf(program, receiver).kind !== 'may'
  ) {
    return undefined;
  }
  const made = value === 'nothing' ? undefined : unwrap(value);
  const parameter = handler.parameters[0]?.name.getText();
  const success = successOf(program, method);
  const object = success && valueOf(success);
  if (
    made?.kind === ts.SyntaxKind.FalseKeyword &&
    object !== undefined &&
    object !== 'nothing' &&
    object.kind === ts.SyntaxKind.TrueKeyword
  ) {
    // `access(path).then(() => true).catch(() => false)`: whether it worked is all that is asked.
    return undefined;
  }
  if (made === undefined || isNothing(made)) {
    return { kind: 'value', text: made?.getText() ?? '' };
  }
  if (ts.isIdentifier(made)) {
    return made.text === parameter ? { kind: 'reason' } : undefined;
  }
  if (!ts.isObjectLiteralExpression(made)) {
    return undefined;
  }
  if (
    object === undefined ||
    object === 'nothing' ||
    !ts.isObjectLiteralExpression(unwrap(object))
  ) {
    return undefined;
  }
  return isResult(made, 'rejected', 'reason', parameter) &&
    isResult(
      unwrap(object) as ts.ObjectLiteralExpression,
      'fulfilled',
      'value',
      success?.parameters[0]?.name.getText(),
    )
    ? { kind: 'settled-result' }
    : { kind: 'object' };
}

/** The handler that makes the value of what is fulfilled: the other one of the call, or that of the `then` before it. */
function successOf(
  program: ts.Program,
  method: Then,
): FunctionWithBody | undefined {
  const fulfilled =
    method.onFulfilled === undefined
      ? promiseMethodOf(program, unwrap(method.receiver))
      : method;
  return fulfilled?.kind === 'then' && fulfilled.onFulfilled !== undefined
    ? functionOf(program, fulfilled.onFulfilled)
    : undefined;
}

/** The one value that a handler gives, where that is all it does. */
function valueOf({
  body,
}: FunctionWithBody): ts.Expression | 'nothing' | undefined {
  if (!ts.isBlock(body)) {
    return unwrap(body);
  }
  const [first, ...others] = body.statements;
  if (first === undefined) {
    return 'nothing';
  }
  return others.length === 0 && ts.isReturnStatement(first)
    ? (first.expression ?? 'nothing')
    : undefined;
}

/** Whether an object is what `allSettled` makes: `{ status, value }` or `{ status, reason }`, and no more. */
function isResult(
  { properties }: ts.ObjectLiteralExpression,
  status: string,
  property: string,
  parameter: string | undefined,
): boolean {
  const values = new Map(
    properties.map((each) => [
      each.name?.getText(),
      ts.isPropertyAssignment(each)
        ? ts.isAsExpression(each.initializer)
          ? each.initializer.expression
          : each.initializer
        : each.name,
    ]),
  );
  const literal = values.get('status');
  return (
    values.size === 2 &&
    literal !== undefined &&
    ts.isStringLiteralLike(literal) &&
    literal.text === status &&
    values.get(property)?.getText() === parameter
  );
}
