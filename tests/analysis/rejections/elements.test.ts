import { type Case, catalogue, rejection } from '../asked.ts';

// A promise that never rejects, and one that may.
const SAFE = `load().catch(() => 'x')`;
const BAD = 'load()';

/** Asks about all members of a list. */
function all(name: string, list: string, answer: string): Case {
  return [name, `ask(Promise.all(${list}));`, answer];
}

/** The same, where the list needs statements before it. */
function behind(
  name: string,
  statements: string,
  list: string,
  answer: string,
): Case {
  return [name, `${statements}\nask(Promise.all(${list}));`, answer];
}

catalogue('can a member reject of a list that is made?', rejection, [
  all('by an alternative', `[${SAFE}] || []`, 'never'),
  all('behind a condition', `isReady && [${SAFE}]`, 'may'),
  all('by Array.of', `Array.of(${BAD})`, 'may'),
  all('by Array.from of nothing', 'Array.from()', 'unknown'),
  all('by a flatMap of nothing', 'anything.flatMap()', 'unknown'),
  all('by a filter in brackets', `[${SAFE}]['filter'](Boolean)`, 'never'),
  all(
    'by a map to a given type',
    'items.map<Promise<string>>(anything)',
    'may',
  ),
  behind(
    'by a generic function',
    'declare function same<T>(value: T): T;',
    `[${SAFE}, ${BAD}].map(same)`,
    'may',
  ),
  behind(
    'by a from of its own',
    `const Bag = { from: (list: unknown[]) => [${BAD}, list] };`,
    `Bag.from([${SAFE}])`,
    'may',
  ),
  behind(
    'by a method of Array of its own name',
    `const Lists = { of: (first: unknown, second: () => unknown) => [${BAD}, first, second] };`,
    `Lists.of([], () => ${SAFE})`,
    'may',
  ),
  behind(
    'by a generator that yields nothing',
    'function* make() { yield; }',
    'make()',
    'never',
  ),
  behind(
    'by a generator that yields nothing and what may',
    `function* make() { yield; yield ${BAD}; }`,
    'make()',
    'may',
  ),
]);

catalogue('can a member reject of a list of a type?', rejection, [
  behind(
    'of a pair',
    'declare const pair: [string, Promise<string>];',
    'pair',
    'may',
  ),
  behind(
    'of texts or of what is no list',
    'declare const list: string[] | { length: number };',
    'list as never',
    'never',
  ),
  behind(
    'of a map by promises',
    'declare const map: Map<Promise<string>, string>;',
    'map',
    'never',
  ),
  behind(
    'of a read-only map by promises',
    'declare const map: ReadonlyMap<Promise<string>, string>;',
    'map',
    'never',
  ),
  behind(
    'of a class of its own, named like a map',
    'declare class JobMap<T> { [Symbol.iterator](): Iterator<T>; }\ndeclare const map: JobMap<Promise<string>>;',
    'map',
    'may',
  ),
]);
