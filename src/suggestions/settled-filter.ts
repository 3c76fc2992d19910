import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import type { SettledStatus } from '../analysis/settled/types.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, hasComment } from './edits.ts';
import {
  isExpectedError,
  outerRange,
  statusTest,
  withoutCasts,
} from './settled-text.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** How the compiler sees the results that are filtered. */
export interface FilteredTypes {
  /** Whether the compiler narrows by a test such as that of `filter` (TypeScript 5.5 and later). */
  narrows: boolean;
  /** Whether a cast says more than the status, so that it stays. */
  keepsCast: boolean;
}

const TAKES_ELEMENTS: ReadonlySet<string> = new Set([
  'flatMap',
  'forEach',
  'map',
]);

type Callback = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression;

/**
 * Filters the results by status before the callback that reads one: `results.filter(…).map(…)`. No
 * answer where the callback asks for more than that one property, or for the index, which a filter shifts.
 */
export function filterFirst(
  sourceCode: SourceCode,
  source: TypedSource,
  read: TSESTree.MemberExpression | TSESTree.Property,
  status: SettledStatus,
  { keepsCast, narrows }: FilteredTypes,
): Edit[] | undefined {
  const callback = callbackAround(read);
  const method = callback && methodOf(callback);
  const reads = callback && readsIn(sourceCode, callback, read);
  if (
    callback === undefined ||
    method === undefined ||
    reads === undefined ||
    !isArray(source, method.list) ||
    isExpectedError(sourceCode, read) ||
    isReadByPosition(sourceCode, callback.parent)
  ) {
    return undefined;
  }
  const [parameter] = callback.params;
  const name = parameter?.type === 'Identifier' ? parameter.name : 'result';
  const cast = narrows ? undefined : castTextIn(sourceCode, reads);
  const predicate = cast === undefined ? '' : `: ${name} is ${cast}`;
  const dot = sourceCode.getTokenBefore(method.name);
  const before = dot && sourceCode.getTokenBefore(dot);
  if (dot === null || before === null) {
    return undefined;
  }
  const gap = sourceCode.text.slice(before.range[1], dot.range[0]);
  const filter: Edit = {
    range: [before.range[1], before.range[1]],
    text: `${/^\s*$/u.test(gap) ? gap : ''}.filter((${name})${predicate} => ${statusTest(sourceCode, name, status)})`,
  };
  const isNarrowed = !keepsCast && (narrows || cast !== undefined);
  return [
    filter,
    ...(isNarrowed ? reads.flatMap((each) => uncast(sourceCode, each)) : []),
  ];
}

/** Keeps of a whole array, in place of a cast, only the results whose status it claims. */
export function filterCast(
  sourceCode: SourceCode,
  source: TypedSource,
  cast: TSESTree.TSAsExpression,
  status: SettledStatus,
  { keepsCast, narrows }: FilteredTypes,
): Edit[] | undefined {
  const { expression } = cast;
  if (
    hasComment(sourceCode, cast.range) ||
    dependsOnPlaces(sourceCode, cast) ||
    !isArray(source, expression)
  ) {
    return undefined;
  }
  const text = sourceCode.getText(expression);
  const list = ['CallExpression', 'Identifier', 'MemberExpression'].includes(
    expression.type,
  )
    ? text
    : `(${text})`;
  const filtered = `${list}.filter((result) => ${statusTest(sourceCode, 'result', status)})`;
  const type = sourceCode.getText(cast.typeAnnotation);
  return [
    {
      range:
        keepsCast || !narrows
          ? cast.range
          : outerRange(sourceCode, cast, cast.range),
      text: keepsCast || !narrows ? `${filtered} as ${type}` : filtered,
    },
  ];
}

/** The callback whose only parameter a read reads. */
function callbackAround(
  read: TSESTree.MemberExpression | TSESTree.Property,
): Callback | undefined {
  // At the end of the way up, a `Program` has `null` for a parent.
  let node: TSESTree.Node | null | undefined = read.parent;
  while (
    node &&
    node.type !== 'ArrowFunctionExpression' &&
    node.type !== 'FunctionExpression'
  ) {
    node = node.parent;
  }
  return node?.params.length === 1 ? node : undefined;
}

