import ts from 'typescript';
import { expect, it } from 'vitest';

import { recogniseCombinator } from '../../../src/analysis/language/combinators.ts';
import { longLivedMemberOf } from '../../../src/analysis/time/long-races.ts';
import { raceIntentOf } from '../../../src/analysis/time/race-intents.ts';
import { leakedTimerOf } from '../../../src/analysis/time/race-timers.ts';
import { combinatorIn } from '../asked.ts';

/** How the leaked timer of a race settles it, after how long; `none` where none is leaked. */
function timerIn(text: string, others?: Record<string, string>): string {
  const { program, call } = combinatorIn(text, others);
  const { leak } = leakedTimerOf(program, call) ?? {};
  return leak === undefined
    ? 'none'
    : `${leak.kind} ${leak.settles} ${leak.delay?.getText() ?? '?'}`;
}

it.each([
  ['new Promise((r) => setTimeout(r, 5000))', 'executor fulfils 5000'],
  ['new Promise((_, r) => setTimeout(r, 5000))', 'executor rejects 5000'],
  [
    'new Promise((a, b) => setTimeout(() => isReady ? a(1) : b(), 5000))',
    'executor unknown 5000',
  ],
  ['new Promise((r) => setTimeout(r))', 'executor fulfils ?'],
  ['new Promise((r) => { const t = setTimeout(r, 5000); ask(t); })', 'none'],
  ['new Promise((r) => { setInterval(r, 5000); })', 'none'],
  ['new Promise', 'none'],
  ['new Promise(anything)', 'none'],
  ['anything(5000)', 'none'],
])('%s: %s', (member, expected) => {
  expect(timerIn(`await Promise.race([load(), ${member}]);`)).toBe(expected);
});

it('follows a helper into another file, with what it is given', () => {
  const others = {
    'other.ts':
      'export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));',
  };
  const use = "import { sleep } from './other';\n";

  expect(timerIn(`${use}Promise.race([load(), sleep(3000)]);`, others)).toBe(
    'executor fulfils 3000',
  );
  expect(timerIn(`${use}Promise.race([load(), sleep(300)]);`, others)).toBe(
    'none',
  );
});

it('ends with a helper that calls itself', () => {
  const text =
    'const late = (n: number): Promise<void> => late(n - 1);\nPromise.race([load(), late(3000)]);';

  expect(timerIn(text)).toBe('none');
});

it.each([
  ['while (isReady) { await Promise.race([load(), stop]); }', 'stop'],
  ['do await Promise.race([load(), stop]); while (isReady)', 'stop'],
  [
    'for (;;) { stop = load(); await Promise.race([load(), stop]); }',
    undefined,
  ],
  ['await Promise.race([load(), stop]);', undefined],
  ['for (;;) { await Promise.race([stop]); }', undefined],
])('%s keeps %s', (text, expected) => {
  const { program, call } = combinatorIn(`let stop = load();\n${text}`);

  expect(longLivedMemberOf(program, call)?.member.getText()).toBe(expected);
});

it.each([
  ["[load('http://a'), load('http://b')]", 'first-success'],
  ["[load('http://a'), load()]", undefined],
  ['items.map((item) => load(item))', undefined],
  ['[load(), Promise.reject<never>()]', 'cancellation'],
  ['', undefined],
])('%s was meant as %s', (members, expected) => {
  const { program, call } = combinatorIn(`Promise.race(${members});`);

  expect(raceIntentOf(program, call)?.kind).toBe(expected);
});

const SLEEP = `const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
`;

it.each([
  ['a call of a helper', 'sleep(5000)', 'executor fulfils 5000'],
  [
    'a helper that waits long enough to be told',
    'sleep(1000)',
    'executor fulfils 1000',
  ],
  ['a helper that waits for a moment', 'sleep(999)', 'none'],
  ['a helper without its argument', '(sleep as any)()', 'none'],
  [
    'what comes behind a helper',
    'sleep(5000).then(log)',
    'executor fulfils 5000',
  ],
  [
    'what comes behind a helper at last',
    'sleep(5000).finally(log)',
    'executor fulfils 5000',
  ],
  [
    'what comes three steps behind a helper',
    'sleep(5000).then(log).then(log).then(log)',
    'executor fulfils 5000',
  ],
  [
    'what comes further behind a helper',
    'sleep(5000).then(log).then(log).then(log).then(log)',
    'none',
  ],
  ['what is resolved with a helper', 'Promise.resolve(sleep(5000))', 'none'],
  ['a list of helpers', '...items.map(() => sleep(5000))', 'none'],
  ['a spread helper', '...[sleep(5000)]', 'executor fulfils 5000'],
  ['a value', '5000', 'none'],
  ['an executor that is not there', 'new (Promise as any)()', 'none'],
])('%s: %s has %s', (_, member, expected) => {
  expect(timerIn(`${SLEEP}await Promise.race([load(), ${member}]);`)).toBe(
    expected,
  );
});

