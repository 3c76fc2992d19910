import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import {
  awaitsIn,
  before,
  followingOf,
  hasAwait,
} from '../language/sequence.ts';
import { type MemberStarts, memberStartsOf } from './member-starts.ts';
import { reportedSiblingOf } from './reported-siblings.ts';
import { reportsItself } from './reported-failures.ts';
import type { ResultUse } from './result-facts.ts';
import { memberRejectionOf } from '../rejections/sources.ts';
import { isWritten } from '../language/overwrites.ts';
import { referencesOf } from '../language/references.ts';
import { type Claim, claimIn } from './success-claims.ts';
import { isThrownElsewhere } from './thrown-elsewhere.ts';
import { enclosingFunction, unwrap } from '../language/syntax.ts';
import { isAftermath, isTeardown } from './teardown.ts';
import { isUnresolved } from '../language/types.ts';
import { calledNameOf, callsIn, stemOf, wordsOf } from '../language/words.ts';

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

/** Verbs of reading: what they get is no work that a later claim would be about. */
const READS: ReadonlySet<string> = new Set([
  'all',
  'find',
  'fetch',
  'get',
  'list',
  'load',
  'parse',
  'query',
  'read',
  'resolve',
  'search',
  'select',
  'settled',
]);

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
  const isDiscarded = use.kind === 'discarded';
  const isTakenDown = isTeardown(call.node, members);
  const isLost = mayBeLost(program, call, members);
  const claim = isLost ? claimAfter(program, call, members, use) : undefined;
  // That many were closed is a claim in teardown too.
  if (claim?.kind === 'count' || isTakenDown) {
    return claim?.kind === 'count' ? claim : undefined;
  }
  return (
    (isLost && isDiscarded
      ? expectingCatchOf(call.node, members)
      : undefined) ??
    (claim && { kind: 'claim', at: claim.at }) ??
    (isDiscarded
      ? reportedSiblingOf(program, call, members, isLost)
      : undefined)
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

/**
 * The `catch` of a `try` that a call stands in, in the same function, where it does more than to rethrow. Where the
 * `try` waits for other work too, it is that work's, unless the members do the work of a list.
 */
function expectingCatchOf(
  node: ts.Node,
  { lists }: MemberStarts,
): Extract<Evidence, { kind: 'catch' }> | undefined {
  let child = node;
  for (
    let current = node.parent;
    !ts.isSourceFile(current) && !ts.isFunctionLike(current);
    current = current.parent
  ) {
    if (ts.isTryStatement(current) && current.tryBlock === child) {
      const { catchClause } = current;
      if (catchClause !== undefined) {
        const isOfOther =
          lists.length === 0 &&
          awaitsIn(current.tryBlock).some(
            ({ expression }) => unwrap(expression) !== node,
          );
        return isOfOther || onlyRethrows(catchClause.block)
          ? undefined
          : { kind: 'catch', at: catchClause };
      }
    }
    child = current;
  }
  return undefined;
}

/** Whether a block is empty or does nothing but to throw again. */
function onlyRethrows({ statements }: ts.Block): boolean {
  return statements.every(ts.isThrowStatement);
}

/** The first claim after a call that is about what its members did. */
function claimAfter(
  program: ts.Program,
  { node }: CombinatorCall,
  members: MemberStarts,
  use: ResultUse,
): Claim | undefined {
  const isCount = countTestOf(program, members, use);
  const stems = memberStems(members);
  let isOfOther = hasOtherWork(before(node), node);
  for (const statement of followingOf(program, node)) {
    const claim = claimIn(statement, isCount);
    if (
      claim !== undefined &&
      !tellsWhatMembersWrote(program, claim.at) &&
      (claim.kind === 'count' ||
        (use.kind === 'half-read'
          ? saysAll(claim.at)
          : !isOfOther || claim.words.some((word) => stems.has(stemOf(word)))))
    ) {
      return claim;
    }
    if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) {
      return undefined;
    }
    isOfOther ||= hasAwait(statement);
  }
  return undefined;
}

/** Methods by which members add to a list of what they have done. */
const ADDS: ReadonlySet<string> = new Set(['add', 'push', 'set', 'unshift']);

/** Whether a claim tells what functions around it, the members', have written: `done += 1` behind their own work counts successes only. */
function tellsWhatMembersWrote(program: ts.Program, claim: ts.Node): boolean {
  const checker = program.getTypeChecker();
  const home = enclosingFunction(claim);
  const isWrittenByMember = (name: ts.Identifier): boolean => {
    const symbol = checker.getSymbolAtLocation(name);
    return (
      symbol !== undefined &&
      referencesOf(checker, symbol, claim.getSourceFile()).some(
        (reference) =>
          reference.pos < claim.pos &&
          enclosingFunction(reference) !== home &&
          isAddedTo(reference),
      )
    );
  };
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && isWrittenByMember(node)) ||
    (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(claim);
}

/** Whether a place counts a variable up, writes it anew or adds to what it holds. */
function isAddedTo(name: ts.Node): boolean {
  const { parent } = name;
  return (
    isWritten(name) ||
    ts.isPostfixUnaryExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isPropertyAccessExpression(parent) &&
      parent.expression === name &&
      ADDS.has(parent.name.text))
  );
}

/** Whether a text says by itself that nothing is missing; one that tells what is there does not. */
function saysAll(text: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(text) &&
    wordsOf(text.text).some((word) => word === 'all' || word === 'every')
  );
}

/** Whether an expression is how many members there are: the length of their list, or of the results. */
function countTestOf(
  program: ts.Program,
  { lists }: MemberStarts,
  use: ResultUse,
): (node: ts.Expression) => boolean {
  const checker = program.getTypeChecker();
  const symbols = new Set(
    lists.map((list) => checker.getSymbolAtLocation(list)),
  );
  const counts: readonly ts.Node[] = 'counts' in use ? use.counts : [];
  return (node) => {
    if (counts.includes(node)) {
      return true;
    }
    if (
      !ts.isPropertyAccessExpression(node) ||
      (node.name.text !== 'length' && node.name.text !== 'size')
    ) {
      return false;
    }
    const list = unwrap(node.expression);
    const symbol = ts.isIdentifier(list) && checker.getSymbolAtLocation(list);
    return symbol !== false && symbol !== undefined && symbols.has(symbol);
  };
}

/** What the members do, by the names of what they call and of the lists they are made from. */
function memberStems({ starts, lists }: MemberStarts): Set<string> {
  const names = [
    ...starts.flatMap((start) => callsIn(start)).map(calledNameOf),
    ...starts.filter(ts.isIdentifier).map(({ text }) => text),
    ...lists.map(({ text }) => text),
  ];
  return new Set(names.flatMap((name) => wordsOf(name ?? '')).map(stemOf));
}

/** Whether statements of a function wait for work of their own, which a later claim may be about. */
function hasOtherWork(
  statements: readonly ts.Statement[],
  node: ts.Node,
): boolean {
  const fn = enclosingFunction(node);
  return statements.some((statement) =>
    awaitsIn(statement).some(
      (awaited) =>
        enclosingFunction(awaited) === fn &&
        callsIn(awaited.expression).some(
          (call) =>
            !wordsOf(calledNameOf(call) ?? '').some((word) => READS.has(word)),
        ),
    ),
  );
}
