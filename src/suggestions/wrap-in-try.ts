import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  beginsLine,
  type Edit,
  endOf,
  endOfLineComments,
  hasComment,
  indentationOf,
  indented,
  type Style,
  styleOf,
} from './edits.ts';
import { takenIn } from './taken-in.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What a written `catch` does: without a better way it shows the error; an executor rejects its promise. */
const SHOW = 'console.error(error)';

/** Comments that speak to a tool about the line below them, and so must stay right above it. */
const SPEAKS_OF_NEXT_LINE = /^[\s*]*(?:@ts-|eslint-disable-next-line)/u;

/**
 * Wraps the statement around a node in `try`/`catch`, with the statements after it that depend on it.
 * `undefined` where no such edit is right: the statement declares what others need, or what follows
 * from it is too much, or too far away, for one `try`.
 */
export function wrapInTry(
  sourceCode: SourceCode,
  at: TSESTree.Node,
  failure = SHOW,
): Edit[] | undefined {
  const statement = statementOf(at);
  const statements = statement && takenIn(sourceCode, statement);
  const last = statements?.at(-1);
  if (statement === undefined || last === undefined) {
    return undefined;
  }
  const style = styleOf(sourceCode);
  const end = endOf(sourceCode, last);
  const range: TSESTree.Range = [startOf(sourceCode, statement), end];
  const isOneLine =
    !beginsLine(sourceCode, statement) &&
    statement.loc.start.line === sourceCode.getLocFromIndex(end).line;
  if (isOneLine) {
    const text = sourceCode.text.slice(...range);
    return [{ range, text: oneLineTry(text, failure, style) }];
  }
  range[1] = endOfLineComments(sourceCode, end);
  const margin = indentationOf(sourceCode, statement);
  const body = indented(sourceCode, range, style.step);
  return [{ range, text: severalLinesTry(body, failure, style, margin) }];
}

/**
 * Gives an arrow function whose body is an expression a block with that expression in `try`/`catch`,
 * for functions whose result nobody looks at. `undefined` where the node does not stand in such a body.
 */
export function wrapBodyInTry(
  sourceCode: SourceCode,
  at: TSESTree.Node,
  failure = SHOW,
): Edit[] | undefined {
  const arrow = arrowOf(at);
  const arrowToken =
    arrow && sourceCode.getTokenBefore(arrow.body, (t) => t.value === '=>');
  const first = arrowToken && sourceCode.getTokenAfter(arrowToken);
  if (!first || /^(?:class|function|let)$/u.test(first.value)) {
    return undefined;
  }
  const style = styleOf(sourceCode);
  const range: TSESTree.Range = [first.range[0], arrow.range[1]];
  const [start, end] = [first.loc.start.line, arrow.loc.end.line];
  if (start === end) {
    const text = `${sourceCode.text.slice(...range)};`;
    return [
      { range, text: `{ ${oneLineTry(text, failure, { semicolon: ';' })} }` },
    ];
  }
  const { lineBreak, step, semicolon } = style;
  const margin = indentationOf(sourceCode, arrow);
  const isOnLineOfArrow = start === arrowToken.loc.end.line;
  const body =
    indented(sourceCode, range, isOnLineOfArrow ? step + step : step) +
    semicolon;
  const inner = severalLinesTry(body, failure, style, margin + step);
  const isBehindComment = hasComment(sourceCode, [
    arrowToken.range[1],
    first.range[0],
  ]);
  return [
    {
      range: isBehindComment ? range : [arrowToken.range[1], range[1]],
      text: `${isBehindComment ? '' : ' '}{${lineBreak}${margin}${step}${inner}${lineBreak}${margin}}`,
    },
  ];
}

function oneLineTry(
  text: string,
  failure: string,
  { semicolon }: Pick<Style, 'semicolon'>,
): string {
  return `try { ${text} } catch (error) { ${failure}${semicolon} }`;
}

function severalLinesTry(
  body: string,
  failure: string,
  { lineBreak, step, semicolon }: Style,
  margin: string,
): string {
  return [
    'try {',
    `${margin}${step}${body}`,
    `${margin}} catch (error) {`,
    `${margin}${step}${failure}${semicolon}`,
    `${margin}}`,
  ].join(lineBreak);
}

/** Where a statement begins, with the comments above it that speak to a tool about its first line. */
function startOf(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
): number {
  let [start] = statement.range;
  let { line } = statement.loc.start;
  for (const comment of sourceCode.getCommentsBefore(statement).reverse()) {
    if (
      comment.loc.end.line !== line - 1 ||
      !SPEAKS_OF_NEXT_LINE.test(comment.value)
    ) {
      break;
    }
    [start] = comment.range;
    ({ line } = comment.loc.start);
  }
  return start;
}

/** The statement that a node stands in, as one of a list of statements or as the whole body of another; `undefined` in an arrow function's expression. */
function statementOf(at: TSESTree.Node): TSESTree.Statement | undefined {
  let node = at;
  for (;;) {
    const { parent }: { parent?: TSESTree.Node } = node;
    if (parent === undefined) {
      return undefined;
    }
    switch (parent.type) {
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        return undefined;
      case 'BlockStatement':
      case 'Program':
      case 'StaticBlock':
        return node as TSESTree.Statement;
      case 'SwitchCase':
        if (parent.test !== node) {
          return node as TSESTree.Statement;
        }
        break;
      case 'IfStatement':
        if (parent.consequent === node) {
          return node as TSESTree.Statement;
        }
        break;
      case 'DoWhileStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'ForStatement':
      case 'WhileStatement':
        if (parent.body === node) {
          return node as TSESTree.Statement;
        }
        break;
    }
    node = parent;
  }
}

function arrowOf(
  at: TSESTree.Node,
): TSESTree.ArrowFunctionExpression | undefined {
  let node: TSESTree.Node | undefined = at;
  while (node !== undefined && !/Function|Statement$/u.test(node.type)) {
    node = node.parent;
  }
  return node?.type === 'ArrowFunctionExpression' ? node : undefined;
}
