import ts from 'typescript';

import { equalityOf } from '../language/conditions.ts';
import { returnedExpressions } from '../language/returns.ts';
import { bodyClaim } from './claims.ts';
import { originOf } from './origins.ts';
import { proofOfPattern, statusUnderCasts } from './proofs.ts';
import {
  isSettledStatus,
  opposite,
  type SettledStatus,
  statusOfType,
} from './types.ts';
import {
  accessedName,
  isFunctionWithBody,
  unwrap,
} from '../language/syntax.ts';

/** A type predicate that claims the one status where its function tests for the other. */
export interface LyingPredicate {
  node: ts.TypePredicateNode;
  claimed: SettledStatus;
  /** The status in the text of the test, where the whole test is one comparison. */
  tested: ts.StringLiteralLike | undefined;
}

/** What is wrong with a type predicate such as `r is PromiseFulfilledResult<T>`; `undefined` where nothing is, or where its body is not understood. */
export function lyingPredicateOf(
  program: ts.Program,
  node: ts.TypePredicateNode,
): LyingPredicate | undefined {
  const fn = node.parent;
  if (
    node.type === undefined ||
    node.assertsModifier !== undefined ||
    !isFunctionWithBody(fn) ||
    fn.parameters[0]?.name.getText() !== node.parameterName.getText()
  ) {
    return undefined;
  }
  const claimed = statusOfType(
    program,
    program.getTypeChecker().getTypeAtLocation(node.type),
  );
  if (
    (claimed !== 'fulfilled' && claimed !== 'rejected') ||
    bodyClaim(program, fn, true) !== opposite(claimed)
  ) {
    return undefined;
  }
  const [returned] = returnedExpressions(fn);
  const equality = returned && equalityOf(unwrap(returned));
  const tested =
    equality &&
    [equality.left, equality.right].find((side) =>
      ts.isStringLiteralLike(side),
    );
  return { node, claimed, tested };
}

/** A string that a settled result's status is compared with, and that is no status; `undefined` where the node is no such comparison. */
export function unknownStatusOf(
  program: ts.Program,
  node: ts.Node,
): ts.StringLiteralLike | undefined {
  const [status, literal] = comparedIn(node);
  return literal !== undefined &&
    status !== undefined &&
    ts.isStringLiteralLike(literal) &&
    !isSettledStatus(literal.text) &&
    isStatusOfResult(program, status)
    ? literal
    : undefined;
}

/** Whether an expression is the status of a settled result: read from it, or under a constant's name. */
function isStatusOfResult(program: ts.Program, node: ts.Expression): boolean {
  if (accessedName(node) === 'status') {
    return isSettledResult(program, (node as ts.AccessExpression).expression);
  }
  const declaration = ts.isIdentifier(node)
    ? program.getTypeChecker().getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  if (declaration === undefined) {
    return false;
  }
  if (ts.isBindingElement(declaration)) {
    const key = declaration.propertyName ?? declaration.name;
    return (
      ts.isIdentifier(key) &&
      key.text === 'status' &&
      ts.isObjectBindingPattern(declaration.parent) &&
      proofOfPattern(program, declaration.parent) !== undefined
    );
  }
  return (
    ts.isVariableDeclaration(declaration) &&
    (declaration.parent.flags & ts.NodeFlags.Const) !== 0 &&
    declaration.initializer !== undefined &&
    isStatusOfResult(program, unwrap(declaration.initializer))
  );
}

function comparedIn(node: ts.Node): (ts.Expression | undefined)[] {
  if (ts.isCaseClause(node)) {
    return [unwrap(node.parent.parent.expression), node.expression];
  }
  const equality = equalityOf(node);
  if (equality === undefined) {
    return [];
  }
  const sides = [unwrap(equality.left), unwrap(equality.right)];
  return ts.isStringLiteralLike(unwrap(equality.left))
    ? sides.reverse()
    : sides;
}

/** Whether an expression is known to be a settled result, by its type or by where it comes from. */
export function isSettledResult(
  program: ts.Program,
  expression: ts.Expression,
): boolean {
  const result = unwrap(expression);
  const status = statusUnderCasts(program, result);
  return status === 'opaque'
    ? originOf(program, result).kind === 'allSettled'
    : status !== undefined;
}
