import ts from 'typescript';

import { calleeOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import {
  executorTimer,
  promisedTimer,
  resolversTimer,
  type SettlingTimer,
} from './leaked-timers.ts';
import { constantOf, membersOf } from './members.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { returnedExpressions } from '../language/returns.ts';
import {
  enclosingFunction,
  type FunctionWithBody,
  hasModifier,
  unwrap,
  isExit,
} from '../language/syntax.ts';
import { isOfTimersPromises } from '../rejections/timers.ts';
import { timerPurposeOf } from './timer-uses.ts';

/** How many functions, names and chains are followed to a timer. */
const DEPTH = 4;

/** A timer that runs for less, in milliseconds, keeps nothing for long. */
const SHORT = 1000;

/** A timer that a race leaves behind. */
export interface RaceTimer {
  member: ts.Expression;
  leak: SettlingTimer;
  /** Whether its promise is for this race alone: nobody misses the timer when the race is over. */
  isForOneRace: boolean;
}

/**
 * The member of a race that waits for a timer which nobody clears on any path. A timer that is cleared,
 * `unref`ed, kept where others may clear it, ended by a signal, shorter than a second, or ended with the
 * process right behind the race, is none; nor is one whose code cannot be seen, or whose promise somebody
 * waits for anyway. One that several races share belongs to the first of them.
 */
export function leakedTimerOf(
  program: ts.Program,
  call: CombinatorCall,
): RaceTimer | undefined {
  if (call.method !== 'race') {
    return undefined;
  }
  for (const { node, isMany } of membersOf(program, call) ?? []) {
    const leak = isMany ? undefined : timerOf(program, node);
    if (
      leak?.isLeaked === true &&
      !isShort(program, leak.delay) &&
      !endsProcess(call.node)
    ) {
      const purpose = timerPurposeOf(program, call, node);
      if (
        purpose.kind === 'race' ||
        (purpose.kind === 'races' && purpose.first === call.node)
      ) {
        return { member: node, leak, isForOneRace: purpose.kind === 'race' };
      }
    }
  }
  return undefined;
}

/** The timer that settles a promise, be it leaked or not; `undefined` where there is none, or its code cannot be seen. */
export function timerOf(
  program: ts.Program,
  expression: ts.Expression,
  depth = 0,
): SettlingTimer | undefined {
  const node = unwrap(expression);
  if (depth > DEPTH) {
    return undefined;
  }
  if (ts.isNewExpression(node)) {
    return executorTimer(program, node);
  }
  if (!ts.isCallExpression(node)) {
    const value = constantOf(program, node)?.initializer;
    return value === undefined
      ? resolversTimer(program, node)
      : timerOf(program, value, depth + 1);
  }
  if (isOfTimersPromises(program.getTypeChecker(), node)) {
    return promisedTimer(node);
  }
  const method = promiseMethodOf(program, node);
  if (method !== undefined) {
    return method.kind === 'then' || method.kind === 'finally'
      ? timerOf(program, method.receiver, depth + 1)
      : undefined;
  }
  const body = calleeOf(program, node);
  const leak = body && bodyTimer(program, body, depth + 1);
  return body === undefined || leak?.delay === undefined
    ? leak
    : { ...leak, delay: givenFor(program, leak.delay, body, node) };
}

/** The timer behind every promise that a function returns, or one that an async function does nothing but wait for. */
function bodyTimer(
  program: ts.Program,
  body: FunctionWithBody,
  depth: number,
): SettlingTimer | undefined {
  if (hasModifier(body, ts.SyntaxKind.AsyncKeyword)) {
    const [only, ...others] = ts.isBlock(body.body)
      ? body.body.statements
          .map((statement) =>
            ts.isExpressionStatement(statement)
              ? unwrap(statement.expression)
              : undefined,
          )
          .filter(
            (value): value is ts.AwaitExpression =>
              value !== undefined && ts.isAwaitExpression(value),
          )
      : [];
    if (only !== undefined && others.length === 0) {
      const leak = timerOf(program, only.expression, depth);
      return leak && { ...leak, settles: 'unknown' };
    }
  }
  const [first, ...rest] = returnedExpressions(body).map((returned) =>
    timerOf(program, returned, depth),
  );
  return first !== undefined && rest.every((timer) => timer !== undefined)
    ? {
        ...first,
        isLeaked: [first, ...rest].every((timer) => timer.isLeaked),
      }
    : undefined;
}

function givenFor(
  program: ts.Program,
  delay: ts.Expression,
  body: FunctionWithBody,
  call: ts.CallExpression,
): ts.Expression | undefined {
  const declaration = ts.isIdentifier(delay)
    ? program.getTypeChecker().getSymbolAtLocation(delay)?.valueDeclaration
    : undefined;
  const index = body.parameters.findIndex(
    (parameter) => parameter === declaration,
  );
  return index === -1 ? delay : call.arguments[index];
}

function isShort(
  program: ts.Program,
  delay: ts.Expression | undefined,
): boolean {
  const value = delay && (constantOf(program, delay)?.initializer ?? delay);
  const number = value && unwrap(value);
  return (
    number !== undefined &&
    ts.isNumericLiteral(number) &&
    Number(number.text) < SHORT
  );
}

/** Whether the function, or the file, of a race ends the process behind it. */
function endsProcess(race: ts.CallExpression): boolean {
  const home = enclosingFunction(race) ?? race.getSourceFile();
  const visit = (node: ts.Node): boolean =>
    (node.pos > race.pos && isExit(node)) ||
    (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(home);
}
