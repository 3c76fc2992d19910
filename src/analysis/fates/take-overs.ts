import ts from 'typescript';

import { accessedName, unwrap } from '../language/syntax.ts';

/**
 * Names a function or method, as typescript-eslint's specifiers of types and values do: a bare name
 * wherever it comes from, or one of a file of the project, of TypeScript's library, or of a package.
 */
export type FunctionSpecifier =
  | string
  | { from: 'file'; name: string | readonly string[]; path?: string }
  | { from: 'lib'; name: string | readonly string[] }
  | { from: 'package'; name: string | readonly string[]; package: string };

/**
 * Whether a call is of one of the functions that the specifiers name. A method is named by its own
 * name or with what it is called on, `waitUntil` or `event.waitUntil`.
 */
export function isCallOf(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
  specifiers: readonly FunctionSpecifier[],
): boolean {
  const names = namesOf(unwrap(call.expression));
  return specifiers.some((specifier) => {
    const wanted = typeof specifier === 'string' ? specifier : specifier.name;
    return (
      names.some((name) =>
        typeof wanted === 'string' ? name === wanted : wanted.includes(name),
      ) &&
      (typeof specifier === 'string' ||
        isFrom(program, unwrap(call.expression), specifier))
    );
  });
}

function namesOf(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) {
    return [callee.text];
  }
  const name = accessedName(callee);
  if (name === undefined) {
    return [];
  }
  const owner = unwrap((callee as ts.AccessExpression).expression);
  const ownerNames =
    owner.kind === ts.SyntaxKind.ThisKeyword ? ['this'] : namesOf(owner);
  return [name, ...ownerNames.map((ownerName) => `${ownerName}.${name}`)];
}

function isFrom(
  program: ts.Program,
  callee: ts.Expression,
  specifier: Exclude<FunctionSpecifier, string>,
): boolean {
  const declarations = declarationsOf(program.getTypeChecker(), callee);
  const files = declarations
    .filter((declaration) => !isImport(declaration))
    .map((declaration) => declaration.getSourceFile());
  switch (specifier.from) {
    case 'file':
      return files.some(
        (file) =>
          !program.isSourceFileFromExternalLibrary(file) &&
          !program.isSourceFileDefaultLibrary(file) &&
          (specifier.path === undefined ||
            `/${file.fileName}`.endsWith(
              `/${specifier.path.replace(/^(?:\.?\/)+/u, '')}`,
            )),
      );
    case 'lib':
      return files.some((file) => program.isSourceFileDefaultLibrary(file));
    case 'package':
      return declarations.some((declaration) =>
        isOfPackage(declaration, specifier.package),
      );
  }
}

/** What a callee is declared by: the import that names it, or names what it is called on, and the declarations behind it. */
function declarationsOf(
  checker: ts.TypeChecker,
  callee: ts.Expression,
): ts.Declaration[] {
  const found: ts.Declaration[] = [];
  const add = (node: ts.Expression): void => {
    const symbol = checker.getSymbolAtLocation(
      ts.isPropertyAccessExpression(node)
        ? node.name
        : ts.isElementAccessExpression(node)
          ? node.argumentExpression
          : node,
    );
    found.push(...(symbol?.declarations ?? []));
    if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias) {
      found.push(...(checker.getAliasedSymbol(symbol).declarations ?? []));
    }
  };
  add(callee);
  // A method whose type cannot be resolved is of the package that its owner is imported from.
  let owner = callee;
  while (
    ts.isPropertyAccessExpression(owner) ||
    ts.isElementAccessExpression(owner)
  ) {
    owner = unwrap(owner.expression);
  }
  const { declarations = [] } = checker.getSymbolAtLocation(owner) ?? {};
  return [...found, ...declarations.filter(isImport)];
}

function isImport(declaration: ts.Declaration): boolean {
  return importOf(declaration) !== undefined;
}

function importOf(declaration: ts.Node): ts.ImportDeclaration | undefined {
  let node = declaration;
  while (
    ts.isImportSpecifier(node) ||
    ts.isNamedImports(node) ||
    ts.isNamespaceImport(node) ||
    ts.isImportClause(node)
  ) {
    node = node.parent;
  }
  return ts.isImportDeclaration(node) ? node : undefined;
}

function isOfPackage(declaration: ts.Declaration, name: string): boolean {
  const specifier = importOf(declaration)?.moduleSpecifier;
  if (specifier !== undefined) {
    const text = (specifier as ts.StringLiteral).text;
    return text === name || text.startsWith(`${name}/`);
  }
  const types = name.replace(/^@(.+)\/(.+)$/u, '$1__$2');
  const { fileName } = declaration.getSourceFile();
  return (
    fileName.includes(`/node_modules/${name}/`) ||
    fileName.includes(`/node_modules/@types/${types}/`) ||
    isInModule(declaration, name)
  );
}

/** Whether a declaration stands in `declare module 'name'`. */
function isInModule(declaration: ts.Node, name: string): boolean {
  let node = declaration;
  while (!ts.isSourceFile(node)) {
    if (ts.isModuleDeclaration(node) && node.name.text === name) {
      return true;
    }
    node = node.parent;
  }
  return false;
}
