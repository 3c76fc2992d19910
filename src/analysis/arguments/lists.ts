import ts from 'typescript';

import { nameWriteAt } from '../language/name-writes.ts';
import { referencesTo, variableNamed } from '../language/references.ts';
import { returnedExpressions } from '../language/returns.ts';
import {
  accessedName,
  hasModifier,
  isFunctionWithBody,
  isGenerator,
  unwrap,
} from '../language/syntax.ts';
import { type ValueUse, useOf } from '../language/uses.ts';

/** How many names and choices within each other are looked through. */
const DEPTH = 8;

/**
 * The lists that hold the elements of what an expression evaluates to: the branches of a choice, what a constant is made
 * as that is only read afterwards, what a method takes its elements from, else the expression itself. Empty literals are
 * left out, since they hold nothing.
 */
export function listsOf(
  checker: ts.TypeChecker,
  expression: ts.Expression,
  depth = DEPTH,
): ts.Expression[] {
  const node = unwrap(expression);
  const inner = depth > 0 ? within(checker, node) : undefined;
  return inner === undefined
    ? isEmptyLiteral(node)
      ? []
      : [node]
    : inner.flatMap((list) => listsOf(checker, list, depth - 1));
}

function within(
  checker: ts.TypeChecker,
  node: ts.Expression,
): ts.Expression[] | undefined {
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse];
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    switch (kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        return [node.left, node.right];
      case ts.SyntaxKind.AmpersandAmpersandToken:
        // What is on the left is no list where it is the value.
        return [node.right];
      default:
        return undefined;
    }
  }
  if (ts.isCallExpression(node)) {
    return takenFrom(node);
  }
  const made = constantListOf(checker, node);
  return made && [made];
}

/** The lists from which a method of a list takes all elements of its result: the receiver, what is appended to it, what the callback of `flatMap` returns; `undefined` for any other call. */
export function takenFrom(
  call: ts.CallExpression,
): ts.Expression[] | undefined {
  const callee = unwrap(call.expression);
  const name = accessedName(callee);
  if (name === undefined) {
    return undefined;
  }
  const { expression: receiver } = callee as ts.AccessExpression;
  const [first] = call.arguments;
  switch (name) {
    case 'reverse':
    case 'slice':
    case 'toReversed':
      return [receiver];
    case 'filter':
      return first?.getText() === 'Boolean' ? [receiver] : undefined;
    case 'concat':
      return call.arguments.some(ts.isSpreadElement)
        ? undefined
        : [receiver, ...call.arguments];
    case 'flatMap':
      return first && returnedLists(unwrap(first));
    default:
      return undefined;
  }
}

/** What a function in its place returns; `undefined` for what gives something else back than it returns, or nothing. */
function returnedLists(fn: ts.Expression): ts.Expression[] | undefined {
  if (
    !isFunctionWithBody(fn) ||
    isGenerator(fn) ||
    hasModifier(fn, ts.SyntaxKind.AsyncKeyword)
  ) {
    return undefined;
  }
  const returned = returnedExpressions(fn);
  return returned.length === 0 ? undefined : returned;
}

/** Whether an expression is `[]`. */
export function isEmptyLiteral(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}

/**
 * What the local constant that an expression names is made as, where each of its mentions only reads the list, so that
 * it holds the same; `undefined` for any other name, and where that is not known.
 */
export function constantListOf(
  checker: ts.TypeChecker,
  node: ts.Expression,
): ts.Expression | undefined {
  const variable = variableNamed(checker, node);
  return variable?.initializer !== undefined &&
    (ts.getCombinedNodeFlags(variable) & ts.NodeFlags.Const) !== 0 &&
    (ts.getCombinedModifierFlags(variable) & ts.ModifierFlags.Export) === 0 &&
    variable.getSourceFile() === node.getSourceFile() &&
    variable.end <= node.pos &&
    referencesTo(checker, variable.name).every(
      (reference) => reference === node || isRead(useOf(reference)),
    )
    ? unwrap(variable.initializer)
    : undefined;
}

function isRead(use: ValueUse): boolean {
  switch (use.kind) {
    case 'iterated':
    case 'tested':
      return true;
    case 'element':
      return use.isSpread;
    case 'accessed':
      return (
        (use.name === 'length' || use.name === 'size') &&
        useOf(use.node).kind === 'tested' &&
        nameWriteAt(use.node) === undefined
      );
    case 'argument':
      return ['all', 'allSettled', 'any', 'race'].includes(
        accessedName(unwrap(use.of.expression)) ?? '',
      );
    default:
      return false;
  }
}
