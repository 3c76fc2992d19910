// Lints judged public code with types and says what was found, missed and wrongly reported:
//   npm run trust -- --repositories DIR [--labels FILE] [--preset recommended|strict|all]… [--only OWNER/NAME]
//                    [--type-roots DIR] [--json DIR]
// DIR holds checkouts named OWNER__NAME, at the commits that the labels name. All that was found stands in a JSON
// file beside, `.trust/PRESET.json` unless another folder is named. DIR of `--type-roots` holds type packages for repositories in
// which nothing is installed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { isPreset, type PresetName } from '../lint-file.ts';
import { checkoutsIn, commitOf } from './checkouts.ts';
import { DATA, LABELS, writeJson } from './data.ts';
import { type Label, readLabels } from './labels.ts';
import { lintRepository, type RepositoryResult } from './lint.ts';
import { doJob, inProcessOfItsOwn } from './own-process.ts';
import { typeRootsFor } from './projects.ts';
import { reportOf, textOf } from './report.ts';

interface Job {
  root: string;
  labels: Label[];
  presets: PresetName[];
  typeRoots: string | undefined;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repositories: { type: 'string' },
      labels: { type: 'string', default: LABELS },
      preset: { type: 'string', multiple: true, default: ['recommended'] },
      only: { type: 'string' },
      'type-roots': { type: 'string' },
      json: { type: 'string', default: DATA },
    },
  });
  const presets = values.preset.map((preset) => {
    if (!isPreset(preset)) {
      throw new Error(`There is no preset "${preset}".`);
    }
    return preset;
  });
  const checkouts = new Map(
    checkoutsIn(values.repositories, values.only).map(({ repo, root }) => [
      repo,
      root,
    ]),
  );
  const labels = readLabels(values.labels).filter(
    ({ repo }) => values.only === undefined || repo === values.only,
  );
  const results: RepositoryResult[][] = [];
  for (const repo of new Set(labels.map((label) => label.repo))) {
    const root = checkouts.get(repo);
    if (root === undefined) {
      console.error(`${repo}: not checked out, left out`);
      continue;
    }
    const ofIt = labels.filter((label) => label.repo === repo);
    warnOfCommits(repo, root, ofIt);
    const typeRoots = typeRootsFor(root, values['type-roots']);
    const ending = await inProcessOfItsOwn(
      import.meta.filename,
      { root, labels: ofIt, presets, typeRoots } satisfies Job,
      (result: RepositoryResult[]) => {
        results.push(result);
      },
    );
    if (ending === undefined) {
      console.error(`${repo}: done`);
    } else {
      console.error(`${repo}: ${ending.reason}, left out`);
      process.exitCode = 1;
    }
  }
  for (const [index, preset] of presets.entries()) {
    const ofIt = results.flatMap((each) => each[index] ?? []);
    const report = reportOf(ofIt);
    const file = path.join(values.json, `${preset}.json`);
    writeJson(file, { preset, report, results: ofIt });
    console.log(
      `# ${preset}\n${textOf(report)}\nAll of it: ${path.relative('.', file)}\n`,
    );
  }
}

function warnOfCommits(
  repo: string,
  root: string,
  labels: readonly Label[],
): void {
  const commit = commitOf(root);
  const other = labels.find((label) => label.commit !== commit);
  if (existsSync(path.join(root, '.git')) && other !== undefined) {
    console.error(
      `${repo}: ${commit} is checked out, ${other.commit} was judged`,
    );
  }
}

if (process.send === undefined) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
} else {
  doJob(
    (
      { root, labels, presets, typeRoots }: Job,
      answer: (result: RepositoryResult[]) => void,
    ) => {
      answer(lintRepository(root, labels, presets, typeRoots));
    },
  );
}
