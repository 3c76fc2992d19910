import { handMadeMembersOf } from '../../../src/analysis/swallowed/hand-made-settling.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** Values that the members give, `of` them. */
function read(members: string): string {
  return `export const all = await Promise.all(${members});`;
}

/** A helper that awaits the promise `it` of a member in a `try`, and a list of which it is called with each. */
function helped(body: string, parameters = 'it: Promise<string>'): string {
  return `const settle = async (${parameters}): Promise<unknown> => { ${body} }; export const all = await Promise.all(items.map((item) => settle(load(item))));`;
}

const question = askedOfCall((program, call) => {
  const members = handMadeMembersOf(program, call);
  return members === undefined
    ? 'no'
    : members
        .map(({ chain, fallback }) =>
          [
            chain === undefined ? 'helper' : 'chain',
            fallback.kind,
            ...(fallback.kind === 'value' ? [fallback.text] : []),
          ].join(' '),
        )
        .join(', ');
});

catalogue('what do members make of their rejections?', question, [
  // The input.
  ['no handler', read('[load(1)]'), 'no'],
  ['a value', read('[load(1).catch(() => null)]'), 'chain value null'],
  [
    'two members',
    read('[load(1).catch(() => null), load(2).catch(() => {})]'),
    'chain value null, chain value ',
  ],
  ['one of two members', read('[load(1).catch(() => null), load(2)]'), 'no'],
  ['no members', read('[]'), 'no'],
  ['any', read('anything'), 'no'],
  [
    'values that nothing reads',
    'await Promise.all([load(1).catch(() => null)]);',
    'no',
  ],
  [
    'another combinator',
    'export const all = await Promise.race([load(1).catch(() => null)]);',
    'no',
  ],
  [
    'a list by its name',
    'declare const given: Promise<string>[]; export const all = await Promise.all(given);',
    'no',
  ],
  [
    'another method',
    read('items.flatMap((item) => [load(item).catch(() => null)])'),
    'no',
  ],
  [
    'a callback',
    read('items.map((item) => load(item).catch(() => null))'),
    'chain value null',
  ],
  [
    'an async callback',
    read('items.map(async (item) => await load(item).catch(() => null))'),
    'chain value null',
  ],
  [
    'a callback with a branch that has no handler',
    read(
      'items.map((item) => { if (isReady) return load(item); return load(item).catch(() => null); })',
    ),
    'no',
  ],
  ['a callback that cannot be seen', read('items.map(load)'), 'no'],
  ['a callback that returns no call', read('items.map((item) => item)'), 'no'],
  [
    'a callback by its name',
    `const quiet = (item: string) => load(item).catch(() => null); ${read('items.map(quiet)')}`,
    'helper value null',
  ],
  [
    'a callback by its name without a handler',
    `const call = (item: string) => load(item); ${read('items.map(call)')}`,
    'no',
  ],

  // Helpers.
  [
    'a helper that chains on what it is given',
    `const quiet = (p: Promise<string>) => p.catch(() => null); ${read('[quiet(load(1))]')}`,
    'helper value null',
  ],
  [
    'a helper that waits for it',
    `const quiet = async (p: Promise<string>) => await p.catch(() => null); ${read('[quiet(load(1))]')}`,
    'helper value null',
  ],
  [
    'a helper that chains on it behind another chain',
    `const quiet = (p: Promise<string>) => p.finally(log).catch(() => null); ${read('[quiet(load(1))]')}`,
    'helper value null',
  ],
  [
    'a helper that chains on something of its own',
    `const quiet = () => load(1).catch(() => null); ${read('[quiet()]')}`,
    'no',
  ],
  [
    'a helper that chains on something else by its name',
    `const p = load(1); const quiet = (id: number) => p.catch(() => null); ${read('[quiet(1)]')}`,
    'no',
  ],
  [
    'a helper with a branch',
    `const quiet = (p: Promise<string>) => { if (isReady) return p.catch(() => null); return p.catch(() => ''); }; ${read('[quiet(load(1))]')}`,
    'no',
  ],
  [
    'a helper that returns nothing',
    `const quiet = (p: Promise<string>) => {}; ${read('[quiet(load(1))]')}`,
    'no',
  ],
  [
    'a helper that calls a helper',
    `const inner = (p: Promise<string>) => p.catch(() => null); const quiet = (p: Promise<string>) => inner(p); ${read('[quiet(load(1))]')}`,
    'no',
  ],
  [
    'a helper that cannot be seen',
    `declare function quiet(p: Promise<string>): Promise<string | null>; ${read('[quiet(load(1))]')}`,
    'no',
  ],

  // Handlers.
  [
    'none of the parameters',
    read('[load(1).catch(() => undefined)]'),
    'chain value undefined',
  ],
  [
    'a block',
    read('[load(1).catch(() => { return null; })]'),
    'chain value null',
  ],
  [
    'a block that returns',
    read('[load(1).catch(() => { return; })]'),
    'chain value ',
  ],
  [
    'a block that does more',
    read('[load(1).catch(() => { log(); return null; })]'),
    'no',
  ],
  [
    'a block that does something else',
    read('[load(1).catch(() => { log(); })]'),
    'no',
  ],
  ['a handler that cannot be seen', read('[load(1).catch(log)]'), 'no'],
  ['a chain without a handler', read('[load(1).then(log)]'), 'no'],
  [
    'what cannot be rejected',
    read('[Promise.resolve(1).catch(() => null)]'),
    'no',
  ],
  ['the reason', read('[load(1).catch((error) => error)]'), 'chain reason'],
  ['another name', read('[load(1).catch((error) => items)]'), 'no'],
  ['a call', read('[load(1).catch((error) => String(error))]'), 'no'],
  [
    'a value beside a handler of what is fulfilled',
    read('[load(1).then((text) => text, () => null)]'),
    'chain value null',
  ],
  [
    'the reason beside a handler of what is fulfilled',
    read('[load(1).then((text) => text, (error) => error)]'),
    'chain reason',
  ],

  // Objects.
  ['an object alone', read('[load(1).catch((error) => ({ error }))]'), 'no'],
  [
    'an object behind a value',
    read('[load(1).then((text) => text).catch((error) => ({ error }))]'),
    'no',
  ],
  [
    'an object behind a block that makes none',
    read('[load(1).then(() => {}).catch((error) => ({ error }))]'),
    'no',
  ],
  [
    'an object behind what cannot be seen',
    read('[load(1).then(log).catch((error) => ({ error }))]'),
    'no',
  ],
  [
    'an object behind finally',
    read('[load(1).finally(log).catch((error) => ({ error }))]'),
    'no',
  ],
  [
    'two objects',
    read('[load(1).then((text) => ({ text })).catch((error) => ({ error }))]'),
    'chain object',
  ],
  [
    'two objects of one then',
    read('[load(1).then((text) => ({ text }), (error) => ({ error }))]'),
    'chain object',
  ],
  [
    'settled results',
    read(
      "[load(1).then((value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason }))]",
    ),
    'chain settled-result',
  ],
  [
    'settled results with casts',
    read(
      "[load(1).then((text) => ({ status: 'fulfilled' as const, value: text }), (error) => ({ status: 'rejected' as const, reason: error }))]",
    ),
    'chain settled-result',
  ],
  [
    'settled results with something else',
    read(
      "[load(1).then((value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason, id: 1 }))]",
    ),
    'chain object',
  ],
  [
    'settled results under other names',
    read(
      "[load(1).then((data) => ({ status: 'fulfilled', data }), (reason) => ({ status: 'rejected', reason }))]",
    ),
    'chain object',
  ],
  [
    'settled results with another value',
    read(
      "[load(1).then((value) => ({ status: 'fulfilled', value: 1 }), (reason) => ({ status: 'rejected', reason }))]",
    ),
    'chain object',
  ],
  [
    'settled results with another status',
    read(
      "[load(1).then((value) => ({ status: 'ok', value }), (reason) => ({ status: 'rejected', reason }))]",
    ),
    'chain object',
  ],
  [
    'settled results with a status by a name',
    read(
      "[load(1).then((value) => ({ status: 'fulfilled', value }), (reason) => ({ status: isReady, reason }))]",
    ),
    'chain object',
  ],
  [
    'an object without a status',
    read(
      "[load(1).then((value) => ({ status: 'fulfilled', value }), (reason) => ({ id: 1, reason }))]",
    ),
    'chain object',
  ],
]);

