import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import type { SettledStatus } from '../analysis/settled/types.ts';
import type { Edit } from './edits.ts';
import {
  isExpectedError,
  isRepeatable,
  outerRange,
  statusTest,
  withoutCasts,
} from './settled-text.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Reads a settled result only where it has the status, and `undefined` where it has not. `undefined` as an answer means that the result is computed,
 * so that it cannot be named twice, or that the edit would lose a comment.
 *
 * @param keepsCast whether a cast says more than the status, so that it stays.
 * @param mayBeMissing whether the compiler does not know that there is a result.
 */
export function guardRead(
  sourceCode: SourceCode,
  read: TSESTree.MemberExpression,
  status: SettledStatus,
  { keepsCast, mayBeMissing }: { keepsCast: boolean; mayBeMissing: boolean },
): Edit[] | undefined {
  const result = withoutCasts(read.object);
  if (!isRepeatable(result)) {
    return undefined;
  }
  const chain = chainOf(read);
  const { parent } = chain;
  if (parent === undefined || isTarget(chain)) {
    return undefined;
  }
  const text = sourceCode.getText(result);
  const test = statusTest(
    sourceCode,
    read.optional || mayBeMissing ? `${text}?` : text,
    status,
  );
  const named = keepsCast ? [] : nameOnly(sourceCode, read, result, text);
  if (named === undefined || isExpectedError(sourceCode, read)) {
    return undefined;
  }
  if (parent.type === 'ExpressionStatement') {
    const [start] = chain.range;
    return [{ range: [start, start], text: `if (${test}) ` }, ...named];
  }
  return surround(chain, test, named);
}

/** `(result as T)` becomes `result`; a read through `?.` loses it behind the test. */
function nameOnly(
  sourceCode: SourceCode,
  read: TSESTree.MemberExpression,
  result: TSESTree.Expression,
  text: string,
): Edit[] | undefined {
  const [start] = outerRange(sourceCode, read.object, read.object.range);
  const dot = read.computed
    ? sourceCode.getTokenBefore(read.property)
    : read.property;
  if (dot === null) {
    return undefined;
  }
  const range: TSESTree.Range = [start, dot.range[0]];
  const kept = sourceCode
    .getCommentsInside(read)
    .filter(
      (comment) =>
        comment.range[0] >= range[0] &&
        comment.range[1] <= range[1] &&
        !(
          comment.range[0] >= result.range[0] &&
          comment.range[1] <= result.range[1]
        ),
    );
  return kept.length > 0
    ? undefined
    : [{ range, text: read.computed ? text : `${text}.` }];
}

function surround(node: TSESTree.Node, test: string, inner: Edit[]): Edit[] {
  const [start, end] = node.range;
  const [open, close] = needsParentheses(node) ? ['(', ')'] : ['', ''];
  return [
    { range: [start, start], text: `${open}${test} ? ` },
    ...inner,
    { range: [end, end], text: ` : undefined${close}` },
  ];
}

/** A read with all that is read of what it gives: `result.value.name.length`. */
function chainOf(read: TSESTree.MemberExpression): TSESTree.Node {
  let chain: TSESTree.Node = read;
  for (;;) {
    const { parent } = chain as { parent?: TSESTree.Node };
    const isContinued =
      (parent?.type === 'MemberExpression' && parent.object === chain) ||
      (parent?.type === 'CallExpression' && parent.callee === chain) ||
      parent?.type === 'TSNonNullExpression' ||
      parent?.type === 'ChainExpression';
    if (parent === undefined || !isContinued) {
      return chain;
    }
    chain = parent;
  }
}

function isTarget(node: TSESTree.Node): boolean {
  const { parent } = node;
  return (parent?.type === 'AssignmentExpression' && parent.left === node) ||
    parent?.type === 'UpdateExpression' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete') ||
    parent?.type === 'TaggedTemplateExpression' ||
    parent?.type === 'NewExpression'
    ? true
    : parent?.type === 'Property' && parent.parent.type === 'ObjectPattern';
}

function needsParentheses(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'ArrowFunctionExpression':
    case 'ArrayExpression':
    case 'Property':
    case 'ReturnStatement':
    case 'TemplateLiteral':
    case 'VariableDeclarator':
      return false;
    case 'AssignmentExpression':
      return parent.right !== node;
    case 'CallExpression':
      return parent.callee === node;
    default:
      return true;
  }
}
