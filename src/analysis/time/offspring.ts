import ts from 'typescript';

import {
  isObject,
  isSame,
  isUsedIn,
  type Resource,
  resourceOf,
} from './resources.ts';
import {
  accessedName,
  boundNames,
  enclosingFunction,
  unwrap,
} from '../language/syntax.ts';

/** What a resource gives to others while it is open, and what is no longer good without it. */
export type Offspring = 'handles' | 'values';

/**
 * A resource with the constants that are made from it before a node and last as long as it: what its
 * methods return without waiting (`client.db()`), handles that can be closed themselves
 * (`await browser.newPage()`), what is built on it (`new Repository(connection)`) and, where its
 * `values` are meant, all that is computed from it (a path in a folder).
 */
export function withOffspring(
  program: ts.Program,
  resource: Resource,
  before: ts.Node,
  kind: Offspring,
): Resource[] {
  const checker = program.getTypeChecker();
  const known = [resource];
  const scope = enclosingFunction(before) ?? before.getSourceFile();
  const visit = (node: ts.Node): void => {
    if (node.pos >= before.pos || (ts.isFunctionLike(node) && node !== scope)) {
      return;
    }
    if (
      ts.isVariableDeclaration(node) &&
      node.initializer !== undefined &&
      ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const &&
      isMadeFrom(program, node.initializer, known, kind)
    ) {
      known.push(...namesIn(checker, node.name));
    }
    ts.forEachChild(node, visit);
  };
  visit(scope);
  return known;
}

function namesIn(checker: ts.TypeChecker, name: ts.BindingName): Resource[] {
  return boundNames(name).flatMap((each) => {
    const root = checker.getSymbolAtLocation(each);
    return root === undefined ? [] : [{ root, path: [], text: each.text }];
  });
}

function isMadeFrom(
  program: ts.Program,
  initializer: ts.Expression,
  resources: readonly Resource[],
  kind: Offspring,
): boolean {
  const node = unwrap(initializer);
  if (kind === 'values') {
    return !ts.isAwaitExpression(node) && isUsedIn(program, node, resources);
  }
  const checker = program.getTypeChecker();
  const made = ts.isAwaitExpression(node) ? unwrap(node.expression) : node;
  const type = checker.getTypeAtLocation(node);
  const isHandle = ts.isAwaitExpression(node)
    ? isClosable(checker, type)
    : isObject(checker, node) &&
      checker.getPropertyOfType(type, 'then') === undefined;
  return (
    isHandle &&
    sourcesOf(made).some((source) =>
      resources.some((resource) =>
        isSame(resourceOf(checker, source), resource),
      ),
    )
  );
}

/** What a call or an access takes its value from: the object it begins with, and the arguments. */
function sourcesOf(expression: ts.Expression): ts.Expression[] {
  const node = unwrap(expression);
  if (ts.isNewExpression(node)) {
    return [...(node.arguments ?? [])];
  }
  if (ts.isCallExpression(node)) {
    return [...sourcesOf(node.expression), ...node.arguments];
  }
  return accessedName(node) === undefined
    ? [node]
    : [node, ...sourcesOf((node as ts.AccessExpression).expression)];
}

function isClosable(checker: ts.TypeChecker, type: ts.Type): boolean {
  return ['close', 'destroy', 'dispose', 'end', 'release'].some(
    (name) => checker.getPropertyOfType(type, name) !== undefined,
  );
}
