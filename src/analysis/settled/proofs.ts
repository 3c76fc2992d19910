import ts from 'typescript';

import { receiverFor } from '../language/list-callbacks.ts';
import { type Subject, testClaim } from './claims.ts';
import { isStatusTakenAlong } from './companions.ts';
import { claimsAround } from './evidence.ts';
import { Mentions, rootOf } from './mentions.ts';
import { memberRejectionOf, rejectionOf } from '../rejections/sources.ts';
import { originOf, originOfPattern, type SettledOrigin } from './origins.ts';
import {
  allHold,
  elementStatus,
  opposite,
  type StatusOfType,
  statusOfType,
} from './types.ts';
import { isWrapper, unwrap } from '../language/syntax.ts';
import { elementTypeOf } from '../language/types.ts';

/**
 * What is known of a settled result's status at a place: proven to be one of the two, `either` where
 * nothing on the way from the combinator to the place looks at it, or `unknown` where something does
 * that is not understood, or where the way cannot be followed.
 */
export type Proof = 'fulfilled' | 'rejected' | 'either' | 'unknown';

/** What is known of the status of the result that an expression stands for; `undefined` where it is not known to be a settled result. */
export function proofOf(
  program: ts.Program,
  result: ts.Expression,
): Proof | undefined {
  const status = statusUnderCasts(program, result);
  return status && decide(program, status, originOf(program, result), result);
}

/** The same of the result that a pattern takes apart. */
export function proofOfPattern(
  program: ts.Program,
  pattern: ts.ObjectBindingPattern,
): Proof | undefined {
  const taken = pattern.parent;
  if (ts.isVariableDeclaration(taken) && taken.initializer !== undefined) {
    return proofOf(program, unwrap(taken.initializer));
  }
  const checker = program.getTypeChecker();
  const receiver = ts.isParameter(taken) ? receiverFor(taken) : undefined;
  const element =
    receiver && elementTypeOf(checker, checker.getTypeAtLocation(receiver));
  const status = statusOfType(
    program,
    element ?? checker.getTypeAtLocation(pattern),
  );
  return (
    status &&
    decide(program, status, originOfPattern(program, pattern), pattern)
  );
}

/** Asks the compiler first, and the code where the compiler leaves the status open. */
function decide(
  program: ts.Program,
  status: StatusOfType,
  origin: SettledOrigin,
  at: ts.Expression | ts.BindingPattern,
): Proof | undefined {
  switch (status) {
    case 'opaque':
      return origin.kind === 'allSettled'
        ? provenByCode(program, origin, at)
        : undefined;
    case 'either':
      return provenByCode(program, origin, at);
    default:
      return isContradicted(program, status, origin, at) ? 'unknown' : status;
  }
}

/** Whether the compiler has a status only from a cast, or from a predicate that says one thing and does another. */
function isContradicted(
  program: ts.Program,
  status: 'fulfilled' | 'rejected',
  { places, tests }: SettledOrigin,
  at: ts.Node,
): boolean {
  return (
    places.some((place) => place !== at && isCastToStatus(program, place)) ||
    tests.some((test) => testClaim(program, test, true) === opposite(status))
  );
}

function isCastToStatus(program: ts.Program, place: ts.Node): boolean {
  const { parent } = place;
  if (!ts.isAssertionExpression(parent)) {
    return false;
  }
  const type = program.getTypeChecker().getTypeAtLocation(parent);
  const status = elementStatus(program, type) ?? statusOfType(program, type);
  return status === 'fulfilled' || status === 'rejected';
}

/** The proof of the code alone: what chose among the results, and what stands around the places that they went by. */
export function provenByCode(
  program: ts.Program,
  origin: SettledOrigin,
  at: ts.Node,
): Proof {
  if (origin.kind === 'unknown') {
    return 'unknown';
  }
  const subject = subjectAt(program, origin, at);
  const claim = allHold([
    ...origin.tests.map((test) => testClaim(program, test, true)),
    ...[...new Set([at, ...origin.places])].flatMap((place) =>
      claimsAround(subject, place),
    ),
  ]);
  if (claim !== undefined) {
    return origin.forks ? 'unknown' : claim;
  }
  return mayReject(program, origin) &&
    !isStatusTakenAlong(subject, at) &&
    !isAtChosenIndex(subject, at)
    ? 'either'
    : 'unknown';
}

/** Whether a result is taken at an index that was made by looking at the results: of a list of those that hold something. */
function isAtChosenIndex({ mentions }: Subject, at: ts.Node): boolean {
  return (
    ts.isElementAccessExpression(at) && mentions.isIn(at.argumentExpression)
  );
}

/** Whether a member that a result may be of can reject: where none can, there is nothing to check. */
function mayReject(
  program: ts.Program,
  { kind, members }: SettledOrigin,
): boolean {
  return (
    kind !== 'allSettled' ||
    members.some(({ call, index }) => {
      const { input } = call;
      const before =
        index === undefined || input.kind !== 'tuple'
          ? []
          : input.array.elements.slice(0, index + 1);
      const member = before.some(ts.isSpreadElement)
        ? undefined
        : before[index ?? 0];
      const { kind: source } =
        member === undefined
          ? memberRejectionOf(program, call)
          : rejectionOf(program, member);
      return source !== 'never';
    })
  );
}

function subjectAt(
  program: ts.Program,
  { names }: SettledOrigin,
  at: ts.Node,
): Subject {
  const result = ts.isExpression(at) ? at : undefined;
  const mentions = new Mentions(program.getTypeChecker(), names, result);
  const text = result?.getText();
  const root = symbolOfRoot(mentions, result);
  return {
    program,
    mentions,
    isResult: (expression) => {
      const node = unwrap(expression);
      if (!ts.isIdentifier(node)) {
        return node.getText() === text && symbolOfRoot(mentions, node) === root;
      }
      const symbol = mentions.symbolOf(node);
      return symbol !== undefined && names.has(symbol);
    },
  };
}

function symbolOfRoot(
  mentions: Mentions,
  expression: ts.Expression | undefined,
): ts.Symbol | undefined {
  const root = expression && rootOf(expression);
  return root && mentions.symbolOf(root);
}

/** What the compiler knows of a result's status, whatever casts and annotations claim where it got its name. */
export function statusUnderCasts(
  program: ts.Program,
  result: ts.Expression,
): StatusOfType | undefined {
  const checker = program.getTypeChecker();
  const status = statusOfType(program, checker.getTypeAtLocation(result));
  if (status === undefined) {
    return undefined;
  }
  const declaration = checker.getSymbolAtLocation(result)?.valueDeclaration;
  return (
    (declaration && statusUnderDeclaration(program, declaration, status)) ??
    status
  );
}

function statusUnderDeclaration(
  program: ts.Program,
  declaration: ts.Declaration,
  status: StatusOfType,
): StatusOfType | undefined {
  const checker = program.getTypeChecker();
  if (ts.isParameter(declaration) && declaration.type !== undefined) {
    const receiver = receiverFor(declaration);
    const element =
      receiver && elementTypeOf(checker, checker.getTypeAtLocation(receiver));
    return element && statusOfType(program, element);
  }
  if (
    !ts.isVariableDeclaration(declaration) ||
    declaration.initializer === undefined ||
    !isWrapper(declaration.initializer)
  ) {
    return undefined;
  }
  const claimed = statusOfType(
    program,
    checker.getTypeAtLocation(declaration.initializer),
  );
  return claimed === status
    ? statusUnderCasts(program, unwrap(declaration.initializer))
    : undefined;
}
