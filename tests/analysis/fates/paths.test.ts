import { expect, it } from 'vitest';

import { describeExpression } from '../../../src/analysis/fates/paths.ts';
import { askAbout, catalogue, path } from '../asked.ts';

const AWAIT = 'await Promise.all([load()]);';

catalogue('how is the way of a rejection told?', path, [
  [
    'dropped at once',
    'Promise.all([load()]);',
    'its promise is dropped at line 1',
  ],
  ['the top level', AWAIT, 'nothing catches it at the top level of the module'],
  [
    'by void',
    'void Promise.all([load()]);',
    'its promise is dropped by `void` at line 1',
  ],
  [
    'a name',
    'const all = Promise.all([load()]);',
    'its promise is kept in `all`, where nothing handles it (line 1)',
  ],
  [
    'a field',
    'class A { #all = Promise.all([load()]); }',
    'its promise is kept in `#all`, where nothing handles it (line 1)',
  ],
  [
    'one function',
    `async function f() { ${AWAIT} }\nf();`,
    '`f()` awaits it, its promise is dropped at line 2',
  ],
  [
    'one function that returns it',
    'const f = () => Promise.all([load()]);\nvoid f();',
    '`f()` returns it, its promise is dropped by `void` at line 2',
  ],
  [
    'two functions',
    `async function f() { ${AWAIT} }\nconst g = () => f();\ng();`,
    '`f()` awaits it, `g()` returns that, its promise is dropped at line 3',
  ],
  [
    'three functions',
    `async function a() { ${AWAIT} }\nconst b = () => a();\nconst c = () => b();\nc();`,
    '`a()` awaits it, `b()` returns that, `c()` returns that, its promise is dropped at line 4',
  ],
  [
    'a function without a name that is called by a method of its own',
    `(async () => { ${AWAIT} })\n.call(null);`,
    'the function at line 1 awaits it, its promise is dropped at line 1',
  ],
  [
    'many functions',
    `async function a() { ${AWAIT} }\nconst b = () => a();\nconst c = () => b();\nconst d = () => c();\nd();`,
    '`a()` awaits it, `b()` returns that, …, `d()` returns that, its promise is dropped at line 5',
  ],
  [
    'a function at the top level',
    `async function f() { ${AWAIT} }\nawait f();`,
    '`f()` awaits it, and nothing catches it at the top level of the module',
  ],
  [
    'a callback',
    `setTimeout(async () => { ${AWAIT} });`,
    'the callback at line 1 awaits it, `setTimeout` drops its promise (line 1)',
  ],
  [
    'a method',
    `document.addEventListener('x', async () => { ${AWAIT} });`,
    'the callback at line 1 awaits it, `addEventListener` drops its promise (line 1)',
  ],
  [
    'a handler of the DOM',
    `document.onclick = async () => { ${AWAIT} };`,
    'the function at line 1 awaits it, `document.onclick` drops its promise (line 1)',
  ],
  [
    'a JSX handler',
    `declare namespace JSX { interface IntrinsicElements { a: { onClick: () => void } } }\nexport const a = <a onClick={async () => { ${AWAIT} }} />;`,
    'the function at line 2 awaits it, `onClick` drops its promise (line 2)',
  ],
  [
    'a constructor',
    `new MutationObserver(async () => { ${AWAIT} });`,
    'the callback at line 1 awaits it, `new MutationObserver` drops its promise (line 1)',
  ],
  [
    'an executor',
    `new Promise(async () => { ${AWAIT} });`,
    'the callback at line 1 awaits it, `new Promise` drops its promise and never settles (line 1)',
  ],
  [
    'a member that implements void',
    `interface Job { run(): void }\nclass A implements Job { async run() { ${AWAIT} } }`,
    '`run()` awaits it, whoever calls `run` drops its promise (line 2)',
  ],
  [
    'a helper of another file',
    "import { start } from './lib/start';\nstart(Promise.all([load()]));",
    'its promise is dropped at line 2 of `lib/start.ts`',
    {
      'lib/start.ts':
        '\nexport function start(p: Promise<unknown>) { p.then(log); }',
    },
  ],
  [
    'a helper of another file that awaits it',
    "import { start } from './lib/start';\nstart(Promise.all([load()]));",
    '`start()` of `lib/start.ts` awaits it, its promise is dropped at line 2',
    {
      'lib/start.ts':
        'export async function start(p: Promise<unknown>) { await p; }',
    },
  ],
  [
    'a member of an object',
    'const jobs = { all: Promise.all([load()]) };',
    'its promise is kept in `all`, where nothing handles it (line 1)',
  ],
  [
    'a property that is typed to return nothing',
    `const jobs: { run: () => void } = { run: async () => { ${AWAIT} } };`,
    '`run()` awaits it, `run` drops its promise (line 1)',
  ],
  [
    'a function that is returned for nothing',
    `function make(): () => void { return async () => { ${AWAIT} }; }`,
    'the function at line 1 awaits it, its caller drops its promise (line 1)',
  ],
  [
    'a call of what has no name',
    `declare function queue(): (job: () => void) => void;\nqueue()(async () => { ${AWAIT} });`,
    'the callback at line 2 awaits it, the function that calls it drops its promise (line 2)',
  ],
  [
    'a name that is too long',
    `async function aFunctionWithANameThatNobodyWantsToRead() { ${AWAIT} }\naFunctionWithANameThatNobodyWantsToRead();`,
    '`aFunctionWithANameThatNobodyWantsToRead()` awaits it, its promise is dropped at line 2',
  ],
  [
    'a name that is longer still',
    `async function aFunctionWithANameThatNobodyWantsToReadX() { ${AWAIT} }\naFunctionWithANameThatNobodyWantsToReadX();`,
    '`aFunctionWithANameThatNobodyWantsToReadX()` awaits it, its promise is dropped at line 2',
  ],
  [
    'a name that is cut',
    `async function aFunctionWithANameThatNobodyWantsToReadOn() { ${AWAIT} }\naFunctionWithANameThatNobodyWantsToReadOn();`,
    '`aFunctionWithANameThatNobodyWantsToRead…()` awaits it, its promise is dropped at line 2',
  ],
]);

it.each([
  ['load(1)', 'load()'],
  ['await load(1)', 'load()'],
  ['(await load(1)) as string', 'load()'],
  ['new Map([[1, 2]])', 'new Map()'],
  ['items', 'items'],
  ['anything\n  .first\n  .second', 'anything.first.second'],
  ['(items  ??\n  anything)[0]', '(items ?? anything)[0]'],
  ['`a ${items[0]}`', "'a ${items[0]}'"],
])('%s is told as %s', (expression, told) => {
  expect(
    askAbout(`ask(${expression});`, (_program, node) =>
      describeExpression(node),
    ),
  ).toBe(told);
});
