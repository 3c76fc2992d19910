import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import {
  type CombinatorCall,
  isCombinatorName,
  recogniseCombinator,
} from '../analysis/language/combinators.ts';
import { calledName } from './names.ts';

/**
 * One file as both trees see it: the only door from rules to types.
 *
 * Answers of `undefined` mean that a node has no counterpart in the other tree (an editor's
 * half-typed code, a template of a framework's file); a rule takes that for "unknown" and stays silent.
 */
export interface TypedSource {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The TypeScript node that an ESTree node stands for. */
  toTypeScript: (node: TSESTree.Node) => ts.Node | undefined;
  /** The ESTree node that a TypeScript node stands for; `undefined` too for nodes of other files. */
  toESTree: (node: ts.Node) => TSESTree.Node | undefined;
  /** The combinator that a call is: by its name first, and only then by types. */
  combinatorAt: (node: TSESTree.CallExpression) => CombinatorCall | undefined;
}

const sources = new WeakMap<object, TypedSource>();

/**
 * The typed view of a file, or `undefined` where its parser gave no type information.
 * Types come from the parser's services today.
 */
export function typedSourceOf(
  sourceCode: Readonly<TSESLint.SourceCode>,
): TypedSource | undefined {
  const known = sources.get(sourceCode);
  if (known !== undefined) {
    return known;
  }
  const services = sourceCode.parserServices;
  const { program, esTreeNodeToTSNodeMap, tsNodeToESTreeNodeMap } =
    services ?? {};
  if (!program || !esTreeNodeToTSNodeMap || !tsNodeToESTreeNodeMap) {
    return undefined;
  }
  const source: TypedSource = {
    program,
    checker: program.getTypeChecker(),
    toTypeScript: (node) => esTreeNodeToTSNodeMap.get(node),
    toESTree: (node) => tsNodeToESTreeNodeMap.get(node),
    combinatorAt: (node) =>
      isCombinatorName(calledName(node))
        ? recogniseCombinator(program, source.toTypeScript(node))
        : undefined,
  };
  sources.set(sourceCode, source);
  return source;
}
