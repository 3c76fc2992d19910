import {
  droppedPromisesIn,
  waitsForNothing,
} from '../../../src/analysis/arguments/dropped-promises.ts';
import { functionOf } from '../../../src/analysis/language/callees.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'which promises does a function drop?',
  asked((program, expression) => {
    const dropped = droppedPromisesIn(
      program,
      functionOf(program, expression)!,
    ).map((statement) => statement.getText());
    return dropped.length === 0 ? 'none' : dropped.join(' ');
  }),
  [
    ['a statement', 'ask(() => { load(1); });', 'load(1);'],
    [
      'two statements',
      'ask(() => { load(1); if (isReady) load(2); });',
      'load(1); load(2);',
    ],
    [
      'forEach of promises',
      'ask(() => { items.forEach(async (item) => { await load(item); }); });',
      'items.forEach(async (item) => { await load(item); });',
    ],
    [
      'forEach by a name',
      'ask(() => { anything.forEach(load); });',
      'anything.forEach(load);',
    ],
    [
      'forEach of promises with handlers',
      'ask(() => { items.forEach((item) => load(item).catch(log)); });',
      'none',
    ],
    ['forEach of values', 'ask(() => { items.forEach(log); });', 'none'],
    ['forEach of nothing', 'ask(() => { anything.forEach(); });', 'none'],
    [
      'forEach of a callback of any type',
      'ask(() => { items.forEach(anything); });',
      'none',
    ],
    ['an await', 'ask(async () => { await load(1); });', 'none'],
    ['a void', 'ask(() => { void load(1); });', 'none'],
    [
      'a chain',
      'ask(() => { load(1).then(log).finally(log); });',
      'load(1).then(log).finally(log);',
    ],
    [
      'a chain with a handler of rejections',
      'ask(() => { load(1).then(log, log).finally(log); });',
      'none',
    ],
    [
      'a chain of a promise that runs already',
      'const p = load(1); ask(() => { p.then(log); });',
      'none',
    ],
    ['a settled promise', 'ask(() => { Promise.resolve(1); });', 'none'],
    [
      'a name that nobody mentions',
      'ask(() => { const p = load(1); log(2); });',
      'p = load(1)',
    ],
    [
      'a name that somebody mentions',
      'ask(() => { const p = load(1); log(p); });',
      'none',
    ],
    ['a name without a value', 'ask(() => { let p; log(2); });', 'none'],
    ['a member', 'ask(() => { return { p: load(1) }; });', 'none'],
    ['a pattern', 'ask(() => { const { then } = load(1); });', 'none'],
    ['a call that gives a value', 'ask(() => { log(1); });', 'none'],
    ['a return', 'ask(() => { return load(1); });', 'none'],
    ['an expression', 'ask(() => load(1));', 'none'],
    ['a generator', 'ask(function* () { load(1); });', 'none'],
    [
      'a function in it',
      'ask(() => { const f = () => { load(1); }; function g() { load(2); } });',
      'none',
    ],
    [
      'a class in it',
      'ask(() => { class A { static { load(1); } } });',
      'none',
    ],
  ],
);

catalogue(
  'does a function wait for anything?',
  asked((program, expression) =>
    waitsForNothing(program, functionOf(program, expression)!)
      ? 'no'
      : 'perhaps',
  ),
  [
    ['an empty one', 'ask(async () => {});', 'no'],
    ['one that is not async', 'ask(() => {});', 'perhaps'],
    ['an await', 'ask(async () => { await load(); });', 'perhaps'],
    [
      'an await in an expression',
      'ask(async () => log(await load()));',
      'perhaps',
    ],
    [
      'a loop that waits',
      'ask(async () => { for await (const item of items); });',
      'perhaps',
    ],
    ['a loop', 'ask(async () => { for (const item of items); });', 'no'],
    ['an expression', 'ask(async () => load());', 'perhaps'],
    ['a promise', 'ask(async () => { return load(); });', 'perhaps'],
    ['a value', 'ask(async () => { return 1; });', 'no'],
    ['anything', 'ask(async () => { return anything; });', 'perhaps'],
    [
      'a value or a promise',
      'ask(async () => { if (isReady) { return load(); } return 1; });',
      'perhaps',
    ],
    ['a return', 'ask(async () => { return; });', 'no'],
    [
      'a function in it',
      'ask(async () => { log(async () => { await load(); }); });',
      'no',
    ],
    [
      'a class in it',
      'ask(async () => { log(class { async f() { await load(); } }); });',
      'no',
    ],
  ],
);
