import ts from 'typescript';

import { bodyTerm } from './bodies.ts';
import { calleesOf } from './callees.ts';
import { type CombinatorCall, recogniseCombinator } from './combinators.ts';
import { elementsByType, elementsTerm } from './elements.ts';
import { constructionTerm } from './executors.ts';
import { askFromOutside } from './nesting.ts';
import { perProgram } from './per-program.ts';
import { promiseMethodOf } from './promise-calls.ts';
import { promiseMethodTerm } from './reactions.ts';
import { namedSymbol, referencesOf } from './references.ts';
import { overridesOf } from './subclasses.ts';
import {
  accessedName,
  type FunctionWithBody,
  hasModifier,
  isFunctionWithBody,
  isGenerator,
  unwrap,
} from './syntax.ts';
import {
  Equation,
  every,
  NEVER,
  type RejectionSource,
  solve,
  some,
  type Term,
  UNKNOWN,
} from './terms.ts';
import { isTimer } from './timers.ts';
import {
  isDefaultLibrarySymbol,
  isUnresolved,
  iterabilityOf,
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
  /** The variable or private field that an expression names, in this file or behind an import. */
  holder: (expression: ts.Expression) => Holder | undefined;
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
  askFromOutside(program.getTypeChecker(), expression);
  return solve(sourcesOf(program).promise(expression));
}

/** Whether a member of what a combinator is given can reject, whatever the combinator makes of that. */
export function memberRejectionOf(
  program: ts.Program,
  { input }: CombinatorCall,
): RejectionSource {
  if (input.kind === 'unknown') {
    return { kind: 'unknown' };
  }
  const members = input.kind === 'tuple' ? input.array : input.expression;
  askFromOutside(program.getTypeChecker(), members);
  return solve(sourcesOf(program).elements(members));
}

