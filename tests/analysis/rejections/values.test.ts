import { type Case, catalogue, rejection } from '../asked.ts';

// A promise that never rejects, and one that may.
const SAFE = `load().catch(() => 'x')`;
const BAD = 'load()';

/** Asks about an expression. */
function of(name: string, expression: string, answer: string): Case {
  return [name, `ask(${expression});`, answer];
}

catalogue('can what an operator gives reject?', rejection, [
  of('a choice of two that cannot', `isReady ? ${SAFE} : ${SAFE}`, 'never'),
  of('a choice of which the first may', `isReady ? ${BAD} : ${SAFE}`, 'may'),
  of('a choice of which the second may', `isReady ? ${SAFE} : ${BAD}`, 'may'),
  of('what may, or a value', `${BAD} || 1`, 'may'),
  of('what cannot, or a value', `${SAFE} || 1`, 'never'),
  of('what may, with a fallback', `${BAD} ?? 1`, 'may'),
  of('what cannot, with a fallback', `${SAFE} ?? 1`, 'never'),
  of('a condition and what cannot', `isReady && ${SAFE}`, 'never'),
  of('the last of a sequence, which cannot', `(log(), ${SAFE})`, 'never'),
  of('the last of a sequence, which may', `(log(), ${BAD})`, 'may'),
  ['an assignment', `let p;\nask((p = ${SAFE}));`, 'never'],
  ['an assignment that may', `let p;\nask((p = ${BAD}));`, 'may'],
  of('what was awaited', 'await anything', 'never'),
  of('anything, with a cast', '(anything as Promise<string>)', 'unknown'),
]);

catalogue('can what a handler gives reject?', rejection, [
  of('of anything', 'load().catch(anything)', 'unknown'),
  [
    'whose type says that it is never there',
    `const handle = (() => 'x') as never;\nask(load().catch(handle));`,
    'never',
  ],
  of('that is declared to give a promise', 'load().catch(load)', 'may'),
  of('that a name stands for', 'load().catch(log as () => void)', 'never'),
  of('beside what may', 'load().then(load, log)', 'may'),
  of('of a try', 'Promise.try(load)', 'may'),
  of('of a try that cannot', 'Promise.try(() => 1)', 'never'),
]);

catalogue('can a promise with an executor reject?', rejection, [
  [
    'that keeps its resolve',
    'let release: () => void;\nask(new Promise<void>((resolve) => { release = resolve; }));',
    'never',
  ],
  [
    'that gives its resolve away beside a promise',
    `ask(new Promise<void>((resolve) => { log(${BAD}, resolve); }));`,
    'never',
  ],
  [
    'that takes its functions as one list',
    'ask(new Promise<void>((...done) => { done[1](); }));',
    'may',
  ],
  [
    'that takes its first function by name',
    'ask(new Promise<void>((resolve, ...more) => { resolve(); }));',
    'may',
  ],
  of('that takes none of its functions', 'new Promise(() => {})', 'never'),
  of('without an executor', 'new Promise', 'may'),
]);

const POLYFILL = {
  'polyfill.d.ts': `
    declare module 'polyfill/timers/promises' { export function setTimeout(ms: number): Promise<void>; }
    declare module 'polyfill/timers/promises-more' { export function setTimeout(ms: number): Promise<void>; }
  `,
};

catalogue('can a wait reject?', rejection, [
  [
    'a delay',
    'declare function delay(ms: number): Promise<void>;\nask(delay(1));',
    'never',
  ],
  [
    'a delay of an object',
    'declare const time: { delay(ms: number): Promise<void> };\nask(time.delay(1));',
    'never',
  ],
  [
    'a module of timers that is declared',
    "import { setTimeout as wait } from 'polyfill/timers/promises';\nask(wait(1));",
    'never',
    POLYFILL,
  ],
  [
    'a module of another name',
    "import { setTimeout as wait } from 'polyfill/timers/promises-more';\nask(wait(1));",
    'may',
    POLYFILL,
  ],
]);
