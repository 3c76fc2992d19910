import { handMadeMembersOf } from '../../../src/analysis/swallowed/hand-made-settling.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** Values that the members give, with what is declared before them. */
function read(members: string, before = ''): string {
  return `${before} export const all = await Promise.all(${members});`;
}

const fallbacks = askedOfCall((program, call) => {
  const members = handMadeMembersOf(program, call);
  return members === undefined
    ? 'no'
    : members
        .map(({ chain, fallback }) =>
          [
            chain === undefined ? 'helper' : 'chain',
            fallback.kind,
            ...(fallback.kind === 'value' ? [fallback.text] : []),
          ].join(' '),
        )
        .join(', ');
});

catalogue('is whether it worked all that is asked?', fallbacks, [
  [
    'true for what is fulfilled, and false',
    read('[load(1).then(() => true).catch(() => false)]'),
    'no',
  ],
  [
    'a block that gives true, and false',
    read('[load(1).then(() => { return true; }).catch(() => false)]'),
    'no',
  ],
  [
    'true, and null',
    read('[load(1).then(() => true).catch(() => null)]'),
    'chain value null',
  ],
  [
    'a value, and false',
    read('[load(1).then((text) => text.length).catch(() => false)]'),
    'chain value false',
  ],
  [
    'nothing, and false',
    read('[load(1).then(() => {}).catch(() => false)]'),
    'chain value false',
  ],
  [
    'what cannot be seen, and false',
    read('[load(1).then(log).catch(() => false)]'),
    'chain value false',
  ],
  ['false alone', read('[load(1).catch(() => false)]'), 'chain value false'],
  [
    'false behind a promise by its name',
    read('[one.catch(() => false)]', 'const one = load(1);'),
    'chain value false',
  ],
  [
    'false behind a handler',
    read(
      '[load(1).then(undefined, (error) => { throw new Error(); }).catch(() => false)]',
    ),
    'chain value false',
  ],
  [
    'false behind finally',
    read('[load(1).finally(() => true).catch(() => false)]'),
    'chain value false',
  ],
]);

catalogue('what else do members make of their rejections?', fallbacks, [
  ['another error', read('[load(1).catch((error) => { throw error; })]'), 'no'],
  [
    'a text of the reason beside an object',
    read(
      '[load(1).then((text) => ({ text })).catch((error) => String(error))]',
    ),
    'no',
  ],
  [
    'an object behind another handler',
    read(
      '[load(1).then(undefined, (error) => { throw error; }).catch((error) => ({ error }))]',
    ),
    'no',
  ],
  [
    'an object for a value that is not used',
    read(
      "[load(1).then(() => ({ status: 'fulfilled', value: 1 }), (reason) => ({ status: 'rejected', reason }))]",
    ),
    'chain object',
  ],
  [
    'an object that spreads another one',
    read(
      "[load(1).then((value) => ({ status: 'fulfilled', value }), (reason) => ({ ...anything, status: 'rejected', reason }))]",
    ),
    'chain object',
  ],
]);

catalogue('which members turn their rejections into values?', fallbacks, [
  ['no list', 'export const all = await Promise.all();', 'no'],
  [
    'a list that is filled for it',
    'const jobs: Promise<string | null>[] = []; for (const item of items) jobs.push(load(item).catch(() => null)); export const all = await Promise.all(jobs);',
    'helper value null',
  ],
  [
    'a list that is filled with promises without a handler too',
    'const jobs: Promise<string | null>[] = []; jobs.push(load(1).catch(() => null)); jobs.push(load(2)); export const all = await Promise.all(jobs);',
    'no',
  ],
  [
    'a list that is filled by an async callback',
    'const jobs = items.map(async (item) => load(item).catch(() => null)); export const all = await Promise.all(jobs);',
    'no',
  ],
  [
    'what another method makes of such a callback',
    read('anything.times((item: string) => load(item).catch(() => null))'),
    'no',
  ],
  ['a method without a callback', read('anything.map()'), 'no'],
  [
    'a helper with more than one parameter',
    read(
      '[quiet(load(1), 3)]',
      'const quiet = (p: Promise<string>, times: number) => p.catch(() => null);',
    ),
    'helper value null',
  ],
  [
    'a callback by its name that calls a helper',
    read(
      'items.map(one)',
      'const quiet = (p: Promise<string>) => p.catch(() => null); const one = (item: string) => quiet(load(item));',
    ),
    'no',
  ],
]);
