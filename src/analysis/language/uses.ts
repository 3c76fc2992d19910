import ts from 'typescript';

import {
  accessedName,
  enclosingFunction,
  isWrapper,
  type Wrapper,
} from './syntax.ts';

/**
 * What happens next to the value of an expression: one step, read from the syntax around it.
 * `unknown` is the answer where the value goes somewhere that is not one of these.
 */
export type ValueUse =
  | { kind: 'awaited'; node: ts.AwaitExpression }
  | { kind: 'returned'; from: ts.SignatureDeclaration }
  | { kind: 'accessed'; node: ts.AccessExpression; name: string | undefined }
  | { kind: 'called'; node: ts.CallExpression }
  | {
      kind: 'argument';
      of: ts.CallExpression | ts.NewExpression;
      index: number;
    }
  | { kind: 'element'; array: ts.ArrayLiteralExpression; isSpread: boolean }
  /** Put under a name, or taken apart by a pattern. */
  | {
      kind: 'initialiser';
      of: ts.VariableDeclaration | ts.BindingElement | ts.ParameterDeclaration;
    }
  | { kind: 'field'; of: ts.PropertyDeclaration }
  | { kind: 'assigned'; node: ts.BinaryExpression; to: ts.Expression }
  | { kind: 'property'; node: ts.ObjectLiteralElementLike }
  /** The value of a larger expression: a branch, the right side of `??`, the last of a comma. */
  | { kind: 'passed'; to: ts.Expression }
  | { kind: 'iterated'; by: ts.ForOfStatement }
  | { kind: 'attribute'; node: ts.JsxExpression }
  | { kind: 'tested' }
  | { kind: 'voided'; node: ts.VoidExpression }
  | { kind: 'discarded'; node: ts.Node }
  | { kind: 'exported' }
  | { kind: 'unknown' };

const UNKNOWN_USE: ValueUse = { kind: 'unknown' };

/** What happens next to a value. Casts, `!`, `satisfies`, parentheses and optional chains are looked through. */
export function useOf(expression: ts.Node): ValueUse {
  let node = expression;
  while (isWrapper(node.parent)) {
    node = node.parent;
  }
  const { parent } = node as { parent: Exclude<ts.Node, Wrapper> };
  if (ts.isAwaitExpression(parent)) {
    return { kind: 'awaited', node: parent };
  }
  if (ts.isReturnStatement(parent)) {
    const from = enclosingFunction(parent);
    return from === undefined || ts.isClassStaticBlockDeclaration(from)
      ? UNKNOWN_USE
      : { kind: 'returned', from };
  }
  if (ts.isArrowFunction(parent)) {
    return { kind: 'returned', from: parent };
  }
  if (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isElementAccessExpression(parent)) &&
    parent.expression === node
  ) {
    return { kind: 'accessed', node: parent, name: accessedName(parent) };
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return useInCall(node, parent);
  }
  if (ts.isArrayLiteralExpression(parent)) {
    return { kind: 'element', array: parent, isSpread: false };
  }
  if (ts.isSpreadElement(parent)) {
    return ts.isArrayLiteralExpression(parent.parent)
      ? { kind: 'element', array: parent.parent, isSpread: true }
      : UNKNOWN_USE;
  }
  if (
    ts.isVariableDeclaration(parent) ||
    // The default of a pattern's element or a parameter, or the property that a pattern reads.
    ts.isBindingElement(parent) ||
    ts.isParameter(parent)
  ) {
    return { kind: 'initialiser', of: parent };
  }
  if (ts.isPropertyDeclaration(parent)) {
    return { kind: 'field', of: parent };
  }
  if (
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent)
  ) {
    return { kind: 'property', node: parent };
  }
  if (ts.isForOfStatement(parent) && parent.expression === node) {
    return { kind: 'iterated', by: parent };
  }
  if (ts.isJsxExpression(parent)) {
    return { kind: 'attribute', node: parent };
  }
  if (ts.isVoidExpression(parent)) {
    return { kind: 'voided', node: parent };
  }
  if (ts.isExportAssignment(parent) || ts.isExportSpecifier(parent)) {
    return { kind: 'exported' };
  }
  return useInOperator(node, parent);
}

/** Whether nobody looks at what a promise is fulfilled with. */
export function isResultDiscarded(promise: ts.Node): boolean {
  const use = useOf(promise);
  return (
    use.kind === 'discarded' ||
    (use.kind === 'awaited' && useOf(use.node).kind === 'discarded')
  );
}

function useInCall(
  node: ts.Node,
  parent: ts.CallExpression | ts.NewExpression,
): ValueUse {
  if (parent.expression === node) {
    return ts.isCallExpression(parent)
      ? { kind: 'called', node: parent }
      : UNKNOWN_USE;
  }
  const args = parent.arguments ?? [];
  const index = args.findIndex((argument) => argument === node);
  return index === -1 || args.slice(0, index).some(ts.isSpreadElement)
    ? UNKNOWN_USE
    : { kind: 'argument', of: parent, index };
}

function useInOperator(node: ts.Node, parent: ts.Node): ValueUse {
  if (ts.isExpressionStatement(parent)) {
    return { kind: 'discarded', node: parent };
  }
  if (ts.isForStatement(parent) && parent.condition !== node) {
    return { kind: 'discarded', node };
  }
  if (ts.isConditionalExpression(parent)) {
    return parent.condition === node
      ? { kind: 'tested' }
      : { kind: 'passed', to: parent };
  }
  if (
    ts.isIfStatement(parent) ||
    ts.isIterationStatement(parent, false) ||
    ts.isPrefixUnaryExpression(parent)
  ) {
    return { kind: 'tested' };
  }
  return ts.isBinaryExpression(parent)
    ? useInBinary(node, parent)
    : UNKNOWN_USE;
}

function useInBinary(node: ts.Node, parent: ts.BinaryExpression): ValueUse {
  const isLeft = parent.left === node;
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.CommaToken:
      return isLeft
        ? { kind: 'discarded', node }
        : { kind: 'passed', to: parent };
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return isLeft ? { kind: 'tested' } : { kind: 'passed', to: parent };
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return { kind: 'passed', to: parent };
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      return isLeft
        ? { kind: 'tested' }
        : { kind: 'assigned', node: parent, to: parent.left };
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      if (!isLeft) {
        return { kind: 'assigned', node: parent, to: parent.left };
      }
      // As a statement it keeps what is there already; as a value it hands that on.
      return useOf(parent).kind === 'discarded'
        ? { kind: 'tested' }
        : { kind: 'passed', to: parent };
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return { kind: 'tested' };
    default:
      return UNKNOWN_USE;
  }
}
