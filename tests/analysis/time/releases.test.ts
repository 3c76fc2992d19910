import { describe, expect, it } from 'vitest';

import { cleanupIn, endIn } from './cleanups.ts';

const QUERIES = 'await Promise.all([client.query(), client.query()]);';
const CLIENT = 'client handle others 2';

describe('where it is released', () => {
  it.each([
    ['finally', `try { ${QUERIES} } finally { client.close(); }`, CLIENT],
    ['behind it', `${QUERIES} client.close();`, 'nothing'],
    [
      'behind it in a function',
      `async function run() { ${QUERIES} client.close(); }`,
      'nothing',
    ],
    [
      'catch',
      `try { ${QUERIES} } catch (error) { client.close(); throw error; }`,
      CLIENT,
    ],
    [
      'catch, where the members have all failed',
      'try { await Promise.any([client.query(), client.query()]); } catch { client.close(); }',
      'nothing',
    ],
    [
      'finally, where one has succeeded',
      'try { await Promise.any([client.query(), client.query()]); } finally { client.close(); }',
      CLIENT,
    ],
    [
      'finally, where all are settled',
      'try { await Promise.allSettled([client.query(), client.query()]); } finally { client.close(); }',
      'nothing',
    ],
    [
      'finally, around the catch that waits',
      `try { log(); } catch { ${QUERIES} } finally { client.close(); }`,
      CLIENT,
    ],
    [
      'catch, beside the catch that waits',
      `try { log(); } catch { ${QUERIES} client.close(); }`,
      'nothing',
    ],
    [
      'the finally that waits',
      `try { log(); } finally { ${QUERIES} client.close(); }`,
      'nothing',
    ],
    [
      'finally, around a catch that goes on',
      `try { try { ${QUERIES} } catch { log(); } } finally { client.close(); }`,
      CLIENT,
    ],
    [
      'finally, around a catch that goes on to something else',
      `try { try { ${QUERIES} } catch { log(); } for await (const x of anything) { log(x); } } finally { client.close(); }`,
      'nothing',
    ],
    [
      'finally, around a catch in a loop',
      `try { while (anything) { try { ${QUERIES} } catch { log(); } } } finally { client.close(); }`,
      'nothing',
    ],
    [
      'finally, around a catch that leaves the loop and the function',
      `try { while (anything) { try { ${QUERIES} } catch { return; } } await load(); } finally { client.close(); }`,
      CLIENT,
    ],
    [
      'finally, around a try that waits at its end',
      `try { try { ${QUERIES} } catch { log(); } finally { await load(); } } finally { client.close(); }`,
      'nothing',
    ],
    [
      'catch, around one that goes on',
      `try { try { ${QUERIES} } catch { log(); } } catch { client.close(); }`,
      'nothing',
    ],
    [
      'finally, around a catch that throws',
      `try { try { ${QUERIES} } catch (error) { throw error; } } finally { client.close(); }`,
      CLIENT,
    ],
    [
      'finally, in a function that is kept',
      `try { ${QUERIES} } finally { log(() => client.close()); }`,
      'nothing',
    ],
    [
      'finally, when all are settled',
      `try { ${QUERIES} } finally { await Promise.allSettled(anything); client.close(); }`,
      'nothing',
    ],
    [
      'finally, when what closes it has settled',
      `try { ${QUERIES} } finally { await Promise.allSettled([client.close()]); }`,
      CLIENT,
    ],
    [
      'finally, when what closes it and more has settled',
      `try { ${QUERIES} } finally { await Promise.allSettled([load(), client.close()], anything); }`,
      CLIENT,
    ],
    [
      'finally, when other calls have settled',
      `try { ${QUERIES} } finally { await Promise.allSettled([load(1)]); client.close(); }`,
      'nothing',
    ],
    [
      'finally, around a catch that throws and something else',
      `try { try { ${QUERIES} } catch (error) { throw error; } await load(); } finally { client.close(); }`,
      CLIENT,
    ],
    [
      'finally, around a catch that waits',
      `try { try { ${QUERIES} } catch { await load(); } } finally { client.close(); }`,
      'nothing',
    ],
    [
      'the end of a block of await using',
      '{ await using handle = client as typeof client & AsyncDisposable; await Promise.all([handle.query(), handle.query()]); }',
      'handle handle others 2',
    ],
    [
      'finally, when one more has succeeded',
      `try { ${QUERIES} } finally { await Promise.any(anything); client.close(); }`,
      CLIENT,
    ],
    [
      'finally, when the others are told to stop',
      `const stop = new AbortController(); try { ${QUERIES} } finally { stop.abort(); client.close(); }`,
      'nothing',
    ],
    [
      'finally, when something of its own is told to stop',
      `declare const stop: { abort(): void }; try { ${QUERIES} } finally { stop.abort(); client.close(); }`,
      CLIENT,
    ],
    [
      'finally, when an unnamed controller is told to stop',
      `declare function stop(): AbortController; try { ${QUERIES} } finally { stop().abort(); client.close(); }`,
      CLIENT,
    ],
  ])('%s: %s', (_name, text, expected) => {
    expect(cleanupIn(text)).toBe(expected);
  });
});

