import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { interruptionsOf } from '../../../src/analysis/time/suspension.ts';
import { findNode } from '../program.ts';

/**
 * What comes between `open()` and `close()` in the body of an async generator, each with its first word:
 * `await`, `for`, `return`, or `end` for the end of the body. Awaits of `quiet` are passed over, and
 * `isOpen` is known to be true.
 */
function between(body: string): string[] {
  const file = ts.createSourceFile(
    'main.ts',
    `async function* main() {${body}}`,
    ts.ScriptTarget.Latest,
    true,
  );
  const region = findNode(file, ts.isBlock);
  return interruptionsOf({
    region,
    opensAt: isCallOf('open'),
    closesAt: isCallOf('close'),
    isPassedOver: (at) => at.getText() === 'await quiet',
    knownValueOf: (condition) =>
      condition.getText() === 'isOpen' ? true : undefined,
    isExhaustive: ({ expression }) => expression.getText() === 'kind',
    hasTurn: (loop) => loop.getText().includes('first'),
  }).map(({ kind, at }) =>
    kind === 'ends' ? 'end' : (/^\w+/u.exec(at.getText())?.[0] ?? ''),
  );
}

function isCallOf(name: string): (node: ts.Node) => boolean {
  return (node) =>
    ts.isCallExpression(node) && node.expression.getText() === name;
}

describe('what gives control away', () => {
  it.each([
    ['nothing', 'open(); close();', []],
    ['a plain call', 'open(); call(); close();', []],
    ['await', 'open(); await x; close();', ['await']],
    ['an await that is passed over', 'open(); await quiet; close();', []],
    ['an await before', 'await x; open(); close();', []],
    ['an await behind', 'open(); close(); await x;', []],
    ['an await of what closes', 'open(); await close();', []],
    ['an await in an argument', 'open(); close(await x);', ['await']],
    ['an await in the opening call', 'open(await x); close();', []],
    ['yield', 'open(); yield; close();', ['yield']],
    ['for await', 'open(); for await (const a of b) {} close();', ['for']],
    ['a function', 'open(); const f = async () => { await x; }; close();', []],
    ['a method', 'open(); class A { async f() { await x; } } close();', []],
    [
      'several, in the order of control',
      'open(); await x; yield; close();',
      ['await', 'yield'],
    ],
  ])('%s', (_name, body, expected) => {
    expect(between(body)).toEqual(expected);
  });
});

describe('what leaves', () => {
  it.each([
    ['return', 'open(); return; close();', ['return']],
    ['return of what closes', 'open(); return close();', []],
    ['throw', 'open(); throw x; close();', ['throw']],
    ['the end', 'open();', ['end']],
    ['the end of the process', 'open(); process.exit(1);', []],
    ['a return before', 'if (a) return; open(); close();', []],
    ['a return on one path', 'open(); if (a) return; close();', ['return']],
    [
      'break out of a loop around',
      'for (;;) { open(); if (a) break; close(); }',
      ['end'],
    ],
  ])('%s', (_name, body, expected) => {
    expect(between(body)).toEqual(expected);
  });
});

describe('branches', () => {
  it.each([
    ['closed in one arm', 'open(); if (a) close();', ['end']],
    ['closed in the other arm', 'open(); if (a) {} else close();', ['end']],
    ['closed in both arms', 'open(); if (a) close(); else close();', []],
    [
      'await in the arm that has closed',
      'open(); if (a) { close(); await x; } else close();',
      [],
    ],
    [
      'await in the arm that has not',
      'open(); if (a) close(); else { await x; close(); }',
      ['await'],
    ],
    ['opened in one arm', 'if (a) open(); await x; close();', ['await']],
    ['a known condition', 'open(); if (isOpen) close();', []],
    ['a condition that opens', 'if (open()) close(); else close();', []],
    ['a ternary', 'open(); a ? close() : 0;', ['end']],
    ['a ternary on both sides', 'open(); a ? close() : close();', []],
    ['&& that may leave out', 'open(); a && close();', ['end']],
    ['&& on what is known', 'open(); isOpen && close();', []],
    ['|| that may leave out', 'open(); a || close();', ['end']],
    ['|| on what is known', 'open(); isOpen || close();', ['end']],
    ['?? that may leave out', 'open(); a ?? close();', ['end']],
    ['??= that may leave out', 'open(); a ??= close();', ['end']],
    ['the left of &&', 'open(); close() && a;', []],
    ['plain operators', 'open(); a + close();', []],
    [
      'a switch without default',
      'open(); switch (a) { case 1: close(); }',
      ['end'],
    ],
    [
      'a switch of which one case always applies',
      'open(); switch (kind) { case 1: close(); break; case 2: close(); }',
      [],
    ],
    [
      'a switch of which one case applies and leaves it out',
      'open(); switch (kind) { case 1: close(); break; case 2: break; }',
      ['end'],
    ],
    [
      'a switch with default',
      'open(); switch (a) { case 1: close(); break; default: close(); }',
      [],
    ],
    [
      'a case that falls through',
      'open(); switch (a) { case 1: default: close(); }',
      [],
    ],
    [
      'a case that breaks',
      'open(); switch (a) { case 1: break; default: close(); }',
      ['end'],
    ],
  ])('%s', (_name, body, expected) => {
    expect(between(body)).toEqual(expected);
  });
});

