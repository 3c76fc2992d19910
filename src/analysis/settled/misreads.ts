import ts from 'typescript';

import { writeAt } from '../language/assignments.ts';
import { receiverFor } from '../language/list-callbacks.ts';
import { namedSymbol } from '../language/references.ts';
import { originOf } from './origins.ts';
import { provenByCode, statusUnderCasts } from './proofs.ts';
import { elementStatus, statusOfType } from './types.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { isDefaultLibrarySymbol } from '../language/types.ts';

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

/**
 * Whether a call is `JSON.stringify` of settled results among which rejected ones may be, by themselves or in a
 * literal. The reason of a rejection is an `Error` as a rule, and its text is `{}`.
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
  return partsOf(first).some((part) => holdsRejection(program, part));
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
