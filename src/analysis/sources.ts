import ts from 'typescript';

import { bodyTerm } from './bodies.ts';
import { calleeOf, functionOf } from './callees.ts';
import { type CombinatorCall, recogniseCombinator } from './combinators.ts';
import { elementsTerm } from './elements.ts';
import { perProgram } from './per-program.ts';
import { promiseMethodOf, type PromiseMethodCall } from './promise-calls.ts';
import { accessedName, type FunctionWithBody, unwrap } from './syntax.ts';
import {
  Equation,
  NEVER,
  type RejectionSource,
  solve,
  some,
  type Term,
  UNKNOWN,
} from './terms.ts';
import {
  isDefaultLibrarySymbol,
  isUnresolved,
  promisenessOf,
} from './types.ts';
import { type Holder, holderOf, writesOf } from './writes.ts';

export type { RejectionSource } from './terms.ts';

/**
 * What is asked of a function or variable: does calling it throw, can the promise that it returns
 * or holds reject, can an element of the array that it returns or holds?
 */
export type Aspect = 'throws' | 'promise' | 'elements';

/** The questions of one program about rejections, with the answers known so far. */
export interface Sources {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** Whether the promise that an expression evaluates to can reject. */
  promise: (expression: ts.Expression) => Term;
  /**
   * The same for an expression that is awaited or given to a combinator: by that its author says that it
   * is a promise, where its type cannot be resolved.
   */
  awaited: (expression: ts.Expression) => Term;
  /** Whether an element of the array or iterable that an expression evaluates to can reject. */
  elements: (expression: ts.Expression) => Term;
  ofFunction: (fn: FunctionWithBody, aspect: Aspect) => Term;
  ofHolder: (holder: Holder, aspect: 'promise' | 'elements') => Term;
  /** What the type of an expression says, where its code does not. */
  byType: (expression: ts.Expression, type?: ts.Type) => Term;
}

const sourcesOf = perProgram(createSources);

/**
 * Whether the promise that an expression evaluates to can reject; `never` for what is no promise.
 * `unknown` for `any` and for what cannot be resolved. A promise whose origin cannot be seen may.
 */
export function rejectionOf(
  program: ts.Program,
  expression: ts.Expression,
): RejectionSource {
  return solve(sourcesOf(program).promise(expression));
}

function createSources(program: ts.Program): Sources {
  const checker = program.getTypeChecker();
  const equations = new WeakMap<ts.Node, Partial<Record<Aspect, Term>>>();
  const promises = new WeakMap<ts.Node, Term>();

  const equation = (node: ts.Node, aspect: Aspect, read: () => Term): Term => {
    const known = equations.get(node) ?? {};
    equations.set(node, known);
    known[aspect] ??= { kind: 'equation', equation: new Equation(read) };
    return known[aspect];
  };

  const sources: Sources = {
    program,
    checker,
    promise(expression) {
      let term = promises.get(expression);
      if (term === undefined) {
        term = promiseTerm(sources, unwrap(expression));
        promises.set(expression, term);
      }
      return term;
    },
    awaited(expression) {
      const node = unwrap(expression);
      return ts.isCallExpression(node) &&
        promiseMethodOf(program, node) === undefined &&
        isUnresolved(checker.getTypeAtLocation(node))
        ? { kind: 'may', witness: { kind: 'unseen-body', node } }
        : sources.promise(expression);
    },
    elements: (expression) => elementsTerm(sources, unwrap(expression)),
    ofFunction: (fn, aspect) =>
      equation(fn, aspect, () => bodyTerm(sources, fn, aspect)),
    ofHolder: (holder, aspect) =>
      equation(holder, aspect, () => writesOf(sources, holder, aspect)),
    byType(expression, type) {
      const asked = type ?? checker.getTypeAtLocation(expression);
      switch (promisenessOf(checker, asked, expression)) {
        case 'never':
          return NEVER;
        case 'unknown':
          return UNKNOWN;
        case 'some':
          return {
            kind: 'may',
            witness: { kind: 'opaque-promise', node: expression },
          };
      }
    },
  };
  return sources;
}

function promiseTerm(sources: Sources, node: ts.Expression): Term {
  if (ts.isCallExpression(node)) {
    return callTerm(sources, node);
  }
  if (ts.isNewExpression(node)) {
    return constructionTerm(sources, node);
  }
  const holder = holderOf(sources.checker, node);
  if (holder !== undefined) {
    return sources.ofHolder(holder, 'promise');
  }
  if (ts.isConditionalExpression(node)) {
    return some([
      sources.promise(node.whenTrue),
      sources.promise(node.whenFalse),
    ]);
  }
  if (ts.isBinaryExpression(node)) {
    return operatorTerm(sources, node);
  }
  if (
    ts.isAwaitExpression(node) ||
    ts.isVoidExpression(node) ||
    ts.isLiteralExpression(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isArrayLiteralExpression(node)
  ) {
    return NEVER;
  }
  return sources.byType(node);
}

function operatorTerm(sources: Sources, node: ts.BinaryExpression): Term {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
      return some([sources.promise(node.left), sources.promise(node.right)]);
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.CommaToken:
    case ts.SyntaxKind.EqualsToken:
      return sources.promise(node.right);
    default:
      return sources.byType(node);
  }
}

function callTerm(sources: Sources, call: ts.CallExpression): Term {
  if (call.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { kind: 'may', witness: { kind: 'unseen-body', node: call } };
  }
  const method = promiseMethodOf(sources.program, call);
  if (method !== undefined) {
    return promiseMethodTerm(sources, method);
  }
  const combinator = recogniseCombinator(sources.program, call);
  if (combinator !== undefined) {
    return combinatorTerm(sources, combinator);
  }
  const body = calleeOf(sources.program, call);
  if (body !== undefined) {
    return sources.ofFunction(body, 'promise');
  }
  if (isTimer(sources, call)) {
    return NEVER;
  }
  const collection = collectionOf(sources, call);
  if (collection !== undefined) {
    return sources.ofHolder(collection, 'elements');
  }
  const type = sources.byType(call);
  return type.kind === 'may'
    ? { kind: 'may', witness: { kind: 'unseen-body', node: call } }
    : type;
}

