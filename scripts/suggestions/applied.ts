import parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import ts from 'typescript';

/** A suggestion or a fix of one finding, and the text that it makes. */
export interface Applied {
  rule: string;
  /** The message that is found. */
  finding: string;
  /** Of the suggestion; of the finding where it is a fix. */
  messageId: string;
  isFix: boolean;
  line: number;
  output: string;
}

/** A file as one of its texts makes it. */
export interface Version {
  program: ts.Program;
  file: ts.SourceFile;
  lint: (rules: Linter.RulesRecord) => readonly Linter.LintMessage[];
}

/** Every suggestion and fix that is offered for a file under some rules, each applied by itself. */
export function suggestionsFor(
  { file, lint }: Version,
  rules: Linter.RulesRecord,
): Applied[] {
  const apply = ({ range, text }: { range: [number, number]; text: string }) =>
    file.text.slice(0, range[0]) + text + file.text.slice(range[1]);
  return lint(rules).flatMap(
    ({ ruleId, messageId = '', line, fix, suggestions = [] }) => {
      const rule = ruleId ?? '';
      const offered: Applied[] = suggestions.map((suggestion) => ({
        rule,
        finding: messageId,
        messageId: suggestion.messageId ?? '',
        isFix: false,
        line,
        output: apply(suggestion.fix),
      }));
      return fix === undefined
        ? offered
        : [
            {
              rule,
              finding: messageId,
              messageId,
              isFix: true,
              line,
              output: apply(fix),
            },
            ...offered,
          ];
    },
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

/**
 * What is wrong with an edit, in words; nothing where it is right. `after` is the file with the edit's text;
 * `rules` are those that offered it.
 */
export function faultsOf(
  before: Version,
  after: Version,
  { rule, finding, messageId, isFix }: Applied,
  rules: Linter.RulesRecord,
): string[] {
  const name = before.file.fileName;
  const [code, output] = [before.file.text, after.file.text];
  const [old, made] = [parsed(code, name), parsed(output, name)];
  if (made.error !== undefined) {
    return [`does not parse: ${made.error}`];
  }
  const typeErrors = without(typeErrorsIn(after), typeErrorsIn(before)).filter(
    (each) =>
      !(SHOWS_MISSING_VALUES.has(messageId) && OF_MISSING_VALUE.test(each)),
  );
  const lost = without(old.comments, made.comments);
  const itself = { [rule]: rules[rule] ?? 'error' };
  const [found, left] = [before.lint(itself), after.lint(itself)];
  return [
    ...typeErrors.map((each) => `adds a type error: ${each}`),
    ...lost.map((each) => `loses a comment: ${each}`),
    ...(keepsLineBreaks(code, output) ? [] : ['mixes line breaks']),
    ...(isCured(found, left, finding) ? [] : ['is reported again']),
    ...(isFix && fixesIn(left) >= fixesIn(found) ? ['is fixed again'] : []),
  ];
}

/** One finding of the kind fewer, and none in its place but one that the edit brings to light. */
function isCured(
  found: readonly Linter.LintMessage[],
  left: readonly Linter.LintMessage[],
  finding: string,
): boolean {
  const count = (messages: readonly Linter.LintMessage[]): number =>
    messages.filter(({ messageId }) => messageId === finding).length;
  return count(left) < count(found) && left.length <= found.length;
}

function fixesIn(messages: readonly Linter.LintMessage[]): number {
  return messages.filter(({ fix }) => fix !== undefined).length;
}

function keepsLineBreaks(code: string, output: string): boolean {
  const kinds = [/\r\n/u, /(?<!\r)\n/u];
  const isOneLine = !code.includes('\n');
  return kinds.every(
    (kind) =>
      !kind.test(output) || (isOneLine ? !/\r/u.test(output) : kind.test(code)),
  );
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
  filePath: string,
): { comments: string[]; error?: string } {
  try {
    const { ast } = parser.parseForESLint(code, {
      filePath,
      comment: true,
      ecmaFeatures: { jsx: /(?:x|\.[cm]?js)$/u.test(filePath) },
    });
    // A comment over several lines is indented anew with what stands around it.
    const words = (text: string): string => text.trim().replace(/\s+/gu, ' ');
    return { comments: ast.comments.map(({ value }) => words(value)) };
  } catch (error) {
    return { comments: [], error: String(error) };
  }
}

const typeErrors = new WeakMap<ts.Program, Map<ts.SourceFile, string[]>>();

function typeErrorsIn({ program, file }: Version): string[] {
  const known = typeErrors.get(program) ?? new Map<ts.SourceFile, string[]>();
  typeErrors.set(program, known);
  const errors =
    known.get(file) ??
    [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ].map(
      ({ code, messageText }) =>
        `TS${String(code)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  known.set(file, errors);
  return errors;
}
