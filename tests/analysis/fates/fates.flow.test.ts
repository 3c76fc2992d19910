import { catalogue, fate } from '../asked.ts';

const ALL = 'Promise.all([load()])';

catalogue('where does a promise go that is kept in a variable?', fate, [
  ['not used', `const p = ${ALL};`, 'unused 1'],
  ['awaited at the top level', `const p = ${ALL};\nawait p;`, 'top-level 2'],
  [
    'awaited in a try',
    `const p = ${ALL};\ntry { await p; } catch {}`,
    'handled 2',
  ],
  ['dropped', `const p = ${ALL};\nvoid p;`, 'voided 2'],
  ['mentioned', `const p = ${ALL};\np;`, 'discarded 2'],
  ['tested only', `const p = ${ALL};\nif (p) log();`, 'unused 1'],
  ['a separate catch', `const p = ${ALL};\np.catch(() => {});`, 'handled 2'],
  [
    'a separate catch, and an await that nothing guards',
    `const p = ${ALL};\np.catch(() => {});\nawait p;`,
    'top-level 3',
  ],
  [
    'a separate then without a handler',
    `const p = ${ALL};\np.then(log);`,
    'discarded 2',
  ],
  [
    'a second name',
    `const p = ${ALL};\nconst q = p;\nq.catch(log);`,
    'handled 3',
  ],
  [
    'a second name that is not used',
    `const p = ${ALL};\nconst q = p;`,
    'unused 2',
  ],
  ['assigned later', `let p;\np = ${ALL};\np.catch(log);`, 'handled 3'],
  ['assigned later and not used', `let p;\np = ${ALL};`, 'unused 1'],
  [
    'overwritten',
    `let p = ${ALL};\np = Promise.resolve([]);\nawait p;`,
    'unused 1',
  ],
  [
    'overwritten on one way',
    `let p = ${ALL};\nif (isReady) p = Promise.resolve(['']);\np.catch(log);`,
    'handled 3',
  ],
  ['exported', `export const p = ${ALL};`, 'propagated'],
  ['exported by a list', `const p = ${ALL};\nexport { p };`, 'propagated'],
  ['exported as the default', `export default ${ALL};`, 'propagated'],
  [
    'read by a function that is called',
    `const p = ${ALL};\nconst f = () => p;\nf().catch(log);`,
    'handled 3',
  ],
  [
    'read by a function that is dropped',
    `const p = ${ALL};\nconst f = () => p;\nf();`,
    'discarded 3',
  ],
  [
    'read by a function that is exported',
    `const p = ${ALL};\nexport const f = () => p;`,
    'propagated',
  ],
  [
    'read by a function that nothing calls',
    `const p = ${ALL};\nconst f = () => p;`,
    'unknown',
  ],
]);

catalogue('where does a promise go that is part of an expression?', fate, [
  [
    'a branch',
    `const p = isReady ? ${ALL} : null;\np?.catch(log);`,
    'handled 2',
  ],
  ['a branch that is dropped', `isReady ? ${ALL} : null;`, 'discarded 1'],
  [
    'after ??',
    `declare const kept: Promise<unknown> | undefined;\n(kept ?? ${ALL}).catch(log);`,
    'handled 2',
  ],
  [
    'after ??, dropped',
    `declare const kept: Promise<unknown> | undefined;\nkept ?? ${ALL};`,
    'discarded 2',
  ],
  [
    'after ||',
    `declare const kept: Promise<unknown> | undefined;\n(kept || ${ALL}).catch(log);`,
    'handled 2',
  ],
  ['after &&', `isReady && ${ALL};`, 'discarded 1'],
  ['after && with a catch', `isReady && ${ALL}.catch(log);`, 'handled 1'],
  [
    'the last of a comma',
    `const p = (log(), ${ALL});\np.catch(log);`,
    'handled 2',
  ],
  ['not the last of a comma', `log((${ALL}, 1));`, 'discarded 1'],
  ['a cast', `(${ALL} as Promise<unknown>);`, 'discarded 1'],
  [
    'a cast with a catch',
    `(${ALL} as Promise<unknown>)!.catch(log);`,
    'handled 1',
  ],
  ['satisfies', `(${ALL} satisfies Promise<unknown>).catch(log);`, 'handled 1'],
]);

