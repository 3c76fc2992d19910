import ts from 'typescript';

import { calleeOf } from './callees.ts';
import {
  type Claim,
  claimOf,
  equalityOf,
  type Subject,
} from './settled-claims.ts';
import { conditionAbove } from './settled-mentions.ts';
import { accessedName, unwrap } from './syntax.ts';

/** Names of functions that throw where what they are given is not as it should be. */
const ASSERTS =
  /assert|check|ensure|expect|fail|guard|invariant|must|raise|require|should|throw|validate|verify|^(?:chai|t|tap|test)$/iu;

const MATCHES_EXACTLY: ReadonlySet<string> = new Set([
  'eq',
  'eql',
  'equal',
  'equals',
  'is',
  'strictEqual',
  'toBe',
  'toEqual',
  'toStrictEqual',
]);

/**
 * What the code around a node says of the results that reach it: conditions that it stands under, and
 * statements before it that leave where a result is not as it should be.
 */
export function claimsAround(subject: Subject, node: ts.Node): Claim[] {
  const claims: (Claim | undefined)[] = [];
  for (
    let current = node;
    !ts.isSourceFile(current);
    current = current.parent
  ) {
    claims.push(claimAbove(subject, current));
    for (const statement of statementsBefore(current)) {
      claims.push(...claimsAfter(subject, statement));
    }
  }
  return claims.filter((claim) => claim !== undefined);
}

/** Whether an assertion looks at a node, as in `expect(result.reason).toBe(error)`: it fails where the status is wrong. */
export function isAsserted(node: ts.Node): boolean {
  for (
    let current = node;
    ts.isExpression(current) && !ts.isFunctionLike(current);
    current = current.parent
  ) {
    const { parent } = current;
    if (
      ts.isCallExpression(parent) &&
      parent.expression !== current &&
      isAssertion(parent)
    ) {
      return true;
    }
  }
  return false;
}

function claimAbove(subject: Subject, node: ts.Node): Claim | undefined {
  const { parent } = node;
  if (ts.isCaseOrDefaultClause(parent)) {
    const selected = parent.parent.parent.expression;
    return subject.mentions.isIn(selected) ||
      parent.parent.clauses.some(
        (clause) =>
          ts.isCaseClause(clause) && subject.mentions.isIn(clause.expression),
      )
      ? 'unknown'
      : undefined;
  }
  if (ts.isCallExpression(parent) && parent.expression !== node) {
    return chosenBefore(subject, parent) ? 'unknown' : undefined;
  }
  const condition = conditionAbove(node);
  if (condition === undefined || ts.isSwitchStatement(parent)) {
    return undefined;
  }
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return kind === ts.SyntaxKind.QuestionQuestionToken
      ? undefined
      : claimOf(
          subject,
          condition,
          kind === ts.SyntaxKind.AmpersandAmpersandToken,
        );
  }
  const isElse =
    (ts.isIfStatement(parent) && parent.elseStatement === node) ||
    (ts.isConditionalExpression(parent) && parent.whenFalse === node);
  return claimOf(subject, condition, !isElse);
}

/** Whether a callback gets what was chosen by looking at the results: `ids.filter((id, i) => results[i].status …).map(…)`. */
function chosenBefore(subject: Subject, call: ts.CallExpression): boolean {
  let callee = unwrap(call.expression);
  while (ts.isPropertyAccessExpression(callee)) {
    const receiver = unwrap(callee.expression);
    if (!ts.isCallExpression(receiver)) {
      return false;
    }
    if (
      receiver.arguments.some(
        (argument) =>
          ts.isFunctionLike(unwrap(argument)) &&
          subject.mentions.isIn(argument),
      )
    ) {
      return true;
    }
    callee = unwrap(receiver.expression);
  }
  return false;
}

function statementsBefore(node: ts.Node): readonly ts.Statement[] {
  const { parent } = node;
  if (
    ts.isBlock(parent) ||
    ts.isSourceFile(parent) ||
    ts.isModuleBlock(parent) ||
    ts.isCaseOrDefaultClause(parent)
  ) {
    const statements: readonly ts.Node[] = parent.statements;
    return parent.statements.slice(0, Math.max(0, statements.indexOf(node)));
  }
  return [];
}

