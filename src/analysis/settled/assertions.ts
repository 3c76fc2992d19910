import ts from 'typescript';

import { takesElements } from '../language/list-callbacks.ts';
import { claimOf, type Subject } from './claims.ts';
import { type Claim, isSettledStatus } from './types.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { calledNameOf } from '../language/words.ts';

/** Names of functions that throw where what they are given is not as it should be. */
const ASSERTS =
  /assert|check|ensure|expect|fail|guard|invariant|must|raise|require|should|throw|validate|verify|^(?:chai|t|tap|test)$/iu;

/** Assertions that fail where what they are given does not hold; others, such as `assert.isFalse` and `failIf`, where it does. */
const HOLDS: ReadonlySet<string> = new Set([
  'assert',
  'assertTrue',
  'check',
  'ensure',
  'invariant',
  'isOk',
  'isTrue',
  'must',
  'ok',
  'require',
  'strict',
  'true',
  'truthy',
  'validate',
  'verify',
]);

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

/** Whether any name in a call's callee is that of an assertion: `expect(…).toBe`, `assert.equal`, `throwIfRejected`. That of a list, as in `failed.map(…)`, is none. */
export function isAssertion(call: ts.CallExpression): boolean {
  let callee = unwrap(call.expression);
  if (takesElements(accessedName(callee))) {
    return false;
  }
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

/** Whether an assertion looks at a node, as in `expect(result.reason).toBe(error)` and `expect(results.map((r) => r.value))`: it fails where the status is wrong. */
export function isAsserted(node: ts.Node): boolean {
  for (
    let current = node;
    ts.isExpression(current) || ts.isObjectLiteralElement(current);
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

/** What an assertion that looks at the results says of them: `assert(condition)`, `assert.equal(result.status, 'rejected')`, `expect(result.status).toBe('rejected')`. */
export function assertedBy(subject: Subject, call: ts.CallExpression): Claim {
  const [actual, expected] = call.arguments;
  if (actual === undefined) {
    return 'unknown';
  }
  if (expected !== undefined && isExactMatcher(call.expression)) {
    return statusClaim(subject, actual, expected) ?? 'unknown';
  }
  const matcher = call.parent.parent;
  if (
    isExactMatcher(call.parent) &&
    ts.isCallExpression(matcher) &&
    matcher.arguments[0] !== undefined
  ) {
    return statusClaim(subject, actual, matcher.arguments[0]) ?? 'unknown';
  }
  return HOLDS.has(calledNameOf(call) ?? '') &&
    accessedName(call.parent) === undefined
    ? (claimOf(subject, actual, true) ?? 'unknown')
    : 'unknown';
}

function isExactMatcher(node: ts.Node): boolean {
  return MATCHES_EXACTLY.has(accessedName(node) ?? '');
}

function statusClaim(
  subject: Subject,
  actual: ts.Expression,
  expected: ts.Expression,
): Claim | undefined {
  const status = unwrap(actual);
  return accessedName(status) === 'status' &&
    ts.isStringLiteralLike(expected) &&
    isSettledStatus(expected.text) &&
    subject.isResult((status as ts.AccessExpression).expression)
    ? expected.text
    : undefined;
}
