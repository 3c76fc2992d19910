import ts from 'typescript';

import { functionsOf } from '../language/callees.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import {
  rejectionOf,
  rejectionOfElements,
  type RejectionSource,
} from '../rejections/sources.ts';

/** Whether nobody need wait for a promise: it cannot reject, or its rejection is handled where it is made, by what cannot be seen. */
export function isLeftToItself(
  program: ts.Program,
  promise: ts.Expression,
): boolean {
  return isHandled(program, rejectionOf(program, promise), [promise]);
}

/** Whether nobody need wait for any of the promises that a callback makes, one for each element of a list. */
export function areLeftToThemselves(
  program: ts.Program,
  list: ts.Expression,
  callback: ts.Expression,
): boolean {
  return isHandled(program, rejectionOfElements(program, list), [
    callback,
    ...functionsOf(program, callback),
  ]);
}

function isHandled(
  program: ts.Program,
  { kind }: RejectionSource,
  code: readonly ts.Node[],
): boolean {
  return (
    kind === 'never' ||
    (kind === 'unknown' && code.some((node) => hasHandler(program, node)))
  );
}

/** Whether a callback, or a function that it may be, handles rejections of its own. */
export function handlesItself(
  program: ts.Program,
  callback: ts.Expression,
): boolean {
  return [callback, ...functionsOf(program, callback)].some((node) =>
    hasHandler(program, node),
  );
}

/** Whether a `catch` stands in a node, that of a `try` or of a promise. */
function hasHandler(program: ts.Program, node: ts.Node): boolean {
  if (ts.isCatchClause(node)) {
    return true;
  }
  const method = promiseMethodOf(program, node);
  return (
    (method?.kind === 'then' && method.onRejected !== undefined) ||
    (ts.forEachChild(node, (child) => hasHandler(program, child)) ?? false)
  );
}
