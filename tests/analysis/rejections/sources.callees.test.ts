import { type Case, catalogue, rejection } from '../asked.ts';

/** Asks about a call of an async function with the given body. */
function body(name: string, text: string, answer: string): Case {
  return [name, `async function f() { ${text} }\nask(f());`, answer];
}

catalogue('can an async function reject?', rejection, [
  body('nothing awaited', 'log();', 'never'),
  body('an await', 'await load();', 'may'),
  body(
    'an await in a try with a catch',
    'try { await load(); } catch { log(); }',
    'never',
  ),
  body(
    'an await behind the try',
    'try { log(); } catch {} await load();',
    'may',
  ),
  body(
    'an await in the catch',
    'try { log(); } catch { await load(); }',
    'may',
  ),
  body(
    'an await in the finally',
    'try { log(); } catch {} finally { await load(); }',
    'may',
  ),
  body(
    'a try without a catch',
    'try { await load(); } finally { log(); }',
    'may',
  ),
  body(
    'a finally that returns',
    'try { await load(); } finally { return; }',
    'never',
  ),
  body(
    'a catch that throws',
    'try { await load(); } catch (e) { throw e; }',
    'may',
  ),
  body(
    'a catch that throws in an outer try',
    'try { try { await load(); } catch (e) { throw e; } } catch {}',
    'never',
  ),
  body('a throw', 'throw 1;', 'may'),
  body('a throw in a try', 'try { throw 1; } catch {}', 'never'),
  body(
    'a throw in a function that is not called',
    'const g = () => { throw 1; };',
    'never',
  ),
  body(
    'a throw in a function that is called',
    'const g = () => { throw 1; }; g();',
    'may',
  ),
  body('a throw in a callback of map', 'items.map(() => { throw 1; });', 'may'),
  body(
    'a throw in a callback of a timer',
    'setTimeout(() => { throw 1; });',
    'never',
  ),
  body('return of what may', 'return load();', 'may'),
  body(
    'return of what may, in a try',
    'try { return load(); } catch { return null; }',
    'may',
  ),
  body(
    'return await of what may, in a try',
    'try { return await load(); } catch { return null; }',
    'never',
  ),
  body('a promise that is left alone', 'load();', 'never'),
  body(
    'for await',
    'for await (const x of anything as AsyncIterable<string>) log(x);',
    'may',
  ),
  body(
    'for await of handled ones',
    'for await (const x of [load().catch(log)]) log(x);',
    'never',
  ),
  body('an await of any', 'await anything;', 'unknown'),
  body('an await of any in a try', 'try { await anything; } catch {}', 'never'),
  [
    'a function that is not async',
    'function f() { return load(); }\nask(f());',
    'may',
  ],
  [
    'a function that is not async, with a handler',
    'function f() { return load().catch(log); }\nask(f());',
    'never',
  ],
  ['an arrow', 'const f = () => load();\nask(f());', 'may'],
  [
    'an arrow with a handler',
    'const f = () => load().catch(log);\nask(f());',
    'never',
  ],
  [
    'a function in a function',
    'const f = () => g();\nconst g = () => load().catch(log);\nask(f());',
    'never',
  ],
  ['bind', 'async function f() { await load(); }\nask(f.bind(null)());', 'may'],
  [
    'a callback that is called',
    'const run = (f: () => Promise<void>) => f();\nask(run(async () => {}));',
    'may',
  ],
]);

