import rule from '../../src/rules/valid-arguments.ts';
import { ruleTester } from '../rule-tester.ts';

// Promises in lists that no combinator gets to see.
const GIVEN =
  'declare function load(id?: unknown): Promise<number>;\ndeclare function isThere(id: string): Promise<boolean>;\ndeclare const ids: string[];\ndeclare const anything: any;\n';

ruleTester.run('valid-arguments', rule, {
  valid: [
    {
      name: 'a predicate that answers at once',
      code: `${GIVEN}export const some = ids.filter((id) => id !== '');`,
    },
    {
      name: 'a predicate that answers with a promise or not',
      code: `${GIVEN}export const some = ids.filter((id) => id !== '' && isThere(id));`,
    },
    {
      name: 'a predicate whose answer cannot be seen',
      code: `${GIVEN}export const some = ids.filter(anything);`,
    },
    {
      name: 'answers that have been waited for',
      code: `${GIVEN}export async function f() { const answers = await Promise.all(ids.map(isThere)); return ids.filter((_, index) => answers[index]); }`,
    },
    {
      name: 'a filter of its own that waits',
      code: `${GIVEN}declare const stream: { filter(predicate: (id: string) => Promise<boolean>): Promise<string[]> };\nexport const some = stream.filter(async (id) => isThere(id));`,
    },
    {
      name: 'a filter of something of type any',
      code: `${GIVEN}export const some = anything.filter(async (id: string) => isThere(id));`,
    },
    {
      name: 'an async mapper',
      code: `${GIVEN}export const all = ids.map(async (id) => isThere(id));`,
    },
    {
      name: 'an async find of a collection in a database',
      code: `${GIVEN}declare const users: { find(query: () => Promise<boolean>): Promise<string> };\nexport const user = users.find(async () => isThere(""));`,
    },
    {
      name: 'a promise that is awaited',
      code: `${GIVEN}export async function f() { return await load(); }`,
    },
    {
      name: 'an array of values that is awaited',
      code: `${GIVEN}export async function f() { return await ids; }`,
    },
    {
      name: 'an array of promises or a promise that is awaited',
      code: `${GIVEN}declare function loadSome(): Promise<number>[] | Promise<number[]>;\nexport async function f() { return await loadSome(); }`,
    },
    {
      name: 'a map of its own that gives a promise',
      code: `${GIVEN}declare const pool: { map(callback: (id: string) => Promise<number>): Promise<number[]> };\nexport async function f() { return await pool.map(load); }`,
    },
    {
      name: 'a map of something of type any that is awaited',
      code: `${GIVEN}export async function f() { return await anything.map(async () => load()); }`,
    },
    {
      name: 'an array of promises that is iterated',
      code: `${GIVEN}export async function f() { for await (const value of ids.map(load)) { console.log(value); } }`,
    },
    {
      name: 'an array of values that a statement drops',
      code: `${GIVEN}ids.map((id) => id.trim());`,
    },
    {
      name: 'a map of something of type any that a statement drops',
      code: `${GIVEN}anything.map(async () => load());`,
    },
    {
      name: 'an array of promises that its callback keeps elsewhere',
      code: `${GIVEN}export function f() { const tasks: Promise<unknown>[] = []; ids.map((each) => { const task = load(each); tasks.push(task); return task; }); return Promise.all(tasks); }`,
    },
    {
      name: 'an array of promises that is dropped on purpose',
      code: `${GIVEN}void ids.map(load);`,
    },
    {
      name: 'an array of promises that is returned',
      code: `${GIVEN}export function f() { return ids.map(load); }`,
    },
    {
      name: 'an array of promises that is exported',
      code: `${GIVEN}export const tasks = ids.map(load);`,
    },
    {
      name: 'an array of promises that is exported by its name',
      code: `${GIVEN}const tasks = ids.map(load);\nexport { tasks };`,
    },
    {
      name: 'an array of promises that is combined later',
      code: `${GIVEN}export async function f() { const tasks = ids.map(load); await Promise.all(tasks); }`,
    },
    {
      name: 'an array of promises that is filled and combined',
      code: `${GIVEN}export async function f() { const tasks: Promise<number>[] = []; tasks.push(load()); await Promise.all(tasks); }`,
    },
    {
      name: 'an array of promises that is stored',
      code: `${GIVEN}export class Pool { tasks: Promise<number>[] = []; fill() { const tasks = ids.map(load); this.tasks = tasks; } }`,
    },
    {
      name: 'an array that stays empty',
      code: `${GIVEN}const tasks: Promise<number>[] = [];\nexport {};`,
    },
    {
      name: 'an array of values that nothing reads',
      code: `${GIVEN}const names: string[] = [];\nnames.push("one");\nexport {};`,
    },
    {
      name: 'a push whose result is read',
      code: `${GIVEN}const tasks: Promise<number>[] = [];\nexport const count = tasks.push(load());`,
    },
    {
      name: 'an array without a type that is combined',
      code: `${GIVEN}export function f() { const tasks = []; for (const id of ids) { tasks.push(load(id)); } return Promise.all(tasks); }`,
    },
    {
      name: 'an array that is filled with promises which are awaited under their names',
      code: `${GIVEN}export async function f() { const tasks: Promise<number>[] = []; const task = load(); tasks.push(task); await task; }`,
    },
    {
      name: 'an array that is filled with what promises gave',
      code: `${GIVEN}export async function f() { const counts = []; for (const id of ids) { counts.push(await load(id)); } }`,
    },
    {
      name: 'which ids have a promise',
      code: `${GIVEN}declare const started: Record<string, Promise<string>>;
export const known = ['a', 'b'].filter((id) => started[id]);
`,
    },
    {
      name: 'an array of promises with handlers that a statement drops',
      code: `${GIVEN}ids.map((id) => load(id).catch(console.error));
export {};`,
    },
    {
      name: 'an array of promises with a handler that cannot be seen',
      code: `${GIVEN}ids.map((id) => load(id).catch(anything));
export {};`,
    },
    {
      name: 'an array of promises whose callback handles rejections',
      code: `${GIVEN}ids.map(async (id) => { try { await load(id); } catch { anything.warn(id); } });
export {};`,
    },
    {
      name: 'an array of promises with handlers behind void',
      code: `${GIVEN}void ids.map((id) => load(id).catch(console.error));
export {};`,
    },
    {
      name: 'an array literal of promises with handlers that a statement drops',
      code: `${GIVEN}[load(1).catch(console.error), load(2).catch(console.error)];
export {};`,
    },
    {
      name: 'an array of promises with handlers that is counted',
      code: `${GIVEN}const tasks = ids.map((id) => load(id).catch(console.error));
console.log(tasks.length);
export {};`,
    },
    {
      name: 'an array of promises that is filled, counted and handed on',
      code: `${GIVEN}export function f() { const tasks = ids.map(load); console.log(tasks.length); return tasks; }`,
    },
    {
      name: 'an array of promises that a loop empties',
      code: `${GIVEN}export function f() { const tasks = ids.map(load); while (tasks.length > 0) { tasks.pop()?.catch(console.error); } }`,
    },
    {
      name: 'an awaited array of promises that is combined later',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); return Promise.all(all); }`,
    },
    {
      name: 'an awaited array of promises that is given to a combinator',
      code: `${GIVEN}export async function f() { return Promise.allSettled(await ids.map((id) => load(id))); }`,
    },
    {
      name: 'an awaited array of promises that is spread into a combined one',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); return Promise.all([...all, load(0)]); }`,
    },
    {
      name: 'an awaited array of promises whose elements are followed by then',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); return Promise.all(all.map((one) => one.then(String))); }`,
    },
    {
      name: 'an awaited array of promises that is declared as one',
      code: `${GIVEN}export async function f() { const all: Promise<number>[] = await ids.map((id) => load(id)); return all; }`,
    },
    {
      name: 'an awaited array of promises that a function is declared to give',
      code: `${GIVEN}export async function f(): Promise<Promise<number>[]> { return await ids.map((id) => load(id)); }`,
    },
    {
      name: 'an awaited array of promises that are awaited one by one',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); for (const one of all) { console.log(await one); } }`,
    },
    {
      name: 'an awaited array of promises of which one is awaited',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); return await all[0]; }`,
    },
    {
      name: 'an awaited array of promises that a pattern takes apart',
      code: `${GIVEN}export async function f() { const [one, two] = await ids.map((id) => load(id)); return [await one, await two]; }`,
    },
    {
      name: 'an awaited array of promises of which one runs a race',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); const [one] = all; return Promise.race([one, load(0)]); }`,
    },
    {
      name: 'an awaited array of promises that something takes which asks for them',
      code: `${GIVEN}declare function use(all: Promise<number>[]): void;
export async function f() { const all = await ids.map((id) => load(id)); use(all); }`,
    },
    {
      name: 'an awaited array of promises in a variable that is assigned',
      code: `${GIVEN}export async function f() { let all; all = await ids.map((id) => load(id)); return Promise.all(all); }`,
    },
    {
      name: 'an array of promises that is awaited by the name of a parameter and then combined',
      code: `${GIVEN}export async function f(all: Promise<number>[]) { await all; return Promise.all(all); }`,
    },
    {
      name: 'an awaited forEach whose callback starts nothing',
      code: `${GIVEN}export async function f() { await ids.forEach((id) => { console.log(id); }); }`,
    },
    {
      name: 'a forEach with an async callback that nothing awaits',
      code: `${GIVEN}export async function f() { ids.forEach(async (id) => { await load(id); }); }`,
    },
    {
      name: 'an awaited forEach of its own that may wait',
      code: `${GIVEN}declare const cursor: { forEach(callback: (id: string) => Promise<void>): void };
export async function f() { await cursor.forEach(async (id) => { await load(id); }); }`,
    },
    {
      name: 'an awaited forEach of anything',
      code: `${GIVEN}export async function f() { await anything.forEach(async (id: string) => { await load(id); }); }`,
    },
  ],
  invalid: [
    {
      name: 'an async predicate of filter',
      code: `${GIVEN}export const some = ids.filter(async (id) => isThere(id));`,
      errors: [
        {
          messageId: 'asyncPredicate',
          data: { consequence: '`filter` keeps every element' },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 57,
        },
      ],
    },
    {
      name: 'a predicate that returns a promise',
      code: `${GIVEN}export const some = ids.filter((id) => isThere(id));`,
      errors: [
        {
          messageId: 'asyncPredicate',
          data: { consequence: '`filter` keeps every element' },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'a predicate by its name',
      code: `${GIVEN}export const some = ids.filter(isThere);`,
      errors: [
        {
          messageId: 'asyncPredicate',
          data: { consequence: '`filter` keeps every element' },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 39,
        },
      ],
    },
    {
      name: 'an async predicate of some, in an async function',
      code: `${GIVEN}export async function f() { return ids.some(async (id) => isThere(id)); }`,
      errors: [
        {
          messageId: 'asyncPredicate',
          data: { consequence: '`some` is true for any element' },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'askBeforehand',
              output: `${GIVEN}export async function f() { return (await Promise.all(ids.map(async (id) => isThere(id)))).some(Boolean); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async predicate of some, where nothing can be awaited',
      code: `${GIVEN}export const isAny = ids.some(async (id) => isThere(id));`,
      errors: [
        {
          messageId: 'asyncPredicate',
          data: { consequence: '`some` is true for any element' },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'an async predicate of every',
      code: `${GIVEN}export async function f() { if (ids.every((id) => isThere(id))) { await load(); } }`,
      errors: [
        {
          messageId: 'asyncPredicate',
          data: { consequence: '`every` is always true' },
          line: 5,
          column: 43,
          endLine: 5,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'askBeforehand',
              output: `${GIVEN}export async function f() { if ((await Promise.all(ids.map((id) => isThere(id)))).every(Boolean)) { await load(); } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async predicate of find',
      code: `${GIVEN}export async function f() { return ids.find(async (id) => isThere(id)); }`,
      errors: [
        {
          messageId: 'asyncPredicate',
          data: { consequence: '`find` takes the first element' },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'an async predicate of a tuple or nothing',
      code: `${GIVEN}declare const pair: readonly [string, string] | undefined;\nexport const one = pair?.findIndex(async (id) => isThere(id));`,
      errors: [
        {
          messageId: 'asyncPredicate',
          data: { consequence: '`findIndex` takes the first element' },
          line: 6,
          column: 36,
          endLine: 6,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'an array of promises that is awaited',
      code: `${GIVEN}export async function f() { return await ids.map(load); }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 5,
          column: 36,
          endLine: 5,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { return await Promise.all(ids.map(load)); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array literal of promises that is awaited',
      code: `${GIVEN}export async function f() { await [load(1), load(2)]; }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { await Promise.all([load(1), load(2)]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises that is awaited by its name',
      code: `${GIVEN}export async function f() { const tasks = ids.map(load); await tasks; }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 5,
          column: 58,
          endLine: 5,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { const tasks = ids.map(load); await Promise.all(tasks); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises and nothing that is awaited',
      code: `${GIVEN}declare const tasks: (Promise<void> | null)[];\nexport async function f() { await tasks; }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 6,
          column: 29,
          endLine: 6,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}declare const tasks: (Promise<void> | null)[];\nexport async function f() { await Promise.all(tasks); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises or nothing that is awaited',
      code: `${GIVEN}declare const tasks: Promise<void>[] | undefined;\nexport async function f() { await tasks; }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 6,
          column: 29,
          endLine: 6,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'an array of promises that is awaited, with a Promise of its own in scope',
      code: `${GIVEN}declare const p: PromiseLike<number>[];\nexport async function f(Promise: unknown) { await p; return Promise; }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 6,
          column: 45,
          endLine: 6,
          endColumn: 52,
        },
      ],
    },
    {
      name: 'an array of promises that a statement drops',
      code: `${GIVEN}ids.map(load);\nexport {};`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 1,
          endLine: 5,
          endColumn: 14,
        },
      ],
    },
    {
      name: 'an array of promises that a statement of an async function drops',
      code: `${GIVEN}export async function f() { ids.map(async (id) => { await load(id); }); }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { await Promise.all(ids.map(async (id) => { await load(id); })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array literal of promises that a statement drops',
      code: `${GIVEN}export async function f() { [load(1), load(2)]; }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { await Promise.all([load(1), load(2)]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an array of promises that nothing reads',
      code: `${GIVEN}export async function f() { const tasks = ids.map(load); }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'an array of promises that is filled and not read',
      code: `${GIVEN}export async function f() { const tasks: Promise<number>[] = []; for (const id of ids) { tasks.push(load(id)); } }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'an array without a type that a loop fills',
      code: `${GIVEN}export function f() { const tasks = []; for (const id of ids) { tasks.push(load(id)); } }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'a constructed array that a loop fills',
      code: `${GIVEN}export function f() { const tasks = new Array(); for (const id of ids) { tasks.push(load(id)); } }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'an array that forEach fills',
      code: `${GIVEN}export function f() { const tasks: Promise<number>[] = []; ids.forEach((id) => tasks.push(load(id))); }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'an array that an index fills',
      code: `${GIVEN}export function f() { const tasks = []; for (let i = 0; i < ids.length; i++) { tasks[i] = load(ids[i]); } }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'a predicate that starts a promise',
      code: `${GIVEN}declare function isKnown(id: string): Promise<boolean>;
export const known = ['a', 'b'].filter((id) => isKnown(id));
`,
      errors: [
        {
          messageId: 'asyncPredicate',
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'an array of promises whose handler passes the error on',
      code: `${GIVEN}ids.map((id) => load(id).catch((error) => { throw error; }));
export {};`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 1,
          endLine: 5,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'an array of promises with a step behind that handles nothing',
      code: `${GIVEN}ids.map((id) => load(id).finally(console.log));
export {};`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 1,
          endLine: 5,
          endColumn: 47,
        },
      ],
    },
    {
      name: 'an array of promises that cannot be seen and that nobody handles',
      code: `${GIVEN}ids.map(async (id) => { await anything.load(id); });
export {};`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 1,
          endLine: 5,
          endColumn: 52,
        },
      ],
    },
    {
      name: 'an array literal of promises of which one has a handler',
      code: `${GIVEN}[load(1).catch(console.error), load(2)];
export {};`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 1,
          endLine: 5,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'an array of promises that is only counted',
      code: `${GIVEN}export function f() { const tasks = ids.map(load); console.log(tasks.length); }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'an array that a loop fills and that is only counted',
      code: `${GIVEN}export function f() { const tasks = []; for (const id of ids) { tasks.push(load(id)); } return tasks.length; }`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'an awaited array of promises that is handed on',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); return all; }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 5,
          column: 41,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { const all = await Promise.all(ids.map((id) => load(id))); return all; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an awaited array of promises whose elements are taken for values',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); return all.map((one) => String(one)); }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 5,
          column: 41,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { const all = await Promise.all(ids.map((id) => load(id))); return all.map((one) => String(one)); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an awaited array of promises that are taken one by one for values',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); for (const one of all) { console.log(one); } }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 5,
          column: 41,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { const all = await Promise.all(ids.map((id) => load(id))); for (const one of all) { console.log(one); } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an awaited array of promises that something takes which asks for anything',
      code: `${GIVEN}export async function f() { const all = await ids.map((id) => load(id)); console.log(all); }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 5,
          column: 41,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'wrapInAll',
              output: `${GIVEN}export async function f() { const all = await Promise.all(ids.map((id) => load(id))); console.log(all); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an awaited array of arrays of promises',
      code: `${GIVEN}export async function f() { await ids.map((id) => [id].map((one) => load(one))); }`,
      errors: [
        {
          messageId: 'awaitedArray',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 80,
        },
      ],
    },
    {
      name: 'an awaited forEach with an async callback',
      code: `${GIVEN}export async function f() { await ids.forEach(async (id) => { await load(id); }); }`,
      errors: [
        {
          messageId: 'awaitedForEach',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'waitForEach',
              output: `${GIVEN}export async function f() { await Promise.all(ids.map(async (id) => { await load(id); })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an awaited forEach whose callback drops its promise',
      code: `${GIVEN}export async function f() { await ids.forEach((id) => { load(id); }); }`,
      errors: [
        {
          messageId: 'awaitedForEach',
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 69,
        },
      ],
    },
    {
      name: 'an awaited forEach of a set',
      code: `${GIVEN}declare const some: Set<string>;
export async function f() { await some.forEach(async (id) => { await load(id); }); }`,
      errors: [
        {
          messageId: 'awaitedForEach',
          line: 6,
          column: 29,
          endLine: 6,
          endColumn: 82,
        },
      ],
    },
    {
      name: 'an awaited forEach whose undefined is taken',
      code: `${GIVEN}export async function f() { return await ids.forEach(async (id) => { await load(id); }); }`,
      errors: [
        {
          messageId: 'awaitedForEach',
          line: 5,
          column: 36,
          endLine: 5,
          endColumn: 88,
        },
      ],
    },
    {
      name: 'an awaited forEach in the callback of a combinator',
      code: `${GIVEN}export async function f() { return Promise.all(ids.map(async () => { await ids.forEach((id) => load(id)); })); }`,
      errors: [
        {
          messageId: 'awaitedForEach',
          line: 5,
          column: 70,
          endLine: 5,
          endColumn: 105,
          suggestions: [
            {
              messageId: 'waitForEach',
              output: `${GIVEN}export async function f() { return Promise.all(ids.map(async () => { await Promise.all(ids.map((id) => load(id))); })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that an async predicate filters',
      code: `${GIVEN}export const all = Promise.all([ids.filter(async (id) => (await load(id)) > 0)]);`,
      errors: [
        {
          messageId: 'asyncPredicate',
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 78,
        },
      ],
    },
    {
      name: 'a callback that drops an array of promises and returns nothing',
      code: `${GIVEN}declare const groups: string[][];
export const all = Promise.all(groups.map((group) => { group.map((id) => load(id)); }));`,
      errors: [
        {
          messageId: 'uncombinedPromises',
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 83,
        },
      ],
    },
  ],
});
