import rule from '../../src/rules/no-unchecked-settled-result.ts';
import { javascript, ruleTester } from '../rule-tester.ts';

const RESULTS =
  'declare function load(): Promise<string>;\nconst results = await Promise.allSettled([load(), load()] as Promise<string>[]);\n';

ruleTester.run('no-unchecked-settled-result', rule, {
  valid: [
    {
      name: 'a ternary',
      code: `${RESULTS}results.map((r) => (r.status === 'fulfilled' ? r.value : null));`,
    },
    {
      name: 'a filter that the compiler understands',
      code: `${RESULTS}results.filter((r) => r.status === 'fulfilled').map((r) => r.value);`,
    },
    {
      name: 'a filter before a cast',
      code: `${RESULTS}results.filter((r) => r.status === 'fulfilled' && r.value).map((r) => (r as PromiseFulfilledResult<string>).value);`,
    },
    {
      name: 'an early throw before a cast',
      code: `${RESULTS}if (results.some((r) => r.status === 'rejected')) throw new Error();\n(results as PromiseFulfilledResult<string>[]).map((r) => r.value);`,
    },
    {
      name: 'a predicate that says what it tests',
      code: `${RESULTS}results.filter((r): r is PromiseFulfilledResult<string> => r.status === 'fulfilled');`,
    },
    { name: 'logged whole', code: `${RESULTS}console.log(results);` },
    {
      name: 'a value of something else',
      code: `${RESULTS}declare const map: { value: string };\nconsole.log(map.value);`,
    },
    {
      name: 'a JavaScript guard by reference',
      filename: javascript,
      code: `const isFulfilled = (r) => r.status === 'fulfilled';\nconst results = await Promise.allSettled([fetch('/a')]);\nresults.filter(isFulfilled).map((r) => r.value);`,
    },
  ],
  invalid: [
    {
      name: 'a read under a cast',
      code: `${RESULTS}results.map((r) => (r as PromiseFulfilledResult<string>).value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 3,
          column: 20,
          endLine: 3,
          endColumn: 63,
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output:
                `${RESULTS}results.map((r) => r.status === "fulfilled" ? r.value : undefined);`.replaceAll(
                  '"',
                  "'",
                ),
            },
          ],
        },
      ],
    },
    {
      name: 'a cast of all results',
      code: `${RESULTS}const all = results as PromiseFulfilledResult<string>[];\nall.map((r) => r.value);`,
      errors: [
        {
          messageId: 'uncheckedCast',
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 56,
          data: { claimed: 'fulfilled', property: 'value' },
        },
      ],
    },
    {
      name: 'a predicate that lies',
      code: `${RESULTS}results.filter((r): r is PromiseFulfilledResult<string> => r.status === 'rejected');`,
      errors: [
        {
          messageId: 'lyingPredicate',
          line: 3,
          column: 21,
          endLine: 3,
          endColumn: 56,
          data: { claimed: 'fulfilled' },
        },
      ],
    },
    {
      name: 'a status that does not exist',
      filename: javascript,
      code: `const results = await Promise.allSettled([fetch('/a')]);\nresults.filter((r) => r.status === 'resolved');`,
      errors: [
        {
          messageId: 'unknownStatus',
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 46,
          data: { status: 'resolved' },
        },
      ],
    },
  ],
});