catalogue('which helper settles a member in a try?', question, [
  [
    'one that gives an object',
    helped(
      'try { return { value: await it }; } catch (error) { return { error }; }',
    ),
    'helper object',
  ],
  [
    'one that gives an object under a cast',
    helped(
      'try { return { value: await it }; } catch (error) { return ({ error } as any); }',
    ),
    'helper object',
  ],
  [
    'one that gives nothing',
    helped('try { return await it; } catch { return null; }'),
    'helper object',
  ],
  [
    'one that gives the error',
    helped('try { return await it; } catch (error) { return error; }'),
    'helper object',
  ],
  [
    'one that is given more, and waits for more',
    helped(
      'try { await it; return await load(2); } catch { return null; }',
      'it: Promise<string>, name?: string',
    ),
    'helper object',
  ],
  [
    'one that gives something else',
    helped('try { return await it; } catch { return isReady; }'),
    'no',
  ],
  [
    'one that gives something else than the error',
    helped('try { return await it; } catch (error) { return isReady; }'),
    'no',
  ],
  [
    'one that returns without a value',
    helped('try { return await it; } catch { return; }'),
    'no',
  ],
  [
    'one that does more first',
    helped(
      'try { return await it; } catch (error) { log(error); return null; }',
    ),
    'no',
  ],
  ['one that does nothing', helped('try { return await it; } catch {}'), 'no'],
  [
    'one whose try is not all',
    helped('log(1); try { return await it; } catch { return null; }'),
    'no',
  ],
  [
    'one that does more behind',
    helped('try { await it; } catch { return null; } return 1;'),
    'no',
  ],
  ['one that is empty', helped(''), 'no'],
  ['one without a try', helped('return { value: await it };'), 'no'],
  [
    'one without a catch',
    helped('try { return await it; } finally { log(1); }'),
    'no',
  ],
  [
    'one that waits for a call',
    helped('try { return await load(2); } catch { return null; }'),
    'no',
  ],
  [
    'one that waits for another name',
    helped('try { return await anything; } catch { return null; }'),
    'no',
  ],
  [
    'one that waits for nothing',
    helped('try { return it; } catch { return null; }'),
    'no',
  ],
  [
    'one without a block',
    'const settle = (it: Promise<string>) => log(it); export const all = await Promise.all(items.map((item) => settle(load(item))));',
    'no',
  ],
]);

catalogue('is it the definition of allSettled?', question, [
  [
    'by a function',
    'function allSettled(all: Promise<string>[]) { return Promise.all(all.map((one) => one.catch(() => null))); }',
    'no',
  ],
  [
    'by an assignment',
    'anything.allSettled = (all: Promise<string>[]) => Promise.all(all.map((one) => one.catch(() => null)));',
    'no',
  ],
  [
    'of something else by a function',
    'function settle(all: Promise<string>[]) { return Promise.all(all.map((one) => one.catch(() => null))); }',
    'chain value null',
  ],
  [
    'of something else by an assignment',
    'anything.settle = (all: Promise<string>[]) => Promise.all(all.map((one) => one.catch(() => null)));',
    'chain value null',
  ],
]);
