import ts from 'typescript';
import { expect, it } from 'vitest';

import { awaitedMembersOf } from '../../../src/analysis/arguments/awaited-members.ts';
import { fileOf, findNode, programOf } from '../program.ts';

const GIVEN = `
declare function load(id?: unknown): Promise<string>;
declare const anything: any;
declare const items: string[];
declare const isReady: boolean;
`;

/** What the first array literal of a text says: each `await`, `<` what runs by then, `>` what waits. */
function heldUpIn(array: string): string[] {
  const program = programOf({
    'main.ts': `(async () => ${array})();\nexport {};`,
    'given.d.ts': GIVEN,
  });
  const literal = findNode(
    fileOf(program, 'main.ts'),
    ts.isArrayLiteralExpression,
  );
  return awaitedMembersOf(program, literal).map(
    ({ node, isMember, running, waiting }) =>
      [
        isMember ? node.getText() : `input ${node.getText()}`,
        ...(running ? [`< ${running.getText()}`] : []),
        ...(waiting ? [`> ${waiting.getText()}`] : []),
      ].join(' '),
  );
}

it.each([
  ['no await', '[load(), load()]', []],
  ['the first', '[await load(1), load(2)]', ['await load(1) > load(2)']],
  ['the last', '[load(1), await load(2)]', ['await load(2) < load(1)']],
  [
    'a branch',
    '[isReady ? await load(1) : load(2), load(3)]',
    ['await load(1) > load(3)'],
  ],
  [
    'a fallback',
    '[items[0] ?? await load(1), load(2)]',
    ['await load(1) > load(2)'],
  ],
  [
    'a condition, which is an input',
    '[load(1), (await load(2)) ? load(3) : load(4), load(5)]',
    ['input await load(2) < load(1)'],
  ],
  [
    'what is awaited inside what is awaited',
    '[await load(await load(1)), load(2)]',
    ['await load(await load(1)) > load(2)', 'input await load(1)'],
  ],
  [
    'an await of any',
    '[await anything, load(1)]',
    ['await anything > load(1)'],
  ],
  ['an await of a value', '[await items.length, load(1)]', []],
  ['any beside it', '[await load(1), anything()]', ['await load(1)']],
  [
    'awaited calls of any',
    '[await anything.one(), await anything.two()]',
    ['await anything.one() > await anything.two()', 'await anything.two()'],
  ],
  [
    'names that could not be resolved beside it',
    '[await load(1), missing()]',
    ['await load(1) > missing()'],
  ],
  [
    'a resolved promise beside it',
    '[Promise.reject(1), await load(1), Promise.resolve(2)]',
    ['await load(1)'],
  ],
  [
    'a name beside it that is awaited',
    '[await load(1), await anything]',
    ['await load(1)', 'await anything'],
  ],
  [
    'a fallback beside it',
    '[await load(1), items[0] ?? load(2)]',
    ['await load(1) > load(2)'],
  ],
  [
    'a sum beside it',
    '[await load(1), items[0] + String(load(2))]',
    ['await load(1)'],
  ],
  [
    'a choice beside it',
    '[await load(1), isReady ? items[0] : load(2)]',
    ['await load(1) > load(2)'],
  ],
  [
    'spread promises beside it',
    '[await load(1), ...items.map(load)]',
    ['await load(1) > ...items.map(load)'],
  ],
  [
    'spread values beside it',
    '[await load(1), ...items.map(String)]',
    ['await load(1)'],
  ],
  ['a spread list beside it', '[await load(1), ...items]', ['await load(1)']],
  [
    'what is spread before it',
    '[...items.map(load), await load(1)]',
    ['await load(1) < ...items.map(load)'],
  ],
  [
    'a promise before it that may be missing',
    '[(anything as () => Promise<string> | undefined)(), await load(1)]',
    ['await load(1) < (anything as () => Promise<string> | undefined)()'],
  ],
  [
    'a promise of another kind before it',
    '[(anything as () => { then(f: () => void): void })(), await load(1)]',
    ['await load(1)'],
  ],
  [
    'a call of any that is spread beside it',
    '[await load(1), ...anything()]',
    ['await load(1)'],
  ],
  [
    'what is awaited before it, an object of the language',
    "[await fetch(''), await load(1)]",
    ["await fetch('') > await load(1)", 'await load(1)'],
  ],
  ['another function', '[async () => await load(1), load(2)]', []],
])('%s: %s', (_name, array, expected) => {
  expect(heldUpIn(array)).toEqual(expected);
});
