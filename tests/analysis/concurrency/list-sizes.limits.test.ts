import { sizeOf } from '../../../src/analysis/concurrency/list-sizes.ts';
import { asked, catalogue } from '../asked.ts';

const size = asked((program, list) => {
  const found = sizeOf(program, list);
  return found.kind === 'at-most' ? String(found.count) : found.kind;
});

catalogue('how long is a list that is made of itself?', size, [
  ['spread', 'const all: number[] = [1, ...all]; ask(all);', 'unknown'],
  [
    'the first of two',
    'const all: number[] = isReady ? all : [1]; ask(all);',
    'unknown',
  ],
  [
    'the second of two',
    'const all: number[] = isReady ? [1] : all; ask(all);',
    'unknown',
  ],
  ['with a fallback', 'const all: number[] = all ?? [1]; ask(all);', 'unknown'],
  [
    'as a fallback',
    'declare const one: number[] | undefined; const all: number[] = [1] ?? all; ask(all);',
    'unknown',
  ],
  ['a set', 'const all: Set<number> = new Set(all); ask(all);', 'unknown'],
  ['a copy', 'const all: number[] = Array.from(all); ask(all);', 'unknown'],
  ['a part', 'const all: number[] = all.slice(); ask(all);', 'unknown'],
  ['filled', 'const all: number[] = all.fill(0); ask(all);', 'unknown'],
  ['joined', 'const all: number[] = [1].concat(all); ask(all);', 'unknown'],
  ['sorted', 'const all: number[] = all.toSorted(); ask(all);', 'unknown'],
]);

catalogue('how long is a list that something makes?', size, [
  [
    'a function of another list',
    'declare function pages(list: number[]): number[]; ask(pages([1, 2]));',
    'any',
  ],
  ['Array.from without a list', 'ask(Array.from());', 'any'],
  [
    'a length behind something else',
    'ask(Array.from({ first: 9, length: 4 }));',
    '4',
  ],
  [
    'a length behind what is spread',
    'ask(Array.from({ ...{ first: 9 }, length: 4 }));',
    '4',
  ],
  [
    'the lesser of an open number and a limit',
    'ask(Array.from({ length: Math.min(items.length, 3) }));',
    '3',
  ],
  ['all but the first and the last', 'ask(items.slice(1, -1));', 'any'],
  ['nothing of a list', 'ask(items.slice(0, 0));', '0'],
]);

catalogue('how many keys does an object have?', size, [
  [
    'a property and an open number of others',
    'declare const all: { name: string; [key: string]: string }; ask(Object.keys(all));',
    'any',
  ],
  ['any object', 'declare const all: object; ask(Object.keys(all));', 'any'],
  [
    'an object of which nothing is said',
    'declare const all: {}; ask(Object.keys(all));',
    'any',
  ],
  ['a text', 'declare const text: string; ask(Object.values(text));', 'any'],
  [
    'an object of a parameter',
    'export function f<T extends { a: 1 }>(all: T) { ask(Object.keys(all)); }',
    'any',
  ],
]);
