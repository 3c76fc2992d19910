import { describe, expect, it } from 'vitest';

import { type Case, outputOf } from './cases.ts';

const closing = (statement: string): string =>
  `export async function run(client: { close(): void }) { try { ${statement} } finally { client.close(); } }`;

const settled = (text: string, statement: string): string =>
  closing(
    `const tasks = ${text}; await Promise.allSettled(tasks); ${statement}`,
  );

describe('settle all', () => {
  it.each<Case>([
    {
      name: 'of a list of lists, whose types stay',
      code: closing(
        'const [a, b] = await Promise.all([load(client), Promise.all([load(client)])]); show(a.trim(), b.length);',
      ),
      output: settled(
        '[load(client), Promise.all([load(client)])] as const',
        'const [a, b] = await Promise.all(tasks); show(a.trim(), b.length);',
      ),
    },
    {
      name: 'with a name that is free',
      code: closing(
        'const tasks = 1; show(tasks); await Promise.all(ids.map(() => load(client)));',
      ),
      output: closing(
        'const tasks = 1; show(tasks); const tasks2 = ids.map(() => load(client)); await Promise.allSettled(tasks2); await Promise.all(tasks2);',
      ),
    },
    {
      name: 'of plain calls under a type that is expected of them',
      code: `export async function run(client: { close(): void }): Promise<string[]> { try { return await Promise.all([load(client), load(client)]); } finally { client.close(); } }`,
      output: `export async function run(client: { close(): void }): Promise<string[]> { try { const tasks = [load(client), load(client)] as const; await Promise.allSettled(tasks); return await Promise.all(tasks); } finally { client.close(); } }`,
    },
    {
      name: 'not of callbacks under a type that is expected of them',
      code: `export async function run(client: { close(): void }): Promise<{ kind: 'a' }[]> { try { return await Promise.all(ids.map(async () => { await load(client); return { kind: 'a' }; })); } finally { client.close(); } }`,
    },
    {
      name: 'of plain calls under a type that is written',
      code: closing(
        'const all: string[] = await Promise.all(ids.map(() => load(client))); show(all);',
      ),
      output: settled(
        'ids.map(() => load(client))',
        'const all: string[] = await Promise.all(tasks); show(all);',
      ),
    },
    {
      name: 'not of callbacks under a type that is written',
      code: closing(
        "const all: { kind: 'a' }[] = await Promise.all(ids.map(async () => { await load(client); return { kind: 'a' }; })); show(all);",
      ),
    },
    {
      name: 'of calls whose type is given, under a type that is expected of them',
      code: `interface Client { get<T>(): Promise<T>; close(): void } export async function run(client: Client): Promise<[string, number]> { try { return await Promise.all([client.get<string>(), client.get<number>()]); } finally { client.close(); } }`,
      output: `interface Client { get<T>(): Promise<T>; close(): void } export async function run(client: Client): Promise<[string, number]> { try { const tasks = [client.get<string>(), client.get<number>()] as const; await Promise.allSettled(tasks); return await Promise.all(tasks); } finally { client.close(); } }`,
    },
    {
      name: 'not of calls whose type is read off what is expected of them',
      code: `interface Client { get<T>(): Promise<T>; close(): void } export async function run(client: Client): Promise<[string, number]> { try { return await Promise.all([client.get(), client.get()]); } finally { client.close(); } }`,
    },
    {
      name: 'of what is assigned',
      code: closing(
        'let all: string[] = []; all = await Promise.all([load(client), load(client)]); show(all);',
      ),
      output: closing(
        'let all: string[] = []; const tasks = [load(client), load(client)] as const; await Promise.allSettled(tasks); all = await Promise.all(tasks); show(all);',
      ),
    },
    {
      name: 'not of callbacks that are assigned',
      code: closing(
        "let all: { kind: 'a' }[] = []; all = await Promise.all(ids.map(async () => { await load(client); return { kind: 'a' }; })); show(all);",
      ),
    },
    {
      name: 'of a list whose results are flattened at once',
      code: closing(
        'const all = (await Promise.all(ids.map(async () => [await load(client)]))).flat().slice(1); show(all);',
      ),
      output: settled(
        'ids.map(async () => [await load(client)])',
        'const all = (await Promise.all(tasks)).flat().slice(1); show(all);',
      ),
    },
    {
      name: 'of results that an arrow function reads at once',
      code: `const db: { transaction(run: (tx: { close(): void }) => Promise<unknown>): Promise<void> } = { async transaction() {} };
await db.transaction(async (tx) => (await Promise.all(ids.map(() => load(tx)))).length);
export {};`,
      output: `const db: { transaction(run: (tx: { close(): void }) => Promise<unknown>): Promise<void> } = { async transaction() {} };
await db.transaction(async (tx) => { const tasks = ids.map(() => load(tx)); await Promise.allSettled(tasks); return (await Promise.all(tasks)).length; });
export {};`,
    },
    {
      name: 'not inside a larger expression',
      code: closing('show(await Promise.all([load(client), load(client)]));'),
    },
    {
      name: 'as the body of a condition, which becomes a block',
      code: closing(
        'if (isReady) await Promise.all([load(client), load(client)]);',
      ),
      output: closing(
        'if (isReady) { const tasks = [load(client), load(client)] as const; await Promise.allSettled(tasks); await Promise.all(tasks); }',
      ),
    },
    {
      name: 'not below a comment that speaks of the line',
      code: closing(
        '\n// @ts-ignore\nawait Promise.all([load(client), load(client)]);',
      ),
    },
    {
      name: 'of a list that what may be iterated only once is spread into',
      code: `declare function walk(client: unknown): Iterable<Promise<string>>;\n${closing('const all = walk(client); await Promise.all([...all, load(client), load(client)]);')}`,
      output: `declare function walk(client: unknown): Iterable<Promise<string>>;\n${closing('const all = walk(client); const tasks = [...all, load(client), load(client)] as const; await Promise.allSettled(tasks); await Promise.all(tasks);')}`,
    },
    {
      name: 'without a const assertion in JavaScript',
      language: 'js',
      code: 'export async function run(client) { client = load; try { await Promise.all([load(client), load(client)]); } finally { client.close(); } }',
      output:
        'export async function run(client) { client = load; try { const tasks = [load(client), load(client)]; await Promise.allSettled(tasks); await Promise.all(tasks); } finally { client.close(); } }',
    },
  ])('$name', (each) => {
    expect(outputOf('no-early-cleanup', 'settleAll', each)).toBe(each.output);
  });
});

