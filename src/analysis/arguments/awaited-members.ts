import ts from 'typescript';

import {
  type CombinatorCall,
  recogniseCombinator,
} from '../language/combinators.ts';
import { isUnhandledAt } from '../time/late-handling.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { rejectionOf, rejectionOfElements } from '../rejections/sources.ts';
import { awaitsIn } from '../language/sequence.ts';
import { variableNamed } from '../language/references.ts';
import { enclosingFunction, unwrap } from '../language/syntax.ts';
import {
  elementTypeOf,
  isDefaultLibrarySymbol,
  isUnresolved,
  promisenessOf,
} from '../language/types.ts';

/**
 * An `await` that runs while a combinator's array is being made, and what it holds up. The elements of
 * an array literal are evaluated from left to right (ECMA-262, 13.2.4.1), and the combinator, which
 * handles the rejection of each member, is called when the last of them is there.
 */
export interface AwaitedMember {
  node: ts.AwaitExpression;
  /** Whether the awaited value is the member, or only goes into it: into `f(await x())`. */
  isMember: boolean;
  /** The first promise of a member before it, or of one started before the array, that runs by then and may reject, with nobody to handle that yet. */
  running: ts.Expression | undefined;
  /** The first promise of a member after it, which therefore starts later: only a member that is awaited itself makes others wait for no reason. */
  waiting: ts.Expression | undefined;
}

/** The array literal that a combinator is given, there or by the name of a variable of the same function; `undefined` for any other list. */
export function arrayOf(
  checker: ts.TypeChecker,
  { input, node }: CombinatorCall,
): ts.ArrayLiteralExpression | undefined {
  if (input.kind !== 'iterable') {
    return input.kind === 'tuple' ? input.array : undefined;
  }
  const variable = variableNamed(checker, input.expression);
  const value = variable?.initializer && unwrap(variable.initializer);
  return variable !== undefined &&
    value !== undefined &&
    ts.isArrayLiteralExpression(value) &&
    enclosingFunction(variable) === enclosingFunction(node)
    ? value
    : undefined;
}

/** Every `await` that runs while an array literal is being made, in the order in which they run. */
export function awaitedMembersOf(
  program: ts.Program,
  { elements }: ts.ArrayLiteralExpression,
): AwaitedMember[] {
  return elements.flatMap((element, index) => {
    const awaits = awaitsIn(element);
    if (awaits.length === 0) {
      return [];
    }
    const members = memberAwaitsOf(program, element);
    const running = elements
      .slice(0, index)
      .flatMap((other) => startedBy(program, other))
      .find((started) => mayRejectUnseen(program, started));
    const [waiting] = elements
      .slice(index + 1)
      .flatMap((other) => startedBy(program, other));
    return awaits
      .filter((node) => isPromiseAwaited(program, node))
      .map((node) => {
        const isMember = members.includes(node);
        return {
          node,
          isMember,
          running: running ?? namedRunning(program, elements, node),
          waiting: isMember ? waiting : undefined,
        };
      });
  });
}

/** The first member that only names a promise which is running while an `await` waits, and which nothing handles yet, wherever in the array it is named. */
function namedRunning(
  program: ts.Program,
  elements: readonly ts.Expression[],
  at: ts.AwaitExpression,
): ts.Expression | undefined {
  return elements
    .map((element) =>
      unwrap(ts.isSpreadElement(element) ? element.expression : element),
    )
    .find(
      (named) => ts.isIdentifier(named) && isUnhandledAt(program, named, at),
    );
}

/** The awaits whose value is the member: that of `x ? await a : b` and `a ?? await b` too, and of a spread list that `Promise.all` gave. */
export function memberAwaitsOf(
  program: ts.Program,
  element: ts.Expression,
): ts.AwaitExpression[] {
  const within = (inner: ts.Expression): ts.AwaitExpression[] =>
    memberAwaitsOf(program, inner);
  const node = unwrap(element);
  if (ts.isAwaitExpression(node)) {
    return [node];
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].flatMap(within);
  }
  if (ts.isSpreadElement(node)) {
    return awaitedListOf(program, node) === undefined
      ? []
      : within(node.expression);
  }
  return ts.isBinaryExpression(node) && isChoice(node.operatorToken.kind)
    ? within(node.right)
    : [];
}

