import ts from 'typescript';

import { pushedAt, repeatingLoopOf } from '../arguments/awaited-pushes.ts';
import type { FanOut } from './fan-outs.ts';
import { referencesTo, variableNamed } from '../language/references.ts';
import { hasAwait } from '../language/sequence.ts';
import {
  accessedName,
  enclosingFunction,
  isCallNamed,
  unwrap,
  isWithin,
} from '../language/syntax.ts';

/** An array that a loop over a list, or `forEach`, fills with a task for each item; `undefined` where none does. */
export function filledFrom(
  checker: ts.TypeChecker,
  combinator: ts.CallExpression,
  array: ts.Expression,
): FanOut | undefined {
  const variable = variableNamed(checker, array);
  if (
    variable === undefined ||
    enclosingFunction(variable) !== enclosingFunction(combinator)
  ) {
    return undefined;
  }
  const names = referencesTo(checker, variable.name);
  for (const name of names) {
    const [task] = [...pushedAt(name), ...assignedAt(name)];
    const repeated = task && repetitionOf(checker, name, variable, combinator);
    if (
      task !== undefined &&
      repeated !== undefined &&
      !ts.isSpreadElement(task) &&
      // What looks at the array on the way may wait for a part of it.
      names.every((other) => other === name || !isWithin(other, repeated.by))
    ) {
      return { list: repeated.list, of: repeated.of, task, call: undefined };
    }
  }
  return undefined;
}

/** What is assigned where a name stands, in `name[index] = …`. */
function assignedAt(name: ts.Node): ts.Expression[] {
  const access = name.parent;
  const assignment = access.parent;
  return ts.isElementAccessExpression(access) &&
    access.expression === name &&
    ts.isBinaryExpression(assignment) &&
    assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    assignment.left === access
    ? [assignment.right]
    : [];
}

/** What a statement is repeated for, and by which node. */
interface Repetition {
  list: ts.Expression;
  of: FanOut['of'];
  by: ts.Node;
}

/** What a place is repeated for: for each item by a loop that neither waits nor ends early, or by `forEach`. */
function repetitionOf(
  checker: ts.TypeChecker,
  place: ts.Node,
  variable: ts.VariableDeclaration,
  combinator: ts.Node,
): Repetition | undefined {
  const callback = enclosingFunction(place);
  if (callback === enclosingFunction(variable)) {
    const by = repeatingLoopOf(place, variable, combinator);
    if (by === undefined || hasAwait(by.statement) || mayEnd(by.statement)) {
      return undefined;
    }
    const list = listOfLoop(checker, by);
    const turns = list === undefined ? turnsOf(by) : undefined;
    return list === undefined
      ? turns && { list: turns, of: 'turns', by }
      : { list, of: ts.isForInStatement(by) ? 'keys' : 'items', by };
  }
  const by = callback?.parent;
  return by !== undefined &&
    ts.isCallExpression(by) &&
    by.arguments[0] === callback &&
    isCallNamed(by, 'forEach') &&
    enclosingFunction(by) === enclosingFunction(variable)
    ? {
        list: (by.expression as ts.AccessExpression).expression,
        of: 'items',
        by,
      }
    : undefined;
}

/** Whether a statement in a loop may end it. */
function mayEnd(node: ts.Node): boolean {
  return (
    ts.isBreakStatement(node) ||
    ts.isReturnStatement(node) ||
    (!ts.isFunctionLike(node) && (ts.forEachChild(node, mayEnd) ?? false))
  );
}

/** The list that a loop goes through, item by item; `undefined` for another loop. */
function listOfLoop(
  checker: ts.TypeChecker,
  loop: ts.IterationStatement,
): ts.Expression | undefined {
  if (ts.isForOfStatement(loop)) {
    return loop.awaitModifier === undefined ? loop.expression : undefined;
  }
  if (ts.isForInStatement(loop)) {
    return loop.expression;
  }
  if (ts.isForStatement(loop)) {
    return isSingleStep(loop.incrementor)
      ? (listCountedIn(checker, loop.condition) ??
          listCountedDown(checker, loop))
      : undefined;
  }
  return ts.isWhileStatement(loop) ? listEmptiedBy(checker, loop) : undefined;
}

