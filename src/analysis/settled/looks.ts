import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { leavesAtEnd } from '../language/returns.ts';
import { statusOfType } from './types.ts';
import { accessedName, wrapped } from '../language/syntax.ts';

const STATUS_MEMBERS: ReadonlySet<string> = new Set(['status', 'reason']);

/**
 * Whether some code looks at the status of settled results, so that a `catch` beside it is one too many
 * rather than the one that was meant to see the failures. Functions that it hands on by name count;
 * taking the fulfilled results and passing the others over does not.
 */
export function looksAtStatus(program: ts.Program, code: ts.Node): boolean {
  const checker = program.getTypeChecker();
  const pending: ts.Node[] = [code];
  const entered = new Set<ts.Node>();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const object = ts.isBindingElement(node)
      ? node.parent
      : (node as Partial<ts.AccessExpression>).expression;
    if (
      object !== undefined &&
      STATUS_MEMBERS.has(memberName(node) ?? '') &&
      !isHalfRead(node) &&
      statusOfType(program, checker.getTypeAtLocation(object)) !== undefined
    ) {
      return true;
    }
    const handedOn =
      ts.isIdentifier(node) && ts.isCallExpression(node.parent)
        ? functionOf(program, node)?.body
        : undefined;
    if (handedOn !== undefined && !entered.has(handedOn)) {
      entered.add(handedOn);
      pending.push(handedOn);
    }
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return false;
}

/** Whether a status is asked only to take the fulfilled results and pass the others over: `if (result.status === 'fulfilled') …` without an `else`. */
function isHalfRead(node: ts.Node): boolean {
  const comparison = wrapped(node).parent;
  if (
    !ts.isBinaryExpression(comparison) ||
    !/^===?$/u.test(comparison.operatorToken.getText()) ||
    ![comparison.left, comparison.right].some(
      (side) => ts.isStringLiteralLike(side) && side.text === 'fulfilled',
    )
  ) {
    return false;
  }
  const { parent } = wrapped(comparison);
  return (
    ts.isIfStatement(parent) &&
    parent.elseStatement === undefined &&
    !leavesAtEnd(parent.thenStatement)
  );
}

/** The member that an access or a destructuring reads. */
function memberName(node: ts.Node): string | undefined {
  if (!ts.isBindingElement(node)) {
    return accessedName(node);
  }
  const name = node.propertyName ?? node.name;
  return ts.isIdentifier(name) ? name.text : undefined;
}