catalogue('can a method reject?', rejection, [
  [
    'of a class',
    'class A { async run() { await load(); } }\nask(new A().run());',
    'may',
  ],
  [
    'of a class, guarded',
    'class A { async run() { try { await load(); } catch {} } }\nask(new A().run());',
    'never',
  ],
  [
    'a private name',
    'class A { async #run() { await load(); } go() { ask(this.#run()); } }',
    'may',
  ],
  [
    'a private name, guarded',
    'class A { async #run() { try { await load(); } catch {} } go() { ask(this.#run()); } }',
    'never',
  ],
  [
    'a field',
    'class A { run = async () => { await load(); }; go() { ask(this.run()); } }',
    'may',
  ],
  [
    'a readonly field, guarded',
    'class A { private readonly run = async () => { try { await load(); } catch {} }; go() { ask(this.run()); } }',
    'never',
  ],
  [
    'a static method',
    'class A { static async run() { await load(); } }\nask(A.run());',
    'may',
  ],
  [
    'a static method, guarded',
    'class A { static async run() { try { await load(); } catch {} } }\nask(A.run());',
    'never',
  ],
  [
    'overridden by one that may',
    'class A { async run() {} }\nclass B extends A { override async run() { await load(); } }\nask((new B() as A).run());',
    'may',
  ],
  [
    'overridden by one that cannot',
    'class A { async run() {} }\nclass B extends A { override async run() { log(); } }\nask((new B() as A).run());',
    'never',
  ],
  [
    'overridden in another file',
    "import { A } from './a';\nexport class B extends A { override async run() { await load(); } }\nconst a: A = new B();\nask(a.run());",
    'may',
    { 'a.ts': 'export class A { async run() {} }' },
  ],
  [
    'of super',
    'class A { async run() {} }\nclass B extends A { override async run() { await load(); } go() { ask(super.run()); } }',
    'never',
  ],
  [
    'abstract',
    'abstract class A { abstract run(): Promise<void>; go() { ask(this.run()); } }',
    'may',
  ],
  [
    'of an object',
    'const api = { async run() { await load(); } };\nask(api.run());',
    'may',
  ],
  [
    'of an object, guarded',
    'const api = { async run() { try { await load(); } catch {} } };\nask(api.run());',
    'never',
  ],
  [
    'of an object, replaced',
    'const api = { async run() {} };\napi.run = async () => { await load(); };\nask(api.run());',
    'may',
  ],
  [
    'of an object that goes elsewhere',
    'const api = { run: async () => {} };\nask(api.run());\nlog(api);',
    'never',
  ],
  [
    'taken out of an object',
    'const api = { async run() { await load(); } };\nconst { run } = api;\nask(run());',
    'may',
  ],
  [
    'a getter',
    'class A { get data() { return load(); } }\nask(new A().data);',
    'may',
  ],
  [
    'a getter, handled',
    'class A { get data() { return load().catch(log); } }\nask(new A().data);',
    'never',
  ],
]);

catalogue('can a variable reject?', rejection, [
  ['one that is', 'const p = load();\nask(p);', 'may'],
  ['one that is handled', 'const p = load().catch(log);\nask(p);', 'never'],
  [
    'one that is assigned later',
    'let p: Promise<unknown> = Promise.resolve();\np = load();\nask(p);',
    'may',
  ],
  [
    'one that is assigned a handled one later',
    'let p: Promise<unknown> = Promise.resolve();\np = load().catch(log);\nask(p);',
    'never',
  ],
  [
    'one that is chained to itself',
    'let p: Promise<unknown> = Promise.resolve();\np = p.then(() => load());\nask(p);',
    'may',
  ],
  [
    'one that is chained to itself, handled',
    'let p: Promise<unknown> = Promise.resolve();\np = p.then(() => load()).catch(log);\nask(p);',
    'never',
  ],
  [
    'one that a pattern writes',
    'let p: Promise<unknown> = Promise.resolve();\n[p] = [load()];\nask(p);',
    'may',
  ],
  ['one that a pattern declares', 'const [p] = [load()];\nask(p);', 'may'],
  [
    'a handled one that a pattern declares',
    'const [p] = [load().catch(log)];\nask(p);',
    'never',
  ],
  [
    'a property that a pattern declares',
    'const { p } = { p: load() };\nask(p);',
    'may',
  ],
  ['a private field', 'class A { #p = load(); go() { ask(this.#p); } }', 'may'],
  [
    'a private field of a handled one',
    'class A { #p = load().catch(log); go() { ask(this.#p); } }',
    'never',
  ],
  [
    'a private field, assigned later',
    'class A { private p?: Promise<unknown>; start() { this.p = load(); } go() { ask(this.p); } }',
    'may',
  ],
  [
    'a public field',
    'class A { p = load().catch(log); go() { ask(this.p); } }',
    'may',
  ],
  [
    'a function that is assigned again',
    'let f = async () => {};\nf = async () => { await load(); };\nask(f());',
    'may',
  ],
  [
    'a function that is assigned again, guarded',
    'let f = async () => {};\nf = async () => { log(); };\nask(f());',
    'never',
  ],
  [
    'a function of JavaScript that is assigned again',
    "import { f } from './f.js';\nask(f());",
    'may',
    { 'f.js': 'export async function f() {}\nf = load;' },
  ],
  [
    'a function that is one of two',
    'const f = isReady ? load : async () => {};\nask(f());',
    'may',
  ],
  [
    'a function that is one of two that cannot',
    'const f = isReady ? async () => { log(); } : async () => {};\nask(f());',
    'never',
  ],
]);

