import { resultUseOf } from '../../../src/analysis/swallowed/result-uses.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

const SETTLED = 'Promise.allSettled(items.map((item) => load(item)))';

/** What becomes of the results; what tells of a failure without its reason stands behind `unexplained`. */
const use = askedOfCall((program, call) => {
  const found = resultUseOf(program, call);
  return found.kind === 'unexplained'
    ? `unexplained ${found.at.getText()}`
    : found.kind;
});

/** Cases that say `SETTLED` for settled results. */
function of(...cases: Case[]): Case[] {
  return cases.map(([name, text, answer, others = {}]) => [
    name,
    text.replaceAll('SETTLED', SETTLED),
    answer,
    others,
  ]);
}

catalogue(
  'what becomes of the promise of settled results?',
  use,
  of(
    ['a statement', 'await SETTLED;', 'discarded'],
    ['a floating promise', 'SETTLED;', 'discarded'],
    ['a void', 'void SETTLED;', 'discarded'],
    ['a name that nothing reads', 'const all = await SETTLED;', 'discarded'],
    ['a promise under a name', 'const all = SETTLED; await all;', 'discarded'],
    [
      'a promise under a name that is handed on',
      'const all = SETTLED; log(all);',
      'seen',
    ],
    [
      'a promise that a pattern takes apart',
      'const { then } = SETTLED;',
      'seen',
    ],
    ['a choice', 'await (isReady ? SETTLED : undefined);', 'discarded'],
    [
      'a choice of which the results are handed on',
      'log(await (isReady ? SETTLED : undefined));',
      'seen',
    ],
    [
      'a callback that reads each',
      "SETTLED.then((all) => { for (const one of all) if (one.status === 'fulfilled') log(one.value); });",
      'half-read',
    ],
    ['a callback without parameter', 'SETTLED.then(() => 1);', 'discarded'],
    [
      'a callback that hands them on',
      'SETTLED.then((all) => log(all));',
      'seen',
    ],
    ['a callback that cannot be seen', 'SETTLED.then(log);', 'seen'],
    [
      'a callback that collects its arguments',
      'SETTLED.then((...all) => log(1));',
      'seen',
    ],
    [
      'only a handler of a rejection',
      'SETTLED.then(undefined, log);',
      'discarded',
    ],
    [
      'results behind a handler of a rejection',
      'log(await SETTLED.catch(log));',
      'seen',
    ],
    ['a finally', 'await SETTLED.finally(log);', 'discarded'],
    ['results behind a finally', 'log(await SETTLED.finally(log));', 'seen'],
    ['a method of something else', '(SETTLED as any).pipe(log);', 'seen'],
    ['a method that is not called', 'log(SETTLED.then);', 'seen'],
    [
      'a member of another combinator',
      'const all = SETTLED; Promise.all([all]);',
      'seen',
    ],
    ['a return', 'export const run = () => SETTLED;', 'seen'],
  ),
);

