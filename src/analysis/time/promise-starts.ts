import ts from 'typescript';

import { isEventPromise } from './event-promises.ts';
import { callsIn, mayRejectByItself } from './running-promises.ts';
import { referencesOf } from '../language/references.ts';
import {
  accessedName,
  enclosingFunction,
  isPrivate,
  unwrap,
} from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** Where a promise that has been started is kept: under a name itself, in an array, or as a property. */
export type Keeping =
  { kind: 'promise' } | { kind: 'array' } | { kind: 'property'; key: string };

/** A promise, or an array of them, that is started and kept in a variable or field before anything handles it. */
export interface PromiseStart {
  /** The expression that starts it. */
  expression: ts.Expression;
  /** The node after whose evaluation it is kept; it may stand around the function that `expression` stands in. */
  node: ts.Node;
  /** The name that it is kept under. */
  name: ts.Identifier | ts.PrivateIdentifier;
  keeping: Keeping;
  /** The code in which the name is that promise's: a block, a body or a file. */
  region: ts.Node;
  /** Whether it waits for something that the code then brings about, as `once(emitter, 'end')` does. */
  isEvent: boolean;
}

/** The promises that are started and kept at a node: a declaration's, an assignment's, or those that a call puts into an array. */
export function startsAt(program: ts.Program, node: ts.Node): PromiseStart[] {
  const starts = candidatesAt(program, node);
  return starts.filter(({ expression }) =>
    mayRejectByItself(program, expression),
  );
}

function candidatesAt(program: ts.Program, node: ts.Node): PromiseStart[] {
  if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
    const region = regionOf(node);
    return region === undefined
      ? []
      : boundStarts(program, node.name, unwrap(node.initializer), region);
  }
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken
  ) {
    return assignedStarts(program, node);
  }
  return ts.isCallExpression(node) ? pushedStarts(program, node) : [];
}

/** What a pattern or name is given, as far as a literal shows which value goes where. */
function boundStarts(
  program: ts.Program,
  name: ts.BindingName,
  value: ts.Expression,
  region: ts.Node,
): PromiseStart[] {
  if (ts.isIdentifier(name)) {
    return valueStarts(program, value, { name, region });
  }
  if (ts.isArrayBindingPattern(name) && ts.isArrayLiteralExpression(value)) {
    return name.elements.flatMap((element, index) => {
      const given = value.elements[index];
      return ts.isBindingElement(element) &&
        ts.isIdentifier(element.name) &&
        given !== undefined &&
        !value.elements.slice(0, index + 1).some(ts.isSpreadElement)
        ? promiseStarts(program, given, { name: element.name, region })
        : [];
    });
  }
  if (ts.isObjectBindingPattern(name) && ts.isObjectLiteralExpression(value)) {
    return name.elements.flatMap((element) => {
      const key = (element.propertyName ?? element.name).getText();
      const given = value.properties.find(
        (property) => property.name?.getText() === key,
      );
      return ts.isIdentifier(element.name) &&
        given !== undefined &&
        ts.isPropertyAssignment(given)
        ? promiseStarts(program, given.initializer, {
            name: element.name,
            region,
          })
        : [];
    });
  }
  return [];
}

type Place = Pick<PromiseStart, 'name' | 'region'>;

function valueStarts(
  program: ts.Program,
  value: ts.Expression,
  place: Place,
): PromiseStart[] {
  if (ts.isArrayLiteralExpression(value)) {
    return value.elements.flatMap((element) =>
      promiseStarts(program, element, place, { kind: 'array' }),
    );
  }
  if (ts.isObjectLiteralExpression(value)) {
    return value.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)
        ? promiseStarts(program, property.initializer, place, {
            kind: 'property',
            key: property.name.text,
          })
        : [],
    );
  }
  return ts.isCallExpression(value) && makesArray(program, value)
    ? promiseStarts(program, value, place, { kind: 'array' })
    : promiseStarts(program, value, place);
}

