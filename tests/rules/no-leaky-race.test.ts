import rule from '../../src/rules/no-leaky-race.ts';
import { ruleTester } from '../rule-tester.ts';

// Timers that nobody clears.

// Names that the cases may use without declaring them.
const GIVEN =
  'declare function load(...values: unknown[]): Promise<string>; declare const ids: string[];\n';

ruleTester.run('no-leaky-race', rule, {
  valid: [
    {
      name: 'a timer that is cleared in finally',
      code: `${GIVEN}export async function run() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([load(), new Promise((_, reject) => { timer = setTimeout(reject, 5000); })]);
  } finally {
    clearTimeout(timer);
  }
}`,
    },
    {
      name: 'a timer that is cleared where one of the others wins',
      code: `${GIVEN}let timer: ReturnType<typeof setTimeout> | undefined;
const late = new Promise((_, reject) => { timer = setTimeout(reject, 5000); });
await Promise.race([load(), late]).then(() => clearTimeout(timer));`,
    },
    {
      name: 'a timer that a helper clears under its own name',
      code: `${GIVEN}let timer: ReturnType<typeof setTimeout> | undefined;
const stop = () => { clearTimeout(timer); };
await Promise.race([load(), new Promise((resolve) => { timer = setTimeout(resolve, 5000); })]).finally(stop);`,
    },
    {
      name: 'a timer that is cleared on an event',
      code: `${GIVEN}const late = (signal: AbortSignal) => new Promise<void>((resolve) => {
  const timer = setTimeout(resolve, 5000);
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); });
});
await Promise.race([load(), late(new AbortController().signal)]);`,
    },
    {
      name: 'a timer that lets the process end',
      code: `${GIVEN}await Promise.race([load(), new Promise((resolve) => setTimeout(resolve, 5000).unref())]);`,
    },
    {
      name: 'a timer that lets the process end, under a name',
      code: `${GIVEN}await Promise.race([load(), new Promise((resolve) => { const timer = setTimeout(resolve, 5000); timer.unref?.(); })]);`,
    },
    {
      name: 'a timer whose handle is kept where others may clear it',
      code: `${GIVEN}const timers = new Map<string, unknown>();
await Promise.race([load(), new Promise((resolve) => { timers.set("late", setTimeout(resolve, 5000)); })]);`,
    },
    {
      name: 'a timer whose handle goes into a field',
      code: `${GIVEN}export class Task { timer?: unknown; run() { return Promise.race([load(), new Promise((resolve) => { this.timer = setTimeout(resolve, 5000); })]); } }`,
    },
    {
      name: 'an AbortSignal.timeout',
      code: `${GIVEN}await Promise.race([load(), new Promise((_, reject) => { AbortSignal.timeout(5000).addEventListener('abort', reject); })]);`,
    },
    {
      name: 'a timer of timers/promises with a signal',
      code: `${GIVEN}import { setTimeout as wait } from 'node:timers/promises';
const controller = new AbortController();
await Promise.race([load(), wait(5000, undefined, { signal: controller.signal })]).finally(() => controller.abort());`,
    },
    {
      name: 'a timer of timers/promises that lets the process end',
      code: `${GIVEN}import { setTimeout as wait } from 'node:timers/promises';
await Promise.race([load(), wait(5000, undefined, { ref: false })]);`,
    },
    {
      name: 'options that cannot be seen',
      code: `${GIVEN}import { setTimeout as wait, type TimerOptions } from 'node:timers/promises';
declare const options: TimerOptions;
await Promise.race([load(), wait(5000, undefined, options)]);`,
    },
    {
      name: 'a timer of less than a second',
      code: `${GIVEN}await Promise.race([load(), new Promise((resolve) => setTimeout(resolve, 500))]);`,
    },
    {
      name: 'a helper that is given less than a second',
      code: `${GIVEN}const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const GRACE = 250;
await Promise.race([load(), sleep(GRACE)]);`,
    },
    {
      name: 'a process that ends right behind the race',
      code: `${GIVEN}async function stop() {
  await Promise.race([load(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  process.exit(0);
}
await stop();`,
    },
    {
      name: 'a helper whose body cannot be seen',
      code: `${GIVEN}declare function sleep(ms: number): Promise<void>;
await Promise.race([load(), sleep(5000)]);`,
    },
    {
      name: 'a timer that settles something else',
      code: `${GIVEN}await Promise.race([load(), new Promise((resolve) => { setTimeout(() => console.log('slow'), 5000); process.once('exit', resolve); })]);`,
    },
    {
      name: 'a helper that only sometimes starts a timer',
      code: `${GIVEN}const late = (ms?: number) => { if (ms === undefined) return load(); return new Promise<string>((_, reject) => setTimeout(reject, ms)); };
await Promise.race([load(), late(5000)]);`,
    },
    {
      name: 'a timer in all, which waits for it',
      code: `${GIVEN}await Promise.all([load(), new Promise((resolve) => setTimeout(resolve, 5000))]);`,
    },
    {
      name: 'a timer that any takes',
      code: `${GIVEN}await Promise.any([load(), new Promise((resolve) => setTimeout(resolve, 5000))]);`,
    },
    {
      name: 'a variable that may hold something else',
      code: `${GIVEN}let late: Promise<unknown> = load();
if (ids.length > 1) late = new Promise((resolve) => setTimeout(resolve, 5000));
await Promise.race([load(), late]);`,
    },
    {
      name: 'a return without await whose finally clears the timer at once, which is a dead handler',
      code: `${GIVEN}export async function run() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return Promise.race([load(), new Promise((_, reject) => { timer = setTimeout(reject, 5000); })]);
  } finally {
    clearTimeout(timer);
  }
}`,
    },
    {
      name: 'a timer that its own callback and the end of the race clear',
      code: `${GIVEN}export async function run() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((_, reject) => { timer = setTimeout(() => { clearTimeout(timer); reject(new Error('late')); }, 5000); });
  return await Promise.race([load(), late]).finally(() => clearTimeout(timer));
}`,
    },
    {
      name: 'a deadline of withResolvers that is cleared',
      code: `${GIVEN}export async function run() {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, 5000);
  try {
    return await Promise.race([load(), promise]);
  } finally {
    clearTimeout(timer);
  }
}`,
    },
    {
      name: 'withResolvers beside a timer of something else',
      code: `${GIVEN}export async function run(stop: (reject: () => void) => void) {
  const { promise, reject } = Promise.withResolvers<never>();
  setTimeout(load, 5000);
  stop(reject);
  return await Promise.race([load(), promise]);
}`,
    },
    {
      name: 'withResolvers of something else',
      code: `${GIVEN}declare const lib: { withResolvers(): { promise: Promise<void>; resolve(): void } };
export async function run() {
  const { promise, resolve } = lib.withResolvers();
  setTimeout(resolve, 5000);
  await Promise.race([load(), promise]);
}`,
    },
    {
      name: 'a timer that is awaited behind the race as well: a pause',
      code: `${GIVEN}const late = new Promise((resolve) => { setTimeout(resolve, 5000); });
await Promise.race([load(), late]);
await late;`,
    },
    {
      name: 'a timer that is waited for together with the work',
      code: `${GIVEN}const work = load();
const late = new Promise((resolve) => { setTimeout(resolve, 5000); });
await Promise.race([work, late]);
await Promise.all([work, late]);`,
    },
    {
      name: 'a timer in a list that is waited for as a whole',
      code: `${GIVEN}const all = [load(), new Promise((resolve) => { setTimeout(resolve, 5000); })];
await Promise.race(all);
await Promise.all(all);`,
    },
    {
      name: 'a timer with a reaction of its own',
      code: `${GIVEN}const late = new Promise<void>((resolve) => { setTimeout(resolve, 5000); });
late.then(() => { console.log('slow'); });
await Promise.race([load(), late]);`,
    },
    {
      name: 'a timer of withResolvers that is awaited as well',
      code: `${GIVEN}const { promise, resolve } = Promise.withResolvers<void>();
setTimeout(resolve, 5000);
await Promise.race([load(), promise]);
await promise;`,
    },
    {
      name: 'a timer that is exported',
      code: `${GIVEN}export const late = new Promise((resolve) => { setTimeout(resolve, 5000); });
await Promise.race([load(), late]);`,
    },
  ],
  invalid: [
    {
      name: 'a timer in an executor',
      code: `${GIVEN}await Promise.race([load(), new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5000))]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 2,
          column: 29,
          endLine: 2,
          endColumn: 106,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}let timer: ReturnType<typeof setTimeout> | undefined;
await Promise.race([load(), new Promise((_, reject) => (timer = setTimeout(() => reject(new Error('late')), 5000)))]).finally(() => clearTimeout(timer));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer in a block of an executor, behind a condition',
      code: `${GIVEN}export async function run() {
  if (ids.length > 1) {
    return await Promise.race([
      load(), // the work
      new Promise<never>((_, reject) => {
        setTimeout(() => {
          reject(new Error('late'));
        }, 5000);
      }),
    ]);
  }
  return load();
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 6,
          column: 7,
          endLine: 10,
          endColumn: 9,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  if (ids.length > 1) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return await Promise.race([
      load(), // the work
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error('late'));
        }, 5000);
      }),
    ]).finally(() => clearTimeout(timer));
  }
  return load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer under a name',
      code: `${GIVEN}export async function run(ms: number) {
  const late = new Promise<never>((_, reject) => { setTimeout(reject, ms); });
  const text = await Promise.race([load(), late]);
  return text.trim();
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(reject, ms); });
  const text = await Promise.race([load(), late]).finally(() => clearTimeout(timer));
  return text.trim();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer whose handle nobody reads',
      code: `${GIVEN}await Promise.race([load(), new Promise((resolve) => { const timer = setTimeout(resolve, 5000); })]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 2,
          column: 29,
          endLine: 2,
          endColumn: 99,
        },
      ],
    },
    {
      name: 'a timer whose handle is assigned and never read',
      code: `${GIVEN}let timer;
await Promise.race([load(), new Promise((resolve) => { timer = setTimeout(resolve, 5000); })]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 93,
        },
      ],
    },
    {
      name: 'a timer in an arrow without a block',
      code: `${GIVEN}export const run = () => Promise.race([load(), new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5000))]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 2,
          column: 48,
          endLine: 2,
          endColumn: 125,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export const run = () => { let timer: ReturnType<typeof setTimeout> | undefined; return Promise.race([load(), new Promise((_, reject) => (timer = setTimeout(() => reject(new Error('late')), 5000)))]).finally(() => clearTimeout(timer)); };`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer of another clock',
      code: `${GIVEN}export function run(): Promise<unknown> {
  return Promise.race([load(), new Promise((resolve) => window.setTimeout(resolve, 5000))]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 90,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export function run(): Promise<unknown> {
  let timer: number | undefined;
  return Promise.race([load(), new Promise((resolve) => (timer = window.setTimeout(resolve, 5000)))]).finally(() => window.clearTimeout(timer));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer in a helper',
      code: `${GIVEN}const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
await Promise.race([load(), sleep(5000)]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a timer in a helper, with a chain',
      code: `${GIVEN}function sleep(ms: number) { return new Promise<void>((resolve) => { setTimeout(() => resolve(), ms); }); }
await Promise.race([load(), sleep(5000).then(() => { throw new Error('late'); })]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 81,
        },
      ],
    },
    {
      name: 'an async function that does nothing but wait for a timer',
      code: `${GIVEN}const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
async function late(ms: number): Promise<never> { await sleep(ms); throw new Error('late'); }
await Promise.race([load(), late(5000)]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 29,
          endLine: 4,
          endColumn: 39,
        },
      ],
    },
    {
      name: 'a timer that is pushed to the list',
      code: `${GIVEN}const all: Promise<unknown>[] = [load()];
all.push(new Promise((resolve) => setTimeout(resolve, 5000)));
await Promise.race(all);
export {};`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}const all: Promise<unknown>[] = [load()];
let timer: ReturnType<typeof setTimeout> | undefined;
all.push(new Promise((resolve) => (timer = setTimeout(resolve, 5000))));
await Promise.race(all).finally(() => clearTimeout(timer));
export {};`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer of timers/promises',
      code: `${GIVEN}import { setTimeout as wait } from 'node:timers/promises';
const text = await Promise.race([load(), wait(5000)]);
console.log(text);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 42,
          endLine: 3,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}import { setTimeout as wait } from 'node:timers/promises';
const controller = new AbortController();
const text = await Promise.race([load(), wait(5000, undefined, { signal: controller.signal })]).finally(() => controller.abort());
console.log(text);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer of timers/promises with a value',
      code: `${GIVEN}import { setTimeout as wait } from 'node:timers/promises';
console.log(await Promise.race([load(), wait(5000, 'late')]));`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 59,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}import { setTimeout as wait } from 'node:timers/promises';
const controller = new AbortController();
console.log(await Promise.race([load(), wait(5000, 'late', { signal: controller.signal })]).finally(() => controller.abort()));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer of the scheduler',
      code: `${GIVEN}import { scheduler } from 'node:timers/promises';
await Promise.race([load(), scheduler.wait(5000)]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}import { scheduler } from 'node:timers/promises';
const controller = new AbortController();
await Promise.race([load(), scheduler.wait(5000, { signal: controller.signal })]).finally(() => controller.abort());`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promisified timer',
      code: `${GIVEN}import { promisify } from 'node:util';
const wait = promisify(setTimeout);
await Promise.race([load(), wait(5000)]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 29,
          endLine: 4,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}import { promisify } from 'node:util';
const wait = promisify(setTimeout);
const controller = new AbortController();
await Promise.race([load(), wait(5000, undefined, { signal: controller.signal })]).finally(() => controller.abort());`,
            },
          ],
        },
      ],
    },
    {
      name: 'work that takes a signal',
      code: `${GIVEN}export async function run() {
  const response = await Promise.race([fetch('/users'), new Promise<never>((_, reject) => setTimeout(reject, 5000))]);
  return response.json();
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 116,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const response = await Promise.race([fetch('/users'), new Promise<never>((_, reject) => (timer = setTimeout(reject, 5000)))]).finally(() => clearTimeout(timer));
  return response.json();
}`,
            },
            {
              messageId: 'passSignal',
              output: `${GIVEN}export async function run() {
  const response = await fetch('/users', { signal: AbortSignal.timeout(5000) });
  return response.json();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'work that takes a signal beside other options',
      code: `${GIVEN}await Promise.race([
  fetch('/users', { method: 'POST' }),
  new Promise<never>((_, reject) => { setTimeout(reject, 5000); }),
]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}let timer: ReturnType<typeof setTimeout> | undefined;
await Promise.race([
  fetch('/users', { method: 'POST' }),
  new Promise<never>((_, reject) => { timer = setTimeout(reject, 5000); }),
]).finally(() => clearTimeout(timer));`,
            },
            {
              messageId: 'passSignal',
              output: `${GIVEN}await fetch('/users', { method: 'POST', signal: AbortSignal.timeout(5000) });`,
            },
          ],
        },
      ],
    },
    {
      name: 'work that takes a signal as an argument',
      code: `${GIVEN}declare function find(id: string, signal?: AbortSignal): Promise<string>;
await Promise.race([find('a'), new Promise<never>((_, reject) => setTimeout(reject, 5000))]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 91,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}declare function find(id: string, signal?: AbortSignal): Promise<string>;
let timer: ReturnType<typeof setTimeout> | undefined;
await Promise.race([find('a'), new Promise<never>((_, reject) => (timer = setTimeout(reject, 5000)))]).finally(() => clearTimeout(timer));`,
            },
            {
              messageId: 'passSignal',
              output: `${GIVEN}declare function find(id: string, signal?: AbortSignal): Promise<string>;
await find('a', AbortSignal.timeout(5000));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a comment that would go: no signal is suggested',
      code: `${GIVEN}await Promise.race([
  fetch('/users'),
  // five seconds
  new Promise<never>((_, reject) => setTimeout(reject, 5000)),
]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}let timer: ReturnType<typeof setTimeout> | undefined;
await Promise.race([
  fetch('/users'),
  // five seconds
  new Promise<never>((_, reject) => (timer = setTimeout(reject, 5000))),
]).finally(() => clearTimeout(timer));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer that fulfils, which no signal stands for',
      code: `${GIVEN}await Promise.race([fetch('/users'), new Promise((resolve) => setTimeout(resolve, 5000))]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 2,
          column: 38,
          endLine: 2,
          endColumn: 89,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}let timer: ReturnType<typeof setTimeout> | undefined;
await Promise.race([fetch('/users'), new Promise((resolve) => (timer = setTimeout(resolve, 5000)))]).finally(() => clearTimeout(timer));`,
            },
          ],
        },
      ],
    },
    {
      name: 'work that has a signal already',
      code: `${GIVEN}export async function run(signal: AbortSignal) {
  await Promise.race([fetch('/users', { signal }), new Promise<never>((_, reject) => setTimeout(reject, 5000))]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 111,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run(signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([fetch('/users', { signal }), new Promise<never>((_, reject) => (timer = setTimeout(reject, 5000)))]).finally(() => clearTimeout(timer));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer that only its own callback clears',
      code: `${GIVEN}export async function run() {
  return await Promise.race([load(), new Promise((_, reject) => { const timer = setTimeout(() => { clearTimeout(timer); reject(new Error('late')); }, 5000); })]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 3,
          column: 38,
          endLine: 3,
          endColumn: 160,
        },
      ],
    },
    {
      name: 'a deadline of withResolvers',
      code: `${GIVEN}export async function run() {
  const { promise, reject } = Promise.withResolvers<never>();
  setTimeout(() => reject(new Error('late')), 5000);
  return await Promise.race([load(), promise]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 38,
          endLine: 5,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  const { promise, reject } = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  timer = setTimeout(() => reject(new Error('late')), 5000);
  return await Promise.race([load(), promise]).finally(() => clearTimeout(timer));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a deadline of withResolvers under one name',
      code: `${GIVEN}export async function run() {
  const late = Promise.withResolvers<void>();
  setTimeout(late.resolve, 5000);
  await Promise.race([load(), late.promise]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  const late = Promise.withResolvers<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  timer = setTimeout(late.resolve, 5000);
  await Promise.race([load(), late.promise]).finally(() => clearTimeout(timer));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer that two races share, reported once and not cleared',
      code: `${GIVEN}export async function run() {
  const late = new Promise((resolve) => { setTimeout(resolve, 5000); });
  await Promise.race([load(1), late]);
  await Promise.race([load(2), late]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 32,
          endLine: 4,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'a timer for all turns of a loop, which is not cleared in one',
      code: `${GIVEN}export async function run() {
  const late = new Promise((resolve) => { setTimeout(resolve, 5000); });
  for (const id of ids) {
    if (await Promise.race([load(id), late])) { return; }
    break;
  }
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 39,
          endLine: 5,
          endColumn: 43,
        },
      ],
    },
    {
      name: 'a timer that is made in each turn',
      code: `${GIVEN}export async function run() {
  for (const id of ids) {
    const late = new Promise((resolve) => { setTimeout(resolve, 5000); });
    await Promise.race([load(id), late]);
  }
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  for (const id of ids) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise((resolve) => { timer = setTimeout(resolve, 5000); });
    await Promise.race([load(id), late]).finally(() => clearTimeout(timer));
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer that is silenced first, and raced through a reaction',
      code: `${GIVEN}export async function run() {
  const late = new Promise<never>((_, reject) => { setTimeout(reject, 5000); });
  late.catch(() => {});
  await Promise.race([load(), late.catch(() => 'late')]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(reject, 5000); });
  late.catch(() => {});
  await Promise.race([load(), late.catch(() => 'late')]).finally(() => clearTimeout(timer));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer of a list that is raced alone, pushed under a name',
      code: `${GIVEN}export async function run() {
  const late = new Promise((resolve) => { setTimeout(resolve, 5000); });
  const all: Promise<unknown>[] = [load()];
  all.push(late);
  await Promise.race(all);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 12,
          endLine: 5,
          endColumn: 16,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, 5000); });
  const all: Promise<unknown>[] = [load()];
  all.push(late);
  await Promise.race(all).finally(() => clearTimeout(timer));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer of withResolvers for one race',
      code: `${GIVEN}export async function run() {
  const late = Promise.withResolvers<void>();
  setTimeout(late.resolve, 5000);
  await Promise.race([load(), late.promise]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  const late = Promise.withResolvers<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  timer = setTimeout(late.resolve, 5000);
  await Promise.race([load(), late.promise]).finally(() => clearTimeout(timer));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race in brackets that is the body of an arrow function',
      code: `${GIVEN}export const run = () => (Promise.race([load(), new Promise((resolve) => setTimeout(resolve, 5000))]));`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 2,
          column: 49,
          endLine: 2,
          endColumn: 100,
        },
      ],
    },
    {
      name: 'a timer of timers/promises with options',
      code: `${GIVEN}import { setTimeout as wait } from 'node:timers/promises';
export async function run() {
  await Promise.race([load(), wait(5000, 'late', { ref: true })]);
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}import { setTimeout as wait } from 'node:timers/promises';
export async function run() {
  const controller = new AbortController();
  await Promise.race([load(), wait(5000, 'late', { ref: true, signal: controller.signal })]).finally(() => controller.abort());
}`,
            },
          ],
        },
      ],
    },
  ],
});
