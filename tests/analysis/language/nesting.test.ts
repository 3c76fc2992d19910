import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { askFromOutside } from '../../../src/analysis/language/nesting.ts';
import { findNode } from '../program.ts';

/** So many callbacks, one in the other, around a `1`: `f1(() => f2(() => 1))`. */
function callbacks(
  depth: number,
  open: (level: number) => string,
): ts.SourceFile {
  const levels = Array.from({ length: depth }, (_, index) => open(index + 1));
  return ts.createSourceFile(
    'main.ts',
    `${levels.join('')}1${')'.repeat(depth)};`,
    ts.ScriptTarget.ESNext,
    true,
  );
}

/** What the checker is asked about for the innermost node, by the names that are called. */
function askedIn(file: ts.SourceFile, times = 1): string {
  const names: string[] = [];
  const checker = {
    getTypeAtLocation(node: ts.CallExpression) {
      names.push(node.expression.getText());
    },
  } as unknown as ts.TypeChecker;
  const innermost = findNode(file, ts.isNumericLiteral);
  for (let time = 0; time < times; time++) {
    askFromOutside(checker, innermost);
  }
  return names.join(' ');
}

const arrows = (level: number): string => `f${String(level)}(() => `;

describe('before a deep callback the checker is asked', () => {
  it('about the calls around it, from the outside in', () => {
    expect(askedIn(callbacks(8, arrows))).toBe('f1 f2 f3 f4 f5 f6 f7 f8');
  });

  it('about constructors too', () => {
    expect(
      askedIn(callbacks(8, (level) => `new f${String(level)}(() => `)),
    ).toBe('f1 f2 f3 f4 f5 f6 f7 f8');
  });

  it('only once', () => {
    expect(askedIn(callbacks(8, arrows), 2)).toBe('f1 f2 f3 f4 f5 f6 f7 f8');
  });

  it('about nothing where few callbacks are around it', () => {
    expect(askedIn(callbacks(7, arrows))).toBe('');
  });

  it('about nothing where no callbacks are around it', () => {
    expect(askedIn(callbacks(9, (level) => `f${String(level)}(`))).toBe('');
  });

  it('about nothing where the functions are no callbacks', () => {
    expect(askedIn(callbacks(9, () => '(() => '))).toBe('');
  });
});
