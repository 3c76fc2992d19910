import ts from 'typescript';

import { callbackResultOf } from './callbacks.ts';
import { calleeOf } from '../language/callees.ts';
import { implementsIgnoredMember, isIgnoredMember } from './ignored-results.ts';
import { expectedSteps, isExported, namesOf, usesSteps } from './kept-steps.ts';
import { memberSteps, parameterSteps } from './literal-steps.ts';
import {
  goOn,
  lostAt,
  type Next,
  type Stop,
  unknownAt,
  type Way,
} from './stops.ts';
import { isPrivate, memberAccessOf } from '../language/syntax.ts';
import { useOf, type ValueUse } from '../language/uses.ts';

/** What happens to a function that returns the promise when it is called, by a use that only a function has. */
export function functionSteps(way: Way, node: ts.Node, use: ValueUse): Next {
  switch (use.kind) {
    case 'called':
      return [goOn({ ...way, carrier: 'promise' }, use.node)];
    case 'tested':
      return [];
    case 'accessed':
      return functionAccessSteps(way, use.node, use.name);
    case 'argument':
      return callbackSteps(way, node, use.of, use.index);
    case 'returned':
    case 'attribute':
      return expectedSteps(way, node);
    default:
      return unknownAt(node);
  }
}

function functionAccessSteps(
  way: Way,
  access: ts.AccessExpression,
  name: string | undefined,
): Next {
  const use = useOf(access);
  if (use.kind === 'called' && (name === 'call' || name === 'apply')) {
    return [goOn({ ...way, carrier: 'promise' }, use.node)];
  }
  return use.kind === 'called' && name === 'bind'
    ? [goOn(way, use.node)]
    : unknownAt(access);
}

function callbackSteps(
  way: Way,
  node: ts.Node,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): Next {
  const { program } = way;
  const result = callbackResultOf(program, call, index);
  switch (result.kind) {
    case 'dropped':
      // The body of a function of the program knows better than its name, or the type of its parameter.
      return calleeOf(program, call) === undefined
        ? lostAt(call, 'callback')
        : (parameterSteps(way, call, index) ?? unknownAt(node));
    case 'executor':
      return lostAt(call, 'executor');
    case 'joins':
      return [goOn({ ...way, carrier: result.carrier }, call)];
    case 'wrapped':
      return [goOn(way, call)];
    case 'unknown':
      return parameterSteps(way, call, index) ?? unknownAt(node);
  }
}

/** Who looks at what a function returns: the call that led here, or every place that names the function. */
export function resultSteps(
  way: Way,
  { fn, carrier }: Extract<Stop, { kind: 'result' }>,
): Next {
  if (way.frame?.fn === fn) {
    return [goOn({ carrier, frame: way.frame.outer }, way.frame.call)];
  }
  if (carrier === 'array') {
    return unknownAt(fn);
  }
  const called: Way = { ...way, carrier: 'function' };
  if (ts.isFunctionExpression(fn) || ts.isArrowFunction(fn)) {
    return [goOn(called, fn)];
  }
  if (ts.isFunctionDeclaration(fn)) {
    const references = fn.name === undefined ? [] : namesOf(called, fn.name);
    return isExported(fn)
      ? [
          { kind: 'propagated', to: fn },
          ...usesSteps(called, references, fn, false),
        ]
      : usesSteps(called, references, fn, true);
  }
  return ts.isMethodDeclaration(fn) ? methodSteps(called, fn) : unknownAt(fn);
}

function methodSteps(way: Way, method: ts.MethodDeclaration): Next {
  const checker = way.program.getTypeChecker();
  if (ts.isObjectLiteralExpression(method.parent)) {
    return isIgnoredMember(checker, method)
      ? lostAt(method, 'callback')
      : memberSteps(way, method);
  }
  if (isPrivate(method)) {
    const accesses = namesOf(way, method.name).map(memberAccessOf);
    return usesSteps(way, accesses, method, true);
  }
  return implementsIgnoredMember(checker, method)
    ? lostAt(method, 'callback')
    : [{ kind: 'propagated', to: method }];
}
