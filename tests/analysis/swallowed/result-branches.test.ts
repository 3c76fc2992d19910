import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import {
  isNothing,
  rejectedBranchOf,
  switchLooksAtRejected,
} from '../../../src/analysis/swallowed/result-branches.ts';
import { findNode } from '../program.ts';

function fileWith(text: string): ts.SourceFile {
  return ts.createSourceFile('main.ts', text, ts.ScriptTarget.ESNext, true);
}

function statusIn(text: string): ts.Node {
  return findNode(
    fileWith(text),
    (node): node is ts.PropertyAccessExpression =>
      ts.isPropertyAccessExpression(node) && node.name.text === 'status',
  );
}

describe('what becomes of the rejected ones where a status is compared?', () => {
  it.each([
    // What is no comparison with a status.
    ['log(one.status);', undefined],
    ['if (one.status > 200) log();', undefined],
    ['if (one.status === 200) log();', undefined],
    ["if (one.status === 'done') log();", undefined],
    ['if (one.status === expected) log();', undefined],

    // Branches.
    ["if (one.status === 'fulfilled') log(one.value);", 'passed-over'],
    ["if ('fulfilled' === one.status) log(one.value);", 'passed-over'],
    ["if ((one.status as string) === 'fulfilled') log();", 'passed-over'],
    ["if (one.status !== 'rejected') log(one.value);", 'passed-over'],
    ["if (!(one.status === 'rejected')) log(one.value);", 'passed-over'],
    ["if (-(one.status === 'fulfilled')) log();", 'looked-at'],
    ["if (one.status === 'fulfilled') log(); else {}", 'passed-over'],
    ["if (one.status === 'fulfilled') log(); else log(one);", 'looked-at'],
    ["if (one.status === 'rejected') log(one.reason);", 'noticed'],
    ["if (one.status === 'rejected') ;", 'passed-over'],
    ["if (one.status === 'rejected') {}", 'passed-over'],
    ["if (!(one.status === 'fulfilled')) log(one.reason);", 'noticed'],
    [
      "for (const one of all) { if (one.status === 'rejected') continue; log(); }",
      'passed-over',
    ],
    [
      "for (const one of all) { if (one.status === 'rejected') break; log(); }",
      'noticed',
    ],
    ["while (one.status === 'fulfilled') log();", 'looked-at'],
    ["const ok = one.status === 'fulfilled';", 'looked-at'],

    [
      "all.flatMap((one) => one.status === 'fulfilled' ? [one.value] : [String(one)]);",
      'looked-at',
    ],
    [
      "all.flatMap((one) => one.status === 'fulfilled' ? [one.value] : log(one));",
      'looked-at',
    ],
    [
      "for (const one of all) { if (one.status === 'rejected') return; log(one.value); }",
      'noticed',
    ],
    [
      "function f() { for (const one of all) { if (one.status === 'fulfilled') return one.value; else log(one); } }",
      'looked-at',
    ],

    // What stands behind a branch that leaves.
    [
      "for (const one of all) { if (one.status === 'fulfilled') { continue; } log(one.reason); }",
      'looked-at',
    ],
    [
      "for (const one of all) { if (one.status === 'fulfilled') { log(); continue; } log(one.reason); }",
      'looked-at',
    ],
    [
      "for (const one of all) { log(one.reason); if (one.status === 'fulfilled') { continue; } }",
      'passed-over',
    ],
    [
      "for (const one of all) { if (one.status === 'fulfilled') log(); log(one); }",
      'passed-over',
    ],
    [
      "for (const one of all) { if (one.status === 'fulfilled') {} log(one); }",
      'passed-over',
    ],
    [
      "for (const one of all) { if (one.status === 'fulfilled') throw one.value; log(one); }",
      'looked-at',
    ],
    [
      "function f() { for (const one of all) if (one.status === 'fulfilled') return one.value; }",
      'passed-over',
    ],
    [
      "all.map((one) => { if (one.status === 'fulfilled') return one.value; return null; });",
      'passed-over',
    ],
    [
      "all.map((one) => { if (one.status === 'fulfilled') return one.value; return one.reason; });",
      'looked-at',
    ],
    [
      "all.map((one) => { if (one.status === 'rejected') return; log(); });",
      'passed-over',
    ],
    [
      "all.map(function (one) { if (one.status === 'rejected') return; log(); });",
      'passed-over',
    ],
    [
      "function f(one) { if (one.status === 'rejected') return; log(); }",
      'noticed',
    ],
    [
      "const f = (one) => { if (one.status === 'rejected') return; log(); };",
      'noticed',
    ],

    // Expressions.
    ["one.status === 'fulfilled' ? one.value : null;", 'replaced'],
    ["one.status === 'fulfilled' ? one.value : [];", 'replaced'],
    [
      "all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));",
      'passed-over',
    ],
    [
      "all.map((one) => (one.status === 'fulfilled' ? [one.value] : []));",
      'replaced',
    ],
    ["one.status === 'fulfilled' ? one.value : one.reason;", 'looked-at'],
    ["one.status === 'rejected' ? null : one.value;", 'replaced'],
    ["one.status === 'rejected' ? one.reason : null;", 'looked-at'],
    ["isReady ? one.status === 'fulfilled' : null;", 'looked-at'],
    ["one.status === 'fulfilled' && log(one.value);", 'passed-over'],
    ["one.status === 'rejected' && log(one.reason);", 'looked-at'],
    ["if (one.status === 'fulfilled' && one.value) log();", 'passed-over'],
    ["if (one.status === 'fulfilled' || isReady) log();", 'looked-at'],
    [
      "for (const one of all) { if (one.status === 'rejected' || !one.value) continue; log(); }",
      'passed-over',
    ],
    [
      "if (one.status !== 'fulfilled' || !one.value) log(one.reason);",
      'noticed',
    ],
    ["if ((one.status === 'fulfilled') === isReady) log();", 'looked-at'],
    ["if ((one.status === 'fulfilled') ?? isReady) log();", 'looked-at'],

    // What a callback of `reduce` goes on with.
    [
      "for (const one of all) items.reduce(() => one.status === 'fulfilled' ? 1 : 2, 0);",
      'looked-at',
    ],
    [
      "all.reduce((sum, one) => one.status === 'fulfilled' ? sum + one.value : sum, 0);",
      'passed-over',
    ],
    [
      "all.reduceRight((sum, one) => one.status === 'fulfilled' ? sum + one.value : sum, 0);",
      'passed-over',
    ],
    [
      "all.reduce((sum, one) => one.status === 'fulfilled' ? sum + one.value : other, 0);",
      'looked-at',
    ],
    [
      "all.map((sum, one) => one.status === 'fulfilled' ? sum + one.value : sum);",
      'looked-at',
    ],
    [
      "each((sum, one) => one.status === 'fulfilled' ? sum + one.value : sum);",
      'looked-at',
    ],
    [
      "const add = (sum, one) => one.status === 'fulfilled' ? sum + one.value : sum;",
      'looked-at',
    ],
    ["one.status === 'fulfilled' ? sum + one.value : sum;", 'looked-at'],
  ])('%s → %s', (text, expected) => {
    expect(rejectedBranchOf(statusIn(text))).toBe(expected);
  });
});

