import rule from '../../src/rules/no-early-cleanup.ts';
import { ruleTester } from '../rule-tester.ts';

// Where all can be settled first, by statements that are written, and types that stay.

// Names that the cases may use without declaring them.
const GIVEN =
  'interface Client { id: string; query(sql: string): Promise<string[]>; table(name: string): { find(id: string): Promise<string> }; release(): void; isOpen: boolean }; declare const pool: { connect(): Promise<Client>; release(client: Client): void }; declare function load(...values: unknown[]): Promise<string>; declare const ids: string[];\n';

ruleTester.run('no-early-cleanup', rule, {
  valid: [],
  invalid: [
    {
      name: 'the body of a condition, without braces',
      code: `${GIVEN}export async function run(isOpen: boolean) {
  const client = await pool.connect();
  try {
    if (isOpen) await Promise.all([client.query('a'), client.query('b')]);
    else await load();
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(isOpen: boolean) {
  const client = await pool.connect();
  try {
    if (isOpen) { const tasks = [client.query('a'), client.query('b')] as const; await Promise.allSettled(tasks); await Promise.all(tasks); }
    else await load();
  } finally {
    client.release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the body of a loop, without braces',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    for (const id of ids)
      await Promise.all(ids.map((other) => client.query(id + other)));
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    for (const id of ids)
      { const tasks = ids.map((other) => client.query(id + other)); await Promise.allSettled(tasks); await Promise.all(tasks); }
  } finally {
    client.release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a case, and what it returns',
      code: `${GIVEN}export async function run(kind: 'a' | 'b') {
  const client = await pool.connect();
  try {
    switch (kind) {
      case 'a':
        return await Promise.all([client.query('a'), client.query('b')]);
      case 'b':
        return [];
    }
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 22,
          endLine: 7,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(kind: 'a' | 'b') {
  const client = await pool.connect();
  try {
    switch (kind) {
      case 'a':
        { const tasks = [client.query('a'), client.query('b')] as const; await Promise.allSettled(tasks); return await Promise.all(tasks); }
      case 'b':
        return [];
    }
  } finally {
    client.release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a case that declares what comes after it',
      code: `${GIVEN}export async function run(kind: 'a' | 'b') {
  const client = await pool.connect();
  try {
    switch (kind) {
      case 'a':
        const both = await Promise.all([client.query('a'), client.query('b')]);
        return both;
      default:
        return [];
    }
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 28,
          endLine: 7,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'a type that is given for the results of a list',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    return await Promise.all<string[]>(ids.map((id) => client.query(id)));
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    const tasks = ids.map((id) => client.query(id));
    await Promise.allSettled(tasks);
    return await Promise.all<string[]>(tasks);
  } finally {
    client.release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a type that is given for the results of a tuple',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    return await Promise.all<[Promise<string[]>, Promise<string[]>]>([client.query('a'), client.query('b')]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 109,
        },
      ],
    },
    {
      name: 'a type that is expected of what a callback computes',
      code: `${GIVEN}export async function run(): Promise<string[][]> {
  const client = await pool.connect();
  try {
    return await Promise.all(ids.map(async (id) => {
      const rows = await client.query(id);
      return rows;
    }));
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 18,
          endLine: 8,
          endColumn: 8,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(): Promise<string[][]> {
  const client = await pool.connect();
  try {
    const tasks = ids.map(async (id) => {
      const rows = await client.query(id);
      return rows;
    });
    await Promise.allSettled(tasks);
    return await Promise.all(tasks);
  } finally {
    client.release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a type that is expected of what a callback writes out',
      code: `${GIVEN}export async function run(): Promise<{ kind: 'a'; rows: string[] }[]> {
  const client = await pool.connect();
  try {
    return await Promise.all(ids.map(async (id) => {
      const rows = await client.query(id);
      return { kind: 'a', rows };
    }));
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 18,
          endLine: 8,
          endColumn: 8,
        },
      ],
    },
    {
      name: 'a return without await under using, in a function that is not async',
      code: `${GIVEN}interface Handle extends Disposable { query(sql: string): Promise<string[]> }
declare function open(): Handle;
export const run = function (): Promise<unknown[]> {
  using handle = open();
  return Promise.all([handle.query('a'), load()]);
};`,
      errors: [
        {
          messageId: 'earlyDisposal',
          line: 6,
          column: 10,
          endLine: 6,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'insertAwait',
              output: `${GIVEN}interface Handle extends Disposable { query(sql: string): Promise<string[]> }
declare function open(): Handle;
export const run = async function (): Promise<unknown[]> {
  using handle = open();
  return await Promise.all([handle.query('a'), load()]);
};`,
            },
          ],
        },
      ],
    },
    {
      name: 'a return without await under using, in a method that is not async',
      code: `${GIVEN}interface Handle extends Disposable { query(sql: string): Promise<string[]> }
declare function open(): Handle;
export class Store {
  run() {
    using handle = open();
    return Promise.all([handle.query('a'), load()]);
  }
}`,
      errors: [
        {
          messageId: 'earlyDisposal',
          line: 7,
          column: 12,
          endLine: 7,
          endColumn: 52,
        },
      ],
    },
    {
      name: 'queries whose work begins when they are asked for their result: nothing asks them twice',
      code: `${GIVEN}interface Query<T> extends PromiseLike<T> { where(name: string): this }
interface Table { insert(row: string): Query<void>; save(row: string): Promise<void> }
declare const db: { transaction<T>(run: (tx: Table) => Promise<T>): Promise<T> };
export async function run() {
  await db.transaction(async (tx) => {
    await Promise.all(ids.map((id) => tx.insert(id)));
  });
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 54,
        },
      ],
    },
    {
      name: 'one such query among promises',
      code: `${GIVEN}interface Query<T> extends PromiseLike<T> { where(name: string): this }
interface Table { insert(row: string): Query<void>; save(row: string): Promise<void> }
declare const db: { transaction<T>(run: (tx: Table) => Promise<T>): Promise<T> };
export async function run() {
  await db.transaction(async (tx) => {
    await Promise.all([tx.save('a'), tx.insert('b').where('c')]);
  });
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 65,
        },
      ],
    },
    {
      name: 'a subtype of Promise that its author declares',
      code: `${GIVEN}interface LazyPromise<T> extends Promise<T> { kind: 'lazy' }
declare const db: { transaction<T>(run: (tx: { insert(row: string): LazyPromise<void> }) => Promise<T>): Promise<T> };
export async function run() {
  await db.transaction(async (tx) => {
    await Promise.all(ids.map((id) => tx.insert(id)));
  });
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 54,
        },
      ],
    },
    {
      name: 'a helper that passes such a promise on as a plain one',
      code: `${GIVEN}interface LazyPromise<T> extends Promise<T> { kind: 'lazy' }
interface Table { insert(row: string): LazyPromise<void> }
declare const db: { transaction<T>(run: (tx: Table) => Promise<T>): Promise<T> };
function insert(tx: Table, row: string): Promise<void> {
  return tx.insert(row);
}
export async function run() {
  await db.transaction(async (tx) => {
    await Promise.all(ids.map((id) => insert(tx, id)));
  });
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 10,
          column: 11,
          endLine: 10,
          endColumn: 55,
        },
      ],
    },
    {
      name: 'an async function that awaits such a query runs once',
      code: `${GIVEN}interface Query<T> extends PromiseLike<T> { where(name: string): this }
interface Table { insert(row: string): Query<void>; save(row: string): Promise<void> }
declare const db: { transaction<T>(run: (tx: Table) => Promise<T>): Promise<T> };
export async function run() {
  await db.transaction(async (tx) => {
    await Promise.all(ids.map(async (id) => { await tx.insert(id); }));
  });
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Query<T> extends PromiseLike<T> { where(name: string): this }
interface Table { insert(row: string): Query<void>; save(row: string): Promise<void> }
declare const db: { transaction<T>(run: (tx: Table) => Promise<T>): Promise<T> };
export async function run() {
  await db.transaction(async (tx) => {
    const tasks = ids.map(async (id) => { await tx.insert(id); });
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  });
}`,
            },
          ],
        },
      ],
    },
  ],
});
