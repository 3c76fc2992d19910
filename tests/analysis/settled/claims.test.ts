import { type Case, catalogue, proofs } from '../asked.ts';

const GIVEN = `
type F = PromiseFulfilledResult<string>;
type R = PromiseRejectedResult;
declare const other: any;
declare const isFulfilled: (r: any) => r is F;
declare const isRejected: (r: any) => r is R;
const settle = async (): Promise<any> => Promise.allSettled(items.map(load));
const rs: any = await settle();
`;

type Text = readonly [name: string, code: string, answer: string];

/** Asks about `r.value`, read where a condition on `r` holds. */
function under([name, condition, answer]: Text): Case {
  return [
    name,
    `${GIVEN}for (const r of rs) if (${condition}) log(r.value);`,
    answer,
  ];
}

/** Asks about `rs[0].value`, read behind some statements. */
function behind([name, statements, answer]: Text): Case {
  return [
    name,
    `${GIVEN}class A { async f() { ${statements} log(rs[0].value); } }`,
    answer,
  ];
}

/** Asks about what some code reads. */
function given([name, code, answer]: Text): Case {
  return [name, GIVEN + code, answer];
}

catalogue(
  'what does a condition on a result say of it?',
  proofs,
  (
    [
      ['a predicate', 'isRejected(r)', 'rejected'],
      ['a predicate of another', 'isRejected(other)', 'either'],
      ['a predicate of nothing', 'other()', 'either'],
      ['a text on another side', "'reason' == r", 'unknown'],
      ['a name that is not declared', "nowhere === 'fulfilled'", 'either'],
      ['a look-up by it', 'other[r]', 'unknown'],
      ['whether it is there', 'r !== undefined', 'either'],
      ['whether it is there, on another side', 'undefined !== r', 'either'],
      ['whether it is there, and not null', 'r != null', 'either'],
      ['whether it is something else', 'r !== other', 'unknown'],
      ['a sign', '-r', 'unknown'],
    ] as const
  ).map(under),
);

catalogue(
  'what does a statement say of the results behind it?',
  proofs,
  (
    [
      ['a list', 'if (!Array.isArray(rs)) return;', 'either'],
      ['nothing', 'if (rs[0] === undefined) return;', 'either'],
      ['nothing, on another side', 'if (null == rs[0]) return;', 'either'],
      ['something else', 'if (rs[0] === other) return;', 'unknown'],
      [
        'the status of one that a place names',
        "if (rs[items.length].status === 'rejected') return;",
        'unknown',
      ],
      [
        'the reason of one by its text',
        "if (rs[0]['reason']) return;",
        'either unknown',
      ],
      [
        'the status of another',
        "const { status } = other; if (status === 'rejected') return;",
        'either',
      ],
      [
        'the status of each of others',
        "for (const { status } of other) if (status === 'rejected') return;",
        'either',
      ],
      [
        'a comparison of something that is not declared',
        "if (nowhere === 'rejected') return;",
        'either',
      ],
      [
        'a constant that stands for itself',
        'const isOk: any = isOk; if (isOk) return;',
        'either',
      ],
      [
        'a number that is less',
        'if (rs.filter(isFulfilled).length < rs.length) return;',
        'unknown',
      ],
      [
        'a choice of two',
        "if (!isReady) return; else if (rs[0].status === 'rejected') return;",
        'unknown',
      ],
      [
        'a function inside that returns',
        "rs.forEach((x: any) => { if (x.status === 'rejected') return; log(x); });",
        'either',
      ],
      [
        'a function in a function inside that returns',
        "rs.forEach((x: any) => { log(() => { if (x.status === 'rejected') return; log(x); }); });",
        'either',
      ],
      [
        'a function inside that throws',
        "rs.forEach((x: any) => { if (x.status === 'rejected') throw x; });",
        'unknown',
      ],
      [
        'a switch with a default',
        'switch (isReady) { case true: return; default: }',
        'either',
      ],
    ] as const
  ).map(behind),
);

catalogue(
  'what is known of a result where it is read?',
  proofs,
  (
    [
      [
        'with an index that is not known, behind a look at one',
        "if (rs[0].status === 'rejected') throw 1;\nlog(rs[items.length].value);",
        'unknown',
      ],
      [
        'chosen by a predicate',
        'rs.filter(isRejected).map((r: any) => r.value);',
        'rejected',
      ],
      [
        'chosen by the status of something else',
        "rs.filter((r: any) => other.status === 'rejected').map((r: any) => r.value);",
        'either',
      ],
      [
        'chosen by a test that gives nothing',
        'rs.filter((r: any) => { log(r.status); }).map((r: any) => r.value);',
        'unknown',
      ],
      [
        'chosen by a test that gives something at once',
        "rs.filter((r: any) => { if (isReady) return true; return r.status === 'fulfilled'; }).map((r: any) => r.value);",
        'unknown',
      ],
      [
        'chosen by a test of a pattern with a gap',
        "[...rs.entries()].filter(([, r]: any) => r.status === 'fulfilled').map(([, r]: any) => r.value);",
        'fulfilled',
      ],
      [
        'behind a choice by its index',
        "items.filter((_, i) => rs[i].status === 'fulfilled', other).map((_, i) => rs[i].value);",
        'unknown',
      ],
      [
        'before a choice by its index',
        "items.filter((_, i) => rs[i].value).filter((_, i) => rs[i].status === 'fulfilled').map(log);",
        'either',
      ],
      [
        'in one case of several',
        'for (const r of rs) switch (items.length) { case 1: log(r.value); break; default: log(); }',
        'either',
      ],
      [
        'where a function of it gives nothing',
        'for (const r of rs) other(r) ?? log(r.value);',
        'unknown',
      ],
      [
        'where it has no reason',
        'for (const r of rs) log(r.reason ?? r.value);',
        'either unknown',
      ],
      [
        'where something else is nothing',
        'for (const r of rs) other ?? log(r.value);',
        'either',
      ],
      [
        'before its status, for a name',
        "for (const r of rs) { const n = log(r.value); if (r.status === 'rejected') throw n; }",
        'either',
      ],
      [
        'in a callback, before its status',
        "items.map(() => rs[0].value);\nif (rs[0].status === 'rejected') throw 1;",
        'either',
      ],
      [
        'in a callback, beside its status',
        'log(items.map(() => rs[0].value), rs[0].status);',
        'either',
      ],
    ] as const
  ).map(given),
);

