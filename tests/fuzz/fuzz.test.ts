import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Linter } from 'eslint';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, it } from 'vitest';

import { type Preset, PRESETS } from '../../src/create-rule.ts';
import plugin from '../../src/index.ts';
import { fileOf, programOf } from '../analysis/program.ts';
import { lintProgram } from '../lint.ts';
import { oddPrograms } from './programs.ts';

/** `npm run fuzz` sets more. */
const PROGRAMS = Number(process.env.FUZZ_PROGRAMS ?? 2_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261);

/** Where the outcome of a long run is written, for the page. */
const OUTCOME = process.env.FUZZ_JSON;

/** Files that share one program of types: as modules they do not see each other. */
const BATCH = 50;

const RULES = Object.keys(plugin.configs.all.rules);

/** How often the checker may be asked, for each node of a file and rule, and besides. */
const QUESTIONS_PER_NODE = 15 * RULES.length;
const QUESTIONS_BESIDES = 2_000;

const QUIETER = PRESETS.filter((preset) => preset !== 'all');

/** `all` has every rule; its quieter kin differ in options only, so that one of them in turn meets each fourth program. */
function presetsFor(index: number): Preset[] {
  const quieter = QUIETER[(index / 4) % QUIETER.length];
  return quieter === undefined ? ['all'] : ['all', quieter];
}

it(
  `meets ${String(PROGRAMS)} odd programs without a crash, a report outside of the text or endless questions`,
  { timeout: 0 },
  () => {
    const failures = new Map<string, string>();
    const speakers = new Set<string>();
    for (let start = 0; start < PROGRAMS; start += BATCH) {
      const files = oddFiles(start, Math.min(BATCH, PROGRAMS - start));
      const program = programOf(files, {
        moduleDetection: ts.ModuleDetectionKind.Force,
      });
      const questions = countQuestions(program.getTypeChecker());
      for (const [index, name] of Object.keys(files).entries()) {
        const file = fileOf(program, name);
        questions.count = 0;
        const found = presetsFor(index).flatMap((preset) =>
          failuresIn(program, file, preset, speakers),
        );
        const bound = QUESTIONS_BESIDES + QUESTIONS_PER_NODE * nodesIn(file);
        if (questions.count > bound) {
          found.push(`${String(questions.count)} questions`);
        }
        for (const failure of found) {
          failures.set(failure, file.text);
        }
      }
    }
    if (OUTCOME !== undefined) {
      mkdirSync(path.dirname(OUTCOME), { recursive: true });
      writeFileSync(
        OUTCOME,
        JSON.stringify({ programs: PROGRAMS, failures: failures.size }),
      );
    }

    expect(Object.fromEntries(failures)).toEqual({});
    // A comment that names a rule may be broken too, so that others may be named.
    expect([...RULES].filter((rule) => !speakers.has(rule))).toEqual([]);
  },
);

/** The programs of one batch, each in a file of its own; the same for the same seed, however many there are. */
function oddFiles(start: number, count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const turn = start + index;
      const [odd] = fc.sample(oddPrograms(turn), {
        numRuns: 1,
        seed: SEED + turn,
      });
      return [`odd${String(index)}.${odd!.language}`, odd!.code];
    }),
  );
}

/** What goes wrong with one file: each kind of failure once, however many programs have it. */
function failuresIn(
  program: ts.Program,
  file: ts.SourceFile,
  preset: Preset,
  speakers: Set<string>,
): string[] {
  try {
    return lintProgram(program, file, plugin.configs[preset].rules).flatMap(
      (message) => {
        if (message.ruleId !== null) {
          speakers.add(message.ruleId);
        }
        return message.fatal === true ? [] : outsideOf(file, message);
      },
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
    fix,
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
    ...[fix ?? [], suggestions.map((suggestion) => suggestion.fix)]
      .flat()
      .filter(
        ({ range: [start, end] }) => start < 0 || start > end || end > file.end,
      )
      .map(() => `${ruleId ?? ''} offers an edit outside of the text`),
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
