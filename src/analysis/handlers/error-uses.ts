import ts from 'typescript';

import { equalityOf } from '../language/conditions.ts';
import { referencesOf } from '../language/references.ts';
import {
  accessedName,
  unwrap,
  wrapped,
  isAssignment,
} from '../language/syntax.ts';

/**
 * What a handler does with the error that it is given, one use at a time. `whole` is the answer wherever
 * the error goes on as it is, and wherever that is not known.
 */
export type ErrorUse =
  /** Reads a member; `compared` are the texts that it is compared with for equality, in a comparison, a `switch` or a list. */
  | {
      kind: 'member';
      node: ts.Expression | ts.BindingElement;
      name: string;
      compared: readonly string[];
    }
  /** Makes a text of it: `${error}`, `String(error)`, `'…' + error`, `error.toString()`. */
  | { kind: 'text'; node: ts.Expression }
  | { kind: 'instanceof'; node: ts.BinaryExpression }
  | { kind: 'in'; name: string }
  /** Asks whether it is there, or what `typeof` says. */
  | { kind: 'tested' }
  | { kind: 'whole' };

/** The uses of an error by its name, by constants that stand for it, and by a pattern that takes it apart. */
export function errorUsesOf(
  checker: ts.TypeChecker,
  name: ts.BindingName,
): ErrorUse[] {
  if (!ts.isIdentifier(name)) {
    return patternUses(name);
  }
  const symbol = checker.getSymbolAtLocation(name);
  return symbol === undefined
    ? [{ kind: 'whole' }]
    : referencesOf(checker, symbol, name.getSourceFile()).flatMap((use) =>
        usesAt(checker, use),
      );
}

function patternUses(pattern: ts.BindingPattern): ErrorUse[] {
  return pattern.elements.map((element): ErrorUse => {
    const key =
      ts.isBindingElement(element) && element.dotDotDotToken === undefined
        ? (element.propertyName ?? element.name)
        : undefined;
    return ts.isObjectBindingPattern(pattern) &&
      ts.isBindingElement(element) &&
      key !== undefined &&
      ts.isIdentifier(key)
      ? { kind: 'member', node: element, name: key.text, compared: [] }
      : { kind: 'whole' };
  });
}

function usesAt(checker: ts.TypeChecker, reference: ts.Node): ErrorUse[] {
  const node = wrapped(reference) as ts.Expression;
  const { parent } = node;
  const member =
    (parent as Partial<ts.AccessExpression>).expression === node
      ? accessedName(parent)
      : undefined;
  if (member !== undefined) {
    return [memberUse(parent as ts.AccessExpression, member)];
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
    return ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const
      ? errorUsesOf(checker, parent.name)
      : [{ kind: 'whole' }];
  }
  if (isTextOf(checker, node)) {
    return [{ kind: 'text', node }];
  }
  if (ts.isBinaryExpression(parent)) {
    return [binaryUse(parent, node)];
  }
  return [{ kind: isTested(node) ? 'tested' : 'whole' }];
}

function memberUse(access: ts.AccessExpression, name: string): ErrorUse {
  const node = wrapped(access) as ts.Expression;
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node) {
    return name === 'toString'
      ? { kind: 'text', node: parent }
      : { kind: 'member', node: access, name, compared: [] };
  }
  if (isAssignment(parent) && parent.left === node) {
    return { kind: 'whole' };
  }
  return { kind: 'member', node: access, name, compared: comparedWith(node) };
}

/** The texts that an expression is compared with: `error.name === 'AbortError'`, the cases of `switch (error.name)`, and `['EPIPE'].includes(error.code)`. */
function comparedWith(node: ts.Expression): string[] {
  const { parent } = node;
  const equality = equalityOf(parent);
  if (equality !== undefined) {
    return textsIn([equality.left === node ? equality.right : equality.left]);
  }
  if (ts.isSwitchStatement(parent) && parent.expression === node) {
    const clauses = parent.caseBlock.clauses.filter(ts.isCaseClause);
    return textsIn(clauses.map(({ expression }) => expression));
  }
  if (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    accessedName(parent.expression) === 'includes'
  ) {
    const { expression } = parent.expression as ts.AccessExpression;
    const list = unwrap(expression);
    return ts.isArrayLiteralExpression(list) ? textsIn(list.elements) : [];
  }
  return [];
}

function textsIn(expressions: readonly ts.Expression[]): string[] {
  return expressions
    .map(unwrap)
    .filter((each) => ts.isStringLiteralLike(each) || ts.isNumericLiteral(each))
    .map(({ text }) => text);
}

/** Whether an expression is made a text of. */
function isTextOf(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isTemplateSpan(parent)) {
    return !ts.isTaggedTemplateExpression(parent.parent.parent);
  }
  if (ts.isCallExpression(parent)) {
    return (
      parent.arguments[0] === node &&
      ts.isIdentifier(parent.expression) &&
      parent.expression.text === 'String'
    );
  }
  if (
    !ts.isBinaryExpression(parent) ||
    parent.operatorToken.kind !== ts.SyntaxKind.PlusToken
  ) {
    return false;
  }
  const other = parent.left === node ? parent.right : parent.left;
  return (
    (checker.getTypeAtLocation(other).flags & ts.TypeFlags.StringLike) !== 0
  );
}

function binaryUse(parent: ts.BinaryExpression, node: ts.Node): ErrorUse {
  const { kind } = parent.operatorToken;
  if (kind === ts.SyntaxKind.InstanceOfKeyword && parent.left === node) {
    return { kind: 'instanceof', node: parent };
  }
  if (kind === ts.SyntaxKind.InKeyword && ts.isStringLiteralLike(parent.left)) {
    return { kind: 'in', name: parent.left.text };
  }
  return {
    kind:
      equalityOf(parent) !== undefined ||
      (kind === ts.SyntaxKind.AmpersandAmpersandToken && parent.left === node)
        ? 'tested'
        : 'whole',
  };
}

function isTested(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isTypeOfExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}
