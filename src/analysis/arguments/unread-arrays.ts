import ts from 'typescript';

import { callbackResultOf } from '../fates/callbacks.ts';
import { areLeftToThemselves, isLeftToItself } from './handled-promises.ts';
import { elementKindOf, mapCallbackOf, memberKindOf } from './member-kinds.ts';
import { keepsPromises } from './dropped-promises.ts';
import { nameWriteAt } from '../language/name-writes.ts';
import { referencesTo } from '../language/references.ts';
import { unwrap, wrapped } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/**
 * Whether a variable holds an array of promises that nothing reads: nobody names it again, except to put more into it
 * or to count them, and a promise that goes in is made on the spot, so that it has no other name. Those that are only
 * counted may be left to themselves, where they cannot reject. `false` where that is not known.
 */
export function isUnreadArray(
  program: ts.Program,
  declaration: ts.VariableDeclaration,
): boolean {
  const { initializer, name } = declaration;
  const made = initializer && unwrap(initializer);
  if (
    made === undefined ||
    !ts.isIdentifier(name) ||
    !isNewArray(made) ||
    (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0
  ) {
    return false;
  }
  const references = referencesTo(program.getTypeChecker(), name);
  const others = references.filter((reference) => !isCountedAt(reference));
  const filled = others.map((reference) => filledAt(program, reference));
  const isCounted = others.length < references.length;
  return (
    !filled.includes(undefined) &&
    (isMapToPromises(program, made, isCounted) ||
      [
        ...(ts.isArrayLiteralExpression(made) ? made.elements : []),
        ...filled.flatMap((values) => values ?? []),
      ].some((value) => makesPromise(program, value, isCounted)))
  );
}

/** Whether only the length of an array is read where its name stands. */
function isCountedAt(reference: ts.Node): boolean {
  const use = useOf(reference);
  return (
    use.kind === 'accessed' &&
    use.name === 'length' &&
    nameWriteAt(use.node) === undefined
  );
}

/** Whether an expression makes an array that has no other name: `[…]`, `new Array()`, `xs.map(…)`. */
function isNewArray(node: ts.Expression): boolean {
  return (
    ts.isArrayLiteralExpression(node) ||
    mapCallbackOf(node) !== undefined ||
    ((ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'Array')
  );
}

/** Whether an expression makes an array of promises, one for each element of a list; `mustReject` leaves out those that may be left to themselves. */
function isMapToPromises(
  program: ts.Program,
  node: ts.Expression,
  mustReject: boolean,
): boolean {
  const callback = mapCallbackOf(node);
  const checker = program.getTypeChecker();
  return (
    callback !== undefined &&
    checker.isArrayType(checker.getTypeAtLocation(node)) &&
    elementKindOf(program, node) === 'promise' &&
    !(mustReject && areLeftToThemselves(program, node, callback)) &&
    !keepsPromises(program, callback)
  );
}

/** Whether a value that goes into an array is a promise which is made there; of a spread list, its elements. */
function makesPromise(
  program: ts.Program,
  value: ts.Expression,
  mustReject: boolean,
): boolean {
  const node = unwrap(value);
  return ts.isSpreadElement(node)
    ? isMapToPromises(program, unwrap(node.expression), mustReject)
    : (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
        memberKindOf(program, node) === 'promise' &&
        !(mustReject && isLeftToItself(program, node));
}

/** What is put into an array where its name stands, in `name.push(…)` or `name[index] = …` whose value nobody takes; `undefined` for any other mention. */
function filledAt(
  program: ts.Program,
  reference: ts.Node,
): readonly ts.Expression[] | undefined {
  const use = useOf(reference);
  if (use.kind !== 'accessed') {
    return undefined;
  }
  const called = useOf(use.node);
  if (called.kind === 'called') {
    return use.name === 'push' && isIgnored(program, called.node)
      ? called.node.arguments
      : undefined;
  }
  const { parent } = wrapped(use.node);
  return ts.isElementAccessExpression(use.node) &&
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    unwrap(parent.left) === use.node &&
    isIgnored(program, parent)
    ? [parent.right]
    : undefined;
}

/** Whether nobody takes the value of an expression: it is a statement, or what a callback returns that is only run. */
function isIgnored(program: ts.Program, node: ts.Expression): boolean {
  const use = useOf(node);
  switch (use.kind) {
    case 'discarded':
      return true;
    case 'passed':
      return isIgnored(program, use.to);
    case 'returned': {
      const given = useOf(use.from);
      return (
        given.kind === 'argument' &&
        callbackResultOf(program, given.of, given.index).kind === 'dropped'
      );
    }
    default:
      return false;
  }
}
