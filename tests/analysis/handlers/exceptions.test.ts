import { describe, expect, it } from 'vitest';

import { mayThrow } from '../../../src/analysis/handlers/exceptions.ts';
import { functionOf } from '../../../src/analysis/language/callees.ts';
import { asked, type Case, catalogue } from '../asked.ts';
import { fileOf, programOf } from '../program.ts';

/** Each case is the body of a function; what stands before it in the file is given last. */
function bodies(...cases: [string, string, string, string?][]): Case[] {
  return cases.map(([name, body, answer, before = '']) => [
    name,
    `${before}ask(async () => { ${body} });`,
    answer,
  ]);
}

catalogue(
  'may code throw?',
  asked((program, expression) => {
    const fn = functionOf(program, expression);
    return mayThrow(program, fn!.body) ? 'yes' : 'no';
  }),
  bodies(
    ['nothing', '', 'no'],
    ['a value', 'return 1;', 'no'],
    ['a throw', 'throw 1;', 'yes'],
    ['a throw in a branch', 'if (isReady) throw 1;', 'yes'],
    ['a throw in a function', 'const f = () => { throw 1; };', 'no'],
    ['a class', 'class A {}', 'yes'],
    ['a class that is a value', 'const A = class {};', 'yes'],
    ['a tagged template', 'String.raw`a`;', 'yes'],
    ['a template', 'return `${items}`;', 'no'],
    ['a type', 'const a = items as ReturnType<typeof load>[][0][];', 'no'],

    // Promises.
    ['an awaited call', 'await load();', 'yes'],
    [
      'an awaited promise that never rejects',
      'await Promise.resolve(1);',
      'no',
    ],
    ['a call that gives a promise', 'return load();', 'no'],
    ['a chain', 'return load().then(JSON.parse);', 'no'],
    ['a combinator', 'return Promise.all([load()]);', 'no'],
    ['a combinator of nothing', 'return (Promise as any).all();', 'yes'],
    ['a loop', 'for (const item of items) return item;', 'no'],
    [
      'a loop that waits',
      'for await (const item of items) return item;',
      'yes',
    ],

    // Calls.
    ['a call', 'anything();', 'yes'],
    ['a log', 'console.log(1);', 'no'],
    [
      'a log under a name',
      'logger.warn(1);',
      'no',
      'declare const logger: { warn(n: number): void }; ',
    ],
    [
      'a log in an object',
      'app.log.warn(1);',
      'no',
      'declare const app: { log: { warn(n: number): void } }; ',
    ],
    [
      'a log that another function gives',
      'getLog().warn(1);',
      'yes',
      'declare const getLog: any; ',
    ],
    ['a method of the language', 'items.map(String);', 'no'],
    ['a method of the language that may throw', 'items.at(0)!;', 'yes'],
    [
      'a method of the same name',
      'api.map(1);',
      'yes',
      'declare const api: { map(n: number): void }; ',
    ],
    [
      'a method of a choice of lists',
      'maybe?.map(String);',
      'no',
      'declare const maybe: string[] | undefined; ',
    ],
    ['a function of the language', 'return String(1);', 'no'],
    [
      'a function of the language that may throw',
      "return decodeURI('');",
      'yes',
    ],
    [
      'a function of the same name',
      'return Number(1);',
      'yes',
      'function Number(n: number) { return n; } ',
    ],
    ['a constructor', 'return new Map();', 'no'],
    ['a constructor without arguments', 'return new Set;', 'no'],
    ['a constructor that may throw', "return new URL('');", 'yes'],
    [
      'a new promise',
      'return new Promise((resolve) => { resolve(1); });',
      'yes',
    ],

    // Callbacks.
    ['a callback', 'items.map((item) => item);', 'no'],
    ['a callback that gives promises, by its name', 'items.map(load);', 'no'],
    [
      'a callback by its name, of which nothing more is known',
      'items.map(start);',
      'yes',
      'declare function start(id: string): string; ',
    ],
    [
      'a callback that gives a promise in one of its forms',
      'items.map(start);',
      'yes',
      'declare function start(id: string): Promise<string>; declare function start(id: number): string; ',
    ],
    ['a callback that throws', 'items.map((item) => { throw item; });', 'yes'],
    [
      'an async callback that throws',
      'items.map(async (item) => { throw item; });',
      'no',
    ],
    [
      'a callback that cannot be seen',
      'items.map(check);',
      'yes',
      'declare function check(item: string): void; ',
    ],
    ['a callback of the language', 'items.filter(Boolean);', 'no'],
    [
      'a callback that throws, given as never',
      'items.map((() => { throw 1; }) as never);',
      'yes',
    ],
    [
      'a callback of a promise',
      'return load().then((text) => { throw text; });',
      'no',
    ],
    [
      'a callback that calls itself',
      'items.map(walk);',
      'no',
      'function walk(): void { items.map(walk); } ',
    ],

    // Members.
    ['a member', 'return items.length;', 'no'],
    ['a member of any', 'return anything.length;', 'yes'],
    ['an optional member of any', 'return anything?.length;', 'no'],
    ['a member behind an optional one', 'return anything?.items.length;', 'no'],
    ['a member of an optional one', 'return (anything?.items).length;', 'yes'],
    [
      'a member of what may be missing',
      'return maybe.length;',
      'yes',
      'declare const maybe: string | undefined; ',
    ],
    ['a member of an element', 'return items[0].length;', 'yes'],
    ['an element', 'return items[0];', 'no'],
    ['a member in parentheses', 'return (items).length;', 'no'],
    ['a member of any in parentheses', 'return (anything).length;', 'yes'],
    [
      'a member of an element in parentheses',
      'return (items[0]).length;',
      'yes',
    ],
    ['a member behind a cast', 'return (items as string[]).length;', 'yes'],
    ['a member behind !', 'return items!.length;', 'yes'],
    [
      'an optional member behind a cast',
      'return (items as string[])?.length;',
      'no',
    ],
  ),
);

describe('a constructor of the language', () => {
  it('may throw where the program declares it too', () => {
    const program = programOf({
      'main.ts':
        'declare global { interface Map<K, V> { own(): [K, V] } }\nnew Map();\nexport {};',
    });
    expect(mayThrow(program, fileOf(program, 'main.ts'))).toBe(true);
  });
});

describe('a function of the host', () => {
  it('may throw where nobody declares it', () => {
    const program = programOf(
      { 'main.ts': 'setTimeout(() => 1, 1);' },
      { lib: ['lib.esnext.d.ts'], types: [] },
    );
    expect(mayThrow(program, fileOf(program, 'main.ts'))).toBe(true);
  });
});
