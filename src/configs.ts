import type { TSESLint } from '@typescript-eslint/utils';

import type { Preset, RuleDocs } from './create-rule.ts';

type Rules = Record<
  string,
  TSESLint.RuleModule<string, readonly unknown[], RuleDocs>
>;

/** The severities that a preset sets, read from each rule's own metadata. */
export function rulesOf(
  rules: Rules,
  namespace: string,
  preset: Preset,
): Record<string, TSESLint.SharedConfig.RuleEntry> {
  const entries: Record<string, TSESLint.SharedConfig.RuleEntry> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const entry = rule.meta.docs?.presets[preset];
    if (entry !== undefined) {
      entries[`${namespace}/${name}`] = entry;
    }
  }
  return entries;
}
