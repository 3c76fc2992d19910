import ts from 'typescript';

import { wrapped } from './syntax.ts';

/** Whether a name is only written at a place, not read. */
export function isWritten(node: ts.Node): boolean {
  const outer = wrapped(node);
  return (
    ts.isBinaryExpression(outer.parent) &&
    outer.parent.left === outer &&
    outer.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/**
 * Whether a variable surely holds something else at a reference, since it was written in between: by
 * a statement of a block that the reference stands in too.
 */
export function replacedSince(
  references: readonly ts.Node[],
  since: number,
): (reference: ts.Node) => boolean {
  const firstWrites = new Map<ts.Node, number>();
  for (const reference of references) {
    const statement = wrapped(reference).parent.parent;
    if (
      since <= reference.pos &&
      isWritten(reference) &&
      ts.isExpressionStatement(statement)
    ) {
      const block = statement.parent;
      firstWrites.set(
        block,
        Math.min(firstWrites.get(block) ?? Infinity, statement.end),
      );
    }
  }
  return (reference) => {
    if (firstWrites.size === 0) {
      return false;
    }
    let block = reference.parent;
    while (!ts.isSourceFile(block)) {
      if ((firstWrites.get(block) ?? Infinity) <= reference.pos) {
        return true;
      }
      block = block.parent;
    }
    return (firstWrites.get(block) ?? Infinity) <= reference.pos;
  };
}
