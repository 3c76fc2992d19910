import {
  type MutationReport,
  type Note,
  survivorsOf,
  unreadOf,
} from '../mutation/survivors.ts';
import { PRESETS } from '../../src/create-rule.ts';
import { rules } from '../../src/rules/index.ts';
import type { PresetName } from '../lint-file.ts';
import type { ClassRow, Count, RuleRow, TrustReport } from './report.ts';
import type { Survey } from './survey.ts';

/** What the page quotes: counts, as the commands gave them. Each is there once its command has been run. */
export interface Figures {
  survey?: {
    repositories: number;
    files: number;
    calls: number;
    /** By rule, in the quietest preset that has it. */
    reports: Record<string, number>;
  };
  judged: Partial<
    Record<
      PresetName,
      {
        rules: RuleRow[];
        classes: ClassRow[];
        fine: Count;
        silent: TrustReport['silent'];
        linted: number;
      }
    >
  >;
  crashes?: {
    repositories: number;
    files: number;
    unparsed: number;
    crashes: number;
  };
  suggestions?: { kind: string; offered: number; faulty: number }[];
  fuzz?: { programs: number; failures: number };
  mutation?: MutatedFolder[];
}

/** A folder of the analysis: the changes that were made to it, how many of them a test noticed, and how many of the others have a note. */
interface MutatedFolder {
  folder: string;
  mutants: number;
  noticed: number;
  read: number;
}

/** What the tests notice of the changes of each folder, and how many of the others have a note; those that were left out or do not compile count for nothing. */
export function mutated(
  report: MutationReport,
  notes: readonly Note[],
): NonNullable<Figures['mutation']> {
  const folders = new Map<string, MutatedFolder>();
  for (const [file, { mutants, source }] of Object.entries(report.files)) {
    const folder = file.split('/').at(-2) ?? '';
    const counts = folders.get(folder) ?? {
      folder,
      mutants: 0,
      noticed: 0,
      read: 0,
    };
    const survivors = survivorsOf({ files: { [file]: { mutants, source } } });
    const noticed = mutants.filter(
      ({ status }) => status === 'Killed' || status === 'Timeout',
    ).length;
    counts.mutants += noticed + survivors.length;
    counts.noticed += noticed;
    counts.read += survivors.length - unreadOf(survivors, notes).length;
    folders.set(folder, counts);
  }
  return [...folders.values()].sort((one, other) =>
    one.folder < other.folder ? -1 : 1,
  );
}

/** The quietest preset that switches a rule on. */
export function presetOf(rule: string): PresetName {
  const presets = Object.entries(rules).find(([name]) => name === rule)?.[1]
    .meta.docs?.presets;
  return PRESETS.find((preset) => presets?.[preset] !== undefined) ?? 'all';
}

export function surveyed(
  surveys: readonly Survey[],
): NonNullable<Figures['survey']> {
  const reports: Record<string, number> = {};
  for (const { preset, rule } of surveys.flatMap((each) => each.reports)) {
    if (preset === presetOf(rule)) {
      reports[rule] = (reports[rule] ?? 0) + 1;
    }
  }
  return {
    repositories: surveys.length,
    files: surveys.reduce((sum, { files }) => sum + files, 0),
    calls: surveys.reduce((sum, { calls }) => sum + calls.length, 0),
    reports,
  };
}

/** What is kept of the report on a preset: counts that are the same on every machine. */
export function judged({
  rules: rows,
  classes,
  fine,
  silent,
  linted,
}: TrustReport): NonNullable<Figures['judged'][PresetName]> {
  const timeless = <T extends { milliseconds: number }>(row: T): T => ({
    ...row,
    milliseconds: 0,
  });
  return {
    rules: rows.map(timeless),
    classes: classes.map(timeless),
    fine,
    silent,
    linted,
  };
}
