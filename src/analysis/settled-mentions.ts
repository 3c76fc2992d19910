import ts from 'typescript';

import { referencesOf } from './references.ts';
import { receiverFor } from './settled-origins.ts';
import { accessedName, memberAccessOf, unwrap, wrapped } from './syntax.ts';

/** Matchers that say how many results there are, which holds whatever their status. */
const COUNTS: ReadonlySet<string> = new Set([
  'length',
  'lengthOf',
  'toHaveLength',
]);

const EMPTY_CHECKS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/**
 * Says whether code looks at certain settled results in a way that may tell their status: by their own
 * names, by other names for them, or by what was computed from them.
 */
export class Mentions {
  readonly checker: ts.TypeChecker;
  readonly names: ReadonlySet<ts.Symbol>;
  /** The index at which the result in question was taken from its array, where it is a literal. */
  readonly #index: string | undefined;
  readonly #derived = new Map<ts.Symbol, boolean>();

  constructor(
    checker: ts.TypeChecker,
    names: ReadonlySet<ts.Symbol>,
    subject?: ts.Expression,
  ) {
    this.checker = checker;
    this.names = names;
    this.#index = subject && literalIndexOf(unwrap(subject));
  }

  /** Whether an expression or statement looks at the results. Their number, and whether they are there at all, do not count. */
  isIn(node: ts.Node): boolean {
    if (ts.isIdentifier(node)) {
      return this.#isMention(node);
    }
    if (ts.isPropertyAccessExpression(node)) {
      return this.isIn(node.expression);
    }
    return (
      !ts.isTypeNode(node) &&
      (ts.forEachChild(node, (child) => this.isIn(child) || undefined) ?? false)
    );
  }

  symbolOf(node: ts.Identifier): ts.Symbol | undefined {
    return ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
  }

  #isMention(node: ts.Identifier): boolean {
    const symbol = this.symbolOf(node);
    if (symbol === undefined) {
      return false;
    }
    return this.#isAlias(symbol)
      ? !this.#isNeutral(node)
      : this.#isDerived(symbol);
  }

  /** Whether a name stands for the results themselves, or for some of them. */
  #isAlias(symbol: ts.Symbol, depth = 0): boolean {
    if (this.names.has(symbol)) {
      return true;
    }
    const { valueDeclaration: declaration } = symbol;
    if (declaration === undefined || depth > 8) {
      return false;
    }
    const source = aliasedBy(declaration, (element) =>
      this.#isSiblingOfName(element),
    );
    const root = source && rootOf(source);
    const aliased = root && this.symbolOf(root);
    return aliased !== undefined && this.#isAlias(aliased, depth + 1);
  }

  /** In `const [a, b] = results`, `a` says nothing of `b`. */
  #isSiblingOfName(element: ts.BindingElement): boolean {
    return element.parent.elements.some(
      (other) =>
        other !== element &&
        ts.isBindingElement(other) &&
        ts.isIdentifier(other.name) &&
        this.names.has(
          this.checker.getSymbolAtLocation(other.name) as ts.Symbol,
        ),
    );
  }

  /** Whether a name holds what was computed from the results: by its initialiser, or by writes among tests of them. */
  #isDerived(symbol: ts.Symbol): boolean {
    const known = this.#derived.get(symbol);
    if (known !== undefined) {
      return known;
    }
    this.#derived.set(symbol, false);
    const { valueDeclaration: declaration } = symbol;
    const isDerived =
      declaration !== undefined &&
      !declaration.getSourceFile().isDeclarationFile &&
      (this.#isComputed(declaration) || this.#isWritten(symbol, declaration));
    this.#derived.set(symbol, isDerived);
    return isDerived;
  }

  #isComputed(declaration: ts.Declaration): boolean {
    let current: ts.Node = declaration;
    while (ts.isBindingElement(current)) {
      if (
        ts.isArrayBindingPattern(current.parent) &&
        this.#isSiblingOfName(current)
      ) {
        return false;
      }
      current = current.parent.parent;
    }
    if (ts.isVariableDeclaration(current)) {
      const loop = current.parent.parent;
      const source = ts.isForOfStatement(loop)
        ? loop.expression
        : current.initializer;
      return source !== undefined && this.isIn(source);
    }
    const receiver = ts.isParameter(current) ? receiverFor(current) : undefined;
    return receiver !== undefined && this.isIn(receiver);
  }

  #isWritten(symbol: ts.Symbol, declaration: ts.Declaration): boolean {
    if (!ts.isVariableDeclaration(declaration)) {
      return false;
    }
    return referencesOf(this.checker, symbol, declaration.getSourceFile()).some(
      (reference) => {
        const write = writeAt(memberAccessOf(reference));
        return (
          write !== undefined &&
          (write.values.some((value) => this.isIn(value)) ||
            this.#isConditional(write.node, declaration.parent.parent.parent))
        );
      },
    );
  }

  #isConditional(node: ts.Node, scope: ts.Node): boolean {
    let current = node;
    while (current !== scope && !ts.isSourceFile(current)) {
      const { parent } = current;
      const condition = conditionAbove(current);
      if (condition !== undefined && this.isIn(condition)) {
        return true;
      }
      current = parent;
    }
    return false;
  }

  /** Whether a name of the results is only counted, or asked whether it is there. */
  #isNeutral(name: ts.Identifier): boolean {
    let node: ts.Node = wrapped(name);
    while (
      ts.isAwaitExpression(node.parent) ||
      (ts.isElementAccessExpression(node.parent) &&
        node.parent.expression === node &&
        accessedName(node.parent) === undefined)
    ) {
      const index = literalIndexOf(node.parent);
      if (
        index !== undefined &&
        this.#index !== undefined &&
        index !== this.#index
      ) {
        return true;
      }
      node = wrapped(node.parent);
    }
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) {
      return parent.name.text === 'length';
    }
    if (ts.isCallExpression(parent)) {
      const asked = parent.parent;
      return (
        accessedName(parent.expression) === 'isArray' ||
        (ts.isPropertyAccessExpression(asked) && isCount(asked))
      );
    }
    return (
      (ts.isPrefixUnaryExpression(parent) &&
        parent.operator === ts.SyntaxKind.ExclamationToken) ||
      (ts.isBinaryExpression(parent) &&
        (EMPTY_CHECKS.has(parent.operatorToken.kind) ||
          (COMPARISONS.has(parent.operatorToken.kind) &&
            (isEmpty(parent.left) || isEmpty(parent.right))))) ||
      isConditionOf(parent, node)
    );
  }
}

