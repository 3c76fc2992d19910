import ts from 'typescript';

import { perProgram } from './per-program.ts';
import { accessedName, unwrap } from './syntax.ts';
import { isDefaultLibrarySymbol } from './types.ts';

/** The four static methods of ECMAScript's `Promise` that take an iterable (ECMA-262, 27.2.4). */
export type CombinatorMethod = 'all' | 'allSettled' | 'any' | 'race';

/**
 * What goes into a combinator: the elements of an array literal, one expression that yields them,
 * or `unknown` where there is no argument or the arguments are spread.
 */
export type CombinatorInput =
  | { kind: 'tuple'; array: ts.ArrayLiteralExpression }
  | { kind: 'iterable'; expression: ts.Expression }
  | { kind: 'unknown' };

export interface CombinatorCall {
  method: CombinatorMethod;
  node: ts.CallExpression;
  input: CombinatorInput;
}

const METHODS: ReadonlySet<string> = new Set<CombinatorMethod>([
  'all',
  'allSettled',
  'any',
  'race',
]);

/** Text that every combinator call has: what a file must mention to concern a rule about them. */
export const MENTIONS_COMBINATOR = /\b(?:all|allSettled|any|race)\b/u;

/** Whether a name is that of a combinator; the cheap question, asked before any type. */
export function isCombinatorName(
  name: string | undefined,
): name is CombinatorMethod {
  return name !== undefined && METHODS.has(name);
}

/** Every rule asks about every combinator: the answer is worked out once. */
const combinatorsOf = perProgram(
  () => new WeakMap<ts.Node, CombinatorCall | undefined>(),
);

/**
 * The combinator that a call is, or `undefined` where it is none or that is not proven.
 *
 * Judged by symbol, not by the text `Promise`: a subclass, an alias, `globalThis.Promise` and
 * `Promise['all']` count; a class of the program's own that is merely called `Promise` does not,
 * unless its type has the contract of a promise constructor, as Bluebird's has.
 */
export function recogniseCombinator(
  program: ts.Program,
  node: ts.Node | undefined,
): CombinatorCall | undefined {
  if (node === undefined || !ts.isCallExpression(node)) {
    return undefined;
  }
  const callee = unwrap(node.expression);
  const method = accessedName(callee);
  if (!isCombinatorName(method)) {
    return undefined;
  }
  const known = combinatorsOf(program);
  if (!known.has(node)) {
    known.set(
      node,
      isPromiseConstructorAccess(program, callee as ts.AccessExpression, method)
        ? { method, node, input: inputOf(node.arguments) }
        : undefined,
    );
  }
  return known.get(node);
}

/** The combinator that an expression names without calling it, such as `Promise.all`; `undefined` where it names none. */
export function combinatorNamedBy(
  program: ts.Program,
  expression: ts.Expression,
): CombinatorMethod | undefined {
  const access = unwrap(expression);
  const method = accessedName(access);
  return isCombinatorName(method) &&
    isPromiseConstructorAccess(program, access as ts.AccessExpression, method)
    ? method
    : undefined;
}

function isPromiseConstructorAccess(
  program: ts.Program,
  access: ts.AccessExpression,
  method: CombinatorMethod,
): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(access.expression);
  const property = checker.getPropertyOfType(type, method);
  if (isDefaultLibrarySymbol(program, property, 'PromiseConstructor')) {
    return true;
  }
  return (
    ['resolve', 'reject', 'all', 'race'].every((name) =>
      checker.getPropertyOfType(type, name),
    ) &&
    type
      .getConstructSignatures()
      .some((signature) =>
        ['then', 'catch'].every((name) =>
          checker.getPropertyOfType(signature.getReturnType(), name),
        ),
      )
  );
}

function inputOf(args: readonly ts.Expression[]): CombinatorInput {
  const [first] = args;
  if (first === undefined || ts.isSpreadElement(first)) {
    return { kind: 'unknown' };
  }
  const expression = unwrap(first);
  return ts.isArrayLiteralExpression(expression)
    ? { kind: 'tuple', array: expression }
    : { kind: 'iterable', expression };
}
