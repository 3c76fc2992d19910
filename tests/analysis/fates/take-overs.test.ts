import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import {
  type FunctionSpecifier,
  isCallOf,
} from '../../../src/analysis/fates/take-overs.ts';
import { fileOf, findNode, programOf } from '../program.ts';

/** Whether the first call or `new` of a text is of what a specifier names. */
function isNamed(text: string, specifier: FunctionSpecifier): boolean {
  const program = programOf({
    'main.ts': `${text}\nexport {};\n`,
    'queue.ts':
      'export function add(job: unknown): void {}\nexport class Queue { push(job: unknown): void {} }',
    'package.d.ts':
      "declare module '@scope/tasks' { export function later(job: unknown): void; export const context: Context; export interface Context { waitUntil(job: unknown): void } }",
    'node_modules/@types/scope__jobs/index.d.ts':
      'declare function spawnJob(job: unknown): void;',
  });
  const call = findNode(
    fileOf(program, 'main.ts'),
    (node): node is ts.CallExpression | ts.NewExpression =>
      ts.isCallExpression(node) || ts.isNewExpression(node),
  );
  return isCallOf(program, call, ['somethingElse', specifier]);
}

const TASKS = { from: 'package', package: '@scope/tasks' } as const;

describe('a call is of the function that is named', () => {
  it.each<[string, FunctionSpecifier, string]>([
    ['by its bare name', 'add', 'declare function add(): void; add();'],
    [
      'by a bare name, where nothing is known of it',
      'add',
      '(unknown.add as any)!();',
    ],
    ['by the name of a method', 'push', 'queue.push();'],
    ['with what it is called on', 'queue.push', 'queue.push();'],
    ['with the last that it is called on', 'queue.push', 'my.queue.push();'],
    ['on this', 'this.push', 'class A { a() { this.push(); } }'],
    ['with brackets', 'queue.push', "queue['push']();"],
    ['as a constructor', 'Job', 'new Job();'],
    [
      'in a file of the project',
      { from: 'file', name: 'add' },
      "import { add } from './queue'; add(1);",
    ],
    [
      'in a file whose path is given',
      { from: 'file', name: ['remove', 'push'], path: './project/queue.ts' },
      "import { Queue } from './queue'; declare const queue: Queue; queue.push(1);",
    ],
    ...['project/queue.ts', '/project/queue.ts', '././project/queue.ts'].map(
      (path): [string, FunctionSpecifier, string] => [
        `in a file whose path is given as ${path}`,
        { from: 'file', name: 'add', path },
        "import { add } from './queue'; add(1);",
      ],
    ),
    [
      'in the standard library',
      { from: 'lib', name: 'queueMicrotask' },
      'queueMicrotask(() => {});',
    ],
    [
      'in a package',
      { ...TASKS, name: 'later' },
      "import { later } from '@scope/tasks'; later(1);",
    ],
    [
      'as a method of what a package exports',
      { ...TASKS, name: 'waitUntil' },
      "import { context } from '@scope/tasks'; context['waitUntil'](1);",
    ],
    [
      'in a namespace of a package',
      { ...TASKS, name: 'later' },
      "import * as tasks from '@scope/tasks'; tasks.later(1);",
    ],
    [
      'in a package whose types are not there',
      { from: 'package', package: 'gone', name: 'run' },
      "import { run } from 'gone/sub'; run(1);",
    ],
    [
      'in a package whose types are not there, by its own name',
      { from: 'package', package: 'gone', name: 'run' },
      "import { run } from 'gone'; run(1);",
    ],
    [
      'as a method of what a package exports whose types are not there',
      { from: 'package', package: 'gone', name: 'waitUntil' },
      "import { context } from 'gone'; context.later['waitUntil'](1);",
    ],
    [
      'as a method of a type of a package',
      { ...TASKS, name: 'waitUntil' },
      "declare const context: import('@scope/tasks').Context; context.waitUntil(1);",
    ],
    [
      'in the types of a package with a scope',
      { from: 'package', package: '@scope/jobs', name: 'spawnJob' },
      'spawnJob(1);',
    ],
    [
      'in a package of types',
      { from: 'package', package: 'node', name: 'setImmediate' },
      'setImmediate(() => {});',
    ],
  ])('%s', (_how, specifier, text) => {
    expect(isNamed(text, specifier)).toBe(true);
  });
});

describe('a call is of another function', () => {
  it.each<[string, FunctionSpecifier, string]>([
    ['of another name', 'add', 'remove();'],
    ['on something else', 'queue.push', 'stack.push();'],
    ['of a computed name', 'push', 'queue[push]();'],
    ['that has no name', 'add', '(() => {})();'],
    [
      'in another file',
      { from: 'file', name: 'add', path: 'stack.ts' },
      "import { add } from './queue'; add(1);",
    ],
    [
      'of the library, not of a file',
      { from: 'file', name: 'queueMicrotask' },
      'queueMicrotask(() => {});',
    ],
    [
      'of a file, not of the library',
      { from: 'lib', name: 'queueMicrotask' },
      'function queueMicrotask(job: unknown) {} queueMicrotask(1);',
    ],
    [
      'of another package',
      { ...TASKS, name: 'later' },
      "import { later } from '@scope/tasks-too'; later(1);",
    ],
    [
      'of a package, not of the file that imports it',
      { from: 'file', name: 'later' },
      "import { later } from 'gone'; later(1);",
    ],
    [
      'of another file than the one that imports it',
      { from: 'file', name: 'add', path: 'main.ts' },
      "import { add } from './queue'; add(1);",
    ],
    [
      'of the library, on what a file declares',
      { from: 'file', name: 'push' },
      'const list: unknown[] = []; list.push(1);',
    ],
    [
      'on what nobody declares',
      { from: 'package', package: 'gone', name: 'waitUntil' },
      'missing.waitUntil(1);',
    ],
    [
      'on what is imported from another package',
      { from: 'package', package: 'gone', name: 'waitUntil' },
      "import { context } from 'gone-too'; context.waitUntil(1);",
    ],
    [
      'as a method of a type of another package',
      { from: 'package', package: '@other/tasks', name: 'waitUntil' },
      "declare const context: import('@scope/tasks').Context; context.waitUntil(1);",
    ],
    ['that is not declared', { ...TASKS, name: 'later' }, 'later(1);'],
    [
      'of a file, not of a package',
      { ...TASKS, name: 'add' },
      "import { add } from './queue'; add(1);",
    ],
  ])('%s', (_how, specifier, text) => {
    expect(isNamed(text, specifier)).toBe(false);
  });
});
