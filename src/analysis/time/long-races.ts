import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import { isEventPromise } from './event-promises.ts';
import { constantOf } from './members.ts';
import { callsIn } from './running-promises.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { namedSymbol, referencesOf } from '../language/references.ts';
import {
  handlesRequests,
  repeatedAround,
  type Repeated,
} from './repetitions.ts';
import {
  accessedName,
  hasModifier,
  isPrivate,
  memberAccessOf,
  unwrap,
  isWithin,
} from '../language/syntax.ts';
import { isDefaultLibrarySymbol, promisenessOf } from '../language/types.ts';
import { writeAt } from '../language/assignments.ts';

/** A member of a race that is one promise for all the turns in which the race is run. */
export interface LongLivedMember {
  member: ts.Expression;
  /** What outlives the turn: the member, or the promise that its chain of `then` hangs on. */
  promise: ts.Expression;
  /** What runs the race again and again: a loop, or a function that is called repeatedly. */
  repeated: Repeated;
}

/**
 * The member of a race in a loop, in a repeated callback, or in a function that another one returns,
 * that outlives the turn: each turn adds a pair of reactions to it (ECMA-262, 27.2.4.5.1), which live as
 * long as it is pending. `undefined` where the member may be another promise in the next turn.
 */
export function longLivedMemberOf(
  program: ts.Program,
  call: CombinatorCall,
): LongLivedMember | undefined {
  if (call.method !== 'race' || call.input.kind !== 'tuple') {
    return undefined;
  }
  const { elements } = call.input.array;
  if (elements.length < 2) {
    return undefined;
  }
  for (const repeated of repeatedAround(program, call.node)) {
    const member = elements.find(
      (element) =>
        outlives(program, element, repeated) &&
        (!handlesRequests(repeated) ||
          waitsForEvent(program, promiseUnder(program, element))),
    );
    if (member !== undefined) {
      return { member, promise: promiseUnder(program, member), repeated };
    }
  }
  return undefined;
}

/** Whether a promise is one that nobody knows when it settles: that of an event, or of resolvers. What is loaded once is there for most requests. */
function waitsForEvent(program: ts.Program, promise: ts.Expression): boolean {
  const symbol = namedSymbol(program.getTypeChecker(), promise);
  const value = constantOf(program, promise)?.initializer;
  return (
    isDefaultLibrarySymbol(program, symbol, 'PromiseWithResolvers') ||
    (value !== undefined &&
      callsIn(unwrap(value)).some((call) => isEventPromise(program, call)))
  );
}

function outlives(
  program: ts.Program,
  element: ts.Expression,
  repeated: Repeated,
): boolean {
  const checker = program.getTypeChecker();
  const node = promiseUnder(program, element);
  return (
    promisenessOf(checker, checker.getTypeAtLocation(node), node) === 'some' &&
    isSame(program, node, repeated)
  );
}

/** Whether an expression names the same value in each turn: what was kept before under a name, in a field, or in one of an object that is kept itself. */
function isSame(
  program: ts.Program,
  expression: ts.Expression,
  repeated: Repeated,
): boolean {
  const checker = program.getTypeChecker();
  const node = unwrap(expression);
  if (node.kind === ts.SyntaxKind.ThisKeyword) {
    return true;
  }
  const symbol = namedSymbol(checker, node);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined) {
    return false;
  }
  if (accessedName(node) !== undefined) {
    return (
      isSame(program, (node as ts.AccessExpression).expression, repeated) &&
      (isDefaultLibrarySymbol(program, symbol, 'PromiseWithResolvers') ||
        isKeptField(checker, symbol, declaration))
    );
  }
  return (
    ts.isIdentifier(node) &&
    (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) &&
    ts.isIdentifier(declaration.name) &&
    !isWithin(declaration, repeated) &&
    writesOf(checker, symbol, declaration).every(
      (write) =>
        write.getSourceFile() === repeated.getSourceFile() &&
        write.pos < repeated.pos,
    )
  );
}

/** Whether a field of a class is written in the constructor alone. */
function isKeptField(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
): boolean {
  return (
    ts.isPropertyDeclaration(declaration) &&
    (isPrivate(declaration) ||
      hasModifier(declaration, ts.SyntaxKind.ReadonlyKeyword)) &&
    writesOf(checker, symbol, declaration).every(isInConstructor)
  );
}

function writesOf(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
): ts.Node[] {
  return referencesOf(checker, symbol, declaration.getSourceFile()).filter(
    (reference) => isWriteOf(memberAccessOf(reference)),
  );
}

/** The promise that a chain of `then` and `catch` hangs on: each turn adds a reaction to that one. */
function promiseUnder(
  program: ts.Program,
  element: ts.Expression,
): ts.Expression {
  let node = unwrap(element);
  for (
    let method = promiseMethodOf(program, node);
    method?.kind === 'then' || method?.kind === 'finally';
    method = promiseMethodOf(program, node)
  ) {
    node = unwrap(method.receiver);
  }
  return node;
}

function isInConstructor(reference: ts.Node): boolean {
  let node = reference;
  while (!ts.isSourceFile(node) && !ts.isFunctionLike(node)) {
    node = node.parent;
  }
  return ts.isConstructorDeclaration(node);
}

function isWriteOf(access: ts.Node): boolean {
  return writeAt(access) !== undefined;
}
