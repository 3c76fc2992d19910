import { type Case, catalogue, rejection } from '../asked.ts';

/** Asks about an expression. */
function of(name: string, expression: string, answer: string): Case {
  return [name, `ask(${expression});`, answer];
}

catalogue('can what cannot be seen reject?', rejection, [
  of('a declared function', 'load()', 'may'),
  of('a value of type any', 'anything', 'unknown'),
  of('a call of any', 'anything.load()', 'unknown'),
  of('a plain value', 'items.length', 'never'),
  of('a call that returns no promise', 'log()', 'never'),
  [
    'a function of a package',
    "import { readFile } from 'node:fs/promises';\nask(readFile('x'));",
    'may',
  ],
  [
    'a package that is not there',
    "import { read } from 'nowhere';\nask(read());",
    'unknown',
  ],
  [
    'a package that is not there, awaited by a function',
    "import { read } from 'nowhere';\nasync function f() { await read(); }\nask(f());",
    'unknown',
  ],
  [
    'a package that is not there, beside a promise',
    "import { read } from 'nowhere';\nask(Promise.all([read(), load()]));",
    'may',
  ],
  ['a name that nobody declares', 'ask(missing());', 'unknown'],
  of('a dynamic import', "import('node:fs')", 'may'),
  [
    'a method of an interface',
    'interface Api { read(): Promise<void> }\ndeclare const api: Api;\nask(api.read());',
    'may',
  ],
  [
    'a method of an interface that returns no promise',
    'interface Api { read(): void }\ndeclare const api: Api;\nask(api.read());',
    'never',
  ],
  [
    'a function that is a parameter',
    'const f = (read: () => Promise<void>) => { ask(read()); };',
    'may',
  ],
  [
    'a promise that is a parameter',
    'const f = (p: Promise<void>) => { ask(p); };',
    'may',
  ],
  [
    'a type parameter without constraint',
    'const f = <T,>(value: T) => { ask(value); };',
    'unknown',
  ],
  [
    'a type parameter that is a promise',
    'const f = <T extends Promise<void>>(value: T) => { ask(value); };',
    'may',
  ],
]);

catalogue('can what goes into a combinator reject?', rejection, [
  of('all, of a member that may', 'Promise.all([1, load()])', 'may'),
  of('all, of plain values', 'Promise.all([1, Promise.resolve(2)])', 'never'),
  of('all, of any', 'Promise.all([anything])', 'unknown'),
  of(
    'all, of any and a member that may',
    'Promise.all([anything, load()])',
    'may',
  ),
  of('all, of an array of any', 'Promise.all(anything)', 'unknown'),
  of('all, of nothing', 'Promise.all([])', 'never'),
  of('all, of what is not iterable', 'Promise.all(5 as never)', 'may'),
  of('all, without an argument', 'Promise.all()', 'unknown'),
  of(
    'race, of a member that may',
    'Promise.race([load(), Promise.resolve(1)])',
    'may',
  ),
  of('race, of plain values', 'Promise.race([1, Promise.resolve(1)])', 'never'),
  of('any, where each member may', 'Promise.any([load(1), load(2)])', 'may'),
  of(
    'any, where one fulfils',
    'Promise.any([load(), Promise.resolve(1)])',
    'never',
  ),
  of('any, of nothing', 'Promise.any([])', 'may'),
  of('any, of an array that may be empty', 'Promise.any(items)', 'unknown'),
  of('allSettled, of an array', 'Promise.allSettled([load()])', 'never'),
  of('allSettled, of any', 'Promise.allSettled(anything)', 'unknown'),
  of(
    'allSettled, of what is not iterable',
    'Promise.allSettled(5 as unknown as {})',
    'may',
  ),
  of('a spread list that may', 'Promise.all([...[load()]])', 'may'),
  of(
    'a spread list that cannot',
    'Promise.all([...[load().catch(log)]])',
    'never',
  ),
  of(
    'a member that is one of two',
    'Promise.all([isReady ? load() : 1])',
    'may',
  ),
  of('one of two that cannot', 'Promise.all([isReady ? 2 : 1])', 'never'),
  of('a member after &&', 'Promise.all([isReady && load()])', 'may'),
  of('a member after ??', 'Promise.all([null ?? load()])', 'may'),
  of(
    'an array that is one of two',
    'Promise.all(isReady ? [load()] : [])',
    'may',
  ),
  of('one of two empty arrays', 'Promise.all(isReady ? [] : [])', 'never'),
  of('another combinator', 'Promise.all([Promise.all([load()])])', 'may'),
  of('settled results', 'Promise.all([Promise.allSettled([load()])])', 'never'),
]);

