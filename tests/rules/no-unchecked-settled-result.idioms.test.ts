import rule from '../../src/rules/no-unchecked-settled-result.ts';
import { javascript, ruleTester } from '../rule-tester.ts';

const GIVEN =
  'declare const ids: string[];\ndeclare function load(id: string): Promise<string>;\ndeclare function log(...values: unknown[]): void;\nconst results = await Promise.allSettled(ids.map(load));\n';

const UNTYPED =
  "const ids = ['a', 'b'];\nconst results = await Promise.allSettled(ids.map((id) => fetch(id)));\n";

// Every way in which real code proves a status, typed and, where it makes sense, in plain JavaScript.

ruleTester.run('no-unchecked-settled-result', rule, {
  valid: [
    {
      name: 'a loop with if and else',
      code: `${GIVEN}for (const r of results) { if (r.status === 'fulfilled') { log(r.value); } else { log(r.reason); } }`,
    },
    {
      name: 'a loop with if and else, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (const r of results) { if (r.status === 'fulfilled') { console.log(r.value); } else { console.log(r.reason); } }`,
    },
    {
      name: 'a loop with an unequal comparison',
      code: `${GIVEN}for (const r of results) { if (r.status !== 'fulfilled') log(r.reason); else log(r.value); }`,
    },
    {
      name: 'a loop with a loose comparison',
      code: `${GIVEN}for (const r of results) { if (r.status == 'fulfilled') log(r.value); }`,
    },
    {
      name: 'a loop with continue',
      code: `${GIVEN}for (const r of results) { if (r.status === 'rejected') { log(r.reason); continue; } log(r.value); }`,
    },
    {
      name: 'a loop with continue, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (const r of results) { if (r.status === 'rejected') continue; console.log(r.value); }`,
    },
    {
      name: 'a loop with an else-if chain',
      code: `${GIVEN}for (const r of results) { if (ids.length === 0) log(); else if (r.status === 'fulfilled') log(r.value); else if (r.status === 'rejected') log(r.reason); }`,
    },
    {
      name: 'a loop over entries',
      code: `${GIVEN}for (const [i, r] of results.entries()) { if (r.status === 'rejected') log(ids[i], r.reason); }`,
    },
    {
      name: 'a loop over entries, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (const [i, r] of results.entries()) { if (r.status === 'rejected') console.error(ids[i], r.reason); }`,
    },
    {
      name: 'a loop over an awaited call',
      code: `${GIVEN}for (const r of await Promise.allSettled(ids.map(load))) { if (r.status === 'rejected') log(r.reason); }`,
    },
    {
      name: 'forEach with an index',
      code: `${GIVEN}results.forEach((r, i) => { if (r.status === 'fulfilled') log(ids[i], r.value); else log(r.reason); });`,
    },
    {
      name: 'forEach with an index, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}results.forEach((r, i) => { if (r.status === 'rejected') console.error(ids[i], r.reason); });`,
    },
    {
      name: 'an early throw',
      code: `${GIVEN}const [first] = results;\nif (first!.status === 'rejected') throw first!.reason;\nlog(first!.value);`,
    },
    {
      name: 'an early return',
      code: `${GIVEN}function first() { const r = results[0]!; if (r.status === 'rejected') return null; return r.value; }`,
    },
    {
      name: 'an early return, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}function first() { const [r] = results; if (r.status === 'rejected') return null; return r.value; }`,
    },
    {
      name: 'a helper that takes settled results and checks',
      code: `${GIVEN}function values<T>(all: PromiseSettledResult<T>[]): T[] { return all.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : [])); }\nlog(values(results));`,
    },
    {
      name: 'a helper that takes results and checks, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}function values(all) { return all.filter((r) => r.status === 'fulfilled').map((r) => r.value); }\nconsole.log(values(results));`,
    },
    {
      name: 'flatMap',
      code: `${GIVEN}log(results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : [])));`,
    },
    {
      name: 'flatMap, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : [])));`,
    },
    {
      name: 'reduce',
      code: `${GIVEN}log(results.reduce<string[]>((all, r) => { if (r.status === 'fulfilled') all.push(r.value); return all; }, []));`,
    },
    {
      name: 'reduce, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.reduce((all, r) => (r.status === 'fulfilled' ? [...all, r.value] : all), []));`,
    },
    {
      name: 'a ternary on the parameter of map',
      code: `${GIVEN}log(results.map((r) => (r.status === 'fulfilled' ? r.value : r.reason)));`,
    },
    {
      name: 'a ternary on the parameter of map, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.map((r) => (r.status === 'fulfilled' ? r.value : null)));`,
    },
    {
      name: 'a throw in map',
      code: `${GIVEN}log(results.map((r) => { if (r.status === 'rejected') throw r.reason; return r.value; }));`,
    },
    {
      name: 'a filter with a written predicate',
      code: `${GIVEN}log(results.filter((r): r is PromiseFulfilledResult<string> => r.status === 'fulfilled').map((r) => r.value));`,
    },
    {
      name: 'a filter with an inferred predicate',
      code: `${GIVEN}log(results.filter((r) => r.status === 'fulfilled').map((r) => r.value));`,
    },
    {
      name: 'a filter, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.status === 'fulfilled').map((r) => r.value));`,
    },
    {
      name: 'a named predicate by reference',
      code: `${GIVEN}const isRejected = (r: PromiseSettledResult<unknown>): r is PromiseRejectedResult => r.status === 'rejected';\nlog(results.filter(isRejected).map((r) => r.reason));`,
    },
    {
      name: 'a named predicate by reference, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const isFulfilled = (r) => r.status === 'fulfilled';\nconsole.log(results.filter(isFulfilled).map((r) => r.value));`,
    },
    {
      name: 'a declared predicate by reference, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}function isRejected(result) { return result.status === 'rejected'; }\nconsole.log(results.filter(isRejected).map((r) => r.reason));`,
    },
    {
      name: 'chained predicates',
      code: `${GIVEN}log(results.filter((r) => r !== undefined).filter((r) => r.status === 'fulfilled').map((r) => r.value));`,
    },
    {
      name: 'then',
      code: `${GIVEN}void Promise.allSettled(ids.map(load)).then((all) => { for (const r of all) if (r.status === 'rejected') log(r.reason); });`,
    },
    {
      name: 'then, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}Promise.allSettled(ids.map((id) => fetch(id))).then((all) => all.forEach((r) => { if (r.status === 'rejected') console.error(r.reason); }));`,
    },
    {
      name: 'then with a pattern',
      code: `${GIVEN}void Promise.allSettled([load('a'), load('b')]).then(([a, b]) => { log(a.status === 'fulfilled' ? a.value : null); if (b.status === 'rejected') log(b.reason); });`,
    },
    {
      name: 'array destructuring with a ternary for each name',
      code: `${GIVEN}const [a, b] = await Promise.allSettled([load('a'), load('b')]);\nlog(a.status === 'fulfilled' ? a.value : null, b.status === 'fulfilled' ? b.value : null);`,
    },
    {
      name: 'array destructuring with a ternary for each name, in JavaScript',
      filename: javascript,
      code: `const [a, b] = await Promise.allSettled([fetch('/a'), fetch('/b')]);\nconsole.log(a.status === 'fulfilled' ? a.value : null, b.status === 'fulfilled' ? b.value : null);`,
    },
    {
      name: 'an alias of an element in the map of another array',
      code: `${GIVEN}log(ids.map((id, i) => { const r = results[i]!; return r.status === 'fulfilled' ? r.value : id; }));`,
    },
    {
      name: 'an alias of an element in the map of another array, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(ids.map((id, i) => { const r = results[i]; return r.status === 'fulfilled' ? r.value : id; }));`,
    },
    {
      name: 'only counted',
      code: `${GIVEN}log(results.filter((r) => r.status === 'fulfilled').length, results.length);`,
    },
    {
      name: 'status and value in one condition',
      code: `${GIVEN}log(results.some((r) => r.status === 'fulfilled' && r.value.length > 0));`,
    },
    {
      name: 'a filter, then a cast in the next map',
      code: `${GIVEN}const isOk = (r: PromiseSettledResult<string>): boolean => r.status === 'fulfilled';\nlog(results.filter(isOk).map((r) => (r as PromiseFulfilledResult<string>).value));`,
    },
    {
      name: 'a filter with &&, then a cast',
      code: `${GIVEN}log(results.filter((r) => r.status === 'fulfilled' && r.value).map((r) => (r as PromiseFulfilledResult<string>).value));`,
    },
    {
      name: 'a filter with &&, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter((r) => r.status === 'fulfilled' && r.value.ok).map((r) => r.value));`,
    },
    {
      name: 'a filter, then a cast to a structural type',
      code: `${GIVEN}log((results.filter((r) => r.status === 'fulfilled' && ids.length > 0) as { value: string }[]).map((r) => r.value));`,
    },
    {
      name: 'a filter kept in a variable, then a cast to any',
      code: `${GIVEN}const failed = results.filter((r) => r.status === 'rejected' && ids.length > 0);\nlog(failed.map((f) => (f as any).reason));`,
    },
    {
      name: 'wrapped results, filtered on the status',
      code: `${GIVEN}log(results.map((result, i) => ({ result, id: ids[i] })).filter(({ result }) => result.status === 'rejected').map(({ result, id }) => [id, (result as PromiseRejectedResult).reason]));`,
    },
    {
      name: 'wrapped results, filtered on the status, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.map((result, i) => ({ result, id: ids[i] })).filter((x) => x.result.status === 'rejected').map((x) => [x.id, x.result.reason]));`,
    },
    {
      name: 'find with a predicate',
      code: `${GIVEN}log(results.find((r): r is PromiseRejectedResult => r.status === 'rejected')?.reason);`,
    },
    {
      name: 'find, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.find((r) => r.status === 'rejected')?.reason);`,
    },
    {
      name: 'some and an early throw, then a cast',
      code: `${GIVEN}if (results.some((r) => r.status === 'rejected')) throw new Error();\nlog(results.map((r) => (r as PromiseFulfilledResult<string>).value));`,
    },
    {
      name: 'some and an early throw, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}if (results.some((r) => r.status === 'rejected')) throw new Error('failed');\nconsole.log(results.map((r) => r.value));`,
    },
    {
      name: 'every of the rejected, then a cast',
      code: `${GIVEN}if (results.every((r) => r.status === 'rejected')) throw (results[0] as PromiseRejectedResult).reason;`,
    },
    {
      name: 'every of the rejected, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}if (results.every((r) => r.status === 'rejected')) throw results[0].reason;`,
    },
    {
      name: 'the right side of ||',
      code: `${GIVEN}log(results.every((r) => r.status === 'rejected' || r.value === 'x'));`,
    },
    {
      name: 'the right side of ||, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.every((r) => r.status === 'rejected' || r.value.ok));`,
    },
    {
      name: 'an optional status of an element',
      code: `${GIVEN}for (let i = 0; i < ids.length; i++) { if (results[i]?.status === 'fulfilled') log((results[i] as PromiseFulfilledResult<string>).value); }`,
    },
    {
      name: 'an optional status of an element, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}for (let i = 0; i < ids.length; i += 1) { if (results[i]?.status === 'fulfilled') console.log(results[i].value); }`,
    },
    {
      name: 'the same element twice in one ternary',
      code: `${GIVEN}log(results[0]!.status === 'fulfilled' ? (results[0] as PromiseFulfilledResult<string>).value : null);`,
    },
    {
      name: 'the same element twice in one ternary, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results[0].status === 'fulfilled' ? results[0].value : null);`,
    },
    {
      name: 'a Map',
      code: `${GIVEN}const byId = new Map<string, PromiseSettledResult<string>>();\nresults.forEach((r, i) => byId.set(ids[i]!, r));\nfor (const id of ids) { const r = byId.get(id); if (r?.status === 'fulfilled') log(r.value); }`,
    },
    {
      name: 'a Map that is asked twice',
      code: `${GIVEN}const byId = new Map<string, PromiseSettledResult<string>>();\nresults.forEach((r, i) => byId.set(ids[i]!, r));\nfor (const id of ids) { if (byId.get(id)?.status === 'fulfilled') log((byId.get(id) as PromiseFulfilledResult<string>).value); }`,
    },
    {
      name: 'a Map, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const byId = new Map();\nresults.forEach((r, i) => byId.set(ids[i], r));\nif (byId.get('a').status === 'fulfilled') console.log(byId.get('a').value);`,
    },
    {
      name: 'a filter of an awaited call',
      code: `${GIVEN}log((await Promise.allSettled(ids.map(load))).filter((r) => r.status === 'rejected').map((r) => r.reason));`,
    },
    {
      name: 'a stored promise',
      code: `${GIVEN}const pending = Promise.allSettled(ids.map(load));\nlog((await pending).reduce((n, r) => n + (r.status === 'fulfilled' ? r.value.length : 0), 0));`,
    },
    {
      name: 'a throw, then a cast of the whole array',
      code: `${GIVEN}if (results.some((r) => r.status === 'rejected')) throw new Error();\nconst all = results as PromiseFulfilledResult<string>[];\nlog(all.map((r) => r.value));`,
    },
    {
      name: 'a loosely typed alias of an element',
      code: `${GIVEN}const loose: any = results[0];\nif (loose.status === 'fulfilled') log(loose.value);`,
    },
    {
      name: 'the failed, counted, then a cast',
      code: `${GIVEN}const failed = results.filter((r) => r.status === 'rejected');\nif (failed.length > 0) throw new Error();\nlog(results.map((r) => (r as PromiseFulfilledResult<string>).value));`,
    },
    {
      name: 'the failed, counted, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const failed = results.filter((r) => r.status === 'rejected');\nif (failed.length > 0) throw new AggregateError(failed.map((r) => r.reason));\nconsole.log(results.map((r) => r.value));`,
    },
    {
      name: 'find and an optional status',
      code: `${GIVEN}const failed = results.find((r) => r.status === 'rejected');\nif (failed?.status === 'rejected') throw failed.reason;\nlog(results.map((r) => (r as PromiseFulfilledResult<string>).value));`,
    },
    {
      name: 'find and throw, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const failed = results.find((r) => r.status === 'rejected');\nif (failed) throw failed.reason;\nconsole.log(results.map((r) => r.value));`,
    },
    {
      name: 'an accessor',
      code: `${GIVEN}const valueOf = (i: number) => (results[i]!.status === 'fulfilled' ? (results[i] as PromiseFulfilledResult<string>).value : null);\nlog(valueOf(0));`,
    },
    {
      name: 'a redundant cast in the else',
      code: `${GIVEN}for (const r of results) { if (r.status === 'rejected') log(r.reason); else log((r as PromiseFulfilledResult<string>).value); }`,
    },
    {
      name: 'a partition helper',
      code: `${GIVEN}function partition<T>(all: PromiseSettledResult<T>[]) { const ok: T[] = []; const bad: unknown[] = []; for (const r of all) { if (r.status === 'fulfilled') ok.push(r.value); else bad.push(r.reason); } return { ok, bad }; }\nlog(partition(results).ok);`,
    },
    {
      name: 'a partition by reduce, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const [ok, bad] = results.reduce(([a, b], r) => (r.status === 'fulfilled' ? [[...a, r], b] : [a, [...b, r]]), [[], []]);\nconsole.log(ok.map((r) => r.value), bad.map((r) => r.reason));`,
    },
    {
      name: 'lists that are filled by status, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}const failed = [];\nfor (const r of results) { if (r.status === 'rejected') failed.push(r); }\nconsole.log(failed.map((r) => r.reason));`,
    },
    {
      name: 'an assertion of a test library',
      code: `${GIVEN}declare function expect(value: unknown): { toBe(other: unknown): void };\nconst r = results[0]!;\nexpect(r.status).toBe('fulfilled');\nlog((r as PromiseFulfilledResult<string>).value);`,
    },
    {
      name: 'an assertion by assertEquals',
      code: `${GIVEN}declare function assertEquals(value: unknown, other: unknown): void;\nconst r = results[0]!;\nassertEquals(r.status, 'rejected');\nlog((r as PromiseRejectedResult).reason);`,
    },
    {
      name: 'an assertion by assert.equal, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}import assert from 'node:assert';\nassert.equal(results[0].status, 'rejected');\nconsole.log(results[0].reason);`,
    },
    {
      name: 'an assertion of how many failed',
      code: `${GIVEN}declare function expect(value: unknown): { toHaveLength(n: number): void };\nconst failures = results.filter((r) => r.status === 'rejected' && ids.length > 0);\nexpect(failures).toHaveLength(1);\nlog((failures[0] as PromiseRejectedResult).reason);`,
    },
    {
      name: 'an assertion that looks at the read itself',
      code: `${GIVEN}declare function expect(value: unknown): { toBe(other: unknown): void };\nexpect((results[0] as PromiseFulfilledResult<string>).value).toBe('a');`,
    },
    {
      name: 'an assertion that looks at what is mapped',
      code: `${GIVEN}declare function expect(value: unknown): { toEqual(other: unknown): void };\nexpect(results.map((r) => ({ ...r, reason: (r as any).reason?.message }))).toEqual([]);`,
    },
    {
      name: 'a switch',
      code: `${GIVEN}for (const r of results) { switch (r.status) { case 'fulfilled': log(r.value); break; case 'rejected': log(r.reason); } }`,
    },
    {
      name: 'in',
      code: `${GIVEN}for (const r of results) { if ('value' in r) log(r.value); else log(r.reason); }`,
    },
    {
      name: 'an aliased condition',
      code: `${GIVEN}for (const r of results) { const isOk = r.status === 'fulfilled'; if (isOk) log(r.value); }`,
    },
    {
      name: 'a destructured parameter, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}results.forEach(({ status, value, reason }) => { if (status === 'fulfilled') console.log(value); else console.error(reason); });`,
    },
    {
      name: 'a destructured filter and map, in JavaScript',
      filename: javascript,
      code: `${UNTYPED}console.log(results.filter(({ status }) => status === 'fulfilled').map(({ value }) => value));`,
    },
    {
      name: 'passed on whole',
      code: `${GIVEN}export const all = results;\nlog(results, [...results], { results });`,
    },
    {
      name: 'logged as JSON where none is rejected',
      code: `${GIVEN}log(JSON.stringify(results.filter((r) => r.status === 'fulfilled')));`,
    },
    {
      name: 'written, not read',
      code: `${GIVEN}(results[0] as any).value = 'a';`,
    },
    {
      name: 'a value of something else',
      code: `${GIVEN}declare const box: { value: string };\nlog(box.value);`,
    },
  ],
  invalid: [],
});
