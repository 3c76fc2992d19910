import rule from '../../src/rules/valid-arguments.ts';
import { ruleTester } from '../rule-tester.ts';

// What the members of a combinator are.
const GIVEN =
  'declare function load(id?: unknown): Promise<number>;\ndeclare const id: string;\ndeclare const ids: string[];\ndeclare const anything: any;\ndeclare const tasks: (() => Promise<number>)[];\ndeclare const lists: Promise<number>[][];\ndeclare const items: { id: string; kids: string[] }[];\n';

ruleTester.run('valid-arguments', rule, {
  valid: [
    {
      name: 'a function that is called',
      code: `${GIVEN}export const all = Promise.all([load()]);`,
    },
    {
      name: 'functions that are called one by one',
      code: `${GIVEN}export const all = Promise.all(tasks.map((task) => task()));`,
    },
    {
      name: 'a function that is typed to return nothing, which may return anything',
      code: `${GIVEN}declare const stop: () => void;\nexport const all = Promise.all([stop, load()]);`,
    },
    {
      name: 'a function of type any',
      code: `${GIVEN}export const all = Promise.all([anything.load, anything]);`,
    },
    {
      name: 'a function that is a thenable itself',
      code: `${GIVEN}declare const query: (() => Promise<number>) & PromiseLike<number>;\nexport const all = Promise.all([query]);`,
    },
    {
      name: 'a class, which is a value',
      code: `${GIVEN}export class Task { run() { return load(); } }\nexport const all = Promise.all([Task, load()]);`,
    },
    {
      name: 'promises and nothing, by type',
      code: `${GIVEN}declare const closing: (Promise<void> | null)[];\nexport const all = Promise.all(closing);`,
    },
    {
      name: 'a member that may be undefined',
      code: `${GIVEN}declare const closing: Promise<void> | undefined;\nexport const all = Promise.all([closing]);`,
    },
    {
      name: 'a conditional member',
      code: `${GIVEN}export const all = Promise.all([load(), id === '' ? load() : undefined]);`,
    },
    {
      name: 'a conditional list',
      code: `${GIVEN}export const all = Promise.all([load(), id === '' ? Promise.all(ids.map(load)) : []]);`,
    },
    {
      name: 'a value beside a promise',
      code: `${GIVEN}export const both = Promise.all([id, load(id)]);`,
    },
    {
      name: 'a value beside a promise for each element',
      code: `${GIVEN}export const all = Promise.all(ids.map((each) => Promise.all([each, load(each)])));`,
    },
    {
      name: 'an empty array as a placeholder',
      code: `${GIVEN}export const all = Promise.all([load(), []]);`,
    },
    {
      name: 'an array of values beside a promise',
      code: `${GIVEN}export const all = Promise.all([load(), ids]);`,
    },
    {
      name: 'promises of arrays',
      code: `${GIVEN}declare const pages: Promise<number[]>[];\nexport const all = Promise.all(pages);`,
    },
    {
      name: 'arrays that are flattened',
      code: `${GIVEN}export const all = Promise.all(lists.flat());`,
    },
    {
      name: 'arrays that a flatMap makes',
      code: `${GIVEN}export const all = Promise.all(items.flatMap((item) => item.kids.map((kid) => load(kid))));`,
    },
    {
      name: 'arrays with a combinator of their own',
      code: `${GIVEN}export const all = Promise.all(items.map((item) => Promise.all(item.kids.map((kid) => load(kid)))));`,
    },
    {
      name: 'an array of promises that is spread',
      code: `${GIVEN}export const all = Promise.all([load(), ...ids.map(load)]);`,
    },
    {
      name: 'values of type any',
      code: `${GIVEN}export const all = Promise.all([anything, anything.name]);`,
    },
    {
      name: 'values of type unknown',
      code: `${GIVEN}declare const values: unknown[];\nexport const all = Promise.all(values);`,
    },
    {
      name: 'one member of type any beside values',
      code: `${GIVEN}export const all = Promise.all([1, anything]);`,
    },
    {
      name: 'values of a type parameter',
      code: `${GIVEN}export function all<T>(values: T[]) { return Promise.all(values); }`,
    },
    {
      name: 'values of a type parameter with a constraint',
      code: `${GIVEN}export function all<T extends { id: string }>(values: T[]) { return Promise.all(values); }`,
    },
    {
      name: 'objects of any kind',
      code: `${GIVEN}declare const values: object[];\nexport const all = Promise.all(values);`,
    },
    {
      name: 'objects of a class whose base cannot be resolved',
      code: `${GIVEN}// @ts-expect-error no such module\nimport { Model } from "missing";\nclass User extends Model { id = 1; }\ndeclare const users: User[];\nexport const all = Promise.all(users);`,
    },
    {
      name: 'thenables',
      code: `${GIVEN}declare const queries: { then(onFulfilled: (rows: string[]) => void): void }[];\nexport const all = Promise.all(queries);`,
    },
    {
      name: 'what a function typed to return nothing gives back',
      code: `${GIVEN}declare function stop(): void;\nexport const all = Promise.all([stop(), stop()]);`,
    },
    {
      name: 'what a method returns that subclasses are to fill in',
      code: `${GIVEN}export class Plugin { start(): void {} }\ndeclare const plugins: Plugin[];\nexport const all = Promise.all(plugins.map((plugin) => plugin.start()));`,
    },
    {
      name: 'members that are awaited, which is a mistake of its own',
      code: `${GIVEN}export async function f() { return Promise.all([await load(1), await load(2)]); }`,
    },
    {
      name: 'a member that may be awaited',
      code: `${GIVEN}export async function f() { return Promise.all([id === '' ? await load() : 0]); }`,
    },
    { name: 'holes', code: `${GIVEN}export const all = Promise.all([,]);` },
    {
      name: 'a race that asks whether a promise has settled',
      code: `${GIVEN}export const state = (pending: Promise<number>) => Promise.race([pending, 'pending']);`,
    },
    {
      name: 'a race that asks whether one of several promises has settled',
      code: `${GIVEN}export const state = (pending: Promise<number>[]) => Promise.race([...pending, undefined]);`,
    },
    {
      name: 'a race against a promise that may be missing',
      code: `${GIVEN}declare const aborted: Promise<never> | undefined;\nexport const first = Promise.race([load(), aborted]);`,
    },
    {
      name: 'a race against a value of type any',
      code: `${GIVEN}export const first = Promise.race([load(), anything]);`,
    },
    {
      name: 'a list of calls that cannot be resolved, as no other member is',
      code: `${GIVEN}// @ts-expect-error no such module\nimport { api } from "missing";\nexport const all = Promise.all([api.create(0), ids.map((each) => api.nameOf(each))]);`,
    },
    {
      name: 'a list of awaited members, which is a mistake of its own',
      code: `${GIVEN}const list = [await load(1), await load(2)];\nexport const all = await Promise.all(list);`,
    },
    {
      name: 'a list that a loop fills with awaited members',
      code: `${GIVEN}const list = [];\nfor (const one of ids) { list.push(await load(one)); }\nexport const all = await Promise.all(list);`,
    },
    {
      name: 'a variable that a callback assigns',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => {
  let started;
  items.forEach(() => { started = load(id); });
  return started;
}));`,
    },
    {
      name: 'a member that a callback assigns',
      code: `${GIVEN}let started: Promise<number> | undefined;
items.forEach(() => { started = load(id); });
export const all = Promise.all([started]);`,
    },
    {
      name: 'values of lists of type any',
      code: `${GIVEN}export const all = Promise.all(anything.map((item: any) => item.kids.map((kid: any) => kid.id)));`,
    },
    {
      name: 'what the map of a query of type any gives',
      code: `${GIVEN}export const all = Promise.all([load(), anything.find().map((each: any) => load(each))]);`,
    },
    {
      name: 'functions of lists of type any, which a map of its own may call',
      code: `${GIVEN}export const all = Promise.all([load(), anything.map((each: any) => () => load(each))]);`,
    },
    {
      name: 'a map of values that is spread beside a promise',
      code: `${GIVEN}declare const names: Map<string, string>; export const all = Promise.all([load(), ...names]);`,
    },
    {
      name: 'the values of a map of promises that are spread',
      code: `${GIVEN}declare const pending: Map<string, Promise<number>>; export const all = Promise.all([...pending.values()]);`,
    },
    {
      name: 'a text beside a promise',
      code: `${GIVEN}export const all = Promise.all([load(), ...'abc']);`,
    },
    {
      name: 'values of a list of any type or of none',
      code: `${GIVEN}declare const given: any;
await Promise.all([(given.list ?? []).map((id: string) => id), load('b')]);
`,
    },
    {
      name: 'promises of what a call of any type gives',
      code: `${GIVEN}declare const given: any;
await Promise.all([(given.query() ?? []).map((id: string) => load(id)), load('b')]);
`,
    },
    {
      name: 'a map of what is left of a query',
      code: `${GIVEN}export const all = Promise.all([anything('users').filter(Boolean).map((id: string) => load(id)), load()]);`,
    },
    {
      name: 'a map of what something of type any makes of its own',
      code: `${GIVEN}export const all = Promise.all([anything.users.filter({ id: 1 }).map((id: string) => load(id)), load()]);`,
    },
    {
      name: 'a map to values of what is left of something of type any',
      code: `${GIVEN}export const all = Promise.all([anything.list.filter(Boolean).map((id: string) => id.length), load()]);`,
    },
    {
      name: 'a list or a promise of something of type any',
      code: `${GIVEN}export const all = Promise.all([anything ? anything.map((one: string) => load(one)) : load(), load()]);`,
    },
    {
      name: 'a list in the place of something of type any',
      code: `${GIVEN}export const all = Promise.all([anything.running || ids.map(load), load()]);`,
    },
    {
      name: 'a list or what something of type any makes',
      code: `${GIVEN}export const all = Promise.all([anything ? anything.map((one: string) => load(one)) : anything.load(), load()]);`,
    },
    {
      name: 'a callback that gives a list or a promise',
      code: `${GIVEN}export const all = Promise.all(ids.map((one) => (anything[one] ? anything[one].map((kid: string) => load(kid)) : load(one))));`,
    },
  ],
  invalid: [
    {
      name: 'a function by its name',
      code: `${GIVEN}export const all = Promise.all([load, load()]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'callFunction',
              output: `${GIVEN}export const all = Promise.all([load(), load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method',
      code: `${GIVEN}declare const api: { load(): Promise<number> };\nexport const all = Promise.all([load(), api.load]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 9,
          column: 41,
          endLine: 9,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'callFunction',
              output: `${GIVEN}declare const api: { load(): Promise<number> };\nexport const all = Promise.all([load(), api.load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a function that needs an argument',
      code: `${GIVEN}declare function loadOne(id: string): Promise<number>;\nexport const all = Promise.all([loadOne]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 9,
          column: 33,
          endLine: 9,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a function that returns a promise or nothing',
      code: `${GIVEN}declare const hook: () => Promise<void> | void;\nexport const all = Promise.allSettled([hook]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'allSettled' },
          line: 9,
          column: 40,
          endLine: 9,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'callFunction',
              output: `${GIVEN}declare const hook: () => Promise<void> | void;\nexport const all = Promise.allSettled([hook()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a function that may be missing',
      code: `${GIVEN}declare const hook: (() => Promise<void>) | undefined;\nexport const all = Promise.all([hook]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 9,
          column: 33,
          endLine: 9,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'an inline thunk',
      code: `${GIVEN}export const all = Promise.all([() => load(1), load(2)]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'callFunction',
              output: `${GIVEN}export const all = Promise.all([load(1), load(2)]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an inline thunk with a comment',
      code: `${GIVEN}export const all = Promise.all([() => /* the first */ load(1)]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'callFunction',
              output: `${GIVEN}export const all = Promise.all([(() => /* the first */ load(1))()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async function in place',
      code: `${GIVEN}export const all = Promise.all([async () => { await load(); }]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'callFunction',
              output: `${GIVEN}export const all = Promise.all([(async () => { await load(); })()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'functions that a callback makes',
      code: `${GIVEN}export const all = Promise.all(ids.map((each) => () => load(each)));`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 8,
          column: 50,
          endLine: 8,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'callFunction',
              output: `${GIVEN}export const all = Promise.all(ids.map((each) => load(each)));`,
            },
          ],
        },
      ],
    },
    {
      name: 'functions that a callback makes, of a list of type any',
      code: `${GIVEN}export const all = Promise.all(anything.map((each: string) => async () => { await load(each); }));`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 8,
          column: 63,
          endLine: 8,
          endColumn: 96,
          suggestions: [
            {
              messageId: 'callFunction',
              output: `${GIVEN}export const all = Promise.all(anything.map((each: string) => (async () => { await load(each); })()));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of functions',
      code: `${GIVEN}export const all = Promise.all(tasks);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 8,
          column: 32,
          endLine: 8,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'callEach',
              output: `${GIVEN}export const all = Promise.all(tasks.map((task) => task()));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of functions that is spread',
      code: `${GIVEN}export const all = Promise.all([...tasks, load()]);`,
      errors: [
        {
          messageId: 'uncalledFunction',
          data: { method: 'all' },
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'callEach',
              output: `${GIVEN}export const all = Promise.all([...tasks.map((task) => task()), load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises as a member',
      code: `${GIVEN}export async function f() { const [numbers, one] = await Promise.all([ids.map((each) => load(each)), load()]); return [...numbers, one]; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 71,
          endLine: 8,
          endColumn: 100,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const [numbers, one] = await Promise.all([Promise.all(ids.map((each) => load(each))), load()]); return [...numbers, one]; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises as the only member',
      code: `${GIVEN}export async function f() { await Promise.all([ids.map(async (each) => load(each))]); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 48,
          endLine: 8,
          endColumn: 83,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(ids.map(async (each) => load(each))); }`,
            },
            {
              messageId: 'spreadMember',
              output: `${GIVEN}export async function f() { await Promise.all([...ids.map(async (each) => load(each))]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises or nothing',
      code: `${GIVEN}export async function f() { const kids = id === "" ? undefined : ids.map(load); await Promise.all([kids, load()]); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 100,
          endLine: 8,
          endColumn: 104,
        },
      ],
    },
    {
      name: 'an array literal of promises',
      code: `${GIVEN}export async function f() { await Promise.allSettled([[load(1), load(2)], load(3)]); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'allSettled' },
          line: 8,
          column: 55,
          endLine: 8,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.allSettled([Promise.allSettled([load(1), load(2)]), load(3)]); }`,
            },
            {
              messageId: 'spreadMember',
              output: `${GIVEN}export async function f() { await Promise.allSettled([...[load(1), load(2)], load(3)]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'arrays of promises that a callback makes',
      code: `${GIVEN}export async function f() { await Promise.all(items.map((item) => item.kids.map(async (kid) => load(kid)))); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 106,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(items.map((item) => Promise.all(item.kids.map(async (kid) => load(kid))))); }`,
            },
            {
              messageId: 'useFlatMap',
              output: `${GIVEN}export async function f() { await Promise.all(items.flatMap((item) => item.kids.map(async (kid) => load(kid)))); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'arrays of promises that a callback returns',
      code: `${GIVEN}export async function f() { await Promise.all(items.map((item) => { return item.kids.map((kid) => load(kid)); })); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 76,
          endLine: 8,
          endColumn: 109,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(items.map((item) => { return Promise.all(item.kids.map((kid) => load(kid))); })); }`,
            },
            {
              messageId: 'useFlatMap',
              output: `${GIVEN}export async function f() { await Promise.all(items.flatMap((item) => { return item.kids.map((kid) => load(kid)); })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'arrays of promises that somebody looks at, which keep their shape',
      code: `${GIVEN}export async function f() { return Promise.all(items.map((item) => item.kids.map((kid) => load(kid)))); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 68,
          endLine: 8,
          endColumn: 101,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { return Promise.all(items.map((item) => Promise.all(item.kids.map((kid) => load(kid))))); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of arrays of promises',
      code: `${GIVEN}export async function f() { await Promise.all(lists); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 47,
          endLine: 8,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(lists.map((list) => Promise.all(list))); }`,
            },
            {
              messageId: 'flatten',
              output: `${GIVEN}export async function f() { await Promise.all(lists.flat()); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of arrays of promises that is spread',
      code: `${GIVEN}export async function f() { await Promise.all([...lists, load()]); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 48,
          endLine: 8,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all([...lists.map((list) => Promise.all(list)), load()]); }`,
            },
            {
              messageId: 'flatten',
              output: `${GIVEN}export async function f() { await Promise.all([...lists.flat(), load()]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'pairs of a value and a promise',
      code: `${GIVEN}export async function f() { const pairs = await Promise.all(items.map((item) => [item.id, load(item.id)])); return pairs; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'all' },
          line: 8,
          column: 81,
          endLine: 8,
          endColumn: 105,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const pairs = await Promise.all(items.map((item) => Promise.all([item.id, load(item.id)]))); return pairs; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race of arrays of promises',
      code: `${GIVEN}export async function f() { await Promise.race(items.map((item) => item.kids.map((kid) => load(kid)))); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          data: { method: 'race' },
          line: 8,
          column: 68,
          endLine: 8,
          endColumn: 101,
          suggestions: [
            {
              messageId: 'useFlatMap',
              output: `${GIVEN}export async function f() { await Promise.race(items.flatMap((item) => item.kids.map((kid) => load(kid)))); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'values',
      code: `${GIVEN}export const all = Promise.all([1, 'two', { three: 3 }]);`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 57,
        },
      ],
    },
    {
      name: 'a list of values',
      code: `${GIVEN}export const all = Promise.all(ids);`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'objects of a class',
      code: `${GIVEN}class User { id = 1; }\ndeclare const users: User[];\nexport const all = Promise.all([...users]);`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 10,
          column: 20,
          endLine: 10,
          endColumn: 43,
        },
      ],
    },
    {
      name: 'values that a callback makes',
      code: `${GIVEN}export const all = Promise.allSettled(items.map((item) => item.id));`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'allSettled' },
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'what a method gives back whose body returns nothing',
      code: `${GIVEN}export class Pool { readonly open = new Set<string>(); closeAll() { return Promise.all(ids.map((each) => this.#close(each))); } #close(each: string): void { this.open.delete(each); } }`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 8,
          column: 76,
          endLine: 8,
          endColumn: 125,
        },
      ],
    },
    {
      name: 'a race of values',
      code: `${GIVEN}export const first = Promise.race([1, 2]);`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'race' },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'a race against a value',
      code: `${GIVEN}export const first = Promise.race([load(), 5000]);`,
      errors: [
        {
          messageId: 'immediateWinner',
          line: 8,
          column: 44,
          endLine: 8,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'a race against a timer, which is no promise',
      code: `${GIVEN}export const first = Promise.race([load(), setTimeout(() => {}, 5000)]);`,
      errors: [
        {
          messageId: 'immediateWinner',
          line: 8,
          column: 44,
          endLine: 8,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'a race whose first member is a value',
      code: `${GIVEN}export const first = (pending: Promise<number>) => Promise.race([undefined, pending]);`,
      errors: [
        {
          messageId: 'immediateWinner',
          line: 8,
          column: 66,
          endLine: 8,
          endColumn: 75,
        },
      ],
    },
    {
      name: 'a list that a loop fills with what awaited values give',
      code: `${GIVEN}const list = [];\nfor (const one of ids) { list.push(String(await load(one))); }\nexport const all = await Promise.all(list);`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 10,
          column: 26,
          endLine: 10,
          endColumn: 43,
        },
      ],
    },
    {
      name: 'nothing but null',
      code: `${GIVEN}export const all = Promise.all([null, undefined]);`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'an array of promises as the only member, whose result is taken apart',
      code: `${GIVEN}export async function f() { const [all] = await Promise.all([ids.map(load)]); return all; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 62,
          endLine: 8,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const [all] = [await Promise.all(ids.map(load))]; return all; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises as the only member, whose result is handed on',
      code: `${GIVEN}export function f() { return Promise.all([ids.map(load)]); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 43,
          endLine: 8,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'an array of promises as the only member of allSettled',
      code: `${GIVEN}export async function f() { const [all] = await Promise.allSettled([ids.map(load)]); return all; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 69,
          endLine: 8,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const [all] = await Promise.allSettled([Promise.allSettled(ids.map(load))]); return all; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'arrays of promises that callbacks make, of lists of type any',
      code: `${GIVEN}export async function f() { await Promise.all(anything.map((item: any) => item.kids.map(async (kid: any) => load(kid)))); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 75,
          endLine: 8,
          endColumn: 119,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(anything.map((item: any) => Promise.all(item.kids.map(async (kid: any) => load(kid))))); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'arrays of promises that a callback returns, of lists of type any',
      code: `${GIVEN}export async function f() { await Promise.all(anything.map((item: any) => { return item.kids.map((kid: any) => load(kid)); })); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 84,
          endLine: 8,
          endColumn: 122,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { await Promise.all(anything.map((item: any) => { return Promise.all(item.kids.map((kid: any) => load(kid))); })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises as a member, of a list of type any',
      code: `${GIVEN}export const all = Promise.all([load(), anything.map((each: any) => load(each))]);`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 41,
          endLine: 8,
          endColumn: 80,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export const all = Promise.all([load(), Promise.all(anything.map((each: any) => load(each)))]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a map of promises that is spread',
      code: `${GIVEN}declare const pending: Map<string, Promise<number>>; export async function f() { await Promise.all([...pending]); }`,
      errors: [
        {
          messageId: 'entries',
          line: 8,
          column: 104,
          endLine: 8,
          endColumn: 111,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}declare const pending: Map<string, Promise<number>>; export async function f() { await Promise.all([...Array.from(pending, (entry) => Promise.all(entry))]); }`,
            },
            {
              messageId: 'useValues',
              output: `${GIVEN}declare const pending: Map<string, Promise<number>>; export async function f() { await Promise.all([...pending.values()]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'the entries of a map of promises that are spread',
      code: `${GIVEN}declare const pending: Map<string, Promise<number>>; export async function f() { return Promise.all([load(), ...pending.entries()]); }`,
      errors: [
        {
          messageId: 'entries',
          line: 8,
          column: 113,
          endLine: 8,
          endColumn: 130,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}declare const pending: Map<string, Promise<number>>; export async function f() { return Promise.all([load(), ...Array.from(pending.entries(), (entry) => Promise.all(entry))]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a text',
      code: `${GIVEN}export const all = Promise.all('abc');`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'an array with brackets around it whose results are handed on',
      code: `${GIVEN}export async function f() { const counts = await Promise.all([ids.map(load)]); return counts; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 63,
          endLine: 8,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const counts = await Promise.all([Promise.all(ids.map(load))]); return counts; }`,
            },
            {
              messageId: 'spreadMember',
              output: `${GIVEN}export async function f() { const counts = await Promise.all([...ids.map(load)]); return counts; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array with brackets around it whose results are counted',
      code: `${GIVEN}export async function f() { const counts = await Promise.all([ids.map(load)]); console.log(counts.length); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 63,
          endLine: 8,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const counts = [await Promise.all(ids.map(load))]; console.log(counts.length); }`,
            },
            {
              messageId: 'spreadMember',
              output: `${GIVEN}export async function f() { const counts = await Promise.all([...ids.map(load)]); console.log(counts.length); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array with brackets around it whose results are read one by one',
      code: `${GIVEN}export async function f() { const counts = await Promise.all([ids.map(load)]); return counts[0].length; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 63,
          endLine: 8,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const counts = [await Promise.all(ids.map(load))]; return counts[0].length; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array with brackets around it whose results have a type',
      code: `${GIVEN}export async function f(): Promise<Promise<number>[][]> { const counts = await Promise.all([ids.map(load)]); return counts; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 93,
          endLine: 8,
          endColumn: 106,
        },
      ],
    },
    {
      name: 'an array beside a promise whose results are handed on',
      code: `${GIVEN}export async function f() { const counts = await Promise.all([ids.map(load), load()]); return counts; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 63,
          endLine: 8,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const counts = await Promise.all([Promise.all(ids.map(load)), load()]); return counts; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'promises of a list of any type or of none',
      code: `${GIVEN}declare const given: any;
await Promise.all([(given.list ?? []).map((id: string) => load(id)), load('b')]);
`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 9,
          column: 20,
          endLine: 9,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}declare const given: any;
await Promise.all([Promise.all((given.list ?? []).map((id: string) => load(id))), load('b')]);
`,
            },
            {
              messageId: 'spreadMember',
              output: `${GIVEN}declare const given: any;
await Promise.all([...(given.list ?? []).map((id: string) => load(id)), load('b')]);
`,
            },
          ],
        },
      ],
    },
    {
      name: 'promises of a list of any type where there is one',
      code: `${GIVEN}declare const given: any;
await Promise.all([given.list && given.list.map((id: string) => load(id)), load('b')]);
`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 9,
          column: 20,
          endLine: 9,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'promises of an optional list of any type, in a list',
      code: `${GIVEN}declare const given: any;
await Promise.all(given.list.map((group: any) => group.ids?.map((id: string) => load(id))));
`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 9,
          column: 50,
          endLine: 9,
          endColumn: 90,
        },
      ],
    },
    {
      name: 'a map of what is left of something of type any',
      code: `${GIVEN}export const all = Promise.all([anything.list.filter(Boolean).map((id: string) => load(id)), load()]);`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 92,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export const all = Promise.all([Promise.all(anything.list.filter(Boolean).map((id: string) => load(id))), load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a map of a part of something of type any',
      code: `${GIVEN}export const all = Promise.all([(anything.list ?? []).slice(1).reverse().map((id: string) => load(id)), load()]);`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 103,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export const all = Promise.all([Promise.all((anything.list ?? []).slice(1).reverse().map((id: string) => load(id))), load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a nested list whose result is read by an index',
      code: `${GIVEN}export async function f() { const rows = await Promise.all([ids.map(load)]); return rows[0].length; }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 61,
          endLine: 8,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'wrapInCombinator',
              output: `${GIVEN}export async function f() { const rows = [await Promise.all(ids.map(load))]; return rows[0].length; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a nested list whose result is handed on as a tuple',
      code: `${GIVEN}declare function take(rows: [unknown]): void;
export async function f() { const rows = await Promise.all([ids.map(load)]); take(rows); }`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 9,
          column: 61,
          endLine: 9,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'a nested list whose promise other files name',
      code: `${GIVEN}export const all = Promise.all([ids.map(load)]);`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'a list or nothing of something of type any',
      code: `${GIVEN}export const all = Promise.all([anything ? anything.map((one: string) => load(one)) : undefined, load()]);`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 96,
        },
      ],
    },
    {
      name: 'a list of something of type any or of a list that is known',
      code: `${GIVEN}export const all = Promise.all([anything?.map((one: string) => load(one)) ?? ids.map(load), load()]);`,
      errors: [
        {
          messageId: 'nestedPromises',
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 91,
        },
      ],
    },
  ],
});