catalogue('can a list of promises reject?', rejection, [
  of(
    'map, bare',
    'Promise.all(items.map(async (i) => { await load(i); }))',
    'may',
  ),
  of(
    'map, guarded',
    'Promise.all(items.map(async (i) => { try { await load(i); } catch {} }))',
    'never',
  ),
  of(
    'map, with a catch on each',
    'Promise.all(items.map((i) => load(i).catch(log)))',
    'never',
  ),
  of('map, of a named function', 'Promise.all(items.map(load))', 'may'),
  of(
    'map, to plain values',
    'Promise.all(items.map((i) => i.length))',
    'never',
  ),
  of(
    'map of any, bare',
    'Promise.all(anything.map(async (i: string) => { await load(i); }))',
    'may',
  ),
  of(
    'map of any, guarded',
    'Promise.all(anything.map(async (i: string) => { try { await load(i); } catch {} }))',
    'never',
  ),
  of(
    'map of any, to any',
    'Promise.all(anything.map((i: any) => i.load()))',
    'unknown',
  ),
  of(
    'map, then filter',
    'Promise.all(items.map((i) => load(i)).filter(Boolean))',
    'may',
  ),
  of(
    'filter, then a guarded map',
    'Promise.all(items.filter(Boolean).map((i) => load(i).catch(log)))',
    'never',
  ),
  of(
    'Array.from with a callback',
    'Promise.all(Array.from(items, (i) => load(i)))',
    'may',
  ),
  of(
    'Array.from with a guarded callback',
    'Promise.all(Array.from(items, (i) => load(i).catch(log)))',
    'never',
  ),
  of('flatMap', 'Promise.all(items.flatMap((i) => [load(i)]))', 'may'),
  of(
    'flatMap, guarded',
    'Promise.all(items.flatMap((i) => [load(i).catch(log)]))',
    'never',
  ),
  of('concat', 'Promise.all([load().catch(log)].concat([load()]))', 'may'),
  ['a variable', 'const list = [load()];\nask(Promise.all(list));', 'may'],
  [
    'a variable of handled ones',
    'const list = [load().catch(log)];\nask(Promise.all(list));',
    'never',
  ],
  [
    'a list that is filled',
    'const list: Promise<unknown>[] = [];\nfor (const i of items) list.push(load(i));\nask(Promise.all(list));',
    'may',
  ],
  [
    'a list that is filled with handled ones',
    'const list: Promise<unknown>[] = [];\nfor (const i of items) list.push(load(i).catch(log));\nask(Promise.all(list));',
    'never',
  ],
  [
    'a list that nothing fills',
    'const list: Promise<unknown>[] = [];\nask(Promise.all(list));',
    'never',
  ],
  [
    'a list that is handed out to be filled',
    'declare function fill(list: Promise<unknown>[]): void;\nconst list: Promise<unknown>[] = [];\nfill(list);\nask(Promise.all(list));',
    'may',
  ],
  [
    'a list that is an exported one',
    'export const list: Promise<unknown>[] = [];\nask(Promise.all(list));',
    'may',
  ],
  [
    'a set',
    'const set = new Set<Promise<unknown>>();\nset.add(load());\nask(Promise.all(set));',
    'may',
  ],
  [
    'a set of handled ones',
    'const set = new Set<Promise<unknown>>();\nset.add(load().catch(log));\nask(Promise.all(set));',
    'never',
  ],
  [
    'the values of a map',
    "const map = new Map<string, Promise<unknown>>();\nmap.set('a', load());\nask(Promise.all(map.values()));",
    'may',
  ],
  [
    'the values of a map of handled ones',
    "const map = new Map<string, Promise<unknown>>();\nmap.set('a', load().catch(log));\nask(Promise.all(map.values()));",
    'never',
  ],
  [
    'what is taken out of a map',
    "const map = new Map<string, Promise<unknown>>();\nmap.set('a', load().catch(log));\nask(map.get('a'));",
    'never',
  ],
  ['an element by its index', 'const list = [load()];\nask(list[0]);', 'may'],
  [
    'an element of handled ones by its index',
    'const list = [load().catch(log)];\nask(list[0]);',
    'never',
  ],
  ['each of a list', 'for (const p of [load()]) ask(p);', 'may'],
  [
    'each of a list of handled ones',
    'for (const p of [load().catch(log)]) ask(p);',
    'never',
  ],
]);