describe('does a switch look at the rejected ones?', () => {
  it.each([
    [
      "case 'fulfilled': log(); break; case 'rejected': log(one.reason); break;",
      'looked-at',
    ],
    ["case 'fulfilled': log(one.value); break;", 'passed-over'],
    ["case 'fulfilled': log(one.value); break; default: break;", 'passed-over'],
    ["case 'fulfilled': log(); break; case 'rejected': {}", 'passed-over'],
    ["case 'rejected': log(one.reason);", 'looked-at'],
    ["case 'fulfilled': log(); break; default: log(one);", 'looked-at'],
    ['case fulfilled: log(one.value);', 'looked-at'],
  ])('%s → %s', (clauses, expected) => {
    const text = `switch (one.status) { ${clauses} }`;
    expect(switchLooksAtRejected(statusIn(text))).toBe(expected);
  });

  it('says nothing of what is no switch', () => {
    expect(switchLooksAtRejected(statusIn('log(one.status);'))).toBe(
      'looked-at',
    );
  });
});

describe('which expressions are as good as nothing?', () => {
  it.each([
    ['null', true],
    ['false', true],
    ['true', false],
    ['undefined', true],
    ['nothing', false],
    ['void 0', true],
    ['void log()', false],
    ['0', true],
    ['1', false],
    ["''", true],
    ['``', true],
    ["'none'", false],
    ['[]', true],
    ['[null, 0]', true],
    ['[null, 1]', false],
    ['({})', true],
    ['({ id: 1 })', false],
    ['([] as string[])', true],
    ['new Map()', true],
    ['new Set', true],
    ['new Array()', true],
    ['new Set([1])', false],
    ['new Error()', false],
    ['new MapView()', false],
    ['new TreeMap()', false],
    ['toArray(3).fill(0)', false],
    ['Array(3).fill(0)', true],
    ['new Array(3).fill([])', true],
    ['Array(3).fill(1)', false],
    ['Array(3).fill()', false],
    ['Array(3).map(0)', false],
    ['list.fill(0)', false],
    ["Array(3)['fill'](0)", false],
    ['fill(0)', false],
    ['log()', false],
    ['one.value', false],
  ])('%s: %s', (text, expected) => {
    const [statement] = fileWith(`${text};`).statements;
    expect(isNothing((statement as ts.ExpressionStatement).expression)).toBe(
      expected,
    );
  });
});
