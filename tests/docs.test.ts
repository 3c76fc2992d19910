import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { Linter } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import plugin from '../src/index.ts';
import { fileOf, programOf } from './analysis/program.ts';
import { type Block, blocksOf } from './blocks.ts';
import { lintTyped } from './lint.ts';
import { marksIn } from './marks.ts';

const root = path.join(import.meta.dirname, '..');

const NAME_NOT_FOUND: readonly number[] = [2304, 2307, 2503, 2552, 2582];

function findingsIn(
  { code, language }: Block,
  rules: Linter.RulesRecord,
  name: (message: Linter.LintMessage) => string,
): string[] {
  return lintTyped(code, language, rules).map(
    (message) => `${String(message.line)} ${name(message)}`,
  );
}

/** Names that a block uses and nothing declares: their types are not known, so that nothing is proven. */
function undeclaredNamesIn({ code, language }: Block): string[] {
  const program = programOf({ [`main.${language}`]: code });
  return program
    .getSemanticDiagnostics(fileOf(program, `main.${language}`))
    .filter(({ code: problem }) => NAME_NOT_FOUND.includes(problem))
    .map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, ' '),
    );
}

function describePage(
  page: string,
  rules: Linter.RulesRecord,
  name: (message: Linter.LintMessage) => string,
): void {
  const blocks = blocksOf(page);

  it('shows code', () => {
    expect(blocks).not.toEqual([]);
  });

  it.each(blocks)('reports what line $line says', (block) => {
    const marks = marksIn(block.code);

    expect(['', 'correct', 'incorrect']).toContain(block.verdict);
    expect(marks.length > 0).toBe(block.verdict === 'incorrect');
    expect(findingsIn(block, rules, name).sort()).toEqual(marks.sort());
    expect(undeclaredNamesIn(block)).toEqual([]);
  });

  it.each(blocks.filter(({ quote }) => quote !== ''))(
    'quotes the message of line $line as it is',
    ({ code, language, quote }) => {
      expect(lintTyped(code, language, rules)[0]?.message).toBe(quote);
    },
  );
}

const pages = readdirSync(path.join(root, 'docs/rules'));

describe.each(pages)('docs/rules/%s', (page) => {
  const rule = `promise-combinators/${path.basename(page, '.md')}`;

  describePage(
    `docs/rules/${page}`,
    { [rule]: 'error' },
    (message) => message.messageId ?? message.message,
  );
});

describe('README.md', () => {
  describePage(
    'README.md',
    plugin.configs.recommended.rules,
    (message) =>
      message.ruleId?.replace('promise-combinators/', '') ?? message.message,
  );
});
