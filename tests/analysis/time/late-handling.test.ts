import { describe, expect, it } from 'vitest';

import { lateIn } from './late.ts';

describe('what is started', () => {
  it.each([
    ['const a = load();\nawait other();\nawait a;', 'load() suspends 2'],
    ['const a = load();\nlog();\nawait a;', 'none'],
    ['const a = load;\nawait other();\nawait a();', 'none'],
    ['const a = items.length;\nawait other();\nlog(a);', 'none'],
    ['let a;\na = load();\nawait other();\nawait a;', 'load() suspends 3'],
    ['let a;\na ??= load();\nawait other();\nawait a;', 'none'],
    ['let a;\nlog((a = load()));\nawait other();\nawait a;', 'none'],
    ['missing = load();\nawait other();', 'none'],
    ['var a = load();\nawait other();\nawait a;', 'load() suspends 2'],
    ['for (let a = load(); isReady; ) { await other(); await a; }', 'none'],
    ['const [a] = [load()];\nawait other();\nawait a;', 'load() suspends 2'],
    ['const [, a] = [load(), 1];\nawait other();\nlog(a);', 'none'],
    ['const [a] = [...items.map(load)];\nawait other();\nawait a;', 'none'],
    ['const [[a]] = [[load()]];\nawait other();\nawait a;', 'none'],
    ['const [a] = other as any;\nawait other();\nawait a;', 'none'],
    [
      'const { a } = { a: load() };\nawait other();\nawait a;',
      'load() suspends 2',
    ],
    [
      'const { b: a } = { b: load() };\nawait other();\nawait a;',
      'load() suspends 2',
    ],
    ['const { a } = { b: load() } as any;\nawait other();\nawait a;', 'none'],
    [
      'const b = load();\nconst { a } = { a: b };\nawait other();\nawait a;',
      'none',
    ],
    ['const { a: [b] } = { a: [load()] };\nawait other();\nawait b;', 'none'],
    [
      'const o = { a: load() };\nawait other();\nawait o.a;',
      'load() suspends 2',
    ],
    ["const o = { 'a': load() };\nawait other();\nawait o.a;", 'none'],
    ['const o = { a: load() };\nawait o.a;', 'none'],
    ['const o = { a: load() };\nlog(o);\nawait other();', 'none'],
    [
      'const o = { a: load(), b: 1 };\nlog(o.b);\nawait other();\nawait o.a;',
      'load() suspends 3',
    ],
    [
      'const o: any = { a: load() };\no.a = other();\nawait other();\nawait o.a;',
      'load() suspends 3',
    ],
    [
      'const all = items.map(load);\nfor (const p of all) await p;',
      'items.map(load) suspends 2',
    ],
    [
      'const all = items.map(load);\nfor (const p of all) { await other(); await p; }',
      'items.map(load) suspends 2',
    ],
    [
      'const all = items.map(load);\nfor (const p of all) p.catch(log);\nawait other();',
      'none',
    ],
    [
      'const all = items.map(load);\nfor await (const p of all) log(p);',
      'items.map(load) suspends 2',
    ],
    [
      'const all = items.map(load);\nlet p;\nfor (p of all) p.catch(log);\nawait other();',
      'none',
    ],
    [
      'const all = items.map(load);\nawait all[0];\nawait Promise.all(all);',
      'items.map(load) suspends 2',
    ],
    [
      'const all = items.map(load);\nawait all.pop();\nawait Promise.all(all);',
      'items.map(load) suspends 2',
    ],
    [
      'const all = items.map(load);\nlog(all.length);\nawait Promise.all(all);',
      'none',
    ],
    [
      'const all = items.map(load);\nif (all) log();\nawait Promise.all(all);',
      'none',
    ],
    [
      'const all = items.map(load);\nvoid all;\nawait other();\nawait Promise.all(all);',
      'items.map(load) suspends 3',
    ],
    [
      'const all = items.map(load);\nall;\nawait other();\nawait Promise.all(all);',
      'items.map(load) suspends 3',
    ],
    [
      'const all = items.map(load);\nlog(all.slice(1));\nawait other();',
      'none',
    ],
    [
      'const all: Promise<string>[] = [];\nall.push(load());\nawait other();\nawait Promise.all(all);',
      'load() suspends 3',
    ],
    [
      'const all: Promise<string>[] = [];\nall.unshift(load());\nawait other();\nawait Promise.all(all);',
      'load() suspends 3',
    ],
    [
      'const all: Promise<string>[] = [];\nall.splice(0, 0, load());\nawait other();\nawait Promise.all(all);',
      'none',
    ],
    [
      'const all: Promise<string>[] = [];\nconst a = load();\nall.push(a);\nawait other();\nawait Promise.all(all);',
      'load() suspends 4',
    ],
    [
      'const all: Promise<string>[] = [];\nconst a = load();\nall.push(a);\nlog(a);\nawait other();\nawait Promise.all(all);',
      'none',
    ],
    [
      'const all: Promise<string>[] = [];\nitems.forEach((id) => { all.push(load(id)); });\nawait other();\nawait Promise.all(all);',
      'load(id) suspends 3',
    ],
    [
      'const all: Promise<string>[] = [];\n(() => { all.push(load()); })();\nawait other();\nawait Promise.all(all);',
      'load() suspends 3',
    ],
    [
      'const all: Promise<string>[] = [];\nconst add = () => { all.push(load()); };\nadd();\nawait other();\nawait Promise.all(all);',
      'none',
    ],
    [
      'const { all } = other as any;\nall.push(load());\nawait other();\nawait Promise.all(all);',
      'none',
    ],
    ['anything.all.push(load());\nawait other();', 'none'],
  ])('%s: %s', (body, answer) => {
    expect(lateIn(body)).toBe(answer);
  });
});

