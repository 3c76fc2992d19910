import { expect, it } from 'vitest';

import { fateIn, inWords } from './asked.ts';

const ALL = 'Promise.all([load()])';

it.each([
  ['a statement', `${ALL};`, 'discarded 1'],
  ['void', `void ${ALL};`, 'voided 1'],
  ['the top level', `await ${ALL};`, 'top-level 1'],
  ['a variable that is not used', `const all = ${ALL};`, 'unused 1'],
  [
    'a separate catch',
    `const all = ${ALL};\nall.catch(() => {});`,
    'handled 2',
  ],
  [
    'finally without catch',
    `try { await ${ALL}; } finally { log(); }`,
    'top-level 1',
  ],
  [
    'a position in the catch block',
    `try { log(); } catch { await ${ALL}; }`,
    'top-level 1',
  ],
  [
    'a catch that rethrows',
    `try { await ${ALL}; } catch (e) { throw e; }`,
    'top-level 1',
  ],
  [
    'a timer callback',
    `setTimeout(async () => { await ${ALL}; });`,
    'callback 1',
  ],
  ['forEach', `items.forEach(async () => { await ${ALL}; });`, 'callback 1'],
  [
    'an async executor',
    `new Promise(async () => { await ${ALL}; });`,
    'executor 1',
  ],
  ['an exported function', `export const f = () => ${ALL};`, 'propagated'],
  ['a private field never read', `class A { #p = ${ALL}; }`, 'unused 1'],
  [
    'a private field read in a public method',
    `class A { #p = ${ALL}; get() { return this.#p; } }`,
    'propagated',
  ],
  [
    'an object read back',
    `const o = { p: ${ALL} };\no.p.catch(() => {});`,
    'handled 2',
  ],
  ['a function that takes it over', `log(${ALL});`, 'unknown'],
])('%s: %s ends %s', (_name, text, expected) => {
  expect(inWords(fateIn(text))).toBe(expected);
});
