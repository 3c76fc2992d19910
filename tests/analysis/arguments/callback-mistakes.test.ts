import { memberMistakesOf } from '../../../src/analysis/arguments/member-mistakes.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

const mistakes = askedOfCall((program, call) => {
  const found = memberMistakesOf(program, call).map(
    ({ kind, at }) => `${kind}: ${at.getText()}`,
  );
  return found.length === 0 ? 'nothing' : found.join(', ');
});

/** Cases of the callback that makes each member, where nobody looks at what they give. */
function ofCallback(...cases: Case[]): Case[] {
  return cases.map(([name, callback, answer]) => [
    name,
    `await Promise.all(items.map(${callback}));`,
    answer,
  ]);
}

catalogue('which arrays of promises are members fulfilled with?', mistakes, [
  ...ofCallback(
    [
      'what a map makes',
      'async (item) => { log(item); return [...item].map((one) => load(one)); }',
      'promisedArray: [...item].map((one) => load(one))',
    ],
    [
      'what a map makes behind other work',
      'async (item) => { await load(item); return [...item].map((one) => load(one)); }',
      'promisedArray: [...item].map((one) => load(one))',
    ],
    [
      'a list of values',
      'async (item) => { await load(item); return [...item].map(String); }',
      'nothing',
    ],
    [
      'a literal',
      'async (item) => { await load(item); return [load(1), load(2)]; }',
      'promisedArray: [load(1), load(2)]',
    ],
    [
      'a literal of a promise under a name',
      'async (item) => { const one = load(item); log(one); return [one]; }',
      'nothing',
    ],
    [
      'a literal of a promise under a name, and one without',
      'async (item) => { const one = load(item); log(one); return [one, load(1)]; }',
      'promisedArray: [one, load(1)]',
    ],
    [
      'a literal of a value that a call makes, and a promise under a name',
      'async (item) => { const one = load(item); log(one); return [one, String(item)]; }',
      'nothing',
    ],
    [
      'one of two lists',
      'async (item) => { await load(item); return isReady ? [...item].map((one) => load(one)) : [...item]; }',
      'promisedArray: isReady ? [...item].map((one) => load(one)) : [...item]',
    ],
    [
      'what a map makes with a name for each',
      'async (item) => [...item].map((one) => { const job = load(one); anything.push(job); return job; })',
      'nothing',
    ],
    [
      'a list of promises that a call gives',
      'async () => (anything as () => Promise<string>[])()',
      'nothing',
    ],
    [
      'a list of promises from elsewhere',
      'async (item) => anything.jobs as Promise<string>[]',
      'nothing',
    ],
    [
      'of no promise',
      '(item) => [...item].map((one) => load(one))',
      'nestedPromises: [...item].map((one) => load(one))',
    ],
  ),
  [
    'what a map makes, where somebody looks at it',
    'log(await Promise.all(items.map(async (item) => { await load(item); return [...item].map((one) => load(one)); })));',
    'nothing',
  ],
]);

catalogue('which promises does a callback drop?', mistakes, [
  ...ofCallback(
    [
      'one that is async and waits for nothing',
      'async (item) => { load(item); }',
      'unawaitedPromise: load(item);',
    ],
    [
      'one that is async and starts nothing',
      'async (item) => { log(item); }',
      'nothing',
    ],
    [
      'one that returns nothing',
      '(item) => { load(item); }',
      'unreturnedPromise: load(item);',
    ],
  ),
]);

catalogue('is there anything to wait for?', mistakes, [
  [
    'values',
    'const all = [1, 2]; Promise.all(all);',
    'nothingToWaitFor: Promise.all(all)',
  ],
  [
    'values that are awaited on their way in',
    'const all = [await load(1)]; Promise.all(all);',
    'nothing',
  ],
  [
    'values of which one is awaited on its way in',
    "const all = ['a', await load(1)]; Promise.all(all);",
    'nothing',
  ],
  [
    'values that are awaited in a loop',
    'const all: string[] = []; for (const item of items) all.push(await load(item)); Promise.all(all);',
    'nothing',
  ],
  [
    'values of a list that cannot be seen',
    'Promise.all(items);',
    'nothingToWaitFor: Promise.all(items)',
  ],
]);

catalogue('which members are lists of what another member is?', mistakes, [
  [
    'a list of calls that cannot be resolved',
    'Promise.all([create(1), items.map((item) => create(item))]);',
    'nestedPromises: items.map((item) => create(item))',
  ],
  [
    'a list of other calls that cannot be resolved',
    'Promise.all([create(1), items.map((item) => remove(item))]);',
    'nothing',
  ],
  [
    'a list of calls of any',
    'Promise.all([anything.create(1), items.map((item) => anything.create(item))]);',
    'nothing',
  ],
  [
    'a list of calls of any, beside a promise',
    'Promise.all([load(1), items.map((item) => anything.create(item))]);',
    'nothing',
  ],
]);

catalogue('which value wins a race?', mistakes, [
  [
    'a value before a promise',
    'Promise.race([1, load(1)]);',
    'immediateWinner: 1',
  ],
  [
    'a value behind a call',
    'Promise.race([load(1), 1]);',
    'immediateWinner: 1',
  ],
  [
    'a value behind a call of any',
    'Promise.race([anything.get(), 1]);',
    'nothing',
  ],
  [
    'a value behind a promise by its name',
    'const one = load(1); Promise.race([one, 1]);',
    'nothing',
  ],
  [
    'a value behind a promise by its name and a call',
    'const one = load(1); Promise.race([one, load(2), 1]);',
    'immediateWinner: 1',
  ],
  ['no value', 'Promise.race([load(1), load(2)]);', 'nothing'],
]);
