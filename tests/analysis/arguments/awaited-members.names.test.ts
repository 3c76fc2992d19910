import {
  arrayOf,
  awaitedMembersOf,
} from '../../../src/analysis/arguments/awaited-members.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'which array literal is a combinator given?',
  askedOfCall(
    (program, call) =>
      arrayOf(program.getTypeChecker(), call)?.getText() ?? 'none',
  ),
  [
    ['a literal', 'Promise.all([load(1)]);', '[load(1)]'],
    [
      'a literal by its name',
      'const all = [load(1)]; Promise.all(all);',
      '[load(1)]',
    ],
    [
      'a literal with a cast by its name',
      'const all = [load(1)] as const; Promise.all(all);',
      '[load(1)]',
    ],
    ['a map', 'Promise.all(items.map(load));', 'none'],
    [
      'a map by its name',
      'const all = items.map(load); Promise.all(all);',
      'none',
    ],
    [
      'a name without a value',
      'declare const all: Promise<string>[]; Promise.all(all);',
      'none',
    ],
    [
      'a parameter',
      'export const f = (all: Promise<string>[]) => Promise.all(all);',
      'none',
    ],
    [
      'a parameter with a default',
      'export const f = (all = [load(1)]) => Promise.all(all);',
      'none',
    ],
    [
      'a literal of another function',
      'const all = [load(1)]; export const f = () => Promise.all(all);',
      'none',
    ],
    ['a name that cannot be resolved', 'Promise.all(missing);', 'none'],
    ['no list', 'Promise.all();', 'none'],
  ],
);

catalogue(
  'what do awaits in an array hold up?',
  askedOfCall((program, call) => {
    const array = arrayOf(program.getTypeChecker(), call);
    return array === undefined
      ? 'no array'
      : awaitedMembersOf(program, array)
          .map(({ node, isMember, running, waiting }) =>
            [
              isMember ? node.getText() : `input ${node.getText()}`,
              ...(running ? [`< ${running.getText()}`] : []),
              ...(waiting ? [`> ${waiting.getText()}`] : []),
            ].join(' '),
          )
          .join(', ');
  }),
  [
    // Promises by their names.
    [
      'a promise that runs already, named before it',
      'export async function run() { const one = load(1); await Promise.all([one, await load(2)]); }',
      'await load(2) < one',
    ],
    [
      'a promise that runs already, named behind it',
      'export async function run() { const one = load(1); await Promise.all([await load(2), one]); }',
      'await load(2) < one',
    ],
    [
      'a promise that is handled',
      'export async function run() { const one = load(1); one.catch(log); await Promise.all([await load(2), one]); }',
      'await load(2)',
    ],
    [
      'a value by its name',
      'const one = 1; await Promise.all([await load(2), one]);',
      'await load(2)',
    ],
    [
      'a promise of an object',
      'declare const job: { done: Promise<string> }; await Promise.all([await load(2), job.done]);',
      'await load(2)',
    ],
    [
      'promises of a list that is spread',
      'declare const jobs: Promise<string>[]; await Promise.all([await load(2), ...jobs]);',
      'await load(2)',
    ],

    // What starts a promise.
    [
      'a new promise behind it',
      'await Promise.all([await load(1), new Promise(log)]);',
      'await load(1) > new Promise(log)',
    ],
    [
      'promises before it that cannot be rejected',
      'await Promise.all([...items.map(async () => 1), await load(1)]);',
      'await load(1)',
    ],
    [
      'a promise before it that cannot be rejected',
      'await Promise.all([(async () => 1)(), await load(1)]);',
      'await load(1)',
    ],
    [
      'a value before it',
      'await Promise.all([String(1), await load(1)]);',
      'await load(1)',
    ],

    // Which awaits are members.
    [
      'under a condition',
      'await Promise.all([isReady && (await load(1)), load(2)]);',
      'await load(1) > load(2)',
    ],
    [
      'as a fallback',
      'await Promise.all([anything || (await load(1)), load(2)]);',
      'await load(1) > load(2)',
    ],
    [
      'in a sum',
      "await Promise.all(['a' + (await load(1)), load(2)]);",
      'input await load(1)',
    ],
    [
      'a list that Promise.all gives, spread',
      'await Promise.all([...(await Promise.all([load(1)])), load(2)]);',
      'await Promise.all([load(1)]) > load(2)',
    ],
    [
      'a list that Promise.allSettled gives, spread',
      'await Promise.all([...(await Promise.allSettled([load(1)])), load(2)]);',
      'input await Promise.allSettled([load(1)])',
    ],
    [
      'a list that another call gives, spread',
      'await Promise.all([...(await load(1)), load(2)]);',
      'input await load(1)',
    ],
    [
      'a list that is made of it, spread',
      'await Promise.all([...items.concat(await load(1)), load(2)]);',
      'input await load(1)',
    ],
  ],
);
