import rule from '../../src/rules/no-leaky-race.ts';
import { ruleTester } from '../rule-tester.ts';

// Members that outlive the turn of a loop.

// Names that the cases may use without declaring them.
const GIVEN =
  'declare function load(...values: unknown[]): Promise<string>; declare const ids: string[];\n';

ruleTester.run('no-leaky-race', rule, {
  valid: [
    {
      name: 'a promise of the turn',
      code: `${GIVEN}export async function run(signal: AbortSignal) { while (!signal.aborted) { const own = load(); await Promise.race([load(), own]); } }`,
    },
    {
      name: 'a race outside the loop',
      code: `${GIVEN}export async function run(stop: Promise<void>) { await Promise.race([load(), stop]); for (const id of ids) await load(id); }`,
    },
    {
      name: 'a promise that the loop replaces',
      code: `${GIVEN}export async function run() { let next = load(); while (true) { await Promise.race([load(), next]); next = load(); } }`,
    },
    {
      name: 'a list of running promises that shrinks',
      code: `${GIVEN}export async function run() { const running = new Set<Promise<unknown>>(); for (const id of ids) { const task = load(id).finally(() => running.delete(task)); running.add(task); if (running.size > 3) await Promise.race(running); } }`,
    },
    {
      name: 'a field that others replace',
      code: `${GIVEN}export class Queue { #next = load(); push() { this.#next = load(); } async run() { for (;;) { await Promise.race([load(), this.#next]); } } }`,
    },
    {
      name: 'a field that others may write',
      code: `${GIVEN}export class Queue { next = load(); async run() { for (;;) { await Promise.race([load(), this.next]); } } }`,
    },
    {
      name: 'a field that a pattern replaces',
      code: `${GIVEN}export class Queue { #next = load(); #id = load(); push(pair: [Promise<string>, Promise<string>]) { [this.#next, this.#id] = pair; } async run() { for (;;) { await Promise.race([load(), this.#next]); } } }`,
    },
    {
      name: 'a value that is no promise',
      code: `${GIVEN}export async function run(text: string) { for (;;) { await Promise.race([load(), text]); } }`,
    },
    {
      name: 'a value of type any',
      code: `${GIVEN}export async function run(stop: any) { for (;;) { await Promise.race([load(), stop]); } }`,
    },
    {
      name: 'a race that is returned, as in a retry',
      code: `${GIVEN}export async function run(stop: Promise<string>) { for (;;) { try { return await Promise.race([load(), stop]); } catch { console.log(); } } }`,
    },
    {
      name: 'a loop that ends in its first turn',
      code: `${GIVEN}export async function run(stop: Promise<string>) { while (ids.length > 0) { await Promise.race([load(), stop]); break; } }`,
    },
    {
      name: 'a function that is called once',
      code: `${GIVEN}const stop = load();
await (async () => { await Promise.race([load(), stop]); })();`,
    },
    {
      name: 'a parameter of the function that is called repeatedly',
      code: `${GIVEN}export const abortable = () => (stop: Promise<never>) => Promise.race([load(), stop]);`,
    },
    {
      name: 'a list that a loop goes over',
      code: `${GIVEN}export async function run(stop: Promise<string>) { for (const letter of await Promise.race([load(), stop])) console.log(letter); }`,
    },
    {
      name: 'a chain on what is made in each turn',
      code: `${GIVEN}export async function run() {
  for (const id of ids) {
    await Promise.race([load(id), load().then(() => 'stop')]);
  }
}`,
    },
    {
      name: 'the promise of resolvers of the turn',
      code: `${GIVEN}export async function run() {
  for (const id of ids) {
    const stopped = Promise.withResolvers<string>();
    await Promise.race([load(id), stopped.promise]);
  }
}`,
    },
    {
      name: 'the promise of resolvers in a field that is replaced',
      code: `${GIVEN}export class Poller {
  #stopped = Promise.withResolvers<string>();
  async run() {
    while (ids.length > 0) {
      await Promise.race([load(), this.#stopped.promise]);
      this.#stopped = Promise.withResolvers();
    }
  }
}`,
    },
    {
      name: 'the field of an object of the turn',
      code: `${GIVEN}class Session { readonly closed = load(); }
export async function run(sessions: Session[]) {
  for (const session of sessions) {
    await Promise.race([load(), session.closed]);
  }
}`,
    },
    {
      name: 'what is loaded once, raced for each request',
      code: `${GIVEN}const settings = load();
export async function GET() {
  await Promise.race([load(), settings]);
  return new Response();
}`,
    },
    {
      name: 'an event of the process, raced in an exported function that may run once',
      code: `${GIVEN}import { once } from 'node:events';
const stopped = once(process, 'SIGTERM');
export async function main() {
  await Promise.race([load(), stopped]);
}`,
    },
    {
      name: 'the promise of resolvers, raced in a getter of something that is no path',
      code: `${GIVEN}declare const app: { get(key: string, make: () => Promise<void>): void };
const stopped = Promise.withResolvers<string>();
app.get('users', async () => {
  await Promise.race([load(), stopped.promise]).catch(() => {});
});
export const stop = () => { stopped.resolve(''); };`,
    },
  ],
  invalid: [
    {
      name: 'a promise from before a while loop',
      code: `${GIVEN}import { once } from 'node:events';
export async function run(signal: AbortSignal) {
  const aborted = once(signal, 'abort');
  while (!signal.aborted) {
    await Promise.race([load(), aborted]);
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'aborted', turn: 'turn of the loop' },
          line: 6,
          column: 33,
          endLine: 6,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a parameter, in a for await loop',
      code: `${GIVEN}export async function run(stop: Promise<void>, names: AsyncIterable<string>) {
  for await (const name of names) {
    await Promise.race([load(name), stop]);
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'stop', turn: 'turn of the loop' },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'a chain on it',
      code: `${GIVEN}export async function run(stop: Promise<void>) {
  for (;;) {
    await Promise.race([load(), stop.then(() => 'stop')]);
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'stop', turn: 'turn of the loop' },
          line: 4,
          column: 33,
          endLine: 4,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a readonly field',
      code: `${GIVEN}export class Queue {
  readonly #aborted: Promise<void>;
  constructor(aborted: Promise<void>) {
    this.#aborted = aborted;
  }
  async run() {
    for (;;) {
      await Promise.race([load(), this.#aborted]);
    }
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'this.#aborted', turn: 'turn of the loop' },
          line: 9,
          column: 35,
          endLine: 9,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'the callback of an interval',
      code: `${GIVEN}export function watch(stop: Promise<void>) {
  setInterval(async () => {
    await Promise.race([load(), stop]);
  }, 1000);
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'stop', turn: 'call' },
          line: 4,
          column: 33,
          endLine: 4,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'the listener of an event',
      code: `${GIVEN}export function watch(stop: Promise<void>, target: EventTarget) {
  target.addEventListener('message', async () => {
    await Promise.race([load(), stop]);
  });
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'stop', turn: 'call' },
          line: 4,
          column: 33,
          endLine: 4,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'a function that is returned to be called at will',
      code: `${GIVEN}export function abortableBy(stop: Promise<never>) {
  return function abortable<T>(work: Promise<T>) {
    return Promise.race([work, stop]);
  };
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'stop', turn: 'call' },
          line: 4,
          column: 32,
          endLine: 4,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'an inner loop in the turn of an outer one',
      code: `${GIVEN}export async function run() {
  for (const id of ids) {
    const stop = load(id);
    while (ids.length > 3) {
      await Promise.race([load(), stop]);
    }
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'stop', turn: 'turn of the loop' },
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 39,
        },
      ],
    },
    {
      name: 'a heartbeat, whose timer and work are both left behind',
      code: `${GIVEN}export async function run() {
  const task = load();
  while (true) {
    const next = await Promise.race([task, new Promise<string>((resolve) => { setTimeout(resolve, 5000, 'tick'); })]);
    if (next !== 'tick') return next;
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'task', turn: 'turn of the loop' },
          line: 5,
          column: 38,
          endLine: 5,
          endColumn: 42,
        },
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 116,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  const task = load();
  while (true) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = await Promise.race([task, new Promise<string>((resolve) => { timer = setTimeout(resolve, 5000, 'tick'); })]).finally(() => clearTimeout(timer));
    if (next !== 'tick') return next;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a heartbeat with callbacks',
      code: `${GIVEN}export async function run() {
  const task = load();
  while (true) {
    const next = await Promise.race([task, new Promise<string>((resolve) => { setTimeout(() => { resolve('tick'); }, 5000); })]);
    if (next !== 'tick') return next;
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'task', turn: 'turn of the loop' },
          line: 5,
          column: 38,
          endLine: 5,
          endColumn: 42,
        },
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 127,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  const task = load();
  while (true) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = await Promise.race([task, new Promise<string>((resolve) => { timer = setTimeout(() => { resolve('tick'); }, 5000); })]).finally(() => clearTimeout(timer));
    if (next !== 'tick') return next;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a heartbeat whose timer is cleared',
      code: `${GIVEN}export async function run() {
  const task = load();
  while (true) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = await Promise.race([task, new Promise<string>((resolve) => { timer = setTimeout(() => { resolve('tick'); }, 5000); })]).finally(() => clearTimeout(timer));
    if (next !== 'tick') return next;
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'task', turn: 'turn of the loop' },
          line: 6,
          column: 38,
          endLine: 6,
          endColumn: 42,
        },
      ],
    },
    {
      name: 'a timer in each turn, beside work that is started there',
      code: `${GIVEN}export async function run() {
  while (true) {
    const next = await Promise.race([load(), new Promise<string>((resolve) => { setTimeout(() => { resolve('tick'); }, 5000); })]);
    if (next !== 'tick') console.log(next);
  }
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 46,
          endLine: 4,
          endColumn: 129,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export async function run() {
  while (true) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = await Promise.race([load(), new Promise<string>((resolve) => { timer = setTimeout(() => { resolve('tick'); }, 5000); })]).finally(() => clearTimeout(timer));
    if (next !== 'tick') console.log(next);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a timer that outlives the turns, which is one mistake',
      code: `${GIVEN}export async function run() {
  const late = new Promise<string>((resolve) => { setTimeout(() => { resolve('late'); }, 5000); });
  while (true) {
    const next = await Promise.race([load(), late]);
    if (next === 'late') break;
  }
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 46,
          endLine: 5,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'a chain of two on it',
      code: `${GIVEN}export async function run(stop: Promise<void>) {
  for (const id of ids) {
    await Promise.race([load(id), stop.then(() => 'stop').catch(() => 'failed')]);
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          data: { member: 'stop', turn: 'turn of the loop' },
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 80,
        },
      ],
    },
    {
      name: 'the promise of resolvers, raced in a loop',
      code: `${GIVEN}export async function run() {
  const stopped = Promise.withResolvers<string>();
  for (const id of ids) {
    await Promise.race([load(id), stopped.promise]);
  }
  stopped.resolve('');
}`,
      errors: [
        {
          messageId: 'growingReactions',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 50,
        },
      ],
    },
    {
      name: 'the promise of resolvers in a field',
      code: `${GIVEN}export class Poller {
  readonly #stopped = Promise.withResolvers<string>();
  async run() {
    while (ids.length > 0) {
      await Promise.race([load(), this.#stopped.promise]);
    }
  }
}`,
      errors: [
        {
          messageId: 'growingReactions',
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'an event of the process, raced for each request',
      code: `${GIVEN}import { once } from 'node:events';
const stopped = once(process, 'SIGTERM');
export async function GET() {
  await Promise.race([load(), stopped]);
  return new Response();
}`,
      errors: [
        {
          messageId: 'growingReactions',
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'the promise of resolvers, raced in a route',
      code: `${GIVEN}declare const app: { get(path: string, handle: () => Promise<void>): void };
const stopped = Promise.withResolvers<string>();
app.get('/users', async () => {
  await Promise.race([load(), stopped.promise]).catch(() => {});
});
export const stop = () => { stopped.resolve(''); };`,
      errors: [
        {
          messageId: 'growingReactions',
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 46,
        },
      ],
    },
  ],
});