/** What holds after a statement, since it leaves or throws where it does not. */
function claimsAfter(subject: Subject, statement: ts.Statement): Claim[] {
  const { mentions } = subject;
  if (
    ts.isIfStatement(statement) &&
    statement.elseStatement === undefined &&
    isExit(statement.thenStatement)
  ) {
    const claim = claimOf(subject, statement.expression, false);
    return claim === undefined ? [] : [claim];
  }
  const claims: Claim[] = [];

  const visit = (node: ts.Node, isTested: boolean, isNested: boolean): void => {
    if (ts.isFunctionDeclaration(node) || ts.isClassLike(node)) {
      return;
    }
    if (isTested && leaves(node, isNested)) {
      claims.push('unknown');
    }
    if (ts.isCallExpression(node)) {
      claims.push(...callClaims(subject, node, isTested));
    }
    if (
      (ts.isWhileStatement(node) || ts.isDoStatement(node)) &&
      mentions.isIn(node.expression)
    ) {
      claims.push('unknown');
    }
    const nested = isNested || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => {
      const condition = conditionAbove(child);
      const tests = condition !== undefined && mentions.isIn(condition);
      visit(child, isTested || tests, nested);
    });
  };

  visit(statement, false, false);
  return claims;
}

/** Whether a statement always leaves: its last one throws, returns, continues or breaks. */
function isExit(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && leaves(last, false);
}

function leaves(node: ts.Node, isNested: boolean): boolean {
  return (
    ts.isThrowStatement(node) ||
    (!isNested &&
      (ts.isReturnStatement(node) ||
        ts.isContinueStatement(node) ||
        ts.isBreakStatement(node)))
  );
}

function callClaims(
  subject: Subject,
  call: ts.CallExpression,
  isTested: boolean,
): Claim[] {
  const { checker } = subject.mentions;
  if (isTested) {
    const { flags } = checker.getTypeAtLocation(call);
    return flags & ts.TypeFlags.Never ? ['unknown'] : [];
  }
  const isGiven = call.arguments.some((argument) =>
    subject.mentions.isIn(argument),
  );
  if (!isGiven) {
    return [];
  }
  if (isAssertion(call)) {
    return [assertedBy(subject, call) ?? 'unknown'];
  }
  const callee = calleeOf(subject.program, call);
  return callee !== undefined && containsThrow(callee.body) ? ['unknown'] : [];
}

/** Whether any name in a call's callee is that of an assertion: `expect(…).toBe`, `assert.equal`, `throwIfRejected`. */
function isAssertion(call: ts.CallExpression): boolean {
  let callee = unwrap(call.expression);
  for (;;) {
    const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
    if (name !== undefined && ASSERTS.test(name)) {
      return true;
    }
    if (
      !ts.isPropertyAccessExpression(callee) &&
      !ts.isElementAccessExpression(callee) &&
      !ts.isCallExpression(callee)
    ) {
      return false;
    }
    callee = unwrap(callee.expression);
  }
}

/** `assert(condition)`, `assert.equal(result.status, 'rejected')` and `expect(result.status).toBe('rejected')`. */
function assertedBy(
  subject: Subject,
  call: ts.CallExpression,
): Claim | undefined {
  const [actual, expected] = call.arguments;
  if (actual === undefined) {
    return undefined;
  }
  const name = accessedName(unwrap(call.expression));
  if (expected !== undefined && MATCHES_EXACTLY.has(name ?? '')) {
    return statusClaim(subject, actual, expected);
  }
  const matcher = call.parent;
  if (
    ts.isPropertyAccessExpression(matcher) &&
    MATCHES_EXACTLY.has(matcher.name.text) &&
    ts.isCallExpression(matcher.parent) &&
    matcher.parent.arguments[0] !== undefined
  ) {
    return statusClaim(subject, actual, matcher.parent.arguments[0]);
  }
  return equalityOf(unwrap(actual)) === undefined
    ? undefined
    : claimOf(subject, actual, true);
}

function statusClaim(
  subject: Subject,
  actual: ts.Expression,
  expected: ts.Expression,
): Claim | undefined {
  const status = unwrap(actual);
  return accessedName(status) === 'status' &&
    ts.isStringLiteralLike(expected) &&
    (expected.text === 'fulfilled' || expected.text === 'rejected') &&
    subject.isResult((status as ts.AccessExpression).expression)
    ? expected.text
    : undefined;
}

function containsThrow(node: ts.Node): boolean {
  return (
    ts.isThrowStatement(node) ||
    (!ts.isFunctionDeclaration(node) &&
      (ts.forEachChild(node, (child) => containsThrow(child) || undefined) ??
        false))
  );
}
