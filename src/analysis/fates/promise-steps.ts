import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { recogniseCombinator } from '../language/combinators.ts';
import { storedSteps } from './kept-steps.ts';
import { elementSteps, parameterSteps } from './literal-steps.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { rethrowsOf } from '../language/protection.ts';
import { goOn, type Next, unknownAt, type Way } from './stops.ts';
import { hasModifier, isGenerator } from '../language/syntax.ts';
import { useOf, type ValueUse } from '../language/uses.ts';

/** What happens to a promise by a use that only a promise has. */
export function promiseSteps(way: Way, node: ts.Node, use: ValueUse): Next {
  switch (use.kind) {
    case 'awaited':
      return [{ kind: 'thrown', node: use.node, frame: way.frame }];
    case 'returned':
      return returnedSteps(way, use.from, 'promise');
    case 'element':
      return use.isSpread
        ? unknownAt(node)
        : elementSteps(way, node, use.array);
    case 'accessed':
      return chainedSteps(way, use.node);
    case 'argument':
      return promiseMethodOf(way.program, use.of)?.kind === 'resolve'
        ? [goOn(way, use.of)]
        : (parameterSteps(way, use.of, use.index) ?? unknownAt(node));
    default:
      return unknownAt(node);
  }
}

/** `promise.then(…)` and its kin: the rejection ends at a handler that does not pass it on. */
function chainedSteps(way: Way, access: ts.AccessExpression): Next {
  const { program } = way;
  const called = useOf(access);
  const method =
    called.kind === 'called'
      ? promiseMethodOf(program, called.node)
      : undefined;
  if (method?.kind !== 'then' && method?.kind !== 'finally') {
    return unknownAt(access);
  }
  const handler = method.kind === 'then' ? method.onRejected : undefined;
  if (handler === undefined) {
    return [goOn(way, method.node)];
  }
  const body = functionOf(program, handler)?.body;
  return body !== undefined && rethrowsOf(program, body).length > 0
    ? [{ kind: 'handled', at: handler }, goOn(way, method.node)]
    : [{ kind: 'handled', at: handler }];
}

/** What happens to an array that has the promise in it, by a use that only an array has. */
export function arraySteps(way: Way, node: ts.Node, use: ValueUse): Next {
  switch (use.kind) {
    case 'returned':
      return hasModifier(use.from, ts.SyntaxKind.AsyncKeyword)
        ? unknownAt(node)
        : returnedSteps(way, use.from, 'array');
    case 'element':
      return use.isSpread ? [goOn(way, use.array)] : unknownAt(node);
    case 'iterated':
      return iteratedSteps(way, use.by);
    case 'accessed':
      return arrayAccessSteps(way, use.node, use.name);
    case 'argument': {
      const combinator =
        use.index === 0 ? recogniseCombinator(way.program, use.of) : undefined;
      if (combinator === undefined) {
        return parameterSteps(way, use.of, use.index) ?? unknownAt(node);
      }
      return combinator.method === 'allSettled'
        ? [{ kind: 'handled', at: combinator.node }]
        : [goOn({ ...way, carrier: 'promise' }, combinator.node)];
    }
    default:
      return unknownAt(node);
  }
}

function iteratedSteps(way: Way, loop: ts.ForOfStatement): Next {
  if (loop.awaitModifier !== undefined) {
    return [{ kind: 'thrown', node: loop, frame: way.frame }];
  }
  const variable = ts.isVariableDeclarationList(loop.initializer)
    ? loop.initializer.declarations[0]
    : undefined;
  return variable === undefined
    ? unknownAt(loop)
    : storedSteps({ ...way, carrier: 'promise' }, variable.name);
}

function arrayAccessSteps(
  way: Way,
  access: ts.AccessExpression,
  name: string | undefined,
): Next {
  if (ts.isElementAccessExpression(access) && name === undefined) {
    // Which of the elements a number names is not followed; any other index may name each of them.
    return ts.isNumericLiteral(access.argumentExpression)
      ? unknownAt(access)
      : [goOn({ ...way, carrier: 'promise' }, access)];
  }
  const use = useOf(access);
  if (use.kind !== 'called') {
    return name === 'length' ? [] : unknownAt(access);
  }
  switch (name) {
    case 'push':
    case 'unshift':
      return [];
    case 'concat':
    case 'filter':
    case 'flat':
    case 'reverse':
    case 'slice':
      return [goOn(way, use.node)];
    case 'forEach':
    case 'map': {
      const [callback] = use.node.arguments;
      const body = callback && functionOf(way.program, callback);
      const [parameter] = body?.parameters ?? [];
      return parameter === undefined
        ? unknownAt(access)
        : storedSteps({ ...way, carrier: 'promise' }, parameter.name);
    }
    default:
      return unknownAt(access);
  }
}

function returnedSteps(
  { frame }: Way,
  fn: ts.SignatureDeclaration,
  carrier: 'promise' | 'array',
): Next {
  return isGenerator(fn)
    ? unknownAt(fn)
    : [{ kind: 'result', carrier, fn, by: 'returns', frame }];
}