function createSources(program: ts.Program): Sources {
  const checker = program.getTypeChecker();
  const equations = new WeakMap<ts.Node, Partial<Record<Aspect, Term>>>();
  const promises = new WeakMap<ts.Node, Term>();

  const equation = (node: ts.Node, aspect: Aspect, read: () => Term): Term => {
    const known = equations.get(node) ?? {};
    equations.set(node, known);
    known[aspect] ??= {
      kind: 'equation',
      equation: new Equation(() => {
        askFromOutside(checker, node);
        return read();
      }),
    };
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
    holder: (expression) => holderNamed(checker, expression),
    ofFunction: (fn, aspect) =>
      isSilent(fn, aspect)
        ? NEVER
        : equation(fn, aspect, () => bodyTerm(sources, fn, aspect)),
    ofHolder(holder, aspect) {
      const name = holder.name as ts.Identifier;
      if (aspect === 'elements') {
        return isWrittenElsewhere(checker, holder)
          ? elementsByType(sources, name)
          : equation(holder, aspect, () => writesOf(sources, holder, aspect));
      }
      return sources.byType(name) === NEVER
        ? NEVER
        : equation(holder, aspect, () => writesOf(sources, holder, aspect));
    },
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

/** Whether a function cannot do what is asked by its kind alone: an async function never throws, it rejects. */
function isSilent(fn: FunctionWithBody, aspect: Aspect): boolean {
  const isAsync = hasModifier(fn, ts.SyntaxKind.AsyncKeyword);
  return isGenerator(fn)
    ? isAsync || aspect !== 'elements'
    : isAsync && aspect !== 'promise';
}

/** {@link holderOf} through imports and re-exports: other files can read what a module exports, but not assign it. */
function holderNamed(
  checker: ts.TypeChecker,
  node: ts.Expression,
): Holder | undefined {
  const holder = holderOf(checker, node);
  if (
    holder !== undefined ||
    !(ts.isIdentifier(node) || ts.isPropertyAccessExpression(node))
  ) {
    return holder;
  }
  const declaration = namedSymbol(checker, node)?.valueDeclaration;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name)
    ? holderOf(checker, declaration.name)
    : undefined;
}

/** Whether other files may add to a collection: they can name what is exported. */
function isWrittenElsewhere(checker: ts.TypeChecker, holder: Holder): boolean {
  if (ts.isPropertyDeclaration(holder)) {
    return false;
  }
  const symbol = checker.getSymbolAtLocation(holder.name);
  return (
    (ts.getCombinedModifierFlags(holder) & ts.ModifierFlags.Export) !== 0 ||
    (symbol !== undefined &&
      referencesOf(checker, symbol, holder.getSourceFile()).some(({ parent }) =>
        ts.isExportSpecifier(parent),
      ))
  );
}

function promiseTerm(sources: Sources, node: ts.Expression): Term {
  if (ts.isCallExpression(node)) {
    return callTerm(sources, node);
  }
  if (ts.isNewExpression(node)) {
    return constructionTerm(sources, node);
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
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    return nameTerm(sources, node);
  }
  if (ts.isElementAccessExpression(node)) {
    return takenTerm(sources, node) ?? sources.byType(node);
  }
  if (
    ts.isAwaitExpression(node) ||
    ts.isVoidExpression(node) ||
    ts.isLiteralExpression(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isOmittedExpression(node)
  ) {
    return NEVER;
  }
  return sources.byType(node);
}

function nameTerm(
  sources: Sources,
  node: ts.Identifier | ts.PropertyAccessExpression,
): Term {
  const holder = sources.holder(node);
  if (holder !== undefined) {
    return sources.ofHolder(holder, 'promise');
  }
  const declaration = namedSymbol(sources.checker, node)?.valueDeclaration;
  if (declaration !== undefined && ts.isExportAssignment(declaration)) {
    return sources.promise(declaration.expression);
  }
  return declaration !== undefined &&
    ts.isGetAccessor(declaration) &&
    isFunctionWithBody(declaration) &&
    overridesOf(sources.program, declaration).length === 0
    ? sources.ofFunction(declaration, 'promise')
    : sources.byType(node);
}

/** What an operator yields. A long chain of one operator nests to the left, and is walked without recursion. */
function operatorTerm(sources: Sources, node: ts.BinaryExpression): Term {
  const terms: Term[] = [];
  let left: ts.Expression = node;
  while (ts.isBinaryExpression(left)) {
    switch (left.operatorToken.kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        terms.push(sources.promise(left.right));
        left = unwrap(left.left);
        continue;
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
      case ts.SyntaxKind.EqualsToken:
        terms.push(sources.promise(left.right));
        return some(terms.reverse());
      default:
        terms.push(sources.byType(left));
        return some(terms.reverse());
    }
  }
  terms.push(sources.promise(left));
  return some(terms.reverse());
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
  const bodies = calleesOf(sources.program, call);
  if (bodies.length > 0) {
    return some(bodies.map((body) => sources.ofFunction(body, 'promise')));
  }
  if (isTimer(sources.checker, call)) {
    return NEVER;
  }
  const taken = takenTerm(sources, call);
  if (taken !== undefined) {
    return taken;
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
  const { checker } = sources;
  const iterable = input.kind === 'tuple' ? input.array : input.expression;
  const iterability =
    input.kind === 'tuple'
      ? 'all'
      : iterabilityOf(checker, checker.getTypeAtLocation(iterable));
  if (iterability === 'none') {
    // A combinator of what is not iterable rejects (ECMA-262, 27.2.4.1, step 5).
    return { kind: 'may', witness: { kind: 'rejection', node } };
  }
  switch (method) {
    case 'allSettled':
      return iterability === 'all' ? NEVER : UNKNOWN;
    case 'all':
    case 'race':
      return sources.elements(iterable);
    case 'any':
      return input.kind === 'tuple'
        ? anyTerm(sources, node, input.array)
        : some([sources.elements(iterable), UNKNOWN]);
  }
}

/** `any` rejects when every member does, and so for no member at all (ECMA-262, 27.2.4.3). */
function anyTerm(
  sources: Sources,
  node: ts.CallExpression,
  { elements }: ts.ArrayLiteralExpression,
): Term {
  if (elements.length === 0) {
    return { kind: 'may', witness: { kind: 'rejection', node } };
  }
  const members = elements.filter((element) => !ts.isSpreadElement(element));
  if (members.length === 0) {
    // What is spread may be empty, and is not known to be.
    return some([
      ...elements.filter(ts.isSpreadElement).map((spread) => {
        return sources.elements(spread.expression);
      }),
      UNKNOWN,
    ]);
  }
  const known = every(members.map(sources.awaited));
  return members.length === elements.length || known === NEVER
    ? known
    : every([
        known,
        ...elements.filter(ts.isSpreadElement).map((spread) => {
          return some([sources.elements(spread.expression), UNKNOWN]);
        }),
      ]);
}

/** What an expression takes out of a collection whose contents can be seen: `map.get(key)`, `queue.shift()`, `list[0]`. */
function takenTerm(
  sources: Sources,
  node: ts.CallExpression | ts.ElementAccessExpression,
): Term | undefined {
  const { checker, program } = sources;
  let collection: ts.Expression;
  if (ts.isElementAccessExpression(node)) {
    collection = node.expression;
    if (!checker.isArrayLikeType(checker.getTypeAtLocation(collection))) {
      return undefined;
    }
  } else {
    const callee = unwrap(node.expression);
    if (
      !TAKES.has(accessedName(callee) ?? '') ||
      !isDefaultLibrarySymbol(program, namedSymbol(checker, callee))
    ) {
      return undefined;
    }
    collection = (callee as ts.AccessExpression).expression;
  }
  const holder = sources.holder(unwrap(collection));
  return holder && sources.ofHolder(holder, 'elements');
}

const TAKES: ReadonlySet<string> = new Set(['at', 'get', 'pop', 'shift']);