describe('clear the timer', () => {
  it.each<Case>([
    {
      name: 'in a callback',
      code: 'button.onclick = async () => { show(await Promise.race([load(), new Promise<string>((_, no) => setTimeout(no, 5000))])); };',
      output:
        'button.onclick = async () => { let timer: ReturnType<typeof setTimeout> | undefined; show(await Promise.race([load(), new Promise<string>((_, no) => (timer = setTimeout(no, 5000)))]).finally(() => clearTimeout(timer))); };',
    },
    {
      name: 'with a chain that goes on',
      code: 'Promise.race([load(), new Promise<string>((_, no) => { setTimeout(no, 5000); })]).then((text) => text.trim()).catch(show);',
      output:
        'let timer: ReturnType<typeof setTimeout> | undefined; Promise.race([load(), new Promise<string>((_, no) => { timer = setTimeout(no, 5000); })]).finally(() => clearTimeout(timer)).then((text) => text.trim()).catch(show);'.replace(
          '; Promise',
          ';\nPromise',
        ),
    },
    {
      name: 'without a type in JavaScript',
      language: 'js',
      code: 'await Promise.race([load(), new Promise((yes) => setTimeout(yes, 5000))]);\nexport {};',
      output:
        'let timer;\nawait Promise.race([load(), new Promise((yes) => (timer = setTimeout(yes, 5000)))]).finally(() => clearTimeout(timer));\nexport {};',
    },
    {
      name: 'in an arrow function, which gets a block',
      code: 'show(() => Promise.race([load(), new Promise((yes) => setTimeout(yes, 5000))]));',
      output:
        'show(() => { let timer: ReturnType<typeof setTimeout> | undefined; return Promise.race([load(), new Promise((yes) => (timer = setTimeout(yes, 5000)))]).finally(() => clearTimeout(timer)); });',
    },
    {
      name: 'not in an arrow function whose body is in brackets',
      code: 'show(() => (Promise.race([load(), new Promise((yes) => setTimeout(yes, 5000))])));',
    },
    {
      name: 'not of a helper',
      code: 'const late = () => new Promise((yes) => setTimeout(yes, 5000));\nawait Promise.race([load(), late()]);\nexport {};',
    },
  ])('$name', (each) => {
    expect(outputOf('no-leaky-race', 'clearTimer', each)).toBe(each.output);
  });
});

describe('pass a signal', () => {
  const late =
    'new Promise<never>((_, no) => { setTimeout(() => no(new Error()), 5000); })';

  it.each<Case>([
    {
      name: 'whichever comes first',
      code: `show(await Promise.race([${late}, fetch('/a', {})]));\nexport {};`,
      output:
        "show(await fetch('/a', { signal: AbortSignal.timeout(5000) }));\nexport {};",
    },
    {
      name: 'not beside others',
      code: `show(await Promise.race([fetch('/a'), load(), ${late}]));\nexport {};`,
    },
    {
      name: 'not to what takes none',
      code: `show(await Promise.race([load(), ${late}]));\nexport {};`,
    },
    {
      name: 'not where options are spread',
      code: `declare const init: RequestInit;\nshow(await Promise.race([fetch('/a', { ...init }), ${late}]));\nexport {};`,
    },
  ])('$name', (each) => {
    expect(outputOf('no-leaky-race', 'passSignal', each)).toBe(each.output);
  });
});
