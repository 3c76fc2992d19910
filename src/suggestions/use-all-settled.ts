import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  type Edit,
  indentationOf,
  indentationStep,
  quotationMark,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What stands for a member that was rejected, asked by its position (`undefined` for every member alike). */
export type FallbackOf = (index: number | undefined) => 'null' | '[]';

/**
 * Turns `const … = await Promise.all(…)` into `Promise.allSettled` and reads each result by its
 * status. `undefined` where the results are not bound to plain names, or a type is written that the
 * edit would make wrong.
 */
export function useAllSettled(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  fallbackOf: FallbackOf,
): Edit[] | undefined {
  const declarator = call.parent.parent;
  const method =
    call.callee.type === 'MemberExpression' ? call.callee.property : undefined;
  if (
    method?.type !== 'Identifier' ||
    call.typeArguments !== undefined ||
    call.parent.type !== 'AwaitExpression' ||
    declarator?.type !== 'VariableDeclarator' ||
    declarator.parent.declarations.length !== 1 ||
    !['BlockStatement', 'Program', 'StaticBlock'].includes(
      declarator.parent.parent.type,
    )
  ) {
    return undefined;
  }
  const read =
    declarator.id.type === 'ArrayPattern'
      ? readMembers(sourceCode, declarator.id, declarator, fallbackOf)
      : readArray(sourceCode, declarator, fallbackOf);
  if (read === undefined) {
    return undefined;
  }
  const margin = indentationOf(sourceCode, declarator.parent);
  const [, end] = declarator.parent.range;
  const semicolon = sourceCode.text[end - 1] === ';' ? ';' : '';
  const { kind } = declarator.parent;
  return [
    { range: declarator.id.range, text: read.pattern },
    { range: method.range, text: 'allSettled' },
    {
      range: [end, end],
      text: read.lines
        .map((line) => `\n${margin}${kind} ${line}${semicolon}`)
        .join(''),
    },
  ];
}

interface Read {
  pattern: string;
  lines: string[];
}

function readMembers(
  sourceCode: SourceCode,
  pattern: TSESTree.ArrayPattern,
  declarator: TSESTree.VariableDeclarator,
  fallbackOf: FallbackOf,
): Read | undefined {
  const names = pattern.elements.map((element) =>
    element === null ? '' : element.type === 'Identifier' ? element.name : null,
  );
  if (
    pattern.typeAnnotation !== undefined ||
    names.includes(null) ||
    names.every((name) => name === '')
  ) {
    return undefined;
  }
  const quote = quotationMark(sourceCode);
  const settled = names.map((name) =>
    name === null || name === ''
      ? ''
      : freeName(sourceCode, declarator, `${name}Result`),
  );
  return {
    pattern: `[${settled.join(', ')}]`,
    lines: names.flatMap((name, index) => {
      const result = settled[index] ?? '';
      return name === null || name === ''
        ? []
        : [
            `${name} = ${result}.status === ${quote}fulfilled${quote} ? ${result}.value : ${fallbackOf(index)}`,
          ];
    }),
  };
}

function readArray(
  sourceCode: SourceCode,
  declarator: TSESTree.VariableDeclarator,
  fallbackOf: FallbackOf,
): Read | undefined {
  const { id } = declarator;
  if (id.type !== 'Identifier' || id.typeAnnotation !== undefined) {
    return undefined;
  }
  const quote = quotationMark(sourceCode);
  const settled = freeName(
    sourceCode,
    declarator,
    id.name.startsWith('settled')
      ? `${id.name}Results`
      : `settled${id.name.charAt(0).toUpperCase()}${id.name.slice(1)}`,
  );
  const margin = indentationOf(sourceCode, declarator.parent);
  const step = indentationStep(sourceCode);
  return {
    pattern: settled,
    lines: [
      `${id.name} = ${settled}.map((result) =>\n${margin}${step}result.status === ${quote}fulfilled${quote} ? result.value : ${fallbackOf(undefined)},\n${margin})`,
    ],
  };
}

/** A name that nothing in the file has yet. */
function freeName(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  wish: string,
): string {
  const taken = new Set(
    sourceCode.ast.tokens
      .filter((token) => token.type === 'Identifier')
      .map((token) => token.value),
  );
  let name = wish;
  for (let count = 2; taken.has(name); count++) {
    name = `${wish}${String(count)}`;
  }
  return name;
}
