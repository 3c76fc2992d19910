import rule from '../../src/rules/no-late-handling.ts';
import { ruleTester } from '../rule-tester.ts';

// Where a start may be moved behind what comes in between: not where that may change what the start finds.

const GIVEN = `interface Api { user(id: string): Promise<string>; orders(query: string): Promise<string>; getOrders(id: string): Promise<string>; log(text: string): Promise<void> }
declare const api: Api;
declare function load(id: unknown): Promise<string>;
declare function other(value?: unknown): Promise<void>;
declare function saveUser(id: string): Promise<void>;
declare function mutate(value: unknown): Promise<void>;
`;

ruleTester.run('no-late-handling', rule, {
  valid: [
    {
      name: 'what is asked whether it is a promise',
      code: `${GIVEN}function make(id: string): { value: string } | Promise<{ value: string }> {
  return id === '' ? { value: id } : load(id).then((value) => ({ value }));
}
declare function take(box: unknown): Promise<string>;
export function run(known: boolean): unknown {
  const made = make('a');
  if (made instanceof Promise) {
    return take(made);
  }
  return 'none';
}
`,
    },
    {
      name: 'what is asked whether it is a promise, among other things',
      code: `${GIVEN}function make(id: string): { value: string } | Promise<{ value: string }> {
  return id === '' ? { value: id } : load(id).then((value) => ({ value }));
}
declare function take(box: unknown): Promise<string>;
export function run(known: boolean): unknown {
  const made = make('a');
  if (known || made instanceof Promise) {
    return take(made);
  }
  return 'none';
}
`,
    },
  ],
  invalid: [
    {
      name: 'a field that is read, and a method of its object in between',
      code: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f() {
    const user = api.user(this.id);
    await this.refresh();
    return await user;
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 11,
          column: 18,
          endLine: 11,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f() {
    const user = api.user(this.id);
    user.catch(() => {}); // Its rejection waits for whoever handles it below.
    await this.refresh();
    return await user;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a parameter that is read, and a method of the object in between',
      code: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f(id: string) {
    const user = api.user(id);
    await this.refresh();
    return await user;
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 11,
          column: 18,
          endLine: 11,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f(id: string) {
    const user = api.user(id);
    user.catch(() => {}); // Its rejection waits for whoever handles it below.
    await this.refresh();
    return await user;
  }
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f(id: string) {
    await this.refresh();
    return await api.user(id);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a field that is read, and its object given away in between',
      code: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f() {
    const user = api.user(this.id);
    await mutate(this);
    return await user;
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 11,
          column: 18,
          endLine: 11,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f() {
    const user = api.user(this.id);
    user.catch(() => {}); // Its rejection waits for whoever handles it below.
    await mutate(this);
    return await user;
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a field that is read, and its text given away in between',
      code: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f() {
    const user = api.user(this.id);
    await mutate(this.id);
    return await user;
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 11,
          column: 18,
          endLine: 11,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f() {
    const user = api.user(this.id);
    user.catch(() => {}); // Its rejection waits for whoever handles it below.
    await mutate(this.id);
    return await user;
  }
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export class Page {
  id = '';
  declare refresh: () => Promise<void>;
  async f() {
    await mutate(this.id);
    return await api.user(this.id);
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a member that is read, and its object given away in between',
      code: `${GIVEN}export async function f(options: { query: string }) {
  const orders = api.orders(options.query);
  await mutate(options);
  return await orders;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(options: { query: string }) {
  const orders = api.orders(options.query);
  orders.catch(() => {}); // Its rejection waits for whoever handles it below.
  await mutate(options);
  return await orders;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a member that is read, and its object given away in a literal in between',
      code: `${GIVEN}export async function f(options: { query: string }) {
  const orders = api.orders(options.query);
  await mutate({ options });
  return await orders;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(options: { query: string }) {
  const orders = api.orders(options.query);
  orders.catch(() => {}); // Its rejection waits for whoever handles it below.
  await mutate({ options });
  return await orders;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a member that is read, and its text given away in between',
      code: `${GIVEN}export async function f(options: { query: string }) {
  const orders = api.orders(options.query);
  await mutate(options.query);
  return await orders;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(options: { query: string }) {
  const orders = api.orders(options.query);
  orders.catch(() => {}); // Its rejection waits for whoever handles it below.
  await mutate(options.query);
  return await orders;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f(options: { query: string }) {
  await mutate(options.query);
  return await api.orders(options.query);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an object that is given, and given away in between',
      code: `${GIVEN}export async function f(options: { query: string }) {
  const orders = load(options);
  await mutate(options);
  return await orders;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(options: { query: string }) {
  const orders = load(options);
  orders.catch(() => {}); // Its rejection waits for whoever handles it below.
  await mutate(options);
  return await orders;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a text that is given, and given away in between',
      code: `${GIVEN}export async function f(query: string) {
  const orders = load(query);
  await mutate(query);
  return await orders;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(query: string) {
  const orders = load(query);
  orders.catch(() => {}); // Its rejection waits for whoever handles it below.
  await mutate(query);
  return await orders;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f(query: string) {
  await mutate(query);
  return await load(query);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an object that is given, and another one given away in between',
      code: `${GIVEN}export async function f(options: { query: string }, others: { query: string }) {
  const orders = load(options);
  await mutate(others);
  return await orders;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(options: { query: string }, others: { query: string }) {
  const orders = load(options);
  orders.catch(() => {}); // Its rejection waits for whoever handles it below.
  await mutate(others);
  return await orders;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f(options: { query: string }, others: { query: string }) {
  await mutate(others);
  return await load(options);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an object that is given, and logged in between',
      code: `${GIVEN}export async function f(options: { query: string }) {
  const orders = load(options);
  console.log(options);
  await other();
  return await orders;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(options: { query: string }) {
  const orders = load(options);
  orders.catch(() => {}); // Its rejection waits for whoever handles it below.
  console.log(options);
  await other();
  return await orders;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f(options: { query: string }) {
  console.log(options);
  await other();
  return await load(options);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'what was before, and the same call behind what changes it',
      code: `${GIVEN}export async function f(id: string) {
  const before = api.user(id);
  await api.log('rename');
  const after = await api.user(id);
  return [await before, after];
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 30,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(id: string) {
  const before = api.user(id);
  before.catch(() => {}); // Its rejection waits for whoever handles it below.
  await api.log('rename');
  const after = await api.user(id);
  return [await before, after];
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call of the same object in between',
      code: `${GIVEN}export async function f(id: string) {
  const user = api.user(id);
  await api.log('read');
  return await user;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 28,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(id: string) {
  const user = api.user(id);
  user.catch(() => {}); // Its rejection waits for whoever handles it below.
  await api.log('read');
  return await user;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call of the same object in between that reads alone',
      code: `${GIVEN}export async function f(id: string) {
  const user = api.user(id);
  const orders = await api.getOrders(id);
  return [await user, orders];
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 28,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(id: string) {
  const user = api.user(id);
  user.catch(() => {}); // Its rejection waits for whoever handles it below.
  const orders = await api.getOrders(id);
  return [await user, orders];
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f(id: string) {
  const orders = await api.getOrders(id);
  return [await api.user(id), orders];
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the object itself given away in between',
      code: `${GIVEN}export async function f(id: string) {
  const user = api.user(id);
  await mutate(api);
  return await user;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 28,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(id: string) {
  const user = api.user(id);
  user.catch(() => {}); // Its rejection waits for whoever handles it below.
  await mutate(api);
  return await user;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the same function in between',
      code: `${GIVEN}export async function f(id: string) {
  const user = load(id);
  await load('other');
  return await user;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(id: string) {
  const user = load(id);
  user.catch(() => {}); // Its rejection waits for whoever handles it below.
  await load('other');
  return await user;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'another function in between',
      code: `${GIVEN}export async function f(id: string) {
  const user = load(id);
  await other();
  return await user;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(id: string) {
  const user = load(id);
  user.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  return await user;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f(id: string) {
  await other();
  return await load(id);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call in between that writes',
      code: `${GIVEN}export async function f(id: string) {
  const user = load(id);
  await saveUser(id);
  return await user;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(id: string) {
  const user = load(id);
  user.catch(() => {}); // Its rejection waits for whoever handles it below.
  await saveUser(id);
  return await user;
}`,
            },
          ],
        },
      ],
    },
    {
      name: "a list that is gone through, and a list of the language's promises in between",
      code: `${GIVEN}export async function f(ids: string[]) {
  const all = Promise.all(ids.map(load));
  await Promise.all([other()]);
  return await all;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 15,
          endLine: 8,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(ids: string[]) {
  const all = Promise.all(ids.map(load));
  all.catch(() => {}); // Its rejection waits for whoever handles it below.
  await Promise.all([other()]);
  return await all;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f(ids: string[]) {
  await Promise.all([other()]);
  return await Promise.all(ids.map(load));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'what is not asked whether it is a promise',
      code: `${GIVEN}function make(id: string): { value: string } | Promise<{ value: string }> {
  return id === '' ? { value: id } : load(id).then((value) => ({ value }));
}
declare function take(box: unknown): Promise<string>;
export function run(known: boolean): unknown {
  const made = make('a');
  if (known) {
    return take(made);
  }
  return 'none';
}
`,
      errors: [
        {
          messageId: 'abandonedPromise',
          line: 12,
          column: 16,
          endLine: 12,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'what is asked for another class, among other things',
      code: `${GIVEN}function make(id: string): { value: string } | Promise<{ value: string }> {
  return id === '' ? { value: id } : load(id).then((value) => ({ value }));
}
declare function take(box: unknown): Promise<string>;
export function run(known: boolean): unknown {
  const made = make('a');
  if (known || made instanceof Map) {
    return take(made);
  }
  return 'none';
}
`,
      errors: [
        {
          messageId: 'abandonedPromise',
          line: 12,
          column: 16,
          endLine: 12,
          endColumn: 25,
        },
      ],
    },
    {
      name: 'another value that is asked whether it is a promise',
      code: `${GIVEN}function make(id: string): { value: string } | Promise<{ value: string }> {
  return id === '' ? { value: id } : load(id).then((value) => ({ value }));
}
declare function take(box: unknown): Promise<string>;
export function run(known: boolean): unknown {
  const made = make('a');
  if ((known as unknown) instanceof Promise) {
    return take(made);
  }
  return 'none';
}
`,
      errors: [
        {
          messageId: 'abandonedPromise',
          line: 12,
          column: 16,
          endLine: 12,
          endColumn: 25,
        },
      ],
    },
  ],
});
