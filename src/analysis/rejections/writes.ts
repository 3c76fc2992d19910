import ts from 'typescript';

import { writeAt } from '../language/assignments.ts';
import { elementsByType } from './elements.ts';
import { referencesOf } from '../language/references.ts';
import type { Sources } from './sources.ts';
import {
  accessedName,
  isPrivate,
  memberAccessOf,
  unwrap,
  wrapped,
} from '../language/syntax.ts';
import { some, type Term } from './terms.ts';

/** Methods of collections that put arguments into them, with the first argument that is an element. */
const ADDS: ReadonlyMap<string, number> = new Map([
  ['add', 0],
  ['fill', 0],
  ['push', 0],
  ['set', 1],
  ['splice', 2],
  ['unshift', 0],
]);

/** A name whose every write can be seen: a variable, or a field that only its own file can name. */
export type Holder =
  (ts.VariableDeclaration & { name: ts.Identifier }) | ts.PropertyDeclaration;

/** The holder that an expression names; `undefined` where its writes cannot all be seen. */
export function holderOf(
  checker: ts.TypeChecker,
  node: ts.Expression,
): Holder | undefined {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) {
    return undefined;
  }
  const declaration = checker.getSymbolAtLocation(
    ts.isIdentifier(node) ? node : node.name,
  )?.valueDeclaration;
  if (declaration === undefined) {
    return undefined;
  }
  return (ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name)) ||
    (ts.isPropertyDeclaration(declaration) && isPrivate(declaration))
    ? (declaration as Holder)
    : undefined;
}

/** What a variable or private field may hold: its initialiser, all that is assigned to it and, for a collection, all that is added to it. */
export function writesOf(
  sources: Sources,
  holder: Holder,
  aspect: 'promise' | 'elements',
): Term {
  const { checker } = sources;
  const { initializer, name } = holder;
  const symbol = checker.getSymbolAtLocation(name);
  const byType = (): Term =>
    aspect === 'promise'
      ? sources.byType(name as ts.Identifier)
      : elementsByType(sources, name as ts.Identifier);
  if (symbol === undefined || isAmbient(holder)) {
    return byType();
  }
  if (ts.isVariableDeclaration(holder)) {
    const loop = holder.parent.parent;
    if (ts.isForOfStatement(loop)) {
      return aspect === 'promise' && loop.awaitModifier === undefined
        ? sources.elements(loop.expression)
        : byType();
    }
    if (ts.isForInStatement(loop) || ts.isCatchClause(holder.parent)) {
      return byType();
    }
  }
  const terms = initializer === undefined ? [] : [sources[aspect](initializer)];
  for (const reference of referencesOf(
    checker,
    symbol,
    holder.getSourceFile(),
  )) {
    terms.push(...writesAt(sources, memberAccessOf(reference), aspect));
  }
  return some(terms);
}

function isAmbient(holder: Holder): boolean {
  return (
    holder.getSourceFile().isDeclarationFile ||
    (ts.getCombinedModifierFlags(holder) & ts.ModifierFlags.Ambient) !== 0
  );
}

function writesAt(
  sources: Sources,
  reference: ts.Node,
  aspect: 'promise' | 'elements',
): Term[] {
  const written = writtenTerm(sources, reference, aspect);
  if (written !== undefined) {
    return [written];
  }
  return aspect === 'elements' ? additionsAt(sources, wrapped(reference)) : [];
}

/** What is written at a reference; `undefined` where it is only read. */
function writtenTerm(
  sources: Sources,
  reference: ts.Node,
  aspect: 'promise' | 'elements',
): Term | undefined {
  const write = writeAt(reference);
  return write?.kind === 'value'
    ? sources[aspect](write.value)
    : write && sources.byType(reference as ts.Expression);
}

function additionsAt(sources: Sources, node: ts.Node): Term[] {
  const { parent } = node;
  if (ts.isElementAccessExpression(parent) && parent.expression === node) {
    const written = writtenTerm(sources, parent, 'promise');
    return written === undefined ? [] : [written];
  }
  if (ts.isPropertyAccessExpression(parent)) {
    const call = parent.parent;
    const first = ADDS.get(parent.name.text);
    return first !== undefined &&
      ts.isCallExpression(call) &&
      call.expression === parent
      ? call.arguments
          .slice(first)
          .map((argument) =>
            ts.isSpreadElement(argument)
              ? sources.elements(argument.expression)
              : sources.promise(argument),
          )
      : [];
  }
  // Handed to code that may add anything: what the type says is all that is known.
  return ts.isCallExpression(parent) &&
    unwrap(parent.expression) !== node &&
    !isCombinatorArgument(parent)
    ? [elementsByType(sources, node as ts.Expression)]
    : [];
}

function isCombinatorArgument(call: ts.CallExpression): boolean {
  const name = accessedName(unwrap(call.expression));
  return (
    name === 'all' || name === 'allSettled' || name === 'any' || name === 'race'
  );
}
