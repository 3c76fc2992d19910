import { describe, expect, it } from 'vitest';

import { solve } from '../../../src/analysis/rejections/solutions.ts';
import {
  Equation,
  equationsIn,
  every,
  MAY,
  NEVER,
  some,
  type Term,
  UNKNOWN,
} from '../../../src/analysis/rejections/terms.ts';

/** The answer of a function whose code says so much. */
function answer(read: () => Term): Term {
  return { kind: 'equation', equation: new Equation(read) };
}

/** A row of functions, each of which calls the next one; the last one says `end`. */
function row(length: number, end: Term): Term[] {
  const terms: Term[] = [];
  for (let index = 0; index < length; index += 1) {
    terms.push(answer(() => terms[index + 1] ?? end));
  }
  return terms;
}

/** Asks the first, and then the others in the order given. */
function kindsOf(terms: readonly Term[], order: readonly number[]): string[] {
  return order.map((index) => solve(terms[index] ?? UNKNOWN).kind);
}

const may = answer(() => MAY);
const never = answer(() => NEVER);
const unknown = answer(() => UNKNOWN);

describe('a term', () => {
  it.each<[string, () => Term, string]>([
    ['nothing', () => some([]), 'never'],
    ['one that may', () => some([may]), 'may'],
    ['one that may, of several', () => some([never, unknown, may]), 'may'],
    ['one that is not known', () => some([never, unknown]), 'unknown'],
    ['none that can', () => some([never, never]), 'never'],
    ['all of nothing', () => every([]), 'never'],
    ['all that may', () => every([may, may]), 'may'],
    ['all, one of which is not known', () => every([may, unknown]), 'unknown'],
    [
      'all, the first of which is not known',
      () => every([unknown, may]),
      'unknown',
    ],
    ['all, one of which cannot', () => every([may, unknown, never]), 'never'],
    ['all of what is seen at once', () => every([MAY, MAY]), 'may'],
    ['all, one of which is seen not to', () => every([MAY, NEVER]), 'never'],
    ['one of all', () => some([every([may, never]), unknown]), 'unknown'],
    ['all of one', () => every([some([never, may]), may]), 'may'],
  ])('of %s', (_, build, kind) => {
    const term = build();
    expect(solve(term).kind).toBe(kind);
    expect(solve(answer(() => term)).kind).toBe(kind);
  });

  it.each<[string, () => Term, number]>([
    ['that may anyway', () => some([may, MAY, unknown]), 0],
    ['that cannot anyway', () => every([may, NEVER, unknown]), 0],
    ['that hangs on two', () => some([NEVER, may, unknown]), 2],
    ['that hangs on all of two', () => every([MAY, may, unknown]), 2],
    ['that names one twice', () => some([may, every([may, never])]), 2],
  ])('%s names the functions that matter', (_, build, count) => {
    expect(equationsIn(build())).toHaveLength(count);
  });

  it.each<[string, () => Term, Term]>([
    ['one of one', () => some([NEVER, unknown]), unknown],
    ['all of one', () => every([MAY, unknown]), unknown],
  ])('of %s is that one', (_, build, only) => {
    expect(build()).toBe(only);
  });
});

describe('functions that wait for each other', () => {
  it('may only if there is a way out of the circle', () => {
    const circle = (end: Term): Term => {
      const first: Term = answer(() => some([second, end]));
      const second: Term = answer(() => some([first, third]));
      const third: Term = answer(() => first);
      return second;
    };
    expect(solve(circle(NEVER)).kind).toBe('never');
    expect(solve(circle(unknown)).kind).toBe('unknown');
    expect(solve(circle(may)).kind).toBe('may');
  });

  it('are not proven by themselves where all of them must', () => {
    const first: Term = answer(() => every([second, may]));
    const second: Term = answer(() => some([first, never]));
    expect(solve(first).kind).toBe('never');
  });

  it('wait until the last of all has answered', () => {
    const third: Term = answer(() => some([every([may, unknown]), never]));
    const all: Term = answer(() => every([may, third, answer(() => may)]));
    expect(solve(all).kind).toBe('unknown');
  });
});

describe('a row of functions', () => {
  it('of 5,000 is followed to its end', () => {
    expect(kindsOf(row(5_000, MAY), [0, 4_999])).toEqual(['may', 'may']);
    expect(kindsOf(row(5_000, NEVER), [0, 4_999])).toEqual(['never', 'never']);
  });

  it('that is longer is not known, and says so whatever was asked before', () => {
    const end = 5_000;
    for (const [last, kind] of [
      [MAY, 'may'],
      [NEVER, 'never'],
    ] as const) {
      const order = [0, 1, end, 0];
      const kinds = ['unknown', kind, kind, 'unknown'];
      expect(kindsOf(row(end + 1, last), order)).toEqual(kinds);
      expect(kindsOf(row(end + 1, last), order.toReversed())).toEqual(
        kinds.toReversed(),
      );
    }
  });

  it('that is longer may, where that is seen on the way', () => {
    const terms = row(5_001, NEVER);
    const first = answer(() => some([terms[0] ?? NEVER, may]));
    expect(solve(first).kind).toBe('may');
    expect(solve(terms[0] ?? NEVER).kind).toBe('unknown');
  });

  it('that is longer cannot, where that is seen beside it', () => {
    const [head = NEVER] = row(5_001, NEVER);
    expect(solve(answer(() => every([never, head]))).kind).toBe('never');
  });

  it('may lead back to its beginning', () => {
    const terms: Term[] = row(
      4_999,
      answer(() => terms[0] ?? NEVER),
    );
    expect(solve(terms[0] ?? MAY).kind).toBe('never');
  });
});

describe('a function that needs more than are followed', () => {
  /** So many functions that cannot reject. */
  const crowd = (size: number): Term[] =>
    Array.from({ length: size }, () => answer(() => NEVER));

  it('may, where that is seen from another one', () => {
    const end = answer(() => MAY);
    const first = answer(() => end);
    const wide = answer(() => some([first, ...crowd(5_000)]));
    const near = answer(() => some([wide, end]));

    expect(solve(wide).kind).toBe('unknown');
    expect(solve(every([near, wide])).kind).toBe('may');
    expect(solve(every([wide, near])).kind).toBe('may');
  });

  it('may, where that is not seen from another one', () => {
    const wide = answer(() => some([answer(() => MAY), ...crowd(5_000)]));
    const far = answer(() => some([...crowd(4_998), wide]));

    expect(solve(far).kind).toBe('unknown');
    expect(solve(some([far, wide])).kind).toBe('may');
  });
});
