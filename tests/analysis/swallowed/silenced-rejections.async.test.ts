import {
  silencedMemberOf,
  silencingHandlerOf,
} from '../../../src/analysis/swallowed/silenced-rejections.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

/** Cases of the body of an async callback that makes each member. */
function ofCallback(...cases: Case[]): Case[] {
  return cases.map(([name, body, answer]) => [
    name,
    `await Promise.all(items.map(async (item) => ${body}));`,
    answer,
  ]);
}

catalogue(
  'what silences a member that an async callback makes?',
  askedOfCall(
    (program, call) => silencedMemberOf(program, call)?.getText() ?? 'none',
  ),
  ofCallback(
    // Expressions.
    ['a call', 'load(item)', 'none'],
    ['a handler', 'load(item).catch(() => {})', '() => {}'],
    [
      'a handler of what is awaited',
      'await load(item).catch(() => {})',
      '() => {}',
    ],
    [
      'a handler of what is awaited in parentheses',
      '(await (load(item).catch(() => {})))',
      '() => {}',
    ],
    ['a value', '1', 'none'],

    // Statements.
    ['no statement', '{}', 'none'],
    ['a bare return', '{ return; }', 'none'],
    [
      'a statement with a handler',
      '{ await load(item).catch(() => {}); }',
      '() => {}',
    ],
    [
      'a return with a handler',
      '{ return load(item).catch(() => {}); }',
      '() => {}',
    ],
    ['a statement without a handler', '{ await load(item); }', 'none'],
    [
      'a condition with a handler',
      '{ if (await load(item).catch(() => {})) log(item); }',
      'none',
    ],
    [
      'a statement with a handler and another one',
      '{ await load(item).catch(() => {}); await load(1); }',
      'none',
    ],
    [
      'a statement with a handler behind another one',
      '{ log(item); await load(item).catch(() => {}); }',
      'none',
    ],

    // A try.
    ['an empty catch', '{ try { await load(item); } catch {} }', 'catch {}'],
    [
      'a catch that returns nothing',
      '{ try { return await load(item); } catch { return null; } }',
      'catch { return null; }',
    ],
    [
      'a catch that returns something',
      '{ try { return await load(item); } catch { return item; } }',
      'none',
    ],
    [
      'a catch that logs',
      '{ try { await load(item); } catch (error) { log(error); } }',
      'none',
    ],
    ['a finally alone', '{ try { await load(item); } finally {} }', 'none'],
    [
      'an empty catch with a finally',
      '{ try { await load(item); } catch {} finally { log(item); } }',
      'none',
    ],
    [
      'an empty catch and another statement',
      '{ try { await load(item); } catch {} await load(1); }',
      'none',
    ],
    [
      'an empty catch around what nothing waits for',
      '{ try { log(item); } catch {} }',
      'none',
    ],
    [
      'an empty catch around what cannot be rejected',
      '{ try { await Promise.resolve(item); } catch {} }',
      'none',
    ],
    [
      'an empty catch around what cannot be rejected and what can',
      '{ try { await Promise.resolve(item); await load(item); } catch {} }',
      'catch {}',
    ],
  ),
);

catalogue(
  'what silences a member at other places?',
  askedOfCall(
    (program, call) => silencedMemberOf(program, call)?.getText() ?? 'none',
  ),
  [
    [
      'a void that is returned',
      'export const run = () => void Promise.all([load(1).catch(() => {})]);',
      '() => {}',
    ],
    [
      'a promise that is returned',
      'export const run = () => Promise.all([load(1).catch(() => {})]);',
      'none',
    ],
    [
      'a chain without handlers',
      'await Promise.all([load(1).then()]);',
      'none',
    ],
    ['no list', 'await Promise.all();', 'none'],
  ],
);

catalogue(
  'which handler silences a combinator at other places?',
  askedOfCall(
    (program, call) => silencingHandlerOf(program, call)?.getText() ?? 'none',
  ),
  [
    [
      'a promise that is returned',
      'export const run = () => Promise.all([load(1)]);',
      'none',
    ],
    [
      'settled results of any',
      'Promise.allSettled(anything).catch(() => {});',
      'none',
    ],
  ],
);
