/**
 * How many items a list has: at most so many, or any number. `unknown` is the answer for what is not
 * known to be a list.
 */
export type ListSize =
  { kind: 'at-most'; count: number } | { kind: 'any' } | { kind: 'unknown' };

export const ANY: ListSize = { kind: 'any' };
export const UNKNOWN: ListSize = { kind: 'unknown' };

/** The size of a list that has no more than so many items. */
export function atMost(count: number): ListSize {
  return { kind: 'at-most', count };
}

/** How many items several lists have together. */
export function sum(parts: readonly ListSize[]): ListSize {
  return together(parts, (count, next) => count + next);
}

/** How many items the longest of several lists has. */
export function longest(parts: readonly ListSize[]): ListSize {
  return together(parts, Math.max);
}

/** One size for several; where one of them is open, so is the whole. */
function together(
  parts: readonly ListSize[],
  add: (count: number, next: number) => number,
): ListSize {
  let count = 0;
  for (const part of parts) {
    if (part.kind !== 'at-most') {
      return part;
    }
    count = add(count, part.count);
  }
  return atMost(count);
}
