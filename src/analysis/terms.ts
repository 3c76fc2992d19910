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

/** The order of the answers: a proof that it may reject outweighs not knowing. */
const LEVELS = { never: 0, unknown: 1, may: 2 } as const;

type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** How many equations one equation's answer may hang on; beyond it the answer is `unknown` and not kept. */
const EQUATION_LIMIT = 5_000;

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
  const proof = terms.find((term) => term.kind === 'may');
  if (proof !== undefined) {
    return proof;
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

/**
 * Solves a term: the least solution of the equations that it hangs on, found for all of them at once.
 * Neither that nor where the bound cuts depends on what was asked before: the bound counts what an
 * equation reaches, known or not, and only answers that were not cut short are kept.
 */
export function solve(root: Term): RejectionSource {
  const known = new Map<Equation, Level>();
  for (const equation of equationsIn(root)) {
    known.set(equation, equation.level ?? solveEquation(equation, known));
  }
  switch (levelOf(root, known)) {
    case LEVELS.never:
      return { kind: 'never' };
    case LEVELS.unknown:
      return { kind: 'unknown' };
    case LEVELS.may:
      return { kind: 'may', witness: witnessOf(root, known) };
  }
}

function equationsIn(root: Term): Equation[] {
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

/** Solves one equation with all that it reaches. What a cut leaves out counts as unknown, so that a proof that is found within it stands. */
function solveEquation(root: Equation, known: Map<Equation, Level>): Level {
  const reached = new Set([root]);
  let isCut = false;
  // The nearest first. A set is iterated in the order in which it grows.
  for (const equation of reached) {
    for (const needed of equation.needs) {
      if (reached.size < EQUATION_LIMIT) {
        reached.add(needed);
      } else {
        isCut ||= !reached.has(needed);
      }
    }
  }
  const atLeast = {
    unknown: reaching(reached, LEVELS.unknown),
    may: reaching(reached, LEVELS.may),
  };
  const levelIn = (equation: Equation): Level => {
    if (atLeast.may.has(equation)) {
      return LEVELS.may;
    }
    return atLeast.unknown.has(equation) ? LEVELS.unknown : LEVELS.never;
  };
  for (const equation of reached) {
    const level = levelIn(equation);
    if (!isCut) {
      equation.level = level;
    } else if (level === LEVELS.may) {
      known.set(equation, level);
    }
  }
  return known.get(root) ?? levelIn(root);
}

/** What waits for answers of a level: it has it itself once so many of them have come. */
interface Gate {
  missing: number;
  readonly feeds: Gate | Equation;
}

/** The equations whose answer is at least a level, each part of each term looked at once. */
function reaching(
  equations: ReadonlySet<Equation>,
  level: Level,
): ReadonlySet<Equation> {
  const have = new Set<Equation>();
  const waiting = new Map<Equation, (Gate | Equation)[]>();
  const fired: Equation[] = [];
  const feed = (first: Gate | Equation): void => {
    let target = first;
    while (!(target instanceof Equation)) {
      target.missing -= 1;
      if (target.missing !== 0) {
        return;
      }
      target = target.feeds;
    }
    if (!have.has(target)) {
      have.add(target);
      fired.push(target);
    }
  };
  for (const equation of equations) {
    const pending: [Term, Gate | Equation][] = [[equation.term, equation]];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [term, feeds] = next;
      if (term.kind === 'some' || term.kind === 'every') {
        const missing = term.kind === 'some' ? 1 : term.of.length;
        const gate = { missing, feeds };
        for (const part of term.of) {
          pending.push([part, gate]);
        }
      } else if (term.kind !== 'equation') {
        if (LEVELS[term.kind] >= level) {
          feed(feeds);
        }
      } else if (equations.has(term.equation)) {
        const others = waiting.get(term.equation);
        if (others === undefined) {
          waiting.set(term.equation, [feeds]);
        } else {
          others.push(feeds);
        }
      } else if (LEVELS.unknown >= level) {
        feed(feeds);
      }
    }
  }
  for (let next = fired.pop(); next !== undefined; next = fired.pop()) {
    waiting.get(next)?.forEach(feed);
  }
  return have;
}

function levelOf(term: Term, known: ReadonlyMap<Equation, Level>): Level {
  switch (term.kind) {
    case 'some':
      return term.of.reduce<Level>((most, part) => {
        const level = levelOf(part, known);
        return level > most ? level : most;
      }, LEVELS.never);
    case 'every':
      return term.of.reduce<Level>((least, part) => {
        const level = levelOf(part, known);
        return level < least ? level : least;
      }, LEVELS.may);
    case 'equation':
      return levelOfEquation(term.equation, known);
    default:
      return LEVELS[term.kind];
  }
}

function levelOfEquation(
  equation: Equation,
  known: ReadonlyMap<Equation, Level>,
): Level {
  return equation.level ?? known.get(equation) ?? LEVELS.unknown;
}

/** The nearest witness of a solved term: the same one whoever asked first. */
function witnessOf(root: Term, known: ReadonlyMap<Equation, Level>): Witness {
  const seen = new Set<Equation>();
  const pending = [root];
  for (const term of pending) {
    if (term.kind === 'may') {
      return term.witness;
    }
    if (
      term.kind === 'some' ||
      (term.kind === 'every' && levelOf(term, known) === LEVELS.may)
    ) {
      for (const part of term.of) {
        pending.push(part);
      }
    } else if (
      term.kind === 'equation' &&
      levelOfEquation(term.equation, known) === LEVELS.may &&
      !seen.has(term.equation)
    ) {
      seen.add(term.equation);
      pending.push(term.equation.term);
    }
  }
  throw new Error('a term that may reject has a witness');
}
