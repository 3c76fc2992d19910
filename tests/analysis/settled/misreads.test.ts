import ts from 'typescript';

import { missingPropertyOf } from '../../../src/analysis/settled/misreads.ts';
import { isStringifiedRejection } from '../../../src/analysis/settled/stringified-rejections.ts';
import { type Case, catalogue } from '../asked.ts';

const GIVEN = `
type F = PromiseFulfilledResult<string>;
const typed = await Promise.allSettled(items.map(load));
const results: any[] = typed;
const settle = async (): Promise<any> => Promise.allSettled(items.map(load));
const all: any = await settle();
`;

/** What a question says of each node of a file, in reading order, where it says anything. */
function everywhere(
  question: (program: ts.Program, node: ts.Node) => string | undefined,
): (program: ts.Program, file: ts.SourceFile) => string {
  return (program, file) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      found.push(question(program, node) ?? '');
    };
    visit(file);
    return found.filter((each) => each !== '').join(' ');
  };
}

/** Asks about some code behind the results of a combinator. */
function given([name, code, answer]: readonly [string, string, string]): Case {
  return [name, GIVEN + code, answer];
}

catalogue(
  'which properties are read that no settled result has?',
  everywhere((program, node) =>
    ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
      ? missingPropertyOf(program, node)
      : undefined,
  ),
  (
    [
      ['one of the results', 'for (const r of results) log(r.data);', 'data'],
      [
        'by its text',
        "for (const r of results) log(r['2nd'], r['v2']);",
        '2nd v2',
      ],
      ['an index', "for (const r of results) log(r['12']);", ''],
      ['a computed one', 'for (const r of results) log(r[items[0]!]);', ''],
      [
        'what it has',
        'for (const r of results) log(r.status, r.value, r.reason, r.toString());',
        '',
      ],
      [
        'in a comparison',
        "for (const r of results) if (r.state === 'failed') log(r);",
        'state',
      ],
      [
        'in an alternative',
        'for (const r of results) log(r.error ?? r.reason);',
        'error',
      ],
      ['under a cast', 'for (const r of typed) log((r as any).data);', 'data'],
      ['of the list', 'log(all.size);', ''],
      ['of what is awaited', 'log((await settle()).size);', ''],
      ['of what then is given', 'settle().then((rs) => log(rs.size));', ''],
      [
        'of what a function is given',
        'const show = (rs: any) => { log(rs.size); };\nshow(await settle());',
        '',
      ],
      [
        'of a list in an object',
        "const held: any = { rs: await settle() };\nlog(held['rs'].size);",
        '',
      ],
      [
        'of a list that a pattern takes from an object',
        'const { rs }: any = { rs: await settle() };\nlog(rs.size);',
        '',
      ],
      [
        'of the rest of the results',
        'const [, ...others]: any = await settle();\nlog(others.size);',
        '',
      ],
      [
        'of the place in the list',
        'for (const [i] of all.entries()) log(i.data);',
        '',
      ],
      [
        'of the place in the list, by a parameter',
        '[...all.entries()].forEach(([i]: any) => log(i.data));',
        '',
      ],
      [
        'of a list of results among others',
        'for (const batch of [results]) log(batch.data);',
        '',
      ],
      [
        'of a list of results among others, by what lists have',
        'const batches: any[] = [];\nbatches.push(await settle());\nfor (const batch of batches) log(batch.length, batch.map(String));',
        '',
      ],
      [
        'of a promise of results among others, by what promises have',
        'const pending: any[] = items.map(() => Promise.allSettled([load()]));\nfor (const each of pending) each.then(log).catch(log);',
        '',
      ],
      [
        'of results that somebody gives',
        'export function show(rs: PromiseSettledResult<string>[]) { for (const r of rs) log((r as any).data); }',
        '',
      ],
      ['of something else', 'for (const r of items as any[]) log(r.data);', ''],
      ['of what is not declared', 'log(nowhere.data);', ''],
      [
        'of what stands for itself',
        'var one: any = two;\nvar two: any = one;\nlog(one.data);',
        '',
      ],
      ['a written one', 'for (const r of results) r.data = 1;', ''],
      [
        'one that is written before',
        'for (const r of results) { r.data = 1; log(r.data); }',
        '',
      ],
      [
        'one that is written to what has none',
        'for (const r of results) { r.data ??= 1; log(r.data); }',
        '',
      ],
      [
        'one that a pattern writes',
        'for (const r of results) { [r.data] = items; log(r.data); }',
        '',
      ],
      [
        'one that a function inside writes',
        'const mark = (r: any) => { r.data = 1; };\nresults.forEach(mark);\nlog(results[0].data);',
        '',
      ],
      [
        'one beside another that is written',
        'for (const r of results) { r.id = 1; log(r.data); }',
        'data',
      ],
      [
        'one that is compared elsewhere',
        "if (anything.data == 'x') log();\nlog(results[0].data);",
        'data',
      ],
      [
        'one that Object.assign adds',
        'for (const r of results) { Object.assign(r, { id: 1, data: 2 }); log(r.data); }',
        '',
      ],
      [
        'one that Object.assign adds behind a spread',
        'for (const r of results) { Object.assign(r, { ...anything, data: 2 }); log(r.data); }',
        '',
      ],
      [
        'one that Object.assign adds from the first of two',
        'for (const r of results) { Object.assign(r, { data: 2 }, { id: 1 }); log(r.data); }',
        '',
      ],
      [
        'one that Object.assign adds by its text',
        "for (const r of results) { Object.assign(r, { 'data': 2 }); log(r.data); }",
        '',
      ],
      [
        'one beside another that Object.assign adds',
        'for (const r of results) { Object.assign(r, { id: 1 }); log(r.data); }',
        'data',
      ],
      [
        'one beside what Object.assign is given',
        'for (const r of results) { Object.assign(r, anything); log(r.data); }',
        '',
      ],
      [
        'one beside a computed one that Object.assign adds',
        'for (const r of results) { Object.assign(r, { [items[0]!]: 1 }); log(r.data); }',
        '',
      ],
      [
        'one that Object.assign copies',
        'for (const r of results) { log(Object.assign({ data: 1 }, { id: r })); log(r.data); }',
        'data',
      ],
      [
        'one that another method is given',
        'for (const r of results) { Object.entries({ data: 1 }).map(log, { data: 1 }); log(r.data); }',
        'data',
      ],
      [
        'one that something else has',
        'log({ data: 1 });\nfor (const r of results) log(r.data);',
        'data',
      ],
    ] as const
  ).map(given),
);

