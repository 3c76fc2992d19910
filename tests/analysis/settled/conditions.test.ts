import { describe, expect, it } from 'vitest';

import { proofsIn } from '../asked.ts';

// Results without a type, so that the compiler narrows nothing and each answer is the code's own.
const GIVEN = `const results: any[] = await Promise.allSettled(items.map(load));
declare function use(value: unknown): void;
declare const isOk: (r: any) => boolean;
declare const isFulfilled: (r: PromiseSettledResult<string>) => r is PromiseFulfilledResult<string>;
`;

/** What is known of `r` in `use(r.value)`, for each read in order. */
function known(code: string): string {
  return proofsIn(`${GIVEN}${code}`);
}

/** The same where one of the results is read under a condition. */
const under = (condition: string): string =>
  known(`for (const r of results) if (${condition}) use(r.value);`);

/** The same where one of the results is read behind a statement. */
const behind = (statement: string): string =>
  known(`for (const r of results) { ${statement} use(r.value); }`);

/** The same where one of the results is read behind a statement about all of them. */
const behindAll = (statement: string): string =>
  known(
    `async function f() { ${statement} for (const r of results) use(r.value); }`,
  );

describe('a condition on one result', () => {
  it.each([
    [`r.status === 'fulfilled'`, 'fulfilled'],
    [`'fulfilled' === r.status`, 'fulfilled'],
    [`r.status == 'rejected'`, 'rejected'],
    [`r.status !== 'rejected'`, 'fulfilled'],
    [`!(r.status === 'rejected')`, 'fulfilled'],
    [`!!(r.status === 'fulfilled')`, 'fulfilled'],
    [`-(r.status === 'fulfilled')`, 'unknown'],
    [`r.status === 'pending'`, 'unknown'],
    [`r.status < 'rejected'`, 'unknown'],
    [`r['status'] === 'fulfilled'`, 'fulfilled'],
    [`r?.status === 'fulfilled'`, 'fulfilled'],
    [`r.state === 'fulfilled'`, 'unknown'],
    [`results[0].status === 'fulfilled'`, 'unknown'],
    [`r.status === 'fulfilled' && isReady`, 'fulfilled'],
    [`isReady && r.status === 'fulfilled'`, 'fulfilled'],
    [`r.status === 'fulfilled' && r.status === 'rejected'`, 'unknown'],
    [`r.status === 'fulfilled' || isReady`, 'unknown'],
    [`r.status === 'fulfilled' || r.status === 'fulfilled'`, 'fulfilled'],
    [`!(r.status === 'rejected' || isReady)`, 'fulfilled'],
    [`!(r.status === 'rejected' && isReady)`, 'unknown'],
    [`r.status === 'fulfilled' ?? isReady`, 'unknown'],
    [`'value' in r`, 'fulfilled'],
    [`!('value' in r)`, 'rejected'],
    [`'reason' in r`, 'rejected'],
    [`'status' in r`, 'unknown'],
    [`isOk(r)`, 'unknown'],
    [`isFulfilled(r)`, 'fulfilled'],
    [`!isFulfilled(r)`, 'rejected'],
    [`isFulfilled(results[0])`, 'unknown'],
    [`isFulfilled(items as any)`, 'either'],
    [`r`, 'either'],
    [`!r`, 'either'],
    [`isReady`, 'either'],
    [`results.length > 0`, 'either'],
  ])('%s: %s', (condition, answer) => {
    expect(under(condition)).toBe(answer);
  });
});

