import { memberStartsOf } from '../../../src/analysis/swallowed/member-starts.ts';
import { reportedSiblingOf } from '../../../src/analysis/swallowed/reported-siblings.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

const SETTLED = 'await Promise.allSettled(items.map((item) => load(item)))';

/** Cases that say `SETTLED` for settled results of `load`. */
function of(...cases: Case[]): Case[] {
  return cases.map(([name, text, answer]) => [
    name,
    text.replaceAll('SETTLED', SETTLED),
    answer,
  ]);
}

function sibling(mayReject: boolean): Parameters<typeof catalogue>[1] {
  return askedOfCall((program, call) => {
    const { starts, lists } = memberStartsOf(program, call) ?? {
      starts: [],
      lists: [],
    };
    const found = reportedSiblingOf(
      program,
      call,
      { starts, lists },
      mayReject,
    );
    return found === undefined
      ? 'none'
      : `${found.name}: ${found.at.getText()}`;
  });
}

catalogue(
  'where is a failure of the same call reported?',
  sibling(true),
  of(
    ['nowhere', 'SETTLED; await load(1);', 'none'],
    [
      'of what is not declared',
      'await Promise.allSettled([missing(1)]); try { await missing(2); } catch (error) { log(error); }',
      'none',
    ],
    [
      'in a try',
      'SETTLED; try { await load(1); } catch (error) { log(error); }',
      'load: load(1)',
    ],
    [
      'in a try that drops it',
      'SETTLED; try { await load(1); } catch { log(); }',
      'none',
    ],
    [
      'in a try of another function',
      'SETTLED; log(async () => { try { await load(1); } catch (error) { log(error); } });',
      'none',
    ],
    [
      'by a chain',
      'SETTLED; load(1).catch((error) => log(error));',
      'load: load(1)',
    ],
    [
      'by a chain that drops it',
      'SETTLED; load(1).catch(() => log());',
      'none',
    ],
    [
      'by a chain without a handler',
      'SETTLED; load(1).then((text) => log(text));',
      'none',
    ],
    [
      'by a handler that cannot be seen',
      'SETTLED; load(1).catch(log);',
      'none',
    ],
    [
      'by the second handler of then',
      'SETTLED; load(1).then(log, (error) => log(error));',
      'load: load(1)',
    ],
    [
      'by what comes finally',
      'SETTLED; load(1).finally(() => log(1));',
      'none',
    ],
    ['a method that is not called', 'SETTLED; log(load(1).catch);', 'none'],
    [
      'handed on',
      'SETTLED; log(load(1), (error: unknown) => log(error));',
      'none',
    ],
    [
      'a call of something else',
      'declare function save(): Promise<void>; SETTLED; save().catch((error) => log(error));',
      'none',
    ],
    [
      'an argument of such a call',
      'declare function save(f: unknown): Promise<void>; SETTLED; save(load).catch((error) => log(error));',
      'none',
    ],
    [
      'a call among the members themselves',
      'await Promise.allSettled([load(1), load(2).catch((error) => log(error))]);',
      'none',
    ],
    [
      'members that report',
      'await Promise.allSettled([load(1).catch((error) => log(error))]); load(2).catch((error) => log(error));',
      'none',
    ],
    [
      'async members that report',
      'await Promise.allSettled(items.map(async (item) => { try { await load(item); } catch (error) { log(error); } })); load(2).catch((error) => log(error));',
      'none',
    ],
    [
      'async members with a catch that drops it',
      'await Promise.allSettled(items.map(async (item) => { try { await load(item); } catch {} })); load(2).catch((error) => log(error));',
      'none',
    ],
    [
      'async members',
      'await Promise.allSettled(items.map(async (item) => { await load(item); })); load(2).catch((error) => log(error));',
      'load: load(2)',
    ],
    [
      'async members that return it',
      'await Promise.allSettled(items.map(async (item) => { return load(item); })); load(2).catch((error) => log(error));',
      'load: load(2)',
    ],
    [
      'async members that do not wait for it',
      'await Promise.allSettled(items.map(async (item) => { load(item); })); load(2).catch((error) => log(error));',
      'none',
    ],
    [
      'a method',
      'declare const api: { load(id: number): Promise<void> }; await Promise.allSettled(items.map(() => api.load(1))); api.load(2).catch((error) => log(error));',
      'load: api.load(2)',
    ],
    [
      'members without a name',
      'await Promise.allSettled([anything[0]()]); anything[0]().catch((error: unknown) => log(error));',
      'none',
    ],

    // Members of other combinators.
    [
      'one member of another combinator',
      'SETTLED; export const other = () => Promise.all(items.map((item) => load(item).catch((error) => log(error))));',
      'none',
    ],
    [
      'members of two other combinators',
      `
SETTLED;
export const one = () => Promise.all(items.map((item) => load(item).catch((error) => log(error))));
export const two = () => Promise.all(items.map((id) => load(id).catch((error) => log(error))));`,
      'load: load(item)',
    ],
    [
      'calls in two other functions',
      `
SETTLED;
export const one = () => items.map((item) => load(item).catch((error) => log(error)));
export const two = () => items.map((id) => load(id).catch((error) => log(error)));`,
      'none',
    ],
    [
      'calls in two functions that are no callbacks',
      `
SETTLED;
export const one = () => load(1).catch((error) => log(error));
export const two = () => load(2).catch((error) => log(error));`,
      'none',
    ],
  ),
);

catalogue(
  'where is a failure reported that is not obvious?',
  sibling(false),
  of(
    ['beside it', 'SETTLED; load(1).catch((error) => log(error));', 'none'],
    [
      'members of two other combinators, of what cannot be seen',
      `
SETTLED;
export const one = () => Promise.all(items.map((item) => load(item).catch((error) => log(error))));
export const two = () => Promise.all(items.map((id) => load(id).catch((error) => log(error))));`,
      'none',
    ],
    [
      'members of two other combinators, of what may throw',
      `
async function check(id: string) { JSON.parse(id); }
await Promise.allSettled(items.map((item) => check(item)));
export const one = () => Promise.all(items.map((item) => check(item).catch((error) => log(error))));
export const two = () => Promise.all(items.map((id) => check(id).catch((error) => log(error))));`,
      'check: check(item)',
    ],
    [
      'members of two other combinators, of what may not throw',
      `
async function check(id: string) { return 1; }
await Promise.allSettled(items.map((item) => check(item)));
export const one = () => Promise.all(items.map((item) => check(item).catch((error) => log(error))));
export const two = () => Promise.all(items.map((id) => check(id).catch((error) => log(error))));`,
      'none',
    ],
  ),
);
