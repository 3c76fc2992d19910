import { expect, it } from 'vitest';

import { outsideWorkOf } from '../../../src/analysis/concurrency/outside-work.ts';
import { askAbout, asked, catalogue } from '../asked.ts';

const work = asked((program, task) => {
  const found = outsideWorkOf(program, task, new Set(['turns']));
  return found.kind === 'call' ? found.name : found.kind;
});

catalogue('what does a task do outside of the program?', work, [
  // Callbacks that cannot be seen.
  ['a function by its name', 'ask(load);', 'load()'],
  [
    'a function whose name says nothing',
    'declare function work(): Promise<void>; ask(work);',
    'none',
  ],
  [
    'a function without a name',
    'declare const works: (() => Promise<void>)[]; ask(works[0]!);',
    'none',
  ],
  [
    'a method',
    'declare const api: { save(): Promise<void> }; ask(api.save);',
    'api.save()',
  ],
  [
    'a function that makes no promise',
    'declare function save(): void; ask(save);',
    'none',
  ],

  // Bodies.
  ['a call', 'ask(load(1));', 'load()'],
  ['a body', 'ask(() => load(1));', 'load()'],
  [
    'the first of two calls',
    'declare function save(): Promise<void>; ask(async () => { await save(); await load(); });',
    'save()',
  ],
  ['no call', 'ask(() => 1);', 'none'],
  [
    'a call of a function without a name',
    'declare const works: (() => Promise<void>)[]; ask(() => works[0]!());',
    'none',
  ],
  [
    'a method that creates',
    'declare const api: { create(): Promise<void> }; ask(() => api.create());',
    'api.create()',
  ],
  [
    'a method that creates again',
    'declare const api: { recreate(): Promise<void> }; ask(() => api.recreate());',
    'none',
  ],
  [
    'a body in a body',
    'const get = async () => { await load(); }; ask(() => get());',
    'load()',
  ],
  [
    'a body that calls itself',
    'const get = async (): Promise<void> => { await get(); await load(); }; ask(get);',
    'load()',
  ],
  [
    'a body of itself alone',
    'const get = async (): Promise<void> => { await get(); }; ask(get);',
    'none',
  ],
  [
    'a body with types',
    'ask(async (): Promise<ReturnType<typeof load>> => load(1));',
    'load()',
  ],
  [
    'a limit',
    'declare const limit: (f: unknown) => Promise<void>; ask(() => limit(() => load(1)));',
    'limited',
  ],
  [
    'a limit of the user',
    'declare const turns: (f: unknown) => Promise<void>; ask(() => turns(() => load(1)));',
    'limited',
  ],
  [
    'a limit in a body in a body',
    'declare const limit: (f: unknown) => Promise<void>; const get = () => limit(1); ask(async () => { await load(); await get(); });',
    'limited',
  ],

  // Calls.
  [
    'a client',
    'declare function axios(url: string): Promise<void>; ask(() => axios("/"));',
    'axios()',
  ],
  [
    'a name that begins so',
    'declare function axiosLike(url: string): Promise<void>; ask(() => axiosLike("/"));',
    'none',
  ],
  [
    'a verb',
    'declare function sendMail(): Promise<void>; ask(() => sendMail());',
    'sendMail()',
  ],
  [
    'a word that begins so',
    'declare function sender(): Promise<void>; ask(() => sender());',
    'none',
  ],
  [
    'a factory',
    'declare function createUser(): Promise<void>; ask(() => createUser());',
    'none',
  ],
  [
    'a method that creates',
    'declare const api: { createUser(): Promise<void> }; ask(() => api.createUser());',
    'api.createUser()',
  ],
  [
    'a static method that creates',
    'declare const Api: { createUser(): Promise<void> }; ask(() => Api.createUser());',
    'none',
  ],
  [
    'a method that is created',
    'declare const api: { created(): Promise<void> }; ask(() => api.created());',
    'none',
  ],
  [
    'what makes no promise',
    'declare function save(): void; ask(() => save());',
    'none',
  ],
  [
    'a chain',
    'declare const p: Promise<void>; ask(() => p.then(log));',
    'none',
  ],
  [
    'a map',
    'declare const all: Map<string, Promise<void>>; ask(async () => { await all.get("a"); });',
    'none',
  ],
  ['fetch', 'ask(() => fetch("/"));', 'fetch()'],
  [
    'a module of Node',
    'import { access } from "node:fs/promises"; ask(() => access("/"));',
    'access()',
  ],
  [
    'another module of Node',
    'import { setTimeout as wait } from "node:timers/promises"; ask(() => wait(1));',
    'none',
  ],
  [
    'a client of any type',
    'const axios = anything; ask(() => axios.get(1));',
    'axios.get()',
  ],
  [
    'a client of any type by its own name',
    'const got = anything; ask(async () => { await got(1); });',
    'got()',
  ],
  [
    'a client of any type in a chain',
    'const ky = anything; ask(() => ky.get(1).finally(() => {}));',
    'ky.get()',
  ],
  [
    'a client of any type that is not waited for',
    'const axios = anything; ask(async () => { axios.get(1); });',
    'none',
  ],
  ['something else of any type', 'ask(() => anything.get(1));', 'none'],
  [
    'what is promisified',
    'declare function promisify(fn: object): () => Promise<void>; declare const client: { load(): void }; const run = promisify(client.load); ask(() => run());',
    'run()',
  ],
  [
    'what is promisified on the spot',
    'declare function promisify(fn: object): () => Promise<void>; declare const client: { load(): void }; ask(() => promisify(client.load)());',
    'promisify(client.load)()',
  ],
  [
    'nothing that is promisified',
    'declare function promisify(): () => Promise<void>; const run = promisify(); ask(() => run());',
    'none',
  ],
  [
    'what could not be resolved',
    'ask(async () => { await missing.get(1); });',
    'missing.get()',
  ],
  [
    'what could not be resolved, and is returned',
    'ask(async () => { return missing.get(1); });',
    'missing.get()',
  ],
  [
    'what could not be resolved, and nobody waits for',
    'ask(async () => { missing.get(1); });',
    'none',
  ],
  ['any', 'ask(async () => { await anything.get(1); });', 'none'],
]);

/** A task that goes through so many functions, of which the last loads. */
function chainOf(length: number): string {
  const functions = Array.from(
    { length },
    (_, index) => `const f${String(index)} = () => f${String(index + 1)}();`,
  );
  return `${functions.join(' ')} const f${String(length)} = () => load(); ask(() => f0());`;
}

it('looks into sixty bodies, and no further', () => {
  const kindOf = (text: string): string =>
    askAbout(text, (program, task) => outsideWorkOf(program, task, new Set()))
      .kind;
  expect(kindOf(chainOf(59))).toBe('call');
  expect(kindOf(chainOf(60))).toBe('unknown');
});
