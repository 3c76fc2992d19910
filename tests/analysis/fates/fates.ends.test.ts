import { describe, expect, it } from 'vitest';

import {
  fateOf,
  isLostElsewhere,
  localFateOf,
} from '../../../src/analysis/fates/fates.ts';
import { catalogue, combinatorIn, fate } from '../asked.ts';

const ALL = 'Promise.all([load()])';

catalogue('which of several ends counts?', fate, [
  [
    'one that is not known, behind a handler',
    `const p = ${ALL};\np.catch(log);\nlog(p);`,
    'unknown',
  ],
  [
    'one that is not known, before a handler',
    `const p = ${ALL};\nlog(p);\np.catch(log);`,
    'unknown',
  ],
  [
    'the callers, beside a handler',
    `export const p = ${ALL};\np.catch(log);`,
    'propagated',
  ],
  [
    'one that is not known, beside the callers',
    `export const p = ${ALL};\nlog(p);`,
    'unknown',
  ],
  [
    'one that is not known, before the callers',
    `const p = ${ALL};\nlog(p);\nexport { p };`,
    'unknown',
  ],
  [
    'a handler, beside what voids it',
    `const p = ${ALL};\nvoid p;\np.catch(log);`,
    'handled 3',
  ],
  [
    'a handler, beside a bare mention',
    `const p = ${ALL};\np;\np.catch(log);`,
    'handled 3',
  ],
  [
    'the one of a list that has the name of what is in it',
    `let p: any = ${ALL};\nif (isReady) p = [p];\nPromise.all(p);`,
    'discarded 3',
  ],
  [
    'a handler, where a function calls itself',
    `async function f() { await ${ALL}; await f(); }\nf().catch(log);`,
    'handled 2',
  ],
]);

catalogue('where does a rejection go that is assigned?', fate, [
  ['handed on', `let p: any;\n(p = ${ALL}).catch(log);`, 'handled 2'],
  [
    'voided, and handled by its name',
    `let p: any;\nvoid (p = ${ALL});\np.catch(() => {});`,
    'handled 3',
  ],
  [
    'handed on, and lost by its name',
    `let p: any;\n(p = ${ALL}).catch(log);\np.then(() => {});`,
    'discarded 3',
  ],
  [
    'handed on, to a member of anything too',
    `(anything.p = ${ALL}).catch(log);`,
    'handled 1',
  ],
  ['to what is not declared', `nowhere = ${ALL};`, 'unknown'],
  [
    'to a member of a namespace',
    `namespace N { export let p: any; }\nN.p = ${ALL};`,
    'unknown',
  ],
  [
    'a promise, to a handler of the DOM',
    `declare const socket: WebSocket;\nsocket.onmessage = ${ALL} as any;`,
    'unknown',
  ],
  [
    'a function, to a handler of anything',
    `anything.onmessage = async () => { await ${ALL}; };`,
    'unknown',
  ],
  [
    'a function, to a method of the library',
    `JSON.parse = () => ${ALL};`,
    'unknown',
  ],
  [
    'a function, to a method of the library with part of such a name',
    `Array.prototype.concat = (() => ${ALL}) as any;`,
    'unknown',
  ],
]);

