import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import type { PromiseStart } from './kept-promises.ts';
import { callsIn } from './running-promises.ts';
import { leavesAtEnd } from '../language/returns.ts';
import { unwrap, isWithin } from '../language/syntax.ts';

/** What is known of a condition after the start: what looks for the promise finds it, and conditions around the start hold. */
export function knownValueOf(
  start: PromiseStart,
  condition: ts.Expression,
): boolean | undefined {
  const node = unwrap(condition);
  if (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.ExclamationToken
  ) {
    const value = knownValueOf(start, node.operand);
    return value === undefined ? undefined : !value;
  }
  if (isPresence(start, node) || isPromiseTest(start, node)) {
    return true;
  }
  if (
    ts.isBinaryExpression(node) &&
    isPresence(start, unwrap(node.left)) &&
    /^(?:undefined|null|0)$/u.test(node.right.getText())
  ) {
    return PRESENT_BY.get(node.operatorToken.kind);
  }
  return (
    logicalValue(start, node) ??
    assumedBy(start, node.getText()) ??
    nextTurnValue(start, node) ??
    firstTurnValue(start, node)
  );
}

/** `kept instanceof Promise`. */
function isPromiseTest(start: PromiseStart, node: ts.Expression): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    isPresence(start, unwrap(node.left)) &&
    node.right.getText() === 'Promise'
  );
}

/** `a || b` holds where one of them does, `a && b` does not where one of them does not. */
function logicalValue(
  start: PromiseStart,
  node: ts.Expression,
): boolean | undefined {
  if (!ts.isBinaryExpression(node)) {
    return undefined;
  }
  const { kind } = node.operatorToken;
  if (
    kind !== ts.SyntaxKind.BarBarToken &&
    kind !== ts.SyntaxKind.AmpersandAmpersandToken
  ) {
    return undefined;
  }
  const decisive = kind === ts.SyntaxKind.BarBarToken;
  const values = [node.left, node.right].map((side) =>
    knownValueOf(start, side),
  );
  if (values.includes(decisive)) {
    return decisive;
  }
  return values.includes(undefined) ? undefined : !decisive;
}

const PRESENT_BY: ReadonlyMap<ts.SyntaxKind, boolean> = new Map([
  [ts.SyntaxKind.EqualsEqualsToken, false],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, false],
  [ts.SyntaxKind.ExclamationEqualsToken, true],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, true],
  [ts.SyntaxKind.GreaterThanToken, true],
]);

/** Whether an expression is the promise or array itself, or its length. */
function isPresence({ name }: PromiseStart, node: ts.Expression): boolean {
  const kept =
    ts.isPropertyAccessExpression(node) && node.name.text === 'length'
      ? unwrap(node.expression)
      : node;
  return ts.isIdentifier(kept) && kept.text === name.text;
}

/** What a condition was on the way to the start, by its text: around it, or where control would have left before it. */
function assumedBy(
  { expression, region }: PromiseStart,
  text: string,
): boolean | undefined {
  const [call, ...others] = callsIn(unwrap(expression));
  let child: ts.Node = others.length === 0 ? (call ?? expression) : expression;
  while (child !== region && !ts.isSourceFile(child)) {
    const { parent }: ts.Node = child;
    const value = branchValue(parent, child, text) ?? guardValue(child, text);
    if (value !== undefined) {
      return value;
    }
    child = parent;
  }
  return undefined;
}

/** What a condition is in a branch that hangs on it. */
function branchValue(
  parent: ts.Node,
  branch: ts.Node,
  text: string,
): boolean | undefined {
  if (ts.isIfStatement(parent) && branch !== parent.expression) {
    return impliedBy(parent.expression, branch === parent.thenStatement, text);
  }
  if (ts.isConditionalExpression(parent) && branch !== parent.condition) {
    return impliedBy(parent.condition, branch === parent.whenTrue, text);
  }
  if (ts.isBinaryExpression(parent) && branch === parent.right) {
    const { kind } = parent.operatorToken;
    return kind === ts.SyntaxKind.AmpersandAmpersandToken ||
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.QuestionQuestionToken
      ? impliedBy(
          parent.left,
          kind === ts.SyntaxKind.AmpersandAmpersandToken,
          text,
        )
      : undefined;
  }
  // The last turn of a loop over a list comes, whatever the turn of the start.
  return ts.isForStatement(parent) && branch === parent.statement
    ? lastTurnValue(parent, text)
    : undefined;
}

