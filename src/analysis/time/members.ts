import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import { namedSymbol, referencesTo } from '../language/references.ts';
import { accessedName, unwrap, isWithin } from '../language/syntax.ts';
import { isUnresolved, promisenessOf } from '../language/types.ts';

/** A promise, or the many that one expression makes, among those that a combinator is given. */
export interface Member {
  /** The expression that makes it: a call, a callback's list, a name. */
  node: ts.Expression;
  /** The code that runs for it: arguments and callbacks too, but not the list that `map` goes over. */
  code: ts.Expression;
  /** Whether the expression stands for any number of promises. */
  isMany: boolean;
}

/**
 * The members of a combinator as far as their code can be seen: the elements of an array literal, what a
 * callback of `map` or `Array.from` makes, under a constant's name too, and what is pushed to that array.
 * `undefined` where the list comes from elsewhere.
 */
export function membersOf(
  program: ts.Program,
  { input }: CombinatorCall,
): Member[] | undefined {
  switch (input.kind) {
    case 'tuple':
      return listMembers(program, input.array);
    case 'iterable':
      return listMembers(program, input.expression);
    case 'unknown':
      return undefined;
  }
}

function listMembers(
  program: ts.Program,
  expression: ts.Expression,
): Member[] | undefined {
  const node = unwrap(expression);
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.flatMap((element) =>
      ts.isSpreadElement(element)
        ? (listMembers(program, element.expression) ?? [])
        : promiseMember(program, element),
    );
  }
  if (ts.isCallExpression(node)) {
    const maker = makerOf(node);
    return maker && [{ node, code: maker, isMany: true }];
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].flatMap(
      (branch) => listMembers(program, branch) ?? [],
    );
  }
  const list = constantOf(program, node);
  if (list?.initializer === undefined) {
    return undefined;
  }
  const made = listMembers(program, list.initializer);
  return made && [...made, ...pushedMembers(program, list)];
}

/** The callback that makes each element. */
function makerOf(call: ts.CallExpression): ts.Expression | undefined {
  const callee = unwrap(call.expression);
  switch (accessedName(callee)) {
    case 'map':
      return call.arguments[0];
    case 'from':
      return call.arguments[1];
    default:
      return undefined;
  }
}

function promiseMember(program: ts.Program, element: ts.Expression): Member[] {
  const checker = program.getTypeChecker();
  const node = unwrap(element);
  const type = checker.getTypeAtLocation(node);
  const isPromise =
    promisenessOf(checker, type, node) === 'some' ||
    (ts.isCallExpression(node) && isUnresolved(type));
  const value = constantOf(program, node)?.initializer;
  return isPromise
    ? [{ node, code: value ? unwrap(value) : node, isMany: false }]
    : [];
}

function pushedMembers(
  program: ts.Program,
  list: ts.VariableDeclaration,
): Member[] {
  return referencesTo(program.getTypeChecker(), list.name).flatMap(
    ({ parent }) => {
      const call = parent.parent;
      return accessedName(parent) === 'push' && ts.isCallExpression(call)
        ? call.arguments.flatMap((argument) =>
            promiseMember(program, argument).map((member) => ({
              ...member,
              isMany: isRepeatedSince(list, call),
            })),
          )
        : [];
    },
  );
}

/** Whether a node stands in a loop, or a callback, that a declaration stands outside of. */
function isRepeatedSince(declaration: ts.Node, node: ts.Node): boolean {
  for (
    let current = node.parent;
    !ts.isSourceFile(current);
    current = current.parent
  ) {
    if (
      (ts.isIterationStatement(current, false) || ts.isFunctionLike(current)) &&
      !isWithin(declaration, current)
    ) {
      return true;
    }
  }
  return false;
}

/** The constant that an expression names, in any file; `undefined` for what may be assigned again. */
export function constantOf(
  program: ts.Program,
  expression: ts.Expression,
): ts.VariableDeclaration | undefined {
  const node = unwrap(expression);
  if (!ts.isIdentifier(node)) {
    return undefined;
  }
  const declaration = namedSymbol(
    program.getTypeChecker(),
    node,
  )?.valueDeclaration;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name) &&
    ts.getCombinedNodeFlags(declaration) &
      (ts.NodeFlags.Const | ts.NodeFlags.Using)
    ? declaration
    : undefined;
}
