import ts from 'typescript';

import { writesTo } from './assignments.ts';
import { namedSymbol } from './references.ts';
import { overridesOf } from './subclasses.ts';
import {
  accessedName,
  type FunctionWithBody,
  isFunctionWithBody,
  unwrap,
} from './syntax.ts';

/** The functions of which a value is one; `undefined` where not all of them can be seen. */
type Seen = readonly FunctionWithBody[] | undefined;

/** One search for the bodies behind an expression, which looks at every declaration once. */
export class Following {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #found = new Map<ts.Declaration, Seen>();

  constructor(program: ts.Program) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  functions(expression: ts.Expression): Seen {
    const node = unwrap(expression);
    if (isFunctionWithBody(node)) {
      return [node];
    }
    if (isNothing(node)) {
      return [];
    }
    if (ts.isConditionalExpression(node)) {
      return this.#all([node.whenTrue, node.whenFalse]);
    }
    if (ts.isBinaryExpression(node)) {
      return isChoice(node.operatorToken.kind)
        ? this.#all([node.left, node.right])
        : undefined;
    }
    if (ts.isCallExpression(node)) {
      const callee = unwrap(node.expression);
      return accessedName(callee) === 'bind'
        ? this.functions((callee as ts.AccessExpression).expression)
        : this.#ofType(node);
    }
    if (ts.isIdentifier(node)) {
      return this.#ofSymbol(namedSymbol(this.#checker, node), false);
    }
    return this.#ofMember(node);
  }

  #all(expressions: readonly ts.Expression[]): Seen {
    return union(expressions.map((expression) => this.functions(expression)));
  }

  /** What a wrapper such as `useCallback` gives back is the function that it was given, where its type says so. */
  #ofType(node: ts.Expression): Seen {
    const type = this.#checker.getTypeAtLocation(node);
    const [signature, ...others] = type.getCallSignatures();
    return others.length === 0 && !type.isUnion()
      ? declaredBodies(this.#program, signature?.declaration)
      : undefined;
  }

  #ofMember(node: ts.Expression): Seen {
    const name = accessedName(node);
    if (name === undefined) {
      return undefined;
    }
    const { expression } = node as ts.AccessExpression;
    const symbol = ts.isPropertyAccessExpression(node)
      ? namedSymbol(this.#checker, node)
      : this.#checker.getTypeAtLocation(expression).getProperty(name);
    const isExact = expression.kind === ts.SyntaxKind.SuperKeyword;
    return this.#ofSymbol(symbol, !isExact);
  }

  #ofSymbol(symbol: ts.Symbol | undefined, mayBeOverridden: boolean): Seen {
    const { declarations } = symbol ?? {};
    if (declarations === undefined) {
      return undefined;
    }
    // An overload has no body of its own: the implementation stands beside it.
    const implemented = new Set(
      declarations.filter(isFunctionWithBody).map(({ parent }) => parent),
    );
    const values = declarations.filter(
      (declaration) =>
        !isTypeOrNamespace(declaration) &&
        (isFunctionWithBody(declaration) ||
          !ts.isFunctionLike(declaration) ||
          !implemented.has(declaration.parent)),
    );
    const members = mayBeOverridden
      ? values.flatMap((value) => overridesOf(this.#program, value))
      : [];
    return union(
      [...values, ...members].map((value) => this.#ofDeclaration(value)),
    );
  }

  #ofDeclaration(declaration: ts.Declaration): Seen {
    if (this.#found.has(declaration)) {
      return this.#found.get(declaration);
    }
    // A name that stands for itself (`f = wrap(f)`, `const f = f`) adds nothing.
    this.#found.set(declaration, []);
    const found = this.#read(declaration);
    this.#found.set(declaration, found);
    return found;
  }

  #read(declaration: ts.Declaration): Seen {
    if (
      // A module, by the name that stands for all of it.
      ts.isSourceFile(declaration) ||
      this.#program.isSourceFileFromExternalLibrary(declaration.getSourceFile())
    ) {
      return undefined;
    }
    if (ts.isShorthandPropertyAssignment(declaration)) {
      const value =
        this.#checker.getShorthandAssignmentValueSymbol(declaration);
      return this.#ofSymbol(value, false);
    }
    if (ts.isBindingElement(declaration)) {
      return this.#ofBinding(declaration);
    }
    if (isFunctionWithBody(declaration)) {
      // Calling what an accessor gives is not calling the accessor.
      return ts.isAccessor(declaration)
        ? undefined
        : union([[declaration], ...this.#written(declaration)]);
    }
    const value = valueOf(declaration);
    const written = this.#written(declaration);
    const first = value === undefined ? [] : [this.functions(value)];
    const all = [...first, ...written];
    return all.length === 0 ? undefined : union(all);
  }

  /** What its file writes to a name or member afterwards. */
  #written(declaration: ts.Declaration): Seen[] {
    return isWritable(declaration)
      ? writesTo(this.#checker, declaration).map((write) =>
          write.kind === 'value' ? this.functions(write.value) : undefined,
        )
      : [];
  }

  /** `const { name } = api`: the member that the pattern reads. */
  #ofBinding(element: ts.BindingElement): Seen {
    const { initializer, name, parent, propertyName } = element;
    const key = propertyName ?? name;
    if (
      !ts.isObjectBindingPattern(parent) ||
      !ts.isIdentifier(key) ||
      initializer !== undefined ||
      element.dotDotDotToken !== undefined
    ) {
      return undefined;
    }
    const member = this.#checker
      .getTypeAtLocation(parent)
      .getProperty(key.text);
    return this.#ofSymbol(member, true);
  }
}

