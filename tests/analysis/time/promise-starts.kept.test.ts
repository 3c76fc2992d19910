import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { startsAt } from '../../../src/analysis/time/promise-starts.ts';
import { moduleOf } from '../asked.ts';
import { lateIn, lateInModule } from './late.ts';

const WAITS = 'await other();';

describe('what is kept in a literal', () => {
  it.each([
    [
      `const all = [load(1), load(2)];\n${WAITS}\nawait Promise.all(all);`,
      'load(1) suspends 2, load(2) suspends 2',
    ],
    [
      'const all = [load(1), load(2)];\nfor (const one of all) await one;',
      'load(1) suspends 2, load(2) suspends 2',
    ],
    [
      `const all = [1, load(2)];\n${WAITS}\nawait Promise.all(all);`,
      'load(2) suspends 2',
    ],
    [
      `let all: Promise<string>[];\nall = [load(1)];\n${WAITS}\nawait Promise.all(all);`,
      'load(1) suspends 3',
    ],
    ['const all = [load(1)];\nawait Promise.all(all);', 'none'],
    [
      `const { a } = { ...anything, a: load(1) };\n${WAITS}\nawait a;`,
      'load(1) suspends 2',
    ],
    [
      `const [a] = [load(1), ...items.map(load)];\n${WAITS}\nawait a;`,
      'load(1) suspends 2',
    ],
    [
      `const [a, b] = [load(1), ...items.map(load)];\n${WAITS}\nawait b; await a;`,
      'load(1) suspends 2',
    ],
    [
      `const [, , c] = [1, ...items.map(String), load(1)];\n${WAITS}\nawait c;`,
      'none',
    ],
    [`const [, b] = [1, load(1)];\n${WAITS}\nawait b;`, 'load(1) suspends 2'],
    [`const [a, b] = [load(1)];\nawait a;\n${WAITS}\nlog(b);`, 'none'],
    [`const [{ a }] = [{ a: load(1) }];\n${WAITS}\nawait a;`, 'none'],
  ])('%s: %s', (body, answer) => {
    expect(lateIn(body)).toBe(answer);
  });
});

describe('what is an event, which the code brings about', () => {
  const kept = (value: string): string =>
    lateInModule(
      `declare function once(of: unknown, event: string): Promise<string>; declare const server: { onReady(): Promise<string>; once(event: string): Promise<string> };\nexport async function f() { const a = ${value};\n${WAITS}\nawait a; }`,
      2,
    ).replace(value, 'it');

  it.each([
    ["once(server, 'end')", 'none'],
    ["server.once('end')", 'none'],
    ['server.onReady()', 'none'],
    ["once(server, 'end').then(log)", 'none'],
    ["once(server, 'end').finally(log)", 'none'],
    ['load(server.onReady())', 'it suspends 1'],
    ["isReady ? once(server, 'end') : load(1)", 'none'],
    ['load(1).then(log)', 'it suspends 1'],
    ["(isReady ? once(server, 'end') : load(1)).then(log)", 'it suspends 1'],
    ['items.map((item) => once(server, item))', 'none'],
    [
      'items.map((item) => (isReady ? once(server, item) : load(item)))',
      'it suspends 1',
    ],
    ['items.map((item) => load(item))', 'it suspends 1'],
    ["load(() => once(server, 'end'))", 'it suspends 1'],
    ['items.map(load)', 'it suspends 1'],
  ])('%s: %s', (value, answer) => {
    expect(kept(value)).toBe(answer);
  });
});

