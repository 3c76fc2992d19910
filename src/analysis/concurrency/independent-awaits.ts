import ts from 'typescript';

import { calleesOf, receiverTextOf } from '../language/callees.ts';
import { handlesGivenTo } from './handles.ts';
import { effectOf } from './reads.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import {
  accessedName,
  isAssignment,
  isWithin,
  unwrap,
} from '../language/syntax.ts';
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

/** Whether a read needs nothing that one before it gives, asks for something else, and is not made on, or with, the same object out of sight. */
function isIndependent(
  program: ts.Program,
  { call }: AwaitedRead,
  before: AwaitedRead,
): boolean {
  const [start, ...others] = callsOf(program, call);
  const [startBefore, ...othersBefore] = callsOf(program, before.call);
  return (
    !names(program.getTypeChecker(), call, before.declaration) &&
    // The same question again asks what has become of it.
    start.getText() !== startBefore.getText() &&
    [start, ...others].every((one) =>
      [startBefore, ...othersBefore].every((other) =>
        areApart(program, one, other),
      ),
    )
  );
}

/** The call that a read starts with, and those in the callbacks of its chain, made on what is not their own. */
function callsOf(
  program: ts.Program,
  call: ts.CallExpression,
): [ts.CallExpression, ...ts.CallExpression[]] {
  const method = promiseMethodOf(program, call);
  const receiver =
    method?.kind === 'then' || method?.kind === 'finally'
      ? unwrap(method.receiver)
      : undefined;
  if (receiver === undefined || !ts.isCallExpression(receiver)) {
    return [call];
  }
  const inCallbacks: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      !isRootedIn(program.getTypeChecker(), node, call)
    ) {
      inCallbacks.push(node);
    }
    ts.forEachChild(node, visit);
  };
  call.arguments.forEach(visit);
  return [...callsOf(program, receiver), ...inCallbacks];
}

/** Whether what a call is made on is declared within a node. */
function isRootedIn(
  checker: ts.TypeChecker,
  { expression }: ts.CallExpression,
  node: ts.Node,
): boolean {
  let root = unwrap(expression);
  while (accessedName(root) !== undefined || ts.isCallExpression(root)) {
    root = unwrap((root as ts.AccessExpression).expression);
  }
  const declaration = checker.getSymbolAtLocation(root)?.valueDeclaration;
  return declaration !== undefined && isWithin(declaration, node);
}

/** Whether two calls are not made on, or with, the same object; on one, where the bodies of both can be seen. */
function areApart(
  program: ts.Program,
  call: ts.CallExpression,
  before: ts.CallExpression,
): boolean {
  const checker = program.getTypeChecker();
  const receiver = objectOf(checker, call);
  const receiverBefore = objectOf(checker, before);
  const given = handlesGivenTo(program, call);
  const givenBefore = handlesGivenTo(program, before);
  return (
    !given.some(
      (handle) => handle === receiverBefore || givenBefore.includes(handle),
    ) &&
    (receiver === undefined ||
      (!givenBefore.includes(receiver) &&
        (receiver !== receiverBefore ||
          [call, before].every((each) => calleesOf(program, each).length > 0))))
  );
}

/** The object that a call is made on, as text; `undefined` for a function of a module, whatever that is called here. */
function objectOf(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
): string | undefined {
  const callee = unwrap(call.expression);
  if (accessedName(callee) === undefined) {
    return undefined;
  }
  const { symbol } = checker.getTypeAtLocation(
    (callee as ts.AccessExpression).expression,
  ) as { symbol?: ts.Symbol };
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.ValueModule
    ? undefined
    : receiverTextOf(call);
}

/** Whether code names a variable that a declaration declares. */
function names(
  checker: ts.TypeChecker,
  code: ts.Node,
  declaration: ts.VariableDeclaration,
): boolean {
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
      (declared === declaration || isWithin(declared, declaration.name))
    );
  };
  return visit(code);
}
