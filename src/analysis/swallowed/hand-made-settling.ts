import ts from 'typescript';

import { calleeOf, functionOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { memberStartsOf } from './member-starts.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { type Fallback, fallbackOf } from './fallbacks.ts';
import { isNothing } from './result-branches.ts';
import { awaitsIn } from '../language/sequence.ts';
import { returnedExpressions } from '../language/returns.ts';
import { isDiscarded } from './silenced-rejections.ts';
import {
  accessedName,
  type FunctionWithBody,
  isFunctionWithBody,
  unwrap,
} from '../language/syntax.ts';

/** A member that turns its own rejection into a value. */
export interface HandMadeMember {
  /** The last call of the chain; `undefined` where a helper has it. */
  chain: ts.CallExpression | undefined;
  fallback: Fallback;
}

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
  if (
    method !== 'all' ||
    input.kind === 'unknown' ||
    isDiscarded(node) ||
    isPolyfill(node)
  ) {
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

/** Whether a call stands in the definition of an `allSettled`, for where there is none. */
function isPolyfill(call: ts.Node): boolean {
  return (
    ts.findAncestor(call, (node) => {
      const target = ts.isBinaryExpression(node)
        ? accessedName(unwrap(node.left))
        : (node as Partial<ts.NamedDeclaration>).name?.getText();
      return target === 'allSettled';
    }) !== undefined
  );
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
  if (fn !== undefined && settlesInTry(fn)) {
    return { chain: undefined, fallback: { kind: 'object' } };
  }
  const [returned, ...others] = fn ? returnedExpressions(fn) : [];
  return fn !== undefined &&
    returned !== undefined &&
    others.length === 0 &&
    isOnParameter(program, fn, returned)
    ? handMadeMember(program, returned, fn)
    : undefined;
}

/** Whether a helper awaits what it is given in a `try`, and gives a value of its own for a rejection. */
function settlesInTry(fn: FunctionWithBody): boolean {
  const [only, ...others] = ts.isBlock(fn.body) ? fn.body.statements : [];
  if (
    only === undefined ||
    others.length > 0 ||
    !ts.isTryStatement(only) ||
    only.catchClause === undefined
  ) {
    return false;
  }
  const { block, variableDeclaration } = only.catchClause;
  const [returned] = block.statements;
  const made =
    returned !== undefined && ts.isReturnStatement(returned)
      ? returned.expression && unwrap(returned.expression)
      : undefined;
  return (
    made !== undefined &&
    (ts.isObjectLiteralExpression(made) ||
      isNothing(made) ||
      made.getText() === variableDeclaration?.name.getText()) &&
    awaitsIn(only.tryBlock).some(
      ({ expression }) =>
        ts.isIdentifier(expression) &&
        fn.parameters.some(({ name }) => name.getText() === expression.text),
    )
  );
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
