import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { accessedName, unwrap } from '../language/syntax.ts';
import { isDefaultLibrarySymbol } from '../language/types.ts';

/** Objects of the default library that many may use at once, although they have methods. */
const SHARED: ReadonlySet<string> = new Set([
  'AbortSignal',
  'Date',
  'Headers',
  'RegExp',
  'URL',
  'URLSearchParams',
]);

/** Types whose values nobody can change. */
export const PRIMITIVE =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Void;

/** How far the properties of data are looked into. */
const DEPTH = 3;

/**
 * What a call is given that it may use in turns with others, as text: connections, streams, cursors, and whatever
 * else is not proven to be data, by itself or in a literal. What one of them is asked for may have to wait until it
 * has answered before.
 */
export function handlesGivenTo(
  program: ts.Program,
  call: ts.CallExpression,
): string[] {
  const handles: string[] = [];
  const visit = (argument: ts.Node): void => {
    const node = ts.isExpression(argument) ? unwrap(argument) : argument;
    if (
      ts.isIdentifier(node) ||
      accessedName(node) !== undefined ||
      node.kind === ts.SyntaxKind.ThisKeyword
    ) {
      if (!isData(program, program.getTypeChecker().getTypeAtLocation(node))) {
        handles.push(node.getText());
      }
    } else if (ts.isShorthandPropertyAssignment(node)) {
      visit(node.name);
    } else if (ts.isPropertyAssignment(node)) {
      visit(node.initializer);
    } else if (
      ts.isObjectLiteralExpression(node) ||
      ts.isArrayLiteralExpression(node) ||
      ts.isSpreadElement(node) ||
      ts.isSpreadAssignment(node)
    ) {
      ts.forEachChild(node, visit);
    }
  };
  call.arguments.forEach(visit);
  return handles;
}

/** Whether values of a type are data: primitives, and lists and objects of them that have no methods. */
function isData(program: ts.Program, type: ts.Type, depth = DEPTH): boolean {
  const checker = program.getTypeChecker();
  const known = checker.getBaseConstraintOfType(type) ?? type;
  return unionConstituents(known).every((part) => {
    if (part.flags & PRIMITIVE) {
      return true;
    }
    if (part.isIntersection()) {
      // A primitive with a brand is that primitive.
      return part.types.some(({ flags }) => flags & PRIMITIVE);
    }
    if (!(part.flags & ts.TypeFlags.Object) || depth === 0) {
      return false;
    }
    if (checker.isArrayType(part) || checker.isTupleType(part)) {
      return checker
        .getTypeArguments(part as ts.TypeReference)
        .every((element) => isData(program, element, depth - 1));
    }
    const symbol = part.getSymbol();
    if (isDefaultLibrarySymbol(program, symbol)) {
      return SHARED.has(symbol?.name ?? '');
    }
    const held = [
      ...checker
        .getPropertiesOfType(part)
        .map((property) => checker.getTypeOfSymbol(property)),
      ...checker.getIndexInfosOfType(part).map(({ type: each }) => each),
    ];
    return (
      held.length > 0 &&
      part.getCallSignatures().length === 0 &&
      held.every((each) => isData(program, each, depth - 1))
    );
  });
}
