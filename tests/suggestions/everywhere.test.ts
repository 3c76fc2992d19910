import path from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  everySuggestion,
  type Readable,
} from '../../scripts/suggestions/every.ts';
import plugin from '../../src/index.ts';
import { allBlocks } from '../blocks.ts';
import { faultsOf, readableIn, readableOf, subjectOf } from './subjects.ts';

const { rules } = plugin.configs.all;

const EXAMPLE = path.join(import.meta.dirname, '../../docs/examples/dashboard');

/** How many edits a project is offered, and those that are at fault. */
function triedIn(project: Readable): { count: number; faulty: unknown[] } {
  const tried = everySuggestion(project, rules);
  return {
    count: tried.length,
    faulty: tried.filter(({ faults }) => faults.length > 0),
  };
}

// The cases of the rules' tests are tried where they stand, by `ruleTester`.
describe('every edit is right', () => {
  it('on the pages', () => {
    const blocks = allBlocks()
      .filter(({ verdict }) => verdict === 'incorrect')
      .map(({ page, line, code, language }) => [
        `${path.basename(page, '.md')}-${String(line)}.${language}`,
        code,
      ]);
    const { count, faulty } = triedIn(
      readableOf(Object.fromEntries(blocks) as Record<string, string>),
    );

    expect(count).toBeGreaterThan(10);
    expect(faulty).toEqual([]);
  });

  it('in the example', () => {
    const { count, faulty } = triedIn(readableIn(EXAMPLE, 'mistakes'));

    expect(count).toBeGreaterThan(5);
    expect(faulty).toEqual([]);
  });
});

describe('an edit is at fault that', () => {
  const code =
    'declare function load(): Promise<string>;\n/* all */ Promise.all([load()]);\n';

  it.each([
    ['does not parse', code.replace(');', ''), /^does not parse: /u],
    [
      'adds a type error',
      code.replace('Promise.all', 'await Promise.any'),
      /^adds a type error: TS1375 /u,
    ],
    [
      'loses a comment',
      code.replace('/* all */', ''),
      /^loses a comment: all$/u,
    ],
    ['mixes line breaks', `${code}\r\n`, /^mixes line breaks$/u],
    ['is reported again', `${code};`, /^is reported again$/u],
  ])('%s', (_name, output, fault) => {
    const faults = faultsOf(subjectOf(code), {
      rule: 'promise-combinators/no-unhandled-rejection',
      finding: 'lostRejection',
      messageId: 'addCatch',
      isFix: false,
      line: 2,
      output,
    });

    expect(faults.join('\n')).toMatch(new RegExp(fault.source, 'mu'));
  });

  it('makes an error of a missing value, unless that is its purpose', () => {
    const read =
      'declare function load(): Promise<string>;\nconst [one] = await Promise.all([load()]);\none.trim();\nexport {};\n';
    const edit = {
      rule: 'promise-combinators/no-unhandled-rejection',
      finding: 'lostAtTopLevel',
      isFix: false,
      line: 2,
      output: read.replace(
        'const [one] = await Promise.all([load()]);',
        'const one = null as string | null;',
      ),
    };
    const subject = subjectOf(read);

    expect(faultsOf(subject, { ...edit, messageId: 'useAllSettled' })).toEqual(
      [],
    );
    expect(faultsOf(subject, { ...edit, messageId: 'wrapInTry' })).toEqual([
      "adds a type error: TS18047 'one' is possibly 'null'.",
    ]);
  });
});
