import { catalogue, fate } from '../asked.ts';

const ALL = 'Promise.all([load()])';

catalogue('where does a promise go that is in an array?', fate, [
  ['not used', `const ps = [${ALL}];`, 'unused 1'],
  ['its length is read', `const ps = [${ALL}];\nlog(ps.length);`, 'unknown'],
  ['another property is read', `const ps = [${ALL}];\nlog(ps.at);`, 'unknown'],
  [
    'a combinator takes it',
    `const ps = [${ALL}];\nPromise.all(ps).catch(log);`,
    'handled 2',
  ],
  [
    'a combinator takes it and is dropped',
    `const ps = [${ALL}];\nPromise.all(ps);`,
    'discarded 2',
  ],
  [
    'allSettled takes it',
    `const ps = [${ALL}];\nawait Promise.allSettled(ps);`,
    'handled 2',
  ],
  [
    'spread into another',
    `const ps = [${ALL}];\nawait Promise.allSettled([...ps, load()]);`,
    'handled 2',
  ],
  [
    'put into another as it is',
    `const ps = [${ALL}];\nawait Promise.allSettled([ps]);`,
    'unknown',
  ],
  [
    'a loop awaits each',
    `const ps = [${ALL}];\ntry { for (const p of ps) await p; } catch {}`,
    'handled 2',
  ],
  [
    'a loop awaits each, and nothing guards it',
    `const ps = [${ALL}];\nfor (const p of ps) await p;`,
    'top-level 2',
  ],
  [
    'a loop with a declared variable',
    `const ps = [${ALL}];\nlet p;\nfor (p of ps) await p;`,
    'unknown',
  ],
  [
    'a loop that does nothing with it',
    `const ps = [${ALL}];\nfor (const p of ps) log();`,
    'unused 2',
  ],
  [
    'for await',
    `const ps = [${ALL}];\ntry { for await (const p of ps) log(p); } catch {}`,
    'handled 2',
  ],
  [
    'for await, and nothing guards it',
    `const ps = [${ALL}];\nfor await (const p of ps) log(p);`,
    'top-level 2',
  ],
  [
    'an index of any element',
    `declare const i: number;\nconst ps = [${ALL}];\ntry { await ps[i]; } catch {}`,
    'handled 3',
  ],
  ['an index of one element', `const ps = [${ALL}];\nawait ps[0];`, 'unknown'],
  [
    'something is pushed behind it',
    `const ps = [${ALL}];\nps.push(load());`,
    'unknown',
  ],
  [
    'something is put before it',
    `const ps = [${ALL}];\nps.unshift(load());`,
    'unknown',
  ],
  [
    'a slice of it is taken up',
    `const ps = [${ALL}];\nPromise.all(ps.slice(1)).catch(log);`,
    'handled 2',
  ],
  [
    'a filter of it is taken up',
    `const ps = [${ALL}];\nPromise.all(ps.filter(Boolean)).catch(log);`,
    'handled 2',
  ],
  [
    'its reverse is taken up',
    `const ps = [${ALL}];\nPromise.all(ps.reverse()).catch(log);`,
    'handled 2',
  ],
  [
    'joined with another',
    `const ps = [${ALL}];\nPromise.all(ps.concat([])).catch(log);`,
    'handled 2',
  ],
  [
    'a method that is not known',
    `const ps = [${ALL}];\nPromise.all(ps.toSpliced(0, 1)).catch(log);`,
    'unknown',
  ],
  [
    'forEach attaches a handler',
    `const ps = [${ALL}];\nps.forEach((p) => p.catch(log));`,
    'handled 2',
  ],
  [
    'forEach attaches no handler',
    `const ps = [${ALL}];\nps.forEach((p) => { p.then(log); });`,
    'discarded 2',
  ],
  [
    'forEach is given a function without a parameter',
    `const ps = [${ALL}];\nps.forEach(() => log());`,
    'unknown',
  ],
  [
    'forEach is given a function that is not seen',
    `const ps = [${ALL}];\nps.forEach(log);`,
    'unknown',
  ],
  [
    'map gives each a handler',
    `const ps = [${ALL}];\nawait Promise.all(ps.map((p) => p.catch(log)));`,
    'handled 2',
  ],
  [
    'returned',
    `const f = () => [${ALL}];\nPromise.all(f()).catch(log);`,
    'unknown',
  ],
  ['returned and dropped', `const f = () => [${ALL}];\nf();`, 'unknown'],
  [
    'returned by an async function',
    `const f = async () => [${ALL}];\nPromise.all(await f()).catch(log);`,
    'unknown',
  ],
  [
    'given to a function of the program',
    `const f = (ps: Promise<unknown>[]) => Promise.all(ps).catch(log);\nf([${ALL}]);`,
    'handled 1',
  ],
  ['given to a function that is not seen', `ask([${ALL}]);`, 'unknown'],
  ['awaited as it is', `await [${ALL}];`, 'unknown'],
  ['thrown away', `void [${ALL}];`, 'voided 1'],
]);

