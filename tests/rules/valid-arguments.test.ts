import rule from '../../src/rules/valid-arguments.ts';
import { ruleTester } from '../rule-tester.ts';

// What a combinator is given as a whole.
const GIVEN =
  'declare function load(id?: unknown): Promise<number>;\ndeclare function loadAll(): Promise<number[]>;\ndeclare const ids: string[];\ndeclare const anything: any;\ndeclare const pending: Map<string, Promise<number>>;\n';

ruleTester.run('valid-arguments', rule, {
  valid: [
    {
      name: 'one array',
      code: `${GIVEN}export const all = Promise.all([load(), load()]);`,
    },
    {
      name: 'spread arguments',
      code: `${GIVEN}declare const args: [Promise<number>[]];\nexport const all = Promise.all(...args);`,
    },
    {
      name: 'several arguments of a promise class of another contract',
      code: `${GIVEN}declare class Task<T> extends Promise<T> { static all(...tasks: any[]): Promise<any>; }\nexport const all = Task.all(load(), load());`,
    },
    {
      name: 'an argument of type any',
      code: `${GIVEN}export const all = Promise.all(anything);`,
    },
    {
      name: 'an array or nothing',
      code: `${GIVEN}declare const tasks: Promise<number>[] | undefined;\nexport const all = Promise.all(tasks ?? []);`,
    },
    {
      name: 'an array that is undefined as far as the compiler sees',
      code: `${GIVEN}let tasks: Promise<number>[] | undefined;\nids.map(() => { tasks = [load()]; });\nexport const all = Promise.all(tasks!);`,
    },
    {
      name: 'a type parameter',
      code: `${GIVEN}export function all<T extends object>(tasks: T) { return Promise.all(tasks as unknown as Promise<T>[]); }`,
    },
    {
      name: 'a set',
      code: `${GIVEN}export const all = Promise.all(new Set([load()]));`,
    },
    {
      name: 'an iterable by protocol',
      code: `${GIVEN}declare const tasks: { [Symbol.iterator](): Iterator<Promise<number>> };\nexport const all = Promise.all(tasks);`,
    },
    {
      name: 'a generator',
      code: `${GIVEN}function* tasks() { yield load(); }\nexport const all = Promise.all(tasks());`,
    },
    {
      name: 'nodes of a document, which the default library may not call iterable',
      code: `${GIVEN}export const all = Promise.all(document.querySelectorAll('p'));`,
    },
    {
      name: 'an object that may be an array',
      code: `${GIVEN}declare const tasks: {};\nexport const all = Promise.all(tasks as any);`,
    },
    {
      name: 'the list that a promise gave',
      code: `${GIVEN}export async function f() { const list = await loadAll(); return Promise.all(list.map(load)); }`,
    },
    {
      name: 'map instead of forEach',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => load(id)));`,
    },
    {
      name: 'a forEach of its own that gives a list back',
      code: `${GIVEN}declare const pool: { forEach(callback: (id: string) => Promise<number>): Promise<number>[] };\nexport const all = Promise.all(pool.forEach((id) => load(id)));`,
    },
    {
      name: 'the values of a map',
      code: `${GIVEN}export const all = Promise.all(pending.values());`,
    },
    {
      name: 'a map that is awaited entry by entry',
      code: `${GIVEN}export const all = Promise.all(Array.from(pending, async ([key, value]) => [key, await value]));`,
    },
    {
      name: 'entries that are mapped to promises',
      code: `${GIVEN}export const all = Promise.all(Object.entries(anything).map(([, id]) => load(id)));`,
    },
    {
      name: 'a race of one',
      code: `${GIVEN}export const first = Promise.race([load()]);`,
    },
    {
      name: 'all of nothing, which is an empty array',
      code: `${GIVEN}export const all = Promise.all([]);`,
    },
    {
      name: 'allSettled of nothing',
      code: `${GIVEN}export const all = Promise.allSettled([]);`,
    },
    {
      name: 'a race of a list that is filled',
      code: `${GIVEN}const tasks: Promise<number>[] = [];\ntasks.push(load());\nexport const first = Promise.race(tasks);`,
    },
    {
      name: 'a race of a list that a function may fill',
      code: `${GIVEN}declare function fill(tasks: Promise<number>[]): void;\nconst tasks: Promise<number>[] = [];\nfill(tasks);\nexport const first = Promise.race(tasks);`,
    },
    {
      name: 'a race of an exported list, which others may fill',
      code: `${GIVEN}export const tasks: Promise<number>[] = [];\nexport const first = Promise.race(tasks);`,
    },
    {
      name: 'a race of a parameter',
      code: `${GIVEN}export const first = (tasks: Promise<number>[]) => Promise.race(tasks);`,
    },
    {
      name: 'a race of a spread list',
      code: `${GIVEN}declare const tasks: Promise<number>[];\nexport const first = Promise.race([...tasks]);`,
    },
    {
      name: 'a construction of a promise',
      code: `${GIVEN}export const p = new Promise((resolve) => { resolve(1); });`,
    },
    {
      name: 'a class that is kept under the name of a combinator',
      code: `${GIVEN}declare const shapes: { all: new () => object };\nexport const all = new shapes.all();`,
    },
    {
      name: 'an iterable that may be iterated without waiting, too',
      code: `${GIVEN}declare const rows: AsyncIterable<number> & Iterable<Promise<number>>;
export const all = Promise.all(rows);`,
    },
    {
      name: 'one list whose spread is of the arguments that are wanted',
      code: `${GIVEN}declare const args: [Promise<number>[]];
export const all = Promise.all(...args);`,
    },
    {
      name: 'lists of promises that are spread into arguments',
      code: `${GIVEN}declare const lists: Promise<number>[][];
export const all = Promise.all(...lists);`,
    },
    {
      name: 'a record of anything',
      code: `${GIVEN}declare const record: Record<string, any>;
await Promise.all(record);
`,
    },
    {
      name: 'a list that may only be read',
      code: `${GIVEN}declare const list: Readonly<Promise<number>[]>;
await Promise.all(list);
`,
    },
    {
      name: 'a record of promises by numbers, which an array is, too',
      code: `${GIVEN}declare const all: Record<number, Promise<string>>;
export const texts = Promise.all(all);`,
    },
    {
      name: 'a record of something unknown',
      code: `${GIVEN}declare const all: Record<string, unknown>;
export const texts = Promise.all(all);`,
    },
    {
      name: 'a record of anything by its signature',
      code: `${GIVEN}declare const all: { [name: string]: any };
export const texts = Promise.all(all);`,
    },
    {
      name: 'a record of a type parameter',
      code: `${GIVEN}export const all = <Value,>(given: Record<string, Value>) => Promise.all(given);`,
    },
    {
      name: 'a record of promises or a list of them',
      code: `${GIVEN}declare const all: Record<string, Promise<string>> | Promise<string>[];
export const texts = Promise.all(all);`,
    },
    {
      name: 'a type that maps a list',
      code: `${GIVEN}export const all = <List extends readonly unknown[]>(given: { [Key in keyof List]: Promise<List[Key]> }) => Promise.all(given);`,
    },
  ],
  invalid: [
    {
      name: 'several promises',
      code: `${GIVEN}export const all = Promise.all(load(1), load(2));`,
      errors: [
        {
          messageId: 'ignoredArguments',
          data: { method: 'all' },
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'wrapInArray',
              output: `${GIVEN}export const all = Promise.all([load(1), load(2)]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'several arrays',
      code: `${GIVEN}declare const tasks: Promise<number>[];\nexport const all = Promise.all(tasks, tasks);`,
      errors: [
        {
          messageId: 'ignoredArguments',
          data: { method: 'all' },
          line: 7,
          column: 39,
          endLine: 7,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'wrapInArray',
              output: `${GIVEN}declare const tasks: Promise<number>[];\nexport const all = Promise.all([...tasks, ...tasks]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array and a promise',
      code: `${GIVEN}export const all = Promise.all([load()], load());`,
      errors: [
        {
          messageId: 'ignoredArguments',
          data: { method: 'all' },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'several promises, with parentheses around the last',
      code: `${GIVEN}export const all = Promise.all(load(), (load()));`,
      errors: [
        {
          messageId: 'ignoredArguments',
          data: { method: 'all' },
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 47,
        },
      ],
    },
    {
      name: 'no argument',
      code: `${GIVEN}export const all = Promise.all();`,
      errors: [
        {
          messageId: 'missingArgument',
          data: { method: 'all' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'an object',
      code: `${GIVEN}export const all = Promise.all({ one: load(), two: load() });`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'a number',
      code: `${GIVEN}export const all = Promise.all(1);`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'undefined',
      code: `${GIVEN}export const all = Promise.all(undefined);`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'null',
      code: `${GIVEN}export const all = Promise.allSettled(null);`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'allSettled' },
          line: 6,
          column: 39,
          endLine: 6,
          endColumn: 43,
        },
      ],
    },
    {
      name: 'a function',
      code: `${GIVEN}export const all = Promise.all(() => [load()]);`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'an object of a class',
      code: `${GIVEN}class Pool { size = 1; }\nexport const all = Promise.all(new Pool());`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 7,
          column: 32,
          endLine: 7,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'a promise that is not awaited',
      code: `${GIVEN}export const all = Promise.all(load());`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'a promise of a list, in an async function',
      code: `${GIVEN}declare function startAll(): Promise<Promise<number>[]>;\nexport async function f() { return Promise.all(startAll()); }`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 7,
          column: 48,
          endLine: 7,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}declare function startAll(): Promise<Promise<number>[]>;\nexport async function f() { return Promise.all(await startAll()); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise of a list of values',
      code: `${GIVEN}export async function f() { return Promise.all(loadAll()); }`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 57,
        },
      ],
    },
    {
      name: 'a promise of a list, where nothing can be awaited',
      code: `${GIVEN}declare function startAll(): Promise<Promise<number>[]>;\nexport const all = Promise.all(startAll());`,
      errors: [
        {
          messageId: 'notIterable',
          data: { method: 'all' },
          line: 7,
          column: 32,
          endLine: 7,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'what forEach returns',
      code: `${GIVEN}export const all = Promise.all(ids.forEach(async (id) => load(id)));`,
      errors: [
        {
          messageId: 'forEachResult',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'useMap',
              output: `${GIVEN}export const all = Promise.all(ids.map(async (id) => load(id)));`,
            },
          ],
        },
      ],
    },
    {
      name: 'what forEach returns, of a list of type any',
      code: `${GIVEN}export const all = Promise.all(anything.forEach((id: string) => load(id)));`,
      errors: [
        {
          messageId: 'forEachResult',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'useMap',
              output: `${GIVEN}export const all = Promise.all(anything.map((id: string) => load(id)));`,
            },
          ],
        },
      ],
    },
    {
      name: 'what forEach returns, with a callback that gives nothing back',
      code: `${GIVEN}export const all = Promise.all(ids.forEach((id) => { load(id); }));`,
      errors: [
        {
          messageId: 'forEachResult',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 66,
        },
      ],
    },
    {
      name: 'what forEach returns, of a set, which has no map',
      code: `${GIVEN}export const all = Promise.all(new Set(ids).forEach((id) => load(id)));`,
      errors: [
        {
          messageId: 'forEachResult',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'a map of promises',
      code: `${GIVEN}export const all = Promise.all(pending);`,
      errors: [
        {
          messageId: 'entries',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export const all = Promise.all(Array.from(pending, (entry) => Promise.all(entry)));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a map of promises whose result nobody looks at',
      code: `${GIVEN}export async function f() { await Promise.all(pending); }`,
      errors: [
        {
          messageId: 'entries',
          data: { method: 'all' },
          line: 6,
          column: 47,
          endLine: 6,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(Array.from(pending, (entry) => Promise.all(entry))); }`,
            },
            {
              messageId: 'useValues',
              output: `${GIVEN}export async function f() { await Promise.all(pending.values()); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race of a map of promises',
      code: `${GIVEN}export const first = Promise.race(pending);`,
      errors: [
        {
          messageId: 'entries',
          data: { method: 'race' },
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'the entries of a map of promises',
      code: `${GIVEN}export const all = Promise.all(pending.entries());`,
      errors: [
        {
          messageId: 'entries',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export const all = Promise.all(Array.from(pending.entries(), (entry) => Promise.all(entry)));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the entries of an object of promises',
      code: `${GIVEN}export const all = Promise.all(Object.entries({ one: load() }));`,
      errors: [
        {
          messageId: 'entries',
          data: { method: 'all' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export const all = Promise.all(Array.from(Object.entries({ one: load() }), (entry) => Promise.all(entry)));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race of nothing',
      code: `${GIVEN}export const first = Promise.race([]);`,
      errors: [
        {
          messageId: 'neverSettles',
          line: 6,
          column: 22,
          endLine: 6,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'a race of a list that nothing fills',
      code: `${GIVEN}const tasks: Promise<number>[] = [];\nexport const first = Promise.race(tasks);`,
      errors: [
        {
          messageId: 'neverSettles',
          line: 7,
          column: 22,
          endLine: 7,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'a race of an empty set',
      code: `${GIVEN}export const first = Promise.race(new Set<Promise<number>>());`,
      errors: [
        {
          messageId: 'neverSettles',
          line: 6,
          column: 22,
          endLine: 6,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'a race of an empty list that is spread',
      code: `${GIVEN}const tasks: Promise<number>[] = [];\nexport const first = Promise.race([...tasks]);`,
      errors: [
        {
          messageId: 'neverSettles',
          line: 7,
          column: 22,
          endLine: 7,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'any of nothing',
      code: `${GIVEN}export const first = Promise.any([]);`,
      errors: [
        {
          messageId: 'alwaysRejects',
          line: 6,
          column: 22,
          endLine: 6,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'a construction by a combinator',
      code: `${GIVEN}export const all = new Promise.all([load()]);`,
      errors: [
        {
          messageId: 'combinatorConstructor',
          data: { method: 'all' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'removeNew',
              output: `${GIVEN}export const all = Promise.all([load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async generator',
      code: `${GIVEN}export async function f() { async function* tasks() { yield load(); } await Promise.all(tasks()); }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 89,
          endLine: 6,
          endColumn: 96,
        },
      ],
    },
    {
      name: 'an async iterable',
      code: `${GIVEN}declare const rows: AsyncIterable<number>;
export const all = Promise.all(rows);`,
      errors: [
        {
          messageId: 'notIterable',
          line: 7,
          column: 32,
          endLine: 7,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'an object of promises whose values nobody reads',
      code: `${GIVEN}export async function f() { await Promise.all({ one: load(1), two: load(2) }); }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 47,
          endLine: 6,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'useObjectValues',
              output: `${GIVEN}export async function f() { await Promise.all(Object.values({ one: load(1), two: load(2) })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an object of promises of which one is wanted',
      code: `${GIVEN}interface Both { one: Promise<number>; two: Promise<number> }
declare const both: Both;
export const first = Promise.race(both);`,
      errors: [
        {
          messageId: 'notIterable',
          line: 8,
          column: 35,
          endLine: 8,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'useObjectValues',
              output: `${GIVEN}interface Both { one: Promise<number>; two: Promise<number> }
declare const both: Both;
export const first = Promise.race(Object.values(both));`,
            },
          ],
        },
      ],
    },
    {
      name: 'an object of promises whose values are asked for by its keys',
      code: `${GIVEN}interface Both { one: Promise<number>; two: Promise<number> }
declare const both: Both;
export async function f() { const { one } = await Promise.all(both); return one; }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 8,
          column: 63,
          endLine: 8,
          endColumn: 67,
        },
      ],
    },
    {
      name: 'an object that holds more than promises',
      code: `${GIVEN}export async function f() { await Promise.all({ one: load(1), two: 2 }); }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 47,
          endLine: 6,
          endColumn: 71,
        },
      ],
    },
    {
      name: 'an object of promises where another Object is in the way',
      code: `${GIVEN}export async function f(Object: { values(of: unknown): Promise<number>[] }) { await Promise.all({ one: load(1) }); }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 97,
          endLine: 6,
          endColumn: 113,
        },
      ],
    },
    {
      name: 'several objects of promises',
      code: `${GIVEN}export const all = Promise.all({ one: load(1) }, { two: load(2) });`,
      errors: [
        {
          messageId: 'ignoredArguments',
          line: 6,
          column: 50,
          endLine: 6,
          endColumn: 66,
        },
      ],
    },
    {
      name: 'a promise of an object of promises',
      code: `${GIVEN}interface Both { one: Promise<number>; two: Promise<number> }
declare const both: Both;
declare function loadBoth(): Promise<Both>;
export const all = Promise.all(loadBoth());`,
      errors: [
        {
          messageId: 'notIterable',
          line: 9,
          column: 32,
          endLine: 9,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'a promise that is awaited',
      code: `${GIVEN}export async function f() { await Promise.all(load()); }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 47,
          endLine: 6,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { await load(); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise whose result is taken apart',
      code: `${GIVEN}export async function f() { const [count] = await Promise.all(load()); return count; }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 63,
          endLine: 6,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { const [count] = [await load()]; return count; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise whose result has a name',
      code: `${GIVEN}export async function f() { const counts = await Promise.all(load()); return counts; }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 62,
          endLine: 6,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { const counts = [await load()]; return counts; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that is raced',
      code: `${GIVEN}export const count = Promise.race(load());`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export const count = load();`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that is settled',
      code: `${GIVEN}export async function f() { await Promise.allSettled(load()); }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 54,
          endLine: 6,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'wrapInArray',
              output: `${GIVEN}export async function f() { await Promise.allSettled([load()]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of promises that is spread into arguments',
      code: `${GIVEN}export const all = Promise.all(...ids.map(load));`,
      errors: [
        {
          messageId: 'ignoredArguments',
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'removeSpread',
              output: `${GIVEN}export const all = Promise.all(ids.map(load));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of promises that is spread before another argument',
      code: `${GIVEN}export const all = Promise.all(...ids.map(load), load());`,
      errors: [
        {
          messageId: 'ignoredArguments',
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'a record of promises',
      code: `${GIVEN}declare const record: Record<string, Promise<number>>;
await Promise.all(record);
`,
      errors: [
        {
          messageId: 'notIterable',
          line: 7,
          column: 19,
          endLine: 7,
          endColumn: 25,
          suggestions: [
            {
              messageId: 'useObjectValues',
              output: `${GIVEN}declare const record: Record<string, Promise<number>>;
await Promise.all(Object.values(record));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that allSettled is given',
      code: `${GIVEN}export const all = Promise.allSettled(load());`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 39,
          endLine: 6,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'wrapInArray',
              output: `${GIVEN}export const all = Promise.allSettled([load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that any is given',
      code: `${GIVEN}export const any = Promise.any(load());`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export const any = load();`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that any is given, awaited',
      code: `${GIVEN}export async function f() { return await Promise.any(load()); }`,
      errors: [
        {
          messageId: 'notIterable',
          line: 6,
          column: 54,
          endLine: 6,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { return await load(); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an object of anything with a name of its own',
      code: `${GIVEN}declare const all: { [name: string]: any; one: Promise<string> };
export const texts = Promise.all(all);`,
      errors: [
        {
          messageId: 'notIterable',
          line: 7,
          column: 34,
          endLine: 7,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'a record of promises or nothing',
      code: `${GIVEN}declare const all: Record<string, Promise<string>> | undefined;
export const texts = Promise.all(all);`,
      errors: [
        {
          messageId: 'notIterable',
          line: 7,
          column: 34,
          endLine: 7,
          endColumn: 37,
        },
      ],
    },
  ],
});
