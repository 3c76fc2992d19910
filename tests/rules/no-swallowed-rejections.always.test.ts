import rule from '../../src/rules/no-swallowed-rejections.ts';
import { javascript, ruleTester } from '../rule-tester.ts';

// Under `when: "always"`: every rejection that nobody learns of.

const GIVEN = `declare function save(id: number): Promise<void>;
declare function load(id: number): Promise<string>;
declare const ids: number[];
declare function notify(text: string): void;
`;

/** The body of an async function, each statement on a line of its own. */
function body(...lines: string[]): string {
  return `${GIVEN}export async function run() {\n  ${lines.join('\n  ')}\n}\n`;
}

ruleTester.run('no-swallowed-rejections', rule, {
  valid: [
    {
      name: 'members that cannot reject',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id).catch(console.error)));',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'members that report their own failure',
      code: body(
        'await Promise.allSettled(ids.map(async (id) => { try { await save(id); } catch (error) { console.error(error); throw error; } }));',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a catch that never runs: no-dead-catch speaks',
      code: body(
        'try {',
        '  await Promise.allSettled(ids.map((id) => save(id)));',
        '} catch (error) {',
        '  console.error(error);',
        '}',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'results that are returned',
      code: body('return Promise.allSettled(ids.map((id) => save(id)));'),
      options: [{ when: 'always' }],
    },
    {
      name: 'results that are given to a function',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        'console.log(results);',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'results in a race, which are not followed',
      code: body(
        'await Promise.race([Promise.allSettled(ids.map((id) => save(id))), load(1)]);',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a callback of then that is not seen',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id))).then(console.log);',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'reasons that are read',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "for (const result of results) if (result.status === 'rejected') notify(String(result.reason));",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'an else that does something',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "results.forEach((result) => { if (result.status === 'fulfilled') { notify(result.value); } else { notify('none'); } });",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'what follows a branch that leaves',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "results.forEach((result) => { if (result.status === 'fulfilled') { notify(result.value); return; } notify('none'); });",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a fallback that says something',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "return results.map((result) => (result.status === 'fulfilled' ? result.value : 'not loaded'));",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'an early end of the function',
      code: body(
        'const [one] = await Promise.allSettled([load(1)]);',
        "if (one.status === 'rejected') return null;",
        'return one.value;',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a status that is handed on',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "return results.map((result) => ({ isLoaded: result.status === 'fulfilled' }));",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a switch with a case for the others',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        'for (const result of results) {',
        '  switch (result.status) {',
        "    case 'fulfilled':",
        '      break;',
        '    default:',
        "      notify('failed');",
        '  }',
        '}',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'values whose number is compared with that of the items',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "const names = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));",
        "if (names.length < ids.length) notify('some are missing');",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'values that are looked for what is missing',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "const names = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));",
        "if (!names.includes('root')) notify('no root');",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'the number of the fulfilled ones',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "return results.filter((result) => result.status === 'fulfilled').length;",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'the number of failures, which is returned',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "return { failed: results.filter((result) => result.status === 'rejected').length };",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a throw that carries the reasons',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "const failed = results.filter((result) => result.status === 'rejected');",
        'if (failed.length > 0) {',
        '  throw new AggregateError(failed.map((result) => result.reason));',
        '}',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'values that are read unchecked: no-unchecked-settled-result speaks',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        'return results.map((result) => (result as PromiseFulfilledResult<string>).value);',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'the number of results in a condition',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        'return results.length > 0 ? results : [];',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a handler that tells of the failure',
      code: body(
        'await Promise.all(ids.map((id) => save(id))).catch(console.error);',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a handler that gives another value',
      code: body(
        "return Promise.all([load(1), load(2)]).catch(() => ['not loaded']);",
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a handler of what cannot reject',
      code: body('await Promise.all([Promise.resolve(1)]).catch(() => {});'),
      options: [{ when: 'always' }],
    },
    {
      name: 'members one of which may reject',
      code: body('await Promise.all([save(1).catch(() => {}), save(2)]);'),
      options: [{ when: 'always' }],
    },
    {
      name: 'members that tell of their failure',
      code: body(
        'await Promise.all(ids.map((id) => save(id).catch(console.error)));',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'members whose values are read: prefer-all-settled speaks',
      code: body(
        'return await Promise.all(ids.map((id) => load(id).catch(() => null)));',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'a separate handler of a promise that is awaited',
      code: body(
        'const saved = Promise.all([save(1)]);',
        'saved.catch(() => {});',
        'await saved;',
      ),
      options: [{ when: 'always' }],
    },
    {
      name: 'no argument, half-typed',
      code: body('await Promise.allSettled();'),
      options: [{ when: 'always' }],
    },
    {
      name: 'a call that is spread',
      code: `${GIVEN}declare const args: [Promise<void>[]];
export async function run() { await Promise.allSettled(...args).then((results) => results); }
`,
      options: [{ when: 'always' }],
    },
    {
      name: 'an async callback whose catch tells of it',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async (id) => { try { await save(id); } catch (e) { notify(String(e)); } }));
}
`,
    },
    {
      name: 'an async callback that does more than to silence',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async (id) => { await load(id); await save(id).catch(() => {}); }));
}
`,
    },
    {
      name: 'an async callback whose finally tells of it',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async (id) => { try { await save(id); } catch {} finally { notify('done'); } }));
}
`,
    },
    {
      name: 'an empty catch around what cannot reject',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async (id) => { try { await Promise.resolve(id); } catch {} }));
}
`,
    },
    {
      name: 'an async callback that does nothing',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async () => {}));
}
`,
    },
    {
      name: 'a fallback of null for each',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  const [one, two] = await Promise.allSettled([load(1), load(2)]);
  return [one.status === 'fulfilled' ? one.value : null, two.status === 'fulfilled' ? two.value : null];
}
`,
    },
    {
      name: 'an exception for one result with its reason',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      throw new Error('not saved', { cause: result.reason });
    }
  }
}
`,
    },
    {
      name: 'a second handler of then that tells of each member',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id).then(() => {}, (error) => console.error(error))));
}
`,
    },
  ],
  invalid: [
    {
      name: 'a statement',
      code: body('await Promise.allSettled(ids.map((id) => save(id)));'),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function run() {
  await Promise.all(ids.map((id) => save(id)));
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a name that nothing reads',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
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
      name: 'a promise that is kept and awaited',
      code: body(
        'const saved = Promise.allSettled(ids.map((id) => save(id)));',
        'await saved;',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 35,
        },
      ],
    },
    {
      name: 'a callback of then that takes no results',
      code: body(
        'return await Promise.allSettled(ids.map((id) => save(id))).then(() => undefined);',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 16,
          endLine: 6,
          endColumn: 34,
        },
      ],
    },
    {
      name: 'a callback of finally, which gets no results',
      code: body(
        "await Promise.allSettled(ids.map((id) => save(id))).finally(() => notify('next'));",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'a promise that floats',
      code: body('Promise.allSettled(ids.map((id) => save(id)));'),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 21,
        },
      ],
    },
    {
      name: 'a promise that is voided',
      code: body('void Promise.allSettled(ids.map((id) => save(id)));'),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 8,
          endLine: 6,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'teardown, which misleads nobody',
      code: body(
        'const servers = [] as { close(): Promise<void> }[];',
        'await Promise.allSettled(servers.map((server) => server.close()));',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function run() {
  const servers = [] as { close(): Promise<void> }[];
  const results = await Promise.allSettled(servers.map((server) => server.close()));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const servers = [] as { close(): Promise<void> }[];
  const results = await Promise.allSettled(servers.map((server) => server.close()));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function run() {
  const servers = [] as { close(): Promise<void> }[];
  await Promise.all(servers.map((server) => server.close()));
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no name for any element',
      code: body('const [] = await Promise.allSettled([save(1), save(2)]);'),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'values of a filter',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "return results.filter((result) => result.status === 'fulfilled').map((result) => result.value);",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return results.filter((result) => result.status === 'fulfilled').map((result) => result.value);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'values of a filter on the call itself',
      code: body(
        "return (await Promise.allSettled(ids.map((id) => load(id)))).filter((result) => result.status === 'fulfilled').map((result) => result.value);",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 35,
        },
      ],
    },
    {
      name: 'a loop that goes on to the next',
      code: body(
        'const names: string[] = [];',
        'for (const result of await Promise.allSettled(ids.map((id) => load(id)))) {',
        "  if (result.status !== 'fulfilled') continue;",
        '  names.push(result.value);',
        '}',
        'return names;',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 7,
          column: 30,
          endLine: 7,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'a loop with indexes',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        'for (const [index, result] of results.entries()) {',
        "  if (result.status === 'fulfilled') console.log(index, result.value);",
        '}',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  for (const [index, result] of results.entries()) {
    if (result.status === 'fulfilled') console.log(index, result.value);
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'forEach without an else',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "results.forEach((result) => { if (result.status === 'fulfilled') notify(result.value); });",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  results.forEach((result) => { if (result.status === 'fulfilled') notify(result.value); });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an else that does nothing',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "results.forEach((result) => { if (result.status === 'fulfilled') { notify(result.value); } else { return; } });",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  results.forEach((result) => { if (result.status === 'fulfilled') { notify(result.value); } else { return; } });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'reduce',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "return results.reduce<string[]>((names, result) => (result.status === 'fulfilled' ? [...names, result.value] : names), []);",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return results.reduce<string[]>((names, result) => (result.status === 'fulfilled' ? [...names, result.value] : names), []);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'empty lists for what is missing',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "return results.flatMap((result) => { if (result.status === 'fulfilled') { return [result.value]; } else { return Array(1).fill([]); } });",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return results.flatMap((result) => { if (result.status === 'fulfilled') { return [result.value]; } else { return Array(1).fill([]); } });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a destructured status',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "results.forEach(({ status }, index) => { if (status === 'fulfilled') notify(String(index)); });",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  results.forEach(({ status }, index) => { if (status === 'fulfilled') notify(String(index)); });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a switch without a case for the others',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        'for (const result of results) {',
        '  switch (result.status) {',
        "    case 'fulfilled':",
        '      notify(result.value);',
        '      break;',
        '  }',
        '}',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  for (const result of results) {
    switch (result.status) {
      case 'fulfilled':
        notify(result.value);
        break;
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
      name: 'the fulfilled ones alone that are passed on',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "console.log(results.filter((result) => result.status === 'fulfilled'));",
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  console.log(results.filter((result) => result.status === 'fulfilled'));
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the number of results alone',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        'notify(`${results.length} settled`);',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'countedResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  notify(\`\${results.length} settled\`);
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  notify(\`\${results.length} settled\`);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'some that were rejected, and a throw without the reasons',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "if (results.some((result) => result.status === 'rejected')) {",
        "  throw new Error('not all loaded');",
        '}',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'unexplainedFailure',
          data: { line: '8' },
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  if (results.some((result) => result.status === 'rejected')) {
    throw new Error('not all loaded');
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a number of failures, and a message without the reasons',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "const failed = results.filter((result) => result.status === 'rejected');",
        'if (failed.length > 0) {',
        '  notify(`${failed.length} failed`);',
        '}',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'unexplainedFailure',
          data: { line: '9' },
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0) {
    notify(\`\${failed.length} failed\`);
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a number under a name, and a message without the reasons',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "const failures = results.filter((result) => result.status === 'rejected').length;",
        'if (failures > 0) {',
        "  notify('some failed');",
        '}',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'unexplainedFailure',
          data: { line: '9' },
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const failures = results.filter((result) => result.status === 'rejected').length;
  if (failures > 0) {
    notify('some failed');
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a combinator with a handler that does nothing',
      code: body(
        'await Promise.all(ids.map((id) => save(id))).catch(() => {});',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 54,
          endLine: 6,
          endColumn: 62,
        },
      ],
    },
    {
      name: 'a race with a handler that gives nothing',
      code: body(
        'return Promise.race([load(1), load(2)]).catch(() => undefined);',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 49,
          endLine: 6,
          endColumn: 64,
        },
      ],
    },
    {
      name: 'a second argument of then that does nothing',
      code: body(
        'await Promise.all([save(1), save(2)]).then(() => 1, () => {});',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 55,
          endLine: 6,
          endColumn: 63,
        },
      ],
    },
    {
      name: 'members that drop their reasons, and whose values nobody reads',
      code: body(
        'await Promise.all(ids.map((id) => save(id).catch(() => {})));',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 52,
          endLine: 6,
          endColumn: 60,
        },
      ],
    },
    {
      name: 'members of a list that drop their reasons',
      code: body(
        'await Promise.all([save(1).catch(() => null), save(2).catch(() => {})]);',
      ),
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 36,
          endLine: 6,
          endColumn: 46,
        },
      ],
    },
    {
      name: 'plain JavaScript',
      code: "const save = async (id) => { await fetch('/' + id); };\nawait Promise.allSettled([1, 2].map((id) => save(id)));\nexport {};\n",
      options: [{ when: 'always' }],
      filename: javascript,
      errors: [
        {
          messageId: 'discardedResults',
          line: 2,
          column: 7,
          endLine: 2,
          endColumn: 25,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `const save = async (id) => { await fetch('/' + id); };
const results = await Promise.allSettled([1, 2].map((id) => save(id)));
const reasons = results.flatMap((result) =>
  result.status === 'rejected' ? [result.reason] : [],
);
if (reasons.length > 0) {
  throw new AggregateError(reasons, 'Some promises were rejected');
}
export {};
`,
            },
            {
              messageId: 'logReasons',
              output: `const save = async (id) => { await fetch('/' + id); };
const results = await Promise.allSettled([1, 2].map((id) => save(id)));
for (const result of results) {
  if (result.status === 'rejected') {
    console.error(result.reason);
  }
}
export {};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an async callback that silences what it awaits',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async (id) => { await save(id).catch(() => {}); }));
}
`,
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 66,
          endLine: 6,
          endColumn: 74,
        },
      ],
    },
    {
      name: 'an async callback whose value is a silenced promise',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async (id) => save(id).catch(() => null)));
}
`,
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 58,
          endLine: 6,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'an async callback that returns a silenced promise',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async (id) => { return await save(id).catch(() => undefined); }));
}
`,
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 73,
          endLine: 6,
          endColumn: 88,
        },
      ],
    },
    {
      name: 'an async callback whose catch is empty',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  await Promise.all(ids.map(async (id) => { try { await save(id); } catch {} }));
}
`,
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 69,
          endLine: 6,
          endColumn: 77,
        },
      ],
    },
    {
      name: 'a fallback of null for each, which is filtered out again',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  return results.map((r) => (r.status === 'fulfilled' ? r.value : null)).filter((text) => text !== null);
}
`,
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return results.map((r) => (r.status === 'fulfilled' ? r.value : null)).filter((text) => text !== null);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a fallback of null for each, behind a name and a flat map',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  const texts = results.map((r) => (r.status === 'fulfilled' ? r.value : undefined));
  return texts.flatMap((text) => text ?? []);
}
`,
      errors: [
        {
          messageId: 'halfReadResults',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const texts = results.map((r) => (r.status === 'fulfilled' ? r.value : undefined));
  return texts.flatMap((text) => text ?? []);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an exception for one result without its reason',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      throw new Error('not saved');
    }
  }
}
`,
      errors: [
        {
          messageId: 'unexplainedFailure',
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  for (const result of results) {
    if (result.status === 'rejected') {
      throw new Error('not saved');
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
      name: 'a second handler of then that drops the reason of each member',
      options: [{ when: 'always' }],
      code: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id).then(() => {}, () => {})));
}
`,
      errors: [
        {
          messageId: 'silencedRejection',
          line: 6,
          column: 61,
          endLine: 6,
          endColumn: 69,
        },
      ],
    },
    {
      name: 'a barrier, which is no Promise.all',
      options: [{ when: 'always' }],
      code: `${GIVEN}declare const pending: Set<Promise<void>>;
export async function drain() {
  await Promise.allSettled(pending);
  return { drained: true };
}
`,
      errors: [
        {
          messageId: 'discardedResults',
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}declare const pending: Set<Promise<void>>;
export async function drain() {
  const results = await Promise.allSettled(pending);
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return { drained: true };
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}declare const pending: Set<Promise<void>>;
export async function drain() {
  const results = await Promise.allSettled(pending);
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return { drained: true };
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a single promise whose result nobody looks at',
      code: `${GIVEN}export async function run() {
  await Promise.allSettled([save(1)]);
}
`,
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled([save(1)]);
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled([save(1)]);
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
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
      name: 'a single choice of promises whose result nobody looks at',
      code: `${GIVEN}export async function run(isNew: boolean) {
  await Promise.allSettled([isNew ? save(1) : load(1)]);
}
`,
      options: [{ when: 'always' }],
      errors: [
        {
          messageId: 'discardedResults',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function run(isNew: boolean) {
  const results = await Promise.allSettled([isNew ? save(1) : load(1)]);
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run(isNew: boolean) {
  const results = await Promise.allSettled([isNew ? save(1) : load(1)]);
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
}
`,
            },
          ],
        },
      ],
    },
  ],
});
