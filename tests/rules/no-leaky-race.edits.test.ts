import rule from '../../src/rules/no-leaky-race.ts';
import { ruleTester } from '../rule-tester.ts';

// Where an edit that ends the timer is offered: the name that it declares must be one for each race.

const GIVEN = `import { setTimeout as sleep } from 'node:timers/promises';
declare function work(value?: unknown): Promise<string>;
declare const ids: string[];
`;

ruleTester.run('no-leaky-race', rule, {
  valid: [],
  invalid: [
    {
      name: 'a race in the block of a loop',
      code: `${GIVEN}for (const id of ids) {
  console.log(await Promise.race([work(id), sleep(5000, 'late')]));
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}for (const id of ids) {
  const controller = new AbortController();
  console.log(await Promise.race([work(id), sleep(5000, 'late', { signal: controller.signal })]).finally(() => controller.abort()));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race that is the body of a loop without a block',
      code: `${GIVEN}for (const id of ids) console.log(await Promise.race([work(id), sleep(5000, 'late')]));`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 65,
          endLine: 4,
          endColumn: 84,
        },
      ],
    },
    {
      name: 'a race under a condition in the block of a loop',
      code: `${GIVEN}for (const id of ids) {
  if (id) console.log(await Promise.race([work(id), sleep(5000, 'late')]));
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 5,
          column: 53,
          endLine: 5,
          endColumn: 72,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}for (const id of ids) {
  const controller = new AbortController();
  if (id) console.log(await Promise.race([work(id), sleep(5000, 'late', { signal: controller.signal })]).finally(() => controller.abort()));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race under a condition in a loop without a block',
      code: `${GIVEN}for (const id of ids) if (id) console.log(await Promise.race([work(id), sleep(5000, 'late')]));`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 73,
          endLine: 4,
          endColumn: 92,
        },
      ],
    },
    {
      name: 'a race in the condition of while',
      code: `${GIVEN}while ((await Promise.race([work(), sleep(5000, 'late')])) !== 'done') { console.log(1); }`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a race in the condition of if',
      code: `${GIVEN}if ((await Promise.race([work(), sleep(5000, 'late')])) !== 'done') { console.log(1); }`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 34,
          endLine: 4,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}const controller = new AbortController();
if ((await Promise.race([work(), sleep(5000, 'late', { signal: controller.signal })]).finally(() => controller.abort())) !== 'done') { console.log(1); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race in the condition of do and while',
      code: `${GIVEN}do { console.log(1); } while ((await Promise.race([work(), sleep(5000, 'late')])) !== 'done');`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 60,
          endLine: 4,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'a race in the head of for',
      code: `${GIVEN}for (; (await Promise.race([work(), sleep(5000, 'late')])) !== 'done'; ) { console.log(1); }`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a race in the default of a parameter',
      code: `${GIVEN}export async function f(text = Promise.race([work(), sleep(5000, 'late')])) { return await text; }`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 54,
          endLine: 4,
          endColumn: 73,
        },
      ],
    },
    {
      name: "a race in the default of an arrow function's parameter",
      code: `${GIVEN}export const f = async (text = Promise.race([work(), sleep(5000, 'late')])) => text;`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 54,
          endLine: 4,
          endColumn: 73,
        },
      ],
    },
    {
      name: 'a race that is the body of an arrow function',
      code: `${GIVEN}export const f = async () => Promise.race([work(), sleep(5000, 'late')]);`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 52,
          endLine: 4,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export const f = async () => { const controller = new AbortController(); return Promise.race([work(), sleep(5000, 'late', { signal: controller.signal })]).finally(() => controller.abort()); };`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race in the initialiser of a field',
      code: `${GIVEN}export class Task { readonly result = Promise.race([work(), sleep(5000)]); }`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 72,
        },
      ],
    },
    {
      name: 'a race in the initialiser of a field, with setTimeout',
      code: `${GIVEN}export class Task { readonly result = Promise.race([work(), new Promise((resolve) => { setTimeout(resolve, 5000); })]); }`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 117,
        },
      ],
    },
    {
      name: 'a race in the arrow function of a field',
      code: `${GIVEN}export class Task { readonly result = () => Promise.race([work(), sleep(5000)]); }`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 4,
          column: 67,
          endLine: 4,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export class Task { readonly result = () => { const controller = new AbortController(); return Promise.race([work(), sleep(5000, undefined, { signal: controller.signal })]).finally(() => controller.abort()); }; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race in a constructor',
      code: `${GIVEN}export class Task {
  readonly result;
  constructor() {
    this.result = Promise.race([work(), sleep(5000)]);
  }
}`,
      errors: [
        {
          messageId: 'leakedTimer',
          line: 7,
          column: 41,
          endLine: 7,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'clearTimer',
              output: `${GIVEN}export class Task {
  readonly result;
  constructor() {
    const controller = new AbortController();
    this.result = Promise.race([work(), sleep(5000, undefined, { signal: controller.signal })]).finally(() => controller.abort());
  }
}`,
            },
          ],
        },
      ],
    },
  ],
});
