import ts from 'typescript';

import { functionOf } from './callees.ts';
import { Mentions, rootOf } from './settled-mentions.ts';
import { returnedExpressions } from './settled-origins.ts';
import {
  isSettledStatus,
  opposite,
  type SettledStatus,
  statusOfType,
} from './settled-types.ts';
import { accessedName, type FunctionWithBody, unwrap } from './syntax.ts';

/** What code says of a settled result's status; `unknown` where it looks at the results in a way that is not understood. */
export type Claim = SettledStatus | 'unknown';

/** The results that a condition is asked about. */
export interface Subject {
  program: ts.Program;
  mentions: Mentions;
  /** Whether an expression stands for the very result in question. */
  isResult: (node: ts.Expression) => boolean;
}

const EQUAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
]);

const UNEQUAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** A comparison of two expressions for equality, and whether it is negated; `undefined` where the node is none. */
export function equalityOf(
  node: ts.Node,
): { left: ts.Expression; right: ts.Expression; isEqual: boolean } | undefined {
  if (!ts.isBinaryExpression(node)) {
    return undefined;
  }
  const { kind } = node.operatorToken;
  return EQUAL.has(kind) || UNEQUAL.has(kind)
    ? { left: node.left, right: node.right, isEqual: EQUAL.has(kind) }
    : undefined;
}

/** What a condition says of the results where it has a given truth; `undefined` where it does not look at them. */
export function claimOf(
  subject: Subject,
  condition: ts.Expression,
  truth: boolean,
): Claim | undefined {
  const node = unwrap(condition);
  if (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.ExclamationToken
  ) {
    return claimOf(subject, node.operand, !truth);
  }
  const claim =
    comparisonClaim(subject, node, truth) ??
    logicalClaim(subject, node, truth) ??
    callClaim(subject, node, truth) ??
    aliasClaim(subject, node, truth);
  return claim ?? (subject.mentions.isIn(condition) ? 'unknown' : undefined);
}

/** What a callback such as that of `filter` says of the results that it accepts; `undefined` where it does not look at them. */
export function acceptedBy(
  program: ts.Program,
  test: ts.Expression,
): Claim | undefined {
  return testClaim(program, test, true);
}

function testClaim(
  program: ts.Program,
  test: ts.Expression,
  truth: boolean,
): Claim | undefined {
  const fn = functionOf(program, test);
  if (fn !== undefined) {
    return bodyClaim(program, fn, truth);
  }
  const node = unwrap(test);
  if (ts.isIdentifier(node) && node.text === 'Boolean') {
    return undefined;
  }
  return typePredicateClaim(program, node, truth) ?? 'unknown';
}

/** What a test's body says of the result that it is given. */
export function bodyClaim(
  program: ts.Program,
  fn: FunctionWithBody,
  truth: boolean,
): Claim | undefined {
  const checker = program.getTypeChecker();
  const [parameter] = fn.parameters;
  if (parameter === undefined) {
    return undefined;
  }
  const names = boundSymbols(checker, parameter.name);
  const mentions = new Mentions(checker, names);
  const subject: Subject = {
    program,
    mentions,
    isResult: (node) => {
      const root = rootOf(node);
      const symbol = root && mentions.symbolOf(root);
      return symbol !== undefined && names.has(symbol);
    },
  };
  const [returned, ...others] = returnedExpressions(fn);
  const isOneExpression =
    !ts.isBlock(fn.body) ||
    fn.body.statements.every(
      (statement) =>
        ts.isReturnStatement(statement) || ts.isVariableStatement(statement),
    );
  if (returned !== undefined && others.length === 0 && isOneExpression) {
    return claimOf(subject, returned, truth);
  }
  return mentions.isIn(fn.body) ? 'unknown' : undefined;
}

function boundSymbols(
  checker: ts.TypeChecker,
  name: ts.BindingName,
): Set<ts.Symbol> {
  if (ts.isIdentifier(name)) {
    const symbol = checker.getSymbolAtLocation(name);
    return new Set(symbol === undefined ? [] : [symbol]);
  }
  return new Set(
    name.elements.flatMap((element) =>
      ts.isBindingElement(element)
        ? [...boundSymbols(checker, element.name)]
        : [],
    ),
  );
}

function typePredicateClaim(
  program: ts.Program,
  test: ts.Expression,
  truth: boolean,
): Claim | undefined {
  const checker = program.getTypeChecker();
  const [signature] = checker.getTypeAtLocation(test).getCallSignatures();
  const type =
    signature && checker.getTypePredicateOfSignature(signature)?.type;
  const status = type && statusOfType(program, type);
  if (status !== 'fulfilled' && status !== 'rejected') {
    return undefined;
  }
  return truth ? status : opposite(status);
}

function comparisonClaim(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Claim | undefined {
  const equality = equalityOf(node);
  if (equality === undefined) {
    return lengthClaim(subject, node, truth);
  }
  const { left, right, isEqual } = equality;
  const [status, literal] = ts.isStringLiteralLike(left)
    ? [right, left]
    : [left, right];
  if (!ts.isStringLiteralLike(literal)) {
    return lengthClaim(subject, node, truth);
  }
  if (!isSettledStatus(literal.text) || !isStatusOf(subject, unwrap(status))) {
    return undefined;
  }
  return isEqual === truth ? literal.text : opposite(literal.text);
}

/** Whether an expression is the status of the result in question, read from it or destructured. */
function isStatusOf(subject: Subject, node: ts.Expression): boolean {
  if (accessedName(node) === 'status') {
    return subject.isResult((node as ts.AccessExpression).expression);
  }
  const declaration =
    ts.isIdentifier(node) &&
    subject.mentions.checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration || !ts.isBindingElement(declaration)) {
    return false;
  }
  const key = declaration.propertyName ?? declaration.name;
  const taken = declaration.parent.parent;
  return (
    ts.isIdentifier(key) &&
    key.text === 'status' &&
    (subject.isResult(node) ||
      (ts.isVariableDeclaration(taken) &&
        taken.initializer !== undefined &&
        subject.isResult(taken.initializer)))
  );
}

