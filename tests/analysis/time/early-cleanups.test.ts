import { expect, it } from 'vitest';

import { earlyCleanupOf } from '../../../src/analysis/time/early-cleanups.ts';
import { combinatorIn } from '../asked.ts';

const GIVEN =
  'declare const client: { query(): Promise<string>; child(): { query(): Promise<string> }; name: string; close(): void };\n';

/** What is released too early, how, and how many members use it; `undefined` for nothing. */
function cleanupIn(text: string, others?: Record<string, string>): string {
  const { program, call } = combinatorIn(GIVEN + text, others);
  const early = earlyCleanupOf(program, call);
  return early === undefined
    ? 'nothing'
    : `${early.release.resource.text} ${early.release.of} ${early.outrun} ${String(early.users.length)}`;
}

/** A `try` that closes the client. */
function closing(tasks: string, before = ''): string {
  return `${before}\ntry { await Promise.all(${tasks}); } finally { client.close(); }`;
}

const CLIENT = 'client handle others';

it.each([
  ['calls', '[client.query(), client.query()]', `${CLIENT} 2`],
  ['one call', '[client.query(), load()]', 'nothing'],
  ['a callback', 'items.map(() => client.query())', `${CLIENT} 1`],
  ['a plain value', '[load(client.name), load(client.name)]', 'nothing'],
  [
    'an element access',
    "[client['query'](), client['query']()]",
    `${CLIENT} 2`,
  ],
  ['a closure', '[load(() => client), load(() => client)]', `${CLIENT} 2`],
  ['an unseen list', 'anything', 'nothing'],
  ['no list', '', 'nothing'],
])('%s: %s', (_name, tasks, expected) => {
  expect(cleanupIn(closing(tasks))).toBe(expected);
});

it('follows a function that calls itself, once', () => {
  const work =
    'async function work(): Promise<void> { if (isReady) { await work(); } await load(); await client.query(); }';

  expect(cleanupIn(closing('[work(), work()]', work))).toBe(`${CLIENT} 2`);
});

it('follows what is made from the resource, and what is made from that', () => {
  const made = 'const child = client.child(); const same = { child };';

  expect(cleanupIn(closing('[child.query(), child.query()]', made))).toBe(
    `${CLIENT} 2`,
  );
});

it('asks for the same resource in another file', () => {
  const others = {
    'other.ts':
      'export declare const pool: { query(): Promise<string>; end(): void };',
  };
  const text =
    "import { pool } from './other';\ntry { await Promise.all([pool.query(), pool.query()]); } finally { pool.end(); }";

  expect(cleanupIn(text, others)).toBe('pool handle others 2');
});

it.each([
  ['of a block that ends before', '{ using c = client as never; load(c); }\n'],
  ['that comes later', ''],
])('knows nothing of a using %s', (_name, before) => {
  expect(
    cleanupIn(
      `async function run() { ${before} await Promise.all([load(1), load(2)]); using c = client as never; load(c); }`,
    ),
  ).toBe('nothing');
});