/** The method that takes a callback, and the list that it is called on; `undefined` where it is another call. */
/** Whether positions of what a call gives are read, which a filter before it would shift: by a pattern, or by an index later. */
function isReadByPosition(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { parent }: TSESTree.Node,
): boolean {
  if (parent?.type !== 'VariableDeclarator') {
    return parent?.type === 'MemberExpression' && parent.computed;
  }
  return (
    parent.id.type === 'ArrayPattern' ||
    sourceCode
      .getDeclaredVariables(parent)
      .some(({ references }) =>
        references.some(
          ({ identifier: { parent: use } }) =>
            use.type === 'MemberExpression' && use.computed,
        ),
      )
  );
}

function methodOf(
  callback: Callback,
): { name: TSESTree.Identifier; list: TSESTree.Expression } | undefined {
  const { parent: call } = callback;
  const callee =
    call.type === 'CallExpression' && call.arguments[0] === callback
      ? call.callee
      : undefined;
  return callee?.type === 'MemberExpression' &&
    !callee.computed &&
    !callee.optional &&
    callee.property.type === 'Identifier' &&
    TAKES_ELEMENTS.has(callee.property.name)
    ? { name: callee.property, list: callee.object }
    : undefined;
}

/** Whether the compiler knows that a list is an array, so that a callback's parameter gets its type; plain JavaScript needs none. */
function isArray(
  { checker, toTypeScript }: TypedSource,
  list: TSESTree.Expression,
): boolean {
  const node = toTypeScript(list);
  return (
    node !== undefined &&
    ((node.flags & ts.NodeFlags.JavaScriptFile) !== 0 ||
      checker.isArrayLikeType(checker.getTypeAtLocation(node)))
  );
}

/** All reads of a callback's parameter, where all are of the one property; none where a pattern takes it. */
function readsIn(
  sourceCode: SourceCode,
  callback: Callback,
  read: TSESTree.MemberExpression | TSESTree.Property,
): TSESTree.MemberExpression[] | undefined {
  const [parameter] = callback.params;
  if (read.type === 'Property') {
    return parameter?.type === 'ObjectPattern' &&
      parameter === read.parent &&
      parameter.properties.length === 1
      ? []
      : undefined;
  }
  if (parameter?.type !== 'Identifier') {
    return undefined;
  }
  const property = sourceCode.getText(read.property);
  const variable = sourceCode
    .getDeclaredVariables(callback)
    .find(({ name }) => name === parameter.name);
  const reads = (variable?.references ?? []).map(({ identifier }) => {
    let node = identifier as TSESTree.Expression;
    while (
      node.parent.type === 'TSAsExpression' ||
      node.parent.type === 'TSTypeAssertion' ||
      node.parent.type === 'TSNonNullExpression'
    ) {
      node = node.parent;
    }
    const { parent } = node;
    return parent.type === 'MemberExpression' &&
      parent.object === node &&
      sourceCode.getText(parent.property) === property
      ? parent
      : undefined;
  });
  const found = reads.filter((each) => each !== undefined);
  return found.length === reads.length && found.includes(read)
    ? found
    : undefined;
}

function castTextIn(
  sourceCode: SourceCode,
  reads: readonly TSESTree.MemberExpression[],
): string | undefined {
  const cast = reads.find(({ object }) => object.type === 'TSAsExpression');
  const type =
    cast?.object.type === 'TSAsExpression'
      ? sourceCode.getText(cast.object.typeAnnotation)
      : undefined;
  return type?.startsWith('Promise') === true ? type : undefined;
}

function uncast(
  sourceCode: SourceCode,
  { object }: TSESTree.MemberExpression,
): Edit[] {
  const result = withoutCasts(object);
  const range = outerRange(sourceCode, object, object.range);
  return result === object || hasComment(sourceCode, range)
    ? []
    : [{ range, text: sourceCode.getText(result) }];
}

/** Whether code takes results of a cast by their places, which a filter shifts. */
function dependsOnPlaces(
  sourceCode: SourceCode,
  cast: TSESTree.TSAsExpression,
): boolean {
  const { parent } = cast;
  if (parent.type === 'MemberExpression') {
    return parent.computed;
  }
  if (parent.type !== 'VariableDeclarator') {
    return false;
  }
  return (
    parent.id.type !== 'Identifier' ||
    sourceCode
      .getDeclaredVariables(parent)
      .some(({ references }) =>
        references.some(
          ({ identifier }) =>
            identifier.parent.type === 'MemberExpression' &&
            identifier.parent.computed,
        ),
      )
  );
}
