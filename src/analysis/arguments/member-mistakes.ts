import ts from 'typescript';

import { arrayOf, memberAwaitsOf } from './awaited-members.ts';
import { awaitedPushesOf } from './awaited-pushes.ts';
import {
  type CallbackMistake,
  callbackMistakesOf,
} from './callback-mistakes.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { yieldsEntries } from './entries.ts';
import { listsOf } from './lists.ts';
import { elementKindOf, mapCallbackOf, memberKindOf } from './member-kinds.ts';
import { isFunctionWithBody, unwrap } from '../language/syntax.ts';
import { isUnresolved } from '../language/types.ts';
import { asyncPredicateOf, isDroppedArray } from './uncombined-promises.ts';
import type { MemberKind } from './type-kinds.ts';
import { isResultDiscarded } from '../language/uses.ts';

/** What is wrong with a member of a combinator's input, or with the callback that makes each of them. */
export type MemberMistake =
  | {
      kind:
        | 'uncalledFunction'
        | 'nestedPromises'
        | 'entries'
        | 'nothingToWaitFor'
        | 'immediateWinner';
      at: ts.Node;
    }
  | CallbackMistake;

/** A member of an array literal, or a collection whose every element is one. */
interface Member {
  node: ts.Expression;
  kind: MemberKind;
  collection?: ts.Expression;
}

/** The mistakes in a combinator's members; none where nothing is proven of them. */
export function memberMistakesOf(
  program: ts.Program,
  call: CombinatorCall,
): MemberMistake[] {
  const { input, method, node } = call;
  const members = membersOf(program, input);
  const mistakes = members.flatMap((member) => [
    ...(member.collection === undefined
      ? []
      : listsOf(program.getTypeChecker(), member.collection).flatMap((list) =>
          callbackMistakesOf(program, list, isResultDiscarded(node)),
        )),
    ...mistakesOfKind(program, member),
  ]);
  if (mistakes.length > 0) {
    return mistakes;
  }
  if (members.length > 0 && members.every(({ kind }) => kind === 'plain')) {
    return isAwaitedBefore(program, call) ||
      members.some((member) => isToldWithin(program, member))
      ? []
      : [{ kind: 'nothingToWaitFor', at: node }];
  }
  const winner = method === 'race' ? winnerOf(members) : undefined;
  return winner === undefined ? [] : [{ kind: 'immediateWinner', at: winner }];
}

/** Whether the members are values because each is awaited on its way in, which is the mistake then. */
function isAwaitedBefore(program: ts.Program, call: CombinatorCall): boolean {
  const members = arrayOf(program.getTypeChecker(), call)?.elements ?? [];
  return (
    awaitedPushesOf(program, call).length > 0 ||
    members.some((member) => memberAwaitsOf(program, member).length > 0)
  );
}

/** Whether a member shows by itself why it is no promise, which is a mistake of its own: an async predicate, or an array of promises that the callback drops. */
function isToldWithin(
  program: ts.Program,
  { collection, node }: Member,
): boolean {
  const made = unwrap(collection ?? node);
  const callback = mapCallbackOf(made);
  return (
    asyncPredicateOf(program, made) !== undefined ||
    (callback !== undefined && dropsArray(program, unwrap(callback)))
  );
}

function dropsArray(program: ts.Program, node: ts.Node): boolean {
  return (
    (ts.isCallExpression(node) && isDroppedArray(program, node)) ||
    (ts.forEachChild(node, (child) => dropsArray(program, child)) ?? false)
  );
}

function membersOf(
  program: ts.Program,
  input: CombinatorCall['input'],
): Member[] {
  const collectionAt = (
    node: ts.Expression,
    collection: ts.Expression,
  ): Member => ({ node, collection, kind: elementKindOf(program, collection) });
  switch (input.kind) {
    case 'tuple':
      return input.array.elements.map((element) =>
        ts.isSpreadElement(element)
          ? collectionAt(element, element.expression)
          : {
              node: element,
              kind: isArrayOfSiblings(program, element, input.array)
                ? 'promises'
                : memberKindOf(program, element),
            },
      );
    case 'iterable':
      return [collectionAt(input.expression, input.expression)];
    case 'unknown':
      return [];
  }
}

