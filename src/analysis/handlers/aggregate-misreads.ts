import ts from 'typescript';

import { type ErrorHandler, errorHandlersOf } from './combinator-handlers.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { guardAbove } from '../language/conditions.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { type ErrorUse, errorUsesOf } from './error-uses.ts';
import { isAsserted } from '../settled/assertions.ts';
import { accessedName, isWithin, unwrap } from '../language/syntax.ts';
import { isDefaultLibrarySymbol, isOpaque } from '../language/types.ts';

// `Promise.any` rejects with a new `AggregateError`, whose `errors` are the reasons of all members
// (ECMA-262, 27.2.4.3.1). It has a `message`, a `name` and a `stack` of its own, and nothing of the members'.

/** Something that is read of an `AggregateError` as if it were the error of one member. */
export type AggregateMisread =
  /** The text of the error, which says nothing of the reasons. */
  | { kind: 'message'; node: ts.Expression | ts.BindingElement }
  /** A class that no `AggregateError` is an instance of; `narrows` where the handler goes on to read members of the error. */
  | {
      kind: 'instanceof';
      node: ts.BinaryExpression;
      name: string;
      narrows: boolean;
    }
  /** A `name` that no `AggregateError` has. */
  | { kind: 'name'; node: ts.Expression; name: string }
  /** A property that no `AggregateError` has. */
  | { kind: 'property'; node: ts.Expression | ts.BindingElement; name: string }
  /** A new error that is thrown in its place, without it. */
  | { kind: 'replaced'; node: ts.NewExpression; error: string };

type MemberUse = Extract<ErrorUse, { kind: 'member' }>;

