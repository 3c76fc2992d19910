import { isThrownElsewhere } from '../../../src/analysis/swallowed/thrown-elsewhere.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** A function that starts two promises, with statements behind. */
function started(text: string): string {
  return `export async function run() { const user = load(1); const team = load(2); ${text} }`;
}

/** A function that is given promises, with statements behind. */
function given(text: string): string {
  return `export async function run(jobs: Promise<string>[]) { ${text} }`;
}

catalogue(
  'does something else throw what is settled?',
  askedOfCall((program, call) =>
    isThrownElsewhere(program, call) ? 'thrown' : 'no',
  ),
  [
    // What is settled.
    [
      'promises without names',
      'await Promise.allSettled([load(1)]); await load(1);',
      'no',
    ],
    [
      'a list without a name',
      'await Promise.allSettled(items.map(load)); await Promise.all(items.map(load));',
      'no',
    ],
    ['an empty list', 'await Promise.allSettled([]);', 'no'],
    [
      'arguments that are spread',
      'declare const given: [Promise<string>[]]; await Promise.allSettled(...given);',
      'no',
    ],
    [
      'a promise that is returned itself',
      started('await Promise.allSettled([user]); return user;'),
      'no',
    ],
    [
      'promises that nothing else waits for',
      started('await Promise.allSettled([user, team]);'),
      'no',
    ],

    // What waits for it.
    [
      'a promise that is awaited itself',
      started('await Promise.allSettled([user]); log(await user);'),
      'thrown',
    ],
    [
      'promises that are both awaited themselves',
      started(
        'await Promise.allSettled([user, team]); log(await user, await team);',
      ),
      'thrown',
    ],
    [
      'one of two promises that is awaited itself',
      started('await Promise.allSettled([user, team]); log(await user);'),
      'no',
    ],
    [
      'a promise with a cast that is awaited itself',
      started('await Promise.allSettled([user as unknown]); log(await user);'),
      'thrown',
    ],
    [
      'a promise and a call without a name',
      started('await Promise.allSettled([user, load(3)]); log(await user);'),
      'no',
    ],
    [
      'promises that are given to Promise.all',
      started(
        'await Promise.allSettled([user, team]); await Promise.all([user, team]);',
      ),
      'thrown',
    ],
    [
      'promises that are given to Promise.race',
      started(
        'await Promise.allSettled([user, team]); await Promise.race([user, team]);',
      ),
      'no',
    ],
    [
      'promises that are given to Promise.all, which nothing waits for',
      started(
        'await Promise.allSettled([user, team]); void Promise.all([user, team]);',
      ),
      'no',
    ],
    [
      'promises of which the Promise.all is returned',
      started(
        'await Promise.allSettled([user, team]); return Promise.all([user, team]);',
      ),
      'thrown',
    ],
    [
      'promises of which the Promise.race is returned',
      started(
        'await Promise.allSettled([user, team]); return Promise.race([user, team]);',
      ),
      'no',
    ],
    [
      'a promise that is given to a function',
      started('await Promise.allSettled([user]); log(user);'),
      'no',
    ],
    [
      'promises in a list that is given to a function',
      started('await Promise.allSettled([user]); log([user]);'),
      'no',
    ],
    [
      'promises in a list that is awaited, which no promise is',
      started('await Promise.allSettled([user]); log(await [user]);'),
      'no',
    ],
    [
      'a list that is given to Promise.all',
      given('await Promise.allSettled(jobs); log(await Promise.all(jobs));'),
      'thrown',
    ],
    [
      'a list that is spread for Promise.all',
      given('await Promise.allSettled(jobs); await Promise.all([...jobs]);'),
      'thrown',
    ],
    [
      'a list that is given to Promise.allSettled twice',
      given('await Promise.allSettled(jobs); await Promise.allSettled(jobs);'),
      'no',
    ],
    [
      'a list of another name',
      given(
        'const others = [load(1)]; await Promise.allSettled(jobs); await Promise.all(others);',
      ),
      'no',
    ],

    // Where it waits.
    [
      'a wait before',
      started('const first = await user; await Promise.allSettled([user]);'),
      'thrown',
    ],
    [
      'a wait in another function',
      started(
        'const first = async () => log(await user); await Promise.allSettled([user]);',
      ),
      'no',
    ],
    [
      'a wait under a condition',
      started('await Promise.allSettled([user]); if (isReady) await user;'),
      'no',
    ],
    [
      'a wait that is the condition',
      started('await Promise.allSettled([user]); if (await user) log();'),
      'thrown',
    ],
    [
      'a wait on the right of a condition',
      started(
        'await Promise.allSettled([user]); log(isReady && (await user));',
      ),
      'no',
    ],
    [
      'a wait under the condition that both stand under',
      started('if (isReady) { await Promise.allSettled([user]); await user; }'),
      'thrown',
    ],
    [
      'a wait in a catch',
      started(
        'await Promise.allSettled([user]); try { log(); } catch { await user; }',
      ),
      'no',
    ],
    [
      'a wait in a try',
      started(
        'await Promise.allSettled([user]); try { await user; } finally { log(); }',
      ),
      'thrown',
    ],
    [
      'a wait in a case',
      started(
        'await Promise.allSettled([user]); switch (items.length) { case 1: await user; }',
      ),
      'no',
    ],
    [
      'a wait in the default of a switch',
      started(
        'await Promise.allSettled([user]); switch (items.length) { default: await user; }',
      ),
      'no',
    ],
    [
      'a wait in a loop that may have no round',
      started(
        'await Promise.allSettled([user]); for (const item of items) log(item, await user);',
      ),
      'no',
    ],
    [
      'a wait in the round that settles too',
      started(
        'for (const item of items) { await Promise.allSettled([user]); log(item, await user); }',
      ),
      'thrown',
    ],
  ],
);
