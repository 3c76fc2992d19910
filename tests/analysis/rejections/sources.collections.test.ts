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

catalogue('can a member of a list reject?', rejection, [
  all('of a literal', `[${SAFE}]`, 'never'),
  all('of a literal with one that may', `[${SAFE}, ${BAD}]`, 'may'),
  all('of nothing', '[]', 'never'),
  all('of a spread', `[...[${SAFE}]]`, 'never'),
  all('of a spread that may', `[...[${BAD}]]`, 'may'),
  all('of a choice', `isReady ? [${SAFE}] : []`, 'never'),
  all('of a choice that may', `isReady ? [${SAFE}] : [${BAD}]`, 'may'),
  all('of a fallback', `[${SAFE}] ?? []`, 'never'),
  all('of a fallback that may', `[${SAFE}] ?? [${BAD}]`, 'may'),
  all('of an alternative that may', `[${SAFE}] || [${BAD}]`, 'may'),
  all('of a map', `items.map(() => ${SAFE})`, 'never'),
  all('of a map that may', `items.map(() => ${BAD})`, 'may'),
  all('of a map of anything', `anything.map(() => ${SAFE})`, 'never'),
  all('of a map of anything that may', `anything.map(() => ${BAD})`, 'may'),
  all('of a map by a declared function', 'items.map(load)', 'may'),
  all(
    'of a map of anything by a declared function',
    'anything.map(load)',
    'may',
  ),
  all('of a map by anything', 'items.map(anything)', 'unknown'),
  all('of a map to values', 'items.map((id) => id.length)', 'never'),
  all('of a flatMap', `items.flatMap(() => [${SAFE}])`, 'never'),
  all('of a flatMap that may', `items.flatMap(() => [${SAFE}, ${BAD}])`, 'may'),
  all('of a flatMap by anything', 'items.flatMap(anything)', 'unknown'),
  all('of Array.from', `Array.from([${SAFE}])`, 'never'),
  all('of Array.from that may', `Array.from([${BAD}])`, 'may'),
  all(
    'of Array.from by a callback',
    `Array.from(items, () => ${SAFE})`,
    'never',
  ),
  all(
    'of Array.from by one that may',
    `Array.from(items, () => ${BAD})`,
    'may',
  ),
  all('of a set', `new Set([${SAFE}])`, 'never'),
  all('of a set that may', `new Set([${BAD}])`, 'may'),
  all('of an empty array', 'new Array<Promise<string>>()', 'never'),
  all('of a new array', `new Array(${BAD})`, 'unknown'),
  all('of an empty set', 'new Set()', 'never'),
  all(
    'of a collection of another kind',
    `new (anything as any)([${SAFE}])`,
    'unknown',
  ),
  all('of a filter', `[${SAFE}].filter(Boolean)`, 'never'),
  all('of a filter that may', `[${BAD}].filter(Boolean)`, 'may'),
  all('of a reverse', `[${SAFE}].reverse()`, 'never'),
  all('of lists put together', `[${SAFE}].concat([${SAFE}])`, 'never'),
  all('of lists put together that may', `[${SAFE}].concat([${BAD}])`, 'may'),
  behind(
    'of the values of a map',
    `const map = new Map<string, Promise<string>>();\nmap.set('a', ${SAFE});`,
    'map.values()',
    'never',
  ),
  behind(
    'of the values of a map that may',
    `const map = new Map<string, Promise<string>>();\nmap.set('a', ${BAD});`,
    'map.values()',
    'may',
  ),
  behind(
    'of the entries of a map',
    'declare const map: Map<string, Promise<string>>;',
    'map',
    'never',
  ),
  behind(
    'of a declared set',
    'declare const set: Set<Promise<string>>;',
    'set',
    'may',
  ),
  behind(
    'of a declared iterator',
    'declare const iterator: Iterable<Promise<string>>;',
    'iterator',
    'may',
  ),
  behind(
    'of an iterable of its own',
    'declare class Bag { [Symbol.iterator](): Iterator<string> }',
    'new Bag()',
    'unknown',
  ),
  behind(
    'of an iterable of its own, of promises',
    'declare class Bag { [Symbol.iterator](): Iterator<Promise<string>> }',
    'new Bag()',
    'unknown',
  ),
  behind(
    'of what a function gives',
    `const make = () => [${SAFE}];`,
    'make()',
    'never',
  ),
  behind(
    'of what a function gives that may',
    `const make = () => [${BAD}];`,
    'make()',
    'may',
  ),
  behind(
    'of what a declared function gives',
    'declare function make(): Promise<string>[];',
    'make()',
    'may',
  ),
  behind(
    'of what a generator yields',
    `function* make() { yield ${SAFE}; }`,
    'make()',
    'never',
  ),
  behind(
    'of what a generator yields that may',
    `function* make() { yield ${BAD}; }`,
    'make()',
    'may',
  ),
  behind(
    'of what a generator yields of another',
    `function* make() { yield* [${SAFE}]; }`,
    'make()',
    'never',
  ),
  behind(
    'of what a generator yields of another that may',
    `function* make() { yield* [${BAD}]; }`,
    'make()',
    'may',
  ),
]);

