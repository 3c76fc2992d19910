import ts from 'typescript';

import { isAsserted } from './assertions.ts';
import {
  type Proof,
  proofOf,
  proofOfPattern,
  statusUnderCasts,
} from './proofs.ts';
import { isSettledProperty, type SettledProperty } from './types.ts';
import { accessedName, unwrap } from '../language/syntax.ts';

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
  if (!isSettledProperty(property) || isAssigned(node)) {
    return undefined;
  }
  const result = unwrap((node as ts.AccessExpression).expression);
  const proof = isAsserted(node)
    ? provenByType(program, result)
    : proofOf(program, result);
  return proof && { property, node, proof, result };
}

/** What an assertion looks at fails where the status is not as it should be, so that only the compiler's word counts. */
function provenByType(
  program: ts.Program,
  result: ts.Expression,
): Proof | undefined {
  const status = statusUnderCasts(program, result);
  return status === 'either' || status === 'opaque' ? 'unknown' : status;
}

function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isDeleteExpression(parent) ||
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
  );
}

/** `const { value } = result`, `({ value }) => …`, `for (const { value } of results)`. */
function patternRead(
  program: ts.Program,
  node: ts.BindingElement,
): SettledRead | undefined {
  const pattern = node.parent;
  const property = keyOf(node);
  if (!ts.isObjectBindingPattern(pattern) || !isSettledProperty(property)) {
    return undefined;
  }
  const proof = proofOfPattern(program, pattern);
  // What is taken beside it may tell the status later, and what is done then is not followed.
  const isAlone = pattern.elements.every(
    (other) =>
      other === node ||
      !['status', 'value', 'reason', undefined].includes(keyOf(other)),
  );
  return (
    proof && {
      property,
      node,
      proof: proof === 'either' && !isAlone ? 'unknown' : proof,
      result: undefined,
    }
  );
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
  const proof = proofOf(program, unwrap(assignment.right));
  return proof && { property, node, proof, result: undefined };
}
