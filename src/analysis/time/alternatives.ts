import ts from 'typescript';

import { functionsOf } from '../language/callees.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { isEventPromise } from './event-promises.ts';
import { timerOf } from './race-timers.ts';
import { namedSymbol } from '../language/references.ts';
import { rejectionOf } from '../rejections/sources.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { wordsOf } from '../language/words.ts';

/** Words of names of what is one of several ways to the same answer. */
const ALTERNATIVES: ReadonlySet<string> = new Set([
  'alternative',
  'backup',
  'candidate',
  'cdn',
  'endpoint',
  'fallback',
  'gateway',
  'host',
  'mirror',
  'node',
  'peer',
  'primary',
  'provider',
  'region',
  'replica',
  'secondary',
  'server',
  'source',
  'url',
]);

/**
 * Whether a race puts one question to several, so that whoever answers first is wanted, and not who fails first: calls
 * of one function with other arguments, by names of alternatives, or a call and its fallback. `false` where that is not plain.
 */
export function asksForFirstSuccess(
  program: ts.Program,
  { input, node }: CombinatorCall,
): boolean {
  if (input.kind === 'unknown' || rejectionOf(program, node).kind !== 'may') {
    return false;
  }
  if (input.kind === 'iterable') {
    const list = unwrap(input.expression);
    const callee = ts.isCallExpression(list) ? unwrap(list.expression) : list;
    return (
      accessedName(callee) === 'map' &&
      ts.isPropertyAccessExpression(callee) &&
      asksEach(program, list as ts.CallExpression) &&
      (isAlternative(lastName(callee.expression)) ||
        isListOfAddresses(callee.expression))
    );
  }
  const members = input.array.elements.map(unwrap);
  const calls = members.filter(ts.isCallExpression);
  const [first] = calls;
  if (
    first === undefined ||
    calls.length < 2 ||
    calls.length < members.length
  ) {
    return false;
  }
  return (
    calls.every(
      (each) =>
        rejectionOf(program, each).kind === 'may' &&
        !isEventPromise(program, each),
    ) &&
    (areOneQuestion(program, calls, first) || haveFallback(program, calls))
  );
}

/** Whether a call of `map` asks each element for something, as far as its callback can be seen: to wait for an event of each, or to read a promise that each holds, is no question. */
function asksEach(program: ts.Program, call: ts.CallExpression): boolean {
  const [maker] = call.arguments;
  const asks = (node: ts.Node): boolean =>
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    (ts.forEachChild(node, (child) => asks(child) || undefined) ?? false);
  return (
    !isEventPromise(program, call) &&
    (maker === undefined ||
      functionsOf(program, maker).every(({ body }) => asks(body)))
  );
}

/** Whether calls ask one function, each for another alternative. */
function areOneQuestion(
  program: ts.Program,
  calls: readonly ts.CallExpression[],
  first: ts.CallExpression,
): boolean {
  const checker = program.getTypeChecker();
  const callee = namedSymbol(checker, unwrap(first.expression));
  return (
    callee !== undefined &&
    calls.every(
      (each) =>
        namedSymbol(checker, unwrap(each.expression)) === callee &&
        each.arguments.some(
          (argument) =>
            isAlternative(lastName(argument)) || isAddress(argument),
        ),
    )
  );
}

/** Names of functions that get the same from somewhere else. */
const FALLBACK = /(?:mirror|fallback|backup|replica)\d*$/iu;

/** Whether calls get values of one type, and one of them is named for being the second choice: one that waits first is a time limit. */
function haveFallback(
  program: ts.Program,
  calls: readonly ts.CallExpression[],
): boolean {
  const checker = program.getTypeChecker();
  const types = new Set(calls.map((each) => checker.getTypeAtLocation(each)));
  return (
    types.size === 1 &&
    calls.some((each) => FALLBACK.test(lastName(each.expression) ?? '')) &&
    calls.every((each) => timerOf(program, each) === undefined)
  );
}

function isListOfAddresses(expression: ts.Expression): boolean {
  const list = unwrap(expression);
  return (
    ts.isArrayLiteralExpression(list) &&
    list.elements.length > 1 &&
    list.elements.every(isAddress)
  );
}

function lastName(expression: ts.Expression): string | undefined {
  const node = unwrap(expression);
  return ts.isIdentifier(node) ? node.text : accessedName(node);
}

function isAlternative(name: string | undefined): boolean {
  return wordsOf(name ?? '').some((word) =>
    ALTERNATIVES.has(word.replace(/s$/u, '')),
  );
}

function isAddress(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  return ts.isStringLiteralLike(node) && /^https?:/u.test(node.text);
}