/** What a condition is behind a statement that leaves where it is otherwise: `if (!isReady) return;`. */
function guardValue(statement: ts.Node, text: string): boolean | undefined {
  if (!ts.isStatement(statement) || !ts.isBlock(statement.parent)) {
    return undefined;
  }
  const { statements } = statement.parent;
  for (const guard of statements.slice(0, statements.indexOf(statement))) {
    const value =
      ts.isIfStatement(guard) && leavesAtEnd(guard.thenStatement)
        ? impliedBy(guard.expression, false, text)
        : undefined;
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

/** What a condition with a given text is where another one has a given truth: that one itself, its opposite, an operand. */
function impliedBy(
  condition: ts.Expression,
  truth: boolean,
  text: string,
): boolean | undefined {
  const node = unwrap(condition);
  if (node.getText() === text) {
    return truth;
  }
  if (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.ExclamationToken
  ) {
    return impliedBy(node.operand, !truth, text);
  }
  const decomposes = truth
    ? ts.SyntaxKind.AmpersandAmpersandToken
    : ts.SyntaxKind.BarBarToken;
  return ts.isBinaryExpression(node) && node.operatorToken.kind === decomposes
    ? (impliedBy(node.left, truth, text) ?? impliedBy(node.right, truth, text))
    : undefined;
}

function lastTurnValue(
  { initializer }: ts.ForStatement,
  text: string,
): boolean | undefined {
  const counter =
    initializer !== undefined && ts.isVariableDeclarationList(initializer)
      ? initializer.declarations[0]?.name.getText()
      : undefined;
  return counter !== undefined &&
    text.startsWith(`${counter} ==`) &&
    text.endsWith('.length - 1')
    ? true
    : undefined;
}

/** The condition of a counting loop, of which the start knows that it holds in the next turn: `i + 1 < n` for `i < n`. */
function nextTurnValue(
  start: PromiseStart,
  condition: ts.Expression,
): true | undefined {
  const loop = condition.parent;
  if (
    !ts.isForStatement(loop) ||
    !ts.isBinaryExpression(condition) ||
    condition.operatorToken.kind !== ts.SyntaxKind.LessThanToken
  ) {
    return undefined;
  }
  const counter = condition.left.getText();
  const end = condition.right.getText();
  const isCounted = [`${counter}++`, `++${counter}`, `${counter} += 1`].some(
    (text) => text === loop.incrementor?.getText(),
  );
  const isNext = [`${counter} + 1 < ${end}`, `${counter} < ${end} - 1`].some(
    (text) => assumedBy(start, text) === true,
  );
  return isCounted && isNext ? true : undefined;
}

/** The condition of a loop that starts the next one under the same name in each turn: who starts the first one before counts on a first turn. */
function firstTurnValue(
  { name, expression }: PromiseStart,
  condition: ts.Expression,
): true | undefined {
  const loop = condition.parent;
  return (ts.isForStatement(loop) || ts.isWhileStatement(loop)) &&
    !isWithin(expression, loop) &&
    startsAgain(loop.statement, name.text)
    ? true
    : undefined;
}

function startsAgain(code: ts.Node, name: string): boolean {
  return (
    (ts.isBinaryExpression(code) &&
      code.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isIdentifier(code.left) &&
      code.left.text === name &&
      callsIn(unwrap(code.right)).length > 0) ||
    (ts.forEachChild(code, (child) => startsAgain(child, name) || undefined) ??
      false)
  );
}

/** Whether the cases of a `switch` cover every value that the type of what it looks at has. */
export function isExhaustive(
  checker: ts.TypeChecker,
  { expression, caseBlock }: ts.SwitchStatement,
): boolean {
  const covered = caseBlock.clauses.flatMap((clause) =>
    ts.isCaseClause(clause)
      ? [checker.getTypeAtLocation(clause.expression)]
      : [],
  );
  return unionConstituents(checker.getTypeAtLocation(expression)).every(
    (part) =>
      (part.flags & ts.TypeFlags.Unit) !== 0 &&
      covered.some(
        (type) =>
          (type.flags & ts.TypeFlags.Unit) !== 0 &&
          checker.isTypeAssignableTo(part, type),
      ),
  );
}
