import ts from 'typescript';

import {
  type CombinatorCall,
  recogniseCombinator,
} from '../language/combinators.ts';
import { conditionAbove } from '../language/conditions.ts';
import { referencesTo } from '../language/references.ts';
import { enclosingFunction, isWithin, unwrap } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/**
 * Whether the list that is settled, or each promise of it, is also waited for in the same function by what throws
 * its rejection: `Promise.all`, or `await` of the promise itself. Then `allSettled` only waits for the others.
 * `false` where they have no names, and where the other wait hangs on a condition that this one does not.
 */
export function isThrownElsewhere(
  program: ts.Program,
  { input, node }: CombinatorCall,
): boolean {
  const given =
    input.kind === 'tuple'
      ? [...input.array.elements]
      : input.kind === 'iterable'
        ? [input.expression]
        : [];
  return (
    given.length > 0 &&
    given.map(unwrap).every(
      (each) =>
        ts.isIdentifier(each) &&
        referencesTo(program.getTypeChecker(), each).some((reference) => {
          const wait = throwingWait(program, reference);
          return (
            wait !== undefined &&
            enclosingFunction(wait) === enclosingFunction(node) &&
            comesWith(wait, node)
          );
        }),
    )
  );
}

/** What waits for a promise or a list, and throws where it rejects. */
function throwingWait(
  program: ts.Program,
  reference: ts.Node,
): ts.Node | undefined {
  const use = useOf(reference);
  const member = use.kind === 'element' ? useOf(use.array) : use;
  const call =
    member.kind === 'argument'
      ? recogniseCombinator(program, member.of)
      : undefined;
  const wait = call?.method === 'all' ? useOf(call.node) : use;
  return wait.kind === 'awaited'
    ? wait.node
    : wait.kind === 'returned'
      ? call?.node
      : undefined;
}

/** Whether a node is evaluated, if nothing throws or leaves before, whenever what it shares with another one is. */
function comesWith(node: ts.Node, other: ts.Node): boolean {
  let current = node;
  while (!isWithin(other, current)) {
    if (
      conditionAbove(current) !== undefined ||
      ts.isCatchClause(current) ||
      ts.isCaseOrDefaultClause(current) ||
      ts.isIterationStatement(current, false)
    ) {
      return false;
    }
    current = current.parent;
  }
  return true;
}
