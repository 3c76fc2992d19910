import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { isOpaque } from '../analysis/language/types.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, hasComment, quotationMark } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** The texts of all members' errors in place of the text of the `AggregateError`: of `error.message`, `String(error)`, and `error` in a template. */
export function joinReasons(
  sourceCode: SourceCode,
  source: TypedSource,
  node: TSESTree.Node,
): Edit[] | undefined {
  const error = errorIn(node);
  const list = error && errorsOf(sourceCode, source, error, false);
  if (
    list === undefined ||
    hasComment(sourceCode, node.range) ||
    mayCatchOther(sourceCode, node) ||
    node.parent?.type === 'ExpressionStatement' ||
    (node.parent?.type === 'CallExpression' && node.parent.callee === node) ||
    node.parent?.type === 'MemberExpression' ||
    node.parent?.type === 'ChainExpression'
  ) {
    return undefined;
  }
  const quote = quotationMark(sourceCode);
  return [
    {
      range: node.range,
      text: `${list}.map(String).join(${quote}, ${quote})`,
    },
  ];
}

/** Whether the `try` of a `catch` around a node throws an error of its own, which has no `errors`. */
function mayCatchOther(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const clause = sourceCode
    .getAncestors(node)
    .findLast((each) => each.type === 'CatchClause');
  return (
    clause !== undefined &&
    sourceCode
      .getTokens(clause.parent.block)
      .some(({ value }) => value === 'throw')
  );
}

/** Asks the members' errors what a comparison asks the `AggregateError`. */
export function testMembers(
  sourceCode: SourceCode,
  source: TypedSource,
  test: TSESTree.Node,
): Edit[] | undefined {
  if (test.type !== 'BinaryExpression' || hasComment(sourceCode, test.range)) {
    return undefined;
  }
  const { left, operator, right } = test;
  const error = errorIn(left);
  const list = error && errorsOf(sourceCode, source, error, true);
  const tested = sourceCode.getText(right);
  if (list === undefined || /\breason\b/u.test(tested)) {
    return undefined;
  }
  const method = operator.startsWith('!') ? 'every' : 'some';
  const asked = left.type === 'MemberExpression' ? 'reason.name' : 'reason';
  return [
    {
      range: test.range,
      text: `${list}.${method}((reason) => ${asked} ${operator} ${tested})`,
    },
  ];
}

/** Passes the error on as the `cause` of one that takes its place, where the constructor is known to take it. */
export function addCause(
  sourceCode: SourceCode,
  source: TypedSource,
  made: TSESTree.Node,
  { error }: { error: string },
): Edit[] | undefined {
  if (made.type !== 'NewExpression' || made.arguments.length !== 1) {
    return undefined;
  }
  const [message] = made.arguments;
  const callee = source.toTypeScript(made.callee);
  const type = callee && source.checker.getTypeAtLocation(callee);
  const takesCause = type?.getConstructSignatures().some(({ parameters }) => {
    const options =
      parameters[1] && source.checker.getTypeOfSymbol(parameters[1]);
    return (
      options !== undefined &&
      source.checker.getNonNullableType(options).getSymbol()?.name ===
        'ErrorOptions'
    );
  });
  return message !== undefined && takesCause === true
    ? [
        {
          range: [message.range[1], message.range[1]],
          text: error === 'cause' ? ', { cause }' : `, { cause: ${error} }`,
        },
      ]
    : undefined;
}

/** The name of the error that an expression reads or makes a text of. */
function errorIn(node: TSESTree.Node): TSESTree.Identifier | undefined {
  const read =
    node.type === 'MemberExpression' && !node.optional
      ? node.object
      : node.type === 'CallExpression' && node.callee.type === 'Identifier'
        ? node.arguments[0]
        : node;
  let inner = read;
  while (
    inner?.type === 'TSAsExpression' ||
    inner?.type === 'TSNonNullExpression' ||
    inner?.type === 'TSTypeAssertion'
  ) {
    inner = inner.expression;
  }
  return inner?.type === 'Identifier' ? inner : undefined;
}

/**
 * The text of an error's `errors`, with the cast that TypeScript asks for.
 *
 * @param isTyped whether the elements must have a type: the parameter of a callback needs one.
 */
function errorsOf(
  sourceCode: SourceCode,
  source: TypedSource,
  error: TSESTree.Identifier,
  isTyped: boolean,
): string | undefined {
  const name = source.toTypeScript(error);
  if (name === undefined) {
    return undefined;
  }
  const type = source.checker.getTypeAtLocation(name);
  const isAny = (type.flags & ts.TypeFlags.Any) !== 0;
  const isKnown =
    (name.flags & ts.NodeFlags.JavaScriptFile) !== 0 ||
    type.getSymbol()?.name === 'AggregateError' ||
    (isAny && !isTyped);
  if (!isKnown && !isOpaque(source.checker, type) && !isError(type)) {
    return undefined;
  }
  const text = sourceCode.getText(error);
  return isKnown ? `${text}.errors` : `(${text} as AggregateError).errors`;
}

function isError(type: ts.Type): boolean {
  return type.getSymbol()?.name === 'Error';
}
