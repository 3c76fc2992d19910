import { describe, expect, it } from 'vitest';

import { cleanupIn } from './cleanups.ts';

const USED = 'client handle others 2';

/** A `try` that closes the client, with what is declared before it. */
function closing(tasks: string, before = ''): string {
  return `${before}\ntry { await Promise.all(${tasks}); } finally { client.close(); }`;
}

/** Functions of which each calls the one before it; the first uses the client. */
function chainOf(length: number): string {
  return Array.from({ length }, (_, at) =>
    at === 0
      ? 'async function f0() { await load(); await client.query(); }'
      : `async function f${String(at)}() { await f${String(at - 1)}(); }`,
  ).join(' ');
}

describe('what uses a resource', () => {
  it.each([
    ['a call', '[client.query(), client.query()]', '', USED],
    [
      'a function that is called',
      '[one(), one()]',
      'async function one() { await load(); await client.query(); }',
      USED,
    ],
    [
      'a callback by its name',
      '[load(one), load(one)]',
      'async function one() { await load(); await client.query(); }',
      'nothing',
    ],
    [
      'each callback of a list by its name',
      'items.map(one)',
      'async function one() { await load(); await client.query(); }',
      'client handle others 1',
    ],
    ['three functions, one in the other', '[f2(), f2()]', chainOf(3), USED],
    [
      'three functions, one in the other, of a callback',
      'items.map(async () => { await f2(); })',
      chainOf(3),
      'client handle others 1',
    ],
    ['four functions, one in the other', '[f3(), f3()]', chainOf(4), 'nothing'],
    [
      'a function that two others call',
      '[one(), two()]',
      'async function use() { await load(); await client.query(); } async function one() { await use(); } async function two() { await use(); }',
      USED,
    ],
    [
      'a function of an object',
      '[jobs.one(), jobs.one()]',
      'const jobs = { async one() { await load(); await client.query(); } };',
      'nothing',
    ],
    [
      'another thing of the same name',
      '[one(), one()]',
      'async function one() { const client = anything; await load(); await client.query(); }',
      'nothing',
    ],
    [
      'a member of the same name',
      '[load(anything.client), load(anything.client)]',
      '',
      'nothing',
    ],
    [
      'a property of the same name',
      '[load({ client: 1 }), load({ client: 2 })]',
      '',
      'nothing',
    ],
    [
      'a property that holds it',
      '[load({ it: client }), load({ it: client })]',
      '',
      USED,
    ],
    [
      'a short property that holds it',
      '[load({ client }), load({ client })]',
      '',
      USED,
    ],
    [
      'what is tested',
      '[client ? load(1) : load(2), client ? load(1) : load(2)]',
      '',
      'nothing',
    ],
    [
      'what is discarded',
      'items.map(async () => { client; await load(); })',
      '',
      'nothing',
    ],
    [
      'what is voided',
      'items.map(async () => { void client; await load(); })',
      '',
      'nothing',
    ],
    [
      'a method that it does not have',
      '[load((client as any).missing()), load((client as any).missing())]',
      '',
      USED,
    ],
    ['an object of it', '[load(client.query), load(client.query)]', '', USED],
  ])('%s', (_name, tasks, before, expected) => {
    expect(cleanupIn(closing(tasks, before))).toBe(expected);
  });
});

/** A method that closes a resource of its object. */
function method(tasks: string, more = ''): string {
  return `class Store { client = client; other = client; pool = { client, other: client }; ${more} async run() { try { await Promise.all(${tasks}); } finally { this.client.close(); } } }`;
}

