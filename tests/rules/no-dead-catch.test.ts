import rule from '../../src/rules/no-dead-catch.ts';
import { ruleTester } from '../rule-tester.ts';

const LOAD = 'declare function load(): Promise<string>;\n';

// A `catch` around settled results, and a handler on them.

/** A module that waits for settled results in a `try` and then does something with them. */
function settled(then: string, given = ''): string {
  return `${LOAD}${given}export async function all() { try { const results = await Promise.allSettled([load()]); ${then} } catch (error) { console.error(error); } }`;
}

ruleTester.run('no-dead-catch', rule, {
  valid: [
    {
      name: 'a call in the try that may throw',
      code: settled(
        'show(results.length);',
        'declare function show(count: number): void;\n',
      ),
    },
    { name: 'a member that may throw', code: settled("JSON.parse('');") },
    {
      name: 'a throw',
      code: settled("if (results.length > 9) throw new Error('many');"),
    },
    {
      name: 'another await that may reject',
      code: settled('await load();'),
    },
    {
      name: 'a callback that may throw',
      code: settled('results.forEach(() => { JSON.parse(String(results)); });'),
    },
    {
      name: 'a callback that cannot be seen',
      code: settled(
        'results.forEach(show);',
        'declare function show(result: unknown): void;\n',
      ),
    },
    {
      name: 'a member of what an index may not find',
      code: settled(
        'console.log(names[results.length].trim);',
        'declare const names: string[];\n',
      ),
    },
    {
      name: 'a member of any',
      code: settled('console.log(page.name);', 'declare const page: any;\n'),
    },
    {
      name: 'a log of its own kind is no console, but a call that may throw',
      code: settled(
        'journal.write(results.length);',
        'declare const journal: { write(count: number): void };\n',
      ),
    },
    {
      name: 'an argument that may not be iterable',
      code: 'declare const tasks: any;\ntry { await Promise.allSettled(tasks); } catch (error) { console.error(error); }',
    },
    {
      name: 'a status that is looked at: the failures are seen',
      code: settled(
        "for (const result of results) if (result.status === 'rejected') console.error(result.reason);",
      ),
    },
    {
      name: 'a status that decides between two values',
      code: settled(
        "console.log(results.map((result) => result.status === 'fulfilled' ? result.value : ''));",
      ),
    },
    {
      name: 'a status that is taken out of the result',
      code: settled(
        'results.forEach(({ status }) => { console.log(status); });',
      ),
    },
    {
      name: 'a status that a named callback looks at',
      code: settled(
        'console.log(results.filter(isRejected).length);',
        "const isRejected = (result: PromiseSettledResult<string>) => result.status === 'rejected';\n",
      ),
    },
    {
      name: 'fulfilled results that are left to the rest of the loop, where the others are seen',
      code: settled(
        "for (const result of results) { if (result.status === 'fulfilled') { continue; } console.error(result); }",
      ),
    },
    {
      name: 'a status that is looked at behind the try',
      code: `${LOAD}export async function all() { let results: PromiseSettledResult<string>[] = []; try { results = await Promise.allSettled([load()]); } catch (error) { console.error(error); } return results.map(({ status }) => status); }`,
    },
    {
      name: 'a try with a finally alone',
      code: `${LOAD}try { await Promise.allSettled([load()]); } finally { console.log(); }`,
    },
    {
      name: 'a catch of a try that the call does not stand in',
      code: `${LOAD}try { JSON.parse(''); } catch { await Promise.allSettled([load()]); }`,
    },
    {
      name: 'a handler behind a callback that may throw',
      code: `${LOAD}Promise.allSettled([load()]).then((results) => JSON.parse(String(results))).catch(() => {});`,
    },
    {
      name: 'a handler of settled results of what may not be iterable',
      code: 'declare const tasks: any;\nPromise.allSettled(tasks).catch(() => {});',
    },
    {
      name: 'a callback that runs either way',
      code: `${LOAD}Promise.allSettled([load()]).finally(() => {});`,
    },
  ],
  invalid: [
    {
      name: 'a catch around settled results',
      code: `${LOAD}try { await Promise.allSettled([load()]); } catch (error) { console.error(error); }`,
      errors: [
        {
          messageId: 'deadCatch',
          line: 2,
          column: 45,
          endLine: 2,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'removeHandler',
              output: `${LOAD}{ await Promise.allSettled([load()]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a catch around settled results and what says that all went well',
      code: `${LOAD}declare const ids: string[];\nexport class All {\n  logger = { info(text: string): void {} };\n  async run() {\n    try {\n      await Promise.allSettled(ids.map(async () => load()));\n      this.logger.info('saved');\n    } catch {\n      // not saved\n    } finally {\n      this.logger.info('done');\n    }\n  }\n}`,
      errors: [
        {
          messageId: 'deadCatch',
          line: 9,
          column: 7,
          endLine: 9,
          endColumn: 12,
        },
      ],
    },
    {
      name: 'fulfilled results that are taken, and the others passed over',
      code: `${LOAD}export async function all() {\n  const names = new Set<string>();\n  try {\n    for (const result of await Promise.allSettled([load()])) {\n      if (result.status === 'fulfilled') {\n        names.add(result.value);\n      }\n    }\n  } catch (error) {\n    console.error('nothing loaded', error);\n  }\n  return names;\n}`,
      errors: [
        {
          messageId: 'deadCatch',
          line: 10,
          column: 5,
          endLine: 10,
          endColumn: 17,
          suggestions: [
            {
              messageId: 'removeHandler',
              output: `${LOAD}export async function all() {\n  const names = new Set<string>();\n  {\n    for (const result of await Promise.allSettled([load()])) {\n      if (result.status === 'fulfilled') {\n        names.add(result.value);\n      }\n    }\n  }\n  return names;\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'one catch around two calls, reported once',
      code: `${LOAD}try { await Promise.allSettled([load()]); await Promise.allSettled([load()]); } catch { /* cannot be */ }`,
      errors: [
        {
          messageId: 'deadCatch',
          line: 2,
          column: 81,
          endLine: 2,
          endColumn: 86,
        },
      ],
    },
    {
      name: 'a catch on settled results',
      code: `${LOAD}await Promise.allSettled([load()]).catch(() => []);`,
      errors: [
        {
          messageId: 'deadHandler',
          line: 2,
          column: 42,
          endLine: 2,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'removeHandler',
              output: `${LOAD}await Promise.allSettled([load()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a second callback on settled results',
      code: `${LOAD}Promise.allSettled([load()]).then(() => 1, () => 2);`,
      errors: [
        {
          messageId: 'deadHandler',
          line: 2,
          column: 44,
          endLine: 2,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'removeHandler',
              output: `${LOAD}Promise.allSettled([load()]).then(() => 1);`,
            },
          ],
        },
      ],
    },
  ],
});
