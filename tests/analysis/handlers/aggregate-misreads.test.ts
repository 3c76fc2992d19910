import { describe, expect, it } from 'vitest';

import { misreadsIn } from '../asked.ts';

const ANY = 'Promise.any([load(1), load(2)])';

/** A `catch` around the await, with the given block. */
const caught = (block: string): string =>
  `try { await ${ANY}; } catch (e: any) { ${block} }`;

describe('what a handler does with the error', () => {
  it.each([
    ['its message is read', 'log(e.message);', 'message'],
    [
      'its message is searched',
      `if (e.message.includes('404')) log();`,
      'message',
    ],
    ['it is made a text', 'log(`${e}`);', 'message'],
    ['it is made a text by String', 'log(String(e));', 'message'],
    ['it is made a text by toString', 'log(e.toString());', 'message'],
    ['it is made a text by +', `log('failed: ' + e);`, 'message'],
    [
      'it is read by another name',
      'const err = e as Error; log(err.message);',
      'message',
    ],
    [
      'its class is asked for',
      'if (e instanceof TypeError) log();',
      'instanceof',
    ],
    [
      'several classes are asked for',
      'if (e instanceof TypeError || e instanceof RangeError) log();',
      'instanceof instanceof',
    ],
    ['Error is asked for', 'if (e instanceof Error) log();', ''],
    ['its name is compared', `if (e.name === 'AbortError') log();`, 'name'],
    ['its name is logged', 'log(e.name);', ''],
    ['a property is read', 'log(e.code);', 'property'],
    [
      'a property and the message',
      'log(e.response?.data ?? e.message);',
      'property',
    ],
    ['a property is written', 'e.retried = true; throw e;', ''],
    [
      'a function throws a new error',
      `log(() => { throw new Error('failed'); });`,
      '',
    ],
    ['a new error takes its place', `throw new Error('failed');`, 'replaced'],
    ['a new error says its message', 'throw new Error(e.message);', 'message'],
    [
      'a new error has it as its cause',
      'throw new Error(e.message, { cause: e });',
      '',
    ],
    ['it is logged whole', 'log(e, e.message);', ''],
    [
      'it is logged whole, and its class decides',
      'log(e); if (e instanceof TypeError) log();',
      'instanceof',
    ],
    ['its errors are read', 'log(e.errors, e.message);', ''],
    ['it is tested for being there', 'if (e) log();', ''],
  ])('%s', (_name, block, expected) => {
    expect(misreadsIn(caught(block))).toBe(expected);
  });
});

describe('which handler sees the error', () => {
  it.each([
    [
      'the catch around the await',
      `try { await ${ANY}; } catch (e: any) { log(e.message); }`,
      'message',
    ],
    [
      'the catch around a return with await',
      `async function f() { try { return await ${ANY}; } catch (e: any) { log(e.message); } }`,
      'message',
    ],
    [
      'the catch around a return without await',
      `async function f() { try { return ${ANY}; } catch (e: any) { log(e.message); } }`,
      '',
    ],
    [
      'the catch around the await of a name',
      `const p = ${ANY};\ntry { await p; } catch (e: any) { log(e.message); }`,
      'message',
    ],
    [
      'a catch that several awaits share',
      `try { await ${ANY}; await load(); } catch (e: any) { log(e.message); }`,
      '',
    ],
    ['the handler of catch', `${ANY}.catch((e) => log(e.message));`, 'message'],
    [
      'the handler of catch after then',
      `${ANY}.then((v) => v.length).catch((e) => log(e.message));`,
      'message',
    ],
    [
      'the handler of catch after a then that returns a promise',
      `${ANY}.then((v) => load(v)).catch((e) => log(e.message));`,
      '',
    ],
    [
      'the handler of catch after finally',
      `${ANY}.finally(() => log()).catch((e) => log(e.message));`,
      'message',
    ],
    [
      'the second argument of then',
      `${ANY}.then(log, (e) => log(e.message));`,
      'message',
    ],
    [
      'the handler after a handler',
      `${ANY}.catch(() => 1).catch((e) => log(e.message));`,
      '',
    ],
    [
      'a handler inside the try',
      `try { await ${ANY}.catch(() => 1); } catch (e: any) { log(e.message); }`,
      '',
    ],
    [
      'a class beside a call that may throw',
      `try { JSON.parse(await ${ANY}); } catch (e) { if (e instanceof SyntaxError) log(); }`,
      '',
    ],
    [
      'a class after a then that may throw',
      `${ANY}.then((v) => JSON.parse(v) as number).catch((e) => { if (e instanceof SyntaxError) log(); });`,
      '',
    ],
    [
      'another combinator',
      `try { await Promise.all([load()]); } catch (e: any) { log(e.message); }`,
      '',
    ],
  ])('%s', (_name, text, expected) => {
    expect(misreadsIn(text)).toBe(expected);
  });
});
