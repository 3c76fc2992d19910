import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { castSaysMore } from '../../../src/analysis/settled/casts.ts';
import { looksAtStatus } from '../../../src/analysis/settled/looks.ts';
import { askAbout, moduleOf } from '../asked.ts';

const GIVEN = `type F<T> = PromiseFulfilledResult<T>;
declare const result: PromiseSettledResult<string>;
declare const results: PromiseSettledResult<string>[];
declare const plain: { other: number };
`;

describe('a cast says more than the status', () => {
  it.each([
    ['result', false],
    ['(result)', false],
    ['result as F<string>', false],
    ['<F<string>>result', false],
    ['result as F<number>', true],
    ['result as F<any>', true],
    ["result as F<'a'>", true],
    ['result as F<string | number>', true],
    ['results as F<string>[]', false],
    ['results as F<number>[]', true],
    ['result as { status: string }', true],
    ['anything as F<string>', true],
    ['result as any as F<string>', false],
    ['plain as never as F<string>', true],
  ])('%s: %s', (cast, saysMore) => {
    expect(
      askAbout(
        `${GIVEN}ask(${cast.startsWith('<') || cast.startsWith('(') ? cast : `(${cast})`});`,
        (program, node) => castSaysMore(program, node, 'value'),
      ),
    ).toBe(saysMore);
  });

  it('is asked of what cannot be known anyway', () => {
    expect(
      askAbout(
        'declare const result: PromiseSettledResult<any>;\nask(result as PromiseFulfilledResult<string>);',
        (program, node) => castSaysMore(program, node, 'value'),
      ),
    ).toBe(false);
  });
});

describe('code looks at the status', () => {
  const looks = (code: string): boolean => {
    const [program, file] = moduleOf(
      `declare const results: PromiseSettledResult<string>[];\ndeclare const others: { status: string }[];\n${code}`,
    );
    return looksAtStatus(program, file);
  };

  it.each([
    ["results.some((r) => r.status === 'rejected');", true],
    ['results.map((r) => r.status);', true],
    ["others.some((r) => r.status === 'rejected');", false],
    ['results.map((r) => r.other);', false],
    ["results.filter((r) => r.status === 'fulfilled');", true],
    ["for (const r of results) if (r.status === 'fulfilled') log(r);", false],
    ["for (const r of results) if ('fulfilled' == r.status) log(r);", false],
    ["for (const r of results) if (r.status !== 'fulfilled') log(r);", true],
    ["for (const r of results) if (r.status === 'rejected') log(r);", true],
    [
      "for (const r of results) if (r.status === 'fulfilled') log(r); else ask(r);",
      true,
    ],
    ["for (const r of results) if (r.status === 'fulfilled') continue;", true],
    [
      "for (const r of results) { const isOk = r.status === 'fulfilled'; log(isOk); }",
      true,
    ],
    ['for (const { status } of results) log(status);', true],
    ['for (const { status: state } of results) log(state);', true],
    ["for (const { ['status']: state } of results) log(state);", false],
    ['for (const { reason } of results as any) log(reason);', true],
    ['for (const { value } of results as any) log(value);', false],
    [
      'for (const r of results as PromiseRejectedResult[]) log(r.reason);',
      true,
    ],
  ])('%s: %s', (code, isLook) => {
    expect(looks(code)).toBe(isLook);
  });

  it.each([
    ['a function that it hands on', 'results.forEach(check);', true],
    ['a function that it calls', 'check(results[0]!);', true],
    ['a function that it names', 'log(); const same = check;', false],
    ['another function', 'results.forEach(skip);', false],
  ])('in %s', (_name, code, isLook) => {
    const given = `function check(r: PromiseSettledResult<string>): void { if (r.status === 'rejected') check(r); }
function skip(r: PromiseSettledResult<string>): void { log(r); }
declare const results: PromiseSettledResult<string>[];`;
    const [program, file] = moduleOf(`${given}\n{ ${code} }`);
    const last = file.statements.find(ts.isBlock);

    expect(last && looksAtStatus(program, last)).toBe(isLook);
  });
});
