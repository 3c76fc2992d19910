import { promiseMethodOf } from '../../../src/analysis/language/promise-calls.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'which promise method does a call call?',
  asked((program, node) => {
    const call = promiseMethodOf(program, node);
    switch (call?.kind) {
      case 'then':
        return `then ${call.onFulfilled?.getText() ?? '-'} ${call.onRejected?.getText() ?? '-'}`;
      case 'finally':
        return `finally ${call.onSettled?.getText() ?? '-'}`;
      case 'resolve':
        return `resolve ${call.value?.getText() ?? '-'}`;
      case 'try':
        return `try ${call.callback?.getText() ?? '-'}`;
      default:
        return call?.kind ?? 'none';
    }
  }),
  [
    ['a constructor', 'ask(new (load().then as any)(log));', 'none'],
    ['then', 'ask(load().then(log));', 'then log -'],
    ['then with two', 'ask(load().then(log, ask));', 'then log ask'],
    ['then with null', 'ask(load().then(null, ask));', 'then - ask'],
    ['then with undefined', 'ask(load().then(undefined, ask));', 'then - ask'],
    ['then with void', 'ask(load().then(void 0, ask));', 'then - ask'],
    ['then under a cast', 'ask(load().then(log as any));', 'then log -'],
    ['then in brackets', "ask(load()['then'](log));", 'then log -'],
    ['then with nothing', 'ask(load().then());', 'then - -'],
    ['then with a spread list', 'ask(load().then(...[log]));', 'none'],
    ['catch', 'ask(load().catch(log));', 'then - log'],
    ['finally', 'ask(load().finally(log));', 'finally log'],
    ['finally with nothing', 'ask(load().finally());', 'finally -'],
    ['resolve', 'ask(Promise.resolve(1));', 'resolve 1'],
    ['reject', 'ask(Promise.reject(1));', 'reject'],
    ['try', 'ask(Promise.try(load));', 'try load'],
    ['resolve of something else', 'ask(anything.resolve(() => 1));', 'none'],
    ['reject of something else', 'ask(anything.reject(() => 1));', 'none'],
    ['try of something else', 'ask(anything.try(() => 1));', 'none'],
    ['then of anything', 'ask(anything.then(() => 1));', 'then () => 1 -'],
    [
      'then of anything, with a function',
      'ask(anything.then(function () {}));',
      'then function () {} -',
    ],
    [
      'then of anything, with a function behind',
      'ask(anything.then(log, () => 1));',
      'then log () => 1',
    ],
    ['then of anything, with a name', 'ask(anything.then(log));', 'none'],
    [
      'then of no promise',
      'ask((items as any as { then(f: () => number): void }).then(() => 1));',
      'none',
    ],
    ['finally of no promise', 'ask(items.finally(() => 1));', 'none'],
    ['another method', 'ask(load().toString());', 'none'],
    ['a computed method', 'ask((load() as any)[items[0]!](() => 1));', 'none'],
    ['a function', 'ask(log(() => 1));', 'none'],
    ['no call', 'ask(load().then);', 'none'],
  ],
);
