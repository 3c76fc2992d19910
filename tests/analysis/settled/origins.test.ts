import { describe, expect, it } from 'vitest';

import { proofsIn } from '../asked.ts';

// Results whose types say nothing: a read of them is known only where the code leads back to the combinator.
// `either` says that it does, and that nothing looked at the status; nothing (``) that it does not.
const GIVEN = `declare function use(value: unknown): void;
declare const other: any;
const settle = async (): Promise<any> => Promise.allSettled(items.map(load));
`;

const known = (code: string): string => proofsIn(`${GIVEN}${code}`);

describe('results come from a combinator', () => {
  it.each([
    ['as they are', `const rs: any = await settle(); use(rs[0].value);`],
    [
      'on the spot',
      `use(((await Promise.allSettled([load()])) as any)[0].value);`,
    ],
    ['by an index', `const rs: any = await settle(); use(rs[other].value);`],
    ['by a text index', `const rs: any = await settle(); use(rs['0'].value);`],
    ['by at', `const rs: any = await settle(); use(rs.at(-1).value);`],
    ['by pop', `const rs: any = await settle(); use(rs.pop().value);`],
    [
      'by slice and reverse',
      `const rs: any = await settle(); use(rs.slice(1).reverse()[0].value);`,
    ],
    [
      'by a loop',
      `const rs: any = await settle(); for (const r of rs) use(r.value);`,
    ],
    [
      'by entries',
      `const rs: any = await settle(); for (const [, r] of rs.entries()) use(r.value);`,
    ],
    ['by a pattern', `const [r]: any = await settle(); use(r.value);`],
    [
      'by map',
      `const rs: any = await settle(); use(rs.map((r: any) => r.value));`,
    ],
    [
      'by a map that hands them on',
      `const rs: any = await settle(); use(rs.map((r: any) => r).map((r: any) => r.value));`,
    ],
    ['by then', `use(settle().then((rs: any) => rs[0].value));`],
    [
      'by finally',
      `const rs: any = await settle().finally(log); use(rs[0].value);`,
    ],
    [
      'by Array.from',
      `const rs: any = Array.from(await settle()); use(rs[0].value);`,
    ],
    [
      'by Array.from with a callback that hands them on',
      `const rs: any = Array.from(await settle(), (r: any) => r); use(rs[0].value);`,
    ],
    ['by a spread', `const rs: any = [...(await settle())]; use(rs[0].value);`],
    [
      'by an object',
      `const all: any = { rs: await settle() }; use(all.rs[0].value);`,
    ],
    [
      'by a shorthand',
      `const rs = await settle(); const all: any = { rs }; use(all.rs[0].value);`,
    ],
    [
      'by a key',
      `const all: any = { rs: await settle() }; use(all['rs'][0].value);`,
    ],
    [
      'by a pattern of an object',
      `const { rs }: any = { rs: await settle() }; use(rs[0].value);`,
    ],
    [
      'by a pattern with another name',
      `const { rs: list }: any = { rs: await settle() }; use(list[0].value);`,
    ],
    [
      'by a set',
      `const rs: any = new Set(await settle()); for (const r of rs) use(r.value);`,
    ],
    [
      'by a comma',
      `const rs: any = (log(), await settle()); use(rs[0].value);`,
    ],
    ['by an assignment', `let rs: any; rs = await settle(); use(rs[0].value);`],
    [
      'by an assignment as a value',
      `let kept: any; const rs: any = (kept = await settle()); use(rs[0].value);`,
    ],
    [
      'by a parameter',
      `const show = (rs: any) => { use(rs[0].value); }; show(await settle());`,
    ],
    [
      'by a function that gives what it is given',
      `const same = (rs: any) => rs; use(same(await settle())[0].value);`,
    ],
    [
      'by a choice with nothing',
      `const rs: any = isReady ? await settle() : null; use(rs[0].value);`,
    ],
    [
      'by a choice with undefined',
      `const rs: any = isReady ? await settle() : undefined; use(rs[0].value);`,
    ],
    [
      'by a choice with an empty list',
      `const rs: any = (await settle()) ?? []; use(rs[0].value);`,
    ],
    [
      'by a condition',
      `const rs: any = isReady && (await settle()); use(rs[0].value);`,
    ],
    [
      'or from another',
      `const rs: any = (await settle()) || (await settle()); use(rs[0].value);`,
    ],
  ])('%s', (_, code) => {
    expect(known(code)).toBe('either');
  });
});

describe('results are not followed', () => {
  it.each([
    [
      'by a field',
      `class A { #rs: any; async f() { this.#rs = await settle(); use(this.#rs[0].value); } }`,
    ],
    ['from elsewhere', `use(other[0].value);`],
    [
      'from another combinator',
      `const rs: any = await Promise.all([load()]); use(rs[0].value);`,
    ],
    [
      'by a choice with others',
      `const rs: any = isReady ? await settle() : other; use(rs[0].value);`,
    ],
    [
      'by other operators',
      `const rs: any = (await settle()) + 1; use(rs[0].value);`,
    ],
    [
      'by a call that is not seen',
      `const rs: any = other(await settle()); use(rs[0].value);`,
    ],
    [
      'by a method that is not known',
      `const rs: any = (await settle()).with(0, 1); use(rs[0].value);`,
    ],
    [
      'by a map without a callback',
      `const rs: any = (await settle()).map(); use(rs[0].value);`,
    ],
    [
      'by a map whose callback is not seen',
      `const rs: any = (await settle()).map(other); use(rs[0].value);`,
    ],
    [
      'by a collection of its own',
      `class Box { constructor(readonly all: any) {} } const rs: any = new Box(await settle()); use(rs.all[0].value);`,
    ],
    [
      'by a collection of nothing',
      `const rs: any = new Set(); use(rs[0].value);`,
    ],
    [
      'by a spread object',
      `const all: any = { ...(await settle()) }; use(all[0].value);`,
    ],
    [
      'by another key',
      `const all: any = { rs: await settle() }; use(all.list[0].value);`,
    ],
    [
      'by a method of an object',
      `const all: any = { rs() { return settle(); } }; use(all.rs[0].value);`,
    ],
    [
      'by the rest of an object',
      `const { ...all }: any = { rs: await settle() }; use(all.rs[0].value);`,
    ],
    [
      'by a computed key',
      `const { ['rs']: list }: any = { rs: await settle() }; use(list[0].value);`,
    ],
    ['by itself', `let rs: any = rs; use(rs[0].value);`],
    [
      'by a parameter that nobody gives',
      `export function show(rs: any) { use(rs[0].value); }`,
    ],
    ['by a name that is not declared', `use(unheardOf[0].value);`],
    ['by a class', `class A {} use((A as any)[0].value);`],
  ])('%s', (_, code) => {
    expect(known(code)).toBe('');
  });
});
