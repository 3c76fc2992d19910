import { describe, expect, it } from 'vitest';

import { type Case, outputOf } from './cases.ts';

const LOOP =
  "for (const result of results) {\n  if (result.status === 'rejected') {\n    console.error(result.reason);\n  }\n}\n";

describe('reasons are logged', () => {
  it.each<Case>([
    {
      name: 'behind a statement',
      code: "await Promise.allSettled(ids.map((id) => load(id)));\nconsole.log('all loaded');\n",
      output: `const results = await Promise.allSettled(ids.map((id) => load(id)));\n${LOOP}console.log('all loaded');\n`,
    },
    {
      name: 'behind the comments of a line',
      code: "await Promise.allSettled(ids.map((id) => load(id))); // wait\nconsole.log('all loaded');\n",
      output: `const results = await Promise.allSettled(ids.map((id) => load(id))); // wait\n${LOOP}console.log('all loaded');\n`,
    },
    {
      name: 'under a name that is free',
      code: "const results = 1;\nawait Promise.allSettled(ids.map((id) => load(id)));\nconsole.log('all loaded');\nshow(results);\n",
      output: `const results = 1;\nconst results2 = await Promise.allSettled(ids.map((id) => load(id)));\n${LOOP.replace('results', 'results2')}console.log('all loaded');\nshow(results);\n`,
    },
    {
      name: 'under the name that is there',
      code: "const result = await Promise.allSettled(ids.map((id) => load(id)));\nconsole.log('all loaded');\n",
      output:
        "const result = await Promise.allSettled(ids.map((id) => load(id)));\nfor (const each of result) {\n  if (each.status === 'rejected') {\n    console.error(each.reason);\n  }\n}\nconsole.log('all loaded');\n",
    },
    {
      name: 'without semicolons',
      code: "await Promise.allSettled(ids.map((id) => load(id)))\nconsole.log('all loaded')\n",
      output:
        "const results = await Promise.allSettled(ids.map((id) => load(id)))\nfor (const result of results) {\n  if (result.status === 'rejected') {\n    console.error(result.reason)\n  }\n}\nconsole.log('all loaded')\n",
    },
    {
      name: 'with the line breaks of the file',
      code: "await Promise.allSettled(ids.map((id) => load(id)));\r\nconsole.log('all loaded');\r\n",
      output:
        `const results = await Promise.allSettled(ids.map((id) => load(id)));\n${LOOP}console.log('all loaded');\n`.replaceAll(
          '\n',
          '\r\n',
        ),
    },
    {
      name: 'not where a statement has no braces around it',
      code: "if (isReady) await Promise.allSettled(ids.map((id) => load(id)));\nconsole.log('all loaded');\n",
    },
    {
      name: 'not where a promise is chained',
      code: "await Promise.allSettled(ids.map((id) => load(id))).then(() => { console.log('all loaded'); });\n",
    },
  ])('$name', (subject) => {
    expect(outputOf('no-swallowed-rejections', 'logReasons', subject)).toBe(
      subject.output,
    );
  });
});

describe('reasons are thrown together', () => {
  it.each<Case>([
    {
      name: 'in a function',
      code: 'export async function run() {\n\tawait Promise.allSettled(ids.map((id) => load(id)));\n\treturn { success: true };\n}\n',
      output:
        "export async function run() {\n\tconst results = await Promise.allSettled(ids.map((id) => load(id)));\n\tconst reasons = results.flatMap((result) =>\n\t\tresult.status === 'rejected' ? [result.reason] : [],\n\t);\n\tif (reasons.length > 0) {\n\t\tthrow new AggregateError(reasons, 'Some promises were rejected');\n\t}\n\treturn { success: true };\n}\n",
    },
    {
      name: 'in plain JavaScript',
      language: 'js',
      code: 'await Promise.allSettled(ids.map((id) => load(id)));\nconsole.log("all loaded");\n',
      output:
        'const results = await Promise.allSettled(ids.map((id) => load(id)));\nconst reasons = results.flatMap((result) =>\n  result.status === "rejected" ? [result.reason] : [],\n);\nif (reasons.length > 0) {\n  throw new AggregateError(reasons, "Some promises were rejected");\n}\nconsole.log("all loaded");\n',
    },
    {
      name: 'not where fulfilled values are used without the others',
      code: "const all = await Promise.allSettled(ids.map((id) => load(id)));\nshow(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));\nconsole.log('all loaded');\n",
    },
  ])('$name', (subject) => {
    expect(outputOf('no-swallowed-rejections', 'throwReasons', subject)).toBe(
      subject.output,
    );
  });
});

describe('Promise.all takes the place of settled results', () => {
  it.each<Case>([
    {
      name: 'where nothing is left to do',
      code: "await Promise.allSettled(ids.map((id) => load(id)));\nconsole.log('all loaded');\n",
      output:
        "await Promise.all(ids.map((id) => load(id)));\nconsole.log('all loaded');\n",
    },
    {
      name: 'not where more is waited for',
      code: "await Promise.allSettled(ids.map((id) => load(id)));\nconsole.log('all loaded');\nawait load();\n",
    },
    {
      name: 'not in a loop, whose next round starts when all have settled',
      code: "for (const id of ids) {\n  await Promise.allSettled([load(id)]);\n  console.log('loaded', id);\n}\n",
    },
    {
      name: 'not where a finally releases something',
      code: "try {\n  await Promise.allSettled(ids.map((id) => load(id)));\n  console.log('all loaded');\n} finally {\n  show();\n}\n",
    },
  ])('$name', (subject) => {
    expect(outputOf('no-swallowed-rejections', 'useAll', subject)).toBe(
      subject.output,
    );
  });
});

describe('members are settled by allSettled', () => {
  it.each<Case>([
    {
      name: 'with the reason that they gave',
      code: 'const names = await Promise.all(ids.map((id) => load(id).catch((error: unknown) => error)));\nshow(names);\n',
      output:
        "const settledNames = await Promise.allSettled(ids.map((id) => load(id)));\nconst names = settledNames.map((result) =>\n  result.status === 'fulfilled' ? result.value : result.reason,\n);\nshow(names);\n",
    },
    {
      name: 'not where a handler has a comment',
      code: 'const names = await Promise.all(ids.map((id) => load(id).catch(() => null /* none */)));\nshow(names);\n',
    },
    {
      name: 'under the type that is written, which has a place for what stands for a rejection',
      code: 'const names: (string | null)[] = await Promise.all(ids.map((id) => load(id).catch(() => null)));\nshow(names);\n',
      output:
        "const settledNames = await Promise.allSettled(ids.map((id) => load(id)));\nconst names: (string | null)[] = settledNames.map((result) =>\n  result.status === 'fulfilled' ? result.value : null,\n);\nshow(names);\n",
    },
    {
      name: 'in a loop, with every reason',
      code: 'for (const id of ids) {\n  try {\n    await Promise.all([load(id), load()]);\n  } catch (error) {\n    console.error(error);\n  }\n}\n',
      output:
        "for (const id of ids) {\n  try {\n    const results = await Promise.allSettled([load(id), load()]);\n    for (const result of results) {\n      if (result.status === 'rejected') {\n        console.error(result.reason);\n      }\n    }\n  } catch (error) {\n    console.error(error);\n  }\n}\n",
    },
  ])('$name', (subject) => {
    expect(outputOf('prefer-all-settled', 'useAllSettled', subject)).toBe(
      subject.output,
    );
  });
});
