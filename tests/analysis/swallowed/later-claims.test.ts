import { claimAfter } from '../../../src/analysis/swallowed/later-claims.ts';
import { memberStartsOf } from '../../../src/analysis/swallowed/member-starts.ts';
import { resultUseOf } from '../../../src/analysis/swallowed/result-uses.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** What is claimed behind a call about its members: of which kind, and where. */
const claim = askedOfCall((program, call) => {
  const members = memberStartsOf(program, call);
  if (members === undefined) {
    throw new Error('no members');
  }
  const use = resultUseOf(program, call);
  const found = claimAfter(program, call, members, use);
  return found === undefined
    ? 'nothing'
    : `${found.kind}: ${found.at.getText()}`;
});

/** A function that settles what `load` makes of each item, with statements around it. */
function run(text: string): string {
  return `export async function run() { ${text.replace(
    'SETTLED',
    'await Promise.allSettled(items.map((item) => load(item)))',
  )} }`;
}

/** A function that takes what was fulfilled, with statements behind it. */
function half(text: string): string {
  return run(
    `for (const one of SETTLED) if (one.status === 'fulfilled') log(one.value); ${text}`,
  );
}

/** A function that puts null in the place of what was rejected, with statements behind it. */
function replaced(text: string): string {
  return run(
    `const values = (SETTLED).map((one) => (one.status === 'fulfilled' ? one.value : null)); ${text}`,
  );
}

catalogue('what is told that the members have written themselves?', claim, [
  [
    'a number that each member raises',
    'let done = 0; await Promise.allSettled(items.map(async (item) => { await load(item); done += 1; })); log(`loaded ${done}`);',
    'nothing',
  ],
  [
    'a list that each member fills',
    'const done: string[] = []; await Promise.allSettled(items.map(async (item) => { done.push(await load(item)); })); log(`loaded ${done.length}`);',
    'nothing',
  ],
  [
    'a number that a callback by its name raises',
    'let done = 0; const one = async (item: string) => { await load(item); done += 1; }; await Promise.allSettled(items.map(one)); log(`loaded ${done}`);',
    'nothing',
  ],
  [
    'a number that what the members call raises',
    'let done = 0; async function one(item: string) { await load(item); done += 1; } await Promise.allSettled(items.map((item) => one(item))); log(`loaded ${done}`);',
    'nothing',
  ],
  [
    'a number that a handler on the members raises',
    'let done = 0; await Promise.allSettled(items.map((item) => load(item).then(() => { done += 1; }))); log(`loaded ${done}`);',
    'nothing',
  ],
  [
    'a number that one of two members raises',
    'let done = 0; await Promise.allSettled([load(1), load(2).then(() => { done += 1; })]); log(`loaded ${done}`);',
    'nothing',
  ],
  [
    'a number that is raised behind the members',
    'let done = 0; await Promise.allSettled(items.map(async (item) => { await load(item); })); done += items.length; log(`loaded ${done}`);',
    'success: `loaded ${done}`',
  ],
  [
    'a number that is raised before the members',
    'let done = 0; done += 1; await Promise.allSettled(items.map(async (item) => { await load(item); })); log(`loaded ${done}`);',
    'success: `loaded ${done}`',
  ],
  [
    'a number that each member reads',
    'let page = 0; page += 1; await Promise.allSettled(items.map(async (item) => { await load(item + page); })); log(`loaded page ${page}`);',
    'success: `loaded page ${page}`',
  ],
  [
    'a text beside a number that each member raises',
    "let tried = 0; await Promise.allSettled(items.map(async (item) => { tried += 1; await load(item); })); log('all loaded');",
    "success: 'all loaded'",
  ],
]);

catalogue('what is claimed of the half that is read?', claim, [
  ['a text of what is there', half("log('items loaded');"), 'nothing'],
  ['a text of all', half("log('all loaded');"), "success: 'all loaded'"],
  [
    'a state of the whole',
    half("anything.status = 'loaded';"),
    "success: anything.status = 'loaded'",
  ],
  [
    'a state of the whole behind other work',
    half("await anything.save(); anything.status = 'completed';"),
    'nothing',
  ],
  ['a sign', half('anything.onSuccess();'), 'nothing'],
  [
    'a state where nothing is read',
    run("SETTLED; anything.status = 'loaded';"),
    "success: anything.status = 'loaded'",
  ],
  [
    'a state, where something stands in the place of the rest',
    replaced("log(values); anything.status = 'loaded';"),
    'nothing',
  ],
  [
    'a state, where that is left out again',
    replaced("log(values.filter(Boolean)); anything.status = 'loaded';"),
    "success: anything.status = 'loaded'",
  ],
]);

catalogue('what is claimed in a callback?', claim, [
  [
    'a call',
    "Promise.allSettled(items.map((item) => load(item))).then(() => log('all loaded'));",
    "success: 'all loaded'",
  ],
  [
    'a text that it gives',
    "export const text = Promise.allSettled(items.map((item) => load(item))).then(() => 'all loaded');",
    "success: 'all loaded'",
  ],
  [
    'a number that it gives',
    'export const count = Promise.allSettled(items.map((item) => load(item))).then(() => items.length);',
    'count: items.length',
  ],
  [
    'nothing',
    'Promise.allSettled(items.map((item) => load(item))).then(() => log());',
    'nothing',
  ],
]);

catalogue('what is claimed of other work?', claim, [
  [
    'a claim of both, behind other work',
    run("SETTLED; await anything.save(); log('items loaded and saved');"),
    "success: 'items loaded and saved'",
  ],
  [
    'no other work, but a declaration',
    run("const text = 'done'; SETTLED; log(text, 'done');"),
    "success: 'done'",
  ],
  [
    'no other work, but a wait for a promise by its name',
    run("await anything; SETTLED; log('done');"),
    "success: 'done'",
  ],
  [
    'what is searched before',
    run("await anything.searchItems(); SETTLED; log('done');"),
    "success: 'done'",
  ],
  [
    'what is kept beside a call that keeps nothing',
    run("anything.log(anything.save()); SETTLED; log('done');"),
    'nothing',
  ],
  [
    'other work that is given what was read',
    run("await anything.save(anything.getAll()); SETTLED; log('done');"),
    'nothing',
  ],
  [
    'a number of what is made on the spot, where the list cannot be resolved',
    'await Promise.allSettled(missing.map((item) => load(item))); log(`loaded ${anything().length}`);',
    'success: `loaded ${anything().length}`',
  ],
]);
