import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import plugin from '../src/index.ts';
import { fileOf, programOf } from './analysis/program.ts';
import { allBlocks } from './blocks.ts';
import { lintProgram } from './lint.ts';

const rules = plugin.configs.all.rules;

const EXAMPLE = path.join(
  import.meta.dirname,
  '../docs/examples/dashboard/src',
);

/** One project of many files: the example, whose files import each other, and every block of the pages. */
const files: Record<string, string> = {
  ...Object.fromEntries(
    readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [
        `example/${name}`,
        readFileSync(path.join(EXAMPLE, name), 'utf8'),
      ]),
  ),
  ...Object.fromEntries(
    allBlocks().map(({ code, language }, index) => [
      `block${String(index)}.${language}`,
      `${code}\nexport {};\n`,
    ]),
  ),
};

const names = Object.keys(files);

function findingsOf(program: ts.Program, name: string): string[] {
  return lintProgram(program, fileOf(program, name), rules).map(
    ({ line, column, ruleId, message }) =>
      `${String(line)}:${String(column)} ${ruleId ?? ''} ${message}`,
  );
}

function findingsInOrder(order: readonly string[]): Map<string, string[]> {
  const program = programOf(files);
  return new Map(order.map((name) => [name, findingsOf(program, name)]));
}

describe('the findings of a project', () => {
  const inReadingOrder = findingsInOrder(names);

  it('are there', () => {
    expect([...inReadingOrder.values()].flat().length).toBeGreaterThan(20);
  });

  it('are the same in whatever order its files are linted', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: names.length }),
        (order) => {
          const shuffled = findingsInOrder(order);
          for (const name of names) {
            expect(shuffled.get(name)).toEqual(inReadingOrder.get(name));
          }
        },
      ),
      { numRuns: 4, seed: 20 },
    );
  });

  it('are the same for a file that is linted alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expect(findingsOf(programOf(files), name)).toEqual(
          inReadingOrder.get(name),
        );
      }),
      { numRuns: 6, seed: 20 },
    );
  });
});

describe('an edit in another file', () => {
  const user = `
    import { load } from './loader';
    export {};
    const start = async () => { await Promise.all([load()]); };
    setTimeout(start);
  `;
  const rejects = 'export async function load() { throw new Error(); }';
  const guarded =
    'export async function load() { try { await fetch("/"); } catch {} }';

  /** As an editor does it: the next program takes over every file that has not changed. */
  function edited(before: ts.Program, loader: string): ts.Program {
    const next = programOf({ 'user.ts': user, 'loader.ts': loader });
    const host = ts.createCompilerHost(before.getCompilerOptions());
    host.getSourceFile = (name) =>
      path.basename(name) === 'loader.ts'
        ? next.getSourceFile(name)
        : before.getSourceFile(name);
    host.fileExists = (name) =>
      before.getSourceFile(name) !== undefined || ts.sys.fileExists(name);
    return ts.createProgram({
      rootNames: before.getRootFileNames(),
      options: before.getCompilerOptions(),
      host,
      oldProgram: before,
    });
  }

  it('changes the answer in this one', () => {
    const before = programOf({ 'user.ts': user, 'loader.ts': rejects });
    expect(findingsOf(before, 'user.ts')).not.toEqual([]);

    const after = edited(before, guarded);
    expect(fileOf(after, 'user.ts')).toBe(fileOf(before, 'user.ts'));
    expect(findingsOf(after, 'user.ts')).toEqual([]);

    const again = edited(after, rejects);
    expect(findingsOf(again, 'user.ts')).toEqual(findingsOf(before, 'user.ts'));
  });
});
