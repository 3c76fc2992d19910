import { describe, expect, it } from 'vitest';

import { type Case, outputOf } from './cases.ts';

function inTry(rule: string, each: Case): string | undefined {
  return outputOf(rule, 'wrapInTry', each);
}

describe('a try around what is lost takes in', () => {
  it.each<Case>([
    {
      name: 'a statement',
      code: 'await Promise.all([load()]);\n',
      output:
        'try {\n  await Promise.all([load()]);\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'what uses the names that it declares',
      code: 'const [user] = await Promise.all([load()]);\nconst name = user.trim();\nshow(name);\nshow(1);\n',
      output:
        'try {\n  const [user] = await Promise.all([load()]);\n  const name = user.trim();\n  show(name);\n} catch (error) {\n  console.error(error);\n}\nshow(1);\n',
    },
    {
      name: 'what reads the variable that it assigns',
      code: 'let user: string[];\nuser = await Promise.all([load()]);\nshow(user);\nshow(1);\n',
      output:
        'let user: string[];\ntry {\n  user = await Promise.all([load()]);\n  show(user);\n} catch (error) {\n  console.error(error);\n}\nshow(1);\n',
    },
    {
      name: 'what relies on a member that it assigns',
      code: 'const page: { users?: string[] } = {};\npage.users = await Promise.all([load()]);\nshow(page.users.length);\n',
      output:
        'const page: { users?: string[] } = {};\ntry {\n  page.users = await Promise.all([load()]);\n  show(page.users.length);\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'nothing that reads a variable with a value of its own',
      code: 'let count = 0;\ncount = (await Promise.all([load()])).length;\nshow(count);\n',
      output:
        'let count = 0;\ntry {\n  count = (await Promise.all([load()])).length;\n} catch (error) {\n  console.error(error);\n}\nshow(count);\n',
    },
    {
      name: 'all that a guard on the results decides about',
      code: 'setTimeout(async () => {\n  const [user] = await Promise.all([load()]);\n  if (user === "") return;\n  show(1);\n});\n',
      output:
        'setTimeout(async () => {\n  try {\n    const [user] = await Promise.all([load()]);\n    if (user === "") return;\n    show(1);\n  } catch (error) {\n    console.error(error);\n  }\n});\n',
    },
    {
      name: 'a loop over the results',
      code: 'for (const user of await Promise.all([load()])) {\n  show(user);\n}\n',
      output:
        'try {\n  for (const user of await Promise.all([load()])) {\n    show(user);\n  }\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'an if whose condition awaits, with its else',
      code: 'if (isReady) show(1);\nelse if ((await Promise.all([load()])).length > 0) show(2);\n',
      output:
        'try {\n  if (isReady) show(1);\n  else if ((await Promise.all([load()])).length > 0) show(2);\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'the only statement of an if',
      code: 'if (isReady) await Promise.all([load()]);\nelse show(1);\n',
      output:
        'if (isReady) try { await Promise.all([load()]); } catch (error) { console.error(error); }\nelse show(1);\n',
    },
    {
      name: 'a clause of a switch, up to its break',
      code: 'switch (ids.length) {\n  case 1:\n    await Promise.all([load()]);\n    break;\n}\n',
      output:
        'switch (ids.length) {\n  case 1:\n    try {\n      await Promise.all([load()]);\n    } catch (error) {\n      console.error(error);\n    }\n    break;\n}\n',
    },
    {
      name: 'a chain that is awaited',
      code: 'setTimeout(async () => {\n  await Promise.race([load(), loadAll()]).then(show);\n});\n',
      output:
        'setTimeout(async () => {\n  try {\n    await Promise.race([load(), loadAll()]).then(show);\n  } catch (error) {\n    console.error(error);\n  }\n});\n',
    },
  ])('$name', (each) => {
    expect(inTry('no-unhandled-rejection', each)).toBe(each.output);
  });
});

