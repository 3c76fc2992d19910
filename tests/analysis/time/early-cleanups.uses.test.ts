import { describe, expect, it } from 'vitest';

import { cleanupIn } from './cleanups.ts';

const GIVEN =
  'declare const db: { ping(): void; query(): Promise<string>; child(): typeof db; close(): void };\n';

/** A `try` that closes the database. */
function closing(tasks: string): string {
  return cleanupIn(
    `${GIVEN}try { await Promise.all(${tasks}); } finally { db.close(); }`,
  );
}

describe('which members use what is released', () => {
  it.each([
    [
      'each of a list, while it waits',
      'items.map(async () => { await load(); db.ping(); })',
      'db handle others 1',
    ],
    [
      'none, where it is done before they wait',
      'items.map(async () => { db.ping(); await load(); })',
      'nothing',
    ],
    [
      'none that can be rejected',
      'items.map(async () => { try { await db.query(); } catch {} })',
      'nothing',
    ],
    ['one of two', '[db.query(), load()]', 'nothing'],
    ['two of three', '[db.query(), load(), db.query()]', 'db handle others 2'],
  ])('%s', (_name, tasks, expected) => {
    expect(closing(tasks)).toBe(expected);
  });
});

describe('what it does not wait for', () => {
  it.each([
    [
      'the losers of a race',
      'try { await Promise.race([db.query(), db.query()]); } finally { db.close(); }',
      'db handle others 2',
    ],
    [
      'none of what is no list, where all are settled',
      'declare const stream: { map(f: () => unknown): object }; try { await Promise.allSettled(stream.map(() => db.query())); } finally { db.close(); }',
      'nothing',
    ],
    [
      'what is made of it in the same function',
      'async function run() { const child = db.child(); try { await Promise.all([child.query(), child.query()]); } finally { db.close(); } }',
      'db handle others 2',
    ],
    [
      'what is made of it in a class',
      'class Store { db = db; async run() { const child = this.db.child(); const work = async () => { await child.query(); }; try { await Promise.all([work(), work()]); } finally { this.db.close(); } } }',
      'this.db handle others 2',
    ],
    [
      'not what a function has learned of a folder before it waits',
      'declare const folder: string; declare function existsSync(path: string): boolean; declare function rmSync(path: string): void; async function work() { const exists = existsSync(folder); await load(exists); } try { await Promise.all([work(), work()]); } finally { rmSync(folder); }',
      'nothing',
    ],
    [
      'what is computed of a folder before it begins',
      'declare const folder: string; declare function join(...path: string[]): string; declare function rmSync(path: string): void; const path = join(folder); try { await Promise.all([load(path), load(path)]); } finally { rmSync(folder); }',
      'folder path others 2',
    ],
  ])('%s', (_name, text, expected) => {
    expect(cleanupIn(GIVEN + text)).toBe(expected);
  });
});

describe('whether somebody waits for all of them', () => {
  const run = (text: string): string =>
    cleanupIn(
      `${GIVEN}const one = db.query(); const two = db.query(); const both = [one, two];\n${text}`,
    );

  it.each([
    [
      'nobody',
      'try { await Promise.all([one, two]); } finally { db.close(); }',
      'db handle others 2',
    ],
    [
      'allSettled of each',
      'try { await Promise.all([one, two]); } finally { await Promise.allSettled([one, two]); db.close(); }',
      'nothing',
    ],
    [
      'allSettled of their list',
      'try { await Promise.all(both); } finally { await Promise.allSettled(both); db.close(); }',
      'nothing',
    ],
    [
      'allSettled of what is spread',
      'try { await Promise.all(both); } finally { await Promise.allSettled([...both]); db.close(); }',
      'nothing',
    ],
    [
      'allSettled of each in a function',
      'try { await Promise.all([one, two]); } finally { await settled(); db.close(); } function settled() { return Promise.allSettled([one, two]); }',
      'nothing',
    ],
    [
      'allSettled of one of them in a function',
      'try { await Promise.all([one, two]); } finally { await settled(); db.close(); } function settled() { return Promise.allSettled([one]); }',
      'nothing',
    ],
    [
      'all once more',
      'try { await Promise.all(both); } finally { await Promise.all(both); db.close(); }',
      'db handle others 2',
    ],
    [
      'a promise by its name that is awaited',
      'const all = Promise.all([db.query(), db.query()]); try { await all; } finally { db.close(); }',
      'db handle others 2',
    ],
    [
      'a promise by its name that others have too',
      'const all = Promise.all([db.query(), db.query()]); try { await all; } finally { log(all); db.close(); }',
      'nothing',
    ],
  ])('%s', (_name, text, expected) => {
    expect(run(text)).toBe(expected);
  });
});
