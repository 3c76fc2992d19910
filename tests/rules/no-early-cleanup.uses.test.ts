import rule from '../../src/rules/no-early-cleanup.ts';
import { ruleTester } from '../rule-tester.ts';

// What counts as a use that may last until the release.

const GIVEN = `import { once, type EventEmitter } from 'node:events';
interface Client extends EventEmitter { query(sql: string): Promise<string[]>; exec(sql: string, done: () => void): void; send(text: string): void; quote(text: string): string; destroy(): void }
declare function load(id: string): Promise<string>;
declare const ids: string[];
`;

ruleTester.run('no-early-cleanup', rule, {
  valid: [
    {
      name: 'members that wait for events of what is released',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all([once(client, 'open'), once(client, 'ready')]);
  } finally {
    client.destroy();
  }
}`,
    },
    {
      name: 'members that listen to what is released',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all([new Promise((resolve) => client.once('open', resolve)), new Promise((_, reject) => client.on('error', reject)), load('a')]);
  } finally {
    client.destroy();
  }
}`,
    },
    {
      name: 'a use that is over before the member waits',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all([client.query('a'), (async () => { client.send('a'); await load('a'); })()]);
  } finally {
    client.destroy();
  }
}`,
    },
    {
      name: 'a use before the promise of each member is made',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all(ids.map((id) => load(client.quote(id))));
  } finally {
    client.destroy();
  }
}`,
    },
    {
      name: 'uses in a loop before the await',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all(ids.map(async (id) => { for (const part of id) { client.send(part); } await load(id); }));
  } finally {
    client.destroy();
  }
}`,
    },
    {
      name: 'members that listen until something comes',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all([new Promise<void>((resolve) => { const end = () => { client.off('open', end); resolve(); }; client.on('open', end); }), new Promise<void>((_, reject) => { client.once('error', reject); }), load('a')]);
  } finally {
    client.destroy();
  }
}`,
    },
    {
      name: 'members that only wait for what one of them brings about in a page',
      code: `${GIVEN}interface Page { waitForResponse(url: string): Promise<string>; waitForURL(url: string): Promise<void>; waitForLoadState(): Promise<void>; click(selector: string): Promise<void>; close(): void }
export async function run(page: Page) {
  try { await Promise.all([page.waitForResponse('/a'), page.waitForURL('/b'), page.waitForLoadState(), page.click('#a')]); } finally { page.close(); }
}`,
    },
    {
      name: 'a member that waits for an element of a page',
      code: `${GIVEN}interface Page { locator(name: string): { waitFor(): Promise<void> }; click(selector: string): Promise<void>; close(): void }
export async function run(page: Page) {
  try { await Promise.all([page.locator('#b').waitFor(), page.click('#a')]); } finally { page.close(); }
}`,
    },
    {
      name: 'a promise that what is released holds',
      code: `${GIVEN}interface Session { recv(): Promise<string>; ready: Promise<void>; closed: Promise<unknown>; state: { flush(): Promise<void> }; end(): void }
export async function run(session: Session) {
  try {
    await Promise.all([session.ready, session.recv()]);
  } finally {
    session.end();
  }
}`,
    },
    {
      name: 'such a promise under a name',
      code: `${GIVEN}interface Session { recv(): Promise<string>; ready: Promise<void>; closed: Promise<unknown>; state: { flush(): Promise<void> }; end(): void }
export async function run(session: Session) {
  const closed = session.closed;
  try {
    return await Promise.race([session.recv(), closed]);
  } finally {
    session.end();
  }
}`,
    },
    {
      name: 'what is attached to such a promise',
      code: `${GIVEN}interface Session { recv(): Promise<string>; ready: Promise<void>; closed: Promise<unknown>; state: { flush(): Promise<void> }; end(): void }
export async function run(session: Session) {
  try {
    return await Promise.race([session.recv(), session.closed.then((code) => { throw new Error(String(code)); })]);
  } finally {
    session.end();
  }
}`,
    },
    {
      name: 'such a promise, awaited in a callback',
      code: `${GIVEN}interface Session { recv(): Promise<string>; ready: Promise<void>; closed: Promise<unknown>; state: { flush(): Promise<void> }; end(): void }
export async function run(session: Session) {
  try {
    await Promise.all([session.recv(), (async () => { await session.ready; await load('a'); })()]);
  } finally {
    session.end();
  }
}`,
    },
    {
      name: 'the losers of a race, which the end of a stream stops',
      code: `${GIVEN}import type { Duplex } from 'node:stream';
declare function pump(from: Duplex, to: Duplex): Promise<void>;
export async function run(one: Duplex, other: Duplex) {
  try {
    await Promise.race([pump(one, other), pump(other, one)]);
  } finally {
    one.destroy();
    other.destroy();
  }
}`,
    },
    {
      name: 'loops over a socket, by its methods',
      code: `${GIVEN}interface Ws { send(text: string): Promise<void>; messages(): AsyncIterable<string>; close(): void }
async function read(ws: Ws) { for await (const message of ws.messages()) { await load(message); } }
async function ping(ws: Ws) { for (;;) { await ws.send('ping'); } }
export async function run(ws: Ws) {
  try {
    await Promise.race([read(ws), ping(ws)]);
  } finally {
    ws.close();
  }
}`,
    },
    {
      name: 'a subclass of a socket under a using',
      code: `${GIVEN}import { Socket } from 'node:net';
declare class Connection extends Socket { read2(): Promise<string> }
export async function run() {
  await using connection = new Connection();
  await Promise.race([connection.read2(), connection.read2()]);
}`,
    },
  ],
  invalid: [
    {
      name: 'members that wait for events and then use what is released',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all([once(client, 'open').then(() => client.query('a')), once(client, 'ready').then(() => client.query('b'))]);
  } finally {
    client.destroy();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 129,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(client: Client) {
  try {
    const tasks = [once(client, 'open').then(() => client.query('a')), once(client, 'ready').then(() => client.query('b'))] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    client.destroy();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'listeners that use what is released',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all([new Promise<void>((resolve) => client.on('open', () => { client.send('a'); resolve(); })), client.query('b')]);
  } finally {
    client.destroy();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 134,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(client: Client) {
  try {
    const tasks = [new Promise<void>((resolve) => client.on('open', () => { client.send('a'); resolve(); })), client.query('b')] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    client.destroy();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a use behind the first await of the member',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all([client.query('a'), (async () => { await load('a'); client.send('a'); })()]);
  } finally {
    client.destroy();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 99,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(client: Client) {
  try {
    const tasks = [client.query('a'), (async () => { await load('a'); client.send('a'); })()] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    client.destroy();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a use before the await, and again in the next turn of the loop',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all(ids.map(async (id) => { for (const part of id) { client.send(part); await load(part); } }));
  } finally {
    client.destroy();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 114,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(client: Client) {
  try {
    const tasks = ids.map(async (id) => { for (const part of id) { client.send(part); await load(part); } });
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    client.destroy();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call that tells its end by a callback',
      code: `${GIVEN}export async function run(client: Client) {
  try {
    await Promise.all(ids.map((id) => new Promise<void>((resolve) => { client.exec(id, () => { resolve(); }); }).then(() => load(id))));
  } finally {
    client.destroy();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 136,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}export async function run(client: Client) {
  try {
    const tasks = ids.map((id) => new Promise<void>((resolve) => { client.exec(id, () => { resolve(); }); }).then(() => load(id)));
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    client.destroy();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'two members that act on a page while another one waits',
      code: `${GIVEN}interface Page { waitForURL(url: string): Promise<void>; click(selector: string): Promise<void>; close(): void }
export async function run(page: Page) {
  try { await Promise.all([page.waitForURL('/b'), page.click('#a'), page.click('#b')]); } finally { page.close(); }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 87,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Page { waitForURL(url: string): Promise<void>; click(selector: string): Promise<void>; close(): void }
export async function run(page: Page) {
  try { const tasks = [page.waitForURL('/b'), page.click('#a'), page.click('#b')] as const; await Promise.allSettled(tasks); await Promise.all(tasks); } finally { page.close(); }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'results that are assigned',
      code: `${GIVEN}interface Counter { count(sql: string): Promise<number>; close(): void }
export async function run(counter: Counter) {
  let one: number, two: number;
  try { [one, two] = await Promise.all([counter.count('a'), counter.count('b')]); } finally { counter.close(); }
  return one + two;
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 8,
          column: 28,
          endLine: 8,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Counter { count(sql: string): Promise<number>; close(): void }
export async function run(counter: Counter) {
  let one: number, two: number;
  try { const tasks = [counter.count('a'), counter.count('b')] as const; await Promise.allSettled(tasks); [one, two] = await Promise.all(tasks); } finally { counter.close(); }
  return one + two;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'results of types that are given, flattened at once',
      code: `${GIVEN}interface Store { get<T>(sql: string): Promise<T[]>; close(): void }
export async function run(store: Store): Promise<string[]> {
  try { return (await Promise.all(ids.map((id) => store.get<string>(id)))).flat(); } finally { store.close(); }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 23,
          endLine: 7,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Store { get<T>(sql: string): Promise<T[]>; close(): void }
export async function run(store: Store): Promise<string[]> {
  try { const tasks = ids.map((id) => store.get<string>(id)); await Promise.allSettled(tasks); return (await Promise.all(tasks)).flat(); } finally { store.close(); }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'results under a type that is written, of calls whose type is given',
      code: `${GIVEN}interface Store { get<T>(sql: string): Promise<T[]>; close(): void }
export async function run(store: Store) {
  try { const rows: [string[], number[]] = await Promise.all([store.get<string>('a'), store.get<number>('b')]); return rows; } finally { store.close(); }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 7,
          column: 50,
          endLine: 7,
          endColumn: 111,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Store { get<T>(sql: string): Promise<T[]>; close(): void }
export async function run(store: Store) {
  try { const tasks = [store.get<string>('a'), store.get<number>('b')] as const; await Promise.allSettled(tasks); const rows: [string[], number[]] = await Promise.all(tasks); return rows; } finally { store.close(); }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call behind such a promise',
      code: `${GIVEN}interface Session { recv(): Promise<string>; ready: Promise<void>; closed: Promise<unknown>; state: { flush(): Promise<void> }; end(): void }
export async function run(session: Session) {
  try {
    await Promise.all([session.recv(), session.ready.then(() => session.recv())]);
  } finally {
    session.end();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Session { recv(): Promise<string>; ready: Promise<void>; closed: Promise<unknown>; state: { flush(): Promise<void> }; end(): void }
export async function run(session: Session) {
  try {
    const tasks = [session.recv(), session.ready.then(() => session.recv())] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    session.end();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method of an object that it holds',
      code: `${GIVEN}interface Session { recv(): Promise<string>; ready: Promise<void>; closed: Promise<unknown>; state: { flush(): Promise<void> }; end(): void }
export async function run(session: Session) {
  try {
    await Promise.all([session.recv(), session.state.flush()]);
  } finally {
    session.end();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 63,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}interface Session { recv(): Promise<string>; ready: Promise<void>; closed: Promise<unknown>; state: { flush(): Promise<void> }; end(): void }
export async function run(session: Session) {
  try {
    const tasks = [session.recv(), session.state.flush()] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    session.end();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'all of whom are awaited',
      code: `${GIVEN}import type { Duplex } from 'node:stream';
declare function pump(from: Duplex, to: Duplex): Promise<void>;
export async function run(one: Duplex, other: Duplex) {
  try {
    await Promise.all([pump(one, other), pump(other, one)]);
  } finally {
    one.destroy();
    other.destroy();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'settleAll',
              output: `${GIVEN}import type { Duplex } from 'node:stream';
declare function pump(from: Duplex, to: Duplex): Promise<void>;
export async function run(one: Duplex, other: Duplex) {
  try {
    const tasks = [pump(one, other), pump(other, one)] as const;
    await Promise.allSettled(tasks);
    await Promise.all(tasks);
  } finally {
    one.destroy();
    other.destroy();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the first query on what goes back to others',
      code: `${GIVEN}interface Pooled { send(sql: string): Promise<string>; release(): void }
export async function run(client: Pooled) {
  try {
    return await Promise.race([client.send('a'), client.send('b')]);
  } finally {
    client.release();
  }
}`,
      errors: [
        {
          messageId: 'earlyRelease',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 68,
        },
      ],
    },
  ],
});