describe('a try is written as the file is', () => {
  it.each<Case>([
    {
      name: 'with carriage returns',
      code: 'const [user] = await Promise.all([load()]);\r\nshow(user);\r\n',
      output:
        'try {\r\n  const [user] = await Promise.all([load()]);\r\n  show(user);\r\n} catch (error) {\r\n  console.error(error);\r\n}\r\n',
    },
    {
      name: 'with tabs',
      code: 'setTimeout(async () => {\n\tawait Promise.all([\n\t\tload(),\n\t]);\n});\n',
      output:
        'setTimeout(async () => {\n\ttry {\n\t\tawait Promise.all([\n\t\t\tload(),\n\t\t]);\n\t} catch (error) {\n\t\tconsole.error(error);\n\t}\n});\n',
    },
    {
      name: 'without semicolons, before a bracket that one guards',
      code: 'await Promise.all([load()])\n;[1].forEach(show)\n',
      output:
        'try {\n  await Promise.all([load()])\n} catch (error) {\n  console.error(error)\n}\n;[1].forEach(show)\n',
    },
    {
      name: 'in one line',
      code: 'setTimeout(async () => { await Promise.all([load()]); });\n',
      output:
        'setTimeout(async () => { try { await Promise.all([load()]); } catch (error) { console.error(error); } });\n',
    },
    {
      name: 'with every comment',
      code: '/* a */ await /* b */ Promise.all([load() /* c */]); // d\n// e\nshow(1);\n',
      output:
        '/* a */ try { await /* b */ Promise.all([load() /* c */]); } catch (error) { console.error(error); } // d\n// e\nshow(1);\n',
    },
    {
      name: 'with the comment at the end of the line',
      code: 'await Promise.all([load()]); // all of them\n',
      output:
        'try {\n  await Promise.all([load()]); // all of them\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'with the comment that speaks of the line below it',
      code: '// All of them.\n// @ts-expect-error There is no such name.\nawait Promise.all([load(unheardOf)]);\n',
      output:
        '// All of them.\ntry {\n  // @ts-expect-error There is no such name.\n  await Promise.all([load(unheardOf)]);\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'with the lines of a template as they are',
      code: 'await Promise.all([\n  load(`a\nb`),\n]);\n',
      output:
        'try {\n  await Promise.all([\n    load(`a\nb`),\n  ]);\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'in JavaScript',
      language: 'js',
      code: 'await Promise.all([fetch("/a")]);\n',
      output:
        'try {\n  await Promise.all([fetch("/a")]);\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'in JSX',
      language: 'tsx',
      code: 'export const a = (\n  <button\n    onClick={async () => {\n      await Promise.all([load()]);\n    }}\n  >\n    text\n  </button>\n);\n',
      output:
        'export const a = (\n  <button\n    onClick={async () => {\n      try {\n        await Promise.all([load()]);\n      } catch (error) {\n        console.error(error);\n      }\n    }}\n  >\n    text\n  </button>\n);\n',
    },
  ])('$name', (each) => {
    expect(inTry('no-unhandled-rejection', each)).toBe(each.output);
  });
});

describe('a try stands where the way ends', () => {
  it.each<Case>([
    {
      name: 'in the callback that drops',
      code: 'async function inner() {\n  await Promise.all([load()]);\n}\nasync function outer() {\n  await inner();\n}\nsetTimeout(outer);\n',
      output:
        'async function inner() {\n  await Promise.all([load()]);\n}\nasync function outer() {\n  try {\n    await inner();\n  } catch (error) {\n    console.error(error);\n  }\n}\nsetTimeout(outer);\n',
    },
    {
      name: 'in the handler of an event',
      code: 'async function f() {\n  return Promise.all([load()]);\n}\nbutton.onclick = async () => {\n  show(await f());\n};\n',
      output:
        'async function f() {\n  return Promise.all([load()]);\n}\nbutton.onclick = async () => {\n  try {\n    show(await f());\n  } catch (error) {\n    console.error(error);\n  }\n};\n',
    },
    {
      name: 'in an arrow function that gets a block',
      code: 'setTimeout(async () => show(await Promise.all([load()])));\n',
      output:
        'setTimeout(async () => { try { show(await Promise.all([load()])); } catch (error) { console.error(error); } });\n',
    },
    {
      name: 'in an arrow function of several lines that gets a block',
      code: 'setTimeout(async () =>\n  show(\n    await Promise.all([load()]),\n  ),\n);\n',
      output:
        'setTimeout(async () => {\n  try {\n    show(\n      await Promise.all([load()]),\n    );\n  } catch (error) {\n    console.error(error);\n  }\n},\n);\n',
    },
    {
      name: 'in an arrow function with a comment before its expression',
      code: 'setTimeout(async () => // all\n  show(\n    await Promise.all([load()])));\n',
      output:
        'setTimeout(async () => // all\n  {\n  try {\n    show(\n      await Promise.all([load()]));\n  } catch (error) {\n    console.error(error);\n  }\n});\n',
    },
    {
      name: 'around a loop that awaits promises one by one',
      code: 'const all = [Promise.all([load()])];\nfor await (const users of all) show(users);\n',
      output:
        'const all = [Promise.all([load()])];\ntry {\n  for await (const users of all) show(users);\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'at the top level, around the call that leads there',
      code: 'async function all() {\n  return [await Promise.all([load()])];\n}\nshow(await all());\n',
      output:
        'async function all() {\n  return [await Promise.all([load()])];\n}\ntry {\n  show(await all());\n} catch (error) {\n  console.error(error);\n}\n',
    },
    {
      name: 'in an executor, which rejects its promise',
      code: 'export const p = new Promise<void>(async (resolve, reject) => {\n  await Promise.all([load()]);\n  resolve();\n});\n',
      output:
        'export const p = new Promise<void>(async (resolve, reject) => {\n  try {\n    await Promise.all([load()]);\n  } catch (error) {\n    reject(error);\n  }\n  resolve();\n});\n',
    },
    {
      name: 'in a method that a library calls',
      code: 'interface Task { run(): void }\nexport class All implements Task {\n  async run() {\n    await Promise.all([load()]);\n  }\n}\n',
      output:
        'interface Task { run(): void }\nexport class All implements Task {\n  async run() {\n    try {\n      await Promise.all([load()]);\n    } catch (error) {\n      console.error(error);\n    }\n  }\n}\n',
    },
  ])('$name', (each) => {
    expect(inTry('no-unhandled-rejection', each)).toBe(each.output);
  });
});