function logicalClaim(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Claim | undefined {
  if (!ts.isBinaryExpression(node)) {
    return undefined;
  }
  const { kind } = node.operatorToken;
  const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken;
  if (!isAnd && kind !== ts.SyntaxKind.BarBarToken) {
    return undefined;
  }
  const left = claimOf(subject, node.left, truth);
  const right = claimOf(subject, node.right, truth);
  if (isAnd === truth) {
    // Both operands have this truth, so that each claim holds.
    return left === undefined || left === 'unknown' ? (right ?? left) : left;
  }
  return left === right ? left : 'unknown';
}

/** `all.some(test)`, `all.every(test)`, `all.find(test)` and `isFulfilled(result)`. */
function callClaim(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Claim | undefined {
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const [first] = node.arguments;
  if (first === undefined) {
    return undefined;
  }
  const callee = unwrap(node.expression);
  const name = accessedName(callee);
  if (name === undefined) {
    return subject.isResult(first)
      ? testClaim(subject.program, callee, truth)
      : undefined;
  }
  if (!isWhole(subject, (callee as ts.AccessExpression).expression)) {
    return undefined;
  }
  if (name === 'every') {
    return truth ? testClaim(subject.program, first, true) : 'unknown';
  }
  if (name === 'some' || name === 'find' || name === 'findLast') {
    return truth ? 'unknown' : testClaim(subject.program, first, false);
  }
  return undefined;
}

/** Whether an expression names all the results that the one in question is among. */
function isWhole({ mentions }: Subject, node: ts.Expression): boolean {
  const root = unwrap(node);
  const symbol = ts.isIdentifier(root) ? mentions.symbolOf(root) : undefined;
  return symbol !== undefined && mentions.names.has(symbol);
}

/** `failed.length > 0`, `failed.length === 0`, `ok.length === all.length` and the bare `failed.length`. */
function lengthClaim(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Claim | undefined {
  const bare = chosenIn(subject, node);
  if (bare !== undefined) {
    return truth ? 'unknown' : testClaim(subject.program, bare, false);
  }
  if (!ts.isBinaryExpression(node)) {
    return undefined;
  }
  const { left, right, operatorToken } = node;
  const test = chosenIn(subject, unwrap(left));
  if (test === undefined) {
    return undefined;
  }
  const isNone = emptinessOf(operatorToken.kind, right);
  if (isNone !== undefined) {
    return isNone === truth
      ? testClaim(subject.program, test, false)
      : 'unknown';
  }
  const isEqual = equalityOf(node)?.isEqual;
  return accessedName(right) === 'length' &&
    isWhole(subject, (right as ts.AccessExpression).expression) &&
    isEqual === truth
    ? testClaim(subject.program, test, true)
    : 'unknown';
}

/** Whether a comparison of a length is true just where the length is zero (`true`) or just where it is not (`false`). */
function emptinessOf(
  operator: ts.SyntaxKind,
  right: ts.Expression,
): boolean | undefined {
  if (!ts.isNumericLiteral(right)) {
    return undefined;
  }
  if (right.text === '0') {
    return EQUAL.has(operator)
      ? true
      : UNEQUAL.has(operator) || operator === ts.SyntaxKind.GreaterThanToken
        ? false
        : undefined;
  }
  return right.text === '1' && operator === ts.SyntaxKind.GreaterThanEqualsToken
    ? false
    : undefined;
}

/** The test of `all.filter(test).length`, where what it accepts may have a name of its own. */
function chosenIn(
  subject: Subject,
  node: ts.Expression,
): ts.Expression | undefined {
  if (accessedName(node) !== 'length') {
    return undefined;
  }
  const list = unwrap((node as ts.AccessExpression).expression);
  const call = ts.isIdentifier(list) ? initializerOf(subject, list) : list;
  if (call === undefined || !ts.isCallExpression(call)) {
    return undefined;
  }
  const callee = unwrap(call.expression);
  return accessedName(callee) === 'filter' &&
    isWhole(subject, (callee as ts.AccessExpression).expression)
    ? call.arguments[0]
    : undefined;
}

function aliasClaim(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Claim | undefined {
  const initializer = ts.isIdentifier(node)
    ? initializerOf(subject, node)
    : undefined;
  // An initialiser stands before the name that it is for, so that this ends.
  return initializer !== undefined && initializer.end < node.pos
    ? claimOf(subject, initializer, truth)
    : undefined;
}

function initializerOf(
  { mentions }: Subject,
  name: ts.Identifier,
): ts.Expression | undefined {
  const symbol = mentions.symbolOf(name);
  const declaration = symbol?.valueDeclaration;
  return symbol !== undefined &&
    !mentions.names.has(symbol) &&
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.getSourceFile() === name.getSourceFile() &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
    ? declaration.initializer && unwrap(declaration.initializer)
    : undefined;
}
