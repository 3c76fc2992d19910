import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { namedSymbol } from '../language/references.ts';
import { isWrapper, wrapped } from '../language/syntax.ts';
import { isDefaultLibrarySymbol, isUnresolved } from '../language/types.ts';

// Where the type of a place says that nobody looks at what a function returns: it is only `void`.

/**
 * Whether the type of a parameter ignores what the function returns that is given for it, in every overload of the
 * callee that would take the function.
 */
export function isIgnoredArgument(
  checker: ts.TypeChecker,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): boolean {
  const argument = call.arguments?.[index];
  if (argument === undefined || !ignoresResult(checker, argument)) {
    return false;
  }
  const callee = checker.getTypeAtLocation(call.expression);
  const overloads = ts.isNewExpression(call)
    ? callee.getConstructSignatures()
    : callee.getCallSignatures();
  const given = checker.getTypeAtLocation(argument);
  return overloads.every((overload) => {
    const parameter = overload.parameters[index] ?? overload.parameters.at(-1);
    if (parameter === undefined) {
      return true;
    }
    const type = checker.getTypeOfSymbolAtLocation(parameter, argument);
    return unionConstituents(checker.getNonNullableType(type)).every(
      (part) =>
        !checker.isTypeAssignableTo(given, part) ||
        part
          .getCallSignatures()
          .every((signature) => isIgnored(signature.getReturnType())),
    );
  });
}

/**
 * Whether the place where a function stands is typed to ignore what the function returns: every
 * signature that is expected there returns only `void`. `false` where nothing is known.
 */
export function ignoresResult(
  checker: ts.TypeChecker,
  fn: ts.Expression,
): boolean {
  const type = checker.getContextualType(fn);
  if (type === undefined || isUnresolved(type)) {
    return isEventAttribute(fn);
  }
  if (isOnlyChecked(fn)) {
    return false;
  }
  return areIgnored(
    unionConstituents(type).flatMap((part) => [...part.getCallSignatures()]),
  );
}

/** Whether a type is only checked against, by `satisfies` around a literal: the member keeps its own type. */
function isOnlyChecked(value: ts.Node): boolean {
  let node = value;
  while (
    isWrapper(node.parent) ||
    ts.isPropertyAssignment(node.parent) ||
    ts.isObjectLiteralExpression(node.parent)
  ) {
    if (ts.isSatisfiesExpression(node.parent)) {
      return true;
    }
    node = node.parent;
  }
  return false;
}

/** `onClick={…}` of an element of the DOM whose attributes cannot be resolved. */
function isEventAttribute(fn: ts.Expression): boolean {
  const { parent } = wrapped(fn);
  return (
    ts.isJsxExpression(parent) &&
    ts.isJsxAttribute(parent.parent) &&
    /^on[A-Z]/u.test(parent.parent.name.getText()) &&
    /^[a-z][a-z0-9]*$/u.test(parent.parent.parent.parent.tagName.getText())
  );
}

/** Whether a symbol is an event handler of the DOM's kind, `target.onmessage`: what it returns is never awaited, although it is declared as `any`. */
export function isEventHandler(
  program: ts.Program,
  symbol: ts.Symbol | undefined,
): boolean {
  return (
    symbol !== undefined &&
    /^on[a-z]+$/u.test(symbol.name) &&
    isDefaultLibrarySymbol(program, symbol)
  );
}

/** Whether a method of an object literal stands for a member that is typed to ignore the result. */
export function isIgnoredMember(
  checker: ts.TypeChecker,
  method: ts.MethodDeclaration,
): boolean {
  const expected = checker.getContextualType(
    method.parent as ts.ObjectLiteralExpression,
  );
  const name = namedSymbol(checker, method.name)?.name;
  if (
    expected === undefined ||
    name === undefined ||
    isOnlyChecked(method.parent)
  ) {
    return false;
  }
  const properties = unionConstituents(checker.getNonNullableType(expected))
    .flatMap((part) => checker.getPropertyOfType(part, name) ?? [])
    .filter((property) => property.valueDeclaration !== method);
  return areIgnored(
    properties.flatMap((property) => signaturesOf(checker, property, method)),
  );
}

function areIgnored(signatures: readonly ts.Signature[]): boolean {
  return (
    signatures.length > 0 &&
    signatures.every((signature) => isIgnored(signature.getReturnType()))
  );
}

function isIgnored(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Void) !== 0;
}

/**
 * Whether a class member implements a member of a base class or interface that is typed to ignore
 * the result: what calls it through that type does not look at a promise.
 */
export function implementsIgnoredMember(
  checker: ts.TypeChecker,
  member: ts.MethodDeclaration | ts.PropertyDeclaration,
): boolean {
  const symbol = namedSymbol(checker, member.name);
  const { heritageClauses = [] } = member.parent as ts.ClassLikeDeclaration;
  const bases = heritageClauses.flatMap((clause) => [...clause.types]);
  return bases.some((base) => {
    const inherited = checker.getPropertyOfType(
      checker.getTypeAtLocation(base),
      symbol?.name ?? '',
    );
    return (
      inherited !== undefined &&
      areIgnored(signaturesOf(checker, inherited, member))
    );
  });
}

function signaturesOf(
  checker: ts.TypeChecker,
  member: ts.Symbol,
  at: ts.Node,
): ts.Signature[] {
  const type = checker.getTypeOfSymbolAtLocation(member, at);
  return unionConstituents(checker.getNonNullableType(type)).flatMap((part) => [
    ...part.getCallSignatures(),
  ]);
}
