import ts from 'typescript';

import { calleeOf, functionOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { memberStartsOf } from './member-starts.ts';
import {
  type PromiseMethodCall,
  promiseMethodOf,
} from '../language/promise-calls.ts';
import { isNothing } from './result-branches.ts';
import { returnedExpressions } from '../language/returns.ts';
import { isDiscarded } from './silenced-rejections.ts';
import { rejectionOf } from '../rejections/sources.ts';
import {
  type FunctionWithBody,
  isFunctionWithBody,
  unwrap,
} from '../language/syntax.ts';

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

/** A member that turns its own rejection into a value. */
export interface HandMadeMember {
  /** The last call of the chain; `undefined` where a helper has it. */
  chain: ts.CallExpression | undefined;
  fallback: Fallback;
}

type Then = Extract<PromiseMethodCall, { kind: 'then' }>;

/**
 * The members of a `Promise.all` that all turn their rejections into values, so that it is
 * `Promise.allSettled` by hand; `undefined` where one of them does not, where nothing reads the values
 * (then the rejections are silenced, which is another question), and where no member can reject.
 */
export function handMadeMembersOf(
  program: ts.Program,
  call: CombinatorCall,
): HandMadeMember[] | undefined {
  const { method, node, input } = call;
  if (method !== 'all' || input.kind === 'unknown' || isDiscarded(node)) {
    return undefined;
  }
  const members =
    input.kind === 'tuple'
      ? input.array.elements.map((promise) =>
          handMadeMember(program, promise, undefined),
        )
      : (mappedMembers(program, unwrap(input.expression)) ??
        startedMembers(program, call));
  const made = members.filter((member) => member !== undefined);
  return made.length > 0 && made.length === members.length ? made : undefined;
}

/** The members that a callback of `map` makes. A function that is given by name is a helper, with other uses perhaps. */
function mappedMembers(
  program: ts.Program,
  node: ts.Expression,
): (HandMadeMember | undefined)[] | undefined {
  if (
    !ts.isCallExpression(node) ||
    !ts.isPropertyAccessExpression(node.expression) ||
    node.expression.name.text !== 'map'
  ) {
    return undefined;
  }
  const [callback] = node.arguments;
  const fn = callback && functionOf(program, callback);
  const isInline = callback !== undefined && unwrap(callback) === fn;
  return fn === undefined
    ? []
    : returnedExpressions(fn).map((promise) =>
        handMadeMember(program, promise, isInline ? undefined : fn),
      );
}

/** The members of a list that was filled for the combinator. */
function startedMembers(
  program: ts.Program,
  call: CombinatorCall,
): (HandMadeMember | undefined)[] {
  const starts = memberStartsOf(program, call)?.starts ?? [];
  return starts.map((start) => {
    const member = isFunctionWithBody(start)
      ? undefined
      : handMadeMember(program, start, undefined);
    return member && { ...member, chain: undefined };
  });
}

function handMadeMember(
  program: ts.Program,
  promise: ts.Expression,
  helper: FunctionWithBody | undefined,
): HandMadeMember | undefined {
  const node = unwrap(promise);
  const call = ts.isAwaitExpression(node) ? unwrap(node.expression) : node;
  if (!ts.isCallExpression(call)) {
    return undefined;
  }
  const method = promiseMethodOf(program, call);
  if (method?.kind === 'then') {
    const fallback = fallbackOf(program, method);
    return (
      fallback && { chain: helper === undefined ? call : undefined, fallback }
    );
  }
  const fn = helper === undefined ? calleeOf(program, call) : undefined;
  const [returned, ...others] = fn ? returnedExpressions(fn) : [];
  return fn !== undefined &&
    returned !== undefined &&
    others.length === 0 &&
    isOnParameter(program, fn, returned)
    ? handMadeMember(program, returned, fn)
    : undefined;
}

/** Whether a helper such as `const settle = (p) => p.then(…)` chains on what it is given. */
function isOnParameter(
  program: ts.Program,
  fn: FunctionWithBody,
  returned: ts.Expression,
): boolean {
  let node = unwrap(returned);
  if (ts.isAwaitExpression(node)) {
    node = unwrap(node.expression);
  }
  for (
    let method = promiseMethodOf(program, node);
    method !== undefined && 'receiver' in method;
    method = promiseMethodOf(program, node)
  ) {
    node = unwrap(method.receiver);
  }
  return (
    ts.isIdentifier(node) &&
    fn.parameters.some(({ name }) => name.getText() === node.getText())
  );
}

/** What a chain makes of a rejection; `undefined` where it has no handler for it, or one that does more than to make a value. */
function fallbackOf(program: ts.Program, method: Then): Fallback | undefined {
  const { onRejected, onFulfilled, receiver } = method;
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
  if (made?.kind === ts.SyntaxKind.FalseKeyword && isTrue(program, receiver)) {
    // `access(path).then(() => true).catch(() => false)`: whether it worked is all that is asked.
    return undefined;
  }
  if (made === undefined || isNothing(made)) {
    return onFulfilled === undefined
      ? { kind: 'value', text: made?.getText() ?? '' }
      : undefined;
  }
  if (ts.isIdentifier(made)) {
    return made.text === parameter && onFulfilled === undefined
      ? { kind: 'reason' }
      : undefined;
  }
  if (!ts.isObjectLiteralExpression(made)) {
    return undefined;
  }
  const fulfilled =
    onFulfilled === undefined
      ? promiseMethodOf(program, unwrap(receiver))
      : method;
  const success =
    fulfilled?.kind === 'then' && fulfilled.onFulfilled !== undefined
      ? functionOf(program, fulfilled.onFulfilled)
      : undefined;
  const object = success && valueOf(success);
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

/** Whether a chain makes `true` of whatever it fulfils with. */
function isTrue(program: ts.Program, promise: ts.Expression): boolean {
  const method = promiseMethodOf(program, unwrap(promise));
  const fn =
    method?.kind === 'then' && method.onFulfilled !== undefined
      ? functionOf(program, method.onFulfilled)
      : undefined;
  const value = fn && valueOf(fn);
  return (
    value !== undefined &&
    value !== 'nothing' &&
    value.kind === ts.SyntaxKind.TrueKeyword
  );
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
