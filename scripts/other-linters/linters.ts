import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ESLint } from 'eslint';
import ts from 'typescript';

import { type Place, placeBetween, placeOf } from './examples.ts';

/** Where the other linters are installed. */
export const FOLDER = path.join(
  import.meta.dirname,
  '../../tests/other-linters',
);

export interface Report {
  linter: string;
  rule: string;
  place: Place;
}

interface RuleLists {
  options: Record<string, unknown[]>;
  eslint: string[];
  typescript: string[];
  promise: string[];
  unicorn: string[];
  sonarjs: string[];
  biome: Record<string, string[]>;
}

interface OxlintRule {
  scope: string;
  value: string;
}

interface OxlintReport {
  diagnostics: {
    code?: string;
    filename: string;
    /** Offsets and lengths are counted in bytes. */
    labels: { span: { offset: number; length: number } }[];
  }[];
}

interface BiomeReport {
  diagnostics: {
    category: string;
    location: {
      path: string;
      start: { line: number; column: number };
      end: { line: number; column: number };
    };
  }[];
}

/** The linters that are compared, by the package that says their version. */
export const LINTERS: readonly (readonly [name: string, from: string])[] = [
  ['ESLint', 'eslint'],
  ['typescript-eslint', 'typescript-eslint'],
  ['promise', 'eslint-plugin-promise'],
  ['unicorn', 'eslint-plugin-unicorn'],
  ['sonarjs', 'eslint-plugin-sonarjs'],
  ['oxlint', 'oxlint'],
  ['biome', '@biomejs/biome'],
];

/** The version of a package that is installed beside the others. */
export function versionOf(name: string): string {
  const manifest = path.join(FOLDER, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string })
    .version;
}

/** What every linter says of the examples, under its rules that are about promises. */
export function reportsOf(): Report[] {
  const lists = JSON.parse(
    readFileSync(path.join(FOLDER, 'rules.json'), 'utf8'),
  ) as RuleLists;
  return [...fromEslint(), ...fromOxlint(lists), ...fromBiome(lists)];
}

/** What a linter prints; that it found something is no failure. */
function run(name: string, args: readonly string[]): string {
  const { error, stderr, stdout } = spawnSync(
    path.join(FOLDER, 'node_modules/.bin', name),
    args,
    { cwd: FOLDER, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (error !== undefined || stdout === '') {
    throw error ?? new Error(`${name} printed nothing: ${stderr}`);
  }
  return stdout;
}

const PLUGINS: Readonly<Record<string, string>> = {
  '@typescript-eslint': 'typescript-eslint',
  promise: 'promise',
  sonarjs: 'sonarjs',
  unicorn: 'unicorn',
};

function fromEslint(): Report[] {
  const output = run('eslint', [
    '--config',
    'compared.config.js',
    '--format',
    'json',
    'examples',
  ]);
  const results = JSON.parse(output) as ESLint.LintResult[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map((message) => {
      if (message.ruleId === null) {
        throw new Error(`${filePath}: ${message.message}`);
      }
      const [prefix, rule] = message.ruleId.split('/');
      return {
        linter: (rule && prefix && PLUGINS[prefix]) ?? 'ESLint',
        rule: rule ?? message.ruleId,
        place: placeOf(path.basename(filePath), message),
      };
    }),
  );
}

/** Oxlint has rules of the others under their names, by the plugin that they come from. */
function fromOxlint(lists: RuleLists): Report[] {
  const known = JSON.parse(
    run('oxlint', ['--rules', '--format', 'json']),
  ) as OxlintRule[];
  const scopes = ['eslint', 'typescript', 'promise', 'unicorn'] as const;
  const rules = scopes.flatMap((scope) =>
    lists[scope]
      .filter((name) =>
        known.some((rule) => rule.scope === scope && rule.value === name),
      )
      .map(
        (name) =>
          [
            `${scope}/${name}`,
            ['error', ...(lists.options[name] ?? [])],
          ] as const,
      ),
  );
  const output = withConfig(
    '.oxlintrc.json',
    {
      plugins: scopes,
      categories: { correctness: 'off' },
      rules: Object.fromEntries(rules),
    },
    (config) =>
      run('oxlint', [
        '--type-aware',
        '--config',
        config,
        '--format',
        'json',
        'examples',
      ]),
  );
  return (JSON.parse(output) as OxlintReport).diagnostics.flatMap(
    ({ code = '', filename, labels }) => {
      const span = labels[0]?.span;
      const rule = /\((?<rule>.*)\)/u.exec(code)?.groups?.rule;
      return span === undefined || rule === undefined
        ? []
        : [{ linter: 'oxlint', rule, place: placeOfBytes(filename, span) }];
    },
  );
}

/** The place of a part of a file in bytes, which may have several lines. */
function placeOfBytes(
  filename: string,
  { length, offset }: { offset: number; length: number },
): Place {
  const bytes = readFileSync(path.join(FOLDER, filename));
  const text = bytes.toString('utf8');
  const start = bytes.toString('utf8', 0, offset).length;
  const end = bytes.toString('utf8', 0, offset + length).length;
  const source = ts.createSourceFile(filename, text, ts.ScriptTarget.Latest);
  return placeBetween(path.basename(filename), source, start, end);
}

function fromBiome({ biome }: RuleLists): Report[] {
  const groups = Object.entries(biome).map(
    ([group, names]) =>
      [
        group,
        Object.fromEntries(names.map((name) => [name, 'error'])),
      ] as const,
  );
  const output = withConfig(
    'biome.json',
    {
      linter: { rules: { preset: 'none', ...Object.fromEntries(groups) } },
    },
    (config) =>
      run('biome', [
        'lint',
        `--config-path=${path.dirname(config)}`,
        '--max-diagnostics=none',
        '--reporter=json',
        'examples',
      ]),
  );
  return (JSON.parse(output) as BiomeReport).diagnostics.flatMap(
    ({ category, location: { end, path: file, start } }) => {
      const rule = category.split('/')[2];
      return rule === undefined
        ? []
        : [
            {
              linter: 'biome',
              rule,
              place: {
                file: path.basename(file),
                ...start,
                endLine: end.line,
                endColumn: end.column,
              },
            },
          ];
    },
  );
}

/** Runs with a configuration that is written to a folder of its own. */
function withConfig<T>(
  name: string,
  config: object,
  use: (file: string) => T,
): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'other-linters-'));
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(config));
  try {
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
