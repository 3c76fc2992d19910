import rule from '../../src/rules/no-unchecked-settled-result.ts';
import { javascript, ruleTester } from '../rule-tester.ts';

const GIVEN =
  'declare const ids: string[];\ndeclare function load(id: string): Promise<string>;\ndeclare function log(...values: unknown[]): void;\nconst results = await Promise.allSettled(ids.map(load));\n';

const UNTYPED =
  "const ids = ['a', 'b'];\nconst results = await Promise.allSettled(ids.map((id) => fetch(id)));\n";

ruleTester.run('no-unchecked-settled-result', rule, {
  valid: [
    {
      name: 'a predicate that says what it tests',
      code: `${GIVEN}log(results.filter((r): r is PromiseFulfilledResult<string> => r.status === 'fulfilled'));`,
    },
    {
      name: 'a predicate that tests more than it says',
      code: `${GIVEN}log(results.filter((r): r is PromiseRejectedResult => r.status === 'rejected' && r.reason !== null));`,
    },
    {
      name: 'a predicate whose body is not understood',
      code: `${GIVEN}declare function matches(r: unknown): boolean;\nlog(results.filter((r): r is PromiseFulfilledResult<string> => matches(r)));`,
    },
    {
      name: 'a status that exists',
      code: `${GIVEN}log(results.filter((r) => r.status === 'rejected'));`,
    },
    {
      name: 'the status of something else',
      code: `declare const task: { status: string };\nif (task.status === 'resolved') console.log(task);`,
    },
    {
      name: 'a question whether there is a result',
      code: `${GIVEN}if (results[0]?.status) log('some');`,
    },
    {
      name: 'a filter by the truthiness of a fulfilled value',
      code: `${GIVEN}log(results.filter((r) => r.status === 'fulfilled').filter((r) => r.value));`,
    },
    {
      name: 'a property of the array',
      filename: javascript,
      code: `${UNTYPED}console.log(results.length, results.size);`,
    },
    {
      name: 'a property of a value',
      code: `${GIVEN}const list: any[] = results;\nif (list[0].status === 'fulfilled') log(list[0].value.name);`,
    },
    {
      name: 'a property of an element of something else',
      code: `declare const list: any[];\nconsole.log(list[0].name);`,
    },
    {
      name: 'JSON with a replacer',
      code: `${GIVEN}log(JSON.stringify(results, (_key, value) => (value instanceof Error ? value.message : value)));`,
    },
    {
      name: 'JSON of the reasons as texts',
      code: `${GIVEN}log(JSON.stringify(results.map((r) => (r.status === 'rejected' ? String(r.reason) : r.value))));`,
    },
    {
      name: 'a cast of a filtered array',
      code: `${GIVEN}const all = results.filter((r) => r.status === 'fulfilled' && r.value) as PromiseFulfilledResult<string>[];\nlog(all.map((r) => r.value));`,
    },
    {
      name: 'a cast of an array whose status is asked for later',
      code: `${GIVEN}const all = results as PromiseFulfilledResult<string>[];\nlog(all.filter((r) => r.status === 'fulfilled').map((r) => r.value));`,
    },
    {
      name: 'a cast to both',
      code: `${GIVEN}log((results as PromiseSettledResult<unknown>[]).length);`,
    },
    {
      name: 'a helper that is only given what was checked',
      code: `${GIVEN}const valueOf = (r: PromiseSettledResult<string>) => (r as PromiseFulfilledResult<string>).value;\nfor (const r of results) if (r.status === 'fulfilled') log(valueOf(r));`,
    },
    {
      name: 'results that come by two ways, one of them filtered',
      code: `${GIVEN}const some = ids.length > 1 ? results.filter((r) => r.status === 'fulfilled') : results;\nlog(some.map((r) => (r as PromiseRejectedResult).reason));`,
    },
    {
      name: 'the reason of a result that a function may have checked',
      code: `${GIVEN}function mustAllFail(all: PromiseSettledResult<unknown>[]) { for (const r of all) if (r.status === 'fulfilled') throw new Error(); }\nmustAllFail(results);\nlog((results[0] as PromiseRejectedResult).reason);`,
    },
    {
      name: 'results of unknown origin',
      filename: javascript,
      code: `import { results } from 'nowhere';\nconsole.log(results[0].value);`,
    },
    {
      name: 'results of a promise that is not the global one',
      code: `declare const Promise: { allSettled(all: unknown[]): globalThis.Promise<{ value: string }[]> };\nconst list = await Promise.allSettled([]);\nconsole.log(list[0]!.value);`,
    },
    {
      name: 'a cast that the filter before it founds',
      code: `${GIVEN}log((results.filter((r) => r.status === 'fulfilled') as PromiseFulfilledResult<string>[]).map((r) => r.value));`,
    },
    {
      name: 'a status under a name of its own',
      code: `${GIVEN}const state = results[0]!.status;
log(state === 'fulfilled');`,
    },
    {
      name: 'a state of something else under a name of its own',
      code: `${GIVEN}declare const task: { status: string };
const state = task.status;
log(state === 'ok', results);`,
    },
    {
      name: 'a destructured status of something else',
      code: `${GIVEN}declare const tasks: { status: string }[];
log(tasks.filter(({ status }) => status === 'success'), results);`,
    },
    {
      name: 'a predicate by what is in the result',
      code: `${GIVEN}log(results.filter((r): r is PromiseFulfilledResult<string> => 'value' in r).map((r) => r.value));`,
    },
    {
      name: 'the callback of Array.from, with a check',
      code: `${GIVEN}log(Array.from(results, (r) => (r.status === 'fulfilled' ? r.value : null)));`,
    },
    {
      name: 'a value that is deleted',
      code: `${GIVEN}for (const r of results as any[]) delete r.value;`,
    },
    {
      name: 'a property that the code adds',
      code: `${GIVEN}for (const r of results as any[]) r.id = 1;
for (const r of results as any[]) log(r.id);`,
    },
    {
      name: 'a property that Object.assign adds',
      code: `${GIVEN}(results as any[]).forEach((r, id) => Object.assign(r, { id }));
for (const r of results as any[]) log(r.id);`,
    },
    {
      name: 'a list of which none was rejected',
      code: `${GIVEN}if (results.some((r) => r.status === 'rejected')) throw new Error('some');
log(results.map((r) => (r as PromiseFulfilledResult<string>).value));
`,
    },
    {
      name: 'a filter by the truthiness of the reason, in a block, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => { return r.reason; }));`,
    },
    {
      name: 'a reason as text where it is no error',
      code: `${GIVEN}for (const r of results) if (r.status === 'rejected') log(r.reason instanceof Error ? r.reason.message : JSON.stringify(r.reason));`,
    },
    {
      name: 'a reason as text where it has no message',
      code: `${GIVEN}for (const r of results) if (r.status === 'rejected') log((r.reason as Error).message || JSON.stringify(r.reason));`,
    },
    {
      name: 'a reason as text that is said to be no error',
      code: `${GIVEN}for (const r of results) if (r.status === 'rejected') log(JSON.stringify(r.reason as { code: number }));`,
    },
    {
      name: 'messages of reasons as text',
      code: `${GIVEN}const rejected = results.filter((r) => r.status === 'rejected');
log(JSON.stringify(rejected.map((r) => (r.reason as Error).message)));`,
    },
    {
      name: 'values as text',
      code: `${GIVEN}const done = results.filter((r) => r.status === 'fulfilled');
log(JSON.stringify(done.map((r) => r.value)));`,
    },
    {
      name: 'a value behind a rejection that is left, in a function',
      code: `${GIVEN}export function show() {
  for (const r of results) {
    if (r.status === 'rejected') continue;
    log((r as PromiseFulfilledResult<string>).value.length);
  }
}`,
    },
  ],
  invalid: [
    {
      name: 'a read of an element under a cast',
      code: `${GIVEN}log((results[0] as PromiseFulfilledResult<string>).value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results[0].status === 'fulfilled' ? results[0].value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a read of an optional element with a fallback',
      code: `${GIVEN}log((results[0] as PromiseFulfilledResult<any>)?.value ?? []);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 55,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log((results[0]?.status === 'fulfilled' ? (results[0] as PromiseFulfilledResult<any>)?.value : undefined) ?? []);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a read under a cast to any',
      code: `${GIVEN}log((results[0] as any).reason.message);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'reason', status: 'rejected', other: 'fulfilled' },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'reason',
                status: 'rejected',
                other: 'fulfilled',
              },
              output: `${GIVEN}log(results[0].status === 'rejected' ? results[0].reason.message : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a read under two casts and a !',
      code: `${GIVEN}log((results[0]! as unknown as PromiseRejectedResult).reason);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'reason', status: 'rejected', other: 'fulfilled' },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'reason',
                status: 'rejected',
                other: 'fulfilled',
              },
              output: `${GIVEN}log(results[0].status === 'rejected' ? results[0].reason : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a read by a name in brackets',
      code: `${GIVEN}log((results[0] as any)['value']);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results[0].status === 'fulfilled' ? (results[0] as any)['value'] : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a read that the compiler is told to ignore',
      code: `${GIVEN}// @ts-ignore\nlog(results[0].value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 21,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}// @ts-ignore\nlog(results[0].status === 'fulfilled' ? results[0].value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a read that the compiler is expected to report',
      code: `${GIVEN}// @ts-expect-error\nresults.map((r) => r.value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'a read of an element, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results[0].value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results[0].status === 'fulfilled' ? results[0].value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a read whose value goes on, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}results[0].value.json();`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}if (results[0].status === 'fulfilled') results[0].value.json();`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of map',
      code: `${GIVEN}log(results.map((r) => (r as PromiseFulfilledResult<string>).value));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.map((r) => r.status === 'fulfilled' ? r.value : undefined));`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.filter((r) => r.status === 'fulfilled').map((r) => r.value));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of map, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.map((r) => r.value));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.map((r) => r.status === 'fulfilled' ? r.value : undefined));`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.filter((r) => r.status === 'fulfilled').map((r) => r.value));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of map, beside the index, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.map((r, i) => [ids[i], r.value]));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.map((r, i) => [ids[i], r.status === 'fulfilled' ? r.value : undefined]));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of map, read twice',
      code: `${GIVEN}log(results.map((r) => [(r as any).value.a, (r as any).value.b]));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.map((r) => [r.status === 'fulfilled' ? (r as any).value.a : undefined, (r as any).value.b]));`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.filter((r) => r.status === 'fulfilled').map((r) => [(r as any).value.a, (r as any).value.b]));`,
            },
          ],
        },
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.map((r) => [(r as any).value.a, r.status === 'fulfilled' ? (r as any).value.b : undefined]));`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.filter((r) => r.status === 'fulfilled').map((r) => [(r as any).value.a, (r as any).value.b]));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of map in a chain of several lines, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const values = results\n  .map((r) => r.value)\n  .join();`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}const values = results\n  .map((r) => r.status === 'fulfilled' ? r.value : undefined)\n  .join();`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}const values = results\n  .filter((r) => r.status === 'fulfilled')\n  .map((r) => r.value)\n  .join();`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of flatMap, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.flatMap((r) => r.value));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 36,
          endLine: 3,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.flatMap((r) => r.status === 'fulfilled' ? r.value : undefined));`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.filter((r) => r.status === 'fulfilled').flatMap((r) => r.value));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of forEach, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}results.forEach((r) => { console.error(r.reason); });`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'reason', status: 'rejected', other: 'fulfilled' },
          line: 3,
          column: 40,
          endLine: 3,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'reason',
                status: 'rejected',
                other: 'fulfilled',
              },
              output: `${UNTYPED}results.forEach((r) => { console.error(r.status === 'rejected' ? r.reason : undefined); });`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'reason',
                status: 'rejected',
                other: 'fulfilled',
              },
              output: `${UNTYPED}results.filter((r) => r.status === 'rejected').forEach((r) => { console.error(r.reason); });`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of reduce, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.reduce((all, r) => all.concat(r.value), []));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.reduce((all, r) => all.concat(r.status === 'fulfilled' ? r.value : undefined), []));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of find, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.find((r) => r.value === 'a'));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 33,
          endLine: 3,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.find((r) => (r.status === 'fulfilled' ? r.value : undefined) === 'a'));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the parameter of then, in JavaScript',
      filename: javascript,
      code: `Promise.allSettled([fetch('/a')]).then((all) => all[0].value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 1,
          column: 49,
          endLine: 1,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `Promise.allSettled([fetch('/a')]).then((all) => all[0].status === 'fulfilled' ? all[0].value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern of the parameter of then, in JavaScript',
      filename: javascript,
      code: `Promise.allSettled([fetch('/a')]).then(([a]) => a.value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 1,
          column: 49,
          endLine: 1,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `Promise.allSettled([fetch('/a')]).then(([a]) => a.status === 'fulfilled' ? a.value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a named callback, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const show = (r) => console.log(r.value);\nresults.forEach(show);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 33,
          endLine: 3,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}const show = (r) => console.log(r.status === 'fulfilled' ? r.value : undefined);\nresults.forEach(show);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (const r of results) console.log(r.value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 38,
          endLine: 3,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}for (const r of results) console.log(r.status === 'fulfilled' ? r.value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop over an awaited call, in JavaScript',
      filename: javascript,
      code: `for (const r of await Promise.allSettled([fetch('/a')])) console.log(r.value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 1,
          column: 70,
          endLine: 1,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `for (const r of await Promise.allSettled([fetch('/a')])) console.log(r.status === 'fulfilled' ? r.value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern in a declaration, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const { value } = results[0];`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 14,
        },
      ],
    },
    {
      name: 'a pattern with another name, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const { reason: why } = results[0];`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'reason', status: 'rejected', other: 'fulfilled' },
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 20,
        },
      ],
    },
    {
      name: 'a pattern in a pattern, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const [{ value }] = results;`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 15,
        },
      ],
    },
    {
      name: 'a pattern of a parameter, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.map(({ value }) => value));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.filter((result) => result.status === 'fulfilled').map(({ value }) => value));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern of a parameter under any',
      code: `${GIVEN}log(results.map(({ value }: any) => value));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 25,
          suggestions: [
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.filter((result) => result.status === 'fulfilled').map(({ value }: any) => value));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern in a loop, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (const { value } of results) console.log(value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 19,
        },
      ],
    },
    {
      name: 'a pattern in an assignment, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}let value;\n({ value } = results[0]);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 4,
          column: 4,
          endLine: 4,
          endColumn: 9,
        },
      ],
    },
    {
      name: 'a read before the check, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results[0].value);\nif (results[0].status === 'rejected') throw results[0].reason;`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results[0].status === 'fulfilled' ? results[0].value : undefined);\nif (results[0].status === 'rejected') throw results[0].reason;`,
            },
          ],
        },
      ],
    },
    {
      name: 'a check of another element, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}if (results[1].status === 'fulfilled') console.log(results[0].value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}if (results[1].status === 'fulfilled') console.log(results[0].status === 'fulfilled' ? results[0].value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a check that does not leave, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}if (results.some((r) => r.status === 'rejected')) console.warn('some failed');\nconsole.log(results[0].value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}if (results.some((r) => r.status === 'rejected')) console.warn('some failed');\nconsole.log(results[0].status === 'fulfilled' ? results[0].value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a count alone, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}if (results.length === 0) throw new Error('none');\nconsole.log(results[0].value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}if (results.length === 0) throw new Error('none');\nconsole.log(results[0].status === 'fulfilled' ? results[0].value : undefined);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Map that nobody checks, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const byId = new Map();\nresults.forEach((r, i) => byId.set(ids[i], r));\nconsole.log(byId.get('a').value);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 32,
        },
      ],
    },
    {
      name: 'a wrapper that nobody checks, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.map((result, i) => ({ result, id: ids[i] })).map((x) => x.result.value));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 77,
          endLine: 3,
          endColumn: 91,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.map((result, i) => ({ result, id: ids[i] })).map((x) => x.result.status === 'fulfilled' ? x.result.value : undefined));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that casts what it is given',
      code: `${GIVEN}export function values<T>(all: PromiseSettledResult<T>[]): T[] { return all.map((r) => (r as PromiseFulfilledResult<T>).value); }\nlog(values(results));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 88,
          endLine: 5,
          endColumn: 126,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}export function values<T>(all: PromiseSettledResult<T>[]): T[] { return all.map((r) => r.status === 'fulfilled' ? r.value : undefined); }\nlog(values(results));`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}export function values<T>(all: PromiseSettledResult<T>[]): T[] { return all.filter((r) => r.status === 'fulfilled').map((r) => r.value); }\nlog(values(results));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper without types, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}function values(all) { return all.map((r) => r.value); }\nconsole.log(values(results));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 46,
          endLine: 3,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'guardRead',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}function values(all) { return all.map((r) => r.status === 'fulfilled' ? r.value : undefined); }\nconsole.log(values(results));`,
            },
            {
              messageId: 'filterFirst',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}function values(all) { return all.filter((r) => r.status === 'fulfilled').map((r) => r.value); }\nconsole.log(values(results));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the other status',
      code: `${GIVEN}for (const r of results) { if (r.status === 'rejected') log((r as any).value); }`,
      errors: [
        {
          messageId: 'wrongStatus',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 61,
          endLine: 5,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'readOther',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}for (const r of results) { if (r.status === 'rejected') log((r as any).reason); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'the other status in the else, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (const r of results) { if (r.status === 'fulfilled') console.log(r.value); else console.error(r.value); }`,
      errors: [
        {
          messageId: 'wrongStatus',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 99,
          endLine: 3,
          endColumn: 106,
          suggestions: [
            {
              messageId: 'readOther',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}for (const r of results) { if (r.status === 'fulfilled') console.log(r.value); else console.error(r.reason); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'the other status after a filter, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.status === 'rejected').map((r) => r.value));`,
      errors: [
        {
          messageId: 'wrongStatus',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 71,
          endLine: 3,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'readOther',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.filter((r) => r.status === 'rejected').map((r) => r.reason));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the other status after a filter with &&',
      code: `${GIVEN}log(results.filter((r) => r.status === 'rejected' && ids.length > 0).map((r) => (r as any).value));`,
      errors: [
        {
          messageId: 'wrongStatus',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 81,
          endLine: 5,
          endColumn: 97,
          suggestions: [
            {
              messageId: 'readOther',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.filter((r) => r.status === 'rejected' && ids.length > 0).map((r) => (r as any).reason));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the other status after an early throw, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}if (results.some((r) => r.status === 'rejected')) throw new Error('failed');\nconsole.log(results[0].reason);`,
      errors: [
        {
          messageId: 'wrongStatus',
          data: { property: 'reason', status: 'rejected', other: 'fulfilled' },
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'readOther',
              data: {
                property: 'reason',
                status: 'rejected',
                other: 'fulfilled',
              },
              output: `${UNTYPED}if (results.some((r) => r.status === 'rejected')) throw new Error('failed');\nconsole.log(results[0].value);`,
            },
          ],
        },
      ],
    },
    {
      name: 'the other status that a pattern takes, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.status === 'fulfilled').map(({ reason }) => reason));`,
      errors: [
        {
          messageId: 'wrongStatus',
          data: { property: 'reason', status: 'rejected', other: 'fulfilled' },
          line: 3,
          column: 68,
          endLine: 3,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'a cast of the whole array',
      code: `${GIVEN}const all = results as PromiseFulfilledResult<string>[];\nlog(all.map((r) => r.value));`,
      errors: [
        {
          messageId: 'uncheckedCast',
          data: { status: 'fulfilled', property: 'value' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'filterFirst',
              data: { status: 'fulfilled', property: 'value' },
              output: `${GIVEN}const all = results.filter((result) => result.status === 'fulfilled');\nlog(all.map((r) => r.value));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a cast of the whole array to other values',
      code: `${GIVEN}const all = results as PromiseFulfilledResult<any>[];\nlog(all.map((r) => r.value.name));`,
      errors: [
        {
          messageId: 'uncheckedCast',
          data: { status: 'fulfilled', property: 'value' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'filterFirst',
              data: { status: 'fulfilled', property: 'value' },
              output: `${GIVEN}const all = results.filter((result) => result.status === 'fulfilled') as PromiseFulfilledResult<any>[];\nlog(all.map((r) => r.value.name));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a cast of the whole array in a chain',
      code: `${GIVEN}log((results as PromiseRejectedResult[]).map((r) => r.reason));`,
      errors: [
        {
          messageId: 'uncheckedCast',
          data: { status: 'rejected', property: 'reason' },
          line: 5,
          column: 6,
          endLine: 5,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'filterFirst',
              data: { status: 'rejected', property: 'reason' },
              output: `${GIVEN}log(results.filter((result) => result.status === 'rejected').map((r) => r.reason));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a cast of the whole array to a structural type',
      code: `${GIVEN}log((results as { value: string }[]).map((r) => r.value));`,
      errors: [
        {
          messageId: 'uncheckedCast',
          data: { status: 'fulfilled', property: 'value' },
          line: 5,
          column: 6,
          endLine: 5,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'filterFirst',
              data: { status: 'fulfilled', property: 'value' },
              output: `${GIVEN}log(results.filter((result) => result.status === 'fulfilled').map((r) => r.value));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a cast of the whole array that is destructured',
      code: `${GIVEN}const [a] = results as PromiseFulfilledResult<string>[];\nlog(a!.value);`,
      errors: [
        {
          messageId: 'uncheckedCast',
          data: { status: 'fulfilled', property: 'value' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a cast of the whole array that is read by index',
      code: `${GIVEN}const all = results as PromiseFulfilledResult<string>[];\nlog(all[0]!.value);`,
      errors: [
        {
          messageId: 'uncheckedCast',
          data: { status: 'fulfilled', property: 'value' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a cast of an awaited array',
      code: `${GIVEN}const all = (await Promise.allSettled(ids.map(load))) as PromiseFulfilledResult<string>[];\nlog(all.length);`,
      errors: [
        {
          messageId: 'uncheckedCast',
          data: { status: 'fulfilled', property: 'value' },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 90,
          suggestions: [
            {
              messageId: 'filterFirst',
              data: { status: 'fulfilled', property: 'value' },
              output: `${GIVEN}const all = (await Promise.allSettled(ids.map(load))).filter((result) => result.status === 'fulfilled');\nlog(all.length);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a predicate that lies',
      code: `${GIVEN}log(results.filter((r): r is PromiseFulfilledResult<string> => r.status === 'rejected'));`,
      errors: [
        {
          messageId: 'lyingPredicate',
          data: { status: 'fulfilled' },
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'testClaimed',
              data: { status: 'fulfilled' },
              output: `${GIVEN}log(results.filter((r): r is PromiseFulfilledResult<string> => r.status === 'fulfilled'));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a named predicate that lies by an unequal comparison',
      code: `${GIVEN}function isRejected(r: PromiseSettledResult<unknown>): r is PromiseRejectedResult { return r.status !== 'rejected'; }\nlog(results.filter(isRejected));`,
      errors: [
        {
          messageId: 'lyingPredicate',
          data: { status: 'rejected' },
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'testClaimed',
              data: { status: 'rejected' },
              output: `${GIVEN}function isRejected(r: PromiseSettledResult<unknown>): r is PromiseRejectedResult { return r.status !== 'fulfilled'; }\nlog(results.filter(isRejected));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a filter by the truthiness of the value',
      code: `${GIVEN}log(results.filter((r) => (r as PromiseFulfilledResult<string>).value));`,
      errors: [
        {
          messageId: 'truthinessTest',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 5,
          column: 27,
          endLine: 5,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'compareStatus',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${GIVEN}log(results.filter((r) => r.status === 'fulfilled'));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a filter by the truthiness of the value, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.value));`,
      errors: [
        {
          messageId: 'truthinessTest',
          data: { property: 'value', status: 'fulfilled', other: 'rejected' },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 42,
          suggestions: [
            {
              messageId: 'compareStatus',
              data: {
                property: 'value',
                status: 'fulfilled',
                other: 'rejected',
              },
              output: `${UNTYPED}console.log(results.filter((r) => r.status === 'fulfilled'));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a filter by the truthiness of the status, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.status));`,
      errors: [
        {
          messageId: 'truthinessTest',
          data: { property: 'status' },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 43,
        },
      ],
    },
    {
      name: 'a condition by the truthiness of the status, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (const r of results) { if (r.status) console.log(r); }`,
      errors: [
        {
          messageId: 'truthinessTest',
          data: { property: 'status' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 40,
        },
      ],
    },
    {
      name: 'a status that does not exist, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.status === 'resolved'));`,
      errors: [
        {
          messageId: 'unknownStatus',
          data: { text: 'resolved' },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'useStatus',
              data: { text: 'resolved', status: 'fulfilled' },
              output: `${UNTYPED}console.log(results.filter((r) => r.status === 'fulfilled'));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a misspelt status, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.status !== "fullfilled"));`,
      errors: [
        {
          messageId: 'unknownStatus',
          data: { text: 'fullfilled' },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'useStatus',
              data: { text: 'fullfilled', status: 'fulfilled' },
              output: `${UNTYPED}console.log(results.filter((r) => r.status !== "fulfilled"));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a status of something else, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.status === 'pending'));`,
      errors: [
        {
          messageId: 'unknownStatus',
          data: { text: 'pending' },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 57,
        },
      ],
    },
    {
      name: 'a case for a status that does not exist, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (const r of results) { switch (r.status) { case 'success': break; } }`,
      errors: [
        {
          messageId: 'unknownStatus',
          data: { text: 'success' },
          line: 3,
          column: 48,
          endLine: 3,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'useStatus',
              data: { text: 'success', status: 'fulfilled' },
              output: `${UNTYPED}for (const r of results) { switch (r.status) { case 'fulfilled': break; } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a property that no settled result has',
      code: `declare function load(): Promise<{ name: string }>;\nconst list: any[] = await Promise.allSettled([load()]);\nconsole.log(list[0].name);`,
      errors: [
        {
          messageId: 'missingProperty',
          data: { property: 'name' },
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'a property that no settled result has, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results[0].ok);`,
      errors: [
        {
          messageId: 'missingProperty',
          data: { property: 'ok' },
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'rejected results as JSON',
      code: `${GIVEN}log(JSON.stringify(results.filter((r) => r.status === 'rejected')));`,
      errors: [
        {
          messageId: 'stringifiedRejection',
          data: {},
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 67,
        },
      ],
    },
    {
      name: 'all results as JSON, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(JSON.stringify(results));`,
      errors: [
        {
          messageId: 'stringifiedRejection',
          data: {},
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'a cast that contradicts the filter before it',
      code: `${GIVEN}const failed = results.filter((r) => r.status === 'rejected') as unknown as PromiseFulfilledResult<string>[];
log(failed.map((r) => r.value));`,
      errors: [
        {
          messageId: 'wrongCast',
          line: 5,
          column: 16,
          endLine: 5,
          endColumn: 109,
        },
      ],
    },
    {
      name: 'a cast of filtered results in one expression',
      code: `${GIVEN}log((results.filter((r) => r.status === 'rejected') as unknown as PromiseFulfilledResult<string>[]).map((r) => r.value));`,
      errors: [
        {
          messageId: 'wrongCast',
          line: 5,
          column: 6,
          endLine: 5,
          endColumn: 99,
        },
      ],
    },
    {
      name: 'a status under a name of its own that is none',
      code: `${GIVEN}const state: string = results[0]!.status;
log(state === 'ok');`,
      errors: [
        {
          messageId: 'unknownStatus',
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'useStatus',
              output: `${GIVEN}const state: string = results[0]!.status;
log(state === 'fulfilled');`,
            },
          ],
        },
      ],
    },
    {
      name: 'a destructured status that is none',
      code: `${GIVEN}log(results.filter(({ status }) => (status as string) === 'success'));`,
      errors: [
        {
          messageId: 'unknownStatus',
          line: 5,
          column: 36,
          endLine: 5,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'useStatus',
              output: `${GIVEN}log(results.filter(({ status }) => (status as string) === 'fulfilled'));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a predicate that lies by what is in the result',
      code: `${GIVEN}log(results.filter((r): r is PromiseFulfilledResult<string> => 'reason' in r));`,
      errors: [
        {
          messageId: 'lyingPredicate',
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'a destructured value that is tested for truthiness',
      code: `${GIVEN}log((results as any[]).filter(({ value }) => value));`,
      errors: [
        {
          messageId: 'truthinessTest',
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 39,
        },
      ],
    },
    {
      name: 'the callback of Array.from',
      code: `${GIVEN}log(Array.from(results, (r) => (r as PromiseFulfilledResult<string>).value));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 75,
          suggestions: [
            {
              messageId: 'guardRead',
              output: `${GIVEN}log(Array.from(results, (r) => r.status === 'fulfilled' ? r.value : undefined));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper whose parameter is any',
      code: `${GIVEN}function pick(r: any) { return r.value; }
log(results.map(pick));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'guardRead',
              output: `${GIVEN}function pick(r: any) { return r.status === 'fulfilled' ? r.value : undefined; }
log(results.map(pick));`,
            },
          ],
        },
      ],
    },
    {
      name: 'values that are taken apart by position',
      code: `${GIVEN}const [a, b] = results.map((r) => (r as PromiseFulfilledResult<string>).value);
log(a, b);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'guardRead',
              output: `${GIVEN}const [a, b] = results.map((r) => r.status === 'fulfilled' ? r.value : undefined);
log(a, b);`,
            },
          ],
        },
      ],
    },
    {
      name: 'values that are read by position',
      code: `${GIVEN}const values = results.map((r) => (r as PromiseFulfilledResult<string>).value);
for (const i of [0, 1]) log(values[i]);`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 78,
          suggestions: [
            {
              messageId: 'guardRead',
              output: `${GIVEN}const values = results.map((r) => r.status === 'fulfilled' ? r.value : undefined);
for (const i of [0, 1]) log(values[i]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a fallback for a text that may be empty',
      code: `${GIVEN}log((results[0] as PromiseFulfilledResult<string>).value || 'none');
`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'guardRead',
              output: `${GIVEN}log((results[0].status === 'fulfilled' ? results[0].value : undefined) || 'none');
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of which not all were rejected',
      code: `${GIVEN}if (results.every((r) => r.status === 'rejected')) throw new Error('none');
log(results.map((r) => (r as PromiseFulfilledResult<string>).value));
`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'guardRead',
              output: `${GIVEN}if (results.every((r) => r.status === 'rejected')) throw new Error('none');
log(results.map((r) => r.status === 'fulfilled' ? r.value : undefined));
`,
            },
            {
              messageId: 'filterFirst',
              output: `${GIVEN}if (results.every((r) => r.status === 'rejected')) throw new Error('none');
log(results.filter((r) => r.status === 'fulfilled').map((r) => r.value));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a result that may be missing',
      code: `${GIVEN}const last = results.at(-1);
log((last as PromiseFulfilledResult<string>).value);
`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'guardRead',
              output: `${GIVEN}const last = results.at(-1);
log(last?.status === 'fulfilled' ? last.value : undefined);
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a rejected reason as text',
      code: `${GIVEN}for (const r of results) if (r.status === 'rejected') log('failed ' + JSON.stringify(r.reason));`,
      errors: [
        {
          messageId: 'stringifiedRejection',
          line: 5,
          column: 71,
          endLine: 5,
          endColumn: 95,
        },
      ],
    },
    {
      name: 'rejected reasons as text',
      code: `${GIVEN}const rejected = results.filter((r) => r.status === 'rejected');
throw new Error(JSON.stringify(rejected.map((r) => r.reason)));`,
      errors: [
        {
          messageId: 'stringifiedRejection',
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'a value behind a rejection that is only logged, in a function',
      code: `${GIVEN}export function show() {
  for (const r of results) {
    if (r.status === 'rejected') console.error(r.reason);
    log((r as PromiseFulfilledResult<string>).value.length);
  }
}`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'guardRead',
              output: `${GIVEN}export function show() {
  for (const r of results) {
    if (r.status === 'rejected') console.error(r.reason);
    log(r.status === 'fulfilled' ? r.value.length : undefined);
  }
}`,
            },
          ],
        },
      ],
    },
  ],
});
