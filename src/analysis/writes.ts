import ts from 'typescript';

import { elementsByType } from './elements.ts';
import { referencesOf } from './references.ts';
import type { Sources } from './sources.ts';
import { accessedName, unwrap, wrapped } from './syntax.ts';
import { some, type Term } from './terms.ts';

/** Array methods that put their arguments into the array. */
const ADDS: ReadonlySet<string> = new Set(['push', 'unshift']);

/** What a variable may hold: its initialiser, all that is assigned to it and, for an array, all that is added to it. */
export function writesOf(
  sources: Sources,
  variable: ts.VariableDeclaration,
  aspect: 'promise' | 'elements',
): Term {
  const { checker } = sources;
  const name = variable.name as ts.Identifier;
  const symbol = checker.getSymbolAtLocation(name);
  const loop = variable.parent.parent;
  if (symbol === undefined || ts.isForInStatement(loop)) {
    return sources.byType(name);
  }
  const terms: Term[] = [];
  if (ts.isForOfStatement(loop)) {
    return aspect === 'promise' && loop.awaitModifier === undefined
      ? sources.elements(loop.expression)
      : elementsByType(sources, name);
  }
  if (variable.initializer !== undefined) {
    terms.push(sources[aspect](variable.initializer));
  } else if (ts.getCombinedModifierFlags(variable) & ts.ModifierFlags.Ambient) {
    return aspect === 'promise'
      ? sources.byType(name)
      : elementsByType(sources, name);
  }
  for (const reference of referencesOf(
    checker,
    symbol,
    variable.getSourceFile(),
  )) {
    terms.push(...writesAt(sources, reference as ts.Identifier, aspect));
  }
  return some(terms);
}

function writesAt(
  sources: Sources,
  reference: ts.Identifier,
  aspect: 'promise' | 'elements',
): Term[] {
  const node = wrapped(reference);
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) {
    switch (parent.operatorToken.kind) {
      case ts.SyntaxKind.EqualsToken:
      case ts.SyntaxKind.BarBarEqualsToken:
      case ts.SyntaxKind.QuestionQuestionEqualsToken:
        return [sources[aspect](parent.right)];
      default:
        return [];
    }
  }
  if (isPatternTarget(node)) {
    return [sources.byType(reference)];
  }
  return aspect === 'elements' ? additionsAt(sources, node) : [];
}

function additionsAt(sources: Sources, node: ts.Node): Term[] {
  const { parent } = node;
  if (
    ts.isElementAccessExpression(parent) &&
    parent.expression === node &&
    ts.isBinaryExpression(parent.parent) &&
    parent.parent.left === parent
  ) {
    return [sources.promise(parent.parent.right)];
  }
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    const call = parent.parent;
    return ADDS.has(accessedName(parent) ?? '') &&
      ts.isCallExpression(call) &&
      call.expression === parent
      ? call.arguments.map((argument) =>
          ts.isSpreadElement(argument)
            ? sources.elements(argument.expression)
            : sources.promise(argument),
        )
      : [];
  }
  // Handed to code that may add anything: what the type says is all that is known.
  return ts.isCallExpression(parent) &&
    unwrap(parent.expression) !== node &&
    !isCombinatorArgument(parent)
    ? [elementsByType(sources, node as ts.Expression)]
    : [];
}

function isCombinatorArgument(call: ts.CallExpression): boolean {
  const name = accessedName(unwrap(call.expression));
  return (
    name === 'all' || name === 'allSettled' || name === 'any' || name === 'race'
  );
}

/** Whether a name is written by a destructuring assignment, `[name] = …` or `({ key: name } = …)`. */
function isPatternTarget(node: ts.Node): boolean {
  let current = node;
  while (
    ts.isArrayLiteralExpression(current.parent) ||
    ts.isObjectLiteralExpression(current.parent) ||
    ts.isPropertyAssignment(current.parent) ||
    ts.isShorthandPropertyAssignment(current.parent) ||
    ts.isSpreadElement(current.parent)
  ) {
    current = current.parent;
  }
  return (
    current !== node &&
    ts.isBinaryExpression(current.parent) &&
    current.parent.left === current &&
    current.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}
