import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { rejectionOf } from '../analysis/rejections/sources.ts';
import type { TypedSource } from '../source/typed-source.ts';
import type { Edit } from './edits.ts';

/**
 * Ends the promises that an expression may evaluate to with `.catch(…)`, each where it is made: in the
 * branches of a condition, under casts and `void`, on the right of `&&`. `undefined` where none of
 * them is a promise that has a `catch`, or the handler would bind to a part of it only.
 */
export function addCatch(
  { text }: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  dropped: TSESTree.Expression,
): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const promise of valuesOf(dropped)) {
    const access = accessTo(source, promise);
    if (access === undefined) {
      continue;
    }
    if (!isOperand(promise, text)) {
      return undefined;
    }
    const [, end] = promise.range;
    edits.push({
      range: [end, end],
      text: `${access}catch((error) => console.error(error))`,
    });
  }
  return edits.length === 0 ? undefined : edits;
}

/** The expressions that one of which is the value of an expression. */
function valuesOf(node: TSESTree.Expression): TSESTree.Expression[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [...valuesOf(node.consequent), ...valuesOf(node.alternate)];
    case 'LogicalExpression':
      return node.operator === '&&'
        ? valuesOf(node.right)
        : [...valuesOf(node.left), ...valuesOf(node.right)];
    case 'SequenceExpression':
      return node.expressions.slice(-1).flatMap(valuesOf);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return valuesOf(node.expression);
    case 'UnaryExpression':
      return node.operator === 'void' ? valuesOf(node.argument) : [node];
    default:
      return [node];
  }
}

/** Whether a member access behind an expression takes the whole of it. */
export function isOperand(node: TSESTree.Expression, text: string): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'ChainExpression':
    case 'Identifier':
    case 'ImportExpression':
    case 'MemberExpression':
      return true;
    case 'NewExpression':
      return text[node.range[1] - 1] === ')';
    default:
      return false;
  }
}

/** How to get at the `catch` of a promise that may reject; `undefined` where there is no such promise. */
function accessTo(
  { program, checker, toTypeScript }: TypedSource,
  expression: TSESTree.Expression,
): '.' | '?.' | undefined {
  const node = toTypeScript(expression) as ts.Expression | undefined;
  if (node === undefined || rejectionOf(program, node).kind === 'never') {
    return undefined;
  }
  const type = checker.getTypeAtLocation(node);
  if (
    checker.getPropertyOfType(checker.getNonNullableType(type), 'catch') ===
    undefined
  ) {
    return undefined;
  }
  return isNullable(checker, resultOfChain(checker, node) ?? type) ? '?.' : '.';
}

/** What `a?.f()` returns where it is called: a `.catch` behind it is left out together with the call. */
function resultOfChain(
  checker: ts.TypeChecker,
  node: ts.Expression,
): ts.Type | undefined {
  const signatures =
    ts.isCallExpression(node) && ts.isCallChain(node)
      ? checker
          .getNonNullableType(checker.getTypeAtLocation(node.expression))
          .getCallSignatures()
      : [];
  return signatures.length === 1 ? signatures[0]?.getReturnType() : undefined;
}

function isNullable(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.getNonNullableType(type) !== type;
}
