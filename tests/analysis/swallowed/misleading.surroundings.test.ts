import { memberStartsOf } from '../../../src/analysis/swallowed/member-starts.ts';
import {
  evidenceOf,
  mayBeLost,
} from '../../../src/analysis/swallowed/misleading.ts';
import { resultUseOf } from '../../../src/analysis/swallowed/result-uses.ts';
import { askedOfCall, catalogue } from '../asked.ts';

catalogue(
  'which catch waits for a rejection that never comes?',
  askedOfCall((program, call) => {
    const found = evidenceOf(program, call, resultUseOf(program, call));
    return found === undefined ? 'none' : `${found.kind} ${found.at.getText()}`;
  }),
  [
    [
      'the catch around two members',
      'export async function run() { try { await Promise.allSettled([load(1), load(2)]); } catch (error) { log(error); } }',
      'catch catch (error) { log(error); }',
    ],
    [
      'the catch around members and other work',
      'export async function run() { try { await Promise.allSettled([load(1), load(2)]); await load(3); } catch (error) { log(error); } }',
      'none',
    ],
    [
      'the catch around the members of a list and another call of what they call',
      'export async function run() { try { await Promise.allSettled(items.map((item) => load(item))); await load(3); } catch (error) { log(error); } }',
      'sibling load(3)',
    ],
    [
      'the catch around members and calls that nothing waits for',
      'export async function run() { try { log(1); await Promise.allSettled([load(1), load(2)]); } catch (error) { log(error); } }',
      'catch catch (error) { log(error); }',
    ],
    [
      'the catch around members of a list that a pattern takes from what is awaited',
      'declare function read(): Promise<{ ids: string[] }>; export async function run() { try { const { ids } = await read(); await Promise.allSettled(ids.map((id) => load(id))); } catch (error) { log(error); } }',
      'catch catch (error) { log(error); }',
    ],
    [
      'the catch around work of the one that does the work of the members, and other work',
      'export async function run() { try { await anything.db.open(); await load(1); await Promise.allSettled([anything.db.send().then(() => load(2))]); } catch (error) { log(error); } }',
      'catch catch (error) { log(error); }',
    ],
    [
      'the catch around work of the one that does all work',
      'export async function run() { try { await anything.open(); await load(1); await Promise.allSettled([anything.send().then(() => load(2))]); } catch (error) { log(error); } }',
      'none',
    ],
    [
      'a catch that answers with the number of a failure',
      'export async function run() { try { await Promise.allSettled([load(1)]); } catch (error) { anything.status(500); } }',
      'catch catch (error) { anything.status(500); }',
    ],
    [
      'a catch that asks whether something is invalid',
      'export async function run() { try { await Promise.allSettled([load(1)]); } catch (error: any) { if (error.invalid) log(error); } }',
      'none',
    ],
    [
      'a catch that throws again',
      'export async function run() { try { await Promise.allSettled([load(1)]); } catch (error) { throw error; } }',
      'none',
    ],
    [
      'a catch around a function that is called elsewhere',
      'try { log(() => Promise.allSettled([load(1)])); } catch (error) { log(error); }',
      'none',
    ],
    [
      'a catch in teardown',
      'export async function close() { try { await Promise.allSettled([load(1)]); } catch (error) { log(error); } }',
      'none',
    ],
  ],
);

catalogue(
  'may a rejection be lost where the starts of the members are not known?',
  askedOfCall((program, call) =>
    mayBeLost(program, call, undefined) ? 'yes' : 'no',
  ),
  [
    [
      'promises of a parameter',
      'export async function run(jobs: Promise<string>[]) { await Promise.allSettled(jobs); }',
      'yes',
    ],
    ['values', 'await Promise.allSettled([1, 2]);', 'no'],
    ['any', 'await Promise.allSettled(anything);', 'no'],
    ['what cannot be resolved', 'await Promise.allSettled([missing()]);', 'no'],
    [
      'promises that something else throws',
      'export async function run(jobs: Promise<string>[]) { await Promise.allSettled(jobs); await Promise.all(jobs); }',
      'no',
    ],
  ],
);

catalogue(
  'may a rejection be lost where they are?',
  askedOfCall((program, call) =>
    mayBeLost(program, call, memberStartsOf(program, call)) ? 'yes' : 'no',
  ),
  [
    ['a call', 'await Promise.allSettled([load(1)]);', 'yes'],
    [
      'a call that cannot be resolved',
      'await Promise.allSettled([missing()]);',
      'yes',
    ],
    [
      'a call that cannot be resolved beside one of type any',
      'await Promise.allSettled([missing(), anything.send()]);',
      'yes',
    ],
    [
      'a call of type any',
      'await Promise.allSettled([anything.send()]);',
      'no',
    ],
    [
      'what cannot be rejected',
      'await Promise.allSettled([Promise.resolve(1)]);',
      'no',
    ],
    [
      'a call that cannot be resolved, whose rejection is dropped',
      'await Promise.allSettled([missing().catch(() => {})]);',
      'no',
    ],
    [
      'calls that all tell themselves',
      'await Promise.allSettled([load(1).catch((error) => { log(error); throw error; })]);',
      'no',
    ],
    [
      'promises of which each is awaited too',
      'const one = load(1); await Promise.allSettled([one]); log(await one);',
      'no',
    ],
  ],
);
