import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import { claimAfter } from './later-claims.ts';
import { expectingCatchOf } from './expecting-catches.ts';
import { type MemberStarts, memberStartsOf } from './member-starts.ts';
import { reportedSiblingOf } from './reported-siblings.ts';
import { reportsItself } from './reported-failures.ts';
import type { ResultUse } from './result-facts.ts';
import { memberRejectionOf } from '../rejections/sources.ts';
import { isThrownElsewhere } from './thrown-elsewhere.ts';
import { isAftermath, isTeardown } from './teardown.ts';
import { isUnresolved } from '../language/types.ts';

/**
 * What shows that somebody is told otherwise, or expects otherwise, where settled results hide a failure.
 *
 * - `catch`: the `catch` clause around, which waits for a rejection that never comes.
 * - `claim`: a message, a state or a result that says that all went well.
 * - `count`: how many members there are, given as the number of those that succeeded.
 * - `sibling`: another call of the same function, whose failure is reported.
 */
export type Evidence =
  | { kind: 'catch'; at: ts.CatchClause }
  | { kind: 'claim'; at: ts.Node }
  | { kind: 'count'; at: ts.Node }
  | { kind: 'sibling'; at: ts.CallExpression; name: string };

/**
 * The evidence that ignoring what is rejected misleads somebody; `undefined` where there is none, and
 * where a failure is nobody's business: in teardown, after a failure, behind members that cannot reject
 * or report themselves, and at a barrier over promises that were started elsewhere.
 */
export function evidenceOf(
  program: ts.Program,
  call: CombinatorCall,
  use: ResultUse,
): Evidence | undefined {
  const members = memberStartsOf(program, call);
  if (members === undefined || isAftermath(call.node)) {
    return undefined;
  }
  const isUnread = use.kind === 'discarded' || use.kind === 'counted';
  const isTakenDown = isTeardown(call.node, members);
  const isLost = mayBeLost(program, call, members);
  const claim = isLost ? claimAfter(program, call, members, use) : undefined;
  // That many were closed is a claim in teardown too.
  if (claim?.kind === 'count' || isTakenDown) {
    return claim?.kind === 'count' ? claim : undefined;
  }
  return (
    (isLost && isUnread
      ? catchEvidenceOf(program, call, members)
      : undefined) ??
    (claim && { kind: 'claim', at: claim.at }) ??
    (isUnread ? reportedSiblingOf(program, call, members, isLost) : undefined)
  );
}

/**
 * Whether a member's rejection would be known to nobody: it may reject, does not report that itself, and nobody
 * else waits for it.
 * What is given to a combinator is said to be a promise by that, where its type cannot be resolved.
 */
export function mayBeLost(
  program: ts.Program,
  call: CombinatorCall,
  members: MemberStarts | undefined,
): boolean {
  const starts = members?.starts ?? [];
  const { kind } = memberRejectionOf(program, call);
  const mayReject =
    kind === 'may' ||
    (kind === 'unknown' &&
      starts.some(
        (start) =>
          ts.isCallExpression(start) &&
          isUnresolved(program.getTypeChecker().getTypeAtLocation(start)),
      ));
  return (
    mayReject &&
    (starts.length === 0 ||
      !starts.every((start) => reportsItself(program, start))) &&
    !isThrownElsewhere(program, call)
  );
}

function catchEvidenceOf(
  program: ts.Program,
  { node }: CombinatorCall,
  members: MemberStarts,
): Evidence | undefined {
  const at = expectingCatchOf(program.getTypeChecker(), node, members);
  return at && { kind: 'catch', at };
}
