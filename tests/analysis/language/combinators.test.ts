import { expect, it } from 'vitest';

import {
  combinatorNamedBy,
  recogniseCombinator,
} from '../../../src/analysis/language/combinators.ts';
import { asked, askAbout, catalogue, combinatorIn } from '../asked.ts';

catalogue(
  'is a call one of a combinator?',
  asked((program, call) => {
    const found = recogniseCombinator(program, call);
    return found === undefined
      ? 'no'
      : `${found.method} of ${found.input.kind}`;
  }),
  [
    [
      'of what has the methods, but makes no promises',
      `declare const P: Record<'resolve' | 'reject' | 'race', unknown> & { all(all: unknown[]): Promise<void> };\nask(P.all([]));`,
      'no',
    ],
    ['a combinator', 'ask(Promise.all([]));', 'all of tuple'],
    ['another combinator', 'ask(Promise.race(items));', 'race of iterable'],
    ['by brackets', "ask(Promise['any']([]));", 'any of tuple'],
    ['of the window', 'ask(globalThis.Promise.all([]));', 'all of tuple'],
    ['under a cast', 'ask(Promise.all([] as const));', 'all of tuple'],
    [
      'of nothing',
      'ask((Promise as any as PromiseConstructor).all());',
      'all of unknown',
    ],
    [
      'of a spread list',
      'ask(Promise.all(...([[]] as [never[]])));',
      'all of unknown',
    ],
    ['another method', 'ask(Promise.resolve([]));', 'no'],
    ['anything', 'ask(anything.all([]));', 'no'],
    ['a method of a list', 'ask(items.all([]));', 'no'],
    [
      'a function',
      'declare function all(list: unknown[]): void; ask(all([]));',
      'no',
    ],
    [
      'a part of the constructor',
      "declare const some: Pick<PromiseConstructor, 'all'>; ask(some.all([]));",
      'all of tuple',
    ],
    [
      'a type of the constructor',
      'export function f<P extends PromiseConstructor>(promise: P) { ask(promise.all([])); }',
      'all of tuple',
    ],
    [
      'a subclass',
      'class Task<T> extends Promise<T> {} ask(Task.all([]));',
      'all of tuple',
    ],
    [
      'a library of promises',
      'declare const Later: { new (): { then(): void; catch(): void }; resolve(): void; reject(): void; all(list: unknown[]): void; race(): void }; ask(Later.all([]));',
      'all of tuple',
    ],
    [
      'a library of other things',
      'declare const Later: { new (): { then(): void }; resolve(): void; reject(): void; all(list: unknown[]): void; race(): void }; ask(Later.all([]));',
      'no',
    ],
    [
      'a class with fewer methods',
      'declare const Later: { new (): { then(): void; catch(): void }; resolve(): void; all(list: unknown[]): void; race(): void }; ask(Later.all([]));',
      'no',
    ],
  ],
);

it.each([
  ['Promise.all', 'all'],
  ["Promise['allSettled']", 'allSettled'],
  ['Promise.all as never', 'all'],
  ['Promise.resolve', undefined],
  ['anything.all', undefined],
  ['items', undefined],
])('%s names %s', (expression, method) => {
  expect(askAbout(`ask(${expression});`, combinatorNamedBy)).toBe(method);
});

it('takes nothing for no combinator, and finds the same one again', () => {
  const { program, call } = combinatorIn('await Promise.all([]);');

  expect(recogniseCombinator(program, undefined)).toBeUndefined();
  expect(recogniseCombinator(program, call.node)).toBe(call);
});
