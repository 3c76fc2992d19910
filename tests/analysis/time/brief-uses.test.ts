import ts from 'typescript';

import { isBriefUse } from '../../../src/analysis/time/brief-uses.ts';
import { asked, type Case, catalogue } from '../asked.ts';
import { findNode } from '../program.ts';

const CLIENT =
  'declare const client: { name: string; on(event: string, listener: () => void): void; ping(): void; isOpen(): boolean; close(): boolean | Promise<void>; label(): string; size(): number; last(): string | null; query(): Promise<string>; child(): object; each(callback: () => void): void }; declare const folder: string;';

/** Cases of an async callback that uses the client. */
function ofCallback(...cases: Case[]): Case[] {
  return cases.map(([name, body, answer]) => [
    name,
    `${CLIENT} ask(async () => { ${body} });`,
    answer,
  ]);
}

catalogue(
  'is a use of a resource over at once?',
  asked((program, code) => {
    const access = findNode(
      code,
      (node): node is ts.Identifier =>
        ts.isIdentifier(node) &&
        (node.text === 'client' || node.text === 'folder'),
    );
    return isBriefUse(program.getTypeChecker(), access, code) ? 'yes' : 'no';
  }),
  [
    ...ofCallback(
      // What it gives.
      ['nothing', 'client.ping();', 'yes'],
      ['yes or no', 'if (client.isOpen()) log();', 'yes'],
      ['a text of an object', 'log(client.label());', 'yes'],
      ['a number of an object', 'log(client.size());', 'yes'],
      ['a text or null', 'log(client.last());', 'yes'],
      ['an object', 'log(client.child());', 'no'],
      ['a promise', 'await client.query();', 'no'],
      ['a promise that nothing waits for', 'client.query();', 'no'],
      ['yes or no, or a promise', 'client.close();', 'no'],
      ['nothing, which is waited for', 'await client.ping();', 'no'],
      ['nothing, to a callback', 'client.each(() => {});', 'no'],
      ['a text of a text', 'log(folder.trim());', 'no'],
      ['yes or no of a text', "log(folder.includes('/'));", 'yes'],

      // How it is used.
      ['a property', 'log(client.name);', 'yes'],
      ['a property that is kept', 'const same = client.name;', 'no'],
      ['an argument of what gives nothing', 'log(client);', 'yes'],
      ['an argument of what gives a promise', 'await load(client);', 'no'],
      ['an argument of a constructor', 'new WeakRef(client);', 'no'],
      ['a name for it', 'const same = client;', 'no'],

      // When.
      ['before the first wait', 'client.ping(); await load();', 'yes'],
      ['behind a wait', 'await load(); client.ping();', 'no'],
      [
        'behind a wait under a condition',
        'if (isReady) await load(); client.ping();',
        'no',
      ],
      [
        'behind a loop that waits',
        'for await (const item of anything) log(item); client.ping();',
        'no',
      ],
      [
        'behind a loop that does not',
        'for (const item of items) log(item); client.ping();',
        'yes',
      ],
      [
        'behind a function that waits',
        'const later = async () => { await load(); }; client.ping(); log(later);',
        'yes',
      ],
      [
        'in a loop that waits',
        'for (const item of items) { client.ping(); await load(item); }',
        'no',
      ],
      [
        'in a loop in a loop that waits',
        'for (const item of items) { for (const one of item) { client.ping(); log(one); } await load(item); }',
        'no',
      ],
      [
        'in a loop that does not wait, before a wait',
        'for (const item of items) { client.ping(); log(item); } await load();',
        'yes',
      ],
      [
        'in a loop behind a wait',
        'await load(); for (const item of items) { client.ping(); log(item); }',
        'no',
      ],
      [
        'what listens, behind a wait',
        "await load(); client.on('end', log);",
        'yes',
      ],
      [
        'what waits for an event, behind a wait',
        "await load(); await once(client, 'end');",
        'yes',
      ],

      // In functions.
      [
        'in a function that is called on the spot',
        '(() => { client.ping(); })(); await load();',
        'yes',
      ],
      [
        'in a function that is called behind a wait',
        'await load(); (() => { client.ping(); })();',
        'no',
      ],
      [
        'in a function that is called later',
        'log(() => { client.ping(); });',
        'no',
      ],
      [
        'in a function under a name',
        'const ping = () => client.ping(); ping();',
        'no',
      ],
    ),
    ['in an expression', `${CLIENT} ask(async () => client.ping());`, 'yes'],
    [
      'in a function expression',
      `${CLIENT} ask((async function () { client.ping(); }));`,
      'yes',
    ],
    [
      'in a generator, behind what it yields',
      `${CLIENT} ask(function* () { yield 1; client.ping(); });`,
      'no',
    ],
    ['in a call', `${CLIENT} ask(load(client.isOpen()));`, 'yes'],
    [
      'in a callback of a call',
      `${CLIENT} ask(load(() => { client.ping(); }));`,
      'no',
    ],
    [
      'in a call of a function around it',
      `${CLIENT} export async function run() { await load(); ask(load(client.isOpen())); }`,
      'yes',
    ],
  ],
);
