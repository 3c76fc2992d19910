import { describe, expect, it } from 'vitest';

import { proofsIn, proofsInJavaScript } from '../asked.ts';

const GIVEN = 'const results = await Promise.allSettled(items.map(load));\n';

const UNTYPED = `const items = ['a'];
const load = async (id) => { if (id) throw id; return id; };
const results = await Promise.allSettled(items.map(load));
`;

const F = 'PromiseFulfilledResult<string>';

describe('the compiler proves the status by', () => {
  it.each([
    [
      'an if',
      `for (const r of results) if (r.status === 'fulfilled') log(r.value); else log(r.reason);`,
      'fulfilled rejected',
    ],
    [
      'an unequal comparison',
      `for (const r of results) if (r.status !== 'fulfilled') log(r.reason); else log(r.value);`,
      'rejected fulfilled',
    ],
    [
      'a loose comparison',
      `for (const r of results) if (r.status == 'fulfilled') log(r.value);`,
      'fulfilled',
    ],
    [
      'a guard that continues',
      `for (const r of results) { if (r.status === 'rejected') continue; log(r.value); }`,
      'fulfilled',
    ],
    [
      'an else-if chain',
      `for (const r of results) { if (!isReady) log(); else if (r.status === 'fulfilled') log(r.value); else if (r.status === 'rejected') log(r.reason); }`,
      'fulfilled rejected',
    ],
    [
      'a loop over entries',
      `for (const [i, r] of results.entries()) { if (r.status === 'rejected') log(i, r.reason); }`,
      'rejected',
    ],
    [
      'forEach',
      `results.forEach((r, i) => { if (r.status === 'fulfilled') log(i, r.value); });`,
      'fulfilled',
    ],
    [
      'an early return',
      `function first() { const [r] = results; if (!r || r.status === 'rejected') return null; return r.value; }`,
      'fulfilled',
    ],
    [
      'an early throw in map',
      `results.map((r) => { if (r.status === 'rejected') throw r.reason; return r.value; });`,
      'rejected fulfilled',
    ],
    [
      'flatMap',
      `results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []));`,
      'rejected',
    ],
    [
      'reduce',
      `results.reduce((all, r) => (r.status === 'fulfilled' ? [...all, r.value] : all), [] as string[]);`,
      'fulfilled',
    ],
    [
      'a ternary in map',
      `results.map((r) => (r.status === 'fulfilled' ? r.value : null));`,
      'fulfilled',
    ],
    [
      'a written predicate',
      `results.filter((r): r is ${F} => r.status === 'fulfilled').map((r) => r.value);`,
      'fulfilled',
    ],
    [
      'an inferred predicate',
      `results.filter((r) => r.status === 'fulfilled').map((r) => r.value);`,
      'fulfilled',
    ],
    [
      'a generic predicate by name',
      `function ok<T>(r: PromiseSettledResult<T>): r is PromiseFulfilledResult<T> { return r.status === 'fulfilled'; }\nresults.filter(ok).map((r) => r.value);`,
      'fulfilled',
    ],
    [
      'chained predicates',
      `results.filter((r) => r !== null).filter((r) => r.status === 'fulfilled').map((r) => r.value);`,
      'fulfilled',
    ],
    [
      'then',
      `void Promise.allSettled(items.map(load)).then((all) => all.map((r) => (r.status === 'fulfilled' ? r.value : null)));`,
      'fulfilled',
    ],
    [
      'then with a pattern',
      `void Promise.allSettled([load(), load()]).then(([a, b]) => { if (a.status === 'fulfilled') log(a.value); if (b.status === 'rejected') log(b.reason); });`,
      'fulfilled rejected',
    ],
    [
      'array destructuring',
      `const [a, b] = await Promise.allSettled([load(), load()]);\nlog(a.status === 'fulfilled' ? a.value : null);\nif (b.status === 'rejected') throw b.reason;`,
      'fulfilled rejected',
    ],
    [
      'an alias of an element',
      `items.map((id, i) => { const r = results[i]; return r?.status === 'fulfilled' ? r.value : id; });`,
      'fulfilled',
    ],
    [
      'status and value in one condition',
      `results.filter((r) => r.status === 'fulfilled' && r.value.length > 0);`,
      'fulfilled',
    ],
    [
      'the right side of ||',
      `results.filter((r) => r.status === 'rejected' || r.value === 'x');`,
      'fulfilled',
    ],
    [
      'wrapped results',
      `results.map((result, i) => ({ result, id: items[i] })).map(({ result }) => (result.status === 'fulfilled' ? result.value : null));`,
      'fulfilled',
    ],
    [
      'find',
      `log(results.find((r) => r.status === 'fulfilled')?.value);`,
      'fulfilled',
    ],
    [
      'a find that throws',
      `const failed = results.find((r) => r.status === 'rejected');\nif (failed?.status === 'rejected') throw failed.reason;`,
      'rejected',
    ],
    [
      'optional status',
      `for (let i = 0; i < items.length; i++) { if (results[i]?.status === 'fulfilled') log(results[i].value); }`,
      'fulfilled',
    ],
    [
      'a Map',
      `const byId = new Map(items.map((id, i) => [id, results[i]!] as const));\nfor (const id of items) { const r = byId.get(id); if (r?.status === 'fulfilled') log(r.value); }`,
      'fulfilled',
    ],
    [
      'for of an awaited call',
      `for (const r of await Promise.allSettled(items.map(load))) if (r.status === 'fulfilled') log(r.value);`,
      'fulfilled',
    ],
    [
      'filter of an awaited call',
      `(await Promise.allSettled(items.map(load))).filter((r) => r.status === 'rejected').map((r) => r.reason);`,
      'rejected',
    ],
    [
      'a stored promise',
      `const pending = Promise.allSettled(items.map(load));\n(await pending).reduce((n, r) => n + (r.status === 'fulfilled' ? r.value.length : 0), 0);`,
      'fulfilled',
    ],
    [
      'an aliased condition',
      `for (const r of results) { const isOk = r.status === 'fulfilled'; if (isOk) log(r.value); }`,
      'fulfilled',
    ],
    [
      'a destructured status',
      `for (const r of results) { const { status } = r; if (status === 'fulfilled') log(r.value); }`,
      'fulfilled',
    ],
    [
      'a switch',
      `for (const r of results) switch (r.status) { case 'fulfilled': log(r.value); break; case 'rejected': log(r.reason); }`,
      'fulfilled rejected',
    ],
    [
      'in',
      `for (const r of results) { if ('value' in r) log(r.value); else log(r.reason); }`,
      'fulfilled rejected',
    ],
    [
      'every',
      `if (results.every((r) => r.status === 'fulfilled')) results.map((r) => r.value);`,
      'fulfilled',
    ],
    [
      'a helper that checks',
      `function values<T>(all: PromiseSettledResult<T>[]): T[] { return all.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : [])); }\nvalues(results);`,
      'fulfilled',
    ],
    [
      'a redundant cast in the else',
      `for (const r of results) { if (r.status === 'rejected') log(r.reason); else log((r as ${F}).value); }`,
      'rejected fulfilled',
    ],
    [
      'a user type guard by assertion',
      `function assertOk<T>(r: PromiseSettledResult<T>): asserts r is PromiseFulfilledResult<T> { if (r.status !== 'fulfilled') throw r.reason; }\nfor (const r of results) { assertOk(r); log(r.value); }`,
      'rejected fulfilled',
    ],
  ])('%s', (_name, text, expected) => {
    expect(proofsIn(GIVEN + text)).toBe(expected);
  });
});

