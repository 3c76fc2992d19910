import {
  silencedMemberOf,
  silencingHandlerOf,
} from '../../../src/analysis/swallowed/silenced-rejections.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'which handler silences a combinator?',
  askedOfCall(
    (program, call) => silencingHandlerOf(program, call)?.getText() ?? 'none',
  ),
  [
    ['no handler', 'Promise.all([load()]);', 'none'],
    [
      'a handler that does nothing',
      'Promise.all([load()]).catch(() => {});',
      '() => {}',
    ],
    [
      'a handler that gives nothing',
      'Promise.all([load()]).catch(() => null);',
      '() => null',
    ],
    [
      'a handler that returns',
      'Promise.all([load()]).catch(() => { return; });',
      '() => { return; }',
    ],
    [
      'a handler that returns nothing',
      'Promise.all([load()]).catch(() => { return []; });',
      '() => { return []; }',
    ],
    [
      'a handler that returns something',
      "Promise.all([load()]).catch(() => { return 'none'; });",
      'none',
    ],
    [
      'a handler that does something',
      'Promise.all([load()]).catch(() => { log(); });',
      'none',
    ],
    [
      'a handler that gives something',
      'Promise.all([load()]).catch(() => log());',
      'none',
    ],
    [
      'a handler that cannot be seen',
      'Promise.all([load()]).catch(log);',
      'none',
    ],
    [
      'the second handler of then',
      'Promise.all([load()]).then(log, () => {});',
      '() => {}',
    ],
    [
      'the first handler of then',
      'Promise.all([load()]).then(() => {});',
      'none',
    ],
    ['finally', 'Promise.all([load()]).finally(() => {});', 'none'],
    [
      'a method that is not called',
      'log(Promise.all([load()]).catch);',
      'none',
    ],
    [
      'settled results',
      'Promise.allSettled([load()]).catch(() => {});',
      'none',
    ],
    [
      'what cannot be rejected',
      'Promise.all([Promise.resolve(1)]).catch(() => {});',
      'none',
    ],
  ],
);

catalogue(
  'which handler silences a member?',
  askedOfCall(
    (program, call) => silencedMemberOf(program, call)?.getText() ?? 'none',
  ),
  [
    ['no handler', 'await Promise.all([load()]);', 'none'],
    [
      'a handler',
      'await Promise.all(items.map((item) => load(item).catch(() => {})));',
      '() => {}',
    ],
    [
      'handlers of all members',
      'await Promise.all([load(1).catch(() => 0), load(2).catch(() => {})]);',
      '() => 0',
    ],
    [
      'a handler of one of two members',
      'await Promise.all([load(1).catch(() => {}), load(2)]);',
      'none',
    ],
    [
      'a chain with both handlers',
      'await Promise.all([load(1).then(log, () => {})]);',
      '() => {}',
    ],
    [
      'a handler that logs',
      'await Promise.all([load(1).catch((error) => { log(error); })]);',
      'none',
    ],
    [
      'a handler of what cannot be rejected',
      'await Promise.all([Promise.resolve(1).catch(() => {})]);',
      'none',
    ],
    [
      'values that are read',
      'log(await Promise.all([load(1).catch(() => {})]));',
      'none',
    ],
    ['a void', 'void Promise.all([load(1).catch(() => {})]);', '() => {}'],
    [
      'another combinator',
      'await Promise.race([load(1).catch(() => {})]);',
      'none',
    ],
    [
      'promises that were started elsewhere',
      'export const run = async (all: Promise<void>[]) => { await Promise.all(all); };',
      'none',
    ],
  ],
);
