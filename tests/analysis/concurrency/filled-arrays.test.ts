import { fanOutOf } from '../../../src/analysis/concurrency/fan-outs.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

/** Cases of how an array is filled; `all` is the array that Promise.all is given behind. */
function filledBy(...cases: Case[]): Case[] {
  return cases.map(([name, text, answer]) => [
    name,
    `const all: any[] = []; ${text} Promise.all(all);`,
    answer,
  ]);
}

catalogue(
  'for which items does an array get a task?',
  askedOfCall((program, call) => {
    const found = fanOutOf(program.getTypeChecker(), call);
    return found === undefined
      ? 'none'
      : `${found.of} of ${found.list.getText()}: ${found.task.getText()}`;
  }),
  filledBy(
    // Of what.
    [
      'a loop over items',
      'for (const item of items) all.push(load(item));',
      'items of items: load(item)',
    ],
    [
      'a loop over keys',
      'for (const key in anything) all.push(load(key));',
      'keys of anything: load(key)',
    ],
    [
      'a loop that counts',
      'for (let i = 0; i < 10; i++) all.push(load(i));',
      'turns of 10: load(i)',
    ],
    [
      'a loop that counts from one',
      'for (let i = 1; i <= 10; i += 1) all.push(load(i));',
      'turns of 10: load(i)',
    ],
    [
      'a loop that counts from elsewhere',
      'for (let i = 5; i < 10; i++) all.push(load(i));',
      'none',
    ],
    [
      'a loop that counts in steps',
      'for (let i = 0; i < 10; i += 5) all.push(load(i));',
      'none',
    ],
    [
      'a loop that compares something else',
      'let n = 0; for (let i = 0; n < 10; i++) all.push(load(n++));',
      'none',
    ],
    [
      'a loop that waits for an end',
      'for (let i = 0; i !== 10; i++) all.push(load(i));',
      'none',
    ],
    [
      'forEach',
      'items.forEach((item) => { all.push(load(item)); });',
      'items of items: load(item)',
    ],
    [
      'forEach of a library, which is given the list',
      'anything.forEach(items, (item: string) => { all.push(load(item)); });',
      'none',
    ],
    [
      'forEach of the array itself',
      'all.forEach((item) => { all.push(load(item)); });',
      'none',
    ],
    [
      'a loop that ends with the array',
      'let last; for (const item of items) last = all.push(load(item)) && all\n',
      'none',
    ],
    [
      'a loop whose variable is missing',
      'for (var; anything; anything++) all.push(load(1));',
      'none',
    ],
    [
      'what is put under a name',
      'for (const item of items) all.last = load(item);',
      'none',
    ],
    [
      'what is put elsewhere by it',
      'for (const item of items) anything[all] = load(item);',
      'none',
    ],
    [
      'a function that is called for each item elsewhere',
      'const add = (item: string) => { all.push(load(item)); }; items.forEach(add);',
      'none',
    ],

    // What is assigned.
    [
      'what is not there yet',
      'for (let i = 0; i < items.length; i++) all[i] ??= load(items[i]);',
      'none',
    ],
    [
      'what is read of it',
      'let last; for (const item of items) { last = all[0]; }',
      'none',
    ],

    // Steps.
    [
      'backwards by one',
      'for (let i = items.length - 1; i >= 0; i -= 1) all.push(load(items[i]));',
      'items of items: load(items[i])',
    ],
    [
      'backwards by ten',
      'for (let i = items.length - 1; i >= 0; i -= 10) all.push(load(items[i]));',
      'none',
    ],
    [
      'twice as far each time',
      'for (let i = 1; i < items.length; i <<= 1) all.push(load(items[i]));',
      'none',
    ],
    [
      'no step in its place',
      'for (let i = 0; i < items.length; ) all.push(load(items[i++]));',
      'none',
    ],
    [
      'a step that cannot be seen',
      'declare let i: number; for (; i < items.length; anything.step()) all.push(load(items[i]));',
      'none',
    ],

    // Starts and ends.
    ['no end', 'for (let i = 0; ; i++) all.push(load(i));', 'none'],
    [
      'an end that is no list',
      'for (let i = 0; i < anything.pages; i++) all.push(load(i));',
      'turns of anything.pages: load(i)',
    ],
    [
      'a start elsewhere',
      'let i = 2; for (; i >= 0; i--) all.push(load(i));',
      'none',
    ],
    [
      'a start that is assigned',
      'let i; for (i = 2; i >= 0; i--) all.push(load(i));',
      'none',
    ],
    [
      'another list that is emptied',
      'declare const others: string[]; while (items.length > 0) all.push(load(others.shift()));',
      'none',
    ],
  ),
);
