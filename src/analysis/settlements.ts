import ts from 'typescript';

import { acceptedBy, type Claim, type Subject } from './settled-claims.ts';
import { claimsAround, isAsserted } from './settled-evidence.ts';
import { Mentions } from './settled-mentions.ts';
import {
  originOf,
  originOfPattern,
  receiverFor,
  type SettledOrigin,
} from './settled-origins.ts';
import {
  isSettledProperty,
  type SettledProperty,
  type StatusOfType,
  STATUS_WITH,
  statusOfType,
} from './settled-types.ts';
import { accessedName, isWrapper, unwrap } from './syntax.ts';
import { elementTypeOf } from './types.ts';

/**
 * What is known of a settled result's status at a place: proven to be one of the two, `either` where
 * nothing on the way from the combinator to the place looks at it, or `unknown` where something does
 * that is not understood, or where the way cannot be followed.
 */
export type Proof = 'fulfilled' | 'rejected' | 'either' | 'unknown';

/** A read of what a settled result has only with one of its two statuses. */
export interface SettledRead {
  property: SettledProperty;
  /** The access, or the element of the destructuring pattern. */
  node: ts.Node;
  proof: Proof;
  /** The result that is read, without casts; `undefined` where a pattern takes it apart. */
  result: ts.Expression | undefined;
}

/**
 * The read that a node is: an access, or an element of a destructuring pattern or assignment.
 * `undefined` where it is none, or where what it reads is not known to be a settled result.
 */
export function settledReadOf(
  program: ts.Program,
  node: ts.Node,
): SettledRead | undefined {
  if (ts.isBindingElement(node)) {
    return patternRead(program, node);
  }
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    return assignmentRead(program, node);
  }
  const property = accessedName(node);
  if (!isSettledProperty(property)) {
    return undefined;
  }
  const result = unwrap((node as ts.AccessExpression).expression);
  const proof = isAsserted(node)
    ? provenByType(program, result)
    : proofOf(program, result, property);
  return proof && { property, node, proof, result };
}

/** What is known of the status of the results that an expression stands for; `undefined` where they are not known to be settled results. */
function proofOf(
  program: ts.Program,
  result: ts.Expression,
  property: SettledProperty,
): Proof | undefined {
  const type = statusUnderCasts(program, result);
  if (type === undefined || type === STATUS_WITH[property]) {
    return type;
  }
  const origin = originOf(program, result);
  return decide(program, type, origin, result);
}

/** The proof of what the code around and before says, where the type leaves the status open. */
function decide(
  program: ts.Program,
  type: StatusOfType,
  origin: SettledOrigin,
  at: ts.Expression | ts.BindingPattern,
): Proof | undefined {
  if (type === 'opaque' && origin.kind !== 'allSettled') {
    return undefined;
  }
  if (type === 'fulfilled' || type === 'rejected') {
    // What a cast or a predicate on the way claims is not what the compiler found out.
    return origin.places.some(isCastToResults) ||
      origin.tests.some((test) => acceptedBy(program, test) !== type)
      ? 'unknown'
      : type;
  }
  return provenByCode(program, origin, at);
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
  const claims = new Set<Claim>();
  for (const test of origin.tests) {
    const claim = acceptedBy(program, test);
    if (claim !== undefined) {
      claims.add(claim);
    }
  }
  for (const place of new Set([at, ...origin.places])) {
    for (const claim of claimsAround(subject, place)) {
      claims.add(claim);
    }
  }
  const [claim] = claims;
  return claims.size > 1 ? 'unknown' : (claim ?? 'either');
}

function subjectAt(
  program: ts.Program,
  { names }: SettledOrigin,
  at: ts.Node,
): Subject {
  const result =
    ts.isExpression(at) && !ts.isObjectBindingPattern(at) ? at : undefined;
  const mentions = new Mentions(program.getTypeChecker(), names, result);
  const text = result?.getText();
  return {
    program,
    mentions,
    isResult: (expression) => {
      const node = unwrap(expression);
      const symbol = ts.isIdentifier(node) && mentions.symbolOf(node);
      return (symbol && names.has(symbol)) || node.getText() === text;
    },
  };
}