catalogue('where does a rejection go that a literal holds?', fate, [
  [
    'in an object that is exported',
    `export const o = { p: ${ALL} };`,
    'unknown',
  ],
  [
    'in an object whose methods read it',
    `const o = { p: ${ALL}, get() { return this.p; } };\no.get().catch(log);`,
    'unknown',
  ],
  [
    'in an object that is read by a computed name',
    `const o: any = { p: ${ALL} };\nlog(o[items[0]!]);`,
    'unknown',
  ],
  [
    'in an object that goes elsewhere, and is dropped',
    `const o = { p: ${ALL} };\no.p.then(log);\nlog(o);`,
    'discarded 2',
  ],
  [
    'in an object that a function handles',
    `function run(o: { p: Promise<unknown> }) { o.p.catch(log); }\nrun({ p: ${ALL} });`,
    'handled 1',
  ],
  [
    'in an object that the parameter of a function takes apart',
    `function run({ p }: { p: Promise<unknown> }) { p.catch(log); }\nrun({ p: ${ALL} });`,
    'handled 1',
  ],
  [
    'in an array that the parameter of a function takes apart',
    `function run([p]: Promise<unknown>[]) { p?.catch(log); }\nrun([${ALL}]);`,
    'handled 1',
  ],
  [
    'in an object whose pattern leaves it out',
    `const { q } = { p: ${ALL}, q: 1 };`,
    'unknown',
  ],
  [
    'in an object whose pattern takes the rest',
    `const { ...rest } = { p: ${ALL} };\nrest;`,
    'unknown',
  ],
  [
    'in an array whose pattern takes the rest',
    `const [...rest] = [${ALL}];\nrest;`,
    'unknown',
  ],
  [
    'in an array, behind another',
    `const [first, all] = [1, ${ALL}];\nlog(first);\nawait all;`,
    'top-level 3',
  ],
  [
    'in an array, in a place that a pattern leaves out',
    `const [, first] = [${ALL}, 1];\nlog(first);`,
    'unknown',
  ],
  [
    'in an array that is counted',
    `const ps = [${ALL}];\nPromise.all(ps).catch(log);\nlog(ps.length, ps['length']);`,
    'handled 2',
  ],
  [
    'in an array of which something else is read',
    `const ps = [${ALL}];\nPromise.all(ps).catch(log);\nlog(ps.at);`,
    'unknown',
  ],
  [
    'in an array that others are added to',
    `const ps = [${ALL}];\nPromise.all(ps).catch(log);\nps.push(load());\nps.unshift(load());`,
    'handled 2',
  ],
  [
    'in an array that is flattened',
    `const ps = [${ALL}];\nPromise.all(ps.flat()).catch(log);`,
    'handled 2',
  ],
  [
    'in an array whose forEach is given nothing',
    `const ps = [${ALL}];\nps.forEach();`,
    'unknown',
  ],
  [
    'in an array beside the one of a combinator',
    `const ps = [${ALL}];\nPromise.allSettled([], ps);`,
    'unknown',
  ],
]);

catalogue('where does a rejection go that a function is given?', fate, [
  [
    'with no parameter for it',
    `function run() { log(); }\nrun(${ALL});`,
    'unknown',
  ],
  [
    'with the rest of the arguments',
    `function run(...ps: unknown[]) { void ps; }\nrun(${ALL});`,
    'unknown',
  ],
  [
    'with a look at it before the only call',
    `function run(fn: () => Promise<unknown>) { log(typeof fn); if (fn instanceof Function) fn(); }\nrun(() => ${ALL});`,
    'discarded 1',
  ],
]);

catalogue('where does a rejection go that a function makes?', fate, [
  [
    'by another method of it',
    `const f: any = () => ${ALL};\nf.later()();`,
    'unknown',
  ],
  [
    'by another method of it, dropped',
    `const f = () => ${ALL};\nf.toString();`,
    'unknown',
  ],
  [
    'by a method of it that is not called',
    `const f = () => ${ALL};\nlog(f.bind, f.call);`,
    'unknown',
  ],
  [
    'of a public field',
    `class A { run = async () => { await ${ALL}; }; }`,
    'propagated',
  ],
  [
    'of an async generator that is called',
    `async function* f() { await ${ALL}; yield 1; }\nf();`,
    'unknown',
  ],
  [
    'beside the executor of a promise',
    `new Promise<void>(() => {}, async () => { await ${ALL}; });`,
    'unknown',
  ],
  [
    'for a function with the name of a method',
    `declare function map(job: () => unknown): void;\nmap(() => ${ALL});`,
    'unknown',
  ],
  ['for what a timer calls', `setTimeout(log, 1, () => ${ALL});`, 'unknown'],
  [
    'for a timer of anything',
    `anything.setTimeout(() => ${ALL});`,
    'callback 1',
  ],
  ['for then of anything', `anything.then(() => ${ALL});`, 'discarded 1'],
  ['for catch', `load().catch(() => ${ALL});`, 'discarded 1'],
  [
    'for what is this in a callback',
    `items.forEach(log, () => ${ALL});`,
    'unknown',
  ],
  [
    'for what the next turn is given',
    `process.nextTick(log, () => ${ALL});`,
    'unknown',
  ],
  [
    'for the next turn of something else',
    `declare const view: { nextTick(job: () => unknown): void };\nview.nextTick(() => ${ALL});`,
    'unknown',
  ],
  [
    'for a listener of the program',
    `class Bus { addEventListener(name: string, f: () => unknown) { log(name, f); } }\nnew Bus().addEventListener('x', () => ${ALL});`,
    'unknown',
  ],
  [
    'for a listener of a type that has none',
    `declare const box: { size: number };\nbox.addEventListener('x', () => ${ALL});`,
    'unknown',
  ],
]);

