import ts from 'typescript';

import { calleeOf, functionOf } from './callees.ts';
import { leavesByItself } from './protection.ts';
import type { Aspect, Sources } from './sources.ts';
import {
  accessedName,
  type FunctionWithBody,
  hasModifier,
  isGenerator,
  unwrap,
} from './syntax.ts';
import { NEVER, some, type Term } from './terms.ts';

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
  if (isGenerator(fn) || (isAsync && aspect !== 'promise')) {
    return NEVER;
  }
  const terms: Term[] = [];
  const collectsExceptions =
    aspect === 'throws' || (isAsync && aspect === 'promise');

  const returned = (expression: ts.Expression): void => {
    if (aspect === 'promise') {
      terms.push(sources.promise(expression));
    } else if (aspect === 'elements') {
      terms.push(sources.elements(expression));
    }
  };

  const visit = (node: ts.Node, isCaught: boolean): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      return;
    }
    if (ts.isTryStatement(node)) {
      const isDiscarded =
        isCaught ||
        (node.finallyBlock !== undefined && leavesByItself(node.finallyBlock));
      visit(node.tryBlock, isDiscarded || node.catchClause !== undefined);
      if (node.catchClause !== undefined) {
        visit(node.catchClause, isDiscarded);
      }
      if (node.finallyBlock !== undefined) {
        visit(node.finallyBlock, isCaught);
      }
      return;
    }
    if (ts.isReturnStatement(node) && node.expression !== undefined) {
      returned(node.expression);
    }
    if (collectsExceptions && !isCaught) {
      terms.push(...exceptionsOf(sources, node));
    }
    ts.forEachChild(node, (child) => {
      visit(child, isCaught);
    });
  };

  if (ts.isBlock(fn.body)) {
    ts.forEachChild(fn.body, (child) => {
      visit(child, false);
    });
  } else {
    returned(fn.body);
    visit(fn.body, false);
  }
  return some(terms.filter((term) => term !== NEVER));
}

/** What a node itself may throw, its children left out. */
function exceptionsOf(sources: Sources, node: ts.Node): Term[] {
  if (ts.isThrowStatement(node)) {
    return [{ kind: 'may', witness: { kind: 'throw', node } }];
  }
  if (ts.isAwaitExpression(node)) {
    return [sources.awaited(node.expression)];
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
  const callee = calleeOf(sources.program, call);
  if (callee !== undefined) {
    return [sources.ofFunction(callee, 'throws')];
  }
  if (!ts.isCallExpression(call)) {
    return [];
  }
  const [first] = call.arguments;
  const name = accessedName(unwrap(call.expression));
  const callback =
    first !== undefined && name !== undefined && CALLS_BACK_AT_ONCE.has(name)
      ? functionOf(sources.program, first)
      : undefined;
  return callback === undefined ? [] : [sources.ofFunction(callback, 'throws')];
}

function asyncIterationTerm(sources: Sources, iterated: ts.Expression): Term {
  const type = sources.checker.getTypeAtLocation(iterated);
  if (sources.checker.isArrayLikeType(type)) {
    return sources.elements(iterated);
  }
  return sources.byType(iterated).kind === 'unknown'
    ? { kind: 'unknown' }
    : { kind: 'may', witness: { kind: 'unseen-body', node: iterated } };
}