describe('there is no try where', () => {
  it.each<Case>([
    {
      name: 'an export would be broken',
      code: 'export const users = await Promise.all([load()]);\n',
    },
    {
      name: 'a later export names the variable',
      code: 'const users = await Promise.all([load()]);\nexport { users };\n',
    },
    {
      name: 'a function above uses the variable',
      code: 'function showAll() { show(users); }\nconst users = await Promise.all([load()]);\nshowAll();\n',
    },
    {
      name: 'a block around it reads what is assigned',
      code: 'let users: string[];\n{\n  users = await Promise.all([load()]);\n}\nshow(users);\n',
    },
    {
      name: 'a return needs a value',
      code: 'setTimeout(async () => {\n  const users = await Promise.all([load()]);\n  return users.length;\n});\n',
    },
    {
      name: 'a throw would meet the new catch',
      code: 'setTimeout(async () => {\n  const users = await Promise.all([load()]);\n  if (users.length === 0) throw new Error("none");\n});\n',
    },
    {
      name: 'a label names the loop',
      code: 'outer: for (const user of await Promise.all([load()])) {\n  for (const id of ids) if (id === user) continue outer;\n}\n',
    },
    {
      name: 'using releases what is declared',
      code: 'const open = () => Promise.all([load()]).then(() => ({ [Symbol.dispose]() {} }));\nusing file = await open();\nshow(file);\n',
    },
    {
      name: 'a class would be moved',
      code: 'export default class {\n  static names = 1;\n}\nclass A {\n  [(await Promise.all([load()]))[0]] = 1;\n}\nshow(A);\n',
    },
    {
      name: 'an executor has no way to reject',
      code: 'export const p = new Promise<void>(async (resolve) => {\n  await Promise.all([load()]);\n  resolve();\n});\n',
    },
    {
      name: 'many statements depend on it',
      code: `const [user] = await Promise.all([load()]);\n${'show(user);\n'.repeat(9)}`,
    },
    {
      name: 'a variable is declared in the header of a for',
      code: 'setTimeout(async () => {\n  for (const users = await Promise.all([load()]); ; ) {\n    return users;\n  }\n});\n',
    },
  ])('$name', (each) => {
    expect(inTry('no-unhandled-rejection', each)).toBeUndefined();
  });
});

describe('require-local-handler wants the try at the combinator', () => {
  it.each<Case>([
    {
      name: 'around the await',
      code: 'export async function all() {\n  await Promise.all([load()]);\n  show(1);\n}\n',
      output:
        'export async function all() {\n  try {\n    await Promise.all([load()]);\n  } catch (error) {\n    console.error(error);\n  }\n  show(1);\n}\n',
    },
    {
      name: 'around the await of a chain under a condition',
      code: 'export async function all() {\n  await (isReady ? Promise.all([load()]).then(show) : undefined);\n}\n',
      output:
        'export async function all() {\n  try {\n    await (isReady ? Promise.all([load()]).then(show) : undefined);\n  } catch (error) {\n    console.error(error);\n  }\n}\n',
    },
    {
      name: 'but not where the results are returned',
      code: 'export async function all() {\n  return await Promise.all([load()]);\n}\n',
    },
  ])('$name', (each) => {
    expect(inTry('require-local-handler', each)).toBe(each.output);
  });
});
