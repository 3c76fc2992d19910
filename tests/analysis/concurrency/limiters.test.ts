import type ts from 'typescript';
import { expect, it } from 'vitest';

import {
  defaultImportOf,
  dependsOn,
  isLimited,
  limitOf,
} from '../../../src/analysis/concurrency/limiters.ts';
import { asked, catalogue, moduleOf } from '../asked.ts';

catalogue(
  'does a call wait for its turn?',
  asked((program, call) =>
    isLimited(
      program,
      call as ts.CallExpression,
      new Set(['turns', 'our-package']),
    )
      ? 'yes'
      : 'no',
  ),
  [
    ['a call', 'ask(anything());', 'no'],
    ['a limit', 'declare const limit: any; ask(limit());', 'yes'],
    [
      'a limiter by the end of its name',
      'declare const dbPool: any; ask(dbPool());',
      'yes',
    ],
    [
      'a name that begins so',
      'declare const poolside: any; ask(poolside());',
      'no',
    ],
    ['an object', 'declare const queue: any; ask(queue.add());', 'yes'],
    ['a method', 'ask(anything.withLock());', 'yes'],
    [
      'a method of a mapped type',
      "declare const list: Record<'add', any>; ask(list.add());",
      'no',
    ],
    [
      'a private field',
      'class A { #queue: any; f() { ask(this.#queue.add()); } }',
      'yes',
    ],
    [
      'another private field',
      'class A { #list: any; f() { ask(this.#list.add()); } }',
      'no',
    ],
    [
      'what a limiter gives',
      'declare const pLimit: any; ask(pLimit(3)());',
      'yes',
    ],
    [
      'what something else gives',
      'declare const make: any; ask(make(3)());',
      'no',
    ],
    ['an element', 'declare const queue: any; ask(queue[0]());', 'no'],
    ['a name of the user', 'declare const turns: any; ask(turns());', 'yes'],
    [
      'an import of such a package',
      "import run from 'p-map'; ask(run());",
      'yes',
    ],
    [
      'an import by name',
      "import { mapLimited } from 'async'; ask(mapLimited.run());",
      'yes',
    ],
    [
      'an import by another name',
      "import { each as run } from 'async'; ask(run());",
      'yes',
    ],
    [
      'an import of another package',
      "import run from 'p-other'; ask(run());",
      'no',
    ],
    [
      'an import of a package of the user',
      "import run from 'our-package'; ask(run());",
      'yes',
    ],
    [
      'what such a package made',
      "import make from 'p-limit'; const run = make(3); ask(run());",
      'yes',
    ],
    [
      'what such a package constructed',
      "import Make from 'p-queue'; const run = new Make(); ask(run.add());",
      'yes',
    ],
    [
      'what another package made',
      "import make from 'p-other'; const run = make(3); ask(run());",
      'no',
    ],
    ['a variable', 'const run = anything; ask(run());', 'no'],
    ['a variable without a value', 'let run: any; ask(run());', 'no'],
    [
      'a variable that makes itself',
      'const run: any = run(); ask(run());',
      'no',
    ],
    ['a function', 'function run() {} ask(run());', 'no'],
    ['a name that stands for nothing', 'ask(missing());', 'no'],
  ],
);

it('knows the packages that a program imports', () => {
  const [program] = moduleOf("import { all } from 'p-map'; log(all);");
  expect(dependsOn(program, 'p-map')).toBe(true);
  expect(dependsOn(program, 'p-limit')).toBe(false);
});

it('knows the name of a default import', () => {
  const [, file] = moduleOf(
    "import 'a'; import { b } from 'b'; import c, { d } from 'c'; log(b, c, d);",
  );
  expect(
    ['a', 'b', 'c', 'd'].map((name) => defaultImportOf(file, name)),
  ).toEqual([undefined, undefined, 'c', undefined]);
});

it.each([
  ['a limit', "import make from 'p-limit'; const run = make(3);", 'run'],
  [
    'a limit with a cast',
    "import make from 'p-limit'; const run = make(3) as any;",
    'run',
  ],
  [
    'the second variable',
    "import make from 'p-limit'; const a = 1, run = make(3);",
    'run',
  ],
  [
    'a variable without a value',
    "import make from 'p-limit'; let run;",
    undefined,
  ],
  [
    'what something else made',
    "import make from 'p-limit'; const run = load();",
    undefined,
  ],
  [
    'what a method made',
    "import make from 'p-limit'; const run = make.make(3);",
    undefined,
  ],
  [
    'a pattern',
    "import make from 'p-limit'; const { run } = make(3);",
    undefined,
  ],
  [
    'a limit in a function',
    "import make from 'p-limit'; function f() { const run = make(3); }",
    undefined,
  ],
  [
    'another package',
    "import make from 'p-other'; const run = make(3);",
    undefined,
  ],
])('the limit of a file with %s: %s is %s', (_name, text, expected) => {
  const [, file] = moduleOf(text);
  expect(limitOf(file)?.name.text).toBe(expected);
});

it('takes no package that only a declaration file imports for one of the project', () => {
  const [program] = moduleOf('', { 'types.d.ts': "import 'p-limit';" });

  expect(dependsOn(program, 'p-limit')).toBe(false);
});
