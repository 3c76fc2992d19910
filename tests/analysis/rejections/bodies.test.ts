import { type Case, catalogue, rejection } from '../asked.ts';

/** Asks about a call of an async function with the given body. */
function body(name: string, text: string, answer: string): Case {
  return [name, `async function f() { ${text} }\nask(f());`, answer];
}

catalogue('can the promise of a function reject?', rejection, [
  [
    'that is declared to give a plain value',
    'function count(): number { return anything; }\nask(count());',
    'never',
  ],
  [
    'that gives anything',
    'function count() { return anything; }\nask(count());',
    'unknown',
  ],
  [
    'that throws before it gives a promise',
    "function start() { if (!isReady) throw new Error('early'); return Promise.resolve(1); }\nask(start());",
    'never',
  ],
  [
    'that iterates over what may be anything',
    'async function each<T>(source: T) { for await (const it of source as T) log(it); }\nask(each(items));',
    'unknown',
  ],
]);

catalogue('can what an async function does reject?', rejection, [
  body(
    'a loop that awaits nothing',
    'for (const p of [load()]) log(p);',
    'never',
  ),
  body('a class without arguments', 'log(new Date);', 'never'),
  body(
    'a class whose constructor throws',
    'class A { constructor() { throw 1; } } new A();',
    'may',
  ),
  body(
    'a class that is named like a method of lists',
    'anything(new anything.map(() => { throw 1; }));',
    'never',
  ),
  body('a text with a tag', 'log(String.raw`a`);', 'never'),
  body(
    'a tag that throws',
    'const tag = (): string => { throw 1; }; log(tag`a`);',
    'may',
  ),
  body('a method of a list without a callback', 'anything.forEach();', 'never'),
  body(
    'a callback that is called later',
    'anything.later(() => { throw 1; });',
    'never',
  ),
  body(
    'a generator that is not iterated',
    'function* g() { throw 1; } log(g());',
    'never',
  ),
  ...[
    'every',
    'filter',
    'find',
    'findIndex',
    'flatMap',
    'forEach',
    'map',
    'reduce',
    'some',
  ].map((method) =>
    body(
      `a callback of ${method}`,
      `anything.${method}(() => { throw 1; });`,
      'may',
    ),
  ),
]);
