import ts from 'typescript';

import { calleeOf, functionOf } from './callees.ts';
import type { CombinatorCall } from './combinators.ts';
import { constantOf, contains, membersOf } from './members.ts';
import { promiseMethodOf } from './promise-calls.ts';
import { referencesOf } from './references.ts';
import { returnedExpressions } from './settled-origins.ts';
import {
  accessedName,
  enclosingFunction,
  type FunctionWithBody,
  hasModifier,
  unwrap,
  wrapped,
} from './syntax.ts';
import { isOfTimersPromises } from './timers.ts';
import { isDefaultLibrarySymbol } from './types.ts';
import { useOf } from './uses.ts';

/** A promise that a timer settles, and whose timer nobody clears. */
export interface LeakedTimer {
  /** The call that starts the timer. */
  timer: ts.CallExpression;
  /** `setTimeout` in the executor of a promise, or a function of Node's `timers/promises`. */
  kind: 'executor' | 'promised';
  /** How long it runs, as far as that can be read here: for a parameter, what the call gives for it. */
  delay: ts.Expression | undefined;
  /** How the timer settles its promise; `unknown` where it may do either. */
  settles: 'fulfils' | 'rejects' | 'unknown';
}

/** How many functions, names and chains are followed to a timer. */
const DEPTH = 4;

/** A timer that runs no longer, in milliseconds, keeps nothing for long. */
const SHORT = 1000;

/**
 * The member of a race that waits for a timer which nobody clears on any path. A timer that is cleared,
 * `unref`ed, kept where others may clear it, ended by a signal, not longer than a second, or ended with the
 * process right behind the race, is none; nor is one whose code cannot be seen.
 */
export function leakedTimerOf(
  program: ts.Program,
  call: CombinatorCall,
): { member: ts.Expression; leak: LeakedTimer } | undefined {
  if (call.method !== 'race') {
    return undefined;
  }
  for (const { node, isMany } of membersOf(program, call) ?? []) {
    const leak = isMany ? undefined : timerOf(program, node, 0);
    if (
      leak !== undefined &&
      !isShort(program, leak.delay) &&
      !endsProcess(call.node)
    ) {
      return { member: node, leak };
    }
  }
  return undefined;
}

function timerOf(
  program: ts.Program,
  expression: ts.Expression,
  depth: number,
): LeakedTimer | undefined {
  const node = unwrap(expression);
  if (depth > DEPTH) {
    return undefined;
  }
  if (ts.isNewExpression(node)) {
    return executorTimer(program, node);
  }
  if (!ts.isCallExpression(node)) {
    const value = constantOf(program, node)?.initializer;
    return value && timerOf(program, value, depth + 1);
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
  return (
    leak && {
      ...leak,
      delay: leak.delay && body && givenFor(program, leak.delay, body, node),
    }
  );
}

/** The timer behind every promise that a function returns, or one that an async function does nothing but wait for. */
function bodyTimer(
  program: ts.Program,
  body: FunctionWithBody,
  depth: number,
): LeakedTimer | undefined {
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
  return rest.every((leak) => leak !== undefined) ? first : undefined;
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

function executorTimer(
  program: ts.Program,
  node: ts.NewExpression,
): LeakedTimer | undefined {
  const checker = program.getTypeChecker();
  const [executor] = node.arguments ?? [];
  const constructed = checker
    .getTypeAtLocation(node.expression)
    .getProperty('resolve');
  const body =
    executor !== undefined &&
    isDefaultLibrarySymbol(program, constructed, 'PromiseConstructor')
      ? functionOf(program, executor)
      : undefined;
  const [resolve, reject] = (body?.parameters ?? []).map(({ name }) =>
    checker.getSymbolAtLocation(name),
  );
  for (const timer of body === undefined ? [] : timersIn(body.body)) {
    const [callback, delay] = timer.arguments;
    if (callback === undefined || !isLeaked(checker, timer)) {
      continue;
    }
    const fulfils = names(checker, callback, resolve);
    const rejects = names(checker, callback, reject);
    if (fulfils || rejects) {
      return {
        timer,
        kind: 'executor',
        delay: delay && unwrap(delay),
        settles: fulfils ? (rejects ? 'unknown' : 'fulfils') : 'rejects',
      };
    }
  }
  return undefined;
}

/** The calls of `setTimeout` that a function makes itself, of whatever clock. */
function timersIn(code: ts.Node): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      return;
    }
    if (ts.isCallExpression(node)) {
      const callee = unwrap(node.expression);
      const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
      if (name === 'setTimeout') {
        found.push(node);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return found;
}

/** Whether nothing can clear a timer: its handle is dropped, or kept under a name that nothing reads. */
function isLeaked(checker: ts.TypeChecker, timer: ts.CallExpression): boolean {
  const use = useOf(timer);
  switch (use.kind) {
    case 'discarded':
    case 'voided':
    case 'returned':
      return true;
    case 'initialiser':
      return isNeverRead(checker, use.of.name);
    case 'assigned':
      return ts.isIdentifier(use.to) && isNeverRead(checker, use.to);
    default:
      return false;
  }
}

function isNeverRead(checker: ts.TypeChecker, name: ts.Node): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  return (
    symbol?.valueDeclaration !== undefined &&
    ts.isIdentifier(name) &&
    referencesOf(checker, symbol, name.getSourceFile()).every((reference) => {
      const { parent } = wrapped(reference);
      return (
        ts.isBinaryExpression(parent) &&
        parent.left === wrapped(reference) &&
        parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
      );
    })
  );
}

function names(
  checker: ts.TypeChecker,
  code: ts.Node,
  symbol: ts.Symbol | undefined,
): boolean {
  return (
    symbol !== undefined &&
    referencesOf(checker, symbol, code.getSourceFile()).some((reference) =>
      contains(code, reference),
    )
  );
}

/** A timer of `timers/promises`, unless its options end it with a signal or let the process end without it. */
function promisedTimer(call: ts.CallExpression): LeakedTimer | undefined {
  const callee = unwrap(call.expression);
  const isWait = accessedName(callee) === 'wait';
  const options = call.arguments[isWait ? 1 : 2];
  return call.arguments.some(ts.isSpreadElement) ||
    (options !== undefined && !isWithoutEnd(options))
    ? undefined
    : {
        timer: call,
        kind: 'promised',
        delay: call.arguments[0] && unwrap(call.arguments[0]),
        settles: 'fulfils',
      };
}

function isWithoutEnd(options: ts.Expression): boolean {
  const node = unwrap(options);
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.every(
      (property) =>
        property.name !== undefined &&
        ts.isIdentifier(property.name) &&
        property.name.text === 'ref' &&
        ts.isPropertyAssignment(property) &&
        property.initializer.kind === ts.SyntaxKind.TrueKeyword,
    )
  );
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
    Number(number.text) <= SHORT
  );
}

/** Whether the function, or the file, of a race ends the process behind it. */
function endsProcess(race: ts.CallExpression): boolean {
  const home = enclosingFunction(race) ?? race.getSourceFile();
  const visit = (node: ts.Node): boolean =>
    (node.pos > race.pos &&
      ts.isCallExpression(node) &&
      node.expression.getText() === 'process.exit') ||
    (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(home);
}
