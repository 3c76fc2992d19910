import { describe, expect, it } from 'vitest';

import { fateOf, localFateOf } from '../../../src/analysis/fates/fates.ts';
import { catalogue, combinatorIn, fate } from '../asked.ts';
import { fileOf, programOf } from '../program.ts';

const ALL = 'Promise.all([load()])';

catalogue('where does a rejection go that a place of many types takes?', fate, [
  [
    'a member that may be a function whose result is ignored',
    `declare const task: { run: Promise<unknown> | (() => void) };\ntask.run = ${ALL};`,
    'unknown',
  ],
  [
    'a member of a literal that may be a function whose result is ignored',
    `declare function take(task: { run: Promise<unknown> | (() => void) }): void;\ntake({ run: ${ALL} });`,
    'unknown',
  ],
  [
    'a field for which the base class has a function whose result is ignored',
    `class A { run: any = () => {}; }\ninterface Runs { run: () => void }\nclass B extends A implements Runs { override run: any = ${ALL}; }`,
    'propagated',
  ],
  [
    'a method for which one of several types ignores the result',
    `declare function define<T>(task: T | { run(): void }): T;\ndefine({ async run() { await ${ALL}; } });`,
    'callback 2',
  ],
  [
    'a method that only one of several types has',
    `export const task: { name: string } | { run(): void } = { async run() { await ${ALL}; } };`,
    'callback 1',
  ],
  ['a function', `function f() {}\nf = ${ALL};`, 'unknown'],
  [
    'a key that is a number, in an object that nobody reads',
    `const kept = { 0: ${ALL} };`,
    'unknown',
  ],
]);

catalogue('where does a rejection go that a function hands on?', fate, [
  [
    'to itself',
    `function f(p: Promise<unknown>, n: number): Promise<unknown> { if (n > 0) f(p, n - 1);\nreturn p; }\nf(${ALL}, 2).catch(log);`,
    'unknown',
  ],
  [
    'in a list',
    `function list(p: unknown) { return [p]; }\nconst all = list(${ALL});\nawait Promise.allSettled(all);`,
    'handled 3',
  ],
  [
    'in a list that is promised',
    `async function list(p: unknown) { return [p]; }\nlist(${ALL});`,
    'unknown',
  ],
]);

catalogue('where does a rejection go that is kept?', fate, [
  ['in a pattern', `const { then } = ${ALL};`, 'unknown'],
  ['in a name', `const then = ${ALL};`, 'unused 1'],
  [
    'in a name that is written before it is read',
    `async function f() { let all: unknown = ${ALL};\nall = load(); await all; }`,
    'unused 1',
  ],
  [
    'in a name that may be written before it is read',
    `async function f() { let all: unknown = ${ALL};\nif (isReady) all = load(); await all; }`,
    'unknown',
  ],
  [
    'in a name that is written right before it is handled',
    `async function f() { let all: any = ${ALL};\nall = load();\nall.catch(() => {}); }`,
    'unused 1',
  ],
  [
    'in a name of the module that is written right before it is handled',
    `let all: any = ${ALL};\nall = load();\nall.catch(() => {});`,
    'unused 1',
  ],
  [
    'by what resolves something',
    `declare const deferred: { resolve(value: unknown): void }; deferred.resolve(${ALL});`,
    'unknown',
  ],
  ['by Promise.resolve', `Promise.resolve(${ALL});`, 'discarded 1'],
  [
    'in a private field by brackets',
    `class A { private all: unknown; run() { this['all'] = ${ALL}; } }`,
    'unused 1',
  ],
  [
    'in a field by brackets',
    `class A { all: unknown; run() { this['all'] = ${ALL}; } }`,
    'unknown',
  ],
  ['in a member of anything', `anything['all'] = ${ALL};`, 'unknown'],
  [
    'in a parameter that nothing reads again',
    `function run(all: unknown) { all = ${ALL}; }`,
    'unused 1',
  ],
  [
    'in a parameter that is returned',
    `function run(all: unknown) { all = ${ALL}; return all; }\nlog(run);`,
    'unknown',
  ],
  [
    'in a name of a pattern that nothing reads again',
    `let { all } = anything; all = ${ALL};`,
    'unused 1',
  ],
  [
    'in a name of a pattern that is awaited',
    `let { all } = anything; all = ${ALL};\nawait all;`,
    'top-level 2',
  ],
  [
    'behind a spread list',
    `const [first, all] = [...items, ${ALL}];\nawait all;`,
    'unknown',
  ],
  [
    'before a spread list',
    `const [all] = [${ALL}, ...items];\nawait all;`,
    'top-level 2',
  ],
  [
    'under a text',
    `const jobs = { 'all': ${ALL} };\nawait jobs.all;`,
    'top-level 2',
  ],
  [
    'under a computed name',
    `const jobs = { [items[0]!]: ${ALL} };\nawait jobs.all;`,
    'unknown',
  ],
  [
    'under a name that nothing reads',
    `const jobs = { all: ${ALL} };`,
    'unused 1',
  ],
  ['spread by itself', `log([...(${ALL} as any)]);`, 'unknown'],
  [
    'in a list that is given as another argument',
    `const list = [${ALL}];\nPromise.all.call(Promise, list);`,
    'unknown',
  ],
  [
    'in a list beside the first argument',
    `const list = [${ALL}];\n(Promise as any).allSettled([], list);`,
    'unknown',
  ],
  [
    'in a list that is the first argument',
    `const list = [${ALL}];\nPromise.allSettled(list);`,
    'handled 2',
  ],
]);

