import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import type { TypedSource } from '../source/typed-source.ts';
import {
  beginsLine,
  type Edit,
  endOfLineComments,
  indentationOf,
  styleOf,
} from './edits.ts';

/**
 * Attaches a handler that does nothing right behind the start of a promise, or to each one of an array.
 * Whoever awaits the promise still sees its rejection. `undefined` where the statement does more than
 * to put it under a name, or where not all that is kept has a `catch`.
 */
export function keepRejection(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  started: TSESTree.Expression,
): Edit[] | undefined {
  const { parent } = started;
  let statement: TSESTree.Node | undefined;
  let name = '';
  if (
    parent.type === 'VariableDeclarator' &&
    parent.id.type === 'Identifier' &&
    parent.parent.declarations.length === 1
  ) {
    statement = parent.parent;
    name = parent.id.name;
  } else if (
    parent.type === 'AssignmentExpression' &&
    parent.parent.type === 'ExpressionStatement'
  ) {
    statement = parent.parent;
    name = sourceCode.getText(parent.left);
  }
  const handler = handlerFor(source, started);
  if (
    statement === undefined ||
    handler === undefined ||
    !isInList(statement) ||
    !beginsLine(sourceCode, statement)
  ) {
    return undefined;
  }
  const { lineBreak, semicolon } = styleOf(sourceCode);
  const end = endOfLineComments(sourceCode, statement.range[1]);
  return [
    {
      range: [end, end],
      text: `${lineBreak}${indentationOf(sourceCode, statement)}${name}${handler}${semicolon} // Its rejection waits for whoever handles it below.`,
    },
  ];
}

function isInList({ parent }: TSESTree.Node): boolean {
  return (
    parent?.type === 'BlockStatement' ||
    parent?.type === 'Program' ||
    parent?.type === 'StaticBlock'
  );
}

/** The text that attaches the handler, by what the type of the value has. */
function handlerFor(
  { checker, toTypeScript }: TypedSource,
  started: TSESTree.Expression,
): string | undefined {
  const node = toTypeScript(started);
  const type = node && checker.getTypeAtLocation(node);
  if (type === undefined) {
    return undefined;
  }
  const [element] = checker.isArrayType(type)
    ? checker.getTypeArguments(type as ts.TypeReference)
    : [];
  if (element !== undefined) {
    return hasCatch(checker, element)
      ? '.forEach((promise) => promise.catch(() => {}))'
      : undefined;
  }
  const present = checker.getNonNullableType(type);
  if (!hasCatch(checker, present)) {
    return undefined;
  }
  return present === type ? '.catch(() => {})' : '?.catch(() => {})';
}

function hasCatch(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.getPropertyOfType(type, 'catch') !== undefined;
}
