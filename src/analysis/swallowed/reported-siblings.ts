import ts from 'typescript';

import {
  type CombinatorCall,
  recogniseCombinator,
} from '../language/combinators.ts';
import { calleeOf, functionOf } from '../language/callees.ts';
import { mayThrow } from '../handlers/exceptions.ts';
import type { MemberStarts } from './member-starts.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { protectionOf } from '../language/protection.ts';
import { namedSymbol, referencesOf } from '../language/references.ts';
import { isInReportingTry, isReportingHandler } from './reported-failures.ts';
import {
  enclosingFunction,
  isWithin,
  memberAccessOf,
  unwrap,
  wrapped,
} from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';
import { calledNameOf, callsIn } from '../language/words.ts';

/** A call of what a member calls, elsewhere, where its failure is reported. */
export interface ReportedSibling {
  kind: 'sibling';
  at: ts.CallExpression;
  name: string;
}

/**
 * The call by which the code shows that a failure of what the members call is worth a report, with a
 * `catch` that does something with the error: one in the same function, or two as members of other
 * combinators of the file. Two outweigh even that no rejection of the callee is obvious: whoever wrote
 * them knows that it may fail. `undefined` where there are none.
 */
export function reportedSiblingOf(
  program: ts.Program,
  { node }: CombinatorCall,
  { starts }: MemberStarts,
  mayReject: boolean,
): ReportedSibling | undefined {
  const checker = program.getTypeChecker();
  const file = node.getSourceFile();
  for (const own of starts.flatMap(promisedCallsIn)) {
    const callee = unwrap(own.expression);
    const symbol = namedSymbol(checker, callee);
    const name = calledNameOf(own);
    if (
      symbol === undefined ||
      name === undefined ||
      protectionOf(own).kind === 'catch' ||
      isReported(program, own)
    ) {
      continue;
    }
    const reported = referencesOf(checker, symbol, file).flatMap(
      (reference) => {
        const access = wrapped(memberAccessOf(reference));
        const call = access.parent;
        return ts.isCallExpression(call) &&
          call.expression === access &&
          !isWithin(call, node) &&
          isReported(program, call)
          ? [call]
          : [];
      },
    );
    const beside = reported.find(
      (call) => enclosingFunction(call) === enclosingFunction(node),
    );
    if (beside !== undefined && mayReject) {
      return { kind: 'sibling', at: beside, name };
    }
    const [at, ...others] = reported.filter((call) =>
      isInMember(program, call),
    );
    if (
      at !== undefined &&
      others.length > 0 &&
      (mayReject || mayThrowIn(program, own))
    ) {
      return { kind: 'sibling', at, name };
    }
  }
  return undefined;
}

/** Whether the function that a call calls may throw, by the standard that any call may. */
function mayThrowIn(program: ts.Program, call: ts.CallExpression): boolean {
  const fn = calleeOf(program, call);
  return fn !== undefined && mayThrow(program, fn.body);
}

/** The calls whose promises a member is, or waits for. */
function promisedCallsIn(start: ts.Node): ts.CallExpression[] {
  return ts.isCallExpression(start)
    ? [start]
    : callsIn(start).filter(
        ({ parent }) =>
          ts.isAwaitExpression(parent) || ts.isReturnStatement(parent),
      );
}

/** Whether a call stands in the callback that makes the members of a combinator. */
function isInMember(program: ts.Program, call: ts.Node): boolean {
  const fn = enclosingFunction(call);
  const made = fn && wrapped(fn).parent;
  return (
    made !== undefined &&
    ts.isCallExpression(made) &&
    recogniseCombinator(program, wrapped(made).parent) !== undefined
  );
}

function isReported(program: ts.Program, call: ts.CallExpression): boolean {
  const access = useOf(call);
  if (access.kind === 'awaited') {
    return isInReportingTry(
      call,
      enclosingFunction(call) ?? call.getSourceFile(),
    );
  }
  const called = access.kind === 'accessed' ? useOf(access.node) : undefined;
  const method =
    called?.kind === 'called'
      ? promiseMethodOf(program, called.node)
      : undefined;
  const handler =
    method?.kind === 'then' && method.onRejected !== undefined
      ? functionOf(program, method.onRejected)
      : undefined;
  return handler !== undefined && isReportingHandler(handler);
}
