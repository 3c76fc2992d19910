import { describe, expect, it } from 'vitest';

import { lateIn } from './late.ts';

const ALL = 'const all = items.map(load);';
const JOBS = 'const jobs = items.map((id) => ({ id, done: load(id) }));';
const MAP =
  'const map = new Map<string, Promise<string>>(); map.set(items[0]!, load());';
const TASKS =
  'const key = String(items); const tasks: Record<string, Promise<string>> = {}; tasks[key] = load(1);';

describe('a list', () => {
  it.each([
    ['one that is awaited', 'await all[0];', true],
    ['some that are awaited', 'await Promise.all(all.slice(0, 2));', true],
    [
      'the rest that is awaited',
      'await Promise.all(all.slice(1, all.length));',
      false,
    ],
    [
      'some that are combined, whenever that is awaited',
      'const some = Promise.all(all.slice(0, 2)); await some;',
      false,
    ],
    ['some that a call is given', 'await other(all.slice(0, 2));', false],
    [
      'some under a name',
      'const some = all.slice(0, 2); await other(some);',
      false,
    ],
    [
      'what another method gives',
      'await Promise.all(all.concat([], []));',
      false,
    ],
    [
      'each that a filter leaves',
      'for (const one of all.filter(Boolean)) await one;',
      false,
    ],
    [
      'each that is made a pair',
      'for (const [, one] of all.map((it) => [1, it] as const)) await one;',
      false,
    ],
    ['each of some', 'for (const one of all.slice(0, 2)) await one;', false],
    ['each', 'for (const one of all) await one;', true],
    ['each value', 'for (const one of all.values()) await one;', true],
    ['each entry', 'for (const [, one] of all.entries()) await one;', true],
    ['each under an older name', 'let one; for (one of all) await one;', false],
  ])('leaves the others where it takes %s', (_name, takes, isLeft) => {
    expect(lateIn(`${ALL}\n${takes}`)).toBe(
      isLeft ? 'items.map(load) suspends 2' : 'none',
    );
  });
});

describe('a list of objects', () => {
  it.each([
    [
      'that of each',
      'for (const job of jobs) { log(job.id); await job.done; }',
      true,
    ],
    [
      'that of each by a pattern',
      'for (const { id, done } of jobs) { log(id); await done; }',
      true,
    ],
    [
      'that of each under another name',
      'for (const { done: it } of jobs) await it;',
      true,
    ],
    [
      'what is left of each',
      'for (const { ...done } of jobs) await done;',
      false,
    ],
    ['another property of each', 'for (const { id } of jobs) await id;', false],
    ['that of the first', 'await jobs[0]!.done;', true],
    ['that of the last', 'await jobs.pop()!.done;', true],
    [
      'that of the first, without waiting',
      'log(jobs[0]!.done); await other();',
      false,
    ],
    ['that of one that is found', 'await jobs.find(Boolean)!.done;', false],
    [
      'another property of the first',
      'log(jobs[0]!.id); await other();',
      false,
    ],
  ])('leaves the others where it takes %s', (_name, takes, isLeft) => {
    expect(lateIn(`${JOBS}\n${takes}`)).toBe(
      isLeft ? 'load(id) suspends 2' : 'none',
    );
  });
});

describe('a map', () => {
  it.each([
    ['each value', 'for (const one of map.values()) await one;', true],
    ['each entry', 'for (const [, one] of map) await one;', true],
    [
      'each entry under an older name',
      'let one: any; for (one of map) await one[1];',
      false,
    ],
    ['one by its key', 'await map.get(items[0]!); await other();', false],
  ])('leaves the others where it takes %s', (_name, takes, isLeft) => {
    expect(lateIn(`${MAP}\n${takes}`)).toBe(
      isLeft ? 'load() suspends 2' : 'none',
    );
  });

  it('of objects is not followed', () => {
    expect(
      lateIn(
        'const map = new Map<number, any>();\nmap.set(1, { a: load() });\nawait other();\nfor (const one of map.values()) await one.a;',
      ),
    ).toBe('none');
  });

  it('that is made elsewhere is not followed', () => {
    expect(
      lateIn(
        'let map: Map<number, Promise<string>>;\nmap!.set(1, load());\nawait other();\nawait map!.get(1);',
      ),
    ).toBe('none');
  });
});

