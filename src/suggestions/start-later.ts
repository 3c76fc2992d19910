import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { isOvertaken } from '../analysis/concurrency/calls-between.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, hasComment } from './edits.ts';
import { isBetween, readsWhatIsWritten } from './written-between.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Moves the start of a promise to the only place that names it, further down in the same list of
 * statements, so that it is handled at once. `undefined` where that place may run several times or not
 * at all, where what the start reads is, or may be, written in between, where what comes in between may wait for
 * it or end what it needs, and where a comment would be lost.
 */
export function startLater(
  sourceCode: SourceCode,
  source: TypedSource,
  started: TSESTree.Expression,
): Edit[] | undefined {
  const declarator = started.parent;
  if (
    declarator.type !== 'VariableDeclarator' ||
    declarator.id.type !== 'Identifier' ||
    declarator.id.typeAnnotation !== undefined ||
    declarator.parent.kind !== 'const' ||
    declarator.parent.declarations.length !== 1 ||
    !/^(?:Call|Import|New)Expression$/u.test(started.type) ||
    !sourceCode.getText(started).endsWith(')')
  ) {
    return undefined;
  }
  const statement = declarator.parent;
  const [variable] = sourceCode.getDeclaredVariables(declarator);
  const uses = variable?.references.filter((each) => !each.init) ?? [];
  const [use] = uses;
  const call = source.toTypeScript(started);
  const place = use && source.toTypeScript(use.identifier);
  if (
    use === undefined ||
    call === undefined ||
    place === undefined ||
    uses.length !== 1 ||
    !isReachedOnce(use.identifier, statement) ||
    hasComment(sourceCode, statement.range) ||
    sourceCode.getCommentsBefore(statement).length > 0 ||
    readsWhatIsWritten(sourceCode, started, use.identifier) ||
    mayHangOnStart(sourceCode, started, use.identifier) ||
    isFollowedByAwait(sourceCode, use.identifier) ||
    isOvertaken(source.program, call, place)
  ) {
    return undefined;
  }
  const [start, end] = lineOf(sourceCode, statement);
  return [
    { range: [start, end], text: '' },
    { range: use.identifier.range, text: sourceCode.getText(started) },
  ];
}

/** Whether a node is evaluated once in a statement that follows another one: not in a loop, a function or a branch. */
function isReachedOnce(
  node: TSESTree.Node,
  before: TSESTree.Statement,
): boolean {
  for (
    let current = node;
    current.parent !== undefined;
    current = current.parent
  ) {
    if (current.parent === before.parent) {
      return true;
    }
    if (!ONCE.test(current.parent.type)) {
      return false;
    }
  }
  return false;
}

const ONCE =
  /^(?:Array|Await|Call|Member|Object)Expression$|^(?:Expression|Return)Statement$|^VariableDeclarat/u;

/** Names of what ends a connection, a transaction or a task. */
const ENDS =
  /^(?:abort|cancel|close|commit|destroy|disconnect|dispose|end|finish|kill|release|rollback|shutdown|stop|terminate)/iu;

/**
 * Whether code between a start and its use may need it: an `await` of a promise that is there already may wait for
 * what was started, and what ends something may not come before it.
 */
function mayHangOnStart(
  sourceCode: SourceCode,
  started: TSESTree.Node,
  use: TSESTree.Node,
): boolean {
  const { tokens } = sourceCode.ast;
  return tokens.some(({ value, range }, index) => {
    if (range[0] < started.range[1] || use.range[0] <= range[0]) {
      return false;
    }
    if (value === 'await') {
      const node = sourceCode.getNodeByRangeIndex(range[0]);
      return (
        node?.type === 'AwaitExpression' &&
        !isBetween(use, node.range) &&
        !isStartedHere(sourceCode, node.argument)
      );
    }
    return ENDS.test(value) && tokens[index + 1]?.value === '(';
  });
}

/** Whether an expression calls something, there or where the constant that it names got its value. */
function isStartedHere(
  sourceCode: SourceCode,
  node: TSESTree.Expression,
): boolean {
  if (node.type !== 'Identifier') {
    return node.type === 'CallExpression';
  }
  const reference = sourceCode
    .getScope(node)
    .references.find(({ identifier }) => identifier === node);
  const declaration = reference?.resolved?.defs[0]?.node;
  return (
    declaration?.type === 'VariableDeclarator' &&
    declaration.id.type === 'Identifier' &&
    declaration.init?.type === 'CallExpression'
  );
}

/** Whether the statement of a node awaits something once the node has been evaluated. */
function isFollowedByAwait(
  { ast: { tokens } }: SourceCode,
  node: TSESTree.Node,
): boolean {
  let statement = node;
  while (
    statement.parent !== undefined &&
    !/(?:Statement|Declaration)$/u.test(statement.type)
  ) {
    statement = statement.parent;
  }
  const [, end] = statement.range;
  return tokens.some(
    ({ value, range }) =>
      value === 'await' && range[0] >= node.range[1] && range[1] <= end,
  );
}

/** A statement with the line that it stands on, where it stands alone there. */
function lineOf(
  { text }: SourceCode,
  { range: [start, end] }: TSESTree.Node,
): TSESTree.Range {
  const before = /[ \t]*$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const behind = /^[ \t]*\r?\n/u.exec(text.slice(end))?.[0].length;
  const isAlone =
    behind !== undefined && /(?:^|\n)$/u.test(text.slice(0, start - before));
  return isAlone ? [start - before, end + behind] : [start, end];
}