describe('where it is kept', () => {
  it.each([
    [
      'a private field',
      `class Job { #a?: Promise<string>; async run() { this.#a = load();\n${WAITS}\nawait this.#a; } }`,
      'load() suspends 1',
    ],
    [
      'a field that is declared private',
      `class Job { private a?: Promise<string>; async run() { this.a = load();\n${WAITS}\nawait this.a; } }`,
      'load() suspends 1',
    ],
    [
      'a public field',
      `class Job { a?: Promise<string>; async run() { this.a = load();\n${WAITS}\nawait this.a; } }`,
      'none',
    ],
    [
      'a private field under a computed name',
      `class Job { private ['a']?: Promise<string>; async run() { this.a = load();\n${WAITS}\nawait this.a; } }`,
      'none',
    ],
    [
      'a variable of the function around',
      `export function f() { let a: Promise<string>; return async () => { a = load();\n${WAITS}\nawait a; }; }`,
      'none',
    ],
    [
      'a parameter',
      `export async function f(a: Promise<string>) { a = load();\n${WAITS}\nawait a; }`,
      'none',
    ],
    [
      'a name that a pattern declares',
      `export async function f() { let [a] = [anything]; a = load();\n${WAITS}\nawait a; }`,
      'none',
    ],
    [
      'a variable of a loop',
      `export async function f() { for (let a; isReady; ) { a = load();\n${WAITS}\nawait a; } }`,
      'none',
    ],
    [
      'a list of a loop',
      `export async function f() { for (let all: Promise<string>[] = []; isReady; ) { all.push(load());\n${WAITS}\nawait Promise.all(all); } }`,
      'none',
    ],
    [
      'a list that is a parameter',
      `export async function f(all: Promise<string>[]) { all.push(load());\n${WAITS}\nawait Promise.all(all); }`,
      'none',
    ],
    [
      'a list that cannot be resolved',
      `export async function f() { missing.push(load());\n${WAITS}\nawait Promise.all(missing); }`,
      'none',
    ],
    [
      'a list under a name that is pushed with others',
      `export async function f() { const all: Promise<string>[] = []; const one = load(1); all.push(one, load(2));\n${WAITS}\nawait Promise.all(all); }`,
      'load(1) suspends 1, load(2) suspends 1',
    ],
    [
      'a list under a variable that may change',
      `export async function f() { const all: Promise<string>[] = []; let one = load(1); all.push(one);\n${WAITS}\nawait Promise.all(all); }`,
      'none',
    ],
    [
      'a parameter that is pushed',
      `export async function f(one: Promise<string>) { const all: Promise<string>[] = []; all.push(one);\n${WAITS}\nawait Promise.all(all); }`,
      'none',
    ],
  ])('%s', (_name, text, answer) => {
    expect(lateInModule(text, 1)).toBe(answer);
  });
});

describe('under which name something is started', () => {
  const startsIn = (text: string): string => {
    const [program, file] = moduleOf(text);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      for (const { expression, name } of startsAt(program, node)) {
        found.push(`${expression.getText()} as ${name.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found.join(', ') || 'none';
  };

  it.each([
    ['an element', 'const [a] = [load()];', 'load() as a'],
    ['an element that is left out', 'const [, a] = [load(), 1];', 'none'],
    ['an element that is taken apart', 'const [{ then }] = [load()];', 'none'],
    ['a value', 'const a: Promise<string> = anything;', 'none'],
    ['an assignment', 'let a; a = load();', 'load() as a'],
    [
      'an assignment in another function',
      'let a; const set = () => { a = load(); }; set();',
      'none',
    ],
    [
      'what a function that is kept pushes',
      'const all: Promise<string>[] = []; export const add = () => { all.push(load()); };',
      'none',
    ],
    [
      'what is pushed under a name that is declared nowhere',
      'const all: unknown[] = []; all.push(missing);',
      'none',
    ],
    [
      'an assignment to a parameter',
      'export function set(a: unknown) { a = load(); }',
      'none',
    ],
    [
      'a private field',
      'class Job { #a?: Promise<string>; run() { this.#a = load(); } }',
      'load() as #a',
    ],
    [
      'a private field, where no function is around',
      'class Job { private a?: Promise<string>; } const job: any = new Job(); (job as Job).a = load();',
      'none',
    ],
  ])('%s: %s', (_name, text, expected) => {
    expect(startsIn(text)).toBe(expected);
  });
});
