// Lints every file of public repositories that mentions a combinator, and says how many calls there are and
// what each rule reports of them:
//   npm run trust:survey -- --repositories DIR [--only OWNER/NAME] [--type-roots DIR] [--json FILE]
// DIR holds checkouts named OWNER__NAME. `npm run trust:sample` draws from what is written, to be judged.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import ts from 'typescript';

import { PRESETS } from '../../src/create-rule.ts';
import { lintFile, type PresetName } from '../lint-file.ts';
import {
  checkoutsIn,
  commitOf,
  filesOf,
  isWrittenForUse,
} from './checkouts.ts';
import { combinatorCallsIn, MENTION } from './combinator-calls.ts';
import { DATA, writeJson } from './data.ts';
import { doJob, inProcessOfItsOwn } from './own-process.ts';
import { inBatches, programOf, projectsOf, typeRootsFor } from './projects.ts';

/** A place that is written as a combinator call. */
export interface Call {
  path: string;
  line: number;
  method: string;
}

/** What a rule says of a place. */
export interface Report {
  preset: PresetName;
  rule: string;
  messageId: string;
  path: string;
  line: number;
  endLine: number;
}

/** What was seen in one repository: positions only. */
export interface Survey {
  repo: string;
  commit: string;
  files: number;
  calls: Call[];
  reports: Report[];
  crashes: number;
}

interface Job {
  repo: string;
  root: string;
  typeRoots: string | undefined;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repositories: { type: 'string' },
      only: { type: 'string' },
      'type-roots': { type: 'string' },
      json: { type: 'string', default: path.join(DATA, 'survey.json') },
    },
  });
  const surveys: Survey[] = [];
  for (const { repo, root } of checkoutsIn(values.repositories, values.only)) {
    const job: Job = { repo, root, typeRoots: values['type-roots'] };
    const ending = await inProcessOfItsOwn(
      import.meta.filename,
      job,
      (survey: Survey) => {
        surveys.push(survey);
        console.log(textOf(survey));
      },
    );
    if (ending !== undefined) {
      console.error(`${repo}: ${ending.reason}, left out`);
    }
    writeJson(values.json, surveys);
  }
}

function textOf({ repo, files, calls, reports, crashes }: Survey): string {
  const counts = new Map<string, number>();
  for (const { preset, rule } of reports) {
    const key = `${preset} ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [
    `${repo}: ${String(files)} files, ${String(calls.length)} calls, ${String(crashes)} crashes`,
    ...[...counts].map(([key, count]) => `  ${key}: ${String(count)}`),
  ].join('\n');
}

function survey(
  { repo, root, typeRoots }: Job,
  answer: (survey: Survey) => void,
): void {
  const files = filesOf(root).filter(
    (file) =>
      isWrittenForUse(path.relative(root, file)) &&
      MENTION.test(readFileSync(file, 'utf8')),
  );
  const seen: Survey = {
    repo,
    commit: commitOf(root),
    files: files.length,
    calls: [],
    reports: [],
    crashes: 0,
  };
  for (const project of inBatches(projectsOf(root, files))) {
    const program = programOf(project, typeRootsFor(root, typeRoots));
    for (const file of project.files) {
      surveyFile(seen, program, root, file);
    }
  }
  answer(seen);
}

function surveyFile(
  seen: Survey,
  program: ts.Program,
  root: string,
  file: string,
): void {
  const name = path.relative(root, file);
  const source =
    program.getSourceFile(file) ??
    ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
  seen.calls.push(
    ...combinatorCallsIn(source).map(({ line, method }) => ({
      path: name,
      line,
      method,
    })),
  );
  for (const preset of PRESETS) {
    const { messages, crashes } = lintFile(program, file, root, preset);
    seen.crashes += crashes.length;
    for (const { ruleId, messageId = '', line, endLine = line } of messages) {
      if (ruleId !== null) {
        const rule = ruleId.replace('promise-combinators/', '');
        seen.reports.push({
          preset,
          rule,
          messageId,
          path: name,
          line,
          endLine,
        });
      }
    }
  }
}

if (process.send === undefined) {
  await main();
} else {
  doJob(survey);
}
