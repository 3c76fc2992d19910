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
