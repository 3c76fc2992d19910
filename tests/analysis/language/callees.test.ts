import ts from 'typescript';

import {
  calleeOf,
  calleesOf,
  functionOf,
} from '../../../src/analysis/language/callees.ts';
import { asked, catalogue } from '../asked.ts';

const isCall = (
  node: ts.Node,
): node is ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression =>
  ts.isCallExpression(node) ||
  ts.isNewExpression(node) ||
  ts.isTaggedTemplateExpression(node);

catalogue(
  'which bodies may run when a call runs?',
  asked((program, call) => {
    if (!isCall(call)) {
      return '';
    }
    const bodies = calleesOf(program, call).map((fn) => fn.body.getText());
    const isOne = calleeOf(program, call) !== undefined;
    return `${bodies.join(' or ')}${isOne ? '' : ' (not one)'}`;
  }),
  [
    ['that of a function', 'function f() { 1; }\nask(f());', '{ 1; }'],
    ['that of a function on the spot', 'ask((() => 1)());', '1'],
    ['that of a template', 'function f(t: any) { 1; }\nask(f`x`);', '{ 1; }'],
    [
      'those of a choice',
      'const f = isReady ? () => 1 : () => 2;\nask(f());',
      '1 or 2 (not one)',
    ],
    [
      'that of a constructor',
      'class A { constructor() { 1; } }\nask(new A());',
      '{ 1; }',
    ],
    [
      'that of a constructor with an overload',
      'class A { constructor(); constructor(a?: 1) { 1; } }\nask(new A());',
      '{ 1; }',
    ],
    [
      'that of the constructor of a parent',
      'class A { constructor() { 1; } }\nclass B extends A { constructor() { ask(super()); } }',
      '{ 1; }',
    ],
    [
      'none of a class without a constructor',
      'class A {}\nask(new A());',
      ' (not one)',
    ],
    [
      'none of a constructor that is declared',
      'declare class A { constructor(); }\nask(new A());',
      ' (not one)',
    ],
    ['none of a class of the library', 'ask(new Set());', ' (not one)'],
    ['none of a function that is declared', 'ask(load());', ' (not one)'],
    ['none of anything', 'ask(anything());', ' (not one)'],
    ['none of a new anything', 'ask(new anything());', ' (not one)'],
  ],
);

catalogue(
  'which one function is a value?',
  asked(
    (program, value) => functionOf(program, value)?.body.getText() ?? 'none',
  ),
  [
    ['a function', 'ask(() => 1);', '1'],
    ['a name', 'const f = () => 1;\nask(f);', '1'],
    ['the same, by two ways', 'const f = () => 1;\nask(isReady ? f : f);', '1'],
    ['one or nothing', 'const f = () => 1;\nask(f ?? null);', '1'],
    ['one or another', 'ask(isReady ? () => 1 : () => 2);', 'none'],
    ['nothing', 'ask(null);', 'none'],
  ],
);