catalogue(
  'what becomes of settled results?',
  use,
  of(
    // Names.
    ['handed on', 'log(await SETTLED);', 'seen'],
    ['tested', 'if (await SETTLED) log();', 'discarded'],
    [
      'a choice under a name that nothing reads',
      'const all = isReady ? await SETTLED : [];',
      'discarded',
    ],
    [
      'put under a name that is not declared',
      'nowhere = await SETTLED;',
      'seen',
    ],
    [
      'put under a name of another file',
      'shared = await SETTLED;',
      'seen',
      { 'script.ts': 'let shared: unknown;' },
    ],
    [
      'a loop without a variable',
      'const all = await SETTLED; for (const of all) log(1);',
      'seen',
    ],
    [
      'a loop over what a method gives',
      "for (const one of (await SETTLED).values()) if (one.status === 'fulfilled') log(one.value);",
      'half-read',
    ],
    ['a method that is not called', '(await SETTLED).map;', 'seen'],
    [
      'the fulfilled ones of which some are chosen',
      "log((await SETTLED).filter((one) => one.status === 'fulfilled').filter((one) => one.value.length > 0).map((one) => one.value));",
      'half-read',
    ],
    [
      'values of which some are chosen without a look at the status',
      'log((await SETTLED).filter((one: any) => one.id > 1).map((one: any) => one.value));',
      'seen',
    ],
    [
      'values that are read without a look at the status, beside the rejected ones',
      "const all = await SETTLED; const failed = all.filter((one) => one.status === 'rejected'); log(all.map((one: any) => one.value));",
      'seen',
    ],
    [
      'some that are chosen by a status that is not known',
      '(await SETTLED).filter((one) => one.status === anything);',
      'seen',
    ],
    ['a void', 'void (await SETTLED);', 'discarded'],
    ['a choice', 'const all = isReady ? await SETTLED : []; log(all);', 'seen'],
    [
      'an assignment that nothing reads',
      'let all; all = await SETTLED;',
      'discarded',
    ],
    [
      'an assignment that is handed on',
      'let all; all = await SETTLED; log(all);',
      'seen',
    ],
    [
      'an assignment that is counted',
      'let all; all = await SETTLED; log(all.length);',
      'counted',
    ],
    [
      'an assignment with a fallback',
      'let all; all = await SETTLED; for (const one of all || []) log(one);',
      'seen',
    ],
    [
      'a name for a part of itself',
      'let all = await SETTLED; all = all.slice(1); log(all.length);',
      'counted',
    ],
    [
      'a name for a part of itself that is handed on',
      'let all = await SETTLED; all = all.slice(1); log(all);',
      'seen',
    ],
    [
      'a property',
      'declare const job: { all: unknown }; job.all = await SETTLED;',
      'seen',
    ],
    [
      'a parameter that is assigned',
      'export async function run(all: unknown) { all = await SETTLED; }',
      'seen',
    ],

    // Patterns.
    ['the first', 'const [first] = await SETTLED;', 'discarded'],
    [
      'the first, handed on',
      'const [first] = await SETTLED; log(first);',
      'seen',
    ],
    [
      'the second, handed on',
      'const [, second] = await SETTLED; log(second);',
      'seen',
    ],
    ['no element', 'const [,] = await SETTLED;', 'discarded'],
    [
      'the others, counted',
      'const [, ...others] = await SETTLED; log(others.length);',
      'counted',
    ],
    [
      'the others, handed on',
      'const [, ...others] = await SETTLED; log(others);',
      'seen',
    ],
    [
      'their number by a pattern that nothing reads',
      'const { length } = await SETTLED;',
      'discarded',
    ],
    [
      'their number by a pattern',
      'const { length } = await SETTLED; log(length);',
      'counted',
    ],
    [
      'their number by a pattern and another name',
      'const { length: saved } = await SETTLED; log(saved);',
      'counted',
    ],
    [
      'their number by a pattern, compared',
      'const { length } = await SETTLED; if (length > 2) log();',
      'counted',
    ],
    [
      'a result by a pattern',
      'const { 0: first } = await SETTLED; log(first);',
      'seen',
    ],
    [
      'the number of the rejected by a pattern',
      "const { length } = (await SETTLED).filter((r) => r.status === 'rejected'); log(length);",
      'seen',
    ],
    [
      'their number under a name',
      'const all = await SETTLED; const count = all.length; log(count);',
      'counted',
    ],
    [
      'their number under a name that nothing reads',
      'const all = await SETTLED; const count = all.length;',
      'discarded',
    ],

    // A branch for the rejected.
    [
      'an exception for one without its reason',
      "for (const r of await SETTLED) { if (r.status === 'rejected') throw new Error('not loaded'); }",
      "unexplained throw new Error('not loaded');",
    ],
    [
      'an exception for one by a negated test',
      "for (const r of await SETTLED) { if (!(r.status === 'fulfilled')) throw new Error('not loaded'); }",
      "unexplained throw new Error('not loaded');",
    ],
    [
      'an exception for one in a callback',
      "(await SETTLED).forEach((r) => { if (r.status === 'rejected') throw new Error('not loaded'); });",
      "unexplained throw new Error('not loaded');",
    ],
    [
      'an exception for one with its reason',
      "for (const r of await SETTLED) { if (r.status === 'rejected') throw new Error('not loaded', { cause: r.reason }); }",
      'seen',
    ],
    [
      'a count of those that were rejected',
      "let failed = 0; for (const r of await SETTLED) { if (r.status === 'rejected') failed += 1; }",
      'seen',
    ],
    [
      'an exception for one that was fulfilled',
      "for (const r of await SETTLED) { if (r.status === 'fulfilled') throw new Error('loaded'); }",
      'half-read',
    ],

    // Numbers.
    [
      'a number that is told',
      'const all = await SETTLED; log(all.length);',
      'counted',
    ],
    [
      'a number that is asked',
      'const all = await SETTLED; if (all.length) log();',
      'counted',
    ],
    [
      'a number that is compared',
      'const all = await SETTLED; if (all.length > 0) log();',
      'counted',
    ],
    [
      'the number of the fulfilled ones',
      "log((await SETTLED).filter((one) => one.status === 'fulfilled').length);",
      'seen',
    ],
    ['a number in brackets', "log((await SETTLED)['length']);", 'counted'],

    // Loops.
    [
      'values of the fulfilled ones',
      "for (const one of await SETTLED) if (one.status === 'fulfilled') log(one.value);",
      'half-read',
    ],
    [
      'a negated test',
      "for (const one of await SETTLED) if (!(one.status !== 'fulfilled')) log(one.value);",
      'half-read',
    ],
    [
      'a test among others',
      "for (const one of await SETTLED) if (one.status === 'fulfilled' && one.value) log(one.value);",
      'half-read',
    ],
    [
      'values without a test',
      'for (const one of await SETTLED) log((one as { value: string }).value);',
      'seen',
    ],
    [
      'a test that does not exclude the others',
      "for (const one of await SETTLED) if (one.status === 'fulfilled' || items.length > 1) log(1);",
      'seen',
    ],
    [
      'a reason',
      "for (const one of await SETTLED) if (one.status === 'rejected') log(one.reason);",
      'seen',
    ],
    [
      'a variable from outside',
      'let one; for (one of await SETTLED) log();',
      'seen',
    ],
    [
      'a loop that reads none',
      'for (const one of await SETTLED) log();',
      'discarded',
    ],
    [
      'entries',
      "for (const [, one] of (await SETTLED).entries()) if (one.status === 'fulfilled') log(one.value);",
      'half-read',
    ],
    [
      'entries, handed on',
      'for (const [, one] of (await SETTLED).entries()) log(one);',
      'seen',
    ],
    [
      'the numbers of entries',
      'for (const [index] of (await SETTLED).entries()) log(index);',
      'discarded',
    ],
    [
      'entries under one name',
      'for (const entry of (await SETTLED).entries()) log(entry);',
      'seen',
    ],

    // Methods.
    [
      'forEach',
      "(await SETTLED).forEach((one) => { if (one.status === 'fulfilled') log(one.value); });",
      'half-read',
    ],
    [
      'forEach, handed on',
      '(await SETTLED).forEach((one) => log(one));',
      'seen',
    ],
    ['forEach of what cannot be seen', '(await SETTLED).forEach(log);', 'seen'],
    [
      'forEach of the fulfilled ones',
      "(await SETTLED).filter((one) => one.status === 'fulfilled').forEach(log);",
      'half-read',
    ],
    [
      'forEach of the rejected ones',
      "(await SETTLED).filter((one) => one.status === 'rejected').forEach((one) => log(one.reason));",
      'seen',
    ],
    [
      'reduce',
      "log((await SETTLED).reduce((sum, one) => (one.status === 'fulfilled' ? sum + 1 : sum), 0));",
      'half-read',
    ],
    [
      'reduce of what is handed on',
      'log((await SETTLED).reduce((sum, one) => sum + String(one), ""));',
      'seen',
    ],
    ['a method that is not called', 'log((await SETTLED).map);', 'seen'],
    ['a method without arguments', 'log((await SETTLED).keys());', 'seen'],
    [
      'a method of something else',
      'log((await SETTLED).includes(anything));',
      'seen',
    ],
    [
      'a filter that cannot be seen',
      'declare const isGood: (one: unknown) => boolean; log((await SETTLED).filter(isGood));',
      'seen',
    ],
    [
      'a filter that does not look at them, counted',
      'log((await SETTLED).filter(Boolean).length);',
      'counted',
    ],
    [
      'a filter of rejected ones that are asked again',
      "const failed = (await SETTLED).filter((one) => one.status === 'rejected').filter(() => isReady); if (failed.length > 0) throw new Error('failed');",
      "unexplained throw new Error('failed');",
    ],
    [
      'some of the rejected ones',
      "log((await SETTLED).filter((one) => one.status === 'rejected').some((one) => one.reason));",
      'seen',
    ],
    [
      'some, asked for something else',
      "if ((await SETTLED).some(() => isReady)) log('failed');",
      'seen',
    ],
    [
      'every, asked for what is fulfilled',
      "if (!(await SETTLED).every((one) => one.status === 'fulfilled')) log('failed');",
      "unexplained log('failed');",
    ],
  ),
);

