import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  type Edit,
  indentationOf,
  indentationStep,
  indented,
} from './edits.ts';

/** How many statements a `try` takes in at the most: a larger one would hide which of them fails. */
const MOST_STATEMENTS = 8;

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Wraps a statement in `try`/`catch`, with the statements after it that use what it declares.
 * `undefined` where no such edit is right: what it declares is exported, or used before it, by a
 * `return` value, or further away than a reader would want in one `try`.
 */
export function wrapInTry(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
): Edit[] | undefined {
  const statements = takenIn(sourceCode, statement);
  const last = statements?.at(-1);
  if (statements === undefined || last === undefined) {
    return undefined;
  }
  const margin = indentationOf(sourceCode, statement);
  const step = indentationStep(sourceCode);
  const range: TSESTree.Range = [statement.range[0], last.range[1]];
  const body = indented(sourceCode, range, step);
  return [
    {
      range,
      text: `try {\n${margin}${step}${body}\n${margin}} catch (error) {\n${margin}${step}console.error(error);\n${margin}}`,
    },
  ];
}

/** The statement and those after it that must come along; `undefined` where they cannot. */
function takenIn(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
): TSESTree.Statement[] | undefined {
  const siblings = siblingsOf(statement);
  const first = siblings.indexOf(statement);
  let last = first;
  for (let index = first; index <= last; index++) {
    const sibling = siblings[index];
    if (sibling === undefined || !isMovable(sibling)) {
      return undefined;
    }
    for (const node of referencesOf(sourceCode, sibling)) {
      const user = siblings.findIndex(
        (other) =>
          other.range[0] <= node.range[0] && node.range[1] <= other.range[1],
      );
      if (user < first) {
        return undefined;
      }
      last = Math.max(last, user);
    }
  }
  const taken = siblings.slice(first, last + 1);
  return taken.length > MOST_STATEMENTS || taken.some(returnsValue)
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
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'ForStatement':
    case 'IfStatement':
    case 'ReturnStatement':
    case 'SwitchStatement':
    case 'ThrowStatement':
    case 'TryStatement':
    case 'WhileStatement':
      return true;
    default:
      // A function, class or type may be used from anywhere, an export from other files.
      return false;
  }
}

function referencesOf(
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

/** Whether a statement returns a value by itself: inside a `try` the function would have paths without one. */
function returnsValue(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'ReturnStatement':
      return node.argument !== null;
    case 'BlockStatement':
      return node.body.some(returnsValue);
    case 'IfStatement':
      return (
        returnsValue(node.consequent) ||
        (node.alternate !== null && returnsValue(node.alternate))
      );
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'ForStatement':
    case 'WhileStatement':
      return returnsValue(node.body);
    case 'SwitchStatement':
      return node.cases.some((each) => each.consequent.some(returnsValue));
    case 'TryStatement':
      return (
        returnsValue(node.block) ||
        (node.handler !== null && returnsValue(node.handler.body)) ||
        (node.finalizer !== null && returnsValue(node.finalizer))
      );
    default:
      return false;
  }
}
