import { describe, expect, it } from 'vitest';

import type { SettlingTimer } from '../../../src/analysis/time/leaked-timers.ts';
import {
  leakedTimerOf,
  timerOf,
} from '../../../src/analysis/time/race-timers.ts';
import { askAbout, combinatorIn } from '../asked.ts';

/** How the leaked timer of a race settles it, after how long; `none` where none is leaked. */
function timerIn(text: string): string {
  const { program, call } = combinatorIn(text);
  const { leak } = leakedTimerOf(program, call) ?? {};
  return leak === undefined
    ? 'none'
    : `${leak.kind} ${leak.settles} ${leak.delay?.getText() ?? '?'}`;
}

describe('a timer of timers/promises', () => {
  const raced = (member: string): string =>
    timerIn(
      `import { setTimeout as sleep, scheduler } from 'node:timers/promises';\ndeclare const signal: AbortSignal; declare const options: object;\nawait Promise.race([load(), ${member}]);`,
    );

  it.each([
    ['sleep(5000)', 'promised fulfils 5000'],
    ['sleep(50)', 'none'],
    ['sleep()', 'promised fulfils ?'],
    ['sleep(5000, undefined, { signal })', 'none'],
    ['sleep(5000, undefined, { ref: false })', 'none'],
    ['sleep(5000, undefined, { ref: true })', 'promised fulfils 5000'],
    ['sleep(5000, undefined, { ref: isReady })', 'none'],
    ['sleep(5000, undefined, { })', 'promised fulfils 5000'],
    ['sleep(5000, undefined, { ...options })', 'none'],
    ["sleep(5000, undefined, { 'ref': true })", 'none'],
    ['sleep(5000, undefined, options)', 'none'],
    ['sleep(...([5000] as const))', 'none'],
    ['scheduler.wait(5000)', 'promised fulfils 5000'],
    ['scheduler.wait(5000, { signal })', 'none'],
  ])('%s: %s', (member, expected) => {
    expect(raced(member)).toBe(expected);
  });
});

describe('a timer in an executor', () => {
  const timerOfMember = (executor: string): SettlingTimer | undefined =>
    askAbout(`ask(new Promise((done) => { ${executor} }));`, timerOf);

  it('settles nothing where it does something else', () => {
    expect(
      timerOfMember('setTimeout(log, 10); anything.on(done);'),
    ).toBeUndefined();
  });

  it('is not leaked where its handle is given away', () => {
    expect(timerOfMember('log(setTimeout(done, 5000));')?.isLeaked).toBe(false);
  });
});

describe('the handle of a timer', () => {
  it.each([
    ['dropped', 'setTimeout(done, 5000);', true],
    ['voided', 'void setTimeout(done, 5000);', true],
    ['of the window', 'window.setTimeout(done, 5000);', true],
    ['kept, and never read', 'const timer = setTimeout(done, 5000);', true],
    [
      'kept, and read',
      'const timer = setTimeout(done, 5000); log(timer);',
      false,
    ],
    [
      'kept, and read when it has come',
      'const timer = setTimeout(() => { done(); log(timer); }, 5000);',
      true,
    ],
    [
      'kept, and read when another one has come',
      'const timer = setTimeout(done, 5000); setTimeout(() => { clearTimeout(timer); }, 10);',
      false,
    ],
    ['kept in a pattern', 'const { ref } = setTimeout(done, 5000);', false],
    [
      'written, and never read',
      'let timer; timer = setTimeout(done, 5000);',
      true,
    ],
    ['written, and read', 'timer = setTimeout(done, 5000);', false],
    ['written to a member', 'anything.timer = setTimeout(done, 5000);', false],
    ['written to an unknown name', 'missing = setTimeout(done, 5000);', false],
    ['let go of', 'setTimeout(done, 5000).unref();', false],
    ['given away', 'log(setTimeout(done, 5000));', false],
    ['of a function inside', 'log(() => { setTimeout(done, 5000); });', false],
    ['of a timer without a callback', '(setTimeout as any)();', false],
    ['of a timer that settles nothing', 'setTimeout(log, 5000);', false],
    [
      'of a computed timer',
      '(isReady ? setTimeout : setInterval)(done, 5000);',
      false,
    ],
  ])('%s: %s', (_name, code, isLeaked) => {
    expect(
      timerIn(
        `let timer: unknown; log(timer);\nawait Promise.race([load(), new Promise<void>((done) => { ${code} })]);`,
      ),
    ).toBe(isLeaked ? 'executor fulfils 5000' : 'none');
  });

  it.each([
    ['fulfils', '(done) => setTimeout(done, 5000)', 'executor fulfils 5000'],
    [
      'rejects',
      '(_, fail) => setTimeout(() => { fail(new Error()); }, 5000)',
      'executor rejects 5000',
    ],
    ['neither', '() => setTimeout(log, 5000)', 'none'],
    [
      'comes second',
      '(done) => { setTimeout(log, 5000); setTimeout(done, 6000); }',
      'executor fulfils 6000',
    ],
  ])('%s: %s', (_name, executor, expected) => {
    expect(
      timerIn(`await Promise.race([load(), new Promise(${executor})]);`),
    ).toBe(expected);
  });

  it.each([
    ['Promise.race(anything)', 'none'],
    ['Promise.race([load(), new Promise as never])', 'none'],
  ])('is none in %s', (call, expected) => {
    expect(timerIn(`await ${call};`)).toBe(expected);
  });

  it('is asked of promises of the standard library', () => {
    expect(
      timerIn(
        'declare class Later { constructor(f: (done: () => void) => void); static resolve(): void; }\nawait Promise.race([load(), new Later((done) => { setTimeout(done, 5000); })]);',
      ),
    ).toBe('none');
  });
});

describe('a timer of withResolvers', () => {
  const raced = (before: string, member: string): string =>
    timerIn(
      `function other() { const { promise, resolve } = Promise.withResolvers<void>(); setTimeout(resolve, 5000); return promise; }\nasync function f() { ${before} await Promise.race([load(), ${member}]); }`,
    );

  it.each([
    [
      'const { promise, reject } = Promise.withResolvers(); setTimeout(reject, 5000);',
      'promise',
      'resolvers rejects 5000',
    ],
    [
      'const { promise: late, resolve: end } = Promise.withResolvers<void>(); setTimeout(() => { end(); }, 5000);',
      'late',
      'resolvers fulfils 5000',
    ],
    [
      'const late = Promise.withResolvers<void>(); setTimeout(() => late.reject(), 5000);',
      'late.promise',
      'resolvers rejects 5000',
    ],
    [
      'const { promise, reject } = Promise.withResolvers(); const timer = setTimeout(reject, 5000); log(timer);',
      'promise',
      'none',
    ],
    [
      'const { promise, reject } = Promise.withResolvers(); setTimeout(log, 5000); log(reject);',
      'promise',
      'none',
    ],
    [
      'const { promise, reject } = anything.withResolvers(); setTimeout(reject, 5000);',
      'promise',
      'none',
    ],
    ['', 'other()', 'resolvers fulfils 5000'],
  ])('%s %s: %s', (before, member, expected) => {
    expect(raced(before, member)).toBe(expected);
  });
});
