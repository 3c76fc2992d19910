import {
  deadCatchOf,
  deadHandlerOf,
  earlyReturnOf,
  isDroppedInTry,
} from '../../../src/analysis/handlers/dead-handlers.ts';
import { fateOf } from '../../../src/analysis/fates/fates.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

/** Cases that say `SETTLED` for settled results and `ALL` for another combinator. */
function of(...cases: Case[]): Case[] {
  return cases.map(([name, text, answer]) => [
    name,
    text
      .replaceAll('SETTLED', 'Promise.allSettled([load(1)])')
      .replaceAll('ALL', 'Promise.all([load(1)])'),
    answer,
  ]);
}

catalogue(
  'which catch never runs?',
  askedOfCall(
    (program, call) => deadCatchOf(program, call)?.getText() ?? 'none',
  ),
  of(
    [
      'a catch',
      'try { await SETTLED; } catch { log(1); }',
      'catch { log(1); }',
    ],
    ['no catch', 'await SETTLED;', 'none'],
    ['a finally', 'try { await SETTLED; } finally { log(1); }', 'none'],
    ['another combinator', 'try { await ALL; } catch { log(1); }', 'none'],
    [
      'another combinator that cannot reject',
      'try { await Promise.all([1]); } catch { log(1); }',
      'none',
    ],
    ['no await', 'try { SETTLED; } catch { log(1); }', 'none'],
    [
      'a chain that is awaited',
      'try { await SETTLED.then(log); } catch { log(1); }',
      'none',
    ],
    [
      'results that nobody keeps, with others that are looked at behind it',
      "export async function f(others: { status: string }[]) { try { await SETTLED; } catch { log(1); } return others.filter((one) => one.status === 'fulfilled'); }",
      'catch { log(1); }',
    ],
    [
      'results that nobody keeps, with other results that are looked at behind it',
      "export async function f(others: PromiseSettledResult<string>[]) { try { await SETTLED; } catch { log(1); } return others.some((one) => one.status === 'rejected'); }",
      'catch { log(1); }',
    ],
    [
      'in a function in the try',
      'try { console.log(async () => { await SETTLED; }); } catch { log(1); }',
      'none',
    ],
    [
      'in a block in the try',
      'try { if (isReady) { await SETTLED; } } catch { log(1); }',
      'catch { log(1); }',
    ],
    [
      'more in the try',
      'try { await SETTLED; anything(); } catch { log(1); }',
      'none',
    ],
    [
      'results that are looked at in the try',
      "try { for (const one of await SETTLED) if (one.status === 'rejected') log; } catch { log(1); }",
      'none',
    ],
    [
      'results that are looked at behind it',
      "export async function f() { let all; try { all = await SETTLED; } catch { log(1); } return all?.filter((one) => one.status === 'fulfilled'); }",
      'none',
    ],
    [
      'results that are looked at behind it, at the top level',
      "let all; try { all = await SETTLED; } catch { log(1); } all?.filter((one) => one.status === 'fulfilled');",
      'none',
    ],
    [
      'results that nobody looks at behind it, at the top level',
      'let all; try { all = await SETTLED; } catch { log(1); } log(all);',
      'catch { log(1); }',
    ],
    [
      'results that another function looks at',
      "export async function f() { let all; try { all = await SETTLED; } catch { log(1); } return all; } export const g = (one: { status: string }) => one.status === 'fulfilled';",
      'catch { log(1); }',
    ],
    [
      'in the catch of another try',
      'try { try { log(1); } catch { await SETTLED; } } catch { log(2); }',
      'none',
    ],
    [
      'in the catch of a try that cannot throw',
      'try { try { console.log(1); } catch { await SETTLED; } } catch { log(2); }',
      'catch { log(2); }',
    ],
    [
      'in a finally, with a try around',
      'try { try {} finally { await SETTLED; } } catch { log(2); }',
      'catch { log(2); }',
    ],
  ),
);

catalogue(
  'which handler never runs?',
  askedOfCall(
    (program, call) => deadHandlerOf(program, call)?.getText() ?? 'none',
  ),
  of(
    ['a handler', 'SETTLED.catch(log);', 'log'],
    ['the second handler of then', 'SETTLED.then(anything, log);', 'log'],
    ['the first handler of then', 'SETTLED.then(log);', 'none'],
    ['finally', 'SETTLED.finally(log);', 'none'],
    ['a method that is not called', 'log(SETTLED.catch);', 'none'],
    ['an await', 'await SETTLED;', 'none'],
    ['a name', 'const all = SETTLED; all.catch(log);', 'none'],
    ['another combinator', 'ALL.catch(log);', 'none'],
    [
      'another combinator that cannot reject',
      'Promise.all([1]).catch(log);',
      'none',
    ],
    [
      'what is not known to be a list',
      'Promise.allSettled(anything).catch(log);',
      'none',
    ],
  ),
);

