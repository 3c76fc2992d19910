import rule from '../../src/rules/prefer-all-settled.ts';
import { javascript, ruleTester } from '../rule-tester.ts';

// Settled results made by hand, and a loop that sees one reason of each round.

const GIVEN = `declare function load(id: number): Promise<string>;
declare const ids: number[];
declare const batches: number[][];
`;

/** The body of an async function, each statement on a line of its own. */
function body(...lines: string[]): string {
  return `${GIVEN}export async function run() {\n  ${lines.join('\n  ')}\n}\n`;
}

ruleTester.run('prefer-all-settled', rule, {
  valid: [
    {
      name: 'members without handlers',
      code: body('return await Promise.all(ids.map((id) => load(id)));'),
    },
    {
      name: 'one member without a handler: it decides for all',
      code: body(
        'return await Promise.all([load(1).catch(() => null), load(2)]);',
      ),
    },
    {
      name: 'members that tell of their failure',
      code: body(
        'return await Promise.all(ids.map((id) => load(id).catch((error) => { console.error(error); return null; })));',
      ),
    },
    {
      name: 'members that rethrow',
      code: body(
        "return await Promise.all(ids.map((id) => load(id).catch((error) => { throw new Error('not loaded', { cause: error }); })));",
      ),
    },
    {
      name: 'a fallback that is a value like others',
      code: body(
        "return await Promise.all(ids.map((id) => load(id).catch(() => 'unknown')));",
      ),
    },
    {
      name: 'another source for what is missing',
      code: body(
        'return await Promise.all(ids.map((id) => load(id).catch(() => load(0))));',
      ),
    },
    {
      name: 'an object of errors alone',
      code: body(
        'return await Promise.all(ids.map((id) => load(id).catch((error) => ({ error }))));',
      ),
    },
    {
      name: 'values that nobody reads: no-swallowed-rejections speaks',
      code: body(
        'await Promise.all(ids.map((id) => load(id).catch(() => {})));',
      ),
    },
    {
      name: 'members that cannot reject',
      code: body(
        'return await Promise.all(ids.map((id) => Promise.resolve(id).catch(() => null)));',
      ),
    },
    {
      name: 'a race, which one member decides',
      code: body(
        'return await Promise.race([load(1).catch(() => null), load(2).catch(() => null)]);',
      ),
    },
    {
      name: 'settled results',
      code: body('return await Promise.allSettled(ids.map((id) => load(id)));'),
    },
    {
      name: 'a helper that does not chain on what it is given',
      code: `${GIVEN}const name = (id: number) => load(id).catch(() => null);
export const run = () => Promise.all(ids.map((id) => ({ name: name(id) })));
`,
    },
    {
      name: 'a loop outside: one try for all rounds',
      code: body(
        'try {',
        '  for (const batch of batches) {',
        '    await Promise.all(batch.map((id) => load(id)));',
        '  }',
        '} catch (error) {',
        '  console.error(error);',
        '}',
      ),
    },
    {
      name: 'a try that waits for all at once',
      code: body(
        'try {',
        '  await Promise.all(ids.map((id) => load(id)));',
        '} catch (error) {',
        '  console.error(error);',
        '}',
      ),
    },
    {
      name: 'a loop that counts the failures',
      code: body(
        'let failures = 0;',
        'for (const batch of batches) {',
        '  try {',
        '    await Promise.all(batch.map((id) => load(id)));',
        '  } catch (error) {',
        '    failures += 1;',
        '  }',
        '}',
        'return failures;',
      ),
    },
    {
      name: 'a loop that stops',
      code: body(
        'for (const batch of batches) {',
        '  try {',
        '    await Promise.all(batch.map((id) => load(id)));',
        '  } catch (error) {',
        '    console.error(error);',
        '    break;',
        '  }',
        '}',
      ),
    },
    {
      name: 'a loop whose values are read',
      code: body(
        'for (const batch of batches) {',
        '  try {',
        '    console.log(await Promise.all(batch.map((id) => load(id))));',
        '  } catch (error) {',
        '    console.error(error);',
        '  }',
        '}',
      ),
    },
    {
      name: 'a loop whose members cannot reject',
      code: body(
        'for (const batch of batches) {',
        '  try {',
        '    await Promise.all(batch.map((id) => load(id).catch(console.error)));',
        '  } catch (error) {',
        '    console.error(error);',
        '  }',
        '}',
      ),
    },
    { name: 'an empty list', code: body('return await Promise.all([]);') },
    {
      name: 'members of any',
      code: `${GIVEN}declare const tasks: any;
export const run = () => Promise.all(tasks.map((task: any) => task.run().catch(() => null)));
`,
    },
    {
      name: 'a loop that tries again',
      code: `${GIVEN}export async function f() {
  for (let i = 0; i < 3; i++) {
    try { await Promise.all(ids.map(load)); return true; } catch (error) { console.error(error); }
  }
  return false;
}`,
    },
    {
      name: 'members that are pushed to a list, one of them without a fallback',
      code: `${GIVEN}export async function run() {
  const list: Promise<string | null>[] = [];
  for (const id of ids) list.push(load(id).catch(() => null));
  list.push(load(0));
  return await Promise.all(list);
}
`,
    },
    {
      name: 'whether each worked, and no more',
      code: `${GIVEN}export async function run() {
  return await Promise.all(ids.map((id) => load(id).then(() => true).catch(() => false)));
}
`,
    },
    {
      name: 'whether it worked, by both handlers of then',
      code: `${GIVEN}export const flags = await Promise.all(ids.map((id) => load(id).then(() => true, () => false)));
`,
    },
    {
      name: 'an allSettled for where there is none, as a property',
      code: `${GIVEN}(globalThis.Promise as any).allSettled ??= (promises: Promise<string>[]) => Promise.all(promises.map((promise) => promise.then((value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason }))));
`,
    },
    {
      name: 'an allSettled for where there is none, as a function',
      code: `${GIVEN}export function allSettled(promises: Promise<string>[]) {
  return Promise.all(promises.map((promise) => promise.then((value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason }))));
}
`,
    },
    {
      name: 'a helper that logs in a try',
      code: `${GIVEN}async function settle(promise: Promise<string>) {
  try {
    return { value: await promise };
  } catch (reason) {
    console.error(reason);
    return { value: undefined };
  }
}
export const all = await Promise.all(ids.map((id) => settle(load(id))));
`,
    },
    {
      name: 'a helper that starts the work in a try',
      code: `${GIVEN}async function settle(id: number) {
  try {
    return { value: await load(id) };
  } catch (error) {
    return { error };
  }
}
export const all = await Promise.all(ids.map((id) => settle(id)));
`,
    },
    {
      name: 'a loop whose try counts behind the wait',
      code: `${GIVEN}let done = 0;
export async function run() {
  for (const batch of batches) {
    try {
      await Promise.all(batch.map(load));
      done += batch.length;
    } catch (error) {
      console.error(error);
    }
  }
}
`,
    },
    {
      name: 'a loop whose wait has a handler that does more',
      code: `${GIVEN}export async function run() {
  const failed: unknown[] = [];
  for (const batch of batches) {
    await Promise.all(batch.map(load)).catch((error) => failed.push(error));
  }
}
`,
    },
    {
      name: 'a handler that only logs, without a loop',
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(load)).catch(console.error);
}
`,
    },
  ],
  invalid: [
    {
      name: 'null for each member',
      code: body(
        'const names = await Promise.all(ids.map((id) => load(id).catch(() => null)));',
        'return names;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const settledNames = await Promise.allSettled(ids.map((id) => load(id)));
  const names = settledNames.map((result) =>
    result.status === 'fulfilled' ? result.value : null,
  );
  return names;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the reason for each member',
      code: body(
        'const names = await Promise.all(ids.map((id) => load(id).catch((error) => error)));',
        'return names;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const settledNames = await Promise.allSettled(ids.map((id) => load(id)));
  const names = settledNames.map((result) =>
    result.status === 'fulfilled' ? result.value : result.reason,
  );
  return names;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an empty list in a block',
      code: body(
        'const names = await Promise.all(ids.map((id) => load(id).catch(() => { return []; })));',
        'return names;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const settledNames = await Promise.allSettled(ids.map((id) => load(id)));
  const names = settledNames.map((result) =>
    result.status === 'fulfilled' ? result.value : [],
  );
  return names;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'nothing at all',
      code: body(
        'const names = await Promise.all(ids.map((id) => load(id).catch(() => {})));',
        'return names;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const settledNames = await Promise.allSettled(ids.map((id) => load(id)));
  const names = settledNames.map((result) =>
    result.status === 'fulfilled' ? result.value : undefined,
  );
  return names;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback',
      code: body(
        'const names = await Promise.all(ids.map(async (id) => load(id).catch(() => null)));',
        'return names;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const settledNames = await Promise.allSettled(ids.map(async (id) => load(id)));
  const names = settledNames.map((result) =>
    result.status === 'fulfilled' ? result.value : null,
  );
  return names;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list, with fallbacks of its own for each',
      code: body(
        "const [one, two] = await Promise.all([load(1).catch(() => null), load(2).catch(() => '')]);",
        'return { one, two };',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 28,
          endLine: 5,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const [oneResult, twoResult] = await Promise.allSettled([load(1), load(2)]);
  const one = oneResult.status === 'fulfilled' ? oneResult.value : null;
  const two = twoResult.status === 'fulfilled' ? twoResult.value : '';
  return { one, two };
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a second argument of then',
      code: body(
        'const names = await Promise.all(ids.map((id) => load(id).then(undefined, () => null)));',
        'return names;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const settledNames = await Promise.allSettled(ids.map((id) => load(id).then(undefined)));
  const names = settledNames.map((result) =>
    result.status === 'fulfilled' ? result.value : null,
  );
  return names;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "values that are returned: what to return instead is the author's to say",
      code: body(
        'return Promise.all(ids.map((id) => load(id).catch(() => null)));',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 21,
        },
      ],
    },
    {
      name: 'results with a status, word for word',
      code: body(
        'const results = await Promise.all(',
        '  ids.map((id) =>',
        '    load(id).then(',
        "      (value) => ({ status: 'fulfilled' as const, value }),",
        "      (reason) => ({ status: 'rejected' as const, reason }),",
        '    ),',
        '  ),',
        ');',
        'return results;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(
    ids.map((id) =>
      load(id),
    ),
  );
  return results;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'results of a form of its own',
      code: body(
        'const results = await Promise.all(',
        '  ids.map((id) =>',
        '    load(id).then(',
        '      (value) => ({ ok: true, value }),',
        '      (error) => ({ ok: false, error }),',
        '    ),',
        '  ),',
        ');',
        'return results;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'results by then and catch',
      code: body(
        'const results = await Promise.all(ids.map((id) => load(id).then((value) => ({ value })).catch((error) => ({ error }))));',
        'return results;',
      ),
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'a helper of its own that is given by name',
      code: `${GIVEN}const settle = (promise: Promise<string>) => promise.catch((error) => error);
export async function run(promises: Promise<string>[]) {
  const results = await Promise.all(promises.map(settle));
  return results;
}
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'a helper of its own that is called',
      code: `${GIVEN}function settle(promise: Promise<string>) {
  return promise.then(
    (value) => ({ status: 'fulfilled', value }),
    (reason) => ({ status: 'rejected', reason }),
  );
}
export async function run() {
  const results = await Promise.all([settle(load(1)), settle(load(2))]);
  return results;
}
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 11,
          column: 25,
          endLine: 11,
          endColumn: 36,
        },
      ],
    },
    {
      name: 'a loop that logs the first reason',
      code: body(
        'for (const batch of batches) {',
        '  try {',
        '    await Promise.all(batch.map((id) => load(id)));',
        '  } catch (error) {',
        "    console.error('not loaded', error);",
        '  }',
        '}',
      ),
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  for (const batch of batches) {
    try {
      const results = await Promise.allSettled(batch.map((id) => load(id)));
      for (const result of results) {
        if (result.status === 'rejected') {
          console.error('not loaded', result.reason);
        }
      }
    } catch (error) {
      console.error('not loaded', error);
    }
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop that logs and goes on',
      code: body(
        'for (const batch of batches) {',
        '  try {',
        '    await Promise.all(batch.map((id) => load(id)));',
        '  } catch (error) {',
        '    console.error(error);',
        '    continue;',
        '  }',
        '}',
      ),
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  for (const batch of batches) {
    try {
      const results = await Promise.allSettled(batch.map((id) => load(id)));
      for (const result of results) {
        if (result.status === 'rejected') {
          console.error(result.reason);
        }
      }
    } catch (error) {
      console.error(error);
      continue;
    }
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'plain JavaScript',
      code: "const load = async (id) => (await fetch('/' + id)).json();\nconst names = await Promise.all([1, 2].map((id) => load(id).catch(() => null)));\nexport { names };\n",
      filename: javascript,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 2,
          column: 21,
          endLine: 2,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `const load = async (id) => (await fetch('/' + id)).json();
const settledNames = await Promise.allSettled([1, 2].map((id) => load(id)));
const names = settledNames.map((result) =>
  result.status === 'fulfilled' ? result.value : null,
);
export { names };
`,
            },
          ],
        },
      ],
    },
    {
      name: 'members that are pushed to a list',
      code: `${GIVEN}export async function run() {
  const list: Promise<string | null>[] = [];
  for (const id of ids) list.push(load(id).catch(() => null));
  return await Promise.all(list);
}
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 7,
          column: 16,
          endLine: 7,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'what each found out, or false',
      code: `${GIVEN}export async function run() {
  return await Promise.all(ids.map((id) => load(id).then((text) => text !== '').catch(() => false)));
}
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 16,
          endLine: 5,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'fallbacks that are left out again, which results without a look at the reasons would be half read for',
      code: `${GIVEN}export async function run() {
  const texts = await Promise.all(ids.map((id) => load(id).catch(() => null)));
  return texts.filter((text) => text !== null);
}
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'a value that a second handler of then gives',
      code: `${GIVEN}export const texts = await Promise.all(ids.map((id) => load(id).then((text) => text.trim(), () => null)));
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 4,
          column: 28,
          endLine: 4,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}const settledTexts = await Promise.allSettled(ids.map((id) => load(id).then((text) => text.trim())));
export const texts = settledTexts.map((result) => result.status === 'fulfilled' ? result.value : null);
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop that logs the reason as a property',
      code: `${GIVEN}for (const id of ids) {
  try {
    await Promise.all([load(id), load(id + 1)]);
  } catch (error) {
    console.error('not loaded', { error: error, id });
    continue;
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}for (const id of ids) {
  try {
    const results = await Promise.allSettled([load(id), load(id + 1)]);
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error('not loaded', { error: result.reason, id });
      }
    }
  } catch (error) {
    console.error('not loaded', { error: error, id });
    continue;
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop that logs the reason in short',
      code: `${GIVEN}for (const id of ids) {
  try {
    await Promise.all([load(id), load(id + 1)]);
  } catch (error) {
    console.error({ error });
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}for (const id of ids) {
  try {
    const results = await Promise.allSettled([load(id), load(id + 1)]);
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error(result.reason);
      }
    }
  } catch (error) {
    console.error({ error });
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop that logs no reason',
      code: `${GIVEN}for (const id of ids) {
  try {
    await Promise.all([load(id), load(id + 1)]);
  } catch {
    console.error('not loaded');
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}for (const id of ids) {
  try {
    const results = await Promise.allSettled([load(id), load(id + 1)]);
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error(result.reason);
      }
    }
  } catch {
    console.error('not loaded');
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop that logs the reason in several lines',
      code: `${GIVEN}for (const id of ids) {
  try {
    await Promise.all([load(id), load(id + 1)]);
  } catch (error) {
    console.error(
      'not loaded',
      error,
    );
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}for (const id of ids) {
  try {
    const results = await Promise.allSettled([load(id), load(id + 1)]);
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error(result.reason);
      }
    }
  } catch (error) {
    console.error(
      'not loaded',
      error,
    );
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a settle of its own',
      code: `${GIVEN}export function settle(promises: Promise<string>[]) {
  return Promise.all(promises.map((promise) => promise.then((value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason }))));
}
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 21,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export function settle(promises: Promise<string>[]) {
  return Promise.allSettled(promises.map((promise) => promise));
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that settles in a try',
      code: `${GIVEN}async function settle(promise: Promise<string>) {
  try {
    return { status: 'fulfilled', value: await promise };
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}
export const all = await Promise.all(ids.map((id) => settle(load(id))));
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 11,
          column: 26,
          endLine: 11,
          endColumn: 37,
        },
      ],
    },
    {
      name: 'a loop whose try says more behind the wait',
      code: `${GIVEN}export async function run() {
  for (const batch of batches) {
    try {
      await Promise.all(batch.map(load));
      console.log('batch done');
    } catch (error) {
      console.error(error);
    }
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 24,
        },
      ],
    },
    {
      name: 'a loop whose wait has a handler that only logs',
      code: `${GIVEN}export async function run() {
  for (const batch of batches) {
    await Promise.all(batch.map(load)).catch((error) => console.error('failed', error));
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  for (const batch of batches) {
    const results = await Promise.allSettled(batch.map(load));
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error('failed', result.reason);
      }
    }
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop whose wait has a handler with a block',
      code: `${GIVEN}export async function run() {
  for (const batch of batches) {
    await Promise.all(batch.map(load)).catch((error) => {
      console.error(error);
    });
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  for (const batch of batches) {
    const results = await Promise.allSettled(batch.map(load));
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error(result.reason);
      }
    }
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "a loop whose wait is handled by the log's own method",
      code: `${GIVEN}export async function run() {
  for (const batch of batches) {
    await Promise.all(batch.map(load)).catch(console.error);
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  for (const batch of batches) {
    const results = await Promise.allSettled(batch.map(load));
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error(result.reason);
      }
    }
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a loop whose wait has a handler that does not say which',
      code: `${GIVEN}export async function run() {
  for (const batch of batches) {
    await Promise.all(batch.map(load)).catch(() => console.error('failed'));
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'a loop whose wait has a handler with a comment',
      code: `${GIVEN}export async function run() {
  for (const batch of batches) {
    await Promise.all(batch.map(load)).catch((error) => /* seen */ console.error(error));
  }
}
`,
      errors: [
        {
          messageId: 'firstReasonOnly',
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 22,
        },
      ],
    },
    {
      name: 'values whose type is written',
      code: `${GIVEN}export async function run() {
  const names: (string | null)[] = await Promise.all(ids.map((id) => load(id).catch(() => null)));
  return names;
}
`,
      errors: [
        {
          messageId: 'handMadeSettling',
          line: 5,
          column: 42,
          endLine: 5,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'useAllSettled',
              output: `${GIVEN}export async function run() {
  const settledNames = await Promise.allSettled(ids.map((id) => load(id)));
  const names: (string | null)[] = settledNames.map((result) =>
    result.status === 'fulfilled' ? result.value : null,
  );
  return names;
}
`,
            },
          ],
        },
      ],
    },
  ],
});
