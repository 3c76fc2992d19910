import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { type Edit, endOf, hasComment, styleOf } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** One of several statements in a row that do nothing but to await, and to keep the result. */
interface AwaitingStatement {
  statement: TSESTree.Statement;
  awaited: TSESTree.Expression;
  /** What the result is kept in. */
  pattern: TSESTree.DestructuringPattern | undefined;
  keyword: 'const' | 'let' | 'var' | undefined;
}

/**
 * Waits for an awaited expression and for the promises that the statements right behind it await in one
 * `Promise.all`, so that all of them are handled at once. `undefined` where the promise is not among
 * them, or a statement does more than to await what is there already: then the order may matter.
 */
export function awaitTogether(
  sourceCode: SourceCode,
  first: TSESTree.AwaitExpression,
  name: string,
): Edit[] | undefined {
  const members = membersFrom(sourceCode, first, name);
  const [head] = members;
  const last = members.at(-1);
  if (head === undefined || last === undefined || members.length === 1) {
    return undefined;
  }
  const range: TSESTree.Range = [
    head.statement.range[0],
    endOf(sourceCode, last.statement),
  ];
  const keywords = new Set(
    members.flatMap(({ keyword }) => (keyword === undefined ? [] : [keyword])),
  );
  if (keywords.size > 1 || hasComment(sourceCode, range)) {
    return undefined;
  }
  const { semicolon } = styleOf(sourceCode);
  const [keyword] = keywords;
  const awaited = members.map((each) => sourceCode.getText(each.awaited));
  const patterns = members
    .map(({ pattern }) => (pattern ? sourceCode.getText(pattern) : ''))
    .join(', ')
    .replace(/(?:, )+$/u, '');
  const kept = keyword === undefined ? '' : `${keyword} [${patterns}] = `;
  return [
    {
      range,
      text: `${kept}await Promise.all([${awaited.join(', ')}])${semicolon}`,
    },
  ];
}

/** The statements from the first `await` up to that of the promise, and those of the same kind right behind it. */
function membersFrom(
  sourceCode: SourceCode,
  first: TSESTree.AwaitExpression,
  name: string,
): AwaitingStatement[] {
  const statement = statementOf(first);
  const { parent } = statement ?? {};
  if (
    statement === undefined ||
    (parent?.type !== 'BlockStatement' && parent?.type !== 'Program')
  ) {
    return [];
  }
  const head = awaitingStatement(statement);
  if (head === undefined || containsAwait(sourceCode, head.awaited)) {
    return [];
  }
  const members = [head];
  const later = parent.body.slice(parent.body.indexOf(statement) + 1);
  const declared = new Set(declaredBy(sourceCode, statement));
  let isFound = false;
  for (const sibling of later) {
    const next = awaitingStatement(sibling);
    const names = next && namesAwaited(next.awaited);
    if (
      next === undefined ||
      names === undefined ||
      names.some((each) => declared.has(each.replace(/\..*/u, '')))
    ) {
      break;
    }
    isFound ||= names.includes(name);
    members.push(next);
    for (const each of declaredBy(sourceCode, sibling)) {
      declared.add(each);
    }
  }
  return isFound ? members : [];
}

function statementOf(
  awaiting: TSESTree.AwaitExpression,
): TSESTree.ProgramStatement | undefined {
  const { parent } = awaiting;
  if (parent.type === 'ExpressionStatement') {
    return parent;
  }
  return parent.type === 'VariableDeclarator' ? parent.parent : undefined;
}

function awaitingStatement(
  statement: TSESTree.Statement,
): AwaitingStatement | undefined {
  if (statement.type === 'ExpressionStatement') {
    const { expression } = statement;
    return expression.type === 'AwaitExpression'
      ? {
          statement,
          awaited: expression.argument,
          pattern: undefined,
          keyword: undefined,
        }
      : undefined;
  }
  if (statement.type !== 'VariableDeclaration') {
    return undefined;
  }
  const [declarator, ...others] = statement.declarations;
  return declarator.init?.type === 'AwaitExpression' &&
    others.length === 0 &&
    declarator.id.typeAnnotation === undefined &&
    /^(?:const|let|var)$/u.test(statement.kind)
    ? {
        statement,
        awaited: declarator.init.argument,
        pattern: declarator.id,
        keyword: statement.kind as 'const' | 'let' | 'var',
      }
    : undefined;
}

/** The variables, or members of one, of which one is awaited, alone or by a combinator; `undefined` where more is done. */
function namesAwaited(awaited: TSESTree.Expression): string[] | undefined {
  const name = nameOf(awaited);
  if (name !== undefined) {
    return [name];
  }
  if (
    awaited.type !== 'CallExpression' ||
    !/^Promise\.\w+$/u.test(memberText(awaited.callee))
  ) {
    return undefined;
  }
  const [argument] = awaited.arguments;
  const members =
    argument?.type === 'ArrayExpression' ? argument.elements : [argument];
  const names = members.flatMap((member) => (member && nameOf(member)) ?? []);
  return names.length === members.length ? names : undefined;
}

/** A variable, or a member of one that is named by an identifier. */
function nameOf(node: TSESTree.Node): string | undefined {
  if (node.type === 'Identifier') {
    return node.name;
  }
  return node.type === 'MemberExpression' && !node.optional
    ? memberText(node) || undefined
    : undefined;
}

function memberText(callee: TSESTree.Expression): string {
  return callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    !callee.computed &&
    callee.property.type === 'Identifier'
    ? `${callee.object.name}.${callee.property.name}`
    : '';
}

function containsAwait(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  return sourceCode.getTokens(node).some(({ value }) => value === 'await');
}

function declaredBy(
  sourceCode: SourceCode,
  statement: TSESTree.Node,
): string[] {
  return sourceCode.getDeclaredVariables(statement).map(({ name }) => name);
}
