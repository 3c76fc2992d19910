import ts from 'typescript';
import { expect, it } from 'vitest';

import { returnedMembers } from '../../../src/analysis/time/returned-members.ts';
import { combinatorIn } from '../asked.ts';

/** What the only member of a race is read off a returned object as. */
function membersIn(text: string): string[] {
  const { program, call } = combinatorIn(text);
  const [list] = call.node.arguments;
  const [member] =
    list !== undefined && ts.isArrayLiteralExpression(list)
      ? list.elements
      : [];
  return member === undefined
    ? []
    : returnedMembers(program, member).map((each) => each.getText());
}

it.each([
  ['{ return { a: 1 }; }', ['1']],
  ['{ const a = 1; return { a }; }', ['a']],
  ['{ const all = { a: 1 }; return all; }', ['1']],
  ['{ return isReady ? { a: 1 } : { a: 2 }; }', []],
  ['{ if (isReady) return { a: 1 }; return { a: 2 }; }', ['1', '2']],
  ['{ if (isReady) return { a: 1 }; return anything; }', []],
  ['{ return { a: 1, ...anything }; }', []],
  ['{ return { ...anything, a: 1 }; }', ['1']],
  ['{ return { a() {} }; }', []],
  ['{ return { b: 1 }; }', []],
  ['{ return 1; }', []],
  ['{}', []],
])('function f()%s: %j', (body, expected) => {
  expect(membersIn(`function f() ${body}\nPromise.race([f().a]);`)).toEqual(
    expected,
  );
});

it.each([
  ['const x = f();', 'x.a', ['1']],
  ['const x = f();', "x['a']", ['1']],
  ['const { a } = f();', 'a', ['1']],
  ['const { a: b } = f();', 'b', ['1']],
  ['const { ...a } = f();', 'a', []],
  ['const [a] = f();', 'a', []],
  ['let { a } = f();', 'a', []],
  ['let x = f();', 'x.a', []],
  ['const x = anything();', 'x.a', []],
  ['const x = anything;', 'x.a', []],
  ['const g = ({ a }: { a: number }) => a;', 'g', []],
])('%s %s: %j', (declaration, member, expected) => {
  expect(
    membersIn(
      `function f() { return { a: 1 }; }\n${declaration}\nPromise.race([${member}]);`,
    ),
  ).toEqual(expected);
});
