import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { siteOf, type Span } from '../../scripts/trust/sites.ts';

/** The texts of where a message about the call on a line may stand. */
function textsAround(
  code: string,
  line: number,
  method: string,
): { here: string[]; linked: string[] } | undefined {
  const file = ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true);
  const site = siteOf(file, { line, method });
  const text = ([start, end]: Span): string => code.slice(start, end).trim();
  return site && { here: site.here.map(text), linked: site.linked.map(text) };
}

describe('the place of a judged call', () => {
  it('is the statement that it stands in', () => {
    expect(
      textsAround('start();\nconst a = await Promise.all([b]);', 2, 'all')
        ?.here,
    ).toEqual(['const a = await Promise.all([b]);']);
  });

  it('is the head of a compound statement', () => {
    expect(
      textsAround(
        'for (const a of await Promise.all([b])) { use(a); }',
        1,
        'all',
      )?.here,
    ).toEqual(['await Promise.all([b])']);
  });

  it('is the expression of an arrow function', () => {
    expect(
      textsAround('const load = () => Promise.all([b]);', 1, 'all')?.here,
    ).toEqual(['Promise.all([b])']);
  });

  it('takes in the heads of the try around it, but not what stands in its catch', () => {
    expect(
      textsAround(
        'try { await Promise.any([b]); } catch (error) { log(error); } finally { close(); }',
        1,
        'any',
      )?.here,
    ).toEqual([
      'await Promise.any([b]);',
      'try',
      'catch (error)',
      'finally { close(); }',
    ]);
  });

  it('does not take in a try whose catch the call stands in', () => {
    expect(
      textsAround('try { a(); } catch { Promise.all([b]); }', 1, 'all')?.here,
    ).toEqual(['Promise.all([b]);']);
  });

  it('is linked to the uses of what goes in and comes out, in the same function', () => {
    expect(
      textsAround(
        'function f(jobs) { add(jobs); const r = await Promise.all(jobs); show(r); }\nshow(r);',
        1,
        'all',
      )?.linked,
    ).toEqual(expect.arrayContaining(['add(jobs);', 'show(r);']));
  });

  it('is not linked to a member of the same name', () => {
    expect(
      textsAround('Promise.all(jobs);\nqueue.jobs.clear();', 1, 'all')?.linked,
    ).toEqual(['Promise.all(jobs);']);
  });

  it('is the global call where two stand on one line', () => {
    expect(
      textsAround('own.all([]); Promise.all([b]);', 1, 'all')?.here,
    ).toEqual(['Promise.all([b]);']);
  });

  it('is nowhere where no such call stands on the line', () => {
    expect(textsAround('\nPromise.all([b]);', 1, 'all')).toBeUndefined();
  });
});
