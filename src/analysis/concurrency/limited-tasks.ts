import ts from 'typescript';

import { referencesTo } from '../language/references.ts';
import {
  isFunctionWithBody,
  isWithin,
  unwrap,
  wrapped,
} from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/**
 * Whether a node may run as a part of a task that a limiter has let in: one that waits there for tasks of the same
 * limiter keeps the place that they wait for. True also where not all tasks of the limiter can be seen.
 */
export function mayRunLimited(
  checker: ts.TypeChecker,
  node: ts.Node,
  limiter: ts.VariableDeclaration,
): boolean {
  const tasks = tasksOf(checker, limiter);
  return (
    tasks === undefined ||
    tasks.some((task) => isMadeElsewhere(checker, task)) ||
    runsWithin(checker, node, tasks)
  );
}

/** What a limiter is called with, and its methods; `undefined` where it is handed on. */
function tasksOf(
  checker: ts.TypeChecker,
  limiter: ts.VariableDeclaration,
): ts.Expression[] | undefined {
  if (ts.getCombinedModifierFlags(limiter) & ts.ModifierFlags.Export) {
    return undefined;
  }
  const tasks: ts.Expression[] = [];
  for (const name of referencesTo(checker, limiter.name)) {
    const use = useOf(name);
    const called = use.kind === 'accessed' ? useOf(use.node) : use;
    if (called.kind === 'called') {
      tasks.push(...called.node.arguments);
    } else if (use.kind !== 'accessed') {
      return undefined;
    }
  }
  return tasks;
}

/** Whether a node may run as a part of some code: it stands there, or in a function that is named there or in another such function. */
export function runsWithin(
  checker: ts.TypeChecker,
  node: ts.Node,
  code: readonly ts.Node[],
  entered = new Set<ts.Node>(),
): boolean {
  if (code.some((outer) => isWithin(node, outer))) {
    return true;
  }
  for (let fn = node.parent; !ts.isSourceFile(fn); fn = fn.parent) {
    const name = isFunctionWithBody(fn) ? nameOf(fn) : undefined;
    if (name !== undefined && !entered.has(fn)) {
      entered.add(fn);
      if (
        referencesTo(checker, name).some((reference) =>
          runsWithin(checker, reference, code, entered),
        )
      ) {
        return true;
      }
    }
  }
  return false;
}

/** The name of a function or a method, or of the variable or the property that holds it. */
function nameOf(fn: ts.FunctionLikeDeclaration): ts.Node | undefined {
  const { parent } = wrapped(fn);
  return ts.isVariableDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertyAssignment(parent)
    ? parent.name
    : fn.name;
}

/** Whether an expression names a function that is not written here: a parameter, or what a call gave. */
function isMadeElsewhere(
  checker: ts.TypeChecker,
  task: ts.Expression,
): boolean {
  const node = unwrap(task);
  const declaration = ts.isIdentifier(node)
    ? checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  return (
    declaration !== undefined &&
    checker.getTypeAtLocation(node).getCallSignatures().length > 0 &&
    (ts.isParameter(declaration) ||
      ts.isBindingElement(declaration) ||
      (ts.isVariableDeclaration(declaration) &&
        declaration.initializer !== undefined &&
        !isFunctionWithBody(unwrap(declaration.initializer))))
  );
}
