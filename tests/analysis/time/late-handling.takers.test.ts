import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import {
  isUnhandledAt,
  lateHandlingsAt,
} from '../../../src/analysis/time/late-handling.ts';
import { moduleOf } from '../asked.ts';
import { findNode } from '../program.ts';
import { lateAtEnd, lateIn, lateInModule } from './late.ts';

const WAITS = 'await other();';
const LATE = 'load() suspends 2';

describe('what takes a promise up, and when', () => {
  it.each([
    // Functions.
    [`const a = load();\n${WAITS}\n(async () => { await a; })();`, LATE],
    [`const a = load();\n(async () => { await a; })();\n${WAITS}`, 'none'],
    [`const a = load();\nlog(() => a.catch(log));\n${WAITS}`, 'none'],
    [
      'const a = load();\nsetTimeout(() => a.catch(log), 5);',
      'load() callback 2',
    ],
    [
      'const a = load();\nother().then(() => a.catch(log));',
      'load() callback 2',
    ],
    [
      'const a = load();\nother().finally(() => a.catch(log));',
      'load() callback 2',
    ],
    ['const a = load();\nPromise.resolve().then(() => a.catch(log));', 'none'],
    [
      "const a = load();\ndocument.body.addEventListener('click', () => { a.catch(log); });",
      'load() callback 2',
    ],
    [`const a = load();\n${WAITS}\nreturn a;`, LATE],
    [`const a = load();\n${WAITS}\nreturn [a];`, LATE],
    [`const a = load();\n${WAITS}\nlog([a]);`, LATE],
    [`const a = load();\n${WAITS}\nconst b = a;\nawait b;`, LATE],

    // Properties.
    [`const o = { a: load() };\n${WAITS}\nconst { a } = o;\nawait a;`, LATE],
    [`const o: any = { a: load() };\n${WAITS}\nawait o[items[0]!];`, LATE],
    [`const o = { a: load(), b: 1 };\nlog(o.b);\nreturn o.a;`, 'none'],

    // Lists.
    [
      `const all = items.map(load);\n${WAITS}\nlog(all.pop());`,
      'items.map(load) suspends 2',
    ],
    [`const all = items.map(load);\nlog(all.pop());\n${WAITS}`, 'none'],
    [`const all = items.map(load);\nlog(all[0]);\n${WAITS}`, 'none'],
    [
      `const all = items.map(load);\nawait all.find(Boolean);\n${WAITS}`,
      'none',
    ],
    [
      'const all = items.map(load);\nfor (const p of all) { log(p); await p; }',
      'none',
    ],
    [
      'const all = items.map(load);\nfor (const p of all) { log(); await p; }',
      'items.map(load) suspends 2',
    ],
    ['const all = items.map(load);\nfor (const p of all) log();', 'none'],
    [
      `const all = items.map(load);\nall.push(load());\n${WAITS}\nawait Promise.all(all);`,
      'items.map(load) suspends 3, load() suspends 3',
    ],

    // What is kept again, and what is new.
    [
      'let a: any = load();\nif (isReady) a = a.catch(log);\nawait other();',
      'load() suspends 3',
    ],
    [
      'const a = new Promise<string>((_, reject) => { anything.get(reject); });\nif (isReady) return;\nawait a;',
      'none',
    ],
    ['const a = load();\nif (isReady) return;\nawait a;', 'load() leaves 2'],
    [
      'let a: any = load();\nif (isReady) return;\na = a.catch(log);\nawait a;',
      'none',
    ],

    // Events, which nobody may bring about any more.
    [
      'const a: Promise<unknown> = anything.waitForEvent();\nif (isReady) return;\nawait a;',
      'anything.waitForEvent() leaves 2',
    ],
    [
      'const a: Promise<unknown> = anything.waitForEvent();\nif (isReady) await a;',
      'none',
    ],

    // Functions that are called at once, and more behind them.
    [
      `const a = load();\nitems.forEach(() => { a.catch(log); });\n${WAITS}\nawait a;`,
      'none',
    ],
    [
      `const all = items.map(load);\nconst size = () => all.length;\nlog(size());\n${WAITS}\nawait Promise.all(all);`,
      'items.map(load) suspends 4',
    ],
  ])('%s: %s', (body, answer) => {
    expect(lateIn(body)).toBe(answer);
  });
});