catalogue('who drops it where the program declares the method too?', fate, [
  [
    'a method of the host',
    `declare global { interface WindowOrWorkerGlobalScope { setTimeout(own: number): number } }\nwindow.setTimeout(async () => { await ${ALL}; });`,
    'callback 2',
  ],
]);

catalogue(
  'who looks at it where a method has a name that the library has?',
  fate,
  [
    [
      'a forEach of its own',
      `declare const own: { forEach(call: () => unknown): void };\nown.forEach(async () => { await ${ALL}; });`,
      'unknown',
    ],
    [
      'an addEventListener that a type makes',
      `declare const own: Record<'addEventListener', (name: string, call: () => unknown) => void>;\nown.addEventListener('a', async () => { await ${ALL}; });`,
      'unknown',
    ],
    [
      'a map whose result nobody waits for',
      `[1].map(async () => { await ${ALL}; });`,
      'discarded 1',
    ],
    [
      'an Array.from whose result is waited for',
      `const made = Array.from([1], async () => { await ${ALL}; });\nawait Promise.allSettled(made);`,
      'handled 2',
    ],
  ],
);

catalogue('where does a rejection go that is handled and thrown on?', fate, [
  [
    'by a function that nobody calls',
    `async function f() { try { await ${ALL}; } catch (error) { log(error); throw error; } }`,
    'unknown',
  ],
  [
    'by a private method that nobody calls',
    `class A { async #f() { try { await ${ALL}; } catch (error) { log(error); throw error; } } }`,
    'unknown',
  ],
  [
    'by a static block, where nothing can wait',
    `class A { static { await ${ALL}; } }`,
    'unknown',
  ],
]);

catalogue('who drops what a listener gives?', fate, [
  [
    'an emitter by its methods',
    `declare const bus: { on(name: string, f: () => unknown): void; emit(): void; removeListener(): void };\nbus.on('x', () => ${ALL});`,
    'callback 2',
  ],
  [
    'nobody that emits nothing',
    `declare const bus: { on(name: string, f: () => unknown): void; removeListener(): void };\nbus.on('x', () => ${ALL});`,
    'unknown',
  ],
  [
    'nobody whose listeners stay',
    `declare const bus: { on(name: string, f: () => unknown): void; emit(): void };\nbus.on('x', () => ${ALL});`,
    'unknown',
  ],
  [
    'nobody by another method of an emitter',
    `declare const bus: { tap(name: string, f: () => unknown): void; emit(): void; removeListener(): void };\nbus.tap('x', () => ${ALL});`,
    'unknown',
  ],
  [
    'nobody, where the emitter of the program handles it',
    `class Bus { emit() {} removeListener() {} on(name: string, f: () => Promise<unknown>) { f().catch(log); } }\nnew Bus().on('x', () => ${ALL});`,
    'handled 1',
  ],
  [
    'an event that a call gives',
    `interface Disposable { dispose(): void }\ninterface Event<T> { (listener: (e: T) => any): Disposable }\ndeclare function on(name: string): Event<string>;\non('x')(() => ${ALL});`,
    'callback 4',
  ],
  [
    'nobody by a signal that is no event',
    `interface Disposable { dispose(): void }\ninterface Signal<T> { (listener: (e: T) => any): Disposable }\ndeclare const onChange: Signal<string>;\nonChange(() => ${ALL});`,
    'unknown',
  ],
  [
    'nobody by an event that is called in two ways',
    `interface Disposable { dispose(): void }\ninterface Event<T> { (listener: (e: T) => any): Disposable; (name: string): string }\ndeclare const onChange: Event<string>;\nonChange(() => ${ALL});`,
    'unknown',
  ],
  [
    'nobody by an event of the DOM, which is not called',
    `declare const event: Event;\nevent(() => ${ALL});`,
    'unknown',
  ],
]);

