import type ts from 'typescript';

import type { FunctionWithBody } from '../language/syntax.ts';

/** What carries a rejection: a promise, an array with such a promise in it, or a function that returns one when it is called. */
export type Carrier = 'promise' | 'array' | 'function';

/** The call through which a way entered a local function, so that it leaves by the same call. */
export interface Frame {
  fn: FunctionWithBody;
  call: ts.CallExpression;
  outer: Frame | undefined;
}

/** What a step starts with, wherever it stands: what carries the rejection, and the calls that it came in by. */
export interface Way {
  program: ts.Program;
  /** Whether a call is of a function that takes over what it is given, by the word of the user. */
  takesOver:
    ((call: ts.CallExpression | ts.NewExpression) => boolean) | undefined;
  carrier: Carrier;
  frame: Frame | undefined;
}

/**
 * One stop of a rejection on its way: the value of an expression carries it, it is thrown at a node,
 * or the promise (or array) that a function returns carries it to whoever calls.
 */
export type Stop =
  | { kind: 'value'; carrier: Carrier; node: ts.Node; frame: Frame | undefined }
  | { kind: 'thrown'; node: ts.Node; frame: Frame | undefined }
  | {
      kind: 'result';
      carrier: 'promise' | 'array';
      fn: ts.SignatureDeclaration;
      /** How the function came by it: it awaits the promise, or returns it. */
      by: 'awaits' | 'returns';
      frame: Frame | undefined;
    };

/** How a rejection is lost. */
export type Loss =
  | 'top-level'
  | 'discarded'
  | 'voided'
  /** Kept under a name (a variable's or a field's) where nothing awaits or handles it. */
  | 'unused'
  | 'callback'
  | 'executor';

/** Where a rejection's way ends. */
export type End =
  | { kind: 'handled'; at: ts.Node }
  | { kind: 'propagated'; to: ts.Node }
  | { kind: 'lost'; at: ts.Node; how: Loss }
  | { kind: 'unknown'; at: ts.Node };

/** Where one step leads: to further stops, and to ends. Nothing at all where the value is looked at by nobody, but may be by others. */
export type Next = readonly (Stop | End)[];

/** The value of another expression carries the rejection on. */
export function goOn(
  { frame, carrier }: Pick<Way, 'frame' | 'carrier'>,
  node: ts.Node,
): Stop {
  return { kind: 'value', carrier, node, frame };
}

/** The way ends where it cannot be followed. */
export function unknownAt(at: ts.Node): End[] {
  return [{ kind: 'unknown', at }];
}

/** The way ends at nobody. */
export function lostAt(at: ts.Node, how: Loss): End[] {
  return [{ kind: 'lost', at, how }];
}