const BOTH = {
  'both.ts': `
    export async function quiet() { try { await load(); } catch {} }
    export async function loud() { await load(); }
    export const held = load();
    export const safe = load().catch(log);
    export default async () => { await load(); };
  `,
  'again.ts':
    "export * from './both';\nexport { loud as renamed } from './both';",
};

catalogue('can a function of another file reject?', rejection, [
  ['imported', "import { loud } from './both';\nask(loud());", 'may', BOTH],
  [
    'imported, guarded',
    "import { quiet } from './both';\nask(quiet());",
    'never',
    BOTH,
  ],
  [
    'through a re-export',
    "import { quiet } from './again';\nask(quiet());",
    'never',
    BOTH,
  ],
  [
    'through a renamed re-export',
    "import { renamed } from './again';\nask(renamed());",
    'may',
    BOTH,
  ],
  [
    'by an alias',
    "import { quiet as still } from './both';\nask(still());",
    'never',
    BOTH,
  ],
  [
    'of a namespace',
    "import * as both from './both';\nask(both.quiet());",
    'never',
    BOTH,
  ],
  [
    'of a namespace, bare',
    "import * as both from './both';\nask(both.loud());",
    'may',
    BOTH,
  ],
  ['the default', "import run from './both';\nask(run());", 'may', BOTH],
  ['a promise', "import { held } from './both';\nask(held);", 'may', BOTH],
  [
    'a handled promise',
    "import { safe } from './both';\nask(safe);",
    'never',
    BOTH,
  ],
  [
    'behind a declaration file',
    "import { quiet } from './types';\nask(quiet());",
    'may',
    { 'types.d.ts': 'export declare function quiet(): Promise<void>;' },
  ],
]);

catalogue('can functions that call each other reject?', rejection, [
  [
    'itself',
    'async function f() { if (isReady) await f(); }\nask(f());',
    'never',
  ],
  [
    'itself, with an await',
    'async function f() { if (isReady) await f(); await load(); }\nask(f());',
    'may',
  ],
  [
    'two, the first',
    'async function f() { await g(); }\nasync function g() { if (isReady) await f(); }\nask(f());',
    'never',
  ],
  [
    'two, the second',
    'async function f() { await g(); }\nasync function g() { if (isReady) await f(); }\nask(g());',
    'never',
  ],
  [
    'two of which one may',
    'async function f() { await g(); }\nasync function g() { if (isReady) await f(); await load(); }\nask(f());',
    'may',
  ],
  [
    'two of which one guards the other',
    'async function f() { try { await g(); } catch {} }\nasync function g() { await f(); await load(); }\nask(f());',
    'never',
  ],
  [
    'two of which one is not known',
    'async function f() { await g(); }\nasync function g() { if (isReady) await f(); await anything; }\nask(f());',
    'unknown',
  ],
  [
    'a variable and a function',
    'const p: Promise<unknown> = f();\nasync function f() { await p; }\nask(p);',
    'never',
  ],
]);
