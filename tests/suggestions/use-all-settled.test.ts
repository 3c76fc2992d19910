import { describe, expect, it } from 'vitest';

import { type Case, outputOf } from './cases.ts';

describe('settled results are read', () => {
  it.each<Case>([
    {
      name: 'one by one, with a list for a list',
      code: 'const [user, users] = await Promise.all([load(), loadAll()]);\nshow(user, users);\n',
      output:
        "const [userResult, usersResult] = await Promise.allSettled([load(), loadAll()]);\nconst user = userResult.status === 'fulfilled' ? userResult.value : null;\nconst users = usersResult.status === 'fulfilled' ? usersResult.value : [];\nshow(user, users);\n",
    },
    {
      name: 'with the holes and comments of the pattern',
      code: 'const [, /* a */ user /* b */, // c\n] = await Promise.all([load(), load()]); // d\nshow(user);\n',
      output:
        "const [, /* a */ userResult /* b */, // c\n] = await Promise.allSettled([load(), load()]); // d\nconst user = userResult.status === 'fulfilled' ? userResult.value : null;\nshow(user);\n",
    },
    {
      name: 'all alike',
      code: 'const users = await Promise.all(ids.map((id) => load(id)));\nshow(users);\n',
      output:
        "const settledUsers = await Promise.allSettled(ids.map((id) => load(id)));\nconst users = settledUsers.map((result) =>\n  result.status === 'fulfilled' ? result.value : null,\n);\nshow(users);\n",
    },
    {
      name: 'not of a list that may be anything, whose results have no type',
      code: 'declare const list: any;\nconst users = await Promise.all(list.map((id: string) => load(id)));\nshow(users);\nexport {};\n',
    },
    {
      name: 'into a variable that is assigned',
      code: 'let users: string[] = [];\nusers = await Promise.all([load()]);\nshow(users);\n',
      output:
        "let users: string[] = [];\nconst settledUsers = await Promise.allSettled([load()]);\nusers = settledUsers.map((result) =>\n  result.status === 'fulfilled' ? result.value : null,\n);\nshow(users);\n",
    },
    {
      name: 'into variables and members that are assigned, behind a semicolon that guards them',
      code: 'let user: string | null\nconst page: { users?: string[] } = {}\n;[user, page.users] = await Promise.all([load(), loadAll()])\nshow(user, page)\n',
      output:
        "let user: string | null\nconst page: { users?: string[] } = {}\n;const [userResult, usersResult] = await Promise.allSettled([load(), loadAll()])\nuser = userResult.status === 'fulfilled' ? userResult.value : null\npage.users = usersResult.status === 'fulfilled' ? usersResult.value : []\nshow(user, page)\n",
    },
    {
      name: 'under the names that a module exports',
      code: 'export const [user] = await Promise.all([load()]);\n',
      output:
        "const [userResult] = await Promise.allSettled([load()]);\nexport const user = userResult.status === 'fulfilled' ? userResult.value : null;\n",
    },
    {
      name: 'in one line',
      code: 'setTimeout(async () => { const [user] = await Promise.all([load()]); show(user); });\n',
      output:
        "setTimeout(async () => { const [userResult] = await Promise.allSettled([load()]); const user = userResult.status === 'fulfilled' ? userResult.value : null; show(user); });\n",
    },
    {
      name: 'in one line without semicolons',
      code: 'setTimeout(async () => { const [user] = await Promise.all([load()]) })\n',
      output:
        "setTimeout(async () => { const [userResult] = await Promise.allSettled([load()]); const user = userResult.status === 'fulfilled' ? userResult.value : null })\n",
    },
    {
      name: 'with carriage returns, tabs and double quotes',
      code: 'setTimeout(async () => {\r\n\tconst users = await Promise.all([load("a")]);\r\n\tshow(users);\r\n});\r\n',
      output:
        'setTimeout(async () => {\r\n\tconst settledUsers = await Promise.allSettled([load("a")]);\r\n\tconst users = settledUsers.map((result) =>\r\n\t\tresult.status === "fulfilled" ? result.value : null,\r\n\t);\r\n\tshow(users);\r\n});\r\n',
    },
    {
      name: 'without semicolons, before a bracket that one guards',
      code: 'const [user] = await Promise.all([load()])\n;[user].forEach(show)\n',
      output:
        "const [userResult] = await Promise.allSettled([load()])\nconst user = userResult.status === 'fulfilled' ? userResult.value : null\n;[user].forEach(show)\n",
    },
    {
      name: 'under names that are free',
      code: 'const userResult = 1;\nlet [user] = await Promise.all([load()]);\nshow(user, userResult);\n',
      output:
        "const userResult = 1;\nlet [userResult2] = await Promise.allSettled([load()]);\nlet user = userResult2.status === 'fulfilled' ? userResult2.value : null;\nshow(user, userResult);\n",
    },
    {
      name: 'for members of several types under one name',
      code: 'const all = await Promise.all([load(), loadAll()]);\nshow(all[0], all[1].length);\n',
      output:
        "const settledAll = await Promise.allSettled([load(), loadAll()]);\nconst all = [\n  settledAll[0].status === 'fulfilled' ? settledAll[0].value : null,\n  settledAll[1].status === 'fulfilled' ? settledAll[1].value : [],\n] as const;\nshow(all[0], all[1].length);\n",
    },
    {
      name: 'for members of several types under one name, in JavaScript',
      language: 'js',
      code: 'const all = await Promise.all([fetch("/a"), Promise.reject(1)]);\nconsole.log(all);\n',
      output:
        'const settledAll = await Promise.allSettled([fetch("/a"), Promise.reject(1)]);\nconst all = [\n  settledAll[0].status === "fulfilled" ? settledAll[0].value : null,\n  settledAll[1].status === "fulfilled" ? settledAll[1].value : null,\n];\nconsole.log(all);\n',
    },
    {
      name: 'in JavaScript',
      language: 'js',
      code: 'const [page] = await Promise.all([fetch("/a")]);\n',
      output:
        'const [pageResult] = await Promise.allSettled([fetch("/a")]);\nconst page = pageResult.status === "fulfilled" ? pageResult.value : null;\n',
    },
  ])('$name', (each) => {
    expect(outputOf('no-unhandled-rejection', 'useAllSettled', each)).toBe(
      each.output,
    );
  });
});

