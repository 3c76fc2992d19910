import rule from '../../src/rules/no-early-cleanup.ts';
import { ruleTester } from '../rule-tester.ts';

// What a `finally` releases, and who uses it.

// Names that the cases may use without declaring them.
const GIVEN =
  'interface Client { id: string; query(sql: string): Promise<string[]>; table(name: string): { find(id: string): Promise<string> }; release(): void; isOpen: boolean }; declare const pool: { connect(): Promise<Client>; release(client: Client): void }; declare function load(...values: unknown[]): Promise<string>; declare const ids: string[];\n';

ruleTester.run('no-early-cleanup', rule, {
  valid: [
    {
      name: 'one member that uses what is released',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([client.query('a'), load()]);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'a plain value that is read from it at once',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([load(client.id), load(client.id)]);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'a name that is only tested',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([client.isOpen ? load(1) : load(2), load(3)]);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'a list that is read from it before',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const rows = await client.query('a');
  try {
    await Promise.all(rows.map((row) => load(row)));
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'members that cannot reject',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([client.query('a').catch(() => []), client.query('b').catch(() => [])]);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'settled results',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.allSettled([client.query('a'), client.query('b')]);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'members that are settled in the finally first',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const tasks = ids.map((id) => client.query(id));
  try {
    await Promise.all(tasks);
  } finally {
    await Promise.allSettled(tasks); client.release();
  }
}`,
    },
    {
      name: 'members that are settled before',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const tasks = ids.map((id) => client.query(id));
  try {
    await Promise.allSettled(tasks); await Promise.all(tasks);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'members that are settled one by one before',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const a = client.query('a'), b = client.query('b');
  try {
    await Promise.allSettled([a, b]); await Promise.all([a, b]);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'a release before the combinator',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    client.release(); await Promise.all([client.query('a'), client.query('b')]);
  } finally {
    console.log();
  }
}`,
    },
    {
      name: 'a combinator behind the try',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await client.query('a');
  } finally {
    client.release();
  }
  await Promise.all([load(1), load(client)]);
}`,
    },
    {
      name: 'a combinator in the finally',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await client.query('a');
  } finally {
    await Promise.all([load(client, 1), load(client, 2)]); client.release();
  }
}`,
    },
    {
      name: 'a method that releases nothing',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([client.query('a'), client.query('b')]);
  } finally {
    console.log(client.id);
  }
}`,
    },
    {
      name: 'something else that is released',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const other = await pool.connect();
  try {
    await Promise.all([client.query('a'), client.query('b')]);
  } finally {
    other.release();
  }
}`,
    },
    {
      name: 'a release in a function that the finally only makes',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([client.query('a'), client.query('b')]);
  } finally {
    setTimeout(() => { client.release(); });
  }
}`,
    },
    {
      name: 'a return without await, which is a dead handler',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    return Promise.all([client.query('a'), client.query('b')]);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'a timer that races one user',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.race([client.query('a'), new Promise<never>((_, reject) => setTimeout(reject, 5000))]);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'a name of the callback that hides it',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all(ids.map((client) => load(client)));
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'the same field of another object',
      code: `${GIVEN}class Store { client!: Client; async run(other: Store) { try { await Promise.all([other.client.query('a'), other.client.query('b')]); } finally { this.client.release(); } } }
export { Store };`,
    },
    {
      name: 'a list that comes from elsewhere',
      code: `${GIVEN}export async function run(client: Client, tasks: Promise<string>[]) { try { await Promise.all(tasks); } finally { client.release(); } }`,
    },
    {
      name: 'a resource of type any with members of type any',
      code: `${GIVEN}declare const anything: any;
export async function run() { try { await Promise.all([anything.a, anything.b]); } finally { anything.close(); } }`,
    },
    {
      name: 'an IndexedDB, which is closed when its transactions have ended',
      code: `${GIVEN}declare const database: IDBDatabase;
