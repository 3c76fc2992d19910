import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { errorHandlersOf } from './combinator-handlers.ts';
import type {
  CombinatorCall,
  CombinatorInput,
} from '../language/combinators.ts';
import { isCondition, isLogical } from '../language/conditions.ts';
import { type ErrorUse, errorUsesOf } from './error-uses.ts';
import { returnedExpressions } from '../language/returns.ts';
import { accessedName, unwrap, wrapped } from '../language/syntax.ts';

type MemberUse = Extract<ErrorUse, { kind: 'member' }>;

/**
 * The places where a handler of `Promise.all` or `Promise.race` reads `errors`: these reject with the
 * error of one member. That may be an error with `errors` of its own, so that only two reads count: of
 * what the code calls an `AggregateError`, and where all members are calls of `fetch`. None where the
 * handler asks first what it has.
 */
export function foreignErrorsOf(
  program: ts.Program,
  { input, method, node }: CombinatorCall,
): MemberUse['node'][] {
  if (method !== 'all' && method !== 'race') {
    return [];
  }
  const checker = program.getTypeChecker();
  return errorHandlersOf(program, node).flatMap(({ name }) => {
    const uses = errorUsesOf(checker, name);
    return uses.some(isAsked)
      ? []
      : uses.flatMap((use) =>
          use.kind === 'member' &&
          use.name === 'errors' &&
          (isCalledAggregate(checker, use.node) || areFetches(program, input))
            ? [use.node]
            : [],
        );
  });
}

function isAsked(use: ErrorUse): boolean {
  switch (use.kind) {
    case 'instanceof':
    case 'in':
    case 'tested':
      return true;
    case 'member':
      return use.compared.length > 0 || isTested(use.node);
    default:
      return false;
  }
}

/** Whether code asks for a member before it goes on. */
function isTested(read: MemberUse['node']): boolean {
  const node = wrapped(read);
  const { parent } = node;
  return (
    isCondition(node) ||
    isLogical(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isCallExpression(parent) &&
      accessedName(parent.expression) === 'isArray')
  );
}

function isCalledAggregate(
  checker: ts.TypeChecker,
  read: MemberUse['node'],
): boolean {
  return (
    (ts.isPropertyAccessExpression(read) ||
      ts.isElementAccessExpression(read)) &&
    read.questionDotToken === undefined &&
    checker.getTypeAtLocation(read.expression).getSymbol()?.name ===
      'AggregateError'
  );
}

/** Whether all members are calls of the host's `fetch`, whose errors are known: `TypeError` and `DOMException`. */
function areFetches(program: ts.Program, input: CombinatorInput): boolean {
  if (input.kind === 'tuple') {
    return (
      input.array.elements.length > 0 &&
      input.array.elements.every((member) => isFetch(program, member))
    );
  }
  const call = input.kind === 'iterable' ? input.expression : undefined;
  const callback =
    call !== undefined &&
    ts.isCallExpression(call) &&
    accessedName(call.expression) === 'map'
      ? call.arguments[0]
      : undefined;
  const fn = callback && functionOf(program, callback);
  return (
    fn !== undefined &&
    !ts.isBlock(fn.body) &&
    returnedExpressions(fn).every((member) => isFetch(program, member))
  );
}

function isFetch(program: ts.Program, member: ts.Expression): boolean {
  const call = unwrap(member);
  if (
    !ts.isCallExpression(call) ||
    !ts.isIdentifier(call.expression) ||
    call.expression.text !== 'fetch'
  ) {
    return false;
  }
  const symbol = program.getTypeChecker().getSymbolAtLocation(call.expression);
  return (
    symbol?.declarations?.every(
      (declaration) => declaration.getSourceFile().isDeclarationFile,
    ) ?? false
  );
}
