import ts from 'typescript';

import { calleeOf } from '../language/callees.ts';
import {
  expectedSteps,
  isExported,
  namesOf,
  pickedSteps,
  storedSteps,
  usesSteps,
} from './kept-steps.ts';
import { type Frame, goOn, type Next, unknownAt, type Way } from './stops.ts';
import { useOf } from '../language/uses.ts';

// A value in an object or array literal, and one that is given to a local function: where it is read back.

/** An element of an array literal: taken out by a pattern, or carried on by the array. */
export function elementSteps(
  way: Way,
  node: ts.Node,
  array: ts.ArrayLiteralExpression,
): Next {
  const target = targetOf(way, array);
  if (target === undefined || !ts.isArrayBindingPattern(target.name)) {
    return [goOn({ ...way, carrier: 'array' }, array)];
  }
  const index = array.elements.findIndex(({ end }) => node.end <= end);
  return array.elements.slice(0, index).some(ts.isSpreadElement)
    ? unknownAt(node)
    : pickedSteps(target.way, target.name, index);
}

/** A value in an object literal, read back where the object stays in a variable or parameter of its own. */
export function propertySteps(
  way: Way,
  node: ts.Node,
  property: ts.ObjectLiteralElementLike,
): Next {
  if (way.carrier === 'function') {
    const expected = expectedSteps(way, node);
    if (expected.some(({ kind }) => kind === 'lost')) {
      return expected;
    }
  }
  return memberSteps(way, property);
}

/** The member of an object literal, wherever the object is named. */
export function memberSteps(
  way: Way,
  member: ts.ObjectLiteralElementLike,
): Next {
  const object = member.parent as ts.ObjectLiteralExpression;
  const key = member.name && keyOf(member.name);
  const target = targetOf(way, object);
  if (target === undefined || key === undefined) {
    return unknownAt(member);
  }
  if (!ts.isIdentifier(target.name)) {
    return pickedSteps(target.way, target.name, key);
  }
  const reads: ts.Node[] = [];
  const picked: Next[] = [];
  let isAll = !isExported(target.name.parent) && !mentionsThis(object);
  for (const reference of namesOf(way, target.name)) {
    const use = useOf(reference);
    if (use.kind === 'accessed' && use.name !== undefined) {
      if (use.name === key) {
        reads.push(use.node);
      }
    } else if (
      use.kind === 'initialiser' &&
      ts.isObjectBindingPattern(use.of.name)
    ) {
      picked.push(pickedSteps(target.way, use.of.name, key));
    } else {
      isAll = false;
    }
  }
  const next = [
    ...picked.flat(),
    ...usesSteps(target.way, reads, member, isAll && picked.length === 0),
  ];
  return isAll ? next : [...next, ...unknownAt(member)];
}

interface Target {
  name: ts.BindingName;
  way: Way;
}

/** The name or pattern that a literal is kept under: a variable's, or the parameter's of the function that it is given to. */
function targetOf(way: Way, literal: ts.Expression): Target | undefined {
  const use = useOf(literal);
  if (use.kind === 'initialiser') {
    return { name: use.of.name, way };
  }
  return use.kind === 'argument'
    ? parameterOf(way, use.of, use.index)
    : undefined;
}

/** Goes on inside a function of the program that takes the value as a parameter; `undefined` where its body cannot be seen, or does not look at it. */
export function parameterSteps(
  way: Way,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): Next | undefined {
  const parameter = parameterOf(way, call, index);
  if (parameter === undefined || !ts.isIdentifier(parameter.name)) {
    return undefined;
  }
  const steps = storedSteps(parameter.way, parameter.name);
  // A function that does not look at what it is given loses nothing: whoever gave it has it still.
  return steps.some(({ kind }) => kind === 'lost') ? undefined : steps;
}

/** How deep a way may go into functions by their parameters. */
const FRAME_LIMIT = 8;

function parameterOf(
  way: Way,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): Target | undefined {
  const fn = ts.isCallExpression(call)
    ? calleeOf(way.program, call)
    : undefined;
  const parameter = fn?.parameters[index];
  if (
    !ts.isCallExpression(call) ||
    fn === undefined ||
    parameter === undefined ||
    parameter.dotDotDotToken !== undefined
  ) {
    return undefined;
  }
  let depth = 0;
  for (let frame = way.frame; frame !== undefined; frame = frame.outer) {
    depth++;
    if (frame.fn === fn || depth === FRAME_LIMIT) {
      return undefined;
    }
  }
  const frame: Frame = { fn, call, outer: way.frame };
  return { name: parameter.name, way: { ...way, frame } };
}

/** The text of a property's key; `undefined` where it is computed. */
function keyOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name)
    ? name.text
    : undefined;
}

/** Whether the methods of an object literal may read its members by `this`. */
function mentionsThis(object: ts.Node): boolean {
  return (
    object.kind === ts.SyntaxKind.ThisKeyword ||
    (ts.forEachChild(object, (child) => mentionsThis(child) || undefined) ??
      false)
  );
}
