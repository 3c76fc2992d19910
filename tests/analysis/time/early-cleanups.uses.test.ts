import { describe, expect, it } from 'vitest';

import { cleanupIn } from './cleanups.ts';

const GIVEN =
  'declare const db: { ping(): void; query(): Promise<string>; close(): void };\n';

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
