import rule from '../../src/rules/no-late-handling.ts';
import { ruleTester } from '../rule-tester.ts';

// Which edits are offered, by where the promise is kept.

const GIVEN = `declare function load(id?: unknown): Promise<string>;
declare function other(...args: unknown[]): Promise<number>;
declare function log(...args: unknown[]): void;
declare const ids: string[];
`;

ruleTester.run('no-late-handling', rule, {
  valid: [],
  invalid: [
    {
      name: 'two promises of one declaration',
      code: `${GIVEN}export async function f() {
  const a = load(), b = load();
  await a;
  log(1);
  await b;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load(), b = load();
  b.catch(() => {}); // Its rejection waits for whoever handles it below.
  await a;
  log(1);
  await b;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a declaration that awaits behind the start',
      code: `${GIVEN}export async function f() {
  const a = load(), b = await other();
  log(b);
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 19,
        },
      ],
    },
    {
      name: 'promises in an object, awaited one by one',
      code: `${GIVEN}export async function f() {
  const all = { a: load(), b: load() };
  const x = await all.a;
  const y = await all.b;
  log(x, y);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const all = { a: load(), b: load() };
  const [x, y] = await Promise.all([all.a, all.b]);
  log(x, y);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const all = { a: load(), b: load() };
  all.b.catch(() => {}); // Its rejection waits for whoever handles it below.
  const x = await all.a;
  const y = await all.b;
  log(x, y);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise in an object whose type is declared',
      code: `${GIVEN}export async function f() {
  const all: { a?: Promise<string> } = { a: load() };
  await other();
  log(await all.a);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 45,
          endLine: 6,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'another promise of an object than the ones awaited next',
      code: `${GIVEN}export async function f() {
  const all = { a: other(), b: other(), c: load() };
  all.a.catch(log);
  all.b.catch(log);
  const x = await all.a;
  const y = await all.b;
  log(x, y, await all.c);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 44,
          endLine: 6,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const all = { a: other(), b: other(), c: load() };
  all.c.catch(() => {}); // Its rejection waits for whoever handles it below.
  all.a.catch(log);
  all.b.catch(log);
  const x = await all.a;
  const y = await all.b;
  log(x, y, await all.c);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'promises of an array that are combined later',
      code: `${GIVEN}export async function f() {
  const all = [load(), load()];
  await other();
  await Promise.all(all);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 16,
          endLine: 6,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const all = [load(), load()];
  await Promise.all([other(), Promise.all(all)]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const all = [load(), load()];
  all.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  await other();
  await Promise.all(all);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that is pushed while others are awaited',
      code: `${GIVEN}export async function f() {
  const all: Promise<string>[] = [];
  for (const id of ids) {
    log(await other(id));
    all.push(load(id));
  }
  await Promise.all(all);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 9,
          column: 14,
          endLine: 9,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const all: Promise<string>[] = [];
  for (const id of ids) {
    log(await other(id));
    const promise = load(id);
    promise.catch(() => {}); // Its rejection waits for whoever handles it below.
    all.push(promise);
  }
  await Promise.all(all);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'promises that are pushed two at a time',
      code: `${GIVEN}export async function f() {
  const all: Promise<string>[] = [];
  for (const id of ids) {
    log(await other(id));
    all.push(load(id), load());
  }
  await Promise.all(all);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 9,
          column: 14,
          endLine: 9,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'the name that a pattern gives a promise of an array literal',
      code: `${GIVEN}export async function run() {
  const [a, b] = [load('a'), other('b')];
  log(await a);
  log(await b);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function run() {
  const [a, b] = [load('a'), other('b')];
  b.catch(() => {}); // Its rejection waits for whoever handles it below.
  log(await a);
  log(await b);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern with a default, which may be another promise',
      code: `${GIVEN}export async function run() {
  const [a, b = other()] = [load('a'), other('b')];
  log(await a);
  log(await b);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 50,
        },
      ],
    },
  ],
});
