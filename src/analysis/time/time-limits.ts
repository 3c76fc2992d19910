import ts from 'typescript';

import { namedSymbol, referencesOf } from '../language/references.ts';
import { type Resource, resourceOf } from './resources.ts';
import { unwrap, wrapped } from '../language/syntax.ts';

/** What a timer aborts when it fires: whoever works under its signal has no limit once the timer is cleared. */
export function limitedBy(
  program: ts.Program,
  timer: ts.Expression,
): Resource[] {
  const checker = program.getTypeChecker();
  const symbol = namedSymbol(checker, unwrap(timer));
  const declaration = symbol?.valueDeclaration;
  if (
    symbol === undefined ||
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration)
  ) {
    return [];
  }
  const values = [
    declaration.initializer,
    ...referencesOf(checker, symbol, declaration.getSourceFile()).map(
      (name) => {
        const use = wrapped(name).parent;
        return ts.isBinaryExpression(use) && use.left === wrapped(name)
          ? use.right
          : undefined;
      },
    ),
  ];
  return values.flatMap((value) => {
    const call = value && unwrap(value);
    const callback =
      call !== undefined &&
      ts.isCallExpression(call) &&
      /(?:^|\.)setTimeout$/u.test(call.expression.getText())
        ? call.arguments[0]
        : undefined;
    return callback === undefined ? [] : abortedIn(program, callback);
  });
}

/** The controllers that a piece of code aborts, in its callbacks too. */
export function abortedIn(program: ts.Program, code: ts.Node): Resource[] {
  const found: Resource[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'abort' &&
      isAbort(program.getTypeChecker(), node)
    ) {
      const resource = resourceOf(program.getTypeChecker(), node.expression);
      if (resource !== undefined) {
        found.push(resource);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return found;
}

/** Whether an `abort` is that of an `AbortController`, of the DOM's library or of Node's. */
function isAbort(checker: ts.TypeChecker, node: ts.Node): boolean {
  return (
    namedSymbol(checker, node)?.declarations?.some(
      ({ parent }) =>
        ts.isInterfaceDeclaration(parent) &&
        parent.name.text === 'AbortController',
    ) ?? false
  );
}
