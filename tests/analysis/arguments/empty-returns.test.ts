import ts from 'typescript';

import { returnsNothing } from '../../../src/analysis/arguments/empty-returns.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'does a call give undefined for certain?',
  asked((program, call) =>
    returnsNothing(program, call as ts.CallExpression) ? 'yes' : 'no',
  ),
  [
    ['a function', 'function f() { log(); } ask(f());', 'yes'],
    ['an empty function', 'function f() {} ask(f());', 'yes'],
    ['an async function', 'async function f() { log(); } ask(f());', 'no'],
    ['a generator', 'function* f() { log(); } ask(f());', 'no'],
    [
      'a function that returns',
      'function f() { if (isReady) return; log(); } ask(f());',
      'yes',
    ],
    [
      'a function that returns a value',
      'function f() { if (isReady) return 1; } ask(f());',
      'no',
    ],
    [
      'a value of a function in it',
      'function f() { log(() => { return 1; }); } ask(f());',
      'yes',
    ],
    [
      'a value of a class in it',
      'function f() { log(class { f() { return 1; } }); } ask(f());',
      'yes',
    ],
    ['a function that cannot be seen', 'ask(log());', 'no'],
    ['an expression', 'const f = () => 1; ask(f());', 'no'],
    [
      'an expression that calls',
      'function g() { log(); } const f = () => g(); ask(f());',
      'yes',
    ],
    [
      'an expression that calls what cannot be seen',
      'const f = () => log(); ask(f());',
      'no',
    ],
    [
      'two functions',
      'const f = isReady ? () => { log(1); } : () => { log(2); }; ask(f());',
      'yes',
    ],
    [
      'two functions of which one returns',
      'const f = isReady ? () => { log(1); } : () => 2; ask(f());',
      'no',
    ],
    [
      'a method',
      'class A { private f() { log(); } g() { ask(this.f()); } }',
      'yes',
    ],
    [
      'an empty method',
      'class A { private f() {} g() { ask(this.f()); } }',
      'no',
    ],
    [
      'a method that throws',
      'class A { private f() { throw 1; } g() { ask(this.f()); } }',
      'no',
    ],
    [
      'the fourth of functions that call each other',
      'const a = () => b(); const b = () => c(); const c = () => d(); const d = () => { log(); }; ask(a());',
      'yes',
    ],
    [
      'the fifth of functions that call each other',
      'const a = () => b(); const b = () => c(); const c = () => d(); const d = () => e(); const e = () => { log(); }; ask(a());',
      'no',
    ],
  ],
);
