import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

import plugin from '../src/index.ts';
import { lintTyped, lintUntyped } from './lint.ts';

const everyRule = plugin.configs.all.rules;

describe('a file without type information', () => {
  const code = '\n\nPromise.all([load()]);\nPromise.allSettled([load()]);';

  it('gets one problem for all rules together, at its first line', () => {
    expect(lintUntyped(code, everyRule)).toMatchObject([
      { messageId: 'typesRequired', line: 1, column: 1 },
    ]);
  });

  it('gets the same from a TypeScript parser without a project', () => {
    const messages = new Linter().verify(code, {
      languageOptions: { parser },
      plugins: { 'promise-combinators': plugin },
      rules: everyRule,
    });

    expect(messages).toMatchObject([
      { messageId: 'typesRequired', line: 1, column: 1 },
    ]);
  });

  it('gets none where no combinator is mentioned', () => {
    expect(lintUntyped('load();', everyRule)).toEqual([]);
  });
});

it('makes no edits that meet at one place of odd code', () => {
  const code = `
const r = Promise.all(Promise.all(setTimeout(async () => { b; a; }, r.map(async (load, i) => {}))));
return items, b.reason;
`;

  expect(() => lintTyped(code, 'ts', everyRule)).not.toThrow();
});

it('does not follow constants that stand for each other in a circle', () => {
  const code = `
const one = two ?? Promise.any([load(), one]);
const two = one ?? Promise.any([load(), two]);
declare function load(): Promise<string>;
export {};
`;

  expect(() => lintTyped(code, 'ts', everyRule)).not.toThrow();
});

describe('wrong options', () => {
  it('are named by the error', () => {
    expect(() =>
      lintTyped('export {};', 'ts', {
        'promise-combinators/no-unhandled-rejection': [
          'error',
          { ignoreTopLevels: true },
        ],
      }),
    ).toThrow(/ignoreTopLevels/u);
  });

  it('are refused by every rule', () => {
    for (const name of Object.keys(plugin.rules)) {
      expect(() =>
        lintTyped('export {};', 'ts', {
          [`promise-combinators/${name}`]: ['error', { unheardOf: true }],
        }),
      ).toThrow(name);
    }
  });
});

describe('code that a rule does not expect', () => {
  it.each([
    'declare const args: [Promise<void>[]]; Promise.all(...args);',
    'declare const anything: any; anything.all([anything()]);',
    'declare const P: any; await P.race([1]);',
    'class Promise { static all(items: unknown[]) { return items; } } Promise.all([]); export {};',
    "declare const method: 'all'; Promise[method];",
    'Promise.all;',
    "return Promise.allSettled([])['status'];",
    'new Promise.every([]);',
    'Promise.all`text`;',
    'export default Promise.all([,]);',
    'const { all } = Promise; all.call(Promise, []);',
  ])('is silent about %s', (code) => {
    expect(lintTyped(code, 'ts', everyRule)).toEqual([]);
  });
});
