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

    // A branch for a failure.
    [
      'a branch that throws',
      `if (anything) { ${SETTLED}; throw new Error(); }`,
      'yes',
    ],
    [
      'a branch that tells of a failure behind it',
      `if (anything) { ${SETTLED}; anything.showErrorToast(); }`,
      'yes',
    ],
    [
      'a branch that tells of a failure before it',
      `if (anything) { log(1); anything.error(1); ${SETTLED}; }`,
      'yes',
    ],
    [
      'a branch that tells of something else',
      `if (anything) { ${SETTLED}; anything.show(); }`,
      'no',
    ],
    [
      'a branch that calls what has no name',
      `if (anything) { ${SETTLED}; anything[0](); }`,
      'no',
    ],
    [
      'a branch that keeps a failure',
      `if (anything) { ${SETTLED}; anything.error = 1; }`,
      'no',
    ],
    [
      'a branch whose inner branch throws',
      `if (anything) { ${SETTLED}; if (items.length) throw new Error(); }`,
      'no',
    ],
    [
      'a branch without a block',
      `if (anything) ${SETTLED}; else throw new Error();`,
      'no',
    ],
    [
      'a block that throws and is no branch',
      `for (const item of items) { ${SETTLED}; throw new Error(item); }`,
      'no',
    ],
  ],
);
