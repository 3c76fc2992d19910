import ts from 'typescript';

import { calleeOf, functionOf } from './callees.ts';
import { isCombinatorName, recogniseCombinator } from './combinators.ts';
import { referencesOf } from './references.ts';
import {
  accessedName,
  type FunctionWithBody,
  memberAccessOf,
  unwrap,
  wrapped,
} from './syntax.ts';
import { holderOf } from './writes.ts';

/**
 * Where a value came from that may be a settled result, or several of them in an array, an iterator, a
 * promise or an object of the program's own.
 */
export interface SettledOrigin {
  /**
   * A call of `Promise.allSettled`, a parameter that is declared to take settled results, or `unknown`:
   * a step on the way could not be followed, so that nothing is known of what became of the status there.
   */
  kind: 'allSettled' | 'parameter' | 'unknown';
  /** The variables that the results went by. */
  names: ReadonlySet<ts.Symbol>;
  /** The callbacks that chose among the results, such as that of `filter`. */
  tests: readonly ts.Expression[];
  /** The expressions that handed the results on; code around them may have looked at the status. */
  places: readonly ts.Node[];
}

type Kind = SettledOrigin['kind'];

/** The properties that lead from an object of the program's own to the settled result in it, outermost first. */
type Path = readonly string[];

const STEP_LIMIT = 300;

/** Methods whose result has only what the receiver has. */
const KEEPS: ReadonlySet<string> = new Set([
  'at',
  'concat',
  'entries',
  'filter',
  'finally',
  'find',
  'findLast',
  'flat',
  'pop',
  'reverse',
  'shift',
  'slice',
  'sort',
  'splice',
  'toReversed',
  'toSorted',
  'values',
]);

const CHOOSES: ReadonlySet<string> = new Set(['filter', 'find', 'findLast']);

/** Methods that call their first argument with what the receiver holds, and with which argument. */
const CALLBACK_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ...[
    'every',
    'filter',
    'find',
    'findIndex',
    'findLast',
    'findLastIndex',
    'flatMap',
    'forEach',
    'map',
    'some',
    'then',
  ].map((name) => [name, 0] as const),
  ['reduce', 1],
  ['reduceRight', 1],
]);

const ADDS: ReadonlySet<string> = new Set(['push', 'unshift']);

const ASSIGNS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** Follows an expression back to where its settled results come from. */
export function originOf(
  program: ts.Program,
  node: ts.Expression,
): SettledOrigin {
  const trail = new Trail(program);
  return trail.end(trail.value(node, []));
}

/** The same for what a destructuring pattern takes apart. */
export function originOfPattern(
  program: ts.Program,
  pattern: ts.BindingPattern,
): SettledOrigin {
  const trail = new Trail(program);
  return trail.end(trail.declared(pattern.parent, []));
}

/** The array or promise whose method calls a function, with what a parameter of the function gets from it; `undefined` where the parameter gets none of its results. */
export function receiverFor(
  parameter: ts.ParameterDeclaration,
): ts.Expression | undefined {
  const fn = parameter.parent;
  const callback = wrapped(fn);
  const call = callback.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== callback) {
    return undefined;
  }
  const callee = unwrap(call.expression);
  const index = CALLBACK_ARGUMENT.get(accessedName(callee) ?? '');
  return index !== undefined && fn.parameters.indexOf(parameter) === index
    ? (callee as ts.AccessExpression).expression
    : undefined;
}

class Trail {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #names = new Set<ts.Symbol>();
  readonly #tests: ts.Expression[] = [];
  readonly #places: ts.Node[] = [];
  #steps = 0;

  constructor(program: ts.Program) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  end(kind: Kind | undefined): SettledOrigin {
    return {
      kind: kind ?? 'unknown',
      names: this.#names,
      tests: this.#tests,
      places: this.#places,
    };
  }