describe('what takes it up', () => {
  it.each([
    [
      'const a = load();\nif (a) log();\nawait other();\nawait a;',
      'load() suspends 3',
    ],
    [
      'const a = load();\nvoid a;\nawait other();\nawait a;',
      'load() suspends 3',
    ],
    ['const a = load();\na;\nawait other();\nawait a;', 'load() suspends 3'],
    ['const a = load();\na.catch(log);\nawait other();\nawait a;', 'none'],
    ['const a = load();\nlog(a.then);\nawait other();\nawait a;', 'none'],
    ['const a = load();\nlog([a]);\nawait other();\nawait a;', 'none'],
    ['const a = load();\nreturn a;', 'none'],
    ['const a = load();\nlog(await a, await other());', 'none'],
    ['const a = load();\nlog(await other(), await a);', 'load() suspends 2'],
    ['const a = load();\nother().then(() => a);', 'load() callback 2'],
    ['const a = load();\nother().finally(() => a);', 'load() callback 2'],
    ['const a = load();\nPromise.resolve().then(() => a);', 'none'],
    [
      'const a = load();\nsetTimeout(() => a.catch(log), 5);',
      'load() callback 2',
    ],
    [
      'const a = load();\nitems.forEach(() => a.catch(log));\nawait other();',
      'none',
    ],
    ['const a = load();\n(() => a.catch(log))();\nawait other();', 'none'],
    [
      'const a = load();\nconst g = () => a;\nawait other();\nawait g();',
      'none',
    ],
    ['const a = load();\nother().then(() => a);\nawait a;', 'none'],
    [
      'const a = load();\nawait other();\nother().then(() => a);\nawait a;',
      'load() suspends 2',
    ],
    [
      'const a = load();\nif (isReady) return;\nother().then(() => a);\nawait a;',
      'load() callback 3',
    ],
    [
      'let a = load();\nawait other();\na = load();\nawait a;',
      'load() suspends 2',
    ],
  ])('%s: %s', (body, answer) => {
    expect(lateIn(body)).toBe(answer);
  });
});

describe('how control comes there', () => {
  it.each([
    ['const a = load();\nif (isReady) return;\nawait a;', 'load() leaves 2'],
    [
      'const a = load();\nif (isReady) throw new Error();\nawait a;',
      'load() leaves 2',
    ],
    ['const a = load();\nif (isReady) await a;', 'load() ends'],
    ['const a = load();\nif (isReady) await a; else await a;', 'none'],
    ['const a = load();\nif (isReady) process.exit(1);\nawait a;', 'none'],
    ['const a = load();\nif (true) await a;', 'none'],
    ['const a = load();\nif (false) return;\nawait a;', 'none'],
    ['const a = load();\nif (!a) return;\nawait a;', 'none'],
    ['const a = load();\nif (!isReady && !a) return;\nawait a;', 'none'],
    [
      'const a = isReady ? load() : undefined;\nif (!isReady) return;\nawait a;',
      'none',
    ],
    [
      'const a = isReady ? load() : load();\nif (!isReady) return;\nawait a;',
      'isReady ? load() : load() leaves 2',
    ],
    [
      'if (!isReady) return;\nconst a = load();\nif (!isReady) return;\nawait a;',
      'none',
    ],
    [
      'for (const id of items) {\nconst a = load(id);\nif (isReady) continue;\nawait a;\n}',
      'load(id) leaves 3',
    ],
    [
      'for (const id of items) {\nconst a = load(id);\nif (isReady) break;\nawait a;\n}',
      'load(id) leaves 3',
    ],
    [
      'outer: for (const id of items) {\nconst a = load(id);\nfor (;;) { if (isReady) continue outer; break; }\nawait a;\n}',
      'load(id) leaves 3',
    ],
    [
      'const a = load();\nouter: { if (isReady) break outer; log(); }\nawait a;',
      'none',
    ],
    [
      'const a = load();\nswitch (items.length) { case 1: await a; break; default: await a; }',
      'none',
    ],
    [
      'const a = load();\nswitch (items.length) { case 1: await a; break; }',
      'load() ends',
    ],
    [
      'const a = load();\nswitch (items.length) { case 1: case 2: await a; break; default: await a; }',
      'none',
    ],
    [
      'const a = load();\nwhile (isReady) { await other(); }\nawait a;',
      'load() suspends 2',
    ],
    [
      'const a = load();\ndo { await other(); } while (isReady);\nawait a;',
      'load() suspends 2',
    ],
    ['const a = load();\nwhile (isReady) await a;', 'load() ends'],
    ['const a = load();\nfor (;;) { await a; }', 'none'],
    ['const a = load();\ntry { log(); } finally { await a; }', 'none'],
    ['const a = load();\ntry { return; } finally { await a; }', 'none'],
    [
      'const a = load();\ntry { throw new Error(); } catch { await a; }',
      'none',
    ],
    [
      'const a = load();\ntry { await other(); } finally { await a; }',
      'load() suspends 2',
    ],
    [
      'const a = load();\nisReady && (await other());\nawait a;',
      'load() suspends 2',
    ],
    ['const a = load();\na || (await other());\nawait a;', 'none'],
    ['const a = load();\na ?? (await other());\nawait a;', 'none'],
    [
      'const a = load();\nconst g = async () => { await other(); };\nawait a;\nawait g();',
      'none',
    ],
    [
      'const a = load();\nclass A { async g() { await other(); } }\nawait a;\nlog(A);',
      'none',
    ],
  ])('%s: %s', (body, answer) => {
    expect(lateIn(body)).toBe(answer);
  });
});
