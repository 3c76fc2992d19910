import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { settledMistakeAt } from '../../../src/analysis/settled/mistakes.ts';
import { lyingPredicateOf } from '../../../src/analysis/settled/predicates.ts';
import { moduleOf } from '../asked.ts';
import { findNode } from '../program.ts';

const GIVEN = `type F = PromiseFulfilledResult<string>;
type R = PromiseRejectedResult;
declare function use(...values: unknown[]): void;
const results = await Promise.allSettled(items.map(load));
const untyped: any[] = results;
`;

/** The mistakes of some code, in reading order, each with what it is about. */
function mistakesIn(code: string): string {
  const [program, file] = moduleOf(GIVEN + code);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const mistake = settledMistakeAt(program, node);
    if (mistake !== undefined) {
      const about =
        'property' in mistake
          ? mistake.property
          : 'status' in mistake
            ? mistake.status
            : 'literal' in mistake
              ? mistake.literal.text
              : '';
      found.push(`${mistake.kind} ${about}`.trim());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.join(', ') || 'none';
}

describe('what is tested for truthiness', () => {
  it.each([
    ['use(results.filter((r) => r.status));', 'truthinessTest status'],
    ['use(results.filter((r) => !r.status));', 'truthinessTest status'],
    ['use(results.filter((r) => Boolean(r.status)));', 'truthinessTest status'],
    ['use(results.filter((r) => (r.status)));', 'truthinessTest status'],
    [
      'use(results.filter((r) => { return r.status; }));',
      'truthinessTest status',
    ],
    [
      'use(results.filter(function (r) { return r.status; }));',
      'truthinessTest status',
    ],
    ['use(results.map((r) => r.status));', 'none'],
    ['use(results.filter((r) => use(r.status)));', 'none'],
    ["use(results.filter((r) => r.status === 'fulfilled'));", 'none'],
    ['use(untyped.filter((r) => r.value));', 'truthinessTest value'],
    ['use(untyped.some((r) => r.reason));', 'none'],
    ['use(untyped.filter((r) => !r.reason));', 'none'],
    ['use(untyped.filter((r) => r.value && isReady));', 'truthinessTest value'],
    ['use(untyped.map((r) => r.value));', 'uncheckedRead value'],
    ['use(untyped.filter(isReady as any, (r: any) => r.value));', 'none'],
    ['use(anything((r: any) => r.value));', 'none'],
    ['use(untyped.filter(({ value }) => value));', 'truthinessTest value'],
    ['use(untyped.filter(({ value }) => use(value)));', 'uncheckedRead value'],
    ['use(untyped.filter(({ value: it }) => it));', 'truthinessTest value'],
    [
      'declare function pick(f: (r: PromiseSettledResult<string>) => unknown): void; pick((r) => r.status);',
      'none',
    ],
    [
      "declare const status: string; use(status === 'done', load.name === 'done');",
      'none',
    ],
    [
      "const status = results[0]!.status; use((status as string) === 'done');",
      'unknownStatus done',
    ],
    [
      "let status = results[0]!.status; use((status as string) === 'done');",
      'none',
    ],
    ['use(JSON.stringify(results));', 'stringifiedRejection'],
    ['use(stringify(results));', 'none'],
    ['for (const r of results) if (r.status) use(r);', 'truthinessTest status'],
    [
      'for (const r of results) while (r.status) use(r);',
      'truthinessTest status',
    ],
    [
      'for (const r of results) use(r.status ? 1 : 2);',
      'truthinessTest status',
    ],
    ['for (const r of results) use(1 ? r.status : 2);', 'none'],
    [
      'for (const r of results) use(r.status && isReady);',
      'truthinessTest status',
    ],
    ['for (const r of results) use(isReady && r.status);', 'none'],
    ['for (const r of results) use(-(r.status as any));', 'none'],
    ['for (const r of results) if (r?.status) use(r);', 'none'],
    ['for (const r of results) use(r.status);', 'none'],
    [
      'declare const task: { status: string };\nif (task.status) use(task);',
      'none',
    ],
    ['for (const r of untyped) if (r.status) use(r);', 'truthinessTest status'],
    ['if (anything.status) use(1);', 'none'],
    [
      'for (const r of results) use(r.status || isReady);',
      'truthinessTest status',
    ],
    [
      'export function f(r: PromiseSettledResult<string>) { if (r.status) use(r); }',
      'truthinessTest status',
    ],
  ])('%s: %s', (code, answer) => {
    expect(mistakesIn(code)).toBe(answer);
  });
});

/** Results of promises that give objects, and of promises that may give `null` besides. */
const OBJECTS = `interface User { name: string }
declare function ask(): Promise<User>;
declare function find(): Promise<User | null>;
declare const sym: Promise<symbol>;
const users: any[] = await Promise.allSettled([ask(), ask()]);
const found: any[] = await Promise.allSettled([ask(), find()]);
`;

describe('what tells of objects that they are there', () => {
  it.each([
    ['use(users.filter((u) => u.value));', 'none'],
    ['use(users.filter((u) => !u.value));', 'none'],
    ['use(users.filter(({ value }) => value));', 'none'],
    ['use(found.filter(({ value }) => value));', 'truthinessTest value'],
    ['use(users.map((u) => u.value).filter(Boolean));', 'none'],
    [
      'use(users.map((u) => u.value).filter(isReady as any));',
      'uncheckedRead value',
    ],
    ['use(users.map((u) => u.value).some(Boolean));', 'uncheckedRead value'],
    ['use(users.map((u) => u.value));', 'uncheckedRead value'],
    ['use(users.map((u) => u.value?.name));', 'none'],
    ['use(users.map((u) => u.value.name));', 'uncheckedRead value'],
    ['use(users.map((u) => u.value ?? items));', 'none'],
    ['use(users.map((u) => u.value || items));', 'none'],
    ['use(users.map((u) => items ?? u.value));', 'uncheckedRead value'],
    ['use(users.map((u) => u.value + items));', 'uncheckedRead value'],
    ['for (const u of users) if (u.value) use(u.value.name);', 'none'],
    ['use(found.filter((u) => u.value));', 'truthinessTest value'],
    ['use(found.map((u) => u.value).filter(Boolean));', 'uncheckedRead value'],
    ['use(found.map((u) => u.value?.name));', 'uncheckedRead value'],
    [
      'const all: any[] = await Promise.allSettled([sym, sym]); use(all.filter((s) => s.value));',
      'none',
    ],
    [
      "const all: any[] = await Promise.allSettled([find().then((u) => (u ? 'a' : 'b') as string & { brand: User })]); use(all.filter((s) => s.value));",
      'none',
    ],
    ['use(users.map((u) => u.reason).filter(Boolean));', 'none'],
    ['use(users.map((u) => u.reason?.message));', 'none'],
    ['use(users.map((u) => u.reason.message));', 'uncheckedRead reason'],
  ])('%s: %s', (code, answer) => {
    expect(mistakesIn(OBJECTS + code)).toBe(answer);
  });
});

describe('what a status is compared with', () => {
  it.each([
    [
      "use(results.filter((r) => (r.status as string) === 'ok'));",
      'unknownStatus ok',
    ],
    [
      "use(results.filter((r) => 'ok' === (r.status as string)));",
      'unknownStatus ok',
    ],
    [
      "use(results.filter((r) => (r.status as string) !== 'ok'));",
      'unknownStatus ok',
    ],
    ["use(results.filter((r) => (r.status as string) > 'ok'));", 'none'],
    ['use(results.filter((r) => (r.status as string) === items[0]));', 'none'],
    ["use(results.filter((r) => 'rejected' === r.status));", 'none'],
    [
      "for (const r of results) switch (r.status as string) { case 'ok': use(r); }",
      'unknownStatus ok',
    ],
    [
      "for (const r of results) switch (r.status) { case 'rejected': use(r); }",
      'none',
    ],
    ["use(untyped.filter((r) => r.status === 'ok'));", 'unknownStatus ok'],
    ["use(anything.status === 'ok');", 'none'],
    [
      "const { status } = results[0]!;\nuse((status as string) === 'ok');",
      'unknownStatus ok',
    ],
    [
      "const { status: s } = results[0]!;\nuse((s as string) === 'ok');",
      'unknownStatus ok',
    ],
    ["const [status] = items;\nuse(status === 'ok');", 'none'],
    [
      "const { ['status']: s } = results[0]!;\nuse((s as string) === 'ok');",
      'none',
    ],
    ["let s: string = results[0]!.status;\nuse(s === 'ok');", 'none'],
    ["use(nowhere === 'ok');", 'none'],
    [
      "const { value } = untyped[0];\nuse(value === 'ok');",
      'uncheckedRead value',
    ],
    ["const { status } = anything;\nuse(status === 'ok');", 'none'],
  ])('%s: %s', (code, answer) => {
    expect(mistakesIn(code)).toBe(answer);
  });
});

describe('what is cast', () => {
  it.each([
    ['use(results as F[]);', 'uncheckedCast fulfilled'],
    ['use(results as unknown as R[]);', 'uncheckedCast rejected'],
    ['use(<F[]>results);', 'none'],
    ['use(results as any);', 'none'],
    ['use(results as PromiseSettledResult<string>[]);', 'none'],
    ['use(untyped as F[]);', 'uncheckedCast fulfilled'],
    ['use(anything as F[]);', 'none'],
    ['use(untyped as { value: string }[]);', 'uncheckedCast fulfilled'],
    ['use(untyped as { reason: unknown }[]);', 'uncheckedCast rejected'],
    ['use(untyped as { value?: string; reason?: unknown }[]);', 'none'],
    ['use(untyped as { value: string; reason: unknown }[]);', 'none'],
    ['use(untyped as { status: string; value: string }[]);', 'none'],
    ['use(items as any as F[]);', 'none'],
    ['use((results as F[]) as any);', 'uncheckedCast fulfilled'],
    ['const all = results as F[];\nuse(all);', 'uncheckedCast fulfilled'],
    [
      'const all = results as F[];\nfor (const r of all) use(r.status);',
      'none',
    ],
    ['const [a, , b] = results as F[];\nuse(a, b);', 'uncheckedCast fulfilled'],
    ['const [a, , b] = results as F[];\nuse(a, b?.status);', 'none'],
    [
      "use((results.filter((r) => r.status === 'rejected')) as unknown as F[]);",
      'wrongCast fulfilled',
    ],
    [
      "use((untyped.filter((r) => r.status === 'rejected')) as F[]);",
      'wrongCast fulfilled',
    ],
    ["use((untyped.filter((r) => r.status === 'rejected')) as R[]);", 'none'],
    ['use(results as F[] as unknown as R[]);', 'uncheckedCast rejected'],
    ['const all: any = results;\nuse(all as F[]);', 'uncheckedCast fulfilled'],
    ['export function f(list: unknown) { use(list as F[]); }', 'none'],
    [
      'export function f(list: PromiseSettledResult<string>[]) { use(list as F[]); }',
      'uncheckedCast fulfilled',
    ],
    [
      'declare const done: F[];\nuse(done as unknown as R[]);',
      'wrongCast rejected',
    ],
    [
      "if (results.some((r) => r.status === 'rejected')) throw 1;\nuse(results as F[]);",
      'none',
    ],
    [
      'use(Promise.allSettled([load()]) as Promise<F[]>);',
      'uncheckedCast fulfilled',
    ],
    [
      'use(untyped as { id: string; value: string }[]);',
      'uncheckedCast fulfilled',
    ],
    ['use(untyped as { value?: string }[]);', 'none'],
    [
      'type Row = { status: string; value: string };\nuse(untyped as Row[]);',
      'none',
    ],
    ['const [a, b] = results as F[];\nuse(a);\nuse(b?.status);', 'none'],
    [
      'const all = results as F[];\nuse(all);\nfor (const r of all) use(r.status);',
      'none',
    ],
    [
      "const all = results as F[];\nfor (const r of all) use(r['status']);",
      'none',
    ],
    [
      'const all = results as F[];\nfor (const { status } of all) use(status);',
      'none',
    ],
    [
      'export function f() { use(results as F[]); use(anything.status); }',
      'uncheckedCast fulfilled',
    ],
    [
      'expect(results as F[]).toHaveLength(2);\ndeclare function expect(v: unknown): any;',
      'none',
    ],
  ])('%s: %s', (code, answer) => {
    expect(mistakesIn(code)).toBe(answer);
  });
});

describe('what a predicate says', () => {
  it.each([
    [
      "use((r: any): r is F => r.status === 'rejected');",
      'lyingPredicate fulfilled',
    ],
    ["use((r: any): r is F => r.status === 'fulfilled');", 'none'],
    [
      "use((r: any): r is R => r.status !== 'rejected');",
      'lyingPredicate rejected',
    ],
    [
      "use((r: any): asserts r is F => { if (r.status === 'fulfilled') throw r; });",
      'none',
    ],
    ["use((r: any, s: any): s is F => r.status === 'rejected');", 'none'],
    [
      "use((r: any): asserts r is F => r.status === 'rejected' && use(r));",
      'none',
    ],
    ['class A { isOk(): this is F { return isReady; } }\nuse(A);', 'none'],
    [
      "use((r: any): r is PromiseSettledResult<string> => r.status === 'fulfilled');",
      'none',
    ],
    ["use((r: any): r is string => r.status === 'rejected');", 'none'],
    ['use((r: any): r is F => isReady);', 'none'],
    ['type P = (r: any) => r is F;\nuse(1 as any as P);', 'none'],
  ])('%s: %s', (code, answer) => {
    expect(mistakesIn(code)).toBe(answer);
  });
});

describe('the status in the text of a predicate that says another', () => {
  it.each([
    ["r.status === 'rejected'", 'rejected'],
    ["'rejected' === r.status", 'rejected'],
    ["(r.status !== 'fulfilled')", 'fulfilled'],
    ["r.status === 'rejected' && isReady", undefined],
    ["!(r.status === 'fulfilled')", undefined],
    ["'reason' in r", undefined],
  ])('%s: %s', (test, tested) => {
    const [program, file] = moduleOf(
      `${GIVEN}use((r: any): r is F => ${test});`,
    );
    const lie = lyingPredicateOf(
      program,
      findNode(file, ts.isTypePredicateNode),
    );
    expect(lie?.claimed).toBe('fulfilled');
    expect(lie?.tested?.text).toBe(tested);
  });
});

describe('what else is read, and printed', () => {
  it.each([
    ['for (const r of untyped) use(r.name);', 'missingProperty name'],
    ['for (const r of untyped) use(r.toString());', 'none'],
    ['for (const r of untyped) r.name = 1;', 'none'],
    ['use(untyped[0].name);', 'missingProperty name'],
    ['const i = items.length;\nuse(untyped[i].name);', 'missingProperty name'],
    ['use(untyped.name);', 'none'],
    ['use(untyped.map((r) => r.name));', 'missingProperty name'],
    ['const [a] = untyped;\nuse(a.name);', 'missingProperty name'],
    ['const [...a] = untyped;\nuse(a.name);', 'none'],
    ['const { a } = untyped as any;\nuse(a.name);', 'none'],
    ['const a = untyped[items.length];\nuse(a.name);', 'missingProperty name'],
    ['function f(a: any) { use(a.name); }\nuse(f);', 'none'],
    ['class A {}\nuse((A as any).name);', 'none'],
    ['use(JSON.stringify(results));', 'stringifiedRejection'],
    ['use(JSON.stringify(results, null, 2));', 'stringifiedRejection'],
    ['use(JSON.stringify(results, undefined));', 'stringifiedRejection'],
    ['use(JSON.stringify(results, (_, value) => value));', 'none'],
    ['use(JSON.stringify());', 'none'],
    ['use(JSON.stringify(items));', 'none'],
    ['use(JSON.parse(String(results)));', 'none'],
    [
      "use(JSON.stringify(results.filter((r) => r.status === 'fulfilled')));",
      'none',
    ],
    [
      "use(JSON.stringify(results.filter((r) => r.status === 'rejected')));",
      'stringifiedRejection',
    ],
    ['use(JSON.stringify(results[0]));', 'stringifiedRejection'],
    ['const JSON = { stringify: use };\nJSON.stringify(results);', 'none'],
    ['const { stringify } = JSON;\nuse(stringify(results));', 'none'],
    ['for (const r of untyped) delete r.value;', 'none'],
    ['for (const r of untyped) r.value = 1;', 'none'],
    [
      'let value;\nfor (const r of untyped) ({ value } = r);\nuse(value);',
      'uncheckedRead value',
    ],
    [
      'let value, status;\nfor (const r of untyped) ({ value, status } = r);\nuse(value, status);',
      'none',
    ],
    ['for (const { value } of untyped) use(value);', 'uncheckedRead value'],
    ['for (const { value: v } of untyped) use(v);', 'uncheckedRead value'],
    ["for (const { 'value': v } of untyped) use(v);", 'uncheckedRead value'],
    ['for (const { value, status } of untyped) use(value, status);', 'none'],
    ['for (const { value, ...rest } of untyped) use(value, rest);', 'none'],
    ['for (const { [items[0]!]: v } of untyped) use(v);', 'none'],
    ['declare const r: F & { id: string };\nuse(r.value);', 'none'],
    [
      'declare const r: F & { id: string };\nuse((r as any as R).reason);',
      'wrongStatus reason',
    ],
  ])('%s: %s', (code, answer) => {
    expect(mistakesIn(code)).toBe(answer);
  });
});
