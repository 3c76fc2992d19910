import ts from 'typescript';

import { functionsOf } from './callees.ts';
import type { CombinatorCall } from './combinators.ts';
import { droppedPromisesIn, waitsForNothing } from './dropped-promises.ts';
import {
  elementKindOf,
  mapCallbackOf,
  type MemberKind,
  memberKindOf,
} from './members.ts';
import { isFunctionWithBody, unwrap } from './syntax.ts';

/** What is wrong with a member of a combinator's input, or with the callback that makes each of them. */
export interface MemberMistake {
  kind:
    | 'uncalledFunction'
    | 'nestedPromises'
    | 'unreturnedPromise'
    | 'unawaitedPromise'
    | 'nothingToWaitFor'
    | 'immediateWinner';
  at: ts.Node;
}

interface Member {
  node: ts.Expression;
  kind: MemberKind;
}

/** The mistakes in a combinator's members; none where nothing is proven of them. */
export function memberMistakesOf(
  program: ts.Program,
  { input, method, node }: CombinatorCall,
): MemberMistake[] {
  if (input.kind === 'unknown') {
    return [];
  }
  const members =
    input.kind === 'tuple'
      ? input.array.elements.map((element) => memberOf(program, element))
      : [
          {
            node: input.expression,
            kind: elementKindOf(program, input.expression),
          },
        ];
  const mistakes = [
    ...(input.kind === 'tuple'
      ? input.array.elements
          .filter(ts.isSpreadElement)
          .map(({ expression }) => expression)
      : [input.expression]
    ).flatMap((collection) => callbackMistakes(program, collection)),
    ...members.flatMap(mistakesOfKind),
  ];
  if (mistakes.length > 0) {
    return mistakes;
  }
  if (members.length > 0 && members.every(({ kind }) => kind === 'plain')) {
    return [{ kind: 'nothingToWaitFor', at: node }];
  }
  const winner = method === 'race' ? winnerOf(members) : undefined;
  return winner === undefined ? [] : [{ kind: 'immediateWinner', at: winner }];
}

function memberOf(program: ts.Program, element: ts.Expression): Member {
  return ts.isSpreadElement(element)
    ? {
        node: element,
        kind: elementKindOf(program, element.expression),
      }
    : { node: element, kind: memberKindOf(program, element) };
}

function mistakesOfKind({ node, kind }: Member): MemberMistake[] {
  switch (kind) {
    case 'function':
      return [{ kind: 'uncalledFunction', at: madeBy(node) }];
    case 'promises':
      return [{ kind: 'nestedPromises', at: madeBy(node) }];
    default:
      return [];
  }
}

/** What makes each element: the one expression that an inline callback of `map` returns, else the collection. */
function madeBy(node: ts.Expression): ts.Node {
  const collection = unwrap(ts.isSpreadElement(node) ? node.expression : node);
  const callback = mapCallbackOf(collection);
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

/** A callback that starts promises which the array does not get: one that returns something else, and an async one that waits for nothing. */
function callbackMistakes(
  program: ts.Program,
  collection: ts.Expression,
): MemberMistake[] {
  const callback = mapCallbackOf(unwrap(collection));
  if (callback === undefined) {
    return [];
  }
  const isPlain = elementKindOf(program, collection) === 'plain';
  return functionsOf(program, callback).flatMap((fn): MemberMistake[] => {
    if (!isPlain && !waitsForNothing(fn)) {
      return [];
    }
    const [at] = droppedPromisesIn(program, fn);
    return at === undefined
      ? []
      : [{ kind: isPlain ? 'unreturnedPromise' : 'unawaitedPromise', at }];
  });
}

/**
 * The plain member that wins a race. Of a plain value behind promises that have long been started, an
 * earlier one of these may have settled: `Promise.race([pending, 'not yet'])` asks whether it has.
 */
function winnerOf(members: readonly Member[]): ts.Node | undefined {
  const index = members.findIndex(
    ({ node, kind }) => kind === 'plain' && !ts.isSpreadElement(node),
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
