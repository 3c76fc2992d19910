import rule from '../../src/rules/valid-arguments.ts';
import { ruleTester } from '../rule-tester.ts';

// What the callback does that makes each member.
const GIVEN =
  'declare function load(id?: unknown): Promise<number>;\ndeclare function log(text: string): void;\ndeclare const ids: string[];\ndeclare const anything: any;\n';

ruleTester.run('valid-arguments', rule, {
  valid: [
    {
      name: 'a callback that returns the promise',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { return load(id); }));`,
    },
    {
      name: 'a callback that returns it on some of its ways',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { if (id === '') { return; } return load(id); }));`,
    },
    {
      name: 'a callback whose body cannot be seen',
      code: `${GIVEN}declare const callback: (id: string) => void;\nexport const all = Promise.all(ids.map(callback));`,
    },
    {
      name: 'an async callback that awaits it',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { await load(id); }));`,
    },
    {
      name: 'an async callback that awaits another promise, and starts one on the way',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id); await load(id); }));`,
    },
    {
      name: 'an async callback that returns it',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { return load(id); }));`,
    },
    {
      name: 'an async callback that waits in a loop',
      code: `${GIVEN}declare const rows: AsyncIterable<string>;\nexport const all = Promise.all(ids.map(async () => { for await (const row of rows) { log(row); } }));`,
    },
    {
      name: 'an async callback that drops it on purpose',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { void load(id); }));`,
    },
    {
      name: 'an async callback whose promise has handlers',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id).catch(console.error); }));`,
    },
    {
      name: 'an async callback that starts nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { log(id); }));`,
    },
    {
      name: 'an async callback with a function inside that runs later',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { setTimeout(() => { load(id); }, 1); }));`,
    },
    {
      name: 'a callback without a combinator',
      code: `${GIVEN}ids.map((id) => { load(id); });`,
    },
  ],
  invalid: [
    {
      name: 'a callback that returns nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 59,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(ids.map((id) => { return load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that returns nothing, of a list of type any',
      code: `${GIVEN}export const all = Promise.all(anything.map((id: string) => { load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 63,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(anything.map((id: string) => { return load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback of Array.from',
      code: `${GIVEN}export const all = Promise.all(Array.from({ length: 3 }, (_, index) => { load(index); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 74,
          endLine: 5,
          endColumn: 86,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all(Array.from({ length: 3 }, (_, index) => { return load(index); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that does more after it',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id); log(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a callback that starts two promises',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id); load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a callback that starts it on one of its ways',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { if (id !== '') { load(id); } }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 67,
          endLine: 5,
          endColumn: 76,
        },
      ],
    },
    {
      name: 'a callback that returns something else',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { load(id); return id; }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: 'a callback that is declared to return nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map((id): void => { load(id); }));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 65,
        },
      ],
    },
    {
      name: 'a function by its name',
      code: `${GIVEN}function start(id: string) { load(id); }\nexport const all = Promise.all(ids.map(start));`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 30,
          endLine: 5,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}function start(id: string) { return load(id); }\nexport const all = Promise.all(ids.map(start));`,
            },
          ],
        },
      ],
    },
    {
      name: 'callbacks in an array',
      code: `${GIVEN}export const all = Promise.all([load(), ...ids.map((id) => { load(id); })]);`,
      errors: [
        {
          messageId: 'unreturnedPromise',
          data: { method: 'all' },
          line: 5,
          column: 62,
          endLine: 5,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'insertReturn',
              output: `${GIVEN}export const all = Promise.all([load(), ...ids.map((id) => { return load(id); })]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that waits for nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { load(id); }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          data: { method: 'all' },
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(ids.map(async (id) => { await load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that waits for nothing, of a list of type any',
      code: `${GIVEN}export const all = Promise.all(anything.map(async (id: string) => { load(id); }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          data: { method: 'all' },
          line: 5,
          column: 69,
          endLine: 5,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.all(anything.map(async (id: string) => { await load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that returns early',
      code: `${GIVEN}export const all = Promise.allSettled(ids.map(async (id) => { if (id === '') { return; } load(id); }));`,
      errors: [
        {
          messageId: 'unawaitedPromise',
          data: { method: 'allSettled' },
          line: 5,
          column: 90,
          endLine: 5,
          endColumn: 99,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export const all = Promise.allSettled(ids.map(async (id) => { if (id === '') { return; } await load(id); }));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that starts nothing and returns nothing',
      code: `${GIVEN}export const all = Promise.all(ids.map((id) => { log(id); }));`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'a callback that puts its promises elsewhere',
      code: `${GIVEN}const tasks: Promise<number>[] = [];\nexport const all = Promise.all(ids.map((id) => { tasks.push(load(id)); }));\nexport const others = Promise.all(tasks);`,
      errors: [
        {
          messageId: 'nothingToWaitFor',
          data: { method: 'all' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 75,
        },
      ],
    },
  ],
});