/** The number up to which a loop counts from zero or one: `for (let i = 0; i < 10; i++)`. */
function turnsOf(loop: ts.IterationStatement): ts.Expression | undefined {
  if (
    !ts.isForStatement(loop) ||
    !isSingleStep(loop.incrementor) ||
    loop.initializer === undefined ||
    !ts.isVariableDeclarationList(loop.initializer) ||
    loop.condition === undefined ||
    !ts.isBinaryExpression(loop.condition)
  ) {
    return undefined;
  }
  const { left, operatorToken, right } = loop.condition;
  const [counter] = loop.initializer.declarations;
  return counter !== undefined &&
    /^[01]$/u.test(counter.initializer?.getText() ?? '') &&
    left.getText() === counter.name.getText() &&
    (operatorToken.kind === ts.SyntaxKind.LessThanToken ||
      operatorToken.kind === ts.SyntaxKind.LessThanEqualsToken)
    ? right
    : undefined;
}

/** Whether a loop goes to the next number: `i++`, `i -= 1`. */
function isSingleStep(step: ts.Expression | undefined): boolean {
  if (step === undefined) {
    return false;
  }
  if (ts.isBinaryExpression(step)) {
    const { kind } = step.operatorToken;
    return (
      (kind === ts.SyntaxKind.PlusEqualsToken ||
        kind === ts.SyntaxKind.MinusEqualsToken) &&
      step.right.getText() === '1'
    );
  }
  return ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step);
}

/** The list whose length a comparison with an index compares: `i < list.length`. */
function listCountedIn(
  checker: ts.TypeChecker,
  condition: ts.Expression | undefined,
): ts.Expression | undefined {
  const node = condition && unwrap(condition);
  return node !== undefined && ts.isBinaryExpression(node)
    ? (listMeasuredBy(checker, node.right) ??
        listMeasuredBy(checker, node.left))
    : undefined;
}

/** The list whose end a loop starts at: `let i = list.length - 1`. */
function listCountedDown(
  checker: ts.TypeChecker,
  { initializer }: ts.ForStatement,
): ts.Expression | undefined {
  const start =
    initializer !== undefined && ts.isVariableDeclarationList(initializer)
      ? initializer.declarations[0]?.initializer
      : undefined;
  return start && listCountedIn(checker, start);
}

/** The list of which an expression is the length, there or by the name of a variable. */
function listMeasuredBy(
  checker: ts.TypeChecker,
  expression: ts.Expression,
): ts.Expression | undefined {
  const node = unwrap(expression);
  const length = variableNamed(checker, node)?.initializer ?? node;
  return ts.isPropertyAccessExpression(length) && length.name.text === 'length'
    ? length.expression
    : undefined;
}

/** The list that a loop takes an item from as long as there is one: `while (list.length > 0) … list.shift()`. */
function listEmptiedBy(
  checker: ts.TypeChecker,
  { expression, statement }: ts.WhileStatement,
): ts.Expression | undefined {
  const condition = unwrap(expression);
  const list =
    listMeasuredBy(checker, condition) ?? listCountedIn(checker, condition);
  return list !== undefined && takesFrom(statement, list.getText())
    ? list
    : undefined;
}

function takesFrom(node: ts.Node, list: string): boolean {
  if (ts.isCallExpression(node)) {
    const callee = unwrap(node.expression);
    const name = accessedName(callee);
    if (
      (name === 'shift' || name === 'pop') &&
      (callee as ts.AccessExpression).expression.getText() === list
    ) {
      return true;
    }
  }
  return ts.forEachChild(node, (child) => takesFrom(child, list)) ?? false;
}
