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
    linted: 1,
    milliseconds: 1000,
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

  it('counts for each rule its messages and the calls that they stand at', () => {
    const { rules } = reportOf([
      result({
        findings: [finding, { ...finding, line: 40 }],
        labels: [label(reported), label({ verdict: 'smell', ...reported })],
      }),
    ]);

    expect(rules).toEqual([
      { rule: finding.rule, messages: 2, bug: 1, smell: 1, fine: 0 },
    ]);
  });

  it('adds up the repositories', () => {
    const { linted, milliseconds, skipped } = reportOf([
      result({ skipped: ['a.vue'] }),
      result({ repo: 'owner/other', linted: 2 }),
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

    expect(text).toContain('1      0 of 1       0 of 0');
    expect(text).toContain(
      'Missed bugs (1)\n  [1] owner/name src/a.ts:3: nobody handles it',
    );
    expect(text).toContain('at line 3: This `catch` never runs.');
  });
});
