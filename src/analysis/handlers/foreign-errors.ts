import ts from 'typescript';

import { calleesOf, functionOf, functionsOf } from '../language/callees.ts';
import { errorHandlersOf } from './combinator-handlers.ts';
import {
  type CombinatorCall,
  type CombinatorInput,
  recogniseCombinator,
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
 * handler asks first what it has, and where a member may reject with an `AggregateError` as far as it can be seen.
 */
export function foreignErrorsOf(
  program: ts.Program,
  { input, method, node }: CombinatorCall,
): MemberUse['node'][] {
  if (
    (method !== 'all' && method !== 'race') ||
    new AggregateSearch(program).findsIn(node.arguments)
  ) {
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

/** How many function bodies are looked into for what may make an `AggregateError`. */
const BODY_LIMIT = 30;

/** Looks for an `AggregateError` and for `Promise.any` in code, in the functions that it names and in what its constants hold. */
class AggregateSearch {
  readonly #program: ts.Program;
  readonly #entered = new Set<ts.Node>();

  constructor(program: ts.Program) {
    this.#program = program;
  }

  findsIn(nodes: readonly ts.Node[]): boolean {
    return nodes.some((node) => this.#finds(node));
  }

  #finds(node: ts.Node): boolean {
    if (
      (ts.isIdentifier(node) && node.text === 'AggregateError') ||
      recogniseCombinator(this.#program, node)?.method === 'any'
    ) {
      return true;
    }
    return (
      (ts.isExpression(node) &&
        this.findsIn(
          [...this.#bodies(node), this.#value(node)].filter(
            (each) => each !== undefined && this.#enters(each),
          ) as ts.Node[],
        )) ||
      (ts.forEachChild(node, (child) => this.#finds(child) || undefined) ??
        false)
    );
  }

  #enters(node: ts.Node): boolean {
    const isNew = !this.#entered.has(node) && this.#entered.size < BODY_LIMIT;
    this.#entered.add(node);
    return isNew;
  }

  #bodies(node: ts.Expression): ts.Node[] {
    return ts.isCallExpression(node)
      ? calleesOf(this.#program, node).map(({ body }) => body)
      : ts.isIdentifier(node)
        ? functionsOf(this.#program, node).map(({ body }) => body)
        : [];
  }

  #value(node: ts.Expression): ts.Node | undefined {
    const declaration = ts.isIdentifier(node)
      ? this.#program.getTypeChecker().getSymbolAtLocation(node)
          ?.valueDeclaration
      : undefined;
    return declaration !== undefined && ts.isVariableDeclaration(declaration)
      ? declaration.initializer
      : undefined;
  }
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
  if (!ts.isBindingElement(read)) {
    return (
      (ts.isPropertyAccessExpression(read) ||
        ts.isElementAccessExpression(read)) &&
      read.questionDotToken === undefined &&
      isAggregate(checker, read.expression)
    );
  }
  return read.initializer === undefined && isAggregate(checker, read.parent);
}

function isAggregate(checker: ts.TypeChecker, node: ts.Node): boolean {
  return checker.getTypeAtLocation(node).getSymbol()?.name === 'AggregateError';
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