describe('how it is released', () => {
  it.each([
    [
      'a handle that it has given',
      'const page = await browser.newPage();',
      'browser handle others 2',
    ],
    [
      'a text that it has given',
      'const page = await browser.read();',
      'nothing',
    ],
    ['what is made of nothing', 'const page = new Page;', 'nothing'],
  ])('is used by %s', (_name, made, expected) => {
    expect(
      cleanupIn(
        `declare class Page { go(): Promise<void>; } declare const browser: { newPage(): Promise<Page & { close(): void }>; read(): Promise<Page>; close(): void };
${made} try { await Promise.all([page.go(), page.go()]); } finally { browser.close(); }`,
      ),
    ).toBe(expected);
  });

  it('is told to stop by something unknown', () => {
    expect(
      cleanupIn(
        `try { ${QUERIES} } finally { anything.abort(); client.close(); }`,
      ),
    ).toBe(CLIENT);
  });
  it.each([
    ['anything.close(client);', CLIENT],
    ['anything.release(client as never);', CLIENT],
    ['anything.stop(client);', 'nothing'],
    ['anything.close(client.name);', 'nothing'],
    ['anything.close([client]);', 'nothing'],
    ['anything.close();', 'nothing'],
    ['anything[items[0]!](client);', 'nothing'],
    ["(client as any)['destroy']();", CLIENT],
    ['(client as any)[Symbol.dispose]();', CLIENT],
    ['(client as any)[Symbol.iterator]();', 'nothing'],
    ['(client as any).open();', 'nothing'],
    ['(client as any)().close();', 'nothing'],
    ['close();', 'nothing'],
    ["(client as any).destroy(new Error('late'));", CLIENT],
  ])('%s', (release, expected) => {
    expect(cleanupIn(`try { ${QUERIES} } finally { ${release} }`)).toBe(
      expected,
    );
  });

  it.each([
    ['a number by a function', 'closeSync(file);', 'file handle others 2'],
    ['a number by another function', 'stat(file);', 'nothing'],
    ['a text by a function', 'closeSync(name);', 'nothing'],
  ])('%s: %s', (_name, release, expected) => {
    expect(
      cleanupIn(
        `declare const file: number; declare const name: string; declare function closeSync(file: unknown): void; declare function stat(file: unknown): void;
try { await Promise.all([load(file), load(file), load(name), load(name)]); } finally { ${release} }`,
      ),
    ).toBe(expected);
  });

  it('leaves alone a database that waits for its transactions', () => {
    const run = (type: string): string =>
      cleanupIn(
        `declare const db: ${type} & { get(): Promise<string> };
try { await Promise.all([db.get(), db.get()]); } finally { db.close(); }`,
      );
    const uses = (type: string): string =>
      cleanupIn(
        `declare const db: ${type};
try { await Promise.all([load(db), load(db)]); } finally { db.close(); }`,
      );

    expect(uses('IDBDatabase')).toBe('nothing');
    expect(uses('IDBDatabase | undefined')).toBe('nothing');
    expect(uses('WebSocket')).toBe('db handle others 2');
    expect(run('{ close(): void }')).toBe('db handle others 2');
  });
});

