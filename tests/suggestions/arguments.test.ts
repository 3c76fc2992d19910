import { expect, it } from 'vitest';

import { outputOf } from './cases.ts';

/** The statements of an async function. */
function inAsync(statements: string): string {
  return `export async function f() {\n  ${statements}\n}\n`;
}

it.each([
  [
    'wrapInArray',
    'return Promise.all(load(1), load(2));',
    'return Promise.all([load(1), load(2)]);',
  ],
  ['wrapInArray', 'return Promise.all(ids.map(load), load(2));', undefined],
  ['wrapInArray', 'return Promise.all(load());', undefined],
  [
    'useMap',
    'return Promise.all(ids.forEach((id) => load(id)));',
    'return Promise.all(ids.map((id) => load(id)));',
  ],
  ['useMap', 'return Promise.all(ids.forEach((id) => show(id)));', undefined],
  [
    'useValues',
    'await Promise.all(new Map([[1, load()]]));',
    'await Promise.all(new Map([[1, load()]]).values());',
  ],
  ['useValues', 'return Promise.all(new Map([[1, load()]]));', undefined],
  [
    'wrapInCombinator',
    'return Promise.all(new Map([[1, load()]]));',
    'return Promise.all(Array.from(new Map([[1, load()]]), (entry) => Promise.all(entry)));',
  ],
  [
    'wrapInCombinator',
    'const [a, b] = await Promise.all([load(), ids.map(load)]); show(a, b.length);',
    'const [a, b] = await Promise.all([load(), Promise.all(ids.map(load))]); show(a, b.length);',
  ],
  [
    'wrapInCombinator',
    'await Promise.race([load(), ids.map(load)]);',
    undefined,
  ],
  [
    'spreadMember',
    'await Promise.all([load(), ids.map(load)]);',
    'await Promise.all([load(), ...ids.map(load)]);',
  ],
  [
    'spreadMember',
    'const [a, b] = await Promise.all([load(), ids.map(load)]); show(a, b.length);',
    undefined,
  ],
  [
    'useFlatMap',
    'await Promise.all(ids.map((id) => [load(id), load(id)]));',
    'await Promise.all(ids.flatMap((id) => [load(id), load(id)]));',
  ],
  [
    'useFlatMap',
    'await Promise.all(Array.from(ids, (id) => [load(id)]));',
    undefined,
  ],
  [
    'flatten',
    'const lists = [ids.map(load)]; await Promise.all(lists);',
    'const lists = [ids.map(load)]; await Promise.all(lists.flat());',
  ],
  [
    'callFunction',
    'await Promise.all([load, load()]);',
    'await Promise.all([load(), load()]);',
  ],
  ['callFunction', 'await Promise.all([(id: string) => load(id)]);', undefined],
  [
    'callFunction',
    'await Promise.all(ids.map((id) => () => load(id)));',
    'await Promise.all(ids.map((id) => load(id)));',
  ],
  [
    'callEach',
    'const tasks = [load, loadAll]; await Promise.all(tasks);',
    'const tasks = [load, loadAll]; await Promise.all(tasks.map((task) => task()));',
  ],
  [
    'insertReturn',
    'await Promise.all(ids.map((id) => { load(id); }));',
    'await Promise.all(ids.map((id) => { return load(id); }));',
  ],
  [
    'insertReturn',
    'await Promise.all(ids.map((id) => { load(id); show(id); }));',
    undefined,
  ],
  [
    'insertAwait',
    'await Promise.all(ids.map(async (id) => { load(id); }));',
    'await Promise.all(ids.map(async (id) => { await load(id); }));',
  ],
  [
    'removeNew',
    'await new Promise.all([load(1), load(2)]);',
    'await Promise.all([load(1), load(2)]);',
  ],
  [
    'wrapInAll',
    'const all = await ids.map(load); show(all);',
    'const all = await Promise.all(ids.map(load)); show(all);',
  ],
  ['wrapInAll', 'ids.map(load);', 'await Promise.all(ids.map(load));'],
  [
    'wrapInAll',
    'const Promise = null; await ids.map(load); show(Promise);',
    undefined,
  ],
  [
    'askBeforehand',
    'return ids.some(async (id) => (await load(id)) === id);',
    'return (await Promise.all(ids.map(async (id) => (await load(id)) === id))).some(Boolean);',
  ],
  [
    'askBeforehand',
    'return ids.find(async (id) => (await load(id)) === id);',
    undefined,
  ],
])('%s of %s', (messageId, given, made) => {
  expect(
    outputOf('valid-arguments', messageId, {
      name: given,
      code: inAsync(given),
    }),
  ).toBe(made && inAsync(made));
});

it.each([
  ['awaitMember', 'await Promise.all([load()]);', 'await load();'],
  [
    'awaitMember',
    'const [a] = await Promise.all([load()]); return a;',
    'const [a] = [await load()]; return a;',
  ],
  [
    'awaitMember',
    'const all = await Promise.all([load()]); return all;',
    undefined,
  ],
  ['awaitMember', 'return Promise.race([load()]);', 'return load();'],
  ['awaitMember', 'await Promise.any([load()]);', undefined],
  [
    'awaitMember',
    'await Promise.all([isReady ? load(1) : load(2)]);',
    'await (isReady ? load(1) : load(2));',
  ],
])('%s of %s', (messageId, given, made) => {
  expect(
    outputOf('no-single-element', messageId, {
      name: given,
      code: inAsync(given),
    }),
  ).toBe(made && inAsync(made));
});
