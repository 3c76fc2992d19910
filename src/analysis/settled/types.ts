import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import {
  elementTypeOf,
  isDefaultLibrarySymbol,
  isOpaque,
} from '../language/types.ts';

/** How a promise settles (ECMA-262, 27.2.4.2): the two values that `status` can have. */
export type SettledStatus = 'fulfilled' | 'rejected';

/** What a settled result carries besides its status. */
export type SettledProperty = 'value' | 'reason';

/**
 * What a type says of a settled result's status. `either` is the union of both; `opaque` is a type that
 * says nothing (`any`, `unknown`), so that only the code can tell whether it is a settled result.
 */
export type StatusOfType = SettledStatus | 'either' | 'opaque';

/** What code says of a settled result's status; `unknown` where it looks at the results in a way that is not understood. */
export type Claim = SettledStatus | 'unknown';

const STATUS_OF_INTERFACE: ReadonlyMap<string, SettledStatus> = new Map([
  ['PromiseFulfilledResult', 'fulfilled'],
  ['PromiseRejectedResult', 'rejected'],
]);

export const STATUS_WITH: Readonly<Record<SettledProperty, SettledStatus>> = {
  value: 'fulfilled',
  reason: 'rejected',
};

export function isSettledProperty(
  name: string | undefined,
): name is SettledProperty {
  return name === 'value' || name === 'reason';
}

export function isSettledStatus(text: string): text is SettledStatus {
  return text === 'fulfilled' || text === 'rejected';
}

export function opposite(status: SettledStatus): SettledStatus {
  return status === 'fulfilled' ? 'rejected' : 'fulfilled';
}

/** What several claims say that hold at once; `unknown` too where they contradict each other. */
export function allHold(
  claims: readonly (Claim | undefined)[],
): Claim | undefined {
  const made = new Set(claims.filter((claim) => claim !== undefined));
  const isUnclear = made.delete('unknown');
  const [known] = made;
  return made.size > 1 || (known === undefined && isUnclear)
    ? 'unknown'
    : known;
}

/** The status that a type proves; `undefined` where it is not the type of a settled result, or of more than that. */
export function statusOfType(
  program: ts.Program,
  type: ts.Type,
): StatusOfType | undefined {
  const checker = program.getTypeChecker();
  if (isOpaque(checker, type)) {
    return 'opaque';
  }
  const constraint = checker.getBaseConstraintOfType(type) ?? type;
  const statuses = new Set<SettledStatus>();
  for (const part of unionConstituents(constraint)) {
    if (!(part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined))) {
      const status = statusOfPart(program, part);
      if (status === undefined) {
        return undefined;
      }
      statuses.add(status);
    }
  }
  const [status] = statuses;
  return statuses.size === 2 ? 'either' : status;
}

function statusOfPart(
  program: ts.Program,
  type: ts.Type,
): SettledStatus | undefined {
  if (type.isIntersection()) {
    // What a user's type guard makes of a settled result that it does not narrow to one constituent.
    const statuses = new Set(
      type.types.flatMap((part) => statusOfPart(program, part) ?? []),
    );
    return statuses.size === 1 ? [...statuses][0] : undefined;
  }
  const symbol = type.getSymbol();
  const status = symbol && STATUS_OF_INTERFACE.get(symbol.name);
  return status !== undefined && isDefaultLibrarySymbol(program, symbol)
    ? status
    : undefined;
}

/** The types of what the fulfilled results in a type carry as their `value`; none where it is not the type of a settled result. */
export function fulfilledValuesOf(
  program: ts.Program,
  type: ts.Type,
): readonly ts.Type[] {
  const checker = program.getTypeChecker();
  return unionConstituents(type)
    .flatMap((part) =>
      statusOfPart(program, part) === 'fulfilled'
        ? (part.getProperty('value') ?? [])
        : [],
    )
    .map((property) => checker.getTypeOfSymbol(property));
}

/** The status that a type gives to the elements of an array, or of an array that is promised. */
export function elementStatus(
  program: ts.Program,
  type: ts.Type,
): StatusOfType | undefined {
  const element = resultTypeIn(program, type);
  return element && statusOfType(program, element);
}

/** The type of the elements of an array, or of an array that is promised. */
export function resultTypeIn(
  program: ts.Program,
  type: ts.Type,
): ts.Type | undefined {
  const checker = program.getTypeChecker();
  return elementTypeOf(checker, checker.getAwaitedType(type) ?? type);
}