catalogue('can what was put into a list reject?', rejection, [
  behind('by push', `const list = [];\nlist.push(${SAFE});`, 'list', 'never'),
  behind(
    'by push that may',
    `const list = [];\nlist.push(${SAFE}, ${BAD});`,
    'list',
    'may',
  ),
  behind(
    'by a pushed spread',
    `const list = [];\nlist.push(...[${SAFE}]);`,
    'list',
    'never',
  ),
  behind(
    'by a pushed spread that may',
    `const list = [];\nlist.push(...[${BAD}]);`,
    'list',
    'may',
  ),
  behind(
    'by unshift',
    `const list = [];\nlist.unshift(${BAD});`,
    'list',
    'may',
  ),
  behind(
    'by add',
    `const list = new Set<Promise<string>>();\nlist.add(${BAD});`,
    'list',
    'may',
  ),
  behind(
    'by an index',
    `const list: Promise<string>[] = [];\nlist[0] = ${SAFE};`,
    'list',
    'never',
  ),
  behind(
    'by an index that may',
    `const list: Promise<string>[] = [];\nlist[0] = ${BAD};`,
    'list',
    'may',
  ),
  behind(
    'by a method that adds nothing',
    `const list = [${SAFE}];\nlist.sort();`,
    'list',
    'never',
  ),
  behind(
    'by other code',
    `const list: Promise<string>[] = [${SAFE}];\nlog(list);`,
    'list',
    'may',
  ),
  behind(
    'by other code that it is called on',
    `const list: Promise<string>[] = [${SAFE}];\nlist.forEach(log);`,
    'list',
    'never',
  ),
  behind(
    'by another combinator',
    `const list: Promise<string>[] = [${SAFE}];\nawait Promise.race(list);`,
    'list',
    'never',
  ),
  behind(
    'by an assignment',
    `let list = [${SAFE}];\nlist = [${BAD}];`,
    'list',
    'may',
  ),
  behind(
    'by an addition',
    `let list: any = [${SAFE}];\nlist += ${BAD};`,
    'list',
    'unknown',
  ),
  behind(
    'by a declaration elsewhere',
    'declare const list: Promise<string>[];',
    'list',
    'may',
  ),
  behind(
    'by a loop over others',
    `for (const list of [[${SAFE}]]) log(list);\ndeclare const list: any;`,
    'list',
    'unknown',
  ),
  ['as the variable of a loop', `for (const p of [${SAFE}]) ask(p);`, 'never'],
  [
    'as the variable of a loop that may',
    `for (const p of [${BAD}]) ask(p);`,
    'may',
  ],
  [
    'as the variable of a loop that waits',
    `for await (const p of [${BAD}]) ask(p);`,
    'never',
  ],
  ['as the key of a loop', `for (const p in [${BAD}]) ask(p);`, 'never'],
  [
    'as what a catch was given',
    `try { log(); } catch (e) { ask(e); }`,
    'unknown',
  ],
  [
    'as a private field',
    `class A { #list = [${SAFE}]; f() { ask(Promise.all(this.#list)); } }`,
    'never',
  ],
  [
    'as a private field that another method fills',
    `class A { #list = [${SAFE}]; f() { ask(Promise.all(this.#list)); } g() { this.#list.push(${BAD}); } }`,
    'may',
  ],
  [
    'as a public field',
    `class A { list = [${SAFE}]; f() { ask(Promise.all(this.list)); } }`,
    'may',
  ],
]);

