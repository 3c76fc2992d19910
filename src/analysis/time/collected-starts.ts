import ts from 'typescript';

import {
  type Place,
  promiseStarts,
  type PromiseStart,
  recordStarts,
  regionOf,
} from './kept-promises.ts';
import { referencesOf } from '../language/references.ts';
import {
  accessedName,
  enclosingFunction,
  outermostFunction,
  unwrap,
} from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** How a method keeps what it is given, and the index of the first argument that it keeps. */
const COLLECTS: ReadonlyMap<string, { kind: 'array' | 'map'; from: number }> =
  new Map([
    ['push', { kind: 'array', from: 0 }],
    ['unshift', { kind: 'array', from: 0 }],
    ['set', { kind: 'map', from: 1 }],
  ]);

/** What `array.push(…)` or `map.set(key, …)` puts into a local collection: a call, an object with one, or what a name stands for that is used for nothing else. */
export function collectedStarts(
  program: ts.Program,
  call: ts.CallExpression,
): PromiseStart[] {
  const callee = unwrap(call.expression);
  const collects = COLLECTS.get(accessedName(callee) ?? '');
  if (collects === undefined) {
    return [];
  }
  const collection = unwrap((callee as ts.AccessExpression).expression);
  const kept = placeOf(program, collection, call);
  if (
    kept === undefined ||
    (collects.kind === 'map' && !isNewMap(kept.initializer))
  ) {
    return [];
  }
  const { place, node } = kept;
  return call.arguments.slice(collects.from).flatMap((argument) => {
    const value = unwrap(argument);
    return [
      ...promiseStarts(
        program,
        (ts.isIdentifier(value) && initialiserOf(program, value)) || value,
        place,
        { kind: collects.kind },
        node,
      ),
      ...(collects.kind === 'array'
        ? recordStarts(program, value, place, node)
        : []),
    ];
  });
}

/** What `tasks[key] = …` puts into a local object that is empty at first. */
export function keyedStarts(
  program: ts.Program,
  { left, right }: ts.BinaryExpression,
): PromiseStart[] {
  const target = unwrap(left);
  const kept =
    ts.isElementAccessExpression(target) &&
    !ts.isLiteralExpression(target.argumentExpression)
      ? placeOf(program, unwrap(target.expression), right)
      : undefined;
  return kept !== undefined && isEmptyObject(kept.initializer)
    ? promiseStarts(
        program,
        right,
        kept.place,
        { kind: 'dictionary' },
        kept.node,
      )
    : [];
}

/** The local variable that a collection is named by, and after which node what code puts into it is there. */
function placeOf(
  program: ts.Program,
  collection: ts.Expression,
  code: ts.Node,
):
  | { place: Place; node: ts.Node; initializer: ts.Expression | undefined }
  | undefined {
  const declaration = ts.isIdentifier(collection)
    ? program.getTypeChecker().getSymbolAtLocation(collection)?.valueDeclaration
    : undefined;
  if (
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !ts.isIdentifier(declaration.name) ||
    declaration.getSourceFile() !== code.getSourceFile()
  ) {
    return undefined;
  }
  const { name, initializer } = declaration;
  const region = regionOf(declaration);
  const node = runsBy(code, enclosingFunction(declaration));
  return region === undefined || node === undefined
    ? undefined
    : { place: { name, region }, node, initializer };
}

function isEmptyObject(value: ts.Expression | undefined): boolean {
  const made = value && unwrap(value);
  return (
    made !== undefined &&
    ts.isObjectLiteralExpression(made) &&
    made.properties.length === 0
  );
}

function isNewMap(value: ts.Expression | undefined): boolean {
  const made = value && unwrap(value);
  return (
    made !== undefined &&
    ts.isNewExpression(made) &&
    made.expression.getText() === 'Map'
  );
}

/**
 * The node of a function after whose evaluation code inside it may have run: the code's own, or the call
 * that the outermost function around it is given to. `undefined` where that function is called elsewhere.
 */
function runsBy(
  code: ts.Node,
  home: ReturnType<typeof enclosingFunction>,
): ts.Node | undefined {
  const outermost = outermostFunction(code, home);
  if (outermost === undefined) {
    return code;
  }
  const use = useOf(outermost);
  switch (use.kind) {
    case 'argument':
      return use.of;
    case 'called':
      return use.node;
    default:
      return undefined;
  }
}

/** What a constant holds whose only use is a given one. */
function initialiserOf(
  program: ts.Program,
  name: ts.Identifier,
): ts.Expression | undefined {
  const checker = program.getTypeChecker();
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name) &&
    declaration.parent.flags & ts.NodeFlags.Const &&
    isOnlyUse(checker, declaration.name, name)
    ? declaration.initializer
    : undefined;
}

function isOnlyUse(
  checker: ts.TypeChecker,
  name: ts.Identifier,
  use: ts.Node,
): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  const references =
    symbol && referencesOf(checker, symbol, name.getSourceFile());
  return references?.length === 1 && references[0] === use;
}
