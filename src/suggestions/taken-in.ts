import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { type Outline, outlineOf, visitOwn } from './outlines.ts';
import { isWithin } from './edits.ts';

// Which statements belong into one `try`: what runs after a failure must not need what failed.

/** How many statements of one list a `try` takes in at the most: a larger one would hide which of them fails. */
const MOST_STATEMENTS = 8;

/** The same, with the statements inside them. */
const MOST_NESTED_STATEMENTS = 20;

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * A statement and those after it that must come along into a `try`: they use what it declares or
 * assigns, or it decides whether they run. `undefined` where they cannot come along: they are no
 * neighbours, a `return` needs a value on every path, a `throw` would meet the new `catch`, or they
 * are many.
 */
export function takenIn(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
): TSESTree.Statement[] | undefined {
  const siblings = siblingsOf(statement);
  const first = siblings.indexOf(statement);
  let last = first;
  let nested = 0;
  for (let index = first; index <= last; index++) {
    const sibling = siblings[index];
    const outline = sibling && outlineOf(sourceCode, sibling);
    if (
      sibling === undefined ||
      outline === undefined ||
      !isMovable(sibling) ||
      outline.leavesWithValue
    ) {
      return undefined;
    }
    nested += outline.statements;
    const users = [
      ...usesOfDeclared(sourceCode, sibling),
      ...usesOfAssigned(sourceCode, sibling, outline),
    ].map((node) => siblings.findIndex((other) => isWithin(node, other)));
    if (users.some((user) => user < first)) {
      return undefined;
    }
    last = outline.leaves ? siblings.length - 1 : Math.max(last, ...users);
  }
  const taken = siblings.slice(first, last + 1);
  return taken.length > MOST_STATEMENTS || nested > MOST_NESTED_STATEMENTS
    ? undefined
    : (taken as TSESTree.Statement[]);
}

function siblingsOf(statement: TSESTree.Statement): TSESTree.Node[] {
  const { parent } = statement;
  switch (parent.type) {
    case 'BlockStatement':
    case 'Program':
    case 'StaticBlock':
      return parent.body;
    case 'SwitchCase':
      return parent.consequent;
    default:
      return [statement];
  }
}

function isMovable(node: TSESTree.Node): node is TSESTree.Statement {
  switch (node.type) {
    case 'ExpressionStatement':
      return node.directive === undefined;
    case 'VariableDeclaration':
      return (
        node.kind === 'const' || node.kind === 'let' || node.kind === 'var'
      );
    case 'BlockStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'DoWhileStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'ForStatement':
    case 'IfStatement':
    case 'ReturnStatement':
    case 'SwitchStatement':
    case 'TryStatement':
    case 'WhileStatement':
      return true;
    default:
      // A function, class or type may be used from anywhere, an export from other files; a label names its loop.
      return false;
  }
}

/** Every place that names what a statement declares. */
function usesOfDeclared(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
): TSESTree.Node[] {
  return statement.type === 'VariableDeclaration'
    ? sourceCode
        .getDeclaredVariables(statement)
        .flatMap((variable) =>
          variable.references.map((reference) => reference.identifier),
        )
    : [];
}

/**
 * The places after a statement that read what it assigns, where they rely on the assignment: the
 * compiler takes a variable for unassigned, and a union for unnarrowed, after a `try` that may fail.
 */
function usesOfAssigned(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
  { assignedMembers }: Outline,
): TSESTree.Node[] {
  const home = sourceCode.getScope(statement).variableScope;
  const [, end] = statement.range;
  const references = (sourceCode.scopeManager?.scopes ?? [])
    .flatMap((scope) => scope.references)
    .filter(({ from }) => from.variableScope === home);
  const assigned = new Set(
    references
      .filter((each) => each.isWrite() && isWithin(each.identifier, statement))
      .map(({ resolved }) => resolved)
      .filter((variable) => !hasSteadyType(variable)),
  );
  const uses: TSESTree.Node[] = references
    .filter((each) => each.isRead() && assigned.has(each.resolved))
    .map(({ identifier }) => identifier);
  if (assignedMembers.size > 0) {
    visitOwn(sourceCode.visitorKeys, home.block, (node) => {
      if (
        node.type === 'MemberExpression' &&
        assignedMembers.has(sourceCode.text.slice(...node.range))
      ) {
        uses.push(node);
      }
    });
  }
  return uses.filter((node) => node.range[0] >= end);
}

/** Whether a variable is good to read, with the same type, whether an assignment was made or not. */
function hasSteadyType(variable: TSESLint.Scope.Variable | null): boolean {
  const declarator = variable?.defs[0]?.node;
  return (
    declarator?.type === 'VariableDeclarator' &&
    declarator.id.type === 'Identifier' &&
    declarator.id.typeAnnotation === undefined &&
    /^(?:Array|Literal|New|Template)/u.test(declarator.init?.type ?? '') &&
    !(declarator.init?.type === 'Literal' && declarator.init.value === null) &&
    !(
      declarator.init?.type === 'ArrayExpression' &&
      declarator.init.elements.length === 0
    )
  );
}
