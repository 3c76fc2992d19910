// Tries every suggestion and fix that the preset `all` offers in the pinned packages and in public repositories,
// each applied by itself: it parses, adds no type error but those it exists to show, keeps all comments, and is
// not reported again:
//   npm run suggestions -- [--packages] [--repositories DIR] [--only PACKAGE|OWNER/NAME] [--type-roots DIR] [--json FILE]
// DIR holds checkouts named OWNER__NAME.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import type ts from 'typescript';

import plugin from '../../src/index.ts';
import { lintFile } from '../lint-file.ts';
import { programFrom, withTexts } from '../programs.ts';
import {
  FOLDER,
  installPackages,
  planOf,
  SOURCES,
} from '../real-code/packages.ts';
import { checkoutsIn, filesOf, isWrittenForUse } from '../trust/checkouts.ts';
import { MENTION } from '../trust/combinator-calls.ts';
import { DATA, writeJson } from '../trust/data.ts';
import { doJob, inProcessOfItsOwn } from '../trust/own-process.ts';
import {
  inBatches,
  programOf,
  projectsOf,
  typeRootsFor,
} from '../trust/projects.ts';
import { everySuggestion, type Tried } from './every.ts';

interface Job {
  /** A pinned package, or a checkout. */
  name: string;
  root: string;
  isPackage: boolean;
  typeRoots: string | undefined;
}

interface Outcome {
  name: string;
  tried: Tried[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      packages: { type: 'boolean', default: false },
      repositories: { type: 'string' },
      only: { type: 'string' },
      'type-roots': { type: 'string' },
      json: { type: 'string', default: path.join(DATA, 'suggestions.json') },
    },
  });
  const jobs: Job[] = [];
  if (values.packages || values.repositories === undefined) {
    installPackages();
    const names = Object.keys(SOURCES).filter(
      (name) => values.only === undefined || values.only === name,
    );
    for (const name of names) {
      const root = path.join(FOLDER, 'node_modules', name);
      jobs.push({ name, root, isPackage: true, typeRoots: undefined });
    }
  }
  if (values.repositories !== undefined) {
    for (const { repo, root } of checkoutsIn(
      values.repositories,
      values.only,
    )) {
      const typeRoots = values['type-roots'];
      jobs.push({ name: repo, root, isPackage: false, typeRoots });
    }
  }
  const all: Outcome[] = [];
  for (const job of jobs) {
    const tried: Tried[] = [];
    const ending = await inProcessOfItsOwn(
      import.meta.filename,
      job,
      (some: Tried[]) => {
        tried.push(...some);
      },
    );
    if (ending !== undefined) {
      console.error(`${job.name}: ${ending.reason}, not complete`);
      process.exitCode = 1;
    }
    all.push({ name: job.name, tried });
    console.log(textOf({ name: job.name, tried }));
    writeJson(
      values.json,
      all.map(({ name, tried: some }) => ({
        name,
        // Positions, no code.
        tried: some.map((each) => ({ ...each, output: undefined })),
      })),
    );
  }
  const together = all.flatMap(({ tried }) => tried);
  console.log(`
${textOf({ name: 'together', tried: together }, false)}`);
  if (together.some(({ faults }) => faults.length > 0)) {
    process.exitCode = 1;
  }
}

/** How many edits of each kind there are, and what is wrong with which. */
function textOf({ name, tried }: Outcome, withFaults = true): string {
  const kinds = new Map<string, Tried[]>();
  for (const each of tried) {
    const kind = `${each.rule.replace('promise-combinators/', '')} ${each.messageId}${each.isFix ? ' (fix)' : ''}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  const faulty = tried.filter(({ faults }) => faults.length > 0);
  return [
    `${name}: ${String(tried.length)} edits, ${String(faulty.length)} at fault`,
    ...[...kinds]
      .sort()
      .map(
        ([kind, some]) =>
          `  ${kind}: ${String(some.length)}, ${String(some.filter(({ faults }) => faults.length > 0).length)} at fault`,
      ),
    ...(withFaults ? faulty : []).map(
      ({ path: file, line, rule, messageId, faults }) =>
        `  FAULT ${rule} ${messageId} ${file}:${String(line)}\n${faults.map((fault) => `    ${fault}`).join('\n')}`,
    ),
  ].join('\n');
}

function tryAll(
  { name, root, isPackage, typeRoots }: Job,
  answer: (tried: Tried[]) => void,
): void {
  const tryIn = (program: ts.Program, files: readonly string[]): void => {
    const tried = everySuggestion(
      {
        files,
        read: (texts) =>
          texts.size === 0 ? program : withTexts(program, texts),
        lint: (each, file, rules) =>
          lintFile(each, file.fileName, root, rules).messages,
      },
      plugin.configs.all.rules,
    );
    answer(
      tried.map((each) => ({ ...each, path: path.relative(root, each.path) })),
    );
  };
  if (isPackage) {
    const plan = planOf(name);
    tryIn(programFrom(plan), plan.rootNames);
    return;
  }
  const files = filesOf(root).filter(
    (file) =>
      isWrittenForUse(path.relative(root, file)) &&
      MENTION.test(readFileSync(file, 'utf8')),
  );
  for (const project of inBatches(projectsOf(root, files))) {
    tryIn(programOf(project, typeRootsFor(root, typeRoots)), project.files);
  }
}

if (process.send === undefined) {
  await main();
} else {
  doJob(tryAll);
}
