import type { PresetName } from '../lint-file.ts';
import type { Draft, Label } from './labels.ts';
import type { Call, Report, Survey } from './survey.ts';

export interface Wanted {
  /** How many reports of each rule. */
  reports: number;
  /** How many calls that no rule reports. */
  silent: number;
  /** The rules to draw reports of; all where it is left out. */
  rules?: readonly string[];
  preset: PresetName;
  seed: number;
}

/** How far from a call a report may stand and still be about it. */
const NEAR = 3;

/** Draws by chance from what was surveyed, leaving out what is judged already: rows without a verdict. */
export function draw(
  surveys: readonly Survey[],
  judged: readonly Label[],
  { reports, silent, rules, preset, seed }: Wanted,
): Draft[] {
  const next = chance(seed);
  const known = new Set(judged.map(keyOf));
  const found = surveys.flatMap(({ repo, commit, calls, reports: all }) =>
    all
      .filter((report) => report.preset === preset)
      .map((report) =>
        draftOf(
          { repo, commit },
          { ...report, method: nearest(calls, report)?.method ?? '' },
          report.rule,
        ),
      ),
  );
  const names = [...new Set(found.map(({ rule }) => rule ?? ''))]
    .filter((name) => rules?.includes(name) ?? true)
    .sort();
  const unreported = surveys.flatMap((survey) => {
    const near = survey.reports.filter((report) => report.preset === preset);
    return survey.calls
      .filter((call) => !near.some((report) => isAbout(report, call)))
      .map((call) => draftOf(survey, call));
  });
  const isNew = (draft: Draft): boolean => !known.has(keyOf(draft));
  return [
    ...names.flatMap((name) =>
      some(
        found.filter((draft) => draft.rule === name && isNew(draft)),
        reports,
        next,
      ),
    ),
    ...some(unreported.filter(isNew), silent, next),
  ];
}

function draftOf(
  { repo, commit }: Pick<Survey, 'repo' | 'commit'>,
  { path, line, method }: Call,
  rule?: string,
): Draft {
  return {
    repo,
    commit,
    path,
    line,
    method,
    verdict: '',
    class: '',
    why: '',
    ...(rule === undefined ? {} : { rule }),
    random: true,
  };
}

/** A call that is judged needs no second judgement; a report of another rule there does. */
function keyOf({ repo, path, line, rule }: Label | Draft): string {
  return JSON.stringify([repo, path, line, rule ?? '']);
}

function isAbout(report: Report, call: Call): boolean {
  return (
    report.path === call.path &&
    report.line - NEAR <= call.line &&
    call.line <= report.endLine + NEAR
  );
}

function nearest(calls: readonly Call[], report: Report): Call | undefined {
  const distance = ({ line }: Call): number => Math.abs(line - report.line);
  return calls
    .filter((call) => call.path === report.path)
    .sort((one, other) => distance(one) - distance(other))[0];
}

/** Some of a list by chance, in the list's order. */
function some<T>(list: readonly T[], count: number, next: () => number): T[] {
  const indices = list.map((_each, index) => index);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, list.length)) {
    const [index] = indices.splice(Math.floor(next() * indices.length), 1);
    chosen.add(index as number);
  }
  return list.filter((_each, index) => chosen.has(index));
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
