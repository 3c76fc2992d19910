import { describe, expect, it } from 'vitest';

import { type Case, outputOf } from './cases.ts';

const CATCH = '.catch((error) => console.error(error))';

describe('a catch is added to', () => {
  it.each<Case>([
    {
      name: 'a chain',
      code: 'Promise.all([load()]).then(show);\n',
      output: `Promise.all([load()]).then(show)${CATCH};\n`,
    },
    {
      name: 'a chain over lines, without semicolons',
      code: 'Promise.all([load()])\n  .then(show) // all\n;[1].forEach(show)\n',
      output: `Promise.all([load()])\n  .then(show)${CATCH} // all\n;[1].forEach(show)\n`,
    },
    {
      name: 'what void drops',
      code: 'void Promise.all([load()]);\n',
      output: `void Promise.all([load()])${CATCH};\n`,
    },
    {
      name: 'a variable that void drops',
      code: 'const all = Promise.all([load()]);\nvoid all;\nexport {};\n',
      output: `const all = Promise.all([load()]);\nvoid all${CATCH};\nexport {};\n`,
    },
    {
      name: 'a constant that nothing uses',
      code: 'const all = Promise.all([load()]);\nexport {};\n',
      output: `const all = Promise.all([load()])${CATCH};\nexport {};\n`,
    },
    {
      name: 'the right side of &&',
      code: 'isReady && Promise.all([load()]);\n',
      output: `isReady && Promise.all([load()])${CATCH};\n`,
    },
    {
      name: 'the branch that is a promise',
      code: 'isReady ? Promise.all([load()]) : show();\n',
      output: `isReady ? Promise.all([load()])${CATCH} : show();\n`,
    },
    {
      name: 'both branches that may reject',
      code: 'isReady ? Promise.all([load()]) : load();\n',
      output: `isReady ? Promise.all([load()])${CATCH} : load()${CATCH};\n`,
    },
    {
      name: 'the branch that has no handler yet',
      code: 'isReady ? Promise.all([load()]) : load().catch(show);\n',
      output: `isReady ? Promise.all([load()])${CATCH} : load().catch(show);\n`,
    },
    {
      name: 'the last of a comma',
      code: 'show(), Promise.all([load()]);\n',
      output: `show(), Promise.all([load()])${CATCH};\n`,
    },
    {
      name: 'the first of a comma',
      code: 'Promise.all([load()]), show();\n',
      output: `Promise.all([load()])${CATCH}, show();\n`,
    },
    {
      name: 'what a cast hides',
      code: '(Promise.all([load()]) as unknown);\n',
      output: `(Promise.all([load()])${CATCH} as unknown);\n`,
    },
    {
      name: 'the header of a for',
      code: 'for (Promise.all([load()]); isReady; ) show();\n',
      output: `for (Promise.all([load()])${CATCH}; isReady; ) show();\n`,
    },
    {
      name: 'a function that is called on the spot',
      code: '(async () => {\n  await Promise.all([load()]);\n})();\n',
      output: `(async () => {\n  await Promise.all([load()]);\n})()${CATCH};\n`,
    },
    {
      name: 'the call at the end of the way',
      code: 'async function all() {\n  await Promise.all([load()]);\n}\nfunction start() {\n  all();\n}\nstart();\n',
      output: `async function all() {\n  await Promise.all([load()]);\n}\nfunction start() {\n  all()${CATCH};\n}\nstart();\n`,
    },
    {
      name: 'what a callback returns by its expression',
      code: 'setTimeout(() => Promise.all([load()]));\n',
      output: `setTimeout(() => Promise.all([load()])${CATCH});\n`,
    },
    {
      name: 'what a callback returns',
      code: 'ids.forEach((id) => {\n  return Promise.all([load(id)]).then(show);\n});\n',
      output: `ids.forEach((id) => {\n  return Promise.all([load(id)]).then(show)${CATCH};\n});\n`,
    },
    {
      name: 'a call that may be left out',
      code: 'const all = isReady ? async () => { await Promise.all([load()]); } : undefined;\nall?.();\n',
      output: `const all = isReady ? async () => { await Promise.all([load()]); } : undefined;\nall?.()${CATCH};\n`,
    },
    {
      name: 'a promise that may be missing',
      code: 'const all = isReady ? Promise.all([load()]) : undefined;\nvoid all;\nexport {};\n',
      output: `const all = isReady ? Promise.all([load()]) : undefined;\nvoid all?${CATCH};\nexport {};\n`,
    },
    {
      name: 'a handler of JSX',
      language: 'tsx',
      code: 'export const a = <button onClick={() => Promise.all([load()])} />;\n',
      output: `export const a = <button onClick={() => Promise.all([load()])${CATCH}} />;\n`,
    },
    {
      name: 'a chain in JavaScript',
      language: 'js',
      code: 'Promise.all([fetch("/a")]).finally(() => {})\n',
      output: `Promise.all([fetch("/a")]).finally(() => {})${CATCH}\n`,
    },
  ])('$name', (each) => {
    expect(outputOf('no-unhandled-rejection', 'addCatch', each)).toBe(
      each.output,
    );
  });
});

describe('no catch is added where', () => {
  it.each<Case>([
    {
      name: 'the type of a constant is written',
      code: 'const all: Promise<string[]> = Promise.all([load()]);\n',
    },
    {
      name: 'a variable may hold something else',
      code: 'let all = Promise.all([load()]);\n',
    },
    {
      name: 'the type of what a callback returns is written',
      code: 'setTimeout((): Promise<string[]> => Promise.all([load()]));\n',
    },
    {
      name: 'others may use what a named function returns',
      code: 'const all = () => Promise.all([load()]);\nsetTimeout(all);\nexport const users: () => Promise<string[]> = all;\n',
    },
    {
      name: 'a parameter is what drops it',
      code: '[Promise.all([load()])].forEach((all) => {});\n',
    },
    {
      name: 'an executor returns it, whose promise would never settle',
      code: 'export const p = new Promise(async (resolve, reject) => Promise.all([load()]));\n',
    },
  ])('$name', (each) => {
    expect(
      outputOf('no-unhandled-rejection', 'addCatch', each),
    ).toBeUndefined();
  });
});
