import { isTypeReference } from 'ts-api-utils';
import ts from 'typescript';

import { asksForFirstSuccess } from './alternatives.ts';
import { hasSignal, signalPlaceOf } from './abort-signals.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { isEventPromise } from './event-promises.ts';
import { constantOf } from './members.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { timerOf } from './race-timers.ts';
import { namedSymbol } from '../language/references.ts';
import { returnedMembers } from './returned-members.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { accessedName, enclosingFunction, unwrap } from '../language/syntax.ts';

/**
 * What a race was meant for and does not do: take the first that succeeds (`any` does), or stop the
 * work that it no longer waits for (nothing does: a promise cannot be cancelled).
 */
export type RaceIntent =
  | { kind: 'first-success' }
  | { kind: 'cancellation'; work: ts.CallExpression; takesSignal: boolean };

/** What a race was plainly meant for; `undefined` where that is not plain. */
export function raceIntentOf(
  program: ts.Program,
  call: CombinatorCall,
): RaceIntent | undefined {
  return call.method === 'race'
    ? asksForFirstSuccess(program, call)
      ? { kind: 'first-success' }
      : cancellation(program, call)
    : undefined;
}

/** A promise that never fulfils beside work that has no signal to stop it. */
function cancellation(
  program: ts.Program,
  { input, node }: CombinatorCall,
): RaceIntent | undefined {
  if (input.kind !== 'tuple' || input.array.elements.length !== 2) {
    return undefined;
  }
  const checker = program.getTypeChecker();
  const members = input.array.elements.map(unwrap);
  const stop = members.find((member) => isNeverFulfilled(checker, member));
  const work = members.find((member) => member !== stop);
  return stop !== undefined &&
    work !== undefined &&
    ts.isCallExpression(work) &&
    promiseMethodOf(program, work) === undefined &&
    // To wait for an event, or for what comes next from somewhere, is no work.
    !isEventPromise(program, work) &&
    !isNeverFulfilled(checker, work) &&
    // A time limit says how long somebody waits, and not that the work is to end.
    !isTimeLimit(program, stop) &&
    rejectionOf(program, work).kind === 'may' &&
    !hasSignal(checker, work) &&
    !knowsOfEnd(checker, work, stop) &&
    !abortsInFunction(node)
    ? {
        kind: 'cancellation',
        work,
        takesSignal: signalPlaceOf(checker, work) !== undefined,
      }
    : undefined;
}

/** Whether a promise waits for a timer, or is made with `AbortSignal.timeout`, there, under the name of a constant, or in an object that a function returns. */
function isTimeLimit(program: ts.Program, promise: ts.Expression): boolean {
  const seen = new Set<ts.Node>();
  const visit = (node: ts.Node): boolean => {
    if (
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'timeout' &&
      node.expression.getText() === 'AbortSignal'
    ) {
      return true;
    }
    const constant = ts.isIdentifier(node)
      ? constantOf(program, node)
      : undefined;
    const value = constant?.initializer;
    if (value !== undefined && !seen.has(value)) {
      seen.add(value);
      return visit(value);
    }
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  const held = returnedMembers(program, promise);
  return (
    timerOf(program, promise) !== undefined ||
    (held.length > 0 &&
      held.every((each) => timerOf(program, each) !== undefined)) ||
    visit(promise)
  );
}

/**
 * Whether work may be stopped by other means than a signal of its own: it is a callback of the caller's, goes
 * on with a promise that it is given, or is given what the other promise listens to, such as a token.
 */
function knowsOfEnd(
  checker: ts.TypeChecker,
  work: ts.CallExpression,
  stop: ts.Expression,
): boolean {
  const callee = unwrap(work.expression);
  const declaration = ts.isIdentifier(callee)
    ? namedSymbol(checker, callee)?.valueDeclaration
    : undefined;
  return (
    (declaration !== undefined &&
      (ts.isParameter(declaration) || ts.isBindingElement(declaration))) ||
    work.arguments
      .map(unwrap)
      .some(
        (argument) =>
          checker.getTypeAtLocation(argument).getProperty('then') !==
            undefined ||
          (ts.isIdentifier(argument) && mentions(stop, argument.text)),
      )
  );
}

function mentions(code: ts.Node, name: string): boolean {
  return (
    (ts.isIdentifier(code) && code.text === name) ||
    (ts.forEachChild(code, (child) => mentions(child, name) || undefined) ??
      false)
  );
}

/** Whether an expression is a `Promise<never>`. */
function isNeverFulfilled(
  checker: ts.TypeChecker,
  node: ts.Expression,
): boolean {
  const type = checker.getTypeAtLocation(node);
  const [result] = isTypeReference(type) ? checker.getTypeArguments(type) : [];
  return (
    type.getProperty('then') !== undefined &&
    result !== undefined &&
    (result.flags & ts.TypeFlags.Never) !== 0
  );
}

/** Whether the function of a race aborts something itself. */
function abortsInFunction(race: ts.CallExpression): boolean {
  const home = enclosingFunction(race) ?? race.getSourceFile();
  const visit = (node: ts.Node): boolean =>
    (ts.isCallExpression(node) &&
      /^(?:abort|cancel|close|destroy|kill|terminate)$/u.test(
        accessedName(unwrap(node.expression)) ?? '',
      )) ||
    (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(home);
}
