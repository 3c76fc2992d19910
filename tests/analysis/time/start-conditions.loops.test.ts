import { describe, expect, it } from 'vitest';

import { lateIn, lateInModule } from './late.ts';

/** Whether the promise of the next turn is left alone where a loop ends. */
function next(head: string, guard: string): string {
  return lateIn(
    `let a: Promise<string> = anything;\n${head} { await a; if (${guard}) a = load(i + 1); }`,
  );
}

describe('what a loop knows of its next turn', () => {
  it.each([
    ['for (let i = 0; i < items.length; i++)', 'i + 1 < items.length', true],
    ['for (let i = 0; i < items.length; ++i)', 'i + 1 < items.length', true],
    ['for (let i = 0; i < items.length; i += 1)', 'i + 1 < items.length', true],
    ['for (let i = 0; i < items.length; i++)', 'i < items.length - 1', true],
    [
      'for (let i = 0; i < items.length; i += 2)',
      'i + 1 < items.length',
      false,
    ],
    ['for (let i = 0; i < items.length; )', 'i + 1 < items.length', false],
    ['for (let i = 0; i <= items.length; i++)', 'i + 1 <= items.length', false],
    ['for (let i = 0; i < items.length; i++)', 'i + 2 < items.length', false],
    [
      'for (let i = 0; i < items.length; i++)',
      '!(i + 1 < items.length)',
      false,
    ],
    ['for (let i = 0; i < items.length; i++)', 'isReady', false],
    ['for (let i = 0; i !== items.length; i++)', 'i + 1 < items.length', false],
    ['let i = 0; while (i < items.length)', 'i + 1 < items.length', false],
  ])('%s, if (%s)', (head, guard, isKnown) => {
    expect(next(head, guard)).toBe(isKnown ? 'none' : 'load(i + 1) ends');
  });

  it.each([
    [
      'the last turn of a loop comes',
      'for (let i = 0; i < items.length; i++) { all.push(load(i)); if (i === items.length - 1) await Promise.all(all); }',
      'none',
    ],
    [
      'the first turn of a loop is not the last',
      'for (let i = 0; i < items.length; i++) { all.push(load(i)); if (i === 0) await Promise.all(all); }',
      'load(i) ends',
    ],
    [
      'a number that a loop begins with elsewhere',
      'let i = 0; for (; i < items.length; i++) { all.push(load(i)); if (i === items.length - 1) await Promise.all(all); }',
      'load(i) ends',
    ],
    [
      'a number that is assigned first',
      'let i; for (i = 0; i < items.length; i++) { all.push(load(i)); if (i === items.length - 1) await Promise.all(all); }',
      'load(i) ends',
    ],
    [
      'a number of a list',
      'for (const i of [1, 2]) { all.push(load(i)); if (i === items.length - 1) await Promise.all(all); }',
      'load(i) ends',
    ],
    [
      'a start before the first turn',
      'for (let i = 0, n = all.push(load()); ; i++) { if (i === items.length - 1) { await Promise.all(all); return n; } await other(); }',
      'load() suspends 2',
    ],
    [
      'a number of another loop',
      'for (let n = 0; n < items.length; n++) { all.push(load(n)); if (anything === items.length - 1) await Promise.all(all); }',
      'load(n) ends',
    ],
  ])('%s', (_name, text, expected) => {
    expect(lateIn(`const all: Promise<string>[] = [];\n${text}`)).toBe(
      expected,
    );
  });
});

describe('whether the cases of a switch cover all', () => {
  const switching = (type: string, cases: string): string =>
    lateInModule(
      `declare const it: ${type}; enum Kind { One, Two }\nexport async function f() { const a = load();\nswitch (it) { ${cases} } }`,
      1,
    );

  it.each([
    [
      'every text',
      "'a' | 'b'",
      "case 'a': await a; break; case 'b': await a;",
      'none',
    ],
    ['one of two texts', "'a' | 'b'", "case 'a': await a;", 'load() ends'],
    ['anything', 'any', "case 'a': await a;", 'load() ends'],
    ['any text', 'string', "case 'a': await a;", 'load() ends'],
    [
      'a text and any other',
      "'a' | (string & {})",
      "case 'a': await a;",
      'load() ends',
    ],
    [
      'every truth',
      'boolean',
      'case true: await a; break; case false: await a;',
      'none',
    ],
    [
      'every member of an enum',
      'Kind',
      'case Kind.One: await a; break; case Kind.Two: await a;',
      'none',
    ],
    ['one member of an enum', 'Kind', 'case Kind.One: await a;', 'load() ends'],
    [
      'a text or nothing',
      "'a' | undefined",
      "case 'a': await a; break; case undefined: await a;",
      'none',
    ],
    [
      'a value that cannot be known',
      "'a' | 'b'",
      'case anything: await a;',
      'load() ends',
    ],
    [
      'a default',
      'string',
      "case 'a': await a; break; default: await a;",
      'none',
    ],
  ])('%s', (_name, type, cases, expected) => {
    expect(switching(type, cases)).toBe(expected);
  });
});

describe('what a condition says in odd places', () => {
  it.each([
    ['-a', 'load() leaves 2'],
    ['a === 0', 'none'],
    ['a === nullish', 'load() leaves 2'],
    ['a === (undefined)', 'load() leaves 2'],
    ['anything.a', 'load() leaves 2'],
    ['!a ?? isReady', 'load() leaves 2'],
  ])('if (%s)', (condition, expected) => {
    expect(
      lateIn(
        `const a: any = load() as Promise<string>;\nif (${condition}) return;\nawait a;`,
      ),
    ).toBe(expected);
  });

  it.each([
    ['if (-anything) a = load();', 'anything', 'load()'],
    ['if (isReady) return; a = load();', 'isReady', 'none'],
    ['while (isReady) { a = load(); break; }', '!isReady', 'load()'],
  ])('%s if (%s)', (begins, condition, expected) => {
    const text = begins.startsWith('const') ? begins : `let a: any; ${begins}`;
    expect(
      lateIn(`${text}\nif (${condition}) return;\nawait a;`).replace(
        ' leaves 2',
        '',
      ),
    ).toBe(expected);
  });
});
