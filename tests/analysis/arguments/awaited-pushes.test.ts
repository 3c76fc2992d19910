import {
  awaitedPushesOf,
  isFilledOnlyFor,
} from '../../../src/analysis/arguments/awaited-pushes.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'what is awaited in a loop before it is combined?',
  askedOfCall((program, call) => {
    const found = awaitedPushesOf(program, call);
    return found.length === 0
      ? 'nothing'
      : found.map((node) => node.getText()).join(', ');
  }),
  [
    [
      'what is pushed',
      'const all = []; for (const item of items) all.push(await load(item)); await Promise.all(all);',
      'await load(item)',
    ],
    [
      'two that are pushed at once',
      'const all = []; for (const item of items) all.push(await load(1), await load(2)); await Promise.all(all);',
      'await load(1), await load(2)',
    ],
    [
      'what is pushed in a loop in a loop',
      'const all = []; for (const item of items) for (const one of item) all.push(await load(one)); await Promise.all(all);',
      'await load(one)',
    ],
    [
      'what is pushed in a branch of a loop',
      'const all = []; while (isReady) { if (items.length > 0) all.push(await load(1)); } await Promise.all(all);',
      'await load(1)',
    ],
    [
      'a promise that is pushed',
      'const all = []; for (const item of items) all.push(load(item)); await Promise.all(all);',
      'nothing',
    ],
    [
      'a list that is spread',
      'const all = []; for (const item of items) all.push(...(await load(item))); await Promise.all(all);',
      'nothing',
    ],
    [
      'what is put in front',
      'const all = []; for (const item of items) all.unshift(await load(item)); await Promise.all(all);',
      'nothing',
    ],
    [
      'what is pushed once',
      'const all = []; all.push(await load(1)); await Promise.all(all);',
      'nothing',
    ],
    [
      'what is pushed behind the combinator',
      'const all: string[] = []; await Promise.all(all); for (const item of items) all.push(await load(item));',
      'nothing',
    ],
    [
      'what a callback pushes',
      'const all: string[] = []; items.forEach(async (item) => { for (const one of item) all.push(await load(one)); }); await Promise.all(all);',
      'nothing',
    ],
    [
      'what is combined in each round',
      'const all = []; for (const item of items) { all.push(await load(item)); await Promise.all(all); }',
      'nothing',
    ],
    [
      'what is made in each round',
      'for (const item of items) { const all = []; all.push(await load(item)); await Promise.all(all); }',
      'nothing',
    ],
    [
      'a list of another function',
      'const all: string[] = []; export const run = async () => { for (const item of items) all.push(await load(item)); await Promise.all(all); };',
      'nothing',
    ],
    [
      'a parameter',
      'export const run = async (all: string[]) => { for (const item of items) all.push(await load(item)); await Promise.all(all); };',
      'nothing',
    ],
    ['a literal', 'await Promise.all([await load(1)]);', 'nothing'],
    ['no list', 'await Promise.all();', 'nothing'],
  ],
);

catalogue(
  'may the list hold promises instead of values?',
  askedOfCall((program, call) =>
    isFilledOnlyFor(program.getTypeChecker(), call) ? 'yes' : 'no',
  ),
  [
    ['a literal', 'await Promise.all([await load(1)]);', 'yes'],
    ['a list of a call', 'await Promise.all(items.map(load));', 'no'],
    ['no list', 'await Promise.all();', 'no'],
    [
      'a list that is only pushed into',
      'const all = []; all.push(await load(1)); all.push(await load(2)); await Promise.all(all);',
      'yes',
    ],
    [
      'a list in parentheses',
      'const all = []; all.push(await load(1)); await Promise.all((all as any));',
      'yes',
    ],
    [
      'a list with a type',
      'const all: string[] = []; all.push(await load(1)); await Promise.all(all);',
      'no',
    ],
    [
      'a list that is read',
      'const all = []; all.push(await load(1)); log(all); await Promise.all(all);',
      'no',
    ],
    [
      'a list that is counted',
      'const all = []; all.push(await load(1)); log(all.length); await Promise.all(all);',
      'no',
    ],
    [
      'a list that nothing is pushed into',
      'const all = []; all.push(); await Promise.all(all);',
      'no',
    ],
    [
      'a list of which only the method is named',
      'const all = []; log(all.push); await Promise.all(all);',
      'no',
    ],
  ],
);