describe('what a module keeps', () => {
  it.each([
    ['const a = load();\nawait other();\nawait a;', 'none'],
    [
      'const a = load();\nawait other();\ntry { await a; } catch (error) { log(error); }',
      'load() suspends 2',
    ],
    [
      'const a = load();\nawait other();\nif (isReady) { try { await a; } catch (error) { log(error); } } else { await a; }',
      'load() suspends 2',
    ],
    [
      'const a = load();\nsetTimeout(() => a.catch(log), 5);',
      'load() callback 2',
    ],
    ['export const a = load();\nsetTimeout(() => a.catch(log), 5);', 'none'],
    ['export const a = load();\nasync function get() { return a; }', 'none'],
  ])('%s: %s', (text, answer) => {
    expect(lateInModule(text)).toBe(answer);
  });
});

it('is taken up at the very end of a file', () => {
  expect(
    lateAtEnd('const a = other();\nawait other();\na.catch(() => {}), await a'),
  ).toBe('other() suspends 2');
});

describe('the first place that takes a promise up', () => {
  const handlerIn = (body: string): string => {
    const [program, file] = moduleOf(
      `declare function wait(): Promise<void>; export async function f() { ${body} }`,
    );
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      for (const { handler } of lateHandlingsAt(program, node)) {
        found.push(handler.getText());
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found.join(', ');
  };

  it.each([
    ['const a = load(); await wait(); await a; log(a);', 'await a'],
    ['const a = load(); await wait(); return a;', 'return a;'],
    [
      'let a: any; if (isReady) log(a); a = load(); await wait(); await a;',
      'await a',
    ],
    [
      'let a: any; for (const item of items) { if (a) await a; await wait(); a = load(item); await wait(); }',
      'await a',
    ],
    ['const a = load(); setTimeout(() => log(a), 5);', 'a'],
    [
      'const all: Promise<string>[] = []; items.forEach((id) => { all.push(load(id)); void Promise.all(all); }); await wait(); await Promise.all(all);',
      'items.forEach((id) => { all.push(load(id)); void Promise.all(all); })',
    ],
  ])('%s: %s', (body, expected) => {
    expect(handlerIn(body)).toBe(expected);
  });
});

describe('whether nothing handles a promise while a list waits', () => {
  const isUnhandled = (body: string): boolean => {
    const [program, file] = moduleOf(
      `declare function wait(): Promise<string>; export async function f() { ${body} }`,
    );
    const { elements } = findNode(
      file,
      (node): node is ts.ArrayLiteralExpression =>
        ts.isArrayLiteralExpression(node) &&
        node.elements.some(ts.isIdentifier) &&
        node.elements.some(ts.isAwaitExpression),
    );
    const [name] = elements.filter(ts.isIdentifier);
    const [at] = elements.filter(ts.isAwaitExpression);
    return name !== undefined && at !== undefined
      ? isUnhandledAt(program, name, at)
      : false;
  };

  it.each([
    ['const a = load(); await Promise.all([a, await wait()]);', true],
    [
      'const a = load(); await wait(); await Promise.all([a, await wait()]);',
      false,
    ],
    [
      'const a = load(); await Promise.all([await wait(), await a]); await Promise.all([a, await wait()]);',
      false,
    ],
    [
      'const a = load(); a.catch(log); await Promise.all([a, await wait()]);',
      false,
    ],
    ['await Promise.all([missing, await wait()]);', false],
  ])('%s: %s', (body, expected) => {
    expect(isUnhandled(body)).toBe(expected);
  });
});
