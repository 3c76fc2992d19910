import type ts from 'typescript';

/** What shows that something can reject. */
export interface Witness {
  kind: 'throw' | 'rejection' | 'unseen-body' | 'opaque-promise';
  node: ts.Node;
}

/** Can it reject? `unknown` where a type says nothing (`any`, an unresolved name) or a bound was met. */
export type RejectionSource =
  { kind: 'never' } | { kind: 'may'; witness: Witness } | { kind: 'unknown' };

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

/** One function's or variable's answer, read from its code when it is first needed. */
export class Equation {
  readonly #read: () => Term;
  #term: Term | undefined;
  /** The final answer, once it is known. */
  level: Level | undefined;

  constructor(read: () => Term) {
    this.#read = read;
  }

  get term(): Term {
    if (this.#term === undefined) {
      // A term that asks for itself while it is read (`var p = p`) adds nothing to itself.
      this.#term = NEVER;
      this.#term = this.#read();
    }
    return this.#term;
  }
}

/** The order of the answers: a proof that it may reject outweighs not knowing. */
const LEVELS = { never: 0, unknown: 1, may: 2 } as const;

type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** How many equations one question may open; beyond it the answer is `unknown` and not kept. */
const EQUATION_LIMIT = 5_000;

/** Either of several answers suffices: how a rejection gets out of a body or of `Promise.all`. */
export function some(terms: readonly Term[]): Term {
  const [first] = terms;
  if (first === undefined) {
    return NEVER;
  }
  return terms.length === 1 ? first : { kind: 'some', of: terms };
}

/**
 * Solves a term: the least solution of its equations, found for all of them at once, so that it does
 * not matter which of several mutually recursive functions is asked about first.
 */
export function solve(root: Term): RejectionSource {
  const open = openEquations(root);
  if (open === undefined) {
    return { kind: 'unknown' };
  }
  const levels = new Map<Equation, Level>(
    open.map((equation) => [equation, 0]),
  );
  for (let changed = true; changed;) {
    changed = false;
    for (const equation of open) {
      const level = levelOf(equation.term, levels);
      if (level !== levels.get(equation)) {
        levels.set(equation, level);
        changed = true;
      }
    }
  }
  for (const [equation, level] of levels) {
    equation.level = level;
  }
  switch (levelOf(root, levels)) {
    case LEVELS.never:
      return { kind: 'never' };
    case LEVELS.unknown:
      return { kind: 'unknown' };
    case LEVELS.may:
      return { kind: 'may', witness: witnessOf(root) };
  }
}

/** The equations that a term's answer hangs on, the innermost first; `undefined` where they are too many. */
function openEquations(root: Term): Equation[] | undefined {
  const open = new Set<Equation>();
  const pending: Term[] = [root];
  for (let term = pending.pop(); term !== undefined; term = pending.pop()) {
    if (levelOf(term, NO_LEVELS) === LEVELS.may) {
      continue;
    }
    if (term.kind === 'some' || term.kind === 'every') {
      pending.push(...term.of);
    } else if (
      term.kind === 'equation' &&
      term.equation.level === undefined &&
      !open.has(term.equation)
    ) {
      if (open.size === EQUATION_LIMIT) {
        return undefined;
      }
      open.add(term.equation);
      pending.push(term.equation.term);
    }
  }
  return [...open].reverse();
}

const NO_LEVELS: ReadonlyMap<Equation, Level> = new Map();

function levelOf(term: Term, levels: ReadonlyMap<Equation, Level>): Level {
  switch (term.kind) {
    case 'some':
      return term.of.reduce<Level>((most, part) => {
        return most === LEVELS.may ? most : higher(most, levelOf(part, levels));
      }, LEVELS.never);
    case 'every':
      return term.of.reduce<Level>((least, part) => {
        const level = levelOf(part, levels);
        return level < least ? level : least;
      }, LEVELS.may);
    case 'equation':
      return term.equation.level ?? levels.get(term.equation) ?? LEVELS.never;
    default:
      return LEVELS[term.kind];
  }
}

function higher(a: Level, b: Level): Level {
  return a > b ? a : b;
}

/** The nearest witness of a solved term, in reading order: the same one whoever asked first. */
function witnessOf(root: Term): Witness {
  const pending: Term[] = [root];
  const seen = new Set<Equation>();
  for (let term = pending.shift(); term !== undefined; term = pending.shift()) {
    if (term.kind === 'may') {
      return term.witness;
    }
    if (term.kind === 'some' || term.kind === 'every') {
      pending.unshift(...term.of);
    } else if (
      term.kind === 'equation' &&
      levelOf(term, NO_LEVELS) === LEVELS.may &&
      !seen.has(term.equation)
    ) {
      seen.add(term.equation);
      pending.push(term.equation.term);
    }
  }
  throw new Error('a term that may reject has a witness');
}
