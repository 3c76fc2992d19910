import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import type { Plan } from '../programs.ts';

/** Where the pinned packages are installed. */
export const FOLDER = path.join(import.meta.dirname, '../../tests/real-code');

/** The folders of each pinned package that hold its sources, or its modern JavaScript where it ships no sources. */
export const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '@apollo/server': ['src'],
  '@hapi/hapi': ['lib'],
  '@npmcli/arborist': ['lib'],
  '@tanstack/query-core': ['src'],
  '@tanstack/router-core': ['src'],
  '@trpc/client': ['src'],
  '@trpc/server': ['src'],
  ava: ['lib'],
  bullmq: ['dist/esm'],
  ethers: ['src.ts'],
  execa: ['lib'],
  got: ['dist/source'],
  'graphile-worker': ['dist'],
  ioredis: ['built'],
  kafkajs: ['src'],
  knex: ['lib'],
  ky: ['distribution'],
  listr2: ['dist'],
  'matrix-js-sdk': ['src'],
  mocha: ['lib'],
  mongodb: ['src'],
  mongoose: ['lib'],
  'p-limit': ['.'],
  pacote: ['lib'],
  'pg-boss': ['src'],
  'puppeteer-core': ['src'],
  sequelize: ['lib'],
  undici: ['lib'],
  unstorage: ['drivers'],
  viem: ['actions', 'clients', 'op-stack', 'tempo', 'utils', 'zksync'],
  'workbox-precaching': ['src'],
};

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

/** Installs the pinned packages, and nothing that they would run. */
export function installPackages(): void {
  execFileSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'],
    { cwd: FOLDER, stdio: 'inherit' },
  );
}

/** The program of a package's files that mention a combinator, in the order of their paths. */
export function planOf(name: string): Plan {
  const root = path.join(FOLDER, 'node_modules', name);
  const rootNames = (SOURCES[name] ?? [])
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
  return { rootNames, options: OPTIONS };
}