describe('what stands before a read of one result', () => {
  it.each([
    [`if (r.status === 'rejected') continue;`, 'fulfilled'],
    [`if (r.status === 'rejected') { use(r); continue; }`, 'fulfilled'],
    [`if (r.status === 'rejected') break;`, 'fulfilled'],
    [`if (r.status === 'rejected') throw r;`, 'fulfilled'],
    [`if (r.status !== 'rejected') throw r;`, 'rejected'],
    [`if (r.status === 'rejected') use(r);`, 'either'],
    [`if (r.status === 'rejected') use(r); else continue;`, 'unknown'],
    [`if (isReady) continue;`, 'either'],
    [`if (isReady) { if (r.status === 'rejected') continue; }`, 'unknown'],
    [`if (r.status === 'rejected') { if (isReady) throw r; }`, 'unknown'],
    [`if (r.status === 'rejected') process.exit(1);`, 'unknown'],
    [`while (r.status === 'rejected') use(r);`, 'unknown'],
    [`do use(r); while (r.status === 'rejected');`, 'unknown'],
    [`while (isReady) use(r);`, 'either'],
    [
      `const isDone = r.status === 'fulfilled'; if (!isDone) continue;`,
      'fulfilled',
    ],
    [
      `let isDone = r.status === 'fulfilled'; if (!isDone) continue;`,
      'unknown',
    ],
    [`const { status } = r; if (status === 'rejected') continue;`, 'fulfilled'],
    [`const { status: s } = r; if (s === 'rejected') continue;`, 'fulfilled'],
    [`const { state } = r; if (state === 'rejected') continue;`, 'unknown'],
    [`const other = r; if (other.status === 'rejected') continue;`, 'unknown'],
    [`function look() { if (r.status === 'rejected') throw r; }`, 'either'],
    [`class A { f() { if (r.status === 'rejected') throw r; } }`, 'either'],
    [
      `look(r); function look(x: any) { if (x.status === 'rejected') throw x; }`,
      'unknown',
    ],
    [`look(r); function look(x: any) { use(x.status); }`, 'either'],
    [
      `look(r); function look(x: any) { use(x); function g() { throw x; } }`,
      'either',
    ],
    [`use(r);`, 'either'],
  ])('%s: %s', (statement, answer) => {
    expect(behind(statement)).toBe(answer);
  });
});

describe('what stands before a read of every result', () => {
  const REJECTED = `(r) => r.status === 'rejected'`;
  const FULFILLED = `(r) => r.status === 'fulfilled'`;
  it.each([
    [`if (results.some(${REJECTED})) return;`, 'fulfilled'],
    [`if (!results.some(${REJECTED})) return;`, 'either'],
    [`if (!results.every(${FULFILLED})) return;`, 'fulfilled'],
    [`if (results.every(${FULFILLED})) return;`, 'either'],
    [`if (!results.every(${REJECTED})) return;`, 'rejected'],
    [`if (results.find(${REJECTED})) return;`, 'fulfilled'],
    [`if (results.findLast(${REJECTED})) return;`, 'fulfilled'],
    [`if (results.map(${REJECTED})) return;`, 'unknown'],
    [`if (items.some((id) => id === 'rejected')) return;`, 'either'],
    [`if (results.some()) return;`, 'unknown'],
    [`if (results.filter(${REJECTED}).length) return;`, 'fulfilled'],
    [`if (!results.filter(${REJECTED}).length) return;`, 'either'],
    [`if (results.filter(${REJECTED}).length > 0) return;`, 'fulfilled'],
    [`if (results.filter(${REJECTED}).length > 1) return;`, 'unknown'],
    [`if (results.filter(${REJECTED}).length >= 1) return;`, 'fulfilled'],
    [`if (results.filter(${REJECTED}).length >= 2) return;`, 'unknown'],
    [`if (results.filter(${REJECTED}).length !== 0) return;`, 'fulfilled'],
    [`if (results.filter(${REJECTED}).length != 0) return;`, 'fulfilled'],
    [`if (!(results.filter(${REJECTED}).length === 0)) return;`, 'fulfilled'],
    [`if (!(results.filter(${REJECTED}).length == 0)) return;`, 'fulfilled'],
    [`if (results.filter(${REJECTED}).length === 0) return;`, 'either'],
    [`if (results.filter(${REJECTED}).length === 1) return;`, 'unknown'],
    [`if (results.filter(${REJECTED}).length < 1) return;`, 'unknown'],
    [
      `if (results.filter(${FULFILLED}).length !== results.length) return;`,
      'fulfilled',
    ],
    [
      `if (results.filter(${FULFILLED}).length === results.length) return;`,
      'either',
    ],
    [
      `if (results.filter(${FULFILLED}).length !== items.length) return;`,
      'unknown',
    ],
    [
      `const failed = results.filter(${REJECTED}); if (failed.length > 0) return;`,
      'fulfilled',
    ],
    [
      `let failed = results.filter(${REJECTED}); if (failed.length > 0) return;`,
      'unknown',
    ],
    [
      `const failed = results.map(${REJECTED}); if (failed.length > 0) return;`,
      'unknown',
    ],
    [
      `if (results.some((r) => { return r.status === 'rejected'; })) return;`,
      'fulfilled',
    ],
    [
      `if (results.some((r) => { const { status } = r; return status === 'rejected'; })) return;`,
      'fulfilled',
    ],
    [
      `if (results.some((r) => { if (isReady) return false; return r.status === 'rejected'; })) return;`,
      'unknown',
    ],
    [
      `if (results.some((r) => { use(1); return r.status === 'rejected'; })) return;`,
      'unknown',
    ],
    [
      `if (results.some((r) => { use(1); return isReady; })) return;`,
      'unknown',
    ],
    [`if (results.some(() => isReady)) return;`, 'unknown'],
    [
      `if (results.some(({ status }) => status === 'rejected')) return;`,
      'fulfilled',
    ],
    [
      `if (results.some(({ status: s }) => s === 'rejected')) return;`,
      'fulfilled',
    ],
    [
      `if (results.some(({ value }) => value === 'rejected')) return;`,
      'either unknown',
    ],
    [`if (results.some(isOk)) return;`, 'unknown'],
    [`if (!results.every(isFulfilled)) return;`, 'fulfilled'],
    [`if (!results.every(Boolean)) return;`, 'unknown'],
    [
      `const isFailed = (r: any) => r.status === 'rejected'; if (results.some(isFailed)) return;`,
      'fulfilled',
    ],
  ])('%s: %s', (statement, answer) => {
    expect(behindAll(statement)).toBe(answer);
  });
});

