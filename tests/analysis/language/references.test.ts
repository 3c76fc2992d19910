import ts from 'typescript';
import { expect, it } from 'vitest';

import {
  isDeclarationName,
  mayBeReadOtherwise,
  namesIn,
  referencesOf,
  referencesTo,
  standsFor,
} from '../../../src/analysis/language/references.ts';
import { type Case, catalogue, moduleOf } from '../asked.ts';
import { findNode } from '../program.ts';

/** The name of the first declaration of `it`. */
function nameIn(file: ts.SourceFile): ts.Node {
  return findNode(
    file,
    (node): node is ts.Identifier | ts.PrivateIdentifier =>
      ts.isMemberName(node) &&
      /^#?it$/u.test(node.text) &&
      isDeclarationName(node),
  );
}

const textsOf = (nodes: readonly ts.Node[]): string =>
  nodes.map(({ parent }) => parent.getText()).join(' | ') || 'none';

const CASES: readonly Case[] = [
  ['a variable', 'const it = 1;\nlog(it);\nit;', 'log(it) | it;'],
  [
    'a variable, from the inside',
    'const it = 1;\nlog(it + 1, it);',
    'it + 1 | log(it + 1, it)',
  ],
  [
    'a variable beside another',
    'const it = 1;\n{ const it = 2; log(it); }\nask(it);',
    'ask(it)',
  ],
  ['a shorthand', 'const it = 1;\nlog({ it });', 'it'],
  ['an export', 'const it = 1;\nexport { it };', 'it'],
  [
    'an export by another name',
    'const it = 1;\nexport { it as other };',
    'it as other',
  ],
  [
    'no member of its name',
    'const it = 1;\nlog(anything.it, { it: 2 });',
    'none',
  ],
  ['no text of its name', "const it = 1;\nlog('it', anything['it']);", 'none'],
  [
    'no key of a pattern',
    'const it = 1;\nconst { it: other } = { it: 2 };',
    'none',
  ],
  [
    'the default of a pattern',
    'const it = 1;\nconst { a = it } = anything;',
    'a = it',
  ],
  [
    'no member of a namespace',
    'namespace A { export const it = 1; log(it); }\nask(A.it);',
    'log(it)',
  ],
  ['a name of a pattern', 'const { it } = anything;\nlog(it);', 'log(it)'],
  ['a parameter', 'function f(it: any) { log(it); }', 'log(it)'],
  [
    'a parameter that is a field too',
    'class A { constructor(private it: any) { log(it); } f() { log(this.it); } }',
    'log(it) | this.it',
  ],
  ['a function', 'function it() {}\nit();', 'it()'],
  ['a class', 'class it {}\nnew it();', 'new it()'],
  ['the default of a module', 'export default function it() { it(); }', 'it()'],
  [
    'a field with a private name',
    'class A { #it = 1; f() { log(this.#it); } }',
    'this.#it',
  ],
  [
    'a private field',
    "class A { private it = 1; f() { this.it; this['it']; const { it } = this; const { it: b } = this; } }",
    "this.it | this['it'] | it | it: b",
  ],
  [
    'a private field of an instance of a type',
    'class A<T> { private it!: T; f(o: A<string>) { log(o.it); } }',
    'o.it',
  ],
  [
    'a private field beside a variable',
    'class A { private it = 1; f(it: number) { log(it, this.it); } }',
    'this.it',
  ],
  [
    'no member of something else',
    'class A { private it = 1; }\nlog({ it: 1 }, anything.it);',
    'none',
  ],
];

catalogue(
  'where is a name named again?',
  (program, file) =>
    textsOf(referencesTo(program.getTypeChecker(), nameIn(file))),
  CASES,
);

catalogue(
  'which of all names of one text stand for a declaration?',
  (program, file) => {
    const declaration = nameIn(file).parent as ts.Declaration;
    return textsOf(
      namesIn(declaration).filter((name) =>
        standsFor(program.getTypeChecker(), name, declaration),
      ),
    );
  },
  [
    [
      'a variable',
      'const it = 1;\nlog(it, anything.it, nowhere);',
      'log(it, anything.it, nowhere)',
    ],
    [
      'a variable beside another',
      'const it = 1;\n{ const it = 2; log(it); }\nask(it);',
      'ask(it)',
    ],
    [
      'a field',
      'class A { it = 1; f() { log(this.it, anything.it); } }',
      'this.it',
    ],
  ],
);

