import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { referencesOf } from '../language/references.ts';
import { returnedExpressions } from '../language/returns.ts';
import {
  accessedName,
  enclosingFunction,
  type FunctionWithBody,
  hasModifier,
  unwrap,
} from '../language/syntax.ts';

/** What starts a member: a call, or the body of the callback that makes it; a callback that cannot be seen stands for itself. */
export type MemberStart = ts.Expression | FunctionWithBody;

/** How the members of a combinator come to be where all of them are started for it, in the function that waits for them. */
export interface MemberStarts {
  starts: readonly MemberStart[];
  /** The lists of whose items each starts a member: `users` in `users.map(send)`. */
  lists: readonly ts.Identifier[];
}

/** Array methods that keep the elements. */
const KEEPS: ReadonlySet<string> = new Set([
  'concat',
  'filter',
  'flat',
  'reverse',
  'slice',
  'sort',
  'toReversed',
  'toSorted',
]);

/** Methods that take out what was put in before. */
const TAKES: ReadonlySet<string> = new Set(['at', 'get', 'pop', 'shift']);

/**
 * How the members of a combinator are started; `undefined` where some were started elsewhere (what is
 * waited for is then a barrier, and whoever started them may look at them), or where that is not known.
 */
export function memberStartsOf(
  program: ts.Program,
  { node, input }: CombinatorCall,
): MemberStarts | undefined {
  if (input.kind === 'unknown') {
    return undefined;
  }
  const collecting = new Collecting(program, node);
  const expression = input.kind === 'tuple' ? input.array : input.expression;
  return collecting.members(expression) && collecting.starts.length > 0
    ? collecting
    : undefined;
}

/** A variable that is there for the combinator alone: what it is made from, and what is pushed into it. */
interface OwnVariable {
  initializer: ts.Expression;
  additions: readonly ts.Expression[];
}

class Collecting implements MemberStarts {
  readonly starts: MemberStart[] = [];
  readonly lists: ts.Identifier[] = [];
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #call: ts.CallExpression;

  constructor(program: ts.Program, call: ts.CallExpression) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#call = call;
  }

  /** Collects what starts the elements of an array; `false` where some of them are not started here. */
  members(expression: ts.Expression): boolean {
    const node = unwrap(expression);
    if (ts.isArrayLiteralExpression(node)) {
      return node.elements.every((element) =>
        ts.isSpreadElement(element)
          ? this.members(element.expression)
          : this.#member(element),
      );
    }
    if (ts.isConditionalExpression(node)) {
      return this.members(node.whenTrue) && this.members(node.whenFalse);
    }
    if (ts.isIdentifier(node)) {
      const variable = this.#ownVariable(node);
      return (
        variable !== undefined &&
        this.members(variable.initializer) &&
        variable.additions.every((added) =>
          ts.isSpreadElement(added)
            ? this.members(added.expression)
            : this.#member(added),
        )
      );
    }
    return ts.isCallExpression(node) && this.#made(node);
  }

  /** `xs.map(f)`, `Array.from(xs, f)`, and arrays that keep what is made so. */
  #made(call: ts.CallExpression): boolean {
    const callee = unwrap(call.expression);
    const name = accessedName(callee);
    if (name === undefined) {
      return false;
    }
    const { expression: receiver } = callee as ts.AccessExpression;
    const [first, second] = call.arguments;
    if (name === 'map' && first !== undefined) {
      this.#list(receiver);
      return this.#callback(first);
    }
    if (name === 'from' && receiver.getText() === 'Array' && first) {
      if (second === undefined) {
        return this.members(first);
      }
      this.#list(first);
      return this.#callback(second);
    }
    return (
      KEEPS.has(name) &&
      this.members(receiver) &&
      (name !== 'concat' ||
        call.arguments.every((argument) => this.members(argument)))
    );
  }

  #list(expression: ts.Expression): void {
    const name = unwrap(expression);
    if (ts.isIdentifier(name)) {
      this.lists.push(name);
    } else if (
      ts.isCallExpression(name) &&
      accessedName(name.expression) === 'entries'
    ) {
      const [first] = name.arguments;
      this.#list(
        first ?? (unwrap(name.expression) as ts.AccessExpression).expression,
      );
    }
  }

  #callback(callback: ts.Expression): boolean {
    const fn = functionOf(this.#program, callback);
    if (fn === undefined) {
      this.starts.push(callback);
      return true;
    }
    if (hasModifier(fn, ts.SyntaxKind.AsyncKeyword)) {
      this.starts.push(fn);
      return true;
    }
    return returnedExpressions(fn).every((returned) => this.#member(returned));
  }

  /** One member: a call starts it, a name or an access only hands it over. */
  #member(expression: ts.Expression): boolean {
    const node = unwrap(expression);
    if (ts.isConditionalExpression(node)) {
      return this.#member(node.whenTrue) && this.#member(node.whenFalse);
    }
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ) {
      return this.#member(node.right);
    }
    if (ts.isCallExpression(node)) {
      this.starts.push(node);
      return !TAKES.has(accessedName(node.expression) ?? '');
    }
    if (ts.isNewExpression(node)) {
      this.starts.push(node);
      return true;
    }
    if (ts.isIdentifier(node)) {
      if (node.text === 'undefined') {
        return true;
      }
      const variable = this.#ownVariable(node);
      return variable !== undefined && this.#member(variable.initializer);
    }
    return (
      node.kind === ts.SyntaxKind.NullKeyword ||
      ts.isLiteralExpression(node) ||
      ts.isAwaitExpression(node)
    );
  }

  /** The variable of this function that a name stands for, where nothing but the combinator and additions to it use it. */
  #ownVariable(name: ts.Identifier): OwnVariable | undefined {
    const symbol = this.#checker.getSymbolAtLocation(name);
    const declaration = symbol?.valueDeclaration;
    if (
      symbol === undefined ||
      declaration === undefined ||
      !ts.isVariableDeclaration(declaration) ||
      declaration.initializer === undefined ||
      enclosingFunction(declaration) !== enclosingFunction(this.#call)
    ) {
      return undefined;
    }
    const others = referencesOf(
      this.#checker,
      symbol,
      name.getSourceFile(),
    ).filter((reference) => reference !== name && !isCount(reference));
    const additions = others
      .map(additionAt)
      .filter((call) => call !== undefined);
    return additions.length === others.length
      ? {
          initializer: declaration.initializer,
          additions: additions.flatMap((call) => call.arguments),
        }
      : undefined;
  }
}

function isCount({ parent }: ts.Node): boolean {
  return accessedName(parent) === 'length';
}

/** The call of `promises.push(…)`. */
function additionAt({ parent }: ts.Node): ts.CallExpression | undefined {
  return accessedName(parent) === 'push' && ts.isCallExpression(parent.parent)
    ? parent.parent
    : undefined;
}