describe('settled results are not for', () => {
  it.each<Case>([
    {
      name: 'results that nobody reads',
      code: 'await Promise.all([load()]);\n',
    },
    {
      name: 'variables that held the promises',
      code: 'let user: string | Promise<string> = load();\n[user] = await Promise.all([user]);\nshow(user);\n',
    },
    {
      name: 'members of several types under a variable, which may be written again',
      code: 'let all = await Promise.all([load(), loadAll()]);\nshow(all[0].trim());\n',
    },
    {
      name: 'patterns in the pattern',
      code: 'const [{ length }] = await Promise.all([load()]);\nshow(length);\n',
    },
    {
      name: 'defaults and rests',
      code: 'const [first = "", ...rest] = await Promise.all([load(), load()]);\nshow(first, rest);\n',
    },
    {
      name: 'a type that is written',
      code: 'const users: string[] = await Promise.all([load()]);\nshow(users);\n',
    },
    {
      name: 'several variables in one declaration',
      code: 'const a = 1, [user] = await Promise.all([load()]);\nshow(a, user);\n',
    },
    {
      name: 'the header of a for',
      code: 'for (const [user] = await Promise.all([load()]); isReady; ) show(user);\n',
    },
    {
      name: 'a clause of a switch, whose names its other clauses see',
      code: 'switch (ids.length) {\n  case 1:\n    const [user] = await Promise.all([load()]);\n    show(user);\n}\n',
    },
    {
      name: 'the first of several that settles',
      code: 'const user = await Promise.race([load()]);\nshow(user);\n',
    },
  ])('$name', (each) => {
    expect(
      outputOf('no-unhandled-rejection', 'useAllSettled', each),
    ).toBeUndefined();
  });
});
