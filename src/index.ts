import { createRequire } from 'node:module';

import type { Linter, Rule } from 'eslint';

import { rulesOf } from './configs.ts';
import { PRESETS, type Preset } from './create-rule.ts';
import { rules } from './rules/index.ts';

const manifest = createRequire(import.meta.url)('../package.json') as {
  name: string;
  version: string;
};

const NAMESPACE = 'promise-combinators';

/** A flat config object of this plugin. */
export interface PresetConfig {
  name: string;
  plugins: { [NAMESPACE]: PromiseCombinatorsPlugin };
  rules: Linter.RulesRecord;
}

/** The plugin, as ESLint's flat config takes it. */
export interface PromiseCombinatorsPlugin {
  meta: { name: string; version: string; namespace: typeof NAMESPACE };
  rules: Record<keyof typeof rules, Rule.RuleModule>;
  configs: Record<Preset, PresetConfig>;
}

const plugin: PromiseCombinatorsPlugin = {
  meta: {
    name: manifest.name,
    version: manifest.version,
    namespace: NAMESPACE,
  },
  // The rules are typed by @typescript-eslint/utils, whose contexts ESLint's own types do not accept.
  rules: rules as unknown as PromiseCombinatorsPlugin['rules'],
  configs: {} as PromiseCombinatorsPlugin['configs'],
};

for (const preset of PRESETS) {
  plugin.configs[preset] = {
    name: `${NAMESPACE}/${preset}`,
    plugins: { [NAMESPACE]: plugin },
    rules: rulesOf(rules, NAMESPACE, preset),
  };
}

export default plugin;
