import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** A change of a file's text, as data: rules turn it into ESLint's fixes. */
export interface Edit {
  range: TSESTree.Range;
  text: string;
}

function toFix(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) =>
    edits.map(({ range, text }) => fixer.replaceTextRange(range, text));
}

/** A suggestion for a report: none where there is no right edit, as in odd code where two edits meet at one place. */
export function suggestion<MessageId extends string>(
  messageId: MessageId,
  edits: readonly Edit[] | undefined,
  data: Readonly<Record<string, string>> = {},
): TSESLint.SuggestionReportDescriptor<MessageId>[] {
  return edits === undefined || doOverlap(edits)
    ? []
    : [{ messageId, data: { ...data }, fix: toFix(edits) }];
}

function doOverlap(edits: readonly Edit[]): boolean {
  const ranges = edits.map(({ range }) => range).sort((a, b) => a[0] - b[0]);
  return ranges.some(
    ([start], index) => start < (ranges[index - 1]?.[1] ?? start),
  );
}

/** Text before and behind a node. */
export function wrap(
  { range: [start, end] }: TSESTree.Node,
  before: string,
  after: string,
): Edit[] {
  return [
    { range: [start, start], text: before },
    { range: [end, end], text: after },
  ];
}

/** One more property at the end of an object literal. */
export function addProperty(
  sourceCode: SourceCode,
  object: TSESTree.ObjectExpression,
  property: string,
): Edit {
  const [close] = sourceCode.getLastTokens(object, 1);
  const before = close && sourceCode.getTokenBefore(close);
  const at = before?.range[1] ?? object.range[1] - 1;
  const comma = before?.value === '{' || before?.value === ',' ? ' ' : ', ';
  const space = sourceCode.text[at] === '}' ? ' ' : '';
  return { range: [at, at], text: `${comma}${property}${space}` };
}

/** How a file is written, for text that is to look like the rest of it. */
export interface Style {
  lineBreak: '\n' | '\r\n';
  /** One step of indentation: a tab, or the spaces that its first indented line has. */
  step: string;
  /** What ends a statement: nothing where the file leaves it to automatic semicolon insertion. */
  semicolon: ';' | '';
}

/** How a file is written. */
export function styleOf(sourceCode: SourceCode): Style {
  const { lines, text, ast } = sourceCode;
  const step = lines
    .map((line) => /^(?:\t| {2,8})(?=[^\s*])/u.exec(line)?.[0])
    .find((indentation) => indentation !== undefined);
  const hasSemicolons = ast.tokens.some(
    ({ value, loc }, index) =>
      value === ';' && ast.tokens[index - 1]?.loc.end.line === loc.start.line,
  );
  return {
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
    step: step ?? '  ',
    semicolon: hasSemicolons || ast.tokens.length === 0 ? ';' : '',
  };
}

/** The quotation mark that a file's first string literal uses. */
export function quotationMark(sourceCode: SourceCode): '"' | "'" {
  const first = sourceCode.ast.tokens.find((token) => token.type === 'String');
  return first?.value.startsWith('"') === true ? '"' : "'";
}

/** The white space that the line of a node begins with. */
export function indentationOf(
  sourceCode: SourceCode,
  node: TSESTree.Node,
): string {
  const line = sourceCode.lines[node.loc.start.line - 1] ?? '';
  return /^\s*/u.exec(line)?.[0] ?? '';
}

/** Whether nothing but white space, or a `;` that guards it, stands before a node on its line. */
export function beginsLine(
  sourceCode: SourceCode,
  node: TSESTree.Node,
): boolean {
  const line = sourceCode.lines[node.loc.start.line - 1] ?? '';
  return /^[\s;]*$/u.test(line.slice(0, node.loc.start.column));
}

/**
 * Where a statement ends. A `;` on a line below is left out: in code without semicolons it guards the
 * next statement, which begins with a bracket.
 */
export function endOf(sourceCode: SourceCode, node: TSESTree.Node): number {
  const last = sourceCode.getLastToken(node);
  const before = last && sourceCode.getTokenBefore(last);
  return last?.value === ';' &&
    before &&
    before.range[0] >= node.range[0] &&
    before.loc.end.line < last.loc.start.line
    ? before.range[1]
    : node.range[1];
}

/** Where the comments end that close the line of an offset; the offset itself where code follows on that line. */
export function endOfLineComments(sourceCode: SourceCode, end: number): number {
  const [rest = ''] = /^[^\r\n]*/u.exec(sourceCode.text.slice(end)) ?? [];
  const comments =
    /^(?:[ \t]*\/\*(?:[^*]|\*(?!\/))*\*\/)*[ \t]*(?:\/\/.*)?$/u.exec(rest);
  return comments === null ? end : end + rest.trimEnd().length;
}

/** Whether a comment stands, or begins, in a range. */
export function hasComment(
  sourceCode: SourceCode,
  [start, end]: TSESTree.Range,
): boolean {
  return sourceCode
    .getAllComments()
    .some(({ range }) => range[0] < end && start < range[1]);
}

/** The text of a range one step further in. Lines that begin inside a string, a template or JSX text stay as they are: they are data. */
export function indented(
  sourceCode: SourceCode,
  [start, end]: TSESTree.Range,
  step: string,
): string {
  const data = sourceCode.ast.tokens.filter(
    ({ type, range }) =>
      (type === 'Template' || type === 'JSXText' || type === 'String') &&
      range[0] < end &&
      start < range[1],
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

/** A name that nothing in the file has yet. */
export function freeName(sourceCode: SourceCode, wish: string): string {
  const taken = new Set(sourceCode.ast.tokens.map(({ value }) => value));
  let name = wish;
  for (let count = 2; taken.has(name); count++) {
    name = `${wish}${String(count)}`;
  }
  return name;
}

/** Whether a statement stands in a list of statements, where another may be put beside it. */
export function isInList({ parent }: TSESTree.Node): boolean {
  return (
    parent?.type === 'BlockStatement' ||
    parent?.type === 'Program' ||
    parent?.type === 'StaticBlock'
  );
}

/** Whether a node is another one, or a part of it. */
export function isWithin(node: TSESTree.Node, outer: TSESTree.Node): boolean {
  return outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1];
}
