import { describe, expect, it } from 'vitest';

import { lateIn, lateInModule } from './late.ts';

describe('whose work has begun, and may fail by itself', () => {
  const kept = (call: string, given = ''): string =>
    lateInModule(
      `${given}\nexport async function f() { const a = ${call};\nawait other();\nawait a; }`,
      1,
    );

  it.each([
    ['a promise', 'find()', 'declare function find(): Promise<string>;', true],
    [
      'a thenable that begins when it is awaited',
      'find()',
      'declare function find(): { then(done: (value: string) => void): void };',
      false,
    ],
    [
      'a subtype that begins when it is awaited',
      'find()',
      'interface Query extends Promise<string> { cancel(): void } declare function find(): Query;',
      false,
    ],
    [
      'a promise of the program',
      'find()',
      'namespace mine { export interface Promise<T> extends globalThis.Promise<T> {} } declare function find(): mine.Promise<string>;',
      false,
    ],
    [
      'a promise or a value',
      'find()',
      'declare function find(): Promise<string> | string;',
      true,
    ],
    [
      'a thenable under the name of Promise',
      'find()',
      'interface Query extends Promise<string> { cancel(): void } declare function query(): Query; function find(): Promise<string> { return query(); }',
      false,
    ],
    [
      'a thenable that an async function has waited for',
      'find()',
      'interface Query extends Promise<string> { cancel(): void } declare function query(): Query; async function find(): Promise<string> { return query(); }',
      true,
    ],
    [
      'what a function passes on',
      'find()',
      'function find(): Promise<string> { return load(); }',
      true,
    ],
    ['any', 'anything()', '', false],
    ['what cannot fail', 'Promise.resolve(1)', '', false],
    ['another name', 'begun', 'declare const begun: Promise<string>;', false],
    [
      'one of two calls',
      'isReady ? load() : find()',
      'declare function find(): Promise<string>;',
      true,
    ],
    ['one call or nothing', 'isReady && load()', '', true],
    ['one call or another value', 'isReady || load()', '', true],
    [
      'one call where there is no other promise',
      'begun ?? load()',
      'declare const begun: Promise<string> | undefined;',
      true,
    ],
    [
      "another's promise, or one that cannot fail",
      "begun ?? Promise.resolve('a')",
      'declare const begun: Promise<string> | undefined;',
      false,
    ],
    [
      'a promise that Node declares',
      "promisify(exec)('ls')",
      "import { exec } from 'node:child_process'; import { promisify } from 'node:util';",
      true,
    ],
    [
      'a timer of Node',
      'wait(10)',
      "import { setTimeout as wait } from 'node:timers/promises';",
      false,
    ],
  ])('%s: %s', (_name, call, given, isLate) => {
    expect(kept(call, given)).toBe(isLate ? `${call} suspends 2` : 'none');
  });

  it.each([
    ['anything.load()', 'anything.load() suspends 4'],
    ['anything.load().catch(log)', 'none'],
    ['anything.load().then(log)', 'none'],
    ['anything.andthen(log)', 'anything.andthen(log) suspends 4'],
    ['anything()', 'anything() suspends 4'],
  ])('is told of %s by the place that it is put in', (call, expected) => {
    expect(
      lateIn(
        `const all: Promise<string>[] = [];\nall.push(${call});\nlog();\nawait other();\nawait Promise.all(all);`,
      ),
    ).toBe(expected);
  });

  it('is not told of any by a place for everything', () => {
    expect(
      lateIn(
        'const all: unknown[] = [];\nall.push(anything.load());\nawait other();\nawait Promise.all(all);',
      ),
    ).toBe('none');
  });

  it.each([
    ['(_, reject) => { log(reject); }', true],
    ['(_, reject) => { setTimeout(reject, 10); }', true],
    ['(_, reject) => { fail = reject; }', false],
    ['(_, reject) => { fail = (error) => { reject(error); }; }', false],
    ['(_, reject) => { log({ reject: reject }); }', false],
    ['(_, reject) => { log(() => reject()); }', true],
  ])('new Promise(%s)', (executor, isLate) => {
    const text = `let fail: (error: Error) => void; const a = new Promise<void>(${executor});\nawait other();\nawait a;`;

    expect(lateIn(text)).toBe(
      isLate ? `new Promise<void>(${executor}) suspends 2` : 'none',
    );
  });
});

