import ts from 'typescript';

import { functionsOf } from '../language/callees.ts';
import { isLogical } from '../language/conditions.ts';
import { elementCallbackOf } from '../rejections/elements.ts';
import { returnsNothing } from './empty-returns.ts';
import { isEmptyLiteral, listsOf, takenFrom } from './lists.ts';
import { returnedExpressions } from '../language/returns.ts';
import {
  accessedName,
  hasModifier,
  isFunctionWithBody,
  isGenerator,
  unwrap,
} from '../language/syntax.ts';
import {
  KIND_OF_ARRAY,
  kindOfElements,
  kindOfType,
  type MemberKind,
  together,
} from './type-kinds.ts';

/** What the value of an expression is, as a member of a combinator's input. */
export function memberKindOf(
  program: ts.Program,
  expression: ts.Expression,
): MemberKind {
  const node = unwrap(expression);
  if (
    ts.isOmittedExpression(node) ||
    ts.isSpreadElement(node) ||
    mayBeAwait(node)
  ) {
    return 'unknown';
  }
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(node);
  if (
    ts.isCallExpression(node) &&
    type.flags & ts.TypeFlags.Void &&
    returnsNothing(program, node)
  ) {
    return 'plain';
  }
  if (type.flags & ts.TypeFlags.Any) {
    return isListOfPromises(program, node) ? 'promises' : 'unknown';
  }
  return kindOfType(program, type, node);
}

/** Whether what a type says nothing of is an array of promises that `map` makes, or no list of any kind: nothing, a value, `[]`. */
function isListOfPromises(program: ts.Program, node: ts.Expression): boolean {
  const choices = choicesOf(node);
  const made = choices.filter(
    (choice) =>
      ts.isCallExpression(choice) &&
      isMapOfAnything(choice) &&
      KIND_OF_ARRAY[elementKindOf(program, choice)] === 'promises',
  );
  return (
    made.length > 0 &&
    choices.every(
      (choice) =>
        made.includes(choice) ||
        isEmptyLiteral(choice) ||
        ['plain', 'promises'].includes(kindByType(program, choice)),
    )
  );
}

function kindByType(program: ts.Program, node: ts.Expression): MemberKind {
  return kindOfType(
    program,
    program.getTypeChecker().getTypeAtLocation(node),
    node,
  );
}

/** The expressions of which one is the value of an expression, where it is one that does something. */
export function choicesOf(expression: ts.Expression): ts.Expression[] {
  const node = unwrap(expression);
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].flatMap(choicesOf);
  }
  if (!isLogical(node)) {
    return [node];
  }
  const isAnd =
    node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return [...(isAnd ? [] : choicesOf(node.left)), ...choicesOf(node.right)];
}

/** Whether a call is `xs.map(callback)` of something that is there, or is taken from that, and not of what another call makes: a query or a chain has a `map` of its own, which may take options, too. */
function isMapOfAnything({
  arguments: { length },
  expression,
}: ts.CallExpression): boolean {
  const callee = unwrap(expression);
  if (accessedName(callee) !== 'map' || length !== 1) {
    return false;
  }
  return isThere((callee as ts.AccessExpression).expression);
}

/** Whether an expression only names or writes down what it evaluates to, or takes it from such lists. */
function isThere(expression: ts.Expression): boolean {
  return choicesOf(expression).every(
    (choice) =>
      ts.isIdentifier(choice) ||
      ts.isPropertyAccessExpression(choice) ||
      ts.isElementAccessExpression(choice) ||
      ts.isArrayLiteralExpression(choice) ||
      (ts.isCallExpression(choice) &&
        (takenFrom(choice)?.every(isThere) ?? false)),
  );
}

/** What an expression yields that is given to a combinator as a whole, or spread. */
export function elementKindOf(
  program: ts.Program,
  expression: ts.Expression,
): MemberKind {
  const node = unwrap(expression);
  const callback = mapCallbackOf(node);
  if (callback !== undefined) {
    return resultKindOf(program, callback);
  }
  const checker = program.getTypeChecker();
  const kind = kindOfElements(program, checker.getTypeAtLocation(node), node);
  const lists = kind === 'unknown' ? listsOf(checker, node) : [node];
  return lists.includes(node)
    ? kind
    : together(lists.map((list) => elementKindOf(program, list)));
}

/** The callback that makes each element of what an expression evaluates to; `undefined` where none does. */
export function mapCallbackOf(node: ts.Node): ts.Expression | undefined {
  return ts.isCallExpression(node) ? elementCallbackOf(node) : undefined;
}

/** What the functions are that a callback may be: each one's result, taken together. */
export function resultKindOf(
  program: ts.Program,
  callback: ts.Expression,
): MemberKind {
  const bodies = functionsOf(program, callback);
  if (
    bodies.length > 0 &&
    bodies.every((body) => returnsNothing(program, body))
  ) {
    return 'plain';
  }
  const node = unwrap(callback);
  if (
    ts.isArrowFunction(node) &&
    !ts.isBlock(node.body) &&
    !hasModifier(node, ts.SyntaxKind.AsyncKeyword)
  ) {
    return memberKindOf(program, node.body);
  }
  const checker = program.getTypeChecker();
  const signatures = checker.getTypeAtLocation(node).getCallSignatures();
  const [only, ...others] = signatures;
  if (only === undefined || others.length > 0) {
    return 'unknown';
  }
  const kind = kindOfType(program, only.getReturnType(), node);
  return kind === 'unknown' && returnsLists(program, node) ? 'promises' : kind;
}

/** Whether a function in its place returns arrays of promises, where its type does not say so. */
function returnsLists(program: ts.Program, fn: ts.Expression): boolean {
  if (
    !isFunctionWithBody(fn) ||
    isGenerator(fn) ||
    hasModifier(fn, ts.SyntaxKind.AsyncKeyword)
  ) {
    return false;
  }
  const returned = returnedExpressions(fn);
  return (
    returned.length > 0 &&
    returned.every((result) => memberKindOf(program, result) === 'promises')
  );
}

/** Whether an expression may evaluate to what an `await` in it gave. */
function mayBeAwait(node: ts.Expression): boolean {
  const inner = unwrap(node);
  if (ts.isConditionalExpression(inner)) {
    return mayBeAwait(inner.whenTrue) || mayBeAwait(inner.whenFalse);
  }
  return ts.isBinaryExpression(inner)
    ? mayBeAwait(inner.left) || mayBeAwait(inner.right)
    : ts.isAwaitExpression(inner);
}
