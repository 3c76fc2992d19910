import { expect, it } from 'vitest';

import {
  sizeOf,
  sizeOfKeys,
} from '../../../src/analysis/concurrency/list-sizes.ts';
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
  ['parts of a text', "ask('a,b,c'.split(','));", '3'],
  [
    'parts of a constant text',
    "const text = 'a b'; ask(text.split(' '));",
    '2',
  ],
  ['parts by a pattern', "ask('abc'.split(/b/u));", '4'],
  [
    'parts of any text',
    'declare const text: string; ask(text.split(","));',
    'any',
  ],
  ['a text by nothing', "ask('abc'.split());", 'any'],
  [
    'a property of a constant',
    'const all = { two: [1, 2] }; ask(all.two);',
    '2',
  ],
  [
    'a property within a property',
    'const all = { some: { two: [1, 2] } }; ask(all.some.two);',
    '2',
  ],
  [
    'a property of a frozen constant',
    'const all = Object.freeze({ two: [1, 2] }); ask(all.two);',
    '2',
  ],
  [
    'a property of what is made otherwise',
    'declare function make<T>(all: T): T; const all = make({ two: [1, 2] }); ask(all.two);',
    'any',
  ],
  [
    'a property of a declared type',
    'const all: { two: number[] } = { two: [1, 2] }; ask(all.two);',
    'any',
  ],
  [
    'a property that gets another list',
    'const all = { two: [1, 2] }; all.two = [1, 2, 3]; ask(all.two);',
    'any',
  ],
  [
    'a property of a variable',
    'let all = { two: [1, 2] }; ask(all.two);',
    'any',
  ],
  ['a choice', 'ask(isReady ? [1] : [1, 2]);', '2'],
  ['a choice of a list', 'ask(isReady ? [1] : items);', 'any'],
  ['a fallback', 'ask(items ?? []);', 'any'],
  [
    'a list behind a condition',
    'declare const one: [1] | undefined; ask(one && [1, 2]);',
    'any',
  ],
  ['nothing', 'ask(undefined);', 'any'],
  ['what a function on the spot gives', 'ask((() => items)());', 'any'],
  ['a list of lists', 'ask(Array.of([1, 2]));', 'any'],
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
  [
    'as many as one of two numbers',
    'declare const count: 2 | 3; ask(Array.from({ length: count }));',
    '3',
  ],
  [
    'workers, as many as somebody allows',
    'declare const concurrency: number; ask(Array.from({ length: concurrency }));',
    '0',
  ],
  [
    'workers, no more than somebody allows',
    'declare const limit: number; ask(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }));',
    '1',
  ],
  [
    'no more than a number',
    'ask(Array.from({ length: Math.min(6, items.length) }));',
    '6',
  ],
  [
    'no more than a number under a name',
    'const size = Math.min(6, items.length); ask(Array.from({ length: size }));',
    '6',
  ],
  [
    'no fewer than a number',
    'ask(Array.from({ length: Math.max(6, items.length) }));',
    'any',
  ],
  ['as many as in a list', 'ask(Array.from({ length: items.length }));', 'any'],
  [
    'no more than in two lists',
    'declare const others: string[]; ask(Array.from({ length: Math.min(others.length, items.length) }));',
    'any',
  ],
  [
    'a number that is computed',
    'ask(Array.from({ length: Math.abs(6) }));',
    'any',
  ],
  ['no length', 'ask(Array.from({}));', 'any'],
  [
    'a length of another name',
    'const length = 3; ask(Array.from({ length }));',
    'any',
  ],
  ['an array without a length', 'ask(new Array<string>());', 'any'],
  ['lists of any length together', 'ask([1].concat(items));', 'any'],
  [
    'a fallback of literals',
    'declare const pair: [1, 2] | undefined; ask(pair ?? [1]);',
    '2',
  ],
  [
    'what another function gives',
    'declare function list(): string[]; ask(list());',
    'any',
  ],
  [
    'what a function under an index gives',
    'declare const lists: (() => string[])[]; ask(lists[0]!());',
    'any',
  ],
  [
    'a read-only field',
    'class A { readonly all = [1, 2]; f() { ask(this.all); } }',
    '2',
  ],
  ['a field', 'class A { all = [1, 2]; f() { ask(this.all); } }', 'any'],
  [
    'a field that grows',
    'class A { readonly all = [1, 2]; f() { ask(this.all); } g() { this.all.push(3); } }',
    'any',
  ],
  [
    'what is cut off by a variable',
    'declare let n: number; ask(items.splice(0, n));',
    'any',
  ],
  ['what is cut off to the end', 'ask(items.splice(2));', 'any'],
  [
    'a fallback for nothing',
    'declare const pair: [1, 2] | undefined; ask(pair || [1]);',
    '2',
  ],
  ['a constructor without arguments', 'ask(new Array);', 'any'],
  ['a set without arguments', 'ask(new Set);', 'any'],
  ['an array of two values', 'ask(new Array(1, 2));', 'any'],
  ['another method of Array', 'ask(Array.of(1, 2));', 'any'],
  ['nothing of an object', 'ask(Object.keys());', 'any'],
  [
    'a part from anywhere to a number',
    'declare const at: number; ask(items.slice(at, 5));',
    '5',
  ],
  [
    'a part from somewhere else',
    'declare const at: number; ask(items.slice(1, at + 4));',
    'any',
  ],
  [
    'a part between two names',
    'declare const at: number; declare const to: number; ask(items.slice(at, to));',
    'any',
  ],
  [
    'a part of a difference',
    'declare const at: number; ask(items.slice(at, at - 4));',
    'any',
  ],
  [
    'a step that somebody sets',
    'declare const at: number; declare const step: number; ask(items.slice(at, at + step));',
    '0',
  ],
  [
    'a sum',
    'declare const a: number; ask(Array.from({ length: a + 1 }));',
    'any',
  ],
  [
    'a number of itself',
    'const n: number = Math.min(n, items.length); ask(Array.from({ length: n }));',
    'any',
  ],
  [
    'an element of a list',
    'declare const lists: string[][]; ask(lists[0]!);',
    'any',
  ],
  ['two lists of which one is longer', 'ask(isReady ? [1, 2, 3] : [1]);', '3'],
  [
    'what cannot be known beside a literal',
    'ask(isReady ? [1] : anything);',
    'unknown',
  ],
  ['a map of a part', 'ask(items.slice(0, 2).map(String));', '2'],
  ['a flattened map', 'ask([1, 2].flatMap(() => items));', 'any'],
  ['entries of anything', 'ask(Object.entries(anything));', 'any'],
  [
    'values of a type with two properties',
    'declare const all: { a: 1; b: 2 }; ask(Object.values(all));',
    '2',
  ],
  ['a chunk by its name', 'declare const chunk: string[]; ask(chunk);', '0'],
])('%s: %s has %s', (_name, text, expected) => {
  expect(sizeIn(text)).toBe(expected);
});

it.each([
  ['a literal', 'const all = { a: 1, b: 2 }; ask(all);', '2'],
  ['a dictionary', 'declare const all: Record<string, 1>; ask(all);', 'any'],
  ['a list', 'ask(items);', 'any'],
  ['a tuple', 'declare const two: [1, 2]; ask(two);', '2'],
  ['any', 'ask(anything);', 'unknown'],
])('the keys of %s: %s → %s', (_, text, expected) => {
  const size = askAbout(text, sizeOfKeys);
  expect(size.kind === 'at-most' ? String(size.count) : size.kind).toBe(
    expected,
  );
});
