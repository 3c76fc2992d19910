import ts from 'typescript';

import { mayRunLimited } from '../../../src/analysis/concurrency/limited-tasks.ts';
import { asked, catalogue } from '../asked.ts';
import { findNode } from '../program.ts';

const LIMIT = 'const limit = anything(2); ';

catalogue(
  'may a node run as a task of a limit?',
  asked((program, node) =>
    mayRunLimited(
      program.getTypeChecker(),
      node,
      findNode(node.getSourceFile(), ts.isVariableDeclaration),
    )
      ? 'yes'
      : 'no',
  ),
  [
    ['no task', `${LIMIT}ask(load());`, 'no'],
    ['in a task', `${LIMIT}limit(() => ask(load()));`, 'yes'],
    ['beside a task', `${LIMIT}limit(() => load()); ask(load());`, 'no'],
    ['in a method', `${LIMIT}limit.map(items, () => ask(load()));`, 'yes'],
    [
      'in a function that a task calls',
      `${LIMIT}limit(() => one()); function one() { ask(load()); }`,
      'yes',
    ],
    [
      'in a callback of such a function',
      `${LIMIT}limit(() => one()); const one = () => items.map(() => ask(load()));`,
      'yes',
    ],
    [
      'in a function that such a function calls',
      `${LIMIT}limit(() => one()); const one = () => two(); const two = () => ask(load());`,
      'yes',
    ],
    [
      'in a method that a task calls',
      `${LIMIT}class A { one() { ask(load()); } two() { return limit(() => this.one()); } }`,
      'yes',
    ],
    [
      'in a field that a task calls',
      `${LIMIT}class A { one = () => { ask(load()); }; two() { return limit(() => this.one()); } }`,
      'yes',
    ],
    [
      'in a property that a task calls',
      `${LIMIT}const api = { one: () => ask(load()) }; limit(() => api.one());`,
      'yes',
    ],
    [
      'in functions that call each other',
      `${LIMIT}function one() { two(); } function two() { one(); ask(load()); }`,
      'no',
    ],
    [
      'a task that is a parameter',
      `${LIMIT}function run(task: () => void) { limit(task); } ask(load());`,
      'yes',
    ],
    [
      'a task that a call gave',
      `${LIMIT}const task = load.bind(null); limit(task); ask(load());`,
      'yes',
    ],
    [
      'a task that is a function of the file',
      `${LIMIT}const task = () => load(); limit(task); ask(load());`,
      'no',
    ],
    ['a value for the task', `${LIMIT}limit(load, items); ask(load());`, 'no'],
    ['handed on', `${LIMIT}anything(limit); ask(load());`, 'yes'],
    ['exported', 'export const limit = anything(2); ask(load());', 'yes'],
    ['a property', `${LIMIT}log(limit.activeCount); ask(load());`, 'no'],
  ],
);
