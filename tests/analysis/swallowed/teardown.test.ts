import { memberStartsOf } from '../../../src/analysis/swallowed/member-starts.ts';
import {
  isAftermath,
  isTeardown,
} from '../../../src/analysis/swallowed/teardown.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** `SETTLED` stands for settled results of work that takes nothing down. */
function settled(text: string): string {
  return text.replace(
    'SETTLED',
    'await Promise.allSettled(items.map((item) => load(item)))',
  );
}

catalogue(
  'is something taken down?',
  askedOfCall((program, call) =>
    isTeardown(call.node, {
      starts: memberStartsOf(program, call)?.starts ?? [],
    })
      ? 'yes'
      : 'no',
  ),
  [
    // By the function around.
    ['the top level', settled('SETTLED;'), 'no'],
    ['a function', settled('async function run() { SETTLED; }'), 'no'],
    [
      'a function by its name',
      settled('async function closeAll() { SETTLED; }'),
      'yes',
    ],
    [
      'a function in one with such a name',
      settled(
        'async function closeAll() { await (async () => { SETTLED; })(); }',
      ),
      'yes',
    ],
    [
      'a method',
      settled(
        'class A { async [Symbol.asyncDispose]() {} async dispose() { SETTLED; } }',
      ),
      'yes',
    ],
    ['another method', settled('class A { async run() { SETTLED; } }'), 'no'],
    [
      'a function on the spot that is given a signal',
      settled("(async (signal: string) => { SETTLED; })('SIGTERM');"),
      'no',
    ],
    ['a constant', settled('const stop = async () => { SETTLED; };'), 'yes'],
    ['another constant', settled('const go = async () => { SETTLED; };'), 'no'],
    ['a property', settled('log({ stop: async () => { SETTLED; } });'), 'yes'],
    [
      'another property',
      settled('log({ go: async () => { SETTLED; } });'),
      'no',
    ],
    ['a field', settled('class A { stop = async () => { SETTLED; }; }'), 'yes'],
    [
      'another field',
      settled('class A { go = async () => { SETTLED; }; }'),
      'no',
    ],
    [
      'an assignment',
      settled('anything.onClose = async () => { SETTLED; };'),
      'yes',
    ],
    [
      'another assignment',
      settled('anything.onOpen = async () => { SETTLED; };'),
      'no',
    ],
    [
      'a choice beside such a name',
      settled('log(anything.close || (async () => { SETTLED; }));'),
      'yes',
    ],

    // By the call around.
    [
      'a hook',
      settled(
        'declare function afterAll(f: () => void): void; afterAll(async () => { SETTLED; });',
      ),
      'yes',
    ],
    [
      'another hook',
      settled(
        'declare function beforeAll(f: () => void): void; beforeAll(async () => { SETTLED; });',
      ),
      'no',
    ],
    [
      'a hook by such a word',
      settled('anything.onCleanup(async () => { SETTLED; });'),
      'yes',
    ],
    [
      'a signal',
      settled("anything.on('SIGTERM', async () => { SETTLED; });"),
      'yes',
    ],
    [
      'a signal in a text',
      settled("anything.on('SIGnal', async () => { SETTLED; });"),
      'no',
    ],
    [
      'an event',
      settled("anything.on('close', async () => { SETTLED; });"),
      'yes',
    ],
    [
      'another event',
      settled("anything.on('open', async () => { SETTLED; });"),
      'no',
    ],
    [
      'an event by a name',
      settled('anything.on(close, async () => { SETTLED; });'),
      'no',
    ],
    [
      'a function that is called at once',
      settled('(async () => { SETTLED; })();'),
      'no',
    ],
    [
      'a call without a name',
      settled('anything[0](async () => { SETTLED; });'),
      'no',
    ],

    // By the members.
    [
      'members',
      'await Promise.allSettled([anything.close(), anything.stop()]);',
      'yes',
    ],
    [
      'one of two members',
      'await Promise.allSettled([anything.close(), anything.send()]);',
      'no',
    ],
    [
      'async members',
      'await Promise.allSettled(items.map(async (item) => { log(item); await anything.close(item); }));',
      'yes',
    ],
    [
      'async members that wait for something else too',
      'await Promise.allSettled(items.map(async (item) => { await load(); await anything.close(item); }));',
      'no',
    ],
    [
      'async members that return it',
      'await Promise.allSettled(items.map(async (item) => { return anything.close(item); }));',
      'yes',
    ],
    [
      'async members that are it',
      'await Promise.allSettled(items.map(async (item) => anything.close(item)));',
      'yes',
    ],
    [
      'async members that wait for nothing',
      'await Promise.allSettled(items.map(async (item) => { anything.close(item); }));',
      'no',
    ],
    [
      'a member without a name',
      'await Promise.allSettled([anything[0]()]);',
      'no',
    ],
  ],
);

catalogue(
  'did something fail already, or is it over?',
  askedOfCall((_program, call) => (isAftermath(call.node) ? 'yes' : 'no')),
  [
    ['the top level', settled('SETTLED;'), 'no'],
    ['a try', settled('try { SETTLED; } catch {}'), 'no'],
    ['a catch', settled('try { log(); } catch { SETTLED; }'), 'yes'],
    ['a finally', settled('try { log(); } finally { SETTLED; }'), 'yes'],
    [
      'a function in a catch',
      settled('try { log(); } catch { log(async () => { SETTLED; }); }'),
      'yes',
    ],
    ['a handler', settled('load().catch(async () => { SETTLED; });'), 'yes'],
    [
      'a handler in parentheses',
      settled('load().catch((async function () { SETTLED; }));'),
      'yes',
    ],
    [
      'another argument of a handler',
      settled('anything.catch(log, async () => { SETTLED; });'),
      'no',
    ],
    [
      'what comes finally',
      settled('load().finally(async () => { SETTLED; });'),
      'yes',
    ],
    [
      'the first callback of then',
      settled('load().then(async () => { SETTLED; });'),
      'no',
    ],
    [
      'the second callback of then',
      settled('load().then(log, async () => { SETTLED; });'),
      'yes',
    ],
    [
      'the second callback of another method',
      settled('anything.on(log, async () => { SETTLED; });'),
      'no',
    ],
    [
      'a function that is called by nobody here',
      settled('const run = async () => { SETTLED; };'),
      'no',
    ],
    ['a method', settled('class A { async catch() { SETTLED; } }'), 'no'],
  ],
);
