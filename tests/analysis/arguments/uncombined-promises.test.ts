import ts from 'typescript';
import { expect, it } from 'vitest';

import {
  asyncPredicateOf,
  isAwaitedArray,
  isDroppedArray,
} from '../../../src/analysis/arguments/uncombined-promises.ts';
import { asked, catalogue, moduleOf } from '../asked.ts';
import { findNode } from '../program.ts';

catalogue(
  'which callback answers yes or no with a promise?',
  asked(
    (program, call) => asyncPredicateOf(program, call)?.getText() ?? 'none',
  ),
  [
    [
      'an async one',
      'ask(items.filter(async () => true));',
      'async () => true',
    ],
    [
      'a function expression',
      'ask(items.filter(async function () { return true; }));',
      'async function () { return true; }',
    ],
    ['one by its name', 'ask(items.some(load));', 'load'],
    [
      'one of an object',
      'declare const api: { has(id: string): Promise<boolean> }; ask(items.every(api.has));',
      'api.has',
    ],
    [
      'one of an object in brackets',
      "declare const api: { has(id: string): Promise<boolean> }; ask(items.every(api['has']));",
      'none',
    ],
    [
      'one that is made',
      'declare function make(): () => Promise<boolean>; ask(items.find(make()));',
      'none',
    ],
    [
      'one that may answer otherwise',
      'ask(items.filter(() => isReady || load()));',
      'none',
    ],
    ['one that is not async', 'ask(items.filter(() => true));', 'none'],
    ['another method', 'ask(items.map(async () => true));', 'none'],
    [
      'a method of something else',
      'declare const api: { filter(f: unknown): void }; ask(api.filter(async () => true));',
      'none',
    ],
    ['a method of any', 'ask(anything.filter(async () => true));', 'none'],
    [
      'a function',
      'declare function filter(f: unknown): void; ask(filter(async () => true));',
      'none',
    ],
    [
      'a list that may be missing',
      'declare const maybe: string[] | undefined; ask(maybe?.filter(async () => true));',
      'async () => true',
    ],
    ['no callback', 'ask(items.filter());', 'none'],
    ['a value', 'ask(items.filter(items));', 'none'],
    ['no call', 'ask(items);', 'none'],
  ],
);

it('finds no callback where nothing is', () => {
  const [program] = moduleOf('');

  expect(asyncPredicateOf(program, undefined)).toBeUndefined();
});

catalogue(
  'is an array of promises awaited as it is?',
  asked((program, awaited) =>
    isAwaitedArray(program, awaited) ? 'yes' : 'no',
  ),
  [
    ['a map', 'ask(items.map(load));', 'yes'],
    ['a map to values', 'ask(items.map(String));', 'no'],
    ['a literal', 'ask([load(1)]);', 'yes'],
    ['a literal of values', 'ask([1]);', 'no'],
    ['a name', 'const all = items.map(load); ask(all);', 'yes'],
    ['a promise', 'ask(load(1));', 'no'],
    [
      'what another function gives',
      'declare function all(): Promise<string>[]; ask(all());',
      'no',
    ],
    [
      'what a function without a name gives',
      'declare const alls: (() => Promise<string>[])[]; ask(alls[0]!());',
      'no',
    ],
    [
      'what another method gives',
      'declare const api: { all(): Promise<string>[] }; ask(api.all());',
      'no',
    ],
  ],
);

catalogue(
  'is an array of promises dropped?',
  (program, file) =>
    isDroppedArray(
      program,
      findNode(
        file,
        (node): node is ts.CallExpression | ts.ArrayLiteralExpression =>
          ts.isCallExpression(node) || ts.isArrayLiteralExpression(node),
      ),
    )
      ? 'yes'
      : 'no',
  [
    ['a map', 'items.map(load);', 'yes'],
    ['a map that is kept', 'const all = items.map(load);', 'no'],
    ['a map to values', 'items.map(String);', 'no'],
    ['a literal', '[load(1), 2];', 'yes'],
    ['a literal of values', '[1, 2];', 'no'],
    ['a literal that is kept', 'const all = [load(1)];', 'no'],
    ['forEach', 'items.forEach(load);', 'no'],
    ['a map of a block', 'items.map((item) => { return load(item); });', 'yes'],
    [
      'a map to promises that are kept elsewhere',
      'items.map((item) => { const p = load(item); log(p); return p; });',
      'no',
    ],
    [
      'a map to promises of which one is kept elsewhere',
      'items.map((item) => { if (isReady) { const p = load(item); log(p); return p; } return load(item); });',
      'no',
    ],
    ['a map of any', 'anything.map(load);', 'no'],
    ['a spread list', '[...items.map(load)];', 'no'],
    [
      'what a function gives',
      'all(); declare function all(): Promise<string>[];',
      'no',
    ],
    [
      'a map of an overloaded function',
      'items.map(make); declare function make(item: string): Promise<string>; declare function make(item: number): Promise<number>;',
      'no',
    ],
  ],
);
