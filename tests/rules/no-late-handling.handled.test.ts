import rule from '../../src/rules/no-late-handling.ts';
import { ruleTester } from '../rule-tester.ts';

// What handles a promise where it starts, or on every path behind that.

const GIVEN = `declare function load(id?: unknown): Promise<string>;
declare function other(...args: unknown[]): Promise<number>;
declare function expect(value: unknown): { rejects: { toThrow(): Promise<void> } };
declare const ids: string[];
`;

ruleTester.run('no-late-handling', rule, {
  valid: [
    {
      name: 'handled in the callback that makes it',
      code: `${GIVEN}export async function f() {
  const all = ids.map((id) => { const p = load(id); p.catch(() => {}); return p; });
  await other();
  return await Promise.all(all);
}`,
    },
    {
      name: 'handled by a helper that returns it',
      code: `${GIVEN}function quiet<T>(p: Promise<T>) { void p.catch(() => {}).then(() => {}); return p; }
export async function f() {
  const p = quiet(load());
  await other();
  return await p;
}`,
    },
    {
      name: 'handled by a helper that a callback calls',
      code: `${GIVEN}function quiet<T>(p: Promise<T>) { p.then(undefined, () => {}); return p; }
export async function f() {
  const all = ids.map((id) => quiet(load(id)));
  await other();
  return await Promise.all(all);
}`,
    },
    {
      name: 'taken up by every case of a union',
      code: `${GIVEN}export async function f(kind: 'a' | 'b') {
  const p = load();
  switch (kind) {
    case 'a': return p;
    case 'b': return await p;
  }
}`,
    },
    {
      name: 'taken up by every case of a flag that may be missing',
      code: `${GIVEN}export async function f(flag: boolean | undefined) {
  const p = load();
  switch (flag) {
    case true: return p;
    case false: return p;
    case undefined: return await p;
  }
}`,
    },
    {
      name: 'an assertion of its rejection that is awaited later',
      code: `${GIVEN}export async function f() {
  const p = load();
  const assertion = expect(p).rejects.toThrow();
  await other();
  await assertion;
}`,
    },
    {
      name: 'started for the next turn, where there is one',
      code: `${GIVEN}export async function f(n: number) {
  let next: Promise<string> | undefined;
  for (let i = 0; i < n; i++) {
    await next;
    next = i + 1 < n ? load(i + 1) : undefined;
  }
}`,
    },
    {
      name: 'started for the next turn, unless this is the last',
      code: `${GIVEN}export async function f(n: number) {
  let next: Promise<string> | undefined;
  for (let i = 0; i < n; i += 1) {
    await next;
    if (i < n - 1) { next = load(i + 1); }
  }
}`,
    },
  ],
  invalid: [
    {
      name: 'handled in the callback under a condition',
      code: `${GIVEN}export async function f() {
  const all = ids.map((id) => { const p = load(id); if (id) { p.catch(() => {}); } return p; });
  await other();
  return await Promise.all(all);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 15,
          endLine: 6,
          endColumn: 96,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const all = ids.map((id) => { const p = load(id); if (id) { p.catch(() => {}); } return p; });
  all.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  await other();
  return await Promise.all(all);
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  await other();
  return await Promise.all(ids.map((id) => { const p = load(id); if (id) { p.catch(() => {}); } return p; }));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'started in a callback that reports and handles nothing',
      code: `${GIVEN}export async function f() {
  const all = ids.map((id) => { const p = load(id); p.finally(() => {}); return p; });
  await other();
  return await Promise.all(all);
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 15,
          endLine: 6,
          endColumn: 86,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const all = ids.map((id) => { const p = load(id); p.finally(() => {}); return p; });
  all.forEach((promise) => promise.catch(() => {})); // Its rejection waits for whoever handles it below.
  await other();
  return await Promise.all(all);
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  await other();
  return await Promise.all(ids.map((id) => { const p = load(id); p.finally(() => {}); return p; }));
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'handled by an async helper, which returns another promise',
      code: `${GIVEN}async function quiet<T>(p: Promise<T>) { p.catch(() => {}); return p; }
export async function f() {
  const p = quiet(load());
  await other();
  return await p;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}async function quiet<T>(p: Promise<T>) { p.catch(() => {}); return p; }
export async function f() {
  const p = quiet(load());
  p.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  return await p;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}async function quiet<T>(p: Promise<T>) { p.catch(() => {}); return p; }
export async function f() {
  await other();
  return await quiet(load());
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'given to a helper that returns another promise',
      code: `${GIVEN}function again<T>(p: Promise<T>) { p.catch(() => {}); return load(); }
export async function f() {
  const p = again(load());
  await other();
  return await p;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}function again<T>(p: Promise<T>) { p.catch(() => {}); return load(); }
export async function f() {
  const p = again(load());
  p.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  return await p;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}function again<T>(p: Promise<T>) { p.catch(() => {}); return load(); }
export async function f() {
  await other();
  return await again(load());
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'handled by a helper that handles what the parameter held before',
      code: `${GIVEN}function last(p: Promise<string>) { p.catch(() => {}); p = load(); return p; }
export async function f() {
  const p = last(load());
  await other();
  return await p;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 25,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}function last(p: Promise<string>) { p.catch(() => {}); p = load(); return p; }
export async function f() {
  const p = last(load());
  p.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  return await p;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}function last(p: Promise<string>) { p.catch(() => {}); p = load(); return p; }
export async function f() {
  await other();
  return await last(load());
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'taken up by all cases of a union but one',
      code: `${GIVEN}export async function f(kind: 'a' | 'b' | 'c') {
  const p = load();
  switch (kind) {
    case 'a': return p;
    case 'b': return await p;
  }
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 19,
        },
      ],
    },
    {
      name: 'taken up by cases of any text',
      code: `${GIVEN}export async function f(kind: string) {
  const p = load();
  switch (kind) {
    case 'a': return p;
    case 'b': return await p;
  }
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 19,
        },
      ],
    },
    {
      name: 'an assertion that is made after something else was awaited',
      code: `${GIVEN}export async function f() {
  const p = load();
  await other();
  await expect(p).rejects.toThrow();
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 19,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  const p = load();
  p.catch(() => {}); // Its rejection waits for whoever handles it below.
  await other();
  await expect(p).rejects.toThrow();
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f() {
  await other();
  await expect(load()).rejects.toThrow();
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'started for the next turn, where the loop takes two steps',
      code: `${GIVEN}export async function f(n: number) {
  let next: Promise<string> | undefined;
  for (let i = 0; i < n; i += 2) {
    await next;
    next = i + 1 < n ? load(i + 1) : undefined;
  }
}`,
      errors: [
        {
          messageId: 'conditionalHandling',
          line: 9,
          column: 12,
          endLine: 9,
          endColumn: 47,
        },
      ],
    },
    {
      name: 'reads a property that is written before',
      code: `${GIVEN}export async function f(state: { id: string }) {
  const a = load(state.id);
  state.id = 'b';
  await other();
  return await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(state: { id: string }) {
  const a = load(state.id);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  state.id = 'b';
  await other();
  return await a;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads an object of which a member is written before',
      code: `${GIVEN}export async function f(state: { ids: string[] }) {
  const a = load(state);
  state.ids[0] = 'b';
  await other();
  return await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(state: { ids: string[] }) {
  const a = load(state);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  state.ids[0] = 'b';
  await other();
  return await a;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads a property that a pattern writes before',
      code: `${GIVEN}export async function f(state: { id: string }) {
  const a = load(state.id);
  [state.id] = ids as [string];
  await other();
  return await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(state: { id: string }) {
  const a = load(state.id);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  [state.id] = ids as [string];
  await other();
  return await a;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads a list that is changed before',
      code: `${GIVEN}export async function f(list: string[]) {
  const a = load(list);
  list.push('b');
  await other();
  return await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(list: string[]) {
  const a = load(list);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  list.push('b');
  await other();
  return await a;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads what another function writes',
      code: `${GIVEN}export async function f() {
  let count = 0;
  const next = () => { count += 1; };
  const a = load(count);
  next();
  await other();
  return await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f() {
  let count = 0;
  const next = () => { count += 1; };
  const a = load(count);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  next();
  await other();
  return await a;
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads another object than the one that is written before',
      code: `${GIVEN}export async function f(state: { id: string }, more: { id: string }) {
  const a = load(state.id);
  more.id = 'b';
  await other();
  return await a;
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export async function f(state: { id: string }, more: { id: string }) {
  const a = load(state.id);
  a.catch(() => {}); // Its rejection waits for whoever handles it below.
  more.id = 'b';
  await other();
  return await a;
}`,
            },
            {
              messageId: 'startLater',
              output: `${GIVEN}export async function f(state: { id: string }, more: { id: string }) {
  more.id = 'b';
  await other();
  return await load(state.id);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method of an object of which another member is written before',
      code: `${GIVEN}export class Box {
  id = 'a';
  load(): Promise<string> { return load(this.id); }
  async f() {
    const a = this.load();
    this.id = 'b';
    await other();
    return await a;
  }
}`,
      errors: [
        {
          messageId: 'lateHandling',
          line: 9,
          column: 15,
          endLine: 9,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'keepRejection',
              output: `${GIVEN}export class Box {
  id = 'a';
  load(): Promise<string> { return load(this.id); }
  async f() {
    const a = this.load();
    a.catch(() => {}); // Its rejection waits for whoever handles it below.
    this.id = 'b';
    await other();
    return await a;
  }
}`,
            },
          ],
        },
      ],
    },
  ],
});