catalogue('can what a handler makes of a rejection reject?', rejection, [
  of('catch that swallows', 'load().catch(() => null)', 'never'),
  of('catch that only logs', 'load().catch((e) => { log(e); })', 'never'),
  of('catch by a logger', 'load().catch(log)', 'never'),
  of(
    'catch by a handler of the console',
    'load().catch(console.error)',
    'never',
  ),
  of('catch that throws', 'load().catch((e) => { throw e; })', 'may'),
  of(
    'catch that throws on one way',
    'load().catch((e) => { if (isReady) throw e; })',
    'may',
  ),
  of(
    'catch that throws inside a try',
    'load().catch(() => { try { throw 1; } catch {} })',
    'never',
  ),
  of(
    'catch that returns a rejection',
    'load().catch((e) => Promise.reject(e))',
    'may',
  ),
  of('catch that tries again', 'load().catch(() => load())', 'may'),
  of(
    'catch that tries again, once',
    'load().catch(() => load().catch(log))',
    'never',
  ),
  of(
    'catch that awaits what may',
    'load().catch(async () => { await load(); })',
    'may',
  ),
  of(
    'catch that awaits what may in a try',
    'load().catch(async () => { try { await load(); } catch {} })',
    'never',
  ),
  [
    'catch that calls what throws',
    'function fail(e: unknown): never { throw e; }\nask(load().catch((e) => { fail(e); }));',
    'may',
  ],
  [
    'catch by what throws',
    'function fail(e: unknown): never { throw e; }\nask(load().catch(fail));',
    'may',
  ],
  [
    'catch that calls what guards itself',
    'function fail(e: unknown) { try { throw e; } catch {} }\nask(load().catch((e) => { fail(e); }));',
    'never',
  ],
  of('catch of nothing', 'load().catch()', 'may'),
  of('catch of undefined', 'load().catch(undefined)', 'may'),
  [
    'catch by a handler that may be missing',
    'const f = (h?: () => void) => { ask(load().catch(h)); };',
    'unknown',
  ],
  [
    'catch by a handler that is there',
    'const f = (h: () => void) => { ask(load().catch(h)); };',
    'never',
  ],
  of(
    'catch by a handler or nothing',
    'load().catch(isReady ? () => null : undefined)',
    'unknown',
  ),
  of('then with one argument', 'load().then(() => 1)', 'may'),
  of('then with two', 'load().then(() => 1, () => 2)', 'never'),
  of('then with null and a handler', 'load().then(null, () => 2)', 'never'),
  of(
    'then that throws beside its handler',
    'load().then(() => { throw 1; }, () => 2)',
    'may',
  ),
  of('then that returns what may', 'load().then(() => load(), () => 2)', 'may'),
  of(
    'then whose handler throws',
    'load().then(() => 1, (e) => { throw e; })',
    'may',
  ),
  of('then after a catch', 'load().catch(log).then(() => 1)', 'never'),
  of(
    'then that throws after a catch',
    'load().catch(log).then(() => { throw 1; })',
    'may',
  ),
  of('catch after then', 'load().then(() => { throw 1; }).catch(log)', 'never'),
  of('finally', 'load().finally(() => {})', 'may'),
  of('finally after a catch', 'load().catch(log).finally(() => {})', 'never'),
  of(
    'finally that throws',
    'load().catch(log).finally(() => { throw 1; })',
    'may',
  ),
  of('resolve of a value', 'Promise.resolve(1)', 'never'),
  of('resolve of a promise', 'Promise.resolve(load())', 'may'),
  of('resolve of any', 'Promise.resolve(anything)', 'unknown'),
  of('reject', 'Promise.reject(1)', 'may'),
]);

catalogue('can a new promise reject?', rejection, [
  of(
    'only resolve',
    'new Promise((resolve) => setTimeout(resolve, 1))',
    'never',
  ),
  of(
    'reject that is used',
    'new Promise((_, reject) => setTimeout(reject, 1))',
    'may',
  ),
  of(
    'reject that is not',
    'new Promise((resolve, reject) => setTimeout(resolve, 1))',
    'never',
  ),
  of('an executor that throws', 'new Promise(() => { throw 1; })', 'may'),
  of(
    'an executor that throws in a try',
    'new Promise<void>((resolve) => { try { throw 1; } catch { resolve(); } })',
    'never',
  ),
  of(
    'an executor with a plain call',
    'new Promise<void>((resolve) => { log(); resolve(); })',
    'never',
  ),
  of(
    'an async executor',
    'new Promise<void>(async (resolve) => { await load(); resolve(); })',
    'never',
  ),
  of(
    'resolve with a promise',
    'new Promise((resolve) => { resolve(load()); })',
    'may',
  ),
  of(
    'resolve with a handled promise',
    'new Promise((resolve) => { resolve(load().catch(log)); })',
    'never',
  ),
  [
    'a named executor',
    'function wait(done: () => void) { setTimeout(done, 1); }\nask(new Promise<void>(wait));',
    'never',
  ],
  [
    'an executor that cannot be seen',
    'declare function run(done: () => void): void;\nask(new Promise<void>(run));',
    'may',
  ],
  ['a class of its own', 'class Job { then() {} }\nask(new Job());', 'never'],
]);

catalogue('can a timer reject?', rejection, [
  [
    'a delay',
    'const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));\nask(wait(1));',
    'never',
  ],
  [
    'timers/promises',
    "import { setTimeout as wait } from 'node:timers/promises';\nask(wait(1));",
    'never',
  ],
  [
    'timers/promises with a signal',
    "import { setTimeout as wait } from 'node:timers/promises';\nask(wait(1, null, { signal: anything }));",
    'may',
  ],
  [
    'a promisified timer',
    "import { promisify } from 'node:util';\nconst wait = promisify(setTimeout);\nask(wait(1));",
    'never',
  ],
  [
    'another promisified function',
    "import { promisify } from 'node:util';\nimport { exec } from 'node:child_process';\nconst run = promisify(exec);\nask(run('ls'));",
    'may',
  ],
]);
