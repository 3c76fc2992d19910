import type ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { foreignErrorsOf } from '../../../src/analysis/handlers/foreign-errors.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';
import { fileOf, programOf } from '../program.ts';

/** Handlers of `Promise.all`, each a block in which the error is called `e`. */
function handlers(...cases: Case[]): Case[] {
  return cases.map(([name, block, answer]) => [
    name,
    `try { await Promise.all([load()]); } catch (e: any) { ${block} }`,
    answer,
  ]);
}

const foreign = askedOfCall((program, call) => {
  const found = foreignErrorsOf(program, call).map((node) => node.getText());
  return found.length === 0 ? 'none' : found.join(', ');
});

catalogue(
  'where are errors read that are not there?',
  foreign,
  handlers(
    ['nowhere', 'log(e);', 'none'],
    ['where it is any', 'log(e.errors);', 'none'],
    [
      'where it is called aggregate',
      'log((e as AggregateError).errors);',
      '(e as AggregateError).errors',
    ],
    [
      'in brackets',
      "log((e as AggregateError)['errors']);",
      "(e as AggregateError)['errors']",
    ],
    ['with a question mark', 'log((e as AggregateError)?.errors);', 'none'],
    [
      'where it is called otherwise',
      'log((e as { errors: unknown }).errors);',
      'none',
    ],
    ['another member', 'log((e as AggregateError).message);', 'none'],
    [
      'by a pattern',
      'const { errors } = e as AggregateError; log(errors);',
      'errors',
    ],

    [
      'by a pattern of what is called otherwise',
      'const { errors } = e as { errors: unknown }; log(errors);',
      'none',
    ],
    [
      'by a pattern with a default',
      'const { errors = [] } = e as AggregateError; log(errors);',
      'none',
    ],

    // Questions that come first.
    [
      'its class is asked',
      'if (e instanceof AggregateError) log(e.errors);',
      'none',
    ],
    [
      'a key is asked',
      "if ('errors' in e) log((e as AggregateError).errors);",
      'none',
    ],
    ['it is tested', 'if (e) log((e as AggregateError).errors);', 'none'],
    [
      'its name is compared',
      "if (e.name === 'AggregateError') log((e as AggregateError).errors);",
      'none',
    ],
    [
      'its errors are tested',
      'if (e.errors) log((e as AggregateError).errors);',
      'none',
    ],
    [
      'its errors are negated',
      'if (!e.errors) log((e as AggregateError).errors);',
      'none',
    ],
    [
      'its errors have a fallback',
      'log((e as AggregateError).errors ?? []);',
      'none',
    ],
    [
      'its errors may be a list',
      'if (Array.isArray(e.errors)) log((e as AggregateError).errors);',
      'none',
    ],
    [
      'its errors are handed on',
      'if (log(e.errors) as any) log((e as AggregateError).errors);',
      '(e as AggregateError).errors',
    ],
    [
      'a text is made of it',
      'log(`${e}`, (e as AggregateError).errors);',
      '(e as AggregateError).errors',
    ],
    [
      'it goes on',
      'log(e, (e as AggregateError).errors);',
      '(e as AggregateError).errors',
    ],
  ),
);

/** Combinators whose handler reads `errors` of any. */
function read(combinator: string): string {
  return `try { await ${combinator}; } catch (e: any) { log(e.errors); }`;
}

catalogue('whose errors are known to have no errors?', foreign, [
  ['fetches', read("Promise.all([fetch('/a'), fetch('/b')])"), 'e.errors'],
  ['a race of fetches', read("Promise.race([fetch('/a')])"), 'e.errors'],
  ['any of fetches', read("Promise.any([fetch('/a')])"), 'none'],
  [
    'a fetch and something else',
    read("Promise.all([fetch('/a'), load()])"),
    'none',
  ],
  [
    'a chain on a fetch',
    read("Promise.all([fetch('/a').then(String)])"),
    'none',
  ],
  [
    'a promise by its name',
    `declare const p: Promise<Response>; ${read('Promise.all([p])')}`,
    'none',
  ],
  ['a fetch of an object', read("Promise.all([anything.fetch('/a')])"), 'none'],
  ['nothing', read('Promise.all([])'), 'none'],
  [
    'a fetch of its own',
    `const fetch = load; ${read("Promise.all([fetch('/a')])")}`,
    'none',
  ],
  [
    'a map to fetches',
    read('Promise.all(items.map((item) => fetch(item)))'),
    'e.errors',
  ],
  [
    'a map to something else',
    read('Promise.all(items.map((item) => load(item)))'),
    'none',
  ],
  [
    'a map by a block',
    read('Promise.all(items.map((item) => { return fetch(item); }))'),
    'none',
  ],
  [
    'a map by what cannot be seen',
    read('Promise.all(items.map(load))'),
    'none',
  ],
  [
    'another method',
    read('Promise.all(items.filter((item) => fetch(item)))'),
    'none',
  ],
  [
    'a list by its name',
    `declare const all: Promise<Response>[]; ${read('Promise.all(all)')}`,
    'none',
  ],
  ['spread arguments', read('Promise.all(...anything)'), 'none'],
  ['any list', read('Promise.all(anything)'), 'none'],
]);

