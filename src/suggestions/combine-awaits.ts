import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import { type Edit, hasComment, indentationOf, styleOf } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

export type CombiningMessageId = 'combineAwaits';

export const COMBINING_MESSAGES = {
  combineAwaits: 'Await them together, with `Promise.all`.',
} satisfies Record<CombiningMessageId, string>;

/** `const name = await promise;`, as one of several that are put together. */
export interface AwaitedConstant {
  statement: TSESTree.Node;
  name: TSESTree.Node;
  promise: TSESTree.Node;
}

/** How long a line may become before its parts stand below each other. */
const WIDTH = 80;

/** One declaration that awaits several promises together: `const [a, b] = await Promise.all([f(), g()]);`. `undefined` where a comment would be lost. */
export function combineAwaits(
  sourceCode: SourceCode,
  constants: readonly AwaitedConstant[],
): Edit[] | undefined {
  const first = constants[0]?.statement;
  const last = constants.at(-1)?.statement;
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const range: TSESTree.Range = [first.range[0], last.range[1]];
  const kept = constants.flatMap(({ name, promise }) => [name, promise]);
  const gaps = [range[0], ...kept.flatMap((node) => node.range), range[1]];
  for (let i = 0; i < gaps.length; i += 2) {
    if (hasComment(sourceCode, gaps.slice(i, i + 2) as TSESTree.Range)) {
      return undefined;
    }
  }
  const names = constants.map(({ name }) => sourceCode.getText(name));
  const promises = constants.map(({ promise }) => sourceCode.getText(promise));
  const { lineBreak, semicolon, step } = styleOf(sourceCode);
  const indentation = indentationOf(sourceCode, first);
  const inOneLine = (parts: readonly string[]): string =>
    `[${parts.join(', ')}]`;
  const below = (parts: readonly string[]): string =>
    [
      '[',
      ...parts.map((part) => `${indentation}${step}${part},`),
      `${indentation}]`,
    ].join(lineBreak);
  const declare = (parts: string): string =>
    `const ${inOneLine(names)} = await Promise.all(${parts})${semicolon}`;
  const short = declare(inOneLine(promises));
  const isShort =
    indentation.length + short.length <= WIDTH && !short.includes('\n');
  return [{ range, text: isShort ? short : declare(below(promises)) }];
}