describe('where a read stands', () => {
  it.each([
    [
      `async function f() { const [a, b] = results; if (a.status === 'rejected') return; use(b.value); }`,
      'either',
    ],
    [
      `async function f() { const [a] = results; if (a.status === 'rejected') return; use(a.value); }`,
      'fulfilled',
    ],
    [
      `async function f() { const [a, b] = results; const isBad = a.status === 'rejected'; if (isBad) return; use(b.value); }`,
      'either',
    ],
    [
      `async function f() { let failed = false; for (const r of results) if (r.status === 'rejected') failed = true; if (failed) return; for (const r of results) use(r.value); }`,
      'unknown',
    ],
    [
      `async function f() { let count = 0; for (const r of results) count += 1; if (count > 1) return; for (const r of results) use(r.value); }`,
      'either',
    ],
    [
      `async function f() { const failed: unknown[] = []; results.forEach((r) => { if (r.status === 'rejected') failed.push(r); }); if (failed.length) return; for (const r of results) use(r.value); }`,
      'unknown',
    ],
    [
      `async function f() { const same = results; if (same.some((r) => r.status === 'rejected')) return; for (const r of results) use(r.value); }`,
      'unknown',
    ],
    [
      `for (const r of results) { if (isOk({ r })) continue; use(r.value); }`,
      'unknown',
    ],
    [
      `async function f() { const { length } = results; if (length) return; for (const r of results) use(r.value); }`,
      'unknown',
    ],
    [
      `async function f() { const first = results[0]; if (first.status === 'rejected') return; use(results[1].value); }`,
      'unknown',
    ],
    [
      `for (const r of results) use(r.status === 'fulfilled' ? r.value : r.value);`,
      'fulfilled rejected',
    ],
    [
      `for (const r of results) use(r.status === 'fulfilled' && r.value);`,
      'fulfilled',
    ],
    [
      `for (const r of results) use(r.status === 'fulfilled' || r.value);`,
      'rejected',
    ],
    [`for (const r of results) use(r.status ?? r.value);`, 'unknown'],
    [
      `for (const r of results) { if (r.status === 'fulfilled') use(1); else use(r.value); }`,
      'rejected',
    ],
    [
      `for (const r of results) { switch (r.status) { case 'fulfilled': use(r.value); } }`,
      'unknown',
    ],
    [
      `for (const r of results) { switch (isReady) { case true: use(r.value); } }`,
      'either',
    ],
    [
      `for (const r of results) { switch (true) { case r.status === 'fulfilled': use(r.value); } }`,
      'unknown',
    ],
    [
      `use(results.filter((r) => r.status === 'fulfilled').map((r) => r.value));`,
      'fulfilled',
    ],
    [
      `use(results.filter((r) => r.status !== 'fulfilled').map((r) => r.value));`,
      'rejected',
    ],
    [`use(results.filter(Boolean).map((r) => r.value));`, 'either'],
    [`use(results.filter(isFulfilled).map((r: any) => r.value));`, 'fulfilled'],
    [`use(results.filter(isOk).map((r) => r.value));`, 'unknown'],
    [`use(results.find((r) => r.status === 'fulfilled')?.value);`, 'fulfilled'],
    [
      `use(items.filter((_, i) => results[i].status === 'fulfilled').map((_, i) => results[i].value));`,
      'unknown',
    ],
    [
      `use(items.filter(() => isReady).map((_, i) => results[i].value));`,
      'either',
    ],
    [`use(items.slice(1).map((_, i) => results[i].value));`, 'either'],
  ])('%s: %s', (code, answer) => {
    expect(known(code)).toBe(answer);
  });
});
