import { describe, expect, it } from 'vitest';

import { proofsIn } from '../asked.ts';

const TYPED = `declare const expect: any, assert: any, other: any;
type F = PromiseFulfilledResult<string>;
const results = await Promise.allSettled(items.map(load));
const r = results[0]!;
`;

/** Asks about the reads in code where the compiler knows what the results are. */
const typed = (code: string): string => proofsIn(`${TYPED}${code}`);

// Results whose types say nothing.
const UNTYPED = `declare const expect: any, assert: any, other: any;
const settle = async (): Promise<any> => Promise.allSettled(items.map(load));
const rs: any = await settle();
`;

/** Asks about the reads in code where the compiler does not. */
const untyped = (code: string): string => proofsIn(`${UNTYPED}${code}`);

describe('what an assertion reads is what the compiler says', () => {
  it.each([
    ['expect((r as F).value).toBe(1);', 'unknown'],
    ['log((r as F).value);', 'either'],
    ["if (r.status === 'fulfilled') expect(r.value).toBe(1);", 'fulfilled'],
    [
      "if (r.status === 'rejected') expect((r as any).value).toBe(1);",
      'rejected',
    ],
  ])('%s', (code, expected) => {
    expect(typed(code)).toBe(expected);
  });

  it.each([
    ['expect(rs[0].value).toBe(1);', 'unknown'],
    ['log(rs[0].value);', 'either'],
  ])('%s', (code, expected) => {
    expect(untyped(code)).toBe(expected);
  });
});

describe('the word of the compiler is doubted', () => {
  it.each([
    ['where nobody calls', 'const get = (ok: F) => ok.value;', 'fulfilled'],
    [
      'where the caller casts',
      'const get = (ok: F) => ok.value; get(r as F);',
      'unknown',
    ],
    [
      'where the caller casts all of them',
      'const get = (ok: F[]) => ok[0]!.value; get(results as F[]);',
      'unknown',
    ],
    [
      'where the caller has looked',
      "const get = (ok: F) => ok.value; if (r.status === 'fulfilled') get(r);",
      'fulfilled',
    ],
    [
      'behind a predicate that lies',
      "results.filter((x): x is F => x.status === 'rejected').map((x) => x.value);",
      'unknown',
    ],
    [
      'behind a predicate that does not',
      "results.filter((x): x is F => x.status === 'fulfilled').map((x) => x.value);",
      'fulfilled',
    ],
  ])('%s: %s', (_name, code, expected) => {
    expect(typed(code)).toBe(expected);
  });
});

describe('what was looked at where types say nothing', () => {
  it.each([
    ["if (rs[0].status === 'fulfilled') log(rs[0].value);", 'fulfilled'],
    [
      "const two: any = isReady ? rs : await settle(); if (two[0].status === 'fulfilled') log(two[0].value);",
      'unknown',
    ],
    [
      'const two: any = isReady ? rs : await settle(); log(two[0].value);',
      'either',
    ],
    [
      "if (other().some((x: any) => x.status === 'rejected')) throw 1; log(rs[0].value);",
      'either',
    ],
    [
      "if (rs.some((x: any) => x.status === 'rejected')) throw 1; log(rs[0].value);",
      'fulfilled',
    ],
    [
      'if (rs.filter(other).length === other.length) log(rs[0].value);',
      'unknown',
    ],
    [
      "if (rs.filter((x: any) => x.status === 'fulfilled').length === other().length) log(rs[0].value);",
      'unknown',
    ],
    [
      "if (rs.filter((x: any) => x.status === 'fulfilled').length === rs.length) log(rs[0].value);",
      'fulfilled',
    ],
    ["assert.equal(rs[0].status, 'fulfilled'); log(rs[0].value);", 'fulfilled'],
    ["assert.equal(rs[0].other, 'fulfilled'); log(rs[0].value);", 'unknown'],
    ["assert.equal(rs[0].status, 'done'); log(rs[0].value);", 'unknown'],
    ["expect(rs[0].status).toBe('fulfilled'); log(rs[0].value);", 'fulfilled'],
    ['expect(rs[0].status).toBe(other); log(rs[0].value);', 'unknown'],
    ["assert(rs[0].status === 'fulfilled'); log(rs[0].value);", 'fulfilled'],
    ['assert(rs[0] === other); log(rs[0].value);', 'unknown'],
    ['assert(rs[0]); log(rs[0].value);', 'unknown'],
    ['expect(rs).toHaveLength(1); log(rs[0].value);', 'either'],
    ['expect(rs).to.have.lengthOf(1); log(rs[0].value);', 'either'],
    ['expect(rs).toMatchObject(other); log(rs[0].value);', 'unknown'],
    ['expect(rs).to.deep.match(other); log(rs[0].value);', 'unknown'],
  ])('%s', (code, expected) => {
    expect(untyped(code)).toBe(expected);
  });
});

