import ts from 'typescript';

import { uncheckedCastOf } from './casts.ts';
import { missingPropertyOf } from './misreads.ts';
import { isStringifiedRejection } from './stringified-rejections.ts';
import { lyingPredicateOf, unknownStatusOf } from './predicates.ts';
import {
  type SettledProperty,
  type SettledStatus,
  STATUS_WITH,
} from './types.ts';
import { settledReadOf } from './settlements.ts';
import {
  isAllowedToBeMissing,
  isAskedForTruth,
  isStatusByTruthiness,
  tellsByTruthiness,
} from './truthiness.ts';
import { returnedExpressions } from '../language/returns.ts';
import { accessedName, isFunctionWithBody } from '../language/syntax.ts';

/** What is wrong with a piece of code that deals with settled results. */
export type SettledMistake =
  /** A read that nothing guards, and one where the status is proven to be the other one. */
  | { kind: 'uncheckedRead' | 'wrongStatus'; property: SettledProperty }
  /** A test for truthiness in place of a comparison of the status. */
  | { kind: 'truthinessTest'; property: SettledProperty | 'status' }
  /** A property that no settled result has. */
  | { kind: 'missingProperty'; property: string }
  /** A cast that says of several results how they settled, unproven or disproven. */
  | { kind: 'uncheckedCast' | 'wrongCast'; status: SettledStatus }
  /** A type predicate that says one status and tests for the other. */
  | {
      kind: 'lyingPredicate';
      status: SettledStatus;
      tested: ts.StringLiteralLike | undefined;
    }
  /** A comparison with a text that is no status. */
  | { kind: 'unknownStatus'; literal: ts.StringLiteralLike }
  /** Rejected results, or their reasons, as JSON, which has nothing of an `Error`. */
  | { kind: 'stringifiedRejection' };

/** The mistake that a node is; `undefined` where it is none, or where the code is not followed. */
export function settledMistakeAt(
  program: ts.Program,
  node: ts.Node,
): SettledMistake | undefined {
  if (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node)
  ) {
    return accessMistake(program, node);
  }
  if (ts.isAssertionExpression(node)) {
    const cast = uncheckedCastOf(program, node);
    return (
      cast && {
        kind: cast.isContradicted ? 'wrongCast' : 'uncheckedCast',
        status: cast.claimed,
      }
    );
  }
  if (ts.isTypePredicateNode(node)) {
    const lie = lyingPredicateOf(program, node);
    return (
      lie && {
        kind: 'lyingPredicate',
        status: lie.claimed,
        tested: lie.tested,
      }
    );
  }
  if (ts.isBinaryExpression(node) || ts.isCaseClause(node)) {
    const literal = unknownStatusOf(program, node);
    return literal && { kind: 'unknownStatus', literal };
  }
  if (ts.isCallExpression(node)) {
    return isStringifiedRejection(program, node)
      ? { kind: 'stringifiedRejection' }
      : undefined;
  }
  return readMistake(program, node);
}

function accessMistake(
  program: ts.Program,
  access: ts.AccessExpression,
): SettledMistake | undefined {
  if (
    accessedName(access) === 'status' &&
    isStatusByTruthiness(program, access)
  ) {
    return { kind: 'truthinessTest', property: 'status' };
  }
  const missing = missingPropertyOf(program, access);
  if (missing !== undefined) {
    return { kind: 'missingProperty', property: missing };
  }
  return readMistake(program, access);
}

function readMistake(
  program: ts.Program,
  node: ts.Node,
): SettledMistake | undefined {
  const read = settledReadOf(program, node);
  if (
    read === undefined ||
    read.proof === 'unknown' ||
    read.proof === STATUS_WITH[read.property]
  ) {
    return undefined;
  }
  const { proof, property } = read;
  if (proof !== 'either') {
    return { kind: 'wrongStatus', property };
  }
  const tested = ts.isBindingElement(node) ? returnedName(node) : node;
  const isAsked = tested !== undefined && isAskedForTruth(tested);
  if (
    (isAsked || (tested !== undefined && isAllowedToBeMissing(tested))) &&
    // A promise may be rejected with nothing, which nobody does who looks at the reason.
    (property === 'reason' || tellsByTruthiness(program, read))
  ) {
    return undefined;
  }
  return { kind: isAsked ? 'truthinessTest' : 'uncheckedRead', property };
}

/** Where the callback of a pattern, `({ value }) => value`, answers with what it takes. */
function returnedName(element: ts.BindingElement): ts.Node | undefined {
  const fn = element.parent.parent.parent;
  return isFunctionWithBody(fn)
    ? returnedExpressions(fn).find(
        (returned) => returned.getText() === element.name.getText(),
      )
    : undefined;
}
