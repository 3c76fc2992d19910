import ts from 'typescript';

import { calleesOf } from '../language/callees.ts';
import { combinatorTerm } from './combinations.ts';
import { recogniseCombinator } from '../language/combinators.ts';
import { constructionTerm } from './executors.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { promiseMethodTerm } from './reactions.ts';
import { namedSymbol } from '../language/references.ts';
import type { Sources } from './sources.ts';
import { overridesOf } from '../language/subclasses.ts';
import { isFunctionWithBody, unwrap } from '../language/syntax.ts';
import { pickedTerm, takenTerm } from './taken-out.ts';
import { NEVER, some, type Term } from './terms.ts';
import { isTimer } from './timers.ts';

/** Whether the promise that an expression evaluates to can reject, by what kind of expression it is. */
export function expressionTerm(sources: Sources, node: ts.Expression): Term {
  if (ts.isCallExpression(node)) {
    return callTerm(sources, node);
  }
  if (ts.isNewExpression(node)) {
    return constructionTerm(sources, node);
  }
  if (ts.isConditionalExpression(node)) {
    return some([
      sources.promise(node.whenTrue),
      sources.promise(node.whenFalse),
    ]);
  }
  if (ts.isBinaryExpression(node)) {
    return operatorTerm(sources, node);
  }
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    return nameTerm(sources, node);
  }
  if (ts.isElementAccessExpression(node)) {
    return takenTerm(sources, node) ?? sources.byType(node);
  }
  return ts.isAwaitExpression(node) || ts.isOmittedExpression(node)
    ? NEVER
    : sources.byType(node);
}

function nameTerm(
  sources: Sources,
  node: ts.Identifier | ts.PropertyAccessExpression,
): Term {
  const holder = sources.holder(node);
  if (holder !== undefined) {
    return sources.ofHolder(holder, 'promise');
  }
  const declaration = namedSymbol(sources.checker, node)?.valueDeclaration;
  if (declaration !== undefined && ts.isExportAssignment(declaration)) {
    return sources.promise(declaration.expression);
  }
  if (declaration !== undefined && ts.isBindingElement(declaration)) {
    return pickedTerm(sources, declaration) ?? sources.byType(node);
  }
  return declaration !== undefined &&
    ts.isGetAccessor(declaration) &&
    isFunctionWithBody(declaration) &&
    overridesOf(sources.program, declaration).length === 0
    ? sources.ofFunction(declaration, 'promise')
    : sources.byType(node);
}

/** What an operator yields. A long chain of one operator nests to the left, and is walked without recursion. */
function operatorTerm(sources: Sources, node: ts.BinaryExpression): Term {
  const terms: Term[] = [];
  let left: ts.Expression = node;
  while (ts.isBinaryExpression(left)) {
    switch (left.operatorToken.kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        terms.push(sources.promise(left.right));
        left = unwrap(left.left);
        continue;
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
      case ts.SyntaxKind.EqualsToken:
        terms.push(sources.promise(left.right));
        return some(terms);
      default:
        terms.push(sources.byType(left));
        return some(terms);
    }
  }
  terms.push(sources.promise(left));
  return some(terms);
}

function callTerm(sources: Sources, call: ts.CallExpression): Term {
  const method = promiseMethodOf(sources.program, call);
  if (method !== undefined) {
    return promiseMethodTerm(sources, method);
  }
  const combinator = recogniseCombinator(sources.program, call);
  if (combinator !== undefined) {
    return combinatorTerm(sources, combinator);
  }
  const bodies = calleesOf(sources.program, call);
  if (bodies.length > 0) {
    return some(bodies.map((body) => sources.ofFunction(body, 'promise')));
  }
  if (isTimer(sources.checker, call)) {
    return NEVER;
  }
  const taken = takenTerm(sources, call);
  if (taken !== undefined) {
    return taken;
  }
  return sources.byType(call);
}
