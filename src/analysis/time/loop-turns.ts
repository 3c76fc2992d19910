import ts from 'typescript';

import { constantOf } from './members.ts';
import { unwrap } from '../language/syntax.ts';

/**
 * Whether a loop that asks before each turn has at least one, by what is written: it goes through a list that is
 * not empty, or counts from one number towards another. `false` too where that is not known.
 */
export function hasTurn(
  program: ts.Program,
  loop: ts.IterationStatement,
): boolean {
  if (ts.isForOfStatement(loop)) {
    const list = unwrap(loop.expression);
    return (
      ts.isArrayLiteralExpression(list) &&
      list.elements.some((element) => !ts.isSpreadElement(element))
    );
  }
  const condition = ts.isForStatement(loop)
    ? loop.condition
    : ts.isWhileStatement(loop)
      ? loop.expression
      : undefined;
  const declared = ts.isForStatement(loop)
    ? loop.initializer
    : declarationBefore(loop);
  return (
    condition !== undefined &&
    declared !== undefined &&
    ts.isVariableDeclarationList(declared) &&
    declared.declarations.some((counter) =>
      holdsFor(program, unwrap(condition), counter),
    )
  );
}

/** The variables that the statement right before a loop declares. */
function declarationBefore(
  loop: ts.IterationStatement,
): ts.VariableDeclarationList | undefined {
  const { parent } = loop;
  const statements =
    ts.isBlock(parent) || ts.isSourceFile(parent) ? parent.statements : [];
  const before = statements[statements.findIndex((each) => each === loop) - 1];
  return before !== undefined && ts.isVariableStatement(before)
    ? before.declarationList
    : undefined;
}

/** Whether a comparison of a counter holds for the number that the counter begins with. */
function holdsFor(
  program: ts.Program,
  condition: ts.Expression,
  { name, initializer }: ts.VariableDeclaration,
): boolean {
  const start = numberOf(program, initializer);
  if (
    !ts.isBinaryExpression(condition) ||
    start === undefined ||
    condition.left.getText() !== name.getText()
  ) {
    return false;
  }
  const end = numberOf(program, condition.right);
  if (end === undefined) {
    return false;
  }
  switch (condition.operatorToken.kind) {
    case ts.SyntaxKind.LessThanToken:
      return start < end;
    case ts.SyntaxKind.LessThanEqualsToken:
      return start <= end;
    case ts.SyntaxKind.GreaterThanToken:
      return start > end;
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return start >= end;
    default:
      return false;
  }
}

function numberOf(
  program: ts.Program,
  expression: ts.Expression | undefined,
): number | undefined {
  const node =
    expression && (constantOf(program, expression)?.initializer ?? expression);
  const value = node && unwrap(node);
  return value !== undefined && ts.isNumericLiteral(value)
    ? Number(value.text)
    : undefined;
}
