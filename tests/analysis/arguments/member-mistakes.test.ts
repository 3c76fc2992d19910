import { memberMistakesOf } from '../../../src/analysis/arguments/member-mistakes.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'what is wrong with the members?',
  askedOfCall((program, call) => {
    const found = memberMistakesOf(program, call).map(
      ({ kind, at }) => `${kind}: ${at.getText()}`,
    );
    return found.length === 0 ? 'nothing' : found.join(', ');
  }),
  [
    ['promises', 'Promise.all([load(1), load(2)]);', 'nothing'],
    ['no members', 'Promise.all([]);', 'nothing'],
    ['any', 'Promise.all(anything);', 'nothing'],
    ['spread arguments', 'Promise.all(...anything);', 'nothing'],

    [
      'values that are spread',
      'Promise.all([...items]);',
      'nothingToWaitFor: Promise.all([...items])',
    ],

    // Functions.
    ['a function', 'Promise.all([load, load(1)]);', 'uncalledFunction: load'],
    [
      'a function that returns a value',
      'Promise.all([String, load(1)]);',
      'nothing',
    ],
    [
      'functions by a callback',
      'Promise.all(items.map((item) => () => load(item)));',
      'uncalledFunction: () => load(item)',
    ],
    [
      'functions by a block',
      'Promise.all(items.map((item) => { log(item); return () => load(item); }));',
      'uncalledFunction: () => load(item)',
    ],
    [
      'functions by a block with a function that returns',
      'Promise.all(items.map((item) => { log(() => { return 1; }); return () => load(item); }));',
      'uncalledFunction: () => load(item)',
    ],
    [
      'functions by a block with two returns',
      'Promise.all(items.map((item) => { if (isReady) return () => load(1); return () => load(2); }));',
      'uncalledFunction: items.map((item) => { if (isReady) return () => load(1); return () => load(2); })',
    ],
    [
      'functions by a function with a name',
      'const make = (item: string) => () => load(item); Promise.all(items.map(make));',
      'uncalledFunction: items.map(make)',
    ],

    // Callbacks of another file.
    [
      'a callback that returns nothing',
      "import { work } from './work'; Promise.all(items.map(work));",
      'unreturnedPromise: work',
      {
        'work.ts':
          'declare function save(id: string): Promise<void>; export function work(id: string) { save(id); }',
      },
    ],
    [
      'an async callback of an array of promises',
      "import { work } from './work'; Promise.all(items.map(work));",
      'promisedArray: work',
      {
        'work.ts':
          'declare function save(id: string): Promise<void>; export const work = async (id: string) => [save(id)];',
      },
    ],

    // Lists.
    [
      'a list of any with an option for its map',
      'Promise.all([anything.map(load, { concurrency: 3 })]);',
      'nothing',
    ],
    [
      'a list of any',
      'Promise.all([anything.map(load)]);',
      'nestedPromises: anything.map(load)',
    ],
    [
      'a list of promises',
      'Promise.all([items.map(load)]);',
      'nestedPromises: items.map(load)',
    ],
    ['a list of values', 'Promise.all([items, load(1)]);', 'nothing'],
    ['a spread list', 'Promise.all([...items.map(load)]);', 'nothing'],
    [
      'a list of what another member is',
      'Promise.all([missing(1), items.map((item) => missing(item))]);',
      'nestedPromises: items.map((item) => missing(item))',
    ],
    [
      'a list of something else than another member',
      'Promise.all([missing(1), items.map((item) => absent(item))]);',
      'nothing',
    ],
    [
      'a list by a block of what another member is',
      'Promise.all([missing(1), items.map((item) => { return missing(item); })]);',
      'nothing',
    ],
    [
      'a list of an unknown list of what another member is',
      'Promise.all([missing(1), anything.map((item: string) => missing(item))]);',
      'nothing',
    ],
    [
      'a list that another function makes of what another member is',
      'Promise.all([missing(1), items.map(missing)]);',
      'nothing',
    ],

    // Callbacks.
    [
      'a promise that is not returned',
      'Promise.all(items.map((item) => { load(item); }));',
      'unreturnedPromise: load(item);',
    ],
    [
      'a promise that is not awaited',
      'Promise.all(items.map(async (item) => { load(item); }));',
      'unawaitedPromise: load(item);',
    ],
    [
      'a promise that is not awaited beside one that is',
      'Promise.all(items.map(async (item) => { load(1); await load(item); }));',
      'nothing',
    ],
    [
      'a promise that is returned',
      'Promise.all(items.map((item) => { return load(item); }));',
      'nothing',
    ],

    // Values.
    [
      'only values',
      'Promise.all([1, 2]);',
      'nothingToWaitFor: Promise.all([1, 2])',
    ],
    [
      'only values, which were awaited',
      'Promise.all([await load(1), await load(2)]);',
      'nothing',
    ],
    [
      'only values, which were awaited and pushed',
      'const all: string[] = []; for (const item of items) all.push(await load(item)); Promise.all(all);',
      'nothing',
    ],
    [
      'only values, which were pushed',
      'const all: string[] = []; for (const item of items) all.push(item); Promise.all(all);',
      'nothingToWaitFor: Promise.all(all)',
    ],
    [
      'only values, which were awaited and pushed as a list',
      'const all: string[] = []; for (const item of items) all.push(...[await load(item)]); Promise.all(all);',
      'nothingToWaitFor: Promise.all(all)',
    ],
    ['a value beside a promise', 'Promise.all([1, load(1)]);', 'nothing'],

    // Races.
    ['a value in a race', 'Promise.race([load(1), 1]);', 'immediateWinner: 1'],
    [
      'a value in a race before a promise',
      'declare const p: Promise<1>; Promise.race([1, p]);',
      'immediateWinner: 1',
    ],
    [
      'a value behind a promise that was started',
      'declare const p: Promise<1>; Promise.race([p, 1]);',
      'nothing',
    ],
    [
      'a value behind what an object holds',
      'declare const job: { p: Promise<1> }; Promise.race([job.p, 1]);',
      'nothing',
    ],
    [
      'a value behind an element',
      'declare const jobs: Promise<1>[]; Promise.race([jobs[0]!, 1]);',
      'nothing',
    ],
    [
      'a value behind a spread list',
      'declare const jobs: Promise<1>[]; Promise.race([...jobs, 1]);',
      'nothing',
    ],
    [
      'a list of values in a race',
      'Promise.race([...items, load(1)]);',
      'nothing',
    ],
    ['a race without promises', 'Promise.race([anything, 1]);', 'nothing'],
  ],
);
