import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Linter } from 'eslint';
import ts from 'typescript';

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
  /** The callback that it stands in: the name of the method that takes it, and the arrow or `function` that begins it. */
  callback: readonly Place[];
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
        callback: callbackAt(file, text, message),
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

/** Where a rule may speak of the innermost callback of a method that a message stands in: at the method's name, and at the arrow or `function`. */
function callbackAt(
  file: string,
  text: string,
  { column, line }: Linter.LintMessage,
): Place[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const position = source.getPositionOfLineAndCharacter(line - 1, column - 1);
  const places: Place[] = [];
  const visit = (node: ts.Node): void => {
    if (node.pos > position || position >= node.end) {
      return;
    }
    const { parent } = node;
    if (
      (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
      node.body.pos <= position &&
      ts.isCallExpression(parent) &&
      ts.isPropertyAccessExpression(parent.expression)
    ) {
      const head = ts.isArrowFunction(node)
        ? node.equalsGreaterThanToken
        : node.getFirstToken(source);
      places.splice(
        0,
        places.length,
        ...[parent.expression.name, head].flatMap((named) =>
          named === undefined
            ? []
            : [placeBetween(file, source, named.getStart(source), named.end)],
        ),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places;
}

/** The place between two offsets of a file. */
export function placeBetween(
  file: string,
  source: ts.SourceFileLike,
  from: number,
  to: number,
): Place {
  const start = ts.getLineAndCharacterOfPosition(source, from);
  const end = ts.getLineAndCharacterOfPosition(source, to);
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Whether a report is about a mistake: it overlaps it, or names nothing but the callback that it stands in. */
export function isAbout(report: Place, { callback, place }: Mistake): boolean {
  return (
    overlap(report, place) || callback.some((head) => isWithin(report, head))
  );
}

function isWithin(one: Place, other: Place): boolean {
  return (
    one.file === other.file &&
    one.line === other.line &&
    one.endLine === other.endLine &&
    other.column <= one.column &&
    one.endColumn <= other.endColumn
  );
}

/** Whether two places of one file share a character. */
function overlap(one: Place, other: Place): boolean {
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
