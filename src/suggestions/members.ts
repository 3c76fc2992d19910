import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { droppedPromisesIn } from '../analysis/dropped-promises.ts';
import { returnsNothing } from '../analysis/empty-returns.ts';
import { kindOfElements } from '../analysis/members.ts';
import { enclosingFunction, isFunctionWithBody } from '../analysis/syntax.ts';
import { iterabilityOf } from '../analysis/types.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { isOperand } from './add-catch.ts';
import { renameMethod, useValues } from './make-iterable.ts';
import { isResultDiscarded } from './contexts.ts';
import { type Edit, hasComment, suggestion } from './edits.ts';

export const MEMBER_MESSAGES = {
  callFunction: 'Call the function.',
  callEach: 'Call each function.',
  wrapInCombinator: 'Wait for what is inside with a combinator of its own.',
  spreadMember: 'Spread the array, so that its promises are members.',
  useFlatMap: 'Use `flatMap`, so that the promises are members.',
  flatten: 'Flatten the arrays, so that their promises are members.',
  insertReturn: 'Return the promise.',
  useValues: 'Use `values()`, which yields the promises.',
} as const;

export type MemberSuggestionId = keyof typeof MEMBER_MESSAGES;

type Suggestions = TSESLint.SuggestionReportDescriptor<MemberSuggestionId>[];

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

function wrap(
  { range: [start, end] }: TSESTree.Node,
  before: string,
  after: string,
): Edit[] {
  return [
    { range: [start, start], text: before },
    { range: [end, end], text: after },
  ];
}

/**
 * Brings the promises of an inner array before a combinator: by an inner one, which keeps the shape of
 * the result, and by making them members of the outer one where nobody looks at the result.
 */
export function nestingSuggestions(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
  node: TSESTree.Node,
): Suggestions {
  const [given] = call.arguments;
  const outer = source.toTypeScript(call);
  const list = node.type === 'SpreadElement' ? node.argument : node;
  const array = source.toTypeScript(list) as ts.Expression | undefined;
  if (given === undefined || outer === undefined || array === undefined) {
    return [];
  }
  const type = source.checker.getTypeAtLocation(array);
  if (iterabilityOf(source.checker, type) !== 'all') {
    return [];
  }
  const combinator = innerCombinator(sourceCode, call);
  const isFree = isResultDiscarded(outer);
  const [start, end] = list.range;
  const holdsPromises = (of: ts.Type): boolean =>
    kindOfElements(source.program, of, array) === 'promise';

  if (list === given || list !== node) {
    const element = source.checker.getIndexTypeOfType(
      type,
      ts.IndexKind.Number,
    );
    if (
      element === undefined ||
      !holdsPromises(element) ||
      !isOperand(list as TSESTree.Expression, sourceCode.text)
    ) {
      return [];
    }
    const each =
      combinator === undefined
        ? undefined
        : `.map((list) => ${combinator}(list))`;
    return [
      ...suggestion('wrapInCombinator', appended(end, each)),
      ...suggestion('flatten', appended(end, isFree ? '.flat()' : undefined)),
    ];
  }
  if (!holdsPromises(type)) {
    return [];
  }
  const isMember = node.parent === given;
  return [
    ...suggestion(
      'wrapInCombinator',
      combinator === undefined ? undefined : wrap(node, `${combinator}(`, ')'),
    ),
    ...suggestion(
      'spreadMember',
      isFree && isMember ? [{ range: [start, start], text: '...' }] : undefined,
    ),
    ...suggestion(
      'useFlatMap',
      isFree && !isMember ? useFlatMap(source, node) : undefined,
    ),
  ];
}

/** Waits for the promise in each pair, which keeps the pairs; where nobody looks at the result, for the values alone. */
export function entriesSuggestions(
  sourceCode: SourceCode,
  source: TypedSource,
  call: TSESTree.CallExpression,
  node: TSESTree.Node,
): Suggestions {
  const outer = source.toTypeScript(call);
  const combinator = innerCombinator(sourceCode, call);
  return [
    ...suggestion(
      'wrapInCombinator',
      combinator === undefined
        ? undefined
        : wrap(node, 'Array.from(', `, (entry) => ${combinator}(entry))`),
    ),
    ...suggestion(
      'useValues',
      outer !== undefined && isResultDiscarded(outer)
        ? useValues(sourceCode, node)
        : undefined,
    ),
  ];
}

/** What an inner combinator is called with: `all` and `allSettled` keep each other's meaning, `any` and `race` do not. */
function innerCombinator(
  sourceCode: SourceCode,
  { callee }: TSESTree.CallExpression,
): string | undefined {
  return callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    (callee.property.name === 'all' || callee.property.name === 'allSettled')
    ? sourceCode.getText(callee)
    : undefined;
}

function appended(end: number, text: string | undefined): Edit[] | undefined {
  return text === undefined ? undefined : [{ range: [end, end], text }];
}

/** Turns the `map` whose callback returns a node into `flatMap`. */
function useFlatMap(
  { checker, toTypeScript }: TypedSource,
  node: TSESTree.Node,
): Edit[] | undefined {
  let callback = node.parent;
  while (
    callback?.type === 'ReturnStatement' ||
    callback?.type === 'BlockStatement'
  ) {
    callback = callback.parent;
  }
  const map = callback?.parent;
  if (
    map?.type !== 'CallExpression' ||
    map.callee.type !== 'MemberExpression'
  ) {
    return undefined;
  }
  const list = toTypeScript(map.callee.object);
  return list !== undefined &&
    checker.isArrayType(checker.getTypeAtLocation(list))
    ? renameMethod(map, 'flatMap', 'map')
    : undefined;
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