catalogue(
  'what is known of a result by its type and its way?',
  proofs,
  (
    [
      [
        'nothing of those that are declared',
        'declare const list: PromiseSettledResult<string>[];\nlog((list[0] as F).value);',
        'unknown',
      ],
      [
        'nothing of those that a call gives which is not seen',
        'declare function ask(): PromiseSettledResult<string>[];\nlog((ask()[0] as F).value);',
        'unknown',
      ],
      [
        'nothing that anybody looked at of those that somebody gives',
        'export const values = (list: PromiseSettledResult<string>[]) => list.map((r) => (r as F).value);',
        'either',
      ],
      [
        'nothing of those that a caller casts',
        'const reasonOf = (list: R[]) => list[0]!.reason;\nreasonOf(rs as R[]);',
        'unknown',
      ],
      [
        'nothing that the type of a parameter says',
        'const list: any[] = rs;\nlist.forEach((r: F) => log(r.value));',
        'either',
      ],
      [
        'nothing, where it is said to be something else',
        'const list = await Promise.allSettled([load()]);\nlist.forEach((r: any[]) => log((r as any).value, r.value));',
        '',
      ],
      [
        'nothing of what may be something else',
        'declare const r: F | { value: number };\nlog(r.value);',
        '',
      ],
      [
        'nothing of what only has the name',
        'interface PromiseRejectedResult { value: number }\ndeclare const r: PromiseRejectedResult;\nlog(r.value);',
        '',
      ],
      [
        'that one of two combinators may reject',
        "const list = isReady ? await Promise.allSettled([load()]) : await Promise.allSettled([load().catch(() => 'x')]);\nlog((list[0] as F).value);",
        'either',
      ],
      [
        'that a member before others cannot reject',
        "const [a] = await Promise.allSettled([load().catch(() => 'x'), ...items.map(load)]);\nlog((a as F).value);",
        'unknown',
      ],
    ] as const
  ).map(given),
);

catalogue(
  'which reads are there?',
  proofs,
  (
    [
      [
        'what is given to a name',
        'let kept; for (const r of rs) kept = r.value;',
        'either',
      ],
      ['what is written', 'for (const r of rs) r.value = 1;', ''],
      [
        'the value and the reason in a pattern',
        'for (const { value, reason } of rs) log(value, reason);',
        'unknown unknown',
      ],
      [
        'the value beside the status in a pattern',
        'for (const { status, value } of rs) log(status, value);',
        'unknown',
      ],
      [
        'the value beside the status in a pattern, where it is proven',
        'for (const { status, value } of rs.filter(isFulfilled)) log(status, value);',
        'fulfilled',
      ],
    ] as const
  ).map(given),
);

catalogue(
  'what do names and tests say of a result?',
  proofs,
  (
    [
      [
        'the status of something else, in a loop',
        "for (const r of rs) for (const { status } of other) if (status === 'fulfilled') log(r.value);",
        'either',
      ],
      [
        'the status of something else, in a callback',
        "for (const r of rs) other.map(({ status }: any) => { if (status === 'fulfilled') log(r.value); });",
        'either',
      ],
      [
        'a constant without a semicolon behind it',
        "for (const r of rs) { const isOk = r.status === 'fulfilled'\nisOk && log(r.value); }",
        'fulfilled',
      ],
      [
        'a test that gives nothing',
        'log(rs.filter((r: any) => {})[0].value);',
        'either',
      ],
      [
        'whether one is there, under a name',
        'const r = rs[0]; if (r) log(r.value);',
        'either',
      ],
      [
        'what is set under a test of all',
        "if (rs.some((r: any) => r.status === 'fulfilled')) { let n = 0; n = 1; if (n) log(rs[0].value); }",
        'either',
      ],
      [
        'the default of a parameter, beside the status',
        'for (const r of rs) other((value = r.value) => value, r.status);',
        'unknown',
      ],
      [
        'what the compiler alone follows, of a parameter without a type',
        "(await Promise.allSettled(items.map(load))).map((r) => { switch (r.status) { case 'fulfilled': log(r.value); } });",
        'fulfilled',
      ],
      [
        'another property, taken by a pattern',
        'let status; for (const r of rs) ({ status } = r);',
        '',
      ],
      [
        'an object that is compared with it',
        'for (const r of rs) log({ value: 1 } === r);',
        '',
      ],
    ] as const
  ).map(given),
);
