import ts from 'typescript';
import { expect, it } from 'vitest';

import {
  givenTo,
  receiverFor,
  takesElements,
} from '../../../src/analysis/language/list-callbacks.ts';
import { catalogue } from '../asked.ts';
import { declarationOfIt } from './mention.ts';

catalogue(
  'which list hands its elements to a parameter?',
  (_program, file) =>
    receiverFor(declarationOfIt(file, ts.isParameter))?.getText() ?? 'none',
  [
    ['of map', 'items.map((it) => it);', 'items'],
    ['of map, as the second', 'items.map((_, it) => it);', 'none'],
    [
      'of map, behind the first argument',
      'items.map(log, (it) => it);',
      'none',
    ],
    ['of map, under a cast', 'items.map(((it: any) => it) as any);', 'items'],
    ['of map in brackets', "items['map']((it) => it);", 'items'],
    ['of map of a list on the spot', '[1, 2].map((it) => it);', '[1, 2]'],
    ['of reduce', 'items.reduce((_, it) => it, 1);', 'items'],
    ['of reduce, as the first', 'items.reduce((it) => it, 1);', 'none'],
    ['of reduceRight', 'items.reduceRight((_, it) => it, 1);', 'items'],
    ['of then', 'load().then((it) => it);', 'load()'],
    ['of catch', 'load().catch((it) => it);', 'none'],
    ['of Array.from', 'Array.from(items, (it) => it);', 'items'],
    [
      'of Array.from, as the second',
      'Array.from(items, (_, it) => it);',
      'none',
    ],
    [
      'of Array.from, behind the callback',
      'Array.from(items, log, (it: any) => it);',
      'none',
    ],
    ['of Array.of', 'Array.of(items, (it: any) => it);', 'none'],
    ['of a function', 'log((it: any) => it);', 'none'],
    ['of a constructor', 'new Set((it: any) => it);', 'none'],
    ['of a function that is kept', 'const f = (it: any) => it;', 'none'],
    ['of a function that has a name', 'function f(it: any) {}', 'none'],
  ],
);

catalogue(
  'what is a parameter given everywhere?',
  (program, file) =>
    givenTo(program.getTypeChecker(), declarationOfIt(file, ts.isParameter))
      ?.map((each) => each.getText())
      .join(' ') ?? 'unknown',
  [
    ['by calls', 'function f(it: any) {}\nf(1);\nf(2);', '1 2'],
    [
      'by calls, as the second',
      'function f(a: any, it: any) {}\nf(1, 2);',
      '2',
    ],
    ['by a call of an arrow', 'const f = (it: any) => it;\nf(1);', '1'],
    [
      'by a call of an expression',
      'const f = function (it: any) {};\nf(1);',
      '1',
    ],
    [
      'by a call of what was cast',
      'const f = ((it: any) => it) as any;\nf(1);',
      '1',
    ],
    ['by a list', 'function f(it: any) {}\nitems.map(f);', 'items'],
    [
      'by a list and a call',
      'function f(it: any) {}\nitems.map(f);\nf(1);',
      'items 1',
    ],
    [
      'by a list, as the second',
      'function f(a: any, it: any) {}\nitems.map(f);',
      'unknown',
    ],
    ['by a call without it', 'function f(it?: any) {}\nf();', 'unknown'],
    ['by one of two calls', 'function f(it?: any) {}\nf(1);\nf();', 'unknown'],
    ['by a spread list', 'function f(it: any) {}\nf(...items);', 'unknown'],
    ['by nobody', 'function f(it: any) {}', 'unknown'],
    ['by somebody else', 'function f(it: any) {}\nf(1);\nlog(f);', 'unknown'],
    [
      'by modules that import it',
      'export function f(it: any) {}\nf(1);',
      'unknown',
    ],
    [
      'by modules that import a constant',
      'export const f = (it: any) => it;\nf(1);',
      'unknown',
    ],
    [
      'by modules that import the default',
      'export default function f(it: any) {}\nf(1);',
      'unknown',
    ],
    [
      'by who calls a method',
      'const o = { f(it: any) {} };\no.f(1);',
      'unknown',
    ],
    [
      'by who calls a property',
      'const o = { f: (it: any) => it };\no.f(1);',
      'unknown',
    ],
    [
      'by who calls a function on the spot',
      '(function (it: any) {})(1);',
      'unknown',
    ],
    [
      'by who calls what a call gave',
      'const f = anything((it: any) => it);\nf(1);',
      'unknown',
    ],
    [
      'by who calls what a pattern took',
      'const { f } = ((it: any) => it) as any;\nf(1);',
      'unknown',
    ],
    ['with all the rest', 'function f(...it: any[]) {}\nf(1);', 'unknown'],
    [
      'by who calls a parameter that defaults to it',
      'function g(f = (it: any) => it) { f(1); }',
      'unknown',
    ],
    [
      'by who calls what has its type',
      'declare const f: (it: any) => void;\nf(1);',
      'unknown',
    ],
    ['by a call of itself', 'function f(it: any) { f(it); }', 'it'],
  ],
);

it.each([
  ['map', true],
  ['then', true],
  ['catch', false],
  [undefined, false],
])('%s takes elements: %s', (method, answer) => {
  expect(takesElements(method)).toBe(answer);
});
