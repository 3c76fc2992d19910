import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { isLogging } from '../language/logging.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { wordsOf } from '../language/words.ts';

/** What logs the one reason that a `Promise.all` gives: the `catch` clause around it, or the handler of its `catch`. */
export interface LoggedBatch {
  handler: ts.CatchClause | ts.Expression;
  /** Whether more is said in the `try` behind it, which is for a round without failures. */
  saysMore: boolean;
}

/**
 * The handler of a `Promise.all` that a loop waits for, where all that it does is to log: the first reason
 * is logged, the others are lost, and the next round starts while members of this one still run.
 * `undefined` where the handler does more, or the `try` goes on with more than a log: that is for a round without failures.
 */
export function loggedBatchOf(
  program: ts.Program,
  { method, node }: CombinatorCall,
): LoggedBatch | undefined {
  const chained = chainedHandlerOf(node);
  const awaited = (chained?.chain ?? node).parent;
  const statement = awaited.parent;
  if (
    method !== 'all' ||
    !ts.isAwaitExpression(awaited) ||
    !ts.isExpressionStatement(statement) ||
    rejectionOf(program, node).kind !== 'may'
  ) {
    return undefined;
  }
  if (chained !== undefined) {
    return isInLoop(statement) && isLogOnly(program, chained.handler)
      ? { handler: chained.handler, saysMore: false }
      : undefined;
  }
  const block = statement.parent;
  if (
    !ts.isBlock(block) ||
    !ts.isTryStatement(block.parent) ||
    block.parent.tryBlock !== block
  ) {
    return undefined;
  }
  const { catchClause } = block.parent;
  const next = block.statements.slice(block.statements.indexOf(statement) + 1);
  return catchClause !== undefined &&
    isInLoop(block.parent) &&
    onlyLog(catchClause.block.statements) &&
    next.every(isLog)
    ? { handler: catchClause, saysMore: next.length > 0 }
    : undefined;
}

/** The handler of `Promise.all(…).catch(handler)`, where that is all that is chained on it. */
function chainedHandlerOf(
  node: ts.CallExpression,
): { chain: ts.CallExpression; handler: ts.Expression } | undefined {
  const chain = node.parent.parent;
  const [handler] = ts.isCallExpression(chain) ? chain.arguments : [];
  return ts.isCallExpression(chain) &&
    node.parent === chain.expression &&
    accessedName(chain.expression) === 'catch' &&
    handler !== undefined &&
    !ts.isSpreadElement(handler)
    ? { chain, handler }
    : undefined;
}

/** Whether a handler does nothing but to log: a function of logs, or the log's own. */
function isLogOnly(program: ts.Program, handler: ts.Expression): boolean {
  const fn = functionOf(program, handler);
  if (fn === undefined) {
    return isLogger(unwrap(handler));
  }
  return ts.isBlock(fn.body)
    ? onlyLog(fn.body.statements)
    : isLogCall(unwrap(fn.body));
}

function isInLoop(statement: ts.Node): boolean {
  const { parent } = statement;
  return ts.isBlock(parent)
    ? ts.isIterationStatement(parent.parent, false)
    : ts.isIterationStatement(parent, false);
}

function onlyLog(statements: readonly ts.Statement[]): boolean {
  return statements.length > 0 && statements.every(isLog);
}

function isLog(statement: ts.Statement): boolean {
  return (
    ts.isContinueStatement(statement) ||
    (ts.isExpressionStatement(statement) &&
      isLogCall(unwrap(statement.expression)))
  );
}

function isLogCall(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && isLogger(unwrap(node.expression));
}

function isLogger(callee: ts.Expression): boolean {
  return ts.isIdentifier(callee)
    ? wordsOf(callee.text)[0] === 'log'
    : isLogging(callee);
}
