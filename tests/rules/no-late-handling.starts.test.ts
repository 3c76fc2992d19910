import rule from '../../src/rules/no-late-handling.ts';
import { ruleTester } from '../rule-tester.ts';

// What is started, and where it is kept.

const GIVEN = `declare function load(id?: unknown): Promise<string>;
declare function other(...args: unknown[]): Promise<number>;
declare function log(...args: unknown[]): void;
declare const ids: string[];
declare const isReady: boolean;
`;

ruleTester.run('no-late-handling', rule, {
  valid: [
    {
      name: 'a plain value',
      code: `${GIVEN}declare function read(): string;
export async function f() {
  const a = read();
  await other();
  log(a);
}`,
    },
    {
      name: 'any',
      code: `${GIVEN}declare const api: any;
export async function f() {
  const a = api.load();
  await other();
  await a;
}`,
    },
    {
      name: 'a call that is any, with a handler',
      code: `${GIVEN}declare const api: any;
export async function f() {
  const started: Promise<string>[] = [];
  started.push(api.load().catch(log));
  await other();
  await Promise.all(started);
}`,
    },
    {
      name: 'it cannot reject',
      code: `${GIVEN}export async function f() {
  const a = Promise.resolve(1);
  await other();
  await a;
}`,
    },
    {
      name: 'a timer',
      code: `${GIVEN}import { setTimeout as sleep } from 'node:timers/promises';
export async function f() {
  const a = sleep(10);
  await other();
  await a;
}`,
    },
    {
      name: 'an executor that only resolves',
      code: `${GIVEN}export async function f() {
  const a = new Promise<void>((resolve) => {
    setTimeout(resolve, 10);
  });
  await other();
  await a;
}`,
    },
    {
      name: 'a deferred, which rejects when the code says so',
      code: `${GIVEN}export async function f() {
  let fail!: (error: Error) => void;
  const a = new Promise<void>((resolve, reject) => {
    fail = reject;
  });
  log(fail);
  await other();
  await a;
}`,
    },
    {
      name: 'a deferred whose functions pass on what they are given',
      code: `${GIVEN}export async function f() {
  let fail!: (error: Error) => void;
  const a = new Promise<void>((resolve, reject) => {
    fail = (error) => {
      reject(error);
    };
  });
  log(fail);
  await other();
  await a;
}`,
    },
    {
      name: 'a timer that rejects when the code aborts it',
      code: `${GIVEN}import { setTimeout as sleep } from 'node:timers/promises';
declare const signal: AbortSignal;
export async function f() {
  const late = sleep(1000, undefined, { signal });
  await other();
  await late;
}`,
    },
    {
      name: 'an event that a promise of its own stands for, and that is abandoned',
      code: `${GIVEN}declare const script: import('node:events').EventEmitter;
export async function f() {
  const loaded = new Promise<void>((resolve, reject) => {
    script.on('load', resolve);
    script.on('error', reject);
  });
  if (!isReady) throw new Error('no place for a script');
  log();
  return loaded;
}`,
    },
    {
      name: 'events, one for each',
      code: `${GIVEN}declare function waitForMessage(id: string): Promise<string>;
export async function f() {
  const messages = ids.map((id) => waitForMessage(id));
  await other();
  await Promise.all(messages);
}`,
    },
    {
      name: 'a chain on an event',
      code: `${GIVEN}declare const emitter: object;
declare function once(emitter: object, name: string): Promise<unknown[]>;
export async function f() {
  const closed = once(emitter, 'close').then(log);
  await other();
  await closed;
}`,
    },
    {
      name: 'an event that is waited for in a loop',
      code: `${GIVEN}declare const emitter: object;
declare function once(emitter: object, name: string): Promise<unknown[]>;
export async function f() {
  const closed = once(emitter, 'close');
  for (const id of ids) {
    await Promise.race([other(id), closed]);
  }
}`,
    },
    {
      name: 'a reaction of a promise that is settled already',
      code: `${GIVEN}export function f() {
  const a = load();
  return Promise.resolve(1).then(() => a);
}`,
    },
    {
      name: 'allSettled',
      code: `${GIVEN}export async function f() {
  const all = Promise.allSettled([load(), load()]);
  await other();
  await all;
}`,
    },
    {
      name: 'a body that guards itself',
      code: `${GIVEN}async function start() {
  try {
    await load();
  } catch (error) {
    log(error);
  }
}
export async function f() {
  const a = start();
  await other();
  await a;
}`,
    },
    {
      name: 'a thenable that begins its work when it is awaited',
      code: `${GIVEN}interface Query { then(onfulfilled: (value: string) => void): void }
declare function find(): Query;
export async function f() {
  const a = find();
  await other();
  await a;
}`,
    },
    {
      name: 'a subtype of Promise that begins its work when it is awaited',
      code: `${GIVEN}interface PrismaPromise<T> extends Promise<T> { requestTransaction(): void }
declare function find(): PrismaPromise<string>;
export async function f() {
  const a = find();
  await other();
  await a;
}`,
    },
    {
      name: 'a builder that is a class of promises',
      code: `${GIVEN}declare class Query extends Promise<string> { where(id: string): Query }
declare const query: Query;
export async function f() {
  const a = query.where('1');
  await other();
  await a;
}`,
    },
    {
      name: 'a function that passes such a query on under the name of Promise',
      code: `${GIVEN}interface Query extends Promise<string> { cancel(): void }
declare function query(): Query;
function find(): Promise<string> {
  return query();
}
export async function f() {
  const a = find();
  await other();
  await a;
}`,
    },
    {
      name: 'an array of such queries',
      code: `${GIVEN}interface Query extends Promise<string> { cancel(): void }
declare function find(id: string): Query;
export async function f() {
  const found = ids.map((id) => find(id));
  for (const each of found) log(await each);
}`,
    },
    {
      name: 'an event that is waited for',
      code: `${GIVEN}declare const emitter: import('node:events').EventEmitter;
declare function once(emitter: object, name: string): Promise<unknown[]>;
export async function f() {
  const closed = once(emitter, 'close');
  await other();
  await closed;
}`,
    },
    {
      name: 'an event of a page',
      code: `${GIVEN}declare const page: { waitForResponse(url: string): Promise<string>; click(): Promise<void> };
export async function f() {
  const response = page.waitForResponse('/save');
  await page.click();
  log(await response);
}`,
    },
    {
      name: 'another name for a promise',
      code: `${GIVEN}export async function f() {
  const a = load();
  a.catch(log);
  const b = a;
  await other();
  await b;
}`,
    },
    {
      name: 'a parameter',
      code: `${GIVEN}export async function f(a: Promise<string>) {
  await other();
  await a;
}`,
    },
    {
      name: 'a field that other methods take up',
      code: `${GIVEN}export class Page {
  #a: Promise<string> | undefined;
  async open() {
    this.#a = load();
    await other();
    await this.#a;
  }
  async close() {
    await this.#a;
  }
}`,
    },
    {
      name: 'a public field',
      code: `${GIVEN}export class Page {
  a: Promise<string> | undefined;
  async open() {
    this.a = load();
    await other();
    await this.a;
  }
}`,
    },
    {
      name: 'an array that is given away before',
      code: `${GIVEN}declare function watch(started: Promise<string>[]): void;
export async function f() {
  const started = ids.map((id) => load(id));
  watch(started);
  await other();
  await Promise.all(started);
}`,
    },
    {
      name: 'an array whose elements get handlers',
      code: `${GIVEN}export async function f() {
  const started = ids.map((id) => load(id));
  for (const each of started) each.catch(log);
  await other();
  await Promise.all(started);
}`,
    },
    {
      name: 'an array whose elements have handlers',
      code: `${GIVEN}export async function f() {
  const started = ids.map((id) => load(id).catch(log));
  for (const each of started) log(await each);
}`,
    },
    {
      name: 'pushed in a loop that does not await',
      code: `${GIVEN}export async function f() {
  const started: Promise<string>[] = [];
  for (const id of ids) {
    started.push(load(id));
  }
  await Promise.all(started);
}`,
    },
    {
      name: 'pushed behind the await, and taken in the same turn',
      code: `${GIVEN}export async function f() {
  const started: Promise<string>[] = [];
  for (const id of ids) {
    await other(id);
    started.push(load(id));
    if (started.length > 0) await Promise.race(started);
  }
  await Promise.all(started);
}`,
    },
    {
      name: 'pushed by an event, and taken at once',
      code: `${GIVEN}declare const stream: import('node:stream').Readable;
export async function f() {
  const started: Promise<string>[] = [];
  stream.on('data', (id) => {
    started.push(load(id));
  });
  await Promise.all(started);
}`,
    },
    {
      name: 'a class of its own that is called Promise',
      code: `${GIVEN}declare class Promise2<T> { then(f: (value: T) => void): void }
declare function find(): Promise2<string>;
export async function f() {
  const a = find();
  await other();
  await a;
}`,
    },
    {
      name: 'an assignment that is a member of a list too',
      code: `${GIVEN}export async function f() {
  let a: Promise<string> | undefined;
  const all = [other(), (a = load())];
  await Promise.all(all);
  log(await a);
}`,
    },
    {
      name: 'an event that listeners of an executor wait for',
      code: `${GIVEN}declare const child: import('node:events').EventEmitter;
export async function f() {
  const exited = new Promise((resolve, reject) => { child.on('exit', resolve); child.on('error', reject); });
  await other();
  await exited;
}`,
    },
    {
      name: 'an event that a chain of listeners waits for, in a helper',
      code: `${GIVEN}declare const child: import('node:events').EventEmitter;
const exit = (of: import('node:events').EventEmitter) => new Promise((resolve, reject) => of.once('exit', () => { resolve(1); }).once('error', reject));
export async function f() {
  const exited = exit(child);
  await other();
  await exited;
}`,
    },
    {
      name: 'the events of one combinator',
      code: `${GIVEN}declare const child: import('node:events').EventEmitter;
declare function once(emitter: object, name: string): Promise<unknown[]>;
export async function f() {
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]);
  await other();
  await ended;
}`,
    },
    {
      name: 'an event of an emitter that has happened already, or is listened to',
      code: `${GIVEN}declare const child: import('node:events').EventEmitter;
export async function f() {
  const exited = new Promise((resolve, reject) => {
    if (!isReady) { resolve(0); return; }
    child.on('exit', resolve).on('error', reject);
  });
  await other();
  await exited;
}`,
    },
    {
      name: 'the end of a stream that the code then brings about',
      code: `${GIVEN}import { finished } from 'node:stream/promises';
declare const stream: import('node:stream').Writable;
export async function f() {
  const ended = finished(stream);
  await other();
  stream.end();
  await ended;
}`,
    },
    {
      name: 'a command of Node that is awaited at once, its process looked at before',
      code: `${GIVEN}import { exec } from 'node:child_process';
import { promisify } from 'node:util';
const run = promisify(exec);
export async function f() {
  const listing = run('ls');
  listing.child.stdin?.end();
  const { stdout } = await listing;
  return stdout;
}`,
    },
    {
      name: 'a promise with more to it that a package declares',
      code: `${GIVEN}interface ResultPromise extends Promise<string> { pid: number }
declare function run(command: string): ResultPromise;
export async function f() {
  const listing = run('ls');
  await other();
  return await listing;
}`,
    },
    {
      name: 'started where none was given, and awaited for something else where one was',
      code: `${GIVEN}export async function f(given?: Promise<string>) {
  const text = given ?? load();
  if (given !== undefined && given) {
    await other();
  }
  return await text;
}`,
    },
    {
      name: 'what cannot fail where no promise was given',
      code: `${GIVEN}export async function f(given?: Promise<string>) {
  const text = given ?? Promise.resolve('');
  await other();
  return await text;
}`,
    },
  ],
  invalid: [
    {
      name: 'a variable that is assigned',
      code: `${GIVEN}export async function f() {
  let a: Promise<string>;
  a = load();
  await other();
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '10', line: '9' },
          line: 8,
          column: 7,
          endLine: 8,
          endColumn: 13,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  let a: Promise<string>;
  a = load();
  await Promise.all([other(), a]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  let a: Promise<string>;
  a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await a;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'one of two calls',
      code: `${GIVEN}export async function f() {
  const a = isReady ? load(1) : load(2);
  await other();
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const a = isReady ? load(1) : load(2);
  await Promise.all([other(), a]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = isReady ? load(1) : load(2);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await a;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a combinator',
      code: `${GIVEN}export async function f() {
  const all = Promise.all([load(), load()]);
  await other();
  await all;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const all = Promise.all([load(), load()]);
  await Promise.all([other(), all]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const all = Promise.all([load(), load()]);
  all.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await all;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  await other();
  await Promise.all([load(), load()]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an import',
      code: `${GIVEN}export async function f() {
  const path = import('node:path');
  await other();
  await path;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 16,
          endLine: 7,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const path = import('node:path');
  await Promise.all([other(), path]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const path = import('node:path');
  path.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await path;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  await other();
  await import('node:path');
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that an executor may reject',
      code: `${GIVEN}export async function f() {
  const a = new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error()), 10);
  });
  await other();
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '11', line: '10' },
          line: 7,
          column: 13,
          endLine: 9,
          endColumn: 5,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const a = new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error()), 10);
  });
  await Promise.all([other(), a]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error()), 10);
  });
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  await other();
  await new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error()), 10);
  });
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a chain that handles nothing',
      code: `${GIVEN}export async function f() {
  const a = load().then(log);
  await other();
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const a = load().then(log);
  await Promise.all([other(), a]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load().then(log);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  await other();
  await load().then(log);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a handler that throws again',
      code: `${GIVEN}export async function f() {
  const a = load().catch((error: unknown) => {
    throw error;
  });
  await other();
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '11', line: '10' },
          line: 7,
          column: 13,
          endLine: 9,
          endColumn: 5,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const a = load().catch((error: unknown) => {
    throw error;
  });
  await Promise.all([other(), a]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load().catch((error: unknown) => {
    throw error;
  });
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  await other();
  await load().catch((error: unknown) => {
    throw error;
  });
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async function of the program',
      code: `${GIVEN}async function start() {
  await load();
}
export async function f() {
  const a = start();
  await other();
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '12', line: '11' },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 20,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}async function start() {
  await load();
}
export async function f() {
  const a = start();
  await Promise.all([other(), a]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}async function start() {
  await load();
}
export async function f() {
  const a = start();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}async function start() {
  await load();
}
export async function f() {
  await other();
  await start();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a private field',
      code: `${GIVEN}export class Page {
  #a: Promise<string> | undefined;
  async open() {
    this.#a = load();
    await other();
    await this.#a;
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '11', line: '10' },
          line: 9,
          column: 15,
          endLine: 9,
          endColumn: 21,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export class Page {
  #a: Promise<string> | undefined;
  async open() {
    this.#a = load();
    this.#a.catch(() => {}); // Its rejection waits for whoever handles it below.
    await other();
    await this.#a;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern',
      code: `${GIVEN}export async function f() {
  const [a, b] = [load(), load()];
  await a;
  await b;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 27,
          endLine: 7,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const [a, b] = [load(), load()];
  await Promise.all([a, b]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const [a, b] = [load(), load()];
  b.catch(() => {}); // Its rejection waits for whoever handles it below.
  await a;
  await b;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an object pattern',
      code: `${GIVEN}export async function f() {
  const { a, b } = { a: load(), b: load() };
  await a;
  await b;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 36,
          endLine: 7,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const { a, b } = { a: load(), b: load() };
  await Promise.all([a, b]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the properties of an object',
      code: `${GIVEN}export async function f() {
  const started = { a: load(), b: load() };
  await started.a;
  await started.b;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 35,
          endLine: 7,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const started = { a: load(), b: load() };
  await Promise.all([started.a, started.b]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const started = { a: load(), b: load() };
  started.b.catch(() => {}); // Its rejection waits for whoever handles it below.
  await started.a;
  await started.b;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array whose elements are awaited one by one',
      code: `${GIVEN}export async function f() {
  const started = [load(), load()];
  await started[0];
  await started[1];
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '8', line: '8' },
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const started = [load(), load()];
  started.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  await started[0];
  await started[1];
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array with an await among its elements',
      code: `${GIVEN}export async function f() {
  const started = [load(), await other()];
  for (const each of started) log(await each);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '8', line: '7' },
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'an array made by map, awaited one by one',
      code: `${GIVEN}export async function f() {
  const started = ids.map((id) => load(id));
  for (const each of started) log(await each);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '8', line: '8' },
          line: 7,
          column: 19,
          endLine: 7,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const started = ids.map((id) => load(id));
  started.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  for (const each of started) log(await each);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array made by map, iterated by for await',
      code: `${GIVEN}export async function f() {
  const started = ids.map((id) => load(id));
  for await (const each of started) log(each);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '8', line: '8' },
          line: 7,
          column: 19,
          endLine: 7,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const started = ids.map((id) => load(id));
  started.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  for await (const each of started) log(each);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array that is taken from, one by one',
      code: `${GIVEN}export async function f() {
  const started = ids.map((id) => load(id));
  while (started.length > 0) log(await started.shift());
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '8', line: '8' },
          line: 7,
          column: 19,
          endLine: 7,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const started = ids.map((id) => load(id));
  started.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  while (started.length > 0) log(await started.shift());
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'two arrays, awaited one after the other',
      code: `${GIVEN}export async function f() {
  const first = ids.map((id) => load(id));
  const second = ids.map((id) => other(id));
  const texts = await Promise.all(first);
  const sizes = await Promise.all(second);
  log(texts, sizes);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '10', line: '9' },
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const first = ids.map((id) => load(id));
  const second = ids.map((id) => other(id));
  const [texts, sizes] = await Promise.all([Promise.all(first), Promise.all(second)]);
  log(texts, sizes);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const first = ids.map((id) => load(id));
  const second = ids.map((id) => other(id));
  second.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  const texts = await Promise.all(first);
  const sizes = await Promise.all(second);
  log(texts, sizes);
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  const first = ids.map((id) => load(id));
  const texts = await Promise.all(first);
  const sizes = await Promise.all(ids.map((id) => other(id)));
  log(texts, sizes);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'pushed in a loop that awaits',
      code: `${GIVEN}export async function f() {
  const started: Promise<string>[] = [];
  for (const id of ids) {
    await other(id);
    started.push(load(id));
  }
  await Promise.all(started);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '12', line: '9' },
          line: 10,
          column: 18,
          endLine: 10,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const started: Promise<string>[] = [];
  for (const id of ids) {
    await other(id);
    const promise = load(id);
    promise.catch(() => {}); // Its rejection waits for whoever handles it below.
    started.push(promise);
  }
  await Promise.all(started);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'pushed several times before one await: one report',
      code: `${GIVEN}export async function f() {
  const started: Promise<string>[] = [];
  started.push(load(1));
  started.push(load(2));
  await other();
  await Promise.all(started);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '11', line: '10' },
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const started: Promise<string>[] = [];
  started.push(load(1));
  started.push(load(2));
  await Promise.all([other(), Promise.all(started)]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'pushed in forEach, with an await before the array is taken',
      code: `${GIVEN}export async function f() {
  const started: Promise<string>[] = [];
  ids.forEach((id) => {
    started.push(load(id));
  });
  await other();
  await Promise.all(started);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '12', line: '11' },
          line: 9,
          column: 18,
          endLine: 9,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const started: Promise<string>[] = [];
  ids.forEach((id) => {
    const promise = load(id);
    promise.catch(() => {}); // Its rejection waits for whoever handles it below.
    started.push(promise);
  });
  await other();
  await Promise.all(started);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'pushed by an event, while something else is awaited',
      code: `${GIVEN}declare const stream: import('node:stream').Readable;
export async function f() {
  const started: Promise<string>[] = [];
  await new Promise<void>((resolve, reject) => {
    stream.on('data', (id) => {
      const saved = load(id);
      started.push(saved);
    });
    stream.on('error', reject);
    stream.on('end', resolve);
  });
  await Promise.all(started);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '17', line: '9' },
          line: 11,
          column: 21,
          endLine: 11,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const stream: import('node:stream').Readable;
export async function f() {
  const started: Promise<string>[] = [];
  await new Promise<void>((resolve, reject) => {
    stream.on('data', (id) => {
      const saved = load(id);
      saved.catch(() => {}); // Its rejection waits for whoever handles it below.
      started.push(saved);
    });
    stream.on('error', reject);
    stream.on('end', resolve);
  });
  await Promise.all(started);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call that is any, kept in an array of promises',
      code: `${GIVEN}declare const api: any;
export async function f() {
  const started: Promise<string>[] = [];
  started.push(api.load());
  await other();
  await Promise.all(started);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '11', line: '10' },
          line: 9,
          column: 16,
          endLine: 9,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}declare const api: any;
export async function f() {
  const started: Promise<string>[] = [];
  started.push(api.load());
  await Promise.all([other(), Promise.all(started)]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an event that is abandoned',
      code: `${GIVEN}declare const emitter: import('node:events').EventEmitter;
declare function once(emitter: object, name: string): Promise<unknown[]>;
export async function f() {
  const closed = once(emitter, 'close');
  if (!isReady) return;
  await closed;
}`,
      errors: [
        {
          messageId: 'abandonedPromise',
          data: { line: '10', jump: 'return' },
          line: 9,
          column: 18,
          endLine: 9,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a query that is started by then',
      code: `${GIVEN}interface Query extends Promise<string> { cancel(): void }
declare function find(): Query;
export async function f() {
  const a = find().then(log);
  await other();
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '11', line: '10' },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}interface Query extends Promise<string> { cancel(): void }
declare function find(): Query;
export async function f() {
  const a = find().then(log);
  await Promise.all([other(), a]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}interface Query extends Promise<string> { cancel(): void }
declare function find(): Query;
export async function f() {
  const a = find().then(log);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}interface Query extends Promise<string> { cancel(): void }
declare function find(): Query;
export async function f() {
  await other();
  await find().then(log);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an executor that starts what it listens to',
      code: `${GIVEN}declare function get(url: string): import('node:events').EventEmitter;
export async function f() {
  const response = new Promise((resolve, reject) => { const request = get('/a'); request.on('response', resolve); request.on('error', reject); });
  await other();
  await response;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 146,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}declare function get(url: string): import('node:events').EventEmitter;
export async function f() {
  const response = new Promise((resolve, reject) => { const request = get('/a'); request.on('response', resolve); request.on('error', reject); });
  await Promise.all([other(), response]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare function get(url: string): import('node:events').EventEmitter;
export async function f() {
  const response = new Promise((resolve, reject) => { const request = get('/a'); request.on('response', resolve); request.on('error', reject); });
  response.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await response;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an executor that listens and then sends',
      code: `${GIVEN}declare const request: import('node:events').EventEmitter & { send(): void };
export async function f() {
  const response = new Promise((resolve, reject) => { request.on('response', resolve); request.on('error', reject); request.send(); });
  await other();
  await response;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 135,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}declare const request: import('node:events').EventEmitter & { send(): void };
export async function f() {
  const response = new Promise((resolve, reject) => { request.on('response', resolve); request.on('error', reject); request.send(); });
  await Promise.all([other(), response]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const request: import('node:events').EventEmitter & { send(): void };
export async function f() {
  const response = new Promise((resolve, reject) => { request.on('response', resolve); request.on('error', reject); request.send(); });
  response.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await response;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that listens in code of its own, never started later',
      code: `${GIVEN}declare const request: import('node:events').EventEmitter;
function collect(from: import('node:events').EventEmitter) {
  return new Promise<string>((resolve, reject) => { log('collects'); from.on('end', resolve); from.on('error', reject); });
}
export async function f() {
  const text = collect(request);
  await other();
  log(await text);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 11,
          column: 16,
          endLine: 11,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const request: import('node:events').EventEmitter;
function collect(from: import('node:events').EventEmitter) {
  return new Promise<string>((resolve, reject) => { log('collects'); from.on('end', resolve); from.on('error', reject); });
}
export async function f() {
  const text = collect(request);
  text.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  log(await text);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise of what is given something with events, never started later',
      code: `${GIVEN}declare const request: import('node:events').EventEmitter;
export async function f() {
  const text = load(request);
  await other();
  log(await text);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const request: import('node:events').EventEmitter;
export async function f() {
  const text = load(request);
  text.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  log(await text);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise of what is given a signal, which may be started later',
      code: `${GIVEN}declare const signal: AbortSignal;
export async function f() {
  const text = load(signal);
  await other();
  log(await text);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 28,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const signal: AbortSignal;
export async function f() {
  const text = load(signal);
  text.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  log(await text);
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}declare const signal: AbortSignal;
export async function f() {
  await other();
  log(await load(signal));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method of what has events, never started later',
      code: `${GIVEN}declare const client: import('node:events').EventEmitter & { query(): Promise<string> };
export async function f() {
  const text = client.query();
  await other();
  log(await text);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const client: import('node:events').EventEmitter & { query(): Promise<string> };
export async function f() {
  const text = client.query();
  text.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  log(await text);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a function that waits for an event inside, never started later',
      code: `${GIVEN}declare const client: import('node:events').EventEmitter;
declare function once(emitter: object, name: string): Promise<unknown[]>;
async function answer() { await once(client, 'answer'); return load(); }
export async function f() {
  const text = answer();
  await other();
  log(await text);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 10,
          column: 16,
          endLine: 10,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const client: import('node:events').EventEmitter;
declare function once(emitter: object, name: string): Promise<unknown[]>;
async function answer() { await once(client, 'answer'); return load(); }
export async function f() {
  const text = answer();
  text.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  log(await text);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a command of Node that starts when it is called',
      code: `${GIVEN}import { exec } from 'node:child_process';
import { promisify } from 'node:util';
const run = promisify(exec);
export async function f() {
  const listing = run('ls');
  listing.child.stdin?.end();
  await other();
  const { stdout } = await listing;
  return stdout;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 10,
          column: 19,
          endLine: 10,
          endColumn: 28,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}import { exec } from 'node:child_process';
import { promisify } from 'node:util';
const run = promisify(exec);
export async function f() {
  const listing = run('ls');
  listing.child.stdin?.end();
  const [, { stdout }] = await Promise.all([other(), listing]);
  return stdout;
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}import { exec } from 'node:child_process';
import { promisify } from 'node:util';
const run = promisify(exec);
export async function f() {
  const listing = run('ls');
  listing.catch(() => {}); // Its rejection waits for whoever handles it below.
  listing.child.stdin?.end();
  await other();
  const { stdout } = await listing;
  return stdout;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'started where none was given',
      code: `${GIVEN}export async function f(given?: Promise<string>) {
  const text = given ?? load();
  await other();
  return await text;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 7,
          column: 16,
          endLine: 7,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(given?: Promise<string>) {
  const text = given ?? load();
  text.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  return await text;
}`,
            },
          ],
        },
      ],
    },
  ],
});
