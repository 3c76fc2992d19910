import { isTypeReference, unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { calleesOf, functionsOf } from '../language/callees.ts';
import { resultTerm } from './reactions.ts';
import type { Sources } from './sources.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { NEVER, some, type Term, UNKNOWN } from './terms.ts';
import { elementTypeOf, iterabilityOf } from '../language/types.ts';

/** Array methods whose result has only elements of the receiver. */
const KEEPS_ELEMENTS: ReadonlySet<string> = new Set([
  'filter',
  'reverse',
  'slice',
  'sort',
  'splice',
  'toReversed',
  'toSorted',
]);

/** Collections that hold only what is put into them. */
const COLLECTIONS: ReadonlySet<string> = new Set(['Array', 'Map', 'Set']);

/** Whether an element of the array or iterable that an expression evaluates to is a promise that can reject. */
export function elementsTerm(sources: Sources, node: ts.Expression): Term {
  if (ts.isArrayLiteralExpression(node)) {
    return some(
      node.elements.map((element) =>
        ts.isSpreadElement(element)
          ? sources.elements(element.expression)
          : sources.promise(element),
      ),
    );
  }
  if (ts.isCallExpression(node)) {
    return callElements(sources, node);
  }
  if (ts.isConditionalExpression(node)) {
    return some([
      sources.elements(node.whenTrue),
      sources.elements(node.whenFalse),
    ]);
  }
  if (
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ||
      node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
  ) {
    return some([sources.elements(node.left), sources.elements(node.right)]);
  }
  if (ts.isNewExpression(node)) {
    return constructedElements(sources, node);
  }
  const holder = sources.holder(node);
  if (holder !== undefined) {
    return sources.ofHolder(holder, 'elements');
  }
  return elementsByType(sources, node);
}

/** The callback that makes each element, in `xs.map(callback)` and `Array.from(xs, callback)`, whatever `xs` is. */
export function elementCallbackOf(
  call: ts.CallExpression,
): ts.Expression | undefined {
  if (isArrayFrom(call)) {
    return call.arguments[1];
  }
  return accessedName(unwrap(call.expression)) === 'map'
    ? call.arguments[0]
    : undefined;
}

function isArrayFrom({ expression }: ts.CallExpression): boolean {
  const callee = unwrap(expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'from' &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === 'Array'
  );
}

function callElements(sources: Sources, call: ts.CallExpression): Term {
  const maker = elementCallbackOf(call);
  if (maker !== undefined) {
    const bodies = functionsOf(sources.program, maker);
    return bodies.length === 0
      ? madeByType(sources, call, maker)
      : some(bodies.map((body) => sources.ofFunction(body, 'promise')));
  }
  const callee = unwrap(call.expression);
  const name = accessedName(callee);
  const [first] = call.arguments;
  if (name === 'flatMap' && first !== undefined) {
    const bodies = functionsOf(sources.program, first);
    return bodies.length === 0
      ? elementsByType(sources, call)
      : // What is no array stays as it is (ECMA-262, 23.1.3.13.1).
        some(
          bodies.flatMap((body) => [
            sources.ofFunction(body, 'elements'),
            sources.ofFunction(body, 'promise'),
          ]),
        );
  }
  if (isArrayFrom(call) && first !== undefined) {
    return sources.elements(first);
  }
  if (name !== undefined) {
    const receiver = (callee as ts.AccessExpression).expression;
    if (KEEPS_ELEMENTS.has(name)) {
      return sources.elements(receiver);
    }
    // The entries of a map are pairs; its values are what was put into it.
    const map =
      name === 'values' ? sources.holder(unwrap(receiver)) : undefined;
    if (map !== undefined) {
      return sources.ofHolder(map, 'elements');
    }
    if (name === 'concat') {
      return some([
        sources.elements(receiver),
        ...call.arguments.map((argument) => sources.elements(argument)),
      ]);
    }
  }
  const bodies = calleesOf(sources.program, call);
  return bodies.length === 0
    ? elementsByType(sources, call)
    : some(bodies.map((body) => sources.ofFunction(body, 'elements')));
}

/** What a callback whose body cannot be seen makes: what it is declared to return says so even where the list is `any`. */
function madeByType(
  sources: Sources,
  call: ts.CallExpression,
  maker: ts.Expression,
): Term {
  const made = resultTerm(sources, maker);
  return made.kind === 'may' ? made : elementsByType(sources, call);
}

/** What a new collection of the language holds is what it was given; what another class yields is what its type says. */
function constructedElements(sources: Sources, node: ts.NewExpression): Term {
  const name = ts.isIdentifier(node.expression) ? node.expression.text : '';
  const [first] = node.arguments ?? [];
  if (!COLLECTIONS.has(name)) {
    return elementsByType(sources, node);
  }
  if (first === undefined) {
    return NEVER;
  }
  return name === 'Set' ? sources.elements(first) : UNKNOWN;
}

/** What the element type of an expression says, where its code does not. */
export function elementsByType(sources: Sources, node: ts.Expression): Term {
  const { checker } = sources;
  const type = checker.getTypeAtLocation(node);
  if (sources.byType(node, type).kind === 'unknown') {
    return UNKNOWN;
  }
  return some(
    unionConstituents(type).map((part) => elementsOfType(sources, node, part)),
  );
}

function elementsOfType(
  sources: Sources,
  node: ts.Expression,
  type: ts.Type,
): Term {
  const { checker } = sources;
  const element = elementTypeOf(checker, type);
  if (element !== undefined) {
    return sources.byType(node, element);
  }
  const [first] = isTypeReference(type) ? checker.getTypeArguments(type) : [];
  if (first === undefined) {
    // What an iterable of the program's own yields is not followed.
    return type.flags & ts.TypeFlags.Object &&
      iterabilityOf(checker, type) !== 'none'
      ? UNKNOWN
      : NEVER;
  }
  // A `Set` or an iterator of promises; the entries of a `Map` are pairs, and a pair is no promise.
  return /^(?:Readonly)?Map$/u.test(type.symbol.name)
    ? NEVER
    : sources.byType(node, first);
}
