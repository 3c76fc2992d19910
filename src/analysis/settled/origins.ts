import type ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import { type OriginKind, Trail } from './trail.ts';

/**
 * Where a value came from that may be a settled result, or several of them in an array, an iterator, a
 * promise or an object of the program's own.
 */
export interface SettledOrigin {
  kind: OriginKind;
  /** Whether it may have come by several ways: what is known of one of them is not known of the others. */
  forks: boolean;
  /** The variables that the results went by. */
  names: ReadonlySet<ts.Symbol>;
  /** The callbacks that chose among the results, such as that of `filter`. */
  tests: readonly ts.Expression[];
  /** The expressions that handed the results on; code around them may have looked at the status. */
  places: readonly ts.Node[];
  /** The combinators that they come from. */
  members: readonly SettledMembers[];
}

/** A combinator whose results are looked at: one of them, where an index says which, or any. */
export interface SettledMembers {
  call: CombinatorCall;
  index: number | undefined;
}

/** Follows an expression back to where its settled results come from. */
export function originOf(
  program: ts.Program,
  node: ts.Expression,
): SettledOrigin {
  const trail = new Trail(program);
  return trail.end(trail.value(node, []));
}

/** The same for what a destructuring pattern takes apart. */
export function originOfPattern(
  program: ts.Program,
  pattern: ts.BindingPattern,
): SettledOrigin {
  const trail = new Trail(program);
  return trail.end(trail.declared(pattern.parent, []));
}