it.each([
  ['a constant', 'const p = sleep(5000);', 'executor fulfils 5000'],
  [
    'a constant of a constant',
    'const q = sleep(5000); const p = q;',
    'executor fulfils 5000',
  ],
  ['a variable', 'let p = sleep(5000);', 'none'],
  [
    'an async helper',
    'async function wait() { await sleep(5000); } const p = wait();',
    'executor unknown 5000',
  ],
  [
    'an async arrow',
    'const wait = async () => sleep(5000); const p = wait();',
    'executor fulfils 5000',
  ],
  [
    'an async helper that waits for more',
    'async function wait() { await sleep(5000); await load(); } const p = wait();',
    'none',
  ],
  [
    'an async helper that does more',
    'async function wait() { log(); await sleep(5000); } const p = wait();',
    'executor unknown 5000',
  ],
  [
    'an async helper that fails when it has waited',
    "async function wait() { const late = new Error('late'); await sleep(5000); throw late; } const p = wait();",
    'executor unknown 5000',
  ],
  [
    'a helper that gives one of two, of which one can be cleared',
    'const timers: unknown[] = []; function wait() { if (isReady) return sleep(5000); return new Promise<void>((done) => { timers.push(setTimeout(done, 5000)); }); } const p = wait();',
    'none',
  ],
  [
    'a helper whose first argument is another',
    'const wait = (times: number) => new Promise<void>((done) => { log(times); setTimeout(done, 5000); }); const p = wait(1);',
    'executor fulfils 5000',
  ],
  [
    'a helper with a delay of another name',
    'declare const LIMIT: number; const wait = (times: number) => new Promise<void>((done) => { log(times); setTimeout(done, LIMIT); }); const p = wait(1);',
    'executor fulfils LIMIT',
  ],
  [
    'a helper with a delay that is declared nowhere',
    'const wait = () => new Promise<void>((done) => { setTimeout(done, missing); }); const p = wait();',
    'executor fulfils missing',
  ],
  [
    'a helper of helpers that is just followed',
    'const a = () => sleep(5000); const b = () => a(); const p = b();',
    'executor fulfils 5000',
  ],
  [
    'an executor that takes nothing',
    'const p = new Promise<void>(() => { setTimeout(log, 5000); });',
    'none',
  ],
  [
    'a member of an object',
    'declare const jobs: { late: Promise<void> }; const { late: p } = jobs; await Promise.race([load(), jobs.late]);',
    'none',
  ],
  [
    'a helper that gives one of two',
    'function wait() { if (isReady) return sleep(5000); return sleep(2000); } const p = wait();',
    'executor fulfils 5000',
  ],
  [
    'a helper that may give another',
    'function wait() { if (isReady) return sleep(5000); return load(); } const p = wait();',
    'none',
  ],
  [
    'a helper with a delay of its own',
    'const wait = () => sleep(5000); const p = wait();',
    'executor fulfils 5000',
  ],
  [
    'a helper that hands its delay on',
    'const wait = (n: number) => sleep(n); const p = wait(4000);',
    'executor fulfils 4000',
  ],
  [
    'a helper of helpers',
    'const a = () => sleep(5000); const b = () => a(); const c = () => b(); const d = () => c(); const p = d();',
    'none',
  ],
  [
    'a helper that calls itself',
    'function wait(): Promise<void> { return wait(); } const p = wait();',
    'none',
  ],
])('%s: %s has %s', (_, text, expected) => {
  expect(timerIn(`${SLEEP}${text}\nawait Promise.race([load(), p]);`)).toBe(
    expected,
  );
});

it('looks at races alone', () => {
  expect(timerIn(`${SLEEP}await Promise.all([load(), sleep(5000)]);`)).toBe(
    'none',
  );
});

it('forgives what ends the process', () => {
  expect(
    timerIn(
      `${SLEEP}async function f() { await Promise.race([load(), sleep(5000)]); process.exit(0); }`,
    ),
  ).toBe('none');
});

