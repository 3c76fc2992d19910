import typescriptParser from '@typescript-eslint/parser';
import { defineConfig, globalIgnores } from 'eslint/config';
import promiseCombinators from 'eslint-plugin-promise-combinators';

export default defineConfig(globalIgnores(['dist/']), {
  files: ['src/**/*.{js,ts}'],
  plugins: { 'promise-combinators': promiseCombinators },
  extends: ['promise-combinators/recommended'],
  languageOptions: {
    parser: typescriptParser,
    parserOptions: {
      projectService: true,
      tsconfigRootDir: import.meta.dirname,
    },
  },
});
