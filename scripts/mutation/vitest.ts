import { format } from 'node:util';

import {
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';
import * as chai from 'chai';

// The tests of the analysis stay loaded while Stryker changes mutants, in a process that has read
// TypeScript and its library once: Mocha can do that, Vitest begins anew for each mutant. This module
// stands in for `vitest` there (see `tsconfig.json` beside it), with as much of it as those tests use.

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

type Body = (...args: unknown[]) => unknown;
type Declare = (title: string, body: Body) => void;

declare const globalThis: Record<
  'after' | 'before' | 'beforeEach' | 'describe' | 'it',
  Declare & ((body: Body) => void)
>;

/** How often a title was given within its suite: Stryker knows a test by its full title. */
const taken = new Map<string, number>();
const suites: string[] = [];

function unique(title: string): string {
  const path = [...suites, title].join(' ');
  const count = taken.get(path) ?? 0;
  taken.set(path, count + 1);
  return count === 0 ? title : `${title} (${String(count + 1)})`;
}

function named(template: string, row: unknown, index: number): string {
  const title = template.replaceAll('%#', String(index));
  if (Array.isArray(row)) {
    const wanted = title.match(/%[a-z]/gu)?.length ?? 0;
    return format(title, ...(row as unknown[]).slice(0, wanted));
  }
  return title.includes('%')
    ? format(title, row)
    : title.replaceAll(/\$(\w+)/gu, (_, key: string) =>
        String((row as Record<string, unknown>)[key]),
      );
}

function withEach(declare: Declare): Declare & {
  each: (rows: readonly unknown[]) => Declare;
} {
  return Object.assign(declare, {
    each:
      (rows: readonly unknown[]): Declare =>
      (template, body) => {
        for (const [index, row] of rows.entries()) {
          declare(named(template, row, index), () =>
            Array.isArray(row) ? body(...(row as unknown[])) : body(row),
          );
        }
      },
  });
}

export const it = withEach((title, body) => {
  globalThis.it(unique(title), () => body());
});

export const describe = withEach((title, body) => {
  const name = unique(title);
  globalThis.describe(name, () => {
    suites.push(name);
    body();
    suites.pop();
  });
});

export const { expect } = chai;
export const afterAll = (body: Body): void => {
  globalThis.after(() => body());
};
