import ts from 'typescript';

import { disposalsIn } from './disposals.ts';
import { releasesIn } from './cleanup-code.ts';
import { rethrowsOf } from '../language/protection.ts';
import { referencesTo } from '../language/references.ts';
import type { Release } from './release-calls.ts';
import { isSame, resourceOf } from './resources.ts';
import { mayWait } from './suspension.ts';
import {
  type FunctionWithBody,
  isExit,
  isFunctionWithBody,
  memberAccessOf,
  unwrap,
} from '../language/syntax.ts';
import { transactionEnd } from './transactions.ts';
import { useOf } from '../language/uses.ts';

/** How many functions are left, one after the other, on the way to a release. */
const DEPTH = 2;

/**
 * What is released as soon as the promise that is waited for at a node is settled, the nearest first: in
 * `catch` (where it may reject while others still run) and `finally`, at the end of the block of a `using`, at the end of a transaction's callback, and
 * where a function of the file is waited for that is given the resource. Behind a `catch` that goes on, what the
 * next statements release too, but only what comes before anything else is waited for.
 */
export function releasesAfter(
  program: ts.Program,
  node: ts.Node,
  mayRejectEarly: boolean,
  depth = 0,
): Release[] {
  const found: Release[] = [];
  let child = node;
  let isCaught = false;
  let isLeaving = false;
  let isGoingOn = false;
  for (
    let current = node.parent;
    !ts.isFunctionLike(current) && !ts.isClassStaticBlockDeclaration(current);
    current = current.parent
  ) {
    if (ts.isTryStatement(current) && child !== current.finallyBlock) {
      const { tryBlock, catchClause, finallyBlock } = current;
      const catcher =
        child === tryBlock && !isCaught ? catchClause?.block : undefined;
      if (mayRejectEarly && catcher !== undefined) {
        found.push(...releasesIn(program, catcher));
      }
      if (finallyBlock !== undefined) {
        found.push(...releasesIn(program, finallyBlock));
      }
      if (catcher !== undefined && rethrowsOf(program, catcher).length === 0) {
        if (
          !mayRejectEarly ||
          mayWait(catcher) ||
          (finallyBlock !== undefined && mayWait(finallyBlock))
        ) {
          return found;
        }
        isCaught = true;
        isLeaving = ts.isReturnStatement(catcher.statements.at(-1) ?? catcher);
        isGoingOn = !mayLeave(catcher);
      }
    }
    if (isCaught && isGoingOn) {
      found.push(...releasesNext(program, current, child));
    }
    if (isCaught && !isLeaving && goesOn(current, child)) {
      return found;
    }
    found.push(...disposalsIn(program, current, child));
    if (ts.isSourceFile(current)) {
      return found;
    }
    child = current;
  }
  return [
    ...found,
    ...(isCaught || !mayRejectEarly
      ? transactionEnd(program, child.parent)
      : releasesBehind(program, child.parent, depth)),
  ];
}

/** What the statements behind a part of some code release in any case before control is given away. */
function releasesNext(
  program: ts.Program,
  code: ts.Node,
  part: ts.Node,
): Release[] {
  const found: Release[] = [];
  const next =
    ts.isBlock(code) || ts.isSourceFile(code)
      ? code.statements.filter(({ pos }) => part.end <= pos)
      : [];
  for (const statement of next) {
    if (mayLeave(statement)) {
      return found;
    }
    const isExpression = ts.isExpressionStatement(statement);
    if (mayWait(statement)) {
      const value = isExpression ? unwrap(statement.expression) : undefined;
      return value !== undefined &&
        ts.isAwaitExpression(value) &&
        !mayWait(value.expression)
        ? [...found, ...releasesIn(program, value.expression)]
        : found;
    }
    if (isExpression) {
      found.push(...releasesIn(program, statement));
    }
  }
  return found;
}

/** Whether some code may take control elsewhere than to its end, or end the process. */
function mayLeave(code: ts.Node): boolean {
  return (
    ts.isReturnStatement(code) ||
    ts.isThrowStatement(code) ||
    ts.isBreakOrContinueStatement(code) ||
    isExit(code) ||
    (!ts.isFunctionLike(code) &&
      (ts.forEachChild(code, (child) => mayLeave(child) || undefined) ?? false))
  );
}

/** Whether control may be given away between the end of a part of some code and the end of that code. */
function goesOn(code: ts.Node, part: ts.Node): boolean {
  return (
    ts.isIterationStatement(code, false) ||
    ((ts.isBlock(code) ||
      ts.isSourceFile(code) ||
      ts.isCaseOrDefaultClause(code)) &&
      code.statements.some((each) => part.end <= each.pos && mayWait(each)))
  );
}

/**
 * What is released when the promise of a function rejects: at the end of the transaction that it is the callback of,
 * and by who calls it in its file, awaits it and has given it the resource, and names what is released.
 */
export function releasesBehind(
  program: ts.Program,
  fn: ts.Node,
  depth = 0,
): Release[] {
  const end = transactionEnd(program, fn);
  if (depth > DEPTH || !isFunctionWithBody(fn)) {
    return end;
  }
  return [
    ...end,
    ...callsOf(program, fn).flatMap((call) => {
      const use = useOf(call);
      const releases =
        use.kind === 'awaited'
          ? releasesAfter(program, use.node, true, depth + 1)
          : use.kind === 'returned'
            ? releasesBehind(program, use.from, depth + 1)
            : [];
      return releases.flatMap((release) =>
        seenFrom(program, fn, call, release),
      );
    }),
  ];
}

/** A release of what a call gives a function, as the function names it. */
function seenFrom(
  program: ts.Program,
  fn: FunctionWithBody,
  call: ts.CallExpression,
  release: Release,
): Release[] {
  const checker = program.getTypeChecker();
  return fn.parameters.flatMap(({ name }, index) => {
    const given = call.arguments[index];
    const resource = ts.isIdentifier(name)
      ? resourceOf(checker, name)
      : undefined;
    return release.of === 'handle' &&
      given !== undefined &&
      resource !== undefined &&
      !call.arguments.slice(0, index).some(ts.isSpreadElement) &&
      isSame(resourceOf(checker, given), release.resource)
      ? [{ ...release, resource }]
      : [];
  });
}

/** The calls of its file of a function, by its name. */
function callsOf(
  program: ts.Program,
  fn: FunctionWithBody,
): ts.CallExpression[] {
  const own = useOf(fn);
  const name =
    fn.name ?? (own.kind === 'initialiser' ? own.of.name : undefined);
  const references =
    name === undefined ? [] : referencesTo(program.getTypeChecker(), name);
  return references.flatMap((reference) => {
    const use = useOf(memberAccessOf(reference));
    return use.kind === 'called' ? [use.node] : [];
  });
}
