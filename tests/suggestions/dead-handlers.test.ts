import { describe, expect, it } from 'vitest';

import { type Case, outputOf } from './cases.ts';

describe('a handler that never runs is removed', () => {
  it.each<Case>([
    {
      name: 'a catch clause, whose try becomes a block',
      code: 'try {\n  await Promise.allSettled([load()]);\n} catch (error) {\n  show(error);\n}\n',
      output: '{\n  await Promise.allSettled([load()]);\n}\n',
    },
    {
      name: 'a catch clause before a finally',
      code: 'try {\n  await Promise.allSettled([load()]);\n} catch {\n  show();\n} finally {\n  show();\n}\n',
      output:
        'try {\n  await Promise.allSettled([load()]);\n} finally {\n  show();\n}\n',
    },
    {
      name: 'a catch clause, not one with a comment in it',
      code: 'try {\n  await Promise.allSettled([load()]);\n} catch {\n  // cannot be\n}\n',
    },
    {
      name: 'a catch clause, not one with a comment before it',
      code: 'try {\n  await Promise.allSettled([load()]);\n}\n// cannot be\ncatch {}\n',
    },
    {
      name: 'a catch clause, not one with a comment behind its try',
      code: 'try /* hard */ {\n  await Promise.allSettled([load()]);\n} catch {}\n',
    },
    {
      name: 'the call of catch',
      code: 'void Promise.allSettled([load()]).catch(show);\n',
      output: 'void Promise.allSettled([load()]);\n',
    },
    {
      name: 'the call of catch on a line of its own',
      code: 'void (Promise.allSettled([load()]))\n  .catch((error) => {\n    show(error);\n  })\n  .then(show);\n',
      output: 'void (Promise.allSettled([load()]))\n  .then(show);\n',
    },
    {
      name: 'the call of catch, not with a comment before it',
      code: 'void Promise.allSettled([load()])\n  // cannot be\n  .catch(show);\n',
    },
    {
      name: 'the second argument of then',
      code: 'void Promise.allSettled([load()]).then((show), (() => {}),);\n',
      output: 'void Promise.allSettled([load()]).then((show));\n',
    },
  ])('$name', (each) => {
    expect(outputOf('no-dead-catch', 'removeHandler', each)).toBe(each.output);
  });
});

/** The body of an async function with a `try`. */
function within(
  statement: string,
  head = 'export async function all()',
): string {
  return `${head} {\n  try {\n    ${statement}\n  } catch {\n    return [];\n  }\n}\n`;
}

describe('await is inserted', () => {
  it.each<Case>([
    {
      name: 'before a call',
      code: within('return Promise.all([load()]);'),
      output: within('return await Promise.all([load()]);'),
    },
    {
      name: 'before a whole condition',
      code: within('return isReady ? Promise.all([load()]) : [];'),
      output: within('return await (isReady ? Promise.all([load()]) : []);'),
    },
    {
      name: 'before parentheses and their comments',
      code: within(
        'return ( /* a */\n      Promise.all([load()]).then(String) // b\n    );',
      ),
      output: within(
        'return ( /* a */\n      await Promise.all([load()]).then(String) // b\n    );',
      ),
    },
    {
      name: 'before a cast',
      code: within('return Promise.all([load()]) as Promise<string[]>;'),
      output: within(
        'return await (Promise.all([load()]) as Promise<string[]>);',
      ),
    },
    {
      name: 'before what is dropped on the right of &&',
      code: within('isReady && Promise.all([load()]);'),
      output: within('await (isReady && Promise.all([load()]));'),
    },
    {
      name: 'before the value of a constant that nothing uses',
      code: within('const users = Promise.all([load()]);'),
      output: within('const users = await Promise.all([load()]);'),
    },
    {
      name: 'but not under a type that is written',
      code: within('const users: Promise<string[]> = Promise.all([load()]);'),
    },
    {
      name: 'but not in a function that is not async',
      code: within('Promise.all([load()]);', 'export function all()'),
    },
  ])('$name', (each) => {
    expect(outputOf('no-dead-catch', 'insertAwait', each)).toBe(each.output);
  });
});
