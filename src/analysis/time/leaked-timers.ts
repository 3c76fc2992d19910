import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { isWritten } from '../language/overwrites.ts';
import {
  namedSymbol,
  referencesOf,
  referencesTo,
} from '../language/references.ts';
import {
  accessedName,
  enclosingFunction,
  unwrap,
  isWithin,
} from '../language/syntax.ts';
import { isDefaultLibrarySymbol } from '../language/types.ts';
import { useOf } from '../language/uses.ts';

/** The timer that settles a promise. */
export interface SettlingTimer {
  /** The call that starts the timer. */
  timer: ts.CallExpression;
  /** `setTimeout` in the executor of a promise, or with the functions of `Promise.withResolvers`, or a function of Node's `timers/promises`. */
  kind: 'executor' | 'resolvers' | 'promised';
  /** Whether nobody can end it before its time. */
  isLeaked: boolean;
  /** How long it runs, as far as that can be read here: for a parameter, what the call gives for it. */
  delay: ts.Expression | undefined;
  /** How the timer settles its promise; `unknown` where it may do either. */
  settles: 'fulfils' | 'rejects' | 'unknown';
}

/** The timer that an executor starts, where it settles the promise: one that is leaked, if there is one. */
export function executorTimer(
  program: ts.Program,
  node: ts.NewExpression,
): SettlingTimer | undefined {
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
  const [resolve = [], reject = []] = (body?.parameters ?? []).map(({ name }) =>
    referencesTo(checker, name),
  );
  return body && firstLeaked(timersIn(body.body), { resolve, reject }, checker);
}

/** The timer that settles the promise of `Promise.withResolvers()`, where one of its functions stands in the callback; `expression` names that promise. */
export function resolversTimer(
  program: ts.Program,
  expression: ts.Expression,
): SettlingTimer | undefined {
  const checker = program.getTypeChecker();
  const access = accessedName(expression) === 'promise';
  const name = access
    ? unwrap((expression as ts.AccessExpression).expression)
    : expression;
  const declared = ts.isIdentifier(name)
    ? namedSymbol(checker, name)?.valueDeclaration
    : undefined;
  const variable =
    declared !== undefined && ts.isBindingElement(declared) && !access
      ? declared.parent.parent
      : declared;
  if (
    variable === undefined ||
    !ts.isVariableDeclaration(variable) ||
    !isWithResolvers(program, variable.initializer)
  ) {
    return undefined;
  }
  const functionsNamed = (key: string): ts.Node[] =>
    ts.isObjectBindingPattern(variable.name)
      ? variable.name.elements
          .filter((each) => (each.propertyName ?? each.name).getText() === key)
          .flatMap((each) => referencesTo(checker, each.name))
      : referencesTo(checker, variable.name).filter(
          ({ parent }) => accessedName(parent) === key,
        );
  const home = enclosingFunction(variable) ?? variable.getSourceFile();
  const found = firstLeaked(
    timersIn('body' in home && home.body ? home.body : home),
    { resolve: functionsNamed('resolve'), reject: functionsNamed('reject') },
    checker,
  );
  return found && { ...found, kind: 'resolvers' };
}

function isWithResolvers(
  program: ts.Program,
  value: ts.Expression | undefined,
): boolean {
  const call = value && unwrap(value);
  const callee =
    call !== undefined && ts.isCallExpression(call)
      ? unwrap(call.expression)
      : undefined;
  return (
    callee !== undefined &&
    accessedName(callee) === 'withResolvers' &&
    isDefaultLibrarySymbol(
      program,
      namedSymbol(program.getTypeChecker(), callee),
      'PromiseConstructor',
    )
  );
}

/** The places that name what fulfils or rejects a promise. */
interface Settling {
  resolve: readonly ts.Node[];
  reject: readonly ts.Node[];
}

function firstLeaked(
  timers: readonly ts.CallExpression[],
  { resolve, reject }: Settling,
  checker: ts.TypeChecker,
): SettlingTimer | undefined {
  const found = timers.flatMap((timer): SettlingTimer[] => {
    const [callback, delay] = timer.arguments;
    const isIn = (name: ts.Node): boolean =>
      callback !== undefined && isWithin(name, callback);
    const fulfils = resolve.some(isIn);
    const rejects = reject.some(isIn);
    return fulfils || rejects
      ? [
          {
            timer,
            kind: 'executor',
            isLeaked: isLeaked(checker, timer),
            delay: delay && unwrap(delay),
            settles: fulfils ? (rejects ? 'unknown' : 'fulfils') : 'rejects',
          },
        ]
      : [];
  });
  return found.find((each) => each.isLeaked) ?? found[0];
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

/** Whether nothing can clear a timer: its handle is dropped, or kept under a name that nothing reads before it comes. */
function isLeaked(checker: ts.TypeChecker, timer: ts.CallExpression): boolean {
  const use = useOf(timer);
  switch (use.kind) {
    case 'discarded':
    case 'voided':
    case 'returned':
      return true;
    case 'initialiser':
      return isNeverRead(checker, use.of.name, timer);
    case 'assigned':
      return ts.isIdentifier(use.to) && isNeverRead(checker, use.to, timer);
    default:
      return false;
  }
}

function isNeverRead(
  checker: ts.TypeChecker,
  name: ts.Node,
  { arguments: [callback] }: ts.CallExpression,
): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  return (
    symbol?.valueDeclaration !== undefined &&
    ts.isIdentifier(name) &&
    referencesOf(checker, symbol, name.getSourceFile()).every(
      (reference) =>
        isWritten(reference) ||
        // The callback runs when the timer has come.
        (callback !== undefined && isWithin(reference, callback)),
    )
  );
}

/** A timer of `timers/promises`; not a leaked one where its options end it with a signal or let the process end without it. */
export function promisedTimer(call: ts.CallExpression): SettlingTimer {
  const callee = unwrap(call.expression);
  const isWait = accessedName(callee) === 'wait';
  const options = call.arguments[isWait ? 1 : 2];
  return {
    timer: call,
    kind: 'promised',
    isLeaked:
      !call.arguments.some(ts.isSpreadElement) &&
      (options === undefined || isWithoutEnd(options)),
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
