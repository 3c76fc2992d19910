import {
  elementKindOf,
  memberKindOf,
} from '../../../src/analysis/arguments/member-kinds.ts';
import { asked, type Case, catalogue } from '../asked.ts';

/** Cases of a type, of which `it` is declared to be, with what is declared before. */
function of(
  ...cases: (readonly [
    name: string,
    type: string,
    answer: string,
    before?: string,
  ])[]
): Case[] {
  return cases.map(([name, type, answer, before = '']) => [
    name,
    `${before} declare const it: ${type}; ask(it);`,
    answer,
  ]);
}

const BASE = 'interface Base { id: number }';
const OPEN = 'interface Open extends Missing { id: number }';

catalogue('of which kind is a member of a type?', asked(memberKindOf), [
  ...of(
    // Unions.
    ['nothing', 'undefined', 'unknown'],
    ['a number or nothing', 'number | undefined', 'plain'],
    ['a number or a text', 'number | string', 'plain'],
    [
      'a function or nothing',
      '(() => Promise<string>) | undefined',
      'function',
    ],
    ['a function or a number', '(() => Promise<string>) | number', 'unknown'],

    // Functions.
    [
      'an overloaded function that always gives a promise',
      '{ (id: string): Promise<string>; (id: number): Promise<number> }',
      'function',
    ],
    [
      'an overloaded function that may give none',
      '{ (id: string): Promise<string>; (id: number): number }',
      'unknown',
    ],

    // Objects.
    ['an object of the language', 'Date', 'plain'],
    ['a dictionary', 'Record<string, number>', 'plain'],
    ['a class', 'new () => Date', 'plain'],
    ['any object', 'object', 'unknown'],
    ['an object of which nothing is said', '{}', 'unknown'],
    ['Object', 'Object', 'unknown'],
    ['Function', 'Function', 'unknown'],
    [
      'an intersection of objects',
      '{ id: number } & { name: string }',
      'plain',
    ],
    [
      'an intersection with an open object',
      '{ id: number } & Open',
      'unknown',
      OPEN,
    ],

    // What is inherited.
    [
      'an object of what is known',
      'Job',
      'plain',
      `${BASE} interface Job extends Base { name: string }`,
    ],
    ['an object of what cannot be resolved', 'Open', 'unknown', OPEN],
    [
      'an object of what is known and what is not',
      'Job',
      'unknown',
      `${BASE} interface Job extends Base, Missing { name: string }`,
    ],
    [
      'an object of an object of what cannot be resolved',
      'Job',
      'unknown',
      `${OPEN} interface Job extends Open { name: string }`,
    ],
    [
      'an object that is declared twice',
      'Job',
      'unknown',
      'interface Job { id: number } interface Job extends Missing { name: string }',
    ],
    [
      'a class of what cannot be resolved',
      'Job',
      'unknown',
      'declare class Job extends Missing { id: number }',
    ],
    [
      'a class that implements what cannot be resolved, and extends what is known',
      'Job',
      'unknown',
      'declare class Known { id: number } declare class Job extends Known implements Missing { name: string }',
    ],
    [
      'a class of any',
      'Job',
      'unknown',
      'declare class Job extends anything { id: number }',
    ],
    ['an enum', 'Color', 'plain', 'enum Color { Red, Green }'],
  ),
  ['null', 'ask(null);', 'plain'],
  ['undefined', 'ask(undefined);', 'plain'],
  ['a number or a text', "ask(isReady ? 1 : 'a');", 'plain'],

  // What a map of any makes.
  [
    'promises of a map of any',
    'ask(anything.map((one: any) => load(one)));',
    'promises',
  ],
  ['values of a map of any', 'ask(anything.map((one: any) => 1));', 'unknown'],
  [
    'promises of a map of any in an object',
    'ask(anything.list.map((one: any) => load(one)));',
    'promises',
  ],
  [
    'promises of a map of any in a list',
    'ask(anything[0].map((one: any) => load(one)));',
    'promises',
  ],
  [
    'what the map of a query makes',
    'ask(anything.list().map((one: any) => load(one)));',
    'unknown',
  ],
]);

catalogue('of which kind are the elements of a list?', asked(elementKindOf), [
  ...of(
    ['a list of values or nothing', 'string[] | undefined', 'plain'],
    ['a text', 'string', 'plain'],
    ['a list or a text', 'number[] | string', 'plain'],
    ['a set of promises', 'Set<Promise<string>>', 'promise'],
    ['any', 'any', 'unknown'],
  ),
  [
    'a choice of lists, of which one is a map of any',
    'ask(isReady ? anything.map((one: any) => load(one)) : [load(1)]);',
    'promise',
  ],
  [
    'a choice of lists, of which one is any',
    'ask(isReady ? anything : [1]);',
    'unknown',
  ],
  [
    'a map of any under a name',
    'const all = anything.map((one: any) => load(one)); ask(all);',
    'promise',
  ],

  ['no list', 'declare const it: undefined; ask(it);', 'unknown'],
  [
    'a constant list by its declared type',
    "const all: (string | Promise<string>)[] = ['a']; ask(all);",
    'promise',
  ],

  // Callbacks.
  [
    'a block of a declared type that returns an array',
    'ask(items.map((): Promise<string> | Promise<string>[] => { return [load(1)]; }));',
    'promise',
  ],
  [
    'a callback of which one of two returns nothing',
    'ask(items.map(isReady ? () => {} : () => load(1)));',
    'unknown',
  ],
  ['a callback that gives null', 'ask(items.map(() => null));', 'plain'],
  [
    'an async callback that gives null',
    'ask(items.map(async () => null));',
    'promise',
  ],
  ['a callback of type any', 'ask(items.map(anything));', 'unknown'],
  [
    'a callback whose result is any',
    'declare function make(item: string): any; ask(items.map(make));',
    'unknown',
  ],
  [
    'an overloaded callback',
    'declare function make(item: string): Promise<string>; declare function make(item: number): number; ask(items.map(make));',
    'unknown',
  ],
  [
    'a block that returns a map of any',
    'ask(items.map((item) => { return anything.map((one: any) => load(one)); }));',
    'promises',
  ],
  [
    'a block that returns any',
    'ask(items.map((item) => { return anything; }));',
    'unknown',
  ],
  [
    'a block that returns a map of any, or any',
    'ask(items.map((item) => { if (isReady) return anything; return anything.map((one: any) => load(one)); }));',
    'unknown',
  ],
  [
    'a block that throws',
    'ask(items.map((item): any => { throw new Error(item); }));',
    'plain',
  ],
  [
    'an async block that returns a map of any',
    'ask(items.map(async (item) => { return anything.map((one: any) => load(one)); }));',
    'promise',
  ],
]);

catalogue(
  'of which kind is an object whose type is nowhere declared?',
  asked(memberKindOf),
  [
    [
      'by what it was mapped to',
      'declare function unbox<T>(boxes: { [K in keyof T]: { value: T[K] } }): T; ask(unbox({ id: { value: 1 } }));',
      'plain',
    ],
    [
      'a module of JavaScript',
      "const other = await import('./other'); ask(other);",
      'plain',
      { 'other.js': 'module.exports = { id: 1 };' },
    ],
  ],
);