catalogue('can what is taken out of a list reject?', rejection, [
  ['by an index', `const list = [${SAFE}];\nask(list[0]);`, 'never'],
  ['by an index that may', `const list = [${BAD}];\nask(list[0]);`, 'may'],
  ['by at', `const list = [${SAFE}];\nask(list.at(0));`, 'never'],
  ['by pop', `const list = [${SAFE}];\nask(list.pop());`, 'never'],
  ['by shift that may', `const list = [${BAD}];\nask(list.shift());`, 'may'],
  [
    'by get',
    `const map = new Map<string, Promise<string>>();\nmap.set('a', ${SAFE});\nask(map.get('a'));`,
    'never',
  ],
  [
    'by get that may',
    `const map = new Map<string, Promise<string>>();\nmap.set('a', ${BAD});\nask(map.get('a'));`,
    'may',
  ],
  [
    'by a get of its own kind',
    `declare const store: { get(key: string): Promise<string> };\nask(store.get('a'));`,
    'may',
  ],
  [
    'by another method',
    `const list = [${SAFE}];\nask(list.find(Boolean));`,
    'may',
  ],
  [
    'of a dictionary',
    `declare const all: Record<string, Promise<string>>;\nask(all['a']);`,
    'may',
  ],
  [
    'of what is given',
    `const f = (list: Promise<string>[]) => { ask(list[0]); };`,
    'may',
  ],
  ['by a pattern', `const [p] = [${SAFE}];\nask(p);`, 'never'],
  ['by a pattern that may', `const [p] = [${BAD}];\nask(p);`, 'may'],
  [
    'by a pattern at another place',
    `const [, p] = [${BAD}, ${SAFE}];\nask(p);`,
    'never',
  ],
  [
    'by a pattern behind a spread',
    `const [, p] = [...[${BAD}], ${SAFE}];\nask(p);`,
    'may',
  ],
  [
    'by a pattern that finds nothing',
    `const [, , p] = [${SAFE}] as Promise<string>[];\nask(p);`,
    'may',
  ],
  [
    'by a pattern of a map',
    `const [p] = items.map(() => ${SAFE});\nask(p);`,
    'never',
  ],
  [
    'by a pattern of a name',
    `const list: Promise<string>[] = [${SAFE}];\nconst [p] = list;\nask(p);`,
    'may',
  ],
  [
    'by a pattern of an object',
    `const { p } = { p: ${SAFE} };\nask(p);`,
    'never',
  ],
  [
    'by a pattern of an object that may',
    `const { p } = { p: ${BAD} };\nask(p);`,
    'may',
  ],
  [
    'by a pattern under another name',
    `const { p: q } = { p: ${SAFE} };\nask(q);`,
    'never',
  ],
  [
    'by a pattern of a shorthand',
    `const p = ${SAFE};\nconst { p: q } = { p };\nask(q);`,
    'may',
  ],
  [
    'by a pattern of an object that is not seen',
    `declare const o: { p: Promise<string> };\nconst { p } = o;\nask(p);`,
    'may',
  ],
  [
    'by the rest of a pattern',
    `const [...rest] = [${SAFE}];\nask(Promise.all(rest));`,
    'may',
  ],
  [
    'by a pattern with a fallback',
    `const [p = ${BAD}] = [${SAFE}];\nask(p);`,
    'may',
  ],
  ['by a pattern that may be written', `let [p] = [${SAFE}];\nask(p);`, 'may'],
  [
    'by the pattern of a parameter',
    `const f = ([p]: Promise<string>[]) => { ask(p); };`,
    'may',
  ],
]);
