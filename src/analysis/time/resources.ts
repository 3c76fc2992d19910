import ts from 'typescript';

import { calleesOf, functionsOf } from '../language/callees.ts';
import { namedSymbol } from '../language/references.ts';
import {
  accessedName,
  type FunctionWithBody,
  isFunctionWithBody,
  unwrap,
  wrapped,
} from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** Something that code holds and gives back: a name, or a member of a name or of `this`. */
export interface Resource {
  root: ts.Symbol | 'this';
  /** The members behind the root, outermost last: `pool`, `client` for `this.pool.client`. */
  path: readonly string[];
  /** How the code writes it. */
  text: string;
}

/** How many functions are entered from one piece of code, one inside the other. */
const DEPTH = 3;

/** The resource that an expression names; `undefined` where it is computed. */
export function resourceOf(
  checker: ts.TypeChecker,
  expression: ts.Expression,
): Resource | undefined {
  const path: string[] = [];
  let node = unwrap(expression);
  const text = node.getText();
  for (
    let name = accessedName(node);
    name !== undefined;
    name = accessedName(node)
  ) {
    path.unshift(name);
    node = unwrap((node as ts.AccessExpression).expression);
  }
  if (node.kind === ts.SyntaxKind.ThisKeyword) {
    return path.length === 0 ? undefined : { root: 'this', path, text };
  }
  const root = ts.isIdentifier(node) ? namedSymbol(checker, node) : undefined;
  return root && { root, path, text };
}

/**
 * Whether code uses one of some resources while it runs: calls a member of it, gives it to somebody or
 * captures it in a callback, in the functions of this file too that it calls. Reading a plain value off
 * it (`connection.id`) is over at once and no use, and a promise that it holds (`socket.closed`) starts nothing;
 * nor is one a use that a given function says to be over. `false` too where the code cannot be seen.
 */
export function isUsedIn(
  program: ts.Program,
  code: ts.Node,
  resources: readonly Resource[],
  isOver: (access: ts.Node) => boolean = () => false,
): boolean {
  return new Search(program, resources, isOver).finds(code);
}

class Search {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #resources: readonly Resource[];
  readonly #isOver: (access: ts.Node) => boolean;
  readonly #entered = new Set<ts.Node>();

  constructor(
    program: ts.Program,
    resources: readonly Resource[],
    isOver: (access: ts.Node) => boolean,
  ) {
    this.#isOver = isOver;
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#resources = resources;
  }

  finds(code: ts.Node): boolean {
    if (ts.isExpression(code) && !isFunctionWithBody(unwrap(code))) {
      const isWork = functionsOf(this.#program, code).some((fn) =>
        this.#enter(fn, 1),
      );
      return isWork || this.#visit(code, 0);
    }
    return this.#visit(code, 0);
  }

  #enter(fn: FunctionWithBody, depth: number): boolean {
    if (depth > DEPTH || this.#entered.has(fn)) {
      return false;
    }
    this.#entered.add(fn);
    return this.#visit(fn.body, depth);
  }

  #visit(node: ts.Node, depth: number): boolean {
    if (
      this.#resources.some((resource) => this.#isUseAt(node, resource)) ||
      (ts.isCallExpression(node) && this.#isUsedByCallee(node, depth))
    ) {
      return true;
    }
    return (
      ts.forEachChild(
        node,
        (child) => this.#visit(child, depth) || undefined,
      ) ?? false
    );
  }

  #isUsedByCallee(call: ts.CallExpression, depth: number): boolean {
    const callee = unwrap(call.expression);
    const isOwnMethod =
      accessedName(callee) !== undefined &&
      unwrap((callee as ts.AccessExpression).expression).kind ===
        ts.SyntaxKind.ThisKeyword;
    return (
      (isOwnMethod || ts.isIdentifier(callee)) &&
      calleesOf(this.#program, call).some(
        (fn) =>
          // `this` is another object in a function of its own.
          (isOwnMethod ||
            this.#resources.some(({ root }) => root !== 'this')) &&
          this.#enter(fn, depth + 1),
      )
    );
  }

  #isUseAt(node: ts.Node, { root, path }: Resource): boolean {
    if (root === 'this') {
      if (node.kind !== ts.SyntaxKind.ThisKeyword) {
        return false;
      }
    } else if (
      !ts.isIdentifier(node) ||
      isMemberName(node) ||
      namedSymbol(this.#checker, node) !== root
    ) {
      return false;
    }
    let access = node;
    for (const name of path) {
      const { parent } = wrapped(access);
      if (accessedName(parent) !== name) {
        return false;
      }
      access = parent;
    }
    return isLastingUse(this.#checker, access) && !this.#isOver(access);
  }
}

/** Whether a name is that of a member, be it of a namespace that has the resource too. */
function isMemberName(node: ts.Identifier): boolean {
  return (
    ts.isPropertyAccessExpression(node.parent) && node.parent.name === node
  );
}

/** Whether a value is more than tested, or asked for a plain value or a promise that it holds, where it is named. */
function isLastingUse(checker: ts.TypeChecker, access: ts.Node): boolean {
  let node = access;
  for (;;) {
    if (node !== access && isThenable(checker, node)) {
      return false;
    }
    const use = useOf(node);
    switch (use.kind) {
      case 'accessed':
        ({ node } = use);
        break;
      case 'called':
        return true;
      case 'tested':
      case 'discarded':
      case 'voided':
        return false;
      default:
        return node === access || isObject(checker, node);
    }
  }
}

function isThenable(checker: ts.TypeChecker, node: ts.Node): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  return checker.getPropertyOfType(type, 'then') !== undefined;
}

/** Whether an expression's value is an object, `null` and `undefined` set aside. */
export function isObject(checker: ts.TypeChecker, node: ts.Node): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  return (type.flags & ts.TypeFlags.Object) !== 0;
}

/** Whether two descriptions are of one resource. */
export function isSame(one: Resource | undefined, other: Resource): boolean {
  return (
    one !== undefined &&
    one.root === other.root &&
    one.path.join('.') === other.path.join('.')
  );
}
