import { catalogue, rejection } from '../asked.ts';

// A promise that never rejects, and one that may.
const SAFE = `load().catch(() => 'x')`;
const BAD = 'load()';

catalogue('can what a pattern takes out reject?', rejection, [
  [
    'the second of two',
    `const [first, p] = [${BAD}, ${SAFE}];\nlog(first);\nask(p);`,
    'never',
  ],
  [
    'what stands before a spread',
    `const [p] = [${SAFE}, ...items.map(load)];\nask(p);`,
    'never',
  ],
  [
    'the second property of two',
    `const { first, p } = { first: ${BAD}, p: ${SAFE} };\nlog(first);\nask(p);`,
    'never',
  ],
  [
    'the first property of two',
    `const { first, p } = { first: ${BAD}, p: ${SAFE} };\nlog(p);\nask(first);`,
    'may',
  ],
  [
    'a property beside a method',
    `const { p } = { first() {}, p: ${SAFE} };\nask(p);`,
    'never',
  ],
  [
    'a property behind a spread',
    `const { p } = { ...anything, p: ${SAFE} };\nask(p);`,
    'never',
  ],
  [
    'a property that a spread may replace',
    `declare const more: { p?: Promise<string> };\nconst { p } = { p: ${SAFE}, ...more };\nask(p);`,
    'may',
  ],
  [
    'a pattern in a pattern with a fallback',
    `declare const lists: Promise<string>[][];\nconst [[p] = [${SAFE}]] = lists;\nask(p);`,
    'may',
  ],
  ['a pattern of a loop', `for (const [p] of [[${SAFE}]]) ask(p);`, 'may'],
  ['the rest of a list', `const [...rest] = [${BAD}];\nask(rest);`, 'never'],
]);