describe('the code proves the status, under casts, by', () => {
  it.each([
    [
      'some and an early throw',
      `if (results.some((r) => r.status === 'rejected')) throw new Error();\nresults.map((r) => (r as ${F}).value);`,
      'fulfilled',
    ],
    [
      'some in braces',
      `if (results.some((r) => r.status === 'rejected')) { log(); throw new Error(); }\nresults.map((r) => (r as ${F}).value);`,
      'fulfilled',
    ],
    [
      'every, negated',
      `function f() { if (!results.every((r) => r.status === 'fulfilled')) return; results.map((r) => (r as ${F}).value); }`,
      'fulfilled',
    ],
    [
      'every of the rejected',
      `if (results.every((r) => r.status === 'rejected')) throw (results[0] as PromiseRejectedResult).reason;`,
      'rejected',
    ],
    [
      'the length of the failed',
      `const failed = results.filter((r) => r.status === 'rejected');\nif (failed.length > 0) throw new Error();\nresults.map((r) => (r as ${F}).value);`,
      'fulfilled',
    ],
    [
      'the bare length of the failed',
      `if (results.filter((r) => r.status === 'rejected').length) throw new Error();\nresults.map((r) => (r as ${F}).value);`,
      'fulfilled',
    ],
    [
      'the number of the fulfilled',
      `const ok = results.filter((r) => r.status === 'fulfilled');\nif (ok.length !== results.length) throw new Error();\nresults.map((r) => (r as ${F}).value);`,
      'fulfilled',
    ],
    [
      'find and throw',
      `const failed = results.find((r) => r.status === 'rejected');\nif (failed) throw failed.reason;\nresults.map((r) => (r as ${F}).value);`,
      'rejected fulfilled',
    ],
    [
      'find, compared with undefined',
      `const failed = results.find((r) => r.status === 'rejected');\nif (failed !== undefined) throw failed.reason;\nresults.map((r) => (r as ${F}).value);`,
      'rejected unknown',
    ],
    [
      'find and optional status',
      `const failed = results.find((r) => r.status === 'rejected');\nif (failed?.status === 'rejected') throw failed.reason;\nresults.map((r) => (r as ${F}).value);`,
      'rejected unknown',
    ],
    [
      'a filter with &&',
      `results.filter((r) => r.status === 'fulfilled' && r.value).map((r) => (r as ${F}).value);`,
      'fulfilled fulfilled',
    ],
    [
      'a filter kept in a variable, read through any',
      `const failed = results.filter((r) => r.status === 'rejected' && isReady);\nfailed.map((f) => (f as any).reason);`,
      'rejected',
    ],
    [
      'a filter, then a structural cast',
      `(results.filter((r) => r.status === 'fulfilled' && isReady) as { value: string }[]).map((r) => r.value);`,
      '',
    ],
    [
      'wrapped and filtered',
      `results.map((result, i) => ({ result, id: items[i] })).filter(({ result }) => result.status === 'fulfilled').map(({ result }) => (result as ${F}).value);`,
      'fulfilled',
    ],
    [
      'wrapped and filtered by access',
      `results.map((result, i) => ({ result, id: items[i] })).filter((x) => x.result.status === 'fulfilled').map((x) => (x.result as ${F}).value);`,
      'fulfilled',
    ],
    [
      'the same element twice',
      `items.map((_, i) => results[i]?.status === 'fulfilled' ? (results[i] as ${F}).value : null);`,
      'fulfilled',
    ],
    [
      'an accessor',
      `const value = (i: number) => results[i]!.status === 'fulfilled' ? (results[i] as ${F}).value : null;\nvalue(0);`,
      'fulfilled',
    ],
    [
      'a Map, read twice',
      `const byId = new Map(items.map((id, i) => [id, results[i]!] as const));\nfor (const id of items) if (byId.get(id)?.status === 'fulfilled') log((byId.get(id) as ${F}).value);`,
      'unknown',
    ],
    [
      'a loosely typed alias',
      `for (const r of results) { const loose: any = r; if (loose.status === 'fulfilled') log(loose.value); }`,
      'fulfilled',
    ],
    [
      'a partition helper',
      `function partition<T>(all: PromiseSettledResult<T>[]) { const ok: T[] = []; const bad: unknown[] = []; for (const r of all) { if (r.status === 'fulfilled') ok.push(r.value); else bad.push(r.reason); } return { ok, bad }; }\nconst { ok } = partition(results);\nlog(ok);`,
      'fulfilled rejected',
    ],
    [
      'lists that are filled by status',
      `const ok: unknown[] = [];\nfor (const r of results) { if (r.status === 'fulfilled') ok.push(r); }\nok.map((r) => (r as ${F}).value);`,
      'fulfilled',
    ],
    [
      'expect',
      `const [r] = results;\nexpect(r.status).toBe('fulfilled');\nlog((r as ${F}).value);\ndeclare function expect(x: unknown): { toBe(y: unknown): void };`,
      'fulfilled',
    ],
    [
      'assert.equal',
      `const [r] = results;\nassert.equal(r.status, 'rejected');\nlog((r as PromiseRejectedResult).reason);\ndeclare const assert: { equal(x: unknown, y: unknown): void };`,
      'rejected',
    ],
    [
      'assert of a comparison',
      `const [r] = results;\nassert(r.status === 'rejected');\nlog((r as PromiseRejectedResult).reason);\ndeclare function assert(x: unknown): void;`,
      'rejected',
    ],
    [
      'expect of the failures',
      `const failures = results.filter((r) => r.status === 'rejected');\nexpect(failures).toHaveLength(1);\nlog((failures[0] as PromiseRejectedResult).reason);\ndeclare function expect(x: unknown): { toHaveLength(y: number): void };`,
      'rejected',
    ],
    [
      'statuses that are compared at once',
      `expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected']);\nlog((results[0] as ${F}).value);\ndeclare function expect(x: unknown): { toEqual(y: unknown): void };`,
      'unknown',
    ],
    [
      'a helper that throws',
      `throwIfRejected(results);\nlog((results[0] as ${F}).value);\nfunction throwIfRejected(all: PromiseSettledResult<unknown>[]) { for (const r of all) if (r.status === 'rejected') throw r.reason; }`,
      'unknown rejected',
    ],
  ])('%s', (_name, text, expected) => {
    expect(proofsIn(GIVEN + text)).toBe(expected);
  });
});

