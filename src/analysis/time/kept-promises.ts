import ts from 'typescript';

import { isEventPromise } from './event-promises.ts';
import { functionOf } from '../language/callees.ts';
import { returnedExpressions } from '../language/returns.ts';
import { callsIn } from './running-promises.ts';
import { enclosingFunction, isCallNamed, unwrap } from '../language/syntax.ts';
import { promisenessOf } from '../language/types.ts';

/** Where a promise that has been started is kept: under a name itself, in an array or a `Map`, as a property of an object literal (where none is started before it, the first), under a computed key, or as one of each object of an array. */
export type Keeping =
  | { kind: 'promise' }
  | { kind: 'array' }
  | { kind: 'map' }
  | { kind: 'property'; key: string; isFirst: boolean }
  | { kind: 'dictionary' }
  | { kind: 'records'; key: string };

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

/** Where something is kept. */
export type Place = Pick<PromiseStart, 'name' | 'region'>;

/** What is started by the value that is kept under a name: a promise, the elements or properties of a literal, what `map` makes. */
export function valueStarts(
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
    return literalStarts(program, value, place);
  }
  return ts.isCallExpression(value) && makesArray(program, value)
    ? [
        ...promiseStarts(program, value, place, { kind: 'array' }),
        ...recordsMapped(program, value).flatMap((record) =>
          recordStarts(program, record, place, value),
        ),
      ]
    : promiseStarts(program, value, place);
}

/** The objects that the callback of a call of `map` returns. */
function recordsMapped(
  program: ts.Program,
  call: ts.CallExpression,
): ts.Expression[] {
  const [given] = call.arguments;
  const maker =
    isCallNamed(call, 'map') && given !== undefined
      ? functionOf(program, given)
      : undefined;
  return maker === undefined ? [] : returnedExpressions(maker);
}

/** What is started as the properties of an object literal, each one by itself. */
function literalStarts(
  program: ts.Program,
  object: ts.ObjectLiteralExpression,
  place: Place,
): PromiseStart[] {
  const checker = program.getTypeChecker();
  let isFirst = true;
  return object.properties.flatMap((property) => {
    const starts = startsOf(program, property, place, (key) => ({
      kind: 'property',
      key,
      isFirst,
    }));
    isFirst &&= starts.every(
      ({ expression: at }) =>
        promisenessOf(checker, checker.getTypeAtLocation(at), at) === 'never',
    );
    return starts;
  });
}

/** What is started as the properties of an object literal that is put into an array, once a node has been evaluated. */
export function recordStarts(
  program: ts.Program,
  value: ts.Expression,
  place: Place,
  node: ts.Node,
): PromiseStart[] {
  const object = unwrap(value);
  return ts.isObjectLiteralExpression(object)
    ? object.properties.flatMap((property) =>
        startsOf(
          program,
          property,
          place,
          (key) => ({ kind: 'records', key }),
          node,
        ),
      )
    : [];
}

function startsOf(
  program: ts.Program,
  property: ts.ObjectLiteralElementLike,
  place: Place,
  keepingOf: (key: string) => Keeping,
  node?: ts.Node,
): PromiseStart[] {
  return ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)
    ? promiseStarts(
        program,
        property.initializer,
        place,
        keepingOf(property.name.text),
        node,
      )
    : [];
}

/** A start where an expression calls something; a name, or a promise that is merely passed on, is none. */
export function promiseStarts(
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

/** The code in which a variable means one thing; `undefined` for a loop's own. */
export function regionOf({
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
