import { describe, expect, it } from 'vitest';

import { raceIntentOf } from '../../../src/analysis/time/race-intents.ts';
import { combinatorIn } from '../asked.ts';

/** What a race was meant for, and whether its work could be stopped by a signal. */
function intentIn(text: string): string {
  const { program, call } = combinatorIn(text);
  const intent = raceIntentOf(program, call);
  return intent?.kind === 'cancellation'
    ? `cancellation of ${intent.work.getText()}${intent.takesSignal ? ', which takes a signal' : ''}`
    : (intent?.kind ?? 'nothing');
}

describe('the first that succeeds', () => {
  const GIVEN =
    'declare const primary: string; declare const backupUrl: string; declare const table: string; declare const sure: { load(url: string): Promise<string>; fromMirror2(): Promise<string> }; async function safe(url: string) { return url; }\ndeclare function loadFallback(): Promise<string>; declare function fromCache(): Promise<string>; declare function fromNetwork(): Promise<string>; declare function numberFallback(): Promise<12>; declare function pick(): (url: string) => Promise<string>; function slowFallback(): Promise<string> { return new Promise((resolve, reject) => { setTimeout(() => { load().then(resolve, reject); }, 10); }); }\ndeclare function fallbackTo(table: string): Promise<string>;\nfunction lateFallback(): Promise<string> { return new Promise((resolve) => { setTimeout(resolve, 10); }); } async function safeFallback() { return String(); }\n';

  it.each([
    [
      'alternatives by name',
      '[load(primary), load(backupUrl)]',
      'first-success',
    ],
    [
      'names of members',
      '[load(anything.primary), load(anything.backup)]',
      'first-success',
    ],
    [
      'names that only end so',
      '[load(anything.resource), load(anything.ghost)]',
      'nothing',
    ],
    [
      'names of several words',
      '[load(anything.dataSource), load(anything.backup_hosts)]',
      'first-success',
    ],
    ['addresses', "[load('https://a'), load('https://b')]", 'first-success'],
    ['other texts', "[load('a'), load('b')]", 'nothing'],
    ['other names', '[load(table), load(table)]', 'nothing'],
    ['one alternative', '[load(primary)]', 'nothing'],
    [
      'alternatives beside something else',
      '[load(primary), load(backupUrl), anything]',
      'nothing',
    ],
    [
      'alternatives of two functions',
      '[load(primary), sure.load(backupUrl)]',
      'nothing',
    ],
    [
      'alternatives of a method',
      '[sure.load(primary), sure.load(backupUrl)]',
      'first-success',
    ],
    [
      'alternatives that cannot fail',
      '[safe(primary), safe(backupUrl)]',
      'nothing',
    ],
    [
      'alternatives of what has no name',
      '[anything()(primary), anything()(backupUrl)]',
      'nothing',
    ],
    [
      'alternatives of what a call gives',
      '[pick()(primary), pick()(backupUrl)]',
      'nothing',
    ],
    [
      'addresses within other texts',
      "[load('/proxy?to=https://a'), load('/proxy?to=https://b')]",
      'nothing',
    ],
    [
      'a fallback that waits and may fail',
      '[load(), slowFallback()]',
      'nothing',
    ],
    ['no calls', '[Promise.reject, primary] as any', 'nothing'],
    ['a fallback', '[load(), loadFallback()]', 'first-success'],
    ['a mirror by its method', '[load(), sure.fromMirror2()]', 'first-success'],
    ['two sources', '[fromCache(), fromNetwork()]', 'nothing'],
    ['a fallback of another type', '[load(), numberFallback()]', 'nothing'],
    ['a fallback that waits', '[load(), lateFallback()]', 'nothing'],
    ['a fallback that cannot fail', '[load(), safeFallback()]', 'nothing'],
    ['something for a fallback', '[load(), fallbackTo(table)]', 'nothing'],
  ])('%s: %s', (_name, members, expected) => {
    expect(intentIn(`${GIVEN}Promise.race(${members});`)).toBe(expected);
  });

  it.each([
    ['mirrors.map((url) => load(url))', 'first-success'],
    ['mirrors.filter(Boolean).map((url) => load(url))', 'nothing'],
    ['mirrors.concat([]) as never as Promise<string>[]', 'nothing'],
    ["mirrors['map']((url) => load(url))", 'nothing'],
    ['mirrors.map(safe)', 'nothing'],
    ['map(mirrors)', 'nothing'],
    ["['http://a', 'http://b'].map(load)", 'first-success'],
    ["['http://a', 'b'].map(load)", 'nothing'],
    ["['http://a'].map(load)", 'nothing'],
    ['urls.values()', 'nothing'],
    ['anything.urls', 'nothing'],
    ['sources.values()', 'nothing'],
    ['urls', 'nothing'],
  ])('%s', (list, expected) => {
    expect(
      intentIn(
        `${GIVEN}declare const mirrors: string[]; declare const urls: Promise<string>[]; declare const sources: { values(): Promise<string>[] }; declare function map(list: string[]): Promise<string>[];\nPromise.race(${list});`,
      ),
    ).toBe(expected);
  });

  it('is what any gives', () => {
    expect(intentIn("Promise.any([load('http://a'), load('http://b')]);")).toBe(
      'nothing',
    );
  });
});

