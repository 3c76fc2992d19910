import ts from 'typescript';

import { referencesOf } from './references.ts';
import { accessedName, hasModifier, unwrap, wrapped } from './syntax.ts';

/** Methods of lists that ask a callback yes or no. */
const PREDICATE_METHODS: ReadonlySet<string> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
]);

/** Whether a method's name is that of one that asks a callback yes or no; the cheap question, asked before any type. */
export function isPredicateMethod(name: string): boolean {
  return PREDICATE_METHODS.has(name);
}

/** Methods of arrays and promises that call their first argument with what the receiver holds, and as which parameter. */
const ELEMENT_PARAMETER: ReadonlyMap<string, number> = new Map([
  ['every', 0],
  ['filter', 0],
  ['find', 0],
  ['findIndex', 0],
  ['findLast', 0],
  ['findLastIndex', 0],
  ['flatMap', 0],
  ['forEach', 0],
  ['map', 0],
  ['reduce', 1],
  ['reduceRight', 1],
  ['some', 0],
  ['then', 0],
]);

/** Whether a name is that of a method that calls its first argument with what the receiver holds. */
export function takesElements(method: string | undefined): boolean {
  return method !== undefined && ELEMENT_PARAMETER.has(method);
}

/** The array or promise that hands what it holds to a parameter of a callback written on the spot, that of `Array.from` too; `undefined` where the parameter gets none of it. */
export function receiverFor(
  parameter: ts.ParameterDeclaration,
): ts.Expression | undefined {
  return receiverOf(parameter.parent, positionOf(parameter));
}

/**
 * What a parameter is given everywhere: the arguments of all calls of its function, and the receivers of
 * the methods that call it as a callback by its name. `undefined` where not all uses of the function can
 * be seen or understood: one without a name, a method, an exported one, one that is handed on.
 */
export function givenTo(
  checker: ts.TypeChecker,
  parameter: ts.ParameterDeclaration,
): ts.Expression[] | undefined {
  const fn = parameter.parent;
  const name = localNameOf(fn);
  const symbol = name && checker.getSymbolAtLocation(name);
  if (symbol === undefined || parameter.dotDotDotToken !== undefined) {
    return undefined;
  }
  const position = positionOf(parameter);
  const given: ts.Expression[] = [];
  for (const reference of referencesOf(checker, symbol, fn.getSourceFile())) {
    const { parent } = reference;
    const value =
      ts.isCallExpression(parent) && parent.expression === reference
        ? parent.arguments[position]
        : receiverOf(reference, position);
    if (value === undefined || ts.isSpreadElement(value)) {
      return undefined;
    }
    given.push(value);
  }
  return given.length === 0 ? undefined : given;
}

function positionOf(parameter: ts.ParameterDeclaration): number {
  return parameter.parent.parameters.indexOf(parameter);
}

function receiverOf(
  callback: ts.Node,
  position: number,
): ts.Expression | undefined {
  const argument = wrapped(callback);
  const call = argument.parent;
  if (!ts.isCallExpression(call)) {
    return undefined;
  }
  const callee = unwrap(call.expression);
  if (call.arguments[1] === argument && callee.getText() === 'Array.from') {
    return position === 0 ? call.arguments[0] : undefined;
  }
  return call.arguments[0] === argument &&
    ELEMENT_PARAMETER.get(accessedName(callee) ?? '') === position
    ? (callee as ts.AccessExpression).expression
    : undefined;
}

/** The name of a function that only its own file can call by it. */
function localNameOf(fn: ts.SignatureDeclaration): ts.Identifier | undefined {
  if (ts.isFunctionDeclaration(fn)) {
    return hasModifier(fn, ts.SyntaxKind.ExportKeyword) ? undefined : fn.name;
  }
  const variable = wrapped(fn).parent;
  return (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) &&
    ts.isVariableDeclaration(variable) &&
    ts.isIdentifier(variable.name) &&
    (ts.getCombinedModifierFlags(variable) & ts.ModifierFlags.Export) === 0
    ? variable.name
    : undefined;
}
