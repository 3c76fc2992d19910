import { expect, it } from 'vitest';

import { rejectionIn } from './asked.ts';

it.each([
  ['a call whose body cannot be seen', 'load()', 'may'],
  ['a value of type any', 'anything', 'unknown'],
  ['a handler that swallows', 'load().catch(() => null)', 'never'],
  ['a handler that rethrows', 'load().catch((e) => { throw e; })', 'may'],
  ['a handler that only logs', 'load().catch(log)', 'never'],
  ['a second argument of then', 'load().then(null, () => 1)', 'never'],
  ['a first argument of then', 'load().then(() => 1)', 'may'],
  ['Promise.resolve of a value', 'Promise.resolve(1)', 'never'],
  ['Promise.resolve of a promise', 'Promise.resolve(load())', 'may'],
  ['Promise.reject', 'Promise.reject(1)', 'may'],
  ['settled results', 'Promise.allSettled([load()])', 'never'],
  [
    'any, where one member fulfils',
    'Promise.any([load(), Promise.resolve(1)])',
    'never',
  ],
  ['any of nothing', 'Promise.any([])', 'may'],
  [
    'an executor with resolve only',
    'new Promise((resolve) => setTimeout(resolve, 1))',
    'never',
  ],
  [
    'an executor that rejects',
    'new Promise((_, reject) => setTimeout(reject, 1))',
    'may',
  ],
  [
    'a guarded callback',
    'Promise.all(items.map(async (i) => { try { await load(i); } catch {} }))',
    'never',
  ],
  [
    'a bare callback',
    'Promise.all(items.map(async (i) => { await load(i); }))',
    'may',
  ],
])('%s: %s is %s', (_name, expression, expected) => {
  expect(rejectionIn(`ask(${expression});`)).toBe(expected);
});

it('gives mutually recursive functions one answer', () => {
  const text =
    'async function a() { await b(); }\nasync function b() { if (isReady) await a(); }\n';
  expect(rejectionIn(`${text}ask(a());`)).toBe('never');
  expect(rejectionIn(`${text}ask(b());`)).toBe('never');
});

it('follows a callee into another file', () => {
  const others = {
    'other.ts':
      'export async function quiet() { try { await load(); } catch {} }\nexport async function loud() { await load(); }',
  };
  const use = "import { quiet, loud } from './other';\n";
  expect(rejectionIn(`${use}ask(quiet());`, others)).toBe('never');
  expect(rejectionIn(`${use}ask(loud());`, others)).toBe('may');
});
