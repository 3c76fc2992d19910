import { expect, it } from 'vitest';

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
