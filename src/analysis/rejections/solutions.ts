import {
  Equation,
  equationsIn,
  type Level,
  LEVELS,
  type RejectionSource,
  type Term,
} from './terms.ts';

/** How many equations one equation's answer may hang on; beyond it the answer is `unknown` and not kept. */
const EQUATION_LIMIT = 5_000;

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
      return { kind: 'may' };
  }
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
    // Its term feeds it once: a gate opens once, and a part by itself has one answer.
    have.add(target);
    fired.push(target);
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
