import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { namedSymbol } from '../language/references.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { ANY, atMost, type ListSize, longest } from './sizes.ts';

/** What people call the number of tasks that they let run at once. */
const LIMIT = /(?:concurren|limit|parallel|worker|thread|poolSize)/iu;

/** How many constants a number may be followed through. */
const FOLLOWED = 8;

/** The size of a list with so many items: of a number, of one that somebody sets as a limit, which counts as none, or of the least of several of which one is known. */
export function sizeUpTo(
  checker: ts.TypeChecker,
  count: ts.Expression,
  left = FOLLOWED,
): ListSize {
  const node = unwrap(count);
  const numbers = unionConstituents(checker.getTypeAtLocation(node)).map(
    (part) => (part.isNumberLiteral() ? part.value : Infinity),
  );
  const most = Math.max(...numbers);
  if (most !== Infinity) {
    return atMost(most);
  }
  if (ts.isCallExpression(node)) {
    const parts = node.arguments.map((part) =>
      sizeUpTo(checker, part, left - 1),
    );
    switch (node.expression.getText()) {
      case 'Math.min':
        return parts.find(({ kind }) => kind === 'at-most') ?? ANY;
      case 'Math.max':
        return longest(parts);
      default:
        return ANY;
    }
  }
  if (
    LIMIT.test((ts.isIdentifier(node) ? node.text : accessedName(node)) ?? '')
  ) {
    return atMost(0);
  }
  const initializer =
    left > 0 ? constantAt(checker, node)?.initializer : undefined;
  return initializer === undefined
    ? ANY
    : sizeUpTo(checker, initializer, left - 1);
}

/** The number that an expression is by its type; `undefined` where it may be another one. */
export function numberAt(
  checker: ts.TypeChecker,
  expression: ts.Expression,
): number | undefined {
  const type = checker.getTypeAtLocation(expression);
  return type.isNumberLiteral() ? type.value : undefined;
}

/** The constant or read-only field that an expression names, with its initial value. */
export function constantAt(
  checker: ts.TypeChecker,
  node: ts.Expression,
): { symbol: ts.Symbol; initializer: ts.Expression } | undefined {
  const symbol = namedSymbol(checker, node);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined) {
    return undefined;
  }
  const isConstant =
    (ts.isVariableDeclaration(declaration) &&
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0) ||
    (ts.isPropertyDeclaration(declaration) &&
      (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !==
        0);
  return isConstant && declaration.initializer !== undefined
    ? { symbol, initializer: declaration.initializer }
    : undefined;
}