/** All of several sets of functions, if each of them can be seen. */
function union(sets: readonly Seen[]): Seen {
  const all = sets.flatMap((set) => set ?? []);
  return sets.includes(undefined) ? undefined : [...new Set(all)];
}

/** What a declaration declares its name to be at first. */
function valueOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (
    ts.isVariableDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration) ||
    ts.isPropertyDeclaration(declaration)
  ) {
    return declaration.initializer;
  }
  if (ts.isExportAssignment(declaration)) {
    return declaration.expression;
  }
  // JavaScript's `exports.name = …` and `Class.prototype.name = …`.
  const assignment = ts.isBinaryExpression(declaration)
    ? declaration
    : declaration.parent;
  return ts.isBinaryExpression(assignment) ? assignment.right : undefined;
}

/** Whether a name can be assigned again: no `const`, and of function declarations only those of JavaScript, since TypeScript forbids it. */
function isWritable(declaration: ts.Declaration): boolean {
  return ts.isVariableDeclaration(declaration)
    ? (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0
    : ts.isFunctionDeclaration(declaration)
      ? (declaration.flags & ts.NodeFlags.JavaScriptFile) !== 0
      : ts.isPropertyAssignment(declaration) ||
        ts.isPropertyDeclaration(declaration) ||
        ts.isMethodDeclaration(declaration);
}

function isNothing(node: ts.Expression): boolean {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined')
  );
}

function isChoice(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.BarBarToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken
  );
}

function isTypeOrNamespace(declaration: ts.Declaration): boolean {
  return (
    ts.isInterfaceDeclaration(declaration) ||
    ts.isTypeAliasDeclaration(declaration) ||
    ts.isModuleDeclaration(declaration)
  );
}

/** The body behind a declaration that a call or a type names, which may be an overload. */
export function declaredBodies(
  program: ts.Program,
  declaration: ts.Declaration | undefined,
): Seen {
  if (
    declaration === undefined ||
    program.isSourceFileFromExternalLibrary(declaration.getSourceFile())
  ) {
    return undefined;
  }
  // The implementation of an overload stands among its symbol's other declarations.
  const { symbol } = declaration as { symbol?: ts.Symbol };
  const bodies = symbol?.declarations?.filter(isFunctionWithBody) ?? [];
  return bodies.length === 0 ? undefined : bodies;
}
