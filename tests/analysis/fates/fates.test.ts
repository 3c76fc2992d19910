import { catalogue, fate } from '../asked.ts';

const ALL = 'Promise.all([load()])';
const AWAIT = `await ${ALL};`;

catalogue('who is at the end of an await?', fate, [
  ['the top level', AWAIT, 'top-level 1'],
  ['a try with a catch', `try { ${AWAIT} } catch {}`, 'handled 1'],
  [
    'a try with a catch that rethrows',
    `try { ${AWAIT} } catch (e) { throw e; }`,
    'top-level 1',
  ],
  [
    'a try with a catch that calls what throws',
    `function fail(cause: unknown): never { throw new Error('x', { cause }); }\ntry { ${AWAIT} } catch (e) { fail(e); }`,
    'top-level 2',
  ],
  [
    'a try with a catch that calls what may throw',
    `function check(e: unknown) { if (e) throw e; log(e); }\ntry { ${AWAIT} } catch (e) { check(e); }`,
    'handled 2',
  ],
  [
    'a try with a catch that ends the process',
    `function fail(e: unknown): never { log(e); process.exit(1); }\ntry { ${AWAIT} } catch (e) { fail(e); }`,
    'handled 2',
  ],
  [
    'a try with a catch that drops what an async function throws',
    `async function fail(e: unknown) { throw e; }\ntry { ${AWAIT} } catch (e) { fail(e).catch(log); }`,
    'handled 2',
  ],
  [
    'a try with a catch that rethrows, in another',
    `try { try { ${AWAIT} } catch (e) { throw e; } } catch {}`,
    'handled 1',
  ],
  [
    'a catch that throws in a try of its own',
    `try { ${AWAIT} } catch (e) { try { throw e; } catch {} }`,
    'handled 1',
  ],
  [
    'a try without a catch',
    `try { ${AWAIT} } finally { log(); }`,
    'top-level 1',
  ],
  [
    'a finally that leaves',
    `async function f() { try { ${AWAIT} } finally { return; } }\nf();`,
    'handled 1',
  ],
  [
    'a finally that ends the process',
    `async function f() { try { ${AWAIT} } finally { process.exit(1); } }\nf();`,
    'handled 1',
  ],
  [
    'a finally that may end the process',
    `async function f() { try { ${AWAIT} } finally { if (isReady) process.exit(1); } }\nf();`,
    'discarded 2',
  ],
  [
    'a position in the catch',
    `try { log(); } catch { ${AWAIT} }`,
    'top-level 1',
  ],
  [
    'a position in the finally',
    `try { log(); } catch {} finally { ${AWAIT} }`,
    'top-level 1',
  ],
  [
    'a position in the finally, in another try',
    `try { try { log(); } finally { ${AWAIT} } } catch {}`,
    'handled 1',
  ],
  [
    'a try around the function',
    `try { (async () => { ${AWAIT} })(); } catch {}`,
    'discarded 1',
  ],
  [
    'the catch of a promise that is not awaited',
    `try { ${ALL}; } catch {}`,
    'discarded 1',
  ],
]);

