import type ts from 'typescript';

import { effectOf } from '../../../src/analysis/concurrency/reads.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'what does a call of such a body do?',
  asked((program, call) => effectOf(program, call as ts.CallExpression)),
  [
    [
      'two bodies of which one is not known',
      'const f = isReady ? () => load() : () => anything.work(); ask(f());',
      'unknown',
    ],
    [
      'a write before what is not known',
      'let n; const f = () => { n = 1; anything.work(); }; ask(f());',
      'writes',
    ],
    [
      'a property that is asked for',
      "const f = () => ('id' in anything ? load() : undefined); ask(f());",
      'reads',
    ],
    [
      'a class that is asked for',
      'const f = (error: unknown) => (error instanceof Error ? load() : undefined); ask(f(1));',
      'reads',
    ],
    [
      'a logger of its own',
      "const f = () => { anything.logger.info('loading'); return load(); }; ask(f());",
      'reads',
    ],
    [
      'fetch as a method, with options',
      "const f = () => globalThis.fetch('/', { method: 'POST' }); ask(f());",
      'unknown',
    ],
    [
      'fetch as a method',
      "const f = () => globalThis.fetch('/'); ask(f());",
      'reads',
    ],
    [
      'an assignment to what is declared behind it',
      'const f = () => { last = 1; }; let last; ask(f());',
      'writes',
    ],
    [
      'an assignment to what cannot be resolved',
      'const f = () => { missing.count = 1; }; ask(f());',
      'writes',
    ],
    [
      'a query that writes what it selects',
      "const f = () => anything.query('insert into a select * from b'); ask(f());",
      'unknown',
    ],
    [
      'a query on a line of its own',
      'const f = () => anything.query(`\n select 1`); ask(f());',
      'reads',
    ],
  ],
);
