// Writes docs/trust.md and the trust line of the README from what is committed:
//   npm run trust:page                 writes both
//   npm run trust:page -- --update     takes up first what the other commands left in .trust/
//   npm run trust:page -- --check      fails where they are not what is written
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { PRESETS } from '../../src/create-rule.ts';
import { type MutationReport, readNotes } from '../mutation/survivors.ts';
import type { Tried } from '../suggestions/every.ts';
import {
  DATA,
  FIGURES,
  MUTANT_NOTES,
  MUTATIONS,
  PAGE,
  README,
  writeJson,
} from './data.ts';
import { type Figures, judged, mutated, surveyed } from './figures.ts';
import type { TrustReport } from './report.ts';
import type { Survey } from './survey.ts';
import { texts } from './texts.ts';

/** What a command left in .trust/, if it has been run. */
function found(name: string): unknown {
  const file = path.join(DATA, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The committed figures, with those in .trust/ in their place. */
function updated(): Figures {
  const figures: Figures = existsSync(FIGURES)
    ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as Figures)
    : { judged: {} };
  const surveys = found('survey.json') as Survey[] | undefined;
  if (surveys !== undefined) {
    figures.survey = surveyed(surveys);
  }
  for (const preset of PRESETS) {
    const result = found(`${preset}.json`) as
      { report: TrustReport } | undefined;
    if (result !== undefined) {
      figures.judged[preset] = judged(result.report);
    }
  }
  const crashed = found('crashes.json') as CrashOutcome[] | undefined;
  if (crashed !== undefined) {
    const sum = (of: (outcome: CrashOutcome) => number): number =>
      crashed.reduce((total, outcome) => total + of(outcome), 0);
    figures.crashes = {
      repositories: crashed.length,
      files: sum(({ files }) => files),
      unparsed: sum(({ unparsed }) => unparsed),
      crashes: sum(({ crashes }) => crashes.length),
    };
  }
  const tried = found('suggestions.json') as { tried: Tried[] }[] | undefined;
  if (tried !== undefined) {
    figures.suggestions = kindsOf(tried.flatMap((each) => each.tried));
  }
  const fuzz = found('fuzz.json') as NonNullable<Figures['fuzz']> | undefined;
  if (fuzz !== undefined) {
    figures.fuzz = fuzz;
  }
  if (existsSync(MUTATIONS)) {
    figures.mutation = mutated(
      JSON.parse(readFileSync(MUTATIONS, 'utf8')) as MutationReport,
      readNotes(MUTANT_NOTES),
    );
  }
  return figures;
}

interface CrashOutcome {
  files: number;
  unparsed: number;
  crashes: unknown[];
}

function kindsOf(tried: readonly Tried[]): NonNullable<Figures['suggestions']> {
  const kinds = new Map<string, { offered: number; faulty: number }>();
  for (const { messageId, faults } of tried) {
    const { offered, faulty } = kinds.get(messageId) ?? {
      offered: 0,
      faulty: 0,
    };
    kinds.set(messageId, {
      offered: offered + 1,
      faulty: faulty + (faults.length > 0 ? 1 : 0),
    });
  }
  return [...kinds]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, counts]) => ({ kind, ...counts }));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { update: { type: 'boolean' }, check: { type: 'boolean' } },
  });
  if (values.update === true) {
    writeJson(FIGURES, updated());
  }
  const { page, readme } = await texts();
  const wanted = [
    [PAGE, page],
    [README, readme],
  ] as const;
  for (const [file, text] of wanted) {
    if (values.check !== true) {
      writeFileSync(file, text);
    } else if (readFileSync(file, 'utf8') !== text) {
      console.error(
        `${path.basename(file)} is out of date: npm run trust:page`,
      );
      process.exitCode = 1;
    }
  }
}

await main();
