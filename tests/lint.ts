import path from 'node:path';

import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type ts from 'typescript';

import plugin from '../src/index.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures/project');

/** The languages of the fixture project, by the ending of its files. */
export const LANGUAGES = ['ts', 'tsx', 'js', 'jsx'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What ESLint says of a file of the fixture project, read with types. */
export function lintTyped(
  code: string,
  language: Language,
  rules: Linter.RulesRecord,
): Linter.LintMessage[] {
  return new Linter({ cwd: FIXTURES }).verify(
    code,
    {
      files: LANGUAGES.map((ending) => `**/*.${ending}`),
      plugins: { 'promise-combinators': plugin },
      languageOptions: {
        parser,
        parserOptions: {
          projectService: true,
          tsconfigRootDir: FIXTURES,
          ecmaFeatures: { jsx: true },
        },
      },
      rules,
    },
    path.join(FIXTURES, `file.${language}`),
  );
}

/** What ESLint says of one file of a program that the caller has made. */
export function lintProgram(
  program: ts.Program,
  file: ts.SourceFile,
  rules: Linter.RulesRecord,
): Linter.LintMessage[] {
  return new Linter({ cwd: path.dirname(file.fileName) }).verify(
    file.text,
    {
      files: LANGUAGES.map((ending) => `**/*.${ending}`),
      plugins: { 'promise-combinators': plugin },
      languageOptions: {
        parser,
        parserOptions: { programs: [program], ecmaFeatures: { jsx: true } },
      },
      rules,
    },
    file.fileName,
  );
}

/** The same without types: the parser of ESLint itself, on a script that stands alone. */
export function lintUntyped(
  code: string,
  rules: Linter.RulesRecord,
): Linter.LintMessage[] {
  return new Linter().verify(code, {
    plugins: { 'promise-combinators': plugin },
    rules,
  });
}