describe('who releases it, where a function is given it', () => {
  const WORK =
    'async function work(db: typeof client) { await Promise.all([db.query(), db.query()]); }';
  const given = (call: string, work = WORK): string =>
    cleanupIn(
      `${work}\nasync function run() { try { ${call} } finally { client.close(); } }`,
    );

  it.each([
    ['awaits', 'await work(client);', 'db handle others 2'],
    ['does not await', 'void work(client);', 'nothing'],
    ['gives another', 'await work(anything);', 'nothing'],
    ['gives nothing', 'await (work as any)();', 'nothing'],
    ['spreads it', 'await work(...([client] as const));', 'nothing'],
    [
      'spreads what is behind it',
      'await work(client, ...([] as const));',
      'db handle others 2',
    ],
    ['names it only', 'await load(work, client);', 'nothing'],
  ])('whoever %s it: %s', (_name, call, expected) => {
    expect(given(call)).toBe(expected);
  });

  it.each([
    [
      'a constant',
      'const work = async (db: typeof client) => { await Promise.all([db.query(), db.query()]); };',
      'db handle others 2',
    ],
    [
      'one that returns it',
      'const work = async (db: typeof client) => Promise.all([db.query(), db.query()]);',
      'db handle others 2',
    ],
    [
      'one with something before it',
      'async function work(db: typeof client, name = 1) { await Promise.all([db.query(), db.query()]); log(name); }',
      'db handle others 2',
    ],
    [
      'a field',
      'class Jobs { work = async (db: typeof client) => { await Promise.all([db.query(), db.query()]); }; async run() { try { await this.work(client); } finally { client.close(); } } } const work = load;',
      'nothing',
    ],
    [
      'one that takes it apart',
      'async function work({ query }: typeof client) { await Promise.all([query(), query()]); }',
      'nothing',
    ],
    [
      'one that catches',
      'async function work(db: typeof client) { try { await Promise.all([db.query(), db.query()]); } catch { log(); } }',
      'nothing',
    ],
    [
      'one that waits for the first that succeeds',
      'async function work(db: typeof client) { await Promise.any([db.query(), db.query()]); }',
      'nothing',
    ],
  ])('by %s: %s', (_name, work, expected) => {
    expect(given('await work(client);', work)).toBe(expected);
  });

  it('in a catch', () => {
    expect(
      cleanupIn(
        `${WORK}\ntry { await work(client); } catch (error) { client.close(); throw error; }`,
      ),
    ).toBe('db handle others 2');
  });

  it('behind what it has spread', () => {
    expect(
      cleanupIn(
        'async function work(id: unknown, db: typeof client) { await Promise.all([db.query(), db.query()]); }\ntry { await work(...([1] as const), client); } finally { client.close(); }',
      ),
    ).toBe('nothing');
  });

  it('leaves alone a folder that a function is given', () => {
    expect(
      cleanupIn(
        'declare const dir: string; async function work(path: string) { await Promise.all([load(path), load(path)]); }\ntry { await work(dir); } finally { await anything.rm(dir); }',
      ),
    ).toBe('nothing');
  });

  it.each([
    [1, 'return ', 'db handle others 2'],
    [2, 'return ', 'db handle others 2'],
    [3, 'return ', 'nothing'],
    [2, 'await ', 'db handle others 2'],
    [3, 'await ', 'nothing'],
  ])('through %s functions that %s it', (count, how, expected) => {
    const functions = Array.from(
      { length: count },
      (_, at) =>
        `async function f${String(at + 1)}(db: typeof client) { ${how}f${String(at)}(db); }`,
    );
    expect(
      given(
        `await f${String(count)}(client);`,
        [WORK.replace('work', 'f0'), ...functions].join(' '),
      ),
    ).toBe(expected);
  });
});

