import ts from 'typescript';

import { calleeOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { effectByName } from '../language/effects-by-name.ts';
import type { MemberStarts } from './member-starts.ts';
import { nameWriteAt } from '../language/name-writes.ts';
import { referencesOf } from '../language/references.ts';
import type { ResultUse } from './result-facts.ts';
import {
  awaitsIn,
  before,
  followingOf,
  hasAwait,
} from '../language/sequence.ts';
import { claimIn } from './success-claims.ts';
import type { Claim } from './told-claims.ts';
import { enclosingFunction, unwrap, isWithin } from '../language/syntax.ts';
import { calledNameOf, callsIn, stemOf, wordsOf } from '../language/words.ts';

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

/** The first claim after a call that is about what its members did; `undefined` where there is none on the same path. */
export function claimAfter(
  program: ts.Program,
  { node }: CombinatorCall,
  members: MemberStarts,
  use: ResultUse,
): Claim | undefined {
  const isCount = countTestOf(program, members, use);
  const stems = memberStems(members);
  const own = ownStatementOf(node);
  const told = own && claimIn(own, isCount);
  if (told?.kind === 'count') {
    return told;
  }
  let isOfOther = hasOtherWork(before(node));
  for (const statement of followingOf(program, node)) {
    const claim = claimIn(statement, isCount);
    if (
      claim !== undefined &&
      !tellsWhatMembersWrote(program, members, claim.at) &&
      (claim.kind === 'count' ||
        (use.kind === 'half-read' && !denies(claim, use)
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

/** The statement of the number of results that are read on the spot: `return (await Promise.allSettled(…)).length`. */
function ownStatementOf(node: ts.Node): ts.Statement | undefined {
  const statement = ts.findAncestor(node, ts.isStatement);
  return statement !== undefined &&
    enclosingFunction(statement) === enclosingFunction(node)
    ? statement
    : undefined;
}

/** Whether a claim tells what the members have written: `done += 1` behind their own work counts successes only. */
function tellsWhatMembersWrote(
  program: ts.Program,
  { starts }: MemberStarts,
  claim: ts.Node,
): boolean {
  const checker = program.getTypeChecker();
  const bodies = starts.flatMap((start) =>
    ts.isCallExpression(start)
      ? [start, calleeOf(program, start) ?? start]
      : [start],
  );
  const isWrittenByMember = (name: ts.Identifier): boolean => {
    const symbol = checker.getSymbolAtLocation(name);
    return (
      symbol !== undefined &&
      referencesOf(checker, symbol, claim.getSourceFile()).some(
        (reference) =>
          nameWriteAt(reference) !== undefined &&
          bodies.some((body) => isWithin(reference, body)),
      )
    );
  };
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && isWrittenByMember(node)) ||
    (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(claim);
}

/** Whether a claim denies what is missing where only what was fulfilled is taken: the state of the whole does, a text may be about what is there. */
function denies(claim: Claim, use: ResultUse): boolean {
  return (
    claim.kind === 'success' &&
    claim.by === 'state' &&
    use.kind === 'half-read' &&
    !use.isReplaced
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
    const symbol = ts.isIdentifier(list)
      ? checker.getSymbolAtLocation(list)
      : undefined;
    return symbol !== undefined && symbols.has(symbol);
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

/** Names of functions that keep something for good, and do not wait for it. */
const KEEPS =
  /^(?:appendFile|copyFile|insert|persist|save|setItem|store|write)(?=$|[A-Z_])/u;

/** Whether statements of a function do work of their own, which a later claim may be about. */
function hasOtherWork(statements: readonly ts.Statement[]): boolean {
  return statements.some(
    (statement) =>
      callsIn(statement).some((call) => KEEPS.test(calledNameOf(call) ?? '')) ||
      awaitsIn(statement).some(({ expression }) =>
        callsIn(expression).some((call) => !isRead(call)),
      ),
  );
}

function isRead(call: ts.CallExpression): boolean {
  const name = calledNameOf(call) ?? '';
  return name === 'fetch' || name === 'query'
    ? effectByName(call, name) === 'reads'
    : wordsOf(name).some((word) => READS.has(word));
}
