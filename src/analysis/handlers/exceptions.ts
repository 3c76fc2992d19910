import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { isLogging } from '../language/logging.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { rejectionOf } from '../rejections/sources.ts';
import {
  accessedName,
  hasModifier,
  isWrapper,
  unwrap,
} from '../language/syntax.ts';
import {
  isDefaultLibrarySymbol,
  isOpaque,
  promisenessOf,
} from '../language/types.ts';

/** Members of the default library that throw nothing of their own, callbacks left out. */
const HARMLESS_MEMBERS: ReadonlySet<string> = new Set([
  'add',
  'assign',
  'concat',
  'delete',
  'entries',
  'every',
  'filter',
  'find',
  'findIndex',
  'flat',
  'flatMap',
  'forEach',
  'from',
  'fromEntries',
  'get',
  'has',
  'includes',
  'indexOf',
  'isArray',
  'join',
  'keys',
  'map',
  'max',
  'min',
  'now',
  'push',
  'reverse',
  'round',
  'set',
  'slice',
  'some',
  'toLowerCase',
  'toUpperCase',
  'trim',
  'unshift',
  'values',
]);

/** Functions and constructors of the default library that throw nothing of their own. */
const HARMLESS_GLOBALS: ReadonlySet<string> = new Set([
  'Array',
  'Boolean',
  'Date',
  'Error',
  'Map',
  'Number',
  'Promise',
  'Set',
  'String',
  'WeakMap',
  'WeakSet',
  'clearInterval',
  'clearTimeout',
  'setInterval',
  'setTimeout',
]);

type Call = ts.CallExpression | ts.NewExpression;

/**
 * Whether anything in a piece of code may throw, or an awaited promise in it reject, by a strict
 * standard: every call may that is not known to be harmless, and so may every read of a member of what
 * may be missing. A call that returns a promise says by it how it fails. `false` is proof enough to
 * call a `catch` around the code dead.
 */
export function mayThrow(program: ts.Program, code: ts.Node): boolean {
  return new Search(program).visit(code);
}

class Search {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  /** Bodies of callbacks on the way, so that recursion ends. */
  readonly #entered = new Set<ts.Node>();

  constructor(program: ts.Program) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  visit(node: ts.Node): boolean {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node)) {
      return false;
    }
    return (
      this.#throws(node) ||
      (ts.forEachChild(node, (child) => this.visit(child) || undefined) ??
        false)
    );
  }

  /** Whether a node itself may throw, its children left out. */
  #throws(node: ts.Node): boolean {
    switch (node.kind) {
      case ts.SyntaxKind.ClassDeclaration:
      case ts.SyntaxKind.ClassExpression:
      case ts.SyntaxKind.TaggedTemplateExpression:
      case ts.SyntaxKind.ThrowStatement:
      case ts.SyntaxKind.YieldExpression:
        return true;
    }
    if (ts.isForOfStatement(node)) {
      return node.awaitModifier !== undefined;
    }
    if (ts.isAwaitExpression(node)) {
      return rejectionOf(this.#program, node.expression).kind !== 'never';
    }
    if (
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node)
    ) {
      return this.#mayBeMissing(node);
    }
    return (
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      this.#callThrows(node)
    );
  }

  #callThrows(call: Call): boolean {
    if (promiseMethodOf(this.#program, call) !== undefined) {
      return false;
    }
    const isHarmless =
      isLogging(call.expression) ||
      this.#isHarmlessLibrary(unwrap(call.expression)) ||
      this.#isPromise(this.#checker.getTypeAtLocation(call), call);
    return (
      !isHarmless ||
      (call.arguments ?? []).some((argument) => this.#callbackThrows(argument))
    );
  }

  #isPromise(type: ts.Type, at: ts.Node): boolean {
    return promisenessOf(this.#checker, type, at) === 'some';
  }

  #isHarmlessLibrary(callee: ts.Expression): boolean {
    const name = accessedName(callee);
    if (name !== undefined) {
      const { expression } = callee as ts.AccessExpression;
      const property = this.#checker.getPropertyOfType(
        this.#checker.getNonNullableType(
          this.#checker.getTypeAtLocation(expression),
        ),
        name,
      );
      return (
        HARMLESS_MEMBERS.has(name) &&
        isDefaultLibrarySymbol(this.#program, property)
      );
    }
    return (
      ts.isIdentifier(callee) &&
      HARMLESS_GLOBALS.has(callee.text) &&
      (this.#checker
        .getSymbolAtLocation(callee)
        ?.declarations?.every(
          (each) => each.getSourceFile().isDeclarationFile,
        ) ??
        false)
    );
  }

  /** Whether a function that is given to a harmless call may throw there; what it returns as a promise is no exception. */
  #callbackThrows(argument: ts.Expression): boolean {
    const callback = functionOf(this.#program, argument);
    if (callback === undefined) {
      const inner = unwrap(argument);
      const signatures = this.#checker
        .getTypeAtLocation(argument)
        .getCallSignatures();
      return !(
        (ts.isIdentifier(inner) && HARMLESS_GLOBALS.has(inner.text)) ||
        signatures.every((signature) =>
          this.#isPromise(signature.getReturnType(), argument),
        )
      );
    }
    if (
      hasModifier(callback, ts.SyntaxKind.AsyncKeyword) ||
      this.#entered.has(callback)
    ) {
      return false;
    }
    this.#entered.add(callback);
    return this.visit(callback.body);
  }

  /** Whether the object of a member access may be `null` or `undefined`, whatever its type says of an element that is read by an index. */
  #mayBeMissing(access: ts.AccessExpression): boolean {
    let object: ts.Expression = access.expression;
    while (ts.isParenthesizedExpression(object)) {
      object = object.expression;
    }
    if (access.questionDotToken !== undefined) {
      return false;
    }
    // A cast or `!` says what the compiler does not know.
    if (isWrapper(object) || ts.isElementAccessExpression(object)) {
      return true;
    }
    const type = this.#checker.getTypeAtLocation(object);
    return (
      !ts.isOptionalChain(access) &&
      (isOpaque(this.#checker, type) ||
        this.#checker.getNonNullableType(type) !== type)
    );
  }
}
