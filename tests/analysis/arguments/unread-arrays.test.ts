import ts from 'typescript';

import { isUnreadArray } from '../../../src/analysis/arguments/unread-arrays.ts';
import { catalogue } from '../asked.ts';
import { findNode } from '../program.ts';

catalogue(
  'is a variable with promises never read?',
  (program, file) =>
    isUnreadArray(program, findNode(file, ts.isVariableDeclaration))
      ? 'yes'
      : 'no',
  [
    ['a map', 'const all = items.map(load);', 'yes'],
    ['a map that is read', 'const all = items.map(load); log(all);', 'no'],
    ['a map to values', 'const all = items.map(String);', 'no'],
    ['an exported map', 'export const all = items.map(load);', 'no'],
    ['a literal', 'const all = [load(1)];', 'yes'],
    ['an empty literal', 'const all: Promise<string>[] = [];', 'no'],
    [
      'an empty literal that is filled',
      'const all: Promise<string>[] = []; all.push(load(1));',
      'yes',
    ],
    [
      'a literal that is filled, and read',
      'const all = [load(1)]; all.push(load(2)); log(all);',
      'no',
    ],
    [
      'a literal that is filled, and counted',
      'const all = [load(1)]; all.push(load(2)); log(all.length);',
      'yes',
    ],
    [
      'a literal that is emptied',
      'const all = [load(1)]; all.length = 0;',
      'no',
    ],
    [
      'a literal that is shortened',
      'const all = [load(1)]; all.length--;',
      'no',
    ],
    [
      'a map that is counted',
      'const all = items.map(load); log(all.length);',
      'yes',
    ],
    [
      'a map that is counted, of promises that cannot reject',
      'const all = items.map((item) => load(item).catch(() => {})); log(all.length);',
      'no',
    ],
    [
      'an array that is filled and counted, of promises that cannot reject',
      'const all = []; all.push(load(1).catch(() => {})); log(all.length);',
      'no',
    ],
    [
      'an array of promises that cannot reject, which is not even counted',
      'const all = []; all.push(load(1).catch(() => {}));',
      'yes',
    ],
    [
      'a push that is read',
      'const all = [load(1)]; log(all.push(load(2)));',
      'no',
    ],
    [
      'another name for an array that is filled',
      'const all = jobs; all.push(load(1)); declare const jobs: Promise<string>[];',
      'no',
    ],
    [
      'an array that a function gives, and that is filled',
      'const all = jobs(); all.push(load(1)); declare function jobs(): Promise<string>[];',
      'no',
    ],
    [
      'a map whose element is taken',
      'const all = items.map(load); let first; first = all[0];',
      'no',
    ],
    [
      'an array that a function fills which is kept',
      'const all: Promise<string>[] = []; const add = () => all.push(load(1));',
      'no',
    ],
    ['a push that is handed on', 'const all = [load(1)]; log(all.push);', 'no'],
    ['another method', 'const all = [load(1)]; all.reverse();', 'no'],
    ['a pattern', 'const [one] = [load(1)];', 'no'],
    ['no value', 'let all: Promise<string>[];', 'no'],
    [
      'a call',
      'declare function all(): Promise<string>[]; const a = all();',
      'no',
    ],
    ['an array of any values', 'const all = []; all.push(load(1));', 'yes'],
    [
      'a constructed array',
      'const all = new Array<Promise<string>>(); all.push(load(1));',
      'yes',
    ],
    [
      'a constructed array that is not filled',
      'const all = new Array<Promise<string>>(3);',
      'no',
    ],
    ['a set', 'const all = new Set<Promise<string>>([load(1)]);', 'no'],
    [
      'a push in a callback that is only run',
      'const all = []; items.forEach((item) => all.push(load(item)));',
      'yes',
    ],
    [
      'a push in a callback whose result is used',
      'const all = []; log(items.map((item) => all.push(load(item))));',
      'no',
    ],
    [
      'a push under a condition',
      'const all = []; isReady && all.push(load(1));',
      'yes',
    ],
    [
      'an index',
      'const all = []; for (let i = 0; i < 3; i++) all[i] = load(i);',
      'yes',
    ],
    ['an index that is read', 'const all = []; log((all[0] = load(1)));', 'no'],
    ['another operator', 'const all = []; all[0] ??= load(1);', 'no'],
    ['an element that is read', 'const all = [load(1)]; log(all[0]);', 'no'],
    [
      'a promise that has a name',
      'const all: Promise<string>[] = []; const p = load(1); all.push(p); log(p);',
      'no',
    ],
    [
      'a value that is waited for',
      'async function f() { const all = []; all.push(await load(1)); }',
      'no',
    ],
    [
      'a list that is spread',
      'const all = []; all.push(...items.map(load));',
      'yes',
    ],
    [
      'a list of values that is spread',
      'const all = []; all.push(...items.map(String));',
      'no',
    ],
    [
      'a map to promises that are kept elsewhere',
      'const all = items.map((item) => { const p = load(item); log(p); return p; });',
      'no',
    ],
    ['a map of any', 'const all = anything.map(load);', 'no'],
  ],
);
