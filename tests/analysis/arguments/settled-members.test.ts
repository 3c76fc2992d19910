import { arrayOf } from '../../../src/analysis/arguments/awaited-members.ts';
import { areMembersSettled } from '../../../src/analysis/arguments/settled-members.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'are all members values by the time that they are combined?',
  askedOfCall((program, call) => {
    const array = arrayOf(program.getTypeChecker(), call);
    return array !== undefined && areMembersSettled(program, call, array)
      ? 'yes'
      : 'no';
  }),
  [
    ['what is awaited', 'Promise.all([await load()]);', 'yes'],
    [
      'what is awaited of any type',
      'Promise.all([await anything.get()]);',
      'yes',
    ],
    ['a value beside it', 'Promise.all([await load(), 1]);', 'yes'],
    ['any beside it', 'Promise.all([await load(), anything]);', 'no'],
    ['a promise beside it', 'Promise.all([await load(), load()]);', 'no'],
    [
      'a choice of it and a value',
      'Promise.all([isReady ? await load() : null]);',
      'yes',
    ],
    [
      'a choice of it and a promise',
      'Promise.all([isReady ? await load() : load()]);',
      'no',
    ],
    ['a condition of it', 'Promise.all([isReady && (await load())]);', 'yes'],
    ['a fallback of any', 'Promise.all([anything ?? (await load())]);', 'no'],
    [
      'a spread of settled values',
      'Promise.all([...(await Promise.all(items.map(load)))]);',
      'yes',
    ],
    ['a spread of values', 'Promise.all([await load(), ...items]);', 'yes'],
    [
      'a spread of promises',
      'Promise.all([await load(), ...items.map(load)]);',
      'no',
    ],
    [
      'a constant that is only combined',
      'const all = [await load()]; Promise.all(all);',
      'yes',
    ],
    [
      'a constant that gets others',
      'const all: unknown[] = [await load()]; all.push(load()); Promise.all(all);',
      'no',
    ],
    ['what goes into a member', 'Promise.all([load(await load())]);', 'no'],
  ],
);
