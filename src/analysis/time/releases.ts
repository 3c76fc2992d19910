import ts from 'typescript';

import { referencesTo } from '../language/references.ts';
import { rethrowsOf } from '../language/protection.ts';
import { isLock, type Release, releasesBy } from './release-calls.ts';
import { resourceOf } from './resources.ts';
import {
  accessedName,
  type FunctionWithBody,
  isFunctionWithBody,
  unwrap,
} from '../language/syntax.ts';
import { abortedIn } from './time-limits.ts';
import { useOf } from '../language/uses.ts';

/** Functions that run a callback as one transaction, and end it with the callback's promise. */
const TRANSACTIONS: ReadonlySet<string> = new Set([
  '$transaction',
  'begin',
  'runInTransaction',
  'transaction',
  'withTransaction',
]);

/**
 * What is released as soon as the promise that is waited for at a node is settled, the nearest first: in
 * `catch` (where it may reject while others still run) and `finally`, at the end of the block of a `using`, at the end of a transaction's callback. A
 * `catch` that goes on ends the search: what comes later does not come early.
 */
export function releasesAfter(
  program: ts.Program,
  node: ts.Node,
  mayRejectEarly: boolean,
): Release[] {
  const found: Release[] = [];
  let child = node;
  for (
    let current = node.parent;
    !ts.isFunctionLike(current) && !ts.isClassStaticBlockDeclaration(current);
    current = current.parent
  ) {
    if (ts.isTryStatement(current) && child !== current.finallyBlock) {
      const { catchClause, finallyBlock } = current;
      if (
        mayRejectEarly &&
        child === current.tryBlock &&
        catchClause !== undefined
      ) {
        found.push(...releasesIn(program, catchClause.block));
      }
      if (finallyBlock !== undefined) {
        found.push(...releasesIn(program, finallyBlock));
      }
      if (
        child === current.tryBlock &&
        catchClause !== undefined &&
        rethrowsOf(program, catchClause.block).length === 0
      ) {
        return found;
      }
    }
    found.push(...disposalsIn(program, current, child));
    if (ts.isSourceFile(current)) {
      return found;
    }
    child = current;
  }
  return [...found, ...transactionEnd(program, child.parent)];
}

/** What the `using` declarations before a node dispose at the end of the blocks of its function around it. */
export function disposalsAround(program: ts.Program, node: ts.Node): Release[] {
  const found: Release[] = [];
  let child = node;
  for (
    let current = node.parent;
    !ts.isFunctionLike(current);
    current = current.parent
  ) {
    found.push(...disposalsIn(program, current, child));
    child = current;
  }
  return found;
}

function disposalsIn(
  program: ts.Program,
  block: ts.Node,
  child: ts.Node,
): Release[] {
  const lists: ts.VariableDeclarationList[] = [];
  if (
    ts.isBlock(block) ||
    ts.isSourceFile(block) ||
    ts.isCaseOrDefaultClause(block)
  ) {
    for (const statement of block.statements) {
      if (statement === child) {
        break;
      }
      if (ts.isVariableStatement(statement)) {
        lists.push(statement.declarationList);
      }
    }
  } else if (
    ts.isForOfStatement(block) &&
    child === block.statement &&
    ts.isVariableDeclarationList(block.initializer)
  ) {
    lists.push(block.initializer);
  }
  return lists.filter(isUsing).flatMap((list) =>
    list.declarations.flatMap(({ name }) => {
      const resource = ts.isIdentifier(name)
        ? resourceOf(program.getTypeChecker(), name)
        : undefined;
      return resource === undefined
        ? []
        : [
            {
              kind: 'using',
              of: isLock(program, name as ts.Identifier) ? 'lock' : 'handle',
              resource,
              node: name,
            } as const,
          ];
    }),
  );
}

/** Whether declarations are `using` or `await using`. */
function isUsing({ flags }: ts.VariableDeclarationList): boolean {
  const kind = flags & ts.NodeFlags.BlockScoped;
  return kind === ts.NodeFlags.Using || kind === ts.NodeFlags.AwaitUsing;
}

/** What the end of a function ends, where the function is the callback of a transaction, there or by its name: its parameters, and the session that it is run in. */
export function transactionEnd(program: ts.Program, fn: ts.Node): Release[] {
  const transaction = isFunctionWithBody(fn)
    ? callsGiven(program, fn).find((call) =>
        TRANSACTIONS.has(calleeNameOf(call) ?? ''),
      )
    : undefined;
  if (transaction === undefined) {
    return [];
  }
  const callee = unwrap(transaction.expression);
  const handles = [
    ...(fn as FunctionWithBody).parameters.flatMap(({ name }) => namesOf(name)),
    ...(accessedName(callee) === 'withTransaction'
      ? [(callee as ts.AccessExpression).expression]
      : []),
  ];
  return handles.flatMap((handle) => {
    const resource = resourceOf(program.getTypeChecker(), handle);
    return resource === undefined
      ? []
      : [
          {
            kind: 'transaction',
            of: 'handle',
            resource,
            node: transaction,
          } as const,
        ];
  });
}

function calleeNameOf(call: ts.CallExpression): string | undefined {
  const callee = unwrap(call.expression);
  return ts.isIdentifier(callee) ? callee.text : accessedName(callee);
}

/** The calls of its file that a function is given to. */
function callsGiven(
  program: ts.Program,
  fn: FunctionWithBody,
): ts.CallExpression[] {
  const own = useOf(fn);
  const name = ts.isFunctionDeclaration(fn)
    ? fn.name
    : own.kind === 'initialiser'
      ? own.of.name
      : undefined;
  const uses =
    name === undefined
      ? [own]
      : referencesTo(program.getTypeChecker(), name).map(useOf);
  return uses.flatMap((use) =>
    use.kind === 'argument' && ts.isCallExpression(use.of) ? [use.of] : [],
  );
}

function namesOf(name: ts.BindingName): ts.Identifier[] {
  return ts.isIdentifier(name)
    ? [name]
    : name.elements.flatMap((element) =>
        ts.isOmittedExpression(element) ? [] : namesOf(element.name),
      );
}

/** What a `catch` or `finally` block releases. Nothing where it waits for all the members first, or cancels what still runs. */
function releasesIn(program: ts.Program, block: ts.Block): Release[] {
  const found: Release[] = [];
  if (abortedIn(program, block).length > 0 || waitsForAll(program, block)) {
    return found;
  }
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      return;
    }
    if (ts.isCallExpression(node)) {
      found.push(...releasesBy(program, node));
    }
    ts.forEachChild(node, visit);
  };
  visit(block);
  return found;
}

/** Whether code waits until promises have settled; those of what it releases itself do not count. */
function waitsForAll(program: ts.Program, node: ts.Node): boolean {
  const call = ts.isAwaitExpression(node) ? unwrap(node.expression) : undefined;
  return (
    (call !== undefined &&
      ts.isCallExpression(call) &&
      accessedName(unwrap(call.expression)) === 'allSettled' &&
      !call.arguments.some((argument) => releases(program, argument))) ||
    (ts.forEachChild(
      node,
      (child) => waitsForAll(program, child) || undefined,
    ) ??
      false)
  );
}

function releases(program: ts.Program, node: ts.Node): boolean {
  return (
    (ts.isCallExpression(node) && releasesBy(program, node).length > 0) ||
    (ts.forEachChild(node, (child) => releases(program, child) || undefined) ??
      false)
  );
}
