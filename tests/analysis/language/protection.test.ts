import ts from 'typescript';

import {
  protectionOf,
  rethrowsOf,
} from '../../../src/analysis/language/protection.ts';
import { callsOf, catalogue } from '../asked.ts';
import { findNode } from '../program.ts';

const GIVEN = `
function fail(): never { throw new Error(); }
function later() { log(); }
async function failLater() { throw new Error(); }
function* failInTurn() { throw new Error(); }
const failAtOnce = () => log();
`;

catalogue(
  'what does a catch pass on?',
  (program, file) => {
    const { block } = findNode(file, ts.isCatchClause);
    return rethrowsOf(program, block)
      .map((node) => node.getText())
      .join(' ');
  },
  (
    [
      ['nothing', 'log();', ''],
      ['an exception', 'throw error;', 'throw error;'],
      ['one of two', 'if (isReady) throw error; log();', 'throw error;'],
      ['what a function throws', 'fail();', 'fail()'],
      ['what a function may throw', 'later();', ''],
      ['what an async function throws', 'failLater();', ''],
      ['what a generator throws', 'failInTurn();', ''],
      ['what an arrow gives', 'failAtOnce();', ''],
      [
        'a rejection',
        'return Promise.reject(error);',
        'return Promise.reject(error);',
      ],
      [
        'a rejection that is awaited',
        'return await Promise.reject(error);',
        'return await Promise.reject(error);',
      ],
      ['a rejection that is dropped', 'Promise.reject(error);', ''],
      ['another promise', 'return Promise.resolve(error);', ''],
      ['a rejection of another', 'return anything.reject(error);', ''],
      ['nothing by return', 'return;', ''],
      [
        'an exception that is caught again',
        'try { throw error; } catch { log(); }',
        '',
      ],
      [
        'an exception that is caught again and thrown again',
        'try { throw error; } catch (other) { throw other; }',
        'throw other;',
      ],
      [
        'an exception behind another',
        'try { log(); } catch { log(); } finally { throw error; }',
        'throw error;',
      ],
      [
        'an exception beside a finally',
        'try { throw error; } finally { log(); }',
        'throw error;',
      ],
      ['an exception of a function inside', 'log(() => { throw error; });', ''],
      [
        'an exception of a class inside',
        'class A { static { throw error; } }',
        '',
      ],
    ] as const
  ).map(([name, body, answer]) => [
    name,
    `${GIVEN}async function f() { try { await load(); } catch (error) { ${body} } }`,
    answer,
  ]),
);

catalogue(
  'what does a handler pass on?',
  (program, file) => {
    const [call] = callsOf(file, 'ask');
    const handler = call?.arguments[0] as ts.ArrowFunction;
    return rethrowsOf(program, handler.body)
      .map((node) => node.getText())
      .join(' ');
  },
  [
    ['a rejection', 'ask(() => Promise.reject(1));', 'Promise.reject(1)'],
    ['another promise', 'ask(() => Promise.resolve(1));', ''],
    ['what a function throws', `${GIVEN}ask(() => fail());`, 'fail()'],
    ['what a function gives', `${GIVEN}ask(() => later());`, ''],
    ['a block', 'ask(() => { throw 1; });', 'throw 1;'],
  ],
);

catalogue(
  'what does an exception meet?',
  (_program, file) => {
    const [call] = callsOf(file, 'log');
    return call === undefined ? '' : protectionOf(call).kind;
  },
  [
    ['a catch', 'try { log(); } catch { }', 'catch'],
    ['no catch inside it', 'try { } catch { log(); }', 'file'],
    [
      'a finally that does more and leaves',
      'function f() { try { log(); } finally { items.pop(); return; } }',
      'finally',
    ],
    [
      'a finally that leaves',
      'function f() { try { log(); } finally { return; } }',
      'finally',
    ],
    ['a finally that throws', 'try { log(); } finally { throw 1; }', 'finally'],
    ['a finally that goes on', 'try { log(); } finally { load(); }', 'file'],
    [
      'a finally that leaves, inside it',
      'function f() { try { } finally { log(); return; } }',
      'function',
    ],
    [
      'a finally that leaves a loop',
      'for (;;) { try { log(); } finally { break; } }',
      'finally',
    ],
    [
      'a finally that goes on with a loop',
      'for (;;) { try { log(); } finally { continue; } }',
      'finally',
    ],
    ['the end of a function', 'const f = () => log();', 'function'],
    [
      'the end of a static block',
      'class A { static { log(); } }',
      'static-block',
    ],
    ['the end of the file', 'log();', 'file'],
  ],
);