catalogue('where does a rejection go that a function is given?', fate, [
  [
    'a function that gives it to itself',
    `async function run(all: Promise<unknown>) { await run(all); }\nrun(${ALL});`,
    'unknown',
  ],
  [
    'eight functions, one inside the other',
    `${chain(8)}f1(${ALL});`,
    'handled 8',
  ],
  ['one more', `${chain(9)}f1(${ALL});`, 'unknown'],
]);

/** So many functions that give what they are given to the next one, the last of which handles it. */
function chain(length: number): string {
  return Array.from({ length }, (_, index) => {
    const use =
      index === length - 1 ? 'p.catch(log)' : `f${String(index + 2)}(p)`;
    return `function f${String(index + 1)}(p: Promise<unknown>) { ${use}; }\n`;
  }).join('');
}

catalogue('where does a rejection go that a function makes?', fate, [
  [
    'tested, and handled where it is called',
    `const f = () => ${ALL};\nif (f ?? anything) f().catch(log);`,
    'handled 2',
  ],
  ['voided itself', `void (() => ${ALL});`, 'unknown'],
  ['called and voided', `void (() => ${ALL})();`, 'voided 1'],
  [
    'returned for somebody who drops it',
    `function make(): () => void { return () => ${ALL}; }`,
    'callback 1',
  ],
  [
    'returned for somebody',
    `function make(): () => unknown { return () => ${ALL}; }`,
    'unknown',
  ],
  [
    'a generator, which others run',
    `async function* f() { await ${ALL}; }`,
    'unknown',
  ],
  [
    'an async function',
    `async function f() { await ${ALL}; }\nf();`,
    'discarded 2',
  ],
]);

