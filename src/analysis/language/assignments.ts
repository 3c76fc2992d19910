import ts from 'typescript';

import { namesIn, standsFor } from './references.ts';
import { memberAccessOf, unwrap, wrapped, isAssignment } from './syntax.ts';

/** What a place writes to the name that stands there: the value of an expression, or one that no expression of its own has (by a pattern, a loop, `+=`). */
export type Write = { kind: 'value'; value: ts.Expression } | { kind: 'other' };

/** What is written to a name, or to the member that an access names, at a reference; `undefined` where it is only read. */
export function writeAt(reference: ts.Node): Write | undefined {
  const target = wrapped(reference);
  const { parent } = target;
  if (ts.isBinaryExpression(parent) && parent.left === target) {
    return writeOf(parent);
  }
  return isPatternTarget(target) ? { kind: 'other' } : undefined;
}

function writeOf(node: ts.BinaryExpression): Write | undefined {
  const { operatorToken, right } = node;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return { kind: 'value', value: unwrap(right) };
  }
  return isAssignment(node) ? { kind: 'other' } : undefined;
}

/** Whether a name is written by a loop, or by a destructuring assignment, `[name] = …` or `({ key: name } = …)`. */
function isPatternTarget(target: ts.Node): boolean {
  let node = target;
  while (
    ts.isArrayLiteralExpression(node.parent) ||
    ts.isObjectLiteralExpression(node.parent) ||
    ts.isPropertyAssignment(node.parent) ||
    ts.isShorthandPropertyAssignment(node.parent) ||
    ts.isSpreadElement(node.parent)
  ) {
    node = node.parent;
  }
  const { parent } = node;
  return (
    ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) &&
      parent.initializer === node) ||
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
  );
}

/** All that its own file writes to a declared function, variable or member after its declaration. */
export function writesTo(
  checker: ts.TypeChecker,
  declaration: ts.Declaration,
): Write[] {
  return namesIn(declaration).flatMap((name) => {
    const write = writeAt(memberAccessOf(name));
    return write !== undefined && standsFor(checker, name, declaration)
      ? [write]
      : [];
  });
}
