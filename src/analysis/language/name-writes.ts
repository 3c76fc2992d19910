import ts from 'typescript';

import { accessedName, wrapped, isAssignment } from './syntax.ts';

/** Methods of collections that put arguments into them, with the first argument that is an element. */
const ADDS: ReadonlyMap<string, number> = new Map([
  ['add', 0],
  ['push', 0],
  ['set', 1],
  ['unshift', 0],
]);

/** One place that changes what a name holds, with the expressions that it holds from then on. */
export interface NameWrite {
  node: ts.Node;
  values: readonly ts.Expression[];
}

/**
 * What the use of a name writes to it: `name = value`, `[name] = value`, `name[0] = value`, `name++`,
 * `name.push(value)`. `undefined` where it only reads.
 */
export function nameWriteAt(use: ts.Node): NameWrite | undefined {
  const name = wrapped(use);
  let target = name;
  while (ts.isArrayLiteralExpression(target.parent)) {
    target = target.parent;
  }
  return (
    assignmentTo(target) ??
    (ts.isElementAccessExpression(name.parent) &&
    name.parent.expression === name
      ? assignmentTo(name.parent)
      : undefined) ??
    stepOf(name) ??
    additionTo(name)
  );
}

function assignmentTo(target: ts.Node): NameWrite | undefined {
  const { parent } = target;
  return isAssignment(parent) && parent.left === target
    ? { node: parent, values: [parent.right] }
    : undefined;
}

/** `name++` and `--name`. */
function stepOf(name: ts.Node): NameWrite | undefined {
  const { parent } = name;
  return ts.isPostfixUnaryExpression(parent) ||
    (ts.isPrefixUnaryExpression(parent) &&
      (parent.operator === ts.SyntaxKind.PlusPlusToken ||
        parent.operator === ts.SyntaxKind.MinusMinusToken))
    ? { node: parent, values: [] }
    : undefined;
}

function additionTo(name: ts.Node): NameWrite | undefined {
  const { parent: access } = name;
  const { parent: call } = access;
  const first = ADDS.get(accessedName(access) ?? '');
  return first !== undefined &&
    (access as ts.AccessExpression).expression === name &&
    ts.isCallExpression(call) &&
    call.expression === access
    ? { node: call, values: call.arguments.slice(first) }
    : undefined;
}
