import type { TSESTree } from '@typescript-eslint/utils';

/** The name of the method that a call calls, `all` of `Promise.all()` and `Promise['all']()`: what a listener looks at before it asks for any type. */
export function calledName({
  callee,
}: TSESTree.CallExpression): string | undefined {
  const access =
    callee.type === 'TSNonNullExpression' ? callee.expression : callee;
  if (access.type !== 'MemberExpression') {
    return undefined;
  }
  const { computed, property } = access;
  if (property.type === 'Identifier' && !computed) {
    return property.name;
  }
  return property.type === 'Literal' ? String(property.value) : undefined;
}