describe('what ends its life', () => {
  it.each([
    ['a call', `try { ${QUERIES} } finally { client.close(); }`, 'call'],
    [
      'the call that ends a time limit',
      "const stop = new AbortController(); const timer = setTimeout(() => stop.abort(), 5000); try { await Promise.all([fetch('a', { signal: stop.signal }), fetch('b', { signal: stop.signal })]); } finally { clearTimeout(timer); }",
      'call',
    ],
    [
      'the end of a block',
      '{ using handle = client as typeof client & Disposable; await Promise.all([handle.query(), handle.query()]); }',
      'using',
    ],
    [
      'the end of a transaction',
      'anything.transaction(async (tx: typeof client) => { await Promise.all([tx.query(), tx.query()]); });',
      'transaction',
    ],
    [
      'the end of a transaction whose callback has a name',
      'const work = async (tx: typeof client) => { await Promise.all([tx.query(), tx.query()]); }; anything.transaction(work);',
      'transaction',
    ],
    [
      'the end of a transaction whose callback is declared',
      'anything.transaction(work); async function work(tx: typeof client) { await Promise.all([tx.query(), tx.query()]); }',
      'transaction',
    ],
    ['nothing', QUERIES, 'nothing'],
  ])('%s: %s', (_name, text, expected) => {
    expect(endIn(text)).toBe(expected);
  });
});

describe('a folder', () => {
  const remove = (release: string, before = ''): string =>
    cleanupIn(
      `declare const dir: string; ${before}
try { await Promise.all([load(dir), load(dir)]); } finally { ${release} }`,
    );

  it.each([
    ['await anything.rm(dir);', 'dir path others 2'],
    ["await anything['rmdir'](dir);", 'dir path others 2'],
    ['await anything.rm();', 'nothing'],
    ['anything.fs.remove(dir);', 'dir path others 2'],
    ['fs.remove(dir);', 'dir path others 2'],
    ['fsExtra.remove(dir);', 'dir path others 2'],
    ['anything.fs.watched.delete(dir);', 'nothing'],
    ['anything.list.remove(dir);', 'nothing'],
    ['remove(dir);', 'nothing'],
    ['rimraf(dir);', 'dir path others 2'],
    ['rimraf(items[0]!);', 'nothing'],
    ['rimraf(String(dir));', 'nothing'],
  ])('%s', (release, expected) => {
    expect(remove(release)).toBe(expected);
  });

  it.each([
    ['a file in it', 'const file = `${dir}/file`;', 'dir path others 2'],
    ['a file elsewhere', 'const file = `/file`;', 'nothing'],
    ['what was read in it', 'const file = await load(dir);', 'nothing'],
    ['a file that changes', 'let file = `${dir}/file`;', 'nothing'],
    [
      'a file in a folder in it',
      'const sub = dir + "/sub"; const file = sub + "/file";',
      'dir path others 2',
    ],
    [
      'a pattern of it',
      'const [, file] = [1, dir + "/file"];',
      'dir path others 2',
    ],
  ])('%s: %s', (_name, made, expected) => {
    expect(
      cleanupIn(
        `declare const dir: string; ${made}
try { await Promise.all([load(file), load(file)]); } finally { await anything.rm(dir); }`,
      ),
    ).toBe(expected);
  });
});

