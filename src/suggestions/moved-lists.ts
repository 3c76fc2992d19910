import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { returnedExpressions } from '../analysis/language/returns.ts';
import { isCallNamed, unwrap } from '../analysis/language/syntax.ts';
import type { TypedSource } from '../source/typed-source.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Whether a name stands for an array: what is iterated twice must not be used up. */
export function isListThatStays(
  source: TypedSource,
  list: TSESTree.Node,
): boolean {
  const node = source.toTypeScript(list);
  return (
    node !== undefined &&
    source.checker.isArrayLikeType(source.checker.getTypeAtLocation(node))
  );
}

/** A list as the value of a constant: as a tuple where it is a literal, since every member has its own type. */
export function listText(
  sourceCode: SourceCode,
  source: TypedSource,
  list: TSESTree.Expression,
): string | undefined {
  const text = sourceCode.getText(list);
  if (list.type === 'ArrayExpression') {
    const file = source.toTypeScript(list)?.getSourceFile().fileName;
    return /\.[cm]?jsx?$/u.test(file ?? '') ? text : `${text} as const`;
  }
  return isListThatStays(source, list) ? text : undefined;
}

/** Whether the results of a combinator have the types that are expected of them when its list is made before, where nothing expects any. */
export function keepsType(
  source: TypedSource,
  call: TSESTree.CallExpression,
  list: TSESTree.Expression,
): boolean {
  if (call.typeArguments !== undefined) {
    // What is given for a tuple may not be one that is read only.
    return list.type !== 'ArrayExpression' && isListOfPlainValues(source, list);
  }
  return !isTypeExpected(source, call) || isListOfPlainValues(source, list);
}

/** Whether the place of a call expects a type of it that its arguments may have been read by. */
function isTypeExpected(
  source: TypedSource,
  call: TSESTree.CallExpression,
): boolean {
  const node = source.toTypeScript(
    call.parent.type === 'AwaitExpression' ? call.parent : call,
  );
  const expected =
    node !== undefined && isTyped(node.parent)
      ? source.checker.getContextualType(node as ts.Expression)
      : undefined;
  return (
    expected !== undefined &&
    !(
      expected.flags &
      (ts.TypeFlags.Any |
        ts.TypeFlags.Unknown |
        ts.TypeFlags.Void |
        ts.TypeFlags.TypeParameter)
    )
  );
}

/** Whether a node says what type it expects of an expression in it: by a return type, an annotation, or what it is assigned to. */
function isTyped(node: ts.Node): boolean {
  return (
    ts.isReturnStatement(node) ||
    ts.isArrowFunction(node) ||
    ts.isBinaryExpression(node) ||
    (ts.isVariableDeclaration(node) && node.type !== undefined)
  );
}

/** Whether the types of a list's members hang on nothing but themselves, one by one or of each element of another list. */
function isListOfPlainValues(
  source: TypedSource,
  list: TSESTree.Expression,
): boolean {
  const node = source.toTypeScript(list);
  if (node === undefined || !ts.isExpression(node)) {
    return false;
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.every((element) =>
      isPlainCall(source.checker, unwrap(element)),
    );
  }
  const maker =
    ts.isCallExpression(node) && isCallNamed(node, 'map')
      ? node.arguments[0]
      : undefined;
  return (
    maker !== undefined &&
    ts.isArrowFunction(maker) &&
    (maker.type !== undefined ||
      returnedExpressions(maker).every((returned) =>
        isPlainValue(source.checker, returned),
      ))
  );
}

/** Whether a returned value has the same type wherever it stands: a call, a name or a member that has more than one value, what a cast says. */
function isPlainValue(
  checker: ts.TypeChecker,
  expression: ts.Expression,
): boolean {
  if (ts.isAsExpression(expression)) {
    return true;
  }
  const value = unwrap(expression);
  const node = ts.isAwaitExpression(value) ? unwrap(value.expression) : value;
  return (
    isPlainCall(checker, node) ||
    ((ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) &&
      !(checker.getTypeAtLocation(node).flags & ts.TypeFlags.Literal))
  );
}

/** Whether a call has no type parameters, or types given for them, and no callbacks. */
function isPlainCall(checker: ts.TypeChecker, node: ts.Node): boolean {
  const declaration = ts.isCallExpression(node)
    ? checker.getResolvedSignature(node)?.declaration
    : undefined;
  return (
    declaration !== undefined &&
    (declaration.typeParameters === undefined ||
      (node as ts.CallExpression).typeArguments !== undefined) &&
    (node as ts.CallExpression).arguments.every(
      (argument) =>
        !ts.isArrowFunction(argument) && !ts.isFunctionExpression(argument),
    )
  );
}
