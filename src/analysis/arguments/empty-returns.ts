import ts from 'typescript';

import { calleesOf } from '../language/callees.ts';
import {
  type FunctionWithBody,
  hasModifier,
  isGenerator,
  unwrap,
} from '../language/syntax.ts';

/** How many functions that hand on each other's result are looked through. */
const DEPTH = 4;

/**
 * Whether a function, or the function that a call calls, gives `undefined` back for certain: every
 * body that may run can be seen, none is async, and none returns a value. The type `void` alone is no
 * proof, since a function that is typed so may return anything.
 */
export function returnsNothing(
  program: ts.Program,
  node: FunctionWithBody | ts.CallExpression,
  depth = DEPTH,
): boolean {
  if (ts.isCallExpression(node)) {
    const bodies = depth === 0 ? [] : calleesOf(program, node);
    return (
      bodies.length > 0 &&
      bodies.every((body) => returnsNothing(program, body, depth - 1))
    );
  }
  if (hasModifier(node, ts.SyntaxKind.AsyncKeyword) || isGenerator(node)) {
    return false;
  }
  const { body } = node;
  if (ts.isBlock(body)) {
    return !isStub(node, body) && !returnsValue(body);
  }
  const result = unwrap(body);
  return ts.isCallExpression(result) && returnsNothing(program, result, depth);
}

/** A method that does nothing, or only throws, is there for subclasses to fill in, of which not all need be seen. */
function isStub(node: FunctionWithBody, { statements }: ts.Block): boolean {
  const [first] = statements;
  return (
    ts.isMethodDeclaration(node) &&
    (first === undefined || ts.isThrowStatement(first))
  );
}

function returnsValue(node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) {
    return node.expression !== undefined;
  }
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
    return false;
  }
  return ts.forEachChild(node, returnsValue) ?? false;
}