catalogue(
  'what becomes of one settled result?',
  use,
  of(
    ['by its index', 'const first = (await SETTLED)[0];', 'discarded'],
    ['by its index, handed on', 'log((await SETTLED)[0]);', 'seen'],
    ['at', 'log((await SETTLED).at(0));', 'seen'],
    ['at, as a statement', '(await SETTLED).at(0);', 'discarded'],
    ['popped', '(await SETTLED).pop();', 'discarded'],
    ['tested', 'if ((await SETTLED)[0]) log();', 'discarded'],
    [
      'a value',
      'log(((await SETTLED)[0] as { value: string }).value);',
      'seen',
    ],
    [
      'a fallback',
      "const one = (await SETTLED)[0] ?? anything; if (one.status === 'fulfilled') log(one.value);",
      'half-read',
    ],
    [
      'a fallback, handed on',
      'const one = (await SETTLED)[0] ?? anything; log(one);',
      'seen',
    ],
    [
      'the first fulfilled one',
      "const one = (await SETTLED).find((each) => each.status === 'fulfilled'); log(one?.value);",
      'half-read',
    ],
    [
      'the first fulfilled one, handed on',
      "log((await SETTLED).find((each) => each.status === 'fulfilled'));",
      'half-read',
    ],
    [
      'the first fulfilled one, asked again',
      "const one = (await SETTLED).find((each) => each.status === 'fulfilled'); if (one?.status === 'fulfilled') log(one.value);",
      'half-read',
    ],
    [
      'a rejected one that is told of',
      "const one = (await SETTLED).find((each) => each.status === 'rejected'); if (one) throw new Error('failed');",
      "unexplained throw new Error('failed');",
    ],
    [
      'the last rejected one that is told of',
      "const one = (await SETTLED).findLast((each) => each.status === 'rejected'); if (one) throw new Error('failed');",
      "unexplained throw new Error('failed');",
    ],
    [
      'a rejected one whose reason is thrown',
      "const one = (await SETTLED).find((each) => each.status === 'rejected'); if (one) throw one.reason;",
      'seen',
    ],

    // Patterns.
    [
      'the value by a pattern',
      "const [{ status, value }] = (await SETTLED) as any; if (status === 'fulfilled') log(value);",
      'half-read',
    ],
    [
      'the value by a pattern, without a test',
      'const [{ value }] = (await SETTLED) as any; log(value);',
      'seen',
    ],
    [
      'the reason by a pattern',
      "const [{ status, reason }] = (await SETTLED) as any; if (status === 'rejected') log(reason);",
      'seen',
    ],
    [
      'the status by a pattern, under another name',
      "for (const { status: state, ...one } of await SETTLED) if (state === 'fulfilled') log(1);",
      'seen',
    ],
    [
      'only the status by a pattern',
      "for (const { status } of await SETTLED) if (status === 'fulfilled') log(1);",
      'half-read',
    ],
    [
      'the value by a key in quotes',
      "for (const { 'value': text } of (await SETTLED) as any) log(text);",
      'seen',
    ],
    [
      'what the status has, by a pattern',
      'for (const { status: { length } } of await SETTLED) log(length);',
      'discarded',
    ],
    [
      'a list in a list',
      'for (const [one] of (await SETTLED) as any) log(1);',
      'seen',
    ],
  ),
);

