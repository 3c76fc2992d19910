import { describe, expect, it } from 'vitest';

import { leakedTimerOf } from '../../../src/analysis/time/race-timers.ts';
import { combinatorIn } from '../asked.ts';

/** How the leaked timer of a race settles it, after how long; `none` where none is leaked. */
function timerIn(text: string): string {
  const { program, call } = combinatorIn(text);
  const { leak } = leakedTimerOf(program, call) ?? {};
  return leak === undefined
    ? 'none'
    : `${leak.kind} ${leak.settles} ${leak.delay?.getText() ?? '?'}`;
}

describe('a timer with the functions of Promise.withResolvers', () => {
  it.each([
    [
      'of an object',
      'const later = Promise.withResolvers<void>(); setTimeout(later.resolve, 5000); await Promise.race([load(), later.promise]);',
      'resolvers fulfils 5000',
    ],
    [
      'of a pattern',
      'const { promise, reject } = Promise.withResolvers<void>(); setTimeout(() => reject(), 5000); await Promise.race([load(), promise]);',
      'resolvers rejects 5000',
    ],
    [
      'under other names',
      'const { promise: late, resolve: done } = Promise.withResolvers<void>(); setTimeout(done, 5000); await Promise.race([load(), late]);',
      'resolvers fulfils 5000',
    ],
    [
      'in a function',
      'export async function f() { const later = Promise.withResolvers<void>(); setTimeout(later.resolve, 5000); await Promise.race([load(), later.promise]); }',
      'resolvers fulfils 5000',
    ],
    [
      'with a function of another promise',
      'const later = Promise.withResolvers<void>(); const other = Promise.withResolvers<void>(); setTimeout(other.resolve, 5000); await Promise.race([load(), later.promise]);',
      'none',
    ],
    [
      'that is cleared',
      'const later = Promise.withResolvers<void>(); const timer = setTimeout(later.resolve, 5000); await Promise.race([load(), later.promise]); clearTimeout(timer);',
      'none',
    ],
    [
      'of any',
      'const later = anything; setTimeout(later.resolve, 5000); await Promise.race([load(), later.promise]);',
      'none',
    ],
    [
      'of a method of the program',
      'declare const jobs: { withResolvers(): { promise: Promise<void>; resolve(): void } }; const later = jobs.withResolvers(); setTimeout(later.resolve, 5000); await Promise.race([load(), later.promise]);',
      'none',
    ],
    [
      'of another method of Promise',
      'const later = Promise.resolve() as any; setTimeout(later.resolve, 5000); await Promise.race([load(), later.promise]);',
      'none',
    ],
    [
      'of a parameter',
      'export async function f(later: PromiseWithResolvers<void>) { setTimeout(later.resolve, 5000); await Promise.race([load(), later.promise]); }',
      'none',
    ],
    [
      'of what cannot be resolved',
      'setTimeout(missing.resolve, 5000); await Promise.race([load(), missing.promise]);',
      'none',
    ],
  ])('%s', (_name, text, expected) => {
    expect(timerIn(text)).toBe(expected);
  });
});

describe('two timers of one promise', () => {
  it.each([
    [
      'the second of which is leaked',
      'const timer = setTimeout(done, 3000); log(timer); setTimeout(done, 5000);',
      'executor fulfils 5000',
    ],
    [
      'the first of which is leaked',
      'setTimeout(done, 3000); const timer = setTimeout(done, 5000); log(timer);',
      'executor fulfils 3000',
    ],
    [
      'of which one settles another promise',
      'setTimeout(log, 3000); setTimeout(done, 5000);',
      'executor fulfils 5000',
    ],
    ['without callbacks', 'setTimeout(); log(done);', 'none'],
  ])('%s', (_name, body, expected) => {
    expect(
      timerIn(
        `await Promise.race([load(), new Promise<void>((done) => { ${body} })]);`,
      ),
    ).toBe(expected);
  });

  it('is not leaked where options say something else', () => {
    expect(
      timerIn(
        "import { setTimeout as sleep } from 'node:timers/promises'; await Promise.race([load(), sleep(5000, undefined, { keep: true } as any)]);",
      ),
    ).toBe('none');
  });
});
