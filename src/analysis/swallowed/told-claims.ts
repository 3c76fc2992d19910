import ts from 'typescript';

import {
  doneWordsIn,
  isCountOfDone,
  isDoneState,
  isStateName,
} from './success-words.ts';
import { isStatusOfSuccess } from './http-answers.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { partsOf } from './text-parts.ts';

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

/** Whether an expression is the number that would be claimed to have succeeded. */
export type IsCount = (node: ts.Expression) => boolean;

/** Properties that hold what is told. */
const TEXT_NAME = /^(?:description|event|message|text|title|type)$/u;

/** What stands between a number and how many there were: `3 of 5`, `3/5`. */
const OF_ALL = /\bof\b|\//u;

/** `this.status = 'completed'`, `isSaved = true`. */
export function stateClaim(
  at: ts.Node,
  name: string | undefined,
  value: ts.Expression,
): Claim | undefined {
  const node = unwrap(value);
  if (name === undefined) {
    return undefined;
  }
  if (ts.isNumericLiteral(node)) {
    return isStatusOfSuccess(node) && /^status(?:Code)?$/u.test(name)
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
export function nameOf(target: ts.Expression): string | undefined {
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

/** What a text says, in all its parts. */
export function textClaim(
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
export function objectClaim(
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
  const tellsOwnCount = object.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      isCount(unwrap(property.initializer)),
  );
  if (tellsOwnCount && tellsAnotherCount) {
    return undefined;
  }
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
      return isCountOfDone(name) ? { kind: 'count', at: property } : undefined;
    }
    return TEXT_NAME.test(name)
      ? textClaim(value, isCount)
      : stateClaim(property, name, value);
  });
}

/** The first claim that is found among several nodes. */
export function firstOf<T>(
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
