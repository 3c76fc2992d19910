import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The packed package in a project of its own. Its peers are links to this repository's, so that
// nothing is downloaded.

const root = path.join(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');

const temporary = mkdtempSync(path.join(tmpdir(), 'promise-combinators-'));
const packed = path.join(temporary, 'package');

beforeAll(() => {
  const [{ filename }] = JSON.parse(
    execFileSync(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', temporary],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    ),
  ) as [{ filename: string }];
  execFileSync('tar', ['-xzf', filename], { cwd: temporary });
});

afterAll(() => {
  rmSync(temporary, { recursive: true });
});

/** A project that has installed the package beside the ESLint that stands in `node_modules/<eslint>`. */
function installBeside(eslint: string): string {
  const project = path.join(temporary, `beside-${eslint}`);
  const installed = path.join(project, 'node_modules');
  cpSync(path.join(import.meta.dirname, 'consumers/flat-config'), project, {
    recursive: true,
  });
  mkdirSync(installed);
  cpSync(packed, path.join(installed, 'eslint-plugin-promise-combinators'), {
    recursive: true,
  });
  for (const name of ['@typescript-eslint', 'ts-api-utils', 'typescript']) {
    symlinkSync(path.join(modules, name), path.join(installed, name), 'dir');
  }
  symlinkSync(
    path.join(modules, eslint),
    path.join(installed, 'eslint'),
    'dir',
  );
  return project;
}

/** What a Node program printed; its output is the error's message where it fails. */
function run(cwd: string, ...args: string[]): string {
  try {
    return execFileSync(process.execPath, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(stdout + stderr, { cause: error });
  }
}

describe.each([
  ['eslint', 10],
  ['eslint-9', 9],
])('beside node_modules/%s', (eslint, major) => {
  let project = '';

  beforeAll(() => {
    project = installBeside(eslint);
  });

  it('has the ESLint that is meant', () => {
    expect(
      run(project, 'node_modules/eslint/bin/eslint.js', '--version'),
    ).toMatch(new RegExp(`^v${String(major)}\\.`, 'u'));
  });

  it('can be imported', () => {
    const print =
      "import plugin from 'eslint-plugin-promise-combinators'; console.log(plugin.meta.name)";

    expect(run(project, '--input-type=module', '-e', print)).toBe(
      'eslint-plugin-promise-combinators\n',
    );
  });

  it('can be required', () => {
    const print =
      "console.log(require('eslint-plugin-promise-combinators').default.meta.name)";

    expect(run(project, '--input-type=commonjs', '-e', print)).toBe(
      'eslint-plugin-promise-combinators\n',
    );
  });

  it('lints as a typed configuration says that compiles', () => {
    run(project, 'node_modules/typescript/bin/tsc');
    const lint = `
      import { ESLint } from 'eslint';
      const results = await new ESLint().lintFiles('src/*.ts');
      console.log(JSON.stringify(results));`;
    const results = JSON.parse(
      run(project, '--input-type=module', '-e', lint),
    ) as ESLint.LintResult[];

    expect(
      results.map(({ filePath, messages }) => [
        path.basename(filePath),
        ...messages.map(
          ({ ruleId, line }) => `${String(line)} ${String(ruleId)}`,
        ),
      ]),
    ).toEqual([
      ['by-name.ts', '2 promise-combinators/no-unhandled-rejection'],
      ['by-object.ts', '2 promise-combinators/no-unhandled-rejection'],
    ]);
  });
});