catalogue('who is at the end of a function?', fate, [
  [
    'a caller that drops it',
    `async function f() { ${AWAIT} }\nf();`,
    'discarded 2',
  ],
  [
    'a caller that voids it',
    `async function f() { ${AWAIT} }\nvoid f();`,
    'voided 2',
  ],
  [
    'a caller that handles it',
    `async function f() { ${AWAIT} }\nf().catch(log);`,
    'handled 2',
  ],
  [
    'a caller that chains it',
    `async function f() { ${AWAIT} }\nf().then(log);`,
    'discarded 2',
  ],
  [
    'a caller that keeps it unused',
    `async function f() { ${AWAIT} }\nconst p = f();`,
    'unused 2',
  ],
  [
    'a caller that awaits it in a try',
    `async function f() { ${AWAIT} }\ntry { await f(); } catch {}`,
    'handled 2',
  ],
  [
    'a caller at the top level',
    `async function f() { ${AWAIT} }\nawait f();`,
    'top-level 2',
  ],
  [
    'a caller of the caller',
    `async function f() { ${AWAIT} }\nasync function g() { await f(); }\ng();`,
    'discarded 3',
  ],
  [
    'a caller of the caller that handles it',
    `async function f() { ${AWAIT} }\nasync function g() { await f(); }\ng().catch(log);`,
    'handled 3',
  ],
  [
    'two callers of which one drops it',
    `async function f() { ${AWAIT} }\nf().catch(log);\nf();`,
    'discarded 3',
  ],
  ['no caller', `async function f() { ${AWAIT} }`, 'unknown'],
  ['itself only', `async function f() { ${AWAIT} f(); }`, 'discarded 1'],
  ['an arrow', `const f = () => ${ALL};\nf();`, 'discarded 2'],
  [
    'an arrow that is handled',
    `const f = () => ${ALL};\nf().catch(log);`,
    'handled 2',
  ],
  [
    'a function that is exported',
    `export async function f() { ${AWAIT} }`,
    'propagated',
  ],
  [
    'a function that is exported and dropped here',
    `export async function f() { ${AWAIT} }\nf();`,
    'discarded 2',
  ],
  [
    'a function that is exported by a list',
    `async function f() { ${AWAIT} }\nexport { f };`,
    'propagated',
  ],
  [
    'a function that goes elsewhere',
    `async function f() { ${AWAIT} }\nlog(f);`,
    'unknown',
  ],
  ['call', `async function f() { ${AWAIT} }\nf.call(null);`, 'discarded 2'],
  [
    'bind',
    `async function f() { ${AWAIT} }\nf.bind(null)().catch(log);`,
    'handled 2',
  ],
  ['an IIFE', `(async () => { ${AWAIT} })();`, 'discarded 1'],
  ['an IIFE with void', `void (async () => { ${AWAIT} })();`, 'voided 1'],
  [
    'an IIFE with catch',
    `(async () => { ${AWAIT} })().catch(log);`,
    'handled 1',
  ],
  [
    'an IIFE that is awaited',
    `await (async () => { ${AWAIT} })();`,
    'top-level 1',
  ],
  ['a generator', `function* f() { yield ${ALL}; }`, 'unknown'],
  ['a static block', `class A { static { ${ALL}; } }`, 'discarded 1'],
]);

catalogue('who is at the end of a method?', fate, [
  ['a public one', `class A { async run() { ${AWAIT} } }`, 'propagated'],
  [
    'a private one that is dropped',
    `class A { async #run() { ${AWAIT} } go() { this.#run(); } }`,
    'discarded 1',
  ],
  [
    'a private one that is handled',
    `class A { async #run() { ${AWAIT} } go() { this.#run().catch(log); } }`,
    'handled 1',
  ],
  [
    'one that is declared private, dropped',
    `class A { private async run() { ${AWAIT} } go() { void this.run(); } }`,
    'voided 1',
  ],
  [
    'one that implements void',
    `interface Job { run(): void }\nclass A implements Job { async run() { ${AWAIT} } }`,
    'callback 2',
  ],
  [
    'one that implements a promise',
    `interface Job { run(): Promise<void> }\nclass A implements Job { async run() { ${AWAIT} } }`,
    'propagated',
  ],
  [
    'one that implements void or a promise',
    `interface Job { run(): void | Promise<void> }\nclass A implements Job { async run() { ${AWAIT} } }`,
    'propagated',
  ],
  [
    'one that overrides void',
    `abstract class Job { abstract run(): void }\nclass A extends Job { async run() { ${AWAIT} } }`,
    'callback 2',
  ],
  [
    'a field that implements void',
    `interface Job { run: () => void }\nclass A implements Job { run = async () => { ${AWAIT} }; }`,
    'callback 2',
  ],
  [
    'of an object that is dropped',
    `const o = { async run() { ${AWAIT} } };\no.run();`,
    'discarded 2',
  ],
  [
    'of an object that is handled',
    `const o = { async run() { ${AWAIT} } };\no.run().catch(log);`,
    'handled 2',
  ],
  [
    'of an object that goes elsewhere',
    `const o = { async run() { ${AWAIT} } };\nlog(o);`,
    'unknown',
  ],
  [
    'of an object typed void',
    `const o: { run(): void } = { async run() { ${AWAIT} } };`,
    'callback 1',
  ],
  [
    'of an object typed void or a promise',
    `const o: { run(): void | Promise<void> } = { async run() { ${AWAIT} } };`,
    'unknown',
  ],
  [
    'a property of an object typed void',
    `const o: { run: () => void } = { run: async () => { ${AWAIT} } };`,
    'callback 1',
  ],
  [
    'a property of an object typed unknown',
    `const o: { run: () => unknown } = { run: async () => { ${AWAIT} } };\nlog(o);`,
    'unknown',
  ],
  ['a getter', `class A { get data() { return ${ALL}; } }`, 'unknown'],
]);

