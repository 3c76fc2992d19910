import { describe, expect, it } from 'vitest';

import { draw, type Wanted } from '../../scripts/trust/draw.ts';
import type { Label } from '../../scripts/trust/labels.ts';
import type { Survey } from '../../scripts/trust/survey.ts';

/** Twenty calls in one file, ten lines apart, of which the first ten are reported. */
const survey: Survey = {
  repo: 'owner/name',
  commit: '0123abc',
  files: 1,
  calls: Array.from({ length: 20 }, (_each, index) => ({
    path: 'src/a.ts',
    line: 10 * index + 1,
    method: index % 2 === 0 ? 'all' : 'race',
  })),
  reports: Array.from({ length: 10 }, (_each, index) => ({
    preset: 'all' as const,
    rule: index < 5 ? 'no-dead-catch' : 'no-leaky-race',
    messageId: 'deadCatch',
    path: 'src/a.ts',
    line: 10 * index + 2,
    endLine: 10 * index + 2,
  })),
  crashes: 0,
};

const wanted: Wanted = { reports: 3, silent: 4, preset: 'all', seed: 1 };

const label: Label = {
  repo: 'owner/name',
  commit: '0123abc',
  path: 'src/a.ts',
  line: 2,
  method: 'all',
  verdict: 'fine',
  class: 'none',
  why: 'it is awaited',
};

describe('a draw', () => {
  it('takes as many reports of each rule and silent calls as are wanted', () => {
    const drafts = draw([survey], [], wanted);

    expect(drafts.map(({ rule }) => rule ?? 'silent')).toEqual([
      ...Array<string>(3).fill('no-dead-catch'),
      ...Array<string>(3).fill('no-leaky-race'),
      ...Array<string>(4).fill('silent'),
    ]);
  });

  it('gives rows that wait for a verdict, at the call that is nearest', () => {
    const [draft] = draw([survey], [], { ...wanted, seed: 3 });

    expect(draft).toMatchObject({
      repo: 'owner/name',
      commit: '0123abc',
      verdict: '',
      class: '',
      why: '',
      rule: 'no-dead-catch',
      random: true,
    });
    expect(['all', 'race']).toContain(draft?.method);
  });

  it('takes only calls that no report stands at for silent ones', () => {
    const drafts = draw([survey], [], { ...wanted, reports: 0, silent: 50 });

    expect(drafts.map(({ line }) => line)).toEqual(
      survey.calls.slice(10).map(({ line }) => line),
    );
  });

  it('leaves out reports of other presets', () => {
    expect(
      draw([survey], [], { ...wanted, preset: 'recommended', silent: 50 }),
    ).toHaveLength(20);
  });

  it('leaves out rules that are not asked for', () => {
    const drafts = draw([survey], [], {
      ...wanted,
      rules: ['no-leaky-race'],
      silent: 0,
    });

    expect(new Set(drafts.map(({ rule }) => rule))).toEqual(
      new Set(['no-leaky-race']),
    );
  });

  it('leaves out what is judged, but not for another rule', () => {
    const all = { ...wanted, reports: 50, silent: 0 };

    expect(
      draw([survey], [{ ...label, rule: 'no-dead-catch' }], all),
    ).toHaveLength(9);
    expect(draw([survey], [label], all)).toHaveLength(10);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(draw([survey], [], wanted)).toEqual(draw([survey], [], wanted));
    expect(draw([survey], [], wanted)).not.toEqual(
      draw([survey], [], { ...wanted, seed: 2 }),
    );
  });
});