describe('a lock', () => {
  const locked = (before: string, tasks: string, release: string): string =>
    cleanupIn(
      `declare const mutex: { acquire(): Promise<() => void>; lock(): Promise<{ unlock(): void }>; wait(): Promise<() => void>; release(): void };
declare function save(id: number): Promise<void>; declare function settings(id: number): Promise<void>; declare const store: { put(id: number): Promise<void>; get(id: number): Promise<void> };
${before}
try { await Promise.all([${tasks}]); } finally { ${release} }`,
    );

  it.each([
    ['const done = await mutex.acquire();', 'done();', 'done lock others 2'],
    ['const done = await mutex.wait();', 'done();', 'nothing'],
    [
      'const done = mutex.acquire as never as () => void;',
      'done();',
      'nothing',
    ],
    ['declare const done: () => void;', 'done();', 'nothing'],
    [
      'const held = await mutex.lock();',
      'held.unlock();',
      'held lock others 2',
    ],
    [
      'const held: any = await anything.acquireLock();',
      'held.release();',
      'held lock others 2',
    ],
    ['', 'mutex.release();', 'mutex lock others 2'],
    ['', 'anything.blocks.release();', 'nothing'],
    ['', 'anything.fileLock.release();', 'anything.fileLock lock others 2'],
    ['', 'anything.file.release();', 'nothing'],
    ['', 'anything().release();', 'nothing'],
  ])('%s %s', (before, release, expected) => {
    expect(locked(before, 'save(1), save(2)', release)).toBe(expected);
  });

  it.each([
    ['reads', 'load(1), load(2)', 'nothing'],
    [
      'what only begins as a change does',
      'settings(1), settings(2)',
      'nothing',
    ],
    ['one change', 'save(1), load(2)', 'nothing'],
    ['changes of a store', 'store.put(1), store.put(2)', 'mutex lock others 2'],
    ['reads of a store', 'store.get(1), store.get(2)', 'nothing'],
    [
      'writes to a member',
      '...items.map(async (id) => { await load(); anything.last = id; })',
      'mutex lock others 1',
    ],
    [
      'reads of a member',
      '...items.map(async (id) => { await load(); return anything.last === id; })',
      'nothing',
    ],
    [
      'writes to a name',
      '...items.map(async (id) => { let last; await load(); last = id; log(last); })',
      'nothing',
    ],
  ])('%s: %s', (_name, tasks, expected) => {
    expect(locked('', tasks, 'mutex.release();')).toBe(expected);
  });

  it('is asked for changes by a private method', () => {
    const text = (name: string): string =>
      `class A { async ${name}(id: number) { await load(id); } async run(mutex: any) { try { await Promise.all([this.${name}(1), this.${name}(2)]); } finally { mutex.release(); } } }`;

    expect(cleanupIn(text('#save'))).toBe('mutex lock others 2');
    expect(cleanupIn(text('#read'))).toBe('nothing');
  });
});

describe('a time limit', () => {
  const limited = (
    timer: string,
    method = 'all',
    release = 'clearTimeout(timer);',
  ): string =>
    cleanupIn(
      `async function run(given: any) { const stop = new AbortController(); ${timer}
const { signal } = stop; try { await Promise.${method}([fetch('a', { signal: stop.signal }), fetch('b', { signal: stop.signal })]); log(signal); } finally { ${release} } }`,
    );
  const LIMIT = 'stop limit others 2';

  it.each([
    ['const timer = setTimeout(() => stop.abort(), 1000);', LIMIT],
    ['const timer = window.setTimeout(() => { stop.abort(); }, 1000);', LIMIT],
    ['const timer = setTimeout(() => log(), 1000);', 'nothing'],
    ['const timer = setTimeout(given, 1000);', 'nothing'],
    ['const timer = (setTimeout as any)();', 'nothing'],
    ['const timer = setInterval(() => stop.abort(), 1000);', 'nothing'],
    ['let timer: any; timer = setTimeout(() => stop.abort(), 1000);', LIMIT],
    ['let timer: any; log(timer);', 'nothing'],
    [
      'let timer = given; given = setTimeout(() => stop.abort(), 1);',
      'nothing',
    ],
    ['let timer = 0; log(given == timer, timer == given);', 'nothing'],
  ])('%s', (timer, expected) => {
    expect(limited(timer)).toBe(expected);
  });

  it.each([
    ['has done its work for a race', 'race', 'clearTimeout(timer);', 'nothing'],
    ['is told of no timer', 'all', 'clearTimeout();', 'nothing'],
    ['is told of a parameter', 'all', 'clearTimeout(given);', 'nothing'],
    ['is told of no name', 'all', 'clearTimeout(given());', 'nothing'],
  ])('%s', (_name, method, release, expected) => {
    expect(
      limited(
        'const timer = setTimeout(() => stop.abort(), 1000);',
        method,
        release,
      ),
    ).toBe(expected);
  });
});

