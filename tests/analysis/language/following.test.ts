import { expect, it } from 'vitest';

import { functionsOf } from '../../../src/analysis/language/callees.ts';
import {
  argumentOf,
  callsOf,
  type Case,
  catalogue,
  moduleOf,
  rejection,
} from '../asked.ts';

// A function whose promise never rejects, and one whose promise may.
const SAFE = `(() => load().catch(() => 'x'))`;
const BAD = '(() => load())';

/** Asks about what `f()` gives behind some statements. */
function called(name: string, statements: string, answer: string): Case {
  return [name, `${statements}\nask(f());`, answer];
}

catalogue('which function does a name stand for?', rejection, [
  called('a constant', `const f = ${SAFE};`, 'never'),
  called('a constant that may', `const f = ${BAD};`, 'may'),
  called('another name', `const g = ${SAFE};\nconst f = g;`, 'never'),
  called('a choice', `const f = isReady ? ${SAFE} : ${SAFE};`, 'never'),
  called('a choice that may', `const f = isReady ? ${SAFE} : ${BAD};`, 'may'),
  called('an alternative', `const f = ${SAFE} || ${SAFE};`, 'never'),
  called('an alternative that may', `const f = ${SAFE} || ${BAD};`, 'may'),
  called('a fallback that may', `const f = ${SAFE} ?? ${BAD};`, 'may'),
  called('another operator', `const f = isReady && ${SAFE};`, 'unknown'),
  called('an assignment', `let f;\nf = ${SAFE};`, 'never'),
  called('an assignment that may', `let f = ${SAFE};\nf = ${BAD};`, 'may'),
  called(
    'an assignment of nothing',
    `let f: any = ${SAFE};\nf = null;\nf = undefined;`,
    'never',
  ),
  called(
    'an assignment of anything',
    `let f: any = ${SAFE};\nf = anything;`,
    'unknown',
  ),
  called('an addition', `let f: any = ${SAFE};\nf += 1;`, 'unknown'),
  called('itself', 'let f: () => Promise<string>;\nf = f;', 'may'),
  [
    'a parameter that is written',
    `function g(f: () => Promise<string>) {\nf = ${SAFE};\nask(f());\n}`,
    'may',
  ],
  called('nothing', 'let f: () => Promise<string>;', 'may'),
  called(
    'a declaration',
    `function f() { return load().catch(() => 'x'); }`,
    'never',
  ),
  called(
    'an overloaded declaration',
    `function f(): Promise<string>;\nfunction f(id?: string): Promise<string>;\nfunction f() { return load().catch(() => 'x'); }`,
    'never',
  ),
  called('a bound function', `const f = ${SAFE}.bind(null);`, 'never'),
  called(
    'a bound function of any type',
    `const g: any = ${SAFE};\nconst f = g.bind(null);`,
    'never',
  ),
  called('what anything gives', 'const f = anything(1);', 'unknown'),
  called(
    'a choice with what a wrapper gives back of one that is only declared',
    `declare function make(): Promise<string>;\nfunction same<T>(g: T): T { return g; }\nconst f = isReady ? ${SAFE} : same(make);`,
    'may',
  ),
  called('a fallback', `const f = ${SAFE} ?? ${SAFE};`, 'never'),
  called('the last of two', `const f = (${SAFE}, ${SAFE});`, 'may'),
  called(
    'a choice with one that is only declared',
    `declare function g(): Promise<string>;\nconst f = isReady ? ${SAFE} : g;`,
    'may',
  ),
  called(
    'a declaration with a namespace of its name',
    `function f() { return load().catch(() => 'x'); }\nnamespace f { export const a = 1; }`,
    'never',
  ),
  called(
    'a constant with a type of its name',
    `const f = ${SAFE};\ntype f = string;`,
    'never',
  ),
  called(
    'a constant with an interface of its name',
    `const f = ${SAFE};\ninterface f { a: 1 }`,
    'never',
  ),
  called(
    'what a wrapper gives back that is declared in two steps',
    `function make(id?: string): Promise<string>;\nfunction make() { return load().catch(() => 'x'); }\nfunction same<T>(g: T): T { return g; }\nconst f = same(make);`,
    'never',
  ),
  called(
    'what a wrapper gives back that is only declared',
    `declare function make(): Promise<string>;\nfunction same<T>(g: T): T { return g; }\nconst f = same(make);`,
    'may',
  ),
  called(
    'what a wrapper gives back of a type without a function',
    `declare function same<T>(g: T): () => Promise<string>;\nconst f = same(${SAFE});`,
    'may',
  ),
  called('a bound function that may', `const f = ${BAD}.bind(null);`, 'may'),
  called(
    'what a wrapper gives back',
    `function same<T>(g: T): T { return g; }\nconst f = same(${SAFE});`,
    'never',
  ),
  called(
    'what a wrapper gives back of two kinds',
    `declare function one(): (() => Promise<string>) | (() => Promise<string>);\nconst f = one();`,
    'may',
  ),
  called(
    'what an overloaded wrapper gives back',
    `function make(): Promise<string>;\nfunction make(id?: string): Promise<string>;\nfunction make() { return load().catch(() => 'x'); }\nfunction same<T>(g: T): T { return g; }\nconst f = same(make);`,
    'may',
  ),
  ['a function on the spot', `ask(${SAFE}());`, 'never'],
  ['a function on the spot that may', `ask(${BAD}());`, 'may'],
  ['a template', `const f = ${SAFE};\nask((f as any)\`x\`);`, 'unknown'],
]);

