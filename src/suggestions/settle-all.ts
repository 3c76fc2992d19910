import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { haveBegun } from '../analysis/time/running-promises.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { makeAsync } from './make-async.ts';
import { isListThatStays, keepsType, listText } from './moved-lists.ts';
import {
  beginsLine,
  type Edit,
  freeName,
  indentationOf,
  isInList,
  styleOf,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Waits for `Promise.allSettled` of the members first, and only then for `Promise.all`: it rejects with
 * the first reason, or gives the results, with the types that they had. A function that returns the call is
 * made async, and a statement that stands for a block becomes one. `undefined` where the call is not what its
 * statement, or the body of an arrow function, does first, where the list may be iterated only once, where a
 * member may do its work whenever it is asked for its result, as the query of a database does, and where
 * moving the list would take away the type that is expected of it.
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
  const combinator = source.combinatorAt(call);
  if (
    given === undefined ||
    given.type === 'SpreadElement' ||
    others.length > 0 ||
    statement === undefined ||
    made === undefined ||
    combinator === undefined ||
    !haveBegun(source.program, combinator) ||
    call.callee.type !== 'MemberExpression' ||
    !hasAllSettled(source, call.callee.object) ||
    speaksOfNextLine(sourceCode, statement)
  ) {
    return undefined;
  }
  const { lineBreak } = styleOf(sourceCode);
  const isOwnBlock = arrow !== undefined || !isInList(statement);
  const separator =
    !isOwnBlock && beginsLine(sourceCode, statement)
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
      text:
        (isOwnBlock ? '{ ' : '') +
        before +
        (arrow === undefined ? '' : 'return '),
    },
    ...edits,
    ...(isOwnBlock
      ? [
          {
            range: [end, end] as TSESTree.Range,
            text: arrow === undefined ? ' }' : '; }',
          },
        ]
      : []),
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
  return text === undefined || !keepsType(source, call, list)
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
  // What a declaration in a `case` names is for the rest of the `switch`.
  return isInList(statement) || parent.type !== 'VariableDeclarator'
    ? statement
    : undefined;
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
