import rule from '../../src/rules/no-late-handling.ts';
import { ruleTester } from '../rule-tester.ts';

// Promises that are kept in patterns, in objects of a list and in a `Map`.

const GIVEN = `declare function load(id?: unknown): Promise<string>;
declare function log(...args: unknown[]): void;
declare const ids: string[];
`;

ruleTester.run('no-late-handling', rule, {
  valid: [
    {
      name: 'elements of a list that are awaited together',
      code: `${GIVEN}export async function f() {
  const [a, b] = ids.map((id) => load(id));
  log(await Promise.all([a, b]));
}`,
    },
    {
      name: 'the rest of a list that is waited for with the first',
      code: `${GIVEN}export async function f() {
  const [first, ...others] = ids.map((id) => load(id));
  log(await Promise.all([first, ...others]));
}`,
    },
    {
      name: 'one of a pair that a call gives, and no list',
      code: `${GIVEN}declare function useState<T>(value: T): [T, (value: T) => void];
export async function f() {
  const [text, setText] = useState(load());
  log(await text);
  setText(load());
}`,
    },
    {
      name: 'a promise in each object of a list, all reacted to',
      code: `${GIVEN}export async function f() {
  const jobs = ids.map((id) => ({ id, promise: load(id) }));
  for (const job of jobs) { job.promise.catch(() => {}); }
  for (const job of jobs) { log(job.id, await job.promise); }
}`,
    },
    {
      name: 'a promise in each object of a list, all waited for',
      code: `${GIVEN}export async function f() {
  const jobs = ids.map((id) => ({ id, promise: load(id) }));
  await Promise.all(jobs.map(({ promise }) => promise));
  for (const { promise } of jobs) { log(await promise); }
}`,
    },
    {
      name: 'a promise in each object of a list that a callback is given',
      code: `${GIVEN}export async function f() {
  const jobs = ids.map((id) => ({ id, promise: load(id) }));
  await Promise.all(jobs.map(async ({ id, promise }) => { log(id, await promise); }));
}`,
    },
    {
      name: 'a promise in each object of a list that is given to others',
      code: `${GIVEN}export async function f() {
  const jobs = ids.map((id) => ({ id, promise: load(id) }));
  for (const job of jobs) { log(job); log(await job.promise); }
}`,
    },
    {
      name: 'a promise in each object of a list that cannot reject',
      code: `${GIVEN}export async function f() {
  const jobs = ids.map((id) => ({ id, promise: load(id).catch(log) }));
  for (const { promise } of jobs) { log(await promise); }
}`,
    },
    {
      name: 'the values of a Map, all waited for',
      code: `${GIVEN}export async function f() {
  const jobs = new Map<string, Promise<string>>();
  for (const id of ids) { jobs.set(id, load(id)); }
  await Promise.all(jobs.values());
  for (const job of jobs.values()) { log(await job); }
}`,
    },
    {
      name: 'a value of a Map that is awaited in the turn that puts it there',
      code: `${GIVEN}export async function f() {
  const jobs = new Map<string, Promise<string>>();
  for (const id of ids) { if (!jobs.has(id)) { jobs.set(id, load(id)); } log(await jobs.get(id)); }
}`,
    },
    {
      name: 'the values of a Map that somebody else made',
      code: `${GIVEN}declare function jobsOf(): Map<string, Promise<string>>;
export async function f() {
  const jobs = jobsOf();
  for (const id of ids) { jobs.set(id, load(id)); }
  for (const job of jobs.values()) { log(await job); }
}`,
    },
    {
      name: 'the value of an object literal, its only promise',
      code: `${GIVEN}export async function f() {
  const tasks = { id: log(), b: load(2) };
  for (const task of Object.values(tasks)) {
    log(await task);
  }
}`,
    },
    {
      name: 'entries of an object that is filled by keys, awaited together',
      code: `${GIVEN}export async function f() {
  const tasks: Record<string, Promise<string>> = {};
  for (const id of ids) {
    tasks[id] = load(id);
  }
  log(Object.keys(tasks));
  await Promise.all(Object.values(tasks));
}`,
    },
    {
      name: 'an object that remembers what was started for a key',
      code: `${GIVEN}export async function f() {
  const known: Record<string, Promise<string>> = {};
  for (const id of ids) {
    known[id] ??= load(id);
    log(await known[id]);
  }
}`,
    },
    {
      name: 'an object in which the promise of each key is awaited at once',
      code: `${GIVEN}export async function f() {
  const known: Record<string, Promise<string>> = {};
  for (const id of ids) {
    if (!known[id]) {
      known[id] = load(id);
    }
    log(await known[id]);
  }
}`,
    },
    {
      name: 'entries of a list that are given away',
      code: `${GIVEN}export async function f() {
  const texts = ids.map(load);
  for (const [index, text] of texts.entries()) {
    log(index, text);
  }
}`,
    },
    {
      name: 'a list whose other parts are started later',
      code: `${GIVEN}export async function f() {
  for (let i = 0; i < ids.length; i += 5) {
    const texts = ids.slice(i, i + 5).map(load);
    log(await Promise.all(texts.slice(0, texts.length)));
  }
}`,
    },
    {
      name: 'the only promise of an array in the head of a loop',
      code: `${GIVEN}export async function run() {
  for await (const text of [load('a')]) {
    log(text);
  }
}`,
    },
    {
      name: 'a list in the head of a loop whose promises have a handler',
      code: `${GIVEN}export async function run() {
  for await (const text of ids.map((id) => load(id).catch(() => ''))) {
    log(text);
  }
}`,
    },
    {
      name: 'a list that all handle before the loop goes through it',
      code: `${GIVEN}export async function run() {
  for (const text of await Promise.all(ids.map(load))) {
    log(text);
  }
}`,
    },
    {
      name: 'a loop that attaches a handler to each',
      code: `${GIVEN}export async function run() {
  for (const promise of ids.map(load)) {
    promise.catch(log);
  }
}`,
    },
    {
      name: 'a loop whose functions await each in their own time',
      code: `${GIVEN}export async function run() {
  for (const promise of ids.map(load)) {
    log(async () => { log(await promise); });
  }
}`,
    },
    {
      name: 'a loop that starts each promise itself',
      code: `${GIVEN}export async function run() {
  for (const id of ids) {
    log(await load(id));
  }
}`,
    },
    {
      name: 'an async generator that gives one after the other',
      code: `${GIVEN}declare function stream(): AsyncGenerator<string>;
export async function run() {
  for await (const text of stream()) {
    log(text);
  }
}`,
    },
    {
      name: 'a callback by which Array.fromAsync starts one after the other',
      code: `${GIVEN}export async function run() {
  return await Array.fromAsync(ids, (id) => load(id));
}`,
    },
    {
      name: 'a list in the head of a loop at the top level, where a rejection ends the process in any case',
      code: `${GIVEN}for await (const text of ids.map(load)) {
  log(text);
}
export {};`,
    },
    {
      name: 'some of a list that is given, in the head of a loop',
      code: `${GIVEN}export async function run(started: Promise<string>[]) {
  try {
    for (const one of started.slice(1)) await one;
  } catch {}
}
`,
    },
    {
      name: 'what is parsed in the head of a loop',
      code: `${GIVEN}export async function run(ids: string[]) {
  try {
    for (const one of ids.filter(Boolean)) await one;
  } catch {}
}
`,
    },
  ],
  invalid: [
    {
      name: 'elements of a list that are awaited in turn',
      code: `${GIVEN}export async function f() {
  const [a, b] = ids.map((id) => load(id));
  await a;
  await b;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const [a, b] = ids.map((id) => load(id));
  await Promise.all([a, b]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the rest of a list that waits for the first',
      code: `${GIVEN}export async function f() {
  const [first, ...others] = ids.map((id) => load(id));
  log(await first);
  log(await Promise.all(others));
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 30,
          endLine: 5,
          endColumn: 55,
        },
      ],
    },
    {
      name: 'a promise in each object of a list, awaited one by one through a pattern',
      code: `${GIVEN}export async function f() {
  const jobs = ids.map((id) => ({ id, promise: load(id) }));
  for (const { id, promise: text } of jobs) { log(id, await text); }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a promise in each object of a list, awaited one by one by its name',
      code: `${GIVEN}export async function f() {
  const jobs = ids.map((id) => { return { id, promise: load(id) }; });
  for (const job of jobs) { log(job.id, await job.promise); }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'a promise in each object that is pushed',
      code: `${GIVEN}export async function f() {
  const jobs: { id: string; promise: Promise<string> }[] = [];
  for (const id of ids) { jobs.push({ id, promise: load(id) }); }
  if (jobs.length === 0) { return; }
  for (const job of jobs) { log(await job.promise); }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 52,
          endLine: 6,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'the entries of a Map, awaited one by one',
      code: `${GIVEN}export async function f() {
  const jobs = new Map<string, Promise<string>>();
  for (const id of ids) { jobs.set(id, load(id)); }
  for (const [id, job] of jobs) { log(id, await job); }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'the entries of a Map, asked for and awaited one by one',
      code: `${GIVEN}export async function f() {
  const jobs = new Map<string, Promise<string>>();
  for (const id of ids) { jobs.set(id, load(id)); }
  for (const [id, job] of jobs.entries()) { log(id, await job); }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'the values of a Map, awaited one by one',
      code: `${GIVEN}export async function f() {
  const jobs = new Map<string, Promise<string>>();
  for (const id of ids) { jobs.set(id, load(id)); }
  log(jobs.size);
  for (const job of jobs.values()) { log(await job); }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'values of an object literal that are awaited one by one',
      code: `${GIVEN}export async function f() {
  const tasks = { a: load(1), b: load(2) };
  for (const task of Object.values(tasks)) {
    log(await task);
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const tasks = { a: load(1), b: load(2) };
  tasks.b.catch(() => {}); // Its rejection waits for whoever handles it below.
  for (const task of Object.values(tasks)) {
    log(await task);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'entries of an object that is filled by keys, awaited one by one',
      code: `${GIVEN}export async function f() {
  const tasks: Record<string, Promise<string>> = {};
  for (const id of ids) {
    tasks[id] = load(id);
  }
  for (const [id, task] of Object.entries(tasks)) {
    log(id, await task);
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 7,
          column: 17,
          endLine: 7,
          endColumn: 25,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const tasks: Record<string, Promise<string>> = {};
  for (const id of ids) {
    const promise = load(id);
    promise.catch(() => {}); // Its rejection waits for whoever handles it below.
    tasks[id] = promise;
  }
  for (const [id, task] of Object.entries(tasks)) {
    log(id, await task);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'entries of a list that are awaited one by one',
      code: `${GIVEN}export async function f() {
  const texts = ids.map(load);
  for (const [index, text] of texts.entries()) {
    log(index, await text);
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const texts = ids.map(load);
  texts.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  for (const [index, text] of texts.entries()) {
    log(index, await text);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that is awaited in parts',
      code: `${GIVEN}export async function f() {
  const texts = ids.map(load);
  for (let i = 0; i < texts.length; i += 5) {
    log(await Promise.all(texts.slice(i, i + 5)));
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const texts = ids.map(load);
  texts.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  for (let i = 0; i < texts.length; i += 5) {
    log(await Promise.all(texts.slice(i, i + 5)));
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that is emptied by shift',
      code: `${GIVEN}export async function f() {
  const texts = ids.map(load);
  while (texts.length) {
    log(await texts.shift());
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const texts = ids.map(load);
  texts.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  while (texts.length) {
    log(await texts.shift());
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that is awaited one by one where it is started',
      code: `${GIVEN}export async function run() {
  for await (const text of ids.map((id) => load(id))) {
    log(text);
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 28,
          endLine: 5,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function run() {
  for (const text of await Promise.all(ids.map((id) => load(id)))) {
    log(text);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list whose promises the loop itself awaits',
      code: `${GIVEN}export async function run() {
  for (const promise of ids.map(load)) {
    log(await promise);
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'the second of an array literal in the head of a loop',
      code: `${GIVEN}export async function run() {
  for await (const text of [load('a'), load('b')]) {
    log(text);
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function run() {
  for (const text of await Promise.all([load('a'), load('b')])) {
    log(text);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list that Array.fromAsync awaits one by one',
      code: `${GIVEN}export async function run() {
  return await Array.fromAsync(ids.map(load));
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function run() {
  return await Promise.all(ids.map(load));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'such a list under a name',
      code: `${GIVEN}export async function run() {
  const tasks = ids.map(load);
  return await Array.fromAsync(tasks);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function run() {
  const tasks = ids.map(load);
  tasks.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  return await Array.fromAsync(tasks);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'such a list in a try',
      code: `${GIVEN}try {
  for await (const text of ids.map(load)) {
    log(text);
  }
} catch (error) {
  log(error);
}
export {};`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 5,
          column: 28,
          endLine: 5,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}try {
  for (const text of await Promise.all(ids.map(load))) {
    log(text);
  }
} catch (error) {
  log(error);
}
export {};`,
            },
          ],
        },
      ],
    },
    {
      name: 'some of what a map starts in the head of a loop',
      code: `${GIVEN}export async function run(ids: string[]) {
  try {
    for (const one of ids.map(load).slice(1)) await one;
  } catch {}
}
`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 45,
        },
      ],
    },
  ],
});
