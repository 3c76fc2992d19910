import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import type { TypedSource } from '../source/typed-source.ts';
import {
  beginsLine,
  type Edit,
  endOfLineComments,
  freeName,
  indentationOf,
  styleOf,
  isInList,
} from './edits.ts';

/**
 * Attaches a handler that does nothing right behind the start of a promise, or to each one of an array.
 * Whoever awaits the promise still sees its rejection. `undefined` where the statement does more than
 * to put it under a name or into an array, or may wait after the start, and where not all that is kept has a
 * `catch`.
 */
export function keepRejection(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  started: TSESTree.Expression,
): Edit[] | undefined {
  const kept = keptIn(sourceCode, started);
  const handler = kept && handlerFor(source, kept.value);
  if (
    kept === undefined ||
    handler === undefined ||
    !isInList(kept.statement) ||
    !beginsLine(sourceCode, kept.statement) ||
    mayWaitBehind(sourceCode, started, kept.statement)
  ) {
    return undefined;
  }
  const { statement, name } = kept;
  const { lineBreak, semicolon } = styleOf(sourceCode);
  const margin = indentationOf(sourceCode, statement);
  if (name === undefined) {
    const own = freeName(sourceCode, 'promise');
    const [start] = statement.range;
    return [
      {
        range: [start, start],
        text:
          `const ${own} = ${sourceCode.getText(started)}${semicolon}${lineBreak}` +
          `${margin}${own}${handler}${semicolon} ${REASON}${lineBreak}${margin}`,
      },
      { range: started.range, text: own },
    ];
  }
  const end = endOfLineComments(sourceCode, statement.range[1]);
  return [
    {
      range: [end, end],
      text: `${lineBreak}${margin}${name}${handler}${semicolon} ${REASON}`,
    },
  ];
}

const REASON = '// Its rejection waits for whoever handles it below.';

/** Where a promise is kept. */
interface Kept {
  statement: TSESTree.Node;
  /** How the code behind the statement names what is kept; `undefined` where only an array, or an object under a computed key, has it. */
  name: string | undefined;
  /** What is kept: the promise, or the array that it is an element of. */
  value: TSESTree.Expression;
}

function keptIn(
  sourceCode: Readonly<TSESLint.SourceCode>,
  value: TSESTree.Expression,
): Kept | undefined {
  const { parent } = value;
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier'
        ? { statement: parent.parent, name: parent.id.name, value }
        : undefined;
    case 'AssignmentExpression':
      return parent.parent.type === 'ExpressionStatement'
        ? assignedTo(sourceCode, parent.left, parent.parent, value)
        : undefined;
    case 'ArrayExpression': {
      const { parent: declarator } = parent;
      if (
        declarator.type === 'VariableDeclarator' &&
        declarator.id.type === 'ArrayPattern'
      ) {
        const name = declarator.id.elements[parent.elements.indexOf(value)];
        return name?.type === 'Identifier'
          ? { statement: declarator.parent, name: name.name, value }
          : undefined;
      }
      return declarator.type !== 'VariableDeclarator' ||
        pushesTo(sourceCode, declarator.id).length === 0
        ? keptIn(sourceCode, parent)
        : undefined;
    }
    case 'Property': {
      const object = parent.parent;
      const kept =
        !parent.computed &&
        parent.key.type === 'Identifier' &&
        object.type === 'ObjectExpression' &&
        isOfOwnType(object)
          ? keptIn(sourceCode, object)
          : undefined;
      return kept?.name === undefined || kept.value !== object
        ? undefined
        : {
            ...kept,
            name: `${kept.name}.${sourceCode.getText(parent.key)}`,
            value,
          };
    }
    case 'CallExpression': {
      const { callee } = parent;
      return parent.parent.type === 'ExpressionStatement' &&
        value.type === 'CallExpression' &&
        parent.arguments.length === 1 &&
        callee.type === 'MemberExpression' &&
        pushesTo(sourceCode, callee.object).length === 1
        ? { statement: parent.parent, name: undefined, value }
        : undefined;
    }
    default:
      return undefined;
  }
}

function assignedTo(
  sourceCode: Readonly<TSESLint.SourceCode>,
  target: TSESTree.Expression,
  statement: TSESTree.ExpressionStatement,
  value: TSESTree.Expression,
): Kept | undefined {
  if (target.type !== 'MemberExpression' || !target.computed) {
    return { statement, name: sourceCode.getText(target), value };
  }
  // What a key names behind the statement may be nothing, as far as its type says.
  return target.property.type === 'Identifier' &&
    value.type === 'CallExpression'
    ? { statement, name: undefined, value }
    : undefined;
}

/** The places that put more into the array that a variable holds. */
function pushesTo(
  sourceCode: Readonly<TSESLint.SourceCode>,
  name: TSESTree.Node,
): TSESTree.Node[] {
  const variable = (sourceCode.scopeManager?.scopes ?? [])
    .flatMap((scope) => scope.variables)
    .find(
      ({ identifiers, references }) =>
        identifiers.some((each) => each === name) ||
        references.some(({ identifier }) => identifier === name),
    );
  return (variable?.references ?? [])
    .map(({ identifier }) => identifier.parent)
    .filter(
      (access) =>
        access.type === 'MemberExpression' &&
        access.property.type === 'Identifier' &&
        /^(?:push|unshift)$/u.test(access.property.name),
    );
}

/** Whether a variable has the type of the object that it is declared with, and no wider one. */
function isOfOwnType({ parent }: TSESTree.ObjectExpression): boolean {
  return (
    parent.type === 'VariableDeclarator' &&
    parent.id.typeAnnotation === undefined
  );
}

/** Whether a statement may give control away once an expression in it has been evaluated. */
function mayWaitBehind(
  { ast: { tokens } }: Readonly<TSESLint.SourceCode>,
  { range: [, start] }: TSESTree.Node,
  { range: [, end] }: TSESTree.Node,
): boolean {
  return tokens.some(
    ({ value, range }) =>
      /^(?:await|yield)$/u.test(value) && start <= range[0] && range[1] <= end,
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
