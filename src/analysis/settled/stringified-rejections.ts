import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { guardAbove } from '../language/conditions.ts';
import { namedSymbol } from '../language/references.ts';
import { returnedExpressions } from '../language/returns.ts';
import { originOf } from './origins.ts';
import { provenByCode } from './proofs.ts';
import { settledReadOf } from './settlements.ts';
import { elementStatus, statusOfType } from './types.ts';
import {
  accessedName,
  enclosingFunction,
  isCallNamed,
  unwrap,
  wrapped,
} from '../language/syntax.ts';
import { isDefaultLibrarySymbol, isOpaque } from '../language/types.ts';

/**
 * Whether a call is `JSON.stringify` of settled results among which rejected ones may be, by themselves or in a
 * literal, or of their reasons. The reason of a rejection is an `Error` as a rule, and its text is `{}`.
 */
export function isStringifiedRejection(
  program: ts.Program,
  call: ts.CallExpression,
): boolean {
  const callee = unwrap(call.expression);
  const [first, replacer] = call.arguments;
  if (
    accessedName(callee) !== 'stringify' ||
    first === undefined ||
    (replacer !== undefined &&
      replacer.kind !== ts.SyntaxKind.NullKeyword &&
      replacer.getText() !== 'undefined')
  ) {
    return false;
  }
  const checker = program.getTypeChecker();
  if (!isDefaultLibrarySymbol(program, namedSymbol(checker, callee), 'JSON')) {
    return false;
  }
  return partsOf(first).some(
    (part) => holdsRejection(program, part) || isReason(program, part),
  );
}

/**
 * Whether an expression is the reason of a settled result, or the reasons of several, of which nothing around says
 * what they are: `error instanceof Error ? error.message : JSON.stringify(error)` is right.
 */
function isReason(program: ts.Program, expression: ts.Expression): boolean {
  const node = unwrap(expression);
  const reason = isCallNamed(node, 'map') ? mappedTo(program, node) : node;
  const checker = program.getTypeChecker();
  return (
    reason !== undefined &&
    settledReadOf(program, reason)?.property === 'reason' &&
    isOpaque(checker, checker.getTypeAtLocation(wrapped(reason))) &&
    !isAskedForKind(node)
  );
}

/** What the callback of a `map` answers with, where that is one expression. */
function mappedTo(
  program: ts.Program,
  node: ts.Expression,
): ts.Expression | undefined {
  const [callback] = (node as ts.CallExpression).arguments;
  const fn = callback && functionOf(program, callback);
  const [returned, ...others] = fn ? returnedExpressions(fn) : [];
  return returned !== undefined && others.length === 0
    ? unwrap(returned)
    : undefined;
}

/** Whether the code around a node asks of what kind an error is, or for what it has: with `instanceof`, or in a condition above that reads a reason. */
function isAskedForKind(node: ts.Node): boolean {
  const fn = enclosingFunction(node) ?? node.getSourceFile();
  for (let current = node; current !== fn; current = current.parent) {
    const guard = guardAbove(current);
    if (guard !== undefined && holds(guard.condition, isReasonRead)) {
      return true;
    }
  }
  return holds(fn, isInstanceTest);
}

function isReasonRead(node: ts.Node): boolean {
  return accessedName(node) === 'reason';
}

function isInstanceTest(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.InstanceOfKeyword;
}

function holds(node: ts.Node, is: (node: ts.Node) => boolean): boolean {
  return (
    is(node) ||
    (ts.forEachChild(node, (child) => holds(child, is) || undefined) ?? false)
  );
}

/** What is put into the text of an expression: itself, or the values in a literal. */
function partsOf(expression: ts.Expression): ts.Expression[] {
  const node = unwrap(expression);
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.flatMap(partsOf);
  }
  if (ts.isSpreadElement(node)) {
    return partsOf(node.expression);
  }
  return ts.isObjectLiteralExpression(node)
    ? node.properties.flatMap((property) =>
        ts.isPropertyAssignment(property)
          ? partsOf(property.initializer)
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : ts.isSpreadAssignment(property)
              ? partsOf(property.expression)
              : [],
      )
    : [node];
}

function holdsRejection(program: ts.Program, results: ts.Expression): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(results);
  const status = elementStatus(program, type) ?? statusOfType(program, type);
  return (
    status === 'rejected' ||
    (status === 'either' &&
      provenByCode(program, originOf(program, results), results) === 'either')
  );
}