catalogue(
  'what tells of a failure without its reason?',
  use,
  of(
    [
      'a message in a branch',
      "if ((await SETTLED).some((one) => one.status === 'rejected')) log('failed');",
      "unexplained log('failed');",
    ],
    [
      'a message with numbers in a branch',
      "if ((await SETTLED).some((one) => one.status === 'rejected')) { log(`of ${items.length}`); }",
      'unexplained log(`of ${items.length}`);',
    ],
    [
      'a call without a text in a branch',
      "if ((await SETTLED).some((one) => one.status === 'rejected')) log(1);",
      'seen',
    ],
    [
      'a text of a function that is made in a branch',
      "if ((await SETTLED).some((one) => one.status === 'rejected')) log(() => { throw new Error('failed'); });",
      'seen',
    ],
    [
      'a message behind the branch',
      "if ((await SETTLED).some((one) => one.status === 'rejected')) {} log('failed');",
      'seen',
    ],
    [
      'a failure that is a value',
      "const ok = (await SETTLED).every((one) => one.status === 'fulfilled'); log(ok);",
      'seen',
    ],
    [
      'a failure under a name',
      "const ok = (await SETTLED).every((one) => one.status === 'fulfilled'); if (!ok) throw new Error('failed');",
      "unexplained throw new Error('failed');",
    ],
    [
      'a failure under three names',
      "const a = (await SETTLED).every((one) => one.status === 'fulfilled'); const b = a; const c = b; if (!c) throw new Error('failed');",
      "unexplained throw new Error('failed');",
    ],
    [
      'a failure under four names',
      "const a = (await SETTLED).every((one) => one.status === 'fulfilled'); const b = a; const c = b; const d = c; if (!d) throw new Error('failed');",
      'seen',
    ],
    [
      'a number in a message',
      "const failed = (await SETTLED).filter((one) => one.status === 'rejected'); log(`${failed.length} failed`);",
      'unexplained log(`${failed.length} failed`);',
    ],
    [
      'a number in an error',
      "const failed = (await SETTLED).filter((one) => one.status === 'rejected'); throw new Error(`${failed.length} failed`);",
      'unexplained throw new Error(`${failed.length} failed`);',
    ],
    [
      'a number in a text that goes on',
      "const failed = (await SETTLED).filter((one) => one.status === 'rejected'); export const text = `${failed.length} failed`;",
      'seen',
    ],
    [
      'a number in a statement that is no call',
      "let text; const failed = (await SETTLED).filter((one) => one.status === 'rejected'); text = `${failed.length} failed`;",
      'seen',
    ],
    [
      'a number that is returned by a callback',
      "const failed = (await SETTLED).filter((one) => one.status === 'rejected'); log(() => failed.length);",
      'seen',
    ],
  ),
);

