import rule from '../../src/rules/no-swallowed-rejections.ts';
import { ruleTester } from '../rule-tester.ts';

const GIVEN =
  'declare const ids: string[];\ndeclare const created: string[];\ndeclare function remove(id: string): Promise<void>;\ndeclare function show(text: string): void;\ndeclare function showError(text: string): void;\n';

ruleTester.run('no-swallowed-rejections', rule, {
  valid: [
    {
      name: 'what is undone in a branch that tells of the failure',
      code: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      await Promise.allSettled(created.map(remove));
      showError('not imported');
      return;
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
    },
    {
      name: 'what is undone in a branch that throws',
      code: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      await Promise.allSettled(created.map(remove));
      throw new Error('not imported');
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
    },
    {
      name: 'a failure that is told of before',
      code: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      showError('retried');
      await Promise.allSettled(created.map(remove));
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
    },
  ],
  invalid: [
    {
      name: 'a branch that goes on to something else',
      code: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      await Promise.allSettled(created.map(remove));
      show('next');
      return;
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
      errors: [
        {
          messageId: 'uncaughtFailure',
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      const results = await Promise.allSettled(created.map(remove));
      const reasons = results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason] : [],
      );
      if (reasons.length > 0) {
        throw new AggregateError(reasons, 'Some promises were rejected');
      }
      show('next');
      return;
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      const results = await Promise.allSettled(created.map(remove));
      for (const result of results) {
        if (result.status === 'rejected') {
          console.error(result.reason);
        }
      }
      show('next');
      return;
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a failure that is told of in a branch of its own',
      code: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      await Promise.allSettled(created.map(remove));
      if (ids.length > 9) showError('too many');
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
      errors: [
        {
          messageId: 'uncaughtFailure',
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      const results = await Promise.allSettled(created.map(remove));
      const reasons = results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason] : [],
      );
      if (reasons.length > 0) {
        throw new AggregateError(reasons, 'Some promises were rejected');
      }
      if (ids.length > 9) showError('too many');
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function undo() {
  try {
    if (created.length !== ids.length) {
      const results = await Promise.allSettled(created.map(remove));
      for (const result of results) {
        if (result.status === 'rejected') {
          console.error(result.reason);
        }
      }
      if (ids.length > 9) showError('too many');
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "a failure that is told of behind a loop's wait",
      code: `${GIVEN}export async function undo() {
  try {
    for (const _ of ids) {
      await Promise.allSettled(created.map(remove));
      showError('not imported');
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
      errors: [
        {
          messageId: 'uncaughtFailure',
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 31,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function undo() {
  try {
    for (const _ of ids) {
      const results = await Promise.allSettled(created.map(remove));
      const reasons = results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason] : [],
      );
      if (reasons.length > 0) {
        throw new AggregateError(reasons, 'Some promises were rejected');
      }
      showError('not imported');
    }
  } catch (error) {
    showError('not undone');
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function undo() {
  try {
    for (const _ of ids) {
      const results = await Promise.allSettled(created.map(remove));
      for (const result of results) {
        if (result.status === 'rejected') {
          console.error(result.reason);
        }
      }
      showError('not imported');
    }
  } catch (error) {
    showError('not undone');
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