it.each([
  [
    'addresses',
    "['http://a', 'http://b'].map((url) => load(url))",
    'first-success',
  ],
  ['other texts', "['a', 'b'].map((url) => load(url))", undefined],
  [
    'a list by its name',
    'mirrors.map((mirror) => load(mirror))',
    'first-success',
  ],
  ['a list by another name', 'items.map((item) => load(item))', undefined],
  ['replicas of an object', 'anything.replicas.map(load)', 'first-success'],
  ['a declared list', 'items', undefined],
  ['a cancellation under a name', '[load(), cancelled]', 'cancellation'],
  ['a cancellation alone', '[cancelled]', undefined],
])('%s: %s was meant as %s', (_, members, expected) => {
  const { program, call } = combinatorIn(
    `declare const mirrors: string[];\ndeclare const cancelled: Promise<never>;\nPromise.race(${members});`,
  );

  expect(raceIntentOf(program, call)?.kind).toBe(expected);
});

it.each([
  ['await Promise.race([load(), late]);', 'one'],
  ['const all = [load(), late]; await Promise.race(all);', 'one'],
  ['const all = [load()]; all.push(late); await Promise.race(all);', 'one'],
  [
    'log(typeof late); late; void late; await Promise.race([load(), late]);',
    'none',
  ],
  ['if (late) { log(); } await Promise.race([load(), late]);', 'one'],
  ['late.catch(() => {}); await Promise.race([load(), late]);', 'one'],
  ['await Promise.race([load(), late.then(() => 1)]);', 'one'],
  ['await Promise.race([load(), late.finally(log).catch(log)]);', 'one'],
  ['const other = late; await Promise.race([load(), other]);', 'one'],
  ['for (;;) { await Promise.race([load(), late]); }', 'several'],
  ['while (isReady) await Promise.race([load(), late]);', 'several'],
  [
    'await Promise.race([load(), late]); await Promise.race([log(), late]);',
    'several',
  ],
  ['await Promise.race([load(), late]); await late;', 'none'],
  [
    'const race = Promise.race([load(), late]); await Promise.any([race, late]);',
    'none',
  ],
  ['await Promise.race([load(), late]); late.then(log);', 'none'],
  ['await Promise.race([load(), late]); late.finally(log);', 'none'],
  ['await Promise.race([load(), late]); await late.then(log);', 'none'],
  ['await Promise.race([load(), late]); ask(late);', 'none'],
  ['await Promise.race([load(), late]); ask({ late });', 'none'],
  ['await Promise.race([load(), late]); anything.late = late;', 'none'],
  ['await Promise.race([load(), late]); anything.push(late);', 'none'],
  ['await Promise.race([load(), late]); const { then } = late;', 'none'],
  ['await Promise.race([load(), late]); export { late };', 'none'],
  ['await Promise.race([load(), late]); export const same = late;', 'none'],
])('whose a timer is: %s: %s', (text, expected) => {
  const { program, call } = combinatorIn(
    `const late = new Promise((r) => { setTimeout(r, 5000); });\n${text}`,
  );
  const timer = leakedTimerOf(program, call);

  expect(timer ? (timer.isForOneRace ? 'one' : 'several') : 'none').toBe(
    expected,
  );
});

it('finds a timer that races share in the first of them alone', () => {
  const { program, call } = combinatorIn(
    `const late = new Promise((r) => { setTimeout(r, 5000); });
Promise.race([load(), late]);
Promise.race([load(), late]);`,
  );
  const found = call.node
    .getSourceFile()
    .statements.filter(ts.isExpressionStatement)
    .map(({ expression }) => recogniseCombinator(program, expression))
    .map((race) => race && leakedTimerOf(program, race)?.member.getText());

  expect(found).toEqual(['late', undefined]);
});

it.each([
  [
    'const d = Promise.withResolvers<void>(); setTimeout(d.resolve, 5000); await Promise.race([load(), d.promise]);',
    'one',
  ],
  [
    'const d = Promise.withResolvers<void>(); setTimeout(d.resolve, 5000); await Promise.race([load(), d.promise]); await d.promise;',
    'none',
  ],
  [
    'const { promise, resolve } = Promise.withResolvers<void>(); setTimeout(resolve, 5000); await Promise.race([load(), promise]);',
    'one',
  ],
  [
    'const { promise, resolve } = Promise.withResolvers<void>(); setTimeout(resolve, 5000); await Promise.race([load(), promise]); await promise;',
    'none',
  ],
  [
    'const { promise, resolve } = Promise.withResolvers<void>(); setTimeout(resolve, 5000); for (;;) { await Promise.race([load(), promise]); }',
    'several',
  ],
])('whose a timer of withResolvers is: %s: %s', (text, expected) => {
  const { program, call } = combinatorIn(text);
  const timer = leakedTimerOf(program, call);

  expect(timer ? (timer.isForOneRace ? 'one' : 'several') : 'none').toBe(
    expected,
  );
});
