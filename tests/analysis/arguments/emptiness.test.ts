import { isProvablyEmpty } from '../../../src/analysis/arguments/emptiness.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'is a list empty for certain?',
  asked((program, list) =>
    isProvablyEmpty(program.getTypeChecker(), list) ? 'yes' : 'no',
  ),
  [
    ['a literal', 'ask([]);', 'yes'],
    ['a literal with a member', 'ask([1]);', 'no'],
    ['a literal with a hole', 'ask([,]);', 'no'],
    ['a spread literal', 'ask([...[]]);', 'yes'],
    ['a spread list', 'ask([...items]);', 'no'],
    ['a spread literal beside a member', 'ask([...[], 1]);', 'no'],
    ['a set', 'ask(new Set());', 'yes'],
    ['a set without parentheses', 'ask(new Set);', 'yes'],
    ['a set of something', 'ask(new Set(items));', 'no'],
    ['an array', 'ask(new Array());', 'yes'],
    ['something else that is new', 'class List {} ask(new List());', 'no'],
    ['something under a name that is new', 'ask(new anything.Set());', 'no'],
    ['a call', 'ask(anything());', 'no'],
    ['a name that stands for nothing', 'ask(missing);', 'no'],
  ],
);

catalogue(
  'does a mention leave a list empty?',
  asked((program, list) =>
    isProvablyEmpty(program.getTypeChecker(), list) ? 'yes' : 'no',
  ),
  [
    ['no other mention', 'const all: string[] = []; ask(all);', 'yes'],
    ['a variable', 'let all: string[] = []; ask(all);', 'no'],
    ['a constant that is not empty', "const all = ['a']; ask(all);", 'no'],
    [
      'a constant without a value',
      'declare const all: string[]; ask(all);',
      'no',
    ],
    [
      'an exported constant',
      'export const all: string[] = []; ask(all);',
      'no',
    ],
    ['a parameter', 'export const f = (all: string[] = []) => ask(all);', 'no'],
    [
      'an imported constant',
      "import { all } from './other.ts'; ask(all);",
      'no',
      { 'other.ts': 'export const all: string[] = [];' },
    ],
    [
      'a constant of a script',
      "log('text that is as long as the other file'); ask(sharedList);",
      'no',
      { 'script.ts': 'const sharedList: string[] = [];' },
    ],
    [
      'a loop',
      'const all: string[] = []; for (const one of all) log(one); ask(all);',
      'yes',
    ],
    [
      'a condition',
      'const all: string[] = []; if (all) log(); ask(all);',
      'yes',
    ],
    ['a spread', 'const all: string[] = []; log([...all]); ask(all);', 'yes'],
    [
      'a member of a literal',
      'const all: string[] = []; log([all]); ask(all);',
      'no',
    ],
    [
      'a tested length',
      'const all: string[] = []; if (all.length) log(); ask(all);',
      'yes',
    ],
    [
      'a tested size',
      'const all = new Set<string>(); if (all.size) log(); ask(all);',
      'yes',
    ],
    [
      'a length that is written',
      'const all: string[] = []; all.length = 3; ask(all);',
      'no',
    ],
    [
      'a length that goes on',
      'const all: string[] = []; log(all.length); ask(all);',
      'no',
    ],
    [
      'another member that is tested',
      'const all: string[] = []; if (all.push) log(); ask(all);',
      'no',
    ],
    ['a push', "const all: string[] = []; all.push('a'); ask(all);", 'no'],
    [
      'another combinator',
      'const all: string[] = []; Promise.race(all); ask(all);',
      'yes',
    ],
    ['an argument', 'const all: string[] = []; log(all); ask(all);', 'no'],
    [
      'an argument of what has no name',
      'const all: string[] = []; anything[0](all); ask(all);',
      'no',
    ],
    [
      'another name',
      'const all: string[] = []; const other = all; ask(all);',
      'no',
    ],
  ],
);