describe('an event that the code brings about', () => {
  const GIVEN =
    'declare function once(name: string): Promise<string>; declare function waitFor(id: string): Promise<string>; declare function fetchAll(id: string): Promise<string>;';

  it.each([
    ["once('end')", false],
    ["once('end').then(log)", false],
    ["once('end').finally(log)", false],
    ["load('end').then(log)", true],
    ['load().finally(log)', true],
  ])('%s', (call, isLate) => {
    expect(
      lateIn(`${GIVEN} const a = ${call};\nawait other();\nawait a;`),
    ).toBe(isLate ? `${call} suspends 2` : 'none');
  });

  it.each([
    ['items.map((id) => waitFor(id))', false],
    ['items.map((id) => fetchAll(id))', true],
    ['items.map((id) => { return waitFor(id); })', true],
    ['items.map(waitFor)', true],
  ])('%s', (call, isLate) => {
    expect(
      lateIn(
        `${GIVEN} const all = ${call};\nawait other();\nawait Promise.all(all);`,
      ),
    ).toBe(isLate ? `${call} suspends 2` : 'none');
  });

  it('may never come where nobody waits any more', () => {
    const run = (call: string): string =>
      lateIn(`${GIVEN} const a = ${call};\nif (isReady) await a;`);

    expect(run("once('end')")).toBe('none');
    expect(run("load('end')")).toBe("load('end') ends");
  });
});

describe('where it is kept', () => {
  it.each([
    ['a private field', '#a', 'this.#a', true],
    ['a field that is declared private', 'private a', 'this.a', true],
    ['a field that others may take up', 'a', 'this.a', false],
    ['a field with a computed name', "private ['a']", "this['a']", false],
  ])('%s', (_name, field, access, isLate) => {
    expect(
      lateInModule(
        `export class Page {\n${field}: Promise<string> | undefined;\nasync open() {\n${access} = load();\nawait other();\nawait ${access}; } }`,
      ),
    ).toBe(isLate ? 'load() suspends 5' : 'none');
  });

  it('is nowhere in a class that is built at once', () => {
    expect(
      lateInModule(
        'export class Page { static #a: Promise<string>; static { Page.#a = load(); } }',
      ),
    ).toBe('none');
  });

  it.each([
    [
      'a variable of the function',
      'let a;\na = load();\nawait other();\nawait a;',
      'load() suspends 3',
    ],
    [
      'a var of the function',
      'if (isReady) { var a = load(); }\nawait other();\nawait a;',
      'load() suspends 2',
    ],
    [
      'a variable that another function writes',
      'let a: any;\nconst begin = () => { a = load(); };\nbegin();\nawait other();\nawait a;',
      'none',
    ],
    [
      'a parameter',
      'const g = async (a: any) => { a = load(); await other(); await a; };',
      'none',
    ],
  ])('%s', (_name, body, expected) => {
    expect(lateIn(body)).toBe(expected);
  });

  it.each([
    [
      'a variable of a loop',
      'for (let a; isReady; ) { a = load(); await other(); await a; }',
      'none',
    ],
    [
      'what takes no arguments',
      'class Later extends Promise<void> {} const a = new Later;\nawait other();\nawait a;',
      'none',
    ],
    [
      'the same name again',
      'let a = load();\nif (isReady) a = a.catch(log) as never;',
      'none',
    ],
    [
      'another name',
      'let b;\nconst a = load();\nif (isReady) b = a.catch(log);',
      'load() ends',
    ],
    [
      'a member',
      'const a = load();\nif (isReady) anything.a = a.catch(log);',
      'load() ends',
    ],
  ])('%s', (_name, body, expected) => {
    expect(lateIn(body)).toBe(expected);
  });

  it('is a field that another method reads', () => {
    expect(
      lateInModule(
        'export class Page { #a: Promise<string> | undefined;\nasync open() { this.#a = load();\nawait other();\nawait this.#a; }\nget() { return this.#a; } }',
      ),
    ).toBe('none');
  });

  it('is a field that a method before it reads', () => {
    expect(
      lateInModule(
        'export class Page { #a: Promise<string> | undefined;\nasync get() { return await this.#a; }\nasync open() { this.#a = load();\nawait other();\nawait this.#a; } }',
      ),
    ).toBe('none');
  });

  it.each([
    ['Promise.all([await other(), a])', 'none'],
    ['anything([await other(), a])', 'load() suspends 2'],
  ])('is given to a combinator: %s', (call, expected) => {
    expect(lateIn(`const a = load();\nlog(await ${call});`)).toBe(expected);
  });

  it('is left where a label says so', () => {
    expect(
      lateIn(
        'outer: inner: for (const id of items) {\nconst a = load(id);\nfor (;;) { if (isReady) continue outer; break; }\nawait a;\n}',
      ),
    ).toBe('load(id) leaves 3');
  });

  it('may be a var of the module', () => {
    expect(
      lateInModule(
        'try { var a = load();\nawait other();\nawait a; } catch { log(); }',
      ),
    ).toBe('load() suspends 2');
  });
});

