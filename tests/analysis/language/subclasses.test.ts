import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { overridesOf } from '../../../src/analysis/language/subclasses.ts';
import { type Case, moduleOf } from '../asked.ts';
import { findNode } from '../program.ts';

const A = 'export class A { it() { log(1); } }';

/** Asks for what stands in for the first member of that name, behind a class of it. */
function behind([name, code, answer]: readonly [string, string, string]): Case {
  return [name, `${A}\n${code}`, answer];
}

/** The classes in which the first member of that name is overridden. */
function overriddenIn([, text, , others]: Case): string {
  const [program, file] = moduleOf(text, others);
  const member = findNode(
    file,
    (node): node is ts.ClassElement =>
      ts.isClassElement(node) &&
      /^[#']?it'?$/u.test(node.name?.getText().replaceAll(/[[\]]/gu, '') ?? ''),
  );
  return overridesOf(program, member)
    .map(({ parent }) => {
      const name = ts.isClassDeclaration(parent)
        ? parent.name
        : (parent.parent as ts.VariableDeclaration).name;
      return name?.getText() ?? '';
    })
    .sort()
    .join(' ');
}

const CASES: readonly Case[] = [
  ...(
    [
      ['in none', 'class B { it() {} }', ''],
      ['in a subclass', 'class B extends A { it() {} }', 'B'],
      [
        'in two',
        'class B extends A { it() {} }\nclass C extends A { it() {} }',
        'B C',
      ],
      [
        'in a subclass of a subclass',
        'class B extends A {}\nclass C extends B { it() {} }',
        'C',
      ],
      [
        'in each of them',
        'class B extends A { it() {} }\nclass C extends B { it() {} }',
        'B C',
      ],
      ['by a field', 'class B extends A { it = () => {}; }', 'B'],
      [
        'in a class without a name',
        'const B = class extends A { it() {} };',
        'B',
      ],
      ['in a function', 'function f() { class B extends A { it() {} } }', 'B'],
      [
        'in a class with a default of its own',
        'class B<T = {}> extends A { it() {} }',
        'B',
      ],
      [
        'in a class that implements something too',
        'interface I { a?: 1 }\nclass B extends A implements I { it() {} }',
        'B',
      ],
      [
        'once, with an overload',
        'class B extends A { it(): void; it(a?: string) {} }',
        'B',
      ],
      [
        'in none that is abstract there',
        'abstract class B extends A { abstract it(): void; }',
        '',
      ],
      [
        'in none by a static method',
        'class B extends A { static it() {} }',
        '',
      ],
      ['in none by another method', 'class B extends A { other() {} }', ''],
      [
        'in none by a method whose name is a text',
        "class B extends A { 'it'() {} }",
        '',
      ],
      [
        'in none by a constructor',
        'class B extends A { constructor() { super(); } }',
        '',
      ],
      [
        'in no interface that extends it',
        'interface B extends A { it(): void }',
        '',
      ],
      [
        'in none that only implements it, though another extends that',
        'class B implements A { it() {} }\nclass C extends B {}',
        '',
      ],
      [
        'in none that only implements it',
        'class B implements A { it() {} }',
        '',
      ],
      [
        'in none that extends another',
        'class C {}\nclass B extends C { it() {} }',
        '',
      ],
      [
        'in none that extends what a call gives',
        'class B extends anything(A) { it() {} }',
        '',
      ],
      ['in none that extends nothing', 'class B extends {}', ''],
      [
        'in none that extends what is not declared',
        'class B extends nowhere { it() {} }',
        '',
      ],
    ] as const
  ).map(behind),
  [
    'in a subclass of a constant',
    'const A = class { it() {} };\nclass B extends A { it() {} }',
    'B',
  ],
  [
    'in none, where a declared constant is extended',
    'class C { it() {} }\ndeclare const A: typeof C;\nclass B extends A { it() {} }',
    '',
  ],
  [
    'in none, where it is static',
    'class A { static it() {} }\nclass B extends A { static it() {} it() {} }',
    '',
  ],
  [
    'in none, where it is private',
    'class A { private it() {} }\nclass B extends (A as any) { it() {} }',
    '',
  ],
  [
    'in none, where it has a private name',
    'class A { #it() {} }\nclass B extends A { it() {} }',
    '',
  ],
  [
    'in none, where its name is a text',
    "class A { 'it'() {} }\nclass B extends A { it() {} }",
    '',
  ],
  [
    'in none, where it is of an object',
    'const A = { it() {} };\nclass B { it() {} }',
    '',
  ],
  [
    'in none, where it is of an object that is extended',
    'const A = { it() {} };\nclass B extends (A as any) { it() {} }',
    '',
  ],
  [
    'in another file',
    A,
    'B',
    {
      'other.ts':
        "import { A } from './main';\nexport class B extends A { it() {} }",
    },
  ],
  [
    'in none that is only declared',
    A,
    '',
    {
      'other.d.ts':
        "import { A } from './main';\nexport declare class B extends A { it: () => void; }",
    },
  ],
];

// Each in a program of its own, whose subclasses are looked for once.
describe('a member is overridden', () => {
  it.each(CASES.map((each) => ({ name: each[0], answer: each[2], each })))(
    '$name: $answer',
    ({ answer, each }) => {
      expect(overriddenIn(each)).toBe(answer);
    },
  );
});
