import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { referencesOf } from '../language/references.ts';
import { isAsserted } from './assertions.ts';
import { originOf } from './origins.ts';
import { type Proof, provenByCode } from './proofs.ts';
import {
  elementStatus,
  isSettledProperty,
  opposite,
  type SettledProperty,
  resultTypeIn,
  type SettledStatus,
  STATUS_WITH,
  statusOfType,
} from './types.ts';
import {
  boundNames,
  accessedName,
  isWrapper,
  unwrap,
  wrapped,
} from '../language/syntax.ts';
import { isOpaque } from '../language/types.ts';

/** A cast that says of every one of several settled results how it settled, where nothing proves it or the code proves otherwise. */
export interface UncheckedCast {
  node: ts.AssertionExpression;
  /** The results, without the cast. */
  results: ts.Expression;
  claimed: SettledStatus;
  /** Whether they are proven to have settled otherwise. */
  isContradicted: boolean;
}

/** The unchecked cast that a node is; `undefined` where it is none, or where something on the way looks at the status. */
export function uncheckedCastOf(
  program: ts.Program,
  node: ts.AssertionExpression,
): UncheckedCast | undefined {
  const { parent } = node;
  if (isWrapper(parent) && !ts.isParenthesizedExpression(parent)) {
    // Of several casts of one expression the last one counts.
    return undefined;
  }
  const checker = program.getTypeChecker();
  const claimed = claimedStatus(program, checker.getTypeAtLocation(node.type));
  if (claimed === undefined) {
    return undefined;
  }
  const results = unwrap(node.expression);
  const proof = proofOfAll(program, results);
  const isContradicted = proof === opposite(claimed);
  return !isAsserted(node) &&
    (isContradicted || (proof === 'either' && !isCheckedLater(checker, node)))
    ? { node, results, claimed, isContradicted }
    : undefined;
}

/** What is known of the status of several results, whatever a cast around them says. */
function proofOfAll(
  program: ts.Program,
  results: ts.Expression,
): Proof | undefined {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(results);
  const status = isOpaque(checker, type)
    ? 'opaque'
    : elementStatus(program, type);
  if (status !== 'either' && status !== 'opaque') {
    return status;
  }
  const origin = originOf(program, results);
  return status === 'either' || origin.kind === 'allSettled'
    ? provenByCode(program, origin, results)
    : undefined;
}

function claimedStatus(
  program: ts.Program,
  type: ts.Type,
): SettledStatus | undefined {
  const element = resultTypeIn(program, type);
  if (element === undefined) {
    return undefined;
  }
  const status = statusOfType(program, element);
  if (status !== undefined) {
    return status === 'fulfilled' || status === 'rejected' ? status : undefined;
  }
  // A structural type of the program's own, such as `{ value: T }[]`.
  const names = requiredNames(element);
  const [property, ...others] = names.filter(isSettledProperty);
  return property !== undefined &&
    others.length === 0 &&
    !names.includes('status')
    ? STATUS_WITH[property]
    : undefined;
}

function requiredNames(type: ts.Type): string[] {
  return type
    .getProperties()
    .filter((property) => !(property.flags & ts.SymbolFlags.Optional))
    .map((property) => property.name);
}

/** Whether code that uses what was cast looks at a status all the same. */
function isCheckedLater(
  checker: ts.TypeChecker,
  node: ts.AssertionExpression,
): boolean {
  const outer = wrapped(node);
  const { parent } = outer;
  return ts.isVariableDeclaration(parent)
    ? boundNames(parent.name).some((name) => {
        const symbol = checker.getSymbolAtLocation(name);
        return (
          symbol === undefined ||
          referencesOf(checker, symbol, node.getSourceFile()).some(
            (reference) => mentionsStatus(statementOf(reference)),
          )
        );
      })
    : mentionsStatus(statementOf(outer));
}

/**
 * Whether a cast of a result, or of an array of results, says more than the status: another type of what
 * is read than the compiler knows. `false` where there is no cast.
 */
export function castSaysMore(
  program: ts.Program,
  cast: ts.Expression,
  property: SettledProperty,
): boolean {
  const inner = unwrap(cast);
  const outer = wrapped(inner) as ts.Expression;
  if (outer === inner) {
    return false;
  }
  const checker = program.getTypeChecker();
  const [said, known] = [outer, inner].map((each) => {
    const type = checker.getTypeAtLocation(each);
    return propertyTypeOf(
      checker,
      resultTypeIn(program, type) ?? type,
      property,
    );
  });
  return (
    known === undefined ||
    !(
      isOpaque(checker, known) ||
      (said !== undefined &&
        !isOpaque(checker, said) &&
        checker.isTypeAssignableTo(said, known) &&
        checker.isTypeAssignableTo(known, said))
    )
  );
}

function propertyTypeOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  name: string,
): ts.Type | undefined {
  const [property] = unionConstituents(type).flatMap(
    (part) => part.getProperty(name) ?? [],
  );
  return property && checker.getTypeOfSymbol(property);
}

function statementOf(node: ts.Node): ts.Node {
  let current = node;
  while (!ts.isStatement(current) && !ts.isSourceFile(current.parent)) {
    current = current.parent;
  }
  return current;
}

function mentionsStatus(node: ts.Node): boolean {
  return (
    accessedName(node) === 'status' ||
    (ts.isIdentifier(node) && node.text === 'status') ||
    (ts.forEachChild(node, (child) => mentionsStatus(child) || undefined) ??
      false)
  );
}
