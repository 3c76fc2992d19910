import ts from 'typescript';

import { isLock, type Release } from './release-calls.ts';
import { resourceOf } from './resources.ts';

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

/** What the `using` declarations of a block, or of the head of a loop, before a part of it dispose at its end. */
export function disposalsIn(
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