describe('in untyped JavaScript, by', () => {
  it.each([
    [
      'an if',
      `for (const r of results) if (r.status === 'fulfilled') console.log(r.value); else console.log(r.reason);`,
      'fulfilled rejected',
    ],
    [
      'a ternary',
      `results.map((r) => (r.status === 'fulfilled' ? r.value : null));`,
      'fulfilled',
    ],
    [
      'a filter',
      `results.filter((r) => r.status === 'fulfilled').map((r) => r.value);`,
      'fulfilled',
    ],
    [
      'a predicate by reference',
      `const isFulfilled = (r) => r.status === 'fulfilled';\nresults.filter(isFulfilled).map((r) => r.value);`,
      'fulfilled',
    ],
    [
      'a filter by function',
      `results.filter(function (r) { return r.status === 'rejected'; }).map((r) => r.reason);`,
      'rejected',
    ],
    [
      'a filter with &&',
      `results.filter((r) => r.status === 'fulfilled' && r.value).map((r) => r.value);`,
      'fulfilled fulfilled',
    ],
    [
      'some and throw',
      `if (results.some((r) => r.status === 'rejected')) throw new Error();\nresults.map((r) => r.value);`,
      'fulfilled',
    ],
    [
      'find and throw',
      `const failed = results.find((r) => r.status === 'rejected');\nif (failed) throw failed.reason;\nresults.map((r) => r.value);`,
      'rejected fulfilled',
    ],
    [
      'wrapped results',
      `results.map((result, i) => ({ result, id: items[i] })).filter((x) => x.result.status === 'fulfilled').map((x) => x.result.value);`,
      'fulfilled',
    ],
    [
      'a destructured parameter',
      `results.forEach(({ status, value, reason }) => { if (status === 'fulfilled') console.log(value); else console.log(reason); });`,
      'unknown unknown',
    ],
    [
      'destructured filter',
      `results.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);`,
      'fulfilled',
    ],
    [
      'a guard function',
      `const isOk = (r) => r.status === 'fulfilled';\nfor (const r of results) if (isOk(r)) console.log(r.value);`,
      'fulfilled',
    ],
    [
      'an untyped helper',
      `function show(r) { if (r.status === 'fulfilled') console.log(r.value); }\nresults.forEach(show);`,
      'fulfilled',
    ],
    [
      'then',
      `Promise.allSettled(items.map(load)).then((all) => all.forEach((r) => { if (r.status === 'rejected') console.error(r.reason); }));`,
      'rejected',
    ],
    [
      'a variable that is assigned later',
      `let all;\nall = await Promise.allSettled(items.map(load));\nfor (const r of all) if (r.status === 'fulfilled') console.log(r.value);`,
      'fulfilled',
    ],
    [
      'a Map',
      `const byId = new Map();\nresults.forEach((r, i) => byId.set(items[i], r));\nif (byId.get('a')?.status === 'fulfilled') console.log(byId.get('a').value);`,
      'fulfilled',
    ],
  ])('%s', (_name, text, expected) => {
    expect(proofsInJavaScript(UNTYPED + text)).toBe(expected);
  });
});

