import { expect, it } from 'vitest';

import {
  elementKindOf,
  memberKindOf,
} from '../../../src/analysis/arguments/member-kinds.ts';
import { askAbout } from '../asked.ts';

it.each([
  ['a promise', 'load()', 'promise'],
  ['a promise or nothing', 'isReady ? load() : undefined', 'promise'],
  ['a promise or a value', 'isReady ? load() : 1', 'promise'],
  ['a thenable', '{ then(onFulfilled: () => void) {} }', 'promise'],
  ['a number', '1', 'plain'],
  ['nothing', 'undefined', 'plain'],
  ['an object', '{ id: 1 }', 'plain'],
  ['an array of values', 'items', 'plain'],
  ['an empty array', '[]', 'unknown'],
  ['a function that returns a promise', 'load', 'function'],
  [
    'a function that returns one or nothing',
    '() => isReady ? load() : undefined',
    'function',
  ],
  ['a function that returns nothing', 'log', 'unknown'],
  ['a function that returns a value', '() => 1', 'unknown'],
  ['an array of promises', 'items.map(load)', 'promises'],
  ['an array of arrays of promises', '[items.map(load)]', 'promises'],
  ['a pair of a value and a promise', '[1, load()]', 'promises'],
  [
    'an array of promises or a value',
    'isReady ? items.map(load) : 1',
    'unknown',
  ],
  ['a value of type any', 'anything', 'unknown'],
  ['a value of type any or a number', 'isReady ? anything : 1', 'unknown'],
  ['an object without members', '{}', 'unknown'],
  ['the undefined of a function that cannot be seen', 'log()', 'unknown'],
  ['an awaited value', 'await load()', 'unknown'],
  ['a value that may be awaited', "isReady ? await load() : ''", 'unknown'],
  [
    'a value that is awaited for want of another',
    'items[0] ?? (await load())',
    'unknown',
  ],
  ['an awaited value with a fallback', "(await load()) || ''", 'unknown'],
  ['a value with a fallback', "items[0] || ''", 'plain'],
  [
    'a value of two types',
    '(() => anything as string & { brand: 1 })()',
    'plain',
  ],
  [
    'a value of two types of which one is open',
    '(() => anything as { id: 1 } & object)()',
    'unknown',
  ],
  [
    'a promise of two types',
    '(() => anything as Promise<1> & { id: 1 })()',
    'promise',
  ],
  ['an object by its keys', "(() => anything as Record<'a', 1>)()", 'plain'],
  ['a date', 'new Date()', 'plain'],
])('%s: %s is %s', (_name, expression, expected) => {
  expect(askAbout(`ask(${expression});`, memberKindOf)).toBe(expected);
});

it('takes the undefined of a body that can be seen for a value', () => {
  expect(
    askAbout('function stop(): void { log(); }\nask(stop());', memberKindOf),
  ).toBe('plain');
  expect(
    askAbout(
      'function stop(): void { return load() as never; }\nask(stop());',
      memberKindOf,
    ),
  ).toBe('unknown');
});

it.each([
  ['an array', 'items', 'plain'],
  ['an array of promises', 'items.map(load)', 'promise'],
  ['a set of promises', 'new Set([load()])', 'promise'],
  [
    'a list of any that a callback maps to promises',
    'anything.map(() => load())',
    'promise',
  ],
  [
    'a list of any that a callback maps to nothing',
    'anything.map(() => { load(); })',
    'plain',
  ],
  [
    'a list that a callback maps to functions',
    'items.map((id) => () => load(id))',
    'function',
  ],
  [
    'a list that a callback maps to arrays',
    'items.map((id) => [load(id)])',
    'promises',
  ],
  [
    'a list made by Array.from',
    'Array.from(items, (id) => load(id))',
    'promise',
  ],
  [
    'a list that a function of two signatures maps',
    'items.map((() => anything as { (id: string): Promise<1>; (id: number): 1 })())',
    'unknown',
  ],
  [
    'a list that a function of one signature maps',
    'items.map((() => anything as { (id: string): Promise<1> })())',
    'promise',
  ],
  ['a list of any', 'anything', 'unknown'],
  ['a map, which yields pairs', 'new Map([[1, load()]])', 'unknown'],
  [
    'an iterable by protocol',
    '{ *[Symbol.iterator]() { yield load(); } }',
    'unknown',
  ],
])('%s: the elements of %s are %s', (_name, expression, expected) => {
  expect(askAbout(`ask(${expression});`, elementKindOf)).toBe(expected);
});
