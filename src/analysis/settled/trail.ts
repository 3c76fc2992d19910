import ts from 'typescript';

import { givenTo, receiverFor } from '../language/list-callbacks.ts';
import { nameWriteAt } from '../language/name-writes.ts';
import { referencesOf } from '../language/references.ts';
import { callOrigin } from './calls.ts';
import { literalIndexOf } from './neutral.ts';
import { accessedName, memberAccessOf, unwrap } from '../language/syntax.ts';
import { holderOf } from '../rejections/writes.ts';

import type { SettledMembers, SettledOrigin } from './origins.ts';

/**
 * A call of `Promise.allSettled`, a parameter that is declared to take settled results, or `unknown`: a
 * step on the way could not be followed, so that nothing is known of what became of the status there.
 */
export type OriginKind = 'allSettled' | 'parameter' | 'unknown';

/** The properties that lead from an object of the program's own to the settled result in it, outermost first. */
export type Path = readonly string[];

const STEP_LIMIT = 300;

/** Classes whose instances hold just what they are given. */
const COLLECTIONS: ReadonlySet<string> = new Set(['Array', 'Map', 'Set']);

/** One way back. A step answers `undefined` where what it stands at holds no results (`[]`, `null`) or was met before. */
export class Trail {
  readonly program: ts.Program;
  /** The callbacks met on the way that chose among the results. */
  readonly tests: ts.Expression[] = [];
  /** The combinators met at the end of the way, with the member whose result was taken, where a literal index says which. */
  readonly combinators: SettledMembers[] = [];
  /** The index at which a result was last taken from an array. */
  index: number | undefined;
  readonly #checker: ts.TypeChecker;
  readonly #names = new Set<ts.Symbol>();
  readonly #places: ts.Node[] = [];
  #forks = false;
  #steps = 0;

  constructor(program: ts.Program) {
    this.program = program;
    this.#checker = program.getTypeChecker();
  }

  end(kind: OriginKind | undefined): SettledOrigin {
    return {
      kind: kind ?? 'unknown',
      forks: this.#forks,
      names: this.#names,
      tests: this.tests,
      places: this.#places,
      members: this.#forks
        ? this.combinators.map(({ call }) => ({ call, index: undefined }))
        : this.combinators,
    };
  }

  /** Where an expression's results come from. */
  value(expression: ts.Expression, path: Path): OriginKind | undefined {
    const node = unwrap(expression);
    this.#steps += 1;
    if (this.#steps > STEP_LIMIT) {
      return 'unknown';
    }
    this.#places.push(node);
    if (ts.isIdentifier(node)) {
      return this.#name(node, path);
    }
    if (ts.isAwaitExpression(node) || ts.isSpreadElement(node)) {
      return this.value(node.expression, path);
    }
    if (ts.isCallExpression(node)) {
      return callOrigin(this, node, path);
    }
    if (ts.isConditionalExpression(node)) {
      return this.values([node.whenTrue, node.whenFalse], path);
    }
    if (ts.isBinaryExpression(node)) {
      return this.#binary(node, path);
    }
    if (ts.isArrayLiteralExpression(node)) {
      return this.values(node.elements, path);
    }
    if (ts.isObjectLiteralExpression(node)) {
      return this.#object(node, path);
    }
    if (ts.isElementAccessExpression(node)) {
      const name = accessedName(node);
      const index = literalIndexOf(node);
      this.index = index === undefined ? undefined : Number(index);
      return this.value(
        node.expression,
        name === undefined || /^\d+$/u.test(name) ? path : [name, ...path],
      );
    }
    if (ts.isPropertyAccessExpression(node)) {
      return this.#member(node, path);
    }
    if (ts.isNewExpression(node)) {
      return this.#collection(node, path);
    }
    return node.kind === ts.SyntaxKind.NullKeyword ? undefined : 'unknown';
  }

  /** Where the results of one of several expressions come from. */
  values(nodes: readonly ts.Expression[], path: Path): OriginKind | undefined {
    return this.#together(nodes.map((node) => this.value(node, path)));
  }

