import type ts from 'typescript';

import { messageAbout } from './failure-messages.ts';
import { referencesOf } from '../language/references.ts';
import type { SettledStatus } from '../settled/types.ts';
import { memberAccessOf } from '../language/syntax.ts';

/**
 * What becomes of the results of `Promise.allSettled`, and with them of the rejections in them
 * (ECMA-262, 27.2.4.2: they are nowhere else).
 *
 * - `discarded`: nothing reads them.
 * - `counted`: only how many there are is used, which is as many as there are members.
 * - `half-read`: what was fulfilled is taken, and what was rejected passed over; `isReplaced` where
 *   something stands in its place by which it may be told.
 * - `unexplained`: that something was rejected is noticed, and told at a place that says no reason.
 * - `seen`: something looks at what was rejected, or may: also where they are passed on, or are not followed.
 */
export type ResultUse =
  | { kind: 'discarded' }
  | { kind: 'counted'; counts: readonly ts.Node[] }
  | {
      kind: 'half-read';
      at: ts.Node;
      counts: readonly ts.Node[];
      isReplaced: boolean;
    }
  | { kind: 'unexplained'; at: ts.Node }
  | { kind: 'seen' };

/** What a part of the results is known to be: both, or what a filter left. */
export type Part = SettledStatus | 'both';

/** How many mentions are followed; beyond that, results count as seen. */
const MENTION_LIMIT = 200;

/** What is found out on the way of the results of one call. */
export class ResultFacts {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** Where only how many there are is used. */
  readonly counts: ts.Node[] = [];
  /** Where what was fulfilled is taken, or what was rejected passed over. */
  readonly halfReads: ts.Node[] = [];
  /** Where it is asked whether, or how many, were rejected. */
  readonly notices: ts.Node[] = [];
  /** Whether a status is asked: what is read without it is no half of anything, but unchecked. */
  isTested = false;
  /** Whether `null` or the like takes the place of what was rejected. */
  isReplaced = false;
  /** Whether that is left out again where the values are taken on. */
  isLeftOut = false;
  isSeen = false;
  readonly #visited = new Set<ts.Node>();

  constructor(program: ts.Program) {
    this.program = program;
    this.checker = program.getTypeChecker();
  }

  /** What becomes of the results, by all that was found. */
  get use(): ResultUse {
    const { counts } = this;
    const isReplaced = this.isReplaced && !this.isLeftOut;
    const [halfRead] = this.halfReads;
    const [notice] = this.notices;
    if (this.isSeen || this.#visited.size > MENTION_LIMIT) {
      return { kind: 'seen' };
    }
    if (notice !== undefined) {
      const at = messageAbout(this.checker, notice);
      return at === undefined ? { kind: 'seen' } : { kind: 'unexplained', at };
    }
    if (halfRead !== undefined) {
      return this.isTested
        ? { kind: 'half-read', at: halfRead, counts, isReplaced }
        : { kind: 'seen' };
    }
    return counts.length > 0
      ? { kind: 'counted', counts }
      : { kind: 'discarded' };
  }

  /** Results, or one of them, that go where they are not followed. Of the fulfilled ones alone that is half of the story. */
  passOn(node: ts.Node, part: Part): void {
    if (part === 'fulfilled') {
      this.halfReads.push(node);
    } else {
      this.isSeen = true;
    }
  }

  /** Reads each mention of a name, once; without a symbol nothing is known. */
  eachMention(name: ts.Node, read: (mention: ts.Node) => void): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol === undefined) {
      this.isSeen = true;
      return;
    }
    for (const reference of referencesOf(
      this.checker,
      symbol,
      name.getSourceFile(),
    )) {
      if (!this.#visited.has(reference)) {
        this.#visited.add(reference);
        read(memberAccessOf(reference));
      }
    }
  }
}
