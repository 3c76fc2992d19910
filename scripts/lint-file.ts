import { readFileSync } from 'node:fs';

import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type ts from 'typescript';

import plugin, { type PromiseCombinatorsPlugin } from '../src/index.ts';

export type PresetName = keyof PromiseCombinatorsPlugin['configs'];

export interface LintedFile {
  code: string;
  messages: Linter.LintMessage[];
  /** The rules that threw; each is left out for the rest of the file. */
  crashes: { rule: string; message: string }[];
}

/** Lints one file of a program with a preset, whatever comments in the file switch off. */
export function lintFile(
  program: ts.Program,
  file: string,
  root: string,
  preset: PresetName,
): LintedFile {
  const code = readFileSync(file, 'utf8').replace(/^\u{FEFF}/u, '');
  const linter = new Linter({ cwd: root });
  const rules = { ...plugin.configs[preset].rules };
  const crashes: LintedFile['crashes'] = [];
  for (;;) {
    try {
      const messages = linter.verify(
        code,
        [
          // Packages are linted where they are installed.
          { ignores: ['!**/node_modules/'] },
          {
            files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
            plugins: { 'promise-combinators': plugin },
            linterOptions: {
              noInlineConfig: true,
              reportUnusedDisableDirectives: 'off',
            },
            languageOptions: {
              parser,
              parserOptions: {
                programs: [program],
                ecmaFeatures: { jsx: true },
              },
            },
            rules,
          },
        ],
        file,
      );
      return {
        code,
        crashes,
        messages: messages.filter(
          ({ ruleId, severity }) => ruleId !== null || severity === 2,
        ),
      };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const rule = Object.keys(rules).find((id) => message.includes(`"${id}"`));
      crashes.push({ rule: rule ?? '?', message });
      if (rule === undefined) {
        return { code, messages: [], crashes };
      }
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- one entry fewer in each turn
      delete rules[rule];
    }
  }
}
