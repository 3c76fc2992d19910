import ts from 'typescript';

import { namedSymbol } from '../language/references.ts';
import type { Sources } from './sources.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import type { Term } from './terms.ts';
import { isDefaultLibrarySymbol } from '../language/types.ts';

const TAKES: ReadonlySet<string> = new Set(['at', 'get', 'pop', 'shift']);

/** What an expression takes out of a collection whose contents can be seen: `map.get(key)`, `queue.shift()`, `list[0]`. */
export function takenTerm(
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

/**
 * What a pattern takes out of what stands beside it: `const [name] = [load()]`, `const { name } = { name: load() }`,
 * `const [name] = items.map(load)`. `undefined` where that cannot be seen.
 */
export function pickedTerm(
  sources: Sources,
  {
    dotDotDotToken,
    initializer,
    name,
    parent,
    propertyName,
  }: ts.BindingElement,
): Term | undefined {
  const declaration = parent.parent;
  if (
    !ts.isVariableDeclaration(declaration) ||
    declaration.initializer === undefined ||
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0 ||
    dotDotDotToken !== undefined ||
    initializer !== undefined
  ) {
    return undefined;
  }
  const value = unwrap(declaration.initializer);
  if (ts.isArrayBindingPattern(parent)) {
    const index = parent.elements.findIndex(
      (element) => ts.isBindingElement(element) && element.name === name,
    );
    return elementAt(sources, value, index);
  }
  if (!ts.isObjectLiteralExpression(value)) {
    return undefined;
  }
  const key = (propertyName ?? name).getText();
  // The last that may be it decides: what is spread may replace what stands before it.
  const property = value.properties.findLast(
    (each) => ts.isSpreadAssignment(each) || each.name.getText() === key,
  );
  return property && ts.isPropertyAssignment(property)
    ? sources.promise(property.initializer)
    : undefined;
}

function elementAt(
  sources: Sources,
  value: ts.Expression,
  index: number,
): Term | undefined {
  if (!ts.isArrayLiteralExpression(value)) {
    // Only what makes each of its elements says more than the type does.
    return ts.isCallExpression(value) ? sources.elements(value) : undefined;
  }
  const elements = value.elements.slice(0, index + 1);
  const element = elements[index];
  return element === undefined || elements.some(ts.isSpreadElement)
    ? undefined
    : sources.promise(element);
}
