import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { namedSymbol } from '../language/references.ts';
import { accessedName, unwrap, wrapped } from '../language/syntax.ts';
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

/** The constant, read-only field or property of a constant object that an expression names, with its initial value. */
export function constantAt(
  checker: ts.TypeChecker,
  node: ts.Expression,
): { symbol: ts.Symbol; initializer: ts.Expression } | undefined {
  const symbol = namedSymbol(checker, node);
  // A property that is mapped, as by `Object.freeze`, has no value of its own.
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) {
    return undefined;
  }
  const isConstant =
    isConstantVariable(declaration) ||
    (ts.isPropertyDeclaration(declaration) &&
      (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !==
        0) ||
    (ts.isPropertyAssignment(declaration) && isOfConstant(declaration));
  const { initializer } = declaration as { initializer?: ts.Expression };
  return isConstant && initializer !== undefined
    ? { symbol, initializer }
    : undefined;
}

function isConstantVariable(node: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(node) &&
    (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0
  );
}

/** Whether a property is one of a literal that a constant holds, by itself, frozen, or within another one. */
function isOfConstant({ parent }: ts.PropertyAssignment): boolean {
  const literal = wrapped(parent);
  const holder = literal.parent;
  if (ts.isPropertyAssignment(holder)) {
    return isOfConstant(holder);
  }
  return isConstantVariable(
    ts.isCallExpression(holder) &&
      holder.expression.getText() === 'Object.freeze'
      ? wrapped(holder).parent
      : holder,
  );
}
