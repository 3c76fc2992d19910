import ts from 'typescript';

import type { Case } from '../asked.ts';
import { findNode } from '../program.ts';

/** The first mention of `it` behind its declaration. */
export function mentionIn(file: ts.SourceFile): ts.Node {
  return findNode(
    file,
    (node): node is ts.Identifier =>
      ts.isIdentifier(node) && node.text === 'it' && node.pos > 20,
  );
}

/** Asks about `it` in a statement of a function. */
export function used(statement: string, answer: string): Case {
  return [
    'it',
    `declare let it: any, other: any;\nasync function f() { ${statement} }`,
    answer,
  ];
}

/** The declaration of `it` that a question says yes to. */
export function declarationOfIt<T extends ts.Declaration>(
  file: ts.SourceFile,
  is: (node: ts.Node) => node is T,
): T {
  return findNode(
    file,
    (node): node is T =>
      is(node) && ts.getNameOfDeclaration(node)?.getText() === 'it',
  );
}