  /** Where an expression's results come from; `undefined` where it has none (`[]`, `null`) or was met before. */
  value(expression: ts.Expression, path: Path): Kind | undefined {
    const node = unwrap(expression);
    this.#steps += 1;
    if (this.#steps > STEP_LIMIT) {
      return 'unknown';
    }
    this.#places.push(node);
    if (ts.isIdentifier(node)) {
      return this.#name(node, path);
    }
    if (ts.isAwaitExpression(node)) {
      return this.value(node.expression, path);
    }
    if (ts.isCallExpression(node)) {
      return this.#call(node, path);
    }
    if (ts.isConditionalExpression(node)) {
      return this.#all([node.whenTrue, node.whenFalse], path);
    }
    if (ts.isBinaryExpression(node)) {
      return this.#binary(node, path);
    }
    if (ts.isArrayLiteralExpression(node)) {
      return this.#all(node.elements, path);
    }
    if (ts.isSpreadElement(node)) {
      return this.value(node.expression, path);
    }
    if (ts.isObjectLiteralExpression(node)) {
      return this.#object(node, path);
    }
    if (ts.isElementAccessExpression(node)) {
      const name = accessedName(node);
      return this.value(
        node.expression,
        name === undefined || /^\d+$/u.test(name) ? path : [name, ...path],
      );
    }
    if (ts.isPropertyAccessExpression(node)) {
      return this.#member(node, path);
    }
    return node.kind === ts.SyntaxKind.NullKeyword ? undefined : 'unknown';
  }

  /** Where the results come from that a declaration is given. */
  declared(declaration: ts.Node, path: Path): Kind | undefined {
    if (ts.isBindingElement(declaration)) {
      const pattern = declaration.parent;
      if (ts.isArrayBindingPattern(pattern)) {
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

  #all(nodes: readonly ts.Expression[], path: Path): Kind | undefined {
    return together(nodes.map((node) => this.value(node, path)));
  }

  #name(node: ts.Identifier, path: Path): Kind | undefined {
    if (node.text === 'undefined') {
      return undefined;
    }
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.#checker.getSymbolAtLocation(node);
    return symbol === undefined ? 'unknown' : this.#symbol(symbol, path);
  }

  #symbol(symbol: ts.Symbol, path: Path): Kind | undefined {
    const { valueDeclaration: declaration } = symbol;
    if (declaration === undefined) {
      return 'unknown';
    }
    if (this.#names.has(symbol)) {
      return undefined;
    }
    this.#names.add(symbol);
    const writes = referencesOf(
      this.#checker,
      symbol,
      declaration.getSourceFile(),
    ).map((reference) => this.#written(memberAccessOf(reference), path));
    return together([this.declared(declaration, path), ...writes]) ?? 'unknown';
  }

  #written(reference: ts.Node, path: Path): Kind | undefined {
    let target = wrapped(reference);
    while (ts.isArrayLiteralExpression(target.parent)) {
      target = target.parent;
    }
    const { parent } = target;
    if (ts.isBinaryExpression(parent) && parent.left === target) {
      return ASSIGNS.has(parent.operatorToken.kind)
        ? this.value(parent.right, path)
        : undefined;
    }
    if (target !== wrapped(reference)) {
      return undefined;
    }
    if (
      ts.isElementAccessExpression(parent) &&
      parent.expression === target &&
      ts.isBinaryExpression(parent.parent) &&
      parent.parent.left === parent
    ) {
      return this.value(parent.parent.right, path);
    }
    return ADDS.has(accessedName(parent) ?? '') &&
      ts.isCallExpression(parent.parent) &&
      parent.parent.expression === parent
      ? this.#all(parent.parent.arguments, path)
      : undefined;
  }

