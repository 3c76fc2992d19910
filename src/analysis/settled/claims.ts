import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { equalityOf } from '../language/conditions.ts';
import { returnedExpressions } from '../language/returns.ts';
import { Mentions, rootOf } from './mentions.ts';
import { initialiserOf, quantifierOf } from './quantifiers.ts';
import {
  allHold,
  type Claim,
  isSettledProperty,
  isSettledStatus,
  opposite,
  STATUS_WITH,
  statusOfType,
} from './types.ts';
import {
  boundNames,
  accessedName,
  type FunctionWithBody,
  unwrap,
} from '../language/syntax.ts';

/** The results that a condition is asked about. */
export interface Subject {
  program: ts.Program;
  mentions: Mentions;
  /** Whether an expression stands for the very result in question. */
  isResult: (node: ts.Expression) => boolean;
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
  const quantifier = quantifierOf(subject, node, truth);
  if (quantifier === 'at-least-one') {
    return undefined;
  }
  const claim =
    comparisonClaim(subject, node, truth) ??
    presenceClaim(subject, node, truth) ??
    logicalClaim(subject, node, truth) ??
    predicateClaim(subject, node, truth) ??
    (typeof quantifier === 'object'
      ? testClaim(subject.program, quantifier.test, quantifier.truth)
      : quantifier) ??
    aliasClaim(subject, node, truth);
  return claim ?? (subject.mentions.isIn(condition) ? 'unknown' : undefined);
}

/** What a callback such as that of `filter` says of the results that it answers with a given truth; `undefined` where it does not look at them. */
export function testClaim(
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
  const [returned] = returnedExpressions(fn);
  const isOneExpression =
    !ts.isBlock(fn.body) ||
    fn.body.statements.every(
      (statement) =>
        ts.isReturnStatement(statement) || ts.isVariableStatement(statement),
    );
  if (returned !== undefined && isOneExpression) {
    return claimOf(subject, returned, truth);
  }
  return mentions.isIn(fn.body) ? 'unknown' : undefined;
}

function boundSymbols(
  checker: ts.TypeChecker,
  name: ts.BindingName,
): Set<ts.Symbol> {
  return new Set(
    boundNames(name).flatMap((each) => checker.getSymbolAtLocation(each) ?? []),
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
    return undefined;
  }
  const { left, right, isEqual } = equality;
  const [status, literal] = ts.isStringLiteralLike(left)
    ? [right, left]
    : [left, right];
  return ts.isStringLiteralLike(literal) &&
    isSettledStatus(literal.text) &&
    isStatusOf(subject, unwrap(status))
    ? isEqual === truth
      ? literal.text
      : opposite(literal.text)
    : undefined;
}

/** `'reason' in result`: a settled result has the one property or the other (ECMA-262, 27.2.4.2.2 and 27.2.4.2.3). */
function presenceClaim(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Claim | undefined {
  if (
    !ts.isBinaryExpression(node) ||
    node.operatorToken.kind !== ts.SyntaxKind.InKeyword ||
    !ts.isStringLiteralLike(node.left) ||
    !isSettledProperty(node.left.text) ||
    !subject.isResult(node.right)
  ) {
    return undefined;
  }
  const status = STATUS_WITH[node.left.text];
  return truth ? status : opposite(status);
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
  const claims = [
    claimOf(subject, node.left, truth),
    claimOf(subject, node.right, truth),
  ];
  if (isAnd === truth) {
    // Both operands have this truth, so that each claim holds.
    return allHold(claims);
  }
  const [left, right] = claims;
  return left === right ? left : 'unknown';
}

/** `isFulfilled(result)`. */
function predicateClaim(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Claim | undefined {
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const [first] = node.arguments;
  const callee = unwrap(node.expression);
  return first !== undefined &&
    accessedName(callee) === undefined &&
    subject.isResult(first)
    ? testClaim(subject.program, callee, truth)
    : undefined;
}

/** `const isOk = result.status === 'fulfilled'; if (isOk) …`. */
function aliasClaim(
  subject: Subject,
  node: ts.Expression,
  truth: boolean,
): Claim | undefined {
  const initialiser = initialiserOf(subject, node);
  // An initialiser stands before the name that it is for, so that this ends.
  return initialiser !== undefined && initialiser.end <= node.pos
    ? claimOf(subject, initialiser, truth)
    : undefined;
}
