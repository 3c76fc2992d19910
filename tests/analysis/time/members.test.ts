import { membersOf } from '../../../src/analysis/time/members.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'which code runs for the members?',
  askedOfCall((program, call) => {
    const members = membersOf(program, call);
    if (members === undefined) {
      return 'unknown';
    }
    return (
      members
        .map(({ code, isMany }) => `${isMany ? 'many ' : ''}${code.getText()}`)
        .join(', ') || 'none'
    );
  }),
  [
    // Lists.
    ['no list', 'Promise.all();', 'unknown'],
    ['any list', 'Promise.all(anything);', 'unknown'],
    ['a literal', 'Promise.all([load(1), load(2)]);', 'load(1), load(2)'],
    ['values', 'Promise.all([1, items]);', 'none'],
    ['any', 'Promise.all([anything.get()]);', 'none'],
    [
      'a call that cannot be resolved',
      'Promise.all([missing()]);',
      'missing()',
    ],
    ['a name that cannot be resolved', 'Promise.all([missing]);', 'none'],
    ['a map', 'Promise.all(items.map(load));', 'many load'],
    ['Array.from', 'Promise.all(Array.from(items, load));', 'many load'],
    [
      'Array.from without a callback',
      'Promise.all(Array.from(items));',
      'unknown',
    ],
    ['another method', 'Promise.all(items.filter(load));', 'unknown'],
    [
      'a spread map',
      'Promise.all([load(1), ...items.map(load)]);',
      'load(1), many load',
    ],
    [
      'a spread list from elsewhere',
      'Promise.all([load(1), ...anything]);',
      'load(1)',
    ],
    [
      'a choice of lists',
      'Promise.all(isReady ? [load(1)] : items.map(load));',
      'load(1), many load',
    ],

    // Names.
    [
      'a promise by its name',
      'const one = load(1); Promise.all([one]);',
      'load(1)',
    ],
    [
      'a promise by a name that may change',
      'let one = load(1); Promise.all([one]);',
      'one',
    ],
    [
      'a list by its name',
      'const all = [load(1)]; Promise.all(all);',
      'load(1)',
    ],
    [
      'a list by a name that may change',
      'let all = [load(1)]; Promise.all(all);',
      'unknown',
    ],
    [
      'a list without a value',
      'declare const all: Promise<string>[]; Promise.all(all);',
      'unknown',
    ],
    [
      'a list of an object',
      'declare const jobs: { all: Promise<string>[] }; Promise.all(jobs.all);',
      'unknown',
    ],
    [
      'a list from a pattern',
      'const { all } = { all: [load(1)] }; Promise.all(all);',
      'unknown',
    ],
    [
      'a list of another file',
      "import { all } from './jobs'; Promise.all(all);",
      'start()',
      {
        'jobs.ts':
          'declare function start(): Promise<string>; export const all = [start()];',
      },
    ],

    [
      'a list of another file, by its namespace',
      "import * as jobs from './jobs'; Promise.all(jobs.all);",
      'unknown',
      {
        'jobs.ts':
          'declare function start(): Promise<string>; export const all = [start()];',
      },
    ],

    // What is pushed.
    [
      'what is pushed once',
      'const all: Promise<string>[] = []; all.push(load(1), load(2)); Promise.all(all);',
      'load(1), load(2)',
    ],
    [
      'what is pushed in a loop',
      'const all: Promise<string>[] = []; for (const item of items) all.push(load(item)); Promise.all(all);',
      'many load(item)',
    ],
    [
      'what is pushed in a callback',
      'const all: Promise<string>[] = []; items.forEach((item) => { all.push(load(item)); }); Promise.all(all);',
      'many load(item)',
    ],
    [
      'what is pushed in the round that makes the list',
      'for (const item of items) { const all: Promise<string>[] = []; all.push(load(item)); Promise.all(all); }',
      'load(item)',
    ],
    [
      'what is pushed in a branch',
      'const all: Promise<string>[] = []; if (isReady) { all.push(load(1)); } Promise.all(all);',
      'load(1)',
    ],
    [
      'what another method is given',
      'const all: Promise<string>[] = []; all.includes(load(1)); Promise.all(all);',
      'none',
    ],
    [
      'a value that is pushed',
      'const all: unknown[] = []; all.push(1); Promise.all(all);',
      'none',
    ],
    [
      'a method that is not called',
      'const all = [load(1)]; log(all.push); Promise.all(all);',
      'load(1)',
    ],
  ],
);