catalogue('who looks at the promise of a callback?', fate, [
  [
    'typed void',
    `declare function each(f: () => void): void;\neach(async () => { ${AWAIT} });`,
    'callback 2',
  ],
  [
    'typed void or a promise',
    `declare function each(f: () => void | Promise<void>): void;\neach(async () => { ${AWAIT} });`,
    'unknown',
  ],
  [
    'typed unknown',
    `declare function each(f: () => unknown): void;\neach(async () => { ${AWAIT} });`,
    'unknown',
  ],
  [
    'typed any',
    `declare function each(f: () => any): void;\neach(async () => { ${AWAIT} });`,
    'unknown',
  ],
  [
    'typed a promise',
    `declare function each(f: () => Promise<void>): void;\neach(async () => { ${AWAIT} });`,
    'unknown',
  ],
  [
    'void in one overload only',
    `declare function each(f: () => void): void;\ndeclare function each(f: () => Promise<void>): Promise<void>;\neach(async () => { ${AWAIT} });`,
    'unknown',
  ],
  [
    'a function of the program that awaits it',
    `async function each(f: () => void) { try { await f(); } catch {} }\neach(async () => { ${AWAIT} });`,
    'handled 1',
  ],
  [
    'a function of the program that calls it',
    `function each(f: () => void) { f(); }\neach(async () => { ${AWAIT} });`,
    'discarded 1',
  ],
  [
    'a named function',
    `async function f() { ${AWAIT} }\nsetTimeout(f);`,
    'callback 2',
  ],
  [
    'a named function that a wrapper calls',
    `async function f() { ${AWAIT} }\nsetTimeout(() => f());`,
    'callback 2',
  ],
  [
    'a named function that a wrapper handles',
    `async function f() { ${AWAIT} }\nsetTimeout(() => { f().catch(log); });`,
    'handled 2',
  ],
  ['then', `load().then(async () => { ${AWAIT} });`, 'discarded 1'],
  [
    'then, with a catch',
    `load().then(async () => { ${AWAIT} }).catch(log);`,
    'handled 1',
  ],
  [
    'map into all',
    `Promise.all(items.map(async () => { ${AWAIT} })).catch(log);`,
    'handled 1',
  ],
  [
    'map that nothing reads',
    `items.map(async () => { ${AWAIT} });`,
    'discarded 1',
  ],
]);

catalogue('who looks at the promise of a callback of a named API?', fate, [
  ['setTimeout', `setTimeout(async () => { ${AWAIT} });`, 'callback 1'],
  [
    'setTimeout, guarded',
    `setTimeout(async () => { try { ${AWAIT} } catch {} });`,
    'handled 1',
  ],
  [
    'a setTimeout of the program',
    `const setTimeout = async (f: () => Promise<void>) => { try { await f(); } catch {} };\nsetTimeout(async () => { ${AWAIT} });`,
    'handled 1',
  ],
  ['setInterval', `setInterval(async () => { ${AWAIT} }, 1);`, 'callback 1'],
  ['setImmediate', `setImmediate(async () => { ${AWAIT} });`, 'callback 1'],
  ['queueMicrotask', `queueMicrotask(async () => { ${AWAIT} });`, 'callback 1'],
  [
    'requestAnimationFrame',
    `requestAnimationFrame(async () => { ${AWAIT} });`,
    'callback 1',
  ],
  [
    'process.nextTick',
    `process.nextTick(async () => { ${AWAIT} });`,
    'callback 1',
  ],
  [
    'addEventListener',
    `document.addEventListener('click', async () => { ${AWAIT} });`,
    'callback 1',
  ],
  [
    'addEventListener of something that is any',
    `anything.addEventListener('click', async () => { ${AWAIT} });`,
    'callback 1',
  ],
  [
    'on of an emitter',
    `import { EventEmitter } from 'node:events';\nnew EventEmitter().on('x', async () => { ${AWAIT} });`,
    'callback 2',
  ],
  [
    'on of process',
    `process.on('SIGTERM', async () => { ${AWAIT} });`,
    'callback 1',
  ],
  [
    'on of something else',
    `declare const hooks: { on(name: string, f: () => unknown): void };\nhooks.on('x', async () => { ${AWAIT} });`,
    'unknown',
  ],
  ['on of any', `anything.on('x', async () => { ${AWAIT} });`, 'unknown'],
  ['forEach', `items.forEach(async () => { ${AWAIT} });`, 'callback 1'],
  [
    'forEach of any',
    `anything.forEach(async () => { ${AWAIT} });`,
    'callback 1',
  ],
  [
    'forEach of a map',
    `new Map<string, string>().forEach(async () => { ${AWAIT} });`,
    'callback 1',
  ],
  [
    'forEach of the program',
    `class Queue { async forEach(f: () => Promise<void>) { try { await f(); } catch {} } }\nnew Queue().forEach(async () => { ${AWAIT} });`,
    'handled 1',
  ],
  [
    'an assignment to a handler of the DOM',
    `declare const socket: WebSocket;\nsocket.onmessage = async () => { ${AWAIT} };`,
    'callback 2',
  ],
  [
    'an assignment to another property',
    `declare const job: { work: () => unknown };\njob.work = async () => { ${AWAIT} };`,
    'unknown',
  ],
  [
    'an assignment to a property typed void',
    `declare const job: { work: () => void };\njob.work = async () => { ${AWAIT} };`,
    'callback 2',
  ],
  ['an executor', `new Promise(async () => { ${AWAIT} });`, 'executor 1'],
  [
    'an executor that guards itself',
    `new Promise(async () => { try { ${AWAIT} } catch {} });`,
    'handled 1',
  ],
  [
    'a constructor typed void',
    `new MutationObserver(async () => { ${AWAIT} });`,
    'callback 1',
  ],
]);

