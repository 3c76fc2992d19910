import ts from 'typescript';

import { bodyTerm } from './bodies.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { elementsByType, elementsTerm } from './elements.ts';
import { expressionTerm } from './expressions.ts';
import { askFromOutside } from '../language/nesting.ts';
import { perProgram } from '../language/per-program.ts';
import { namedSymbol, referencesOf } from '../language/references.ts';
import { solve } from './solutions.ts';
import {
  type FunctionWithBody,
  hasModifier,
  isGenerator,
  unwrap,
} from '../language/syntax.ts';
import {
  Equation,
  MAY,
  NEVER,
  type RejectionSource,
  type Term,
  UNKNOWN,
} from './terms.ts';
import { promisenessOf } from '../language/types.ts';
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

/** Whether an element of the array or iterable that an expression evaluates to can reject; the answers are those of {@link rejectionOf}. */
export function rejectionOfElements(
  program: ts.Program,
  expression: ts.Expression,
): RejectionSource {
  askFromOutside(program.getTypeChecker(), expression);
  return solve(sourcesOf(program).elements(expression));
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
  return rejectionOfElements(program, members);
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
        term = expressionTerm(sources, unwrap(expression));
        promises.set(expression, term);
      }
      return term;
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
          return MAY;
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
  const symbol = checker.getSymbolAtLocation(holder.name);
  return (
    (ts.getCombinedModifierFlags(holder) & ts.ModifierFlags.Export) !== 0 ||
    (symbol !== undefined &&
      referencesOf(checker, symbol, holder.getSourceFile()).some(({ parent }) =>
        ts.isExportSpecifier(parent),
      ))
  );
}
