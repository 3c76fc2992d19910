import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  beginsLine,
  type Edit,
  endOf,
  endOfLineComments,
  hasComment,
  indentationOf,
  isInList,
  styleOf,
} from './edits.ts';

import {
  type Binding,
  type FallbackOf,
  readArray,
  readMembers,
  readTuple,
} from './settled-reads.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Turns `const … = await Promise.all(…)` into `Promise.allSettled` and reads each result by its
 * status; the same for an assignment. `undefined` where the results are not bound to plain names, or
 * a type is written that the edit would make wrong.
 *
 * @param options.assertion given where one name keeps values of several types, so that each needs a place of its own:
 *   what the list of them is asserted to be.
 * @param options.fitsType whether what stands for a rejected member has a place in the type that is written.
 */
export function useAllSettled(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  fallbackOf: FallbackOf,
  {
    assertion,
    fitsType = false,
  }: { assertion?: string | undefined; fitsType?: boolean } = {},
): Edit[] | undefined {
  const method =
    call.callee.type === 'MemberExpression' && !call.callee.computed
      ? call.callee.property
      : undefined;
  const binding = bindingOf(call);
  if (
    method === undefined ||
    binding === undefined ||
    call.typeArguments !== undefined ||
    takesOver(binding, call)
  ) {
    return undefined;
  }
  const { statement, target, keyword } = binding;
  const read =
    target.type === 'ArrayPattern'
      ? readMembers(sourceCode, target, fallbackOf)
      : assertion === undefined
        ? readArray(sourceCode, binding, fallbackOf, fitsType)
        : readTuple(sourceCode, binding, call, fallbackOf, assertion);
  const outer = statement.parent;
  const exported = outer.type === 'ExportNamedDeclaration' ? outer : undefined;
  const modifier: TSESTree.Range | undefined = exported && [
    exported.range[0],
    statement.range[0],
  ];
  if (read === undefined || (modifier && hasComment(sourceCode, modifier))) {
    return undefined;
  }
  const { lineBreak, semicolon } = styleOf(sourceCode);
  const end = endOf(sourceCode, exported ?? statement);
  const at = beginsLine(sourceCode, exported ?? statement)
    ? endOfLineComments(sourceCode, end)
    : end;
  const isEnded = sourceCode.text[end - 1] === ';';
  const margin = indentationOf(sourceCode, statement);
  const declares = `${exported ? 'export ' : ''}${keyword === undefined ? '' : `${keyword} `}`;
  const separator = beginsLine(sourceCode, exported ?? statement)
    ? lineBreak + margin
    : isEnded
      ? ' '
      : '; ';
  return [
    ...(modifier ? [{ range: modifier, text: '' }] : []),
    ...(keyword === undefined
      ? [{ range: startOf(statement), text: 'const ' }]
      : []),
    ...read.edits,
    { range: method.range, text: 'allSettled' },
    {
      range: [at, at],
      text: read.assignments
        .map(
          (assignment) =>
            separator + declares + assignment + (isEnded ? semicolon : ''),
        )
        .join(''),
    },
  ];
}

/** Whether a variable that held a promise gets its value, as `[a, b] = await Promise.all([a, b])` does: there is no place for a missing one in its type. */
function takesOver(
  { target }: Binding,
  { arguments: [members] }: TSESTree.CallExpression,
): boolean {
  const namesIn = (elements: readonly (TSESTree.Node | null)[]): string[] =>
    elements.flatMap((each) => (each?.type === 'Identifier' ? each.name : []));
  return (
    target.type === 'ArrayPattern' &&
    members?.type === 'ArrayExpression' &&
    namesIn(members.elements).some((name) =>
      namesIn(target.elements).includes(name),
    )
  );
}

function startOf({ range: [start] }: TSESTree.Node): TSESTree.Range {
  return [start, start];
}

function bindingOf(call: TSESTree.CallExpression): Binding | undefined {
  const value = call.parent;
  const binder = value.parent;
  if (value.type !== 'AwaitExpression') {
    return undefined;
  }
  if (
    binder?.type === 'VariableDeclarator' &&
    binder.parent.declarations.length === 1 &&
    (isInList(binder.parent) ||
      binder.parent.parent.type === 'ExportNamedDeclaration')
  ) {
    const { kind } = binder.parent;
    return kind === 'const' || kind === 'let' || kind === 'var'
      ? { statement: binder.parent, target: binder.id, keyword: kind }
      : undefined;
  }
  if (
    binder?.type === 'AssignmentExpression' &&
    binder.operator === '=' &&
    binder.right === value &&
    binder.parent.type === 'ExpressionStatement' &&
    binder.range[0] === binder.parent.range[0] &&
    isInList(binder.parent)
  ) {
    return {
      statement: binder.parent,
      target: binder.left,
      keyword: undefined,
    };
  }
  return undefined;
}