const REACT = `
declare function useEffect(effect: () => unknown, deps?: readonly unknown[]): void;
declare function useCallback<T>(callback: T, deps: readonly unknown[]): T;
declare namespace JSX {
  interface IntrinsicElements { button: { onClick?: () => void; render?: () => unknown } }
}
`
  .trim()
  .replaceAll('\n', ' ');

catalogue('who looks at the promise of a handler in React?', fate, [
  [
    'an effect',
    `${REACT}\nuseEffect(async () => { ${AWAIT} }, []);`,
    'callback 2',
  ],
  [
    'a function that an effect calls',
    `${REACT}\nuseEffect(() => { const f = async () => { ${AWAIT} }; f(); }, []);`,
    'discarded 2',
  ],
  [
    'a function that an effect calls and handles',
    `${REACT}\nuseEffect(() => { const f = async () => { ${AWAIT} }; f().catch(log); }, []);`,
    'handled 2',
  ],
  [
    'a JSX handler',
    `${REACT}\nexport const a = <button onClick={async () => { ${AWAIT} }} />;`,
    'callback 2',
  ],
  [
    'a JSX handler by its name',
    `${REACT}\nconst f = async () => { ${AWAIT} };\nexport const a = <button onClick={f} />;`,
    'callback 3',
  ],
  [
    'a JSX handler that guards itself',
    `${REACT}\nexport const a = <button onClick={async () => { try { ${AWAIT} } catch {} }} />;`,
    'handled 2',
  ],
  [
    'a JSX attribute that is not typed void',
    `${REACT}\nexport const a = <button render={async () => { ${AWAIT} }} />;`,
    'unknown',
  ],
  [
    'useCallback, then a JSX handler',
    `${REACT}\nconst f = useCallback(async () => { ${AWAIT} }, []);\nexport const a = <button onClick={f} />;`,
    'callback 3',
  ],
  [
    'useCallback, then a call with a catch',
    `${REACT}\nconst f = useCallback(async () => { ${AWAIT} }, []);\nf().catch(log);`,
    'handled 3',
  ],
  [
    'useCallback, then elsewhere',
    `${REACT}\nconst f = useCallback(async () => { ${AWAIT} }, []);\nlog(f);`,
    'unknown',
  ],
]);

const EXPRESS = `
interface Handler { (request: unknown, response: unknown, next: () => void): void }
interface PromiseHandler { (request: unknown, response: unknown, next: () => void): void | Promise<void> }
`
  .trim()
  .replaceAll('\n', ' ');

catalogue('who looks at the promise of a route?', fate, [
  [
    'Express 4',
    `${EXPRESS}\ndeclare const app: { get(path: string, ...handlers: Handler[]): void };\napp.get('/', async () => { ${AWAIT} });`,
    'callback 3',
  ],
  [
    'Express 4, guarded',
    `${EXPRESS}\ndeclare const app: { get(path: string, ...handlers: Handler[]): void };\napp.get('/', async (_, __, next) => { try { ${AWAIT} } catch { next(); } });`,
    'handled 3',
  ],
  [
    'Express 5',
    `${EXPRESS}\ndeclare const app: { get(path: string, ...handlers: PromiseHandler[]): void };\napp.get('/', async () => { ${AWAIT} });`,
    'unknown',
  ],
]);
