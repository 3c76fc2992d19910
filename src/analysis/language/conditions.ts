import ts from 'typescript';

const LOGICAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

const EQUAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
]);

const UNEQUAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** A comparison of two expressions for equality, and whether it is negated. */
export interface Equality {
  left: ts.Expression;
  right: ts.Expression;
  isEqual: boolean;
}

/** The comparison for equality that a node is; `undefined` where it is none. */
export function equalityOf(node: ts.Node): Equality | undefined {
  if (!ts.isBinaryExpression(node)) {
    return undefined;
  }
  const { kind } = node.operatorToken;
  return EQUAL.has(kind) || UNEQUAL.has(kind)
    ? { left: node.left, right: node.right, isEqual: EQUAL.has(kind) }
    : undefined;
}

/** Whether a node is `a && b`, `a || b` or `a ?? b`. */
export function isLogical(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind);
}

/** The condition directly above a node that decides whether the node runs. */
export function conditionAbove(node: ts.Node): ts.Expression | undefined {
  const { parent } = node;
  if (
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent) ||
    ts.isSwitchStatement(parent)
  ) {
    return parent.expression === node ? undefined : parent.expression;
  }
  if (ts.isConditionalExpression(parent)) {
    return parent.condition === node ? undefined : parent.condition;
  }
  if (ts.isForStatement(parent)) {
    return parent.statement === node ? parent.condition : undefined;
  }
  return isLogical(parent) && parent.right === node ? parent.left : undefined;
}

/** The condition directly above a node, and the truth that it has where the node runs; `undefined` where there is none, or it has no truth: a `switch`. */
export function guardAbove(
  node: ts.Node,
): { condition: ts.Expression; truth: boolean } | undefined {
  const { parent } = node;
  const condition = conditionAbove(node);
  if (condition === undefined || ts.isSwitchStatement(parent)) {
    return undefined;
  }
  if (ts.isBinaryExpression(parent)) {
    // What stands left of `??` is nothing where its right runs, and so false too.
    const { kind } = parent.operatorToken;
    return { condition, truth: kind === ts.SyntaxKind.AmpersandAmpersandToken };
  }
  const isElse =
    (ts.isIfStatement(parent) && parent.elseStatement === node) ||
    (ts.isConditionalExpression(parent) && parent.whenFalse === node);
  return { condition, truth: !isElse };
}

/** Whether the truthiness of a node directly decides a branch. */
export function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) &&
      parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}
