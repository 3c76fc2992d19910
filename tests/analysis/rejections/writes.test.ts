import { type Case, catalogue, rejection } from '../asked.ts';

// A promise that never rejects, and one that may.
const SAFE = `load().catch(() => 'x')`;
const BAD = 'load()';

/** Asks about all that a list of one safe promise holds, after a statement. */
function after(name: string, statement: string, answer: string): Case {
  return [
    name,
    `const list = [${SAFE}];\n${statement}\nask(Promise.all(list));`,
    answer,
  ];
}

catalogue('does a statement put what may reject into a list?', rejection, [
  after('an assignment of an element', `list[0] = ${BAD};`, 'may'),
  after('an assignment of a handled one', `list[0] = ${SAFE};`, 'never'),
  after('an assignment where it is missing', `list[0] ??= ${BAD};`, 'may'),
  after('an assignment by a pattern', `[list[0]] = [${BAD}];`, 'may'),
  after('an assignment by a loop', `for (list[0] of [${BAD}]) log();`, 'may'),
  after('a fallback for an element', `await (list[0] ?? ${BAD});`, 'never'),
  after('a comparison of an element', `log(list[0] === ${BAD});`, 'never'),
  after('an element that is given away', `log(list[0], ${BAD});`, 'never'),
  after('a list that is a key', `anything[list as never] = ${BAD};`, 'never'),
  after('a search for a promise', `list.includes(${BAD});`, 'never'),
  after('a method that is only named', 'log(list.push.name);', 'never'),
  after('a method that is only given away', 'log(list.sort);', 'never'),
  after(
    'a method that is given away beside what may reject',
    `anything(list.push, ${BAD});`,
    'never',
  ),
  after('a second name', 'const same = list;\nlog(same.length);', 'never'),
  after('a loop over it', 'for (const p of list) await p;', 'never'),
  after('a list that is copied', 'log([...list]);', 'never'),
  after('a property that is read', 'log(list.length, items);', 'never'),
  after('splice', `list.splice(0, 0, ${BAD});`, 'may'),
  after('splice of handled ones', `list.splice(0, 0, ${SAFE});`, 'never'),
  after('splice that only removes', 'list.splice(0, 1);', 'never'),
  after('fill', `list.fill(${BAD});`, 'may'),
  after('fill of a handled one', `list.fill(${SAFE}, 0, 1);`, 'never'),
  after('all', 'await Promise.all(list);', 'never'),
  after('allSettled', 'await Promise.allSettled(list);', 'never'),
  after('any', 'await Promise.any(list);', 'never'),
  after('a function that cannot be seen', 'anything(list);', 'may'),
  [
    'a key of a map',
    `const names = new Map<Promise<string>, string>();\nnames.set(${BAD}, 'a');\nask(Promise.all(names.values()));`,
    'never',
  ],
  [
    'an export beside its declaration',
    `const list: Promise<string>[] = [${SAFE}];\nexport { list };\nask(Promise.all(list));`,
    'may',
  ],
]);

catalogue('can what a name is given reject?', rejection, [
  ['a declared promise', 'declare const p: Promise<string>;\nask(p);', 'may'],
  [
    'a list of the lists that a loop goes through',
    `for (const list of [[${BAD}]]) ask(Promise.all(list));`,
    'may',
  ],
  [
    'what a loop awaits, where one is not known',
    `for await (const p of [${BAD}, anything]) ask(p);`,
    'unknown',
  ],
  [
    'what is declared a plain value',
    'const count: number = anything;\nask(count);',
    'never',
  ],
  [
    'a field of a class in the head of a loop',
    `for (const key in class { static #p = ${SAFE}; static { ask(this.#p); } }) log(key);`,
    'never',
  ],
  ['a name that nobody declares', 'ask(missing);', 'unknown'],
  ['a member of anything', 'ask(anything.data);', 'unknown'],
  [
    'a function that is not called',
    `async function f() { await ${BAD}; }\nask(f);`,
    'never',
  ],
  [
    'a getter that a subclass replaces',
    `class A { get data() { return ${SAFE}; } }\nclass B extends A { override get data() { return ${BAD}; } }\nask((new B() as A).data);`,
    'may',
  ],
]);
