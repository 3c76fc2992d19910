import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import type { CombinatorCall } from '../analysis/language/combinators.ts';
import {
  isLostElsewhere,
  type RejectionFate,
} from '../analysis/fates/fates.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { addCatch } from './add-catch.ts';
import { allSettledFor } from './all-settled-for.ts';
import { suggestion } from './edits.ts';
import { wrapBodyInTry, wrapInTry } from './wrap-in-try.ts';

// The edits that handle a combinator's rejection, shared by the rules that ask for it. Two of them
// side by side are a decision: all must succeed, or each is on its own.

export type HandlingMessageId = 'wrapInTry' | 'useAllSettled';

export const HANDLING_MESSAGES = {
  wrapInTry: 'All must succeed: handle the failure with `try` and `catch`.',
  useAllSettled:
    'Each on its own: use `Promise.allSettled` and a fallback for every member that fails.',
} as const satisfies Record<HandlingMessageId, string>;

export type LossMessageId = HandlingMessageId | 'addCatch';

export const LOSS_MESSAGES = {
  ...HANDLING_MESSAGES,
  addCatch: 'Handle the failure with `.catch()` where the promise is dropped.',
} as const satisfies Record<LossMessageId, string>;

type SourceCode = Readonly<TSESLint.SourceCode>;
type Lost = Extract<RejectionFate, { kind: 'lost' }>;
type Suggestions<MessageId extends string> =
  TSESLint.ReportSuggestionArray<MessageId>;

/** What to suggest for a combinator where it is called. */
export function handlingSuggestions(
  sourceCode: SourceCode,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
): Suggestions<HandlingMessageId> {
  return [
    ...tryAround(sourceCode, node),
    ...suggestion(
      'useAllSettled',
      allSettledFor(sourceCode, source, node, call),
    ),
  ];
}

/** What to suggest for a lost rejection: an edit at the end of its way where that is in this file and the only one, else where the combinator is called. */
export function lossSuggestions(
  sourceCode: SourceCode,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
  lost: Lost,
): Suggestions<LossMessageId> {
  const isOneOfSeveral = isLostElsewhere(source.program, call.node, lost);
  const atEnd = isOneOfSeveral ? [] : handlingAtEnd(sourceCode, source, lost);
  return [
    ...(atEnd.length > 0 || (lost.path.length < 2 && !isOneOfSeveral)
      ? atEnd
      : tryAround(sourceCode, node)),
    ...suggestion(
      'useAllSettled',
      allSettledFor(sourceCode, source, node, call),
    ),
  ];
}

function handlingAtEnd(
  sourceCode: SourceCode,
  source: TypedSource,
  { at, how, path }: Lost,
): Suggestions<LossMessageId> {
  const node = source.toESTree(at);
  const last = path.at(-1);
  switch (how) {
    case 'top-level':
      return node === undefined
        ? []
        : suggestion('wrapInTry', wrapInTry(sourceCode, node));
    case 'discarded':
    case 'unused':
    case 'voided': {
      const dropped =
        node && (how === 'unused' ? initialValue(node) : expressionOf(node));
      return dropped === undefined
        ? []
        : suggestion('addCatch', addCatch(sourceCode, source, dropped));
    }
    case 'callback':
    case 'executor': {
      const end = last && source.toESTree(last.at);
      return last === undefined || end === undefined
        ? []
        : inCallback(sourceCode, source, last.fn, end, how);
    }
  }
}

/** The expression whose promise is dropped. */
function expressionOf(node: TSESTree.Node): TSESTree.Expression {
  return node.type === 'ExpressionStatement'
    ? node.expression
    : (node as TSESTree.Expression);
}

/** The value of a constant that nothing uses; a variable may be written again, so that it is not known which value is meant. */
function initialValue(name: TSESTree.Node): TSESTree.Expression | undefined {
  const declarator =
    name.type === 'Identifier' && name.typeAnnotation === undefined
      ? name.parent
      : undefined;
  return declarator?.type === 'VariableDeclarator' &&
    declarator.id === name &&
    declarator.parent.kind === 'const'
    ? (declarator.init ?? undefined)
    : undefined;
}

/** Handles a rejection in a callback whose promise nobody looks at, where it enters the callback: at `end`. */
function inCallback(
  sourceCode: SourceCode,
  source: TypedSource,
  fn: ts.SignatureDeclaration,
  end: TSESTree.Node,
  how: 'callback' | 'executor',
): Suggestions<LossMessageId> {
  const failure = how === 'executor' ? rejecting(fn) : 'console.error(error)';
  if (failure === undefined || end.type === 'ThrowStatement') {
    return [];
  }
  const isAwaited =
    end.type === 'AwaitExpression' || end.type === 'ForOfStatement';
  if (isAwaited) {
    return suggestion(
      'wrapInTry',
      wrapInTry(sourceCode, end, failure) ??
        (isResultIgnored(source, fn)
          ? wrapBodyInTry(sourceCode, end, failure)
          : undefined),
    );
  }
  return how === 'callback' && isResultIgnored(source, fn)
    ? suggestion(
        'addCatch',
        addCatch(sourceCode, source, end as TSESTree.Expression),
      )
    : [];
}

/** How the executor of `new Promise` reports a failure: only so does its promise settle. */
function rejecting(fn: ts.SignatureDeclaration): string | undefined {
  const reject = fn.parameters[1]?.name;
  return reject !== undefined && ts.isIdentifier(reject)
    ? `${reject.text}(error)`
    : undefined;
}

/** Whether a function stands where any result will do, so that an edit may change its type. */
function isResultIgnored(
  { checker }: TypedSource,
  fn: ts.SignatureDeclaration,
): boolean {
  if (
    fn.type !== undefined ||
    !(ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))
  ) {
    return false;
  }
  const expected = checker.getContextualType(fn);
  const signatures =
    expected === undefined
      ? []
      : checker.getNonNullableType(expected).getCallSignatures();
  return (
    signatures.length > 0 &&
    signatures.every(
      (signature) =>
        (signature.getReturnType().flags &
          (ts.TypeFlags.Void | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !==
        0,
    )
  );
}

/** `try` around the `await` that a combinator's own promise, or a chain on it, meets. */
function tryAround(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
): Suggestions<'wrapInTry'> {
  let node: TSESTree.Node = call;
  while (node.parent !== undefined && isPartOfChain(node, node.parent)) {
    node = node.parent;
  }
  return node.parent?.type === 'AwaitExpression'
    ? suggestion('wrapInTry', wrapInTry(sourceCode, node.parent))
    : [];
}

function isPartOfChain(node: TSESTree.Node, parent: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'CallExpression':
      return parent.callee === node;
    case 'MemberExpression':
      return parent.object === node;
    case 'ConditionalExpression':
      return parent.test !== node;
    case 'ChainExpression':
    case 'LogicalExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return true;
    default:
      return false;
  }
}
