// Lints pinned packages under the preset `all` and compares with the findings that were read:
//   npm run real-code               fails where they differ
//   npm run real-code -- --update   writes them down, to be read and committed
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, styleText } from 'node:util';

import ts from 'typescript';

import { lintFile } from '../lint-file.ts';
import { SOURCES } from './packages.ts';

const FOLDER = path.join(import.meta.dirname, '../../tests/real-code');
const FINDINGS = path.join(FOLDER, 'findings.txt');

const OPTIONS: ts.CompilerOptions = {
  allowImportingTsExtensions: true,
  allowJs: true,
  jsx: ts.JsxEmit.Preserve,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  maxNodeModuleJsDepth: 0,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  target: ts.ScriptTarget.ESNext,
  types: ['node'],
};

const SOURCE = /(?<!\.d)\.[cm]?[jt]s$/u;
const COMBINATOR = /Promise\s*\.\s*(?:all|allSettled|any|race)\b/u;

/** One line for each finding of a package: where, the rule and its message. */
function findingsOf(name: string, folders: readonly string[]): string[] {
  const root = path.join(FOLDER, 'node_modules', name);
  const files = folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), {
        recursive: true,
        encoding: 'utf8',
      }).map((file) => path.join(root, folder, file)),
    )
    .filter(
      (file) =>
        SOURCE.test(file) &&
        !path.relative(root, file).includes('node_modules') &&
        COMBINATOR.test(readFileSync(file, 'utf8')),
    )
    .sort();
  const program = ts.createProgram(files, OPTIONS);
  return files.flatMap((file) => {
    const { messages, crashes } = lintFile(program, file, FOLDER, 'all');
    const at = `${name}/${path.relative(root, file)}`;
    return [
      ...messages.map(
        ({ ruleId, line, message }) =>
          `${at}:${String(line)} ${ruleId ?? 'parser'} ${message}`,
      ),
      ...crashes.map(({ rule, message }) => `${at} ${rule} CRASH ${message}`),
    ];
  });
}

function main(): void {
  const { values } = parseArgs({ options: { update: { type: 'boolean' } } });
  execFileSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'],
    { cwd: FOLDER, stdio: 'inherit' },
  );
  const found = Object.entries(SOURCES).flatMap(([name, folders]) =>
    findingsOf(name, folders),
  );
  if (values.update === true) {
    writeFileSync(FINDINGS, `${found.join('\n')}\n`);
  }
  const known = readFileSync(FINDINGS, 'utf8').split('\n').filter(Boolean);
  const added = found.filter((finding) => !known.includes(finding));
  const gone = known.filter((finding) => !found.includes(finding));
  for (const finding of added) {
    console.log(styleText('green', `+ ${finding}`));
  }
  for (const finding of gone) {
    console.log(styleText('red', `- ${finding}`));
  }
  const same = added.length + gone.length === 0;
  console.log(
    `${String(Object.keys(SOURCES).length)} packages, ${String(found.length)} findings: ${same ? 'as they were read' : 'read them, then `npm run real-code -- --update`'}.`,
  );
  process.exitCode = same ? 0 : 1;
}

main();
