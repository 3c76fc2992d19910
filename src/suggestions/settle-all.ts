import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import type { TypedSource } from '../source/typed-source.ts';
import { makeAsync } from './make-async.ts';
import {
  beginsLine,
  type Edit,
  freeName,
  indentationOf,
  styleOf,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Waits for `Promise.allSettled` of the members first, and only then for `Promise.all`: it rejects with
 * the first reason, or gives the results, with the types that they had. A function that returns the call is
 * made async. `undefined` where the call is not what its statement, or the body of an arrow function, does first,
 * where the list may be iterated only once, and where moving it would take away the type that is expected of it.
 */
export function settleAll(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
): Edit[] | undefined {
  const [given, ...others] = call.arguments;
  const arrow = arrowAround(sourceCode, call);
  const statement = arrow?.body ?? statementAround(call);
  const made = makeAsync(source, call);
  if (
    given === undefined ||
    given.type === 'SpreadElement' ||
    others.length > 0 ||
    statement === undefined ||
    made === undefined ||
    call.callee.type !== 'MemberExpression' ||
    call.typeArguments !== undefined ||
    !hasAllSettled(source, call.callee.object) ||
    speaksOfNextLine(sourceCode, statement)
  ) {
    return undefined;
  }
  const { lineBreak } = styleOf(sourceCode);
  const separator =
    arrow === undefined && beginsLine(sourceCode, statement)
      ? lineBreak + indentationOf(sourceCode, statement)
      : ' ';
  const list = listEdit(sourceCode, source, call, given);
  if (list === undefined) {
    return undefined;
  }
  const { name, declaration, edits } = list;
  const combinators = sourceCode.getText(call.callee.object);
  const [start, end] = statement.range;
  const before = [declaration, `await ${combinators}.allSettled(${name});`]
    .filter((text) => text !== '')
    .map((text) => text + separator)
    .join('');
  return [
    ...made,
    {
      range: [start, start],
      text: arrow === undefined ? before : `{ ${before}return `,
    },
    ...edits,
    ...(arrow === undefined
      ? []
      : [{ range: [end, end] as TSESTree.Range, text: '; }' }]),
  ];
}

/** What puts a list under a name, so that it can be given twice; `undefined` where that would not be the same list, or type. */
function listEdit(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
  list: TSESTree.Expression,
): { name: string; declaration: string; edits: Edit[] } | undefined {
  if (list.type === 'Identifier') {
    return isListThatStays(source, list)
      ? { name: list.name, declaration: '', edits: [] }
      : undefined;
  }
  const name = freeName(sourceCode, 'tasks');
  const text = listText(sourceCode, source, list);
  return text === undefined ||
    (isTypeExpected(source, call) && !isListOfPlainCalls(source, list))
    ? undefined
    : {
        name,
        declaration: `const ${name} = ${text};`,
        edits: [{ range: list.range, text: name }],
      };
}

/** The arrow function whose body begins with a call, or its `await`. */
function arrowAround(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
): TSESTree.ArrowFunctionExpression | undefined {
  const value = valueOf(call);
  return value.parent.type === 'ArrowFunctionExpression' &&
    value.parent.body === value &&
    sourceCode.getTokenBefore(value)?.value === '=>'
    ? value.parent
    : undefined;
}

/** The value that an expression comes to that begins with a call: its `await`, and what is called on its results. */
function valueOf(call: TSESTree.CallExpression): TSESTree.Expression {
  let value: TSESTree.Expression = call;
  for (;;) {
    const { parent }: { parent: TSESTree.Node } = value;
    if (
      value === call
        ? parent.type === 'AwaitExpression'
        : (parent.type === 'MemberExpression' && parent.object === value) ||
          (parent.type === 'CallExpression' && parent.callee === value)
    ) {
      value = parent as TSESTree.Expression;
    } else {
      return value;
    }
  }
}

/** The statement of a list of statements that begins with a call, and keeps, returns or drops what comes of its result. */
function statementAround(
  call: TSESTree.CallExpression,
): TSESTree.Node | undefined {
  const value = valueOf(call);
  const { parent } = value;
  const isAwaited = value !== call;
  let statement: TSESTree.Node;
  if (parent.type === 'VariableDeclarator') {
    const { declarations, parent: outer } = parent.parent;
    if (!isAwaited || declarations.length > 1) {
      return undefined;
    }
    statement = outer.type === 'ExportNamedDeclaration' ? outer : parent.parent;
  } else if (
    parent.type === 'AssignmentExpression' &&
    parent.operator === '=' &&
    parent.right === value &&
    parent.parent.type === 'ExpressionStatement' &&
    isAwaited
  ) {
    statement = parent.parent;
  } else if (
    parent.type === 'ReturnStatement' ||
    (parent.type === 'ExpressionStatement' && isAwaited)
  ) {
    statement = parent;
  } else {
    return undefined;
  }
  switch (statement.parent.type) {
    case 'BlockStatement':
    case 'Program':
    case 'StaticBlock':
      return statement;
    default:
      return undefined;
  }
}

function hasAllSettled(
  source: TypedSource,
  constructor: TSESTree.Node,
): boolean {
  const node = source.toTypeScript(constructor);
  return (
    node !== undefined &&
    source.checker.getPropertyOfType(
      source.checker.getTypeAtLocation(node),
      'allSettled',
    ) !== undefined
  );
}

/** Whether a comment above a statement speaks to a tool about its first line, and must stay right above that. */
function speaksOfNextLine(
  sourceCode: SourceCode,
  statement: TSESTree.Node,
): boolean {
  return sourceCode
    .getCommentsBefore(statement)
    .some(({ value }) => /^[\s*]*(?:@ts-|eslint-disable-next)/u.test(value));
}

/** Whether a name stands for an array: what is iterated twice must not be used up. */
function isListThatStays(source: TypedSource, list: TSESTree.Node): boolean {
  const node = source.toTypeScript(list);
  return (
    node !== undefined &&
    source.checker.isArrayLikeType(source.checker.getTypeAtLocation(node))
  );
}

/** A list as the value of a constant: as a tuple where it is a literal, since every member has its own type. */
function listText(
  sourceCode: SourceCode,
  source: TypedSource,
  list: TSESTree.Expression,
): string | undefined {
  const text = sourceCode.getText(list);
  if (list.type === 'ArrayExpression') {
    const file = source.toTypeScript(list)?.getSourceFile().fileName;
    return /\.[cm]?jsx?$/u.test(file ?? '') ? text : `${text} as const`;
  }
  return isListThatStays(source, list) ? text : undefined;
}

/** Whether the place of a call expects a type of it that its arguments may have been read by. */
function isTypeExpected(
  source: TypedSource,
  call: TSESTree.CallExpression,
): boolean {
  const node = source.toTypeScript(
    call.parent.type === 'AwaitExpression' ? call.parent : call,
  );
  const expected =
    node !== undefined && isTyped(node.parent)
      ? source.checker.getContextualType(node as ts.Expression)
      : undefined;
  return (
    expected !== undefined &&
    !(
      expected.flags &
      (ts.TypeFlags.Any |
        ts.TypeFlags.Unknown |
        ts.TypeFlags.Void |
        ts.TypeFlags.TypeParameter)
    )
  );
}

/** Whether a node says what type it expects of an expression in it: by a return type, an annotation, or what it is assigned to. */
function isTyped(node: ts.Node): boolean {
  return (
    ts.isReturnStatement(node) ||
    ts.isArrowFunction(node) ||
    ts.isBinaryExpression(node) ||
    (ts.isVariableDeclaration(node) && node.type !== undefined)
  );
}

/** Whether the types of a list's members hang on nothing but themselves: calls without type parameters, or with types given for them, and without callbacks, one by one or of each element of another list. */
function isListOfPlainCalls(
  source: TypedSource,
  list: TSESTree.Expression,
): boolean {
  if (list.type === 'ArrayExpression') {
    return list.elements.every(
      (element) => element !== null && isPlainCall(source, element),
    );
  }
  const [maker] = list.type === 'CallExpression' ? list.arguments : [];
  return (
    list.type === 'CallExpression' &&
    list.callee.type === 'MemberExpression' &&
    list.callee.property.type === 'Identifier' &&
    list.callee.property.name === 'map' &&
    maker?.type === 'ArrowFunctionExpression' &&
    isPlainCall(source, maker.body)
  );
}

function isPlainCall(source: TypedSource, member: TSESTree.Node): boolean {
  const node = source.toTypeScript(member);
  const declaration =
    node && ts.isCallExpression(node)
      ? source.checker.getResolvedSignature(node)?.declaration
      : undefined;
  return (
    declaration !== undefined &&
    (declaration.typeParameters === undefined ||
      (node as ts.CallExpression).typeArguments !== undefined) &&
    (node as ts.CallExpression).arguments.every(
      (argument) =>
        !ts.isArrowFunction(argument) && !ts.isFunctionExpression(argument),
    )
  );
}
