import { asyncPredicateOf } from '../../../src/analysis/arguments/uncombined-promises.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'which callback of such a list answers yes or no with a promise?',
  asked(
    (program, call) => asyncPredicateOf(program, call)?.getText() ?? 'none',
  ),
  [
    [
      'one that reads by a key',
      'declare const jobs: Record<string, Promise<string>>; ask(items.filter((item) => jobs[item]));',
      'none',
    ],
    [
      'one that reads by a key in a block',
      'declare const jobs: Record<string, Promise<string>>; ask(items.filter((item) => { return jobs[item]!; }));',
      '(item) => { return jobs[item]!; }',
    ],
    [
      'one that calls',
      'ask(items.filter((item) => load(item)));',
      '(item) => load(item)',
    ],
    [
      'an overloaded one that may answer otherwise',
      'declare const has: { (id: string): Promise<boolean>; (id: number): boolean }; ask(items.filter(has));',
      'none',
    ],
    [
      'one of a list or of something else',
      'declare const list: string[] | { filter(f: (id: string) => Promise<boolean>): string[] }; ask(list.filter((id: string) => load(id) as any as Promise<boolean>));',
      'none',
    ],
  ],
);
