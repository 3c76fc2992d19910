import { describe, expect, it } from 'vitest';

import { longLivedMemberOf } from '../../../src/analysis/time/long-races.ts';
import { combinatorIn } from '../asked.ts';

/** The member that outlives a turn, and what is repeated, by its first word; `none` where none does. */
function keptIn(text: string, others?: Record<string, string>): string {
  const { program, call } = combinatorIn(text, others);
  const kept = longLivedMemberOf(program, call);
  return kept === undefined
    ? 'none'
    : `${kept.member.getText()} in ${/^\w*/u.exec(kept.repeated.getText())?.[0] ?? ''}`;
}

const RACE = 'await Promise.race([load(), stop]);';

describe('what is repeated', () => {
  it.each([
    ['a loop', `for (;;) { ${RACE} }`, 'stop in for'],
    [
      'a loop over a list',
      `for (const id of items) { ${RACE} }`,
      'stop in for',
    ],
    [
      'the list of a loop',
      'for (const id of [await Promise.race([load(), stop])]) { log(id); }',
      'none',
    ],
    [
      'the beginning of a loop',
      'for (let id = await Promise.race([load(), stop]); isReady; ) { log(id); }',
      'none',
    ],
    [
      'the condition of a loop',
      'for (; await Promise.race([load(), stop]); ) { log(); }',
      'stop in for',
    ],
    [
      'the names of a loop',
      'for (const key in await Promise.race([load(), stop]) as object) { log(key); }',
      'none',
    ],
    ['a loop that ends', `for (;;) { ${RACE} break; }`, 'none'],
    ['a loop that throws', `for (;;) { ${RACE} throw new Error(); }`, 'none'],
    [
      'a loop that may end',
      `for (;;) { ${RACE} if (isReady) break; }`,
      'stop in for',
    ],
    [
      'a loop with a label that ends',
      `all: for (;;) { ${RACE} break all; }`,
      'none',
    ],
    ['a loop that ends at last', `for (;;) { ${RACE} log(); break; }`, 'none'],
    [
      'a loop of its condition alone',
      'for (; await Promise.race([load(), stop]); ) {}',
      'stop in for',
    ],
    ['a loop of one race', `for (;;) ${RACE}`, 'stop in for'],
    [
      'a loop that returns',
      'async function run() { for (;;) { return Promise.race([load(), stop]); } }',
      'none',
    ],
    [
      'a loop that may return',
      'async function run() { for (;;) { if (isReady) return Promise.race([load(), stop]); } }',
      'none',
    ],
    [
      'a loop that keeps it',
      'async function run() { for (;;) { await Promise.race([load(), stop]); } }',
      'stop in for',
    ],
    [
      'a function in a loop',
      `for (;;) { async function run() { ${RACE} } log(run); }`,
      'none',
    ],
  ])('%s: %s', (_name, text, expected) => {
    expect(keptIn(`const stop = load();\n${text}`)).toBe(expected);
  });

  it.each([
    ['a handler', `export async function GET() { ${RACE} }`, 'export'],
    [
      'a handler under a name',
      `export const POST = async () => { ${RACE} };`,
      'async',
    ],
    [
      'a function that is not exported',
      `async function GET() { ${RACE} }`,
      'none',
    ],
    [
      'a constant that is not exported',
      `const POST = async () => { ${RACE} };`,
      'none',
    ],
    ['another function', `export async function get() { ${RACE} }`, 'none'],
    ['a default', `export default async function () { ${RACE} }`, 'none'],
    [
      'a pattern',
      `export const { GET = async () => { ${RACE} } } = anything;`,
      'none',
    ],
    ['a server', `anything.createServer(async () => { ${RACE} });`, 'async'],
    [
      'a server by a function',
      `createServer(async () => { ${RACE} });`,
      'async',
    ],
    ['a server of a class', `new Server(async () => { ${RACE} });`, 'none'],
    ['a route', `anything.get('/a', async () => { ${RACE} });`, 'async'],
    ['another text', `anything.get('a/', async () => { ${RACE} });`, 'none'],
    ['another method', `anything.find('/a', async () => { ${RACE} });`, 'none'],
    [
      'a route by another name',
      `anything.get(items[0], async () => { ${RACE} });`,
      'none',
    ],
    [
      'a function that is called with no name',
      `anything[0]('/a', async () => { ${RACE} });`,
      'none',
    ],
  ])('is %s of requests, which an event outlives', (_name, text, expected) => {
    expect(
      keptIn(
        `const stop: Promise<unknown> = anything.waitForEvent();\n${text}`,
      ),
    ).toBe(expected === 'none' ? 'none' : `stop in ${expected}`);
    expect(keptIn(`const stop = load();\n${text}`)).toBe('none');
  });

  it.each([
    [
      'an interval',
      `setInterval(async () => { ${RACE} }, 10);`,
      'stop in async',
    ],
    [
      'an interval of the window',
      `window.setInterval(async () => { ${RACE} }, 10);`,
      'stop in async',
    ],
    ['a timeout', `setTimeout(async () => { ${RACE} }, 10);`, 'none'],
    [
      'an event',
      `window.addEventListener('click', async () => { ${RACE} });`,
      'stop in async',
    ],
    [
      'an event of an emitter',
      `process.on('message', async () => { ${RACE} });`,
      'stop in async',
    ],
    [
      'an event of an emitter, by another name',
      `process.addListener('message', async () => { ${RACE} });`,
      'stop in async',
    ],
    [
      'an event that comes once',
      `process.once('message', async () => { ${RACE} });`,
      'none',
    ],
    [
      'a method of that name',
      `declare const query: { on(f: () => Promise<void>): Promise<void> }; query.on(async () => { ${RACE} });`,
      'none',
    ],
    [
      'what a class is made with',
      `class A { constructor(readonly f: () => void) {} } new A(async () => { ${RACE} });`,
      'none',
    ],
    ['a function that is kept', `const run = async () => { ${RACE} };`, 'none'],
    [
      'a function that is returned',
      `function make() { return async () => { ${RACE} }; }`,
      'stop in async',
    ],
    [
      'a function expression that is returned',
      `function make() { return async function () { ${RACE} }; }`,
      'stop in async',
    ],
    [
      'a method of what is returned',
      `function make() { return { async run() { ${RACE} } }; }`,
      'none',
    ],
  ])('%s: %s', (_name, text, expected) => {
    expect(keptIn(`const stop = load();\n${text}`)).toBe(expected);
  });

  it.each([
    ['all', 'Promise.all([load(), stop])', 'none'],
    ['a list', 'Promise.race(items.map(() => stop))', 'none'],
    ['one member', 'Promise.race([stop])', 'none'],
    ['several members', 'Promise.race([stop, load()])', 'stop in for'],
  ])('asks of a race of %s', (_name, call, expected) => {
    expect(keptIn(`const stop = load();\nfor (;;) { await ${call}; }`)).toBe(
      expected,
    );
  });
});

