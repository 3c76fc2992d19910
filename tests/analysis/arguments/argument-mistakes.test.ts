import { argumentMistakesOf } from '../../../src/analysis/arguments/argument-mistakes.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

const mistakes = askedOfCall((program, call) => {
  const found = argumentMistakesOf(program, call).map(
    ({ kind, at }) => `${kind}: ${at.getText()}`,
  );
  return found.length === 0 ? 'nothing' : found.join(', ');
});

/** A promise class of the program, whose `all` takes what it likes. */
const OWN =
  'declare const Own: { new (): Promise<string>; resolve(): void; reject(): void; race(): void; all(...given: unknown[]): Promise<string> };';

catalogue('how many arguments are there?', mistakes, [
  ['one list', 'Promise.all([load(1)]);', 'nothing'],
  ['none', 'Promise.all();', 'missingArgument: Promise.all()'],
  ['none, for a class of the program', `${OWN} Own.all();`, 'nothing'],
  [
    'none, for a class whose methods are any',
    'declare const Own: { new (): Promise<string>; resolve: any; reject: any; race: any; all: any }; Own.all();',
    'nothing',
  ],
  [
    'two promises',
    'Promise.all([load(1)], load(2));',
    'ignoredArguments: load(2)',
  ],
  [
    'two promises, for a class of the program',
    `${OWN} Own.all([load(1)], load(2));`,
    'nothing',
  ],
  ['a list and what is spread', 'Promise.all([load(1)], ...items);', 'nothing'],
  ['what is spread', 'Promise.all(...anything);', 'nothing'],
]);

catalogue('is there anything to race?', mistakes, [
  [
    'an empty list for race',
    'Promise.race([]);',
    'neverSettles: Promise.race([])',
  ],
  [
    'an empty list for any',
    'Promise.any([]);',
    'alwaysRejects: Promise.any([])',
  ],
  ['an empty list for all', 'Promise.all([]);', 'nothing'],
  ['an empty list for allSettled', 'Promise.allSettled([]);', 'nothing'],
  ['a promise for race', 'Promise.race([load(1)]);', 'nothing'],
  ['a promise for any', 'Promise.any([load(1)]);', 'nothing'],
]);

catalogue('what does forEach give?', mistakes, [
  [
    'nothing, for a list',
    'Promise.all(items.forEach(load));',
    'forEachResult: items.forEach(load)',
  ],
  [
    'nothing, for any',
    'Promise.all(anything.forEach(load));',
    'forEachResult: anything.forEach(load)',
  ],
  [
    'promises, by a method of the program',
    'declare const jobs: { forEach(f: unknown): Promise<string>[] }; Promise.all(jobs.forEach(load));',
    'nothing',
  ],
]);

/** Cases of an expression that Promise.all is given, with the type of a constant `it`. */
function given(...cases: Case[]): Case[] {
  return cases.map(([name, type, answer]) => [
    name,
    `declare const it: ${type}; Promise.all(it);`,
    answer,
  ]);
}

catalogue('can that be iterated?', mistakes, [
  ['a promise', 'Promise.all(load(1));', 'notIterable: load(1)'],
  ['a function', 'Promise.all(load);', 'notIterable: load'],
  ['a number', 'Promise.all(3);', 'notIterable: 3'],
  ['null', 'Promise.all(null);', 'notIterable: null'],
  ['undefined', 'Promise.all(undefined);', 'notIterable: undefined'],
  [
    'an object',
    'Promise.all({ user: load(1) });',
    'notIterable: { user: load(1) }',
  ],
  ['an object, for a class of the program', `${OWN} Own.all({});`, 'nothing'],
  ...given(
    ['what is undefined here', 'undefined', 'nothing'],
    ['a list or nothing', 'Promise<string>[] | undefined', 'nothing'],
    ['a number or nothing', 'number | undefined', 'notIterable: it'],
    ['a promise or a number', 'number | Promise<string>', 'notIterable: it'],
    ['a promise or a list', 'Promise<string> | Promise<string>[]', 'nothing'],
    ['any', 'any', 'nothing'],
    ['unknown', 'unknown', 'nothing'],
    ['an async iterable', 'AsyncIterable<string>', 'notIterable: it'],
    ['what has a length', '{ length: number; item: string }', 'nothing'],
    ['an object of the language', 'Date', 'nothing'],
    ['an object of the program', '{ name: string }', 'notIterable: it'],
    [
      'an object of the program or of the language',
      '{ name: string } | Date',
      'nothing',
    ],
    ['an object of which nothing is said', '{}', 'nothing'],
    ['any object', 'object', 'nothing'],
    ['a function that gives no promise', '() => string', 'notIterable: it'],
  ),
]);

catalogue('are there keys beside the promises?', mistakes, [
  ...given(
    ['a map of promises', 'Map<string, Promise<string>>', 'entries: it'],
    [
      'a read-only map of promises',
      'ReadonlyMap<string, Promise<string>>',
      'entries: it',
    ],
    ['a map of values', 'Map<string, string>', 'nothing'],
    [
      'a map that cannot be iterated',
      'WeakMap<object, Promise<string>>',
      'nothing',
    ],
    ['a set of promises', 'Set<Promise<string>>', 'nothing'],
  ),
  [
    'a map of promises, beside a promise',
    'declare const jobs: Map<string, Promise<string>>; Promise.all([load(1), ...jobs]);',
    'entries: jobs',
  ],
  [
    'the entries of a map of promises',
    'declare const jobs: Map<string, Promise<string>>; Promise.all(jobs.entries());',
    'entries: jobs.entries()',
  ],
  [
    'the values of a map of promises',
    'declare const jobs: Map<string, Promise<string>>; Promise.all(jobs.values());',
    'nothing',
  ],
  [
    'the entries of an object of promises',
    'Promise.all(Object.entries({ user: load(1) }));',
    'entries: Object.entries({ user: load(1) })',
  ],
  ['the entries of any', 'Promise.all(anything.entries());', 'nothing'],
  [
    'a map of the program',
    'declare class Map<K, V> { key: K; [Symbol.iterator](): Iterator<V>; } declare const jobs: Map<string, Promise<string>>; Promise.all(jobs);',
    'nothing',
  ],
]);
