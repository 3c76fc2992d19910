import rule from '../../src/rules/no-late-handling.ts';
import { ruleTester } from '../rule-tester.ts';

// What comes between the start of a promise and its handler.

const GIVEN = `declare function load(id?: unknown): Promise<string>;
declare function other(...args: unknown[]): Promise<number>;
declare function log(...args: unknown[]): void;
declare const ids: string[];
declare const isReady: boolean;
`;

ruleTester.run('no-late-handling', rule, {
  valid: [
    {
      name: 'handled where one of two is there, and it is',
      code: `${GIVEN}export async function f() {
  const a = isReady ? load() : undefined;
  const b = load();
  if (a || b) await Promise.all([a, b]);
  await load();
}`,
    },
    {
      name: 'replaced by what a handler gives, where it is not handed on',
      code: `${GIVEN}export function f() {
  let p = load();
  if (isReady) {
    p = p.catch(() => '');
  }
  return isReady ? load() : p;
}`,
    },
    {
      name: 'awaited at once',
      code: `${GIVEN}export async function f() {
  const a = load();
  await a;
}`,
    },
    {
      name: 'a plain call between, which may throw',
      code: `${GIVEN}export async function f() {
  const a = load();
  log();
  await a;
}`,
    },
    {
      name: 'an await before the start',
      code: `${GIVEN}export async function f() {
  await other();
  const a = load();
  await a;
}`,
    },
    {
      name: 'an await in the call that starts it',
      code: `${GIVEN}export async function f() {
  const a = load(await other());
  await a;
}`,
    },
    {
      name: 'both given to Promise.all',
      code: `${GIVEN}export async function f() {
  const a = load();
  const b = load();
  await Promise.all([a, b]);
}`,
    },
    {
      name: 'both given to Promise.allSettled',
      code: `${GIVEN}export async function f() {
  const a = load();
  const b = load();
  await Promise.allSettled([a, b]);
}`,
    },
    {
      name: 'an await inside the array of a combinator is for another rule',
      code: `${GIVEN}export async function f() {
  const a = load();
  await Promise.all([await other(), a]);
}`,
    },
    {
      name: 'a handler that is attached at once',
      code: `${GIVEN}export async function f() {
  const a = load();
  a.catch(() => {});
  await other();
  await a;
}`,
    },
    {
      name: 'a reaction that is attached at once',
      code: `${GIVEN}export async function f() {
  const a = load();
  a.then(log, log);
  await other();
  await a;
}`,
    },
    {
      name: 'a handler in the call that starts it',
      code: `${GIVEN}export async function f() {
  const a = load().catch(() => null);
  await other();
  await a;
}`,
    },
    {
      name: 'a handler that a condition does not leave out',
      code: `${GIVEN}export async function f() {
  const a = isReady ? load() : undefined;
  a?.catch(() => {});
  await other();
  await a;
}`,
    },
    {
      name: 'passed on',
      code: `${GIVEN}export async function f() {
  const a = load();
  log(a);
  await other();
  await a;
}`,
    },
    {
      name: 'passed on to a property',
      code: `${GIVEN}export const state: { a?: Promise<string> } = {};
export async function f() {
  const a = load();
  state.a = a;
  await other();
  await a;
}`,
    },
    {
      name: 'returned',
      code: `${GIVEN}export function f() {
  const a = load();
  log();
  return a;
}`,
    },
    {
      name: 'returned in an object',
      code: `${GIVEN}export function f() {
  const a = load();
  return { a };
}`,
    },
    {
      name: 'awaited in both arms',
      code: `${GIVEN}export async function f() {
  const a = load();
  if (isReady) {
    await a;
  } else {
    log(await a);
  }
}`,
    },
    {
      name: 'awaited in finally',
      code: `${GIVEN}export async function f() {
  const a = load();
  try {
    if (!isReady) throw new Error();
  } finally {
    await a;
  }
}`,
    },
    {
      name: 'a throw that is caught where it is awaited',
      code: `${GIVEN}export async function f() {
  const a = load();
  try {
    if (!isReady) throw new Error();
  } catch {
    log();
  }
  await a;
}`,
    },
    {
      name: 'a return before the start',
      code: `${GIVEN}export async function f() {
  if (!isReady) return;
  const a = load();
  await a;
}`,
    },
    {
      name: 'the end of the process',
      code: `${GIVEN}export async function f() {
  const a = load();
  if (!isReady) process.exit(1);
  await a;
}`,
    },
    {
      name: 'a condition that looks for the promise',
      code: `${GIVEN}export async function f() {
  let a;
  if (isReady) a = load();
  if (a) await a;
}`,
    },
    {
      name: 'a condition that looks for the promise the other way round',
      code: `${GIVEN}export async function f() {
  let a;
  if (isReady) a = load();
  if (a === undefined) return;
  await a;
}`,
    },
    {
      name: 'the condition under which it was started',
      code: `${GIVEN}export async function f() {
  let a;
  if (isReady) a = load();
  if (isReady) await a;
}`,
    },
    {
      name: 'a continue that does not pass it by',
      code: `${GIVEN}export async function f() {
  for (const id of ids) {
    if (!id) continue;
    const a = load(id);
    await a;
  }
}`,
    },
    {
      name: 'a reaction of a promise that took it at once',
      code: `${GIVEN}export function f() {
  const a = load();
  return Promise.all([a, other()]).then(() => a);
}`,
    },
    {
      name: 'a callback that may run at once',
      code: `${GIVEN}declare function run(callback: () => void): void;
export async function f() {
  const a = load();
  run(() => { a.catch(log); });
  await other();
}`,
    },
    {
      name: 'a function that is called at once',
      code: `${GIVEN}export async function f() {
  const a = load();
  const wait = async () => { await a; };
  await wait();
}`,
    },
    {
      name: 'nothing uses it: it is not handled late, but never',
      code: `${GIVEN}export async function f() {
  const a = load();
  await other();
}`,
    },
    {
      name: 'a module that calls the function itself',
      code: `${GIVEN}const a = load();
async function f() {
  await a;
}
await f();`,
    },
    {
      name: 'a module that calls the function by way of another',
      code: `${GIVEN}const a = load();
async function f() {
  await a;
}
async function main() {
  await f();
}
await main();`,
    },
    {
      name: 'a module that handles it too',
      code: `${GIVEN}const a = load();
a.catch(() => {});
export async function f() {
  await a;
}`,
    },
    {
      name: 'the top level, where a rejection ends the process anyway',
      code: `${GIVEN}const a = load();
await other();
log(await a);
export {};`,
    },
    {
      name: 'a promise that hangs on a condition, taken up where it holds',
      code: `${GIVEN}export async function f() {
  const a = isReady ? load() : null;
  if (isReady && a) log(await a);
}`,
    },
    {
      name: 'a promise that is started behind a guard, taken up where that holds',
      code: `${GIVEN}export async function f(id?: string) {
  if (!id) return;
  const a = load(id);
  if (id) log(await a);
}`,
    },
    {
      name: 'a promise that is started behind a guard of two parts',
      code: `${GIVEN}export async function f(id?: string) {
  if (!id || !isReady) return;
  const a = load(id);
  if (id && isReady) log(await a);
}`,
    },
    {
      name: 'an operand that starts it',
      code: `${GIVEN}export async function f(id?: string) {
  const a = id && load(id);
  if (id) log(await a);
}`,
    },
    {
      name: 'promises that the last turn of a loop takes up',
      code: `${GIVEN}export async function f() {
  const all: Promise<string>[] = [];
  for (let i = 0; i < ids.length; i++) {
    if (isReady) all.push(load(i));
    if (i === ids.length - 1) return await Promise.all(all);
  }
  return [];
}`,
    },
    {
      name: 'an await in an array that a combinator is given by its name',
      code: `${GIVEN}export async function f() { const members = [load(1), await load(2)]; return await Promise.all(members); }`,
    },
    {
      name: 'an event at module level that a function waits for',
      code: `${GIVEN}import { once } from 'node:events';
declare const server: import('node:events').EventEmitter;
const closed = once(server, 'close');
export async function done() {
  await closed;
}
`,
    },
    {
      name: 'the first turn of a counting loop',
      code: `${GIVEN}export async function run() {
  const started = load(1);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await started;
    } catch (error) {
      console.error(error);
    }
  }
  throw new Error('not loaded');
}
`,
    },
  ],
  invalid: [
    {
      name: 'a loop that waits at the top level of a module',
      code: `${GIVEN}const a = load();
for await (const b of ids) { log(b); }
try { await a; } catch (error) { log(error); }
export {};`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '8', line: '7' },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const a = load();
a.catch(() => {}); // Its rejection waits for whoever handles it below.
for await (const b of ids) { log(b); }
try { await a; } catch (error) { log(error); }
export {};`,
            },
          ],
        },
      ],
    },
    {
      name: 'two started promises, awaited one after the other',
      code: `${GIVEN}export async function f() {
  const a = load();
  const b = load();
  await a;
  await b;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '10', line: '9' },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'awaitTogether',
              output: `${GIVEN}export async function f() {
  const a = load();
  const b = load();
  await Promise.all([a, b]);
}`,
            },
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load();
  const b = load();
  b.catch(() => {}); // Its rejection waits for whoever handles it below.
  await a;
  await b;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  const a = load();
  await a;
  await load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'another await',
      code: `${GIVEN}export async function f() {
  const a = load();
  log(await other());
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  log(await other());
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  log(await other());
  await load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'both awaited in one try',
      code: `${GIVEN}export async function f() {
  const a = load();
  const b = load();
  try {
    log(await a, await b);
  } catch (error) {
    log(error);
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '10', line: '10' },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load();
  const b = load();
  b.catch(() => {}); // Its rejection waits for whoever handles it below.
  try {
    log(await a, await b);
  } catch (error) {
    log(error);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an await in the argument of the call that takes it',
      code: `${GIVEN}export async function f() {
  const a = load();
  log(a, await other());
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '8', line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  log(a, await other());
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'Promise.all only after another await',
      code: `${GIVEN}export async function f() {
  const a = load();
  const id = await other();
  await Promise.all([a, load(id)]);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  const id = await other();
  await Promise.all([a, load(id)]);
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  const id = await other();
  await Promise.all([load(), load(id)]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'yield',
      code: `${GIVEN}export async function* f() {
  const a = load();
  yield 1;
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function* f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  yield 1;
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function* f() {
  yield 1;
  await load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'for await over something else',
      code: `${GIVEN}declare const chunks: AsyncIterable<string>;
export async function f() {
  const a = load();
  for await (const chunk of chunks) log(chunk);
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '10', line: '9' },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const chunks: AsyncIterable<string>;
export async function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  for await (const chunk of chunks) log(chunk);
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}declare const chunks: AsyncIterable<string>;
export async function f() {
  for await (const chunk of chunks) log(chunk);
  await load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an await on one branch',
      code: `${GIVEN}export async function f() {
  const a = load();
  if (isReady) await other();
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  if (isReady) await other();
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  if (isReady) await other();
  await load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an await in a loop',
      code: `${GIVEN}export async function f() {
  const a = load();
  for (const id of ids) await other(id);
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '9', line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  for (const id of ids) await other(id);
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  for (const id of ids) await other(id);
  await load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an await in finally',
      code: `${GIVEN}export async function f() {
  const a = load();
  try {
    log();
  } finally {
    await other();
  }
  await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          data: { handler: '13', line: '11' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  try {
    log();
  } finally {
    await other();
  }
  await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  try {
    log();
  } finally {
    await other();
  }
  await load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a throw',
      code: `${GIVEN}export async function f() {
  const a = load();
  if (!isReady) throw new Error('not ready');
  return a;
}`,
      errors: [
        {
          messageId: 'abandonedPromise',
          data: { line: '8', jump: 'throw' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  if (!isReady) throw new Error('not ready');
  return load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a throw that is caught where nobody awaits',
      code: `${GIVEN}export async function f() {
  const a = load();
  try {
    if (!isReady) throw new Error('not ready');
    await a;
  } catch (error) {
    log(error);
  }
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          data: { line: '10' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
        },
      ],
    },
    {
      name: 'a return in a function that is not async',
      code: `${GIVEN}export function f() {
  const a = load();
  if (!isReady) return undefined;
  return a;
}`,
      errors: [
        {
          messageId: 'abandonedPromise',
          data: { line: '8', jump: 'return' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'startLater',
              output: `${GIVEN}export function f() {
  if (!isReady) return undefined;
  return load();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a continue',
      code: `${GIVEN}export async function f() {
  for (const id of ids) {
    const a = load(id);
    if (!isReady) continue;
    await a;
  }
}`,
      errors: [
        {
          messageId: 'abandonedPromise',
          data: { line: '9', jump: 'continue' },
          line: 8,
          column: 15,
          endLine: 8,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  for (const id of ids) {
    if (!isReady) continue;
    await load(id);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a break',
      code: `${GIVEN}export async function f() {
  for (const id of ids) {
    const a = load(id);
    if (!isReady) break;
    await a;
  }
}`,
      errors: [
        {
          messageId: 'abandonedPromise',
          data: { line: '9', jump: 'break' },
          line: 8,
          column: 15,
          endLine: 8,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  for (const id of ids) {
    if (!isReady) break;
    await load(id);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'awaited under a condition',
      code: `${GIVEN}export async function f() {
  const a = load();
  if (isReady) await a;
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          data: { line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
        },
      ],
    },
    {
      name: 'awaited in one arm',
      code: `${GIVEN}export async function f() {
  const a = load();
  if (isReady) {
    await a;
  } else {
    log();
  }
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          data: { line: '9' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
        },
      ],
    },
    {
      name: 'awaited on the right of &&',
      code: `${GIVEN}export async function f() {
  const a = load();
  log(isReady && (await a));
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          data: { line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
        },
      ],
    },
    {
      name: 'taken up by a reaction of another promise',
      code: `${GIVEN}export function f() {
  const a = load();
  return other().then(() => a);
}`,
      errors: [
        {
          messageId: 'laterCallback',
          data: { line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  return other().then(() => a);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'taken up by a timer',
      code: `${GIVEN}export function f() {
  const a = load();
  setTimeout(() => a.catch(log), 1000);
}`,
      errors: [
        {
          messageId: 'laterCallback',
          data: { line: '8' },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  setTimeout(() => a.catch(log), 1000);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'started when the module is loaded, awaited by a function',
      code: `${GIVEN}const a = load();
export async function f() {
  return (await a).length;
}`,
      errors: [
        {
          messageId: 'laterCall',
          data: { line: '8' },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const a = load();
a.catch(() => {}); // Its rejection waits for whoever handles it below.
export async function f() {
  return (await a).length;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'started when the module is loaded, awaited by functions that call each other',
      code: `${GIVEN}const a = load();
async function f(again: boolean): Promise<string> {
  return again ? g() : a;
}
export function g() {
  return f(true);
}
export async function h() {
  return (await a).length;
}`,
      errors: [
        {
          messageId: 'laterCall',
          data: { line: '8' },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const a = load();
a.catch(() => {}); // Its rejection waits for whoever handles it below.
async function f(again: boolean): Promise<string> {
  return again ? g() : a;
}
export function g() {
  return f(true);
}
export async function h() {
  return (await a).length;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'started when the module is loaded, awaited by a method',
      code: `${GIVEN}const a = load();
export class Page {
  async text() {
    return (await a).length;
  }
}`,
      errors: [
        {
          messageId: 'laterCall',
          data: { line: '9' },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const a = load();
a.catch(() => {}); // Its rejection waits for whoever handles it below.
export class Page {
  async text() {
    return (await a).length;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that hangs on a condition, taken up where another holds',
      code: `${GIVEN}export async function f(isOpen: boolean) {
  const a = isReady ? load() : null;
  if (isOpen && a) log(await a);
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'a promise that is started behind a guard of something else',
      code: `${GIVEN}export async function f(id?: string) {
  if (!isReady) return;
  const a = load(id);
  if (id) log(await a);
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 21,
        },
      ],
    },
    {
      name: 'promises that the first turn of a loop takes up',
      code: `${GIVEN}export async function f() {
  const all: Promise<string>[] = [];
  for (let i = 0; i < ids.length; i++) {
    if (isReady) all.push(load(i));
    if (i === 0) return await Promise.all(all);
  }
  return [];
}`,
      errors: [
        {
          messageId: 'abandonedPromise',
          line: 9,
          column: 27,
          endLine: 9,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'what comes in between may wait for it',
      code: `${GIVEN}declare const server: { ready: Promise<void> };
export async function f() {
  const a = load();
  await server.ready;
  log(await a);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const server: { ready: Promise<void> };
export async function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await server.ready;
  log(await a);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'what comes in between ends what it needs',
      code: `${GIVEN}declare const db: { close(): Promise<void> };
export async function f() {
  const a = load(db);
  await db.close();
  log(await a);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 21,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}declare const db: { close(): Promise<void> };
export async function f() {
  const a = load(db);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  await db.close();
  log(await a);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an await in an array that no combinator is given',
      code: `${GIVEN}export async function f() { const members = [load(1), await load(2)]; for (const member of members) { log(await member); } }`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 46,
          endLine: 6,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'an await behind an array that a combinator is given by its name',
      code: `${GIVEN}export async function f() { const members = [load(1), load(2)]; log(await other()); return await Promise.all(members); }`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 46,
          endLine: 6,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'a loop that may have no turn',
      code: `${GIVEN}export async function run(attempts: number) {
  const started = load(1);
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await started;
    } catch (error) {
      console.error(error);
    }
  }
  throw new Error('not loaded');
}
`,
      errors: [
        {
          messageId: 'abandonedPromise',
          line: 7,
          column: 19,
          endLine: 7,
          endColumn: 26,
        },
      ],
    },
  ],
});