catalogue(
  'which return leaves a try too early?',
  askedOfCall((program, call) => {
    const found = earlyReturnOf(program, call);
    return found === undefined
      ? 'none'
      : `${found.returned.getText().replace(/\[.*\]/u, '')} skips ${found.skips}`;
  }),
  of(
    [
      'a return',
      'export async function f() { try { return ALL; } catch { log(1); } }',
      'Promise.all() skips catch',
    ],
    [
      'a return that waits',
      'export async function f() { try { return await ALL; } catch { log(1); } }',
      'none',
    ],
    [
      'a return of a chain',
      'export async function f() { try { return ALL.then(String); } catch { log(1); } }',
      'Promise.all().then(String) skips catch',
    ],
    [
      'a return of a chain that handles it',
      'export async function f() { try { return ALL.catch(() => 1); } catch { log(1); } }',
      'none',
    ],
    [
      'a return of a choice',
      'export async function f() { try { return isReady ? ALL : undefined; } catch { log(1); } }',
      'isReady ? Promise.all() : undefined skips catch',
    ],
    [
      'a return of a member of a chain',
      'export async function f() { try { return ALL.then; } catch { log(1); } }',
      'none',
    ],
    [
      'a return outside of functions',
      'try { return ALL; } finally { log(1); }',
      'none',
    ],
    [
      'a return without try',
      'export async function f() { return ALL; }',
      'none',
    ],
    [
      'a return of a function that is not async',
      'export function f() { try { return ALL; } catch { log(1); } }',
      'none',
    ],
    [
      'a finally of a function that is not async',
      'export function f() { try { return ALL; } finally { log(1); } }',
      'Promise.all() skips finally',
    ],
    [
      'an empty finally',
      'export async function f() { try { return ALL; } finally { } }',
      'none',
    ],
    [
      'a return in a catch',
      'export async function f() { try { log(1); } catch { return ALL; } }',
      'none',
    ],
    [
      'a return in a catch, with a finally',
      'export async function f() { try { log(1); } catch { return ALL; } finally { log(2); } }',
      'Promise.all() skips finally',
    ],
    [
      'a return in a try in a try',
      'export async function f() { try { try { return ALL; } finally { } } catch { log(1); } }',
      'Promise.all() skips catch',
    ],
    [
      'an arrow',
      'export async function f() { try { log(() => ALL); } catch { log(1); } }',
      'none',
    ],
    [
      'an async arrow',
      'export async function f() { try { log(async () => ALL); } catch { log(1); } }',
      'none',
    ],
    [
      'a return of an async arrow in a try',
      'export async function f() { try { log(async () => { return ALL; }); } catch { log(1); } }',
      'none',
    ],
    [
      'a return of what cannot reject',
      'export async function f() { try { return SETTLED; } catch { log(1); } }',
      'none',
    ],
    [
      'a return of what cannot reject, with a finally',
      'export async function f() { try { return SETTLED; } catch { log(1); } finally { log(2); } }',
      'Promise.allSettled() skips finally',
    ],
    [
      'a return in a finally',
      'export async function f() { try { log(1); } catch { log(2); } finally { return ALL; } }',
      'none',
    ],
    [
      'a combinator in a list that is returned',
      'export async function f() { try { return [ALL]; } catch { log(1); } }',
      'none',
    ],
  ),
);

catalogue(
  'which promise is dropped in a try?',
  askedOfCall((program, call) =>
    isDroppedInTry(fateOf(program, call.node)) ? 'dropped' : 'not',
  ),
  of(
    ['a statement', 'try { ALL; } catch { log(1); }', 'dropped'],
    ['a statement without try', 'ALL;', 'not'],
    ['a statement with a finally', 'try { ALL; } finally { log(1); }', 'not'],
    ['a statement in a catch', 'try { log(1); } catch { ALL; }', 'not'],
    ['an await', 'try { await ALL; } catch { log(1); }', 'not'],
    ['a handled one', 'try { ALL.catch(log); } catch { log(1); }', 'not'],
    [
      'a name that nobody uses',
      'try { const all = ALL; } catch { log(1); }',
      'dropped',
    ],
    [
      'one that is marked with void',
      'try { void ALL; } catch { log(1); }',
      'not',
    ],
    ['a chain', 'try { ALL.then(log); } catch { log(1); }', 'dropped'],
    [
      'a callback that returns it',
      'try { items.forEach(() => ALL); } catch { log(1); }',
      'not',
    ],
    [
      'a function whose promise is dropped',
      'async function f() { await ALL; } try { f(); } catch { log(1); }',
      'not',
    ],
    [
      'one that is given to an unseen function',
      'try { anything(ALL); } catch { log(1); }',
      'not',
    ],
  ),
);
