import type { Linter } from 'eslint';
import ts from 'typescript';

import {
  type Applied,
  faultsOf,
  suggestionsFor,
  type Version,
} from './applied.ts';

/** Files that can be read with other texts. */
export interface Readable {
  /** The paths of the files to look at. */
  files: readonly string[];
  /** The program with some texts in the place of what stands there. */
  read: (texts: ReadonlyMap<string, string>) => ts.Program;
  lint: (
    program: ts.Program,
    file: ts.SourceFile,
    rules: Linter.RulesRecord,
  ) => readonly Linter.LintMessage[];
}

/** A suggestion or a fix, and what is wrong with it. */
export interface Tried extends Applied {
  path: string;
  faults: string[];
}

/**
 * Tries every suggestion and fix for every file, each by itself. One program serves one edit of every file
 * at a time; where a fault is found, that edit is tried again with no other beside it.
 */
export function everySuggestion(
  { files, read, lint }: Readable,
  rules: Linter.RulesRecord,
): Tried[] {
  const versionIn = (
    program: ts.Program,
    path: string,
  ): Version | undefined => {
    const file = program.getSourceFile(path);
    return (
      file && { program, file, lint: (these) => lint(program, file, these) }
    );
  };
  const faultsIn = (
    program: ts.Program,
    before: Version,
    edit: Applied,
  ): string[] => {
    const after = versionIn(program, before.file.fileName);
    return after === undefined
      ? ['is of a file that is gone']
      : faultsOf(before, after, edit, rules);
  };
  const base = read(new Map());
  const waiting = files.flatMap((path) => {
    const before = versionIn(base, path);
    const edits = before === undefined ? [] : suggestionsFor(before, rules);
    return before === undefined || edits.length === 0
      ? []
      : [{ path, before, edits }];
  });
  const tried: Tried[] = [];
  for (let round = 0; ; round++) {
    const now = waiting.flatMap(({ path, before, edits }) => {
      const edit = edits[round];
      return edit === undefined ? [] : [{ path, before, edit }];
    });
    if (now.length === 0) {
      return tried;
    }
    const together = read(
      new Map(now.map(({ path, edit }) => [path, edit.output])),
    );
    for (const { path, before, edit } of now) {
      let faults = faultsIn(together, before, edit);
      if (faults.length > 0 && now.length > 1) {
        const alone = read(new Map([[path, edit.output]]));
        faults = faultsIn(alone, before, edit);
      }
      tried.push({ ...edit, path, faults });
    }
  }
}