function isCount(asked: ts.PropertyAccessExpression): boolean {
  let access: ts.Node = asked;
  while (ts.isPropertyAccessExpression(access)) {
    if (COUNTS.has(access.name.text)) {
      return true;
    }
    access = access.parent;
  }
  return false;
}

function isEmpty(node: ts.Expression): boolean {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined')
  );
}

function isConditionOf(parent: ts.Node, node: ts.Node): boolean {
  return (
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) &&
      parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}

/** The condition directly above a node that decides whether the node runs. */
export function conditionAbove(node: ts.Node): ts.Expression | undefined {
  const { parent } = node;
  if (
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent) ||
    ts.isSwitchStatement(parent)
  ) {
    return parent.expression === node ? undefined : parent.expression;
  }
  if (ts.isConditionalExpression(parent)) {
    return parent.condition === node ? undefined : parent.condition;
  }
  if (ts.isForStatement(parent)) {
    return parent.statement === node ? parent.condition : undefined;
  }
  return ts.isBinaryExpression(parent) &&
    parent.right === node &&
    EMPTY_CHECKS.has(parent.operatorToken.kind)
    ? parent.left
    : undefined;
}

/** The name that an expression starts from: `results` in `(await results)[0].status`. */
export function rootOf(expression: ts.Expression): ts.Identifier | undefined {
  let node = unwrap(expression);
  while (
    ts.isElementAccessExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isAwaitExpression(node)
  ) {
    node = unwrap(node.expression);
  }
  return ts.isIdentifier(node) ? node : undefined;
}

function literalIndexOf(node: ts.Node): string | undefined {
  return ts.isElementAccessExpression(node) &&
    ts.isNumericLiteral(node.argumentExpression)
    ? node.argumentExpression.text
    : undefined;
}

/** What a declaration only gives another name to: an element of an array, a loop's or callback's current one. */
function aliasedBy(
  declaration: ts.Declaration,
  isSeparate: (element: ts.BindingElement) => boolean,
): ts.Expression | undefined {
  let current: ts.Node = declaration;
  while (ts.isBindingElement(current)) {
    if (ts.isObjectBindingPattern(current.parent) || isSeparate(current)) {
      return undefined;
    }
    current = current.parent.parent;
  }
  if (ts.isParameter(current)) {
    return receiverFor(current);
  }
  if (!ts.isVariableDeclaration(current)) {
    return undefined;
  }
  const loop = current.parent.parent;
  const source = ts.isForOfStatement(loop)
    ? loop.expression
    : current.initializer && unwrap(current.initializer);
  return source !== undefined &&
    (ts.isForOfStatement(loop) || isPlainAlias(source))
    ? source
    : undefined;
}

function isPlainAlias(node: ts.Expression): boolean {
  return (
    ts.isIdentifier(node) ||
    (ts.isElementAccessExpression(node) && accessedName(node) === undefined)
  );
}

function writeAt(
  reference: ts.Node,
): { node: ts.Node; values: readonly ts.Expression[] } | undefined {
  const node = wrapped(reference);
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    return parent.left === node &&
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
      ? { node: parent, values: [parent.right] }
      : undefined;
  }
  if (
    ts.isPostfixUnaryExpression(parent) ||
    (ts.isPrefixUnaryExpression(parent) &&
      parent.operator !== ts.SyntaxKind.ExclamationToken)
  ) {
    return { node: parent, values: [] };
  }
  const call = parent.parent;
  return ['push', 'add', 'set', 'unshift'].includes(
    accessedName(parent) ?? '',
  ) &&
    ts.isCallExpression(call) &&
    call.expression === parent
    ? { node: call, values: call.arguments }
    : undefined;
}