catalogue('which function does a member stand for?', rejection, [
  ['a property', `const o = { f: ${SAFE} };\nask(o.f());`, 'never'],
  ['a property that may', `const o = { f: ${BAD} };\nask(o.f());`, 'may'],
  [
    'a property by its text',
    `const o = { f: ${SAFE} };\nask(o['f']());`,
    'never',
  ],
  [
    'a property that is written',
    `const o = { f: ${SAFE} };\no.f = ${BAD};\nask(o.f());`,
    'may',
  ],
  ['a shorthand', `const f = ${SAFE};\nconst o = { f };\nask(o.f());`, 'never'],
  [
    'a shorthand that may',
    `const f = ${BAD};\nconst o = { f };\nask(o.f());`,
    'may',
  ],
  [
    'a method',
    `const o = { f() { return load().catch(() => 'x'); } };\nask(o.f());`,
    'never',
  ],
  [
    'a getter',
    `const o = { get f() { return ${SAFE}; } };\nask(o.f());`,
    'may',
  ],
  ['a member of any', 'ask(anything.f());', 'unknown'],
  [
    'a computed member',
    `const o: Record<string, () => Promise<string>> = { f: ${SAFE} };\nask(o[items[0]!]!());`,
    'may',
  ],
  ['a pattern', `const { f } = { f: ${SAFE} };\nask(f());`, 'never'],
  ['a pattern that may', `const { f } = { f: ${BAD} };\nask(f());`, 'may'],
  [
    'a pattern under another name',
    `const { f: g } = { f: ${SAFE} };\nask(g());`,
    'never',
  ],
  ['a pattern of an array', `const [f] = [${SAFE}];\nask(f!());`, 'may'],
  [
    'a pattern by a text',
    `const { 'f': g } = { f: ${SAFE} };\nask(g());`,
    'may',
  ],
  [
    'a pattern with a fallback',
    `const { f = ${BAD} } = { f: ${SAFE} };\nask(f());`,
    'may',
  ],
  [
    'the rest of a pattern',
    `const { ...o } = { f: ${SAFE} };\nask(o.f());`,
    'never',
  ],
  [
    'a method of a class',
    `class A { f() { return load().catch(() => 'x'); } }\nask(new A().f());`,
    'never',
  ],
  [
    'a field of a class',
    `class A { f = ${SAFE}; }\nask(new A().f());`,
    'never',
  ],
  [
    'a field of a class that is written',
    `class A { f = ${SAFE}; g() { this.f = ${BAD}; } }\nask(new A().f());`,
    'may',
  ],
  [
    'a method that a class overrides',
    `class A { f() { return load().catch(() => 'x'); } }\nclass B extends A { override f() { return load(); } }\ndeclare const a: A;\nlog(B);\nask(a.f());`,
    'may',
  ],
  [
    'the method of a parent',
    `class A { f() { return load().catch(() => 'x'); } }\nclass B extends A { override f() { return load(); } g() { ask(super.f()); } }`,
    'never',
  ],
  [
    'a method of an interface',
    `interface A { f(): Promise<string> }\ndeclare const a: A;\nask(a.f());`,
    'may',
  ],
  [
    'a method that a class overrides, by a pattern',
    `class A { f() { return load().catch(() => 'x'); } }\nclass B extends A { override f() { return load(); } }\ndeclare const a: A;\nlog(B);\nconst { f } = a;\nask(f());`,
    'may',
  ],
  [
    'a function of JavaScript that is written',
    `import { f } from './other';\nask(f());`,
    'may',
    {
      'other.js':
        'export function f() { return Promise.resolve(1); }\nf = () => Promise.reject(1);',
    },
  ],
  [
    'a function that CommonJS exports',
    `import { f } from './other';\nask(f());`,
    'never',
    { 'other.js': 'exports.f = () => Promise.resolve(1);' },
  ],
  [
    'a function of JavaScript',
    `import { f } from './other';\nask(f());`,
    'never',
    { 'other.js': 'export function f() { return Promise.resolve(1); }' },
  ],
  [
    'a function of a namespace',
    `namespace A { export const f = ${SAFE}; }\nask(A.f());`,
    'never',
  ],
  [
    'a default export',
    `import f from './other';\nask(f());`,
    'never',
    { 'other.ts': `export default () => Promise.resolve(1);` },
  ],
  [
    'a default export by a name',
    `import f from './other';\nask(f());`,
    'never',
    { 'other.ts': `const g = () => Promise.resolve(1);\nexport default g;` },
  ],
  [
    'an export under another name',
    `import { g } from './other';\nask(g());`,
    'may',
    { 'other.ts': `const f = async () => { throw 1; };\nexport { f as g };` },
  ],
  [
    'a member of all exports',
    `import * as other from './other';\nask(other.f());`,
    'never',
    { 'other.ts': 'export const f = () => Promise.resolve(1);' },
  ],
]);

catalogue('what does a function hand on?', rejection, [
  [
    'where it is given to another',
    `const run = (g: () => Promise<string>) => g();\nask(run(${SAFE}));`,
    'may',
  ],
  [
    'where it is an async one',
    `const f = async () => ${SAFE}();\nask(f());`,
    'never',
  ],
  [
    'where it is an async one that may',
    `const f = async () => ${BAD}();\nask(f());`,
    'may',
  ],
  ['where it tries', `ask(Promise.try(${SAFE}));`, 'never'],
  ['where it tries what may', `ask(Promise.try(${BAD}));`, 'may'],
  [
    'where it tries what throws',
    'ask(Promise.try(() => { throw 1; }));',
    'may',
  ],
]);

it('follows no name into a package', () => {
  const [program, file] = moduleOf('const f = () => 1;\nask(f);');
  const [call] = callsOf(file, 'ask');
  const packaged = { ...program, isSourceFileFromExternalLibrary: () => true };

  expect(functionsOf(program, argumentOf(call))).toHaveLength(1);
  expect(functionsOf(packaged, argumentOf(call))).toEqual([]);
});
