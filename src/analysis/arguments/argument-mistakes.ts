import {
  getWellKnownSymbolPropertyOfType,
  unionConstituents,
} from 'ts-api-utils';
import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import { isProvablyEmpty } from './emptiness.ts';
import { yieldsEntries } from './entries.ts';
import { type MemberMistake, memberMistakesOf } from './member-mistakes.ts';
import { elementKindOf } from './member-kinds.ts';
import { isCallNamed } from '../language/syntax.ts';
import {
  isDefaultLibrarySymbol,
  isOpaque,
  iterabilityOf,
} from '../language/types.ts';
import { isOpenObject, kindOfType } from './type-kinds.ts';

/** What is wrong with the arguments of a combinator, at the node that shows it. */
export type ArgumentMistake =
  | {
      kind:
        | 'missingArgument'
        | 'ignoredArguments'
        | 'notIterable'
        | 'forEachResult'
        | 'neverSettles'
        | 'alwaysRejects';
      at: ts.Node;
    }
  | MemberMistake;

/**
 * The mistakes in what a combinator is given; none where nothing is proven. What goes in as a whole is
 * asked first, as the language does (ECMA-262, 27.2.4.1, step 4), and its members only where that is right.
 */
export function argumentMistakesOf(
  program: ts.Program,
  call: CombinatorCall,
): ArgumentMistake[] {
  const { input, method, node } = call;
  const [first, second] = node.arguments;
  if (first === undefined) {
    return isStandard(program, node)
      ? [{ kind: 'missingArgument', at: node }]
      : [];
  }
  if (
    second !== undefined &&
    !node.arguments.some(ts.isSpreadElement) &&
    isStandard(program, node)
  ) {
    return [{ kind: 'ignoredArguments', at: second }];
  }
  if (
    ts.isSpreadElement(first) &&
    elementKindOf(program, first.expression) === 'promise' &&
    isStandard(program, node)
  ) {
    return [{ kind: 'ignoredArguments', at: first }];
  }
  if (input.kind === 'unknown') {
    return [];
  }
  const given = input.kind === 'tuple' ? input.array : input.expression;
  if (
    (method === 'race' || method === 'any') &&
    isProvablyEmpty(program.getTypeChecker(), given)
  ) {
    return [
      {
        kind: method === 'race' ? 'neverSettles' : 'alwaysRejects',
        at: node,
      },
    ];
  }
  const kind = wholeMistakeOf(program, node, given);
  return kind === undefined
    ? memberMistakesOf(program, call)
    : [{ kind, at: given }];
}

/** Whether a call is one of the language's own method, and not of a promise class with arguments of its own. */
function isStandard(program: ts.Program, node: ts.CallExpression): boolean {
  const declaration = program
    .getTypeChecker()
    .getResolvedSignature(node)?.declaration;
  return (
    declaration !== undefined &&
    program.isSourceFileDefaultLibrary(declaration.getSourceFile())
  );
}

function wholeMistakeOf(
  program: ts.Program,
  node: ts.CallExpression,
  given: ts.Expression,
): 'forEachResult' | 'notIterable' | 'entries' | undefined {
  const type = program.getTypeChecker().getTypeAtLocation(given);
  if (isCallNamed(given, 'forEach')) {
    // By its name, whatever the list is: only a type of its own says otherwise.
    return type.flags & (ts.TypeFlags.Any | ts.TypeFlags.VoidLike)
      ? 'forEachResult'
      : undefined;
  }
  if (isStandard(program, node) && isNeverIterable(program, type, given)) {
    return 'notIterable';
  }
  return yieldsEntries(program, given) ? 'entries' : undefined;
}

/**
 * Whether no value of a type can be iterated: each part of it is a primitive, a promise, a function or
 * an object that the program declares. Other types of the default library may be iterable where the chosen
 * `lib` does not say so, unless they are async iterables, and a variable that is `undefined` here may have been assigned in a callback.
 */
function isNeverIterable(
  program: ts.Program,
  type: ts.Type,
  at: ts.Expression,
): boolean {
  const checker = program.getTypeChecker();
  if (iterabilityOf(checker, type) !== 'none') {
    return false;
  }
  const parts = unionConstituents(type);
  const values = parts.filter(
    (part) => !(part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)),
  );
  return values.length === 0
    ? at.kind === ts.SyntaxKind.NullKeyword || at.getText() === 'undefined'
    : values.every((part) => isNoCollection(program, part, at));
}

function isNoCollection(
  program: ts.Program,
  type: ts.Type,
  at: ts.Expression,
): boolean {
  const checker = program.getTypeChecker();
  const kind = kindOfType(program, type, at);
  if (
    kind === 'promise' ||
    type.getCallSignatures().length > 0 ||
    isAsyncIterable(checker, type)
  ) {
    return true;
  }
  return (
    kind === 'plain' &&
    (!(type.flags & ts.TypeFlags.Object) ||
      ((isMapped(type) || !isDefaultLibrarySymbol(program, type.symbol)) &&
        !allowsArrays(checker, type) &&
        !isOpenObject(program, type) &&
        type.getProperty('length') === undefined))
  );
}

/** Whether a type maps properties, as `Record` and `Partial` of the default library do. */
function isMapped(type: ts.Type): boolean {
  return ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0;
}

/** Whether an array would do as well where a type is asked for: a record of anything at all, or by numbers. */
function allowsArrays(checker: ts.TypeChecker, type: ts.Type): boolean {
  return (
    type.getProperties().length === 0 &&
    checker
      .getIndexInfosOfType(type)
      .some(
        (info) =>
          (info.keyType.flags & ts.TypeFlags.NumberLike) !== 0 ||
          isOpaque(checker, info.type),
      )
  );
}

/** Whether values of a type are for `for await`, like what an async generator gives. */
function isAsyncIterable(checker: ts.TypeChecker, type: ts.Type): boolean {
  return (
    getWellKnownSymbolPropertyOfType(type, 'asyncIterator', checker) !==
    undefined
  );
}
