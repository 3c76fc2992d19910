import { expect, it } from 'vitest';

import { stemOf, wordsOf } from '../../../src/analysis/language/words.ts';
import { doneWordsIn } from '../../../src/analysis/swallowed/success-words.ts';

it.each([
  ['All items saved', ['saved']],
  ['done: 3 e-mails sent', ['done', 'sent']],
  ['SAVE_SUCCESS', ['success']],
  ['could not be saved', []],
  ['some may not be saved', []],
  ['saving failed', []],
  ['next round', []],
])('what %j says to be done', (text, expected) => {
  expect(doneWordsIn(text)).toEqual(expected);
});

it.each([
  ['save', 'saved'],
  ['delete', 'deleted'],
  ['load', 'loaded'],
  ['send', 'sent'],
  ['send', 'sending'],
  ['stop', 'stopped'],
  ['notify', 'notified'],
  ['sync', 'synced'],
])('%s and %s are forms of one verb', (one, other) => {
  expect(stemOf(one)).toBe(stemOf(other));
});

it.each([
  ['save', 'send'],
  ['load', 'loan'],
  ['stop', 'stay'],
])('%s and %s are two verbs', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});

it('takes a name apart into its words', () => {
  expect(wordsOf('onModuleDestroy')).toEqual(['on', 'module', 'destroy']);
});
