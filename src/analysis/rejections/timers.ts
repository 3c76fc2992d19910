import ts from 'typescript';

import { accessedName, unwrap } from '../language/syntax.ts';

/**
 * Whether a call whose body cannot be seen is a promisified timer, which only ever fulfils: Node's
 * `timers/promises`, `promisify(setTimeout)`, or a delay by its usual name. With options it can be aborted.
 */
export function isTimer(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
): boolean {
  const callee = unwrap(call.expression);
  const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
  if (name === 'sleep' || name === 'delay') {
    return call.arguments.length < 2;
  }
  return isOfTimersPromises(checker, call) && !takesOptions(checker, call);
}

/**
 * Whether a call is of Node's `timers/promises`, or of what `promisify(setTimeout)` gives. With a signal it
 * rejects too, but only when the code aborts it.
 */
export function isOfTimersPromises(
  checker: ts.TypeChecker,
  call: ts.CallExpression | ts.NewExpression,
): boolean {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  return (
    declaration !== undefined &&
    /(?:^|\/)timers\/promises(?:\.d\.ts)?$/u.test(moduleOf(declaration))
  );
}

function takesOptions(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
): boolean {
  const parameters = checker.getResolvedSignature(call)?.parameters ?? [];
  return parameters
    .slice(0, call.arguments.length)
    .some(({ name }) => name === 'options');
}

function moduleOf(declaration: ts.Node): string {
  let node = declaration;
  while (!ts.isSourceFile(node)) {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) {
      return node.name.text;
    }
    node = node.parent;
  }
  return node.fileName;
}
