import path from 'node:path';

import ts from 'typescript';

import {
  type Applied,
  faultsOf as faultsBetween,
  suggestionsFor as suggestionsOf,
  type Version,
} from '../../scripts/suggestions/applied.ts';
import type { Readable } from '../../scripts/suggestions/every.ts';
import { withTexts } from '../../scripts/programs.ts';
import type { Linter } from 'eslint';
import { fileOf, programOf } from '../analysis/program.ts';
import { type Language, lintProgram } from '../lint.ts';

/** A file that can be read with other text in it. */
export interface Subject {
  before: Version;
  after: (code: string) => Version;
}

function versionOf(program: ts.Program, file: ts.SourceFile): Version {
  return { program, file, lint: (rules) => lintProgram(program, file, rules) };
}

/** A module of the fixture project, with the names that its declarations give. */
export function subjectOf(
  code: string,
  language: Language = 'ts',
  given = '',
): Subject {
  const name = `file.${language}`;
  const before = programOf({ [name]: code, 'given.d.ts': given });
  return subjectIn(before, fileOf(before, name));
}

/** A file of a program. */
function subjectIn(before: ts.Program, file: ts.SourceFile): Subject {
  return {
    before: versionOf(before, file),
    after(text): Version {
      const program = withTexts(before, new Map([[file.fileName, text]]));
      const made = program.getSourceFile(file.fileName);
      if (made === undefined) {
        throw new Error(`no file ${file.fileName}`);
      }
      return versionOf(program, made);
    },
  };
}

/** Every suggestion that ESLint offers for a file under some rules, each applied by itself. */
export function suggestionsFor(
  { before }: Subject,
  rules: Linter.RulesRecord,
): Applied[] {
  return suggestionsOf(before, rules);
}

/** What is wrong with an edit, in words; nothing where it is right. */
export function faultsOf(
  { before, after }: Subject,
  edit: Applied,
  rules: Linter.RulesRecord = {},
): string[] {
  return faultsBetween(before, after(edit.output), edit, rules);
}

/** Many files of the fixture project, each a module for itself. */
export function readableOf(files: Readonly<Record<string, string>>): Readable {
  const before = programOf(files, {
    moduleDetection: ts.ModuleDetectionKind.Force,
  });
  return {
    files: Object.keys(files).map((name) => fileOf(before, name).fileName),
    read: (texts) => (texts.size === 0 ? before : withTexts(before, texts)),
    lint: lintProgram,
  };
}

/** The files of a project of its own, read as the project's `tsconfig.json` says. */
export function readableIn(project: string, folder: string): Readable {
  const read = ts.readConfigFile(path.join(project, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  );
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    read.config,
    ts.sys,
    project,
  );
  const before = ts.createProgram(fileNames, options);
  return {
    files: fileNames.filter((file) => file.includes(`/${folder}/`)),
    read: (texts) => (texts.size === 0 ? before : withTexts(before, texts)),
    lint: lintProgram,
  };
}
