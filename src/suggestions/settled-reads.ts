import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  beginsLine,
  type Edit,
  freeName,
  indentationOf,
  quotationMark,
  styleOf,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What stands for a member that was rejected, asked by its position (`undefined` for every member alike) and the name of its result. */
export type FallbackOf = (index: number | undefined, result: string) => string;

/** `target = await Promise.all(…)` or `const target = await Promise.all(…)`, the only thing that its statement does. */
export interface Binding {
  statement: TSESTree.ExpressionStatement | TSESTree.VariableDeclaration;
  target: TSESTree.Node;
  keyword: 'const' | 'let' | 'var' | undefined;
}

/** How values are read from settled results that take their place. */
export interface Read {
  /** Puts the settled results under names of their own. */
  edits: Edit[];
  /** Reads them, without keyword and semicolon. */
  assignments: string[];
}

/** Reads each member into its own name of a pattern, which is edited by itself, so that comments and holes between them stay; `undefined` for a pattern within it, or a typed one. */
export function readMembers(
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

/** Reads all results by one callback; `undefined` where the target has no plain name, or a type that what stands for a rejected member has no place in. */
export function readArray(
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
export function readTuple(
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
