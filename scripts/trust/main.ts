// Lints judged public code with types and says what was found, missed and wrongly reported:
//   npm run trust -- --repositories DIR [--labels FILE] [--preset recommended|strict|all] [--only OWNER/NAME] [--json FILE]
// DIR holds checkouts named OWNER__NAME, at the commits that the labels name.
import { fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import plugin from '../../src/index.ts';
import { type Label, readLabels } from './labels.ts';
import type { PresetName } from '../lint-file.ts';
import { lintRepository, type RepositoryResult } from './lint.ts';
import { reportOf, textOf } from './report.ts';

interface Job {
  root: string;
  labels: Label[];
  preset: PresetName;
}

const LABELS = path.join(import.meta.dirname, '../../docs/trust/labels.jsonl');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repositories: { type: 'string' },
      labels: { type: 'string', default: LABELS },
      preset: { type: 'string', default: 'recommended' },
      only: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const { repositories, preset } = values;
  if (repositories === undefined || !existsSync(repositories)) {
    throw new Error(
      '--repositories DIR names the folder with the checkouts, each in OWNER__NAME.',
    );
  }
  if (!isPreset(preset)) {
    throw new Error(`There is no preset "${preset}".`);
  }
  const labels = readLabels(values.labels).filter(
    ({ repo }) => values.only === undefined || repo === values.only,
  );
  const results: RepositoryResult[] = [];
  for (const repo of new Set(labels.map((label) => label.repo))) {
    const root = path.resolve(repositories, repo.replace('/', '__'));
    if (!existsSync(root)) {
      console.error(`${repo}: not checked out, left out`);
      continue;
    }
    const ofIt = labels.filter((label) => label.repo === repo);
    results.push(await inProcessOfItsOwn({ root, labels: ofIt, preset }));
    console.error(`${repo}: done`);
  }
  const report = reportOf(results);
  console.log(textOf(report));
  if (values.json !== undefined) {
    writeFileSync(values.json, JSON.stringify({ report, results }, null, 1));
  }
}

function isPreset(name: string): name is PresetName {
  return Object.keys(plugin.configs).includes(name);
}

/** A program of types takes gigabytes that only the end of a process gives back. */
function inProcessOfItsOwn(job: Job): Promise<RepositoryResult> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, {
      env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=6000' },
    });
    let answer: RepositoryResult | undefined;
    child.on('message', (message) => {
      answer = message as RepositoryResult;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (answer === undefined) {
        reject(
          new Error(`${job.root}: the linter ended with ${String(code)}.`),
        );
      } else {
        resolve(answer);
      }
    });
    child.send(job);
  });
}

if (process.send === undefined) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
} else {
  process.once('message', ({ root, labels, preset }: Job) => {
    process.send?.(lintRepository(root, labels, preset), () => {
      process.disconnect();
    });
  });
}
