import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { calleesOf, functionOf, functionsOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { isHandledInside } from './handled-inside.ts';
import { membersOf } from './members.ts';
import { referencesOf } from '../language/references.ts';
import { returnedExpressions } from '../language/returns.ts';
import { rejectionOf, rejectionOfElements } from '../rejections/sources.ts';
import {
  accessedName,
  enclosingFunction,
  type FunctionWithBody,
  hasModifier,
  isFunctionWithBody,
  unwrap,
} from '../language/syntax.ts';
import { isOfTimersPromises } from '../rejections/timers.ts';
import {
  elementTypeOf,
  isDefaultLibrarySymbol,
  isOpaque,
} from '../language/types.ts';
import { useOf } from '../language/uses.ts';

/**
 * Whether an expression makes a promise of the standard library, or an array of them, whose work has
 * begun and that may reject whatever the code does next.
 */
export function mayRejectByItself(
  program: ts.Program,
  expression: ts.Expression,
): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(expression);
  if (isOpaque(checker, type)) {
    // The call says nothing, but its author says by the type of the place that it is a promise.
    const expected = checker.getContextualType(expression);
    return (
      expected !== undefined &&
      isEager(program, expected) &&
      callsIn(unwrap(expression)).every(
        ({ expression: callee }) =>
          !/^(?:catch|finally|then)$/u.test(accessedName(unwrap(callee)) ?? ''),
      )
    );
  }
  const element = checker.isArrayLikeType(type)
    ? elementTypeOf(checker, type)
    : undefined;
  const sourceOf = element === undefined ? rejectionOf : rejectionOfElements;
  const calls = callsIn(unwrap(expression));
  return (
    isEager(program, element ?? type) &&
    calls.some((call) => sourceOf(program, call).kind === 'may') &&
    !calls.some(
      (call) =>
        returnsLazy(program, call) ||
        isDeferred(program, call) ||
        isOfTimersPromises(checker, call) ||
        isHandledInside(program, call) ||
        isAssertion(call),
    )
  );
}

/** Names by which a test asserts of a promise what it settles with. */
const ASSERTS = /^(?:rejects|resolves|doesNotReject|eventually|rejected\w*)$/u;

/** Whether a call asserts what a promise settles with: it takes that promise up, and rejects where the test fails anyway. */
function isAssertion({
  expression,
}: ts.CallExpression | ts.NewExpression): boolean {
  for (let node = unwrap(expression); ;) {
    const name = accessedName(node);
    if (name === undefined) {
      return ts.isIdentifier(node) && ASSERTS.test(node.text);
    }
    if (ASSERTS.test(name)) {
      return true;
    }
    node = unwrap((node as ts.AccessExpression).expression);
  }
}

/**
 * Whether all promises of a type are those of the standard library, or Node's: their work has begun. Other thenables,
 * such as the queries of a database, may begin it when `then` is called.
 */
function isEager(program: ts.Program, type: ts.Type): boolean {
  const parts = unionConstituents(type).filter(
    (part) => part.getProperty('then') !== undefined,
  );
  return (
    parts.length > 0 &&
    parts.every(
      ({ symbol }) =>
        ((symbol as ts.Symbol | undefined)?.name === 'Promise' &&
          isDefaultLibrarySymbol(program, symbol)) ||
        isOfNode(symbol),
    )
  );
}

/**
 * Whether the work of all that a combinator is given has begun, so that nothing is done twice when its members are
 * given to another one too. `false` where one of them may be a thenable of another kind, and where that is not known.
 */
export function haveBegun(program: ts.Program, call: CombinatorCall): boolean {
  const checker = program.getTypeChecker();
  const [list] = call.node.arguments;
  const element =
    list && elementTypeOf(checker, checker.getTypeAtLocation(list));
  return (
    element !== undefined &&
    isEager(program, element) &&
    !(membersOf(program, call) ?? []).some(({ code }) =>
      givesLazy(program, code),
    )
  );
}

/** Whether an expression, or the function that it stands for, gives a thenable of another kind, whatever its type says. */
function givesLazy(program: ts.Program, code: ts.Expression): boolean {
  const node = unwrap(code);
  return isFunctionWithBody(node)
    ? passesOnLazy(program, node) ||
        (!hasModifier(node, ts.SyntaxKind.AsyncKeyword) &&
          returnedExpressions(node).some((returned) =>
            givesLazy(program, returned),
          ))
    : callsIn(node).some((call) => returnsLazy(program, call)) ||
        functionsOf(program, node).some((fn) => passesOnLazy(program, fn));
}

/** Whether Node declares a kind of promise, as `promisify(exec)` gives one that has the process too. */
function isOfNode(symbol: ts.Symbol | undefined): boolean {
  return (
    symbol?.declarations?.every((declaration) =>
      declaration.getSourceFile().fileName.includes('/@types/node/'),
    ) ?? false
  );
}

/** Whether a function that is not async passes on a thenable of another kind, whatever it is declared to return. */
function returnsLazy(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
): boolean {
  return calleesOf(program, call).some((callee) =>
    passesOnLazy(program, callee),
  );
}

function passesOnLazy(program: ts.Program, fn: FunctionWithBody): boolean {
  const checker = program.getTypeChecker();
  return (
    !hasModifier(fn, ts.SyntaxKind.AsyncKeyword) &&
    returnedExpressions(fn).some((returned) => {
      const type = checker.getTypeAtLocation(returned);
      return type.getProperty('then') !== undefined && !isEager(program, type);
    })
  );
}

/** Whether `new Promise` hands its `reject` out, alone or in a function, to code that decides when it rejects. */
function isDeferred(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
): boolean {
  const [executor] = call.arguments ?? [];
  const body =
    ts.isNewExpression(call) && executor !== undefined
      ? functionOf(program, executor)
      : undefined;
  const reject = body?.parameters[1];
  const checker = program.getTypeChecker();
  const symbol = reject && checker.getSymbolAtLocation(reject.name);
  return (
    symbol !== undefined &&
    referencesOf(checker, symbol, call.getSourceFile()).some((reference) => {
      let node: ts.Node | undefined = reference;
      while (node !== undefined && node !== body) {
        if (/^(?:assigned|property)$/u.test(useOf(node).kind)) {
          return true;
        }
        node = enclosingFunction(node);
      }
      return false;
    })
  );
}

/** The calls of which one makes the value of an expression. */
export function callsIn(
  value: ts.Expression,
): (ts.CallExpression | ts.NewExpression)[] {
  if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
    return [value];
  }
  if (ts.isConditionalExpression(value)) {
    return [value.whenTrue, value.whenFalse].flatMap((each) =>
      callsIn(unwrap(each)),
    );
  }
  return ts.isBinaryExpression(value) && CHOOSES.has(value.operatorToken.kind)
    ? callsIn(unwrap(value.right))
    : [];
}

/** Operators that may leave out what is on their right, and whose value it is where they do not. What is on their left was there before. */
const CHOOSES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);
