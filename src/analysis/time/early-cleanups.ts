import ts from 'typescript';

import { isBriefUse } from './brief-uses.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { earlyReturnOf, endOfChain } from '../handlers/dead-handlers.ts';
import { type Member, membersOf } from './members.ts';
import { referencesOf, referencesTo } from '../language/references.ts';
import { type Release, stopsUsers } from './release-calls.ts';
import { disposalsAround } from './disposals.ts';
import { releasesInChain } from './cleanup-code.ts';
import { releasesAfter, releasesBehind } from './releases.ts';
import { transactionEnd } from './transactions.ts';
import { withOffspring } from './offspring.ts';
import { isUsedIn } from './resources.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** A resource that is released while members of a combinator may still use it. */
export interface EarlyCleanup {
  release: Release;
  users: readonly Member[];
  /**
   * What the release does not wait for: the other members, once one has decided the combinator's promise
   * (ECMA-262, 27.2.4.1.2, 27.2.4.3.1 and 27.2.4.5.1), or any of them, where that promise is returned without
   * `await` out of the block of a `using`.
   */
  outrun: 'others' | 'all';
}

/**
 * What is released too early after a combinator: something that more than one member uses. `undefined`
 * where there is no such thing, where no member can reject, where the members are settled all the same
 * before the release, and where they cannot be seen.
 */
export function earlyCleanupOf(
  program: ts.Program,
  call: CombinatorCall,
): EarlyCleanup | undefined {
  const chained = first(program, call, () =>
    releasesInChain(program, call.node, call.method !== 'any'),
  );
  if (chained !== undefined) {
    return chained;
  }
  const end = endOfChain(program, call.node);
  const use = useOf(end);
  if (use.kind === 'returned') {
    return (
      returnedCleanup(program, call, end) ??
      first(program, call, () =>
        call.method === 'any'
          ? transactionEnd(program, use.from)
          : releasesBehind(program, use.from),
      )
    );
  }
  const waiting =
    use.kind === 'awaited' ? use.node : awaitedLater(program, use);
  return (
    waiting &&
    first(program, call, () =>
      releasesAfter(program, waiting, call.method !== 'any'),
    )
  );
}

/** The `await` of a combinator's promise that is kept under a name first. */
function awaitedLater(
  program: ts.Program,
  use: ReturnType<typeof useOf>,
): ts.AwaitExpression | undefined {
  if (
    use.kind !== 'initialiser' ||
    !ts.isVariableDeclaration(use.of) ||
    !ts.isIdentifier(use.of.name)
  ) {
    return undefined;
  }
  const [reference, ...others] = referencesTo(
    program.getTypeChecker(),
    use.of.name,
  );
  const next = reference && useOf(reference);
  return next?.kind === 'awaited' && others.length === 0
    ? next.node
    : undefined;
}

function first(
  program: ts.Program,
  call: CombinatorCall,
  releases: () => readonly Release[],
): EarlyCleanup | undefined {
  if (call.method === 'allSettled') {
    return undefined;
  }
  for (const release of releases()) {
    if (
      call.method === 'race' &&
      (release.of === 'limit' || stopsUsers(program, release))
    ) {
      // The race is what the time limit is for: once it is decided, the limit has done its work. And the end of a
      // socket, or a stream, is how those are stopped who have lost.
      continue;
    }
    const users = usersOf(program, call, release);
    if (
      (users.length > 1 || users.some(({ isMany }) => isMany)) &&
      rejectionOf(program, call.node).kind === 'may' &&
      !isSettledElsewhere(program, call)
    ) {
      return { release, users, outrun: 'others' };
    }
  }
  return undefined;
}

/** What a `return` without `await` leaves the block of. In a `try` with a `finally` it is a dead handler's matter. */
function returnedCleanup(
  program: ts.Program,
  call: CombinatorCall,
  returned: ts.Expression,
): EarlyCleanup | undefined {
  const disposals = disposalsAround(program, returned);
  if (disposals.length === 0 || earlyReturnOf(program, call) !== undefined) {
    return undefined;
  }
  for (const release of disposals) {
    const users = usersOf(program, call, release);
    if (users.length > 0 && !isSettledElsewhere(program, call)) {
      return { release, users, outrun: 'all' };
    }
  }
  return undefined;
}

function usersOf(
  program: ts.Program,
  call: CombinatorCall,
  { of, resource }: Release,
): Member[] {
  const members = membersOf(program, call) ?? [];
  if (of === 'lock') {
    return members.filter(({ code }) => writes(code));
  }
  const resources = withOffspring(
    program,
    resource,
    call.node,
    of === 'handle' ? 'handles' : 'values',
  );
  return members.filter(({ code }) =>
    isUsedIn(program, code, resources, (access) =>
      isBriefUse(program.getTypeChecker(), access, code),
    ),
  );
}

/** Names of what changes something that others see: to read without the lock does no harm. */
const CHANGES =
  /^(?:add|apply|commit|create|delete|insert|move|patch|put|remove|rename|replace|save|set|store|update|write)(?![a-z])/u;

/** Whether code writes to a member of something, or calls what changes something by its name. */
function writes(code: ts.Node): boolean {
  const callee = ts.isCallExpression(code)
    ? unwrap(code.expression)
    : undefined;
  const name =
    callee && (ts.isIdentifier(callee) ? callee.text : accessedName(callee));
  return (
    CHANGES.test(name?.replace('#', '') ?? '') ||
    (ts.isBinaryExpression(code) &&
      code.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      accessedName(unwrap(code.left)) !== undefined) ||
    (ts.forEachChild(code, (child) => writes(child) || undefined) ?? false)
  );
}

/** Whether the members, or the list of them, are given to `allSettled` by name as well. */
function isSettledElsewhere(
  program: ts.Program,
  { input }: CombinatorCall,
): boolean {
  const checker = program.getTypeChecker();
  const given =
    input.kind === 'iterable'
      ? [input.expression]
      : input.kind === 'tuple'
        ? [...input.array.elements]
        : [];
  return given.map(unwrap).some((node) => {
    const symbol = ts.isIdentifier(node)
      ? checker.getSymbolAtLocation(node)
      : undefined;
    return (
      symbol !== undefined &&
      referencesOf(checker, symbol, node.getSourceFile()).some(isSettled)
    );
  });
}

function isSettled(reference: ts.Node): boolean {
  let node = reference.parent;
  while (ts.isArrayLiteralExpression(node) || ts.isSpreadElement(node)) {
    node = node.parent;
  }
  return (
    ts.isCallExpression(node) &&
    accessedName(unwrap(node.expression)) === 'allSettled'
  );
}
