import ts from 'typescript';
import { expect, it } from 'vitest';

import {
  isCallNamed,
  isFunctionWithBody,
  isPrivate,
  memberAccessOf,
} from '../../../src/analysis/language/syntax.ts';
import { asked, catalogue, moduleOf } from '../asked.ts';
import { findNode } from '../program.ts';
import { mentionIn, used } from './mention.ts';

catalogue(
  'does an expression call a method of the name add?',
  asked((_program, node) => String(isCallNamed(node, 'add'))),
  [
    ['a method', 'ask(anything.add(1));', 'true'],
    ['a method in brackets', "ask(anything['add'](1));", 'true'],
    ['a method under a cast', 'ask((anything.add as any)(1));', 'true'],
    ['another method', 'ask(anything.remove(1));', 'false'],
    ['a function', 'ask(add(1));', 'false'],
    ['a member that is not called', 'ask(anything.add);', 'false'],
    ['a constructor', 'ask(new anything.add(1));', 'false'],
  ],
);

catalogue(
  'is a node a function with a body?',
  (_program, file) =>
    String(
      isFunctionWithBody(
        findNode(
          file,
          (node): node is ts.Node =>
            ts.isFunctionLike(node) || ts.isClassLike(node),
        ),
      ),
    ),
  [
    ['a declaration', 'function f() {}', 'true'],
    ['an expression', 'log(function () {});', 'true'],
    ['an arrow', 'log(() => 1);', 'true'],
    ['a method', 'log({ f() {} });', 'true'],
    ['a getter', 'log({ get f() { return 1; } });', 'true'],
    ['an overload', 'function f(): void;\nfunction f() {}', 'false'],
    ['a function that is declared', 'declare function f(): void;', 'false'],
    ['a type', 'type F = () => void;', 'false'],
    ['a class', 'class A {}', 'false'],
  ],
);

it('takes a namespace for no function', () => {
  const [, file] = moduleOf('namespace A { log(1); }');

  expect(isFunctionWithBody(findNode(file, ts.isModuleDeclaration))).toBe(
    false,
  );
});

it('takes nothing for no function', () => {
  expect(isFunctionWithBody(undefined)).toBe(false);
});

catalogue(
  'can only its own file name a member?',
  (_program, file) => String(isPrivate(findNode(file, ts.isClassElement))),
  [
    ['with a private name', 'class A { #it = 1; }', 'true'],
    ['that is declared private', 'class A { private it = 1; }', 'true'],
    ['that is protected', 'class A { protected it = 1; }', 'false'],
    ['that is public', 'class A { it = 1; }', 'false'],
    ['a private constructor', 'class A { private constructor() {} }', 'true'],
    ['a constructor', 'class A { constructor() {} }', 'false'],
  ],
);

catalogue(
  'which access does a name belong to?',
  (_program, file) => memberAccessOf(mentionIn(file)).getText(),
  [
    used('other.it;', 'other.it'),
    used('other.it.length;', 'other.it'),
    used('it.length;', 'it'),
    used('other[it];', 'other[it]'),
    used('it[0];', 'it'),
    used('it;', 'it'),
  ],
);