/** The list of promises in `...(await Promise.all(list))`: its members could be members of the outer combinator. */
export function awaitedListOf(
  program: ts.Program,
  spread: ts.SpreadElement,
): ts.Expression | undefined {
  const node = unwrap(spread.expression);
  const inner = ts.isAwaitExpression(node)
    ? recogniseCombinator(program, unwrap(node.expression))
    : undefined;
  return inner?.method === 'all' ? inner.node.arguments[0] : undefined;
}

function isChoice(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.AmpersandAmpersandToken ||
    operator === ts.SyntaxKind.BarBarToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken
  );
}

/** Whether what is awaited may be pending: it is a promise by its type, or its type says nothing. */
function isPromiseAwaited(
  program: ts.Program,
  { expression }: ts.AwaitExpression,
): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(expression);
  return promisenessOf(checker, type, expression) !== 'never';
}

/** The promises that evaluating a member may start, or await once they are started; a promise that is only named runs already. */
function startedBy(
  program: ts.Program,
  member: ts.Expression,
): ts.Expression[] {
  const checker = program.getTypeChecker();
  const node = unwrap(member);
  if (ts.isAwaitExpression(node)) {
    // That it is awaited says that it is a promise, where its type does not.
    const operand = unwrap(node.expression);
    return (ts.isCallExpression(operand) || ts.isNewExpression(operand)) &&
      isPromiseAwaited(program, node)
      ? [node]
      : [];
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].flatMap((branch) =>
      startedBy(program, branch),
    );
  }
  if (ts.isBinaryExpression(node) && isChoice(node.operatorToken.kind)) {
    return startedBy(program, node.right);
  }
  if (ts.isSpreadElement(node)) {
    const awaited = awaitedListOf(program, node);
    if (awaited !== undefined) {
      return startsElements(program, awaited) ? [unwrap(node.expression)] : [];
    }
    return startsElements(program, node.expression) ? [node] : [];
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) {
    return [];
  }
  const type = checker.getTypeAtLocation(node);
  const method = promiseMethodOf(program, node)?.kind;
  return method !== 'resolve' &&
    method !== 'reject' &&
    (promisenessOf(checker, type, node) === 'some' || isUnresolved(type))
    ? [node]
    : [];
}

/** Whether evaluating a list starts promises that are its elements; those of a list that is only named run already. */
function startsElements(program: ts.Program, list: ts.Expression): boolean {
  const checker = program.getTypeChecker();
  const node = unwrap(list);
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.some(
      (element) => startedBy(program, element).length > 0,
    );
  }
  const element = elementTypeOf(checker, checker.getTypeAtLocation(node));
  return (
    ts.isCallExpression(node) &&
    element !== undefined &&
    promisenessOf(checker, element, node) === 'some'
  );
}

/** Whether a started promise is one of the language (others may be lazy, and start when they are awaited) and may reject. */
function mayRejectUnseen(program: ts.Program, started: ts.Expression): boolean {
  const checker = program.getTypeChecker();
  if (ts.isAwaitExpression(started)) {
    return false;
  }
  if (ts.isSpreadElement(started)) {
    const list = started.expression;
    const type = elementTypeOf(checker, checker.getTypeAtLocation(list));
    return (
      isNativePromise(program, type) &&
      rejectionOfElements(program, list).kind === 'may'
    );
  }
  return (
    isNativePromise(program, checker.getTypeAtLocation(started)) &&
    rejectionOf(program, started).kind === 'may'
  );
}

function isNativePromise(
  program: ts.Program,
  type: ts.Type | undefined,
): boolean {
  const parts = type?.isUnion() === true ? type.types : [type];
  return parts.some((part) =>
    isDefaultLibrarySymbol(program, part?.getSymbol()),
  );
}