catalogue('which function does a wrapper give back?', fate, [
  [
    'the one that it is given, by its name',
    `declare function useCallback(f: any): any;\nconst f = useCallback(() => ${ALL});\nf().catch(() => {});`,
    'handled 3',
  ],
  [
    'the one that it is given, by its type',
    `declare function same<T>(f: T): T;\nconst f = same(() => ${ALL});\nf().catch(log);`,
    'handled 3',
  ],
  [
    'the one that it is given, by its type, where it is not called',
    `declare function same<T>(f: T): T;\nconst f = same(() => ${ALL});\nf();`,
    'discarded 3',
  ],
  [
    'another one',
    `declare function later(f: () => Promise<unknown>): () => void;\nconst f = later(() => ${ALL});\nf();`,
    'unknown',
  ],
]);

catalogue('whose type says that it drops a promise?', fate, [
  [
    'a parameter before another',
    `declare function each(job: () => void, other?: () => unknown): void;\neach(() => ${ALL});`,
    'callback 2',
  ],
  [
    'the rest of the arguments behind others',
    `declare function each(a: unknown, b: () => unknown, ...jobs: (() => void)[]): void;\neach(1, log, log, () => ${ALL});`,
    'callback 2',
  ],
  [
    'nobody, where another overload may take a promise',
    `declare function each(job: () => void): void;\ndeclare function each(job: (() => void) | (() => Promise<unknown>), limit?: number): void;\neach(() => ${ALL});`,
    'unknown',
  ],
  [
    'nobody, where another overload may call it in two ways',
    `declare function each(job: () => void): void;\ndeclare function each(job: { (): void; (id: string): Promise<unknown> }, limit?: number): void;\neach(() => ${ALL});`,
    'unknown',
  ],
  [
    'nobody, where a property may be called in two ways',
    `const o: { run: { (): void; (id: string): Promise<unknown> } } = { run: () => ${ALL} };\nlog(o);`,
    'unknown',
  ],
]);

catalogue('who drops the promise of an attribute without a type?', fate, [
  [
    'an element of the DOM',
    `export const a = <button onClick={() => ${ALL}} />;`,
    'callback 1',
  ],
  [
    'nobody by an attribute with part of such a name',
    `export const a = <button iconOnly={() => ${ALL}} />;`,
    'unknown',
  ],
  [
    'nobody by a component',
    `export const a = <Button onClick={() => ${ALL}} />;`,
    'unknown',
  ],
  [
    'nobody by a component of a library',
    `export const a = <motion.button onClick={() => ${ALL}} />;`,
    'unknown',
  ],
  ['nobody by a child', `export const a = <p>{() => ${ALL}}</p>;`, 'unknown'],
]);

describe('a rejection is lost at another end too', () => {
  it.each([
    [`const p = ${ALL};\np.then(log);\np.finally(log);`, true],
    [`const p = ${ALL};\np.then(log);\nvoid p.then(log);`, true],
    [`const p = ${ALL};\np.then(log);`, false],
    [`const p = ${ALL};\np.then(log);\np.catch(log);`, false],
  ])('%s: %s', (text, isLost) => {
    const { program, call } = combinatorIn(text);
    const found = fateOf(program, call.node);

    expect(found.kind).toBe('lost');
    expect(
      found.kind === 'lost' && isLostElsewhere(program, call.node, found),
    ).toBe(isLost);
  });
});

describe('within its own function, by way of another one', () => {
  it.each([
    [
      'that handles it',
      `function f() { guard(${ALL}); }\nfunction guard(p: Promise<unknown>) { p.catch(log); }`,
      'handled',
    ],
    [
      'that hands it back',
      `function f() { same(${ALL}).catch(log); }\nconst same = (p: Promise<unknown>) => p;`,
      'handled',
    ],
  ])('%s: %s', (_name, text, expected) => {
    const { program, call } = combinatorIn(text);
    expect(localFateOf(program, call.node).kind).toBe(expected);
  });
});

it('tells where a rejection passed each function', () => {
  const { program, call } = combinatorIn(
    `async function f() { await ${ALL}; }\nconst g = () => f();\ng();`,
  );
  const found = fateOf(program, call.node);

  expect(
    found.kind === 'lost' &&
      found.path.map(({ by, at }) => `${by} ${at.getText()}`),
  ).toEqual([`awaits await ${ALL}`, 'returns f()']);
});
