// Lints every file of every repository once under the preset `all`, and says which rule throws where:
//   npm run crashes -- --repositories DIR [--only OWNER/NAME] [--json FILE]
// DIR holds checkouts named OWNER__NAME. A file that cannot be parsed is counted; it is no crash.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { type Crash, lintFile } from '../lint-file.ts';
import { type Checkout, checkoutsIn, filesOf } from './checkouts.ts';
import { doJob, inProcessOfItsOwn } from './own-process.ts';
import { inBatches, programOf, projectsOf } from './projects.ts';

interface Job {
  root: string;
  files: string[];
}

/** First that a file is begun, then what came of it. */
type Answer = { file: string } & (
  | { isBegun: true }
  | {
      isBegun: false;
      /** `undefined` where the parser refuses the file. */
      messages: number | undefined;
      crashes: Crash[];
      milliseconds: number;
    }
);

interface FileCrash extends Crash {
  file: string;
}

interface Outcome {
  repo: string;
  files: number;
  unparsed: number;
  messages: number;
  crashes: FileCrash[];
  seconds: number;
  slowest: { file: string; milliseconds: number };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repositories: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const outcomes: Outcome[] = [];
  for (const checkout of checkoutsIn(values.repositories, values.only)) {
    const outcome = await outcomeOf(checkout);
    outcomes.push(outcome);
    console.log(textOf(outcome));
    if (values.json !== undefined) {
      writeFileSync(values.json, JSON.stringify(outcomes, null, 1));
    }
  }
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const crashes = sum((outcome) => outcome.crashes.length);
  console.log(
    `${String(outcomes.length)} repositories, ${String(sum(({ files }) => files))} files, ${String(sum(({ unparsed }) => unparsed))} of them not parsed, ${String(sum(({ messages }) => messages))} messages, ${String(crashes)} crashes, ${sum(({ seconds }) => seconds).toFixed(0)} s`,
  );
  process.exitCode = crashes === 0 ? 0 : 1;
}

/** A file, with the program that it is the first to need, takes no longer; in milliseconds. */
const PATIENCE = 1_200_000;

/** Goes on behind a file that ends the whole process. */
async function outcomeOf({ repo, root }: Checkout): Promise<Outcome> {
  const started = performance.now();
  const left = new Set(filesOf(root));
  const outcome: Outcome = {
    repo,
    files: 0,
    unparsed: 0,
    messages: 0,
    crashes: [],
    seconds: 0,
    slowest: { file: '', milliseconds: 0 },
  };
  while (left.size > 0) {
    let current = '';
    const take = (answer: Answer): void => {
      current = answer.file;
      const file = path.relative(root, answer.file);
      if (answer.isBegun) {
        return;
      }
      left.delete(answer.file);
      outcome.files++;
      outcome.unparsed += answer.messages === undefined ? 1 : 0;
      outcome.messages += answer.messages ?? 0;
      outcome.crashes.push(
        ...answer.crashes.map((crash) => ({ file, ...crash })),
      );
      const { milliseconds } = answer;
      if (milliseconds > outcome.slowest.milliseconds) {
        outcome.slowest = { file, milliseconds };
      }
    };
    const job: Job = { root, files: [...left] };
    const ending = await inProcessOfItsOwn(
      import.meta.filename,
      job,
      take,
      PATIENCE,
    );
    if (ending === undefined) {
      break;
    }
    const file = path.relative(root, current);
    const message = `the process: ${ending.reason}`;
    outcome.crashes.push({ file, rule: '?', message, stack: '' });
    if (!left.delete(current)) {
      break;
    }
  }
  outcome.seconds = (performance.now() - started) / 1000;
  return outcome;
}

function textOf(outcome: Outcome): string {
  const { repo, files, unparsed, messages, crashes, seconds, slowest } =
    outcome;
  return [
    `${repo}: ${String(files)} files, ${String(unparsed)} not parsed, ${String(messages)} messages, ${String(crashes.length)} crashes, ${seconds.toFixed(0)} s; the slowest file: ${slowest.milliseconds.toFixed(0)} ms, ${slowest.file}`,
    ...crashes.map(
      ({ file, rule, message, stack }) =>
        `CRASH ${rule} in ${repo} ${file}: ${message}\n${stack}`,
    ),
  ].join('\n');
}

function lintAll({ root, files }: Job, answer: (answer: Answer) => void): void {
  for (const project of inBatches(projectsOf(root, files))) {
    const program = programOf(project);
    for (const file of project.files) {
      answer({ file, isBegun: true });
      const started = performance.now();
      const { messages, crashes } = lintFile(program, file, root, 'all');
      answer({
        file,
        isBegun: false,
        messages: messages.some(({ fatal }) => fatal === true)
          ? undefined
          : messages.length,
        crashes,
        milliseconds: performance.now() - started,
      });
    }
  }
}

if (process.send === undefined) {
  await main();
} else {
  doJob(lintAll);
}
