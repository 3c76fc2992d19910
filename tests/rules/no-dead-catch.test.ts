import rule from '../../src/rules/no-dead-catch.ts';
import { ruleTester } from '../rule-tester.ts';

const LOAD = 'declare function load(): Promise<string>;\n';

ruleTester.run('no-dead-catch', rule, {
  valid: [
    {
      name: 'something else in the try may throw',
      code: `${LOAD}try { await Promise.allSettled([load()]); JSON.parse(''); } catch {}`,
    },
    {
      name: 'another await that may reject',
      code: `${LOAD}try { await Promise.allSettled([load()]); await load(); } catch {}`,
    },
    {
      name: 'a handler behind a callback that may throw',
      code: `${LOAD}Promise.allSettled([load()]).then((results) => JSON.parse(String(results))).catch(() => {});`,
    },
    {
      name: 'return with await',
      code: `${LOAD}export async function all() { try { return await Promise.all([load()]); } catch { return []; } }`,
    },
    {
      name: 'a return whose members cannot reject',
      code: `${LOAD}export async function all() { try { return Promise.all([load().catch(() => '')]); } catch { return []; } }`,
    },
    {
      name: 'a drop without a catch, for no-unhandled-rejection',
      code: `${LOAD}Promise.all([load()]);`,
    },
    {
      name: 'a return from a callback inside the try',
      code: `${LOAD}export async function all() { try { return await [1].map(() => { return Promise.all([load()]); })[0]; } catch { return []; } }`,
    },
  ],
  invalid: [
    {
      name: 'a catch around settled results',
      code: `${LOAD}try { await Promise.allSettled([load()]); } catch (error) { console.error(error); }`,
      errors: [
        {
          messageId: 'deadCatch',
          line: 2,
          column: 45,
          endLine: 2,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'removeHandler',
              output: `${LOAD}{ await Promise.allSettled([load()]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a handler on settled results',
      code: `${LOAD}Promise.allSettled([load()]).then(() => 1, () => 2);`,
      errors: [
        {
          messageId: 'deadHandler',
          line: 2,
          column: 44,
          endLine: 2,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'removeHandler',
              output: `${LOAD}Promise.allSettled([load()]).then(() => 1);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a return that skips the catch',
      code: `${LOAD}export async function all() { try { return Promise.all([load()]); } catch { return []; } }`,
      errors: [
        {
          messageId: 'returnSkipsCatch',
          line: 2,
          column: 37,
          endLine: 2,
          endColumn: 66,
          data: { method: 'all' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${LOAD}export async function all() { try { return await Promise.all([load()]); } catch { return []; } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a return that skips the finally',
      code: `${LOAD}export async function all() { try { return Promise.race([load()]); } finally { console.log(); } }`,
      errors: [
        {
          messageId: 'returnSkipsFinally',
          line: 2,
          column: 37,
          endLine: 2,
          endColumn: 67,
          data: { method: 'race' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${LOAD}export async function all() { try { return await Promise.race([load()]); } finally { console.log(); } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a drop inside the try',
      code: `${LOAD}export async function all() { try { Promise.all([load()]); } catch { console.log(); } }`,
      errors: [
        {
          messageId: 'dropSkipsCatch',
          line: 2,
          column: 37,
          endLine: 2,
          endColumn: 58,
          data: { method: 'all' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${LOAD}export async function all() { try { await Promise.all([load()]); } catch { console.log(); } }`,
            },
          ],
        },
      ],
    },
  ],
});
