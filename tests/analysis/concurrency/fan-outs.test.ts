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
    ['another method', 'Promise.all(items.filter(load));', 'none'],
    ['flatMap', 'Promise.all(items.flatMap(load));', 'items: load'],
    [
      'lists that are flattened',
      'Promise.all(items.map(load).flat());',
      'items: load',
    ],
    ['a list that is flattened', 'Promise.all(anything.flat());', 'none'],
    [
      'reduce to an array',
      'Promise.all(items.reduce((all, item) => [...all, load(item)], [] as Promise<string>[]));',
      'items: (all, item) => [...all, load(item)]',
    ],
    [
      'reduce to something else',
      'Promise.all(items.reduce((all, item) => all.then(() => load(item)), load()) as any);',
      'none',
    ],
    ['reduce without a start', 'Promise.all(items.reduce(anything));', 'none'],
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
      'a loop that may end early',
      'const all: any[] = []; for (const item of items) { if (isReady) break; all.push(load(item)); } Promise.all(all);',
      'none',
    ],
    [
      'a loop that looks at what it has filled',
      'const all: any[] = []; for (const item of items) { all.push(load(item)); log(all.length); } Promise.all(all);',
      'none',
    ],
    [
      'a loop that assigns',
      'const all: any[] = []; for (const item of items) all[item.length] = load(item); Promise.all(all);',
      'items: load(item)',
    ],
    [
      'a loop over keys',
      'const all: any[] = []; for (const key in anything) all.push(load(key)); Promise.all(all);',
      'anything: load(key)',
    ],
    [
      'a loop over indices',
      'const all: any[] = []; for (let i = 0; i < items.length; i++) all.push(load(items[i])); Promise.all(all);',
      'items: load(items[i])',
    ],
    [
      'a loop over indices, with the length under a name',
      'const all: any[] = []; for (let i = 0, n = items.length; n > i; i += 1) all[i] = load(items[i]); Promise.all(all);',
      'items: load(items[i])',
    ],
    [
      'a loop over indices from behind',
      'const all: any[] = []; for (let i = items.length - 1; i >= 0; i--) all.push(load(items[i])); Promise.all(all);',
      'items: load(items[i])',
    ],
    [
      'a loop over parts',
      'const all: any[] = []; for (let i = 0; i < items.length; i += 10) all.push(load(i)); Promise.all(all);',
      'none',
    ],
    [
      'a loop that counts',
      'const all: any[] = []; for (let i = 0; i < 3; i++) all.push(load(i)); Promise.all(all);',
      '3: load(i)',
    ],
    [
      'a loop without an end',
      'const all: any[] = []; for (;;) all.push(load(1)); Promise.all(all);',
      'none',
    ],
    [
      'a loop that empties a list',
      'const all: any[] = []; while (items.length > 0) all.push(load(items.shift())); Promise.all(all);',
      'items: load(items.shift())',
    ],
    [
      'a loop that empties a list from behind',
      'const all: any[] = []; while (items.length) all.push(load(items.pop())); Promise.all(all);',
      'items: load(items.pop())',
    ],
    [
      'a loop that cuts parts off a list',
      'const all: any[] = []; while (items.length) all.push(load(items.splice(0, 10))); Promise.all(all);',
      'none',
    ],
    [
      'a loop until there are enough',
      'const all: any[] = []; while (all.length < 3) all.push(load(1)); Promise.all(all);',
      'none',
    ],
    [
      'a loop that waits in a condition',
      'const all: any[] = []; for (const item of items) { if (await load()) all.push(load(item)); } Promise.all(all);',
      'none',
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

catalogue(
  'of what is there a task each?',
  askedOfCall(
    (program, call) => fanOutOf(program.getTypeChecker(), call)?.of ?? 'none',
  ),
  [
    ['by map', 'Promise.all(items.map(load));', 'items'],
    ['by flatMap', 'Promise.all(items.flatMap(load));', 'items'],
    [
      'by reduce',
      'Promise.all(items.reduce((all, item) => [...all, load(item)], [] as Promise<string>[]));',
      'items',
    ],
    ['by Array.from', 'Promise.all(Array.from(items, load));', 'items'],
  ],
);