function combinatorTerm(sources: Sources, call: CombinatorCall): Term {
  const { input, method, node } = call;
  if (input.kind === 'unknown') {
    return UNKNOWN;
  }
  const iterable = input.kind === 'tuple' ? input.array : input.expression;
  switch (method) {
    case 'allSettled':
      return sources.byType(iterable).kind === 'unknown' ? UNKNOWN : NEVER;
    case 'all':
    case 'race':
      return sources.elements(iterable);
    case 'any':
      if (
        input.kind === 'iterable' ||
        input.array.elements.some(ts.isSpreadElement)
      ) {
        return sources.elements(iterable);
      }
      // `any` rejects when every member does, and so for no member at all (ECMA-262, 27.2.4.3).
      return input.array.elements.length === 0
        ? { kind: 'may', witness: { kind: 'rejection', node } }
        : { kind: 'every', of: input.array.elements.map(sources.awaited) };
  }
}

function promiseMethodTerm(sources: Sources, call: PromiseMethodCall): Term {
  switch (call.kind) {
    case 'resolve':
      return call.value === undefined ? NEVER : sources.promise(call.value);
    case 'reject':
      return { kind: 'may', witness: { kind: 'rejection', node: call.node } };
    case 'try':
      return reactionTerm(sources, call.callback);
    case 'finally':
      return some([
        sources.promise(call.receiver),
        reactionTerm(sources, call.onSettled),
      ]);
    case 'then':
      return some([
        ...(call.onRejected === undefined
          ? [sources.promise(call.receiver)]
          : [reactionTerm(sources, call.onRejected)]),
        reactionTerm(sources, call.onFulfilled),
      ]);
  }
}

/** Whether what a handler or callback does rejects the promise that is made from it. */
function reactionTerm(
  sources: Sources,
  callback: ts.Expression | undefined,
): Term {
  if (callback === undefined) {
    return NEVER;
  }
  const body = functionOf(sources.program, callback);
  if (body !== undefined) {
    return some([
      sources.ofFunction(body, 'throws'),
      sources.ofFunction(body, 'promise'),
    ]);
  }
  // A callback whose body cannot be seen: what it returns decides.
  const results = sources.checker
    .getTypeAtLocation(callback)
    .getCallSignatures()
    .map((signature) => sources.byType(callback, signature.getReturnType()));
  // A plain call is not held against the promise; one that returns another promise is not known to be safe.
  return results.some((result) => result.kind === 'may') ? UNKNOWN : NEVER;
}

/** `new Promise(executor)` rejects where the executor names its second parameter, throws, or resolves with a promise that does. */
function constructionTerm(sources: Sources, node: ts.NewExpression): Term {
  const { checker, program } = sources;
  const [executor] = node.arguments ?? [];
  const constructed = checker
    .getTypeAtLocation(node.expression)
    .getProperty('resolve');
  if (
    executor === undefined ||
    !isDefaultLibrarySymbol(program, constructed, 'PromiseConstructor')
  ) {
    return sources.byType(node);
  }
  const body = functionOf(program, executor);
  if (
    body === undefined ||
    body.parameters.some((p) => !ts.isIdentifier(p.name) || p.dotDotDotToken)
  ) {
    return sources.byType(node);
  }
  const [resolve, reject] = body.parameters.map((parameter) =>
    checker.getSymbolAtLocation(parameter.name),
  );
  const terms: Term[] = [sources.ofFunction(body, 'throws')];
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) {
      const symbol = checker.getSymbolAtLocation(child);
      if (symbol !== undefined && symbol === reject) {
        terms.push({
          kind: 'may',
          witness: { kind: 'rejection', node: child },
        });
      } else if (
        symbol !== undefined &&
        symbol === resolve &&
        ts.isCallExpression(child.parent) &&
        child.parent.expression === child &&
        child.parent.arguments[0] !== undefined
      ) {
        terms.push(sources.promise(child.parent.arguments[0]));
      }
    }
    ts.forEachChild(child, visit);
  };
  visit(body.body);
  return some(terms);
}

/** The collection whose element a call takes out: `map.get(key)`, `queue.shift()`. */
function collectionOf(
  sources: Sources,
  call: ts.CallExpression,
): Holder | undefined {
  const callee = unwrap(call.expression);
  return TAKES.has(accessedName(callee) ?? '')
    ? holderOf(
        sources.checker,
        unwrap((callee as ts.AccessExpression).expression),
      )
    : undefined;
}

const TAKES: ReadonlySet<string> = new Set(['at', 'get', 'pop', 'shift']);

/** A promisified timer, which only ever fulfils: Node's `timers/promises`, or a delay by its usual name whose body cannot be seen. */
function isTimer(sources: Sources, call: ts.CallExpression): boolean {
  const callee = unwrap(call.expression);
  const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
  if (name === 'sleep' || name === 'delay') {
    return true;
  }
  const declaration = sources.checker.getResolvedSignature(call)?.declaration;
  return (
    declaration !== undefined &&
    call.arguments.length < 3 &&
    /(?:^|\/)timers\/promises(?:\.d\.ts)?$/u.test(moduleOf(declaration))
  );
}

function moduleOf(declaration: ts.Node): string {
  let node = declaration;
  while (!ts.isSourceFile(node)) {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) {
      return node.name.text;
    }
    node = node.parent;
  }
  return node.fileName;
}
