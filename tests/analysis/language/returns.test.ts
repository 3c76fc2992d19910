import ts from 'typescript';

import {
  leavesAtEnd,
  returnedExpressions,
} from '../../../src/analysis/language/returns.ts';
import { isFunctionWithBody } from '../../../src/analysis/language/syntax.ts';
import { asked, catalogue } from '../asked.ts';
import { findNode } from '../program.ts';

catalogue(
  'what does a function return?',
  asked((_program, fn) =>
    isFunctionWithBody(fn)
      ? returnedExpressions(fn)
          .map((each) => each.getText())
          .join(' ')
      : '',
  ),
  [
    ['an expression', 'ask(() => 1);', '1'],
    ['a statement', 'ask(() => { return 1; });', '1'],
    [
      'one of several',
      'ask(() => { if (isReady) return 1; return 2; });',
      '1 2',
    ],
    ['nothing', 'ask(() => { return; });', ''],
    ['nothing at all', 'ask(() => { log(1); });', ''],
    [
      'what no function inside returns',
      'ask(() => { log(() => { return 1; }); return 2; });',
      '2',
    ],
    [
      'what no class inside returns',
      'ask(() => { class A { static { return 1; } } return 2; });',
      '2',
    ],
    [
      'a function',
      'ask(() => { return () => { return 1; }; });',
      '() => { return 1; }',
    ],
  ],
);

catalogue(
  'does a statement always leave?',
  (_program, file) =>
    String(leavesAtEnd(findNode(file, ts.isIfStatement).thenStatement)),
  (
    [
      ['a return', 'return;', 'true'],
      ['a throw', 'throw 1;', 'true'],
      ['a break', 'break;', 'true'],
      ['a continue', 'continue;', 'true'],
      ['a block that ends so', '{ log(1); return; }', 'true'],
      ['a block that ends by a throw', '{ throw 1; }', 'true'],
      ['a block that goes on', '{ if (items) { } log(1); }', 'false'],
      ['a block that returns and goes on', '{ return; log(1); }', 'false'],
      ['an empty block', '{ }', 'false'],
      ['a call', 'log(1);', 'false'],
    ] as const
  ).map(([name, statement, answer]) => [
    name,
    `function f() { for (;;) { if (isReady) ${statement} } }`,
    answer,
  ]),
);
