import ts from 'typescript';
import { expect, it } from 'vitest';

import { mayNeedOrder } from '../../../src/analysis/arguments/needed-order.ts';

it.each([
  ['await load(1), await load(2)', false],
  ['await one(), await two()', false],
  ['await createTable(), await insertRows()', true],
  ['await createTable(), await load(1)', false],
  ['await createTable(), await one()', false],
  ['await tx.begin(), await tx.run()', true],
  ['await tx.begin(), await db.run()', false],
  ['await tx.begin(), await tx.find()', true],
  ["await db.insert('k'), await db.find('k')", true],
  ["await db.find('k'), await db.insert('k')", true],
  ["await db.find('k'), await db.find('l')", false],
  ["await db.find('k'), await db.one('k')", false],
  ["await db.insert('k'), await cache.find('k')", false],
  ['await (tx.begin()), await tx.run()', true],
  ['await Promise.all(ones), await Promise.all(twos)', false],
  ['await one, await two', false],
  ['await one(), await two(), await tx.begin(), await tx.run()', true],
])('%s: %s', (members, expected) => {
  const file = ts.createSourceFile(
    'main.ts',
    `[${members}];\nexport {};`,
    ts.ScriptTarget.Latest,
    true,
  );
  const awaits: ts.AwaitExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node)) {
      awaits.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  expect(mayNeedOrder(awaits)).toBe(expected);
});
