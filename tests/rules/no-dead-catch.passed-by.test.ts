import rule from '../../src/rules/no-dead-catch.ts';
import { ruleTester } from '../rule-tester.ts';

const LOAD = 'declare function load(): Promise<string>;\n';

// Promises that leave the `try` before they settle: returned, or dropped.

/** A function whose `try` says something. */
function trying(
  statement: string,
  rest = 'catch { return []; }',
  head = 'async function all()',
): string {
  return `${LOAD}export ${head} {\n  try { ${statement} } ${rest}\n}`;
}

const FINALLY = 'finally { console.log(); }';

ruleTester.run('no-dead-catch', rule, {
  valid: [
    {
      name: 'return with await',
      code: trying('return await Promise.all([load()]);'),
    },
    {
      name: 'return of members that cannot reject',
      code: trying("return Promise.all([load().catch(() => '')]);"),
    },
    {
      name: 'return of a chain that handles',
      code: trying('return Promise.all([load()]).catch(() => []);'),
    },
    {
      name: 'return in a function that is not async, whose catch sees what is thrown at once',
      code: trying(
        'return Promise.all([load()]);',
        'catch { return undefined; }',
        'function all()',
      ),
    },
    {
      name: 'return before a finally that does nothing',
      code: trying('return Promise.all([load()]);', 'finally {}'),
    },
    {
      name: 'return from a callback inside the try',
      code: trying(
        'return await [1].map(() => { return Promise.all([load()]); })[0];',
      ),
    },
    {
      name: 'return from a catch',
      code: trying(
        'JSON.parse("");',
        'catch { return Promise.all([load()]); }',
      ),
    },
    {
      name: 'return from a finally',
      code: trying(
        'JSON.parse("");',
        'finally { return Promise.all([load()]); }',
      ),
    },
    {
      name: 'a drop without a catch, for no-unhandled-rejection',
      code: `${LOAD}Promise.all([load()]);`,
    },
    {
      name: 'a drop before a finally alone, for no-unhandled-rejection',
      code: trying('Promise.all([load()]);', FINALLY),
    },
    {
      name: 'a drop by void, for no-unhandled-rejection',
      code: trying('void Promise.all([load()]);'),
    },
    {
      name: 'a drop that handles',
      code: trying('Promise.all([load()]).catch(console.error);'),
    },
    {
      name: 'a drop of members that cannot reject',
      code: trying('Promise.all([Promise.resolve(1)]);'),
    },
  ],
  invalid: [
    {
      name: 'return before a catch',
      code: trying('return Promise.all([load()]);'),
      errors: [
        {
          messageId: 'returnSkipsCatch',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 38,
          data: { method: 'all' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: trying('return await Promise.all([load()]);'),
            },
          ],
        },
      ],
    },
    {
      name: 'return of a chain before a catch',
      code: trying('return Promise.any([load()]).then(String);'),
      errors: [
        {
          messageId: 'returnSkipsCatch',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 51,
          data: { method: 'any' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: trying(
                'return await Promise.any([load()]).then(String);',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'return before a finally',
      code: trying('return Promise.race([load()]);', FINALLY),
      errors: [
        {
          messageId: 'returnSkipsFinally',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 39,
          data: { method: 'race' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: trying('return await Promise.race([load()]);', FINALLY),
            },
          ],
        },
      ],
    },
    {
      name: 'return before a finally in a function that is not async, where await cannot stand',
      code: trying('return Promise.all([load()]);', FINALLY, 'function all()'),
      errors: [
        {
          messageId: 'returnSkipsFinally',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 38,
          data: { method: 'all' },
        },
      ],
    },
    {
      name: 'return of what cannot reject before a catch and a finally',
      code: trying(
        'return Promise.allSettled([load()]);',
        `catch { return []; } ${FINALLY}`,
      ),
      errors: [
        {
          messageId: 'returnSkipsFinally',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 45,
          data: { method: 'allSettled' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: trying(
                'return await Promise.allSettled([load()]);',
                `catch { return []; } ${FINALLY}`,
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'return from a catch before the finally of the same try',
      code: trying(
        'JSON.parse("");',
        `catch { return Promise.all([load()]); } ${FINALLY}`,
      ),
      errors: [
        {
          messageId: 'returnSkipsFinally',
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 64,
          data: { method: 'all' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: trying(
                'JSON.parse("");',
                `catch { return await Promise.all([load()]); } ${FINALLY}`,
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a drop before a catch',
      code: trying('Promise.all([load()]);'),
      errors: [
        {
          messageId: 'dropSkipsCatch',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 30,
          data: { method: 'all' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: trying('await Promise.all([load()]);'),
            },
          ],
        },
      ],
    },
    {
      name: 'a chain that is dropped before a catch',
      code: trying('Promise.race([load()]).then(console.log);'),
      errors: [
        {
          messageId: 'dropSkipsCatch',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 31,
          data: { method: 'race' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: trying('await Promise.race([load()]).then(console.log);'),
            },
          ],
        },
      ],
    },
    {
      name: 'a value that is never used, before a catch',
      code: trying('const users = Promise.all([load()]);'),
      errors: [
        {
          messageId: 'dropSkipsCatch',
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 44,
          data: { method: 'all' },
          suggestions: [
            {
              messageId: 'insertAwait',
              output: trying('const users = await Promise.all([load()]);'),
            },
          ],
        },
      ],
    },
    {
      name: 'a return that a finally and a catch around it pass by',
      code: `${LOAD}export async function f() {
  try {
    try { return Promise.all([load()]); } finally { console.log('x'); }
  } catch (error) { console.log(error); return []; }
}`,
      errors: [
        {
          messageId: 'returnSkipsCatch',
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${LOAD}export async function f() {
  try {
    try { return await Promise.all([load()]); } finally { console.log('x'); }
  } catch (error) { console.log(error); return []; }
}`,
            },
          ],
        },
      ],
    },
  ],
});
