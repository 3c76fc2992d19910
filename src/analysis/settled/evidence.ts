import ts from 'typescript';

import { calleeOf } from '../language/callees.ts';
import { conditionAbove, guardAbove } from '../language/conditions.ts';
import { leavesAtEnd } from '../language/returns.ts';
import { assertedBy, isAssertion } from './assertions.ts';
import { claimOf, type Subject } from './claims.ts';
import type { Claim } from './types.ts';
import { accessedName, unwrap } from '../language/syntax.ts';

/** Methods whose callback chooses what those after them in a chain get. */
const CHOOSES: ReadonlySet<string> = new Set([
  'filter',
  'find',
  'findLast',
  'flatMap',
]);

/**
 * What the code around a node says of the results that reach it: conditions that it stands under, and
 * statements before it that leave where a result is not as it should be. Each claim holds at the node.
 */
export function claimsAround(
  subject: Subject,
  node: ts.Node,
): (Claim | undefined)[] {
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
  return claims;
}

function claimAbove(subject: Subject, node: ts.Node): Claim | undefined {
  const { parent } = node;
  if (ts.isCaseOrDefaultClause(parent)) {
    const { clauses, parent: selection } = parent.parent;
    const tested = [
      selection.expression,
      ...clauses.filter(ts.isCaseClause).map(({ expression }) => expression),
    ];
    return tested.some((each) => subject.mentions.isIn(each))
      ? 'unknown'
      : undefined;
  }
  if (ts.isCallExpression(parent) && parent.expression !== node) {
    return isChosenBefore(subject, parent) ? 'unknown' : undefined;
  }
  const guard = guardAbove(node);
  return guard && claimOf(subject, guard.condition, guard.truth);
}

/** Whether a callback gets what was chosen by looking at the results: `ids.filter((id, i) => results[i].status …).map(…)`. */
function isChosenBefore(subject: Subject, call: ts.CallExpression): boolean {
  let callee = unwrap(call.expression);
  while (ts.isPropertyAccessExpression(callee)) {
    const receiver = unwrap(callee.expression);
    if (!ts.isCallExpression(receiver)) {
      return false;
    }
    if (
      CHOOSES.has(accessedName(unwrap(receiver.expression)) ?? '') &&
      receiver.arguments.some((argument) => subject.mentions.isIn(argument))
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
function claimsAfter(
  subject: Subject,
  statement: ts.Statement,
): (Claim | undefined)[] {
  const { mentions } = subject;
  if (
    ts.isIfStatement(statement) &&
    statement.elseStatement === undefined &&
    leavesAtEnd(statement.thenStatement)
  ) {
    return [claimOf(subject, statement.expression, false)];
  }
  const claims: (Claim | undefined)[] = [];
  const visit = (node: ts.Node, isTested: boolean, isNested: boolean): void => {
    if (ts.isFunctionDeclaration(node) || ts.isClassLike(node)) {
      return;
    }
    if (
      (isTested && leaves(node, isNested)) ||
      ((ts.isWhileStatement(node) || ts.isDoStatement(node)) &&
        mentions.isIn(node.expression))
    ) {
      claims.push('unknown');
    }
    if (ts.isCallExpression(node)) {
      claims.push(callClaim(subject, node, isTested));
    }
    ts.forEachChild(node, (child) => {
      const condition = conditionAbove(child);
      visit(
        child,
        isTested || (condition !== undefined && mentions.isIn(condition)),
        isNested || ts.isFunctionLike(node),
      );
    });
  };
  visit(statement, false, false);
  return claims;
}

/** Whether a node leaves the code that the next statement belongs to; of a function within it, only a `throw` may. */
function leaves(node: ts.Node, isNested: boolean): boolean {
  return (
    ts.isThrowStatement(node) ||
    (!isNested &&
      (ts.isReturnStatement(node) ||
        ts.isContinueStatement(node) ||
        ts.isBreakStatement(node)))
  );
}

/** What holds after a call, since it throws where it does not. */
function callClaim(
  subject: Subject,
  call: ts.CallExpression,
  isTested: boolean,
): Claim | undefined {
  const { checker } = subject.mentions;
  if (isTested) {
    return checker.getTypeAtLocation(call).flags & ts.TypeFlags.Never
      ? 'unknown'
      : undefined;
  }
  if (!call.arguments.some((argument) => subject.mentions.isIn(argument))) {
    return undefined;
  }
  if (isAssertion(call)) {
    return assertedBy(subject, call);
  }
  const callee = calleeOf(subject.program, call);
  return callee !== undefined && containsThrow(callee.body)
    ? 'unknown'
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