describe('a promise that a module starts, and a function takes up', () => {
  it.each([
    [
      'that it exports',
      'const a = load();\nexport async function get() {\nreturn a;\n}',
      'load() function 3',
    ],
    [
      'that it exports by default',
      'const a = load();\nexport default async () =>\na;',
      'load() function 3',
    ],
    [
      'that it exports by name',
      'const a = load();\nconst get = () =>\na;\nexport { get };',
      'load() function 3',
    ],
    [
      'that only such a function calls',
      'const a = load();\nfunction get() {\nreturn a; }\nexport const both = () => [get(), get()];',
      'load() function 3',
    ],
    [
      'that calls itself',
      'const a = load();\nexport async function get(): Promise<string> {\nreturn isReady ? a : get();\n}',
      'load() function 3',
    ],
    [
      'that it calls itself',
      'const a = load();\nexport async function get() {\nreturn a;\n}\nlog(get());',
      'none',
    ],
    [
      'that calls it itself by another',
      'const a = load();\nfunction get() {\nreturn a; }\nexport const both = () => [get(), get()];\nlog(both());',
      'none',
    ],
    [
      'of a class',
      'const a = load();\nexport class Page { get() {\nreturn a; } }',
      'load() function 3',
    ],
    [
      'of a class that it uses',
      'const a = load();\nexport class Page { get() {\nreturn a; } }\nlog(new Page());',
      'none',
    ],
    [
      'that it gives to somebody',
      'const a = load();\nanything.get = () => a;',
      'none',
    ],
    [
      'that it takes up as well',
      'const a = load();\nexport function get() {\nreturn a; }\nvoid a.catch(log);',
      'none',
    ],
    [
      'and a callback too',
      'const a = load();\nexport function get() {\nreturn a; }\nsetTimeout(() => a.catch(log), 10);',
      'none',
    ],
  ])('%s', (_name, text, expected) => {
    expect(lateInModule(text)).toBe(expected);
  });

  it('is not asked of a promise that a function starts', () => {
    expect(lateIn('const a = load();\nconst get = () => a;\nlog(get);')).toBe(
      'none',
    );
  });
});

describe('what waits at the top level', () => {
  it.each([
    ['const a = load();\nawait other();\nawait a;', 'none'],
    [
      'const a = load();\nawait other();\ntry { await a; } catch { log(); }',
      'load() suspends 2',
    ],
    ['const a = load();\nawait other();\na.catch(log);', 'load() suspends 2'],
    ['const a = load();\nawait other();\nawait Promise.all([a]);', 'none'],
  ])('%s', (text, expected) => {
    expect(lateInModule(text)).toBe(expected);
  });
});
