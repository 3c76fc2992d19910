import ts from 'typescript';
import { expect, it } from 'vitest';

import {
  type CombinatorCall,
  recogniseCombinator,
} from '../../../src/analysis/language/combinators.ts';
import { memberStartsOf } from '../../../src/analysis/swallowed/member-starts.ts';
import { evidenceOf } from '../../../src/analysis/swallowed/misleading.ts';
import { resultUseOf } from '../../../src/analysis/swallowed/result-uses.ts';
import { doneWordsIn } from '../../../src/analysis/swallowed/success-words.ts';
import { stemOf, wordsOf } from '../../../src/analysis/language/words.ts';
import { fileOf, findNode, programOf } from '../program.ts';

const GIVEN = `
declare function load(id?: unknown): Promise<string>;
declare function log(...values: unknown[]): void;
declare const items: string[];
`;

/** The first settled results of a module, and the program that it is in. */
function settledIn(text: string): {
  program: ts.Program;
  call: CombinatorCall;
} {
  const program = programOf({
    'main.ts': `${text}\nexport {};\n`,
    'given.d.ts': GIVEN,
  });
  const node = findNode(
    fileOf(program, 'main.ts'),
    (each): each is ts.CallExpression =>
      recogniseCombinator(program, each)?.method === 'allSettled',
  );
  const call = recogniseCombinator(program, node);
  if (call === undefined) {
    throw new Error('no combinator');
  }
  return { program, call };
}

const SETTLED = 'Promise.allSettled(items.map((item) => load(item)))';

it.each([
  ['a statement', `await ${SETTLED};`, 'discarded'],
  ['a floating promise', `${SETTLED};`, 'discarded'],
  ['a name that nothing reads', `const all = await ${SETTLED};`, 'discarded'],
  ['a callback without parameter', `${SETTLED}.then(() => 1);`, 'discarded'],
  [
    'an assignment that nothing reads',
    `let all; all = await ${SETTLED};`,
    'discarded',
  ],
  [
    'a number that is told',
    `const all = await ${SETTLED}; log(all.length);`,
    'counted',
  ],
  [
    'a number that is asked',
    `const all = await ${SETTLED}; if (all.length > 0) log();`,
    'discarded',
  ],
  [
    'values of the fulfilled ones',
    `for (const one of await ${SETTLED}) if (one.status === 'fulfilled') log(one.value);`,
    'half-read',
  ],
  [
    'a negated test',
    `for (const one of await ${SETTLED}) if (!(one.status !== 'fulfilled')) log(one.value);`,
    'half-read',
  ],
  [
    'a test among others',
    `for (const one of await ${SETTLED}) if (one.status === 'fulfilled' && one.value) log(one.value);`,
    'half-read',
  ],
  [
    'values without a test',
    `for (const one of await ${SETTLED}) log((one as { value: string }).value);`,
    'seen',
  ],
  [
    'a test that does not exclude the others',
    `for (const one of await ${SETTLED}) if (one.status === 'fulfilled' || items.length > 1) log(1);`,
    'seen',
  ],
  [
    'a reason',
    `for (const one of await ${SETTLED}) if (one.status === 'rejected') log(one.reason);`,
    'seen',
  ],
  [
    'a failure that is told without its reason',
    `if ((await ${SETTLED}).some((one) => one.status === 'rejected')) log('failed');`,
    'unexplained',
  ],
  [
    'a failure that is a value',
    `const ok = (await ${SETTLED}).every((one) => one.status === 'fulfilled'); log(ok);`,
    'seen',
  ],
  ['results that are handed on', `log(await ${SETTLED});`, 'seen'],
  ['a member of another combinator', `Promise.all([${SETTLED}]);`, 'seen'],
])('the use of %s', (_name, text, expected) => {
  const { program, call } = settledIn(text);
  expect(resultUseOf(program, call).kind).toBe(expected);
});

it.each([
  ['calls', 'Promise.allSettled([load(1), load(2)]);', 2],
  ['a callback', `${SETTLED};`, 1],
  ['a list of its own', 'const all = [load(1)]; Promise.allSettled(all);', 1],
  [
    'a list that is filled here',
    'const all: Promise<string>[] = []; all.push(load(1), load(2)); Promise.allSettled(all);',
    2,
  ],
  [
    'a list that is read elsewhere',
    'const all = [load(1)]; log(all); Promise.allSettled(all);',
    undefined,
  ],
  [
    'a promise that is awaited elsewhere',
    'const one = load(1); Promise.allSettled([one]); await one;',
    undefined,
  ],
  [
    'a parameter',
    'const f = (all: Promise<string>[]) => Promise.allSettled(all);',
    undefined,
  ],
  [
    'what objects hold',
    'declare const all: { done: Promise<void> }[]; Promise.allSettled(all.map((one) => one.done));',
    undefined,
  ],
  [
    'what a map holds',
    'const all = new Map<string, Promise<void>>(); Promise.allSettled([all.get(items[0]!)]);',
    undefined,
  ],
])('how many members %s start', (_name, text, expected) => {
  const { program, call } = settledIn(text);
  expect(memberStartsOf(program, call)?.starts.length).toBe(expected);
});

it.each([
  ['no sign', `await ${SETTLED};`, undefined],
  ['a claim', `await ${SETTLED}; log('all loaded');`, 'claim'],
  ['a number', `await ${SETTLED}; log(\`loaded \${items.length}\`);`, 'count'],
  [
    'a catch',
    `try { await ${SETTLED}; } catch (error) { log(error); }`,
    'catch',
  ],
  ['a catch that is empty', `try { await ${SETTLED}; } catch {}`, undefined],
])('the evidence of %s', (_name, text, expected) => {
  const { program, call } = settledIn(text);
  expect(evidenceOf(program, call, resultUseOf(program, call))?.kind).toBe(
    expected,
  );
});

it.each([
  ['All items saved', ['saved']],
  ['done: 3 e-mails sent', ['done', 'sent']],
  ['SAVE_SUCCESS', ['success']],
  ['could not be saved', []],
  ['some may not be saved', []],
  ['saving failed', []],
  ['next round', []],
])('what %j says to be done', (text, expected) => {
  expect(doneWordsIn(text)).toEqual(expected);
});

it.each([
  ['save', 'saved'],
  ['delete', 'deleted'],
  ['send', 'sent'],
  ['stop', 'stopped'],
  ['notify', 'notified'],
  ['sync', 'synced'],
])('%s and %s are forms of one verb', (one, other) => {
  expect(stemOf(one)).toBe(stemOf(other));
});

it('takes a name apart into its words', () => {
  expect(wordsOf('onModuleDestroy')).toEqual(['on', 'module', 'destroy']);
});
