import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { MutationReport } from '../../scripts/mutation/survivors.ts';
import { CLASSES } from '../../scripts/trust/classes.ts';
import { LABELS, PAGE, README } from '../../scripts/trust/data.ts';
import { mutated } from '../../scripts/trust/figures.ts';
import { readLabels } from '../../scripts/trust/labels.ts';
import { lineOf, pageOf } from '../../scripts/trust/page-text.ts';
import { texts } from '../../scripts/trust/texts.ts';

const row = {
  rule: 'promise-combinators/no-dead-catch',
  messages: 9,
  bug: 4,
  smell: 2,
  fine: 1,
  missed: 3,
  crashes: 0,
  milliseconds: 0,
};

const figures = {
  survey: {
    repositories: 2,
    files: 30,
    calls: 70,
    reports: { 'no-dead-catch': 9 },
  },
  judged: {
    recommended: {
      rules: [row],
      classes: [],
      fine: { all: 40, reported: 1 },
      silent: { bug: 0, smell: 2, fine: 8 },
      linted: 20,
    },
  },
};

describe('what is published', () => {
  it('is what the committed figures and judgements say: npm run trust:page', async () => {
    const { page, readme } = await texts();

    expect(readFileSync(PAGE, 'utf8')).toBe(page);
    expect(readFileSync(README, 'utf8')).toBe(readme);
  });

  it('has a judgement for each place and rule but once', () => {
    const places = readLabels(LABELS).map(
      ({ repo, path, line, rule = '' }) =>
        `${repo} ${path}:${String(line)} ${rule}`,
    );

    expect(
      places.filter((place, index) => places.indexOf(place) !== index),
    ).toEqual([]);
  });

  it('has a known class for each bug and smell', () => {
    const unknown = readLabels(LABELS).filter(
      (label) =>
        label.verdict !== 'fine' &&
        label.rule === undefined &&
        !(label.class in CLASSES),
    );

    expect(unknown).toEqual([]);
  });
});

describe('the page', () => {
  it('says for each rule what was looked at, reported, judged and missed', () => {
    expect(pageOf(figures, [])).toContain(
      '| [no-dead-catch](rules/no-dead-catch.md) | recommended | 70 | 9 | 7 | 4 | 2 | 1 | 3 |',
    );
  });

  it('says so where a rule was not measured', () => {
    expect(pageOf({ judged: {} }, [])).toContain(
      '| [no-dead-catch](rules/no-dead-catch.md) | recommended | – | – | – | – | – | – | – |',
    );
  });

  it('says what silence is worth', () => {
    expect(pageOf(figures, [])).toContain(
      'no rule of `recommended` reports 10; 0 of these are bugs, 2 are smells and 8 are right',
    );
  });
});

describe('what the tests notice', () => {
  const mutants = (...states: string[]): MutationReport['files'][string] => ({
    source: 'a();',
    mutants: states.map((status) => ({
      status,
      replacement: 'b()',
      location: { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } },
    })),
  });
  const mutation = mutated(
    {
      files: {
        'src/analysis/time/b.ts': mutants('Killed', 'Timeout', 'Ignored'),
        'src/analysis/fates/a.ts': mutants(
          'Survived',
          'Killed',
          'CompileError',
        ),
        'src/analysis/fates/c.ts': mutants('NoCoverage', 'Killed'),
      },
    },
    [
      {
        file: 'fates/a.ts',
        line: 'a();',
        code: 'a()',
        to: 'b()',
        why: 'either does',
      },
    ],
  );

  it('is counted by folder', () => {
    expect(mutation).toEqual([
      { folder: 'fates', mutants: 4, noticed: 2, read: 1 },
      { folder: 'time', mutants: 2, noticed: 2, read: 0 },
    ]);
  });

  it('is on the page', () => {
    expect(pageOf({ judged: {}, mutation }, [])).toContain(
      'Of 6 small changes to the analysis, its own tests notice 4, which is 66.7 %: fates 50.0 %, time 100.0 %. Of the other 2, 1 have [a note](trust/mutants) that says why no test can notice them, and `npm run mutants` prints those without.',
    );
  });
});

it('the line of the README adds up the rules of `recommended`', () => {
  expect(lineOf(figures)).toMatch(
    /^Of 7 reports .* 4 are bugs, 2 are risky and 1 are false alarms/u,
  );
});

it('the line of the README counts nothing where nothing is measured', () => {
  expect(lineOf({ judged: {} })).not.toMatch(/\d/u);
});
