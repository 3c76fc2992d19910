import ts from 'typescript';

import { isKnownToHoldPromises } from '../../../src/analysis/arguments/known-promises.ts';
import { catalogue } from '../asked.ts';
import { findNode } from '../program.ts';

const ALL = 'const all = await items.map(load); ';

catalogue(
  'is an awaited array known to hold promises?',
  (program, file) =>
    isKnownToHoldPromises(program, findNode(file, ts.isAwaitExpression))
      ? 'yes'
      : 'unknown',
  [
    ['a statement', 'await items.map(load);', 'unknown'],
    ['a combinator', 'Promise.all(await items.map(load));', 'yes'],
    [
      'a choice in a combinator',
      'Promise.all(isReady ? await items.map(load) : []);',
      'yes',
    ],
    ['a name in a combinator', `${ALL}Promise.race(all);`, 'yes'],
    ['a copy in a combinator', `${ALL}Promise.race([...all]);`, 'yes'],
    ['an element of a list', `${ALL}Promise.all([all]);`, 'unknown'],
    ['a part in a combinator', `${ALL}Promise.all(all.slice(1));`, 'yes'],
    ['another name', `${ALL}const more = all; Promise.all(more);`, 'yes'],
    [
      'a parameter that asks for promises',
      `${ALL}declare function use(all: Promise<string>[]): void; use(all);`,
      'yes',
    ],
    ['a parameter that asks for anything', `${ALL}ask(all);`, 'unknown'],
    [
      'a parameter that takes what it is given',
      `${ALL}declare function use<T>(all: T): T; use(all);`,
      'unknown',
    ],
    [
      'a declared type',
      'const all: Promise<string>[] = await items.map(load);',
      'yes',
    ],
    [
      'a declared type of anything',
      'const all: any = await items.map(load);',
      'unknown',
    ],
    [
      'an assignment',
      'let all; all = await items.map(load); Promise.all(all);',
      'yes',
    ],
    [
      'an assignment to a declared variable',
      'let all: Promise<string>[]; all = await items.map(load);',
      'yes',
    ],
    [
      'a declared result',
      'async function f(): Promise<Promise<string>[]> { return await items.map(load); }',
      'yes',
    ],
    [
      'a declared result of values',
      'async function f(): Promise<any> { return await items.map(load); }',
      'unknown',
    ],
    [
      'a result',
      'async function f() { return await items.map(load); }',
      'unknown',
    ],
    ['an awaited element', `${ALL}await all[0];`, 'yes'],
    ['an awaited element by at', `${ALL}await all.at(-1);`, 'yes'],
    ['an element', `${ALL}ask(all[0]);`, 'unknown'],
    ['the length', `${ALL}ask(all.length);`, 'unknown'],
    [
      'a loop that awaits',
      `${ALL}for (const one of all) { await one; }`,
      'yes',
    ],
    [
      'a loop for await',
      `${ALL}for await (const one of all) { log(one); }`,
      'yes',
    ],
    ['a loop', `${ALL}for (const one of all) { log(one); }`, 'unknown'],
    [
      'a callback that awaits',
      `${ALL}all.forEach(async (one) => { await one; });`,
      'yes',
    ],
    ['a callback of then', `${ALL}all.map((one) => one.then(log));`, 'yes'],
    ['a callback', `${ALL}all.map((one) => log(one));`, 'unknown'],
    ['a pattern that is awaited', `${ALL}const [one] = all; await one;`, 'yes'],
    ['a pattern', `${ALL}const [one] = all; log(one);`, 'unknown'],
    [
      'a pattern of a race',
      `${ALL}const [one] = all; Promise.race([one, load()]);`,
      'yes',
    ],
    [
      'an awaited name that is combined',
      'const all = items.map(load); await all; Promise.all(all);',
      'yes',
    ],
    ['an awaited name', 'const all = items.map(load); await all;', 'unknown'],
    [
      'names that stand for each other',
      `${ALL}let one = all[0], two = one; one = two; log(two);`,
      'unknown',
    ],
  ],
);
