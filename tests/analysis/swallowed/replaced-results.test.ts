import { areLeftOut } from '../../../src/analysis/swallowed/made-values.ts';
import { resultUseOf } from '../../../src/analysis/swallowed/result-uses.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

/** Cases that say `SETTLED` for settled results. */
function of(...cases: Case[]): Case[] {
  return cases.map(([name, text, answer]) => [
    name,
    text.replaceAll(
      'SETTLED',
      '(await Promise.allSettled(items.map((item) => load(item))))',
    ),
    answer,
  ]);
}

catalogue(
  'does anything stand in the place of what was rejected?',
  askedOfCall((program, call) => {
    const found = resultUseOf(program, call);
    if (found.kind !== 'half-read') {
      return found.kind;
    }
    return found.isReplaced ? 'replaced' : 'missing';
  }),
  of(
    [
      'a branch that there is not',
      "for (const one of SETTLED) if (one.status === 'fulfilled') log(one.value);",
      'missing',
    ],
    [
      'null',
      "const values = SETTLED.map((one) => (one.status === 'fulfilled' ? one.value : null)); log(values);",
      'replaced',
    ],
    [
      'null, and a branch that there is not',
      "const all = SETTLED; log(all.map((one) => (one.status === 'fulfilled' ? one.value : null))); for (const one of all) if (one.status === 'fulfilled') log(one.value);",
      'replaced',
    ],
    [
      'a branch that there is not, and null',
      "const all = SETTLED; for (const one of all) if (one.status === 'fulfilled') log(one.value); log(all.map((one) => (one.status === 'fulfilled' ? one.value : null)));",
      'replaced',
    ],
    [
      'null, which is filtered out',
      "const values = SETTLED.map((one) => (one.status === 'fulfilled' ? one.value : null)).filter((one) => one !== null); log(values);",
      'missing',
    ],
    [
      'null, which is filtered out of a sorted list',
      "const values = SETTLED.map((one) => (one.status === 'fulfilled' ? one.value : null)).sort().filter(Boolean); log(values);",
      'missing',
    ],
    [
      'null, which is filtered out of a list that is joined behind',
      "const values = SETTLED.map((one) => (one.status === 'fulfilled' ? one.value : null)).filter(Boolean).join(); log(values);",
      'missing',
    ],
    [
      'an empty list, which is flattened',
      "const values = SETTLED.map((one) => (one.status === 'fulfilled' ? [one.value] : [])).flat(); log(values);",
      'missing',
    ],
    [
      'an empty list in flatMap',
      "const values = SETTLED.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])); log(values);",
      'missing',
    ],
    [
      'null, where a literal is compared with how many there are',
      "const values = SETTLED.map((one) => (one.status === 'fulfilled' ? one.value : null)); if (0 < values.length) log(values);",
      'replaced',
    ],
  ),
);

catalogue(
  'are values that stand for what is missing left out again?',
  askedOfCall((program, call) =>
    areLeftOut(program, call.node) ? 'yes' : 'no',
  ),
  [
    [
      'a list that is handed on',
      'log(await Promise.all(items.map((item) => load(item))));',
      'no',
    ],
    [
      'a list that is sorted',
      'log((await Promise.all(items.map((item) => load(item)))).sort());',
      'no',
    ],
    [
      'a list that is filtered',
      'log((await Promise.all(items.map((item) => load(item)))).filter(Boolean));',
      'yes',
    ],
    [
      'a list that is filtered under a name',
      'const all = await Promise.all(items.map((item) => load(item))); log(all); log(all.filter(Boolean));',
      'yes',
    ],
    [
      'a list of which the promise has a name',
      'const loading = Promise.all(items.map((item) => load(item))); const all = await loading; log(all.flat());',
      'yes',
    ],
  ],
);

catalogue(
  'what becomes of one settled result that a pattern takes apart?',
  askedOfCall((program, call) => resultUseOf(program, call).kind),
  of(
    [
      'the status and the rest',
      "for (const { status, ...value } of SETTLED) if (status === 'fulfilled') log(value);",
      'seen',
    ],
    [
      'the rest alone',
      'for (const { ...value } of SETTLED) log(value);',
      'seen',
    ],
    [
      'a status by its place',
      "for (const [status] of SETTLED as any) if (status === 'fulfilled') log(status);",
      'seen',
    ],
    [
      'a list without elements',
      'for (const [] of SETTLED as any) log();',
      'seen',
    ],
    [
      'the second of a list',
      'for (const [, value] of SETTLED as any) log(value);',
      'seen',
    ],
    [
      'the status of the first fulfilled one, as a value',
      "const one = SETTLED.find((each) => each.status === 'fulfilled'); const isLoaded = one?.status === 'fulfilled'; log(isLoaded, one?.value);",
      'half-read',
    ],
  ),
);

catalogue(
  'how many mentions are followed?',
  askedOfCall((program, call) => resultUseOf(program, call).kind),
  of(
    [
      'as many as a person reads',
      `const all = SETTLED; ${'log(all.length); '.repeat(200)}`,
      'counted',
    ],
    [
      'more than that',
      `const all = SETTLED; ${'log(all.length); '.repeat(201)}`,
      'seen',
    ],
  ),
);
