import ts from 'typescript';

/** A wrapper that changes neither the value nor when it is computed: parentheses, casts, `!`, `satisfies`. */
export type Wrapper =
  | ts.ParenthesizedExpression
  | ts.AssertionExpression
  | ts.NonNullExpression
  | ts.SatisfiesExpression;

/** Whether a node only wraps an expression for the compiler's or the reader's sake. */
export function isWrapper(node: ts.Node): node is Wrapper {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}

/** The expression under any number of wrappers. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (isWrapper(inner)) {
    inner = inner.expression;
  }
  return inner;
}

/** The outermost node that has the same value: the opposite of {@link unwrap}. */
export function wrapped(node: ts.Node): ts.Node {
  let outer = node;
  while (isWrapper(outer.parent)) {
    outer = outer.parent;
  }
  return outer;
}

/** The name that `a.name`, `a?.name`, `a.#name` or `a['name']` reads; `undefined` where it is computed or the node is no access. */
export function accessedName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text;
  }
  if (
    ts.isElementAccessExpression(node) &&
    ts.isStringLiteralLike(node.argumentExpression)
  ) {
    return node.argumentExpression.text;
  }
  return undefined;
}

/** Whether an expression calls a method of a name: `xs.name(…)`. */
export function isCallNamed(node: ts.Expression, name: string): boolean {
  return (
    ts.isCallExpression(node) && accessedName(unwrap(node.expression)) === name
  );
}

/** Whether a node calls what ends the process: `process.exit()`, `Deno.exit()`. */
export function isExit(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'exit' &&
    ts.isIdentifier(node.expression.expression) &&
    /^(?:process|Deno)$/u.test(node.expression.expression.text)
  );
}

/** A function, method, accessor or constructor that has a body. */
export type FunctionWithBody = ts.FunctionLikeDeclaration & {
  body: ts.ConciseBody;
};

/** Whether a node is a function whose body can be read. */
export function isFunctionWithBody(
  node: ts.Node | undefined,
): node is FunctionWithBody {
  return (
    node !== undefined &&
    (ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isConstructorDeclaration(node) ||
      ts.isAccessor(node)) &&
    node.body !== undefined
  );
}

/** The function whose body a node stands in; `undefined` at the top level of a file. */
export function enclosingFunction(
  node: ts.Node,
): ts.SignatureDeclaration | ts.ClassStaticBlockDeclaration | undefined {
  let current = node.parent;
  while (!ts.isSourceFile(current)) {
    if (
      ts.isFunctionLike(current) ||
      ts.isClassStaticBlockDeclaration(current)
    ) {
      return current;
    }
    current = current.parent;
  }
  return undefined;
}

/** The outermost function that stands around a node inside another function; `undefined` where none does. */
export function outermostFunction(
  node: ts.Node,
  home: ReturnType<typeof enclosingFunction>,
): ts.Node | undefined {
  let outermost: ts.Node | undefined;
  for (
    let fn = enclosingFunction(node);
    fn !== home;
    fn = enclosingFunction(fn)
  ) {
    if (fn === undefined) {
      return undefined;
    }
    outermost = fn;
  }
  return outermost;
}

/** Whether a node assigns to what stands on its left: `=`, `+=`, `??=` and the like. */
export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}

/** Whether a declaration carries a modifier such as `async` or `export`. */
export function hasModifier(
  node: ts.Node,
  kind: ts.ModifierSyntaxKind,
): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (node.modifiers?.some((modifier) => modifier.kind === kind) ?? false)
  );
}

/** Whether a function is a generator. */
export function isGenerator(node: ts.SignatureDeclaration): boolean {
  return 'asteriskToken' in node && node.asteriskToken !== undefined;
}

/** Whether only the class's own file can name a member: `#name`, or declared `private`. */
export function isPrivate(member: ts.ClassElement): boolean {
  return (
    (member.name !== undefined && ts.isPrivateIdentifier(member.name)) ||
    hasModifier(member, ts.SyntaxKind.PrivateKeyword)
  );
}

/** The access that a member's name belongs to: `this.name` for `name`, `this['name']` for the text. */
export function memberAccessOf(name: ts.Node): ts.Node {
  const { parent } = name;
  return (ts.isPropertyAccessExpression(parent) && parent.name === name) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === name)
    ? parent
    : name;
}

/** Whether a node is another one, or a part of it. */
export function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return (
    outer.pos <= node.pos &&
    node.end <= outer.end &&
    outer.getSourceFile() === node.getSourceFile()
  );
}

/** The names that a declaration binds: its own, or those in its pattern. */
export function boundNames(name: ts.BindingName): ts.Identifier[] {
  return ts.isIdentifier(name)
    ? [name]
    : name.elements.flatMap((element) =>
        ts.isBindingElement(element) ? boundNames(element.name) : [],
      );
}
