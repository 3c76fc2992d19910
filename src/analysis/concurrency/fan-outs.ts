import ts from 'typescript';

import { pushedAt, repeatingLoopOf } from '../arguments/awaited-pushes.ts';
import { variableNamed } from '../arguments/awaited-members.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { referencesOf } from '../language/references.ts';
import { accessedName, enclosingFunction, unwrap } from '../language/syntax.ts';

/** One task for each item of a list, all of them given to one combinator. */
export interface FanOut {
  list: ts.Expression;
  /** The callback that starts a task, or what a loop pushes: the task itself. */
  task: ts.Expression;
  /** The call that maps the list; a loop has none. */
  call: ts.CallExpression | undefined;
}

/** The list that a combinator's tasks are made from, one for each item; `undefined` where they are not made so, or that cannot be seen. */
export function fanOutOf(
  checker: ts.TypeChecker,
  call: CombinatorCall,
): FanOut | undefined {
  const { input } = call;
  if (input.kind === 'tuple') {
    for (const element of input.array.elements) {
      const found = ts.isSpreadElement(element)
        ? mappedIn(checker, unwrap(element.expression))
        : undefined;
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }
  return input.kind === 'iterable'
    ? (mappedIn(checker, input.expression) ??
        filledIn(checker, call, input.expression))
    : undefined;
}

/** `list.map(callback)` and `Array.from(list, callback)`, there or by the name of a constant. */
function mappedIn(
  checker: ts.TypeChecker,
  node: ts.Expression,
): FanOut | undefined {
  if (ts.isIdentifier(node)) {
    const variable = variableNamed(checker, node);
    const value = variable?.initializer && unwrap(variable.initializer);
    return value !== undefined &&
      ts.isCallExpression(value) &&
      (ts.getCombinedNodeFlags(variable as ts.Node) & ts.NodeFlags.Const) !== 0
      ? mappedIn(checker, value)
      : undefined;
  }
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const callee = unwrap(node.expression);
  const name = accessedName(callee);
  const [first, second] = node.arguments;
  if (name === undefined || first === undefined) {
    return undefined;
  }
  const { expression: receiver } = callee as ts.AccessExpression;
  if (name === 'map') {
    return { list: receiver, task: first, call: node };
  }
  return name === 'from' &&
    ts.isIdentifier(receiver) &&
    receiver.text === 'Array' &&
    second !== undefined
    ? { list: first, task: second, call: undefined }
    : undefined;
}

/** An array that a loop over a list fills with a task for each item. */
function filledIn(
  checker: ts.TypeChecker,
  { node }: CombinatorCall,
  expression: ts.Expression,
): FanOut | undefined {
  const variable = variableNamed(checker, expression);
  const symbol = variable && checker.getSymbolAtLocation(variable.name);
  if (
    variable === undefined ||
    symbol === undefined ||
    enclosingFunction(variable) !== enclosingFunction(node)
  ) {
    return undefined;
  }
  for (const name of referencesOf(checker, symbol, node.getSourceFile())) {
    const [task] = pushedAt(name);
    const list = task && listRepeating(name, variable, node);
    if (task !== undefined && list !== undefined && !ts.isSpreadElement(task)) {
      return { list, task, call: undefined };
    }
  }
  return undefined;
}

/** The list that a push is repeated for: that of a `for` loop which awaits nothing, or of `forEach`. */
function listRepeating(
  push: ts.Node,
  variable: ts.VariableDeclaration,
  combinator: ts.Node,
): ts.Expression | undefined {
  const loop = repeatingLoopOf(push, variable, combinator);
  if (
    loop !== undefined &&
    enclosingFunction(push) === enclosingFunction(variable)
  ) {
    return ts.isForOfStatement(loop) && !awaits(loop)
      ? loop.expression
      : undefined;
  }
  const callback = enclosingFunction(push);
  const call = callback?.parent;
  return call !== undefined &&
    ts.isCallExpression(call) &&
    call.arguments[0] === callback &&
    accessedName(call.expression) === 'forEach' &&
    enclosingFunction(call) === enclosingFunction(variable)
    ? (call.expression as ts.AccessExpression).expression
    : undefined;
}

function awaits(loop: ts.ForOfStatement): boolean {
  const visit = (node: ts.Node): boolean =>
    ts.isAwaitExpression(node) ||
    (!ts.isFunctionLike(node) &&
      (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false));
  return loop.awaitModifier !== undefined || visit(loop.statement);
}