describe('nothing looks at the status of', () => {
  it.each([
    ['an element under a cast', `log((results[0] as ${F}).value);`, 'either'],
    [
      'an element under a cast to any',
      `log((results[0] as any).value);`,
      'either',
    ],
    [
      'an optional element',
      `log((results[0] as ${F})?.value ?? []);`,
      'either',
    ],
    ['what map is given', `results.map((r) => (r as ${F}).value);`, 'either'],
    [
      'what flatMap is given',
      `results.flatMap((r) => (r as ${F}).value);`,
      'either',
    ],
    [
      'what forEach is given',
      `results.forEach((r) => log((r as ${F}).value));`,
      'either',
    ],
    [
      'what reduce is given',
      `results.reduce((n, r) => n + (r as ${F}).value.length, 0);`,
      'either',
    ],
    [
      'what find is given',
      `results.find((r) => (r as ${F}).value === 'x');`,
      'either',
    ],
    [
      'what then is given',
      `void Promise.allSettled([load()]).then(([r]) => (r as ${F}).value);`,
      'either',
    ],
    [
      'a pattern in a declaration',
      `const { value } = results[0] as ${F};`,
      'either',
    ],
    [
      'a pattern of a parameter',
      `results.map(({ value }: any) => value);`,
      'either',
    ],
    [
      'a pattern in a loop',
      `for (const { value } of results as any[]) log(value);`,
      'either',
    ],
    ['a nested pattern', `const [{ value }] = results as any;`, 'either'],
    [
      'an assignment pattern',
      `let value;\n({ value } = results[0] as any);`,
      'either',
    ],
    ['a literal in brackets', `log((results[0] as any)['reason']);`, 'either'],
    [
      'a kept cast',
      `const first = results[0] as ${F};\nlog(first.value);`,
      'either',
    ],
    [
      'a result that is there',
      `if (results[0]) log((results[0] as ${F}).value);`,
      'either',
    ],
    [
      'results that are counted',
      `if (results.length === 0) throw new Error();\nlog((results[0] as ${F}).value);`,
      'either',
    ],
    [
      'another result than the one that is read',
      `if (results[1]?.status === 'fulfilled') log((results[0] as ${F}).value);`,
      'either',
    ],
    [
      'a filter by something else',
      `results.filter((_, i) => i > 0).map((r) => (r as ${F}).value);`,
      'either',
    ],
    [
      'a list whose name is like that of an assertion',
      `const failed = results;\nfailed.map((r) => (r as ${F}).value);`,
      'either',
    ],
    [
      'sliced results',
      `results.slice(1).map((r) => (r as ${F}).value);`,
      'either',
    ],
    [
      'a read before the check',
      `log((results[0] as ${F}).value);\nif (results[0]?.status === 'rejected') throw new Error();`,
      'either',
    ],
    [
      'an if without an exit',
      `if (results.some((r) => r.status === 'rejected')) log('failed');\nlog((results[0] as ${F}).value);`,
      'either',
    ],
    [
      'a helper that casts',
      `function values<T>(all: PromiseSettledResult<T>[]) { return all.map((r) => (r as PromiseFulfilledResult<T>).value); }\nvalues(results);`,
      'either',
    ],
    [
      'results behind any',
      `const list: any[] = await Promise.allSettled([load()]);\nlog(list[0].value);`,
      'either',
    ],
    [
      'the other branch',
      `for (const r of results) if (r.status === 'rejected') log((r as any).value);`,
      'rejected',
    ],
    [
      'the other kind, filtered',
      `results.filter((r) => r.status === 'rejected').map((r) => (r as any).value);`,
      'rejected',
    ],
  ])('%s', (_name, text, expected) => {
    expect(proofsIn(GIVEN + text)).toBe(expected);
  });
});