catalogue(
  'what is found out by what is made of the results?',
  use,
  of(
    [
      'values that are handed on',
      "const values = (await SETTLED).map((one) => (one.status === 'fulfilled' ? one.value : null)); log(values);",
      'half-read',
    ],
    [
      'values of which one is looked for',
      "const values = (await SETTLED).map((one) => (one.status === 'fulfilled' ? one.value : null)); if (values.includes(null)) log('failed');",
      'seen',
    ],
    [
      'values of which one is looked for behind a filter',
      "const values = (await SETTLED).map((one) => (one.status === 'fulfilled' ? one.value : null)); log(values.filter(Boolean).some((one) => one === ''));",
      'seen',
    ],
    [
      'values that are sorted',
      "const values = (await SETTLED).map((one) => (one.status === 'fulfilled' ? one.value : null)); log(values.sort());",
      'half-read',
    ],
    [
      'values by their index',
      "const values = (await SETTLED).map((one) => (one.status === 'fulfilled' ? one.value : null)); log(values[0]);",
      'half-read',
    ],
    [
      'values by an iterator',
      "const values = (await SETTLED).map((one) => (one.status === 'fulfilled' ? one.value : null)); log(values[Symbol.iterator]());",
      'half-read',
    ],
    [
      'a number that is compared with another',
      "const values = (await SETTLED).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])); if (values.length < items.length) log('failed');",
      'seen',
    ],
    [
      'a number that another is compared with',
      "const values = (await SETTLED).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])); if (items.length > values.length) log('failed');",
      'seen',
    ],
    [
      'a number that is compared with a literal',
      "const values = (await SETTLED).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])); if (values.length > 0) log('some');",
      'half-read',
    ],
    [
      'a number in a text',
      "const values = (await SETTLED).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])); log(values.length + ' loaded');",
      'half-read',
    ],
    [
      'a number that is told',
      "const values = (await SETTLED).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])); log(values.length);",
      'half-read',
    ],
    [
      'values that are awaited',
      "const values = await (await SETTLED).reduce(async (all, one) => (one.status === 'fulfilled' ? [...(await all), one.value] : all), Promise.resolve([] as string[])); if (values.length < items.length) log('failed');",
      'seen',
    ],
    [
      'values that are awaited and handed on',
      "const values = await (await SETTLED).reduce(async (all, one) => (one.status === 'fulfilled' ? [...(await all), one.value] : all), Promise.resolve([] as string[])); log(values);",
      'half-read',
    ],
  ),
);