describe('what is returned without await', () => {
  const OPEN =
    'declare function open(): { query(): Promise<string>; [Symbol.dispose](): void };\n';

  it.each([
    [
      'out of the block of a using',
      'using handle = open(); return Promise.all([handle.query(), handle.query()]);',
      'handle handle all 2',
    ],
    [
      'with one user',
      'using handle = open(); return Promise.all([handle.query(), load()]);',
      'handle handle all 1',
    ],
    [
      'with no user',
      'using handle = open(); log(handle); return Promise.all([load(1), load(2)]);',
      'nothing',
    ],
    [
      'out of no such block',
      'const handle = open(); return Promise.all([handle.query(), handle.query()]);',
      'nothing',
    ],
    [
      'out of a try with a finally, which is another matter',
      'using handle = open(); try { return Promise.all([handle.query(), handle.query()]); } finally { log(); }',
      'nothing',
    ],
    [
      'with await',
      'using handle = open(); return await Promise.all([handle.query(), handle.query()]);',
      'handle handle others 2',
    ],
    [
      'when all are settled by another name',
      'using handle = open(); const all = [handle.query(), handle.query()]; if (isReady) return Promise.all(all); await Promise.allSettled([...all]);',
      'nothing',
    ],
    [
      'when others are settled',
      'using handle = open(); const all = [handle.query(), handle.query()]; if (isReady) return Promise.all(all); await Promise.any([...all]);',
      'handle handle all 2',
    ],
  ])('%s: %s', (_name, body, expected) => {
    expect(cleanupIn(`${OPEN}async function run() { ${body} }`)).toBe(expected);
  });

  it('ends a transaction with its callback', () => {
    const run = (method: string): string =>
      cleanupIn(
        `anything.${method}((tx: { query(): Promise<string> }) => Promise.all([tx.query(), tx.query()]));`,
      );

    expect(run('transaction')).toBe('tx handle others 2');
    expect(run('use')).toBe('nothing');
  });
});

describe('a member of this', () => {
  const inClass = (release: string, tasks: string): string =>
    cleanupIn(
      `class A { client = client; pool = client; load() { return this.client.query(); } close() {}
async run() { try { await Promise.all([${tasks}]); } finally { ${release} } } }`,
    );

  it.each([
    ['this.client.close();', 'this.client.query(), this.client.query()', 2],
    ['this.client.close();', 'this.pool.query(), this.pool.query()', 0],
    ['this.client.close();', 'this.load(), this.load()', 2],
    ['this.pool.close();', 'this.load(), this.load()', 0],
    ['this.close();', 'this.client.query(), this.client.query()', 0],
    ['this.client.close();', 'load(this.client), load(this.client)', 2],
    ['this.client.close();', 'load(this), load(this)', 0],
    ['this.client.close();', 'load(!this.client), load(!this.client)', 0],
  ])('%s of %s', (release, tasks, users) => {
    expect(inClass(release, tasks)).toBe(
      users === 0
        ? 'nothing'
        : `${release.replace('.close();', '')} handle others ${String(users)}`,
    );
  });
});
