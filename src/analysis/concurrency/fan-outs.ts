import ts from 'typescript';

import { variableNamed } from '../language/references.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { isEmptyLiteral } from '../arguments/lists.ts';
import { filledFrom } from './filled-arrays.ts';
import { accessedName, unwrap } from '../language/syntax.ts';

/** One task for each item of a list, all of them given to one combinator. */
export interface FanOut {
  list: ts.Expression;
  /** Whether the list's items have a task each, an object's keys, or the turns of a loop, whose number takes the place of the list. */
  of: 'items' | 'keys' | 'turns';
  /** The callback that starts a task, or what a loop pushes: the task itself. */
  task: ts.Expression;
  /** The call of `map`; there is none where a loop or another method makes the tasks. */
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
        filledFrom(checker, call.node, input.expression))
    : undefined;
}

/** `list.map(callback)`, `list.flatMap(callback)`, `list.reduce(callback, [])` and `Array.from(list, callback)`, there or by the name of a constant. */
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
  if (name === undefined) {
    return undefined;
  }
  const { expression: receiver } = callee as ts.AccessExpression;
  const [first, second] = node.arguments;
  if (name === 'flat') {
    const mapped = mappedIn(checker, unwrap(receiver));
    return mapped && { ...mapped, call: undefined };
  }
  if (first === undefined) {
    return undefined;
  }
  switch (name) {
    case 'map':
      return { list: receiver, of: 'items', task: first, call: node };
    case 'flatMap':
      return { list: receiver, of: 'items', task: first, call: undefined };
    case 'reduce':
      return second !== undefined && isEmptyLiteral(unwrap(second))
        ? { list: receiver, of: 'items', task: first, call: undefined }
        : undefined;
    case 'from':
      return ts.isIdentifier(receiver) &&
        receiver.text === 'Array' &&
        second !== undefined
        ? { list: first, of: 'items', task: second, call: undefined }
        : undefined;
    default:
      return undefined;
  }
}
