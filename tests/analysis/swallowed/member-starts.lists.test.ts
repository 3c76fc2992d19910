import { memberStartsOf } from '../../../src/analysis/swallowed/member-starts.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'which calls start the members of odd lists?',
  askedOfCall((program, call) => {
    const found = memberStartsOf(program, call);
    return found === undefined
      ? 'unknown'
      : found.starts.map((start) => start.getText()).join(', ');
  }),
  [
    ['no list', 'Promise.allSettled();', 'unknown'],
    [
      'map without a callback',
      'Promise.allSettled(anything.map());',
      'unknown',
    ],
    ['a call without a name', 'Promise.allSettled(anything[0]());', 'unknown'],
    [
      'a name that cannot be resolved',
      'Promise.allSettled(missing);',
      'unknown',
    ],
    [
      'a list that is imported',
      "import { jobs } from './jobs'; Promise.allSettled(jobs);",
      'unknown',
      {
        'jobs.ts': 'export const jobs = [Promise.resolve(1)];',
      },
    ],
    [
      'a list together with one of its own and one from elsewhere',
      'declare const others: Promise<string>[]; Promise.allSettled([load(1)].concat([load(2)], others));',
      'unknown',
    ],
    [
      'a list that something is taken from',
      'const all = [load(1), load(2)]; all.pop(); Promise.allSettled(all);',
      'unknown',
    ],
    [
      'a call beside a promise that an object has',
      'declare const job: { done: Promise<string> }; Promise.allSettled([load(1), job.done]);',
      'unknown',
    ],
  ],
);

catalogue(
  'of which lists does each item start a member, behind a method?',
  askedOfCall((program, call) =>
    (memberStartsOf(program, call)?.lists ?? [])
      .map((list) => list.getText())
      .join(' '),
  ),
  [
    ['reversed', 'Promise.allSettled(items.toReversed().map(load));', ''],
    [
      'entries',
      'Promise.allSettled([...items.entries()].map(([at]) => load(at)));',
      '',
    ],
  ],
);