catalogue('where does a promise go by way of its function?', fate, [
  [
    'called with call',
    `const f = () => ${ALL};\nf.call(null).catch(log);`,
    'handled 2',
  ],
  [
    'called with apply',
    `const f = () => ${ALL};\nf.apply(null);`,
    'discarded 2',
  ],
  [
    'bound and called',
    `const f = () => ${ALL};\nconst g = f.bind(null);\ng().catch(log);`,
    'handled 3',
  ],
  ['asked for its name', `const f = () => ${ALL};\nlog(f.name);`, 'unknown'],
  ['tested', `const f = () => ${ALL};\nif (f) log();`, 'unknown'],
  ['thrown', `const f = () => ${ALL};\nthrow f;`, 'unknown'],
  [
    'given to map',
    `const f = () => ${ALL};\nPromise.all(items.map(f)).catch(log);`,
    'handled 2',
  ],
  [
    'given to map and dropped',
    `const f = () => ${ALL};\nitems.map(f);`,
    'discarded 2',
  ],
  [
    'given to Array.from',
    `Promise.all(Array.from(items, () => ${ALL})).catch(log);`,
    'handled 1',
  ],
  [
    'given to a from of another',
    `anything.from(items, () => ${ALL});`,
    'unknown',
  ],
  ['given to then', `load().then(() => ${ALL}).catch(log);`, 'handled 1'],
  ['given to then and dropped', `load().then(() => ${ALL});`, 'discarded 1'],
  ['given to finally', `load().finally(() => ${ALL});`, 'discarded 1'],
  [
    'given to forEach',
    `items.forEach(async () => { await ${ALL}; });`,
    'callback 1',
  ],
  [
    'given to a forEach of any',
    `anything.forEach(async () => { await ${ALL}; });`,
    'callback 1',
  ],
  [
    'given to a forEach of a map',
    `new Map().forEach(async () => { await ${ALL}; });`,
    'callback 1',
  ],
  [
    'given to nextTick',
    `process.nextTick(async () => { await ${ALL}; });`,
    'callback 1',
  ],
  [
    'given to a timer of an object',
    `window.setTimeout(async () => { await ${ALL}; });`,
    'callback 1',
  ],
  [
    'given to a timer of the program',
    `function setTimeout(f: () => Promise<unknown>) { f().catch(log); }\nsetTimeout(() => ${ALL});`,
    'handled 1',
  ],
  [
    'given to a timer of a class of the program',
    `class Clock { setTimeout(f: () => unknown) { log(f); } }\nnew Clock().setTimeout(async () => { await ${ALL}; });`,
    'unknown',
  ],
  [
    'given to a listener of any',
    `anything.addEventListener('x', async () => { await ${ALL}; });`,
    'callback 1',
  ],
  [
    'given to an emitter',
    `import { EventEmitter } from 'node:events';\nnew EventEmitter().on('x', async () => { await ${ALL}; });`,
    'callback 2',
  ],
  [
    'given to an object with on alone',
    `declare const bus: { on(name: string, f: () => unknown): void };\nbus.on('x', async () => { await ${ALL}; });`,
    'unknown',
  ],
  [
    'given to an event of the editor',
    `interface Disposable { dispose(): void }\ninterface Event<T> { (listener: (e: T) => any): Disposable }\ndeclare const onChange: Event<string>;\nonChange(async () => { await ${ALL}; });`,
    'callback 4',
  ],
  [
    'given to an event of another kind',
    `interface Event<T> { (listener: (e: T) => any): string }\ndeclare const onChange: Event<string>;\nonChange(async () => { await ${ALL}; });`,
    'unknown',
  ],
  [
    'given to what a call gives',
    `anything()(async () => { await ${ALL}; });`,
    'unknown',
  ],
  [
    'given to useCallback',
    `declare function useCallback(f: any): any;\nconst f = useCallback(async () => { await ${ALL}; });\nf().catch(log);`,
    'unknown',
  ],
  [
    'given to a class of the program',
    `class Task { constructor(f: () => void) { f(); } }\nnew Task(async () => { await ${ALL}; });`,
    'unknown',
  ],
  [
    'given to an executor',
    `new Promise(async () => { await ${ALL}; });`,
    'executor 1',
  ],
  [
    'a generator returns it',
    `function* f() { return ${ALL}; }\nf();`,
    'unknown',
  ],
  [
    'a getter returns it',
    `class A { get all() { return ${ALL}; } }\nnew A().all.catch(log);`,
    'unknown',
  ],
  [
    'a private method returns it',
    `class A { #all() { return ${ALL}; }\nf() { this.#all(); } }`,
    'discarded 2',
  ],
  [
    'a public method returns it',
    `class A { all() { return ${ALL}; } }`,
    'propagated',
  ],
  [
    'a default export returns it',
    `export default function () { return ${ALL}; }`,
    'propagated',
  ],
  [
    'then has a handler that passes it on',
    `${ALL}.then(log, (e) => { throw e; });`,
    'discarded 1',
  ],
  ['then has two handlers', `${ALL}.then(log, log);`, 'handled 1'],
  ['then is not called', `log(${ALL}.then);`, 'unknown'],
  ['another method', `(${ALL} as any).tap(log);`, 'unknown'],
  ['resolved anew', `Promise.resolve(${ALL}).catch(log);`, 'handled 1'],
  ['spread', `log(...(${ALL} as any));`, 'unknown'],
  [
    'given to a route that may be another application',
    `interface App { (req: string): any; mount(): void }\ndeclare const app: { get(path: string, handler: (req: string) => void): void; get(path: string, other: App): void };\napp.get('/', async () => { await ${ALL}; });`,
    'callback 3',
  ],
  [
    'given to a route that takes a promise too',
    `declare const app: { get(path: string, handler: (req: string) => void): void; get(path: string, handler: (req: string) => Promise<void>): void };\napp.get('/', async () => { await ${ALL}; });`,
    'unknown',
  ],
  [
    'a method for one of several types',
    `interface Listener { onOpen(): void }\ndeclare function listen(listener?: Listener | string | (() => void)): void;\nlisten({ async onOpen() { await ${ALL}; } });`,
    'callback 3',
  ],
  [
    'a method for one of several types that takes a promise',
    `interface Listener { onOpen(): void | Promise<void> }\ndeclare function listen(listener?: Listener): void;\nlisten({ async onOpen() { await ${ALL}; } });`,
    'unknown',
  ],
  [
    'a method that satisfies a type',
    `const a = { async onOpen() { await ${ALL}; } } satisfies { onOpen(): void };\na.onOpen().catch(log);`,
    'handled 2',
  ],
  [
    'a property that satisfies a type',
    `const a = { onOpen: async () => { await ${ALL}; } } satisfies { onOpen(): void };\na.onOpen().catch(log);`,
    'handled 2',
  ],
]);
