import { reportsItself } from '../../../src/analysis/swallowed/reported-failures.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'does what starts a member tell of its failure?',
  asked((program, start) =>
    reportsItself(program, start) ? 'told' : 'not told',
  ),
  [
    ['a call that cannot be seen', 'ask(load());', 'not told'],
    ['a promise by its name', 'const p = load(); ask(p);', 'not told'],

    // Chains.
    ['a handler', 'ask(load().catch((error) => log(error)));', 'told'],
    [
      'a handler without a parameter',
      'ask(load().catch(() => log()));',
      'not told',
    ],
    [
      'a handler that does not use its parameter',
      'ask(load().catch((error) => log()));',
      'not told',
    ],
    [
      'a catch that hands on something else',
      'ask((async () => { try { await load(); } catch (error) { anything([1]); } })());',
      'not told',
    ],
    [
      'a handler that takes the error apart',
      'ask(load().catch(({ message }) => log(message)));',
      'told',
    ],
    [
      'a handler that takes apart what it does not use',
      'ask(load().catch(({ message }) => log()));',
      'not told',
    ],
    [
      'a handler that takes more than one thing',
      'ask(load().catch(([, { code }]) => log(code)));',
      'told',
    ],
    [
      'the second handler of then',
      'ask(load().then(log, (error) => log(error)));',
      'told',
    ],
    [
      'only the first handler of then',
      'ask(load().then((text) => log(text)));',
      'not told',
    ],
    [
      'a handler that cannot be seen',
      'declare function report(error: unknown): never; ask(load().catch(report));',
      'not told',
    ],
    [
      'a handler by its name',
      'function report(error: unknown) { log(error); } ask(load().catch(report));',
      'told',
    ],
    [
      'a handler before finally',
      'ask(load().catch((error) => { log(error); throw error; }).finally(log));',
      'told',
    ],
    ['a finally alone', 'ask(load().finally(log));', 'not told'],
    [
      'a handler before then',
      'ask(load().catch((error) => { log(error); throw error; }).then(log));',
      'told',
    ],
    [
      'a rejection from the start',
      "ask(Promise.reject(new Error('no')));",
      'not told',
    ],

    // What is done with the error.
    [
      'only rethrown',
      'ask(load().catch((error) => { throw error; }));',
      'not told',
    ],
    [
      'only wrapped',
      "ask(load().catch((error) => { throw new Error('no', { cause: error }); }));",
      'not told',
    ],
    [
      'told, then rethrown',
      'ask(load().catch((error) => { log(error); throw error; }));',
      'told',
    ],
    [
      'in an object',
      'ask(load().catch((error) => { log({ id: 1, error }); }));',
      'told',
    ],
    [
      'told in a branch',
      'ask(load().catch((error) => { if (isReady) log(error); }));',
      'told',
    ],
    [
      'told by what is called for a method',
      'declare function report(value?: unknown): Promise<void>; ask(load().catch((error) => { report(error).finally(); }));',
      'told',
    ],
    [
      'a method of what is called without it',
      'declare function report(value?: unknown): Promise<void>; ask(load().catch((error) => { report().finally(); }));',
      'not told',
    ],
    [
      'kept',
      'let last: unknown; ask(load().catch((error) => { last = error; }));',
      'told',
    ],
    [
      'added to a text',
      "let text = ''; ask(load().catch((error) => { text += error.message; }));",
      'told',
    ],
    [
      'something else that is kept',
      'let failed = 0; ask(load().catch((error) => { failed += 1; }));',
      'not told',
    ],
    [
      'only compared',
      'ask(load().catch((error) => error === undefined));',
      'not told',
    ],
    [
      'under another name',
      'ask(load().catch((error) => { const { message } = error; return message; }));',
      'told',
    ],
    [
      'another name for something else',
      'ask(load().catch((error) => { const tries = 1; let rest; return tries; }));',
      'not told',
    ],

    // Bodies.
    [
      'a try in the function that is called',
      `
async function save() {
  try { await load(); } catch (error) { log(error); throw error; }
}
ask(save());`,
      'told',
    ],
    [
      'a try without a name for the error',
      `
async function save() {
  try { await load(); } catch { log(); throw new Error(); }
}
ask(save());`,
      'not told',
    ],
    [
      'a catch that takes the error apart',
      `
async function save() {
  try { await load(); } catch ({ message }: any) { log(message); throw new Error(); }
}
ask(save());`,
      'told',
    ],
    [
      'no promise at all',
      'async function save() { log(); } ask(save());',
      'not told',
    ],
    [
      'one of two promises',
      `
async function save() {
  try { await load(1); } catch (error) { log(error); }
  await load(2);
}
ask(save());`,
      'not told',
    ],
    [
      'two promises, of which one never rejects',
      `
async function save() {
  try { await load(1); } catch (error) { log(error); throw error; }
  await Promise.resolve(2);
}
ask(save());`,
      'told',
    ],
    [
      'a finally within the try',
      `
async function save() {
  try {
    try { await load(); } finally { log(); }
  } catch (error) { log(error); throw error; }
}
ask(save());`,
      'told',
    ],
    [
      'a silent try within the try',
      `
async function save() {
  try {
    try { await load(); } catch { throw new Error(); }
  } catch (error) { log(error); throw error; }
}
ask(save());`,
      'told',
    ],
    [
      'a finally alone in the body',
      `
async function save() {
  try { await load(); } finally { log(); }
}
ask(save());`,
      'not told',
    ],
    [
      'what is thrown in a try',
      `
async function save() {
  try { throw new Error('no'); } catch (error) { log(error); throw error; }
}
ask(save());`,
      'told',
    ],
    [
      'what is thrown without a try',
      "async function save() { throw new Error('no'); } ask(save());",
      'not told',
    ],
    [
      'what the catch waits for',
      `
async function save() {
  try { await load(); } catch (error) { await load(error); }
}
ask(save());`,
      'told',
    ],
    [
      'a promise that another function waits for',
      `
async function save() {
  try { await load(); } catch (error) { log(error); }
  log(async () => { await load(); });
}
ask(save());`,
      'told',
    ],
    [
      'a return in a try, which does not wait',
      `
async function save() {
  try { return load(); } catch (error) { log(error); throw error; }
}
ask(save());`,
      'not told',
    ],
    [
      'a return in a try that waits',
      `
async function save() {
  try { return await load(); } catch (error) { log(error); throw error; }
}
ask(save());`,
      'told',
    ],
    [
      'a return of a chain',
      `
function save() {
  return load().catch((error) => { log(error); throw error; });
}
ask(save());`,
      'told',
    ],
    [
      'an expression of an arrow',
      'const save = () => load().catch((error) => { log(error); throw error; }); ask(save());',
      'told',
    ],
    [
      'an awaited expression of an arrow',
      'const save = async () => await load().catch((error) => { log(error); throw error; }); ask(save());',
      'told',
    ],
    [
      'an awaited expression that nobody handles',
      'const save = async () => await load(); ask(save());',
      'not told',
    ],
    [
      'a callback',
      'ask(async () => { try { await load(); } catch (error) { log(error); throw error; } });',
      'told',
    ],

    // Functions that call each other.
    [
      'the fourth function on the way',
      `
async function a() { await b(); }
async function b() { await c(); }
async function c() { await d(); }
async function d() { try { await load(); } catch (error) { log(error); throw error; } }
ask(a());`,
      'told',
    ],
    [
      'the fifth function on the way',
      `
async function a() { await b(); }
async function b() { await c(); }
async function c() { await d(); }
async function d() { await e(); }
async function e() { try { await load(); } catch (error) { log(error); throw error; } }
ask(a());`,
      'not told',
    ],
    [
      'a function that calls itself',
      'async function again() { await load(); await again(); } ask(again());',
      'not told',
    ],
  ],
);
