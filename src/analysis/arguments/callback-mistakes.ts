import ts from 'typescript';

import { functionsOf } from '../language/callees.ts';
import {
  droppedPromisesIn,
  forEachOfPromises,
  keepsPromises,
  waitsForNothing,
} from './dropped-promises.ts';
import { listsOf } from './lists.ts';
import { elementKindOf, mapCallbackOf, memberKindOf } from './member-kinds.ts';
import { returnedExpressions } from '../language/returns.ts';
import {
  type FunctionWithBody,
  hasModifier,
  isGenerator,
  unwrap,
} from '../language/syntax.ts';

/** What is wrong with a callback that makes the members of a combinator, at the node that shows it. */
export interface CallbackMistake {
  kind:
    | 'unreturnedPromise'
    | 'unawaitedPromise'
    | 'forEachPromises'
    | 'promisedArray';
  at: ts.Node;
}

/**
 * The mistakes in the callback that makes each element of a list: promises that it starts and does not give to the
 * array, because it returns something else, or is async and waits for nothing; and, where nobody looks at the result,
 * an array of promises that its own promise is fulfilled with. None where there is no such callback.
 */
export function callbackMistakesOf(
  program: ts.Program,
  list: ts.Expression,
  isResultDiscarded: boolean,
): CallbackMistake[] {
  const callback = mapCallbackOf(list);
  if (callback === undefined) {
    return [];
  }
  const isPlain = elementKindOf(program, list) === 'plain';
  const file = list.getSourceFile();
  // What stands in another file is shown where it is handed over.
  const shown = (at: ts.Node): ts.Node =>
    at.getSourceFile() === file ? at : callback;
  return functionsOf(program, callback).flatMap((fn): CallbackMistake[] => {
    if (!isPlain && !waitsForNothing(program, fn)) {
      return isResultDiscarded
        ? promisedArraysOf(program, fn).map((at) => ({
            kind: 'promisedArray',
            at: shown(at),
          }))
        : [];
    }
    const [at] = droppedPromisesIn(program, fn);
    return at === undefined
      ? []
      : [
          {
            kind:
              forEachOfPromises(program, at) !== undefined
                ? 'forEachPromises'
                : isPlain
                  ? 'unreturnedPromise'
                  : 'unawaitedPromise',
            at: shown(at),
          },
        ];
  });
}

/** The arrays of promises that an async function makes where it returns. */
function promisedArraysOf(
  program: ts.Program,
  fn: FunctionWithBody,
): ts.Expression[] {
  return hasModifier(fn, ts.SyntaxKind.AsyncKeyword) && !isGenerator(fn)
    ? returnedExpressions(fn)
        .map(unwrap)
        .filter((returned) =>
          listsOf(program.getTypeChecker(), returned).some((list) =>
            makesPromises(program, list),
          ),
        )
    : [];
}

/** Whether an expression makes an array of promises, which nobody can have under another name. */
function makesPromises(program: ts.Program, node: ts.Expression): boolean {
  if (memberKindOf(program, node) !== 'promises') {
    return false;
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.some(
      (element) =>
        ts.isCallExpression(unwrap(element)) &&
        memberKindOf(program, element) === 'promise',
    );
  }
  const callback = mapCallbackOf(node);
  return callback !== undefined && !keepsPromises(program, callback);
}
