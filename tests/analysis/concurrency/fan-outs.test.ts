import { fanOutOf } from '../../../src/analysis/concurrency/fan-outs.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'which list are the tasks made from?',
  askedOfCall((program, call) => {
    const found = fanOutOf(program.getTypeChecker(), call);
    return found === undefined
      ? 'none'
      : `${found.list.getText()}: ${found.task.getText()}${found.call ? ', mapped' : ''}`;
  }),
  [
    ['no list', 'Promise.all([load(1)]);', 'none'],
    ['any list', 'Promise.all(anything);', 'none'],
    ['no argument', 'Promise.all(...anything);', 'none'],
    ['a map', 'Promise.all(items.map(load));', 'items: load, mapped'],
    ['a map without a callback', 'Promise.all(items.map());', 'none'],
    [
      'a map that is no method',
      'declare const map: any; Promise.all(map(load));',
      'none',
    ],
    ['another method', 'Promise.all(items.flatMap(load));', 'none'],
    ['a method of any', 'Promise.all(anything[0](load));', 'none'],
    ['Array.from', 'Promise.all(Array.from(items, load));', 'items: load'],
    [
      'Array.from without a callback',
      'Promise.all(Array.from(items));',
      'none',
    ],
    [
      'from of something else',
      'Promise.all(anything.from(items, load));',
      'none',
    ],
    [
      'from of something under an element',
      'Promise.all(anything[0].from(items, load));',
      'none',
    ],
    ['of of Array', 'Promise.all(Array.of(items, load));', 'none'],

    // In a literal.
    [
      'a spread map',
      'Promise.all([load(0), ...items.map(load)]);',
      'items: load, mapped',
    ],
    [
      'a spread list',
      'declare const all: Promise<string>[]; Promise.all([...all]);',
      'none',
    ],
    [
      'two spread lists',
      'declare const all: Promise<string>[]; Promise.all([...all, ...items.map(load)]);',
      'items: load, mapped',
    ],
    [
      'a spread choice',
      'Promise.all([...(isReady ? items.map(load) : [])]);',
      'none',
    ],
    [
      'a map that is one member',
      'Promise.all([items.map(load)] as any);',
      'none',
    ],

    // By a name.
    [
      'a constant',
      'const all = items.map(load); Promise.all(all);',
      'items: load, mapped',
    ],
    ['a variable', 'let all = items.map(load); Promise.all(all);', 'none'],
    [
      'a constant of something else',
      'const all = [load(1)]; Promise.all(all);',
      'none',
    ],
    [
      'a constant without a value',
      'declare const all: Promise<string>[]; Promise.all(all);',
      'none',
    ],
    [
      'a parameter',
      'export const f = (all: Promise<string>[]) => Promise.all(all);',
      'none',
    ],

    // By a loop.
    [
      'a loop',
      'const all = []; for (const item of items) all.push(load(item)); Promise.all(all);',
      'items: load(item)',
    ],
    [
      'a loop that spreads',
      'const all = []; for (const item of items) all.push(...items.map(load)); Promise.all(all);',
      'none',
    ],
    [
      'a loop that pushes nothing',
      'const all: any[] = []; for (const item of items) all.push(); Promise.all(all);',
      'none',
    ],
    [
      'a loop that waits',
      'const all = []; for (const item of items) { await load(); all.push(load(item)); } Promise.all(all);',
      'none',
    ],
    [
      'a loop that waits for each',
      'const all = []; for await (const item of items) all.push(load(item)); Promise.all(all);',
      'none',
    ],
    [
      'a loop with a function that waits',
      'const all: any[] = []; for (const item of items) all.push((async () => { await load(item); })()); Promise.all(all);',
      'items: (async () => { await load(item); })()',
    ],
    [
      'another loop',
      'const all = []; while (isReady) all.push(load(1)); Promise.all(all);',
      'none',
    ],
    ['no loop', 'const all = []; all.push(load(1)); Promise.all(all);', 'none'],
    [
      'the second of two pushes',
      'const all = []; all.push(load(0)); for (const item of items) all.push(load(item)); Promise.all(all);',
      'items: load(item)',
    ],
    [
      'forEach',
      'const all: any[] = []; items.forEach((item) => { all.push(load(item)); }); Promise.all(all);',
      'items: load(item)',
    ],
    [
      'another method with a callback',
      'const all: any[] = []; items.some((item) => { all.push(load(item)); }); Promise.all(all);',
      'none',
    ],
    [
      'a list of another function',
      'const all: any[] = []; for (const item of items) all.push(load(item)); export const f = () => Promise.all(all);',
      'none',
    ],
    [
      'forEach in another function',
      'const all: any[] = []; export const f = () => { items.forEach((item) => { all.push(load(item)); }); }; Promise.all(all);',
      'none',
    ],
  ],
);