it('finds no names of what has none', () => {
  const [program, file] = moduleOf(
    'const { a } = anything;\nlog(a);\nask(() => 1);',
  );
  const checker = program.getTypeChecker();
  const pattern = findNode(file, ts.isVariableDeclaration);
  const call = findNode(file, ts.isCallExpression);
  const symbol = checker.getSymbolAtLocation(call.expression);

  expect(namesIn(pattern)).toEqual([]);
  expect(namesIn(findNode(file, ts.isArrowFunction))).toEqual([]);
  expect(referencesTo(checker, pattern)).toEqual([]);
  expect(symbol && textsOf(referencesOf(checker, symbol, file))).toBe('log(a)');
});

it('finds no names in a file that has none of that text', () => {
  const [program, file] = moduleOf('log(1);', {
    'other.ts': 'export const it = 1;',
  });
  const other = program
    .getSourceFiles()
    .find(({ fileName }) => fileName.endsWith('/other.ts'));
  const checker = program.getTypeChecker();
  const symbol = other && checker.getSymbolAtLocation(nameIn(other));

  expect(symbol && referencesOf(checker, symbol, file)).toEqual([]);
});

catalogue(
  'may a member be read in a way that is not seen?',
  (program, file) =>
    String(
      mayBeReadOtherwise(
        program.getTypeChecker(),
        findNode(file, ts.isClassElement),
      ),
    ),
  [
    ['never', 'class A { private it = 1; f() { log(this.it); } }', 'false'],
    [
      'through anything',
      'class A { private it = 1; }\nlog(anything.it);',
      'true',
    ],
    [
      'through anything in brackets',
      "class A { private it = 1; }\nlog(anything['it']);",
      'true',
    ],
    [
      'through a pattern of anything',
      'class A { private it = 1; }\nconst { it } = anything;',
      'true',
    ],
    [
      'not through a pattern of something else',
      'class A { private it = 1; }\nconst { it } = { it: 1 };',
      'false',
    ],
    [
      'not through something else',
      'class A { private it = 1; }\ndeclare const o: { it: number };\nlog(o.it);',
      'false',
    ],
    [
      'not by a place of a list',
      'class A { private it = 1; }\nconst [it] = items;',
      'false',
    ],
    [
      'not through a text of its name',
      "class A { private it = 1; }\nlog('it'[0]);",
      'false',
    ],
    ['not by a variable', 'class A { private it = 1; }\nlog(it);', 'false'],
    [
      'not by another name',
      'class A { private it = 1; }\nlog(anything.other);',
      'false',
    ],
    [
      'not with a private name',
      'class A { #it = 1; }\nlog(anything.it);',
      'false',
    ],
    [
      'not with a computed name',
      "class A { private ['it'] = 1; }\nlog(anything.it);",
      'false',
    ],
    [
      'not of a constructor',
      'class A { constructor() {} }\nlog(anything.it);',
      'false',
    ],
  ],
);

catalogue(
  'is a name the one that a declaration declares?',
  (_program, file) =>
    String(
      isDeclarationName(
        findNode(
          file,
          (node): node is ts.Identifier =>
            ts.isIdentifier(node) && node.text === 'it',
        ),
      ),
    ),
  [
    ['a variable', 'const it = 1;', 'true'],
    ['an element of a pattern', 'const { it } = anything;', 'true'],
    ['a parameter', 'log((it: any) => 1);', 'true'],
    ['a function', 'function it() {}', 'true'],
    ['a method', 'log({ it() {} });', 'true'],
    ['a class', 'class it {}', 'true'],
    ['a field', 'class A { it = 1; }', 'true'],
    ['a property of a type', 'interface A { it: 1 }', 'true'],
    ['a key of a pattern', 'const { it: a } = anything;', 'false'],
    ['a value', 'const a = it;', 'false'],
    ['a key', 'log({ it: 1 });', 'false'],
    ['a default', 'log((a = it) => 1);', 'false'],
  ],
);

it('finds the names of what is imported', () => {
  const [program, file] = moduleOf("import { it } from './other';\nlog(it);", {
    'other.ts': 'export const it = 1;',
  });
  const { name } = findNode(file, ts.isImportSpecifier);

  expect(textsOf(referencesTo(program.getTypeChecker(), name))).toContain(
    'log(it)',
  );
});
