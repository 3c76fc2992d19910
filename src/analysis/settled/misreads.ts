import ts from 'typescript';

import { writeAt } from '../language/assignments.ts';
import { receiverFor } from '../language/list-callbacks.ts';
import { originOf } from './origins.ts';
import { statusUnderCasts } from './proofs.ts';
import { accessedName, unwrap } from '../language/syntax.ts';

/**
 * What every settled result has (ECMA-262, 27.2.4.2.2 and 27.2.4.2.3), with what it has from `Object.prototype`.
 * What a list or a promise of results has is among them: where types say nothing, the code does not tell a
 * result from the results of one of several batches.
 */
const PROPERTIES: ReadonlySet<string> = new Set([
  'status',
  'value',
  'reason',
  ...[Object, Array, Promise].flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype),
  ),
]);

/** The property that an access reads of a settled result and that none has; `undefined` where it is none, or where the code is not followed. */
export function missingPropertyOf(
  program: ts.Program,
  access: ts.AccessExpression,
): string | undefined {
  const name = accessedName(access);
  if (name === undefined || PROPERTIES.has(name) || /^\d+$/u.test(name)) {
    return undefined;
  }
  const checker = program.getTypeChecker();
  const result = unwrap(access.expression);
  if (!isOneOfSeveral(checker, result)) {
    return undefined;
  }
  const status = statusUnderCasts(program, result);
  return status !== undefined &&
    originOf(program, result).kind === 'allSettled' &&
    !isAddedIn(access.getSourceFile(), name)
    ? name
    : undefined;
}

/** Whether a file may give a property of a name to something: by an assignment, or by `Object.assign`. */
function isAddedIn(code: ts.Node, name: string): boolean {
  return (
    (accessedName(code) === name && writeAt(code) !== undefined) ||
    (ts.isCallExpression(code) &&
      code.expression.getText() === 'Object.assign' &&
      code.arguments.slice(1).some((source) => mayHave(source, name))) ||
    (ts.forEachChild(code, (child) => isAddedIn(child, name) || undefined) ??
      false)
  );
}

/** Whether an expression may be an object with a property of a name. */
function mayHave(source: ts.Expression, name: string): boolean {
  return (
    !ts.isObjectLiteralExpression(source) ||
    source.properties.some(
      (each) =>
        each.name === undefined ||
        ts.isComputedPropertyName(each.name) ||
        each.name.text === name,
    )
  );
}

/** Whether an expression is one element of an array, by the code alone. */
function isOneOfSeveral(
  checker: ts.TypeChecker,
  node: ts.Expression,
  depth = 0,
): boolean {
  if (ts.isElementAccessExpression(node)) {
    return accessedName(node) === undefined;
  }
  const declaration =
    ts.isIdentifier(node) &&
    checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration || depth > 4) {
    return false;
  }
  if (ts.isBindingElement(declaration)) {
    return (
      ts.isArrayBindingPattern(declaration.parent) &&
      declaration.dotDotDotToken === undefined &&
      ts.isVariableDeclaration(declaration.parent.parent) &&
      !ts.isForOfStatement(declaration.parent.parent.parent.parent)
    );
  }
  if (ts.isParameter(declaration)) {
    const receiver = receiverFor(declaration);
    return receiver !== undefined && accessedName(receiver.parent) !== 'then';
  }
  if (!ts.isVariableDeclaration(declaration)) {
    return false;
  }
  return (
    ts.isForOfStatement(declaration.parent.parent) ||
    (declaration.initializer !== undefined &&
      isOneOfSeveral(checker, unwrap(declaration.initializer), depth + 1))
  );
}