/** What an `AggregateError` has, with what it has from `Error.prototype` and `Object.prototype`. */
const MEMBERS: ReadonlySet<string> = new Set([
  'cause',
  'errors',
  'message',
  'name',
  'stack',
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/**
 * What the handlers of a `Promise.any` read of its error as if it were that of a member. None where a
 * handler looks at `errors`, or asks whether it has an `AggregateError`; and where it hands the error on
 * as it is, only what decides on a branch that can never be taken.
 */
export function aggregateMisreadsOf(
  program: ts.Program,
  { method, node }: CombinatorCall,
): AggregateMisread[] {
  return method === 'any' && isNative(program, node)
    ? errorHandlersOf(program, node).flatMap((handler) =>
        misreadsIn(program, handler),
      )
    : [];
}

/** Whether the combinator is ECMAScript's own: those of other libraries reject with errors of their own. */
function isNative(program: ts.Program, call: ts.CallExpression): boolean {
  const checker = program.getTypeChecker();
  const callee = unwrap(call.expression) as ts.AccessExpression;
  const property = checker
    .getTypeAtLocation(callee.expression)
    .getProperty(accessedName(callee) ?? '');
  return isDefaultLibrarySymbol(program, property, 'PromiseConstructor');
}

function misreadsIn(
  program: ts.Program,
  { name, body, isItsAlone }: ErrorHandler,
): AggregateMisread[] {
  const checker = program.getTypeChecker();
  const uses = errorUsesOf(checker, name);
  if (uses.some((use) => knowsAggregate(checker, use))) {
    return [];
  }
  if (uses.length === 0 && ts.isIdentifier(name)) {
    return replacementsIn(program, body, name.text);
  }
  const isHandedOn = uses.some(({ kind }) => kind === 'whole');
  const misreads = isItsAlone
    ? first([
        ...classMisreads(checker, uses),
        ...uses.flatMap((use) => memberMisread(use, isHandedOn)),
      ])
    : [];
  const text = isHandedOn ? undefined : uses.find(isText);
  return misreads.length > 0 || text === undefined
    ? misreads
    : [{ kind: 'message', node: text.node }];
}

/** The misreads that do not run only where another one holds. */
function first(misreads: readonly AggregateMisread[]): AggregateMisread[] {
  return misreads.filter(
    ({ node }) => !misreads.some((other) => hangsOn(node, other.node)),
  );
}

function hangsOn(node: ts.Node, other: ts.Node): boolean {
  for (
    let current = node;
    !ts.isFunctionLike(current) && !ts.isSourceFile(current);
    current = current.parent
  ) {
    const guard = guardAbove(current);
    if (guard?.truth === true && isWithin(other, guard.condition)) {
      return true;
    }
  }
  return false;
}

/** Whether a use shows that the handler knows what it has: it looks at `errors`, or asks for an `AggregateError`. */
function knowsAggregate(checker: ts.TypeChecker, use: ErrorUse): boolean {
  switch (use.kind) {
    case 'member':
      return use.name === 'errors' || use.compared.includes('AggregateError');
    case 'in':
      return use.name === 'errors';
    case 'instanceof':
      return instanceNameOf(checker, use.node.right) === 'AggregateError';
    default:
      return false;
  }
}

function isText(
  use: ErrorUse,
): use is MemberUse | Extract<ErrorUse, { kind: 'text' }> {
  return (
    (use.kind === 'text' ||
      (use.kind === 'member' && use.name === 'message')) &&
    // What a test looks at fails by itself where it is not as it should be.
    !isAsserted(use.node)
  );
}

function classMisreads(
  checker: ts.TypeChecker,
  uses: readonly ErrorUse[],
): AggregateMisread[] {
  const narrows = uses.some(({ kind }) => kind === 'member' || kind === 'text');
  return uses.flatMap((use): AggregateMisread[] => {
    const name =
      use.kind === 'instanceof'
        ? instanceNameOf(checker, use.node.right)
        : undefined;
    return use.kind !== 'instanceof' || name === undefined || BASES.has(name)
      ? []
      : [{ kind: 'instanceof', node: use.node, name, narrows }];
  });
}

function memberMisread(use: ErrorUse, isHandedOn: boolean): AggregateMisread[] {
  if (use.kind !== 'member') {
    return [];
  }
  const { compared, name, node } = use;
  if (name === 'name') {
    const [first] = compared;
    return first === undefined ||
      compared.some((each) => BASES.has(each)) ||
      isElement(node)
      ? []
      : [{ kind: 'name', node, name: first }];
  }
  return MEMBERS.has(name) || (isHandedOn && compared.length === 0)
    ? []
    : [{ kind: 'property', node, name }];
}

function isElement(node: MemberUse['node']): node is ts.BindingElement {
  return ts.isBindingElement(node);
}

/** The classes that every `AggregateError` is an instance of (ECMA-262, 20.5.7.3). */
const BASES: ReadonlySet<string> = new Set([
  'AggregateError',
  'Error',
  'Object',
]);

/** The name of the class on the right of `instanceof`; `undefined` where the class is not known, or decides by itself what its instances are. */
function instanceNameOf(
  checker: ts.TypeChecker,
  right: ts.Expression,
): string | undefined {
  const type = checker.getTypeAtLocation(right);
  const decides = checker
    .getPropertiesOfType(type)
    .some(({ escapedName }) =>
      String(escapedName).startsWith('__@hasInstance'),
    );
  const instance = checker.getPropertyOfType(type, 'prototype');
  const made = instance && checker.getTypeOfSymbol(instance);
  return decides || made === undefined || isOpaque(checker, made)
    ? undefined
    : made.getSymbol()?.name;
}

/** New errors that a handler throws, or rejects with, without a use of the one that it was given. */
function replacementsIn(
  program: ts.Program,
  body: ts.ConciseBody,
  error: string,
): AggregateMisread[] {
  const found: AggregateMisread[] = [];
  if (error.startsWith('_')) {
    // By its name it is left out on purpose.
    return found;
  }
  const visit = (node: ts.Node): void => {
    const thrown = ts.isThrowStatement(node)
      ? unwrap(node.expression)
      : rejectedWith(program, node, body);
    if (thrown !== undefined && ts.isNewExpression(thrown)) {
      found.push({ kind: 'replaced', node: thrown, error });
    } else if (!ts.isFunctionLike(node)) {
      ts.forEachChild(node, visit);
    }
  };
  visit(body);
  return found;
}

/** What `Promise.reject(…)` rejects with, where it is what a body gives. */
function rejectedWith(
  program: ts.Program,
  node: ts.Node,
  body: ts.ConciseBody,
): ts.Expression | undefined {
  const isGiven =
    ts.isReturnStatement(node.parent) || unwrap(body as ts.Expression) === node;
  const method = isGiven ? promiseMethodOf(program, node) : undefined;
  const [reason] = method?.kind === 'reject' ? method.node.arguments : [];
  return reason && unwrap(reason);
}
