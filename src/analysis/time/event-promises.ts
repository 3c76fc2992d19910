import ts from 'typescript';

import { calleesOf, functionOf } from '../language/callees.ts';
import { recogniseCombinator } from '../language/combinators.ts';
import { givesEvent, listens } from './listeners.ts';
import { returnedExpressions } from '../language/returns.ts';
import { callsIn } from './running-promises.ts';
import {
  accessedName,
  type FunctionWithBody,
  unwrap,
  isWithin,
} from '../language/syntax.ts';

type Call = ts.CallExpression | ts.NewExpression;

/** How many functions and callbacks are entered, one inside the other. */
const DEPTH = 3;

/**
 * Whether a call gives the promise of something that the code around it then brings about: by its name, as
 * `once(emitter, 'end')`, or because nothing is done for it but to listen. `false` too where that is not seen.
 */
export function isEventPromise(
  program: ts.Program,
  call: Call,
  depth = 0,
): boolean {
  if (givesEvent(call)) {
    return true;
  }
  if (depth > DEPTH) {
    return false;
  }
  const isOne = (value: ts.Expression): boolean => {
    const calls = callsIn(unwrap(value));
    return (
      calls.length > 0 &&
      calls.every((each) => isEventPromise(program, each, depth + 1))
    );
  };
  if (ts.isNewExpression(call)) {
    const executor = call.arguments?.[0];
    const body = executor && functionOf(program, executor);
    return body !== undefined && doesOnlyListen(program, body);
  }
  const callee = unwrap(call.expression);
  const [first] = call.arguments;
  switch (accessedName(callee)) {
    case 'then':
    case 'catch':
    case 'finally':
      return isOne((callee as ts.AccessExpression).expression);
    case 'map': {
      const made = first && functionOf(program, first)?.body;
      return made !== undefined && ts.isExpression(made) && isOne(made);
    }
    default: {
      const input = recogniseCombinator(program, call)?.input;
      return input?.kind === 'tuple'
        ? input.array.elements.length > 0 && input.array.elements.every(isOne)
        : isMadeByHelper(program, call, isOne);
    }
  }
}

/** Whether a call enters a function that does nothing but to return something. */
function isMadeByHelper(
  program: ts.Program,
  call: Call,
  isRight: (returned: ts.Expression) => boolean,
): boolean {
  const callees = calleesOf(program, call);
  return (
    callees.length > 0 &&
    callees.every((callee) => {
      const returned = returnedExpressions(callee);
      return (
        (!ts.isBlock(callee.body) || callee.body.statements.length === 1) &&
        returned.length > 0 &&
        returned.every(isRight)
      );
    })
  );
}

/** Whether an executor listens to what was there before, and calls nothing else itself but the functions that settle the promise. */
function doesOnlyListen(
  program: ts.Program,
  { body, parameters }: FunctionWithBody,
): boolean {
  const checker = program.getTypeChecker();
  const calls = callsMadeIn(body).filter((call) => {
    const settles = checker.getSymbolAtLocation(
      unwrap(call.expression),
    )?.valueDeclaration;
    return !parameters.some((each) => each === settles);
  });
  return (
    calls.length > 0 &&
    calls.every((call) => {
      const source = checker.getSymbolAtLocation(
        sourceOf(call),
      )?.valueDeclaration;
      return (
        ts.isCallExpression(call) &&
        listens(call) &&
        source !== undefined &&
        !isWithin(source, body)
      );
    })
  );
}

/** What a chain of calls of methods begins with: `child` in `child.on('exit', end).on('error', fail)`. */
function sourceOf(call: Call): ts.Expression {
  let node: ts.Expression = call;
  for (;;) {
    if (ts.isCallExpression(node) || accessedName(node) !== undefined) {
      node = unwrap(
        (node as ts.CallExpression | ts.AccessExpression).expression,
      );
    } else {
      return node;
    }
  }
}

/** The calls that code makes itself, its nested functions set aside. */
function callsMadeIn(code: ts.Node): Call[] {
  const found: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      return;
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return found;
}

/**
 * Whether a promise may miss an event when it is started later: it is the promise of one, or listens in its own
 * code, in functions that it calls, or in some that cannot be seen and know what has events.
 */
export function mayMissEvent(
  program: ts.Program,
  started: ts.Expression,
): boolean {
  const entered = new Set<ts.Node>();
  const visit = (node: ts.Node, depth: number): boolean => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callees = depth < DEPTH ? calleesOf(program, node) : [];
      if (
        (ts.isCallExpression(node) && listens(node)) ||
        isEventPromise(program, node) ||
        (callees.length === 0 &&
          [sourceOf(node), ...(node.arguments ?? [])].some((each) =>
            hasEvents(program, each),
          )) ||
        callees.some((callee) => {
          const isNew = !entered.has(callee);
          entered.add(callee);
          return isNew && visit(callee.body, depth + 1);
        })
      ) {
        return true;
      }
    }
    return (
      ts.forEachChild(node, (child) => visit(child, depth) || undefined) ??
      false
    );
  };
  return visit(started, 0);
}

/** Whether a value has events that others can listen to; those of a signal that aborts work are none that brings about anything. */
function hasEvents(program: ts.Program, value: ts.Expression): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getNonNullableType(checker.getTypeAtLocation(value));
  const has = (name: string): boolean =>
    checker.getPropertyOfType(type, name) !== undefined;
  return (
    (has('on') && has('once')) || (has('addEventListener') && !has('aborted'))
  );
}
