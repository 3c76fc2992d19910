import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { claimIn } from '../../../src/analysis/swallowed/success-claims.ts';

/** What the last statement of a function claims, where `items.length` is how many were to be done. */
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
      return ['success', ...claim.words].join(' ');
  }
}

describe('what does a statement claim?', () => {
  it.each([
    // Texts that somebody reads.
    ["notify('All saved');", 'success saved'],
    ["notify('All saved?');", 'success saved'],
    ["notify('Could not be saved');", 'nothing'],
    ["notify('Saving');", 'nothing'],
    ["save('saved');", 'nothing'],
    ["console.log('Files uploaded');", 'success uploaded'],
    ["console.error('Files uploaded');", 'nothing'],
    ["logger.info('Files uploaded');", 'success uploaded'],
    ["this.toast.open('Files uploaded');", 'success uploaded'],
    ["(await logger()).info('Files uploaded');", 'success uploaded'],
    ["await notify('All saved');", 'success saved'],
    ["void notify('All saved');", 'success saved'],
    ["get()('All saved');", 'nothing'],
    ['notify(`Saved ${name}`);', 'success saved'],
    ['notify(`Saved ${items.length} items`);', 'count'],
    ['notify(`${items.length} items`);', 'nothing'],
    ["notify('Saved ' + name);", 'success saved'],
    ["notify('Saved ' + items.length + ' items');", 'count'],
    ["notify('Saved ' - items.length);", 'nothing'],
    ["notify(items.length > 1 ? 'All saved' : 'Saved');", 'success saved'],
    ["notify(items.length > 1 ? 'Saved' : 'No item');", 'nothing'],
    ["notify(items.length > 1 ? 'No item' : 'Saved');", 'nothing'],
    ["notify(t('items.saved'));", 'success saved'],
    ["notify(this.$t('items.saved'));", 'success saved'],
    ["notify(t('items.failed'));", 'nothing'],
    ["notify(t('saved', { n: items.length }));", 'success saved'],
    ["notify(join('items.saved'));", 'nothing'],
    ['notify(t());', 'nothing'],
    ["notify(texts[0]('saved'));", 'nothing'],
    ["notify('info', 'All saved');", 'success saved'],
    // Signs without words.
    ['onSuccess();', 'success'],
    ['spinner.succeed();', 'success'],
    ['onSuccessor();', 'success'],
    ['reportSuccess();', 'nothing'],
    ['process.exit(0);', 'success'],
    ['process.exit(1);', 'nothing'],
    ['process.exit();', 'nothing'],
    // Counters and events.
    ["metrics.increment('saved', items.length);", 'success saved'],
    ["analytics.track('Item Saved');", 'success saved'],
    ["analytics.track('Save Requested');", 'nothing'],
    ["tracker.captureException('saved');", 'nothing'],
    // Objects.
    ["notify({ title: 'All saved' });", 'success saved'],
    ["notify({ name: 'All saved' });", 'nothing'],
    ["notify({ 'message': 'All saved' });", 'success saved'],
    ["notify({ data: { text: 'All saved' } });", 'success saved'],
    ['notify({ saved: items.length });', 'count'],
    ['notify({ tried: items.length });', 'nothing'],
    ['notify({ total: items.length });', 'nothing'],
    ['notify({ count: items.length });', 'count'],
    ['notify({ success: true });', 'success success'],
    ['notify({ success: false });', 'nothing'],
    ['notify({ success });', 'nothing'],
    ['notify({ ...rest, ok: true });', 'success ok'],
    // States.
    ["this.status = 'completed';", 'success completed'],
    ["this.status = 'failed';", 'nothing'],
    ["this.status = 'all the files were completed';", 'nothing'],
    ["this.status += 'completed';", 'nothing'],
    ["this.kind = 'completed';", 'nothing'],
    ["status = 'ok';", 'success'],
    ['isSaved = true;', 'success saved'],
    ['isSaved = false;', 'nothing'],
    ['isSaved.value = true;', 'success saved'],
    ['isSaved.current = true;', 'success saved'],
    ["isSaved['value'] = true;", 'nothing'],
    ['isOpen = true;', 'nothing'],
    ['states[0] = true;', 'nothing'],
    ["setStatus('saved');", 'success saved'],
    ["setStatus('saving');", 'nothing'],
    ["setOpen('saved');", 'nothing'],
    ['setSaved(true);', 'success saved'],
    ['setOpen(true);', 'nothing'],
    ['setStatus();', 'nothing'],
    ["job.updateStatus(id, 'done');", 'success done'],
    ["db.update(id, { status: 'done' });", 'success done'],
    ["db.update('done');", 'nothing'],
    ["db.insert(id, { status: 'done' });", 'nothing'],
    // What is returned.
    ['return;', 'nothing'],
    ['return items.length;', 'count'],
    ['return items;', 'nothing'],
    ['return true;', 'nothing'],
    ['if (!items) return false; return true;', 'success'],
    ['use(() => { return false; }); return true;', 'nothing'],
    ['return { ok: true };', 'success ok'],
    ['return { saved: items.length };', 'count'],
    ["return 'saved';", 'success saved'],
    ["return res.json({ message: 'Saved' });", 'success saved'],
    // What hangs on a number that is always right.
    [
      "if (items.length === items.length) notify('All saved');",
      'success saved',
    ],
    // Words that stand directly beside what is put between them.
    ['notify(`Saved${name}users`);', 'success saved'],
    // No statements that tell.
    ['if (items) notify("saved");', 'nothing'],
    ['const text = "saved";', 'nothing'],
  ])('%s → %s', (body, answer) => {
    expect(claimOf(body)).toBe(answer);
  });
});
