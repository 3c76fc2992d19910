import ts from 'typescript';

import { functionOf } from './callees.ts';
import { type CombinatorCall, recogniseCombinator } from './combinators.ts';
import type { RejectionFate } from './fates.ts';
import { promiseMethodOf } from './promise-calls.ts';
import { protectionOf } from './protection.ts';
import { rejectionOf } from './sources.ts';
import { accessedName, hasModifier, unwrap, wrapped } from './syntax.ts';
import { promisenessOf } from './types.ts';
import { useOf } from './uses.ts';

/** Calls that are not held to throw: they show something to a person, or only read and build values. */
const HARMLESS_RECEIVERS =
  /^(?:console|log|logger|Array|Boolean|Date|Math|Number|Object|String)$/u;

const HARMLESS_METHODS: ReadonlySet<string> = new Set([
  'concat',
  'debug',
  'entries',
  'error',
  'every',
  'filter',
  'find',
  'flatMap',
  'forEach',
  'includes',
  'info',
  'join',
  'keys',
  'log',
  'map',
  'push',
  'slice',
  'some',
  'trace',
  'values',
  'warn',
]);

/**
 * The `catch` clause that never runs because all that its `try` does is to wait for settled results:
 * `allSettled` of an array does not reject (ECMA-262, 27.2.4.2), and nothing else there can throw.
 * `undefined` where something may.
 */
export function deadCatchOf(
  program: ts.Program,
  call: CombinatorCall,
): ts.CatchClause | undefined {
  const use = useOf(call.node);
  if (call.method !== 'allSettled' || use.kind !== 'awaited') {
    return undefined;
  }
  const statement = enclosingTry(call.node);
  return statement?.catchClause !== undefined &&
    !canThrow(program, statement.tryBlock)
    ? statement.catchClause
    : undefined;
}

/** The handler of `allSettled(…).catch(handler)` or `.then(ok, handler)`, which never runs. */
export function deadHandlerOf(
  program: ts.Program,
  call: CombinatorCall,
): ts.Expression | undefined {
  const access = useOf(call.node);
  if (
    call.method !== 'allSettled' ||
    access.kind !== 'accessed' ||
    rejectionOf(program, call.node).kind !== 'never'
  ) {
    return undefined;
  }
  const called = useOf(access.node);
  const method =
    called.kind === 'called'
      ? promiseMethodOf(program, called.node)
      : undefined;
  return method?.kind === 'then' ? method.onRejected : undefined;
}

/** The `try` whose block a node stands in, in the same function. */
function enclosingTry(node: ts.Node): ts.TryStatement | undefined {
  let child = node;
  let current = node.parent;
  while (!ts.isSourceFile(current) && !ts.isFunctionLike(current)) {
    if (ts.isTryStatement(current) && current.tryBlock === child) {
      return current;
    }
    child = current;
    current = current.parent;
  }
  return undefined;
}

/** Whether anything in a block may throw, by a strict standard: every call may that is not known to be harmless. */
function canThrow(program: ts.Program, block: ts.Node): boolean {
  const checker = program.getTypeChecker();
  const callCanThrow = (node: ts.CallExpression): boolean => {
    if (recogniseCombinator(program, node) !== undefined) {
      return node.arguments.length === 0;
    }
    const method = promiseMethodOf(program, node);
    const callee = unwrap(node.expression);
    if (method !== undefined || isHarmless(callee)) {
      return node.arguments.some((argument) => {
        const body = isInline(argument)
          ? functionOf(program, argument)?.body
          : undefined;
        return (
          body !== undefined &&
          !hasModifier(unwrap(argument), ts.SyntaxKind.AsyncKeyword) &&
          canThrow(program, body)
        );
      });
    }
    // What returns a promise says by it how it fails.
    return (
      promisenessOf(checker, checker.getTypeAtLocation(node), node) !== 'some'
    );
  };
  const visit = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      return false;
    }
    if (
      ts.isThrowStatement(node) ||
      (ts.isNewExpression(node) && !isHarmless(node.expression)) ||
      ts.isTaggedTemplateExpression(node) ||
      ts.isYieldExpression(node) ||
      (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
      (ts.isAwaitExpression(node) &&
        rejectionOf(program, node.expression).kind !== 'never') ||
      (ts.isCallExpression(node) && callCanThrow(node))
    ) {
      return true;
    }
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return ts.isCallExpression(block) || !ts.isBlock(block)
    ? visit(block)
    : block.statements.some(visit);
}

function isInline(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner);
}

function isHarmless(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) {
    return HARMLESS_RECEIVERS.test(callee.text) || callee.text === 'Set';
  }
  const name = accessedName(callee);
  if (name === undefined) {
    return false;
  }
  const receiver = unwrap((callee as ts.AccessExpression).expression);
  return (
    HARMLESS_METHODS.has(name) ||
    (ts.isIdentifier(receiver) && HARMLESS_RECEIVERS.test(receiver.text))
  );
}

/**
 * Whether a rejection is dropped inside a `try` whose `catch` somebody wrote to see it: the statement
 * neither awaits nor returns the promise.
 */
export function isDroppedInTry(
  fate: RejectionFate,
): fate is Extract<RejectionFate, { kind: 'lost' }> {
  return (
    fate.kind === 'lost' &&
    fate.path.length === 0 &&
    (fate.how === 'discarded' || fate.how === 'unused') &&
    protectionOf(fate.at).kind === 'catch'
  );
}

/** A `return` that leaves a `try` before the promise it returns has settled. */
export interface EarlyReturn {
  statement: ts.ReturnStatement;
  from: ts.SignatureDeclaration;
  /** The expression that would have to be awaited. */
  returned: ts.Expression;
  try: ts.TryStatement;
  /** What comes too late or too soon: a `catch` that never sees the rejection, or a `finally` that does not wait. */
  skips: 'catch' | 'finally';
}

/**
 * The `return` without `await` that takes a combinator, or a chain on it, out of a `try`
 * (ECMA-262, 14.10.1: `return` awaits nothing in a `try` of its own). `undefined` where there is none,
 * where the chain handles its own rejection, or where the function is not async and its `catch` may
 * be there for what is thrown at once.
 */
export function earlyReturnOf(
  program: ts.Program,
  call: CombinatorCall,
): EarlyReturn | undefined {
  const returned = endOfChain(program, call.node);
  const statement = wrapped(returned).parent;
  const surrounding = enclosingTry(returned);
  const use = useOf(returned);
  if (
    surrounding === undefined ||
    use.kind !== 'returned' ||
    !ts.isReturnStatement(statement)
  ) {
    return undefined;
  }
  const found = { statement, from: use.from, returned, try: surrounding };
  if (surrounding.catchClause === undefined) {
    return (surrounding.finallyBlock?.statements.length ?? 0) > 0
      ? { ...found, skips: 'finally' }
      : undefined;
  }
  return hasModifier(use.from, ts.SyntaxKind.AsyncKeyword) &&
    rejectionOf(program, returned).kind === 'may'
    ? { ...found, skips: 'catch' }
    : undefined;
}

/** The last promise of a chain of `then`, `catch` and `finally` that begins with an expression. */
function endOfChain(program: ts.Program, start: ts.Expression): ts.Expression {
  let end = start;
  for (;;) {
    const use = useOf(end);
    const called = use.kind === 'accessed' ? useOf(use.node) : use;
    const method =
      use.kind === 'accessed' && called.kind === 'called'
        ? promiseMethodOf(program, called.node)
        : undefined;
    if (method !== undefined) {
      end = method.node;
    } else if (use.kind === 'passed') {
      end = use.to;
    } else {
      return end;
    }
  }
}
