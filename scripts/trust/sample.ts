// Draws by chance what is to be judged, from what `npm run trust:survey` has written:
//   npm run trust:sample -- [--reports N] [--silent N] [--rules NAME,NAME] [--preset all] [--seed N] [--out FILE]
//   npm run trust:sample -- --show FILE --repositories DIR     prints the rows of a file with their code
// N reports of each rule and N calls that no rule reports become rows without a verdict. Fill in `verdict`,
// `class` and `why`, and add the rows to docs/trust/labels.jsonl: positions and reasons, no code.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { isPreset } from '../lint-file.ts';
import { DATA, LABELS } from './data.ts';
import { draw } from './draw.ts';
import { type Draft, readLabels } from './labels.ts';
import type { Survey } from './survey.ts';

const BEFORE = 9;
const AFTER = 13;

function main(): void {
  const { values } = parseArgs({
    options: {
      survey: { type: 'string', default: path.join(DATA, 'survey.json') },
      labels: { type: 'string', default: LABELS },
      reports: { type: 'string', default: '30' },
      silent: { type: 'string', default: '0' },
      rules: { type: 'string' },
      preset: { type: 'string', default: 'all' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: path.join(DATA, 'sample.jsonl') },
      show: { type: 'string' },
      repositories: { type: 'string', default: '.' },
    },
  });
  if (values.show !== undefined) {
    show(values.show, values.repositories);
    return;
  }
  const { preset } = values;
  if (!isPreset(preset)) {
    throw new Error(`There is no preset "${preset}".`);
  }
  const surveys = JSON.parse(readFileSync(values.survey, 'utf8')) as Survey[];
  const judged = existsSync(values.labels) ? readLabels(values.labels) : [];
  const drafts = draw(surveys, judged, {
    reports: Number(values.reports),
    silent: Number(values.silent),
    preset,
    seed: Number(values.seed),
    ...(values.rules === undefined ? {} : { rules: values.rules.split(',') }),
  });
  writeFileSync(
    values.out,
    drafts.map((draft) => `${JSON.stringify(draft)}\n`).join(''),
  );
  console.log(`${String(drafts.length)} rows in ${values.out}`);
}

function show(file: string, repositories: string): void {
  const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  for (const [index, row] of rows.entries()) {
    const {
      repo,
      path: name,
      line,
      rule = 'no rule',
    } = JSON.parse(row) as Draft;
    const where = path.join(repositories, repo.replace('/', '__'), name);
    console.log(
      `\n### ${String(index + 1)} ${repo} ${name}:${String(line)} (${rule})`,
    );
    const lines = readFileSync(where, 'utf8').split('\n');
    const first = Math.max(line - BEFORE, 1);
    for (const [offset, text] of lines
      .slice(first - 1, line + AFTER)
      .entries()) {
      const number = first + offset;
      console.log(
        `${number === line ? '>' : ' '}${String(number).padStart(5)} ${text.slice(0, 140)}`,
      );
    }
  }
}

main();
