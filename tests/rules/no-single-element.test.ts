import rule from '../../src/rules/no-single-element.ts';
import { ruleTester } from '../rule-tester.ts';

// A combinator of one promise.
const GIVEN =
  'declare function load(id?: unknown): Promise<number>;\ndeclare const ids: string[];\ndeclare const anything: any;\n';

ruleTester.run('no-single-element', rule, {
  valid: [
    {
      name: 'two members',
      code: `${GIVEN}export const all = Promise.all([load(1), load(2)]);`,
    },
    { name: 'no member', code: `${GIVEN}export const all = Promise.all([]);` },
    {
      name: 'a spread, which may be of many',
      code: `${GIVEN}export const all = Promise.all([...ids.map(load)]);`,
    },
    {
      name: 'a list',
      code: `${GIVEN}export const all = Promise.all(ids.map(load));`,
    },
    {
      name: 'an array, which is another mistake',
      code: `${GIVEN}export const all = Promise.all([ids.map(load)]);`,
    },
    {
      name: 'a function, which is another mistake',
      code: `${GIVEN}export const all = Promise.all([load]);`,
    },
    {
      name: 'a value, which is another mistake',
      code: `${GIVEN}export const all = Promise.all([1]);`,
    },
    {
      name: 'a member of type any',
      code: `${GIVEN}export const all = Promise.all([anything]);`,
    },
    {
      name: 'an awaited member, which is another mistake',
      code: `${GIVEN}export async function f() { return Promise.all([await load()]); }`,
    },
    {
      name: 'allSettled, which does not reject',
      code: `${GIVEN}export async function f() { await Promise.allSettled([load()]); }`,
    },
    {
      name: 'allSettled whose result is read',
      code: `${GIVEN}export async function f() { const [result] = await Promise.allSettled([load()]); return result.status; }`,
    },
    {
      name: 'several arguments, which is another mistake',
      code: `${GIVEN}export const all = Promise.all([load()], load());`,
    },
    { name: 'a hole', code: `${GIVEN}export const all = Promise.all([,]);` },
  ],
  invalid: [
    {
      name: 'all of one promise',
      code: `${GIVEN}export async function f() { await Promise.all([load()]); }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { await load(); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of one promise that is taken out of its array',
      code: `${GIVEN}export async function f() { const [one] = await Promise.all([load()]); return one; }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 4,
          column: 49,
          endLine: 4,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { const [one] = [await load()]; return one; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of one promise that is assigned out of its array',
      code: `${GIVEN}export async function f() { let one = 0; [one] = await Promise.all([load()]); return one; }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 4,
          column: 56,
          endLine: 4,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { let one = 0; [one] = [await load()]; return one; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of one promise whose array has a name',
      code: `${GIVEN}export async function f() { const all = await Promise.all([load()]); return all; }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 4,
          column: 47,
          endLine: 4,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'all of one promise that is not awaited',
      code: `${GIVEN}export const all = Promise.all([load()]);`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'a race of one promise',
      code: `${GIVEN}export async function f() { return await Promise.race([load()]); }`,
      errors: [
        {
          messageId: 'singleMember',
          data: { method: 'race', consequence: 'it is that promise again' },
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { return await load(); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race of one promise that is not awaited',
      code: `${GIVEN}export const first = Promise.race([load()]);`,
      errors: [
        {
          messageId: 'singleMember',
          data: { method: 'race', consequence: 'it is that promise again' },
          line: 4,
          column: 22,
          endLine: 4,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export const first = load();`,
            },
          ],
        },
      ],
    },
    {
      name: 'a race of one thenable that is not awaited',
      code: `${GIVEN}declare const query: PromiseLike<number>;\nexport const first = Promise.race([query]);`,
      errors: [
        {
          messageId: 'singleMember',
          data: { method: 'race', consequence: 'it is that promise again' },
          line: 5,
          column: 22,
          endLine: 5,
          endColumn: 43,
        },
      ],
    },
    {
      name: 'any of one promise',
      code: `${GIVEN}export async function f() { return await Promise.any([load()]); }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'any',
            consequence: 'it puts the error into an `AggregateError`',
          },
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'one promise of two by a condition',
      code: `${GIVEN}export async function f() { await Promise.all([ids.length > 0 ? load(1) : load(2)]); }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 84,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { await (ids.length > 0 ? load(1) : load(2)); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that may be missing',
      code: `${GIVEN}declare const closing: Promise<void> | undefined;\nexport async function f() { await Promise.all([closing]); }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}declare const closing: Promise<void> | undefined;\nexport async function f() { await closing; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'one promise with a comment',
      code: `${GIVEN}export async function f() { await Promise.all([/* the only one */ load()]); }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 4,
          column: 35,
          endLine: 4,
          endColumn: 75,
        },
      ],
    },
    {
      name: 'one promise with a trailing comma',
      code: `${GIVEN}export async function f() { await Promise.all([\n  load(),\n]); }`,
      errors: [
        {
          messageId: 'singleMember',
          data: {
            method: 'all',
            consequence: 'it puts the value into an array',
          },
          line: 4,
          column: 35,
          endLine: 6,
          endColumn: 3,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { await load(); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of one promise that is returned',
      code: `${GIVEN}export async function f() { return await Promise.all([load()]); }`,
      errors: [
        {
          messageId: 'singleMember',
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'all of one promise that is returned as a declared tuple',
      code: `${GIVEN}export async function f(): Promise<[number]> { return await Promise.all([load()]); }`,
      errors: [
        {
          messageId: 'singleMember',
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f(): Promise<[number]> { return [await load()]; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of one promise that is returned as a declared list',
      code: `${GIVEN}export const f = async (): Promise<number[]> => await Promise.all([load()]);`,
      errors: [
        {
          messageId: 'singleMember',
          line: 4,
          column: 55,
          endLine: 4,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export const f = async (): Promise<number[]> => [await load()];`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of one promise whose array is read by an index',
      code: `${GIVEN}export async function f() { const all = await Promise.all([load()]); return all[0].toFixed(); }`,
      errors: [
        {
          messageId: 'singleMember',
          line: 4,
          column: 47,
          endLine: 4,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { const all = [await load()]; return all[0].toFixed(); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of one promise whose array has a declared type',
      code: `${GIVEN}export async function f() { const all: number[] = await Promise.all([load()]); return all; }`,
      errors: [
        {
          messageId: 'singleMember',
          line: 4,
          column: 57,
          endLine: 4,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'awaitMember',
              output: `${GIVEN}export async function f() { const all: number[] = [await load()]; return all; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of one promise whose array is handed on',
      code: `${GIVEN}declare function take(all: [number]): void;
export async function f() { const all = await Promise.all([load()]); take(all); }`,
      errors: [
        {
          messageId: 'singleMember',
          line: 5,
          column: 47,
          endLine: 5,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'all of one promise that is an argument',
      code: `${GIVEN}declare function take(all: number[]): void;
export async function f() { take(await Promise.all([load()])); }`,
      errors: [
        {
          messageId: 'singleMember',
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 61,
        },
      ],
    },
    {
      name: 'all of one promise that is an argument of any type',
      code: `${GIVEN}declare function take<T>(all: T): T;
export async function f() { return take(await Promise.all([load()])); }`,
      errors: [
        {
          messageId: 'singleMember',
          line: 5,
          column: 47,
          endLine: 5,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'all of one promise that is given to a list of a free type',
      code: `${GIVEN}declare function take<T>(all: T[]): T;
export async function f() { return take(await Promise.all([load()])); }`,
      errors: [
        {
          messageId: 'singleMember',
          line: 5,
          column: 47,
          endLine: 5,
          endColumn: 68,
        },
      ],
    },
  ],
});
