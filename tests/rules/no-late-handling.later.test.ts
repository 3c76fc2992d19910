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
  ],
});
