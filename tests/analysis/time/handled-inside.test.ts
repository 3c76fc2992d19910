import { isHandledInside } from '../../../src/analysis/time/handled-inside.ts';
import { asked, type Case, catalogue } from '../asked.ts';

/** Cases of the body of a function that is called. */
function ofBody(...cases: Case[]): Case[] {
  return cases.map(([name, body, answer]) => [
    name,
    `function start(): any { ${body} } ask(start());`,
    answer,
  ]);
}

/** Functions of which each returns what the one before it gives; the first handles it. */
function chainOf(length: number): string {
  return Array.from({ length }, (_, at) =>
    at === 0
      ? 'function f0() { const job = load(1); job.catch(log); return job; }'
      : `function f${String(at)}() { return f${String(at - 1)}(); }`,
  ).join(' ');
}

catalogue(
  'has a promise a handler when it comes out?',
  asked((program, expression) =>
    isHandledInside(program, expression) ? 'yes' : 'no',
  ),
  [
    ['no call', 'const job = load(1); job.catch(log); ask(job);', 'no'],
    ['a call that cannot be seen', 'ask(load(1));', 'no'],
    ...ofBody(
      ['a handler', 'const job = load(1); job.catch(log); return job;', 'yes'],
      [
        'a handler with void in front',
        'const job = load(1); void job.catch(log); return job;',
        'yes',
      ],
      [
        'a handler in parentheses',
        'const job = load(1); (job).catch(log); return (job);',
        'yes',
      ],
      [
        'a handler with more behind it',
        'const job = load(1); job.catch(log).finally(log); return job;',
        'yes',
      ],
      [
        'the second handler of then',
        'const job = load(1); job.then(log, log); return job;',
        'yes',
      ],
      [
        'a handler behind then',
        'const job = load(1); job.then(log).catch(log); return job;',
        'yes',
      ],
      [
        'a handler behind finally',
        'const job = load(1); job.finally(log).catch(log); return job;',
        'yes',
      ],
      [
        'the first handler of then',
        'const job = load(1); job.then(log); return job;',
        'no',
      ],
      [
        'finally alone',
        'const job = load(1); job.finally(log); return job;',
        'no',
      ],
      ['no handler', 'const job = load(1); log(job); return job;', 'no'],
      [
        'a handler that is not attached',
        'const job = load(1); log(job.catch); return job;',
        'no',
      ],
      [
        'a handler whose promise is given away',
        'const job = load(1); log(job.catch(log)); return job;',
        'no',
      ],
      [
        'a handler under a condition',
        'const job = load(1); if (isReady) job.catch(log); return job;',
        'no',
      ],
      [
        'a handler in a block',
        'const job = load(1); { job.catch(log); } return job;',
        'no',
      ],
      [
        'a handler behind the way out',
        'const job = load(1); if (isReady) return job; job.catch(log);',
        'no',
      ],
      [
        'another promise under the same name',
        'let job = load(1); job.catch(log); job = load(2); return job;',
        'no',
      ],
      [
        'a handler of another promise',
        'const job = load(1); const other = load(2); other.catch(log); return job;',
        'no',
      ],
      [
        'a handler of another promise that returns it',
        'const job = load(1); const other = load(2); other.catch(() => job); return job;',
        'no',
      ],
      [
        'a promise from a pattern',
        'const [job] = [load(1)]; job!.catch(log); return job;',
        'no',
      ],
      [
        'two ways out with handlers',
        'const job = load(1); job.catch(log); if (isReady) return job; const other = load(2); other.catch(log); return other;',
        'yes',
      ],
      [
        'two ways out, of which one has a handler',
        'const job = load(1); job.catch(log); if (isReady) return job; return load(2);',
        'no',
      ],
      ['no way out', 'load(1).catch(log);', 'no'],
    ),
    [
      'an async function',
      'async function start() { const job = load(1); job.catch(log); return job; } ask(start());',
      'no',
    ],
    [
      'a generator',
      'function* start() { const job = load(1); job.catch(log); return job; } ask(start());',
      'no',
    ],
    [
      'a helper that is given the promise',
      'function quiet(job: Promise<string>) { job.catch(log); return job; } ask(quiet(load(1)));',
      'yes',
    ],
    [
      'one of two functions that has a handler',
      'const quiet = (job: Promise<string>) => { job.catch(log); return job; }; const start = isReady ? quiet : (job: Promise<string>) => job; ask(start(load(1)));',
      'no',
    ],
    [
      'a map of promises with handlers',
      'ask(items.map((item) => { const job = load(item); job.catch(log); return job; }));',
      'yes',
    ],
    ['a map of promises', 'ask(items.map((item) => load(item)));', 'no'],
    ['four functions, one in the other', `${chainOf(4)} ask(f3());`, 'yes'],
    ['five functions, one in the other', `${chainOf(5)} ask(f4());`, 'no'],
  ],
);
