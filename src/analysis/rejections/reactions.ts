import ts from 'typescript';

import { functionsOf } from '../language/callees.ts';
import type { PromiseMethodCall } from '../language/promise-calls.ts';
import type { Sources } from './sources.ts';
import { MAY, NEVER, some, type Term, UNKNOWN } from './terms.ts';
import { isOpaque } from '../language/types.ts';

/** Whether the promise that a promise's own method gives can reject. */
export function promiseMethodTerm(
  sources: Sources,
  call: PromiseMethodCall,
): Term {
  switch (call.kind) {
    case 'resolve':
      return call.value === undefined ? NEVER : sources.promise(call.value);
    case 'reject':
      return MAY;
    case 'try':
      return reactionTerm(sources, call.callback);
    case 'finally':
      return some([
        sources.promise(call.receiver),
        reactionTerm(sources, call.onSettled),
      ]);
    case 'then':
      return some([
        call.onRejected === undefined
          ? sources.promise(call.receiver)
          : handledTerm(sources, call.receiver, call.onRejected),
        reactionTerm(sources, call.onFulfilled),
      ]);
  }
}

function handledTerm(
  sources: Sources,
  receiver: ts.Expression,
  handler: ts.Expression,
): Term {
  const reaction = reactionTerm(sources, handler);
  const { checker } = sources;
  const type = checker.getTypeAtLocation(handler);
  if (
    functionsOf(sources.program, handler).length === 0 &&
    signaturesOf(checker, type).length === 0 &&
    !isOpaque(checker, type)
  ) {
    // What cannot be called is no handler (ECMA-262, 27.2.5.4.1): the rejection passes on.
    return sources.promise(receiver);
  }
  // Where the handler may be missing, nobody knows whether the rejection passes on.
  return checker.getNonNullableType(type) === type
    ? reaction
    : some([reaction, atMostUnknown(sources.promise(receiver))]);
}

/** Whether what a handler or callback does rejects the promise that is made from it. */
function reactionTerm(
  sources: Sources,
  callback: ts.Expression | undefined,
): Term {
  if (callback === undefined) {
    return NEVER;
  }
  const bodies = functionsOf(sources.program, callback);
  return bodies.length === 0
    ? resultTerm(sources, callback)
    : some(
        bodies.flatMap((body) => [
          sources.ofFunction(body, 'throws'),
          sources.ofFunction(body, 'promise'),
        ]),
      );
}

/**
 * Whether the result of a callback whose body cannot be seen can reject: its type decides. That a
 * plain call might throw is not held against it.
 */
export function resultTerm(sources: Sources, callback: ts.Expression): Term {
  const { checker } = sources;
  const type = checker.getTypeAtLocation(callback);
  if (isOpaque(checker, type)) {
    return UNKNOWN;
  }
  return some(
    signaturesOf(checker, type).map((signature) =>
      sources.byType(callback, signature.getReturnType()),
    ),
  );
}

function signaturesOf(
  checker: ts.TypeChecker,
  type: ts.Type,
): readonly ts.Signature[] {
  return checker.getNonNullableType(type).getCallSignatures();
}

/** A doubt in place of a proof. */
function atMostUnknown(term: Term): Term {
  return term.kind === 'never' ? NEVER : UNKNOWN;
}
