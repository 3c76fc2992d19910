import { expect, it } from 'vitest';

import { cleanupIn } from './cleanups.ts';

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
  ['another name', 'import { pool as db }', 'db.query()', 'db.end()'],
  ['a default', 'import db', 'db.query()', 'db.end()'],
  ['a namespace', 'import * as db', 'db.pool.query()', 'db.pool.end()'],
])('knows a resource of another file by %s', (_name, use, query, end) => {
  const others = {
    'other.ts':
      'export declare const pool: { query(): Promise<string>; end(): void }; export default pool;',
  };
  const text = `${use} from './other';\ntry { await Promise.all([${query}, ${query}]); } finally { ${end}; }`;

  expect(cleanupIn(text, others)).toBe(
    `${end.replace('.end()', '')} handle others 2`,
  );
});

it('takes a plain value of a namespace for no use', () => {
  const others = {
    'other.ts': 'export declare const pool: { size: number; end(): void };',
  };
  const text =
    "import { pool } from './other';\nimport * as all from './other';\ntry { await Promise.all([load(all.pool.size), load(all.pool.size)]); } finally { pool.end(); }";

  expect(cleanupIn(text, others)).toBe('nothing');
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

it.each([
  ['a spread list', '[...items.map(() => client.query())]', `${CLIENT} 1`],
  ['a spread of what is not seen', '[...anything, client.query()]', 'nothing'],
  [
    'a choice',
    'isReady ? [client.query(), client.query()] : []',
    `${CLIENT} 2`,
  ],
  [
    'a choice of what is not seen',
    'isReady ? [client.query(), client.query()] : anything',
    `${CLIENT} 2`,
  ],
  ['Array.from', 'Array.from(items, () => client.query())', `${CLIENT} 1`],
  ['Array.from without a callback', 'Array.from([client.query()])', 'nothing'],
  ['another call', 'anything(() => client.query())', 'nothing'],
])('%s: %s', (_name, tasks, expected) => {
  expect(cleanupIn(closing(tasks))).toBe(expected);
});

it.each([
  [
    'under a constant',
    'const list = [client.query(), client.query()];',
    `${CLIENT} 2`,
  ],
  [
    'pushed',
    'const list = [client.query()]; list.push(client.query());',
    `${CLIENT} 2`,
  ],
  [
    'pushed in a loop',
    'const list: Promise<string>[] = []; for (const id of items) list.push(client.query());',
    `${CLIENT} 1`,
  ],
  ['declared', 'declare const list: Promise<string>[];', 'nothing'],
  [
    'made from it by new',
    'class Cursor { constructor(readonly of: unknown) {} next() { return load(); } } const cursor = new Cursor(client); const list = [cursor.next(), cursor.next()];',
    `${CLIENT} 2`,
  ],
  [
    'made from nothing',
    'class Cursor { next() { return load(); } } const cursor = new Cursor(); const list = [cursor.next(), cursor.next()];',
    'nothing',
  ],
  [
    'taken out of it',
    'const { child } = client; const list = [child().query(), child().query()];',
    `${CLIENT} 2`,
  ],
  [
    'taken out of its child',
    'const [, first] = [1, client.child()] as const; const list = [first.query(), first.query()];',
    'nothing',
  ],
])('%s: %s', (_name, before, expected) => {
  expect(cleanupIn(closing('list', before))).toBe(expected);
});

it.each([
  [
    'under a name that is awaited',
    'const all = Promise.all([client.query(), client.query()]); await all;',
    `${CLIENT} 2`,
  ],
  [
    'under a name that others see',
    'const all = Promise.all([client.query(), client.query()]); log(all); await all;',
    'nothing',
  ],
  [
    'under a name that nothing reads',
    'const all = Promise.all([client.query(), client.query()]); await load();',
    'nothing',
  ],
  [
    'in a pattern',
    'const [all] = [Promise.all([client.query(), client.query()])]; await all;',
    'nothing',
  ],
])('%s: %s', (_name, body, expected) => {
  expect(cleanupIn(`try { ${body} } finally { client.close(); }`)).toBe(
    expected,
  );
});

const USED = 'await Promise.all([handle.query(), handle.query()]);';
const OPEN =
  'declare function open(): { query(): Promise<string>; [Symbol.dispose](): void };\n';

it.each([
  ['using', `{ using handle = open(); ${USED} }`, 'handle handle others 2'],
  [
    'using in a case',
    `switch (1) { case 1: using handle = open(); ${USED} }`,
    'handle handle others 2',
  ],
  [
    'using in a loop',
    `for (using handle of [open()]) { ${USED} }`,
    'handle handle others 2',
  ],
  ['const', `{ const handle = open(); ${USED} }`, 'nothing'],
  ['const in a loop', `for (const handle of [open()]) { ${USED} }`, 'nothing'],
])('%s: %s', (_name, text, expected) => {
  expect(cleanupIn(OPEN + text)).toBe(expected);
});

const QUERIES = 'await Promise.all([tx.query(), tx.query()]);';
const DB =
  'interface Tx { query(): Promise<string> }\ndeclare const db: { transaction(f: (tx: Tx) => unknown): Promise<void>; with(f: (tx: Tx) => unknown): Promise<void>; withTransaction(f: () => unknown): Promise<void>; query(): Promise<string> };\ndeclare function transaction(f: (tx: Tx) => unknown): Promise<void>;\n';

it.each([
  [
    'a method',
    `db.transaction(async (tx) => { ${QUERIES} });`,
    'tx handle others 2',
  ],
  [
    'a function',
    `transaction(async (tx) => { ${QUERIES} });`,
    'tx handle others 2',
  ],
  ['another method', `db.with(async (tx) => { ${QUERIES} });`, 'nothing'],
  [
    'a call of what a call gives',
    `anything()(async (tx: any) => { ${QUERIES} });`,
    'nothing',
  ],
  [
    'a pattern',
    'db.transaction(async ({ query }) => { await Promise.all([query(), query()]); });',
    'query handle others 2',
  ],
  [
    'a session',
    'db.withTransaction(async () => { await Promise.all([db.query(), db.query()]); });',
    'db handle others 2',
  ],
  [
    'a session that a call gives',
    'anything().withTransaction(async () => { await Promise.all([db.query(), db.query()]); });',
    'nothing',
  ],
  [
    'a function that is kept',
    `const run = async (tx: Tx) => { ${QUERIES} };\nlog(run);`,
    'nothing',
  ],
])('the end of a transaction, by %s: %s', (_name, text, expected) => {
  expect(cleanupIn(DB + text)).toBe(expected);
});
