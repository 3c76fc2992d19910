import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { droppedPromisesIn } from '../analysis/arguments/dropped-promises.ts';
import { returnsNothing } from '../analysis/arguments/empty-returns.ts';
import {
  enclosingFunction,
  isFunctionWithBody,
} from '../analysis/language/syntax.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { isOperand } from './add-catch.ts';
import { type Edit, hasComment, suggestion, wrap } from './edits.ts';

export const MEMBER_MESSAGES = {
  callFunction: 'Call the function.',
  callEach: 'Call each function.',
  insertReturn: 'Return the promise.',
} as const;

type Suggestions = TSESLint.SuggestionReportDescriptor<
  keyof typeof MEMBER_MESSAGES
>[];

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Calls a function that is a member itself, or that a callback returns for each; of a list, each of its functions. */
export function callSuggestions(
  sourceCode: SourceCode,
  { checker, toTypeScript }: TypedSource,
  node: TSESTree.Node,
): Suggestions {
  const list = node.type === 'SpreadElement' ? node.argument : node;
  const expression = toTypeScript(list);
  if (expression === undefined) {
    return [];
  }
  const type = checker.getTypeAtLocation(expression);
  if (type.getCallSignatures().length > 0) {
    return suggestion('callFunction', called(sourceCode, type, node));
  }
  const each = checker.isArrayType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
  const [, end] = list.range;
  return each !== undefined &&
    takesNothing(each) &&
    isOperand(list as TSESTree.Expression, sourceCode.text)
    ? suggestion('callEach', [
        { range: [end, end], text: '.map((task) => task())' },
      ])
    : [];
}

function called(
  sourceCode: SourceCode,
  type: ts.Type,
  node: TSESTree.Node,
): Edit[] | undefined {
  const [start, end] = node.range;
  if (!takesNothing(type)) {
    return undefined;
  }
  switch (node.type) {
    case 'ArrowFunctionExpression': {
      const [bodyStart, bodyEnd] = node.body.range;
      const isBare =
        !node.async &&
        node.params.length === 0 &&
        node.body.type === 'CallExpression' &&
        bodyEnd === end &&
        !hasComment(sourceCode, [start, bodyStart]);
      return isBare
        ? [{ range: [start, bodyStart], text: '' }]
        : wrap(node, '(', ')()');
    }
    case 'FunctionExpression':
      return wrap(node, '(', ')()');
    case 'Identifier':
    case 'MemberExpression':
      return [{ range: [end, end], text: '()' }];
    default:
      return undefined;
  }
}

/** Whether a function may be called without arguments. */
function takesNothing(type: ts.Type): boolean {
  const signatures = type.getCallSignatures();
  return (
    signatures.length > 0 &&
    signatures.every(({ parameters }) =>
      parameters.every(({ valueDeclaration }) => {
        return (
          valueDeclaration !== undefined &&
          ts.isParameter(valueDeclaration) &&
          (valueDeclaration.questionToken ??
            valueDeclaration.initializer ??
            valueDeclaration.dotDotDotToken) !== undefined
        );
      }),
    )
  );
}

/** Returns the promise that a callback starts in its last statement, where it is the only one and nothing else is returned. */
export function insertReturn(
  { program }: TypedSource,
  statement: ts.Node,
  { range: [start] }: TSESTree.Node,
): Edit[] | undefined {
  const fn = enclosingFunction(statement);
  return fn !== undefined &&
    isFunctionWithBody(fn) &&
    fn.type === undefined &&
    ts.isBlock(fn.body) &&
    fn.body.statements.at(-1) === statement &&
    droppedPromisesIn(program, fn).length === 1 &&
    returnsNothing(program, fn)
    ? [{ range: [start, start], text: 'return ' }]
    : undefined;
}
