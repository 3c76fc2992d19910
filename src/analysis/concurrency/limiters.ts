import ts from 'typescript';

import { perProgram } from '../language/per-program.ts';
import { accessedName, unwrap } from '../language/syntax.ts';

/** Packages that limit how many tasks run at once, or make few of many. */
const PACKAGES: ReadonlySet<string> = new Set([
  '@supercharge/promise-pool',
  'async',
  'async-mutex',
  'async-sema',
  'bottleneck',
  'dataloader',
  'limiter',
  'p-all',
  'p-limit',
  'p-map',
  'p-queue',
  'p-ratelimit',
  'p-throttle',
  'throat',
  'tiny-async-pool',
]);

/** What people call a thing that lets only so many in at once: `limit`, `this.queue`, `dbPool`, `withLock`. */
const LIMITER =
  /(?:bottleneck|concurren|exclusive|limit|lock|mutex|pool|queue|schedul|sema|semaphore|throttl)(?:e[dr]|ing|er|s)?$/iu;

/** How many calls that make what is called are looked through. */
const FOLLOWED = 8;

/** The limiters that a user names: functions, methods, objects or packages. */
export type LimiterNames = ReadonlySet<string>;

/** Whether a call hands its task to something that limits how many run at once, by its name, that of its object, or the package that made it. */
export function isLimited(
  program: ts.Program,
  call: ts.CallExpression,
  named: LimiterNames,
): boolean {
  return namesIn(call.expression).some(
    (name) =>
      LIMITER.test(name.text) ||
      named.has(name.text) ||
      isFromLimiter(program, name, named),
  );
}

/** The names in what a call calls: `a`, `b` and `c` of `a.b().c`. */
function namesIn(
  callee: ts.Expression,
): (ts.Identifier | ts.PrivateIdentifier)[] {
  const names: (ts.Identifier | ts.PrivateIdentifier)[] = [];
  let node = unwrap(callee);
  while (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) {
    if (ts.isPropertyAccessExpression(node)) {
      names.push(node.name);
    }
    node = unwrap(node.expression);
  }
  return ts.isIdentifier(node) ? [...names, node] : names;
}

/** Whether a name is that of what a limiter's package exports, made with it, or declared to be of a type of it. */
function isFromLimiter(
  program: ts.Program,
  name: ts.Node,
  named: LimiterNames,
  left = FOLLOWED,
): boolean {
  const declaration = program.getTypeChecker().getSymbolAtLocation(name)
    ?.declarations?.[0];
  if (declaration === undefined || left === 0) {
    return false;
  }
  const text = importedFrom(declaration);
  return (
    (text !== undefined && (PACKAGES.has(text) || named.has(text))) ||
    madeWith(declaration).some((maker) =>
      isFromLimiter(program, maker, named, left - 1),
    )
  );
}

/** The names of what makes the value of a variable or a field, and of its declared type. */
function madeWith(declaration: ts.Declaration): ts.Node[] {
  if (
    !ts.isVariableDeclaration(declaration) &&
    !ts.isPropertyDeclaration(declaration) &&
    !ts.isPropertySignature(declaration) &&
    !ts.isParameter(declaration)
  ) {
    return [];
  }
  const { type } = declaration;
  const made =
    !ts.isPropertySignature(declaration) && declaration.initializer
      ? unwrap(declaration.initializer)
      : undefined;
  return [
    ...(type !== undefined && ts.isTypeReferenceNode(type)
      ? [type.typeName]
      : []),
    ...(made !== undefined &&
    (ts.isCallExpression(made) || ts.isNewExpression(made))
      ? namesIn(made.expression)
      : []),
  ];
}

/** The module that a name is imported from. */
function importedFrom(declaration: ts.Node): string | undefined {
  let node = declaration;
  while (!ts.isSourceFile(node)) {
    if (ts.isImportDeclaration(node)) {
      return ts.isStringLiteral(node.moduleSpecifier)
        ? node.moduleSpecifier.text
        : undefined;
    }
    if (ts.isStatement(node)) {
      return undefined;
    }
    node = node.parent;
  }
  return undefined;
}

const importedModules = perProgram(
  (program): ReadonlySet<string> =>
    new Set(
      program
        .getSourceFiles()
        .filter((file) => !file.isDeclarationFile)
        .flatMap((file) => file.statements)
        .filter(ts.isImportDeclaration)
        .flatMap(({ moduleSpecifier }) =>
          ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [],
        ),
    ),
);

/** Whether the program's own code imports a package: then the project depends on it. */
export function dependsOn(program: ts.Program, name: string): boolean {
  return importedModules(program).has(name);
}

/** The name under which a file imports what a package exports by default. */
export function defaultImportOf(
  file: ts.SourceFile,
  name: string,
): string | undefined {
  return file.statements
    .filter(ts.isImportDeclaration)
    .find(
      ({ moduleSpecifier }) =>
        ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === name,
    )?.importClause?.name?.text;
}

/** The variable of a file's top level that `p-limit` made, declared by a name. */
export function limitOf(
  file: ts.SourceFile,
): (ts.VariableDeclaration & { name: ts.Identifier }) | undefined {
  const maker = defaultImportOf(file, 'p-limit');
  return file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter(isNamed)
    .find(({ initializer }) => {
      const made = initializer && unwrap(initializer);
      return (
        maker !== undefined &&
        made !== undefined &&
        ts.isCallExpression(made) &&
        ts.isIdentifier(made.expression) &&
        made.expression.text === maker
      );
    });
}

function isNamed(
  variable: ts.VariableDeclaration,
): variable is ts.VariableDeclaration & { name: ts.Identifier } {
  return ts.isIdentifier(variable.name);
}

/** The name that a call calls, of a function or a method. */
export function nameOfCallee(callee: ts.Expression): string | undefined {
  const node = unwrap(callee);
  return ts.isIdentifier(node) ? node.text : accessedName(node);
}
