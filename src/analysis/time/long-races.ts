import ts from 'typescript';

import { callbackResultOf } from '../fates/callbacks.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { contains } from './members.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { namedSymbol, referencesOf } from '../language/references.ts';
import {
  accessedName,
  hasModifier,
  isPrivate,
  memberAccessOf,
  unwrap,
} from '../language/syntax.ts';
import { promisenessOf } from '../language/types.ts';
import { useOf } from '../language/uses.ts';
import { writeAt } from '../language/assignments.ts';

/** A member of a race that is one promise for all the turns in which the race is run. */
export interface LongLivedMember {
  member: ts.Expression;
  /** What outlives the turn: the member, or the promise that its chain of `then` hangs on. */
  promise: ts.Expression;
  /** What runs the race again and again: a loop, or a function that is called repeatedly. */
  repeated: ts.IterationStatement | ts.FunctionLikeDeclaration;
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
    const member = elements.find((element) =>
      outlives(program, element, repeated),
    );
    if (member !== undefined) {
      return { member, promise: promiseUnder(program, member), repeated };
    }
  }
  return undefined;
}

type Repeated = LongLivedMember['repeated'];

/** What repeats a node, the nearest first: the loops of its function, and then that function. */
function repeatedAround(program: ts.Program, node: ts.Node): Repeated[] {
  const found: Repeated[] = [];
  let leaves = false;
  let child = node;
  for (
    let current = node.parent;
    !ts.isSourceFile(current);
    current = current.parent
  ) {
    if (ts.isReturnStatement(current)) {
      leaves = true;
    } else if (
      ts.isIterationStatement(current, false) &&
      !leaves &&
      runsAgain(current, child)
    ) {
      found.push(current);
    }
    if (ts.isFunctionLike(current)) {
      return isCalledRepeatedly(program, current)
        ? [...found, current as ts.FunctionLikeDeclaration]
        : found;
    }
    child = current;
  }
  return found;
}

/** Whether a part of a loop runs in each turn, and the turn does not end the loop by itself. */
function runsAgain(loop: ts.IterationStatement, part: ts.Node): boolean {
  if (
    (ts.isForStatement(loop) && part === loop.initializer) ||
    ((ts.isForOfStatement(loop) || ts.isForInStatement(loop)) &&
      part !== loop.statement)
  ) {
    return false;
  }
  const last = ts.isBlock(loop.statement)
    ? loop.statement.statements.at(-1)
    : loop.statement;
  return !(
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      ts.isBreakStatement(last))
  );
}

/** Whether a function is the callback of an interval or of an event, or what another function returns to be called at will. */
function isCalledRepeatedly(program: ts.Program, fn: ts.Node): boolean {
  const use = useOf(fn);
  if (use.kind === 'returned') {
    return ts.isArrowFunction(fn) || ts.isFunctionExpression(fn);
  }
  if (use.kind !== 'argument' || !ts.isCallExpression(use.of)) {
    return false;
  }
  const callee = unwrap(use.of.expression);
  const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
  return (
    name === 'setInterval' ||
    ((name === 'on' || name === 'addListener' || name === 'addEventListener') &&
      callbackResultOf(program, use.of, use.index).kind === 'dropped')
  );
}

function outlives(
  program: ts.Program,
  element: ts.Expression,
  repeated: Repeated,
): boolean {
  const checker = program.getTypeChecker();
  const node = promiseUnder(program, element);
  if (
    promisenessOf(checker, checker.getTypeAtLocation(node), node) !== 'some'
  ) {
    return false;
  }
  const symbol = namedSymbol(checker, node);
  const declaration = symbol?.valueDeclaration;
  if (
    symbol === undefined ||
    declaration === undefined ||
    contains(repeated, declaration)
  ) {
    return false;
  }
  const writes = referencesOf(
    checker,
    symbol,
    declaration.getSourceFile(),
  ).filter((reference) => isWriteOf(memberAccessOf(reference)));
  if (ts.isPropertyDeclaration(declaration)) {
    return (
      accessedName(node) !== undefined &&
      (isPrivate(declaration) ||
        hasModifier(declaration, ts.SyntaxKind.ReadonlyKeyword)) &&
      writes.every(isInConstructor)
    );
  }
  return (
    ts.isIdentifier(node) &&
    (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) &&
    ts.isIdentifier(declaration.name) &&
    writes.every(
      (write) =>
        declaration.getSourceFile() === write.getSourceFile() &&
        !contains(repeated, write) &&
        write.pos < repeated.pos,
    )
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
