import { readFileSync } from 'node:fs';

import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type ts from 'typescript';

import plugin, { type PromiseCombinatorsPlugin } from '../src/index.ts';

export type PresetName = keyof PromiseCombinatorsPlugin['configs'];

export interface Crash {
  rule: string;
  message: string;
  /** The first frames of the stack. */
  stack: string;
}

export interface LintedFile {
  code: string;
  messages: Linter.LintMessage[];
  /** The rules that threw; each is left out for the rest of the file. */
  crashes: Crash[];
  /** Milliseconds by rule; the first that asks for a type pays for all. */
  times: Record<string, number>;
}

export function isPreset(name: string): name is PresetName {
  return Object.keys(plugin.configs).includes(name);
}

/** Lints one file of a program with a preset or with some rules, whatever comments in the file switch off. */
export function lintFile(
  program: ts.Program,
  file: string,
  root: string,
  wanted: PresetName | Linter.RulesRecord,
): LintedFile {
  const code =
    program.getSourceFile(file)?.text ??
    readFileSync(file, 'utf8').replace(/^\u{FEFF}/u, '');
  const linter = new Linter({ cwd: root });
  const rules: Linter.RulesRecord = {
    ...(typeof wanted === 'string' ? plugin.configs[wanted].rules : wanted),
  };
  const crashes: Crash[] = [];
  const options = { filename: file, fix: false, stats: true };
  for (;;) {
    try {
      const { messages } = linter.verifyAndFix(
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
        options,
      );
      return {
        code,
        crashes,
        messages: messages.filter(
          ({ ruleId, severity }) => ruleId !== null || severity === 2,
        ),
        times: timesOf(linter),
      };
    } catch (error) {
      const { message, stack = '' } =
        error instanceof Error ? error : new Error(String(error));
      const rule = Object.keys(rules).find((id) => message.includes(`"${id}"`));
      crashes.push({
        rule: rule ?? '?',
        message,
        stack: (stack.match(/^ +at .*$/gmu) ?? []).slice(0, 8).join('\n'),
      });
      if (rule === undefined) {
        return { code, messages: [], crashes, times: {} };
      }
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- one entry fewer in each turn
      delete rules[rule];
    }
  }
}

function timesOf(linter: Linter): Record<string, number> {
  const [pass] = linter.getTimes().passes;
  return Object.fromEntries(
    Object.entries(pass?.rules ?? {}).map(([id, { total }]) => [id, total]),
  );
}
