import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  beginsLine,
  type Edit,
  endOf,
  endOfLineComments,
  freeName,
  hasComment,
  indentationOf,
  isInList,
  quotationMark,
  styleOf,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What is to become of the reasons: thrown together, logged one by one, or what a `catch` clause or a handler does with one of them. */
export type Report = 'throw' | 'log' | TSESTree.Node;

/** A statement that does nothing but to wait for the results, and the name under which it keeps them, if any. */
interface Wait {
  statement: TSESTree.ExpressionStatement | TSESTree.VariableDeclaration;
  name: string | undefined;
  /** The handler that is chained on the combinator, `.catch(…)`. */
  chained: TSESTree.Range | undefined;
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
  const body =
    typeof report === 'string'
      ? undefined
      : bodyFor(sourceCode, report, `${resultName(wait?.name)}.reason`);
  if (
    wait === undefined ||
    !beginsLine(sourceCode, wait.statement) ||
    // What a chained handler does goes with it.
    (wait.chained !== undefined &&
      (body === undefined || hasComment(sourceCode, wait.chained)))
  ) {
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
    ...(wait.chained === undefined ? [] : [{ range: wait.chained, text: '' }]),
    ...(sourceCode.text[end - 1] === ';' || semicolon === ''
      ? []
      : [{ range: [end, end] as TSESTree.Range, text: semicolon }]),
    {
      range: [at, at],
      text: linesOf(sourceCode, name, report === 'throw' ? 'throw' : body)
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
  const chain = chainOf(call);
  const value = (chain ?? call).parent;
  const holder = value.parent;
  const chained: TSESTree.Range | undefined = chain && [
    call.range[1],
    chain.range[1],
  ];
  if (value.type !== 'AwaitExpression') {
    return undefined;
  }
  if (holder?.type === 'ExpressionStatement') {
    return isInList(holder)
      ? { statement: holder, name: undefined, chained }
      : undefined;
  }
  return holder?.type === 'VariableDeclarator' &&
    holder.id.type === 'Identifier' &&
    holder.parent.declarations.length === 1 &&
    isInList(holder.parent)
    ? { statement: holder.parent, name: holder.id.name, chained }
    : undefined;
}

/** `call.catch(…)`. */
function chainOf(
  call: TSESTree.CallExpression,
): TSESTree.CallExpression | undefined {
  const access = call.parent;
  return access.type === 'MemberExpression' &&
    access.object === call &&
    access.parent.type === 'CallExpression' &&
    access.parent.callee === access &&
    access.property.type === 'Identifier' &&
    access.property.name === 'catch'
    ? access.parent
    : undefined;
}

/** The name of one of the results. */
function resultName(results: string | undefined): string {
  return results === 'result' ? 'each' : 'result';
}

function linesOf(
  sourceCode: SourceCode,
  results: string,
  report: 'throw' | string[] | undefined,
): string[] {
  const { semicolon, step } = styleOf(sourceCode);
  const quote = quotationMark(sourceCode);
  const result = resultName(results);
  const isRejected = `${result}.status === ${quote}rejected${quote}`;
  if (report !== 'throw') {
    const body = report ?? [`console.error(${result}.reason)${semicolon}`];
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

/** What a handler does with its error, done with a reason: statements of one line that read the error; `undefined` where they are others. */
function bodyFor(
  sourceCode: SourceCode,
  handler: TSESTree.Node,
  reason: string,
): string[] | undefined {
  const { semicolon } = styleOf(sourceCode);
  if (handler.type === 'CatchClause') {
    return linesFor(sourceCode, handler, handler.param, reason);
  }
  if (
    handler.type === 'ArrowFunctionExpression' ||
    handler.type === 'FunctionExpression'
  ) {
    return linesFor(sourceCode, handler, handler.params[0], reason);
  }
  return handler.type === 'MemberExpression' || handler.type === 'Identifier'
    ? [`${sourceCode.getText(handler)}(${reason})${semicolon}`]
    : undefined;
}

function linesFor(
  sourceCode: SourceCode,
  handler:
    | TSESTree.CatchClause
    | TSESTree.ArrowFunctionExpression
    | TSESTree.FunctionExpression,
  parameter: TSESTree.Node | null | undefined,
  reason: string,
): string[] | undefined {
  const error =
    parameter?.type === 'Identifier'
      ? sourceCode
          .getDeclaredVariables(handler)
          .find(({ identifiers }) => identifiers.includes(parameter))
      : undefined;
  const names = error?.references.map(({ identifier }) => identifier) ?? [];
  const { body } = handler;
  const { semicolon } = styleOf(sourceCode);
  const parts: readonly TSESTree.Node[] =
    body.type === 'BlockStatement' ? body.body : [body];
  const lines = parts
    .filter(({ type }) => type !== 'ContinueStatement')
    .map(
      ({ range: [start, end] }) =>
        names
          .filter(({ range }) => start <= range[0] && range[1] <= end)
          .reduceRight(
            (line, { range }) =>
              line.slice(0, range[0] - start) +
              reason +
              line.slice(range[1] - start),
            sourceCode.text.slice(start, end),
          ) + (body.type === 'BlockStatement' ? '' : semicolon),
    );
  return names.length === 0 ||
    names.some(
      ({ parent }) => parent.type === 'Property' && parent.shorthand,
    ) ||
    lines.some((line) => /[\r\n]/u.test(line))
    ? undefined
    : lines;
}
