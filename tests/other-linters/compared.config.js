// ESLint with the rules of its core and of other plugins that are about promises, and nothing else.
// Unicorn asks for Node 22: `core-js` brings to Node 20 what of the language it uses.
import 'core-js/actual/index.js';

import { readFileSync } from 'node:fs';

import promise from 'eslint-plugin-promise';
import sonarjs from 'eslint-plugin-sonarjs';
import unicorn from 'eslint-plugin-unicorn';
import typescriptEslint from 'typescript-eslint';

const lists = JSON.parse(
  readFileSync(new URL('rules.json', import.meta.url), 'utf8'),
);

function errors(prefix, names) {
  return Object.fromEntries(
    names.map((name) => [
      prefix + name,
      ['error', ...(lists.options[name] ?? [])],
    ]),
  );
}

export default [
  {
    files: ['examples/**/*.{ts,tsx,js,jsx}'],
    plugins: {
      '@typescript-eslint': typescriptEslint.plugin,
      promise,
      sonarjs,
      unicorn,
    },
    linterOptions: {
      noInlineConfig: true,
      reportUnusedDisableDirectives: 'off',
    },
    languageOptions: {
      parser: typescriptEslint.parser,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...errors('', lists.eslint),
      ...errors('@typescript-eslint/', lists.typescript),
      ...errors('promise/', lists.promise),
      ...errors('sonarjs/', lists.sonarjs),
      ...errors('unicorn/', lists.unicorn),
    },
  },
];
