import ts from 'typescript';

import { perProgram } from './per-program.ts';
import { namedSymbol } from './references.ts';
import { hasModifier, isPrivate, unwrap } from './syntax.ts';

/** The classes of a file of which one extends another: syntax alone, so that it may outlive a program. */
const derivedOfFiles = new WeakMap<ts.SourceFile, ts.ClassLikeDeclaration[]>();

function derivedClassesOf(file: ts.SourceFile): ts.ClassLikeDeclaration[] {
  const known = derivedOfFiles.get(file);
  if (known !== undefined) {
    return known;
  }
  const found: ts.ClassLikeDeclaration[] = [];
  derivedOfFiles.set(file, found);
  // Most files have no such class, and a look at their text is cheaper.
  const pending: ts.Node[] = file.text.includes('extends') ? [file] : [];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isClassLike(node)) {
      found.push(node);
    }
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return found;
}

/** What a class extends. */
function baseOf(derived: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return derived.heritageClauses?.find(
    ({ token }) => token === ts.SyntaxKind.ExtendsKeyword,
  )?.types[0]?.expression;
}

/** The classes of a program's own files that extend each class directly. */
const subclassesOf = perProgram((program) => {
  const checker = program.getTypeChecker();
  const subclasses = new Map<ts.Node, ts.ClassLikeDeclaration[]>();
  for (const file of program.getSourceFiles()) {
    if (
      file.isDeclarationFile ||
      program.isSourceFileFromExternalLibrary(file)
    ) {
      continue;
    }
    for (const derived of derivedClassesOf(file)) {
      const base = classOf(checker, baseOf(derived));
      if (base !== undefined) {
        subclasses.set(base, [...(subclasses.get(base) ?? []), derived]);
      }
    }
  }
  return subclasses;
});

/** The class that a name stands for; `undefined` for what is no name, such as a mixin's call. */
function classOf(
  checker: ts.TypeChecker,
  expression: ts.Expression | undefined,
): ts.Node | undefined {
  const declaration =
    expression && namedSymbol(checker, unwrap(expression))?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration)
    ? declaration.initializer && unwrap(declaration.initializer)
    : declaration;
}

/** The members of subclasses that stand in for a class's own member, however far down. */
export function overridesOf(
  program: ts.Program,
  member: ts.Declaration,
): ts.ClassElement[] {
  if (
    !ts.isClassElement(member) ||
    !ts.isClassLike(member.parent) ||
    isPrivate(member) ||
    hasModifier(member, ts.SyntaxKind.StaticKeyword) ||
    !ts.isIdentifier(member.name ?? member)
  ) {
    return [];
  }
  const subclasses = subclassesOf(program);
  const { text } = member.name as ts.Identifier;
  // A set is iterated in the order in which it grows.
  const classes = new Set<ts.Node>([member.parent]);
  const found: ts.ClassElement[] = [];
  for (const base of classes) {
    for (const derived of subclasses.get(base) ?? []) {
      classes.add(derived);
      found.push(...derived.members.filter((other) => isNamed(other, text)));
    }
  }
  return found;
}

function isNamed(member: ts.ClassElement, text: string): boolean {
  return (
    member.name !== undefined &&
    ts.isIdentifier(member.name) &&
    member.name.text === text &&
    !hasModifier(member, ts.SyntaxKind.StaticKeyword) &&
    // An overload; its implementation stands beside it.
    (!ts.isMethodDeclaration(member) || member.body !== undefined)
  );
}
