import ts from 'typescript';
import { expect, it } from 'vitest';

import {
  isEventPromise,
  mayMissEvent,
} from '../../../src/analysis/time/event-promises.ts';
import { moduleOf } from '../asked.ts';

const GIVEN = `interface Emitter { on(name: string, listener: (...values: any[]) => void): this; once(name: string, listener: (...values: any[]) => void): this; send(): Promise<string> }
declare const child: Emitter;
declare function once(of: Emitter, name: string): Promise<unknown>;
declare function read(from: unknown): Promise<string>;
declare function make(): Emitter;
`;

/** What is asked of the value of the last variable of a text. */
function ask(
  text: string,
  question: (program: ts.Program, value: ts.CallExpression) => boolean,
): boolean {
  const [program, file] = moduleOf(GIVEN + text);
  const last = file.statements.findLast(ts.isVariableStatement);
  const value = last?.declarationList.declarations[0]?.initializer;
  return question(program, value as ts.CallExpression);
}

it.each([
  ["once(child, 'end')", true],
  ["once(child, 'end').then(log)", true],
  ["once(child, 'end').catch(() => {})", true],
  ['items.map((name) => once(child, name))', true],
  ['items.map((name) => load(name))', false],
  ['items.map(load)', false],
  ['load().finally(log)', false],
  ["Promise.race([once(child, 'a'), once(child, 'b')])", true],
  ["Promise.all([once(child, 'a'), load()])", false],
  ['Promise.all([])', false],
  ['Promise.all(items.map(load))', false],
  ["new Promise((end) => child.on('end', end))", true],
  [
    "new Promise((end, fail) => child.on('end', end).once('error', fail))",
    true,
  ],
  ["new Promise((end) => { child.once('end', () => { end(1); }); })", true],
  [
    "new Promise((end) => { if (isReady) { end(1); } child.on('a', end); })",
    true,
  ],
  ["new Promise((end) => { const own = make(); own.on('end', end); })", false],
  ["new Promise((end) => { child.on('end', end); child.send(); })", false],
  ["new Promise((end) => { make().on('end', end); })", false],
  ['new Promise((end) => { end(1); })', false],
  ['new Promise((end) => { setTimeout(end, 5); })', false],
  ['new Promise(anything)', false],
  ['new Emitter()', false],
])('the promise of an event: %s: %s', (text, expected) => {
  expect(ask(`const value = ${text};`, isEventPromise)).toBe(expected);
});

it.each([
  ["const end = (of: Emitter) => once(of, 'end');", true],
  [
    "function end(of: Emitter) { return new Promise((done) => of.on('end', done)); }",
    true,
  ],
  ["function end(of: Emitter) { log(of); return once(of, 'end'); }", false],
  [
    "function end(of: Emitter) { if (isReady) { return once(of, 'end'); } else { return load(); } }",
    false,
  ],
  ['function end(of: Emitter): unknown { return end(of); }', false],
  ['function end(of: Emitter) { log(of); }', false],
  ['declare function end(of: Emitter): Promise<void>;', false],
])(
  'the promise of an event that a function gives: %s: %s',
  (given, expected) => {
    expect(ask(`${given}\nconst value = end(child);`, isEventPromise)).toBe(
      expected,
    );
  },
);

it.each([
  ['', 'load()', false],
  ['', "once(child, 'end')", true],
  ['', 'read(child)', true],
  ['', 'child.send()', true],
  ['', 'read(new AbortController().signal)', false],
  ['', 'read(document)', true],
  ['', "(async () => { await once(child, 'a'); return load(); })()", true],
  ["const wait = async () => { child.on('a', log); };", 'wait()', true],
  ['const wait = async () => { await load(); };', 'wait()', false],
  ['const wait = async (of: unknown) => { log(of); };', 'wait(child)', false],
  [
    'const wait = async (): Promise<void> => { await wait(); };',
    'wait()',
    false,
  ],
])('what may miss an event: %s %s: %s', (given, text, expected) => {
  expect(ask(`${given}\nconst value = ${text};`, mayMissEvent)).toBe(expected);
});
