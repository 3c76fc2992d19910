import { describe, expect, it } from 'vitest';

import { lateIn, lateInModule } from './late.ts';

const RECORDS =
  'const jobs = items.map((id) => ({ id, job: load(id) }));\nawait other();\n';

describe('promises that a pattern takes out of a list', () => {
  it.each([
    ['const [a] = items.map(load);\nawait other();\nawait a;', 'suspends 2'],
    ['const [a, b] = items.map(load);\nawait a;\nawait b;', 'suspends 2'],
    ['const [a, b] = items.map(load);\nawait Promise.all([a, b]);', 'none'],
    [
      'const [a, ...b] = items.map(load);\nawait a;\nawait Promise.all(b);',
      'suspends 2',
    ],
    [
      'const [a, ...b] = items.map(load);\nawait Promise.all([a, ...b]);',
      'none',
    ],
    ['const [, a] = items.map(load);\nawait a;', 'none'],
    [
      'const [[a]] = items.map(async (id) => [await load(id)]) as any;\nawait other();\nlog(a);',
      'none',
    ],
    ['const [a, b] = pair();\nawait a;\nawait b();', 'none'],
  ])('%s: %s', (body, expected) => {
    const text = lateInModule(
      `declare function pair(): [Promise<number>, () => Promise<number>];\nexport async function f() {\n${body}\n}`,
      2,
    );

    expect(text.replace(/^.* (?=suspends)/u, '')).toBe(expected);
  });
});

describe('a promise of each object of a list', () => {
  it.each([
    ['for (const { job } of jobs) { await job; }', 'load(id) suspends 2'],
    ['await Promise.all(jobs.map(({ job }) => job));', 'load(id) suspends 2'],
  ])('waits for what comes before %s: %s', (rest, expected) => {
    expect(lateIn(RECORDS + rest)).toBe(expected);
  });

  const after = (rest: string): string =>
    lateIn(RECORDS.replace('await other();\n', '') + rest);

  it.each([
    ['for (const { job } of jobs) { await job; }', true],
    ['for (const { job: one } of jobs) { await one; }', true],
    ['for (const one of jobs) { log(one.id, await one.job); }', true],
    ['await jobs[0]!.job;\nlog(jobs);', true],
    ['await jobs.at(0)!.job;\nlog(jobs);', true],
    [
      'if (jobs.length) { log(); }\nfor (const { job } of jobs) { await job; }',
      true,
    ],
    [
      'if (jobs) { log(); }\nvoid jobs; jobs;\nfor (const { job } of jobs) { await job; }',
      true,
    ],
    ['for (const { id } of jobs) { log(id); }', false],
    ['for (const { job } of jobs) { job.catch(log); }', false],
    ['for (const { ...one } of jobs) { await one.job; }', false],
    ['for (const one of jobs) { log(one); await one.job; }', false],
    ['for (const one of jobs) { log(one.job); await one.job; }', false],
    ['for (const one of jobs) { log(one[key]); await one.job; }', false],
    ['for (const one of jobs) { log(one.id); }', false],
    ['let one;\nfor (one of jobs) { await one.job; }', false],
    ['await jobs[0]!.other;\nlog(jobs);', false],
    ['log(jobs[0]);\nawait other();', false],
    ['log(jobs);\nfor (const { job } of jobs) { await job; }', false],
    ['return jobs;', false],
  ])('%s: %s', (rest, isLate) => {
    expect(after(rest) !== 'none').toBe(isLate);
  });

  it.each([
    ['items.map((id) => { return { job: load(id) }; })', true],
    ['items.map((id) => ({ job: load(id).catch(log) }))', false],
    ['items.map((id) => ({ job: id }))', false],
    ["items.map((id) => ({ 'job': load(id) }))", false],
    ['items.flatMap((id) => ({ job: load(id) }))', false],
    ['items.map(anything)', false],
    ['items.map()', false],
  ])('made by %s: %s', (list, isLate) => {
    const late = lateIn(
      `const jobs: any[] = ${list};\nfor (const { job } of jobs) { await job; }`,
    );

    expect(late !== 'none').toBe(isLate);
  });

  it('may be pushed', () => {
    expect(
      lateIn(
        'const jobs: any[] = [];\nfor (const id of items) { jobs.push({ job: load(id) }); }\nfor (const { job } of jobs) { await job; }',
      ),
    ).toBe('load(id) suspends 3');
  });
});

describe('the values of a Map', () => {
  const after = (
    rest: string,
    made = 'new Map<string, Promise<string>>()',
  ): string =>
    lateIn(
      `const jobs = ${made};\nfor (const id of items) { jobs.set(id, load(id)); }\n${rest}`,
    );

  it.each([
    ['for (const job of jobs.values()) { await job; }', true],
    ['for (const [, job] of jobs) { await job; }', true],
    ['for (const [id, job] of jobs.entries()) { log(id, await job); }', true],
    ['await other();\nawait Promise.all(jobs.values());', true],
    [
      "log(jobs.size, jobs.has('a'), jobs.keys());\nfor (const job of jobs.values()) { await job; }",
      true,
    ],
    [
      'if (jobs) { log(); }\njobs; void jobs;\nfor (const [, job] of jobs) { await job; }',
      true,
    ],
    ['await Promise.all(jobs.values());', false],
    ['for (const job of jobs.values()) { job.catch(log); }', false],
    ['for (const [, job] of jobs) { job.catch(log); }', false],
    ['for (const [id] of jobs) { log(id); }', false],
    ['for (const entry of jobs) { log(entry); }', false],
    ['for (const id of jobs.keys()) { log(id); }', false],
    ["await jobs.get('a');", false],
    ['log(jobs);\nawait other();', false],
    ['jobs.forEach(log);\nawait other();', false],
    ['return jobs;', false],
  ])('%s: %s', (rest, isLate) => {
    expect(after(rest) !== 'none').toBe(isLate);
  });

  it.each([
    ['new Map<string, Promise<string>>() as any', true],
    ['anything', false],
    ['new WeakMap()', false],
    ['new Map.Own()', false],
  ])('made by %s: %s', (made, isLate) => {
    const late = after('for (const [, job] of jobs) { await job; }', made);

    expect(late !== 'none').toBe(isLate);
  });

  it('are not what a key is', () => {
    expect(
      lateIn(
        'const jobs = new Map();\njobs.set(load(), 1);\nfor (const [, job] of jobs) { await job; }',
      ),
    ).toBe('none');
  });
});

describe('a promise of a module', () => {
  it.each([
    ['http.createServer(async () => { await ready; });', 'load() callback 2'],
    [
      'http.createServer(async () => { await ready; });\nready.catch(log);',
      'none',
    ],
    ['make(async () => { await ready; });', 'none'],
    ['export const useIt = () => use(ready);', 'none'],
    ['export const useIt = () => React.use(ready);', 'none'],
    ['export const App = () => <Given ready={ready} />;', 'none'],
    [
      'export const App = () => <Given ready={{ ready, all: [ready] }} />;',
      'none',
    ],
    ['export const App = () => load(ready);', 'load() function 2'],
  ])('%s: %s', (rest, expected) => {
    expect(
      lateInModule(
        `declare const http: { createServer(run: () => void): void }; declare function make(run: () => Promise<void>): void; declare function use<T>(of: Promise<T>): T; declare const React: { use<T>(of: Promise<T>): T }; declare function Given(props: object): any;\nconst ready = load();\n${rest}`,
        1,
      ),
    ).toBe(expected);
  });
});
