import parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import promiseCombinators from 'eslint-plugin-promise-combinators';

/** A configuration as it was written before `defineConfig`. */
export const asArray: Linter.Config[] = [
  promiseCombinators.configs.recommended,
  {
    plugins: { 'promise-combinators': promiseCombinators },
    rules: { ...promiseCombinators.configs.strict.rules },
  },
];

export default defineConfig(
  {
    files: ['src/**/*.ts'],
    languageOptions: { parser, parserOptions: { projectService: true } },
  },
  {
    files: ['src/by-name.ts'],
    plugins: { 'promise-combinators': promiseCombinators },
    extends: ['promise-combinators/recommended'],
  },
  {
    files: ['src/by-object.ts'],
    extends: [promiseCombinators.configs.recommended],
  },
);
