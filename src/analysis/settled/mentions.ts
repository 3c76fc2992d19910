import ts from 'typescript';

import { conditionAbove } from '../language/conditions.ts';
import { receiverFor } from '../language/list-callbacks.ts';
import { nameWriteAt } from '../language/name-writes.ts';
import { isDeclarationName, referencesOf } from '../language/references.ts';
import { isNeutralUse, literalIndexOf } from './neutral.ts';
import { accessedName, memberAccessOf, unwrap } from '../language/syntax.ts';

const ALIAS_LIMIT = 8;

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
  readonly #entered = new Set<ts.Symbol>();

  constructor(
    checker: ts.TypeChecker,
    names: ReadonlySet<ts.Symbol>,
    result?: ts.Expression,
  ) {
    this.checker = checker;
    this.names = names;
    this.#index = result && literalIndexOf(unwrap(result));
  }

  /** Whether an expression or statement looks at the results. Their number, and whether they are there at all, do not count. */
  isIn(node: ts.Node): boolean {
    if (ts.isIdentifier(node)) {
      return this.#isMention(node);
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
    const symbol = isDeclarationName(node) ? undefined : this.symbolOf(node);
    if (symbol === undefined) {
      return false;
    }
    return this.#isAlias(symbol)
      ? !isNeutralUse(node, this.#index)
      : this.#isDerived(symbol);
  }

  /** Whether a name stands for the results themselves, or for some of them. */
  #isAlias(symbol: ts.Symbol, depth = 0): boolean {
    if (this.names.has(symbol)) {
      return true;
    }
    const { valueDeclaration: declaration } = symbol;
    if (declaration === undefined || depth > ALIAS_LIMIT) {
      return false;
    }
    const source = this.#aliasedBy(declaration);
    const root = source && rootOf(source);
    const aliased = root && this.symbolOf(root);
    return aliased !== undefined && this.#isAlias(aliased, depth + 1);
  }

  /** What a declaration only gives another name to: an element of an array, a loop's or callback's current one. */
  #aliasedBy(declaration: ts.Declaration): ts.Expression | undefined {
    let current: ts.Node = declaration;
    while (ts.isBindingElement(current)) {
      if (
        ts.isObjectBindingPattern(current.parent) ||
        this.#isSiblingOfName(current)
      ) {
        return undefined;
      }
      current = current.parent.parent;
    }
    const source = sourceOf(current);
    return source !== undefined &&
      (!isInitialised(current) || isPlainAlias(unwrap(source)))
      ? source
      : undefined;
  }

  /** In `const [a, b] = results`, `a` says nothing of `b`. */
  #isSiblingOfName(element: ts.BindingElement): boolean {
    return element.parent.elements.some((other) => {
      const symbol =
        ts.isBindingElement(other) &&
        this.checker.getSymbolAtLocation(other.name);
      return symbol && this.names.has(symbol);
    });
  }

  /** Whether a name holds what was computed from the results: by its initialiser, or by writes among tests of them. */
  #isDerived(symbol: ts.Symbol): boolean {
    const known = this.#derived.get(symbol);
    if (known !== undefined || this.#entered.has(symbol)) {
      return known ?? false;
    }
    const isOutermost = this.#entered.size === 0;
    this.#entered.add(symbol);
    const { valueDeclaration: declaration } = symbol;
    const isDerived =
      declaration !== undefined &&
      !declaration.getSourceFile().isDeclarationFile &&
      (this.#isComputed(declaration) || this.#isWritten(symbol, declaration));
    if (isDerived || isOutermost) {
      // A `false` found on the way may be due to a name that is still being asked about.
      this.#derived.set(symbol, isDerived);
    }
    if (isOutermost) {
      this.#entered.clear();
    }
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
    const source = sourceOf(current);
    return (
      source !== undefined &&
      !isPositionIn(source, declaration) &&
      this.isIn(source)
    );
  }

  #isWritten(symbol: ts.Symbol, declaration: ts.Declaration): boolean {
    if (!ts.isVariableDeclaration(declaration)) {
      return false;
    }
    const scope = declaration.parent.parent.parent;
    return referencesOf(this.checker, symbol, declaration.getSourceFile()).some(
      (use) => {
        const write = nameWriteAt(memberAccessOf(use));
        return (
          write !== undefined &&
          (this.isIn(write.node) || this.#isConditional(write.node, scope))
        );
      },
    );
  }

  #isConditional(node: ts.Node, scope: ts.Node): boolean {
    let current = node;
    while (current !== scope && !ts.isSourceFile(current)) {
      const condition = conditionAbove(current);
      if (condition !== undefined && this.isIn(condition)) {
        return true;
      }
      current = current.parent;
    }
    return false;
  }
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

/** What a variable, a loop's variable or a callback's parameter gets its value from. */
function sourceOf(declaration: ts.Node): ts.Expression | undefined {
  if (ts.isParameter(declaration)) {
    return receiverFor(declaration);
  }
  if (!ts.isVariableDeclaration(declaration)) {
    return undefined;
  }
  const loop = declaration.parent.parent;
  return ts.isForOfStatement(loop) ? loop.expression : declaration.initializer;
}

/** Whether a loop's variable counts through what it goes through: `i` of `results.keys()`, or the first of `results.entries()`. */
function isPositionIn(
  source: ts.Expression,
  declared: ts.Declaration,
): boolean {
  const call = unwrap(source);
  const name = ts.isCallExpression(call)
    ? accessedName(call.expression)
    : undefined;
  return ts.isBindingElement(declared)
    ? name === 'entries' &&
        ts.isArrayBindingPattern(declared.parent) &&
        declared.parent.elements[0] === declared
    : name === 'keys';
}

function isInitialised(declaration: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined
  );
}

function isPlainAlias(node: ts.Expression): boolean {
  return (
    ts.isIdentifier(node) ||
    (ts.isElementAccessExpression(node) && accessedName(node) === undefined)
  );
}
