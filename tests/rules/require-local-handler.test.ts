import rule from '../../src/rules/require-local-handler.ts';
import { ruleTester } from '../rule-tester.ts';

const LOAD = 'declare function load(): Promise<string>;\n';

ruleTester.run('require-local-handler', rule, {
  valid: [
    {
      name: 'handled here',
      code: `${LOAD}export async function all() { try { await Promise.all([load()]); } catch {} }`,
    },
    {
      name: 'handled here and passed on with more to say',
      code: `${LOAD}export async function all() { try { await Promise.all([load()]); } catch (cause) { throw new Error('all', { cause }); } }`,
    },
    {
      name: 'nothing can reject',
      code: `export async function all() { await Promise.all([Promise.resolve(1)]); }`,
    },
    {
      name: 'handled around a callback that joins',
      code: `${LOAD}export const all = () => load().then(() => Promise.all([load()])).catch(() => []);`,
    },
    {
      name: 'handled by nobody, for no-unhandled-rejection',
      code: `${LOAD}await Promise.all([load()]);`,
    },
    {
      name: 'passed by a catch, for no-dead-catch',
      code: `${LOAD}export async function all() { try { return Promise.all([load()]); } catch { return []; } }`,
    },
  ],
  invalid: [
    {
      name: 'returned to every caller',
      code: `${LOAD}export function all() { return Promise.all([load()]); }`,
      errors: [
        {
          messageId: 'unhandledHere',
          line: 2,
          column: 32,
          endLine: 2,
          endColumn: 53,
          data: { method: 'all' },
        },
      ],
    },
    {
      name: 'with a member that is a combinator, which rejects with it',
      code: `${LOAD}export function all() { return Promise.race([Promise.all([load()]), load()]); }`,
      errors: [
        {
          messageId: 'unhandledHere',
          line: 2,
          column: 32,
          endLine: 2,
          endColumn: 77,
          data: { method: 'race' },
        },
      ],
    },
    {
      name: 'two, each on its own',
      code: `${LOAD}export async function all() { await Promise.all([load()]); return Promise.all([load()]); }`,
      errors: [
        {
          messageId: 'unhandledHere',
          line: 2,
          column: 37,
          endLine: 2,
          endColumn: 58,
          data: { method: 'all' },
          suggestions: [
            {
              messageId: 'wrapInTry',
              output: `${LOAD}export async function all() { try { await Promise.all([load()]); } catch (error) { console.error(error); } return Promise.all([load()]); }`,
            },
          ],
        },
        {
          messageId: 'unhandledHere',
          line: 2,
          column: 67,
          endLine: 2,
          endColumn: 88,
          data: { method: 'all' },
        },
      ],
    },
    {
      name: 'awaited, handled only by a caller',
      code: `${LOAD}export async function all() { await Promise.race([load()]); }`,
      errors: [
        {
          messageId: 'unhandledHere',
          line: 2,
          column: 37,
          endLine: 2,
          endColumn: 59,
          data: { method: 'race' },
          suggestions: [
            {
              messageId: 'wrapInTry',
              output: `${LOAD}export async function all() { try { await Promise.race([load()]); } catch (error) { console.error(error); } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'with results that are named',
      code: `${LOAD}export async function all() {\n  const [one] = await Promise.all([load()]);\n  console.log(one);\n}`,
      errors: [
        {
          messageId: 'unhandledHere',
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 44,
          data: { method: 'all' },
          suggestions: [
            {
              messageId: 'wrapInTry',
              output: `${LOAD}export async function all() {\n  try {\n    const [one] = await Promise.all([load()]);\n    console.log(one);\n  } catch (error) {\n    console.error(error);\n  }\n}`,
            },
            {
              messageId: 'useAllSettled',
              output: `${LOAD}export async function all() {\n  const [oneResult] = await Promise.allSettled([load()]);\n  const one = oneResult.status === 'fulfilled' ? oneResult.value : null;\n  console.log(one);\n}`,
            },
          ],
        },
      ],
    },
  ],
});