  #parameter(parameter: ts.ParameterDeclaration, path: Path): Kind | undefined {
    const receiver = receiverFor(parameter);
    if (receiver !== undefined) {
      return this.value(receiver, path);
    }
    const isTyped =
      parameter.type !== undefined || ts.getJSDocType(parameter) !== undefined;
    return isTyped && path.length === 0 ? 'parameter' : 'unknown';
  }

  #binary(node: ts.BinaryExpression, path: Path): Kind | undefined {
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
        return this.#all([node.left, node.right], path);
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
      case ts.SyntaxKind.EqualsToken:
        return this.value(node.right, path);
      default:
        return 'unknown';
    }
  }

  #object(node: ts.ObjectLiteralExpression, path: Path): Kind | undefined {
    const [name, ...rest] = path;
    for (const property of node.properties) {
      if (
        property.name !== undefined &&
        ts.isIdentifier(property.name) &&
        property.name.text === name
      ) {
        if (ts.isPropertyAssignment(property)) {
          return this.value(property.initializer, rest);
        }
        if (ts.isShorthandPropertyAssignment(property)) {
          return this.#name(property.name, rest);
        }
      }
    }
    return 'unknown';
  }

  #member(node: ts.PropertyAccessExpression, path: Path): Kind | undefined {
    const holder = holderOf(this.#checker, node);
    const symbol = holder && this.#checker.getSymbolAtLocation(node.name);
    return symbol === undefined
      ? this.value(node.expression, [node.name.text, ...path])
      : this.#symbol(symbol, path);
  }

  #call(call: ts.CallExpression, path: Path): Kind | undefined {
    const callee = unwrap(call.expression);
    const name = accessedName(callee);
    const [first] = call.arguments;
    if (isCombinatorName(name)) {
      const combinator = recogniseCombinator(this.#program, call);
      if (combinator !== undefined) {
        return combinator.method === 'allSettled' && path.length === 0
          ? 'allSettled'
          : 'unknown';
      }
    }
    if (name === undefined) {
      return this.#returned(call, path);
    }
    const { expression: receiver } = callee as ts.AccessExpression;
    const isArrayFrom =
      name === 'from' &&
      ts.isIdentifier(receiver) &&
      receiver.text === 'Array' &&
      first !== undefined;
    const callback = isArrayFrom ? call.arguments[1] : first;
    if (
      name === 'map' ||
      name === 'flatMap' ||
      name === 'then' ||
      isArrayFrom
    ) {
      if (callback !== undefined) {
        const fn = functionOf(this.#program, callback);
        return fn === undefined ? 'unknown' : this.#results(fn, path);
      }
      return isArrayFrom ? this.value(first, path) : 'unknown';
    }
    if (!KEEPS.has(name)) {
      return this.#returned(call, path);
    }
    if (CHOOSES.has(name) && first !== undefined) {
      this.#tests.push(first);
    }
    return this.value(receiver, path);
  }

  #returned(call: ts.CallExpression, path: Path): Kind | undefined {
    const callee = calleeOf(this.#program, call);
    if (callee === undefined) {
      return 'unknown';
    }
    const kind = this.#results(callee, path);
    if (kind !== 'parameter') {
      return kind;
    }
    // What the caller knew of the results that it gave counts too.
    const given = together(
      call.arguments.map((argument) => this.value(argument, [])),
    );
    return given ?? 'unknown';
  }

  #results(fn: FunctionWithBody, path: Path): Kind | undefined {
    return this.#all(returnedExpressions(fn), path);
  }
}

/** The expressions that a function returns, those of functions within it left out. */
export function returnedExpressions(fn: FunctionWithBody): ts.Expression[] {
  if (!ts.isBlock(fn.body)) {
    return [fn.body];
  }
  const returned: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression !== undefined) {
      returned.push(node.expression);
    } else if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) {
      ts.forEachChild(node, visit);
    }
  };
  ts.forEachChild(fn.body, visit);
  return returned;
}

/** The origin of what is made of several values: known only where each of them is. */
function together(kinds: readonly (Kind | undefined)[]): Kind | undefined {
  const known = kinds.filter((kind) => kind !== undefined);
  return (
    known.find((kind) => kind === 'unknown') ??
    known.find((kind) => kind === 'parameter') ??
    known[0]
  );
}
