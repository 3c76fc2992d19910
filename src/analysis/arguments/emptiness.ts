import ts from 'typescript';

import { constantListOf } from './lists.ts';
import { unwrap } from '../language/syntax.ts';

/**
 * Whether an iterable yields nothing, for certain: an empty literal, a spread of one, an empty `new Set()`,
 * or a `const` that holds one and that nothing can have filled. `false` where that is not known.
 */
export function isProvablyEmpty(
  checker: ts.TypeChecker,
  expression: ts.Expression,
): boolean {
  const node = unwrap(expression);
  const made = constantListOf(checker, node) ?? node;
  if (ts.isArrayLiteralExpression(made)) {
    return made.elements.every(
      (element) =>
        ts.isSpreadElement(element) &&
        isProvablyEmpty(checker, element.expression),
    );
  }
  return (
    ts.isNewExpression(made) &&
    ts.isIdentifier(made.expression) &&
    (made.expression.text === 'Set' || made.expression.text === 'Array') &&
    (made.arguments ?? []).length === 0
  );
}
