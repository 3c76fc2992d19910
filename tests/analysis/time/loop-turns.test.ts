import ts from 'typescript';
import { expect, it } from 'vitest';

import { hasTurn } from '../../../src/analysis/time/loop-turns.ts';
import { fileOf, findNode, programOf } from '../program.ts';

it.each([
  ["for (const one of ['a', 'b']) log(one);", true],
  ['for (const one of []) log(one);', false],
  ['for (const one of [...list]) log(one);', false],
  ['for (const one of [...list, 1]) log(one);', true],
  ['for (const one of list) log(one);', false],
  ['for (let i = 0; i < 3; i++) log(i);', true],
  ['for (let i = 3; i < 3; i++) log(i);', false],
  ['for (let i = 3; i <= 3; i++) log(i);', true],
  ['for (let i = 4; i <= 3; i++) log(i);', false],
  ['for (let i = 3; i > 0; i--) log(i);', true],
  ['for (let i = 0; i > 0; i--) log(i);', false],
  ['for (let i = 0; i >= 0; i--) log(i);', true],
  ['for (let i = -1; i >= 0; i--) log(i);', false],
  ['for (let i = 0; i !== 3; i++) log(i);', false],
  ['for (let i = 0; i < list.length; i++) log(i);', false],
  ['for (let i = 0; ; i++) log(i);', false],
  ['for (let i = 0, end = 3; i < end; i++) log(i);', false],
  ['for (let i = start; i < 3; i++) log(i);', false],
  ['for (let i = 0; list.length < 3; i++) log(i);', false],
  ['const RETRIES = 3; for (let i = 0; i < RETRIES; i++) log(i);', true],
  ['let retries = 3; for (let i = 0; i < retries; i++) log(i);', false],
  ['let i = 0; while (i < 3) i++;', true],
  ['let i = 3; while (i < 3) i++;', false],
  ['let i = 0; i = 4; while (i < 3) i++;', false],
  ['while (isOpen) log();', false],
  ['for (const key in list) log(key);', false],
])('%s: %s', (code, expected) => {
  const program = programOf({
    'main.ts': `declare const list: string[], start: number, isOpen: boolean, log: (...values: unknown[]) => void;\n${code}`,
  });
  const loop = findNode(fileOf(program, 'main.ts'), (node) =>
    ts.isIterationStatement(node, false),
  );
  expect(hasTurn(program, loop)).toBe(expected);
});
