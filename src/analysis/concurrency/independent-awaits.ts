import ts from 'typescript';

import { calleesOf, receiverTextOf } from '../language/callees.ts';
import { handlesGivenTo } from './handles.ts';
import { effectOf } from './reads.ts';
import { isAssignment } from '../language/syntax.ts';
import { promisenessOf } from '../language/types.ts';

/** One `const name = await call();` whose call only reads. */
export interface AwaitedRead {
  statement: ts.VariableStatement;
  declaration: ts.VariableDeclaration;
  node: ts.AwaitExpression;
  call: ts.CallExpression;
}

/**
 * Statements that stand one behind the other, each of which awaits a read and needs nothing that those
 * before it give, in groups of two or more. What order of effects there may be that cannot be seen
 * counts as an order: calls on one object belong together only where their bodies are seen to read, and calls that
 * are given one object only where that is data.
 */
export function independentReadsIn(
  program: ts.Program,
  statements: readonly ts.Statement[],
): AwaitedRead[][] {
  const groups: AwaitedRead[][] = [];
  let group: AwaitedRead[] = [];
  const close = (): void => {
    if (group.length > 1) {
      groups.push(group);
    }
    group = [];
  };
  for (const statement of statements) {
    const form = awaitedCallIn(statement);
    if (form === undefined || !isRead(program, form)) {
      close();
      continue;
    }
    if (!group.every((before) => isIndependent(program, form, before))) {
      close();
    }
    group.push(form);
  }
  close();
  return groups;
}

/** The syntax alone: a constant, one to a statement, that holds what a call gives. */
function awaitedCallIn(statement: ts.Statement): AwaitedRead | undefined {
  if (
    !ts.isVariableStatement(statement) ||
    statement.modifiers !== undefined ||
    (statement.declarationList.flags & ts.NodeFlags.BlockScoped) !==
      ts.NodeFlags.Const
  ) {
    return undefined;
  }
  const [declaration, ...others] = statement.declarationList.declarations;
  const node = declaration?.initializer;
  if (
    declaration === undefined ||
    others.length > 0 ||
    node === undefined ||
    !ts.isAwaitExpression(node)
  ) {
    return undefined;
  }
  const call = node.expression;
  return ts.isCallExpression(call) && !hasEffect(call)
    ? { statement, declaration, node, call }
    : undefined;
}

/** Whether the operands of a call do something by themselves that has its place in an order. */
function hasEffect(call: ts.CallExpression): boolean {
  const visit = (node: ts.Node): boolean =>
    !ts.isFunctionLike(node) &&
    (ts.isAwaitExpression(node) ||
      ts.isYieldExpression(node) ||
      ts.isDeleteExpression(node) ||
      ts.isNewExpression(node) ||
      ts.isPostfixUnaryExpression(node) ||
      (ts.isPrefixUnaryExpression(node) &&
        (node.operator === ts.SyntaxKind.PlusPlusToken ||
          node.operator === ts.SyntaxKind.MinusMinusToken)) ||
      isAssignment(node) ||
      (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false));
  return visit(call);
}

function isRead(program: ts.Program, { call }: AwaitedRead): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(call);
  return (
    promisenessOf(checker, type, call) === 'some' &&
    effectOf(program, call) === 'reads'
  );
}

/** Whether a read needs nothing that one before it gives, and is not made on, or with, the same object out of sight. */
function isIndependent(
  program: ts.Program,
  { call }: AwaitedRead,
  before: AwaitedRead,
): boolean {
  const receiver = receiverTextOf(call);
  const receiverBefore = receiverTextOf(before.call);
  const given = handlesGivenTo(program, call);
  const givenBefore = handlesGivenTo(program, before.call);
  return (
    !names(program.getTypeChecker(), call, before.declaration) &&
    !given.some(
      (handle) => handle === receiverBefore || givenBefore.includes(handle),
    ) &&
    (receiver === undefined ||
      (!givenBefore.includes(receiver) &&
        (receiver !== receiverBefore ||
          [call, before.call].every(
            (each) => calleesOf(program, each).length > 0,
          ))))
  );
}

/** Whether code names a variable that a declaration declares. */
function names(
  checker: ts.TypeChecker,
  code: ts.Node,
  declaration: ts.VariableDeclaration,
): boolean {
  const { end, pos } = declaration.name;
  const visit = (node: ts.Node): boolean => {
    if (!ts.isIdentifier(node)) {
      return (
        ts.forEachChild(node, (child) => visit(child) || undefined) ?? false
      );
    }
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    const declared = symbol?.valueDeclaration;
    return (
      declared !== undefined &&
      (declared === declaration ||
        (declared.getSourceFile() === declaration.getSourceFile() &&
          pos <= declared.pos &&
          declared.end <= end))
    );
  };
  return visit(code);
}
