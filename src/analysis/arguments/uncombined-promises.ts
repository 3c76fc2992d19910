import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { areLeftToThemselves, isLeftToItself } from './handled-promises.ts';
import { keepsPromises, startsPromises } from './dropped-promises.ts';
import { elementKindOf, mapCallbackOf, memberKindOf } from './member-kinds.ts';
import { namedSymbol } from '../language/references.ts';
import { accessedName, isCallNamed, unwrap } from '../language/syntax.ts';
import { isPredicateMethod } from '../language/list-callbacks.ts';
import { isDefaultLibrarySymbol, promisenessOf } from '../language/types.ts';
import { kindOfType } from './type-kinds.ts';
import { useOf } from '../language/uses.ts';

/**
 * The callback of a list's `filter`, `some`, `every` or `find` that answers with a promise, which counts
 * as true whatever it is fulfilled with. `undefined` where the callback may answer with something else,
 * or the receiver is not known to be a list of the language's own.
 */
export function asyncPredicateOf(
  program: ts.Program,
  node: ts.Node | undefined,
): ts.Expression | undefined {
  if (node === undefined || !ts.isCallExpression(node)) {
    return undefined;
  }
  const callee = unwrap(node.expression);
  const [callback] = node.arguments;
  if (
    callback === undefined ||
    !isPredicateMethod(accessedName(callee) ?? '') ||
    !mayBeFunction(callback)
  ) {
    return undefined;
  }
  const checker = program.getTypeChecker();
  const signatures = checker.getTypeAtLocation(callback).getCallSignatures();
  return signatures.length > 0 &&
    signatures.every((signature) =>
      unionConstituents(signature.getReturnType()).every(
        (part) => promisenessOf(checker, part, callback) === 'some',
      ),
    ) &&
    isOfList(program, callee as ts.AccessExpression) &&
    !asksWhetherThere(callback)
    ? callback
    : undefined;
}

/** Whether a callback reads by a key, as in `ids.filter((id) => promises[id])`: what is missing counts as false, whatever its type says. */
function asksWhetherThere(callback: ts.Expression): boolean {
  const fn = unwrap(callback);
  return (
    ts.isArrowFunction(fn) &&
    !ts.isBlock(fn.body) &&
    ts.isElementAccessExpression(unwrap(fn.body))
  );
}

function mayBeFunction(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return (
    ts.isArrowFunction(inner) ||
    ts.isFunctionExpression(inner) ||
    ts.isIdentifier(inner) ||
    ts.isPropertyAccessExpression(inner)
  );
}

/** Whether a method is one of an array, a typed array or an iterator of the default library. */
function isOfList(program: ts.Program, callee: ts.AccessExpression): boolean {
  const checker = program.getTypeChecker();
  const name = accessedName(callee) ?? '';
  const type = checker.getNonNullableType(
    checker.getTypeAtLocation(callee.expression),
  );
  return unionConstituents(checker.getApparentType(type)).every((part) =>
    isDefaultLibrarySymbol(program, checker.getPropertyOfType(part, name)),
  );
}

/** Methods that give an array of what a list holds, or of what a callback makes of it. */
const ARRAY_METHODS: ReadonlySet<string> = new Set([
  'concat',
  'filter',
  'flat',
  'flatMap',
  'from',
  'map',
  'reverse',
  'slice',
]);

/**
 * Whether what is awaited is an array of promises: `await` takes it as it is, and waits for none of
 * them. Asked of names, literals and calls of an array's methods: to ask for the type of every call that
 * is awaited would cost more than it finds.
 */
export function isAwaitedArray(
  program: ts.Program,
  expression: ts.Expression,
): boolean {
  const node = unwrap(expression);
  return (
    (!ts.isCallExpression(node) ||
      ARRAY_METHODS.has(accessedName(unwrap(node.expression)) ?? '')) &&
    isArrayOfPromises(program, node)
  );
}

/** Whether what is awaited is the `undefined` of the default library's `forEach`, whose callback starts promises: `await` waits for none of them, whoever handles their rejections. */
export function isAwaitedForEach(
  program: ts.Program,
  expression: ts.Expression,
): boolean {
  const node = unwrap(expression);
  if (!ts.isCallExpression(node) || !isCallNamed(node, 'forEach')) {
    return false;
  }
  const [callback] = node.arguments;
  return (
    callback !== undefined &&
    isDefaultLibrarySymbol(
      program,
      namedSymbol(program.getTypeChecker(), unwrap(node.expression)),
    ) &&
    startsPromises(program, callback)
  );
}

function isArrayOfPromises(program: ts.Program, node: ts.Expression): boolean {
  const type = program.getTypeChecker().getTypeAtLocation(node);
  return kindOfType(program, type, node) === 'promises';
}

/**
 * Whether an array of promises is made by a statement that does nothing with it: `ids.map(load);`, `[load(), save()];`.
 * Promises that cannot reject, `ids.map((id) => load(id).catch(report));`, are left to themselves on purpose.
 */
export function isDroppedArray(
  program: ts.Program,
  node: ts.CallExpression | ts.ArrayLiteralExpression,
): boolean {
  if (useOf(node).kind !== 'discarded') {
    return false;
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.some(
      (element) =>
        memberKindOf(program, element) === 'promise' &&
        !isLeftToItself(program, element),
    );
  }
  const callback = mapCallbackOf(node);
  return (
    callback !== undefined &&
    isArrayOfPromises(program, node) &&
    elementKindOf(program, node) === 'promise' &&
    !areLeftToThemselves(program, node, callback) &&
    !keepsPromises(program, callback)
  );
}
