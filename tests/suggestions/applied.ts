import path from 'node:path';

import parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import ts from 'typescript';

import { fileOf, programOf } from '../analysis/program.ts';
import { type Language, lintProgram } from '../lint.ts';

/** A suggestion of one finding, and the text that it makes. */
export interface Applied {
  rule: string;
  messageId: string;
  line: number;
  output: string;
}

/** A file that can be read with other text in it. */
export interface Subject {
  code: string;
  language: Language;
  /** A program in which the file has a text. */
  read: (code: string) => { program: ts.Program; file: ts.SourceFile };
}

/** A module of the fixture project, with the names that its declarations give. */
export function subjectOf(
  code: string,
  language: Language = 'ts',
  given = '',
): Subject {
  const name = `file.${language}`;
  return {
    code,
    language,
    read(text): ReturnType<Subject['read']> {
      const program = programOf({ [name]: text, 'given.d.ts': given });
      return { program, file: fileOf(program, name) };
    },
  };
}

/** Every suggestion that ESLint offers for a file under some rules, each applied by itself. */
export function suggestionsFor(
  { code, read }: Subject,
  rules: Linter.RulesRecord,
): Applied[] {
  const { program, file } = read(code);
  return lintProgram(program, file, rules).flatMap(
    ({ ruleId, line, suggestions = [] }) =>
      suggestions.map(({ messageId = '', fix }) => ({
        rule: ruleId ?? '',
        messageId,
        line,
        output:
          code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]),
      })),
  );
}

/**
 * Edits whose purpose is to show the compiler that a value may be missing. They may add what it says
 * of `null` and `undefined`, and nothing else; every other edit adds no type error at all.
 */
const SHOWS_MISSING_VALUES: ReadonlySet<string> = new Set([
  'guardRead',
  'useAllSettled',
]);

const OF_MISSING_VALUE = /\b(?:null|undefined)\b/u;

/** What is wrong with an edit, in words; nothing where it is right. */
export function faultsOf(
  { code, language, read }: Subject,
  { rule, messageId, output }: Applied,
): string[] {
  const before = parsed(code, language);
  const after = parsed(output, language);
  if (after.error !== undefined) {
    return [`does not parse: ${after.error}`];
  }
  const [old, made] = [read(code), read(output)];
  const typeErrors = without(typeErrorsIn(made), typeErrorsIn(old)).filter(
    (each) =>
      !(SHOWS_MISSING_VALUES.has(messageId) && OF_MISSING_VALUE.test(each)),
  );
  const lost = without(before.comments, after.comments);
  const [found, left] = [old, made].map(
    ({ program, file }) =>
      lintProgram(program, file, { [rule]: 'error' }).length,
  );
  const keepsLineBreaks = code.includes('\r\n')
    ? !/(?<!\r)\n/u.test(output)
    : !output.includes('\r');
  return [
    ...typeErrors.map((each) => `adds a type error: ${each}`),
    ...lost.map((each) => `loses a comment: ${each}`),
    ...(keepsLineBreaks ? [] : ['mixes line breaks']),
    ...(found! > left! ? [] : ['is reported again']),
  ];
}

/** What is in one list more often than in another. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((each) => {
    const index = rest.indexOf(each);
    if (index !== -1) {
      rest.splice(index, 1);
    }
    return index === -1;
  });
}

function parsed(
  code: string,
  language: Language,
): { comments: string[]; error?: string } {
  try {
    const { ast } = parser.parseForESLint(code, {
      filePath: `file.${language}`,
      comment: true,
      ecmaFeatures: { jsx: language.endsWith('x') },
    });
    return { comments: ast.comments.map(({ value }) => value.trim()) };
  } catch (error) {
    return { comments: [], error: String(error) };
  }
}

function typeErrorsIn({
  program,
  file,
}: ReturnType<Subject['read']>): string[] {
  return [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ].map(
    ({ code, messageText }) =>
      `TS${String(code)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}

/** A file of a project of its own, read as the project's `tsconfig.json` says. */
export function subjectIn(project: string, name: string): Subject {
  const read = ts.readConfigFile(path.join(project, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  );
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    read.config,
    ts.sys,
    project,
  );
  const where = path.join(project, name);
  return {
    code: ts.sys.readFile(where) ?? '',
    language: 'ts',
    read(text): ReturnType<Subject['read']> {
      const host = ts.createCompilerHost(options);
      const readFile = host.readFile.bind(host);
      host.readFile = (file) => (file === where ? text : readFile(file));
      const program = ts.createProgram(fileNames, options, host);
      const file = program.getSourceFile(where);
      if (file === undefined) {
        throw new Error(`no file ${where}`);
      }
      return { program, file };
    },
  };
}
