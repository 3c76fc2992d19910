import type ts from 'typescript';
import { expect, it } from 'vitest';

import { effectOf } from '../../../src/analysis/concurrency/reads.ts';
import { askAbout } from '../asked.ts';

/** What the call in `ask(…)` does to the world. */
function effectIn(text: string): string {
  return askAbout(text, (program, call) =>
    effectOf(program, call as ts.CallExpression),
  );
}

it.each([
  ['a reading name', 'ask(load());', 'reads'],
  ['a name that says nothing', 'ask(anything.work());', 'unknown'],
  ['a writing name', 'ask(anything.save());', 'writes'],
  ['a name that does both', 'ask(anything.getOrCreate());', 'unknown'],
  ['a transaction', 'ask(anything.tx.get());', 'unknown'],
  [
    'an argument that takes turns',
    'declare const cursor: unknown; ask(load(cursor));',
    'unknown',
  ],
  ['fetch', "ask(fetch('/'));", 'reads'],
  ['fetch with options', "ask(fetch('/', {}));", 'unknown'],
  ['a query', "ask(anything.query('select 1'));", 'reads'],
  ['a query that writes', "ask(anything.query('drop table a'));", 'unknown'],
  [
    'a body that reads',
    'const f = async () => (await load()).trim(); ask(f());',
    'reads',
  ],
  [
    'a body of its own',
    'const f = () => { const all = []; all.push(load()); return all; }; ask(f());',
    'reads',
  ],
  [
    'a choice of bodies',
    'const f = async () => load(); const g = async () => load(); ask((isReady ? f : g)());',
    'unknown',
  ],
  [
    'a body that calls itself',
    'const f = async (n: number): Promise<void> => { if (n > 0) await f(n - 1); }; ask(f(1));',
    'reads',
  ],
  [
    'a body with a chain of any',
    'const f = async () => anything.then(() => 1); ask(f());',
    'reads',
  ],
  [
    'a body that gets something from what takes turns',
    "const f = (session: Map<string, string>) => session.get('a'); ask(f(new Map()));",
    'unknown',
  ],
  [
    'a body that assigns to a member of what another file declares',
    `const f = () => { /* ${'as long as that file, '.repeat(10)} */ anything.a = 1; }; ask(f());`,
    'writes',
  ],
  [
    'a body that assigns',
    'let a = 1; const f = () => { a = 2; }; ask(f());',
    'writes',
  ],
  [
    'a body that fills a parameter',
    'const f = (all: string[]) => { all.push(items.join()); }; ask(f([]));',
    'writes',
  ],
  [
    'a reading body that calls what is not known',
    'const getIt = () => anything.work(); ask(getIt());',
    'reads',
  ],
  [
    'a body that calls what is not known',
    'const f = () => anything.work(); ask(f());',
    'unknown',
  ],
  [
    'a body that calls itself',
    'const f = (n: number): unknown => n && f(n - 1); ask(f(1));',
    'reads',
  ],
  [
    'a body that stores',
    "const f = () => { localStorage.setItem('a', 'b'); }; ask(f());",
    'writes',
  ],
  [
    'a body that reads under a writing name',
    'const save = () => load(); ask(save());',
    'unknown',
  ],
  [
    'a body that reads under a name that does both',
    'const loadOrCreate = () => load(); ask(loadOrCreate());',
    'unknown',
  ],
  [
    'a body that counts',
    'let n = 0; const f = () => { n++; }; ask(f());',
    'writes',
  ],
  [
    'a body that counts down',
    'let n = 0; const f = () => { --n; }; ask(f());',
    'writes',
  ],
  [
    'a body that counts for itself',
    'const f = () => { let n = 0; n++; return n; }; ask(f());',
    'reads',
  ],
  ['a body that negates', 'let n = 0; const f = () => !n; ask(f());', 'reads'],
  [
    'a body that assigns what is its own',
    'const f = () => { let n = 0; n = 1; return n; }; ask(f());',
    'reads',
  ],
  [
    'a body that compares',
    'let n = 0; const f = () => n === 1; ask(f());',
    'reads',
  ],
  [
    'a body that deletes',
    'const f = () => { delete anything.key; }; ask(f());',
    'writes',
  ],
  ['a body that yields', 'function* f() { yield 1; } ask(f());', 'writes'],
  [
    'a body that assigns to this',
    'class A { n = 0; f() { this.n = 1; } g() { ask(this.f()); } }',
    'writes',
  ],
  [
    'a body with types',
    'const f = () => { const all: ReturnType<typeof load>[] = []; return all; }; ask(f());',
    'reads',
  ],
  ['a chain', 'ask(load().then((text) => text.trim()));', 'reads'],
  [
    'a chain that reads a body',
    'declare function fetchOne(): Promise<{ json(): Promise<string> }>; ask(fetchOne().then((one) => one.json()));',
    'reads',
  ],
  ['a chain with a handler', 'ask(load().catch(() => null));', 'reads'],
  [
    'a chain with an end',
    'ask(load().finally(() => { console.log(1); }));',
    'reads',
  ],
  [
    'a chain that writes',
    'let last; ask(load().then((text) => { last = text; }));',
    'writes',
  ],
  [
    'a chain of what cannot be seen',
    'declare function parse(text: string): string; ask(load().then(parse));',
    'unknown',
  ],
  [
    'a chain of what is no call',
    'declare const running: Promise<string>; ask(running.then((text) => text));',
    'unknown',
  ],
  [
    'a body with a chain',
    'const f = () => load().then((text) => text); ask(f());',
    'reads',
  ],
  [
    'a body with a chain that writes',
    'let last; const f = () => load().then((text) => { last = text; }); ask(f());',
    'writes',
  ],
  [
    'a body that logs',
    'const f = () => { console.log(1); }; ask(f());',
    'reads',
  ],
  [
    'a body that fills a new set',
    'const f = () => new Set().add(1); ask(f());',
    'reads',
  ],
  [
    'a body that fills a literal',
    'const f = () => { [1].push(2); }; ask(f());',
    'reads',
  ],
  [
    'a body that assigns to a literal',
    'const f = () => { ({ id: 1 }).id = 2; }; ask(f());',
    'reads',
  ],
  [
    'a body that fills a set from outside',
    'const all = new Set(); const f = () => all.add(1); ask(f());',
    'writes',
  ],
  [
    'a body that sorts a list from outside',
    'const f = () => items.sort(); ask(f());',
    'writes',
  ],
  [
    'a body that asks a map from outside',
    'const all = new Map(); const f = () => all.get(1); ask(f());',
    'reads',
  ],
  [
    'a body that writes after what is not known',
    'let n; const f = () => { anything.work(); n = 1; }; ask(f());',
    'writes',
  ],
  [
    'two bodies of which one writes',
    'let n; const f = isReady ? () => load() : () => { n = 1; }; ask(f());',
    'writes',
  ],
  ['a call without a name', 'ask(anything[0]());', 'unknown'],
  ['a call of an element', 'ask(anything[0].get());', 'reads'],
  [
    'a call of a transaction in brackets',
    'declare const tx: any; ask(tx[0].get());',
    'unknown',
  ],
  [
    'a call of what a session gives',
    'declare const session: any; ask(session().get());',
    'unknown',
  ],
  ['a query in a template', 'ask(anything.query(`select ${1}`));', 'reads'],
  ['a query in an object', "ask(anything.query({ sql: 'drop' }));", 'reads'],
  [
    'a query by its name',
    'declare const text: string; ask(anything.query(text));',
    'unknown',
  ],
  ['a query without a text', 'ask(anything.query());', 'reads'],
  [
    'a query with a word that begins so',
    "ask(anything.query('selection'));",
    'unknown',
  ],
])('%s: %s %s', (_name, text, expected) => {
  expect(effectIn(text)).toBe(expected);
});

/** The call of the first of so many functions that call each other, of which the last reads. */
function chainOf(length: number): string {
  const functions = Array.from(
    { length },
    (_, index) => `const f${String(index)} = () => f${String(index + 1)}();`,
  );
  return `${functions.join(' ')} const f${String(length)} = () => load(); ask(f0());`;
}

it('looks into thirty bodies, and no further', () => {
  expect(effectIn(chainOf(29))).toBe('reads');
  expect(effectIn(chainOf(30))).toBe('unknown');
});
