import type { Linter } from 'eslint';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, it } from 'vitest';

import plugin from '../../src/index.ts';
import { fileOf, programOf } from '../analysis/program.ts';
import { lintProgram } from '../lint.ts';
import { oddPrograms } from './programs.ts';

/** `npm run fuzz` sets more. */
const PROGRAMS = Number(process.env.FUZZ_PROGRAMS ?? 2_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261);

/** Files that share one program of types: as modules they do not see each other. */
const BATCH = 50;

/** How often the checker may be asked, for each node of a file and besides. */
const QUESTIONS_PER_NODE = 60;
const QUESTIONS_BESIDES = 2_000;

const rules = plugin.configs.all.rules;

it(
  `meets ${String(PROGRAMS)} odd programs without a crash, a report outside of the text or endless questions`,
  { timeout: 0 },
  () => {
    const programs = fc.sample(oddPrograms(), {
      numRuns: PROGRAMS,
      seed: SEED,
    });
    const failures = new Map<string, string>();
    for (let start = 0; start < programs.length; start += BATCH) {
      const files = Object.fromEntries(
        programs
          .slice(start, start + BATCH)
          .map(({ code, language }, index) => [
            `odd${String(index)}.${language}`,
            `${code}\nexport {};\n`,
          ]),
      );
      const program = programOf(files);
      const questions = countQuestions(program.getTypeChecker());
      for (const name of Object.keys(files)) {
        const file = fileOf(program, name);
        questions.count = 0;
        for (const failure of failuresIn(program, file)) {
          failures.set(failure, file.text);
        }
        if (
          questions.count >
          QUESTIONS_BESIDES + QUESTIONS_PER_NODE * nodesIn(file)
        ) {
          failures.set(`${String(questions.count)} questions`, file.text);
        }
      }
    }

    expect(Object.fromEntries(failures)).toEqual({});
  },
);

/** What goes wrong with one file: each kind of failure once, however many programs have it. */
function failuresIn(program: ts.Program, file: ts.SourceFile): string[] {
  try {
    return lintProgram(program, file, rules).flatMap((message) =>
      message.fatal === true ? [] : outsideOf(file, message),
    );
  } catch (error) {
    return [
      error instanceof Error
        ? (error.stack ?? '').split('\n').slice(0, 6).join('\n')
        : String(error),
    ];
  }
}

/** What a message and its suggestions say of places that are not in the text. */
function outsideOf(
  file: ts.SourceFile,
  {
    ruleId,
    line,
    column,
    endLine,
    endColumn,
    suggestions = [],
  }: Linter.LintMessage,
): string[] {
  const lines = file.text.split(/\r\n|[\r\n\u2028\u2029]/u);
  const isIn = (row: number, place: number): boolean =>
    place >= 1 && place <= (lines[row - 1]?.length ?? -1) + 1;
  const places: (readonly [number, number])[] = [[line, column]];
  if (endLine !== undefined && endColumn !== undefined) {
    places.push([endLine, endColumn]);
  }
  return [
    ...places
      .filter(([row, place]) => !isIn(row, place))
      .map(() => `${ruleId ?? ''} reports a place outside of the text`),
    ...suggestions
      .filter(
        ({ fix: { range } }) =>
          range[0] < 0 || range[0] > range[1] || range[1] > file.end,
      )
      .map(({ desc }) => `"${desc}" is an edit outside of the text`),
  ];
}

function nodesIn(node: ts.Node): number {
  let count = 1;
  ts.forEachChild(node, (child) => {
    count += nodesIn(child);
  });
  return count;
}

/** Counts what the rules ask the checker, by wrapping its methods. */
function countQuestions(checker: ts.TypeChecker): { count: number } {
  const questions = { count: 0 };
  const methods = checker as unknown as Record<string, unknown>;
  for (const [key, method] of Object.entries(methods)) {
    if (typeof method === 'function') {
      methods[key] = (...args: unknown[]): unknown => {
        questions.count++;
        return (method as (...args: unknown[]) => unknown)(...args);
      };
    }
  }
  return questions;
}