export async function run() { try { await Promise.all([load(database, 1), load(database, 2)]); } finally { database.close(); } }`,
    },
    {
      name: 'an entry that is taken out of a map',
      code: `${GIVEN}export async function run() { const seen = new Map<string, string>(); const key = 'a'; try { await Promise.all(ids.map(async (id) => { seen.set(id + key, await load(id)); })); } finally { seen.delete(key); } }`,
    },
    {
      name: 'a catch that goes on to something that is waited for before the release',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    try {
      await Promise.all([client.query('a'), client.query('b')]);
    } catch (error) {
      console.error(error);
    }
    await load();
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'a catch that waits itself',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    try {
      await Promise.all([client.query('a'), client.query('b')]);
    } catch (error) {
      return await load(error);
    }
    return '';
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'a catch that goes on with the next turn of a loop',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    for (const id of ids) {
      try {
        await Promise.all([client.query(id), client.query('b')]);
      } catch (error) {
        console.error(error);
      }
    }
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'the client of Prisma, when one after the other is made',
      code: `${GIVEN}declare const prisma: { user: { create(name: string): Promise<string> }; $disconnect(): Promise<void> };
export async function run() {
  try {
    for (const id of ids) {
      await prisma.user.create(id);
    }
  } finally {
    await prisma.$disconnect();
  }
}`,
    },
    {
      name: "a function that a transaction's callback gives another client to",
      code: `${GIVEN}declare const db: Client & { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
async function saveAll(tx: Client, names: string[]) {
  await Promise.all(names.map((name) => tx.query(name)));
}
export const run = () => db.transaction(async (tx) => {
  await saveAll(db, ids);
  await tx.query('a');
});`,
    },
    {
      name: "a function whose failure a transaction's callback handles, and goes on",
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
async function saveAll(tx: Client, names: string[]) {
  await Promise.all(names.map((name) => tx.query(name)));
}
export const run = () => db.transaction(async (tx) => {
  try {
    await saveAll(tx, ids);
  } catch {
    await tx.query('rollback to savepoint');
  }
});`,
    },
    {
      name: 'a function that is given what is released behind it, not waited for',
      code: `${GIVEN}async function loadAll(client: Client) {
  return await Promise.all([client.query('a'), client.query('b')]);
}
export async function run() {
  const client = await pool.connect();
  try {
    void loadAll(client);
  } finally {
    client.release();
  }
}`,
    },
    {
      name: 'what others are cancelled by',
      code: `${GIVEN}declare class Source { cancel(): void; dispose(): void }
declare function ask(id: string, source: Source): Promise<string>;
export async function run(source: Source) {
  try {
    await Promise.all(ids.map((id) => ask(id, source)));
  } finally {
    source.dispose();
  }
}`,
    },
  ],
  invalid: [
    {
      name: 'two calls of a method of what is released',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([client.query('a'), client.query('b')]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 7',
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
  const client = await pool.connect();
  try {
    const tasks = [client.query('a'), client.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
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
      name: 'results that are taken apart',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    const [one, two] = await Promise.all([
      client.query('a'), // one
      load(client),
    ]);
    console.log(one.length, two.trim());
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 11',
            users: '`client.query` or `load`',
            use: 'use `client`',
          },
          line: 5,
          column: 30,
          endLine: 8,
          endColumn: 7,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    const tasks = [
      client.query('a'), // one
      load(client),
    ] as const;
    await Promise.allSettled(tasks);
    const [one, two] = await Promise.all(tasks);
    console.log(one.length, two.trim());
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
      name: 'a callback for each item, and a pool that takes the client back',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    return await Promise.all(ids.map((id) => client.query(id)));
  } finally {
    pool.release(client);
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`pool.release()` in line 7',
            users: 'the rest of `ids.map`',
            use: 'use `client`',
          },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    const tasks = ids.map((id) => client.query(id));
    await Promise.allSettled(tasks);
    return await Promise.all(tasks);
  } finally {
    pool.release(client);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback that captures it',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all(ids.map(async (id) => { const rows = await client.query(id); await load(rows); }));
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 7',
            users: 'the rest of `ids.map`',
            use: 'use `client`',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 105,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    const tasks = ids.map(async (id) => { const rows = await client.query(id); await load(rows); });
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
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
      name: 'it is given as an argument',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([load(client), load({ client })]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 7',
            users: 'another `load`',
            use: 'use `client`',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    const tasks = [load(client), load({ client })] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
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
      name: 'a function of the same function uses it',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const find = async (id: string) => { await client.query(id); };
  try {
    await Promise.all([find('a'), find('b')]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 8',
            users: 'another `find`',
            use: 'use `client`',
          },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const find = async (id: string) => { await client.query(id); };
  try {
    const tasks = [find('a'), find('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
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
      name: 'a field, used by methods',
      code: `${GIVEN}export class Store {
  #client!: Client;
  async #users() { await this.#client.query('a'); }
  async #posts() { await this.#client.query('b'); }
  async run() {
    try {
      await Promise.all([this.#users(), this.#posts()]);
    } finally {
      this.#client.release();
    }
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`this.#client.release()` in line 10',
            users: '`this.#users` or `this.#posts`',
            use: 'use `this.#client`',
          },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export class Store {
  #client!: Client;
  async #users() { await this.#client.query('a'); }
  async #posts() { await this.#client.query('b'); }
  async run() {
    try {
      const tasks = [this.#users(), this.#posts()] as const;
      await Promise.allSettled(tasks);
      await Promise.all(tasks);
    } finally {
      this.#client.release();
    }
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a member of a parameter',
      code: `${GIVEN}export async function run(context: { client: Client }) {
  try {
    await Promise.all(ids.map((id) => context.client.query(id)));
  } finally {
    context.client?.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`context.client?.release()` in line 6',
            users: 'the rest of `ids.map`',
            use: 'use `context.client`',
          },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(context: { client: Client }) {
  try {
    const tasks = ids.map((id) => context.client.query(id));
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    context.client?.release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'something made from it that lives as long',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const users = client.table('users');
  try {
    await Promise.all([users.find('a'), users.find('b')]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 8',
            users: 'another `users.find`',
            use: 'use `client`',
          },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const users = client.table('users');
  try {
    const tasks = [users.find('a'), users.find('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
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
      name: 'members under names',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const a = client.query('a');
  const b = client.query('b');
  try {
    await Promise.all([a, b]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 9',
            users: '`a` or `b`',
            use: 'use `client`',
          },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const a = client.query('a');
  const b = client.query('b');
  try {
    const tasks = [a, b] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
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
      name: 'members that are pushed in a loop',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const tasks: Promise<unknown>[] = [];
  for (const id of ids) tasks.push(client.query(id));
  try {
    await Promise.all(tasks);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 9',
            users: 'the rest of `client.query`',
            use: 'use `client`',
          },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const tasks: Promise<unknown>[] = [];
  for (const id of ids) tasks.push(client.query(id));
  try {
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
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
      name: 'members that are spread from a choice',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([...(ids.length > 1 ? ids.map((id) => client.query(id)) : [])]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 7',
            users: 'the rest of `ids.map`',
            use: 'use `client`',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 86,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    const tasks = [...(ids.length > 1 ? ids.map((id) => client.query(id)) : [])] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
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
      name: 'a release behind a condition',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([client.query('a'), client.query('b')]);
  } finally {
    if (client.isOpen) client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 7',
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
  const client = await pool.connect();
  try {
    const tasks = [client.query('a'), client.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    if (client.isOpen) client.release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a handler on the combinator, which comes as early',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.all([client.query('a'), client.query('b')]).catch(console.error);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 7',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'a promise that is awaited under a name',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    const all = Promise.all([client.query('a'), client.query('b')]);
    await all;
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 8',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'a try around the try',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    try { await Promise.all([client.query('a'), client.query('b')]); } catch (error) { console.error(error); throw error; }
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'rejects',
            release: '`client.release()` in line 7',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    try { const tasks = [client.query('a'), client.query('b')] as const; await Promise.allSettled(tasks); await Promise.all(tasks); } catch (error) { console.error(error); throw error; }
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
      name: 'the first success of any',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.any([client.query('a'), client.query('b')]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'fulfils',
            release: '`client.release()` in line 7',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'the first of a race',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    await Promise.race([client.query('a'), client.query('b')]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          data: {
            event: 'settles',
            release: '`client.release()` in line 7',
            users: 'another `client.query`',
            use: 'use `client`',
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'releases that are waited for together',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const other = await pool.connect();
  try {
    return await Promise.all([client.query('a'), client.query('b')]);
  } finally {
    await Promise.allSettled([client.release(), other.release()]);
  }
}
`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  const other = await pool.connect();
  try {
    const tasks = [client.query('a'), client.query('b')] as const;
    await Promise.allSettled(tasks);
    return await Promise.all(tasks);
  } finally {
    await Promise.allSettled([client.release(), other.release()]);
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a catch that goes on to nothing but the release',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    try {
      await Promise.all([client.query('a'), client.query('b')]);
    } catch (error) {
      console.error(error);
    }
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
          endColumn: 64,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    try {
      const tasks = [client.query('a'), client.query('b')] as const;
      await Promise.allSettled(tasks);
      await Promise.all(tasks);
    } catch (error) {
      console.error(error);
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
      name: 'a catch that returns from what releases',
      code: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    try {
      await Promise.all([client.query('a'), client.query('b')]);
    } catch {
      return undefined;
    }
    return await client.query('c');
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
          endColumn: 64,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run() {
  const client = await pool.connect();
  try {
    try {
      const tasks = [client.query('a'), client.query('b')] as const;
      await Promise.allSettled(tasks);
      await Promise.all(tasks);
    } catch {
      return undefined;
    }
    return await client.query('c');
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
      name: 'the client of Prisma',
      code: `${GIVEN}declare const prisma: { user: { create(name: string): Promise<string> }; $disconnect(): Promise<void> };
export async function run() {
  try {
    await Promise.all(ids.map((id) => prisma.user.create(id)));
  } finally {
    await prisma.$disconnect();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const prisma: { user: { create(name: string): Promise<string> }; $disconnect(): Promise<void> };
export async function run() {
  try {
    const tasks = ids.map((id) => prisma.user.create(id));
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    await prisma.$disconnect();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: "a function that a transaction's callback gives its client to",
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
async function saveAll(tx: Client, names: string[]) {
  await Promise.all(names.map((name) => tx.query(name)));
}
export const run = () => db.transaction(async (tx) => {
  await saveAll(tx, ids);
});`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
async function saveAll(tx: Client, names: string[]) {
  const tasks = names.map((name) => tx.query(name));
  await Promise.allSettled(tasks);
  await Promise.all(tasks);
}
export const run = () => db.transaction(async (tx) => {
  await saveAll(tx, ids);
});`,
            },
          ],
        },
      ],
    },
    {
      name: "a method that returns what a transaction's callback returns",
      code: `${GIVEN}declare const db: { transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
export class Store {
  run() {
    return db.transaction((tx) => this.saveAll(ids, tx));
  }
  private saveAll(names: string[], tx: Client) {
    return Promise.all(names.map((name) => tx.query(name)));
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 8,
          column: 12,
          endLine: 8,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'a function that is given what is released behind it',
      code: `${GIVEN}async function loadAll(client: Client) {
  return await Promise.all([client.query('a'), client.query('b')]);
}
export async function run() {
  const client = await pool.connect();
  try {
    return await loadAll(client);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 3,
          column: 16,
          endLine: 3,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}async function loadAll(client: Client) {
  const tasks = [client.query('a'), client.query('b')] as const;
  await Promise.allSettled(tasks);
  return await Promise.all(tasks);
}
export async function run() {
  const client = await pool.connect();
  try {
    return await loadAll(client);
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
      name: 'what others ask, and is disposed',
      code: `${GIVEN}declare class Source { dispose(): void }
declare function ask(id: string, source: Source): Promise<string>;
export async function run(source: Source) {
  try {
    await Promise.all(ids.map((id) => ask(id, source)));
  } finally {
    source.dispose();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}declare class Source { dispose(): void }
declare function ask(id: string, source: Source): Promise<string>;
export async function run(source: Source) {
  try {
    const tasks = ids.map((id) => ask(id, source));
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    source.dispose();
  }
}`,
            },
          ],
        },
      ],
    },
  ],
});
