import rule from '../../src/rules/no-unchecked-settled-result.ts';
import { javascript, ruleTester } from '../rule-tester.ts';

const GIVEN =
  "function check() { if (Math.random() > 0.5) throw new Error('no'); }\nasync function user() { check(); return { name: 'a' }; }\nasync function text() { check(); return 'a'; }\nconst users = await Promise.allSettled([user(), user()]);\nconst texts = await Promise.allSettled([text(), text()]);\n";

ruleTester.run('no-unchecked-settled-result', rule, {
  valid: [
    {
      name: 'a filter by a value that is always an object',
      filename: javascript,
      code: `${GIVEN}console.log(users.filter((u) => u.value));`,
    },
    {
      name: 'a destructured value that is always an object',
      filename: javascript,
      code: `${GIVEN}console.log(users.filter(({ value }) => value));`,
    },
    {
      name: 'a condition on a value that is always an object, and what stands under it',
      filename: javascript,
      code: `${GIVEN}const [first] = users;\nif (first.value) console.log(first.value.name);`,
    },
    {
      name: 'a value that is always an object left of a test of its own property',
      filename: javascript,
      code: `${GIVEN}for (const u of users) { if (u.value && u.value.name) console.log(u); }`,
    },
    {
      name: 'a negated test of a value that is always an object',
      filename: javascript,
      code: `${GIVEN}for (const u of users) { if (!u.value) continue; console.log(u.value.name); }`,
    },
    {
      name: 'values of objects whose gaps are filtered out',
      filename: javascript,
      code: `${GIVEN}console.log(users.map((u) => u.value).filter(Boolean));`,
    },
    {
      name: 'a value of an object read on as one that may be missing',
      filename: javascript,
      code: `${GIVEN}console.log(users.map((u) => u.value?.name));`,
    },
    {
      name: 'a value of an object with a fallback',
      filename: javascript,
      code: `${GIVEN}console.log(users.map((u) => u.value ?? { name: '' }));`,
    },
    {
      name: 'results of any type whose promises give objects',
      code: `declare function load(): Promise<{ id: string }>;\nconst results: any[] = await Promise.allSettled([load(), load()]);\nconsole.log(results.filter((r) => r.value));`,
    },
    {
      name: 'a condition on a reason',
      filename: javascript,
      code: `${GIVEN}for (const u of users) { if (u.reason) console.log('failed'); }`,
    },
    {
      name: 'reasons whose gaps are filtered out',
      filename: javascript,
      code: `${GIVEN}console.log(users.map((u) => u.reason).filter(Boolean));`,
    },
  ],
  invalid: [
    {
      name: 'a condition on a value that may be an empty text',
      filename: javascript,
      code: `${GIVEN}const [first] = texts;\nif (first.value) console.log(first);`,
      errors: [
        {
          messageId: 'truthinessTest',
          data: { property: 'value' },
          line: 7,
          column: 5,
          endLine: 7,
          endColumn: 16,
          suggestions: [
            {
              messageId: 'compareStatus',
              data: { status: 'fulfilled' },
              output: `${GIVEN}const [first] = texts;\nif (first.status === 'fulfilled') console.log(first);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a negated test of a value that may be an empty text',
      filename: javascript,
      code: `${GIVEN}for (const t of texts) { if (!t.value) continue; console.log(t); }`,
      errors: [
        {
          messageId: 'truthinessTest',
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'values of texts whose gaps are filtered out',
      filename: javascript,
      code: `${GIVEN}console.log(texts.map((t) => t.value).filter(Boolean));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'guardRead',
              data: { property: 'value', status: 'fulfilled' },
              output: `${GIVEN}console.log(texts.map((t) => t.status === 'fulfilled' ? t.value : undefined).filter(Boolean));`,
            },
            {
              messageId: 'filterFirst',
              data: { status: 'fulfilled' },
              output: `${GIVEN}console.log(texts.filter((t) => t.status === 'fulfilled').map((t) => t.value).filter(Boolean));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a value of an object that is read without a test',
      filename: javascript,
      code: `${GIVEN}console.log(users.map((u) => u.value.name));`,
      errors: [
        {
          messageId: 'uncheckedRead',
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'guardRead',
              data: { property: 'value', status: 'fulfilled' },
              output: `${GIVEN}console.log(users.map((u) => u.status === 'fulfilled' ? u.value.name : undefined));`,
            },
            {
              messageId: 'filterFirst',
              data: { status: 'fulfilled' },
              output: `${GIVEN}console.log(users.filter((u) => u.status === 'fulfilled').map((u) => u.value.name));`,
            },
          ],
        },
      ],
    },
    {
      name: 'a condition on a value that may be an object or nothing',
      filename: javascript,
      code: `async function find() { if (Math.random() > 0.9) throw new Error(); return Math.random() > 0.5 ? { id: 1 } : null; }\nconst [found] = await Promise.allSettled([find()]);\nconsole.log(found.value ? 'found' : 'failed');`,
      errors: [
        {
          messageId: 'truthinessTest',
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'compareStatus',
              output: `async function find() { if (Math.random() > 0.9) throw new Error(); return Math.random() > 0.5 ? { id: 1 } : null; }\nconst [found] = await Promise.allSettled([find()]);\nconsole.log(found.status === 'fulfilled' ? 'found' : 'failed');`,
            },
          ],
        },
      ],
    },
  ],
});
