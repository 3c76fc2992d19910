import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { isCondition } from '../language/conditions.ts';
import { isPredicateMethod } from '../language/list-callbacks.ts';
import { originOf, originOfPattern, type SettledOrigin } from './origins.ts';
import { isSettledResult } from './predicates.ts';
import type { SettledRead } from './settlements.ts';
import { fulfilledValuesOf, resultTypeIn } from './types.ts';
import { accessedName, unwrap, wrapped } from '../language/syntax.ts';

/** Types whose values are all truthy. */
const TRUTHY =
  ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive | ts.TypeFlags.ESSymbolLike;

/** Whether code asks for the truthiness of what an access reads: to decide a branch, or what a callback such as that of `filter` accepts. */
export function isAskedForTruth(access: ts.Node): boolean {
  const { outer, isTested } = truthinessOf(access);
  return isTested || isCondition(outer) || isPredicateAnswer(outer);
}

/** Whether code goes on without what an access reads where it is `undefined`: `value?.name`, `value ?? fallback`, `value || fallback`, `.map((r) => r.value).filter(Boolean)`. */
export function isAllowedToBeMissing(access: ts.Node): boolean {
  const outer = wrapped(access);
  return (
    (ts.isPropertyAccessExpression(outer.parent) &&
      outer.parent.questionDotToken !== undefined) ||
    isBeforeFallback(outer, /^(?:\|\||\?\?)$/u) ||
    isFilteredNext(outer)
  );
}

/** Whether an expression stands left of a fallback: of `||` or `??`. */
function isBeforeFallback(node: ts.Node, operators: RegExp): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    operators.test(parent.operatorToken.getText())
  );
}

/** Whether the truthiness of a settled result's `status` is asked for: it is a text that is never empty. */
export function isStatusByTruthiness(
  program: ts.Program,
  access: ts.AccessExpression,
): boolean {
  return (
    // `result?.status` asks whether there is a result.
    access.questionDotToken === undefined &&
    (isAskedForTruth(access) || isBeforeFallback(wrapped(access), /^\|\|$/u)) &&
    isSettledResult(program, access.expression)
  );
}

/**
 * Whether the truthiness of a result's `value` tells how it settled: every value that its promise can be
 * fulfilled with is an object. `false` where the values are not known.
 */
export function tellsByTruthiness(
  program: ts.Program,
  { result, node }: SettledRead,
): boolean {
  const checker = program.getTypeChecker();
  const pattern =
    ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)
      ? node.parent
      : undefined;
  const taken = result ?? pattern?.parent;
  if (taken === undefined) {
    return false;
  }
  const own = fulfilledValuesOf(program, checker.getTypeAtLocation(taken));
  const values =
    own.length > 0
      ? own
      : valuesOf(
          program,
          pattern
            ? originOfPattern(program, pattern)
            : originOf(program, taken as ts.Expression),
        );
  return values.length > 0 && values.every(isNeverFalsy);
}

/** What the combinators fulfil with that results come from. */
function valuesOf(program: ts.Program, { members }: SettledOrigin): ts.Type[] {
  const checker = program.getTypeChecker();
  return members.flatMap(({ call }) => {
    const type = resultTypeIn(program, checker.getTypeAtLocation(call.node));
    return type === undefined ? [] : fulfilledValuesOf(program, type);
  });
}

function isNeverFalsy(type: ts.Type): boolean {
  return unionConstituents(type).every(
    (part) =>
      (part.flags & TRUTHY) !== 0 ||
      (part.isIntersection() && part.types.some(isNeverFalsy)),
  );
}

/** Whether an expression is all that a callback answers to a method that takes a predicate. */
function isPredicateAnswer(answer: ts.Node): boolean {
  const call = callAnsweredBy(answer);
  return (
    call !== undefined &&
    isPredicateMethod(accessedName(unwrap(call.expression)) ?? '')
  );
}

/** Whether what a callback answers goes by `filter(Boolean)` next, which drops what is falsy. */
function isFilteredNext(answer: ts.Node): boolean {
  const call = callAnsweredBy(answer);
  const { parent } = call === undefined ? { parent: undefined } : wrapped(call);
  return (
    parent !== undefined &&
    accessedName(parent) === 'filter' &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.arguments[0]?.getText() === 'Boolean'
  );
}

/** The call whose first argument is the callback that answers with nothing but an expression. */
function callAnsweredBy(answer: ts.Node): ts.CallExpression | undefined {
  const fn = ts.isReturnStatement(answer.parent)
    ? ts.findAncestor(answer.parent, ts.isFunctionLike)
    : answer.parent;
  if (
    fn === undefined ||
    (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn))
  ) {
    return undefined;
  }
  const callback = wrapped(fn);
  const call = callback.parent;
  return ts.isCallExpression(call) && call.arguments[0] === callback
    ? call
    : undefined;
}

/** Climbs from a value to what its truthiness becomes: through `!`, `Boolean(…)`, `&&` and `||`. */
function truthinessOf(access: ts.Node): { outer: ts.Node; isTested: boolean } {
  let outer = wrapped(access);
  let isTested = false;
  for (;;) {
    const { parent } = outer;
    const operator = ts.isBinaryExpression(parent)
      ? parent.operatorToken.kind
      : undefined;
    const isGuard = operator === ts.SyntaxKind.AmpersandAmpersandToken;
    const isAsked =
      (ts.isPrefixUnaryExpression(parent) &&
        parent.operator === ts.SyntaxKind.ExclamationToken) ||
      (ts.isCallExpression(parent) &&
        ts.isIdentifier(parent.expression) &&
        parent.expression.text === 'Boolean');
    if (!isGuard && operator !== ts.SyntaxKind.BarBarToken && !isAsked) {
      return { outer, isTested };
    }
    isTested ||=
      isAsked || (isGuard && (parent as ts.BinaryExpression).left === outer);
    outer = wrapped(parent);
  }
}