describe('what uses a resource of an object', () => {
  it.each([
    [
      'a call',
      '[this.client.query(), this.client.query()]',
      '',
      'this.client handle others 2',
    ],
    [
      'another resource of the object',
      '[this.other.query(), this.other.query()]',
      '',
      'nothing',
    ],
    [
      'a resource of a resource of the object',
      '[this.pool.client.query(), this.pool.client.query()]',
      '',
      'nothing',
    ],
    [
      'a resource of the same name of another object',
      '[anything.client.query(), anything.client.query()]',
      '',
      'nothing',
    ],
    [
      'a method of the object',
      '[this.one(), this.one()]',
      'async one() { await load(); await this.client.query(); }',
      'this.client handle others 2',
    ],
    [
      'a method of the object that uses another resource',
      '[this.one(), this.one()]',
      'async one() { await load(); await this.other.query(); }',
      'nothing',
    ],
    [
      'a method of another object of the class',
      '[new Store().one(), new Store().one()]',
      'async one() { await load(); await this.client.query(); }',
      'nothing',
    ],
    ['the object itself', '[load(this), load(this)]', '', 'nothing'],
  ])('%s', (_name, tasks, more, expected) => {
    expect(cleanupIn(method(tasks, more))).toBe(expected);
  });

  it('takes a function for no method of the object', () => {
    const text =
      'async function one(this: any) { await load(); await this.client.query(); }\n';
    expect(cleanupIn(text + method('[one(), one()]'))).toBe('nothing');
  });

  it('tells resources by all of their path', () => {
    const text =
      'declare const db: { one: typeof client; two: typeof client };\n';
    const closed = (tasks: string): string =>
      `${text}try { await Promise.all(${tasks}); } finally { db.one.close(); }`;
    expect(cleanupIn(closed('[db.one.query(), db.one.query()]'))).toBe(
      'db.one handle others 2',
    );
    expect(
      cleanupIn(
        'declare const db: { one: typeof client; o: { ne: typeof client } }; const child = db.o.ne.child(); try { await Promise.all([child.query(), child.query()]); } finally { db.one.close(); }',
      ),
    ).toBe('nothing');
    expect(cleanupIn(closed('[db.two.query(), db.two.query()]'))).toBe(
      'nothing',
    );
  });
});

it('tells what is made from resources by all of their path', () => {
  const text =
    'declare const db: { one: typeof client; two: typeof client };\n';
  const closed = (from: string): string =>
    cleanupIn(
      `${text}const child = ${from}.child(); try { await Promise.all([child.query(), child.query()]); } finally { db.one.close(); }`,
    );
  expect(closed('db.one')).toBe('db.one handle others 2');
  expect(closed('db.two')).toBe('nothing');
});

describe('what is made from a resource', () => {
  it.each<[string, string, string, string]>([
    [
      'before a call',
      'const child = client.child();',
      '[child.query(), child.query()]',
      USED,
    ],
    [
      'of the second of two resources',
      'declare function wrap(id: number, of: unknown): typeof client; const child = client.child(); const grandchild = wrap(1, child);',
      '[grandchild.query(), grandchild.query()]',
      USED,
    ],
    [
      'of another resource',
      'declare const other: typeof client; const child = other.child();',
      '[child.query(), child.query()]',
      'nothing',
    ],
    [
      'what may change',
      'let child = client.child();',
      '[child.query(), child.query()]',
      'nothing',
    ],
    [
      'in a function of its own',
      'const make = () => { const child = client.child(); return child; }; declare const child: typeof client;',
      '[child.query(), child.query()]',
      'nothing',
    ],
    [
      'a promise',
      'const rows = client.query();',
      '[load(rows), load(rows)]',
      'nothing',
    ],
    [
      'what is awaited and cannot be closed',
      'const rows = await client.query();',
      '[load(rows), load(rows)]',
      'nothing',
    ],
    ...['close', 'destroy', 'dispose', 'end', 'release'].map(
      (name): [string, string, string, string] => [
        `what is awaited and has ${name}`,
        `declare function open(of: unknown): Promise<{ query(): Promise<string>; ${name}(): void }>; const child = await open(client);`,
        '[child.query(), child.query()]',
        USED,
      ],
    ),
    [
      'what is awaited and has something else',
      'declare function open(of: unknown): Promise<{ query(): Promise<string>; reset(): void }>; const child = await open(client);',
      '[child.query(), child.query()]',
      'nothing',
    ],
    [
      'what is built on it',
      'class Users { constructor(readonly of: unknown) {} find(): Promise<string> { return load(); } } const users = new Users(client);',
      '[users.find(), users.find()]',
      USED,
    ],
    [
      'parts of what is made from it',
      'declare function open(of: unknown): { one: { query(): Promise<string> }; two: unknown }; const { one } = open(client);',
      '[one.query(), one.query()]',
      USED,
    ],
  ])('%s', (_name, before, tasks, expected) => {
    expect(cleanupIn(closing(tasks, before))).toBe(expected);
  });
});
