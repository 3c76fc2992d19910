import ts from 'typescript';

import { calleeOf, functionOf } from '../language/callees.ts';
import { recogniseCombinator } from '../language/combinators.ts';
import { returnedExpressions } from '../language/returns.ts';
import type { OriginKind, Path, Trail } from './trail.ts';
import {
  accessedName,
  type FunctionWithBody,
  unwrap,
} from '../language/syntax.ts';

/** Methods that give only what the receiver holds. */
const KEEPS: ReadonlySet<string> = new Set([
  'at',
  'concat',
  'entries',
  'filter',
  'finally',
  'find',
  'findLast',
  'flat',
  'get',
  'pop',
  'reverse',
  'shift',
  'slice',
  'sort',
  'splice',
  'toReversed',
  'toSorted',
  'values',
]);

const CHOOSES: ReadonlySet<string> = new Set(['filter', 'find', 'findLast']);

/** Methods that give what their callback gives. */
const MAPS: ReadonlySet<string> = new Set(['flatMap', 'map', 'then']);

/** Where the settled results come from that a call gives; see {@link Trail}. */
export function callOrigin(
  trail: Trail,
  call: ts.CallExpression,
  path: Path,
): OriginKind | undefined {
  const callee = unwrap(call.expression);
  const name = accessedName(callee);
  const combinator = recogniseCombinator(trail.program, call);
  if (combinator !== undefined) {
    trail.combinators.push({ call: combinator, index: trail.index });
    return combinator.method === 'allSettled' && path.length === 0
      ? 'allSettled'
      : 'unknown';
  }
  trail.index = undefined;
  if (name === undefined) {
    return returnedOrigin(trail, call, path);
  }
  const { expression: receiver } = callee as ts.AccessExpression;
  const [first, second] = call.arguments;
  if (isArrayConstructor(receiver) && name === 'from' && first !== undefined) {
    return second === undefined
      ? trail.value(first, path)
      : mappedOrigin(trail, second, path);
  }
  if (MAPS.has(name)) {
    return first === undefined ? 'unknown' : mappedOrigin(trail, first, path);
  }
  if (!KEEPS.has(name)) {
    return returnedOrigin(trail, call, path);
  }
  if (CHOOSES.has(name) && first !== undefined) {
    trail.tests.push(first);
  }
  return trail.value(receiver, path);
}

function mappedOrigin(
  trail: Trail,
  callback: ts.Expression,
  path: Path,
): OriginKind | undefined {
  const fn = functionOf(trail.program, callback);
  return fn === undefined ? 'unknown' : resultOrigin(trail, fn, path);
}

function returnedOrigin(
  trail: Trail,
  call: ts.CallExpression,
  path: Path,
): OriginKind | undefined {
  const callee = calleeOf(trail.program, call);
  if (callee === undefined) {
    return 'unknown';
  }
  const kind = resultOrigin(trail, callee, path);
  // What the caller knew of the results that it gave counts too.
  return kind === 'parameter'
    ? (trail.values(call.arguments, []) ?? 'unknown')
    : kind;
}

function resultOrigin(
  trail: Trail,
  fn: FunctionWithBody,
  path: Path,
): OriginKind | undefined {
  return trail.values(returnedExpressions(fn), path);
}

function isArrayConstructor(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === 'Array';
}
