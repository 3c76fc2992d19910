import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  beginsLine,
  type Edit,
  endOf,
  endOfLineComments,
  freeName,
  indentationOf,
  quotationMark,
  styleOf,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What is to become of the reasons: thrown together, logged one by one, or what a `catch` does with one of them. */
export type Report = 'throw' | 'log' | TSESTree.CatchClause;

/** A statement that does nothing but to wait for the results, and the name under which it keeps them, if any. */
interface Wait {
  statement: TSESTree.ExpressionStatement | TSESTree.VariableDeclaration;
  name: string | undefined;
}

/**
 * Looks for what was rejected behind `await Promise.allSettled(…);` and `const results = await
 * Promise.allSettled(…);`, and reports the reasons. `undefined` for every other statement. Another
 * combinator becomes `allSettled`.
 */
export function reportReasons(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  report: Report,
): Edit[] | undefined {
  const wait = waitOf(call);
  if (wait === undefined || !beginsLine(sourceCode, wait.statement)) {
    return undefined;
  }
  const { statement } = wait;
  const name = wait.name ?? freeName(sourceCode, 'results');
  const { lineBreak, semicolon } = styleOf(sourceCode);
  const end = endOf(sourceCode, statement);
  const at = endOfLineComments(sourceCode, end);
  const margin = indentationOf(sourceCode, statement);
  const [start] = statement.range;
  return [
    ...(wait.name === undefined
      ? [{ range: [start, start] as TSESTree.Range, text: `const ${name} = ` }]
      : []),
    ...methodEdits(call),
    ...(sourceCode.text[end - 1] === ';' || semicolon === ''
      ? []
      : [{ range: [end, end] as TSESTree.Range, text: semicolon }]),
    {
      range: [at, at],
      text: linesOf(sourceCode, name, report)
        .map((line) => lineBreak + margin + line)
        .join(''),
    },
  ];
}

function methodEdits({ callee }: TSESTree.CallExpression): Edit[] {
  return callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name !== 'allSettled'
    ? [{ range: callee.property.range, text: 'allSettled' }]
    : [];
}

function waitOf(call: TSESTree.CallExpression): Wait | undefined {
  const value = call.parent;
  const holder = value.parent;
  if (value.type !== 'AwaitExpression') {
    return undefined;
  }
  if (holder?.type === 'ExpressionStatement') {
    return isListed(holder)
      ? { statement: holder, name: undefined }
      : undefined;
  }
  return holder?.type === 'VariableDeclarator' &&
    holder.id.type === 'Identifier' &&
    holder.parent.declarations.length === 1 &&
    isListed(holder.parent)
    ? { statement: holder.parent, name: holder.id.name }
    : undefined;
}

/** Whether a statement stands where another may be declared beside it. */
function isListed({ parent }: TSESTree.Statement): boolean {
  return (
    parent.type === 'BlockStatement' ||
    parent.type === 'Program' ||
    parent.type === 'StaticBlock'
  );
}

function linesOf(
  sourceCode: SourceCode,
  results: string,
  report: Report,
): string[] {
  const { semicolon, step } = styleOf(sourceCode);
  const quote = quotationMark(sourceCode);
  const result = results === 'result' ? 'each' : 'result';
  const isRejected = `${result}.status === ${quote}rejected${quote}`;
  const reason = `${result}.reason`;
  if (report !== 'throw') {
    const body = (report === 'log'
      ? undefined
      : bodyFor(sourceCode, report, reason)) ?? [
      `console.error(${reason})${semicolon}`,
    ];
    return [
      `for (const ${result} of ${results}) {`,
      `${step}if (${isRejected}) {`,
      ...body.map((line) => step + step + line),
      `${step}}`,
      '}',
    ];
  }
  const reasons = freeName(sourceCode, 'reasons');
  return [
    `const ${reasons} = ${results}.flatMap((${result}) =>`,
    `${step}${isRejected} ? [${result}.reason] : [],`,
    `)${semicolon}`,
    `if (${reasons}.length > 0) {`,
    `${step}throw new AggregateError(${reasons}, ${quote}Some promises were rejected${quote})${semicolon}`,
    '}',
  ];
}

/** What a `catch` does with its error, done with a reason: statements of one line that read the error; `undefined` where they are others. */
function bodyFor(
  sourceCode: SourceCode,
  clause: TSESTree.CatchClause,
  reason: string,
): string[] | undefined {
  const [error] =
    clause.param?.type === 'Identifier'
      ? sourceCode.getDeclaredVariables(clause)
      : [];
  const names = error?.references.map(({ identifier }) => identifier) ?? [];
  const lines = clause.body.body
    .filter(({ type }) => type !== 'ContinueStatement')
    .map(({ range: [start, end] }) =>
      names
        .filter(({ range }) => start <= range[0] && range[1] <= end)
        .reduceRight(
          (line, { range }) =>
            line.slice(0, range[0] - start) +
            reason +
            line.slice(range[1] - start),
          sourceCode.text.slice(start, end),
        ),
    );
  return names.length === 0 ||
    names.some(
      ({ parent }) => parent.type === 'Property' && parent.shorthand,
    ) ||
    lines.some((line) => /[\r\n]/u.test(line))
    ? undefined
    : lines;
}
