import rule from '../../src/rules/no-await-in-arguments.ts';
import { ruleTester } from '../rule-tester.ts';

const GIVEN =
  'declare function load(id?: string): Promise<string>;\ndeclare function save(value: string): Promise<void>;\ndeclare function list(): Promise<string[]>;\ndeclare const ids: string[];\ndeclare const isReady: boolean;\n';

ruleTester.run('no-await-in-arguments', rule, {
  valid: [
    {
      name: 'members that are promises',
      code: `${GIVEN}await Promise.all([load(), save('')]);`,
    },
    {
      name: 'an awaited value that goes into its member, where nothing runs yet',
      code: `${GIVEN}await Promise.all([save(await load()), load()]);`,
    },
    {
      name: 'an awaited value that goes into its member, beside what cannot reject',
      code: `${GIVEN}await Promise.all([load().catch(() => ''), save(await load())]);`,
    },
    {
      name: 'a list that is awaited itself',
      code: `${GIVEN}await Promise.all((await list()).map(save));`,
    },
    {
      name: 'an awaited list that is spread first',
      code: `${GIVEN}await Promise.all([...(await list()).map(save), load()]);`,
    },
    {
      name: 'an await in a function of its own',
      code: `${GIVEN}await Promise.all([load(), (async () => { await load(); })()]);`,
    },
    {
      name: 'the last member behind one that cannot reject',
      code: `${GIVEN}await Promise.all([load().catch(() => ''), await load()]);`,
    },
    {
      name: 'what is awaited is no promise',
      code: `${GIVEN}await Promise.all([load(), await ids.length]);`,
    },
    {
      name: 'a member after it that is only a name: it runs already',
      code: `${GIVEN}const loading = load();\nawait Promise.all([await save(''), loading]);`,
    },
    {
      name: 'members after it that are a plain value and a promise that runs',
      code: `${GIVEN}declare const running: Promise<string>;
await Promise.all([await load(), ids.length, running]);`,
    },
    {
      name: 'a lazy thenable before it has not started',
      code: `${GIVEN}interface Query { then(fulfilled: (rows: string[]) => void, rejected: (error: unknown) => void): void }\ndeclare function query(): Query;\nawait Promise.all([query(), save(await load())]);`,
    },
    {
      name: 'a combinator of another class',
      code: `${GIVEN}declare const Batch: { all(values: unknown[]): Promise<void> };\nawait Batch.all([await load(), load()]);`,
    },
    {
      name: 'a loop that pushes promises',
      code: `${GIVEN}const tasks = [];\nfor (const id of ids) { tasks.push(load(id)); }\nawait Promise.all(tasks);`,
    },
    {
      name: 'a loop that pushes what needs an awaited value',
      code: `${GIVEN}const tasks = [];\nfor (const id of ids) { tasks.push(save(await load(id))); }\nawait Promise.all(tasks);`,
    },
    {
      name: 'one awaited push without a loop',
      code: `${GIVEN}const tasks = [];\nfor (const id of ids) { const values = []; values.push(await load(id)); await Promise.all(values); tasks.push(load(id)); }\nawait Promise.all(tasks);`,
    },
    {
      name: 'awaited pushes in a callback',
      code: `${GIVEN}const tasks: unknown[] = [];\nids.forEach(async (id) => { for (;;) tasks.push(await load(id)); });\nawait Promise.all(tasks);`,
    },
    {
      name: 'a promise that was started before and has a handler',
      code: `${GIVEN}export async function f() {
  const running = load();
  running.catch(() => {});
  await Promise.all([running, await list()]);
}`,
    },
    {
      name: 'a promise that was started before and cannot reject',
      code: `${GIVEN}export async function f() {
  const running = load().catch(() => '');
  await Promise.all([running, await list()]);
}`,
    },
    {
      name: 'a promise of the caller beside an await',
      code: `${GIVEN}export async function f(running: Promise<string>) {
  await Promise.all([running, await list()]);
}`,
    },
    {
      name: 'a promise that nothing handled before that either: no-late-handling speaks',
      code: `${GIVEN}export async function f() {
  const running = load();
  await save('');
  await Promise.all([running, await list()]);
}`,
    },
    {
      name: 'a list that runs already behind an await',
      code: `${GIVEN}declare const running: Promise<string>[];
export async function f(given: Promise<string>) { return await Promise.all([await load(), ...(await Promise.all(running)), given]); }`,
    },
    {
      name: 'an awaited member beside one that may be a promise',
      code: `${GIVEN}declare const anything: any;
export const both = await Promise.all([await load(), anything]);`,
    },
    {
      name: 'an awaited member beside a promise that was started before',
      code: `${GIVEN}export const f = async (given: Promise<string>) => Promise.all([await load(), given]);`,
    },
    {
      name: 'a choice of what is awaited and a promise',
      code: `${GIVEN}declare const given: Promise<string>;
await Promise.all([isReady ? await load() : given]);`,
    },
    {
      name: 'an awaited member of a constant that gets others',
      code: `${GIVEN}const all: (string | Promise<string>)[] = [await load()];
all.push(load());
await Promise.all(all);`,
    },
    {
      name: 'an awaited value that goes into the only member',
      code: `${GIVEN}await Promise.all([save(await load())]);`,
    },
  ],
  invalid: [
    {
      name: 'the first member is awaited',
      code: `${GIVEN}await Promise.all([await load(), save('')]);`,
      errors: [
        {
          messageId: 'serialised',
          data: { waiting: 'save()', awaited: 'load()' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'all' },
              output: `${GIVEN}await Promise.all([load(), save('')]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'the last member is awaited, behind one that may reject',
      code: `${GIVEN}await Promise.all([load(), await save('')]);`,
      errors: [
        {
          messageId: 'unhandledMeanwhile',
          data: { running: 'load()' },
          line: 6,
          column: 28,
          endLine: 6,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'all' },
              output: `${GIVEN}await Promise.all([load(), save('')]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a member in the middle is awaited',
      code: `${GIVEN}await Promise.all([load(), await /* first */ save(''), new Promise(() => {})]);`,
      errors: [
        {
          messageId: 'unhandledAndSerialised',
          data: {
            running: 'load()',
            awaited: 'save()',
            waiting: 'new Promise()',
          },
          line: 6,
          column: 28,
          endLine: 6,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'all' },
              output: `${GIVEN}await Promise.all([load(), /* first */ save(''), new Promise(() => {})]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'every member is awaited: one report, and one suggestion for all',
      code: `${GIVEN}await Promise.all([\n  await load(),\n  isReady ? await load('a') : load('b'),\n  await save(''),\n]);`,
      errors: [
        {
          messageId: 'unhandledMeanwhile',
          data: { running: 'load()' },
          line: 9,
          column: 3,
          endLine: 9,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'all' },
              output: `${GIVEN}await Promise.all([\n  load(),\n  isReady ? load('a') : load('b'),\n  save(''),\n]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an input is awaited behind a member that may reject',
      code: `${GIVEN}await Promise.all([load(), save(await load())]);`,
      errors: [
        {
          messageId: 'unhandledMeanwhile',
          data: { running: 'load()' },
          line: 6,
          column: 33,
          endLine: 6,
          endColumn: 45,
        },
      ],
    },
    {
      name: 'a list is awaited behind a member that may reject',
      code: `${GIVEN}await Promise.all([load(), ...(await list()).map(save)]);`,
      errors: [
        {
          messageId: 'unhandledMeanwhile',
          data: { running: 'load()' },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 44,
        },
      ],
    },
    {
      name: 'an input is awaited behind a spread whose members may reject',
      code: `${GIVEN}await Promise.all([...ids.map(load), save(await load())]);`,
      errors: [
        {
          messageId: 'unhandledMeanwhile',
          data: { running: '...ids.map(load)' },
          line: 6,
          column: 43,
          endLine: 6,
          endColumn: 55,
        },
      ],
    },
    {
      name: 'an await that its own member needs, too: to remove the outer one leaves nothing running',
      code: `${GIVEN}await Promise.all([await save(await load()), load()]);`,
      errors: [
        {
          messageId: 'serialised',
          data: { waiting: 'load()', awaited: 'save()' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'all' },
              output: `${GIVEN}await Promise.all([save(await load()), load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion where an input that stays awaited would leave members running',
      code: `${GIVEN}await Promise.all([await load(), save(await load())]);`,
      errors: [
        {
          messageId: 'serialised',
          data: { waiting: 'save()', awaited: 'load()' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 32,
        },
      ],
    },
    {
      name: 'a list of promises that is awaited and then spread',
      code: `${GIVEN}await Promise.all([...(await Promise.all(ids.map(load))), load()]);`,
      errors: [
        {
          messageId: 'serialised',
          data: { waiting: 'load()', awaited: 'Promise.all()' },
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'all' },
              output: `${GIVEN}await Promise.all([...ids.map(load), load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion where a spread list is awaited for other results',
      code: `${GIVEN}await Promise.allSettled([...(await Promise.all(ids.map(load))), load()]);`,
      errors: [
        {
          messageId: 'escapedRejection',
          data: { awaited: 'Promise.all()' },
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'settled results of what is awaited before',
      code: `${GIVEN}await Promise.allSettled([await load()]);`,
      errors: [
        {
          messageId: 'escapedRejection',
          data: { awaited: 'load()' },
          line: 6,
          column: 27,
          endLine: 6,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'allSettled' },
              output: `${GIVEN}await Promise.allSettled([load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race that starts when its first member is done',
      code: `${GIVEN}await Promise.race([await load(), new Promise((resolve) => { setTimeout(resolve, 10); })]);`,
      errors: [
        {
          messageId: 'serialised',
          data: { waiting: 'new Promise()', awaited: 'load()' },
          line: 6,
          column: 21,
          endLine: 6,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'race' },
              output: `${GIVEN}await Promise.race([load(), new Promise((resolve) => { setTimeout(resolve, 10); })]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race whose timer cannot win',
      code: `${GIVEN}await Promise.race([new Promise((resolve) => { setTimeout(resolve, 10); }), await load()]);`,
      errors: [
        {
          messageId: 'noContest',
          data: { method: 'race', awaited: 'load()' },
          line: 6,
          column: 77,
          endLine: 6,
          endColumn: 89,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'race' },
              output: `${GIVEN}await Promise.race([new Promise((resolve) => { setTimeout(resolve, 10); }), load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion under a cast of the value',
      code: `${GIVEN}await Promise.all([(await load()) as string, load()]);`,
      errors: [
        {
          messageId: 'serialised',
          data: { waiting: 'load()', awaited: 'load()' },
          line: 6,
          column: 21,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'an array with a name',
      code: `${GIVEN}const tasks = [await load(), load()];\nawait Promise.all(tasks);`,
      errors: [
        {
          messageId: 'serialised',
          data: { waiting: 'load()', awaited: 'load()' },
          line: 6,
          column: 16,
          endLine: 6,
          endColumn: 28,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'all' },
              output: `${GIVEN}const tasks = [load(), load()];\nawait Promise.all(tasks);`,
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion for an array that is read elsewhere',
      code: `${GIVEN}const names = [await load(), await load()];\nawait Promise.all(names);\nnames[0]?.trim();`,
      errors: [
        {
          messageId: 'serialised',
          data: { waiting: 'load()', awaited: 'load()' },
          line: 6,
          column: 16,
          endLine: 6,
          endColumn: 28,
        },
      ],
    },
    {
      name: 'a loop that pushes what it awaits',
      code: `${GIVEN}const tasks = [];\nfor (const id of ids) {\n  tasks.push(await load(id));\n}\nawait Promise.all(tasks);`,
      errors: [
        {
          messageId: 'serialisedLoop',
          data: { awaited: 'load()', method: 'all' },
          line: 8,
          column: 14,
          endLine: 8,
          endColumn: 28,
          suggestions: [
            {
              messageId: 'removeAwait',
              data: { method: 'all' },
              output: `${GIVEN}const tasks = [];\nfor (const id of ids) {\n  tasks.push(load(id));\n}\nawait Promise.all(tasks);`,
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion for a loop that fills an array of values',
      code: `${GIVEN}const names: string[] = [];\nfor (const id of ids) { names.push(await load(id)); }\nawait Promise.all(names);`,
      errors: [
        {
          messageId: 'serialisedLoop',
          data: { awaited: 'load()', method: 'all' },
          line: 7,
          column: 36,
          endLine: 7,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'a promise that was started before and is awaited beside an await',
      code: `${GIVEN}export async function f() {
  const running = load();
  await Promise.all([running, await list()]);
}`,
      errors: [
        {
          messageId: 'unhandledMeanwhile',
          line: 8,
          column: 31,
          endLine: 8,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() {
  const running = load();
  await Promise.all([running, list()]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that was started before and is named behind an await',
      code: `${GIVEN}export async function f() {
  const running = load();
  await Promise.all([await list(), running]);
}`,
      errors: [
        {
          messageId: 'unhandledMeanwhile',
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() {
  const running = load();
  await Promise.all([list(), running]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that was started before, and an input that is awaited',
      code: `${GIVEN}export async function f() {
  const running = ids.map((id) => load(id));
  await Promise.all([...running, save(await load())]);
}`,
      errors: [
        {
          messageId: 'unhandledMeanwhile',
          line: 8,
          column: 39,
          endLine: 8,
          endColumn: 51,
        },
      ],
    },
    {
      name: 'a promise that was started before, and a member that waits',
      code: `${GIVEN}export async function f() {
  const running = load();
  await Promise.allSettled([running, await list(), save('')]);
}`,
      errors: [
        {
          messageId: 'unhandledAndSerialised',
          line: 8,
          column: 38,
          endLine: 8,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() {
  const running = load();
  await Promise.allSettled([running, list(), save('')]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an await before a list that is waited for in its place',
      code: `${GIVEN}export async function f() { return await Promise.all([await load(), ...(await Promise.all(ids.map(load)))]); }`,
      errors: [
        {
          messageId: 'serialised',
          line: 6,
          column: 55,
          endLine: 6,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() { return await Promise.all([load(), ...ids.map(load)]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an await before an array of promises that are waited for in their place',
      code: `${GIVEN}export async function f() { return await Promise.all([await load(), ...(await Promise.all([load(), load()]))]); }`,
      errors: [
        {
          messageId: 'serialised',
          line: 6,
          column: 55,
          endLine: 6,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() { return await Promise.all([load(), ...[load(), load()]]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'two lists that are waited for in their place',
      code: `${GIVEN}export async function f() { return await Promise.all([...(await Promise.all(ids.map(load))), ...(await Promise.all(ids.map(save)))]); }`,
      errors: [
        {
          messageId: 'serialised',
          line: 6,
          column: 59,
          endLine: 6,
          endColumn: 91,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() { return await Promise.all([...ids.map(load), ...ids.map(save)]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'two writes that are awaited one after the other',
      code: `${GIVEN}declare function createTable(): Promise<void>;
declare function insertRows(): Promise<void>;
export async function run() {
  await Promise.all([await createTable(), await insertRows()]);
}
`,
      errors: [
        {
          messageId: 'serialised',
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'two calls of one object that are awaited one after the other',
      code: `${GIVEN}declare const tx: { begin(): Promise<void>; run(): Promise<void> };
export async function run() {
  await Promise.all([await tx.begin(), await tx.run()]);
}
`,
      errors: [
        {
          messageId: 'serialised',
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'the only member of all',
      code: `${GIVEN}await Promise.all([await load()]);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 32,
          suggestions: [
            { messageId: 'awaitMember', output: `${GIVEN}await load();` },
          ],
        },
      ],
    },
    {
      name: 'the only member of all that is taken out',
      code: `${GIVEN}const [text] = await Promise.all([await load()]);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}const [text] = [await load()];`,
            },
          ],
        },
      ],
    },
    {
      name: 'the only member of all whose array has a name',
      code: `${GIVEN}export const texts = await Promise.all([await load()]);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'the only member of all with a cast',
      code: `${GIVEN}await Promise.all([(await load()) as 'x']);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 21,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: 'the only member of a race',
      code: `${GIVEN}export const text = await Promise.race([await load()]);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export const text = await load();`,
            },
          ],
        },
      ],
    },
    {
      name: 'the only member of any',
      code: `${GIVEN}export const text = await Promise.any([await load()]);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 52,
        },
      ],
    },
    {
      name: 'an awaited member beside a plain one',
      code: `${GIVEN}export const both = await Promise.all([await load(), 'x']);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export const both = await Promise.all([load(), 'x']);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a choice of what is awaited and a value',
      code: `${GIVEN}await Promise.all([isReady ? await load() : null]);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}await Promise.all([isReady ? load() : null]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an awaited member of a constant that is only combined',
      code: `${GIVEN}const all = [await load()];
await Promise.all(all);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 14,
          endLine: 6,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}const all = [load()];
await Promise.all(all);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that another combinator has awaited',
      code: `${GIVEN}await Promise.all([...(await Promise.all(ids.map(load)))]);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}await Promise.all([...ids.map(load)]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'settled results of what cannot reject',
      code: `${GIVEN}await Promise.allSettled([await load().catch(() => '')]);`,
      errors: [
        {
          messageId: 'nothingLeft',
          line: 6,
          column: 27,
          endLine: 6,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}await Promise.allSettled([load().catch(() => '')]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion for a loop whose try sees each rejection',
      code: `${GIVEN}export async function f() { const all = []; for (const id of ids) { try { all.push(await load(id)); } catch (error) { console.error(error); } } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 84,
          endLine: 6,
          endColumn: 98,
        },
      ],
    },
    {
      name: 'no suggestion for a loop whose try leaves each rejection out',
      code: `${GIVEN}export async function f() { const all = []; for (const id of ids) { try { all.push(await load(id)); } catch { continue; } } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 84,
          endLine: 6,
          endColumn: 98,
        },
      ],
    },
    {
      name: 'no suggestion for a loop in a try that the combinator is not in',
      code: `${GIVEN}export async function f() { const all = []; try { for (const id of ids) { all.push(await load(id)); } } catch { return []; } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 84,
          endLine: 6,
          endColumn: 98,
        },
      ],
    },
    {
      name: 'no suggestion for a loop that waits after each member',
      code: `${GIVEN}export async function f() { const all = []; for (const id of ids) { all.push(await load(id)); await save(id); } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 78,
          endLine: 6,
          endColumn: 92,
        },
      ],
    },
    {
      name: 'no suggestion for a loop that waits before each member',
      code: `${GIVEN}export async function f() { const all = []; for (const id of ids) { const [name] = await list(); all.push(await load(name ?? id)); } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 107,
          endLine: 6,
          endColumn: 129,
        },
      ],
    },
    {
      name: 'no suggestion for a loop in a loop that waits',
      code: `${GIVEN}export async function f() { const all = []; for (const id of ids) { for (const other of ids) { all.push(await load(id + other)); } await save(id); } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 105,
          endLine: 6,
          endColumn: 127,
        },
      ],
    },
    {
      name: 'no suggestion for a loop behind which something else is awaited',
      code: `${GIVEN}export async function f() { const all = []; for (const id of ids) { all.push(await load(id)); } await save(''); return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 78,
          endLine: 6,
          endColumn: 92,
        },
      ],
    },
    {
      name: 'a loop before which something else is awaited',
      code: `${GIVEN}export async function f() { const all = []; await save(''); for (const id of ids) { all.push(await load(id)); } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 94,
          endLine: 6,
          endColumn: 108,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() { const all = []; await save(''); for (const id of ids) { all.push(load(id)); } return Promise.all(all); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop that pushes two awaited members',
      code: `${GIVEN}export async function f() { const all = []; for (const id of ids) { all.push(await load(id)); all.push(await load()); } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 78,
          endLine: 6,
          endColumn: 92,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() { const all = []; for (const id of ids) { all.push(load(id)); all.push(load()); } return Promise.all(all); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion for a loop that waits for each item',
      code: `${GIVEN}declare const names: AsyncIterable<string>;
export async function f() { const all = []; for await (const name of names) { all.push(await load(name)); } return Promise.all(all); }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 7,
          column: 88,
          endLine: 7,
          endColumn: 104,
        },
      ],
    },
    {
      name: 'no suggestion for an array behind which something else is awaited',
      code: `${GIVEN}const both = [await load('1'), await load('2')];
await save('');
await Promise.all(both);`,
      errors: [
        {
          messageId: 'serialised',
          line: 6,
          column: 15,
          endLine: 6,
          endColumn: 30,
        },
      ],
    },
    {
      name: 'no suggestion for a write before a read',
      code: `${GIVEN}declare const db: { insert(key: string): Promise<void>; find(key: string): Promise<string> };
await Promise.all([await db.insert('1'), await db.find('1')]);`,
      errors: [
        {
          messageId: 'serialised',
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'reads of one object',
      code: `${GIVEN}declare const db: { insert(key: string): Promise<void>; find(key: string): Promise<string> };
await Promise.all([await db.find('1'), await db.find('2')]);`,
      errors: [
        {
          messageId: 'serialised',
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 38,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}declare const db: { insert(key: string): Promise<void>; find(key: string): Promise<string> };
await Promise.all([db.find('1'), db.find('2')]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop in a try that the combinator is in',
      code: `${GIVEN}export async function f() { const all = []; try { for (const id of ids) { all.push(await load(id)); } return await Promise.all(all); } catch { return []; } }`,
      errors: [
        {
          messageId: 'serialisedLoop',
          line: 6,
          column: 84,
          endLine: 6,
          endColumn: 98,
          suggestions: [
            {
              messageId: 'removeAwait',
              output: `${GIVEN}export async function f() { const all = []; try { for (const id of ids) { all.push(load(id)); } return await Promise.all(all); } catch { return []; } }`,
            },
          ],
        },
      ],
    },
  ],
});
