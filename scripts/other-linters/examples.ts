import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Linter } from 'eslint';

import { allBlocks } from '../../tests/blocks.ts';
import { lintTyped } from '../../tests/lint.ts';

/** A place of an example file, lines and columns counted from one. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A mistake that a rule's page shows and this plugin reports. */
export interface Mistake {
  rule: string;
  messageId: string;
  place: Place;
  /** The line of code. */
  code: string;
}

/** Writes every incorrect example of the rules' pages to a folder, one file each, and says which mistakes are in them. */
export function writeExamples(folder: string): Mistake[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return allBlocks()
    .filter(
      ({ page, verdict }) =>
        page.startsWith('docs/rules/') && verdict === 'incorrect',
    )
    .flatMap(({ page, line, language, code }) => {
      const rule = path.basename(page, '.md');
      const file = `${rule}.${String(line)}.${language}`;
      // Comments that set options speak of rules that the others do not have.
      const text = code.replace(/^\/\* eslint .*\*\/$/mu, '');
      writeFileSync(path.join(folder, file), text);
      const lines = code.split('\n');
      return lintTyped(code, language, {
        [`promise-combinators/${rule}`]: 'error',
      }).map((message) => ({
        rule,
        messageId: message.messageId ?? '',
        place: placeOf(file, message),
        code: lines[message.line - 1] ?? '',
      }));
    });
}

/** The place of a message of ESLint. */
export function placeOf(
  file: string,
  { line, column, endLine, endColumn }: Linter.LintMessage,
): Place {
  return {
    file,
    line,
    column,
    endLine: endLine ?? line,
    endColumn: endColumn ?? column + 1,
  };
}

/** Whether two places of one file share a character. */
export function overlap(one: Place, other: Place): boolean {
  return (
    one.file === other.file &&
    startsBeforeEnd(one, other) &&
    startsBeforeEnd(other, one)
  );
}

function startsBeforeEnd(one: Place, other: Place): boolean {
  return (
    one.line < other.endLine ||
    (one.line === other.endLine && one.column < other.endColumn)
  );
}