it('finds no settled result in what has a value of its own', () => {
  expect(proofsIn('const map = { value: 1 };\nlog(map.value);')).toBe('');
  expect(proofsIn('log(anything.value, anything.reason);')).toBe('');
  expect(proofsIn('for (const { value } of [{ value: 1 }]) log(value);')).toBe(
    '',
  );
});

describe('there is nothing to check where', () => {
  it.each([
    [
      'no member can reject',
      `const rs = await Promise.allSettled([load().catch(() => 'x')]); log(rs.map((r) => (r as ${F}).value));`,
      'unknown',
    ],
    [
      'one of the members may reject',
      `const rs = await Promise.allSettled([load().catch(() => 'x'), load()]); log(rs.map((r) => (r as ${F}).value));`,
      'either',
    ],
    [
      'the member that was taken cannot reject',
      `const [r] = await Promise.allSettled([load().catch(() => 'x'), load()]); log((r as ${F}).value);`,
      'unknown',
    ],
    [
      'another member cannot reject',
      `const [, r] = await Promise.allSettled([load().catch(() => 'x'), load()]); log((r as ${F}).value);`,
      'either',
    ],
    [
      'the member at an index cannot reject',
      `const rs = await Promise.allSettled([load(), load().catch(() => 'x')]); log((rs[1] as ${F}).value, (rs[0] as ${F}).value);`,
      'unknown either',
    ],
    [
      'a spread member stands before it',
      `const [, r] = await Promise.allSettled([...items.map(load), load().catch(() => 'x')]); log((r as ${F}).value);`,
      'either',
    ],
    [
      'the rest is taken',
      `const [, ...rs] = await Promise.allSettled([load().catch(() => 'x'), load()]); log((rs[0] as ${F}).value);`,
      'either',
    ],
    [
      'the results were filtered',
      `const rs = (await Promise.allSettled([load(), load().catch(() => 'x')])).slice(0); log((rs[1] as ${F}).value);`,
      'either',
    ],
    [
      'each member handles its own failure',
      `const rs = await Promise.allSettled(items.map(async (id) => { try { return await load(id); } catch { return 'x'; } })); log(rs.map((r) => (r as ${F}).value));`,
      'unknown',
    ],
  ])('%s', (_, code, expected) => {
    expect(proofsIn(code)).toBe(expected);
  });
});