catalogue('who looks at what a callback returns?', fate, [
  ['finally of a promise', `load().finally(() => ${ALL});`, 'discarded 1'],
  [
    'finally of something else',
    `declare const queue: { finally(job: () => unknown): void };\nqueue.finally(() => ${ALL});`,
    'unknown',
  ],
  ['map of a list', `items.map(() => ${ALL});`, 'discarded 1'],
  [
    'map of something else',
    `declare const queue: { map(job: () => unknown): void };\nqueue.map(() => ${ALL});`,
    'unknown',
  ],
  ['Array.from', `Array.from(items, () => ${ALL});`, 'discarded 1'],
  [
    'from of something else',
    `declare const queue: { from(list: unknown, job: () => unknown): void };\nqueue.from(items, () => ${ALL});`,
    'unknown',
  ],
  [
    'a timer of the window',
    `window.setTimeout(() => ${ALL}, 1);`,
    'callback 1',
  ],
  [
    'something that is named like a timer',
    `declare const clocks: Record<string, (job: () => unknown) => void>;\nclocks.setTimeout(() => ${ALL});`,
    'unknown',
  ],
  [
    'the rest of the arguments',
    `declare function each(first: unknown, ...jobs: (() => void)[]): void;\neach(1, log, () => ${ALL});`,
    'callback 2',
  ],
  [
    'the rest of the arguments, looked at',
    `declare function each(first: unknown, ...jobs: (() => unknown)[]): void;\neach(1, log, () => ${ALL});`,
    'unknown',
  ],
  [
    'an overload that takes no callback, beside one that drops it',
    `declare function each(): void; declare function each(job: () => void): void;\neach(() => ${ALL});`,
    'callback 2',
  ],
  [
    'a member with a computed name',
    `declare const name: string; interface Jobs { [name: string]: () => void }\nclass A implements Jobs { [name]() { return ${ALL}; } }`,
    'propagated',
  ],
  [
    'a member of an object with a computed name',
    `declare const name: string; const jobs: { run(): void; [name: string]: () => void } = { run() {},\n[name]() { return ${ALL}; } };`,
    'unknown',
  ],
  [
    'a member of an object',
    `const jobs: { run(): void } = {\nrun() { return ${ALL}; } };`,
    'callback 2',
  ],
]);

describe('what the user names takes over', () => {
  const taken = (text: string): string => {
    const { program, call } = combinatorIn(text);
    const isKeep = (node: { expression: { getText(): string } }): boolean =>
      node.expression.getText() === 'keep';
    return `${fateOf(program, call.node).kind} ${fateOf(program, call.node, isKeep).kind} ${fateOf(program, call.node).kind}`;
  };

  it.each([
    [
      `declare function keep(job: unknown): void; keep(${ALL});`,
      'unknown handled unknown',
    ],
    [
      `declare function drop(job: unknown): void; drop(${ALL});`,
      'unknown unknown unknown',
    ],
    [
      `function keep(job: Promise<unknown>) { void job; }\nkeep(${ALL});`,
      'lost handled lost',
    ],
    [`${ALL};`, 'lost lost lost'],
  ])('%s', (text, kinds) => {
    expect(taken(text)).toBe(kinds);
  });
});

describe('within its own function', () => {
  const local = (text: string): string => {
    const { program, call } = combinatorIn(text);
    return localFateOf(program, call.node).kind;
  };

  it.each([
    [
      'leaves it by return',
      `function f() { return ${ALL}; }\nf();`,
      'propagated',
    ],
    [
      'leaves it by await',
      `async function f() { await ${ALL}; }\nf();`,
      'propagated',
    ],
    ['is lost in it', `function f() { ${ALL}; }\nf();`, 'lost'],
    [
      'is handled in it',
      `function f() { return ${ALL}.catch(log); }\nf();`,
      'handled',
    ],
    [
      'is handled in it and passed on',
      `function f() { return ${ALL}.catch((error) => { throw error; }); }\nf();`,
      'handled',
    ],
    [
      'stays in it, by a function that is called at once',
      `async function f() { try { await (async () => { await ${ALL}; })(); } catch { log(); } }`,
      'handled',
    ],
    [
      'stays in it, by a callback of then',
      `function f() { load().then(() => ${ALL}); }`,
      'lost',
    ],
    [
      'leaves it by a callback of somebody',
      `function f() { setTimeout(() => ${ALL}); }`,
      'propagated',
    ],
    [
      'leaves it by a function that is kept',
      `function f() { const g = () => ${ALL}; g(); }`,
      'propagated',
    ],
  ])('%s: %s', (_name, text, expected) => {
    expect(local(text)).toBe(expected);
  });
});

describe('a rejection that leaves its file', () => {
  it('in two places is told to leave it in the first', () => {
    const { program, call } = combinatorIn(
      `const all = ${ALL};\nexport { all as first };\nexport { all as second };`,
    );
    const found = fateOf(program, call.node);

    expect(found.kind === 'propagated' && found.to.parent.getText()).toBe(
      'all as first',
    );
  });

  it('may do so by a global name of a script', () => {
    const program = programOf({
      'main.ts': 'const all = Promise.all([fetch("/a")]);',
    });

    expect(fate(program, fileOf(program, 'main.ts'))).toBe('unknown');
  });
});