describe('loops', () => {
  it.each([
    ['no turn', 'open(); while (a) close();', ['end']],
    ['one turn at least', 'open(); do close(); while (a);', []],
    ['a known condition', 'open(); while (isOpen) close();', []],
    [
      'the next turn',
      'for (const a of b) { await x; open(); } close();',
      ['await'],
    ],
    [
      'the next turn of while',
      'while (await x) { open(); } close();',
      ['await'],
    ],
    [
      'the next turn of do',
      'do { await x; open(); } while (a); close();',
      ['await'],
    ],
    [
      'the incrementor',
      'for (let i = 0; i < 9; await x) { open(); } close();',
      ['await'],
    ],
    ['the initialiser', 'for (await x; a; ) { open(); close(); }', []],
    [
      'the next item of for await',
      'for await (const a of b) { open(); } close();',
      ['for'],
    ],
    [
      'for await that closes each time',
      'for await (const a of b) { open(); close(); }',
      [],
    ],
    [
      'closed in each turn',
      'for (const a of b) { open(); close(); await x; }',
      [],
    ],
    [
      'continue past the close',
      'for (const a of b) { await x; open(); if (c) continue; close(); }',
      ['await', 'end'],
    ],
    [
      'break past the close',
      'for (const a of b) { open(); if (c) break; close(); }',
      ['end'],
    ],
    ['an endless loop', 'open(); for (;;) {}', []],
    ['an endless loop with break', 'open(); while (true) { break; }', ['end']],
    [
      'break of an inner loop',
      'open(); for (;;) { for (;;) { break; } close(); return; }',
      [],
    ],
    [
      'break by a label',
      'open(); outer: for (;;) { for (;;) { break outer; } } close();',
      [],
    ],
    [
      'continue by a label',
      'outer: for (const a of b) { for (;;) { open(); continue outer; } } close();',
      [],
    ],
    [
      'break of a block',
      'open(); block: { if (a) break block; close(); }',
      ['end'],
    ],
  ])('%s', (_name, body, expected) => {
    expect(between(body)).toEqual(expected);
  });
});

describe('try', () => {
  it.each([
    ['closed in the try', 'open(); try { close(); } catch {}', []],
    ['thrown to the catch', 'open(); try { throw x; } catch { close(); }', []],
    [
      'thrown to a catch that does not close',
      'open(); try { if (a) throw x; close(); } catch {}',
      ['end'],
    ],
    [
      'a call that may throw is not enough',
      'open(); try { call(); close(); } catch {}',
      [],
    ],
    [
      'thrown in the catch',
      'try { throw x; } catch { open(); throw x; }',
      ['throw'],
    ],
    ['closed in finally', 'open(); try { return; } finally { close(); }', []],
    [
      'closed in finally behind a throw',
      'open(); try { throw x; } finally { close(); }',
      [],
    ],
    [
      'closed in some finally',
      'open(); try { return; } finally { if (a) close(); }',
      ['return'],
    ],
    [
      'await in finally',
      'open(); try {} finally { await x; } close();',
      ['await'],
    ],
    [
      'await in finally once closed',
      'open(); try { close(); } finally { await x; }',
      [],
    ],
    [
      'finally that leaves by itself',
      'open(); try { throw x; } finally { return; }',
      ['return'],
    ],
    [
      'opened in finally',
      'try {} finally { open(); } await x; close();',
      ['await'],
    ],
  ])('%s', (_name, body, expected) => {
    expect(between(body)).toEqual(expected);
  });
});

it('walks a long chain of operators', () => {
  const chain = Array.from({ length: 20_000 }, () => 'a').join(' + ');

  expect(between(`open(); ${chain} + close(); await x;`)).toEqual([]);
});

describe('a loop that has a turn', () => {
  it.each([
    ['closes', 'open(); while (first) { close(); } await x;', []],
    [
      'may have none',
      'open(); while (other) { close(); } await x;',
      ['await', 'end'],
    ],
    [
      'leaves before',
      'open(); while (first) { break; close(); } await x;',
      ['await', 'end'],
    ],
    [
      'waits',
      'open(); for (const first of all) { await x; close(); }',
      ['await'],
    ],
    [
      'opens',
      'for (const first of all) { open(); } await x; close();',
      ['await'],
    ],
    [
      'opens and closes',
      'for (const first of all) { open(); close(); } await x;',
      [],
    ],
  ])('%s: %s', (_name, body, expected) => {
    expect(between(body)).toEqual(expected);
  });
});