describe('what outlives a turn', () => {
  it.each([
    ['a constant', 'const stop = load();', 'stop', 'stop in for'],
    [
      'what comes behind it',
      'const stop = load();',
      'stop.then(log)',
      'stop.then(log) in for',
    ],
    [
      'what comes behind it at last',
      'const stop = load();',
      'stop.catch(log).finally(log)',
      'stop.catch(log).finally(log) in for',
    ],
    [
      'what is resolved with it',
      'const stop = load();',
      'Promise.resolve(stop)',
      'none',
    ],
    ['a value', 'const stop = 1;', 'stop', 'none'],
    ['any', 'const stop = anything;', 'stop', 'none'],
    ['a call', '', 'load(1)', 'none'],
    ['a variable', 'let stop = load();', 'stop', 'stop in for'],
    [
      'a variable that was written before',
      'let stop = load(); stop = load();',
      'stop',
      'stop in for',
    ],
    ['an element of a list', 'const [stop] = [load()];', 'stop', 'none'],
    [
      'a member of an object',
      'const given = { stop: load() };',
      'given.stop',
      'none',
    ],
    [
      'a name of its own turn',
      'const stop = load();',
      '((stop) => stop)(load())',
      'none',
    ],
  ])('%s: %s', (_name, before, member, expected) => {
    expect(
      keptIn(
        `${before}\nfor (;;) { await Promise.race([load(), ${member}]); }`,
      ),
    ).toBe(expected);
  });

  it.each([
    [
      'in the turn',
      'for (;;) { stop = load(); await Promise.race([load(), stop]); }',
      'none',
    ],
    [
      'behind the loop',
      'for (;;) { await Promise.race([load(), stop]); } stop = load();',
      'none',
    ],
    [
      'before the loop',
      'stop = load(); for (;;) { await Promise.race([load(), stop]); }',
      'stop in for',
    ],
    [
      'in a function before the loop',
      'const renew = () => { stop = load(); }; for (;;) { await Promise.race([load(), stop]); }',
      'stop in for',
    ],
  ])('a variable that is written %s', (_name, text, expected) => {
    expect(keptIn(`let stop = load();\nlog(stop);\n${text}`)).toBe(expected);
  });

  it('is a parameter, unless it is written', () => {
    const run = (first: string): string =>
      keptIn(
        `async function run(stop: Promise<void>) { for (;;) { ${first} await Promise.race([load(), stop]); } }`,
      );

    expect(run('')).toBe('stop in for');
    expect(run('stop = anything;')).toBe('none');
  });

  it.each([
    [
      'a private field',
      '#stop = load();',
      'this.#stop',
      '',
      'this.#stop in for',
    ],
    [
      'a field that is declared private',
      'private stop = load();',
      'this.stop',
      '',
      'this.stop in for',
    ],
    [
      'a field that is read only',
      'readonly stop = load();',
      'this.stop',
      '',
      'this.stop in for',
    ],
    [
      'a field that others may write',
      'stop = load();',
      'this.stop',
      '',
      'none',
    ],
    [
      'a private field that the constructor writes',
      '#stop: Promise<string>;',
      'this.#stop',
      'constructor() { this.#stop = load(); }',
      'this.#stop in for',
    ],
    [
      'a private field that another method writes',
      '#stop = load();',
      'this.#stop',
      'renew() { this.#stop = load(); }',
      'none',
    ],
    [
      'a private field that another initialiser writes',
      '#stop = load();',
      'this.#stop',
      'renewed = (this.#stop = load());',
      'none',
    ],
    ['a getter', 'get stop() { return load(); }', 'this.stop', '', 'none'],
  ])('%s: %s', (_name, field, member, more, expected) => {
    expect(
      keptIn(
        `class A { ${field} async run() { for (;;) { await Promise.race([load(), ${member}]); } } ${more} }`,
      ),
    ).toBe(expected);
  });

  it.each([
    ['that changes there', 'export let stop = load(); stop = load();', 'none'],
    [
      'that is written far below where the loop stands here',
      `/* ${'.'.repeat(500)} */ export const stop = load();`,
      'stop in for',
    ],
  ])('is a variable of another file %s', (_name, other, expected) => {
    expect(
      keptIn(
        `import { stop } from './other';\nfor (;;) { /* ${'.'.repeat(1000)} */ await Promise.race([load(), stop]); }`,
        { 'other.ts': other },
      ),
    ).toBe(expected);
  });

  it('is a constant of another file', () => {
    const others = {
      'other.ts': 'export const stop = new Promise<void>(() => {});',
    };

    expect(
      keptIn(
        "import * as other from './other';\nfor (;;) { await Promise.race([load(), other.stop]); }",
        others,
      ),
    ).toBe('none');
    expect(
      keptIn(
        "import { stop } from './other';\nfor (;;) { await Promise.race([load(), stop]); }",
        others,
      ),
    ).toBe('stop in for');
  });
});

it.each([
  ['stop', 'stop'],
  ['stop.then(log)', 'stop'],
  ['stop.catch(log).finally(log)', 'stop'],
  ['(stop as Promise<string>).then(log)', 'stop'],
])('%s hangs on %s', (member, expected) => {
  const { program, call } = combinatorIn(
    `const stop = load();\nfor (;;) { await Promise.race([load(), ${member}]); }`,
  );

  expect(longLivedMemberOf(program, call)?.promise.getText()).toBe(expected);
});
