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

    // Answers to a request.
    ['res.sendStatus(200);', 'sign'],
    ['res.sendStatus(201);', 'sign'],
    ['res.sendStatus(204);', 'sign'],
    ['res.sendStatus(202);', 'nothing'],
    ['res.sendStatus();', 'nothing'],
    ['res.sendStatus(code);', 'nothing'],
    ['sendStatus(200);', 'nothing'],
    ['res.status(200).end();', 'sign'],
    ['(res.status(200)).end();', 'sign'],
    ['res.status(200).send();', 'sign'],
    ['reply.code(204).send();', 'sign'],
    ['res.writeHead(204).end();', 'sign'],
    ['res.status(200).write();', 'nothing'],
    ['res.status(200).end(items);', 'nothing'],
    ["res.status(200).end('');", 'sign'],
    ["res.status(200).end('OK');", 'sign'],
    ["res.status(200).end('all items saved');", 'sign'],
    ["res.status(200).end('bye');", 'nothing'],
    ["res.status(200).end('not ok');", 'nothing'],
    ["res.status(200).end('okay');", 'nothing'],
    ['res.status(200).end(null);', 'sign'],
    ['res.status(200).end(undefined);', 'sign'],
    ['res.status(200).end(other);', 'nothing'],
    ['res.status(500).end();', 'nothing'],
    ['res.status().end();', 'nothing'],
    ['res.status.end();', 'nothing'],
    ['res.end();', 'nothing'],
    ['end();', 'nothing'],
    ['status(200).end();', 'nothing'],
    ['res.retry(200).end();', 'nothing'],
    ['return c.body(null, 204);', 'sign'],
    ["return c.text('ok', 200);", 'sign'],
    ['return c.body(null);', 'nothing'],
    ['return c.body(null, 202);', 'nothing'],
    ['return c.body(items, 200);', 'nothing'],
    ['return c.html(null, 204);', 'nothing'],
    ['return body(null, 204);', 'nothing'],
    ['return new Response();', 'sign'],
    ['return new Response;', 'sign'],
    ['return new Response(null, {});', 'sign'],
    ['return new NextResponse(null, { status: 204 });', 'sign'],
    ['return new Response(null, { status: 202 });', 'nothing'],
    ['return new Response(null, { status });', 'nothing'],
    ['return new Response(null, { status() {} });', 'nothing'],
    ['return new Response(null, { ...init });', 'nothing'],
    ['return new Response(null, { ...init, status: 204 });', 'nothing'],
    ['return new Response(null, { headers: {} });', 'sign'],
    ['return new Response(null, init);', 'nothing'],
    ['return new Response(items);', 'nothing'],
    ['return new ResponseError();', 'nothing'],
    ['return new Request();', 'nothing'],
    ["return 'ok';", 'sign'],
    ["return 'OK';", 'sign'],
    ["return 'not ok';", 'nothing'],
    ["return 'okay';", 'nothing'],
    ["return 'partial';", 'nothing'],
    ['ctx.status = 204;', 'sign'],
    ['ctx.statusCode = 200;', 'sign'],
    ['ctx.status = 202;', 'nothing'],
    ['ctx.statusText = 200;', 'nothing'],
    ['ctx.exitStatus = 200;', 'nothing'],
    ['ctx.statusCodes = 200;', 'nothing'],

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
