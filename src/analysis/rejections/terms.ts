/** Can it reject? `unknown` where a type says nothing (`any`, an unresolved name) or a bound was met. */
export interface RejectionSource {
  kind: 'never' | 'may' | 'unknown';
}

/**
 * An answer that is not worked out yet: what a piece of code says by itself, joined with what other
 * functions and variables will say. Functions that call each other make a system of such equations.
 */
export type Term =
  | RejectionSource
  | { kind: 'some'; of: readonly Term[] }
  | { kind: 'every'; of: readonly Term[] }
  | { kind: 'equation'; equation: Equation };

export const NEVER: Term = { kind: 'never' };
export const UNKNOWN: Term = { kind: 'unknown' };
export const MAY: Term = { kind: 'may' };

/** The order of the answers: a proof that it may reject outweighs not knowing. */
export const LEVELS = { never: 0, unknown: 1, may: 2 } as const;

export type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** One function's or variable's answer, read from its code when it is first needed. */
export class Equation {
  readonly #read: () => Term;
  #term: Term | undefined;
  #needs: readonly Equation[] | undefined;
  /** The final answer, once it is known. */
  level: Level | undefined;

  constructor(read: () => Term) {
    this.#read = read;
  }

  get term(): Term {
    return (this.#term ??= this.#read());
  }

  /** The equations that its term names. */
  get needs(): readonly Equation[] {
    return (this.#needs ??= equationsIn(this.term));
  }
}

/** Either of several answers suffices: how a rejection gets out of a body or of `Promise.all`. */
export function some(terms: readonly Term[]): Term {
  if (terms.some((term) => term.kind === 'may')) {
    return MAY;
  }
  const open = terms.filter((term) => term.kind !== 'never');
  return join('some', open) ?? NEVER;
}

/** All of several answers together decide: `Promise.any` rejects where every one of its members does. */
export function every(terms: readonly Term[]): Term {
  if (terms.some((term) => term.kind === 'never')) {
    return NEVER;
  }
  const open = terms.filter((term) => term.kind !== 'may');
  return join('every', open) ?? terms[0] ?? NEVER;
}

function join(
  kind: 'some' | 'every',
  terms: readonly Term[],
): Term | undefined {
  return terms.length > 1 ? { kind, of: terms } : terms[0];
}

/** The equations that a term names. */
export function equationsIn(root: Term): Equation[] {
  const found = new Set<Equation>();
  const pending: Term[] = [root];
  for (let term = pending.pop(); term !== undefined; term = pending.pop()) {
    if (term.kind === 'equation') {
      found.add(term.equation);
    } else if (term.kind === 'some' || term.kind === 'every') {
      for (let i = term.of.length; i > 0; i -= 1) {
        pending.push(term.of[i - 1] as Term);
      }
    }
  }
  return [...found];
}
