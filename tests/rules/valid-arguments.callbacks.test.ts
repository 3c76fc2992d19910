import rule from '../../src/rules/valid-arguments.ts';
import { ruleTester } from '../rule-tester.ts';

// What the callback does that makes each member.
const GIVEN =
  'declare function load(id?: unknown): Promise<number>;\ndeclare function log(text: string): void;\ndeclare const ids: string[];\ndeclare const anything: any;\n';

ruleTester.run('valid-arguments', rule, {
  valid: [
    {
      name: 'a callback that returns the promise',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { return load(id); }));`,
    },
    {
      name: 'a callback that returns it on some of its ways',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { if (id === '') { return; } return load(id); }));`,
    },
    {
      name: 'a callback whose body cannot be seen',
      code: `${GIVEN}declare const callback: (id: string) => void;\nexport const all = Promise.all(ids.map(callback));`,
    },
    {
      name: 'an async callback that awaits it',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { await load(id); }));`,
    },
    {
      name: 'an async callback that awaits another promise, and starts one on the way',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id); await load(id); }));`,
    },
    {
      name: 'an async callback that returns it',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { return load(id); }));`,
    },
    {
      name: 'an async callback that waits in a loop',
      code: `${GIVEN}declare const rows: AsyncIterable<string>;\nexport const all = Promise.all(ids.map(async () => { for await (const row of rows) { log(row); } }));`,
    },
    {
      name: 'an async callback that drops it on purpose',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { void load(id); }));`,
    },
    {
      name: 'an async callback whose promise has handlers',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id).catch(console.error); }));`,
    },
    {
      name: 'an async callback that starts nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { log(id); }));`,
    },
    {
      name: 'an async callback with a function inside that runs later',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { setTimeout(() => { load(id); }, 1); }));`,
    },
    {
      name: 'a callback without a combinator',
      code: `${GIVEN}ids.map((id) => { load(id); });`,
    },
    {
      name: "an async callback that uses the promise's name",
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { const task = load(id); log(String(task)); }));`,
    },
    {
      name: 'an async callback that awaits it by its name',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { const task = load(id); await task; }));`,
    },
    {
      name: 'an async callback whose promise has a reaction and a handler',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id).then(String, log).finally(log.bind(null, id)); }));`,
    },
    {
      name: 'a callback of one of two lists, the other of promises',
      code: `${GIVEN}export const all = Promise.all(anything ? ids.map((id) => { log(id); }) : ids.map(load));`,
    },
    {
      name: 'a callback of a list by its name, which others use',
      code: `${GIVEN}export async function f() { const tasks: unknown[] = ids.map((id) => { load(id); }); tasks.push(load()); await Promise.all(tasks); }`,
    },
    {
      name: 'an async callback that returns an array of promises, whose result is used',
      code: `${GIVEN}export async function f() { const lists = await Promise.all(ids.map(async () => ids.map(load))); return Promise.all(lists.flat()); }`,
    },
    {
      name: 'an async callback that returns an array of promises, whose result is handed on',
      code: `${GIVEN}export function f() { return Promise.all(ids.map(async () => ids.map(load))); }`,
    },
    {
      name: 'an async callback that returns promises which it keeps elsewhere',
      code: `${GIVEN}const pool: unknown[] = []; export async function f() { await Promise.all(ids.map(async () => ids.map((id) => { const task = load(id); pool.push(task); return task; }))); }`,
    },
    {
      name: 'an async callback that returns an array by its name',
      code: `${GIVEN}const pool: unknown[] = []; export async function f() { await Promise.all(ids.map(async () => { const tasks = ids.map(load); pool.push(tasks); return tasks; })); }`,
    },
    {
      name: 'an async callback that returns promises which have a name',
      code: `${GIVEN}const pool: unknown[] = []; export async function f() { await Promise.all(ids.map(async (id) => { const task = load(id); pool.push(task); return [task]; })); }`,
    },
    {
      name: 'an async callback that returns an array of values',
      code: `${GIVEN}export async function f() { await Promise.all(ids.map(async (id) => [id, await load(id)])); }`,
    },
    {
      name: 'a callback within flatMap that returns the promise',
      code: `${GIVEN}export async function f() { await Promise.all(ids.flatMap((id) => id.split(',').map((part) => { return load(part); }))); }`,
    },
    {
      name: 'a callback that returns the promise, and what is left of that',
      code: `${GIVEN}export async function f() { await Promise.all(ids.map((id) => { return id && load(id); }).filter(Boolean)); }`,
    },
    {
      name: 'a forEach whose promises have a handler',
      code: `${GIVEN}await Promise.all(ids.map(async (id) => { [id].forEach(async (one) => { try { await load(one); } catch { log(one); } }); }));`,
    },
    {
      name: 'a forEach that makes no promises',
      code: `${GIVEN}await Promise.all(ids.map(async (id) => { [id].forEach((one) => { log(one); }); }));`,
    },
    {
      name: 'a forEach that may make promises',
      code: `${GIVEN}declare function mayLoad(id: string): Promise<void> | undefined;
await Promise.all(ids.map(async (id) => { [id].forEach((one) => mayLoad(one)); }));`,
    },
    {
      name: 'a forEach behind an await',
      code: `${GIVEN}await Promise.all(ids.map(async (id) => { await load(id); [id].forEach(async (one) => { await load(one); }); }));`,
    },
    {
      name: 'a forEach of its own that waits, and is awaited',
      code: `${GIVEN}declare const list: { forEach(each: (id: string) => Promise<unknown>): Promise<void> };
await Promise.all(ids.map(async (id) => { await list.forEach(async (one) => load(id + one)); }));`,
    },
    {
      name: 'a forEach of its own that gives something else back',
      code: `${GIVEN}declare const list: { forEach(each: (id: string) => Promise<unknown>): { done: boolean } };
await Promise.all(ids.map(async (id) => { list.forEach(async (one) => load(id + one)); }));`,
    },
    {
      name: 'a forEach that is dropped on purpose',
      code: `${GIVEN}await Promise.all(ids.map(async (id) => { void [id].forEach(async (one) => { await load(one); }); }));`,
    },
    {
      name: 'an async callback that drops its promise and returns another',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id); return load(); }));`,
    },
    {
      name: 'an async callback that drops its promise and returns anything',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id); return anything; }));`,
    },
    {
      name: 'an async callback that drops its promise on purpose and returns a value',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { void load(id); return id; }));`,
    },
    {
      name: 'an async callback that returns a promise by its name',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { const one = load(id); return one; }));`,
    },
    {
      name: 'forEach whose callback handles the promise that it drops',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map(async (group) => { group.forEach((id) => { load(id).catch(console.error); }); }));`,
    },
    {
      name: 'forEach whose callback drops its promise on purpose',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map(async (group) => { group.forEach((id) => { void load(id); }); }));`,
    },
    {
      name: 'forEach whose callback starts nothing',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map(async (group) => { group.forEach((id) => { log(id); }); }));`,
    },
    {
      name: 'forEach whose callback drops its promise, in an async callback that waits',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map(async (group) => { await load(group); group.forEach((id) => { load(id); }); }));`,
    },
    {
      name: 'a statement of map whose callback starts nothing',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map(async (group) => { group.map((id) => { log(id); }); }));`,
    },
    {
      name: 'a statement of a map of its own whose callback drops its promise',
      code: `${GIVEN}declare const queries: { map(callback: (id: string) => void): void }[];
