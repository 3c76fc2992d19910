import { memberStartsOf } from '../../../src/analysis/swallowed/member-starts.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'what starts the members?',
  askedOfCall((program, call) => {
    const members = memberStartsOf(program, call);
    return members === undefined
      ? 'unknown'
      : members.starts.map((start) => start.getText()).join(', ');
  }),
  [
    // Lists.
    ['calls', 'Promise.allSettled([load(1), load(2)]);', 'load(1), load(2)'],
    ['no members', 'Promise.allSettled([]);', 'unknown'],
    ['any', 'Promise.allSettled(anything);', 'unknown'],
    [
      'a spread list',
      'Promise.allSettled([load(1), ...items.map((item) => load(item))]);',
      'load(1), load(item)',
    ],
    [
      'a spread list from elsewhere',
      'declare const others: Promise<void>[]; Promise.allSettled([load(1), ...others]);',
      'unknown',
    ],
    [
      'a choice of lists',
      'Promise.allSettled(isReady ? [load(1)] : [load(2)]);',
      'load(1), load(2)',
    ],
    [
      'a choice of a list from elsewhere',
      'declare const others: Promise<void>[]; Promise.allSettled(isReady ? [load(1)] : others);',
      'unknown',
    ],
    [
      'a choice of a list from elsewhere first',
      'declare const others: Promise<void>[]; Promise.allSettled(isReady ? others : [load(1)]);',
      'unknown',
    ],
    [
      'what a function gives',
      'declare function all(): Promise<void>[]; Promise.allSettled(all());',
      'unknown',
    ],
    [
      'what a function gives, beside a call',
      'declare function all(): Promise<void>[]; Promise.allSettled([load(1), ...all()]);',
      'unknown',
    ],
    [
      'promises that Array.of takes',
      'Promise.allSettled(Array.of(load(1), load(2)));',
      'unknown',
    ],
    [
      'what an object holds',
      'declare const jobs: { all: Promise<void>[] }; Promise.allSettled(jobs.all);',
      'unknown',
    ],

    // Callbacks.
    [
      'a callback',
      'Promise.allSettled(items.map((item) => load(item)));',
      'load(item)',
    ],
    [
      'a callback with branches',
      'Promise.allSettled(items.map((item) => { if (isReady) return load(1); return load(item); }));',
      'load(1), load(item)',
    ],
    [
      'a callback that cannot be seen',
      'Promise.allSettled(items.map(load));',
      'load',
    ],
    [
      'an async callback',
      'Promise.allSettled(items.map(async () => 1));',
      'async () => 1',
    ],
    [
      'a callback that takes what is there',
      'declare const all: { done: Promise<void> }[]; Promise.allSettled(all.map((one) => one.done));',
      'unknown',
    ],
    [
      'Array.from with a callback',
      'Promise.allSettled(Array.from({ length: 2 }, () => load()));',
      'load()',
    ],
    [
      'Array.from without one',
      'Promise.allSettled(Array.from([load(1)]));',
      'load(1)',
    ],
    [
      'Array.from of a list from elsewhere',
      'declare const others: Promise<void>[]; Promise.allSettled(Array.from(others));',
      'unknown',
    ],
    [
      'another from',
      'declare const Jobs: { from(ids: string[], callback: () => Promise<string>): Promise<string>[] }; Promise.allSettled(Jobs.from(items, () => load()));',
      'unknown',
    ],

    // Methods of lists.
    [
      'a part of a list',
      'Promise.allSettled([load(1), load(2)].slice(1));',
      'load(1), load(2)',
    ],
    [
      'a part of a list from elsewhere',
      'declare const others: Promise<void>[]; Promise.allSettled(others.slice(1));',
      'unknown',
    ],
    [
      'a method that makes something else of it',
      'Promise.allSettled([load(1)].values());',
      'unknown',
    ],
    [
      'two lists together',
      'Promise.allSettled([load(1)].concat([load(2)]));',
      'load(1), load(2)',
    ],
    [
      'a list together with one from elsewhere',
      'declare const others: Promise<string>[]; Promise.allSettled([load(1)].concat(others));',
      'unknown',
    ],

    // Names.
    [
      'a list of its own',
      'const all = [load(1)]; Promise.allSettled(all);',
      'load(1)',
    ],
    [
      'a list that is filled here',
      'const all: Promise<string>[] = []; all.push(load(1), load(2)); Promise.allSettled(all);',
      'load(1), load(2)',
    ],
    [
      'a list that is filled by a list',
      'const all: Promise<string>[] = []; all.push(...items.map((item) => load(item))); Promise.allSettled(all);',
      'load(item)',
    ],
    [
      'a list that is filled from elsewhere',
      'declare const other: Promise<string>; const all = [load(1)]; all.push(other); Promise.allSettled(all);',
      'unknown',
    ],
    [
      'a list that is counted',
      'const all = [load(1)]; log(all.length); Promise.allSettled(all);',
      'load(1)',
    ],
    [
      'a list that is read elsewhere',
      'const all = [load(1)]; log(all); Promise.allSettled(all);',
      'unknown',
    ],
    [
      'a list of another function',
      'const all = [load(1)]; export const wait = () => Promise.allSettled(all);',
      'unknown',
    ],
    [
      'a parameter',
      'export const wait = (all: Promise<string>[]) => Promise.allSettled(all);',
      'unknown',
    ],
    [
      'a round of a loop',
      'declare const rounds: Promise<string>[][]; for (const round of rounds) Promise.allSettled([load(1), ...round]);',
      'unknown',
    ],
    [
      'a name from a pattern',
      'const [one] = [load(1)]; Promise.allSettled([one]);',
      'unknown',
    ],

    // Members.
    [
      'a promise by its name',
      'const one = load(1); Promise.allSettled([one]);',
      'load(1)',
    ],
    [
      'a promise that is awaited elsewhere',
      'const one = load(1); Promise.allSettled([one]); await one;',
      'unknown',
    ],
    [
      'a promise that is assigned later',
      'let one: Promise<string>; one = load(1); Promise.allSettled([one, load(2)]);',
      'unknown',
    ],
    [
      'a new promise',
      'Promise.allSettled([new Promise(log)]);',
      'new Promise(log)',
    ],
    [
      'a choice of members',
      'Promise.allSettled([isReady ? load(1) : load(2)]);',
      'load(1), load(2)',
    ],
    [
      'a choice of a member from elsewhere',
      'declare const other: Promise<void>; Promise.allSettled([isReady ? load(1) : other]);',
      'unknown',
    ],
    [
      'a choice of a member from elsewhere first',
      'declare const other: Promise<void>; Promise.allSettled([isReady ? other : load(1)]);',
      'unknown',
    ],
    [
      'a member under a condition',
      'Promise.allSettled([isReady && load(1)]);',
      'load(1)',
    ],
    [
      'a member or what is there already',
      'declare const other: Promise<void> | undefined; Promise.allSettled([other ?? load(1)]);',
      'unknown',
    ],
    [
      'values beside a member',
      "Promise.allSettled([undefined, null, 1, 'a', await load(1), load(2)]);",
      'load(2)',
    ],
    ['values alone', 'Promise.allSettled([undefined, null]);', 'unknown'],
    [
      'what a map holds',
      'const all = new Map<string, Promise<void>>(); Promise.allSettled([all.get(items[0]!)]);',
      'unknown',
    ],
    [
      'what is taken from a list',
      "declare const all: Promise<void>[]; Promise.allSettled([all['pop']()]);",
      'unknown',
    ],
    [
      'what an object has',
      'declare const job: { done: Promise<void> }; Promise.allSettled([job.done]);',
      'unknown',
    ],
  ],
);

catalogue(
  'for which lists does each item start a member?',
  askedOfCall((program, call) =>
    (memberStartsOf(program, call)?.lists ?? [])
      .map((list) => list.getText())
      .join(' '),
  ),
  [
    ['map', 'Promise.allSettled(items.map(load));', 'items'],
    ['from', 'Promise.allSettled(Array.from(items, load));', 'items'],
    ['a literal', 'Promise.allSettled([1, 2].map(load));', ''],
    [
      'entries of an object',
      'declare const all: object; Promise.allSettled(Object.entries(all).map(load));',
      'all',
    ],
    [
      'entries of a list',
      'Promise.allSettled(Array.from(items.entries(), load));',
      'items',
    ],
    [
      'entries of a literal',
      'Promise.allSettled(Array.from([1, 2].entries(), load));',
      '',
    ],
    ['another method', 'Promise.allSettled(items.slice(1).map(load));', ''],
    [
      'two lists',
      'declare const others: string[]; Promise.allSettled([...items.map(load), ...others.map(load)]);',
      'items others',
    ],
  ],
);
