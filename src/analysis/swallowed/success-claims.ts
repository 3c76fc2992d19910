import ts from 'typescript';

import {
  doneWordsIn,
  isCountOfDone,
  isDoneState,
  isStateName,
  setsState,
  tells,
} from './success-words.ts';
import {
  accessedName,
  enclosingFunction,
  isExit,
  unwrap,
} from '../language/syntax.ts';
import { equalityOf } from '../language/conditions.ts';
import { partsOf } from './text-parts.ts';
import { calledNameOf } from '../language/words.ts';

/**
 * What a statement claims: that all went well (in a text or a state with the words that say so; or by
 * nothing but a sign), or how many did.
 */
export type Claim =
  | {
      kind: 'success';
      by: 'text' | 'state';
      at: ts.Node;
      words: readonly string[];
    }
  | { kind: 'success'; by: 'sign'; at: ts.Node; words: readonly [] }
  | { kind: 'count'; at: ts.Node };

/** Properties that hold what is told. */
const TEXT_NAME = /^(?:description|event|message|text|title|type)$/u;

/** What stands between a number and how many there were: `3 of 5`, `3/5`. */
const OF_ALL = /\bof\b|\//u;

/** HTTP's answers by which a request is done (RFC 9110, 15.3); one that is only accepted is not. */
const SAYS_SUCCESS: ReadonlySet<string> = new Set(['200', '201', '204']);

/** Whether an expression is the number that would be claimed to have succeeded. */
export type IsCount = (node: ts.Expression) => boolean;

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
  return textClaim(node, isCount) ?? expressionClaim(node, isCount);
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
  return ts.isCallExpression(node) ? callClaim(node, isCount) : undefined;
}

/** `this.status = 'completed'`, `isSaved = true`. */
function stateClaim(
  at: ts.Node,
  name: string | undefined,
  value: ts.Expression,
): Claim | undefined {
  const node = unwrap(value);
  if (name === undefined) {
    return undefined;
  }
  if (ts.isNumericLiteral(node)) {
    return SAYS_SUCCESS.has(node.text) && /^status(?:Code)?$/u.test(name)
      ? { kind: 'success', by: 'sign', at, words: [] }
      : undefined;
  }
  if (ts.isStringLiteralLike(node)) {
    return isStateName(name) && isDoneState(node.text)
      ? { kind: 'success', by: 'state', at, words: doneWordsIn(node.text) }
      : undefined;
  }
  const words = name === 'ok' ? ['ok'] : doneWordsIn(name);
  return node.kind === ts.SyntaxKind.TrueKeyword && words.length > 0
    ? { kind: 'success', by: 'state', at, words }
    : undefined;
}

/** The name that is written: `isSaved` in `isSaved.value = true`. */
function nameOf(target: ts.Expression): string | undefined {
  const node = unwrap(target);
  if (ts.isIdentifier(node)) {
    return node.text;
  }
  const name = accessedName(node);
  return (name === 'value' || name === 'current') &&
    ts.isPropertyAccessExpression(node)
    ? nameOf(node.expression)
    : name;
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

/** What a text says, in all its parts. */
function textClaim(
  expression: ts.Expression,
  isCount: IsCount,
): Claim | undefined {
  const node = unwrap(expression);
  if (ts.isConditionalExpression(node)) {
    const whenTrue = textClaim(node.whenTrue, isCount);
    return whenTrue && textClaim(node.whenFalse, isCount) && whenTrue;
  }
  const { text, inserted } = partsOf(node);
  const words = doneWordsIn(text);
  if (words.length === 0) {
    return undefined;
  }
  const counts = inserted.filter((part) => isCount(unwrap(part)));
  if (counts.length < inserted.length && OF_ALL.test(text)) {
    return undefined;
  }
  return counts.length > 0
    ? { kind: 'count', at: node }
    : { kind: 'success', by: 'text', at: node, words };
}

/** `{ success: true }`, `{ status: 'completed' }`, `{ deleted: ids.length }`, in any depth. */
function objectClaim(
  object: ts.ObjectLiteralExpression,
  isCount: IsCount,
): Claim | undefined {
  // `{ processed: results.length, loaded: users.length }` tells them apart.
  const tellsAnotherCount = object.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      !isCount(unwrap(property.initializer)) &&
      /^(?:length|size)$/u.test(
        accessedName(unwrap(property.initializer)) ?? '',
      ),
  );
  return firstOf(object.properties, (property) => {
    const given = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (given === undefined) {
      return undefined;
    }
    const name = (property.name as ts.PropertyName)
      .getText()
      .replaceAll(/['"]/gu, '');
    const value = unwrap(given);
    if (ts.isObjectLiteralExpression(value)) {
      return objectClaim(value, isCount);
    }
    if (isCount(value)) {
      return isCountOfDone(name) && !tellsAnotherCount
        ? { kind: 'count', at: property }
        : undefined;
    }
    return TEXT_NAME.test(name)
      ? textClaim(value, isCount)
      : stateClaim(property, name, value);
  });
}

function firstOf<T>(
  nodes: readonly T[],
  ask: (node: T) => Claim | undefined,
): Claim | undefined {
  for (const node of nodes) {
    const claim = ask(node);
    if (claim !== undefined) {
      return claim;
    }
  }
  return undefined;
}
