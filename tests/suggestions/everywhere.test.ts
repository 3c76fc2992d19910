import { readdirSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import plugin from '../../src/index.ts';
import { allBlocks } from '../blocks.ts';
import { faultsOf, subjectIn, subjectOf, suggestionsFor } from './applied.ts';

const { rules } = plugin.configs.all;

const EXAMPLE = path.join(import.meta.dirname, '../../docs/examples/dashboard');

const blocks = allBlocks()
  .filter(({ verdict }) => verdict === 'incorrect')
  .map(({ page, line, code, language }) => ({
    at: `${page}:${String(line)}`,
    code,
    language,
  }));

const mistakes = readdirSync(path.join(EXAMPLE, 'src/mistakes')).map((name) =>
  path.join('src/mistakes', name),
);

describe('every suggestion is right', () => {
  it.each(blocks)('in $at', ({ code, language }) => {
    const subject = subjectOf(code, language);

    expect(
      suggestionsFor(subject, rules).flatMap((each) => faultsOf(subject, each)),
    ).toEqual([]);
  });

  it.each(mistakes)('in the example, %s', (name) => {
    const subject = subjectIn(EXAMPLE, name);
    const suggestions = suggestionsFor(subject, rules);

    expect(suggestions).not.toEqual([]);
    expect(suggestions.flatMap((each) => faultsOf(subject, each))).toEqual([]);
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
      messageId: 'addCatch',
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
