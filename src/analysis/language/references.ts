import ts from 'typescript';

/** A name in the text; the text in brackets, `this['name']`, names a member too. */
export type Name = ts.Identifier | ts.PrivateIdentifier | ts.StringLiteralLike;

/** Which identifiers a file has, by their text: syntax alone, so that it may outlive a program. */
const namesOfFiles = new WeakMap<ts.SourceFile, Map<string, Name[]>>();

function namesOf(file: ts.SourceFile): Map<string, Name[]> {
  const known = namesOfFiles.get(file);
  if (known !== undefined) {
    return known;
  }
  const names = new Map<string, Name[]>();
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (
      ts.isIdentifier(node) ||
      ts.isPrivateIdentifier(node) ||
      isBracketName(node)
    ) {
      const same = names.get(node.text);
      if (same === undefined) {
        names.set(node.text, [node]);
      } else {
        same.push(node);
      }
    } else {
      ts.forEachChild(node, (child) => {
        pending.push(child);
      });
    }
  }
  for (const same of names.values()) {
    same.sort((a, b) => a.pos - b.pos);
  }
  namesOfFiles.set(file, names);
  return names;
}

/** Whether an identifier is the name of what a declaration declares. */
export function isDeclarationName(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isBindingElement(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionLike(parent) ||
      ts.isClassLike(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isPropertySignature(parent)) &&
    parent.name === node
  );
}

function isBracketName(node: ts.Node): node is ts.StringLiteralLike {
  return (
    ts.isStringLiteralLike(node) &&
    ts.isElementAccessExpression(node.parent) &&
    node.parent.argumentExpression === node
  );
}

/** Whether a name stands where a pattern reads a property: `name` in `{ name }` and in `{ name: local }`. */
function isPatternKey(name: Name): boolean {
  const { parent } = name;
  return (
    ts.isBindingElement(parent) &&
    ts.isObjectBindingPattern(parent.parent) &&
    (parent.propertyName ?? parent.name) === name
  );
}

function isMemberName(name: Name): boolean {
  const { parent } = name;
  return (
    isBracketName(name) ||
    (ts.isPropertyAccessExpression(parent) && parent.name === name)
  );
}

/** The names of a file of one text, by what they stand for: asked of each name once. */
type Meanings = ReadonlyMap<ts.Symbol | ts.Declaration, readonly Name[]>;

const meaningsOf = new WeakMap<ts.TypeChecker, WeakMap<Name[], Meanings>>();

function meaningsIn(checker: ts.TypeChecker, names: Name[]): Meanings {
  const ofChecker = meaningsOf.get(checker) ?? new WeakMap<Name[], Meanings>();
  meaningsOf.set(checker, ofChecker);
  const known = ofChecker.get(names);
  if (known !== undefined) {
    return known;
  }
  const meanings = new Map<ts.Symbol | ts.Declaration, Name[]>();
  for (const name of names) {
    const symbol = meaningOf(checker, name);
    for (const meaning of [symbol, symbol?.valueDeclaration]) {
      if (meaning !== undefined) {
        const same = meanings.get(meaning) ?? [];
        same.push(name);
        meanings.set(meaning, same);
      }
    }
  }
  ofChecker.set(names, meanings);
  return meanings;
}

/** What a name refers to, and not declares. */
function meaningOf(checker: ts.TypeChecker, name: Name): ts.Symbol | undefined {
  if (isPatternKey(name)) {
    return propertyReadBy(checker, name);
  }
  return isDeclarationName(name) ? undefined : symbolOf(checker, name);
}

/** The property that an element of a pattern reads; `undefined` where the value's type does not say. */
function propertyReadBy(
  checker: ts.TypeChecker,
  key: Name,
): ts.Symbol | undefined {
  return checker.getPropertyOfType(
    checker.getTypeAtLocation(key.parent.parent),
    key.text,
  );
}

/**
 * The places of one file that name a symbol, in reading order and without its declarations. A member is
 * named by accesses (`this.name`, `this['name']`) and by patterns that read it (`const { name } = this`).
 */
export function referencesOf(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  file: ts.SourceFile,
): Name[] {
  const { valueDeclaration } = symbol;
  const isMember = (symbol.flags & ts.SymbolFlags.ClassMember) !== 0;
  const text = valueDeclaration && nameTextOf(valueDeclaration);
  const names = namesOf(file).get(text ?? symbol.name);
  if (names === undefined) {
    return [];
  }
  // A member that is seen through an instance type has a symbol of its own, with the same declaration.
  const meaning = isMember && valueDeclaration ? valueDeclaration : symbol;
  return (meaningsIn(checker, names).get(meaning) ?? []).filter(
    (name) => isMember || !isMemberName(name),
  );
}

/** The places of its own file that name what a name declares; see {@link referencesOf}. */
export function referencesTo(checker: ts.TypeChecker, name: ts.Node): Name[] {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol === undefined
    ? []
    : referencesOf(checker, symbol, name.getSourceFile());
}

/** The names in a declaration's own file that have the text of its name, whatever they stand for. */
export function namesIn(declaration: ts.Declaration): readonly Name[] {
  const names = namesOf(declaration.getSourceFile());
  return names.get(nameTextOf(declaration) ?? '') ?? [];
}

/** Whether a name stands for what a declaration declares. */
export function standsFor(
  checker: ts.TypeChecker,
  name: Name,
  declaration: ts.Declaration,
): boolean {
  return meaningOf(checker, name)?.valueDeclaration === declaration;
}

/**
 * Whether a file may read a member in a way that {@link referencesOf} does not see: through something of
 * type `any`.
 */
export function mayBeReadOtherwise(
  checker: ts.TypeChecker,
  { name }: ts.ClassElement,
): boolean {
  if (name === undefined || !ts.isIdentifier(name)) {
    // Nothing but `.#name` reads a private name.
    return false;
  }
  return (namesOf(name.getSourceFile()).get(name.text) ?? []).some((other) =>
    isPatternKey(other)
      ? propertyReadBy(checker, other) === undefined
      : isMemberName(other) && checker.getSymbolAtLocation(other) === undefined,
  );
}

function nameTextOf(declaration: ts.Declaration): string | undefined {
  const name = ts.getNameOfDeclaration(declaration);
  return (name as { text?: string } | undefined)?.text;
}

/** The variable, function or member that a name stands for, behind a shorthand or an export. */
function symbolOf(
  checker: ts.TypeChecker,
  name: ts.Node,
): ts.Symbol | undefined {
  const { parent } = name;
  if (ts.isShorthandPropertyAssignment(parent)) {
    return checker.getShorthandAssignmentValueSymbol(parent);
  }
  if (ts.isExportSpecifier(parent)) {
    return checker.getExportSpecifierLocalTargetSymbol(parent);
  }
  return checker.getSymbolAtLocation(name);
}

/** The symbol that an expression names, through imports and re-exports; `undefined` where it names none. */
export function namedSymbol(
  checker: ts.TypeChecker,
  node: ts.Node,
): ts.Symbol | undefined {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = symbolOf(checker, name);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

/** The variable that an expression names. */
export function variableNamed(
  checker: ts.TypeChecker,
  expression: ts.Expression,
): ts.VariableDeclaration | undefined {
  const declaration = ts.isIdentifier(expression)
    ? checker.getSymbolAtLocation(expression)?.valueDeclaration
    : undefined;
  return declaration !== undefined && ts.isVariableDeclaration(declaration)
    ? declaration
    : undefined;
}
