import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  beginsLine,
  type Edit,
  endOf,
  endOfLineComments,
  freeName,
  hasComment,
  indentationOf,
  isInList,
  quotationMark,
  styleOf,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What stands for a member that was rejected, asked by its position (`undefined` for every member alike) and the name of its result. */
export type FallbackOf = (index: number | undefined, result: string) => string;

/** `target = await Promise.all(…)` or `const target = await Promise.all(…)`, the only thing that its statement does. */
interface Binding {
  statement: TSESTree.ExpressionStatement | TSESTree.VariableDeclaration;
  target: TSESTree.Node;
  keyword: 'const' | 'let' | 'var' | undefined;
}

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

interface Read {
  /** Puts the settled results under names of their own. */
  edits: Edit[];
  /** Reads them, without keyword and semicolon. */
  assignments: string[];
}

/** Each name of the pattern is edited by itself, so that comments and holes between them stay. */
function readMembers(
  sourceCode: SourceCode,
  pattern: TSESTree.ArrayPattern,
  fallbackOf: FallbackOf,
): Read | undefined {
  const quote = quotationMark(sourceCode);
  const read: Read = { edits: [], assignments: [] };
  for (const [index, element] of pattern.elements.entries()) {
    if (element === null) {
      continue;
    }
    const name = nameOf(element);
    if (name === undefined) {
      return undefined;
    }
    const result = freeName(sourceCode, `${name}Result`);
    read.edits.push({ range: element.range, text: result });
    read.assignments.push(
      `${sourceCode.text.slice(...element.range)} = ${result}.status === ${quote}fulfilled${quote} ? ${result}.value : ${fallbackOf(index, result)}`,
    );
  }
  return pattern.typeAnnotation === undefined && read.edits.length > 0
    ? read
    : undefined;
}

function readArray(
  sourceCode: SourceCode,
  { statement, target }: Binding,
  fallbackOf: FallbackOf,
  fitsType: boolean,
): Read | undefined {
  const name =
    fitsType && target.type === 'Identifier' ? target.name : nameOf(target);
  if (name === undefined) {
    return undefined;
  }
  const quote = quotationMark(sourceCode);
  const settled = settledName(sourceCode, name);
  const { lineBreak, step } = styleOf(sourceCode);
  const margin = indentationOf(sourceCode, statement);
  const value = `result.status === ${quote}fulfilled${quote} ? result.value : ${fallbackOf(undefined, 'result')}`;
  const callback = beginsLine(sourceCode, statement)
    ? `(result) =>${lineBreak}${margin}${step}${value},${lineBreak}${margin}`
    : `(result) => ${value}`;
  return {
    edits: [{ range: target.range, text: settled }],
    assignments: [
      `${sourceCode.text.slice(...target.range)} = ${settled}.map(${callback})`,
    ],
  };
}

/** Reads each result at its own place of a constant. */
function readTuple(
  sourceCode: SourceCode,
  { statement, target, keyword }: Binding,
  { arguments: [members] }: TSESTree.CallExpression,
  fallbackOf: FallbackOf,
  assertion: string,
): Read | undefined {
  const name = nameOf(target);
  if (
    name === undefined ||
    keyword !== 'const' ||
    members?.type !== 'ArrayExpression' ||
    members.elements.some((each) => each?.type === 'SpreadElement') ||
    !beginsLine(sourceCode, statement)
  ) {
    return undefined;
  }
  const quote = quotationMark(sourceCode);
  const settled = settledName(sourceCode, name);
  const { lineBreak, step } = styleOf(sourceCode);
  const margin = indentationOf(sourceCode, statement);
  const lines = members.elements.map((_, index) => {
    const result = `${settled}[${String(index)}]`;
    return `${margin}${step}${result}.status === ${quote}fulfilled${quote} ? ${result}.value : ${fallbackOf(index, result)},`;
  });
  return {
    edits: [{ range: target.range, text: settled }],
    assignments: [
      `${name} = ${['[', ...lines, `${margin}]${assertion}`].join(lineBreak)}`,
    ],
  };
}

function settledName(sourceCode: SourceCode, name: string): string {
  return freeName(
    sourceCode,
    name.startsWith('settled')
      ? `${name}Results`
      : `settled${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  );
}

/** What a plain target is called; `undefined` for patterns, and where a type is written. */
function nameOf(target: TSESTree.Node): string | undefined {
  if (target.type === 'Identifier') {
    return target.typeAnnotation === undefined ? target.name : undefined;
  }
  return target.type === 'MemberExpression' && !target.computed
    ? target.property.name
    : undefined;
}
