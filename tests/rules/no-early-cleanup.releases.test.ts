import rule from '../../src/rules/no-early-cleanup.ts';
import { ruleTester } from '../rule-tester.ts';

// The ways in which something is released: `using`, transactions, `catch`, folders, locks, time limits.

// Names that the cases may use without declaring them.
const GIVEN =
  'interface Client { query(sql: string): Promise<string[]>; rollback(): Promise<void>; end(): Promise<void> }; declare const client: Client; declare function open(): Client & Disposable & AsyncDisposable; declare function load(...values: unknown[]): Promise<string>; declare function save(id: string): Promise<void>; declare const ids: string[];\n';

ruleTester.run('no-early-cleanup', rule, {
  valid: [
    {
      name: 'a using of one member',
      code: `${GIVEN}export async function run() { using client = open(); await Promise.all([client.query('a'), load()]); }`,
    },
    {
      name: 'a using of a block that the combinator does not stand in',
      code: `${GIVEN}export async function run() { { using client = open(); await client.query('a'); } await Promise.all([load(1), load(2)]); }`,
    },
    {
      name: 'a using that is declared behind the combinator',
      code: `${GIVEN}export async function run() { await Promise.all([load(1), load(2)]); using client = open(); await load(client); }`,
    },
    {
      name: 'a returned promise of members that do not use the using',
      code: `${GIVEN}export async function run() { using client = open(); await load(client); return Promise.all([load(1), load(2)]); }`,
    },
    {
      name: 'a returned promise whose members are settled before',
      code: `${GIVEN}export async function run() { using client = open(); const tasks = ids.map((id) => client.query(id)); await Promise.allSettled(tasks); return Promise.all(tasks); }`,
    },
    {
      name: 'a transaction of which one member is a part',
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.transaction(async (tx) => { await Promise.all([tx.query('a'), load()]); });`,
    },
    {
      name: 'a callback of something else',
      code: `${GIVEN}declare const db: { within<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.within(async (tx) => { await Promise.all([tx.query('a'), tx.query('b')]); });`,
    },
    {
      name: 'a transaction whose members are settled first',
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.transaction(async (tx) => { const tasks = [tx.query('a'), tx.query('b')]; await Promise.allSettled(tasks); await Promise.all(tasks); });`,
    },
    {
      name: 'a list of queries that the transaction runs itself',
      code: `${GIVEN}declare const db: { $transaction(queries: Promise<unknown>[]): Promise<unknown[]> };
await db.$transaction([client.query('a'), client.query('b')]);`,
    },
    {
      name: 'a catch of any, which comes when all have rejected',
      code: `${GIVEN}export async function run() { try { await Promise.any([client.query('a'), client.query('b')]); } catch (error) { await client.rollback(); throw error; } }`,
    },
    {
      name: 'a catch that settles the members first',
      code: `${GIVEN}export async function run() { const tasks = [client.query('a'), client.query('b')]; try { await Promise.all(tasks); } catch (error) { await Promise.allSettled(tasks); await client.rollback(); throw error; } }`,
    },
    {
      name: 'a folder that one member works in',
      code: `${GIVEN}import { rm, writeFile } from 'node:fs/promises';
export async function run(folder: string) { try { await Promise.all([writeFile(folder + '/a', 'a'), load()]); } finally { await rm(folder, { recursive: true }); } }`,
    },
    {
      name: 'a method called delete of what is no file system',
      code: `${GIVEN}declare const names: { delete(name: string): void };
export async function run(name: string) { try { await Promise.all([load(name), load(name)]); } finally { names.delete(name); } }`,
    },
    {
      name: 'a lock over members that read',
      code: `${GIVEN}declare const mutex: { acquire(): Promise<() => void> };
export async function run() { const release = await mutex.acquire(); try { await Promise.all(ids.map((id) => load(id))); } finally { release(); } }`,
    },
    {
      name: 'a lock over one member that changes something',
      code: `${GIVEN}declare const mutex: { acquire(): Promise<() => void> };
export async function run() { const release = await mutex.acquire(); try { await Promise.all([save("a"), load()]); } finally { release(); } }`,
    },
    {
      name: 'a function that comes from no lock',
      code: `${GIVEN}declare const mutex: { listen(): Promise<() => void> };
export async function run() { const release = await mutex.listen(); try { await Promise.all([save("a"), save("b")]); } finally { release(); } }`,
    },
    {
      name: 'a time limit that ends with an abort, which cancels the rest',
      code: `${GIVEN}export async function run() { const controller = new AbortController(); const timer = setTimeout(() => controller.abort(), 5000); try { await Promise.all([fetch('a', { signal: controller.signal }), fetch('b', { signal: controller.signal })]); } finally { clearTimeout(timer); controller.abort(); } }`,
    },
    {
      name: 'a time limit of one member',
      code: `${GIVEN}export async function run() { const controller = new AbortController(); const timer = setTimeout(() => controller.abort(), 5000); try { await Promise.all([fetch('a', { signal: controller.signal }), load()]); } finally { clearTimeout(timer); } }`,
    },
    {
      name: 'the time limit of a race, which the race is there for',
      code: `${GIVEN}export async function run() { const controller = new AbortController(); const { signal } = controller; const timer = setTimeout(() => controller.abort(), 5000); try { await Promise.race([new Promise<never>((_, reject) => { signal.addEventListener('abort', reject); }), fetch('a', { signal })]); } finally { clearTimeout(timer); } }`,
    },
    {
      name: 'the timer of a race',
      code: `${GIVEN}export async function run() { let timer: ReturnType<typeof setTimeout> | undefined; try { await Promise.race([load(1), load(2), new Promise<never>((_, reject) => { timer = setTimeout(reject, 5000); })]); } finally { clearTimeout(timer); } }`,
    },
    {
      name: 'a function that is given to something else',
      code: `${GIVEN}declare const db: { retry<T>(run: (tx: Client) => Promise<T>): Promise<T> };
async function both(tx: Client) {
  await Promise.all([tx.query('a'), tx.query('b')]);
}
await db.retry(both);`,
    },
    {
      name: 'a lock of a using declaration under which members only read',
      code: `${GIVEN}declare const mutex: { lock(): Promise<Disposable> };
export async function run() {
  using held = await mutex.lock();
  await Promise.all([load('a'), load('b')]);
}`,
    },
    {
      name: 'a method that takes another resource',
      code: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
declare const lease: { id: string };
export async function run(pooled: Pooled) {
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } finally {
    pooled.release(lease);
  }
}`,
    },
    {
      name: 'a release behind a handler that may wait',
      code: `${GIVEN}export async function run(pooled: Client) {
  await Promise.all([pooled.query('a'), pooled.query('b')]).catch(() => load('c')).finally(() => pooled.end());
}`,
    },
    {
      name: 'a release in a chain of members that all settle before',
      code: `${GIVEN}export async function run(pooled: Client) {
  await Promise.allSettled([pooled.query('a'), pooled.query('b')]).finally(() => pooled.end());
}`,
    },
    {
      name: 'a release once any has rejected, when all have',
      code: `${GIVEN}export async function run(pooled: Client) {
  await Promise.any([pooled.query('a'), pooled.query('b')]).catch(() => pooled.end());
}`,
    },
    {
      name: 'a release when all have been fulfilled',
      code: `${GIVEN}export async function run(pooled: Client) {
  await Promise.all([pooled.query('a'), pooled.query('b')]).then(() => pooled.end());
}`,
    },
    {
      name: 'a release behind something else that is waited for',
      code: `${GIVEN}export async function run(pooled: Client) {
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } catch (error) {
    console.error(error);
  }
  await load('c');
  await pooled.end();
}`,
    },
    {
      name: 'a release behind a catch that may leave',
      code: `${GIVEN}export async function run(pooled: Client) {
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } catch (error) {
    if (error instanceof TypeError) {
      return;
    }
    process.exit(1);
  }
  await pooled.end();
}`,
    },
    {
      name: 'a release behind a catch, once all have settled',
      code: `${GIVEN}export async function run(pooled: Client) {
  const tasks = [pooled.query('a'), pooled.query('b')];
  try {
    await Promise.all(tasks);
  } catch (error) {
    console.error(error);
  }
  await Promise.allSettled(tasks);
  await pooled.end();
}`,
    },
    {
      name: 'a release behind a catch, on a condition',
      code: `${GIVEN}export async function run(pooled: Client) {
  let isDone = false;
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
    isDone = true;
  } catch (error) {
    console.error(error);
  }
  if (isDone) {
    void pooled.end();
  }
}`,
    },
    {
      name: 'a release behind a catch and a way out',
      code: `${GIVEN}export async function run(pooled: Client) {
  let failure: unknown;
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } catch (error) {
    failure = error;
  }
  if (failure !== undefined) {
    throw failure;
  }
  await pooled.end();
}`,
    },
    {
      name: 'a release behind a catch that leaves on a condition, and another wait, in an outer finally',
      code: `${GIVEN}export async function run(pooled: Client) {
  try {
    try {
      await Promise.all([pooled.query('a'), pooled.query('b')]);
    } catch (error) {
      if (error instanceof TypeError) {
        return;
      }
    }
    await load('c');
  } finally {
    await pooled.end();
  }
}`,
    },
  ],
  invalid: [
    {
      name: 'the end of a using',
      code: `${GIVEN}export async function run() {
  using client = open();
  await Promise.all([client.query('a'), client.query('b')]);
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: 'the end of `using client`',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  using client = open();
  const tasks = [client.query('a'), client.query('b')] as const;
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the end of an await using',
      code: `${GIVEN}export async function run() {
  await using client = open();
  return await Promise.all(ids.map((id) => client.query(id)));
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: 'the end of `using client`',
            users: 'the rest of `ids.map`',
            use: 'use `client`',
          },
          line: 4,
          column: 16,
          endLine: 4,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  await using client = open();
  const tasks = ids.map((id) => client.query(id));
  await Promise.allSettled(tasks);
  return await Promise.all(tasks);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the end of a turn of a loop',
      code: `${GIVEN}declare function all(): Iterable<Client & Disposable>;
for (using each of all()) {
  await Promise.all([each.query('a'), each.query('b')]);
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: 'the end of `using each`',
            users: 'another `each.query`',
            use: 'use `each`',
          },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare function all(): Iterable<Client & Disposable>;
for (using each of all()) {
  const tasks = [each.query('a'), each.query('b')] as const;
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a return that leaves a using at once',
      code: `${GIVEN}export async function run() {
  await using client = open();
  return Promise.all([client.query('a'), load()]);
}`,
      errors: [
        {
          messageId: 'earlyDisposal',
          data: {
            method: 'all',
            release: 'the end of `using client`',
            users: '`client.query`',
            use: 'use `client`',
          },
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export async function run() {
  await using client = open();
  return await Promise.all([client.query('a'), load()]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a return of settled results that leaves a using at once',
      code: `${GIVEN}export async function run() {
  using client = open();
  return Promise.allSettled(ids.map((id) => client.query(id)));
}`,
      errors: [
        {
          messageId: 'earlyDisposal',
          data: {
            method: 'allSettled',
            release: 'the end of `using client`',
            users: 'the rest of `ids.map`',
            use: 'use `client`',
          },
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}export async function run() {
  using client = open();
  return await Promise.allSettled(ids.map((id) => client.query(id)));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a return of many that leaves a using at once',
      code: `${GIVEN}export async function run() {
  using client = open();
  return Promise.all([client.query('a'), client.query('b')]);
}`,
      errors: [
        {
          messageId: 'earlyDisposal',
          data: {
            method: 'all',
            release: 'the end of `using client`',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  using client = open();
  const tasks = [client.query('a'), client.query('b')] as const;
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a transaction, awaited',
      code: `${GIVEN}declare const db: { $transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.$transaction(async (tx) => {
  await Promise.all([tx.query('a'), tx.query('b')]);
});`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: 'the end of the transaction',
            users: 'another `tx.query`',
            use: 'use `tx`',
          },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const db: { $transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.$transaction(async (tx) => {
  const tasks = [tx.query('a'), tx.query('b')] as const;
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
});`,
            },
          ],
        },
      ],
    },
    {
      name: 'a transaction, returned',
      code: `${GIVEN}declare const sql: { begin<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await sql.begin((tx) => Promise.all(ids.map((id) => tx.query(id))));`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: 'the end of the transaction',
            users: 'the rest of `ids.map`',
            use: 'use `tx`',
          },
          line: 3,
          column: 25,
          endLine: 3,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const sql: { begin<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await sql.begin(async (tx) => { const tasks = ids.map((id) => tx.query(id)); await Promise.allSettled(tasks); return Promise.all(tasks); });`,
            },
          ],
        },
      ],
    },
    {
      name: 'the session that a transaction is run in',
      code: `${GIVEN}declare const session: { withTransaction<T>(run: () => Promise<T>): Promise<T> };
await session.withTransaction(async () => {
  await Promise.all([load({ session }), load(1, { session })]);
});`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: 'the end of the transaction',
            users: 'another `load`',
            use: 'use `session`',
          },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const session: { withTransaction<T>(run: () => Promise<T>): Promise<T> };
await session.withTransaction(async () => {
  const tasks = [load({ session }), load(1, { session })] as const;
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
});`,
            },
          ],
        },
      ],
    },
    {
      name: 'a rollback in the catch',
      code: `${GIVEN}export async function run() {
  try {
    await Promise.all([client.query('a'), client.query('b')]);
  } catch (error) {
    await client.rollback();
    throw error;
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.rollback()` in line 6',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  try {
    const tasks = [client.query('a'), client.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } catch (error) {
    await client.rollback();
    throw error;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a dispose method by its symbol',
      code: `${GIVEN}export async function run() {
  const client = open();
  try {
    await Promise.all([client.query('a'), client.query('b')]);
  } finally {
    client[Symbol.dispose]();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client[Symbol.dispose]()` in line 7',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = open();
  try {
    const tasks = [client.query('a'), client.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    client[Symbol.dispose]();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a folder, and paths in it',
      code: `${GIVEN}import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
export async function run(folder: string) {
  const file = path.join(folder, 'a');
  try {
    await Promise.all([writeFile(file, 'a'), writeFile(\`\${folder}/b\`, 'b')]);
  } finally {
    await rm(folder, { recursive: true });
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`rm()` in line 9',
            users: 'another `writeFile`',
            use: 'use `folder`',
          },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
export async function run(folder: string) {
  const file = path.join(folder, 'a');
  try {
    const tasks = [writeFile(file, 'a'), writeFile(\`\${folder}/b\`, 'b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    await rm(folder, { recursive: true });
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a folder that a file system of another name deletes',
      code: `${GIVEN}declare const fs: { delete(path: string): Promise<void>; write(path: string): Promise<void> };
export async function run(folder: string) {
  try {
    await Promise.all(ids.map((id) => fs.write(folder + id)));
  } finally {
    await fs.delete(folder);
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`fs.delete()` in line 7',
            users: 'the rest of `ids.map`',
            use: 'use `folder`',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const fs: { delete(path: string): Promise<void>; write(path: string): Promise<void> };
export async function run(folder: string) {
  try {
    const tasks = ids.map((id) => fs.write(folder + id));
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    await fs.delete(folder);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a lock over members that change something',
      code: `${GIVEN}declare const mutex: { acquire(): Promise<() => void> };
export async function run() {
  const release = await mutex.acquire();
  try {
    await Promise.all(ids.map((id) => save(id)));
  } finally {
    release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`release()` in line 8',
            users: 'the rest of `ids.map`',
            use: 'run, without the lock',
          },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const mutex: { acquire(): Promise<() => void> };
export async function run() {
  const release = await mutex.acquire();
  try {
    const tasks = ids.map((id) => save(id));
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a lock that is unlocked',
      code: `${GIVEN}declare const fileLock: { unlock(): void }, files: { write(id: number): Promise<void> };
declare function saveName(id: number): Promise<void>;
export async function run() {
  try {
    await Promise.all([saveName(1), files.write(2)]);
  } finally {
    fileLock.unlock();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`fileLock.unlock()` in line 8',
            users: '`saveName` or `files.write`',
            use: 'run, without the lock',
          },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const fileLock: { unlock(): void }, files: { write(id: number): Promise<void> };
declare function saveName(id: number): Promise<void>;
export async function run() {
  try {
    const tasks = [saveName(1), files.write(2)] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    fileLock.unlock();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a time limit that the rest loses',
      code: `${GIVEN}export async function run() {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(), 5000);
  try {
    return await Promise.all([fetch('a', { signal }), fetch('b', { signal: controller.signal })]);
  } finally {
    clearTimeout(timer);
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`clearTimeout()` in line 9',
            users: 'another `fetch`',
            use: 'run, without its time limit',
          },
          line: 7,
          column: 18,
          endLine: 7,
          endColumn: 98,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(), 5000);
  try {
    const tasks = [fetch('a', { signal }), fetch('b', { signal: controller.signal })] as const;
    await Promise.allSettled(tasks);
    return await Promise.all(tasks);
  } finally {
    clearTimeout(timer);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a transaction whose callback is given by its name',
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
async function both(tx: Client) {
  await Promise.all([tx.query('a'), tx.query('b')]);
}
await db.transaction(both);`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
async function both(tx: Client) {
  const tasks = [tx.query('a'), tx.query('b')] as const;
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
}
await db.transaction(both);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a transaction whose callback is a constant',
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
const both = async (tx: Client) => {
  await Promise.all([tx.query('a'), tx.query('b')]);
};
await db.transaction(both);`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
const both = async (tx: Client) => {
  const tasks = [tx.query('a'), tx.query('b')] as const;
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
};
await db.transaction(both);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a transaction whose async callback awaits the call alone',
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.transaction(async (tx) => await Promise.all([tx.query('a'), tx.query('b')]));`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 3,
          column: 42,
          endLine: 3,
          endColumn: 85,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.transaction(async (tx) => { const tasks = [tx.query('a'), tx.query('b')] as const; await Promise.allSettled(tasks); return await Promise.all(tasks); });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a transaction whose callback is not async and returns the call',
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.transaction(function (tx) {
  return Promise.all([tx.query('a'), tx.query('b')]);
});`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 4,
          column: 10,
          endLine: 4,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
await db.transaction(async function (tx) {
  const tasks = [tx.query('a'), tx.query('b')] as const;
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
});`,
            },
          ],
        },
      ],
    },
    {
      name: 'a transaction whose callback gives a promise of its own kind',
      code: `${GIVEN}declare const db: { transaction(run: (tx: Client) => unknown): Promise<void> };
await db.transaction((tx): PromiseLike<string[][]> => Promise.all([tx.query('a'), tx.query('b')]));`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 98,
        },
      ],
    },
    {
      name: 'a lock of a using declaration under which members write',
      code: `${GIVEN}declare const mutex: { lock(): Promise<Disposable> };
declare function save(id: string): Promise<void>;
export async function run() {
  using held = await mutex.lock();
  await Promise.all([save('a'), save('b')]);
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const mutex: { lock(): Promise<Disposable> };
declare function save(id: string): Promise<void>;
export async function run() {
  using held = await mutex.lock();
  const tasks = [save('a'), save('b')] as const;
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a lock of an await using declaration whose block is left at once',
      code: `${GIVEN}declare const mutex: { lock(): Promise<AsyncDisposable> };
declare function save(id: string): Promise<void>;
export async function run() {
  await using held = await mutex.lock();
  return Promise.all([save('a'), load('b')]);
}`,
      errors: [
        {
          messageId: 'earlyDisposal',
          line: 6,
          column: 10,
          endLine: 6,
          endColumn: 45,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}declare const mutex: { lock(): Promise<AsyncDisposable> };
declare function save(id: string): Promise<void>;
export async function run() {
  await using held = await mutex.lock();
  return await Promise.all([save('a'), load('b')]);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method that takes an error',
      code: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
export async function run(pooled: Pooled) {
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } catch (error) {
    if (error instanceof TypeError) {
      pooled.release(error);
    }
    throw error;
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
export async function run(pooled: Pooled) {
  try {
    const tasks = [pooled.query('a'), pooled.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } catch (error) {
    if (error instanceof TypeError) {
      pooled.release(error);
    }
    throw error;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method that takes what was thrown',
      code: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
export async function run(pooled: Pooled) {
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } catch (error) {
    pooled.release(error);
    throw error;
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
export async function run(pooled: Pooled) {
  try {
    const tasks = [pooled.query('a'), pooled.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } catch (error) {
    pooled.release(error);
    throw error;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method that takes what is said to be an error',
      code: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
export async function run(pooled: Pooled) {
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } catch (error) {
    pooled.release(error as Error);
    throw error;
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
export async function run(pooled: Pooled) {
  try {
    const tasks = [pooled.query('a'), pooled.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } catch (error) {
    pooled.release(error as Error);
    throw error;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method that takes a value with nothing known of it',
      code: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
declare const reason: {};
export async function run(pooled: Pooled) {
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } finally {
    pooled.release(reason);
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Pooled { query(sql: string): Promise<string[]>; release(error?: unknown): void }
declare const reason: {};
export async function run(pooled: Pooled) {
  try {
    const tasks = [pooled.query('a'), pooled.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    pooled.release(reason);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a release in the callback of finally',
      code: `${GIVEN}export async function run(pooled: Client) {
  await Promise.all([pooled.query('a'), pooled.query('b')]).finally(() => pooled.end());
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'a release in the callback of catch',
      code: `${GIVEN}export async function run(pooled: Client) {
  await Promise.all([pooled.query('a'), pooled.query('b')]).catch(async (error) => { await pooled.rollback(); throw error; });
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'a release in a finally of a promise that is returned',
      code: `${GIVEN}export async function run(pooled: Client) {
  return Promise.all(ids.map((id) => pooled.query(id))).then((rows) => rows.length).finally(() => { void pooled.end(); });
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 56,
        },
      ],
    },
    {
      name: 'a release right behind a catch that goes on',
      code: `${GIVEN}export async function run(pooled: Client) {
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } catch (error) {
    console.error(error);
  }
  await pooled.end();
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(pooled: Client) {
  try {
    const tasks = [pooled.query('a'), pooled.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } catch (error) {
    console.error(error);
  }
  await pooled.end();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a release behind a catch, and behind what does not wait',
      code: `${GIVEN}export async function run(pooled: Client) {
  let failure: unknown;
  try {
    await Promise.all([pooled.query('a'), pooled.query('b')]);
  } catch (error) {
    failure = error;
  }
  console.log(failure);
  void pooled.end();
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(pooled: Client) {
  let failure: unknown;
  try {
    const tasks = [pooled.query('a'), pooled.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } catch (error) {
    failure = error;
  }
  console.log(failure);
  void pooled.end();
}`,
            },
          ],
        },
      ],
    },
  ],
});
