import ts from 'typescript';

import { calleesOf, functionsOf } from '../language/callees.ts';
import { leavesByItself } from '../language/protection.ts';
import type { Aspect, Sources } from './sources.ts';
import {
  accessedName,
  type FunctionWithBody,
  hasModifier,
  unwrap,
} from '../language/syntax.ts';
import { MAY, NEVER, some, type Term, UNKNOWN } from './terms.ts';
import { promisenessOf } from '../language/types.ts';

/** Array methods that call their callback before they return, so that what it throws they throw. */
const CALLS_BACK_AT_ONCE: ReadonlySet<string> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'some',
]);

/**
 * What the body of a function says: which exceptions leave it, which rejections its promise or the
 * elements of its array may carry. Only what is obvious counts as an exception: `throw`, and calls of
 * functions whose visible body has one.
 */
export function bodyTerm(
  sources: Sources,
  fn: FunctionWithBody,
  aspect: Aspect,
): Term {
  const isAsync = hasModifier(fn, ts.SyntaxKind.AsyncKeyword);
  if (aspect === 'promise' && !isAsync && isDeclaredPlain(sources, fn)) {
    return NEVER;
  }
  const terms: Term[] = [];
  const collectsExceptions = aspect === 'throws' || isAsync;

  const returned = (expression: ts.Expression): void => {
    if (aspect !== 'throws') {
      terms.push(sources[aspect](expression));
    }
  };

  const { body } = fn;
  if (!ts.isBlock(body)) {
    returned(body);
  }
  const pending: Visit[] = [[body, false]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, isCaught] = next;
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      continue;
    }
    if (ts.isTryStatement(node)) {
      addTry(pending, node, isCaught);
      continue;
    }
    if (ts.isReturnStatement(node) && node.expression !== undefined) {
      returned(node.expression);
    } else if (ts.isYieldExpression(node) && node.expression !== undefined) {
      terms.push(
        node.asteriskToken === undefined
          ? sources.promise(node.expression)
          : sources.elements(node.expression),
      );
    }
    if (collectsExceptions && !isCaught) {
      terms.push(...exceptionsOf(sources, node));
    }
    addChildren(pending, node, isCaught);
  }
  return some(terms);
}

/** A node to look at, and whether what it throws is caught in the same body. */
type Visit = [node: ts.Node, isCaught: boolean];

function addChildren(pending: Visit[], node: ts.Node, isCaught: boolean): void {
  ts.forEachChild(node, (child) => {
    pending.push([child, isCaught]);
  });
}

function addTry(
  pending: Visit[],
  { catchClause, finallyBlock, tryBlock }: ts.TryStatement,
  isCaught: boolean,
): void {
  const isDiscarded =
    isCaught || (finallyBlock !== undefined && leavesByItself(finallyBlock));
  if (finallyBlock !== undefined) {
    pending.push([finallyBlock, isCaught]);
  }
  if (catchClause !== undefined) {
    pending.push([catchClause, isDiscarded]);
  }
  pending.push([tryBlock, isDiscarded || catchClause !== undefined]);
}

/** Whether a function is declared to return something that is no promise, whatever its body says. */
function isDeclaredPlain(
  { checker }: Sources,
  { type }: FunctionWithBody,
): boolean {
  return (
    type !== undefined &&
    promisenessOf(checker, checker.getTypeFromTypeNode(type), type) === 'never'
  );
}

/** What a node itself may throw, its children left out. */
function exceptionsOf(sources: Sources, node: ts.Node): Term[] {
  if (ts.isThrowStatement(node)) {
    return [MAY];
  }
  if (ts.isAwaitExpression(node)) {
    return [sources.promise(node.expression)];
  }
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) {
    return [asyncIterationTerm(sources, node.expression)];
  }
  if (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node)
  ) {
    return callExceptions(sources, node);
  }
  return [];
}

function callExceptions(
  sources: Sources,
  call: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression,
): Term[] {
  const callees = calleesOf(sources.program, call);
  if (callees.length > 0) {
    return callees.map((callee) => sources.ofFunction(callee, 'throws'));
  }
  if (!ts.isCallExpression(call)) {
    return [];
  }
  const [first] = call.arguments;
  const name = accessedName(unwrap(call.expression));
  return first !== undefined &&
    name !== undefined &&
    CALLS_BACK_AT_ONCE.has(name)
    ? functionsOf(sources.program, first).map((callback) =>
        sources.ofFunction(callback, 'throws'),
      )
    : [];
}

function asyncIterationTerm(sources: Sources, iterated: ts.Expression): Term {
  const type = sources.checker.getTypeAtLocation(iterated);
  if (sources.checker.isArrayLikeType(type)) {
    return sources.elements(iterated);
  }
  return sources.byType(iterated) === UNKNOWN ? UNKNOWN : MAY;
}