/** Members, and a handler that reads `errors` of what it calls an `AggregateError`; what they need stands behind, so that theirs is the first combinator. */
function readOf(members: string, given = ''): string {
  return `export async function run() { try { await Promise.all(${members}); } catch (e) { log((e as AggregateError).errors); } } ${given}`;
}

/** So many functions that each call the next one; the last one makes an `AggregateError`. */
function row(length: number): string {
  return Array.from({ length }, (_, index) => {
    const next =
      index === length - 1
        ? "throw new AggregateError([], '')"
        : `return f${String(index + 1)}()`;
    return `async function f${String(index)}() { ${next}; }`;
  }).join(' ');
}

catalogue('may a member reject with an AggregateError?', foreign, [
  ['in the last of many functions', readOf('[f0()]', row(30)), 'none'],
  [
    'in a function behind those that are looked into',
    readOf('[f0()]', row(31)),
    '(e as AggregateError).errors',
  ],
  [
    'a list by its name',
    readOf('both', 'const both = [Promise.any([load(1), load(2)])];'),
    'none',
  ],
  [
    'a method in brackets',
    readOf(
      "[api['run']()]",
      'class Api { async run() { return Promise.any([load(1), load(2)]); } } const api = new Api();',
    ),
    'none',
  ],
  ['no', readOf('items.map(load)'), '(e as AggregateError).errors'],
  ['a member that is any', readOf('[Promise.any([load(1), load(2)])]'), 'none'],
  [
    'members that are any',
    readOf('items.map((item) => Promise.any([load(item), load(1)]))'),
    'none',
  ],
  [
    'members that are race',
    readOf('items.map((item) => Promise.race([load(item), load(1)]))'),
    '(e as AggregateError).errors',
  ],
  [
    'a function that is any',
    readOf(
      '[either()]',
      'async function either() { return Promise.any([load(1), load(2)]); }',
    ),
    'none',
  ],
  [
    'a function by its name',
    readOf(
      'items.map(either)',
      'async function either() { return Promise.any([load(1), load(2)]); }',
    ),
    'none',
  ],
  [
    'a function that throws one',
    readOf(
      '[both()]',
      "async function both() { throw new AggregateError([], ''); }",
    ),
    'none',
  ],
  [
    'a constant that is any',
    readOf('[first]', 'const first = Promise.any([load(1), load(2)]);'),
    'none',
  ],
  [
    'functions that call each other',
    readOf(
      '[one()]',
      'async function one(): Promise<void> { await two(); } async function two(): Promise<void> { await one(); }',
    ),
    '(e as AggregateError).errors',
  ],
  [
    'a module by its name',
    readOf('[api.read()]', "import * as api from './api.ts';"),
    '(e as AggregateError).errors',
    { 'api.ts': 'export async function read() { return 1; }' },
  ],
  [
    'a module by its name, with a function that is any',
    readOf('[api.read()]', "import * as api from './api.ts';"),
    'none',
    {
      'api.ts':
        'export async function read() { return Promise.any([Promise.resolve(1)]); }',
    },
  ],
]);

describe('a fetch', () => {
  const text = `${read("Promise.all([fetch('/a')])")}\nexport {};`;
  const bare = { lib: ['lib.esnext.d.ts'], types: [] };

  it.each<[string, string, ts.CompilerOptions?]>([
    ['nobody declares', text, bare],
    [
      'the program declares too',
      `declare global { function fetch(id: number): Promise<number>; }\n${text}`,
    ],
  ])('that %s is not known', (_, code, options) => {
    const program = programOf(
      { 'main.ts': `declare function log(value: unknown): void;\n${code}` },
      options,
    );
    expect(foreign(program, fileOf(program, 'main.ts'))).toBe('none');
  });
});
