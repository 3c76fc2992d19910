import { memberRejectionOf } from '../../../src/analysis/rejections/sources.ts';
import { askedOfCall, catalogue, rejection } from '../asked.ts';

const SURE = 'items.map(async () => 1)';

catalogue('can any reject?', rejection, [
  ['nothing', 'ask(Promise.any([]));', 'may'],
  ['a list that may', 'ask(Promise.any([...items.map(load)]));', 'may'],
  ['a list that may be empty', `ask(Promise.any([...${SURE}]));`, 'unknown'],
  ['one and a list', 'ask(Promise.any([load(), ...items.map(load)]));', 'may'],
  [
    'one and a list that may be empty',
    `ask(Promise.any([load(), ...${SURE}]));`,
    'unknown',
  ],
  [
    'one and a list of no promises',
    'ask(Promise.any([load(), ...items]));',
    'unknown',
  ],
  [
    'two lists, one of which may be empty',
    `ask(Promise.any([...items.map(load), ...${SURE}]));`,
    'unknown',
  ],
  [
    'one that cannot, and a list',
    'ask(Promise.any([Promise.resolve(1), ...items.map(load)]));',
    'never',
  ],
  [
    'two functions that may',
    'const f = () => load(); const g = () => load(); ask(Promise.any([f(), g()]));',
    'may',
  ],
  [
    'two functions, one of which cannot',
    'const f = () => load(); const g = async () => 1; ask(Promise.any([f(), g()]));',
    'never',
  ],
  [
    'two functions, one of which is not known',
    'const f = () => load(); const g = () => anything(); ask(Promise.any([f(), g()]));',
    'unknown',
  ],
]);

catalogue('can what a list holds reject?', rejection, [
  [
    'of a method that is declared',
    'declare const api: { list(): Promise<string>[] }; ask(Promise.all(api.list()));',
    'may',
  ],
  [
    'of a method that is seen',
    'const api = { list() { return [Promise.resolve(1)]; } }; ask(Promise.all(api.list()));',
    'never',
  ],
  ['of a set of nothing', 'ask(Promise.all(new Set));', 'never'],
  [
    'of a set',
    'declare const set: Set<Promise<string>>; ask(Promise.all(set));',
    'may',
  ],
  [
    'of a set that may be missing',
    'declare const set: Set<Promise<string>> | undefined; ask(Promise.all(set!));',
    'may',
  ],
  [
    'of a set or a map',
    'declare const set: Set<Promise<string>> | Map<string, Promise<string>>; ask(Promise.all(set as never));',
    'may',
  ],
  [
    'of a list of values or of promises',
    'declare const list: string[] | Promise<string>[]; ask(Promise.all(list));',
    'may',
  ],
  [
    'of a list of values or nothing',
    'declare const list: string[] | undefined; ask(Promise.all(list!));',
    'never',
  ],
  [
    'of a map',
    'declare const map: Map<string, Promise<string>>; ask(Promise.all(map));',
    'never',
  ],
  [
    'of the values of a map that a call gives',
    'declare function make(): Map<string, Promise<string>>; ask(Promise.all(make().values()));',
    'may',
  ],
  [
    'of an iterable of the program',
    'declare const own: { [Symbol.iterator](): Iterator<Promise<string>> }; ask(Promise.all(own));',
    'unknown',
  ],
  ['of a number', 'ask(Promise.allSettled(1 as never as number));', 'may'],
  [
    'of a list or a number',
    'declare const list: string[] | number; ask(Promise.allSettled(list as never));',
    'unknown',
  ],
  [
    'of a list or something open',
    'function f<T>(list: T | string[]) { ask(Promise.allSettled(list as never)); }',
    'unknown',
  ],
]);

catalogue('can a value reject?', rejection, [
  [
    'the default of another file',
    "import all from './other'; ask(all);",
    'may',
    { 'other.ts': 'export default fetch("a");' },
  ],
  [
    'the safe default of another file',
    "import all from './safe'; ask(all);",
    'never',
    { 'safe.ts': 'export default Promise.resolve(1);' },
  ],
  ['a comparison or a call', 'ask(isReady === true || load());', 'may'],
  [
    'a comparison or what cannot',
    'ask(isReady === true || Promise.resolve(1));',
    'never',
  ],
  [
    'something open or a text',
    'function f<T>(it: T | string) { ask(it); }',
    'unknown',
  ],
  ['a current element', 'for (const it of [load()]) ask(it);', 'may'],
  [
    'a current element, awaited',
    'for await (const it of [load()]) ask(it);',
    'never',
  ],
  [
    'a handler that is nothing',
    'declare const nothing: null; ask(load().then(log, nothing));',
    'may',
  ],
  [
    'a handler',
    'declare const handle: () => void; ask(load().then(log, handle));',
    'never',
  ],
  [
    'a handler that may be missing',
    'declare const handle: (() => void) | undefined; ask(load().catch(handle));',
    'unknown',
  ],
  [
    'a handler that may be missing, of what cannot',
    'declare const handle: (() => void) | undefined; ask(Promise.resolve(1).catch(handle));',
    'never',
  ],
  [
    'a sleep',
    'declare function sleep(ms: number, more?: unknown): Promise<void>; ask(sleep(5));',
    'never',
  ],
  [
    'a sleep that may be stopped',
    'declare function sleep(ms: number, more?: unknown): Promise<void>; ask(sleep(5, items));',
    'may',
  ],
  [
    'another wait',
    'declare function wait(ms: number): Promise<void>; ask(wait(5));',
    'may',
  ],
  [
    'a loop over anything',
    'async function f() { for await (const it of anything) log(it); } ask(f());',
    'unknown',
  ],
  [
    'a loop over a stream',
    'declare const stream: AsyncIterable<string>; async function f() { for await (const it of stream) log(it); } ask(f());',
    'may',
  ],
  [
    'what a function inside returns',
    'function f() { function g() { return load(); } log(g); return Promise.resolve(1); } ask(f());',
    'never',
  ],
  [
    'what a class inside returns',
    'function f() { class A { g() { return load(); } } log(A); return Promise.resolve(1); } ask(f());',
    'never',
  ],
]);

catalogue('can a method reject that a subclass may replace?', rejection, [
  [
    'by a class under a name',
    'const Base = class { run() { return Promise.resolve(1); } }; class B extends Base { run() { return load() as never; } } declare const b: InstanceType<typeof Base>; ask(b.run());',
    'may',
  ],
  [
    'by none',
    'const Base = class { run() { return Promise.resolve(1); } }; class B extends Base { } declare const b: InstanceType<typeof Base>; ask(b.run());',
    'never',
  ],
  [
    'by a class of what is not seen',
    'class A { run() { return Promise.resolve(1); } } class B extends anything { run() { return load(); } } declare const a: A; ask(a.run());',
    'never',
  ],
  [
    'by a computed name',
    "class A { ['run']() { return Promise.resolve(1); } } class B extends A { ['run']() { return load() as never; } } declare const a: A; ask(a.run());",
    'never',
  ],
]);

catalogue(
  'can a member of a combinator reject?',
  askedOfCall((program, call) => memberRejectionOf(program, call).kind),
  [
    ['one of several', 'Promise.allSettled([load(), 1]);', 'may'],
    ['one of a list', 'Promise.allSettled(items.map(load));', 'may'],
    ['none', 'Promise.allSettled([1]);', 'never'],
    [
      'what is not given',
      '(Promise as PromiseConstructor).allSettled(...anything);',
      'unknown',
    ],
  ],
);
