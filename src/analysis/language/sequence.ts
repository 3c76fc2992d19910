import ts from 'typescript';

import { functionOf } from './callees.ts';
import { promiseMethodOf } from './promise-calls.ts';
import { referencesOf } from './references.ts';
import { enclosingFunction, isFunctionWithBody, isWithin } from './syntax.ts';
import { useOf } from './uses.ts';

/**
 * What runs after a node, in order: the callbacks of `then` on it, and the statements behind it in the
 * blocks around, to the end of its function. Of a promise under a name that is used once, that is what runs after
 * that use. What stands in a branch is left out, since it may not run.
 */
export function followingOf(program: ts.Program, node: ts.Node): ts.Node[] {
  const following: ts.Node[] = [];
  let end = node;
  for (;;) {
    const use = useOf(end);
    const named =
      use.kind === 'initialiser' ? onlyUseOf(program, use.of) : undefined;
    if (named !== undefined) {
      end = named;
      continue;
    }
    const called = use.kind === 'accessed' ? useOf(use.node) : undefined;
    const method =
      called?.kind === 'called'
        ? promiseMethodOf(program, called.node)
        : undefined;
    if (method?.kind !== 'then' && method?.kind !== 'finally') {
      break;
    }
    const callback =
      method.kind === 'then' ? method.onFulfilled : method.onSettled;
    const fn = callback && functionOf(program, callback);
    if (fn !== undefined) {
      following.push(...(ts.isBlock(fn.body) ? fn.body.statements : [fn.body]));
    }
    end = method.node;
  }
  return isWaitedFor(end) ? [...following, ...behind(end)] : following;
}

/** The one place where a constant is used, in the function that declares it; `undefined` where there are others. */
function onlyUseOf(
  program: ts.Program,
  { name }: { name: ts.BindingName },
): ts.Node | undefined {
  const checker = program.getTypeChecker();
  const symbol = ts.isIdentifier(name)
    ? checker.getSymbolAtLocation(name)
    : undefined;
  const [use, ...others] = (
    symbol === undefined
      ? []
      : referencesOf(checker, symbol, name.getSourceFile())
  ).filter((reference) => reference !== name);
  return use !== undefined &&
    others.length === 0 &&
    enclosingFunction(use) === enclosingFunction(name)
    ? use
    : undefined;
}

function isWaitedFor(end: ts.Node): boolean {
  return useOf(end).kind === 'awaited';
}

/** The statements behind a node, to the end of its function. */
function behind(node: ts.Node): ts.Statement[] {
  return siblingsOf(node, (statements, index) => statements.slice(index + 1));
}

/** The statements before a node in its own function, from the nearest on. */
export function before(node: ts.Node): ts.Statement[] {
  return siblingsOf(node, (statements, index) =>
    statements.slice(0, index).reverse(),
  );
}

function siblingsOf(
  node: ts.Node,
  choose: (
    statements: readonly ts.Statement[],
    index: number,
  ) => readonly ts.Statement[],
): ts.Statement[] {
  const found: ts.Statement[] = [];
  let child = node;
  while (!ts.isSourceFile(child) && !isFunctionWithBody(child)) {
    const { parent } = child;
    if (
      ts.isBlock(parent) ||
      ts.isSourceFile(parent) ||
      ts.isCaseOrDefaultClause(parent) ||
      ts.isModuleBlock(parent)
    ) {
      const index = parent.statements.findIndex((each) => each === child);
      found.push(...choose(parent.statements, index));
    }
    child = parent;
  }
  return found;
}

/**
 * Whether nothing after a node relies on the others having settled: behind it, its function only returns or makes a
 * given claim without waiting, no `finally` takes anything down, and no loop starts the next round.
 */
export function isLastWork(node: ts.Node, claim: ts.Node | undefined): boolean {
  return (
    behind(node).every(
      (statement) =>
        (ts.isReturnStatement(statement) ||
          (claim !== undefined && isWithin(claim, statement))) &&
        !hasAwait(statement),
    ) && !isRepeatedOrReleased(node)
  );
}

function isRepeatedOrReleased(node: ts.Node): boolean {
  for (
    let current = node.parent;
    !ts.isSourceFile(current) && !isFunctionWithBody(current);
    current = current.parent
  ) {
    if (
      ts.isIterationStatement(current, false) ||
      (ts.isTryStatement(current) && current.finallyBlock !== undefined)
    ) {
      return true;
    }
  }
  return false;
}

/** Whether a statement waits for anything. */
export function hasAwait(code: ts.Node): boolean {
  return awaitsIn(code).length > 0;
}

/** The `await` expressions in a piece of code, those of functions within it left out. */
export function awaitsIn(code: ts.Node): ts.AwaitExpression[] {
  const found: ts.AwaitExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      return;
    }
    if (ts.isAwaitExpression(node)) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return found;
}
