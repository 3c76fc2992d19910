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
      name: 'a read where the status is the other one',
      filename: javascript,
      code: `const results = await Promise.allSettled([fetch('/a')]);\nfor (const r of results) if (r.status === 'rejected') console.log(r.value);`,
      errors: [
        {
          messageId: 'wrongStatus',
          line: 2,
          column: 67,
          endLine: 2,
          endColumn: 74,
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          suggestions: [
            {
              messageId: 'readOther',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `const results = await Promise.allSettled([fetch('/a')]);\nfor (const r of results) if (r.status === 'rejected') console.log(r.reason);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a filter by truthiness',
      code: `${RESULTS}results.filter((r) => r.status);`,
      errors: [
        {
          messageId: 'truthinessTest',
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 31,
          data: { property: 'status' },
        },
      ],
    },
    {
      name: 'a property that no settled result has',
      code: `declare function load(): Promise<{ name: string }>;\nconst list: any[] = await Promise.allSettled([load()]);\nconsole.log(list[0].name);`,
      errors: [
        {
          messageId: 'missingProperty',
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 25,
          data: { property: 'name' },
        },
      ],
    },
    {
      name: 'rejected results as JSON',
      code: `${RESULTS}JSON.stringify(results.filter((r) => r.status === 'rejected'));`,
      errors: [
        {
          messageId: 'stringifiedRejection',
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 63,
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