export const all = Promise.all(queries.map(async (query) => { query.map((id) => { load(id); }); }));`,
    },
  ],
  invalid: [
    {
      name: 'a callback that returns nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 59,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(ids.map((id) => { return load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that returns nothing, of a list of type any',
      code: `${GIVEN}export const all = Promise.all(anything.map((id: string) => { load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 63,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(anything.map((id: string) => { return load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback of Array.from',
      code: `${GIVEN}export const all = Promise.all(Array.from({ length: 3 }, (_, index) => { load(index); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 74,
          endLine: 5,
          endColumn: 86,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(Array.from({ length: 3 }, (_, index) => { return load(index); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that does more after it',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id); log(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a callback that starts two promises',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id); load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a callback that starts it on one of its ways',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { if (id !== '') { load(id); } }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 67,
          endLine: 5,
          endColumn: 76,
        },
      ],
    },
    {
      name: 'a callback that returns something else',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id); return id; }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a callback that is declared to return nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map((id): void => { load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 65,
        },
      ],
    },
    {
      name: 'a function by its name',
      code: `${GIVEN}function start(id: string) { load(id); }\nexport const all = Promise.all(ids.map(start));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 30,
          endLine: 5,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}function start(id: string) { return load(id); }\nexport const all = Promise.all(ids.map(start));`,
            },
          ],
        },
      ],
    },
    {
      name: 'callbacks in an array',
      code: `${GIVEN}export const all = Promise.all([load(), ...ids.map((id) => { load(id); })]);`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 62,
          endLine: 5,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all([load(), ...ids.map((id) => { return load(id); })]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that waits for nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id); }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          data: { method: 'all' },
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { await load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that waits for nothing, of a list of type any',
      code: `${GIVEN}export const all = Promise.all(anything.map(async (id: string) => { load(id); }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          data: { method: 'all' },
          line: 5,
          column: 69,
          endLine: 5,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(anything.map(async (id: string) => { await load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that returns early',
      code: `${GIVEN}export const all = Promise.allSettled(ids.map(async (id) => { if (id === '') { return; } load(id); }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          data: { method: 'allSettled' },
          line: 5,
          column: 90,
          endLine: 5,
          endColumn: 99,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.allSettled(ids.map(async (id) => { if (id === '') { return; } await load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that starts nothing and returns nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { log(id); }));`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'a callback that puts its promises elsewhere',
      code: `${GIVEN}const tasks: Promise<number>[] = [];\nexport const all = Promise.all(ids.map((id) => { tasks.push(load(id)); }));\nexport const others = Promise.all(tasks);`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 75,
        },
      ],
    },
    {
      name: 'an async callback whose promise has a reaction',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id).then(String); }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { await load(id).then(String); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that puts its promise under a name',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { const task = load(id); log(id); }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          line: 5,
          column: 62,
          endLine: 5,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { const task = await load(id); log(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback whose promise has a reaction',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id).finally(() => log(id)); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(ids.map((id) => { return load(id).finally(() => log(id)); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that puts its promise under a name',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { const task = load(id); log(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 71,
        },
      ],
    },
    {
      name: 'a callback by the name of a constant',
      code: `${GIVEN}const work = (id: string) => { load(id); };
export const all = Promise.all(ids.map(work));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}const work = (id: string) => { return load(id); };
export const all = Promise.all(ids.map(work));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback of a list that may be missing',
      code: `${GIVEN}declare const some: string[] | undefined;
export const all = Promise.all(some?.map((id) => { load(id); }) ?? []);`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 6,
          column: 52,
          endLine: 6,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}declare const some: string[] | undefined;
export const all = Promise.all(some?.map((id) => { return load(id); }) ?? []);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback of a list in a choice',
      code: `${GIVEN}export const all = Promise.all(anything ? ids.map((id) => { load(id); }) : []);`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 61,
          endLine: 5,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(anything ? ids.map((id) => { return load(id); }) : []);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback of one of two lists',
      code: `${GIVEN}export const all = Promise.all(anything ? ids.map(async (id) => { load(id); }) : ids.map(load));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          line: 5,
          column: 67,
          endLine: 5,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(anything ? ids.map(async (id) => { await load(id); }) : ids.map(load));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback of a list by its name',
      code: `${GIVEN}export async function f() { const tasks = ids.map((id) => { load(id); }); await Promise.all(tasks); }`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 61,
          endLine: 5,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export async function f() { const tasks = ids.map((id) => { return load(id); }); await Promise.all(tasks); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that returns an array of promises',
      code: `${GIVEN}export async function f() { await Promise.all(ids.map(async (id) => { const count = await load(id); log(String(count)); return ids.map((other) => load(other)); })); }`,
      errors: [
        {
          messageId: 'promisedArray',
          line: 5,
          column: 128,
          endLine: 5,
          endColumn: 159,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(ids.map(async (id) => { const count = await load(id); log(String(count)); return Promise.all(ids.map((other) => load(other))); })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that is an array of promises',
      code: `${GIVEN}export async function f() { await Promise.allSettled(ids.map(async (id) => [load(id), load()])); }`,
      errors: [
        {
          messageId: 'promisedArray',
          line: 5,
          column: 76,
          endLine: 5,
          endColumn: 94,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.allSettled(ids.map(async (id) => Promise.allSettled([load(id), load()]))); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that is an array of promises, of lists of type any',
      code: `${GIVEN}export async function f() { await Promise.all(anything.map(async (id: any) => id.kids.map((kid: any) => load(kid)))); }`,
      errors: [
        {
          messageId: 'promisedArray',
          line: 5,
          column: 79,
          endLine: 5,
          endColumn: 115,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(anything.map(async (id: any) => Promise.all(id.kids.map((kid: any) => load(kid))))); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race of async callbacks that return arrays of promises',
      code: `${GIVEN}export async function f() { await Promise.race(ids.map(async () => ids.map(load))); }`,
      errors: [
        {
          messageId: 'promisedArray',
          line: 5,
          column: 68,
          endLine: 5,
          endColumn: 81,
        },
      ],
    },
    {
      name: 'an async callback that returns an array of promises or an empty one',
      code: `${GIVEN}declare const some: string[] | undefined; export async function f() { await Promise.all(ids.map(async (id) => { await load(id); return some?.map((other) => load(other)) ?? []; })); }`,
      errors: [
        {
          messageId: 'promisedArray',
          line: 5,
          column: 136,
          endLine: 5,
          endColumn: 175,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}declare const some: string[] | undefined; export async function f() { await Promise.all(ids.map(async (id) => { await load(id); return Promise.all(some?.map((other) => load(other)) ?? []); })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that returns an array of promises or nothing',
      code: `${GIVEN}export async function f() { await Promise.all(ids.map(async (id) => { await load(id); return id ? ids.map((other) => load(other)) : undefined; })); }`,
      errors: [
        {
          messageId: 'promisedArray',
          line: 5,
          column: 94,
          endLine: 5,
          endColumn: 142,
        },
      ],
    },
    {
      name: 'an async callback that returns an array of promises by a name that nobody else uses',
      code: `${GIVEN}export async function f() { await Promise.all(ids.map(async (id) => { await load(id); const others = ids.map((other) => load(other)); return others; })); }`,
      errors: [
        {
          messageId: 'promisedArray',
          line: 5,
          column: 142,
          endLine: 5,
          endColumn: 148,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(ids.map(async (id) => { await load(id); const others = ids.map((other) => load(other)); return Promise.all(others); })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback of a list behind a condition',
      code: `${GIVEN}export const all = Promise.all(anything && ids.map((id) => { load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 62,
          endLine: 5,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(anything && ids.map((id) => { return load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback within flatMap that returns nothing',
      code: `${GIVEN}export async function f() { await Promise.all(ids.flatMap((id) => id.split(',').map((part) => { load(part); }))); }`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 97,
          endLine: 5,
          endColumn: 108,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export async function f() { await Promise.all(ids.flatMap((id) => id.split(',').map((part) => { return load(part); }))); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback within flatMap of a list of type any',
      code: `${GIVEN}export async function f() { await Promise.all(anything.flatMap((id: any) => id.parts.map((part: any) => { load(part); }))); }`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 107,
          endLine: 5,
          endColumn: 118,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export async function f() { await Promise.all(anything.flatMap((id: any) => id.parts.map((part: any) => { return load(part); }))); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback within flatMap with a handler of rejections',
      code: `${GIVEN}export async function f() { await Promise.all(ids.flatMap((id) => id.split(',').map((part) => { load(part).catch(console.error); }))); }`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 134,
        },
      ],
    },
    {
      name: 'a callback that returns nothing, and what is left of that',
      code: `${GIVEN}export async function f() { await Promise.all(ids.map((id) => { load(id); }).filter(Boolean)); }`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 65,
          endLine: 5,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export async function f() { await Promise.all(ids.map((id) => { return load(id); }).filter(Boolean)); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that returns nothing, in parts',
      code: `${GIVEN}export async function f() { await Promise.all(ids.map((id) => { load(id); }).slice(1).reverse().concat([])); }`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          line: 5,
          column: 65,
          endLine: 5,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export async function f() { await Promise.all(ids.map((id) => { return load(id); }).slice(1).reverse().concat([])); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of type any made into arrays of promises, and what is left of that',
      code: `${GIVEN}export async function f() { await Promise.all(anything.map((id: any) => [load(id)]).filter(Boolean)); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 5,
          column: 47,
          endLine: 5,
          endColumn: 100,
        },
      ],
    },
    {
      name: 'an async callback whose forEach waits for nothing',
      code: `${GIVEN}await Promise.all(ids.map(async (id) => { [id].forEach(async (one) => { await load(one); }); }));`,
      errors: [
        {
          messageId: 'forEachPromises',
          line: 5,
          column: 43,
          endLine: 5,
          endColumn: 93,
          suggestions: [
            {
              messageId: 'waitForEach',
              output: `${GIVEN}await Promise.all(ids.map(async (id) => { await Promise.all([id].map(async (one) => { await load(one); })); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback whose forEach waits for nothing',
      code: `${GIVEN}await Promise.all(ids.map((id) => { log(id); [id].forEach((one) => load(one)); }));`,
      errors: [
        {
          messageId: 'forEachPromises',
          line: 5,
          column: 46,
          endLine: 5,
          endColumn: 79,
          suggestions: [
            {
              messageId: 'waitForEach',
              output: `${GIVEN}await Promise.all(ids.map((id) => { log(id); return Promise.all([id].map((one) => load(one))); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a forEach of anything',
      code: `${GIVEN}await Promise.allSettled(ids.map(async (id) => { anything[id].forEach(async () => { await load(id); }); log(id); }));`,
      errors: [
        {
          messageId: 'forEachPromises',
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 104,
          suggestions: [
            {
              messageId: 'waitForEach',
              output: `${GIVEN}await Promise.allSettled(ids.map(async (id) => { await Promise.all(anything[id].map(async () => { await load(id); })); log(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback whose forEach is not at its end',
      code: `${GIVEN}await Promise.all(ids.map((id) => { [id].forEach((one) => load(one)); log(id); }));`,
      errors: [
        {
          messageId: 'forEachPromises',
          line: 5,
          column: 37,
          endLine: 5,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'a race whose callback calls forEach',
      code: `${GIVEN}await Promise.race(ids.map(async (id) => { [id].forEach(async (one) => { await load(one); }); }));`,
      errors: [
        {
          messageId: 'forEachPromises',
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 94,
        },
      ],
    },
    {
      name: 'an async callback that drops its promise and returns a value',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id); return id; }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { await load(id); return id; }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that drops its promise and returns what it tried',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { try { load(id); return true; } catch { return false; } }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          line: 5,
          column: 62,
          endLine: 5,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { try { await load(id); return true; } catch { return false; } }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'forEach whose callback drops its promise, in an async callback',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map(async (group) => { group.forEach((id) => { load(id); }); }));`,
      errors: [
        {
          messageId: 'forEachPromises',
          line: 6,
          column: 62,
          endLine: 6,
          endColumn: 99,
        },
      ],
    },
    {
      name: 'forEach whose callback drops its promise, in a callback that returns nothing',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map((group) => { group.forEach((id) => { log(id); load(id); }); }));`,
      errors: [
        {
          messageId: 'forEachPromises',
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 102,
        },
      ],
    },
    {
      name: 'a statement of map whose callback drops its promise',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map(async (group) => { group.map((id) => { load(id); }); }));`,
      errors: [
        {
          messageId: 'forEachPromises',
          line: 6,
          column: 62,
          endLine: 6,
          endColumn: 95,
        },
      ],
    },
  ],
});