catalogue('where does a promise go that is in an object or array?', fate, [
  [
    'a property that is read back',
    `const o = { p: ${ALL} };\no.p.catch(log);`,
    'handled 2',
  ],
  [
    'a property that is not',
    `const o = { p: ${ALL}, q: 1 };\nlog(o.q);`,
    'unused 1',
  ],
  [
    'a property taken out',
    `const o = { p: ${ALL} };\nconst { p } = o;\np.catch(log);`,
    'handled 3',
  ],
  [
    'a property taken out and not used',
    `const { p } = { p: ${ALL} };`,
    'unused 1',
  ],
  [
    'a property taken out under another name',
    `const { p: q } = { p: ${ALL} };\nq.catch(log);`,
    'handled 2',
  ],
  [
    'an object that goes elsewhere',
    `const o = { p: ${ALL} };\nlog(o);`,
    'unknown',
  ],
  [
    'an object that is returned',
    `export const f = () => ({ p: ${ALL} });`,
    'unknown',
  ],
  ['an element taken out', `const [p] = [${ALL}];\np.catch(log);`, 'handled 2'],
  ['an element taken out and not used', `const [p] = [${ALL}];`, 'unused 1'],
  [
    'an element that is not taken out',
    `const [p] = [1, ${ALL}];\nlog(p);`,
    'unknown',
  ],
  [
    'an array that is awaited whole',
    `const list = [${ALL}];\nawait Promise.allSettled(list);`,
    'handled 2',
  ],
  [
    'an array that is awaited one by one',
    `const list = [${ALL}];\nfor (const p of list) { try { await p; } catch {} }`,
    'handled 2',
  ],
  [
    'an array that is awaited one by one without a try',
    `const list = [${ALL}];\nfor (const p of list) await p;`,
    'top-level 2',
  ],
  ['an array that nothing reads', `const list = [${ALL}];`, 'unused 1'],
  [
    'each of an array handled',
    `const list = [${ALL}];\nlist.forEach((p) => p.catch(log));`,
    'handled 2',
  ],
  [
    'pushed to a list of others',
    `const list: unknown[] = [];\nlist.push(${ALL});`,
    'unknown',
  ],
]);

catalogue('where does a promise go that is kept in a field?', fate, [
  ['private and never read', `class A { #p = ${ALL}; }`, 'unused 1'],
  [
    'private and awaited in another method',
    `class A { #p = ${ALL}; async get() { await this.#p; } }`,
    'propagated',
  ],
  [
    'private and handled in another method',
    `class A { #p = ${ALL}; get() { this.#p.catch(log); } }`,
    'handled 1',
  ],
  [
    'declared private and never read',
    `class A { private p = ${ALL}; }`,
    'unused 1',
  ],
  [
    'private, assigned and never read',
    `class A { #p?: Promise<unknown>; start() { this.#p = ${ALL}; } }`,
    'unused 1',
  ],
  [
    'private, assigned and only tested',
    `class A { #p?: Promise<unknown>; start() { if (this.#p) return; this.#p = ${ALL}; } }`,
    'unused 1',
  ],
  [
    'private, assigned and returned elsewhere',
    `class A { #p?: Promise<unknown>; start() { this.#p = ${ALL}; } wait() { return this.#p; } }`,
    'propagated',
  ],
  [
    'private, read in brackets',
    `class A { private p = ${ALL}; get() { return this['p']; } }`,
    'propagated',
  ],
  [
    'private, read through any',
    `class A { private p = ${ALL}; }\nlog((new A() as any).p);`,
    'unknown',
  ],
  ['public', `class A { p = ${ALL}; }`, 'propagated'],
  [
    'a memo that is returned',
    `class A { #p?: Promise<unknown>; get() { return (this.#p ??= ${ALL}); } }`,
    'propagated',
  ],
  [
    'a memo that is returned afterwards',
    `class A { #p?: Promise<unknown>; get() { this.#p ??= ${ALL}; return this.#p; } }`,
    'propagated',
  ],
  [
    'a memo that nothing reads',
    `class A { #p?: Promise<unknown>; start() { this.#p ??= ${ALL}; } }`,
    'unused 1',
  ],
  [
    'a memo by ||',
    `class A { #p?: Promise<unknown>; get() { return (this.#p ||= ${ALL}); } }`,
    'propagated',
  ],
  [
    'a memo by if',
    `class A { #p?: Promise<unknown>; get() { if (!this.#p) { this.#p = ${ALL}; } return this.#p; } }`,
    'propagated',
  ],
  [
    'a memo in a variable',
    `let memo: Promise<unknown> | undefined;\nexport const get = () => (memo ??= ${ALL});`,
    'propagated',
  ],
  [
    'a memo in a variable that nothing reads',
    `let memo: Promise<unknown> | undefined;\nexport const start = () => { memo ??= ${ALL}; };`,
    'unused 1',
  ],
]);

