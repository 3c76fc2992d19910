import ts from 'typescript';

import { namedSymbol, referencesOf } from './references.ts';
import { overridesOf } from './subclasses.ts';
import {
  accessedName,
  type FunctionWithBody,
  isFunctionWithBody,
  unwrap,
  wrapped,
} from './syntax.ts';

type Call = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

type Functions = readonly FunctionWithBody[];

/** The one body that runs when a call runs; `undefined` where it cannot be seen, or is one of several. */
export function calleeOf(
  program: ts.Program,
  call: Call,
): FunctionWithBody | undefined {
  return theOnly(calleesOf(program, call));
}

/**
 * The bodies of which one runs when a call runs: more than one for an overridden method or a choice of
 * functions; none where not all of them can be seen (a declaration, a package, an interface, a
 * parameter, a variable that is assigned again).
 */
export function calleesOf(program: ts.Program, call: Call): Functions {
  const callee = ts.isTaggedTemplateExpression(call)
    ? call.tag
    : call.expression;
  if (ts.isNewExpression(call) || callee.kind === ts.SyntaxKind.SuperKeyword) {
    const signature = program.getTypeChecker().getResolvedSignature(call);
    return withBody(program, signature?.declaration);
  }
  return functionsOf(program, callee);
}

/** The one function that an expression evaluates to, through names, imports, `bind` and identity wrappers; `undefined` where its body cannot be seen. */
export function functionOf(
  program: ts.Program,
  expression: ts.Expression,
): FunctionWithBody | undefined {
  return theOnly(functionsOf(program, expression));
}

/** The functions of which an expression evaluates to one; none where not all of their bodies can be seen. */
export function functionsOf(
  program: ts.Program,
  expression: ts.Expression,
): Functions {
  return new Following(program).functions(expression);
}

function theOnly(functions: Functions): FunctionWithBody | undefined {
  return functions.length === 1 ? functions[0] : undefined;
}

/** One search for the bodies behind an expression, which looks at every declaration once. */
class Following {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #found = new Map<ts.Declaration, Functions>();

  constructor(program: ts.Program) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  functions(expression: ts.Expression): Functions {
    const node = unwrap(expression);
    if (isFunctionWithBody(node)) {
      return [node];
    }
    if (ts.isConditionalExpression(node)) {
      return this.#all([node.whenTrue, node.whenFalse]);
    }
    if (ts.isBinaryExpression(node)) {
      return isChoice(node.operatorToken.kind)
        ? this.#all([node.left, node.right])
        : [];
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

  #all(expressions: readonly ts.Expression[]): Functions {
    return union(expressions.map((expression) => this.functions(expression)));
  }

  /** What a wrapper such as `useCallback` gives back is the function that it was given, where its type says so. */
  #ofType(node: ts.Expression): Functions {
    const type = this.#checker.getTypeAtLocation(node);
    const [signature, ...others] = type.getCallSignatures();
    return others.length === 0 && !type.isUnion()
      ? withBody(this.#program, signature?.declaration)
      : [];
  }

  #ofMember(node: ts.Expression): Functions {
    const name = accessedName(node);
    if (name === undefined) {
      return [];
    }
    const { expression } = node as ts.AccessExpression;
    const symbol = ts.isPropertyAccessExpression(node)
      ? namedSymbol(this.#checker, node)
      : this.#checker.getTypeAtLocation(expression).getProperty(name);
    const isExact = expression.kind === ts.SyntaxKind.SuperKeyword;
    return this.#ofSymbol(symbol, !isExact);
  }

  #ofSymbol(
    symbol: ts.Symbol | undefined,
    mayBeOverridden: boolean,
  ): Functions {
    const { declarations = [] } = symbol ?? {};
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

  #ofDeclaration(declaration: ts.Declaration): Functions {
    let found = this.#found.get(declaration);
    if (found === undefined) {
      // A name that stands for itself (`const f = f`) stands for nothing.
      this.#found.set(declaration, []);
      found = this.#read(declaration);
      this.#found.set(declaration, found);
    }
    return found;
  }

  #read(declaration: ts.Declaration): Functions {
    if (
      this.#program.isSourceFileFromExternalLibrary(declaration.getSourceFile())
    ) {
      return [];
    }
    if (isFunctionWithBody(declaration)) {
      // Calling what an accessor gives is not calling the accessor.
      return ts.isAccessor(declaration) ? [] : [declaration];
    }
    if (ts.isShorthandPropertyAssignment(declaration)) {
      const value =
        this.#checker.getShorthandAssignmentValueSymbol(declaration);
      return this.#ofSymbol(value, false);
    }
    if (ts.isBindingElement(declaration)) {
      return this.#ofBinding(declaration);
    }
    const value = this.#valueOf(declaration);
    return value === undefined ? [] : this.functions(value);
  }

  #valueOf(declaration: ts.Declaration): ts.Expression | undefined {
    if (ts.isVariableDeclaration(declaration)) {
      return isNeverReassigned(this.#checker, declaration)
        ? declaration.initializer
        : undefined;
    }
    if (
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

  /** `const { name } = api`: the member that the pattern reads. */
  #ofBinding(element: ts.BindingElement): Functions {
    const { initializer, name, parent, propertyName } = element;
    const key = propertyName ?? name;
    if (
      !ts.isObjectBindingPattern(parent) ||
      !ts.isIdentifier(key) ||
      initializer !== undefined ||
      element.dotDotDotToken !== undefined
    ) {
      return [];
    }
    const member = this.#checker
      .getTypeAtLocation(parent)
      .getProperty(key.text);
    return this.#ofSymbol(member, true);
  }
}

/** All of several sets of functions, or none where one of them cannot be seen. */
function union(sets: readonly Functions[]): Functions {
  return sets.some((set) => set.length === 0) ? [] : [...new Set(sets.flat())];
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

function withBody(
  program: ts.Program,
  declaration: ts.Declaration | undefined,
): Functions {
  if (
    declaration === undefined ||
    program.isSourceFileFromExternalLibrary(declaration.getSourceFile())
  ) {
    return [];
  }
  if (isFunctionWithBody(declaration)) {
    return [declaration];
  }
  // An overload: the implementation stands among its symbol's other declarations.
  const symbol =
    ts.isFunctionLike(declaration) && 'symbol' in declaration
      ? (declaration.symbol as ts.Symbol | undefined)
      : undefined;
  return symbol?.declarations?.filter(isFunctionWithBody) ?? [];
}

/** Whether a variable has its initial value for good: a `const`, or one that nothing assigns. */
function isNeverReassigned(
  checker: ts.TypeChecker,
  variable: ts.VariableDeclaration,
): boolean {
  if (ts.getCombinedNodeFlags(variable) & ts.NodeFlags.Const) {
    return true;
  }
  const symbol = checker.getSymbolAtLocation(variable.name);
  return (
    symbol !== undefined &&
    variable.initializer !== undefined &&
    !referencesOf(checker, symbol, variable.getSourceFile()).some(
      isAssignmentTarget,
    )
  );
}

/** Whether an expression is what an assignment or a loop writes, alone or in a pattern. */
function isAssignmentTarget(reference: ts.Node): boolean {
  let node = wrapped(reference);
  while (
    ts.isArrayLiteralExpression(node.parent) ||
    ts.isObjectLiteralExpression(node.parent) ||
    ts.isPropertyAssignment(node.parent) ||
    ts.isShorthandPropertyAssignment(node.parent) ||
    ts.isSpreadElement(node.parent)
  ) {
    node = node.parent;
  }
  const { parent } = node;
  return (
    ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) &&
      parent.initializer === node) ||
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment)
  );
}
