import ts from 'typescript';

import { calleesOf, functionsOf } from '../language/callees.ts';
import { isWritten } from '../language/overwrites.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { referencesTo } from '../language/references.ts';
import { elementCallbackOf } from '../rejections/elements.ts';
import { returnedExpressions } from '../language/returns.ts';
import {
  type FunctionWithBody,
  hasModifier,
  isGenerator,
  unwrap,
  wrapped,
} from '../language/syntax.ts';

/** How many functions are entered, one inside the other. */
const DEPTH = 3;

/**
 * Whether the promise that a call gives, or each promise of the array that it maps, has a handler already when it
 * comes out: every way out of the function attaches one (`p.catch(ignore); return p;`), or leaves that to
 * another such function. `false` where the code cannot be seen.
 */
export function isHandledInside(
  program: ts.Program,
  expression: ts.Expression,
  depth = 0,
): boolean {
  const call = unwrap(expression);
  if (!ts.isCallExpression(call) || depth > DEPTH) {
    return false;
  }
  const maker = elementCallbackOf(call);
  const bodies = maker ? functionsOf(program, maker) : calleesOf(program, call);
  return (
    bodies.length > 0 &&
    bodies.every((body) => {
      const returned = returnedExpressions(body);
      return (
        // What an async function gives is another promise than the one it returns.
        !hasModifier(body, ts.SyntaxKind.AsyncKeyword) &&
        !isGenerator(body) &&
        returned.length > 0 &&
        returned.every(
          (value) =>
            isHandledBefore(program, value, body) ||
            isHandledInside(program, value, depth + 1),
        )
      );
    })
  );
}

/** Whether a value is named, and a statement that always runs on the way to there attaches a handler to it. */
function isHandledBefore(
  program: ts.Program,
  value: ts.Expression,
  { body }: FunctionWithBody,
): boolean {
  const name = unwrap(value);
  const symbol = ts.isIdentifier(name)
    ? program.getTypeChecker().getSymbolAtLocation(name)
    : undefined;
  const declared = symbol?.valueDeclaration;
  const references =
    declared !== undefined &&
    (ts.isVariableDeclaration(declared) || ts.isParameter(declared))
      ? referencesTo(program.getTypeChecker(), declared.name)
      : [];
  return (
    !references.some(isWritten) &&
    references.some(
      (reference) =>
        reference.pos < name.pos &&
        handlingStatement(program, reference)?.parent === body,
    )
  );
}

/** The statement that does nothing but to attach a handler to a promise, and to go on from there. */
function handlingStatement(
  program: ts.Program,
  promise: ts.Node,
): ts.Statement | undefined {
  let node = promise;
  let isHandled = false;
  for (;;) {
    const { parent } = wrapped(node);
    const call: ts.Node = parent.parent;
    const method = promiseMethodOf(program, call);
    if (
      !(ts.isPropertyAccessExpression(parent) && ts.isCallExpression(call)) ||
      method === undefined
    ) {
      break;
    }
    isHandled ||= method.kind === 'then' && method.onRejected !== undefined;
    node = call;
  }
  const outer = wrapped(node).parent;
  const statement = ts.isVoidExpression(outer) ? outer.parent : outer;
  return isHandled && ts.isExpressionStatement(statement)
    ? statement
    : undefined;
}
