import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import {
  awaitsIn,
  before,
  followingOf,
  isLastWork,
} from '../../../src/analysis/language/sequence.ts';
import { callsOf, combinatorIn } from '../asked.ts';
import { findNode } from '../program.ts';

/** What runs behind the first combinator of a function, one after the other. */
function behind(body: string): string {
  const { program, call } = combinatorIn(`async function f() { ${body} }`);
  return followingOf(program, call.node)
    .map((node) => node.getText())
    .join(' ');
}

describe('what runs behind a node', () => {
  it.each([
    ['await Promise.all([]); log(1); log(2);', 'log(1); log(2);'],
    ['log(1); await Promise.all([]);', ''],
    ['const all = Promise.all([]); log(1);', ''],
    [
      'if (isReady) { await Promise.all([]); log(1); } log(2);',
      'log(1); log(2);',
    ],
    [
      'switch (items.length) { case 1: await Promise.all([]); log(1); } log(2);',
      'log(1); log(2);',
    ],
    ['await Promise.all([]).then(() => log(1)); log(2);', 'log(1) log(2);'],
    ['Promise.all([]).then(() => log(1)); log(2);', 'log(1)'],
    [
      'Promise.all([]).then(() => { log(1); log(2); }).finally(() => log(3));',
      'log(1); log(2); log(3)',
    ],
    ['Promise.all([]).then(anything).finally(() => log(1));', 'log(1)'],
    ['Promise.all([]).catch(() => log(1)).then(() => log(2));', 'log(2)'],
    ['Promise.all([]).toString(); log(1);', ''],
    ['(Promise.all([]) as any).length; log(1);', ''],
    ['log(Promise.all([])); log(1);', ''],
  ])('%s', (body, expected) => {
    expect(behind(body)).toBe(expected);
  });
});

describe('the last work of a function', () => {
  const isLast = (body: string): boolean => {
    const { call } = combinatorIn(`async function f() { ${body} }`);
    const [claim] = callsOf(call.node.getSourceFile(), 'log');
    return isLastWork(call.node, claim);
  };

  it.each([
    ['await Promise.all([]);', true],
    ['await Promise.all([]); return;', true],
    ['await Promise.all([]); return await load();', false],
    ['await Promise.all([]); log(1);', true],
    ['await Promise.all([]); log(await load());', false],
    ['await Promise.all([]); log(1); log(2);', false],
    ['await Promise.all([]); ask(1);', false],
    ['await Promise.all([]); ask(1); log(1);', false],
    ['if (isReady) { await Promise.all([]); }', true],
    ['if (isReady) { await Promise.all([]); } ask(1);', false],
    ['while (isReady) { await Promise.all([]); }', false],
    ['try { await Promise.all([]); } finally { ask(1); }', false],
    ['try { await Promise.all([]); } catch { ask(1); }', true],
    ['while (isReady) { load(async () => { await Promise.all([]); }); }', true],
  ])('%s: %s', (body, expected) => {
    expect(isLast(body)).toBe(expected);
  });
});

describe('what runs before a node', () => {
  it.each([
    ['log(1); log(2); await Promise.all([]); log(3);', 'log(2); log(1);'],
    ['log(1); { log(2); await Promise.all([]); } log(3);', 'log(2); log(1);'],
    ['log(1); await Promise.all([]);', 'log(1);'],
    ['await Promise.all([]);', ''],
    [
      'log(1); load(async () => { log(2); await Promise.all([]); });',
      'log(2);',
    ],
  ])('%s', (body, expected) => {
    const { call } = combinatorIn(`log(0); async function f() { ${body} }`);
    expect(
      before(call.node)
        .map((node) => node.getText())
        .join(' '),
    ).toBe(expected);
  });
});

describe('what a piece of code waits for', () => {
  it.each([
    [
      'await Promise.all([await load()]);',
      'await Promise.all([await load()]) await load()',
    ],
    [
      'log(await load(), async () => { await Promise.all([]); });',
      'await load()',
    ],
    ['Promise.all([]);', ''],
  ])('%s', (body, expected) => {
    const { call } = combinatorIn(`async function f() { ${body} }`);
    const fn = findNode(call.node.getSourceFile(), ts.isFunctionDeclaration);
    expect(
      fn.body?.statements
        .flatMap(awaitsIn)
        .map((node) => node.getText())
        .join(' '),
    ).toBe(expected);
  });
});
