import ts from 'typescript';

import { constantAt, numberAt, sizeUpTo } from './bounds.ts';
import { referencesOf } from '../language/references.ts';
import {
  accessedName,
  isAssignment,
  memberAccessOf,
  unwrap,
} from '../language/syntax.ts';
import { isOpaque } from '../language/types.ts';
import { isParsedJson } from './parsed-json.ts';
import { ANY, atMost, type ListSize, longest, sum, UNKNOWN } from './sizes.ts';

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

/** How many names an answer may be followed through. */
const FOLLOWED = 8;

/** How many items the list that an expression evaluates to has. A part of a list by its name (`chunk`, `batch`) counts as empty: its author has limited it. */
export function sizeOf(program: ts.Program, list: ts.Expression): ListSize {
  return new Sizes(program.getTypeChecker()).of(list, FOLLOWED);
}

/** How many properties the object that an expression evaluates to has; of a list, how many items. */
export function sizeOfKeys(
  program: ts.Program,
  object: ts.Expression,
): ListSize {
  const checker = program.getTypeChecker();
  return checker.isArrayLikeType(checker.getTypeAtLocation(object))
    ? sizeOf(program, object)
    : new Sizes(checker).ofProperties(object);
}

class Sizes {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  of(expression: ts.Expression, left: number): ListSize {
    const node = unwrap(expression);
    const type = this.#checker.getTypeAtLocation(node);
    const name = ts.isIdentifier(node) ? node.text : accessedName(node);
    const isPart = name !== undefined && PART.test(name);
    if (isOpaque(this.#checker, type) || left === 0) {
      return !isPart &&
        type.flags & ts.TypeFlags.Any &&
        isParsedJson(this.#checker, node)
        ? ANY
        : UNKNOWN;
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
    return isPart ? atMost(0) : this.#ofName(node, left);
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
        return sizeUpTo(this.#checker, first);
      }
      return callee.text === 'Set' && first ? this.of(first, left - 1) : ANY;
    }
    const name = accessedName(callee);
    if (name === undefined) {
      return ANY;
    }
    const receiver = (callee as ts.AccessExpression).expression;
    if (ts.isIdentifier(receiver) && receiver.text === 'Object') {
      return first ? this.ofProperties(first) : ANY;
    }
    if (ts.isIdentifier(receiver) && receiver.text === 'Array') {
      return name === 'from' && first ? this.of(first, left - 1) : ANY;
    }
    switch (name) {
      case 'slice':
        return this.#ofSlice(receiver, first, second, left);
      case 'split':
        return first ? this.#ofSplit(receiver, first) : ANY;
      case 'splice':
        return second ? sizeUpTo(this.#checker, second) : ANY;
      case 'fill':
        return this.of(receiver, left - 1);
      case 'concat':
        return sum([receiver, ...given].map((part) => this.of(part, left - 1)));
    }
    return KEEPS_LENGTH.has(name) ? this.of(receiver, left - 1) : ANY;
  }

  /** `'a,b'.split(',')`: a text that is known has so many parts. */
  #ofSplit(text: ts.Expression, separator: ts.Expression): ListSize {
    const type = this.#checker.getTypeAtLocation(text);
    const by = unwrap(separator);
    if (!type.isStringLiteral()) {
      return ANY;
    }
    return atMost(
      ts.isStringLiteralLike(by)
        ? type.value.split(by.text).length
        : type.value.length + 1,
    );
  }

  /** What has the length of a list, for `Array.from`: `{ length: 3 }`. */
  #ofLength({ properties }: ts.ObjectLiteralExpression): ListSize {
    const length = properties.find(({ name }) => name?.getText() === 'length');
    return length !== undefined && ts.isPropertyAssignment(length)
      ? sizeUpTo(this.#checker, length.initializer)
      : ANY;
  }

  /** `list.slice(0, 10)`, `list.slice(-3)` and `list.slice(at, at + 10)` have an end that is known. */
  #ofSlice(
    list: ts.Expression,
    start: ts.Expression | undefined,
    end: ts.Expression | undefined,
    left: number,
  ): ListSize {
    const from = start && numberAt(this.#checker, start);
    const to = end && numberAt(this.#checker, end);
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
      return atMost(numberAt(this.#checker, sumUp.right) ?? 0);
    }
    return this.of(list, left - 1);
  }

  /** An object whose type lists its properties has no more of them. */
  ofProperties(object: ts.Expression): ListSize {
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

  /** A constant that nothing makes longer, or puts another one in the place of, is as long as its initial value. */
  #ofName(node: ts.Expression, left: number): ListSize {
    const constant = constantAt(this.#checker, node);
    return constant !== undefined &&
      !this.#mayGrow(constant.symbol, constant.initializer)
      ? this.of(constant.initializer, left - 1)
      : ANY;
  }

  #mayGrow(symbol: ts.Symbol, declaration: ts.Node): boolean {
    return referencesOf(
      this.#checker,
      symbol,
      declaration.getSourceFile(),
    ).some((name) => {
      const use = memberAccessOf(name);
      const { parent } = use;
      return (
        GROWS.has(accessedName(parent) ?? '') ||
        (isAssignment(parent) && parent.left === use)
      );
    });
  }
}