describe('the status goes along with what is read', () => {
  it.each([
    [
      'in one object',
      `log(results.map((r) => ({ status: r.status, value: (r as ${F}).value })));`,
      'unknown',
    ],
    [
      'in one text',
      `for (const r of results) log(\`\${r.status}: \${(r as ${F}).value}\`);`,
      'unknown',
    ],
    [
      'of another result',
      `const [a, b] = results; log({ status: a?.status, value: (b as ${F}).value });`,
      'either',
    ],
    [
      'under another key',
      `log(results.map((r) => ({ id: r.toString(), value: (r as ${F}).value })));`,
      'either',
    ],
    [
      'to a check of the name that it got',
      `for (const r of results) { const value = (r as ${F}).value; if (r.status === 'fulfilled') log(value); }`,
      'unknown',
    ],
    [
      'to a check of the name that it got, with another value beside it',
      `for (const r of results) { const value = (r as ${F}).value ?? 'none'; if (r.status === 'fulfilled') log(value); }`,
      'unknown',
    ],
    [
      'after it was used',
      `for (const r of results) { log((r as ${F}).value); if (r.status === 'rejected') throw r.reason; }`,
      'either rejected',
    ],
    [
      'where a function that reads it is called',
      `for (const r of results) { const value = () => (r as ${F}).value; if (r.status === 'fulfilled') log(value()); }`,
      'unknown',
    ],
    [
      'where a declared function that reads it is called',
      `const [r] = results; function value() { return (r as ${F}).value; } if (r?.status === 'fulfilled') log(value());`,
      'unknown',
    ],
    [
      'nowhere, though a function reads it',
      `for (const r of results) { const value = () => (r as ${F}).value; log(value()); }`,
      'either',
    ],
  ])('%s', (_, code, expected) => {
    expect(proofsIn(`${GIVEN}${code}`)).toBe(expected);
  });
});