/**
 * Whether a member is a list of what another member is one of: `[create(x), xs.map((x) => create(x))]`. Where
 * the type of the call cannot be resolved, its author says by the one that it makes a promise.
 */
function isArrayOfSiblings(
  program: ts.Program,
  element: ts.Expression,
  { elements }: ts.ArrayLiteralExpression,
): boolean {
  const checker = program.getTypeChecker();
  const node = unwrap(element);
  const callback = mapCallbackOf(node);
  const fn = callback && unwrap(callback);
  if (
    fn === undefined ||
    !isFunctionWithBody(fn) ||
    ts.isBlock(fn.body) ||
    !checker.isArrayType(checker.getTypeAtLocation(node))
  ) {
    return false;
  }
  const callee = unresolvedCallee(program, fn.body);
  return (
    callee !== undefined &&
    elements.some((sibling) => unresolvedCallee(program, sibling) === callee)
  );
}

/** The text of what a call calls whose type cannot be resolved. */
function unresolvedCallee(
  program: ts.Program,
  expression: ts.Expression,
): string | undefined {
  const node = unwrap(expression);
  return ts.isCallExpression(node) &&
    isUnresolved(program.getTypeChecker().getTypeAtLocation(node))
    ? node.expression.getText()
    : undefined;
}

function mistakesOfKind(program: ts.Program, member: Member): MemberMistake[] {
  const { collection, node } = member;
  if (
    collection !== undefined &&
    collection !== node &&
    yieldsEntries(program, collection)
  ) {
    return [{ kind: 'entries', at: collection }];
  }
  switch (member.kind) {
    case 'function':
      return [{ kind: 'uncalledFunction', at: madeBy(member) }];
    case 'promises':
      return [{ kind: 'nestedPromises', at: madeBy(member) }];
    default:
      return [];
  }
}

/** What shows the mistake in an element: the one expression that an inline callback of `map` returns, else the member. */
function madeBy({ collection, node }: Member): ts.Node {
  const callback = collection && mapCallbackOf(unwrap(collection));
  const fn = callback && unwrap(callback);
  if (fn === undefined || !isFunctionWithBody(fn)) {
    return node;
  }
  if (!ts.isBlock(fn.body)) {
    return fn.body;
  }
  const [only, ...others] = returnsIn(fn.body);
  return others.length === 0 ? (only?.expression ?? node) : node;
}

function returnsIn(node: ts.Node): ts.ReturnStatement[] {
  if (ts.isReturnStatement(node)) {
    return [node];
  }
  const found: ts.ReturnStatement[] = [];
  if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) {
    ts.forEachChild(node, (child) => {
      found.push(...returnsIn(child));
    });
  }
  return found;
}

/**
 * The plain member that wins a race. Of a plain value behind promises that have long been started, an
 * earlier one of these may have settled: `Promise.race([pending, 'not yet'])` asks whether it has.
 */
function winnerOf(members: readonly Member[]): ts.Node | undefined {
  const index = members.findIndex(
    ({ collection, kind }) => kind === 'plain' && collection === undefined,
  );
  const isRaced = members.some(({ kind }) => kind === 'promise');
  const asksWhetherSettled =
    index === members.length - 1 &&
    members.slice(0, index).every(({ node }) => isStored(node));
  return index === -1 || !isRaced || asksWhetherSettled
    ? undefined
    : members[index]?.node;
}

function isStored(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return (
    ts.isSpreadElement(inner) ||
    ts.isIdentifier(inner) ||
    ts.isPropertyAccessExpression(inner) ||
    ts.isElementAccessExpression(inner)
  );
}
