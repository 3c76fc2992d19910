import { expect, it } from 'vitest';

import { sizeOf } from '../../../src/analysis/concurrency/list-sizes.ts';
import { askAbout } from '../asked.ts';

/** How long the list in `ask(…)` is, in a word: `3`, `any` or `unknown`. */
function sizeIn(text: string): string {
  const size = askAbout(text, sizeOf);
  return size.kind === 'at-most' ? String(size.count) : size.kind;
}

it.each([
  ['a literal', 'ask([1, 2, 3]);', '3'],
  ['a literal with a list in it', 'ask([1, ...items]);', 'any'],
  ['a list', 'ask(items);', 'any'],
  ['any', 'ask(anything);', 'unknown'],
  ['a tuple', 'declare const two: [number, string?]; ask(two);', '2'],
  [
    'an open tuple',
    'declare const many: [number, ...string[]]; ask(many);',
    'any',
  ],
  ['a constant tuple', 'const two = [1, 2] as const; ask(two);', '2'],
  ['a constant', 'const two = [1, 2]; ask(two.filter(Boolean));', '2'],
  [
    'a constant that grows',
    'const two = [1, 2]; two.push(3); ask(two);',
    'any',
  ],
  ['a variable', 'let two = [1, 2]; ask(two);', 'any'],
  ['a constant of itself', 'const two: number[] = two; ask(two);', 'unknown'],
  ['a choice', 'ask(isReady ? [1] : [1, 2]);', '2'],
  ['a choice of a list', 'ask(isReady ? [1] : items);', 'any'],
  ['a fallback', 'ask(items ?? []);', 'any'],
  ['a part of constant length', 'ask(items.slice(2, 5));', '3'],
  ['the last', 'ask(items.slice(-2));', '2'],
  ['the rest', 'ask(items.slice(2));', 'any'],
  ['a step', 'declare const at: number; ask(items.slice(at, at + 4));', '4'],
  ['what is cut off', 'ask(items.splice(0, 7));', '7'],
  ['lists put together', 'ask([1].concat([2, 3]));', '3'],
  ['a length', 'ask(Array.from({ length: 4 }));', '4'],
  ['an empty array', 'ask(new Array(4).fill(0));', '4'],
  ['a set of literals', 'ask(new Set([1, 2]));', '2'],
  ['keys of a literal', 'ask(Object.keys({ a: 1 }));', '1'],
  [
    'keys of a dictionary',
    'declare const all: Record<string, 1>; ask(Object.keys(all));',
    'any',
  ],
  [
    'keys of an enum',
    'enum Color { Red, Green } ask(Object.keys(Color));',
    '4',
  ],
  ['a chunk by its name', 'declare const chunk: string[]; ask(chunk);', '0'],
])('%s: %s has %s', (_name, text, expected) => {
  expect(sizeIn(text)).toBe(expected);
});