describe('an object with computed keys', () => {
  it.each([
    ['each value', 'for (const one of Object.values(tasks)) await one;', true],
    [
      'each entry',
      'for (const [, one] of Object.entries(tasks)) await one;',
      true,
    ],
    [
      'its keys, and all of them',
      'log(Object.keys(tasks)); await other(); await Promise.all(Object.values(tasks));',
      true,
    ],
    [
      'one more, and all of them',
      "tasks[key + '1'] = anything; await other(); log(tasks);",
      true,
    ],
    ['all of them', 'await Promise.all(Object.values(tasks));', false],
    ['one by its key', 'await tasks[key]; await other();', false],
    [
      'all of them, in an object that is kept',
      'log(Object.freeze(tasks)); await other();',
      false,
    ],
    [
      'what another object makes of it',
      'anything.Object.keys(tasks); await other(); log(tasks);',
      false,
    ],
    [
      'what is called by another function',
      'Object.keys.call(tasks); await other(); log(tasks);',
      false,
    ],
    ['it itself', 'log(tasks); await other();', false],
    [
      'it itself under another name',
      'const same = tasks; await other(); log(same);',
      false,
    ],
  ])('leaves the others where it takes %s', (_name, takes, isLeft) => {
    expect(lateIn(`${TASKS}\n${takes}`)).toBe(
      isLeft ? 'load(1) suspends 2' : 'none',
    );
  });

  it.each([
    ['a key that is written', "const tasks: any = {}; tasks['a'] = load(1);"],
    [
      'one that has something',
      'const tasks: any = { a: 1 }; tasks[items.length] = load(1);',
    ],
    [
      'one that is made elsewhere',
      'const tasks = anything; tasks[items.length] = load(1);',
    ],
    [
      'one that is made later',
      'let tasks: any; tasks[items.length] = load(1);',
    ],
  ])('is not followed with %s', (_name, starts) => {
    expect(lateIn(`${starts}\nawait other();\nlog(tasks);`)).toBe('none');
  });
});

describe('an object with promises as properties', () => {
  it.each([
    ['const both = { a: load(1), b: load(2) };', 'load(2) suspends 2'],
    ['const both = { n: 1, a: load(1), b: load(2) };', 'load(2) suspends 2'],
    [
      'const both = { n: log(), a: load(1), b: load(2) };',
      'load(2) suspends 2',
    ],
  ])(
    'leaves those behind the first where they are awaited one by one: %s',
    (starts, expected) => {
      expect(
        lateIn(`${starts}\nfor (const one of Object.values(both)) await one;`),
      ).toBe(expected);
    },
  );
});

describe('what only looks, in a function that is kept', () => {
  it.each([
    ['const a = load();', 'if (a) log();', 'await a;', 'load()'],
    ['const a: any = load();', 'log(a.child);', 'await a;', 'load()'],
    ['let a: any = load();', 'a = 1;', 'await a;', 'load()'],
    [ALL, 'if (all) log();', 'await Promise.all(all);', 'items.map(load)'],
    [ALL, 'log(all.length);', 'await Promise.all(all);', 'items.map(load)'],
    [
      ALL,
      'all.unshift(anything);',
      'await Promise.all(all);',
      'items.map(load)',
    ],
    [JOBS, 'if (jobs) log();', 'log(jobs);', 'load(id)'],
    [JOBS, 'log(jobs.length);', 'log(jobs);', 'load(id)'],
    [MAP, 'if (map) log();', 'log(map);', 'load()'],
    [MAP, 'log(map.size);', 'log(map);', 'load()'],
    [TASKS, 'if (tasks) log();', 'log(tasks);', 'load(1)'],
    [TASKS, 'void tasks;', 'log(tasks);', 'load(1)'],
    [TASKS, 'tasks;', 'log(tasks);', 'load(1)'],
    [TASKS, 'tasks[key] = anything;', 'log(tasks);', 'load(1)'],
    [TASKS, 'log(Object.keys(tasks));', 'log(tasks);', 'load(1)'],
    ['const o = { a: load(), b: 1 };', 'log(o.b);', 'await o.a;', 'load()'],
  ])('%s %s', (starts, looks, takes, started) => {
    expect(
      lateIn(
        `${starts}\nconst look = () => { ${looks} };\nlog(look);\nawait other();\n${takes}`,
      ),
    ).toBe(`${started} suspends 4`);
  });

  it('is what gives the name another value', () => {
    expect(
      lateIn(
        'let o: any = { a: load() };\no = anything;\nawait other();\nawait o.a;',
      ),
    ).toBe('load() suspends 3');
  });

  it.each([
    ['log(a.then);', 'none'],
    ['log(a[key]);', 'none'],
    ['log(a.child);', 'load() suspends 3'],
  ])('is not what takes the promise itself: %s', (takes, expected) => {
    expect(
      lateIn(
        `const key: any = 1; const a: any = load();\n${takes}\nawait other();\nawait a;`,
      ),
    ).toBe(expected);
  });
});
