import ts from 'typescript';

import { functionSteps, resultSteps } from './function-steps.ts';
import { assignedSteps, fieldSteps, storedSteps } from './kept-steps.ts';
import { propertySteps } from './literal-steps.ts';
import { arraySteps, promiseSteps } from './promise-steps.ts';
import { protectionOf, rethrowsOf } from '../language/protection.ts';
import {
  goOn,
  lostAt,
  type Next,
  type Stop,
  unknownAt,
  type Way,
} from './stops.ts';
import { hasModifier, isGenerator } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** Where a rejection goes from one stop. */
export function nextOf(
  program: ts.Program,
  stop: Stop,
  takesOver?: Way['takesOver'],
): Next {
  if (stop.kind === 'thrown') {
    return thrownSteps(program, stop);
  }
  const { carrier, frame } = stop;
  const way: Way = { program, takesOver, carrier, frame };
  return stop.kind === 'value'
    ? valueSteps(way, stop.node)
    : resultSteps(way, stop);
}

/** What happens to a value, wherever it goes by syntax alone; the carriers differ in the rest. */
function valueSteps(way: Way, node: ts.Node): Next {
  const use = useOf(node);
  switch (use.kind) {
    case 'passed':
      return [goOn(way, use.to)];
    case 'initialiser':
      return storedSteps(way, use.of.name);
    case 'field':
      return fieldSteps(way, use.of);
    case 'assigned':
      return assignedSteps(way, node, use.node);
    case 'property':
      return propertySteps(way, node, use.node);
    case 'exported':
      return [{ kind: 'propagated', to: node }];
    case 'argument':
      if (way.takesOver?.(use.of) === true) {
        return [{ kind: 'handled', at: use.of }];
      }
      break;
    case 'discarded':
    case 'voided':
      return way.carrier === 'function'
        ? unknownAt(node)
        : lostAt(use.node, use.kind);
  }
  switch (way.carrier) {
    case 'promise':
      return promiseSteps(way, node, use);
    case 'array':
      return arraySteps(way, node, use);
    case 'function':
      return functionSteps(way, node, use);
  }
}

/** What an exception meets that is thrown at a node. */
function thrownSteps(
  program: ts.Program,
  { frame, node }: Extract<Stop, { kind: 'thrown' }>,
): Next {
  const protection = protectionOf(node);
  switch (protection.kind) {
    case 'catch':
      return [
        { kind: 'handled', at: protection.clause },
        ...rethrowsOf(program, protection.clause.block).map(
          (rethrow): Stop => ({
            kind: 'thrown',
            node: rethrow,
            frame,
          }),
        ),
      ];
    case 'finally':
      return [{ kind: 'handled', at: protection.block }];
    case 'function': {
      const fn = protection.function;
      return hasModifier(fn, ts.SyntaxKind.AsyncKeyword) && !isGenerator(fn)
        ? [{ kind: 'result', carrier: 'promise', fn, by: 'awaits', frame }]
        : unknownAt(node);
    }
    case 'static-block':
      return unknownAt(node);
    case 'file':
      return lostAt(node, 'top-level');
  }
}
