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

describe('what is not known of a condition', () => {
  const COLLECTS = 'const all: Promise<string>[] = [];';

  it.each([
    [
      'one around what a function starts later',
      'if (!isReady) log(async () => { const a = load();\nif (isReady) await other();\nawait a; });',
      'load() suspends 2',
    ],
    [
      'the opposite of what is not known',
      'const a = load();\nif (!isReady) a.catch(log);\nawait other();',
      'load() suspends 3',
    ],
    [
      'how much there is',
      `${COLLECTS} all.push(load());\nif (all.length > 10) all.forEach((each) => each.catch(log));\nawait other();\nawait Promise.all(all);`,
      'load() suspends 3',
    ],
    [
      'what stands beside it',
      'const both = { a: load(), b: isReady };\nif (both.b) both.a.catch(log);\nawait other();\nawait both.a;',
      'load() suspends 3',
    ],
    [
      'a part of the condition that it is started in',
      `${COLLECTS} if (all.push(load()) > 9 || isReady) log();\nif (isReady) await other();\nawait Promise.all(all);`,
      'load() suspends 2',
    ],
    [
      'a part of the condition of a choice that it is started in',
      `${COLLECTS} log(all.push(load()) > 9 || isReady ? 1 : 2);\nif (isReady) await other();\nawait Promise.all(all);`,
      'load() suspends 2',
    ],
    [
      'what is beside it on its right',
      `${COLLECTS} all.push(load()) > 9 || isReady || log();\nif (isReady) await other();\nawait Promise.all(all);`,
      'load() suspends 2',
    ],
    [
      'what is before it, whatever it is',
      `${COLLECTS} isReady, all.push(load());\nif (isReady) await other();\nawait Promise.all(all);`,
      'load() suspends 2',
    ],
  ])('%s: %s', (_name, body, expected) => {
    expect(lateIn(body)).toBe(expected);
  });

  it('is known where it was false', () => {
    expect(
      lateIn(
        `${COLLECTS} isReady || all.push(load());\nif (isReady) await other();\nawait Promise.all(all);`,
      ),
    ).toBe('none');
  });
});
