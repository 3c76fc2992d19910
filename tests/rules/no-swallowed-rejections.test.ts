import rule from '../../src/rules/no-swallowed-rejections.ts';
import { ruleTester } from '../rule-tester.ts';

// Under `when: "misleading"`: what the code says or expects besides ignoring a rejection.

const GIVEN = `declare function save(id: number): Promise<void>;
declare function load(id: number): Promise<string>;
declare const ids: number[];
declare const toast: { success(text: string): void; error(text: string): void };
declare const events: { emit(event: string): boolean };
`;

/** The body of an async function, each statement on a line of its own. */
function body(...lines: string[]): string {
  return `${GIVEN}export async function saveAll() {\n  ${lines.join('\n  ')}\n}\n`;
}

ruleTester.run('no-swallowed-rejections', rule, {
  valid: [
    {
      name: 'results that are ignored, and nobody is told otherwise',
      code: body('await Promise.allSettled(ids.map((id) => save(id)));'),
    },
    {
      name: 'a catch that does nothing',
      code: body(
        'try {',
        "  JSON.parse('1');",
        '  await Promise.allSettled(ids.map((id) => save(id)));',
        '} catch {',
        '  // Not now.',
        '}',
      ),
    },
    {
      name: 'a catch that never runs: no-dead-catch speaks',
      code: body(
        'try {',
        '  await Promise.allSettled(ids.map((id) => save(id)));',
        '} catch (error) {',
        '  console.error(error);',
        '}',
      ),
    },
    {
      name: 'a handler that never runs: no-dead-catch speaks',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id))).catch(console.error);',
        "toast.success('Saved');",
      ),
    },
    {
      name: 'a message that tells of a failure',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "toast.error('Saved, or not');",
      ),
    },
    {
      name: 'a message with a doubt',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "console.log('tried to save; some may not be saved');",
      ),
    },
    {
      name: 'a message of something else',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "console.log('next round');",
      ),
    },
    {
      name: 'a claim in a branch',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "if (ids.length > 9) toast.success('Saved');",
      ),
    },
    {
      name: 'a claim after other work',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'await save(1);',
        "toast.success('Done');",
      ),
    },
    {
      name: 'a claim about work that went before',
      code: body(
        'await save(0);',
        'await Promise.allSettled(ids.map((id) => load(id)));',
        "toast.success('Saved');",
      ),
    },
    {
      name: 'true, in a function that never returns false',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'return true;',
      ),
    },
    {
      name: 'a number that is no claim',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'return { total: ids.length };',
      ),
    },
    {
      name: 'a number that decides',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'return ids.length > 0;',
      ),
    },
    {
      name: 'a status that is no success',
      code: body(
        "const job = { status: '' };",
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "job.status = 'settled';",
        'return job;',
      ),
    },
    {
      name: 'results that are looked at',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "for (const result of results) if (result.status === 'rejected') console.error(result.reason);",
        "toast.success('All loaded');",
      ),
    },
    {
      name: 'results that are passed on',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        'console.log(results);',
        "toast.success('All loaded');",
      ),
    },
    {
      name: 'a message that tells what was fulfilled',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "const names = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));",
        'toast.success(`Loaded ${names.length} names`);',
      ),
    },
    {
      name: 'a fallback for what is missing, in a try with a catch',
      code: body(
        'try {',
        "  JSON.parse('1');",
        '  const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "  return results.map((result) => (result.status === 'fulfilled' ? result.value : null));",
        '} catch (error) {',
        '  console.error(error);',
        '  return [];',
        '}',
      ),
    },
    {
      name: 'teardown by the name of the function',
      code: `${GIVEN}export async function disposeAll() {
  try {
    JSON.parse('1');
    await Promise.allSettled(ids.map((id) => save(id)));
  } catch (error) {
    console.error(error);
  }
  console.log('all removed');
}
`,
    },
    {
      name: 'teardown by the name of the event',
      code: `${GIVEN}process.on('SIGTERM', async () => {
  await Promise.allSettled(ids.map((id) => save(id)));
  process.exit(0);
});
`,
    },
    {
      name: 'teardown by what the members do',
      code: body(
        'const servers = [] as { close(): Promise<void> }[];',
        'await Promise.allSettled(servers.map((server) => server.close()));',
        "console.log('done');",
      ),
    },
    {
      name: 'in a catch, where the failure is another one',
      code: body(
        "try { JSON.parse('1'); } catch {",
        '  await Promise.allSettled(ids.map((id) => save(id)));',
        "  console.log('done');",
        '}',
      ),
    },
    {
      name: 'in a finally',
      code: body(
        "try { JSON.parse('1'); } finally {",
        '  await Promise.allSettled(ids.map((id) => save(id)));',
        "  console.log('done');",
        '}',
      ),
    },
    {
      name: 'members that cannot reject',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id).catch(() => null)));',
        "toast.success('Saved');",
      ),
    },
    {
      name: 'members that report their own failure and rethrow it',
      code: body(
        'await Promise.allSettled(',
        '  ids.map(async (id) => {',
        '    try {',
        '      await save(id);',
        '    } catch (error) {',
        '      console.error(id, error);',
        '      throw error;',
        '    }',
        '  }),',
        ');',
        "toast.success('Saved');",
      ),
    },
    {
      name: 'members whose function reports its own failure',
      code: `${GIVEN}async function store(id: number) {
  await save(id).catch((error) => { console.error(error); throw error; });
}
export async function saveAll() {
  await Promise.allSettled(ids.map(store));
  toast.success('Saved');
}
`,
    },
    {
      name: 'a barrier over promises that a field holds',
      code: `${GIVEN}export class Queue {
  #pending = new Set<Promise<void>>();
  add(id: number) { this.#pending.add(save(id)); }
  async settled() {
    await Promise.allSettled(this.#pending);
    console.log('done');
    return { success: true };
  }
}
`,
    },
    {
      name: 'a barrier over promises that are given',
      code: `${GIVEN}export async function settled(pending: Promise<void>[]) {
  await Promise.allSettled(pending);
  console.log('done');
}
`,
    },
    {
      name: 'a barrier over a promise that is awaited afterwards',
      code: body(
        'const saved = save(1);',
        'await Promise.allSettled([saved]);',
        "console.log('done');",
        'await saved;',
      ),
    },
    {
      name: 'a barrier over promises that objects hold',
      code: body(
        'const children = [] as { exited: Promise<void> }[];',
        'await Promise.allSettled(children.map((child) => child.exited));',
        "console.log('done');",
      ),
    },
    {
      name: 'one call elsewhere whose failure is not reported either',
      code: body(
        'await save(0);',
        'await Promise.allSettled(ids.map((id) => save(id)));',
      ),
    },
    {
      name: 'members of any',
      code: `${GIVEN}declare const tasks: any;
export async function run() {
  await Promise.allSettled(tasks);
  console.log('done');
}
`,
    },
    {
      name: 'a class of the program that is called Promise',
      code: `${GIVEN}class Promise { static allSettled(list: unknown[]) { return list; } }
export async function run() {
  await Promise.allSettled([save(1)]);
  console.log('done');
}
`,
    },
    {
      name: 'a count that the members keep',
      code: `${GIVEN}export async function f() {
  let sent = 0;
  await Promise.allSettled(ids.map(async (id) => { await save(id); sent++; }));
  toast.success(\`Sent \${sent} of \${ids.length} mails\`);
}`,
    },
    {
      name: 'a count that the members keep in a list',
      code: `${GIVEN}export async function f() {
  const done: number[] = [];
  await Promise.allSettled(ids.map(async (id) => { await save(id); done.push(id); }));
  toast.success(\`Saved \${done.length} users\`);
}`,
    },
    {
      name: 'a catch that is for other work',
      code: `${GIVEN}export async function f() {
  try {
    const text = await load(1);
    await Promise.allSettled([save(1), save(2)]);
    return text;
  } catch (error) {
    toast.error(String(error));
    return undefined;
  }
}`,
    },
    {
      name: 'a catch that is for what the try makes first, before a list that may fail',
      code: `${GIVEN}export async function f() {
  try {
    await save(1);
    await Promise.allSettled(ids.map((id) => load(id)));
  } catch (error) {
    toast.error(String(error));
  }
}`,
    },
    {
      name: 'a catch that only rethrows',
      code: `${GIVEN}export async function f() {
  try {
    await Promise.allSettled(ids.map((id) => save(id)));
    JSON.parse('1');
  } catch (error) {
    throw error;
  }
}`,
    },
    {
      name: 'members that tell of themselves and reject',
      code: `${GIVEN}export async function f() {
  await Promise.allSettled(ids.map((id) => save(id).catch((error) => { toast.error(\`\${id} is not saved\`); throw error; })));
  toast.success('All done');
}`,
    },
    {
      name: 'a fallback in the place of each rejected one, and a result that says success',
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  return { success: true, texts: results.map((r) => (r.status === 'fulfilled' ? r.value : null)) };
}
`,
    },
    {
      name: 'fulfilled values that are taken, and a state of other work behind them',
      code: `${GIVEN}declare function setStatus(status: 'pending' | 'success'): void;