function provenByType(
  program: ts.Program,
  result: ts.Expression,
): Proof | undefined {
  const type = statusUnderCasts(program, result);
  return type === 'fulfilled' || type === 'rejected' ? type : type && 'unknown';
}

/** What the compiler knows of a result's status, whatever casts and annotations claim where it got its name. */
export function statusUnderCasts(
  program: ts.Program,
  result: ts.Expression,
): StatusOfType | undefined {
  const checker = program.getTypeChecker();
  const type = statusOfType(program, checker.getTypeAtLocation(result));
  if (type === undefined || type === 'either' || !ts.isIdentifier(result)) {
    return type;
  }
  const declaration = checker.getSymbolAtLocation(result)?.valueDeclaration;
  return (
    (declaration && statusUnderDeclaration(program, declaration, type)) ?? type
  );
}

function statusUnderDeclaration(
  program: ts.Program,
  declaration: ts.Declaration,
  type: StatusOfType,
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
  return claimed === type
    ? statusUnderCasts(program, unwrap(declaration.initializer))
    : undefined;
}

function isCastToResults(place: ts.Node): boolean {
  return (
    (ts.isAsExpression(place.parent) ||
      ts.isTypeAssertionExpression(place.parent)) &&
    !ts.isConstTypeReference(place.parent.type)
  );
}

/** `const { value } = result`, `({ value }) => …`, `for (const { value } of results)`. */
function patternRead(
  program: ts.Program,
  node: ts.BindingElement,
): SettledRead | undefined {
  const pattern = node.parent;
  const property = keyOf(node);
  if (
    !ts.isObjectBindingPattern(pattern) ||
    !isSettledProperty(property) ||
    node.dotDotDotToken !== undefined
  ) {
    return undefined;
  }
  const checker = program.getTypeChecker();
  const taken = pattern.parent;
  const result =
    ts.isVariableDeclaration(taken) && taken.initializer !== undefined
      ? unwrap(taken.initializer)
      : undefined;
  const receiver = ts.isParameter(taken) ? receiverFor(taken) : undefined;
  const element =
    receiver && elementTypeOf(checker, checker.getTypeAtLocation(receiver));
  const type =
    result === undefined
      ? statusOfType(program, element ?? checker.getTypeAtLocation(pattern))
      : statusUnderCasts(program, result);
  if (type === undefined) {
    return undefined;
  }
  if (type === STATUS_WITH[property]) {
    return { property, node, proof: type, result: undefined };
  }
  // What is taken beside it may tell the status later, and what is done then is not followed.
  const isAlone = pattern.elements.every(
    (other) =>
      other === node ||
      !['status', 'value', 'reason', undefined].includes(keyOf(other)),
  );
  const proof = isAlone
    ? decide(program, type, originOfPattern(program, pattern), pattern)
    : 'unknown';
  return proof && { property, node, proof, result: undefined };
}

/** The property that an element of a pattern takes; `undefined` for a computed one and for the rest. */
function keyOf(element: ts.BindingElement): string | undefined {
  const key = element.propertyName ?? element.name;
  return element.dotDotDotToken === undefined &&
    (ts.isIdentifier(key) || ts.isStringLiteral(key))
    ? key.text
    : undefined;
}

/** `({ value } = result)`. */
function assignmentRead(
  program: ts.Program,
  node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
): SettledRead | undefined {
  const pattern = node.parent;
  const assignment = pattern.parent;
  if (
    !ts.isIdentifier(node.name) ||
    !isSettledProperty(node.name.text) ||
    pattern.properties.length !== 1 ||
    !ts.isBinaryExpression(assignment) ||
    assignment.left !== pattern ||
    assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken
  ) {
    return undefined;
  }
  const property = node.name.text;
  const proof = proofOf(program, unwrap(assignment.right), property);
  return proof && { property, node, proof, result: undefined };
}
