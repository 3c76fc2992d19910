import ts from 'typescript';

import type { MemberStarts } from './member-starts.ts';
import { tellsFailure } from './success-words.ts';
import { accessedName, unwrap, wrapped } from '../language/syntax.ts';
import { calledNameOf, callsIn, wordsOf } from '../language/words.ts';

/** Verbs of taking down, where going on after a failure is what is wanted. */
const TEARDOWN: ReadonlySet<string> = new Set([
  'abort',
  'clean',
  'cleanup',
  'close',
  'deactivate',
  'destroy',
  'destroyed',
  'disconnect',
  'dispose',
  'drain',
  'end',
  'exit',
  'flush',
  'kill',
  'quit',
  'release',
  'rollback',
  'shutdown',
  'stop',
  'teardown',
  'terminate',
  'unload',
  'unmount',
  'unmounted',
  'unregister',
  'unsubscribe',
]);

const HOOKS: ReadonlySet<string> = new Set(['after', 'afterAll', 'afterEach']);

const SIGNAL = /^SIG[A-Z]+$/u;

/**
 * Whether what is waited for is taken down: in a function named so, in a callback of an event named so,
 * or by members that are nothing else. Nobody minds there what could not be closed.
 */
export function isTeardown(
  call: ts.CallExpression,
  { starts }: Pick<MemberStarts, 'starts'>,
): boolean {
  return starts.every((start) => isTakingDown(start)) || isNamedTeardown(call);
}

/** Whether statements take something down, which an exception before them would leave up. */
export function takesDown(statements: readonly ts.Node[]): boolean {
  return statements.some((statement) =>
    callsIn(statement).some((call) => hasTeardownWord(calledNameOf(call))),
  );
}

/** Whether a node stands in a `catch` or `finally`, in a handler of a promise, or in a branch that tells of a failure: something failed already, or is over. */
export function isAftermath(node: ts.Node): boolean {
  let child = node;
  let current = node.parent;
  while (!ts.isSourceFile(current)) {
    if (
      ts.isCatchClause(current) ||
      (ts.isTryStatement(current) && current.finallyBlock === child) ||
      isReactionToFailure(current) ||
      isFailingBranch(current)
    ) {
      return true;
    }
    child = current;
    current = current.parent;
  }
  return false;
}

/** Whether a branch throws or tells of a failure: what it is for has been found before. */
function isFailingBranch(branch: ts.Node): boolean {
  return (
    ts.isBlock(branch) &&
    ts.isIfStatement(branch.parent) &&
    branch.statements.some(
      (statement) =>
        ts.isThrowStatement(statement) ||
        (ts.isExpressionStatement(statement) &&
          ts.isCallExpression(statement.expression) &&
          tellsFailure(calledNameOf(statement.expression) ?? '')),
    )
  );
}

/** A callback of `catch` or `finally`, or the second one of `then`. */
function isReactionToFailure(node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) {
    return false;
  }
  const callback = wrapped(node);
  const call = callback.parent;
  if (!ts.isCallExpression(call)) {
    return false;
  }
  const name = accessedName(unwrap(call.expression));
  return (
    ((name === 'catch' || name === 'finally') &&
      call.arguments[0] === callback) ||
    (name === 'then' && call.arguments[1] === callback)
  );
}

function isTakingDown(start: ts.Node): boolean {
  const calls = ts.isCallExpression(start)
    ? [start]
    : callsIn(start).filter(
        ({ parent }) => ts.isAwaitExpression(parent) || isReturned(parent),
      );
  return (
    calls.length > 0 &&
    calls.every((call) => hasTeardownWord(calledNameOf(call)))
  );
}

function isReturned(parent: ts.Node): boolean {
  return ts.isReturnStatement(parent) || ts.isArrowFunction(parent);
}

function isNamedTeardown(node: ts.Node): boolean {
  for (
    let current = node.parent;
    !ts.isSourceFile(current);
    current = current.parent
  ) {
    if (
      ts.isFunctionLike(current) &&
      (hasTeardownWord(nameOf(current)) || isTeardownCallback(current))
    ) {
      return true;
    }
  }
  return false;
}

/** What a function is called: its own name, or that of what it is put under. */
function nameOf(fn: ts.SignatureDeclaration): string | undefined {
  if (fn.name !== undefined) {
    return fn.name.getText();
  }
  const { parent } = wrapped(fn);
  if (
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent)
  ) {
    return parent.name.getText();
  }
  return ts.isBinaryExpression(parent) && parent.right === wrapped(fn)
    ? parent.left.getText()
    : undefined;
}

/** `process.on('SIGTERM', …)`, `server.on('close', …)`, `afterAll(…)`, `onCleanup(…)`. */
function isTeardownCallback(fn: ts.Node): boolean {
  const callback = wrapped(fn);
  const call = callback.parent;
  if (
    !ts.isCallExpression(call) ||
    !call.arguments.some((argument) => argument === callback)
  ) {
    return false;
  }
  const name = calledNameOf(call);
  const [event] = call.arguments;
  return (
    (name !== undefined && (HOOKS.has(name) || hasTeardownWord(name))) ||
    (event !== undefined &&
      ts.isStringLiteralLike(event) &&
      (SIGNAL.test(event.text) || hasTeardownWord(event.text)))
  );
}

function hasTeardownWord(name: string | undefined): boolean {
  return name !== undefined && wordsOf(name).some((word) => TEARDOWN.has(word));
}
