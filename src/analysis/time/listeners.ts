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

/** Names of functions that wait for an event: the code then does what brings it about. */
const WAITS = /^(?:once|waitFor|waitUntil|until|when|on[A-Z]|finished$)/u;

/** Whether a call gives the promise of an event to come and does nothing else, as far as its name says: `once(emitter, 'end')`, `page.waitForURL(url)`. */
export function waitsForEvent(
  call: ts.CallExpression | ts.NewExpression,
): boolean {
  return WAITS.test(nameOf(call));
}

/** Whether a call gives the promise of an event, or of what comes next from somewhere. */
export function givesEvent(
  call: ts.CallExpression | ts.NewExpression,
): boolean {
  return waitsForEvent(call) || nameOf(call).startsWith('next');
}

/** Whether a call begins to listen to events, as far as its name says. */
export function listens(call: ts.CallExpression): boolean {
  return LISTENS.has(nameOf(call));
}

/** Whether a call begins or ends to listen to events, by a callback or a promise, as far as its name says. */
export function concernsEvents(call: ts.CallExpression): boolean {
  const name = nameOf(call);
  return LISTENS.has(name) || STOPS.has(name);
}

function nameOf({ expression }: ts.CallExpression | ts.NewExpression): string {
  const callee = unwrap(expression);
  return (ts.isIdentifier(callee) ? callee.text : accessedName(callee)) ?? '';
}

/** The function that makes a server, and keeps a callback for its requests. */
const SERVES = 'createServer';

/** Whether a call keeps an argument to call it back for events to come: it listens or serves, and nobody looks at what the listener returns. */
export function keepsListener(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): boolean {
  return (
    (LISTENS.has(nameOf(call)) || nameOf(call) === SERVES) &&
    callbackResultOf(program, call, index).kind === 'dropped'
  );
}
