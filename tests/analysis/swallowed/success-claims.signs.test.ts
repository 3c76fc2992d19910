import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { claimIn } from '../../../src/analysis/swallowed/success-claims.ts';

/** What the last statement of a function claims, and by what, where `items.length` is how many were to be done. */
function claimOf(body: string): string {
  const file = ts.createSourceFile(
    'main.ts',
    `async function f() { ${body} }`,
    ts.ScriptTarget.ESNext,
    true,
  );
  const statement = (
    file.statements[0] as ts.FunctionDeclaration
  ).body!.statements.at(-1)!;
  const claim = claimIn(statement, (node) => node.getText() === 'items.length');
  switch (claim?.kind) {
    case undefined:
      return 'nothing';
    case 'count':
      return 'count';
    case 'success':
      return claim.by;
  }
}

describe('by what does a statement claim it?', () => {
  it.each([
    // By what.
    ["notify('All saved');", 'text'],
    ["this.status = 'completed';", 'state'],
    ['isSaved = true;', 'state'],
    ['notify({ success: true });', 'state'],
    ["notify({ title: 'All saved' });", 'text'],
    ['onSuccess();', 'sign'],
    ['process.exit(0);', 'sign'],
    ['if (!items) return false; return true;', 'sign'],

    // What is told to nobody.
    ["t('items.saved');", 'nothing'],
    ['if (items.length) notify();', 'nothing'],

    // What is returned.
    ['if (!items) return false; return items;', 'nothing'],
    ['if (!items) return; return true;', 'nothing'],
    ['if (!items) return null; return true;', 'nothing'],

    // States.
    ["this.status = 'all saved';", 'state'],
    ["this.status = 'saved';", 'state'],
    ["this.status = 'not saved';", 'nothing'],

    // Numbers in texts.
    ['notify(`Saved ${done} of ${items.length}`);', 'nothing'],
    ['notify(`Saved ${done}/${items.length}`);', 'nothing'],
    ['notify(`Saved ${items.length} of the items`);', 'count'],
    ['notify(`Saved ${items.length} items for ${name}`);', 'count'],
    ['notify(`Saved the items of ${name}`);', 'nothing'],
    ["notify('The items of the list were saved');", 'text'],

    // Numbers in objects.
    ['notify({ processed: items.length });', 'count'],
    ['notify({ processedItems: items.length });', 'count'],
    ['notify({ processed: items.length, loaded: users.length });', 'nothing'],
    ['notify({ id, processed: items.length, loaded: users.size });', 'nothing'],
    ['notify({ processed: items.length, name: user.name });', 'count'],
    ['notify({ processed: items.length, name: label() });', 'count'],
    ['notify({ processed: items.length, font: style.fontsize });', 'count'],
    ['notify({ processed: items.length, grid: page.sizes });', 'count'],
    ['notify({ failedCount: items.length });', 'nothing'],
    ['notify({ notSaved: items.length });', 'nothing'],
  ])('%s → %s', (body, answer) => {
    expect(claimOf(body)).toBe(answer);
  });
});
