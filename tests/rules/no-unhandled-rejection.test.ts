import rule from '../../src/rules/no-unhandled-rejection.ts';
import { javascript, ruleTester } from '../rule-tester.ts';

const LOAD = 'declare function load(): Promise<string>;\n';

ruleTester.run('no-unhandled-rejection', rule, {
  valid: [
    {
      name: 'caught',
      code: `${LOAD}try { await Promise.all([load()]); } catch {}`,
    },
    {
      name: 'members that cannot reject',
      code: `${LOAD}await Promise.all([load().catch(() => null), Promise.resolve(1), 2]);`,
    },
    {
      name: 'a rejection handler',
      code: `${LOAD}Promise.all([load()]).then(() => 1, () => 2);`,
    },
    {
      name: 'a chain that ends in catch',
      code: `${LOAD}Promise.all([load()]).then(() => 1).catch(() => 2);`,
    },
    {
      name: 'left to the callers',
      code: `${LOAD}export async function all() { return Promise.all([load()]); }`,
    },
    {
      name: 'caught by the only caller',
      code: `${LOAD}async function all() { await Promise.all([load()]); }\nasync function main() { try { await all(); } catch {} }\nvoid main();`,
    },
    {
      name: 'a callback that may be awaited',
      code: `${LOAD}declare function run(task: () => void | Promise<void>): void;\nrun(async () => { await Promise.all([load()]); });`,
    },
    {
      name: 'settled results',
      code: `${LOAD}void Promise.allSettled([load()]);`,
    },
    {
      name: 'a drop in a try with a catch, for no-dead-catch',
      code: `${LOAD}try { Promise.all([load()]); } catch {}`,
    },
    { name: 'any', code: 'declare const Promise: any;\nPromise.all([1]);' },
    {
      name: 'a class of its own that is called Promise',
      code: 'class Promise { static all(x: unknown) { return x; } }\nPromise.all([1]);\nexport {};',
    },
    { name: 'no arguments', code: 'void Promise.all();' },
    {
      name: 'spread arguments',
      code: 'declare const args: [];\nvoid Promise.all(...args);',
    },
    {
      name: 'void, by option',
      code: `${LOAD}void Promise.all([load()]);`,
      options: [{ ignoreVoid: true, ignoreTopLevel: false }],
    },
    {
      name: 'the top level, by option',
      code: `${LOAD}await Promise.all([load()]);`,
      options: [{ ignoreVoid: false, ignoreTopLevel: true }],
    },
    {
      name: 'a drop at the top level, by option',
      code: `${LOAD}async function main() { await Promise.all([load()]); }\nvoid main();`,
      options: [{ ignoreVoid: false, ignoreTopLevel: true }],
    },
    {
      name: 'the top level of a command',
      code: `#!/usr/bin/env node\n${LOAD}await Promise.all([load()]);`,
    },
    {
      name: 'the top level of a program that works on files',
      code: `${LOAD}import { rm } from 'node:fs/promises';\nawait Promise.all([rm('a'), load()]);`,
    },
    {
      name: 'a drop at the top level of a program that works on files',
      filename: javascript,
      code: "const fs = require('fs');\nasync function main() { await Promise.all([fetch('/a'), fs.promises.rm('a')]); }\nmain();",
    },
    {
      name: 'JavaScript that handles',
      filename: javascript,
      code: 'Promise.all([fetch("/a")]).catch(() => {});',
    },
  ],
  invalid: [
    {
      name: 'a callback in a command',
      code: `#!/usr/bin/env node\n${LOAD}setTimeout(() => { void Promise.all([load()]); });`,
      errors: [
        {
          messageId: 'lostRejection',
          line: 3,
          column: 25,
          endLine: 3,
          endColumn: 46,
          data: {
            method: 'all',
            path: 'its promise is dropped by `void` at line 3',
          },
          suggestions: [
            {
              messageId: 'addCatch',
              output: `#!/usr/bin/env node\n${LOAD}setTimeout(() => { void Promise.all([load()]).catch((error) => console.error(error)); });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a drop in a function, where the top level may fail',
      code: `${LOAD}export function start() { void Promise.all([load()]); }`,
      options: [{ ignoreVoid: false, ignoreTopLevel: true }],
      errors: [
        {
          messageId: 'lostRejection',
          line: 2,
          column: 32,
          endLine: 2,
          endColumn: 53,
          data: {
            method: 'all',
            path: 'its promise is dropped by `void` at line 2',
          },
          suggestions: [
            {
              messageId: 'addCatch',
              output: `${LOAD}export function start() { void Promise.all([load()]).catch((error) => console.error(error)); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'awaited at the top level',
      code: `${LOAD}const [user] = await Promise.all([load()]);\nconsole.log(user);`,
      errors: [
        {
          messageId: 'lostAtTopLevel',
          line: 2,
          column: 22,
          endLine: 2,
          endColumn: 43,
          data: {
            method: 'all',
            path: 'nothing catches it at the top level of the module',
          },
          suggestions: [
            {
              messageId: 'wrapInTry',
              output: `${LOAD}try {\n  const [user] = await Promise.all([load()]);\n  console.log(user);\n} catch (error) {\n  console.error(error);\n}`,
            },
            {
              messageId: 'useAllSettled',
              output: `${LOAD}const [userResult] = await Promise.allSettled([load()]);\nconst user = userResult.status === 'fulfilled' ? userResult.value : null;\nconsole.log(user);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a statement',
      code: `${LOAD}Promise.all([load()]);`,
      errors: [
        {
          messageId: 'lostRejection',
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 22,
          data: { method: 'all', path: 'its promise is dropped at line 2' },
          suggestions: [
            {
              messageId: 'addCatch',
              output: `${LOAD}Promise.all([load()]).catch((error) => console.error(error));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a handler that rethrows',
      code: `${LOAD}Promise.race([load()]).catch((error) => { throw error; });`,
      errors: [
        {
          messageId: 'lostRejection',
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 23,
          data: { method: 'race', path: 'its promise is dropped at line 2' },
          suggestions: [
            {
              messageId: 'addCatch',
              output: `${LOAD}Promise.race([load()]).catch((error) => { throw error; }).catch((error) => console.error(error));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a path through two functions and a finally',
      code: `${LOAD}async function inner() {\n  await Promise.any([load()]);\n}\nasync function outer() {\n  try { await inner(); } finally { console.log(); }\n}\nvoid outer();`,
      errors: [
        {
          messageId: 'lostRejection',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 30,
          data: {
            method: 'any',
            path: '`inner()` awaits it, `outer()` awaits that, its promise is dropped by `void` at line 8',
          },
          suggestions: [
            {
              messageId: 'addCatch',
              output: `${LOAD}async function inner() {\n  await Promise.any([load()]);\n}\nasync function outer() {\n  try { await inner(); } finally { console.log(); }\n}\nvoid outer().catch((error) => console.error(error));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a value that is never used',
      code: `${LOAD}const all = Promise.all([load()]);\nexport {};`,
      errors: [
        {
          messageId: 'lostRejection',
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 34,
          data: {
            method: 'all',
            path: 'its promise is kept in `all`, where nothing handles it (line 2)',
          },
          suggestions: [
            {
              messageId: 'addCatch',
              output: `${LOAD}const all = Promise.all([load()]).catch((error) => console.error(error));\nexport {};`,
            },
          ],
        },
      ],
    },
    {
      name: 'one report for one dropped promise',
      code: `${LOAD}async function both() {\n  return [await Promise.all([load()]), await Promise.race([load()])];\n}\nsetTimeout(both);`,
      errors: [
        {
          messageId: 'lostRejection',
          line: 3,
          column: 17,
          endLine: 3,
          endColumn: 38,
          data: {
            method: 'all',
            path: '`both()` awaits it, `setTimeout` drops its promise (line 5)',
          },
        },
      ],
    },
    {
      name: 'JavaScript',
      filename: javascript,
      code: 'Promise["all"]([fetch("/a")]).finally(() => {});',
      errors: [
        {
          messageId: 'lostRejection',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 30,
          data: { method: 'all', path: 'its promise is dropped at line 1' },
          suggestions: [
            {
              messageId: 'addCatch',
              output:
                'Promise["all"]([fetch("/a")]).finally(() => {}).catch((error) => console.error(error));',
            },
          ],
        },
      ],
    },
    {
      name: 'a function that two callers drop',
      code: `${LOAD}async function save() { await Promise.all([load()]); }
export const a = () => { void save(); };
export const b = () => { void save(); };`,
      errors: [
        {
          messageId: 'lostRejection',
          line: 2,
          column: 31,
          endLine: 2,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'wrapInTry',
              output: `${LOAD}async function save() { try { await Promise.all([load()]); } catch (error) { console.error(error); } }
export const a = () => { void save(); };
export const b = () => { void save(); };`,
            },
          ],
        },
      ],
    },
    {
      name: 'a function that one caller drops and another awaits',
      code: `${LOAD}async function save() { await Promise.all([load()]); }
export const a = () => { void save(); };
export const b = async () => { await save(); };`,
      errors: [
        {
          messageId: 'lostRejection',
          line: 2,
          column: 31,
          endLine: 2,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'addCatch',
              output: `${LOAD}async function save() { await Promise.all([load()]); }
export const a = () => { void save().catch((error) => console.error(error)); };
export const b = async () => { await save(); };`,
            },
          ],
        },
      ],
    },
    {
      name: 'members of several types under one name',
      code: `${LOAD}declare function count(): Promise<number>;
declare function names(): Promise<string[]>;
try {
  log();
} finally {
  const all = await Promise.all([load(), count(), names()]);
  log(all[0], all[1].toFixed(), all[2].length);
}
declare function log(...values: unknown[]): void;`,
      errors: [
        {
          messageId: 'lostAtTopLevel',
          line: 7,
          column: 21,
          endLine: 7,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'wrapInTry',
              output: `${LOAD}declare function count(): Promise<number>;
declare function names(): Promise<string[]>;
try {
  log();
} finally {
  try {
    const all = await Promise.all([load(), count(), names()]);
    log(all[0], all[1].toFixed(), all[2].length);
  } catch (error) {
    console.error(error);
  }
}
declare function log(...values: unknown[]): void;`,
            },
            {
              messageId: 'useAllSettled',
              output: `${LOAD}declare function count(): Promise<number>;
declare function names(): Promise<string[]>;
try {
  log();
} finally {
  const settledAll = await Promise.allSettled([load(), count(), names()]);
  const all = [
    settledAll[0].status === 'fulfilled' ? settledAll[0].value : null,
    settledAll[1].status === 'fulfilled' ? settledAll[1].value : null,
    settledAll[2].status === 'fulfilled' ? settledAll[2].value : [],
  ] as const;
  log(all[0], all[1].toFixed(), all[2].length);
}
declare function log(...values: unknown[]): void;`,
            },
          ],
        },
      ],
    },
    {
      name: 'members of several types under a variable',
      code: `${LOAD}declare function count(): Promise<number>;
let all = await Promise.all([load(), count()]);
all = [ '', 1];`,
      errors: [
        {
          messageId: 'lostAtTopLevel',
          line: 3,
          column: 17,
          endLine: 3,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'wrapInTry',
              output: `${LOAD}declare function count(): Promise<number>;
try {
  let all = await Promise.all([load(), count()]);
  all = [ '', 1];
} catch (error) {
  console.error(error);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'members of several types on one line',
      code: `${LOAD}declare function count(): Promise<number>;
if (Math.random() > 1) { const all = await Promise.all([load(), count()]); console.log(all[1].toFixed()); }`,
      errors: [
        {
          messageId: 'lostAtTopLevel',
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'wrapInTry',
              output: `${LOAD}declare function count(): Promise<number>;
if (Math.random() > 1) { try { const all = await Promise.all([load(), count()]); console.log(all[1].toFixed()); } catch (error) { console.error(error); } }`,
            },
          ],
        },
      ],
    },
  ],
});
