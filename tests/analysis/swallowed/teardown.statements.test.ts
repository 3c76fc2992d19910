import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import {
  isAftermath,
  takesDown,
} from '../../../src/analysis/swallowed/teardown.ts';
import { askedOfCall, catalogue } from '../asked.ts';

describe('do statements take something down?', () => {
  it.each([
    ['', false],
    ['log();', false],
    ['server.close();', true],
    ['await server.close();', true],
    ['log(); server.close();', true],
    ['log(server.close());', true],
    ['if (isOpen) server.close();', true],
    ['later(() => server.close());', false],
    ['servers[0]();', false],
    ['const { close } = server;', false],
  ])('%s: %s', (text, expected) => {
    const { statements } = ts.createSourceFile(
      'main.ts',
      text,
      ts.ScriptTarget.ESNext,
      true,
    );
    expect(takesDown(statements)).toBe(expected);
  });
});

const SETTLED = 'await Promise.allSettled(items.map((item) => load(item)))';

catalogue(
  'is it over already?',
  askedOfCall((_program, call) => (isAftermath(call.node) ? 'yes' : 'no')),
  [
    [
      'a function expression for a handler',
      `load().catch(async function () { ${SETTLED}; });`,
      'yes',
    ],
    ['what a handler is made of', `load().catch(${SETTLED});`, 'no'],
  ],
);