catalogue(
  'what is printed of rejected results as JSON?',
  everywhere((program, node) =>
    ts.isCallExpression(node) && isStringifiedRejection(program, node)
      ? node.getText()
      : undefined,
  ),
  (
    [
      [
        'the reason of one',
        "for (const r of typed) if (r.status === 'rejected') log(JSON.stringify(r.reason));",
        'JSON.stringify(r.reason)',
      ],
      [
        'the reasons of several',
        "log(JSON.stringify(typed.filter((r) => r.status === 'rejected').map((r) => r.reason)));",
        "JSON.stringify(typed.filter((r) => r.status === 'rejected').map((r) => r.reason))",
      ],
      [
        'the reasons of several, by a callback with a block',
        'log(JSON.stringify(typed.map((r) => { return (r as PromiseRejectedResult).reason; })));',
        'JSON.stringify(typed.map((r) => { return (r as PromiseRejectedResult).reason; }))',
      ],
      [
        'one reason or another',
        'log(JSON.stringify(typed.map((r) => { if (anything) return 1; return (r as PromiseRejectedResult).reason; })));',
        '',
      ],
      ['what a helper makes', 'log(JSON.stringify(typed.map(anything)));', ''],
      ['nothing of each', 'log(JSON.stringify(typed.map(() => {})));', ''],
      [
        'the messages of reasons',
        "for (const r of typed) if (r.status === 'rejected') log(JSON.stringify(r.reason.message));",
        '',
      ],
      [
        'a reason that is said to be something',
        "for (const r of typed) if (r.status === 'rejected') log(JSON.stringify(r.reason as { code: number }));",
        '',
      ],
      [
        'a reason that is no error',
        "for (const r of typed) if (r.status === 'rejected') log(r.reason instanceof Error ? r.reason.message : JSON.stringify(r.reason));",
        '',
      ],
      [
        'a reason without a message',
        "for (const r of typed) if (r.status === 'rejected') log(r.reason.message ?? JSON.stringify(r.reason));",
        '',
      ],
      [
        'a reason in a function that asks for classes',
        'export function show(r: PromiseRejectedResult) { if (r.reason instanceof Error) return r.reason.message; return JSON.stringify(r.reason); }',
        '',
      ],
      [
        'a reason in a function that asks for nothing',
        'export function show(r: PromiseRejectedResult) { return JSON.stringify(r.reason); }',
        'JSON.stringify(r.reason)',
      ],
      [
        'a reason under another condition',
        "for (const r of typed) if (r.status === 'rejected') log(anything ? 1 : JSON.stringify(r.reason));",
        'JSON.stringify(r.reason)',
      ],
      [
        'a reason of something else',
        'log(JSON.stringify(anything.reason));',
        '',
      ],
      [
        'the values',
        "for (const r of typed) if (r.status === 'fulfilled') log(JSON.stringify(r.value));",
        '',
      ],
      ['all of them', 'log(JSON.stringify(typed));', 'JSON.stringify(typed)'],
      [
        'all of them in an object',
        'log(JSON.stringify({ results: typed }));',
        'JSON.stringify({ results: typed })',
      ],
      [
        'all of them in an object in short',
        'log(JSON.stringify({ typed }));',
        'JSON.stringify({ typed })',
      ],
      [
        'all of them in a list',
        'log(JSON.stringify([1, [...typed]]));',
        'JSON.stringify([1, [...typed]])',
      ],
      [
        'one of them, spread in an object',
        'log(JSON.stringify({ id: 1, ...typed[0] }));',
        'JSON.stringify({ id: 1, ...typed[0] })',
      ],
      [
        'their number in an object',
        'log(JSON.stringify({ count: typed.length }));',
        '',
      ],
      [
        'those that were fulfilled in an object',
        "log(JSON.stringify({ done: typed.filter((r) => r.status === 'fulfilled') }));",
        '',
      ],
      ['what is read from JSON', 'log(JSON.parse(typed as never));', ''],
      [
        'none, where one of them throws',
        "if (typed.some((r) => r.status === 'rejected')) throw 1;\nlog(JSON.stringify(typed));",
        '',
      ],
      ['what has no type', 'log(JSON.stringify(all));', ''],
      [
        'all of them, whatever a cast says',
        'log(JSON.stringify(typed as any as F[]));',
        'JSON.stringify(typed as any as F[])',
      ],
    ] as const
  ).map(given),
);
