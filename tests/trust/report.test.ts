import { describe, expect, it } from 'vitest';

import type {
  JudgedLabel,
  RepositoryResult,
} from '../../scripts/trust/lint.ts';
import { reportOf, textOf } from '../../scripts/trust/report.ts';

const finding = {
  rule: 'promise-combinators/no-dead-catch',
  path: 'src/a.ts',
  line: 3,
  message: 'This `catch` never runs.',
};

function label(part: Partial<JudgedLabel>): JudgedLabel {
  return {
    repo: 'owner/name',
    commit: '0123abc',
    path: 'src/a.ts',
    line: 3,
    method: 'all',
    verdict: 'bug',
    class: '1',
    why: 'nobody handles it',
    isFound: true,
    findings: [],
    ...part,
  };
}

function result(part: Partial<RepositoryResult>): RepositoryResult {
  return {
    repo: 'owner/name',
    labels: [],
    findings: [],
    crashes: [],
    skipped: [],
    times: { 'src/a.ts': 1000 },
    ruleTimes: { [finding.rule]: 400 },
    ...part,
  };
}

const reported = { findings: [{ ...finding, nearness: 'at' as const }] };

describe('the report', () => {
  it('counts a bug as found where a message stands at it', () => {
    const { classes, misses } = reportOf([
      result({ labels: [label(reported), label({ line: 9 })] }),
    ]);

    expect(classes).toEqual([
      {
        class: '1',
        bug: { all: 2, reported: 1 },
        smell: { all: 0, reported: 0 },
        fine: { all: 0, reported: 0 },
        milliseconds: 1000,
      },
    ]);
    expect(misses.map(({ line }) => line)).toEqual([9]);
  });

  it('does not count what is only linked', () => {
    const { misses } = reportOf([
      result({
        labels: [label({ findings: [{ ...finding, nearness: 'linked' }] })],
      }),
    ]);

    expect(misses).toHaveLength(1);
  });

  it('lists a right call that is reported', () => {
    const { fine, falseAlarms } = reportOf([
      result({
        labels: [
          label({ verdict: 'fine', ...reported }),
          label({ verdict: 'fine', line: 9 }),
        ],
      }),
    ]);

    expect(fine).toEqual({ all: 2, reported: 1 });
    expect(falseAlarms).toHaveLength(1);
  });

  it('takes the verdict on a report before that on its call, and the worst of several calls', () => {
    const at = (line: number): Partial<JudgedLabel> => ({
      findings: [{ ...finding, line, nearness: 'at' }],
    });
    const { rules } = reportOf([
      result({
        findings: [finding],
        labels: [
          label({ ...at(3), verdict: 'bug', class: '9' }),
          label({ ...at(3), verdict: 'smell', rule: 'no-dead-catch' }),
          label({ ...at(40), verdict: 'fine' }),
          label({ ...at(40), verdict: 'bug', class: '9' }),
        ],
      }),
    ]);

    expect(rules).toMatchObject([{ bug: 1, smell: 1, fine: 0 }]);
  });

  it('counts for each rule its messages and how they were judged', () => {
    const { rules } = reportOf([
      result({
        findings: [finding, { ...finding, line: 40 }],
        labels: [
          label(reported),
          label({
            verdict: 'smell',
            findings: [{ ...finding, line: 40, nearness: 'at' }],
          }),
        ],
        crashes: [
          { path: 'src/a.ts', rule: finding.rule, message: 'no', stack: '' },
        ],
      }),
    ]);

    expect(rules).toEqual([
      {
        rule: finding.rule,
        messages: 2,
        bug: 1,
        smell: 1,
        fine: 0,
        missed: 0,
        crashes: 1,
        milliseconds: 400,
      },
    ]);
  });

  it('counts a bug as missed for the rule that is to speak of it', () => {
    const { rules } = reportOf([
      result({
        ruleTimes: {
          'promise-combinators/no-dead-catch': 1,
          'promise-combinators/no-unhandled-rejection': 1,
        },
        labels: [label({ class: '1' }), label({ class: '9' })],
      }),
    ]);

    expect(rules.map(({ rule, missed }) => [rule, missed])).toEqual([
      ['promise-combinators/no-dead-catch', 1],
      ['promise-combinators/no-unhandled-rejection', 1],
    ]);
  });

  it('takes a verdict on a report as one on its rule alone', () => {
    const { falseAlarms, misses } = reportOf([
      result({
        labels: [
          label({ verdict: 'fine', rule: 'no-leaky-race', ...reported }),
          label({ verdict: 'bug', class: '7', ...reported }),
        ],
      }),
    ]);

    expect(falseAlarms).toEqual([]);
    expect(misses).toHaveLength(1);
  });

  it('counts the calls that chance chose and no rule reports, by verdict', () => {
    const { silent } = reportOf([
      result({
        labels: [
          label({ verdict: 'smell', random: true }),
          label({ verdict: 'fine', random: true, ...reported }),
          label({ verdict: 'fine' }),
        ],
      }),
    ]);

    expect(silent).toEqual({ bug: 0, smell: 1, fine: 0 });
  });

  it('adds up the repositories', () => {
    const { linted, milliseconds, skipped } = reportOf([
      result({ skipped: ['a.vue'] }),
      result({ repo: 'owner/other', times: { 'b.ts': 400, 'c.ts': 600 } }),
    ]);

    expect({ linted, milliseconds, skipped }).toEqual({
      linted: 3,
      milliseconds: 2000,
      skipped: ['owner/name a.vue'],
    });
  });

  it('reads as text, with what was missed and what was said', () => {
    const text = textOf(
      reportOf([
        result({
          labels: [label({}), label({ verdict: 'fine', ...reported })],
        }),
      ]),
    );

    expect(text).toContain(
      '1      0 of 1       0 of 0       1 of 1       1.0 s',
    );
    expect(text).toContain(
      'Missed bugs (1)\n  [1] owner/name src/a.ts:3: nobody handles it',
    );
    expect(text).toContain('at line 3: This `catch` never runs.');
  });
});
