import ts from 'typescript';

import { equalityOf } from '../language/conditions.ts';
import {
  opposite,
  isSettledStatus,
  type SettledStatus,
} from '../settled/types.ts';
import {
  accessedName,
  enclosingFunction,
  unwrap,
  wrapped,
} from '../language/syntax.ts';

/**
 * What the code does with the rejected results where it compares a status: it passes them over (no
 * branch, an empty one, one that goes on to the next, an empty list that leaves nothing behind), puts
 * something in their place that is as good as nothing, has a branch for them of which it is not said yet whether it
 * looks at them, or does something that may.
 */
export type RejectedBranch =
  'passed-over' | 'replaced' | 'noticed' | 'looked-at';

/** What becomes of the rejected results where a status is compared; `undefined` where the status is not compared with a literal. */
export function rejectedBranchOf(status: ts.Node): RejectedBranch | undefined {
  const comparison = wrapped(status).parent;
  const equality = equalityOf(comparison);
  if (equality === undefined) {
    return undefined;
  }
  const literal = [equality.left, equality.right]
    .map(unwrap)
    .find((side) => ts.isStringLiteralLike(side));
  if (literal === undefined || !isSettledStatus(literal.text)) {
    return undefined;
  }
  return branchOf(
    comparison,
    equality.isEqual ? literal.text : opposite(literal.text),
  );
}

/** What becomes of the rejected ones by a condition that, where it holds, says a status. */
function branchOf(condition: ts.Node, whenTrue: SettledStatus): RejectedBranch {
  const node = wrapped(condition);
  const { parent } = node;
  if (
    ts.isPrefixUnaryExpression(parent) &&
    parent.operator === ts.SyntaxKind.ExclamationToken
  ) {
    return branchOf(parent, opposite(whenTrue));
  }
  if (ts.isBinaryExpression(parent)) {
    return logicalBranch(parent, whenTrue);
  }
  if (ts.isConditionalExpression(parent) && parent.condition === node) {
    const branch =
      whenTrue === 'fulfilled' ? parent.whenFalse : parent.whenTrue;
    if (isLeftOut(branch) || isAccumulator(branch)) {
      return 'passed-over';
    }
    return isNothing(branch) ? 'replaced' : 'looked-at';
  }
  if (ts.isIfStatement(parent) && parent.expression === node) {
    return ifBranch(parent, whenTrue);
  }
  return ts.isExpressionStatement(parent) && whenTrue === 'fulfilled'
    ? 'passed-over'
    : 'looked-at';
}

/** Whether an expression is `[]` in a callback of `flatMap`, which leaves nothing behind. */
function isLeftOut(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  return (
    ts.isArrayLiteralExpression(node) &&
    node.elements.length === 0 &&
    methodAround(node) === 'flatMap'
  );
}

/** The method that the function around a node is a callback of. */
function methodAround(node: ts.Node): string | undefined {
  const fn = enclosingFunction(node);
  const call = fn && wrapped(fn).parent;
  return call !== undefined && ts.isCallExpression(call)
    ? accessedName(call.expression)
    : undefined;
}

/** Whether an expression is what a callback of `reduce` was given for the results before: it goes on to the next. */
function isAccumulator(expression: ts.Expression): boolean {
  const fn = enclosingFunction(expression);
  return (
    fn !== undefined &&
    ts.isFunctionLike(fn) &&
    /^reduce(?:Right)?$/u.test(methodAround(expression) ?? '') &&
    fn.parameters[0]?.name.getText() === expression.getText()
  );
}

function logicalBranch(
  parent: ts.BinaryExpression,
  whenTrue: SettledStatus,
): RejectedBranch {
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      // `status === 'fulfilled' && …`: where the whole holds, so does the part.
      return branchOf(parent, whenTrue);
    case ts.SyntaxKind.BarBarToken:
      // `status !== 'fulfilled' || …`: where the whole does not hold, neither does the part.
      return whenTrue === 'rejected' ? branchOf(parent, whenTrue) : 'looked-at';
    default:
      return 'looked-at';
  }
}

function ifBranch(
  statement: ts.IfStatement,
  whenTrue: SettledStatus,
): RejectedBranch {
  const { thenStatement, elseStatement } = statement;
  if (whenTrue === 'rejected') {
    return doesNothing(thenStatement) ? 'passed-over' : 'noticed';
  }
  if (elseStatement !== undefined || !leaves(thenStatement)) {
    return passedOver(elseStatement === undefined ? [] : [elseStatement]);
  }
  const block = statement.parent;
  const statements = ts.isBlock(block) ? block.statements : [];
  return passedOver(
    statements.slice(statements.findIndex((each) => each === statement) + 1),
  );
}

function passedOver(statements: readonly ts.Statement[]): RejectedBranch {
  return statements.every(doesNothing) ? 'passed-over' : 'looked-at';
}

/** Whether a statement does nothing but to go on to the next result. */
function doesNothing(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) {
    return statement.statements.every(doesNothing);
  }
  if (ts.isReturnStatement(statement)) {
    // A callback goes on with the next result; a function ends, which its callers may tell.
    return (
      (statement.expression === undefined || isNothing(statement.expression)) &&
      isCallback(statement)
    );
  }
  return ts.isContinueStatement(statement) || ts.isEmptyStatement(statement);
}

function isCallback(statement: ts.Statement): boolean {
  const fn = enclosingFunction(statement);
  return (
    fn !== undefined &&
    (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) &&
    ts.isCallExpression(wrapped(fn).parent)
  );
}

function leaves(branch: ts.Statement): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  return (
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isContinueStatement(last) ||
      ts.isThrowStatement(last))
  );
}

/** Whether a `switch` on a status, or anything else that is done with it, looks at the rejected results; `undefined` never. */
export function switchLooksAtRejected(status: ts.Node): RejectedBranch {
  const { parent } = wrapped(status);
  if (!ts.isSwitchStatement(parent)) {
    return 'looked-at';
  }
  const { clauses } = parent.caseBlock;
  return clauses.every((clause) => {
    const isFulfilled =
      ts.isCaseClause(clause) &&
      ts.isStringLiteralLike(clause.expression) &&
      clause.expression.text === 'fulfilled';
    return (
      isFulfilled ||
      clause.statements.every(
        (statement) => ts.isBreakStatement(statement) || doesNothing(statement),
      )
    );
  })
    ? 'passed-over'
    : 'looked-at';
}

/** Whether an expression is as good as nothing: `null`, `[]`, `0`, `new Map()`, `Array(n).fill([])`. */
export function isNothing(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  switch (node.kind) {
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.FalseKeyword:
      return true;
  }
  if (ts.isIdentifier(node)) {
    return node.text === 'undefined';
  }
  if (ts.isVoidExpression(node)) {
    return ts.isNumericLiteral(node.expression);
  }
  if (ts.isNumericLiteral(node) || ts.isStringLiteralLike(node)) {
    return node.text === '0' || node.text === '';
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.every(isNothing);
  }
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.length === 0;
  }
  if (ts.isNewExpression(node)) {
    return (
      /^(?:Map|Set|Array)$/u.test(node.expression.getText()) &&
      (node.arguments ?? []).length === 0
    );
  }
  return ts.isCallExpression(node) && isFilledWithNothing(node);
}

/** `Array(n).fill([])`. */
function isFilledWithNothing(call: ts.CallExpression): boolean {
  const callee = unwrap(call.expression);
  const [first] = call.arguments;
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'fill' &&
    /^(?:new )?Array\(/u.test(callee.expression.getText()) &&
    first !== undefined &&
    isNothing(first)
  );
}
