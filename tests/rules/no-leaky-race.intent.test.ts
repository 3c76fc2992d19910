import rule from '../../src/rules/no-leaky-race.ts';
import { ruleTester } from '../rule-tester.ts';

// What a race was meant for, under the option `checkIntent`.

// Names that the cases may use without declaring them.
const GIVEN =
  'declare function load(...values: unknown[]): Promise<string>; declare const ids: string[];\n';

ruleTester.run('no-leaky-race', rule, {
  valid: [
    {
      name: 'mirrors without the option',
      code: `${GIVEN}export const first = (mirrors: string[]) => Promise.race(mirrors.map((mirror) => fetch(mirror)));`,
    },
    {
      name: 'mirrors that any takes',
      code: `${GIVEN}export const first = (mirrors: string[]) => Promise.any(mirrors.map((mirror) => fetch(mirror)));`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'a list of other things',
      code: `${GIVEN}export const first = (tasks: string[]) => Promise.race(tasks.map((task) => load(task)));`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'mirrors that cannot reject',
      code: `${GIVEN}export const first = (mirrors: string[]) => Promise.race(mirrors.map((mirror) => fetch(mirror).catch(() => undefined)));`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'calls of two functions',
      code: `${GIVEN}declare function ask(url: string): Promise<string>;
export const first = () => Promise.race([load('https://a.example'), ask('https://b.example')]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'calls with arguments that are no alternatives',
      code: `${GIVEN}export const first = () => Promise.race([load('open'), load('close')]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'a promise that never fulfils, without the option',
      code: `${GIVEN}export const run = (aborted: Promise<never>) => Promise.race([load(), aborted]);`,
    },
    {
      name: 'work that has the signal',
      code: `${GIVEN}export const run = (aborted: Promise<never>, signal: AbortSignal) => Promise.race([fetch('/a', { signal }), aborted]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'a promise that may fulfil',
      code: `${GIVEN}export const run = (stopped: Promise<void>) => Promise.race([load(), stopped]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work that was started elsewhere',
      code: `${GIVEN}export const run = (aborted: Promise<never>, work: Promise<string>) => Promise.race([work, aborted]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'a chain on work that was started elsewhere',
      code: `${GIVEN}export const run = (aborted: Promise<never>, work: Promise<string>) => Promise.race([work.then(load), aborted]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work of the caller',
      code: `${GIVEN}export const run = (aborted: Promise<never>, work: () => Promise<string>) => Promise.race([work(), aborted]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work that is given what stops it',
      code: `${GIVEN}interface Token { onCancelled(then: () => void): void }
export const run = (token: Token) => Promise.race([load(token), new Promise<never>((_, reject) => { token.onCancelled(reject as () => void); })]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work that cannot reject',
      code: `${GIVEN}export const run = (aborted: Promise<never>) => Promise.race([load().catch(() => undefined), aborted]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work that is stopped behind the race',
      code: `${GIVEN}export async function run(aborted: Promise<never>, job: { run(): Promise<void>; cancel(): void }) { try { await Promise.race([job.run(), aborted]); } finally { job.cancel(); } }`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'texts of a list',
      code: `${GIVEN}export const first = () => Promise.race(['a', 'b'].map(load));`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'two sources of which none is named for a fallback',
      code: `${GIVEN}declare function fromCache(): Promise<string>;
export const first = () => Promise.race([fromCache(), load()]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work under a time limit that is cleared',
      code: `${GIVEN}export async function run() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return Promise.race([load(1), new Promise<never>((_, reject) => { timer = setTimeout(reject, 5000); })]).finally(() => clearTimeout(timer));
}`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work that takes a signal under a time limit that is cleared',
      code: `${GIVEN}export async function run() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return Promise.race([fetch('/a'), new Promise<never>((_, reject) => { timer = setTimeout(reject, 5000); })]).finally(() => clearTimeout(timer));
}`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work that races a promise that a signal with a time limit rejects',
      code: `${GIVEN}declare function install(): Promise<void>;
const signal = AbortSignal.timeout(5000);
const late = new Promise<never>((_, reject) => { signal.addEventListener('abort', () => { reject(signal.reason as Error); }); });
await Promise.race([install(), late]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'work that races what a signal with a time limit is given to',
      code: `${GIVEN}declare function install(): Promise<void>;
declare function rejectOn(signal: AbortSignal): Promise<never>;
await Promise.race([install(), rejectOn(AbortSignal.timeout(5000))]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'a time limit in an object that a helper returns',
      code: `${GIVEN}function timer(ms: number) { let id: ReturnType<typeof setTimeout> | undefined; const promise = new Promise<never>((_, reject) => { id = setTimeout(() => { reject(new Error('late')); }, ms); }); return { promise, clear: () => { clearTimeout(id); } }; }
export async function run() { const t = timer(5000); try { return await Promise.race([load(), t.promise]); } finally { t.clear(); } }`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'a time limit that a pattern takes out of what a helper returns',
      code: `${GIVEN}function timer(ms: number) { let id: ReturnType<typeof setTimeout> | undefined; const promise = new Promise<never>((_, reject) => { id = setTimeout(() => { reject(new Error('late')); }, ms); }); return { promise, clear: () => { clearTimeout(id); } }; }
export async function run() { const { promise: late, clear } = timer(5000); try { return await Promise.race([load(), late]); } finally { clear(); } }`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'a time limit of withResolvers in what a helper returns',
      code: `${GIVEN}interface Timer { late: Promise<never>; clear(): void }
function timer(ms: number): Timer { const { promise, reject } = Promise.withResolvers<never>(); const id = setTimeout(() => { reject(new Error('late')); }, ms); return { late: promise, clear() { clearTimeout(id); } }; }
export async function run() { const t = timer(5000); try { return await Promise.race([load(), t.late]); } finally { t.clear(); } }`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'events of servers',
      code: `${GIVEN}import { once, type EventEmitter } from 'node:events';
export const first = (servers: EventEmitter[]) => Promise.race(servers.map((server) => once(server, 'close')));`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'events of two servers',
      code: `${GIVEN}import { once, type EventEmitter } from 'node:events';
export const first = (server1: EventEmitter, server2: EventEmitter) => Promise.race([once(server1, 'close'), once(server2, 'close')]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'promises that servers hold',
      code: `${GIVEN}export const first = (servers: { closed: Promise<void> }[]) => Promise.race(servers.map((server) => server.closed));`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'a wait for an event beside a cancellation',
      code: `${GIVEN}declare const page: { waitForURL(url: string): Promise<void> };
declare const cancelled: Promise<never>;
export const run = () => Promise.race([page.waitForURL('/a'), cancelled]);`,
      options: [{ checkIntent: true }],
    },
    {
      name: 'what an iterator gives next beside a cancellation',
      code: `${GIVEN}declare const cancelled: Promise<never>;
export const run = (all: AsyncIterator<string>) => Promise.race([all.next(), cancelled]);`,
      options: [{ checkIntent: true }],
    },
  ],
  invalid: [
    {
      name: 'mirrors',
      code: `${GIVEN}export const first = (mirrors: string[]) => Promise.race(mirrors.map((mirror) => fetch(mirror)));`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'raceForSuccess',
          line: 2,
          column: 45,
          endLine: 2,
          endColumn: 97,
          suggestions: [
            {
              messageId: 'useAny',
              output: `${GIVEN}export const first = (mirrors: string[]) => Promise.any(mirrors.map((mirror) => fetch(mirror)));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a fallback beside the first choice',
      code: `${GIVEN}export const first = (primaryUrl: string, fallbackUrl: string) => Promise.race([fetch(primaryUrl), fetch(fallbackUrl)]);`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'raceForSuccess',
          line: 2,
          column: 67,
          endLine: 2,
          endColumn: 120,
          suggestions: [
            {
              messageId: 'useAny',
              output: `${GIVEN}export const first = (primaryUrl: string, fallbackUrl: string) => Promise.any([fetch(primaryUrl), fetch(fallbackUrl)]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'two addresses',
      code: `${GIVEN}export const first = () => Promise.race([fetch('https://a.example'), fetch('https://b.example')]);`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'raceForSuccess',
          line: 2,
          column: 28,
          endLine: 2,
          endColumn: 98,
          suggestions: [
            {
              messageId: 'useAny',
              output: `${GIVEN}export const first = () => Promise.any([fetch('https://a.example'), fetch('https://b.example')]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'work that goes on',
      code: `${GIVEN}export const run = (aborted: Promise<never>) => Promise.race([load(1), aborted]);`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'workGoesOn',
          data: { work: 'load' },
          line: 2,
          column: 63,
          endLine: 2,
          endColumn: 70,
        },
      ],
    },
    {
      name: 'work that takes a signal',
      code: `${GIVEN}export const run = (aborted: Promise<never>) => Promise.race([fetch('/a'), aborted]);`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'workTakesSignal',
          data: { work: 'fetch' },
          line: 2,
          column: 63,
          endLine: 2,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'a timer that nobody clears, which is reported alone',
      code: `${GIVEN}export const run = () => Promise.race([load(1), new Promise<never>((_, reject) => setTimeout(reject, 5000))]);`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'leakedTimer',
          line: 2,
          column: 49,
          endLine: 2,
          endColumn: 108,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export const run = () => { let timer: ReturnType<typeof setTimeout> | undefined; return Promise.race([load(1), new Promise<never>((_, reject) => (timer = setTimeout(reject, 5000)))]).finally(() => clearTimeout(timer)); };`,
            },
          ],
        },
      ],
    },
    {
      name: 'addresses of a list',
      code: `${GIVEN}export const first = () => Promise.race(['https://a.example', 'https://b.example'].map(load));`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'raceForSuccess',
          line: 2,
          column: 28,
          endLine: 2,
          endColumn: 94,
          suggestions: [
            {
              messageId: 'useAny',
              output: `${GIVEN}export const first = () => Promise.any(['https://a.example', 'https://b.example'].map(load));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call and its fallback',
      code: `${GIVEN}declare function loadFallback(): Promise<string>;
export const first = () => Promise.race([load(), loadFallback()]);`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'raceForSuccess',
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'useAny',
              output: `${GIVEN}declare function loadFallback(): Promise<string>;
export const first = () => Promise.any([load(), loadFallback()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'work that races a promise that another signal rejects',
      code: `${GIVEN}declare function install(): Promise<void>;
declare const signal: AbortSignal;
const aborted = new Promise<never>((_, reject) => { signal.addEventListener('abort', () => { reject(signal.reason as Error); }); });
await Promise.race([install(), aborted]);`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'workGoesOn',
          line: 5,
          column: 21,
          endLine: 5,
          endColumn: 30,
        },
      ],
    },
    {
      name: 'a promise that a caller rejects, in what a helper returns',
      code: `${GIVEN}function stopper() { let stop!: (reason: unknown) => void; const promise = new Promise<never>((_, reject) => { stop = reject; }); return { promise, stop }; }
export async function run() { const t = stopper(); process.on('SIGINT', t.stop); return await Promise.race([load(), t.promise]); }`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'workGoesOn',
          data: { work: 'load' },
          line: 3,
          column: 109,
          endLine: 3,
          endColumn: 115,
        },
      ],
    },
    {
      name: 'a helper that cannot be followed',
      code: `${GIVEN}declare function timer(ms: number): { promise: Promise<never>; clear(): void };
export async function run() { const t = timer(5000); try { return await Promise.race([load(), t.promise]); } finally { t.clear(); } }`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'workGoesOn',
          data: { work: 'load' },
          line: 3,
          column: 87,
          endLine: 3,
          endColumn: 93,
        },
      ],
    },
    {
      name: 'another promise of the helper than the one of its timer',
      code: `${GIVEN}function timer(ms: number) { let stop!: (reason: unknown) => void; const stopped = new Promise<never>((_, reject) => { stop = reject; }); const promise = new Promise<never>((_, reject) => { setTimeout(reject, ms); }); return { promise, stopped, stop }; }
export async function run() { const t = timer(5000); process.on('SIGINT', t.stop); return await Promise.race([load(), t.stopped]); }`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'workGoesOn',
          data: { work: 'load' },
          line: 3,
          column: 111,
          endLine: 3,
          endColumn: 117,
        },
      ],
    },
    {
      name: 'servers that are asked',
      code: `${GIVEN}export const first = (servers: { ask(): Promise<void> }[]) => Promise.race(servers.map((server) => server.ask()));`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'raceForSuccess',
          line: 2,
          column: 63,
          endLine: 2,
          endColumn: 114,
          suggestions: [
            {
              messageId: 'useAny',
              output: `${GIVEN}export const first = (servers: { ask(): Promise<void> }[]) => Promise.any(servers.map((server) => server.ask()));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a page that is loaded beside a cancellation',
      code: `${GIVEN}declare const page: { goto(url: string): Promise<void> };
declare const cancelled: Promise<never>;
export const run = () => Promise.race([page.goto('/a'), cancelled]);`,
      options: [{ checkIntent: true }],
      errors: [
        {
          messageId: 'workGoesOn',
          line: 4,
          column: 40,
          endLine: 4,
          endColumn: 55,
        },
      ],
    },
  ],
});
