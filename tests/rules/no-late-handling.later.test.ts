import rule from '../../src/rules/no-late-handling.ts';
import { ruleTester } from '../rule-tester.ts';

// What only a listener, or a function that other modules call, takes up.

const GIVEN = `import { once, type EventEmitter } from 'node:events';
declare function load(id?: unknown): Promise<string>;
declare function log(...args: unknown[]): void;
declare const emitter: EventEmitter;
declare const exports: { [name: string]: unknown };
declare const module: { exports: object };
`;

ruleTester.run('no-late-handling', rule, {
  valid: [
    {
      name: 'taken up by a listener, and handled at once',
      code: `${GIVEN}const a = load();
a.catch(log);
emitter.on('x', async () => { log(await a); });`,
    },
    {
      name: 'taken up by a listener, and given to other modules',
      code: `${GIVEN}export const a = load();
emitter.on('x', async () => { log(await a); });`,
    },
    {
      name: 'taken up by a listener, and returned',
      code: `${GIVEN}export function f() {
  const a = load();
  emitter.on('x', async () => { log(await a); });
  return a;
}`,
    },
    {
      name: 'an event that a listener waits for',
      code: `${GIVEN}const a = once(emitter, 'open');
emitter.on('x', async () => { await a; });`,
    },
    {
      name: 'taken up by a callback that is not known to run later',
      code: `${GIVEN}const a = load();
[1].forEach(() => { a.catch(log); });`,
    },
    {
      name: 'taken up by a function whose result CommonJS exports',
      code: `${GIVEN}const a = load();
async function get() { return (await a).length; }
module.exports = { size: get() };
export {};`,
    },
    {
      name: 'taken up by a function that is put somewhere else',
      code: `${GIVEN}const a = load();
declare const registry: { get?: unknown };
registry.get = async () => (await a).length;
export {};`,
    },
    {
      name: 'taken up by an exported function of a promise that is exported too',
      code: `${GIVEN}export const a = load();
export async function get() { return (await a).length; }`,
    },
    {
      name: 'a promise of the module that React is asked for',
      code: `${GIVEN}declare function use<T>(promise: Promise<T>): T;
const text = load();
export function useText() { return use(text); }`,
    },
    {
      name: 'a start before a loop that starts the next one in each turn',
      code: `${GIVEN}export async function f(n: number) {
  let next = load(0);
  for (let i = 0; i < n; i++) {
    const current = next;
    next = load(i + 1);
    next.catch(() => {});
    log(await current);
  }
}`,
    },
    {
      name: 'a promise of the module that a component gives to another one',
      code: `${GIVEN}declare namespace JSX { interface IntrinsicElements { [name: string]: unknown } interface Element { a: 1 } }
declare function Await(props: { resolve: Promise<string> }): JSX.Element;
const text = load();
export const App = () => <Await resolve={text} />;`,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    {
      name: 'a promise of the module in an object that a component gives on',
      code: `${GIVEN}declare namespace JSX { interface IntrinsicElements { [name: string]: unknown } interface Element { a: 1 } }
declare function Given(props: { value: { text: Promise<string> } }): JSX.Element;
const text = load();
export const App = () => <Given value={{ text }} />;`,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    {
      name: 'a promise that a server awaits whenever it is asked, and that the module awaits first',
      code: `${GIVEN}import { createServer } from 'node:http';
const ready = load();
createServer(async () => { log(await ready); });
await ready;`,
    },
  ],
  invalid: [
    {
      name: 'taken up by a listener',
      code: `${GIVEN}const a = load();
emitter.on('x', async () => { log(await a); });`,
      errors: [
        {
          messageId: 'laterCallback',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const a = load();
a.catch(() => {}); // Its rejection waits for whoever handles it below.
emitter.on('x', async () => { log(await a); });`,
            },
          ],
        },
      ],
    },
    {
      name: "taken up by a listener of a function's own",
      code: `${GIVEN}export function f() {
  const a = load();
  emitter.once('x', () => { a.then(log, log); });
}`,
      errors: [
        {
          messageId: 'laterCallback',
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export function f() {
  const a = load();
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  emitter.once('x', () => { a.then(log, log); });
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'taken up by a function that CommonJS exports',
      code: `${GIVEN}const a = load();
exports.get = async () => (await a).length;
export {};`,
      errors: [
        {
          messageId: 'laterCall',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const a = load();
a.catch(() => {}); // Its rejection waits for whoever handles it below.
exports.get = async () => (await a).length;
export {};`,
            },
          ],
        },
      ],
    },
    {
      name: 'taken up by a function among those that CommonJS exports',
      code: `${GIVEN}const a = load();
async function get() { return (await a).length; }
module.exports = { get };
export {};`,
      errors: [
        {
          messageId: 'laterCall',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const a = load();
a.catch(() => {}); // Its rejection waits for whoever handles it below.
async function get() { return (await a).length; }
module.exports = { get };
export {};`,
            },
          ],
        },
      ],
    },
    {
      name: 'taken up by a method of a class that CommonJS exports',
      code: `${GIVEN}const a = load();
module.exports = exports.Box = class { async get() { return (await a).length; } };
export {};`,
      errors: [
        {
          messageId: 'laterCall',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const a = load();
a.catch(() => {}); // Its rejection waits for whoever handles it below.
module.exports = exports.Box = class { async get() { return (await a).length; } };
export {};`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise of the module that a component awaits itself',
      code: `${GIVEN}const text = load();
export async function App() { return { text: await text }; }`,
      errors: [
        {
          messageId: 'laterCall',
          line: 7,
          column: 14,
          endLine: 7,
          endColumn: 20,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}const text = load();
text.catch(() => {}); // Its rejection waits for whoever handles it below.
export async function App() { return { text: await text }; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a start before a loop that starts the next one in each turn and leaves the last',
      code: `${GIVEN}export async function f(n: number) {
  let next = load(0);
  for (let i = 0; i < n; i++) {
    log(await next);
    next = load(i + 1);
  }
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          line: 11,
          column: 12,
          endLine: 11,
          endColumn: 23,
        },
      ],
    },
    {
      name: 'a start before a loop that may take no turn',
      code: `${GIVEN}export async function f(n: number) {
  const first = load(0);
  for (let i = 0; i < n; i++) {
    log(await first);
  }
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          line: 8,
          column: 17,
          endLine: 8,
          endColumn: 24,
        },
      ],
    },
    {
      name: 'a promise that only a server awaits, whenever it is asked',
      code: `${GIVEN}import { createServer } from 'node:http';
const ready = load();
createServer(async () => { log(await ready); }).listen(80);`,
      errors: [
        {
          messageId: 'laterCallback',
          line: 8,
          column: 15,
          endLine: 8,
          endColumn: 21,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}import { createServer } from 'node:http';
const ready = load();
ready.catch(() => {}); // Its rejection waits for whoever handles it below.
createServer(async () => { log(await ready); }).listen(80);`,
            },
          ],
        },
      ],
    },
  ],
});
