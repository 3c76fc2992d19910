import ts from 'typescript';

import { namedSymbol, referencesOf } from '../language/references.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { isOpaque } from '../language/types.ts';

/**
 * How many items a list has: at most so many, or any number. `unknown` is the answer for what is not
 * known to be a list.
 */
export type ListSize =
  { kind: 'at-most'; count: number } | { kind: 'any' } | { kind: 'unknown' };

const ANY: ListSize = { kind: 'any' };
const UNKNOWN: ListSize = { kind: 'unknown' };

/** Array methods whose result is no longer than the receiver. */
const KEEPS_LENGTH: ReadonlySet<string> = new Set([
  'entries',
  'filter',
  'keys',
  'map',
  'reverse',
  'sort',
  'toReversed',
  'toSorted',
  'values',
]);

/** Methods that make an array longer. */
const GROWS: ReadonlySet<string> = new Set(['push', 'splice', 'unshift']);

/** What people call a part of a list that they cut off because it is small. */
const PART = /(?:batch|chunk|page|slice|window)$/iu;

/** What people call the number of tasks that they let run at once. */
const LIMIT = /(?:concurren|limit|parallel|worker|thread|poolSize)/iu;

/** How many names an answer may be followed through. */
const FOLLOWED = 8;

/** How many items the list that an expression evaluates to has. A part of a list by its name (`chunk`, `batch`) counts as empty: its author has limited it. */
export function sizeOf(program: ts.Program, list: ts.Expression): ListSize {
  return new Sizes(program.getTypeChecker()).of(list, FOLLOWED);
}

class Sizes {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  of(expression: ts.Expression, left: number): ListSize {
    const node = unwrap(expression);
    const type = this.#checker.getTypeAtLocation(node);
    if (isOpaque(this.#checker, type) || left === 0) {
      return UNKNOWN;
    }
    const fixed = this.#lengthOfTuple(this.#checker.getNonNullableType(type));
    if (fixed !== undefined) {
      return atMost(fixed);
    }
    if (ts.isArrayLiteralExpression(node)) {
      return sum(
        node.elements.map((element) =>
          ts.isSpreadElement(element)
            ? this.of(element.expression, left - 1)
            : atMost(1),
        ),
      );
    }
    if (ts.isObjectLiteralExpression(node)) {
      return this.#ofLength(node);
    }
    if (ts.isConditionalExpression(node)) {
      return longest([
        this.of(node.whenTrue, left - 1),
        this.of(node.whenFalse, left - 1),
      ]);
    }
    if (
      ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ||
        node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    ) {
      return longest([
        this.of(node.left, left - 1),
        this.of(node.right, left - 1),
      ]);
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      return this.#ofCall(node, left);
    }
    const name = ts.isIdentifier(node) ? node.text : accessedName(node);
    if (name !== undefined && PART.test(name)) {
      return atMost(0);
    }
    return this.#ofName(node, left);
  }

  #lengthOfTuple(type: ts.Type): number | undefined {
    if (!this.#checker.isTupleType(type)) {
      return undefined;
    }
    const { target } = type as ts.TupleTypeReference;
    return target.combinedFlags & ts.ElementFlags.Variable
      ? undefined
      : target.elementFlags.length;
  }

