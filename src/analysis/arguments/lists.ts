import ts from 'typescript';

import { variableNamed } from './awaited-members.ts';
import { writeAt } from '../language/name-writes.ts';
import { referencesTo } from '../language/references.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { type ValueUse, useOf } from '../language/uses.ts';

/** How many names and choices within each other are looked through. */
const DEPTH = 8;

/**
 * The lists of which an expression evaluates to one: the branches of a choice, what a constant is made as that is only
 * read afterwards, else the expression itself. Empty literals are left out, since they hold nothing.
 */
export function listsOf(
  checker: ts.TypeChecker,
  expression: ts.Expression,
  depth = DEPTH,
): ts.Expression[] {
  const node = unwrap(expression);
  const inner = depth > 0 ? within(checker, node) : undefined;
  return inner === undefined
    ? isEmptyLiteral(node)
      ? []
      : [node]
    : inner.flatMap((list) => listsOf(checker, list, depth - 1));
}

function within(
  checker: ts.TypeChecker,
  node: ts.Expression,
): ts.Expression[] | undefined {
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse];
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    switch (kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        return [node.left, node.right];
      case ts.SyntaxKind.AmpersandAmpersandToken:
        // What is on the left is no list where it is the value.
        return [node.right];
      default:
        return undefined;
    }
  }
  const made = constantListOf(checker, node);
  return made && [made];
}

/** Whether an expression is `[]`. */
export function isEmptyLiteral(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}

/**
 * What the local constant that an expression names is made as, where each of its mentions only reads the list, so that
 * it holds the same; `undefined` for any other name, and where that is not known.
 */
export function constantListOf(
  checker: ts.TypeChecker,
  node: ts.Expression,
): ts.Expression | undefined {
  const variable = variableNamed(checker, node);
  return variable?.initializer !== undefined &&
    (ts.getCombinedNodeFlags(variable) & ts.NodeFlags.Const) !== 0 &&
    (ts.getCombinedModifierFlags(variable) & ts.ModifierFlags.Export) === 0 &&
    variable.getSourceFile() === node.getSourceFile() &&
    variable.end <= node.pos &&
    referencesTo(checker, variable.name).every(
      (reference) => reference === node || isRead(useOf(reference)),
    )
    ? unwrap(variable.initializer)
    : undefined;
}

function isRead(use: ValueUse): boolean {
  switch (use.kind) {
    case 'iterated':
    case 'tested':
      return true;
    case 'element':
      return use.isSpread;
    case 'accessed':
      return (
        (use.name === 'length' || use.name === 'size') &&
        useOf(use.node).kind === 'tested' &&
        writeAt(use.node) === undefined
      );
    case 'argument':
      return ['all', 'allSettled', 'any', 'race'].includes(
        accessedName(unwrap(use.of.expression)) ?? '',
      );
    default:
      return false;
  }
}
