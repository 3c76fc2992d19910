import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';
import { unionConstituents } from 'ts-api-utils';

import type { TypedSource } from '../source/typed-source.ts';
import { isOperand } from './add-catch.ts';
import { type Edit, hasComment } from './edits.ts';

export const AWAIT_MEMBER_MESSAGES = {
  awaitMember: 'Wait for the promise itself.',
} as const;

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Takes a combinator away from its only member. What is fulfilled keeps its shape: `all` becomes an array
 * of the awaited member where somebody looks at it, and `race` the member itself. `undefined` for `any`,
 * whose error would be another one, for `all` without `await`, and where a comment would be lost.
 */
export function awaitMember(
  sourceCode: SourceCode,
  { checker, toTypeScript }: TypedSource,
  call: TSESTree.CallExpression,
  member: TSESTree.Node,
): Edit[] | undefined {
  const { callee, parent } = call;
  const method =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
      ? callee.property.name
      : undefined;
  if (method === 'race') {
    const node = toTypeScript(member);
    return parent.type === 'AwaitExpression' ||
      (node !== undefined && isPromise(checker, node))
      ? replaced(sourceCode, call, member, bracketsFor(sourceCode, member))
      : undefined;
  }
  return method === 'all' ? awaitInstead(sourceCode, call, member) : undefined;
}

/** Awaits the only member, with what is put around it, instead of the combinator that is awaited; `undefined` where that is not awaited, or the shape would be another one. */
export function awaitInstead(
  sourceCode: SourceCode,
  { parent }: TSESTree.CallExpression,
  member: TSESTree.Node,
  [open, close] = bracketsFor(sourceCode, member),
): Edit[] | undefined {
  if (parent.type !== 'AwaitExpression') {
    return undefined;
  }
  switch (shapeOf(parent)) {
    case 'none':
      return replaced(sourceCode, parent, member, [`await ${open}`, close]);
    case 'array':
      return replaced(sourceCode, parent, member, [
        `[await ${open}`,
        `${close}]`,
      ]);
    case 'tuple':
      return undefined;
  }
}

/** The parentheses that a member needs behind `await`, or before a call of its method. */
function bracketsFor(
  { text }: SourceCode,
  member: TSESTree.Node,
): [string, string] {
  return isOperand(member as TSESTree.Expression, text) ? ['', ''] : ['(', ')'];
}

/** Whether every part of a type is a promise with all its methods. */
function isPromise(checker: ts.TypeChecker, node: ts.Node): boolean {
  return unionConstituents(checker.getTypeAtLocation(node)).every((part) =>
    ['then', 'catch', 'finally'].every((name) =>
      checker.getPropertyOfType(part, name),
    ),
  );
}

/** What is expected of an awaited result: nothing, any array, or one of exactly one element, which a plain name remembers. */
function shapeOf({
  parent,
}: TSESTree.AwaitExpression): 'none' | 'array' | 'tuple' {
  switch (parent.type) {
    case 'ExpressionStatement':
      return 'none';
    case 'VariableDeclarator':
      return parent.id.type === 'ArrayPattern' ? 'array' : 'tuple';
    case 'AssignmentExpression':
      return parent.left.type === 'ArrayPattern' ? 'array' : 'tuple';
    default:
      return 'tuple';
  }
}

function replaced(
  sourceCode: SourceCode,
  { range: [start, end] }: TSESTree.Node,
  member: TSESTree.Node,
  [before, after]: [string, string],
): Edit[] | undefined {
  const ranges: [TSESTree.Range, string][] = [
    [[start, member.range[0]], before],
    [[member.range[1], end], after],
  ];
  return ranges.some(([range]) => hasComment(sourceCode, range))
    ? undefined
    : ranges.map(([range, text]) => ({ range, text }));
}
