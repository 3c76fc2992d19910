import ts from 'typescript';

import { callbackResultOf } from '../fates/callbacks.ts';
import { accessedName, unwrap } from '../language/syntax.ts';

const LISTENS: ReadonlySet<string> = new Set([
  'addEventListener',
  'addListener',
  'on',
  'once',
  'prependListener',
  'prependOnceListener',
]);

const STOPS: ReadonlySet<string> = new Set([
  'off',
  'removeEventListener',
  'removeListener',
]);

/** Whether a call begins or ends to listen to events, by a callback or a promise, as far as its name says. */
export function concernsEvents(call: ts.CallExpression): boolean {
  const name = nameOf(call);
  return LISTENS.has(name) || STOPS.has(name);
}

function nameOf({ expression }: ts.CallExpression | ts.NewExpression): string {
  const callee = unwrap(expression);
  return (ts.isIdentifier(callee) ? callee.text : accessedName(callee)) ?? '';
}

/** Whether a call keeps an argument to call it back for events to come: it listens, and nobody looks at what the listener returns. */
export function keepsListener(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): boolean {
  return (
    LISTENS.has(nameOf(call)) &&
    callbackResultOf(program, call, index).kind === 'dropped'
  );
}
