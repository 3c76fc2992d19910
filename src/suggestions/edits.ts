import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** A change of a file's text, as data: rules turn it into ESLint's fixes. */
export interface Edit {
  range: TSESTree.Range;
  text: string;
}

/** The edits as ESLint takes them. */
export function toFix(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) =>
    edits.map(({ range, text }) => fixer.replaceTextRange(range, text));
}

/** The white space that the line of a node begins with. */
export function indentationOf(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.Node,
): string {
  const line = sourceCode.lines[node.loc.start.line - 1] ?? '';
  return /^\s*/u.exec(line)?.[0] ?? '';
}

/** One step of indentation in a file: a tab where it is indented with tabs, else two spaces or what its first indented line has. */
export function indentationStep(
  sourceCode: Readonly<TSESLint.SourceCode>,
): string {
  for (const line of sourceCode.lines) {
    const [step] = /^(?:\t| {2,8})(?=[^\s*])/u.exec(line) ?? [];
    if (step !== undefined) {
      return step;
    }
  }
  return '  ';
}

/** The text of a range one step further in. Lines that begin inside a template or JSX text stay as they are: they are data. */
export function indented(
  sourceCode: Readonly<TSESLint.SourceCode>,
  [start, end]: TSESTree.Range,
  step: string,
): string {
  const data = sourceCode.ast.tokens.filter(
    (token) =>
      (token.type === 'Template' || token.type === 'JSXText') &&
      token.range[0] < end &&
      start < token.range[1],
  );
  return sourceCode.text
    .slice(start, end)
    .replaceAll(/\n(?=[^\r\n])/gu, (newline, offset: number) => {
      const at = start + offset;
      const isData = data.some(
        (token) => token.range[0] <= at && at < token.range[1],
      );
      return isData ? newline : newline + step;
    });
}

/** The quotation mark that a file's first string literal uses. */
export function quotationMark(
  sourceCode: Readonly<TSESLint.SourceCode>,
): string {
  const first = sourceCode.ast.tokens.find((token) => token.type === 'String');
  return first?.value.startsWith('"') === true ? '"' : "'";
}