catalogue('where does a promise go that is given to a function?', fate, [
  ['one that cannot be seen', `log(${ALL});`, 'unknown'],
  [
    'one that is typed to take a promise',
    `declare function guard(p: Promise<unknown>): void;\nguard(${ALL});`,
    'unknown',
  ],
  [
    'a method that is typed to take a promise',
    `declare const event: { waitUntil(p: Promise<unknown>): void };\nevent.waitUntil(${ALL});`,
    'unknown',
  ],
  [
    'an IIFE that handles it',
    `((p: Promise<unknown>) => p.catch(log))(${ALL});`,
    'handled 1',
  ],
  [
    'an IIFE that drops it',
    `((p: Promise<unknown>) => { void p; })(${ALL});`,
    'voided 1',
  ],
  [
    'a local helper that handles it',
    `function guard(p: Promise<unknown>) { p.catch(log); }\nguard(${ALL});`,
    'handled 1',
  ],
  [
    'a local helper that drops it',
    `function start(p: Promise<unknown>) { p.then(log); }\nstart(${ALL});`,
    'discarded 1',
  ],
  [
    'a local helper that awaits it, and is dropped',
    `async function run(p: Promise<unknown>) { await p; }\nrun(${ALL});`,
    'discarded 2',
  ],
  [
    'a local helper that awaits it, with a catch',
    `async function run(p: Promise<unknown>) { await p; }\nrun(${ALL}).catch(log);`,
    'handled 2',
  ],
  [
    'a local helper that hands it back, dropped',
    `const same = (p: Promise<unknown>) => p;\nsame(${ALL});`,
    'discarded 2',
  ],
  [
    'a local helper that hands it back, handled',
    `const same = (p: Promise<unknown>) => p;\nsame(${ALL}).catch(log);`,
    'handled 2',
  ],
  [
    'a helper that hands it back, called twice',
    `const same = (p: Promise<unknown>) => p;\nsame(${ALL}).catch(log);\nsame(load());`,
    'handled 2',
  ],
  [
    'a helper of another file',
    `import { guard } from './guard';\nguard(${ALL});`,
    'handled guard.ts:1',
    {
      'guard.ts':
        'export function guard(p: Promise<unknown>) { p.catch(log); }',
    },
  ],
  [
    'a helper of another file that drops it',
    `import { start } from './guard';\nstart(${ALL});`,
    'discarded guard.ts:1',
    {
      'guard.ts': 'export function start(p: Promise<unknown>) { p.then(log); }',
    },
  ],
  [
    'a helper that does not look at what it is given',
    `function run(p: unknown) { log(); }\nconst p = ${ALL};\nrun(p);\np.catch(log);`,
    'unknown',
  ],
  [
    'a helper that calls what it is given in one place',
    `function run(fn: () => Promise<unknown>) { if (isReady) { fn(); } }\nrun(() => ${ALL});`,
    'discarded 1',
  ],
  [
    'a helper that chooses how to call what it is given',
    `function run(fn: () => Promise<unknown>) { if (isReady) { fn().catch(log); } else { fn(); } }\nrun(() => ${ALL});`,
    'unknown',
  ],
  ['Promise.resolve', `Promise.resolve(${ALL}).catch(log);`, 'handled 1'],
  ['Promise.resolve, dropped', `Promise.resolve(${ALL});`, 'discarded 1'],
  [
    'resolve of a new promise',
    `new Promise((resolve) => resolve(${ALL})).catch(log);`,
    'unknown',
  ],
  [
    'all, with a catch',
    `const p = ${ALL};\nPromise.all([p]).catch(log);`,
    'handled 2',
  ],
  [
    'all, dropped',
    `const p = ${ALL};\nvoid Promise.all([load(), p]);`,
    'voided 2',
  ],
  [
    'race, dropped',
    `const p = ${ALL};\nPromise.race([load(), p]);`,
    'discarded 2',
  ],
  [
    'allSettled, dropped',
    `const p = ${ALL};\nPromise.allSettled([p]);`,
    'handled 2',
  ],
]);

catalogue('where does a promise go that is chained?', fate, [
  ['then', `${ALL}.then(log);`, 'discarded 1'],
  ['then with two', `${ALL}.then(log, log);`, 'handled 1'],
  ['then with null and a handler', `${ALL}.then(null, log);`, 'handled 1'],
  ['then, then catch', `${ALL}.then(log).catch(log);`, 'handled 1'],
  ['catch', `${ALL}.catch(log);`, 'handled 1'],
  ['catch that throws', `${ALL}.catch((e) => { throw e; });`, 'discarded 1'],
  [
    'catch that throws, with another',
    `${ALL}.catch((e) => { throw e; }).catch(log);`,
    'handled 1',
  ],
  [
    'catch that returns a rejection',
    `${ALL}.catch((e) => Promise.reject(e));`,
    'discarded 1',
  ],
  ['catch of nothing', `${ALL}.catch();`, 'discarded 1'],
  ['finally', `${ALL}.finally(log);`, 'discarded 1'],
  ['finally, then catch', `${ALL}.finally(log).catch(log);`, 'handled 1'],
  ['catch by its name in brackets', `${ALL}['catch'](log);`, 'handled 1'],
  ['catch behind ?.', `${ALL}?.catch?.(log);`, 'handled 1'],
  ['a method that no promise has', `(${ALL} as any).andThen(log);`, 'unknown'],
]);
