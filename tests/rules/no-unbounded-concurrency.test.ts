import rule from '../../src/rules/no-unbounded-concurrency.ts';
import { ruleTester } from '../rule-tester.ts';

const GIVEN =
  'declare function loadUser(id: string): Promise<string>;\ndeclare function label(id: string): Promise<string>;\ndeclare const ids: string[];\n';

ruleTester.run('no-unbounded-concurrency', rule, {
  valid: [
    {
      name: 'tasks that stay inside the program',
      code: `${GIVEN}await Promise.all(ids.map(async (id) => id.trim()));`,
    },
    {
      name: 'tasks whose name does not say that they leave the program',
      code: `${GIVEN}await Promise.all(ids.map((id) => label(id)));`,
    },
    {
      name: 'a promise that a map hands over',
      code: `${GIVEN}declare const users: Map<string, Promise<string>>;\nawait Promise.all(ids.map(async (id) => await users.get(id)));`,
    },
    {
      name: 'a factory',
      code: `${GIVEN}declare function createUser(id: string): Promise<string>;\nawait Promise.all(ids.map((id) => createUser(id)));`,
    },
    {
      name: 'what could not be resolved, and is not awaited',
      code: `${GIVEN}await Promise.all(ids.map(async (id) => { missing.get(id); }));`,
    },
    {
      name: 'timers',
      code: `${GIVEN}await Promise.all(ids.map(() => new Promise((resolve) => { setTimeout(resolve, 1); })));`,
    },
    {
      name: 'a race does not wait for all of them',
      code: `${GIVEN}await Promise.race(ids.map((id) => loadUser(id)));`,
    },
    {
      name: 'a list of literals',
      code: `${GIVEN}await Promise.all(['a', 'b'].map((id) => loadUser(id)));`,
    },
    {
      name: 'a constant list of literals',
      code: `${GIVEN}const few = ['a', 'b'];\nawait Promise.all(few.map((id) => loadUser(id)));`,
    },
    {
      name: 'literals that are put together',
      code: `${GIVEN}await Promise.all([...['a'], 'b'].concat(['c']).filter(Boolean).map((id) => loadUser(id)));`,
    },
    {
      name: 'a tuple',
      code: `${GIVEN}declare const pair: [string, string];\nawait Promise.all(pair.map((id) => loadUser(id)));`,
    },
    {
      name: "the names of a literal's properties",
      code: `${GIVEN}await Promise.all(Object.keys({ a: 1, b: 2 }).map((id) => loadUser(id)));`,
    },
    {
      name: 'the properties of a type that lists them',
      code: `${GIVEN}declare const urls: { small: string; large: string };\nawait Promise.all(Object.values(urls).map((id) => loadUser(id)));`,
    },
    {
      name: 'the members of an enum',
      code: `${GIVEN}enum Color { Red = 'red', Green = 'green' }\nawait Promise.all(Object.values(Color).map((id) => loadUser(id)));`,
    },
    {
      name: 'a list of a length that is known',
      code: `${GIVEN}await Promise.all(Array.from({ length: 3 }, (_, index) => loadUser(String(index))));`,
    },
    {
      name: 'an array of a length that is known',
      code: `${GIVEN}await Promise.all([...new Array(3).keys()].map((index) => loadUser(String(index))));`,
    },
    {
      name: 'a part of constant length',
      code: `${GIVEN}const SIZE = 50;\nawait Promise.all(ids.slice(0, SIZE).map((id) => loadUser(id)));`,
    },
    {
      name: 'the last few',
      code: `${GIVEN}await Promise.all(ids.slice(-5).map((id) => loadUser(id)));`,
    },
    {
      name: 'one part after the other',
      code: `${GIVEN}declare const size: number;\nfor (let at = 0; at < ids.length; at += size) { await Promise.all(ids.slice(at, at + size).map((id) => loadUser(id))); }`,
    },
    {
      name: 'what is called a chunk',
      code: `${GIVEN}declare const chunks: string[][];\nfor (const chunk of chunks) { await Promise.all(chunk.map((id) => loadUser(id))); }`,
    },
    {
      name: 'one of two short lists',
      code: `${GIVEN}declare const isReady: boolean;\nawait Promise.all((isReady ? ['a'] : ['b', 'c']).map((id) => loadUser(id)));`,
    },
    {
      name: 'tasks behind p-limit',
      code: `${GIVEN}import pLimit from 'p-limit';\nconst three = pLimit(3);\nawait Promise.all(ids.map((id) => three(() => loadUser(id))));`,
    },
    {
      name: 'tasks behind a queue',
      code: `${GIVEN}import PQueue from 'p-queue';\nconst work = new PQueue({ concurrency: 3 });\nawait Promise.all(ids.map((id) => work.add(() => loadUser(id))));`,
    },
    {
      name: 'tasks behind something whose name says that it limits',
      code: `${GIVEN}declare const uploadLimiter: { run<T>(task: () => Promise<T>): Promise<T> };\nawait Promise.all(ids.map((id) => uploadLimiter.run(() => loadUser(id))));`,
    },
    {
      name: 'a limit further down',
      code: `${GIVEN}declare function throttled<T>(task: () => Promise<T>): Promise<T>;\nasync function user(id: string) { return await throttled(() => loadUser(id)); }\nawait Promise.all(ids.map((id) => user(id)));`,
    },
    {
      name: 'a limiter that the user names',
      code: `${GIVEN}declare function inTurn<T>(task: () => Promise<T>): Promise<T>;\nawait Promise.all(ids.map((id) => inTurn(() => loadUser(id))));`,
      options: [{ limiters: ['inTurn'], max: 100 }],
    },
    {
      name: 'a package that the user names',
      code: `${GIVEN}import { gate } from 'our-gate';\nawait Promise.all(ids.map((id) => gate(() => loadUser(id))));`,
      options: [{ limiters: ['our-gate'], max: 100 }],
    },
    {
      name: 'a list of any',
      code: `${GIVEN}declare const anything: any;\nawait Promise.all(anything.map((id: string) => loadUser(id)));`,
    },
    {
      name: 'a list that is not made from another',
      code: `${GIVEN}await Promise.all([loadUser('a'), loadUser('b')]);`,
    },
    {
      name: 'a loop that waits on its way',
      code: `${GIVEN}const tasks = [];\nfor (const id of ids) { tasks.push(loadUser(id)); if (tasks.length > 5) { await Promise.race(tasks); } }\nawait Promise.all(tasks);`,
    },
    {
      name: 'a loop over literals',
      code: `${GIVEN}const tasks = [];\nfor (const id of ['a', 'b']) { tasks.push(loadUser(id)); }\nawait Promise.all(tasks);`,
    },
    {
      name: 'pushes without a loop',
      code: `${GIVEN}const tasks = [];\ntasks.push(loadUser('a'));\ntasks.push(loadUser('b'));\nawait Promise.all(tasks);`,
    },
    {
      name: 'flatMap over literals',
      code: `${GIVEN}await Promise.all(['ada', 'alan'].flatMap((id) => [loadUser(id), label(id)]));`,
    },
    {
      name: 'a loop over the indices of literals',
      code: `${GIVEN}const names = ['ada', 'alan'];
const users = [];
for (let i = 0; i < names.length; i++) users[i] = loadUser(names[i]!);
await Promise.all(users);`,
    },
    {
      name: 'a loop over the keys of a type that lists them',
      code: `${GIVEN}const roles = { admin: 'ada', guest: 'alan' };
const users = [];
for (const role in roles) users.push(loadUser(role));
await Promise.all(users);`,
    },
    {
      name: 'a loop over keys of any',
      code: `${GIVEN}declare const byName: any;
const users = [];
for (const name in byName) users.push(loadUser(name));
await Promise.all(users);`,
    },
    {
      name: 'a loop that stops when there are enough',
      code: `${GIVEN}const users: Promise<string>[] = [];
for (const id of ids) {
  users.push(loadUser(id));
  if (users.length === 10) break;
}
await Promise.all(users);`,
    },
    {
      name: 'functions that nobody calls',
      code: `${GIVEN}const users = ids.map((id) => () => loadUser(id));
await Promise.all(users);`,
    },
    {
      name: 'functions that are called',
      code: `${GIVEN}const users = ids.map((id) => () => loadUser(id));
await Promise.all(users.map((user) => user()));`,
    },
    {
      name: 'tasks that bottleneck wraps',
      code: `${GIVEN}import Bottleneck from 'bottleneck';
const turns = new Bottleneck();
export const all = Promise.all(ids.map((id) => turns.wrap(loadUser)(id)));`,
    },
    {
      name: 'tasks of a function that bottleneck has wrapped',
      code: `${GIVEN}import Bottleneck from 'bottleneck';
const turns = new Bottleneck();
const loadInTurn = turns.wrap(loadUser);
export const all = Promise.all(ids.map((id) => loadInTurn(id)));`,
    },
    {
      name: 'tasks of which a loader makes few',
      code: `${GIVEN}import DataLoader from 'dataloader';
const users = new DataLoader(async (keys: readonly string[]) => keys);
export const all = Promise.all(ids.map((id) => users.load(id)));`,
    },
    {
      name: 'tasks of which a loader in a field makes few',
      code: `${GIVEN}import DataLoader from 'dataloader';
export class Users { readonly #users = new DataLoader(async (keys: readonly string[]) => keys); all() { return Promise.all(ids.map((id) => this.#users.load(id))); } }`,
    },
    {
      name: 'tasks of which a loader that is handed over makes few',
      code: `${GIVEN}import type DataLoader from 'dataloader';
interface Context { users: DataLoader<string, string> }
export const all = (context: Context) => Promise.all(ids.map((id) => context.users.load(id)));`,
    },
    {
      name: 'a promisified function that stays inside the program',
      code: `${GIVEN}import { promisify } from 'node:util';
declare function hash(id: string, then: (error: Error | null, hash: string) => void): void;
const run = promisify(hash);
await Promise.all(ids.map((id) => run(id)));`,
    },
    {
      name: 'something else of type any',
      code: `${GIVEN}declare const cache: any;
await Promise.all(ids.map((id) => cache.get(id)));`,
    },
    {
      name: 'a client of type any that is not waited for',
      code: `${GIVEN}declare const axios: any;
await Promise.all(ids.map(async (id) => { axios.get(id); }));`,
    },
    {
      name: 'a loop with few turns',
      code: `${GIVEN}const users = [];
for (let i = 0; i < 10; i++) users.push(loadUser(String(i)));
await Promise.all(users);`,
    },
    {
      name: 'a loop with as many turns as somebody asks for',
      code: `${GIVEN}export async function f(count: number) { const users = []; for (let i = 0; i < count; i++) users.push(loadUser(String(i))); await Promise.all(users).catch(() => {}); }`,
    },
    {
      name: 'a loop with many turns, few of them in steps',
      code: `${GIVEN}const users = [];
for (let i = 0; i < 1000; i += 100) users.push(loadUser(String(i)));
await Promise.all(users);`,
    },
    {
      name: 'the parts of a text that is known',
      code: `${GIVEN}await Promise.all('ada,alan'.split(',').map((id) => loadUser(id)));`,
    },
    {
      name: 'a list in a constant object',
      code: `${GIVEN}const CONFIG = { ids: ['ada', 'alan'] };
await Promise.all(CONFIG.ids.map((id) => loadUser(id)));`,
    },
    {
      name: 'a list in a constant object within a frozen one',
      code: `${GIVEN}const CONFIG = Object.freeze({ users: { ids: ['ada', 'alan'] } });
await Promise.all(CONFIG.users.ids.map((id) => loadUser(id)));`,
    },
    {
      name: 'a list of any type',
      code: `${GIVEN}declare const users: any;
await Promise.all(users.map((id: string) => loadUser(id)));`,
    },
    {
      name: 'a list of what was parsed that another one may take the place of',
      code: `${GIVEN}let users = JSON.parse(ids[0] ?? '');
await Promise.all(users.map((id: string) => loadUser(id)));`,
    },
    {
      name: 'a page of what was parsed',
      code: `${GIVEN}const page = JSON.parse(ids[0] ?? '');
await Promise.all(page.map((id: string) => loadUser(id)));`,
    },
    {
      name: 'a part of what was parsed',
      code: `${GIVEN}const users = JSON.parse(ids[0] ?? '');
await Promise.all(users.slice(0, 3).map((id: string) => loadUser(id)));`,
    },
  ],
  invalid: [
    {
      name: 'a task for each item',
      code: `${GIVEN}await Promise.all(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'settled results of a task for each item',
      code: `${GIVEN}await Promise.allSettled(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a call by the type of what it calls',
      code: `${GIVEN}import { lstat } from 'node:fs/promises';\nawait Promise.all(ids.map((id) => lstat(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'lstat()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'a body that is followed',
      code: `${GIVEN}async function show(id: string) { return (await fetch(id)).text(); }\nawait Promise.all(ids.map((id) => show(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'fetch()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: 'a method that creates',
      code: `${GIVEN}declare const api: { users: { create(id: string): Promise<string> } };\nawait Promise.all(ids.map((id) => api.users.create(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'api.users.create()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 57,
        },
      ],
    },
    {
      name: 'what could not be resolved, and is awaited',
      code: `${GIVEN}await Promise.all(ids.map(async (id) => { await missing.get(id); }));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'missing.get()', list: 'ids' },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 69,
        },
      ],
    },
    {
      name: 'a function by its name',
      code: `${GIVEN}await Promise.all(ids.map(loadUser));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'tasks that are spread beside others',
      code: `${GIVEN}await Promise.all([loadUser('me'), ...ids.map((id) => loadUser(id))]);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'tasks in a variable',
      code: `${GIVEN}const tasks = ids.map((id) => loadUser(id));\nawait Promise.all(tasks);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'a part of the list that may be as long',
      code: `${GIVEN}await Promise.all(ids.filter(Boolean).map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids.filter(Boolean)' },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 65,
        },
      ],
    },
    {
      name: 'a constant list that grows',
      code: `${GIVEN}const few = ['a'];\nfew.push(...ids);\nawait Promise.all(few.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'few' },
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'the keys of a dictionary',
      code: `${GIVEN}declare const users: Record<string, string>;\nawait Promise.all(Object.keys(users).map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'Object.keys(users)' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'a length that is not known',
      code: `${GIVEN}await Promise.all(Array.from({ length: ids.length }, (_, index) => loadUser(String(index))));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: '{ length: ids.length }' },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 93,
        },
      ],
    },
    {
      name: 'a list of another length than may be',
      code: `${GIVEN}const SIZE = 50;\nawait Promise.all(ids.slice(0, SIZE).map((id) => loadUser(id)));`,
      options: [{ limiters: [], max: 10 }],
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids.slice(0, SIZE)' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'a loop that fills an array',
      code: `${GIVEN}const tasks = [];\nfor (const id of ids) { tasks.push(loadUser(id)); }\nawait Promise.all(tasks);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'forEach that fills an array',
      code: `${GIVEN}const tasks: Promise<string>[] = [];\nids.forEach((id) => { tasks.push(loadUser(id)); });\nawait Promise.all(tasks);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'p-map is imported',
      code: `${GIVEN}import pMap from 'p-map';\nawait Promise.all(ids.map(async (id, index) => { await loadUser(id + index); }));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'usePMap',
              output: `${GIVEN}import pMap from 'p-map';\nawait pMap(ids, async (id, index) => { await loadUser(id + index); }, { concurrency: 10 });`,
            },
          ],
        },
      ],
    },
    {
      name: 'p-map is imported, but a comment would be lost',
      code: `${GIVEN}import pMap from 'p-map';\nawait Promise.all(/* users */ ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'p-map is imported, but the callback takes the whole list',
      code: `${GIVEN}import pMap from 'p-map';\nawait Promise.all(ids.map((id, index, list) => loadUser(id + list[index])));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 76,
        },
      ],
    },
    {
      name: 'p-map is imported, but it settles nothing',
      code: `${GIVEN}import pMap from 'p-map';\nawait Promise.allSettled(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'p-limit is imported',
      code: `${GIVEN}import pLimit from 'p-limit';\nasync function users() {\n  return await Promise.all(ids.map((id) => loadUser(id)));\n}\nexport { users };`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 6,
          column: 16,
          endLine: 6,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'usePLimit',
              output: `${GIVEN}import pLimit from 'p-limit';\nasync function users() {\n  const limit = pLimit(10);\n  return await Promise.all(ids.map((id) => limit(() => loadUser(id))));\n}\nexport { users };`,
            },
          ],
        },
      ],
    },
    {
      name: 'p-limit is imported, and the callback is async',
      code: `${GIVEN}import pLimit from 'p-limit';\nawait Promise.all(ids.map(async (id) => ({ user: await loadUser(id) })));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'usePLimit',
              output: `${GIVEN}import pLimit from 'p-limit';\nconst limit = pLimit(10);\nawait Promise.all(ids.map((id) => limit(async () => ({ user: await loadUser(id) }))));`,
            },
          ],
        },
      ],
    },
    {
      name: 'p-limit is imported, and the callback is a name',
      code: `${GIVEN}import pLimit from 'p-limit';\nawait Promise.all(ids.map(loadUser));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'usePLimit',
              output: `${GIVEN}import pLimit from 'p-limit';\nconst limit = pLimit(10);\nawait Promise.all(ids.map((item) => limit(() => loadUser(item))));`,
            },
          ],
        },
      ],
    },
    {
      name: 'p-limit is imported, and its limit made',
      code: `${GIVEN}import pLimit from 'p-limit';\nconst three = pLimit(3);\nawait Promise.allSettled(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'usePLimit',
              output: `${GIVEN}import pLimit from 'p-limit';\nconst three = pLimit(3);\nawait Promise.allSettled(ids.map((id) => three(() => loadUser(id))));`,
            },
          ],
        },
      ],
    },
    {
      name: 'p-limit is imported, but the name is taken',
      code: `${GIVEN}import pLimit from 'p-limit';\nconst limit = 3;\nawait Promise.all(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'p-limit is imported, but the callback has a this of its own',
      code: `${GIVEN}import pLimit from 'p-limit';\nawait Promise.all(ids.map(function (id) { return loadUser(id); }));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 67,
        },
      ],
    },
    {
      name: 'p-limit is imported, but there is no statement before the call',
      code: `${GIVEN}import pLimit from 'p-limit';\nexport const users = () => Promise.all(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          data: { task: 'loadUser()', list: 'ids' },
          line: 5,
          column: 28,
          endLine: 5,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'flatMap',
      code: `${GIVEN}await Promise.all(ids.flatMap((id) => [loadUser(id), loadUser(id + id)]));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'reduce to an array',
      code: `${GIVEN}await Promise.all(ids.reduce<Promise<string>[]>((all, id) => all.concat(loadUser(id)), []));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 92,
        },
      ],
    },
    {
      name: 'a loop over indices that fills an array',
      code: `${GIVEN}const users = [];
for (let i = 0; i < ids.length; i++) {
  users.push(loadUser(ids[i]!));
}
await Promise.all(users);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 8,
          column: 7,
          endLine: 8,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'a loop over keys that fills an array',
      code: `${GIVEN}declare const byName: Record<string, string>;
const users = [];
for (const name in byName) users.push(loadUser(name));
await Promise.all(users);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'a loop that empties a list',
      code: `${GIVEN}const users = [];
while (ids.length > 0) users.push(loadUser(ids.pop()!));
await Promise.all(users);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'tasks of something else that loads',
      code: `${GIVEN}declare const users: { load(id: string): Promise<string> };
export const all = Promise.all(ids.map((id) => users.load(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'a promisified function of Node',
      code: `${GIVEN}import { exec } from 'node:child_process';
import { promisify } from 'node:util';
const run = promisify(exec);
await Promise.all(ids.map((id) => run(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 44,
        },
      ],
    },
    {
      name: 'a function of Node that is promisified on the spot',
      code: `${GIVEN}import fs from 'node:fs';
import util from 'node:util';
await Promise.all(ids.map((id) => util.promisify(fs.readdir)(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 67,
        },
      ],
    },
    {
      name: 'a promisified function as the callback',
      code: `${GIVEN}import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
const run = promisify(execFile);
await Promise.all(ids.map(run));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 32,
        },
      ],
    },
    {
      name: 'a client of type any, by its name',
      code: `${GIVEN}declare const axios: any;
await Promise.all(ids.map((id) => axios.get(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'a client of type any, in a chain',
      code: `${GIVEN}declare const axios: any;
await Promise.all(ids.map((id) => axios.post(id).then((response: any) => response.data)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 90,
        },
      ],
    },
    {
      name: 'a loop with more turns than allowed',
      code: `${GIVEN}const users = [];
for (let i = 0; i < 1000; i++) users.push(loadUser(String(i)));
await Promise.all(users);`,
      errors: [
        {
          messageId: 'manyTasks',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'a loop with more turns than allowed, by the name of a constant',
      code: `${GIVEN}const COUNT = 1000;
const users = [];
for (let i = 1; i <= COUNT; i += 1) users.push(loadUser(String(i)));
await Promise.all(users);`,
      errors: [
        {
          messageId: 'manyTasks',
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'the parts of a text',
      code: `${GIVEN}declare const text: string;
await Promise.all(text.split(',').map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'a list in a constant object that is replaced',
      code: `${GIVEN}const CONFIG = { ids: ['ada', 'alan'] };
CONFIG.ids = ids;
await Promise.all(CONFIG.ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a list in a constant object that grows',
      code: `${GIVEN}const CONFIG = { ids: ['ada', 'alan'] };
CONFIG.ids.push(...ids);
await Promise.all(CONFIG.ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a list in an object that may be another one',
      code: `${GIVEN}let config = { ids: ['ada', 'alan'] };
config = { ids };
await Promise.all(config.ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 56,
        },
      ],
    },
    {
      name: "a task of the file's limit",
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
await Promise.all(users.map((user) => limit(async () => { await Promise.all(user.roles.map((id) => loadUser(id))); })));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 65,
          endLine: 7,
          endColumn: 114,
        },
      ],
    },
    {
      name: "a function that a task of the file's limit calls",
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
const withRoles = async (roles: string[]) => { await Promise.all(roles.map((id) => loadUser(id))); };
async function one(roles: string[]) { await withRoles(roles); }
await Promise.all(users.map(({ roles }) => limit(() => one(roles))));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 54,
          endLine: 7,
          endColumn: 98,
        },
      ],
    },
    {
      name: "a function that is no task of the file's limit",
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
async function one(roles: string[]) { await Promise.all(roles.map((id) => loadUser(id))); }
await limit(() => loadUser('1'));
await one(ids);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 45,
          endLine: 7,
          endColumn: 89,
          suggestions: [
            {
              messageId: 'usePLimit',
              output: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
async function one(roles: string[]) { await Promise.all(roles.map((id) => limit(() => loadUser(id)))); }
await limit(() => loadUser('1'));
await one(ids);`,
            },
          ],
        },
      ],
    },
    {
      name: "a function that the file's limit is given by its name",
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
async function one(roles: string[]) { await Promise.all(roles.map((id) => loadUser(id))); }
await limit(one, ids);`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 45,
          endLine: 7,
          endColumn: 89,
        },
      ],
    },
    {
      name: 'a limit whose tasks come from elsewhere',
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
export const run = (task: () => Promise<void>) => limit(task);
await Promise.all(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 8,
          column: 7,
          endLine: 8,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'a limit that is handed on',
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
export const runners = [limit];
await Promise.all(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 8,
          column: 7,
          endLine: 8,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'a limit that is exported',
      code: `${GIVEN}import pLimit from 'p-limit';
export const limit = pLimit(2);
await Promise.all(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 49,
        },
      ],
    },
    {
      name: 'a limit of which a property is read',
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
export const waiting = () => limit.pendingCount;
await Promise.all(ids.map((id) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 8,
          column: 7,
          endLine: 8,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'usePLimit',
              output: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
export const waiting = () => limit.pendingCount;
await Promise.all(ids.map((id) => limit(() => loadUser(id))));`,
            },
          ],
        },
      ],
    },
    {
      name: 'many tasks in each of many tasks',
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
await Promise.all(users.map((user) => Promise.all(user.roles.map((id) => loadUser(id)))));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 90,
        },
        {
          messageId: 'unboundedTasks',
          line: 7,
          column: 39,
          endLine: 7,
          endColumn: 88,
          suggestions: [
            {
              messageId: 'usePLimit',
              output: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
await Promise.all(users.map((user) => Promise.all(user.roles.map((id) => limit(() => loadUser(id))))));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a task that starts its own kind',
      code: `${GIVEN}import pLimit from 'p-limit';
const limit = pLimit(2);
declare const users: { roles: string[] }[];
interface Tree { id: string; kids: Tree[] }
export async function walk(tree: Tree): Promise<void> {
  await loadUser(tree.id);
  await Promise.all(tree.kids.map((kid) => walk(kid)));
}`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 10,
          column: 9,
          endLine: 10,
          endColumn: 55,
        },
      ],
    },
    {
      name: 'a list of what a response holds',
      code: `${GIVEN}const response = await fetch('/users');
const users = await response.json();
await Promise.all(users.map((user: { id: string }) => loadUser(user.id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 6,
          column: 7,
          endLine: 6,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'a list in what was parsed',
      code: `${GIVEN}const { users } = JSON.parse(ids[0] ?? '').data;
await Promise.all(users.map((id: string) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a list that then takes out of a response',
      code: `${GIVEN}const users = await fetch('/users').then((response) => response.json());
await Promise.all(users.map((id: string) => loadUser(id)));`,
      errors: [
        {
          messageId: 'unboundedTasks',
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
  ],
});