  #ofCall(call: ts.CallExpression | ts.NewExpression, left: number): ListSize {
    const callee = unwrap(call.expression);
    const given = call.arguments ?? [];
    const [first, second] = given;
    if (ts.isIdentifier(callee)) {
      if (callee.text === 'Array' && first && second === undefined) {
        return this.#upTo(first);
      }
      return callee.text === 'Set' && first ? this.of(first, left - 1) : ANY;
    }
    const name = accessedName(callee);
    if (name === undefined) {
      return ANY;
    }
    const receiver = (callee as ts.AccessExpression).expression;
    if (ts.isIdentifier(receiver) && receiver.text === 'Object') {
      return first ? this.#propertiesOf(first) : ANY;
    }
    if (ts.isIdentifier(receiver) && receiver.text === 'Array') {
      return name === 'from' && first ? this.of(first, left - 1) : ANY;
    }
    switch (name) {
      case 'slice':
        return this.#ofSlice(receiver, first, second, left);
      case 'splice':
        return second ? this.#upTo(second) : ANY;
      case 'fill':
        return this.of(receiver, left - 1);
      case 'concat':
        return sum([receiver, ...given].map((part) => this.of(part, left - 1)));
    }
    return KEEPS_LENGTH.has(name) ? this.of(receiver, left - 1) : ANY;
  }

  /** What has the length of a list, for `Array.from`: `{ length: 3 }`. */
  #ofLength({ properties }: ts.ObjectLiteralExpression): ListSize {
    const length = properties.find(({ name }) => name?.getText() === 'length');
    return length !== undefined && ts.isPropertyAssignment(length)
      ? this.#upTo(length.initializer)
      : ANY;
  }

  /** `list.slice(0, 10)`, `list.slice(-3)` and `list.slice(at, at + 10)` have an end that is known. */
  #ofSlice(
    list: ts.Expression,
    start: ts.Expression | undefined,
    end: ts.Expression | undefined,
    left: number,
  ): ListSize {
    const from = start && this.#numberAt(start);
    const to = end && this.#numberAt(end);
    if (from !== undefined && from < 0) {
      return atMost(-from);
    }
    if (to !== undefined && to >= 0) {
      return atMost(to - (from ?? 0));
    }
    const sumUp = end && unwrap(end);
    if (
      start !== undefined &&
      sumUp !== undefined &&
      ts.isBinaryExpression(sumUp) &&
      sumUp.operatorToken.kind === ts.SyntaxKind.PlusToken &&
      sumUp.left.getText() === start.getText()
    ) {
      // A step that somebody may set is a limit, too.
      return atMost(this.#numberAt(sumUp.right) ?? 0);
    }
    return this.of(list, left - 1);
  }

  /** An object whose type lists its properties has no more of them. */
  #propertiesOf(object: ts.Expression): ListSize {
    const type = this.#checker.getTypeAtLocation(object);
    const { symbol } = type as { symbol?: ts.Symbol };
    if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Enum) {
      // Members that are numbers are there by number and by name.
      return atMost(2 * (symbol.exports?.size ?? 0));
    }
    return isOpaque(this.#checker, type) ||
      !(type.flags & ts.TypeFlags.Object) ||
      this.#checker.getIndexInfosOfType(type).length > 0 ||
      type.getProperties().length === 0
      ? ANY
      : atMost(type.getProperties().length);
  }

  /** A number, one that somebody sets as a limit, or the least of several of which one is. */
  #upTo(count: ts.Expression, left = FOLLOWED): ListSize {
    const node = unwrap(count);
    const number = this.#numberAt(node);
    if (number !== undefined) {
      return atMost(number);
    }
    if (ts.isCallExpression(node)) {
      const parts = node.arguments.map((part) => this.#upTo(part, left - 1));
      switch (node.expression.getText()) {
        case 'Math.min':
          return parts.find(({ kind }) => kind === 'at-most') ?? ANY;
        case 'Math.max':
          return longest(parts);
        default:
          return ANY;
      }
    }
    if (
      LIMIT.test((ts.isIdentifier(node) ? node.text : accessedName(node)) ?? '')
    ) {
      return atMost(0);
    }
    const initializer =
      left > 0 ? this.#constantAt(node)?.initializer : undefined;
    return initializer === undefined ? ANY : this.#upTo(initializer, left - 1);
  }

  #numberAt(expression: ts.Expression): number | undefined {
    const type = this.#checker.getTypeAtLocation(expression);
    return type.isNumberLiteral() ? type.value : undefined;
  }

  /** A constant that nothing makes longer is as long as its initial value. */
  #ofName(node: ts.Expression, left: number): ListSize {
    const constant = this.#constantAt(node);
    return constant !== undefined &&
      !this.#mayGrow(constant.symbol, constant.initializer)
      ? this.of(constant.initializer, left - 1)
      : ANY;
  }

  /** The constant or read-only field that an expression names, with its initial value. */
  #constantAt(
    node: ts.Expression,
  ): { symbol: ts.Symbol; initializer: ts.Expression } | undefined {
    const symbol = namedSymbol(this.#checker, node);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined) {
      return undefined;
    }
    const isConstant =
      (ts.isVariableDeclaration(declaration) &&
        (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0) ||
      (ts.isPropertyDeclaration(declaration) &&
        (ts.getCombinedModifierFlags(declaration) &
          ts.ModifierFlags.Readonly) !==
          0);
    return isConstant && declaration.initializer !== undefined
      ? { symbol, initializer: declaration.initializer }
      : undefined;
  }

  #mayGrow(symbol: ts.Symbol, declaration: ts.Node): boolean {
    return referencesOf(
      this.#checker,
      symbol,
      declaration.getSourceFile(),
    ).some((name) => {
      const access = ts.isPropertyAccessExpression(name.parent)
        ? name.parent.name === name
          ? name.parent.parent
          : name.parent
        : name.parent;
      return GROWS.has(accessedName(access) ?? '');
    });
  }
}

function atMost(count: number): ListSize {
  return { kind: 'at-most', count };
}

function sum(parts: readonly ListSize[]): ListSize {
  return together(parts, (count, next) => count + next);
}

function longest(parts: readonly ListSize[]): ListSize {
  return together(parts, Math.max);
}

/** One size for several; where one of them is open, so is the whole. */
function together(
  parts: readonly ListSize[],
  add: (count: number, next: number) => number,
): ListSize {
  let count = 0;
  for (const part of parts) {
    if (part.kind !== 'at-most') {
      return part;
    }
    count = add(count, part.count);
  }
  return atMost(count);
}