/** A start where an expression calls something; a name, or a promise that is merely passed on, is none. */
function promiseStarts(
  program: ts.Program,
  value: ts.Expression,
  place: Place,
  keeping: Keeping = { kind: 'promise' },
  node: ts.Node = value,
): PromiseStart[] {
  const calls = callsIn(unwrap(value));
  return calls.length === 0
    ? []
    : [
        {
          ...place,
          expression: value,
          node,
          keeping,
          isEvent: calls.some((call) => isEventPromise(program, call)),
        },
      ];
}

function makesArray(program: ts.Program, call: ts.CallExpression): boolean {
  const checker = program.getTypeChecker();
  return checker.isArrayLikeType(checker.getTypeAtLocation(call));
}

function assignedStarts(
  program: ts.Program,
  node: ts.BinaryExpression,
): PromiseStart[] {
  // An assignment whose value is used hands the promise on to others too.
  if (useOf(node).kind !== 'discarded') {
    return [];
  }
  const target = unwrap(node.left);
  const checker = program.getTypeChecker();
  const declaration = checker.getSymbolAtLocation(
    ts.isPropertyAccessExpression(target) ? target.name : target,
  )?.valueDeclaration;
  if (declaration === undefined) {
    return [];
  }
  if (
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name) &&
    enclosingFunction(declaration) === enclosingFunction(node)
  ) {
    const region = regionOf(declaration);
    const place = region && { name: declaration.name, region };
    return place === undefined
      ? []
      : valueStarts(program, unwrap(node.right), place);
  }
  const home = enclosingFunction(node);
  return ts.isPropertyDeclaration(declaration) &&
    isPrivate(declaration) &&
    (ts.isIdentifier(declaration.name) ||
      ts.isPrivateIdentifier(declaration.name)) &&
    home !== undefined &&
    'body' in home &&
    home.body !== undefined
    ? valueStarts(program, unwrap(node.right), {
        name: declaration.name,
        region: home.body,
      })
    : [];
}

/** What `array.push(…)` puts into a local array, by a call or under a name that is used for nothing else. */
function pushedStarts(
  program: ts.Program,
  call: ts.CallExpression,
): PromiseStart[] {
  const callee = unwrap(call.expression);
  const name = accessedName(callee);
  if (name !== 'push' && name !== 'unshift') {
    return [];
  }
  const array = unwrap((callee as ts.AccessExpression).expression);
  const checker = program.getTypeChecker();
  const declaration =
    ts.isIdentifier(array) &&
    checker.getSymbolAtLocation(array)?.valueDeclaration;
  if (
    !declaration ||
    !ts.isVariableDeclaration(declaration) ||
    !ts.isIdentifier(declaration.name) ||
    declaration.getSourceFile() !== call.getSourceFile()
  ) {
    return [];
  }
  const region = regionOf(declaration);
  const node = runsBy(call, enclosingFunction(declaration));
  if (region === undefined || node === undefined) {
    return [];
  }
  const place = { name: declaration.name, region };
  return call.arguments.flatMap((argument) => {
    const value = unwrap(argument);
    return promiseStarts(
      program,
      (ts.isIdentifier(value) && initialiserOf(program, value)) || value,
      place,
      { kind: 'array' },
      node,
    );
  });
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

/** The outermost function that stands around a node inside another function; `undefined` where none does. */
export function outermostFunction(
  node: ts.Node,
  home: ReturnType<typeof enclosingFunction>,
): ts.Node | undefined {
  let outermost: ts.Node | undefined;
  for (
    let fn = enclosingFunction(node);
    fn !== home;
    fn = enclosingFunction(fn)
  ) {
    if (fn === undefined) {
      return undefined;
    }
    outermost = fn;
  }
  return outermost;
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

/** The code in which a variable means one thing; `undefined` for a loop's own. */
function regionOf({
  parent: list,
}: ts.VariableDeclaration): ts.Node | undefined {
  if (
    !ts.isVariableDeclarationList(list) ||
    !ts.isVariableStatement(list.parent)
  ) {
    return undefined;
  }
  if (list.flags & ts.NodeFlags.BlockScoped) {
    return list.parent.parent;
  }
  const home = enclosingFunction(list);
  return home === undefined
    ? list.getSourceFile()
    : 'body' in home
      ? home.body
      : undefined;
}
