import ts from 'typescript';

import { isDoneState, setsState, tells } from './success-words.ts';
import {
  accessedName,
  enclosingFunction,
  isExit,
  unwrap,
} from '../language/syntax.ts';
import { isAnswerOfSuccess } from './http-answers.ts';
import { equalityOf } from '../language/conditions.ts';
import {
  type Claim,
  firstOf,
  type IsCount,
  nameOf,
  objectClaim,
  stateClaim,
  textClaim,
} from './told-claims.ts';
import { calledNameOf } from '../language/words.ts';

/** The claim that a statement, or the body of a callback, makes; `undefined` where it makes none. */
export function claimIn(
  statement: ts.Node,
  isCount: IsCount,
): Claim | undefined {
  if (ts.isReturnStatement(statement)) {
    return statement.expression && returnedClaim(statement.expression, isCount);
  }
  if (ts.isExpressionStatement(statement)) {
    return expressionClaim(statement.expression, isCount);
  }
  if (ts.isIfStatement(statement)) {
    // `if (results.length === ids.length)` always holds.
    return isSameCount(statement.expression, isCount)
      ? firstOf(statementsIn(statement.thenStatement), (each) =>
          claimIn(each, isCount),
        )
      : undefined;
  }
  return ts.isExpression(statement)
    ? (expressionClaim(statement, isCount) ?? returnedClaim(statement, isCount))
    : undefined;
}

function statementsIn(branch: ts.Statement): readonly ts.Statement[] {
  return ts.isBlock(branch) ? branch.statements : [branch];
}

/** Whether an expression asks whether there are as many results as members. */
function isSameCount(expression: ts.Expression, isCount: IsCount): boolean {
  const equality = equalityOf(unwrap(expression));
  return (
    equality?.isEqual === true &&
    isCount(unwrap(equality.left)) &&
    isCount(unwrap(equality.right))
  );
}

function returnedClaim(
  returned: ts.Expression,
  isCount: IsCount,
): Claim | undefined {
  const node = unwrap(returned);
  if (isCount(node) || isSameCount(node, isCount)) {
    return { kind: 'count', at: node };
  }
  if (ts.isObjectLiteralExpression(node)) {
    return objectClaim(node, isCount);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword && mayReturnFalse(node)) {
    return { kind: 'success', by: 'sign', at: node, words: [] };
  }
  const claim = textClaim(node, isCount) ?? expressionClaim(node, isCount);
  return claim === undefined &&
    ts.isStringLiteralLike(node) &&
    isDoneState(node.text)
    ? { kind: 'success', by: 'sign', at: node, words: [] }
    : claim;
}

/** Whether the function of a `return true` has a `return false` too: then it says how it went. */
function mayReturnFalse(node: ts.Node): boolean {
  const fn = enclosingFunction(node);
  const isFalseReturned = (child: ts.Node): boolean =>
    (ts.isReturnStatement(child) &&
      child.expression?.kind === ts.SyntaxKind.FalseKeyword) ||
    (!ts.isFunctionLike(child) &&
      (ts.forEachChild(child, (each) => isFalseReturned(each) || undefined) ??
        false));
  return (
    fn !== undefined &&
    (ts.forEachChild(fn, (child) => isFalseReturned(child) || undefined) ??
      false)
  );
}

function expressionClaim(
  expression: ts.Expression,
  isCount: IsCount,
): Claim | undefined {
  const node = unwrap(expression);
  if (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) {
    return expressionClaim(node.expression, isCount);
  }
  if (ts.isBinaryExpression(node)) {
    return node.operatorToken.kind === ts.SyntaxKind.EqualsToken
      ? stateClaim(node, nameOf(node.left), node.right)
      : undefined;
  }
  if (isAnswerOfSuccess(node)) {
    return { kind: 'success', by: 'sign', at: node, words: [] };
  }
  return ts.isCallExpression(node) ? callClaim(node, isCount) : undefined;
}

function callClaim(
  call: ts.CallExpression,
  isCount: IsCount,
): Claim | undefined {
  const name = calledNameOf(call);
  if (name === undefined) {
    return undefined;
  }
  if (isExit(call)) {
    return call.arguments[0]?.getText() === '0'
      ? { kind: 'success', by: 'sign', at: call, words: [] }
      : undefined;
  }
  const [first, second] = call.arguments;
  const value = second ?? first;
  if (setsState(name) && value !== undefined) {
    const claim = stateClaim(call, name, value);
    if (claim !== undefined) {
      return claim;
    }
  }
  const isTelling = tells(tellerOf(call, name));
  const claim =
    isTelling || setsState(name)
      ? firstOf(call.arguments, (argument) =>
          ts.isObjectLiteralExpression(argument)
            ? objectClaim(argument, isCount)
            : isTelling
              ? textClaim(argument, isCount)
              : undefined,
        )
      : undefined;
  return (
    claim ??
    (/^(?:on)?succe(?:ss|ed)/iu.test(name)
      ? { kind: 'success', by: 'sign', at: call, words: [] }
      : undefined)
  );
}

/** The name by which a call tells something: `toast` too in `toast(…)`, and `logger.info`. */
function tellerOf(call: ts.CallExpression, name: string): string {
  const callee = unwrap(call.expression);
  return ts.isPropertyAccessExpression(callee) && !tells(name)
    ? `${calledReceiver(callee)} ${name}`
    : name;
}

function calledReceiver({ expression }: ts.PropertyAccessExpression): string {
  const receiver = unwrap(expression);
  return ts.isIdentifier(receiver)
    ? receiver.text
    : (accessedName(receiver) ?? '');
}
