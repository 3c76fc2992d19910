import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import {
  defaultImportOf,
  dependsOn,
} from '../analysis/concurrency/limiters.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, quotationMark, styleOf } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What stands for a package's default export in a file, and the import that it needs, if any. */
export interface ImportedName {
  name: string;
  edits: Edit[];
}

/**
 * The name of a package's default export in a file: the one that it is imported under, or the usual one
 * with an import where other files of the program import the package. `undefined` where the project
 * does not depend on it, or the name stands for something else.
 */
export function importedName(
  sourceCode: SourceCode,
  { program }: TypedSource,
  file: ts.SourceFile,
  from: string,
  usual: string,
): ImportedName | undefined {
  const known = defaultImportOf(file, from);
  if (known !== undefined) {
    return { name: known, edits: [] };
  }
  const first = sourceCode.ast.body.find(
    ({ type }) => type === 'ImportDeclaration',
  );
  if (
    first === undefined ||
    !dependsOn(program, from) ||
    isNameKnown(sourceCode, first, usual)
  ) {
    return undefined;
  }
  const { lineBreak, semicolon } = styleOf(sourceCode);
  const quote = quotationMark(sourceCode);
  const at = first.range[0];
  const text = `import ${usual} from ${quote}${from}${quote}${semicolon}${lineBreak}`;
  return { name: usual, edits: [{ range: [at, at], text }] };
}

/** Whether a name stands for something at a node. */
export function isNameKnown(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  name: string,
): boolean {
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node);
  for (; scope !== null; scope = scope.upper) {
    if (scope.set.has(name)) {
      return true;
    }
  }
  return false;
}
