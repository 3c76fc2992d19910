import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import { isLogging } from '../language/logging.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { isDiscarded } from './silenced-rejections.ts';
import { unwrap } from '../language/syntax.ts';
import { wordsOf } from '../language/words.ts';

/**
 * The `catch` of a `Promise.all` that a loop waits for in a `try`, where all that it does is to log: the
 * first reason is logged, the others are lost, and the next round starts while members of this one still
 * run. `undefined` where the `catch` does more, or the `try` goes on behind it: that is for a round without failures.
 */
export function loggingCatchOf(
  program: ts.Program,
  { method, node }: CombinatorCall,
): ts.CatchClause | undefined {
  const statement = node.parent.parent;
  const block = statement.parent;
  if (
    method !== 'all' ||
    !ts.isAwaitExpression(node.parent) ||
    !ts.isExpressionStatement(statement) ||
    !isDiscarded(node) ||
    !ts.isBlock(block) ||
    !ts.isTryStatement(block.parent) ||
    block.parent.tryBlock !== block ||
    block.statements.at(-1) !== statement
  ) {
    return undefined;
  }
  const { catchClause } = block.parent;
  return catchClause !== undefined &&
    isInLoop(block.parent) &&
    catchClause.block.statements.length > 0 &&
    catchClause.block.statements.every(onlyLogs) &&
    rejectionOf(program, node).kind === 'may'
    ? catchClause
    : undefined;
}

function isInLoop(statement: ts.Node): boolean {
  const { parent } = statement;
  return ts.isBlock(parent)
    ? ts.isIterationStatement(parent.parent, false)
    : ts.isIterationStatement(parent, false);
}

function onlyLogs(statement: ts.Statement): boolean {
  if (ts.isContinueStatement(statement)) {
    return true;
  }
  const call =
    ts.isExpressionStatement(statement) && unwrap(statement.expression);
  if (!call || !ts.isCallExpression(call)) {
    return false;
  }
  const callee = unwrap(call.expression);
  return ts.isIdentifier(callee)
    ? wordsOf(callee.text)[0] === 'log'
    : isLogging(callee);
}
