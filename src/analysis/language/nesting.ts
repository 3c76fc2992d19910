import ts from 'typescript';

/** How many callbacks around a node make it worth asking about them first. */
const DEEP = 8;

const askedOf = new WeakMap<ts.TypeChecker, WeakSet<ts.Node>>();

/**
 * Asks the checker about deeply nested callbacks from the outside in, before anything else is asked
 * about a node inside them. The type of a callback hangs on the call around it, and that call's type
 * on the callback: asked about the innermost of a hundred first, the checker climbs all the way out
 * and in again on one stack, and overflows. Asked in this order it finds the outer answers known.
 */
export function askFromOutside(checker: ts.TypeChecker, node: ts.Node): void {
  const asked = askedOf.get(checker) ?? new WeakSet();
  askedOf.set(checker, asked);
  const calls: ts.Node[] = [];
  for (
    let current = node;
    !ts.isSourceFile(current);
    current = current.parent
  ) {
    if (ts.isArrowFunction(current) || ts.isFunctionExpression(current)) {
      if (asked.has(current)) {
        return;
      }
      asked.add(current);
      if (
        ts.isCallExpression(current.parent) ||
        ts.isNewExpression(current.parent)
      ) {
        calls.push(current.parent);
      }
    }
  }
  if (calls.length >= DEEP) {
    for (const call of calls.reverse()) {
      checker.getTypeAtLocation(call);
    }
  }
}
