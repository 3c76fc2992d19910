import ts from 'typescript';

import { calleeOf } from '../language/callees.ts';
import { namedSymbol } from '../language/references.ts';
import { returnedExpressions } from '../language/returns.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { constantOf } from './members.ts';

/**
 * What an expression reads off the object that a call returns, by an access or a pattern: one value for each
 * object literal that the function may return. None where that is not all that can be read.
 */
export function returnedMembers(
  program: ts.Program,
  expression: ts.Expression,
): ts.Expression[] {
  const read = readingOf(program, unwrap(expression));
  const call = read && valueOf(program, read.from);
  const body =
    call !== undefined && ts.isCallExpression(call)
      ? calleeOf(program, call)
      : undefined;
  const values = (body ? returnedExpressions(body) : []).map((returned) =>
    memberOf(valueOf(program, returned), read?.key),
  );
  const seen = values.filter((value) => value !== undefined);
  return seen.length === values.length ? seen : [];
}

/** The object that an expression reads a property of, and that property's name. */
function readingOf(
  program: ts.Program,
  node: ts.Expression,
): { from: ts.Expression; key: string } | undefined {
  const key = accessedName(node);
  if (key !== undefined) {
    return { from: (node as ts.AccessExpression).expression, key };
  }
  const element = ts.isIdentifier(node)
    ? namedSymbol(program.getTypeChecker(), node)?.valueDeclaration
    : undefined;
  if (
    element === undefined ||
    !ts.isBindingElement(element) ||
    !ts.isObjectBindingPattern(element.parent) ||
    element.dotDotDotToken !== undefined ||
    !(ts.getCombinedNodeFlags(element) & ts.NodeFlags.Const)
  ) {
    return undefined;
  }
  const { initializer } = element.parent.parent;
  return initializer && ts.isVariableDeclaration(element.parent.parent)
    ? {
        from: initializer,
        key: (element.propertyName ?? element.name).getText(),
      }
    : undefined;
}

/** An expression, or the value of the constant that it names. */
function valueOf(
  program: ts.Program,
  expression: ts.Expression,
): ts.Expression {
  return unwrap(constantOf(program, expression)?.initializer ?? expression);
}

function memberOf(
  object: ts.Expression,
  key: string | undefined,
): ts.Expression | undefined {
  const property = ts.isObjectLiteralExpression(object)
    ? // What is spread may replace what stands before it.
      object.properties.findLast(
        (each) => ts.isSpreadAssignment(each) || each.name.getText() === key,
      )
    : undefined;
  if (property === undefined) {
    return undefined;
  }
  if (ts.isShorthandPropertyAssignment(property)) {
    return property.name;
  }
  return ts.isPropertyAssignment(property) ? property.initializer : undefined;
}
