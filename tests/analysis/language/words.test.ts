import ts from 'typescript';
import { expect, it } from 'vitest';

import {
  calledNameOf,
  callsIn,
  stemOf,
  wordsOf,
} from '../../../src/analysis/language/words.ts';
import { asked, catalogue } from '../asked.ts';

it.each([
  ['onModuleDestroy', 'on module destroy'],
  ['appURL', 'app url'],
  ['v2Beta', 'v beta'],
  ['HTTP_CODE', 'http code'],
  ['All done!', 'all done'],
  ['42', ''],
])('%s has the words %s', (text, words) => {
  expect(wordsOf(text).join(' ')).toBe(words);
});

it.each([
  ['save', 'sav'],
  ['saves', 'sav'],
  ['saved', 'sav'],
  ['saving', 'sav'],
  ['sending', 'send'],
  ['sent', 'send'],
  ['built', 'build'],
  ['try', 'try'],
  ['tries', 'try'],
  ['stopped', 'stop'],
  ['collected', 'collect'],
  ['finished', 'finish'],
])('the stem of %s is %s', (word, stem) => {
  expect(stemOf(word)).toBe(stem);
});

catalogue(
  'which calls are in a piece of code?',
  asked((_program, code) =>
    callsIn(code)
      .map((call) => calledNameOf(call) ?? '?')
      .join(' '),
  ),
  [
    ['a call', 'ask(log(1));', 'log'],
    ['calls in a call', 'ask(log(load()));', 'log load'],
    ['calls by a member', "ask([anything.a(), anything['b']()]);", 'a b'],
    [
      'calls without a name',
      'ask([anything[items[0]!](), anything()()]);',
      '? ? anything',
    ],
    ['none in a function inside', 'ask(log(() => load()));', 'log'],
    ['those of a function', 'ask(() => { log(() => load()); });', 'log'],
    ['none', 'ask(new Set(items));', ''],
  ],
);

catalogue(
  'what does a constructor call?',
  asked((_program, node) =>
    ts.isNewExpression(node) ? (calledNameOf(node) ?? '?') : '',
  ),
  [['a class', 'ask(new Set(items));', 'Set']],
);
