import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { contains } from './members.ts';
import { isWritten } from '../language/overwrites.ts';
import { referencesOf } from '../language/references.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { isDefaultLibrarySymbol } from '../language/types.ts';
import { useOf } from '../language/uses.ts';

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

/** The timer that an executor starts and lets go of, where it settles the promise. */
export function executorTimer(
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
    referencesOf(checker, symbol, name.getSourceFile()).every(isWritten)
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
export function promisedTimer(
  call: ts.CallExpression,
): LeakedTimer | undefined {
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
