import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { referencesTo } from '../analysis/language/references.ts';
import {
  enclosingFunction,
  isAssignment,
} from '../analysis/language/syntax.ts';
import { useOf } from '../analysis/language/uses.ts';
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
  source: TypedSource,
  call: TSESTree.CallExpression,
  member: TSESTree.Node,
): Edit[] | undefined {
  switch (methodOf(call)) {
    case 'all':
      return awaitInstead(sourceCode, source, call, member);
    case 'race':
      return useInstead(sourceCode, source, call, member);
    default:
      return undefined;
  }
}

/** Takes a combinator away from a promise that it was given in the place of a list, where nothing has come of it yet that had to be kept; `undefined` where `all` is not awaited. */
export function awaitArgument(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
  argument: TSESTree.Node,
): Edit[] | undefined {
  if (methodOf(call) !== 'all') {
    return useInstead(sourceCode, source, call, argument);
  }
  const { parent } = call;
  return parent.type === 'AwaitExpression'
    ? replacedAwait(
        sourceCode,
        parent,
        argument,
        shapeOf(source, parent) === 'none' ? 'none' : 'array',
      )
    : undefined;
}

function methodOf({ callee }: TSESTree.CallExpression): string | undefined {
  return callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier'
    ? callee.property.name
    : undefined;
}

/** The member itself in the place of its combinator; `undefined` where that is a promise of fewer methods, which somebody may call. */
function useInstead(
  sourceCode: SourceCode,
  { checker, toTypeScript }: TypedSource,
  call: TSESTree.CallExpression,
  member: TSESTree.Node,
): Edit[] | undefined {
  const node = toTypeScript(member);
  return call.parent.type === 'AwaitExpression' ||
    (node !== undefined && isPromise(checker, node))
    ? replaced(sourceCode, call, member, bracketsFor(sourceCode, member))
    : undefined;
}

/** Awaits the only member, with what is put around it, instead of the combinator that is awaited; `undefined` where that is not awaited, or the shape would be another one. */
export function awaitInstead(
  sourceCode: SourceCode,
  source: TypedSource,
  { parent }: TSESTree.CallExpression,
  member: TSESTree.Node,
  brackets = bracketsFor(sourceCode, member),
): Edit[] | undefined {
  if (parent.type !== 'AwaitExpression') {
    return undefined;
  }
  const shape = shapeOf(source, parent);
  return shape === 'tuple'
    ? undefined
    : replacedAwait(sourceCode, parent, member, shape, brackets);
}

function replacedAwait(
  sourceCode: SourceCode,
  node: TSESTree.AwaitExpression,
  member: TSESTree.Node,
  shape: 'none' | 'array',
  [open, close] = bracketsFor(sourceCode, member),
): Edit[] | undefined {
  return replaced(
    sourceCode,
    node,
    member,
    shape === 'none'
      ? [`await ${open}`, close]
      : [`[await ${open}`, `${close}]`],
  );
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
function shapeOf(
  source: TypedSource,
  node: TSESTree.AwaitExpression,
): 'none' | 'array' | 'tuple' {
  const { parent } = node;
  switch (parent.type) {
    case 'ExpressionStatement':
      return 'none';
    case 'VariableDeclarator':
      return parent.id.type === 'ArrayPattern' ||
        (parent.id.typeAnnotation === undefined
          ? isReadAsArray(source, parent)
          : isTypedAsList(source, node))
        ? 'array'
        : 'tuple';
    case 'AssignmentExpression':
      return parent.left.type === 'ArrayPattern' || isTypedAsList(source, node)
        ? 'array'
        : 'tuple';
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
      return hasDeclaredResult(source, node) && isTypedAsList(source, node)
        ? 'array'
        : 'tuple';
    default:
      return 'tuple';
  }
}

/** Whether the function around a node declares what it returns. */
function hasDeclaredResult(
  { toTypeScript }: TypedSource,
  node: TSESTree.AwaitExpression,
): boolean {
  const expression = toTypeScript(node);
  const fn = expression && enclosingFunction(expression);
  return fn !== undefined && 'type' in fn && fn.type !== undefined;
}

/** Whether each use of the name that a declaration gives looks into the array, and finds there what it would find in a tuple. */
function isReadAsArray(
  { checker, program, toTypeScript }: TypedSource,
  { id }: TSESTree.VariableDeclarator,
): boolean {
  const name = toTypeScript(id);
  const { noUncheckedIndexedAccess = false } = program.getCompilerOptions();
  return (
    name !== undefined &&
    ts.isIdentifier(name) &&
    !isExported(name.parent) &&
    referencesTo(checker, name).every((reference) => {
      const use = useOf(reference);
      return (
        use.kind === 'iterated' ||
        use.kind === 'tested' ||
        (use.kind === 'accessed' &&
          !(noUncheckedIndexedAccess && use.name === undefined) &&
          !isAssignment(use.node.parent))
      );
    })
  );
}

/** Whether other files may name what a declaration declares where it stands. */
export function isExported(declaration: ts.Node): boolean {
  return (
    (ts.getCombinedModifierFlags(declaration as ts.Declaration) &
      ts.ModifierFlags.Export) !==
    0
  );
}

/** Whether a list or a tuple without free types is asked for where an expression stands, so that a literal there is one. */
function isTypedAsList(
  { checker, toTypeScript }: TypedSource,
  node: TSESTree.AwaitExpression,
): boolean {
  const expression = toTypeScript(node) as ts.Expression | undefined;
  const type = expression && checker.getContextualType(expression);
  const lists = unionConstituents(type ?? checker.getAnyType()).filter(
    (part) => !checker.getPropertyOfType(part, 'then'),
  );
  return (
    lists.length > 0 &&
    lists.every(
      (part) =>
        (checker.isArrayType(part) || checker.isTupleType(part)) &&
        checker
          .getTypeArguments(part as ts.TypeReference)
          .every(({ flags }) => !(flags & ts.TypeFlags.TypeParameter)),
    )
  );
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
