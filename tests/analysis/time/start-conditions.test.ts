import { describe, expect, it } from 'vitest';

import { lateIn } from './late.ts';

const BEGINS = 'const a = load();';
const LEAVES = 'load() leaves 2';

/** Whether a promise is left alone where a condition holds behind its start. */
function leaving(condition: string): string {
  return lateIn(`${BEGINS}\nif (${condition}) return;\nawait a;`);
}

describe('what looks for the promise finds it', () => {
  it.each([
    ['!a', 'none'],
    ['a', LEAVES],
    ['a == null', 'none'],
    ['a === undefined', 'none'],
    ['a != null', LEAVES],
    ['a !== undefined', LEAVES],
    ['a === anything', LEAVES],
    ['anything === undefined', LEAVES],
    ['!a && isReady', 'none'],
    ['isReady && !a', 'none'],
    ['!a || isReady', LEAVES],
    ['!a || !a', 'none'],
    ['a && isReady', LEAVES],
    ['!(a || isReady)', 'none'],
    ['!(a && isReady)', LEAVES],
    ['!(a && a)', 'none'],
    ['!isReady', LEAVES],
  ])('%s', (condition, expected) => {
    expect(leaving(condition)).toBe(expected);
  });

  it.each([
    ['all.length === 0', 'none'],
    ['!all.length', 'none'],
    ['!(all.length > 0)', 'none'],
    ['all.length > 0', 'load() leaves 3'],
    ['all.length > 1', 'load() leaves 3'],
    ['items.length === 0', 'load() leaves 3'],
  ])('%s', (condition, expected) => {
    expect(
      lateIn(
        `const all: Promise<string>[] = [];\nall.push(load());\nif (${condition}) return;\nawait Promise.all(all);`,
      ),
    ).toBe(expected);
  });
});

describe('what was known around the start', () => {
  it.each([
    ['if (isReady) a = load();', '!isReady', 'none'],
    ['if (isReady) a = load();', 'isReady', LEAVES],
    ['if (!isReady) a = load();', 'isReady', 'none'],
    ['if (isReady && anything) a = load();', '!isReady', 'none'],
    ['if (anything && isReady) a = load();', '!isReady', 'none'],
    ['if (isReady || anything) a = load();', '!isReady', LEAVES],
    ['if (anything) log(); else a = load();', 'anything', 'none'],
    ['if (anything || isReady) log(); else a = load();', 'isReady', 'none'],
    ['if (anything && isReady) log(); else a = load();', 'isReady', LEAVES],
    ['if (isReady > anything) a = load();', '!isReady', LEAVES],
    ['if (isReady) { log(); a = load(); }', '!isReady', 'none'],
    ['if (anything) { if (isReady) a = load(); }', '!anything', 'none'],
  ])('%s if (%s)', (begins, condition, expected) => {
    expect(
      lateIn(`let a; ${begins}\nif (${condition}) return;\nawait a;`),
    ).toBe(expected);
  });

  it.each([
    ['isReady ? load() : undefined', '!isReady', 'none'],
    ['isReady ? load() : undefined', 'isReady', true],
    ['isReady ? undefined : load()', 'isReady', 'none'],
    ['isReady && load()', '!isReady', 'none'],
    ['isReady && load()', 'isReady', true],
    ['isReady ? load() : load()', '!isReady', true],
  ] as const)('%s if (%s)', (value, condition, expected) => {
    expect(
      lateIn(`const a = ${value};\nif (${condition}) return;\nawait a;`),
    ).toBe(expected === true ? `${value} leaves 2` : expected);
  });

  it.each([
    ['if (!isReady) return;', '!isReady', 'none'],
    ['if (!isReady) throw new Error();', '!isReady', 'none'],
    ['if (!isReady) log();', '!isReady', LEAVES],
    ['if (!isReady) return; if (anything) return;', 'anything', 'none'],
    ['if (isReady || anything) return;', 'anything', 'none'],
    ['if (isReady && anything) return;', 'anything', LEAVES],
    ['log();', '!isReady', LEAVES],
  ])('%s, then if (%s)', (guard, condition, expected) => {
    expect(
      lateIn(`${guard} ${BEGINS}\nif (${condition}) return;\nawait a;`),
    ).toBe(expected);
  });
});

describe('in a loop that counts', () => {
  const turn = (head: string, condition: string, begins = ''): string =>
    lateIn(
      `const all: Promise<string>[] = [];\n${head} {\nall.push(load());\nif (${condition}) { await Promise.all(all); }\n${begins} }`,
    );

  it.each([
    [
      'the last turn comes',
      'for (let i = 0; i < items.length; i++)',
      'i === items.length - 1',
      'none',
    ],
    [
      'another turn may not come',
      'for (let i = 0; i < items.length; i++)',
      'i === items.length - 2',
      'load() ends',
    ],
    [
      'another count may not come',
      'for (let i = 0; i < items.length; i++)',
      'anything === items.length - 1',
      'load() ends',
    ],
    [
      'nothing is known without a counter',
      'for (; anything; )',
      'anything === items.length - 1',
      'load() ends',
    ],
  ])('%s', (_name, head, condition, expected) => {
    expect(turn(head, condition)).toBe(expected);
  });
});
