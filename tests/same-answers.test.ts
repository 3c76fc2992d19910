import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import type ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { withTexts } from '../scripts/programs.ts';
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

/** Messages and edits. */
function findingsOf(program: ts.Program, name: string): string[] {
  return lintProgram(program, fileOf(program, name), rules).map(
    ({ line, column, ruleId, message, suggestions = [] }) =>
      [
        `${String(line)}:${String(column)} ${ruleId ?? ''} ${message}`,
        ...suggestions.map(
          ({ desc, fix }) => `${desc} ${fix.range.join('-')} ${fix.text}`,
        ),
      ].join('\n'),
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
      { numRuns: 4, seed: 20 },
    );
  });

  it('are the same for a file that is a project by itself', () => {
    const blocks = names.filter((name) => name.startsWith('block'));
    fc.assert(
      fc.property(fc.constantFrom(...blocks), (name) => {
        const alone = programOf({ [name]: files[name] ?? '' });
        expect(findingsOf(alone, name)).toEqual(inReadingOrder.get(name));
      }),
      { numRuns: 6, seed: 20 },
    );
  });
});

describe('an edit in another file', () => {
  const user = `
    import { load } from './loader';
    export {};
    const start = async () => { await Promise.all([load(), load()]); };
    setTimeout(start);
  `;
  const rejects = 'export async function load() { throw new Error(); }';
  const guarded =
    'export async function load() { try { await fetch("/"); } catch {} }';

  /** As an editor does it: the next program takes over every file that has not changed. */
  function edited(
    before: ts.Program,
    texts: Readonly<Record<string, string>>,
  ): ts.Program {
    const entries = Object.entries(texts).map(
      ([name, text]) => [fileOf(before, name).fileName, text] as const,
    );
    return withTexts(before, new Map(entries));
  }

  it('changes the answer in this one', () => {
    const before = programOf({ 'user.ts': user, 'loader.ts': rejects });
    expect(findingsOf(before, 'user.ts')).not.toEqual([]);

    const after = edited(before, { 'loader.ts': guarded });
    expect(fileOf(after, 'user.ts')).toBe(fileOf(before, 'user.ts'));
    expect(findingsOf(after, 'user.ts')).toEqual([]);

    const again = edited(after, { 'loader.ts': rejects });
    expect(findingsOf(again, 'user.ts')).toEqual(findingsOf(before, 'user.ts'));
  });

  it('gives what a new program gives, file by file, and is undone without a trace', () => {
    const example = Object.fromEntries(
      Object.entries(files).filter(([name]) => name.startsWith('example/')),
    );
    const inExample = Object.keys(example);
    const before = programOf(example);
    const findingsIn = (program: ts.Program): string[][] =>
      inExample.map((name) => findingsOf(program, name));
    const first = findingsIn(before);
    /** Nothing in the file throws or waits any more, so that nothing rejects, or all that is async does. */
    const edits: ((text: string) => string)[] = [
      (text) => text.replaceAll(/\b(?:throw|await)\b/gu, 'void'),
      (text) =>
        text.replaceAll(/(?<=\basync [^{;]*\): [^{;]*)\{\n/gu, '{ throw 1;\n'),
    ];
    let changes = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...inExample),
        fc.constantFrom(...edits),
        (name, edit) => {
          const text = edit(example[name] ?? '');
          const after = edited(before, { [name]: text });
          const fresh = programOf({ ...example, [name]: text });
          const found = findingsIn(after);
          expect(found).toEqual(findingsIn(fresh));
          changes += found.join() === first.join() ? 0 : 1;
          const undone = edited(after, { [name]: example[name] ?? '' });
          expect(findingsIn(undone)).toEqual(first);
        },
      ),
      { numRuns: 12, seed: 20 },
    );
    expect(changes).toBeGreaterThan(0);
  });
});