  /** Where the results come from that a declaration is given. */
  declared(declaration: ts.Node, path: Path): OriginKind | undefined {
    if (ts.isBindingElement(declaration)) {
      const pattern = declaration.parent;
      if (ts.isArrayBindingPattern(pattern)) {
        this.index = declaration.dotDotDotToken
          ? undefined
          : pattern.elements.indexOf(declaration);
        return this.declared(pattern.parent, path);
      }
      const key = declaration.propertyName ?? declaration.name;
      return declaration.dotDotDotToken === undefined && ts.isIdentifier(key)
        ? this.declared(pattern.parent, [key.text, ...path])
        : 'unknown';
    }
    if (ts.isParameter(declaration)) {
      return this.#parameter(declaration, path);
    }
    if (ts.isVariableDeclaration(declaration)) {
      const loop = declaration.parent.parent;
      if (ts.isForOfStatement(loop)) {
        return this.value(loop.expression, path);
      }
      return declaration.initializer === undefined
        ? undefined
        : this.value(declaration.initializer, path);
    }
    return 'unknown';
  }

  /** What is made of several ways: known only where each of them is. */
  #together(
    kinds: readonly (OriginKind | undefined)[],
  ): OriginKind | undefined {
    const known = kinds.filter((kind) => kind !== undefined);
    this.#forks ||= known.length > 1;
    return (
      known.find((kind) => kind === 'unknown') ??
      known.find((kind) => kind === 'parameter') ??
      known[0]
    );
  }

  #name(node: ts.Identifier, path: Path): OriginKind | undefined {
    if (node.text === 'undefined') {
      return undefined;
    }
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.#checker.getSymbolAtLocation(node);
    return symbol === undefined ? 'unknown' : this.#symbol(symbol, path);
  }

  #symbol(symbol: ts.Symbol, path: Path): OriginKind | undefined {
    const { valueDeclaration: declaration } = symbol;
    if (declaration === undefined) {
      return 'unknown';
    }
    if (this.#names.has(symbol)) {
      this.#forks = true;
      return undefined;
    }
    this.#names.add(symbol);
    const written = referencesOf(
      this.#checker,
      symbol,
      declaration.getSourceFile(),
    ).flatMap((use) => nameWriteAt(memberAccessOf(use))?.values ?? []);
    return (
      this.#together([
        this.declared(declaration, path),
        ...written.map((value) => this.value(value, path)),
      ]) ?? 'unknown'
    );
  }

  #parameter(
    parameter: ts.ParameterDeclaration,
    path: Path,
  ): OriginKind | undefined {
    const receiver = receiverFor(parameter);
    if (receiver !== undefined) {
      return this.value(receiver, path);
    }
    // What the callers knew of the results that they gave counts, also where the type says what they are.
    const given = givenTo(this.#checker, parameter);
    const kind = given && this.values(given, path);
    const type = parameter.type ?? ts.getJSDocType(parameter);
    const isTyped =
      type !== undefined && type.kind !== ts.SyntaxKind.AnyKeyword;
    return isTyped && path.length === 0 ? 'parameter' : (kind ?? 'unknown');
  }

  #binary(node: ts.BinaryExpression, path: Path): OriginKind | undefined {
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
        return this.values([node.left, node.right], path);
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
      case ts.SyntaxKind.EqualsToken:
        return this.value(node.right, path);
      default:
        return 'unknown';
    }
  }

  #collection(node: ts.NewExpression, path: Path): OriginKind | undefined {
    return ts.isIdentifier(node.expression) &&
      COLLECTIONS.has(node.expression.text)
      ? this.values(node.arguments ?? [], path)
      : 'unknown';
  }

  #object(
    node: ts.ObjectLiteralExpression,
    path: Path,
  ): OriginKind | undefined {
    const [name, ...rest] = path;
    const property = node.properties.find(
      (each) =>
        each.name !== undefined &&
        ts.isIdentifier(each.name) &&
        each.name.text === name,
    );
    if (property !== undefined && ts.isPropertyAssignment(property)) {
      return this.value(property.initializer, rest);
    }
    return property !== undefined && ts.isShorthandPropertyAssignment(property)
      ? this.value(property.name, rest)
      : 'unknown';
  }

  #member(
    node: ts.PropertyAccessExpression,
    path: Path,
  ): OriginKind | undefined {
    const holder = holderOf(this.#checker, node);
    const symbol = holder && this.#checker.getSymbolAtLocation(node.name);
    return symbol === undefined
      ? this.value(node.expression, [node.name.text, ...path])
      : this.#symbol(symbol, path);
  }
}
