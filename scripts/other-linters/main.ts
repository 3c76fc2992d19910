// Gives the mistakes of the rules' pages to other linters, and writes who reports which:
//   npm run compare             writes docs/guide/other-linters.md
//   npm run compare -- --check  fails where that page says something else
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { format, resolveConfig } from 'prettier';

import { writeExamples } from './examples.ts';
import { FOLDER, reportsOf, versionOf } from './linters.ts';
import { checkLost, writeLost } from './lost.ts';
import { pageOf } from './page.ts';

const PAGE = path.join(
  import.meta.dirname,
  '../../docs/guide/other-linters.md',
);

/** Installs the other linters, unless those of the manifest are there. */
function install(): void {
  const { dependencies } = JSON.parse(
    readFileSync(path.join(FOLDER, 'package.json'), 'utf8'),
  ) as { dependencies: Record<string, string> };
  const isInstalled = Object.entries(dependencies).every(
    ([name, version]) =>
      existsSync(path.join(FOLDER, 'node_modules', name)) &&
      versionOf(name) === version,
  );
  if (!isInstalled) {
    execFileSync(
      'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'],
      { cwd: FOLDER, stdio: 'inherit' },
    );
  }
}

/** The page's text. The examples stand beside the linters for as long as these run: what git ignores, some of them ignore too. */
function compared(): string {
  const examples = path.join(FOLDER, 'examples');
  try {
    const mistakes = writeExamples(examples);
    writeLost(examples);
    const reports = reportsOf();
    checkLost(reports);
    return pageOf(mistakes, reports);
  } finally {
    rmSync(examples, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  install();
  const page = await format(compared(), {
    ...(await resolveConfig(PAGE)),
    filepath: PAGE,
  });
  if (values.check !== true) {
    mkdirSync(path.dirname(PAGE), { recursive: true });
    writeFileSync(PAGE, page);
  } else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page) {
    console.error(
      'docs/guide/other-linters.md is not what the linters say: `npm run compare` writes it.',
    );
    process.exitCode = 1;
  }
}

await main();