describe('where results come from', () => {
  it.each([
    [
      'a method of that name',
      'const xs: any = other.all(rs); log(xs[0].value);',
      '',
    ],
    ['a function', 'const xs: any = () => rs; log(xs[0].value);', ''],
    ['the arguments', 'function get() { log(arguments[0].value); }', ''],
    [
      'what is spread to a function',
      'function get(x: any) { log(x.value); } get(...rs);',
      '',
    ],
    [
      'what is given to a function',
      'function get(x: any) { log(x.value); } get(rs[0]);',
      'either',
    ],
    [
      'what is given to a method',
      'const own = { get(x: any) { log(x.value); } }; own.get(rs[0]);',
      '',
    ],
    [
      'an element of Array.from',
      'Array.from(rs, (x: any) => log(x.value));',
      'either',
    ],
    [
      'an index of Array.from',
      'Array.from(rs, (x: any, i: any) => log(i.value));',
      '',
    ],
    [
      'entries that were chosen',
      "const xs: any = [...rs.entries()].filter(([, x]: any) => x.status === 'fulfilled'); log(xs[0][1].value);",
      'fulfilled',
    ],
    ['an empty set', 'const xs: any = new Set; log(xs[0].value);', ''],
    [
      'a set of them',
      'const xs: any = new Set(rs); log(xs[0].value);',
      'either',
    ],
    ['a list of nothing', 'const xs: any = []; log(xs[0].value);', ''],
    [
      'a helper that gives what it is given',
      'export function pick(list: PromiseSettledResult<string>[]): any { return list[0]; } log(pick(rs).value);',
      'either',
    ],
    [
      'a helper that is given something else',
      'export function pick(list: PromiseSettledResult<string>[]): any { return list[0]; } log(pick(other).value);',
      '',
    ],
  ])('%s: %s', (_name, code, expected) => {
    expect(untyped(code)).toBe(expected);
  });
});

describe('an index that was made by looking at the results', () => {
  it.each([
    [
      'indices of those that were fulfilled',
      "const ok: number[] = []; results.forEach((x, i) => { if (x.status === 'fulfilled') ok.push(i); }); log(ok.map((i) => (results[i] as F).value));",
      'unknown',
    ],
    [
      'indices of all',
      'const all: number[] = []; results.forEach((_, i) => { all.push(i); }); log(all.map((i) => (results[i] as F).value));',
      'either',
    ],
    [
      'the last that was fulfilled',
      "let last = -1; results.forEach((x, i) => { if (x.status === 'fulfilled') last = i; }); log((results[last] as F).value);",
      'unknown',
    ],
    [
      'the last of all',
      'const last = results.length - 1; log((results[last] as F).value);',
      'either',
    ],
    [
      'a counter',
      'for (let i = 0; i < results.length; i++) log((results[i] as F).value);',
      'either',
    ],
    [
      'keys',
      'for (const i of results.keys()) log((results[i] as F).value);',
      'either',
    ],
    [
      'the keys of the object',
      'for (const i of Object.keys(results)) log((results[Number(i)] as F).value);',
      'either',
    ],
    [
      'the first of the entries',
      'for (const [i] of results.entries()) log((results[i] as F).value);',
      'either',
    ],
  ])('%s: %s', (_name, code, expected) => {
    expect(typed(code)).toBe(expected);
  });
});

describe('a look at another result of the same name', () => {
  it.each([
    [
      'in another function',
      'export function other1(list: PromiseSettledResult<string>[]) { for (let i = 0; i < list.length; i++) log(list[i]!.status); } export function other2(list: PromiseSettledResult<string>[]) { for (let i = 0; i < list.length; i++) log((list[i] as F).value); }',
      'either',
    ],
    [
      'in the same function',
      'export function other2(list: PromiseSettledResult<string>[]) { for (let i = 0; i < list.length; i++) log(list[i]!.status, (list[i] as F).value); }',
      'unknown',
    ],
  ])('%s: %s', (_name, code, expected) => {
    expect(typed(code)).toBe(expected);
  });
});

describe('the one property where the other is not there', () => {
  it.each([
    [
      'value, then reason',
      'log(rs[0].value ?? rs[0].reason);',
      'unknown unknown',
    ],
    [
      'value, or reason',
      'log(rs[0].value || rs[0].reason.message);',
      'unknown unknown',
    ],
    ['value, then nothing', "log(rs[0].value ?? '');", 'either'],
    [
      'value, then the reason of another',
      'log(rs[0].value ?? rs[1].reason);',
      'either unknown',
    ],
  ])('%s: %s', (_name, code, expected) => {
    expect(untyped(code)).toBe(expected);
  });
});
