import ts from 'typescript';

import { awaitedListOf } from './awaited-members.ts';
import type { CombinatorCall } from '../language/combinators.ts';
import { constantListOf } from './lists.ts';
import { choicesOf, elementKindOf, memberKindOf } from './member-kinds.ts';
import { unwrap } from '../language/syntax.ts';

/**
 * Whether each member of a combinator's array is a value by the time that it is called: a plain one, or what an `await`
 * gave, which is never a promise (ECMA-262, 27.7.5.3). `false` where that is not known of a member, or of a named array that may
 * have got others meanwhile.
 */
export function areMembersSettled(
  program: ts.Program,
  { input }: CombinatorCall,
  { elements }: ts.ArrayLiteralExpression,
): boolean {
  return (
    (input.kind === 'tuple' ||
      (input.kind === 'iterable' &&
        constantListOf(program.getTypeChecker(), input.expression) !==
          undefined)) &&
    elements.every((element) => isSettled(program, element))
  );
}

function isSettled(program: ts.Program, element: ts.Expression): boolean {
  if (ts.isSpreadElement(element)) {
    return (
      awaitedListOf(program, element) !== undefined ||
      elementKindOf(program, element.expression) === 'plain'
    );
  }
  return choicesOf(element).every(
    (choice) =>
      ts.isAwaitExpression(unwrap(choice)) ||
      memberKindOf(program, choice) === 'plain',
  );
}