describe('work that it no longer waits for', () => {
  const raced = (work: string, before = '', stop = 'stop'): string =>
    intentIn(
      `${before}\ndeclare const stop: Promise<never>;\nPromise.race([${work}, ${stop}]);`,
    );

  it.each([
    ['a call', 'load(1)', '', 'cancellation of load(1)'],
    ['a promise', 'begun', 'const begun = load();', 'nothing'],
    ['a chain', 'load().then(log)', '', 'nothing'],
    [
      'what cannot fail',
      'safe()',
      'async function safe() { return 1; }',
      'nothing',
    ],
    [
      'what never fulfils either',
      'fail()',
      'declare function fail(): Promise<never>;',
      'nothing',
    ],
    [
      'a callback of the caller',
      'run(work)',
      'declare function run(f: () => Promise<void>): Promise<void>; declare const work: () => Promise<void>;',
      'cancellation of run(work)',
    ],
    [
      'what goes on with a promise',
      'load(begun)',
      'declare const begun: Promise<void>;',
      'nothing',
    ],
    [
      'a method',
      'api.load()',
      'declare const api: { load(): Promise<string> };',
      'cancellation of api.load()',
    ],
  ])('%s: %s', (_name, work, before, expected) => {
    expect(raced(work, before)).toBe(expected);
  });

  it.each([
    [
      'a parameter',
      'async function run(work: () => Promise<void>)',
      'work()',
      'nothing',
    ],
    [
      'a part of a parameter',
      'async function run({ work }: { work: () => Promise<void> })',
      'work()',
      'nothing',
    ],
    [
      'no parameter',
      'async function run()',
      'load()',
      'cancellation of load()',
    ],
  ])('is called by %s', (_name, head, work, expected) => {
    expect(
      intentIn(
        `declare const stop: Promise<never>;\n${head} { await Promise.race([${work}, stop]); }`,
      ),
    ).toBe(expected);
  });

  it.each([
    [
      'a timer',
      '',
      'new Promise<never>((_, reject) => setTimeout(reject, 10))',
    ],
    [
      'a timer that is cleared later',
      'let timer; ',
      'new Promise<never>((_, reject) => { timer = setTimeout(reject, 5000); }); clearTimeout(timer)',
    ],
    ['a constant of one', '', 'late()'],
  ])('is given time by %s', (_name, before, limit) => {
    expect(
      intentIn(
        `function late() { return new Promise<never>((_, reject) => setTimeout(reject, 10)); }\n${before}const limit = ${limit};\nPromise.race([load(), limit]);`,
      ),
    ).toBe('nothing');
  });

  it('is given no time by a timer that does something else', () => {
    expect(
      intentIn(
        'const stopped = new Promise<never>((_, reject) => { setTimeout(log, 10); anything.on(reject); });\nPromise.race([load(), stopped]);',
      ),
    ).toBe('cancellation of load()');
  });

  it('may know of what the other listens to', () => {
    const run = (given: string): string =>
      intentIn(
        `declare const token: object; declare function stopped(by: object): Promise<never>;\nPromise.race([load(${given}), stopped(token)]);`,
      );

    expect(run('token')).toBe('nothing');
    expect(run('items')).toBe('cancellation of load(items)');
    expect(run('{ token }')).toBe('cancellation of load({ token })');
  });

  it.each([
    ['abort', 'controller.abort();', 'nothing'],
    ['kill', 'child.kill();', 'nothing'],
    ['another call', 'child.send();', 'cancellation of load()'],
    ['a longer word', "child.closest('a');", 'cancellation of load()'],
    ['the end of a word', 'child.foreclose();', 'cancellation of load()'],
    ['a function', 'abort();', 'cancellation of load()'],
  ])('is ended by %s', (_name, end, expected) => {
    expect(
      intentIn(
        `declare const stop: Promise<never>; declare const controller: any; declare const child: any; declare function abort(): void;\nasync function run() { try { await Promise.race([load(), stop]); } finally { ${end} } }`,
      ),
    ).toBe(expected);
  });

  it.each([
    ['three members', '[load(), load(), stop]', 'nothing'],
    [
      'two members, the other way round',
      '[stop, load()]',
      'cancellation of load()',
    ],
    ['a promise without a result', '[load(), job]', 'nothing'],
    ['a list of nothing', '[load(), nothing]', 'nothing'],
    ['two members', '[load(), stop]', 'cancellation of load()'],
    ['no list', 'anything', 'nothing'],
  ])('is one of %s', (_name, members, expected) => {
    expect(
      intentIn(
        `declare const stop: Promise<never>; interface Job extends Promise<string> {} declare const job: Job; declare const nothing: never[];\nPromise.race(${members});`,
      ),
    ).toBe(expected);
  });

  it.each([
    ['(url: string, options?: { signal?: AbortSignal })', "'a'", true],
    ['(url: string, options?: { signal?: AbortSignal })', "'a', { }", true],
    [
      '(url: string, options?: { signal?: AbortSignal })',
      "'a', { ...anything }",
      false,
    ],
    [
      '(url: string, options?: { signal?: AbortSignal })',
      "'a', anything",
      false,
    ],
    ['(url: string, options?: { signal?: string })', "'a'", false],
    ['(url: string, options?: { quick?: boolean })', "'a'", false],
    ['(url: string, options?: { quick?: boolean })', "'a', { }", false],
    ['(url: string, signal?: AbortSignal)', "'a'", true],
    ['(url: string, target?: EventTarget)', "'a'", false],
    ['(url: string)', "'a'", false],
    ['(...urls: string[])', '...items', false],
  ] as const)(
    'takes a signal by %s after (%s): %s',
    (parameters, given, takes) => {
      expect(
        raced(
          `get(${given})`,
          `declare function get${parameters}: Promise<string>;`,
        ),
      ).toBe(
        `cancellation of get(${given})${takes ? ', which takes a signal' : ''}`,
      );
    },
  );

  it.each([
    ["get('a', { signal })", 'nothing'],
    ["get('a', { abortSignal: signal })", 'nothing'],
    ["get('a', signal)", 'nothing'],
    [
      "get('a', { other: signal })",
      "cancellation of get('a', { other: signal })",
    ],
    ["get('a', items)", "cancellation of get('a', items)"],
  ])('has a signal already in %s', (work, expected) => {
    expect(
      raced(
        work,
        'declare const signal: AbortSignal; declare function get(url: string, more?: unknown): Promise<string>;',
      ),
    ).toBe(expected);
  });
});
