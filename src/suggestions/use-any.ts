import type { TSESTree } from '@typescript-eslint/utils';

import type { TypedSource } from '../source/typed-source.ts';
import type { Edit } from './edits.ts';

/** Turns `Promise.race` into `Promise.any`, where the library of the program has it. */
export function useAny(
  { checker, toTypeScript }: TypedSource,
  { callee }: TSESTree.CallExpression,
): Edit[] | undefined {
  const constructor =
    callee.type === 'MemberExpression' && !callee.computed
      ? toTypeScript(callee.object)
      : undefined;
  return callee.type === 'MemberExpression' &&
    constructor !== undefined &&
    checker.getPropertyOfType(checker.getTypeAtLocation(constructor), 'any') !==
      undefined
    ? [{ range: callee.property.range, text: 'any' }]
    : undefined;
}
