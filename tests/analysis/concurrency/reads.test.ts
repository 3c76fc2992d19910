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
])('%s: %s %s', (_name, text, expected) => {
  expect(effectIn(text)).toBe(expected);
});
