import rule from '../../src/rules/no-swallowed-rejections.ts';
import { ruleTester } from '../rule-tester.ts';

const GIVEN =
  'declare const ids: string[];\ndeclare function save(id: string): Promise<void>;\ndeclare const response: any;\ndeclare const context: any;\n';

ruleTester.run('no-swallowed-rejections', rule, {
  valid: [
    {
      name: 'a status that says only that the request was accepted',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  response.sendStatus(202);
}
`,
    },
    {
      name: 'a status of failure and no body',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  response.status(500).end();
}
`,
    },
    {
      name: 'a status of success with data',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  response.status(200).send(ids);
}
`,
    },
    {
      name: 'a status of success with a text that says something else',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  response.status(200).send('bye');
}
`,
    },
    {
      name: 'a status that is not set by the answer',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  response.queue(200).send();
}
`,
    },
    {
      name: 'an empty body with another status',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return context.body(null, 202);
}
`,
    },
    {
      name: 'an empty body without a status',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return context.body(null);
}
`,
    },
    {
      name: 'a response with a status of its own',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return new Response('ok', { status: 207 });
}
`,
    },
    {
      name: 'a response whose status is not known',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return new Response('ok', context.init);
}
`,
    },
    {
      name: 'a response whose status may be overwritten',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return new Response('ok', { ...context.init });
}
`,
    },
    {
      name: 'a response with data',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return new Response(JSON.stringify(ids));
}
`,
    },
    {
      name: 'an instance that is no response',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return new Promise(context.run);
}
`,
    },
    {
      name: 'a returned text that says another state',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return 'partial';
}
`,
    },
  ],
  invalid: [
    {
      name: 'a status of success that is sent',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  response.sendStatus(200);
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  response.sendStatus(200);
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  response.sendStatus(200);
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handle() {
  await Promise.all(ids.map(save));
  response.sendStatus(200);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a status of success and no body',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  response.status(204).end();
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  response.status(204).end();
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  response.status(204).end();
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handle() {
  await Promise.all(ids.map(save));
  response.status(204).end();
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a status of success with a text that says that it was done',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return response.code(200).send('ok');
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return response.code(200).send('ok');
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return response.code(200).send('ok');
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handle() {
  await Promise.all(ids.map(save));
  return response.code(200).send('ok');
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an empty body with a status of success',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return context.body(null, 204);
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return context.body(null, 204);
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return context.body(null, 204);
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handle() {
  await Promise.all(ids.map(save));
  return context.body(null, 204);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a response without content',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return new Response(null, { status: 204 });
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return new Response(null, { status: 204 });
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return new Response(null, { status: 204 });
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handle() {
  await Promise.all(ids.map(save));
  return new Response(null, { status: 204 });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a response that is successful where nothing else is said',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return new Response();
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return new Response();
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return new Response();
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handle() {
  await Promise.all(ids.map(save));
  return new Response();
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a response with headers only',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return new Response('ok', { headers: {} });
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return new Response('ok', { headers: {} });
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return new Response('ok', { headers: {} });
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handle() {
  await Promise.all(ids.map(save));
  return new Response('ok', { headers: {} });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a returned text that is nothing but a state',
      code: `${GIVEN}export async function handle() {
  await Promise.allSettled(ids.map(save));
  return 'ok';
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return 'ok';
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handle() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return 'ok';
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handle() {
  await Promise.all(ids.map(save));
  return 'ok';
}
`,
            },
          ],
        },
      ],
    },
  ],
});
