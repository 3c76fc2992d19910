import rule from '../../src/rules/no-unchecked-aggregate-error.ts';
import { javascript, ruleTester } from '../rule-tester.ts';

const GIVEN =
  'declare function ask(url: string): Promise<string>;\ndeclare function show(text: unknown): void;\n';

ruleTester.run('no-unchecked-aggregate-error', rule, {
  valid: [
    {
      name: 'the errors are looked at',
      code: `${GIVEN}try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { show(e.message); show(e.errors); }`,
    },
    {
      name: 'the errors are looked at under a cast with a name',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { const all = e as AggregateError; show(all.message + all.errors.length); }`,
    },
    {
      name: 'the errors are destructured',
      code: `${GIVEN}Promise.any([ask('a')]).catch(({ message, errors }) => show([message, errors]));`,
    },
    {
      name: 'the errors are asked for',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e: any) { if ('errors' in e) show(e.message); }`,
    },
    {
      name: 'it asks for an AggregateError',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { show(e instanceof AggregateError ? 'all failed' : String(e)); }`,
    },
    {
      name: 'it asks for an AggregateError by name',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e: any) { if (e.name === 'AggregateError') show(e.message); }`,
    },
    {
      name: 'the error is logged whole beside its message',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e: any) { console.error(e); show(e.message); }`,
    },
    {
      name: 'the error is rethrown',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { throw e; }`,
    },
    {
      name: 'the error is the cause of another',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e: any) { throw new Error(e.message, { cause: e }); }`,
    },
    {
      name: 'several awaits share the try',
      code: `${GIVEN}try { const first = await Promise.any([ask('a')]); await ask(first); } catch (e: any) { show(e.message); }`,
    },
    {
      name: 'a then that returns a promise shares the catch',
      code: `${GIVEN}Promise.any([ask('a')]).then((url) => ask(url)).catch((e) => show(e.message));`,
    },
    {
      name: 'Error is what an AggregateError is',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { if (!(e instanceof Error)) throw e; }`,
    },
    {
      name: 'a class that decides by itself what its instances are',
      code: `${GIVEN}class Failed { static [Symbol.hasInstance](value: unknown) { return value instanceof Error; } }\ntry { await Promise.any([ask('a')]); } catch (e) { if (!(e instanceof Failed)) throw e; }`,
    },
    {
      name: 'a class that cannot be resolved',
      code: `${GIVEN}import { Failed } from 'nowhere';\ntry { await Promise.any([ask('a')]); } catch (e) { if (!(e instanceof Failed)) throw e; }`,
    },
    {
      name: 'something else in the try throws the class',
      code: `${GIVEN}try { const text = await Promise.any([ask('a')]); JSON.parse(text); } catch (e) { if (!(e instanceof SyntaxError)) throw e; }`,
    },
    {
      name: 'the stack is logged',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e: any) { show(e.stack); }`,
    },
    {
      name: 'a handler that takes no error',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch { throw new Error('No mirror answers'); }`,
    },
    {
      name: 'an error that is left out by its name',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (_error) { throw new Error('No mirror answers'); }`,
    },
    {
      name: 'a handler that gives a fallback',
      code: `${GIVEN}Promise.any([ask('a')]).catch(() => null);`,
    },
    {
      name: 'the message of the error of Promise.all',
      code: `${GIVEN}try { await Promise.all([ask('a')]); } catch (e: any) { show(e.message); }`,
    },
    {
      name: 'the errors of an error of Promise.all that is asked for its class',
      code: `${GIVEN}try { await Promise.all([ask('a')]); } catch (e) { if (e instanceof AggregateError) show(e.errors); }`,
    },
    {
      name: 'the errors of an error of Promise.all that may be a validation error',
      filename: javascript,
      code: `try { await Promise.all([schema.validate({})]); } catch (e) { console.log(e.errors); }`,
    },
    {
      name: 'the any of another library',
      code: `${GIVEN}declare const Bluebird: { new <T>(run: () => void): { then(): void; catch(): void }; resolve(): void; reject(): void; all(): void; race(): void; any<T>(all: Promise<T>[]): Promise<T> };\ntry { await Bluebird.any([ask('a')]); } catch (e: any) { show(e.message); }`,
    },
    {
      name: 'another promise after a handler',
      code: `${GIVEN}Promise.any([ask('a')]).catch(console.error).then(() => ask('b')).catch((e) => show(e.message));`,
    },
    {
      name: 'the message in an assertion',
      code: `${GIVEN}declare const assert: { equal(a: unknown, b: unknown): void };
try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { assert.equal(e.message, 'All promises were rejected'); }`,
    },
    {
      name: 'a switch that knows the AggregateError',
      code: `${GIVEN}try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { switch (e.name) { case 'AbortError': show('gone'); break; case 'AggregateError': show('failed'); } }`,
    },
    {
      name: 'a mapped function that may throw instead of giving a promise',
      code: `${GIVEN}declare function start(id: string): string; try { await Promise.any(['a', 'b'].map(start)); } catch (e: any) { show(e.code); }`,
    },
    {
      name: 'a new error with a cause that a handler rejects with',
      code: `${GIVEN}export function run() {
  return Promise.any([ask('a'), ask('b')]).catch((error: unknown) =>
    Promise.reject(new Error('none loaded', { cause: error })),
  );
}
`,
    },
    {
      name: 'a list of any type that a function gives',
      code: `${GIVEN}export async function get(urls: any) {
  try {
    return await Promise.any(urls.list().map((url: string) => ask(url)));
  } catch (error: any) {
    if (error.status === 404) return undefined;
    throw error;
  }
}
`,
    },
    {
      name: 'a callback that may throw at once',
      code: `${GIVEN}export async function get(urls: any) {
  try {
    return await Promise.any(urls.map((url: string) => ask(decodeURI(url))));
  } catch (error: any) {
    if (error.status === 404) return undefined;
    throw error;
  }
}
`,
    },
    {
      name: 'what is made of a list of any type by another method',
      code: `${GIVEN}export async function get(urls: any) {
  try {
    return await Promise.any(urls.toSorted());
  } catch (error: any) {
    if (error.status === 404) return undefined;
    throw error;
  }
}
`,
    },
  ],
  invalid: [
    {
      name: 'the message is shown as the reason',
      code: `${GIVEN}try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { show(e.message); }`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 3,
          column: 72,
          endLine: 3,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'joinReasons',
              output: `${GIVEN}try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { show(e.errors.map(String).join(', ')); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'the message behind a test for Error',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { show(e instanceof Error ? e.message : String(e)); }`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 3,
          column: 78,
          endLine: 3,
          endColumn: 87,
          suggestions: [
            {
              messageId: 'joinReasons',
              output: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { show(e instanceof Error ? (e as AggregateError).errors.map(String).join(', ') : String(e)); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'the message under a cast',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { show((e as Error).message); }`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'joinReasons',
              output: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { show((e as AggregateError).errors.map(String).join(', ')); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'the error as text of a new one',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { throw new Error(\`No mirror answers: \${e}\`); }`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 3,
          column: 90,
          endLine: 3,
          endColumn: 91,
          suggestions: [
            {
              messageId: 'joinReasons',
              output: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { throw new Error(\`No mirror answers: \${(e as AggregateError).errors.map(String).join(', ')}\`); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'the message in a handler of catch, after a then',
      code: `${GIVEN}Promise.any([ask('a')]).then((text) => show(text)).catch((e) => show(e.message));`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 3,
          column: 70,
          endLine: 3,
          endColumn: 79,
          suggestions: [
            {
              messageId: 'joinReasons',
              output: `${GIVEN}Promise.any([ask('a')]).then((text) => show(text)).catch((e) => show(e.errors.map(String).join(', ')));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the message in the second argument of then',
      code: `${GIVEN}Promise.any([ask('a')]).then(show, (e: Error) => show(e.message));`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'joinReasons',
              output: `${GIVEN}Promise.any([ask('a')]).then(show, (e: Error) => show((e as AggregateError).errors.map(String).join(', ')));`,
            },
          ],
        },
      ],
    },
    {
      name: 'the message that a pattern takes',
      code: `${GIVEN}Promise.any([ask('a')]).catch(({ message }) => show(message));`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 41,
        },
      ],
    },
    {
      name: 'the message of a promise that is kept first, in JavaScript',
      filename: javascript,
      code: `const first = Promise.any([fetch('/a'), fetch('/b')]);\ntry { await first; } catch (error) { document.title = error.message || 'failed'; }`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 2,
          column: 55,
          endLine: 2,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'joinReasons',
              output: `const first = Promise.any([fetch('/a'), fetch('/b')]);\ntry { await first; } catch (error) { document.title = error.errors.map(String).join(', ') || 'failed'; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a class of members, where the error is rethrown otherwise',
      code: `${GIVEN}class NotFound extends Error {}\ntry { await Promise.any([ask('a')]); } catch (e) { if (!(e instanceof NotFound)) throw e; }`,
      errors: [
        {
          messageId: 'neverInstance',
          data: { name: 'NotFound' },
          line: 4,
          column: 58,
          endLine: 4,
          endColumn: 79,
          suggestions: [
            {
              messageId: 'testMembers',
              output: `${GIVEN}class NotFound extends Error {}\ntry { await Promise.any([ask('a')]); } catch (e) { if (!((e as AggregateError).errors.some((reason) => reason instanceof NotFound))) throw e; }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a class of members whose own properties are read then',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e) { if (e instanceof TypeError) show(e.message); else throw e; }`,
      errors: [
        {
          messageId: 'neverInstance',
          data: { name: 'TypeError' },
          line: 3,
          column: 56,
          endLine: 3,
          endColumn: 78,
        },
      ],
    },
    {
      name: 'the name of the errors of members, in JavaScript',
      filename: javascript,
      code: `Promise.any([fetch('/a'), fetch('/b')]).catch((error) => { if (error.name !== 'AbortError') throw error; });`,
      errors: [
        {
          messageId: 'otherName',
          data: { name: 'AbortError' },
          line: 1,
          column: 64,
          endLine: 1,
          endColumn: 74,
          suggestions: [
            {
              messageId: 'testMembers',
              output: `Promise.any([fetch('/a'), fetch('/b')]).catch((error) => { if (error.errors.every((reason) => reason.name !== 'AbortError')) throw error; });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a property of the errors of members',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e: any) { show(e.response?.status ?? e.message); }`,
      errors: [
        {
          messageId: 'memberProperty',
          data: { name: 'response' },
          line: 3,
          column: 62,
          endLine: 3,
          endColumn: 72,
        },
      ],
    },
    {
      name: 'a property that is compared, where the error is handed on too',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (e: any) { console.error(e); if (e.code === 'ENOENT') show('missing'); }`,
      errors: [
        {
          messageId: 'memberProperty',
          data: { name: 'code' },
          line: 3,
          column: 79,
          endLine: 3,
          endColumn: 85,
        },
      ],
    },
    {
      name: 'another error takes its place',
      code: `${GIVEN}try { await Promise.any([ask('a')]); } catch (error) { throw new Error('No mirror answers'); }`,
      errors: [
        {
          messageId: 'missingCause',
          line: 3,
          column: 62,
          endLine: 3,
          endColumn: 92,
          suggestions: [
            {
              messageId: 'addCause',
              output: `${GIVEN}try { await Promise.any([ask('a')]); } catch (error) { throw new Error('No mirror answers', { cause: error }); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'an error of a class of its own takes its place',
      code: `${GIVEN}class NotFound extends Error { constructor(id: string) { super(id); } }\ntry { await Promise.any([ask('a')]); } catch (error) { throw new NotFound('a'); }`,
      errors: [
        {
          messageId: 'missingCause',
          line: 4,
          column: 62,
          endLine: 4,
          endColumn: 79,
        },
      ],
    },
    {
      name: 'errors of the error of Promise.all',
      code: `${GIVEN}try { await Promise.all([ask('a')]); } catch (e) { for (const each of (e as AggregateError).errors) show(each); }`,
      errors: [
        {
          messageId: 'errorsOfOne',
          data: { method: 'all' },
          line: 3,
          column: 71,
          endLine: 3,
          endColumn: 99,
        },
      ],
    },
    {
      name: 'errors of the error of Promise.race, in a chain',
      code: `${GIVEN}Promise.race([ask('a')]).catch((e: AggregateError) => show(e.errors.length));`,
      errors: [
        {
          messageId: 'errorsOfOne',
          data: { method: 'race' },
          line: 3,
          column: 60,
          endLine: 3,
          endColumn: 68,
        },
      ],
    },
    {
      name: 'errors of the error of Promise.all of fetches, in JavaScript',
      filename: javascript,
      code: `Promise.all(['/a', '/b'].map((url) => fetch(url))).catch((error) => console.log(error.errors));`,
      errors: [
        {
          messageId: 'errorsOfOne',
          data: { method: 'all' },
          line: 1,
          column: 81,
          endLine: 1,
          endColumn: 93,
        },
      ],
    },
    {
      name: 'the message where the try throws an error of its own',
      code: `${GIVEN}try { if (!(await Promise.any([ask('a'), ask('b')]))) throw new Error('empty'); } catch (e: any) { show(e.message); }`,
      errors: [
        {
          messageId: 'sharedMessage',
          line: 3,
          column: 105,
          endLine: 3,
          endColumn: 114,
        },
      ],
    },
    {
      name: 'a name among the cases of a switch',
      code: `${GIVEN}try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { switch (e.name) { case 'AbortError': show('gone'); break; default: show('failed'); } }`,
      errors: [
        {
          messageId: 'otherName',
          line: 3,
          column: 75,
          endLine: 3,
          endColumn: 81,
        },
      ],
    },
    {
      name: 'a code among the texts of a list',
      code: `${GIVEN}try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { if (['ENOENT', 'EPERM'].includes(e.code)) show('gone'); }`,
      errors: [
        {
          messageId: 'memberProperty',
          line: 3,
          column: 100,
          endLine: 3,
          endColumn: 106,
        },
      ],
    },
    {
      name: 'a name among the texts of a list',
      code: `${GIVEN}try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { if (['AbortError', 'TimeoutError'].includes(e.name)) show('gone'); }`,
      errors: [
        {
          messageId: 'otherName',
          line: 3,
          column: 111,
          endLine: 3,
          endColumn: 117,
        },
      ],
    },
    {
      name: 'a property behind a question mark',
      code: `${GIVEN}try { await Promise.any([ask('a'), ask('b')]); } catch (e: any) { if (e?.response?.status === 404) show('gone'); }`,
      errors: [
        {
          messageId: 'memberProperty',
          line: 3,
          column: 71,
          endLine: 3,
          endColumn: 82,
        },
      ],
    },
    {
      name: 'members from a function that is mapped by its name',
      code: `${GIVEN}try { await Promise.any(['a', 'b'].map(ask)); } catch (e: any) { show(e.code); }`,
      errors: [
        {
          messageId: 'memberProperty',
          line: 3,
          column: 71,
          endLine: 3,
          endColumn: 77,
        },
      ],
    },
    {
      name: 'a class and then a property of it in one condition',
      code: `${GIVEN}class HttpError extends Error {
  status = 404;
}
export async function run() {
  try {
    return await Promise.any([ask('a'), ask('b')]);
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return undefined;
    throw error;
  }
}
`,
      errors: [
        {
          messageId: 'neverInstance',
          line: 10,
          column: 9,
          endLine: 10,
          endColumn: 35,
        },
      ],
    },
    {
      name: 'a new error that a handler rejects with',
      code: `${GIVEN}export function run() {
  return Promise.any([ask('a'), ask('b')]).catch((error: unknown) =>
    Promise.reject(new Error('none loaded')),
  );
}
`,
      errors: [
        {
          messageId: 'missingCause',
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 44,
          suggestions: [
            {
              messageId: 'addCause',
              output: `${GIVEN}export function run() {
  return Promise.any([ask('a'), ask('b')]).catch((error: unknown) =>
    Promise.reject(new Error('none loaded', { cause: error })),
  );
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of any type that is mapped on the spot',
      code: `${GIVEN}export async function get(urls: any) {
  try {
    return await Promise.any(urls.map((url: string) => ask(url)));
  } catch (error: any) {
    if (error.status === 404) return undefined;
    throw error;
  }
}
`,
      errors: [
        {
          messageId: 'memberProperty',
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 21,
        },
      ],
    },
  ],
});
