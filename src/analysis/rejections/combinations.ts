import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import type { Sources } from './sources.ts';
import { every, MAY, NEVER, some, type Term, UNKNOWN } from './terms.ts';
import { iterabilityOf } from '../language/types.ts';

/** Whether the promise of a combinator can reject: it depends on what goes in. */
export function combinatorTerm(sources: Sources, call: CombinatorCall): Term {
  const { input, method } = call;
  if (input.kind === 'unknown') {
    return UNKNOWN;
  }
  const { checker } = sources;
  const iterable = input.kind === 'tuple' ? input.array : input.expression;
  const iterability =
    input.kind === 'tuple'
      ? 'all'
      : iterabilityOf(checker, checker.getTypeAtLocation(iterable));
  if (iterability === 'none') {
    // A combinator of what is not iterable rejects (ECMA-262, 27.2.4.1, step 5).
    return MAY;
  }
  switch (method) {
    case 'allSettled':
      return iterability === 'all' ? NEVER : UNKNOWN;
    case 'all':
    case 'race':
      return sources.elements(iterable);
    case 'any':
      return input.kind === 'tuple'
        ? anyTerm(sources, input.array)
        : some([sources.elements(iterable), UNKNOWN]);
  }
}

/** `any` rejects when every member does, and so for no member at all (ECMA-262, 27.2.4.3). */
function anyTerm(
  sources: Sources,
  { elements }: ts.ArrayLiteralExpression,
): Term {
  return elements.length === 0
    ? MAY
    : every(
        elements.map((element) =>
          ts.isSpreadElement(element)
            ? // What is spread may be empty, and is not known to be.
              some([sources.elements(element.expression), UNKNOWN])
            : sources.promise(element),
        ),
      );
}