declare function commit(texts: string[]): Promise<void>;
export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  await commit(results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : [])));
  setStatus('success');
}
`,
    },
    {
      name: 'fulfilled values that are taken, and a text that may be about them',
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  const texts = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  toast.success('Items loaded');
  return texts;
}
`,
    },
    {
      name: 'rejected ones that are counted beside the success',
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  const texts = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  return { success: true, texts, failed: results.length - texts.length };
}
`,
    },
    {
      name: 'what the members count themselves, in a function of their own',
      code: `${GIVEN}export async function run() {
  let done = 0;
  async function saveOne(id: number) { await save(id); done += 1; }
  await Promise.allSettled(ids.map((id) => saveOne(id)));
  toast.success(\`Saved \${done} items\`);
}
`,
    },
    {
      name: 'how many of all are loaded',
      code: `${GIVEN}declare const logger: { info(text: string): void };
export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  const texts = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  logger.info(\`Loaded \${texts.length} of \${ids.length} texts\`);
  return texts;
}
`,
    },
    {
      name: 'how many are loaded beside how many were processed',
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  const texts = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  return { processed: results.length, loaded: texts.length };
}
`,
    },
    {
      name: 'the number of results by a pattern, given as what was asked for',
      code: `${GIVEN}export async function saveAll() {
  const { length: asked } = await Promise.allSettled(ids.map((id) => save(id)));
  return { asked };
}
`,
    },
    {
      name: 'an answer with a status that only accepts',
      code: `${GIVEN}export async function handler() {
  await Promise.allSettled(ids.map((id) => save(id)));
  return { statusCode: 202 };
}
`,
    },
    {
      name: 'how many there are beside how many are there',
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  const pages = results.filter((r) => r.status === 'fulfilled').map((r) => r.value);
  return { success: true, loaded: pages.length, requested: ids.length, pages };
}
`,
    },
    {
      name: 'a client that does anything beside its members',
      code: `${GIVEN}declare const client: { post(value: number): Promise<number> };
export async function run() {
  try {
    const page = await client.post(1);
    await Promise.allSettled([client.post(page + 1), client.post(page + 2)]);
  } catch (error) {
    console.error(error);
  }
}
`,
    },
  ],
  invalid: [
    {
      name: 'a catch that waits for a rejection, in a try where something else may throw',
      code: body(
        'try {',
        "  JSON.parse('1');",
        '  await Promise.allSettled(ids.map((id) => save(id)));',
        '} catch (error) {',
        '  console.error(error);',
        '}',
      ),
      errors: [
        {
          messageId: 'uncaughtFailure',
          data: { line: '10' },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  try {
    JSON.parse('1');
    const results = await Promise.allSettled(ids.map((id) => save(id)));
    const reasons = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    if (reasons.length > 0) {
      throw new AggregateError(reasons, 'Some promises were rejected');
    }
  } catch (error) {
    console.error(error);
  }
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  try {
    JSON.parse('1');
    const results = await Promise.allSettled(ids.map((id) => save(id)));
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error(result.reason);
      }
    }
  } catch (error) {
    console.error(error);
  }
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  try {
    JSON.parse('1');
    await Promise.all(ids.map((id) => save(id)));
  } catch (error) {
    console.error(error);
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a message of success',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "toast.success('Saved');",
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  toast.success('Saved');
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  toast.success('Saved');
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  toast.success('Saved');
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a log of success',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "console.log('all saved');",
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  console.log('all saved');
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  console.log('all saved');
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  console.log('all saved');
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an event of success',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "events.emit('saved');",
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  events.emit('saved');
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  events.emit('saved');
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  events.emit('saved');
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a status',
      code: body(
        "const job = { status: '' };",
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "job.status = 'completed';",
        'return job;',
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '9' },
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const job = { status: '' };
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  job.status = 'completed';
  return job;
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const job = { status: '' };
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  job.status = 'completed';
  return job;
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  const job = { status: '' };
  await Promise.all(ids.map((id) => save(id)));
  job.status = 'completed';
  return job;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a flag that is set',
      code: body(
        'let isSaved = false;',
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'isSaved = true;',
        'return isSaved;',
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '9' },
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  let isSaved = false;
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  isSaved = true;
  return isSaved;
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  let isSaved = false;
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  isSaved = true;
  return isSaved;
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  let isSaved = false;
  await Promise.all(ids.map((id) => save(id)));
  isSaved = true;
  return isSaved;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a result that says success',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'return { success: true };',
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return { success: true };
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return { success: true };
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  return { success: true };
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'true, in a function that returns false elsewhere',
      code: body(
        'if (ids.length === 0) return false;',
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'return true;',
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '9' },
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  if (ids.length === 0) return false;
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return true;
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  if (ids.length === 0) return false;
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return true;
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  if (ids.length === 0) return false;
  await Promise.all(ids.map((id) => save(id)));
  return true;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a sentence that is returned',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "return 'Items saved';",
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return 'Items saved';
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return 'Items saved';
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  return 'Items saved';
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an exit code',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'process.exit(0);',
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  process.exit(0);
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  process.exit(0);
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  process.exit(0);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the number of items, returned as that of successes',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'return ids.length;',
      ),
      errors: [
        {
          messageId: 'falseCount',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return ids.length;
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return ids.length;
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  return ids.length;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the number of items in a message of success',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'console.log(`${ids.length} items saved`);',
      ),
      errors: [
        {
          messageId: 'falseCount',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  console.log(\`\${ids.length} items saved\`);
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  console.log(\`\${ids.length} items saved\`);
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  console.log(\`\${ids.length} items saved\`);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the number of results in a message of success',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => save(id)));',
        'console.log(`saved ${results.length} items`);',
      ),
      errors: [
        {
          messageId: 'falseCount',
          data: { line: '8' },
          line: 7,
          column: 25,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  console.log(\`saved \${results.length} items\`);
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  console.log(\`saved \${results.length} items\`);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the number of items in a property',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id)));',
        'return { saved: ids.length };',
      ),
      errors: [
        {
          messageId: 'falseCount',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return { saved: ids.length };
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return { saved: ids.length };
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await Promise.all(ids.map((id) => save(id)));
  return { saved: ids.length };
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a number in a function that stops something: that many were stopped is a claim too',
      code: `${GIVEN}declare const server: { stop(id: number): Promise<void> };
export async function stopAll() {
  await Promise.allSettled(ids.map((id) => server.stop(id)));
  return ids.length;
}
`,
      errors: [
        {
          messageId: 'falseCount',
          data: { line: '9' },
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}declare const server: { stop(id: number): Promise<void> };
export async function stopAll() {
  const results = await Promise.allSettled(ids.map((id) => server.stop(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return ids.length;
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}declare const server: { stop(id: number): Promise<void> };
export async function stopAll() {
  const results = await Promise.allSettled(ids.map((id) => server.stop(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return ids.length;
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}declare const server: { stop(id: number): Promise<void> };
export async function stopAll() {
  await Promise.all(ids.map((id) => server.stop(id)));
  return ids.length;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a claim in a callback of then',
      code: body(
        'await Promise.allSettled(ids.map((id) => save(id))).then(() => {',
        "  toast.success('Saved');",
        '});',
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '8' },
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
        },
      ],
    },
    {
      name: 'results under a name that nothing reads, and a claim',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "toast.success('Loaded');",
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '8' },
          line: 7,
          column: 25,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  toast.success('Loaded');
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  toast.success('Loaded');
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'work of another kind before, where the claim names what the members do',
      code: body(
        'await load(1);',
        "await events.emit('start');",
        'await Promise.allSettled(ids.map((id) => save(id)));',
        "toast.success('Items saved');",
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '10' },
          line: 9,
          column: 9,
          endLine: 9,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  await load(1);
  await events.emit('start');
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  toast.success('Items saved');
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  await load(1);
  await events.emit('start');
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  toast.success('Items saved');
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  await load(1);
  await events.emit('start');
  await Promise.all(ids.map((id) => save(id)));
  toast.success('Items saved');
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'members that are pushed to a list of their own',
      code: body(
        'const saves: Promise<void>[] = [];',
        'for (const id of ids) saves.push(save(id));',
        'await Promise.allSettled(saves);',
        "toast.success('Saved');",
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '10' },
          line: 9,
          column: 9,
          endLine: 9,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const saves: Promise<void>[] = [];
  for (const id of ids) saves.push(save(id));
  const results = await Promise.allSettled(saves);
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  toast.success('Saved');
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const saves: Promise<void>[] = [];
  for (const id of ids) saves.push(save(id));
  const results = await Promise.allSettled(saves);
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  toast.success('Saved');
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  const saves: Promise<void>[] = [];
  for (const id of ids) saves.push(save(id));
  await Promise.all(saves);
  toast.success('Saved');
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'fulfilled values that are taken, and a message that nothing is missing',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "const names = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));",
        "toast.success('All names loaded');",
        'return names;',
      ),
      errors: [
        {
          messageId: 'falseClaim',
          data: { line: '9' },
          line: 7,
          column: 25,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const names = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  toast.success('All names loaded');
  return names;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'fulfilled values that are taken, and the number of all results as that of successes',
      code: body(
        'const results = await Promise.allSettled(ids.map((id) => load(id)));',
        "const names = results.filter((result) => result.status === 'fulfilled');",
        'console.log(`loaded ${results.length} names`);',
        'return names;',
      ),
      errors: [
        {
          messageId: 'falseCount',
          data: { line: '9' },
          line: 7,
          column: 25,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const names = results.filter((result) => result.status === 'fulfilled');
  console.log(\`loaded \${results.length} names\`);
  return names;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a call of the same function whose failure is reported',
      code: body(
        'try {',
        '  await save(0);',
        '} catch (error) {',
        '  console.error(error);',
        '}',
        'await Promise.allSettled(ids.map((id) => save(id)));',
      ),
      errors: [
        {
          messageId: 'unequalReport',
          data: { line: '8', name: 'save' },
          line: 12,
          column: 9,
          endLine: 12,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  try {
    await save(0);
  } catch (error) {
    console.error(error);
  }
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function saveAll() {
  try {
    await save(0);
  } catch (error) {
    console.error(error);
  }
  await Promise.all(ids.map((id) => save(id)));
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'two members of other combinators whose failure is reported',
      code: `${GIVEN}export class Saver {
  async store(id: number) { this.put(id); }
  put(id: number) { JSON.parse(String(id)); }
  async one() {
    await Promise.allSettled(ids.map(async (id) => { try { await this.store(id); } catch (error) { console.error(error); } }));
  }
  async two() {
    await Promise.allSettled(ids.map(async (id) => { try { await this.store(id); } catch (error) { console.error(error); } }));
  }
  async three() {
    await Promise.allSettled(ids.map(async (id) => { await this.store(id); }));
  }
}
`,
      errors: [
        {
          messageId: 'unequalReport',
          data: { line: '10', name: 'store' },
          line: 16,
          column: 11,
          endLine: 16,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export class Saver {
  async store(id: number) { this.put(id); }
  put(id: number) { JSON.parse(String(id)); }
  async one() {
    await Promise.allSettled(ids.map(async (id) => { try { await this.store(id); } catch (error) { console.error(error); } }));
  }
  async two() {
    await Promise.allSettled(ids.map(async (id) => { try { await this.store(id); } catch (error) { console.error(error); } }));
  }
  async three() {
    const results = await Promise.allSettled(ids.map(async (id) => { await this.store(id); }));
    for (const result of results) {
      if (result.status === 'rejected') {
        console.error(result.reason);
      }
    }
  }
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export class Saver {
  async store(id: number) { this.put(id); }
  put(id: number) { JSON.parse(String(id)); }
  async one() {
    await Promise.allSettled(ids.map(async (id) => { try { await this.store(id); } catch (error) { console.error(error); } }));
  }
  async two() {
    await Promise.allSettled(ids.map(async (id) => { try { await this.store(id); } catch (error) { console.error(error); } }));
  }
  async three() {
    await Promise.all(ids.map(async (id) => { await this.store(id); }));
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a count that somebody else keeps',
      code: `${GIVEN}export async function f() {
  let sent = 0;
  sent++;
  await Promise.allSettled(ids.map((id) => save(id)));
  toast.success(\`Sent \${sent} mails\`);
}`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 9,
          column: 9,
          endLine: 9,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function f() {
  let sent = 0;
  sent++;
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  toast.success(\`Sent \${sent} mails\`);
}`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function f() {
  let sent = 0;
  sent++;
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  toast.success(\`Sent \${sent} mails\`);
}`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function f() {
  let sent = 0;
  sent++;
  await Promise.all(ids.map((id) => save(id)));
  toast.success(\`Sent \${sent} mails\`);
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'what comes behind is not for failures alone',
      code: `${GIVEN}export async function f() {
  await Promise.allSettled(ids.map((id) => save(id)));
  toast.success('All saved');
  events.emit('idle');
}`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function f() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  toast.success('All saved');
  events.emit('idle');
}`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function f() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  toast.success('All saved');
  events.emit('idle');
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'fulfilled values that are taken, and a result that says success',
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  const texts = results.filter((r) => r.status === 'fulfilled').map((r) => r.value);
  return { success: true, texts };
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 7,
          column: 25,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const texts = results.filter((r) => r.status === 'fulfilled').map((r) => r.value);
  return { success: true, texts };
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'fulfilled values that are taken, and a state that says so',
      code: `${GIVEN}declare function setStatus(status: 'pending' | 'success'): void;
export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  const texts = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  setStatus('success');
  return texts;
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 8,
          column: 25,
          endLine: 8,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}declare function setStatus(status: 'pending' | 'success'): void;
export async function run() {
  const results = await Promise.allSettled(ids.map(load));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const texts = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  setStatus('success');
  return texts;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a claim behind which something is closed, which no exception may leave open',
      code: `${GIVEN}declare const db: { close(): Promise<void> };
export async function run() {
  await Promise.allSettled(ids.map(save));
  await db.close();
  toast.success('All saved');
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}declare const db: { close(): Promise<void> };
export async function run() {
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  await db.close();
  toast.success('All saved');
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'what another callback counts is nothing that the members tell',
      code: `${GIVEN}declare const bus: { on(event: string, listener: () => void): void };
export async function run() {
  let clicks = 0;
  bus.on('click', () => { clicks += 1; });
  await Promise.allSettled(ids.map(save));
  toast.success(\`Saved after \${clicks} clicks\`);
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 10,
          column: 9,
          endLine: 10,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}declare const bus: { on(event: string, listener: () => void): void };
export async function run() {
  let clicks = 0;
  bus.on('click', () => { clicks += 1; });
  const results = await Promise.allSettled(ids.map(save));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  toast.success(\`Saved after \${clicks} clicks\`);
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}declare const bus: { on(event: string, listener: () => void): void };
export async function run() {
  let clicks = 0;
  bus.on('click', () => { clicks += 1; });
  const results = await Promise.allSettled(ids.map(save));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  toast.success(\`Saved after \${clicks} clicks\`);
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}declare const bus: { on(event: string, listener: () => void): void };
export async function run() {
  let clicks = 0;
  bus.on('click', () => { clicks += 1; });
  await Promise.all(ids.map(save));
  toast.success(\`Saved after \${clicks} clicks\`);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'how many are loaded by the number of all, and how long it took',
      code: `${GIVEN}declare const logger: { info(text: string): void };
export async function run(ms: number) {
  const results = await Promise.allSettled(ids.map(load));
  const texts = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  logger.info(\`Loaded \${ids.length} texts in \${ms} ms\`);
  return texts;
}
`,
      errors: [
        {
          messageId: 'falseCount',
          line: 8,
          column: 25,
          endLine: 8,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}declare const logger: { info(text: string): void };
export async function run(ms: number) {
  const results = await Promise.allSettled(ids.map(load));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const texts = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  logger.info(\`Loaded \${ids.length} texts in \${ms} ms\`);
  return texts;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the number of results by a pattern, given as what was saved',
      code: `${GIVEN}export async function saveAll() {
  const { length: saved } = await Promise.allSettled(ids.map((id) => save(id)));
  return { saved };
}
`,
      errors: [
        {
          messageId: 'falseCount',
          line: 7,
          column: 35,
          endLine: 7,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'the number of results under a name, given as what was saved',
      code: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const { length } = results;
  toast.success(\`\${length} users saved\`);
}
`,
      errors: [
        {
          messageId: 'falseCount',
          line: 7,
          column: 25,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  const { length } = results;
  toast.success(\`\${length} users saved\`);
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function saveAll() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const { length } = results;
  toast.success(\`\${length} users saved\`);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an answer with a status of success',
      code: `${GIVEN}export async function handler() {
  await Promise.allSettled(ids.map((id) => save(id)));
  return { statusCode: 200 };
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'throwReasons',
              output: `${GIVEN}export async function handler() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (reasons.length > 0) {
    throw new AggregateError(reasons, 'Some promises were rejected');
  }
  return { statusCode: 200 };
}
`,
            },
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function handler() {
  const results = await Promise.allSettled(ids.map((id) => save(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  return { statusCode: 200 };
}
`,
            },
            {
              messageId: 'useAll',
              output: `${GIVEN}export async function handler() {
  await Promise.all(ids.map((id) => save(id)));
  return { statusCode: 200 };
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'how many are there alone',
      code: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  const pages = results.filter((r) => r.status === 'fulfilled').map((r) => r.value);
  return { success: true, loaded: pages.length, pages };
}
`,
      errors: [
        {
          messageId: 'falseClaim',
          line: 7,
          column: 25,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'logReasons',
              output: `${GIVEN}export async function run() {
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const result of results) {
    if (result.status === 'rejected') {
      console.error(result.reason);
    }
  }
  const pages = results.filter((r) => r.status === 'fulfilled').map((r) => r.value);
  return { success: true, loaded: pages.length, pages };
}
`,
            },
          ],
        },
      ],
    },
  ],
});
