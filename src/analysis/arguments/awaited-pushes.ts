import ts from 'typescript';

import { memberAwaitsOf } from './awaited-members.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { referencesOf, variableNamed } from '../language/references.ts';
import { enclosingFunction, wrapped } from '../language/syntax.ts';

/**
 * The awaits in a loop that pushes what they give into the array of a combinator: each has settled
 * before the next promise starts. None where the array is made or combined elsewhere.
 */
export function awaitedPushesOf(
  program: ts.Program,
  call: CombinatorCall,
): ts.AwaitExpression[] {
  const { node } = call;
  const checker = program.getTypeChecker();
  const variable = listVariableOf(checker, call);
  const symbol = variable && checker.getSymbolAtLocation(variable.name);
  if (
    variable === undefined ||
    symbol === undefined ||
    enclosingFunction(variable) !== enclosingFunction(node)
  ) {
    return [];
  }
  return referencesOf(checker, symbol, node.getSourceFile())
    .filter(
      (name) =>
        name.pos < node.pos &&
        enclosingFunction(name) === enclosingFunction(node) &&
        repeatingLoopOf(name, variable, node) !== undefined,
    )
    .flatMap(pushedAt)
    .flatMap((value) =>
      ts.isSpreadElement(value) ? [] : memberAwaitsOf(program, value),
    );
}

function listVariableOf(
  checker: ts.TypeChecker,
  { input }: CombinatorCall,
): ts.VariableDeclaration | undefined {
  return input.kind === 'iterable'
    ? variableNamed(checker, input.expression)
    : undefined;
}

/**
 * Whether the array of a combinator may hold promises instead of values: it is a literal in its place,
 * or a variable without a declared type that is otherwise only pushed into.
 */
export function isFilledOnlyFor(
  checker: ts.TypeChecker,
  call: CombinatorCall,
): boolean {
  const variable = listVariableOf(checker, call);
  if (variable === undefined) {
    return call.input.kind === 'tuple';
  }
  const symbol = checker.getSymbolAtLocation(variable.name);
  return (
    symbol !== undefined &&
    variable.type === undefined &&
    referencesOf(checker, symbol, call.node.getSourceFile()).every(
      (name) => pushedAt(name).length > 0 || wrapped(name).parent === call.node,
    )
  );
}

/** What is pushed where a name stands, in `name.push(…)`. */
export function pushedAt(name: ts.Node): readonly ts.Expression[] {
  const access = name.parent;
  return ts.isPropertyAccessExpression(access) &&
    access.expression === name &&
    access.name.text === 'push' &&
    ts.isCallExpression(access.parent) &&
    access.parent.expression === access
    ? access.parent.arguments
    : [];
}

/** The innermost loop around a node, where neither the declaration nor the combinator stands in it. */
export function repeatingLoopOf(
  node: ts.Node,
  declaration: ts.Node,
  combinator: ts.Node,
): ts.IterationStatement | undefined {
  let current = node.parent;
  while (!ts.isSourceFile(current) && !ts.isFunctionLike(current)) {
    if (ts.isIterationStatement(current, false)) {
      const { end, pos } = current;
      return [declaration, combinator].every(
        (other) => other.pos < pos || end <= other.pos,
      )
        ? current
        : undefined;
    }
    current = current.parent;
  }
  return undefined;
}
