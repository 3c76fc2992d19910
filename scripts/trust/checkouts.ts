import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** A repository that stands in a folder of repositories, as OWNER__NAME. */
export interface Checkout {
  /** OWNER/NAME. */
  repo: string;
  root: string;
}

/**
 * The checkouts of a folder, or the one that is named.
 * @throws {Error} where the folder is not there.
 */
export function checkoutsIn(
  folder: string | undefined,
  only?: string,
): Checkout[] {
  if (folder === undefined || !existsSync(folder)) {
    throw new Error(
      '--repositories DIR names the folder with the checkouts, each in OWNER__NAME.',
    );
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('__'))
    .map(({ name }) => ({
      repo: name.replace('__', '/'),
      root: path.resolve(folder, name),
    }))
    .filter(({ repo }) => only === undefined || repo === only);
}

const LINTABLE = /\.[cm]?[jt]sx?$/u;
const NOT_OF_THE_REPOSITORY = new Set(['.git', 'node_modules']);

/** Larger ones are bundles. */
const LARGEST = 1_000_000;

/** Every file of a checkout that ESLint can be given, of at most a megabyte. */
export function filesOf(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(root, entry.name);
    if (entry.isDirectory()) {
      return NOT_OF_THE_REPOSITORY.has(entry.name) ? [] : filesOf(file);
    }
    return entry.isFile() &&
      LINTABLE.test(entry.name) &&
      statSync(file).size <= LARGEST
      ? [file]
      : [];
  });
}

const TESTS =
  /(?:^|[./_])(?:tests?|spec|__tests__|e2e|fixtures?|__mocks__|mocks?)(?:[./]|$)/u;
const BUILT = /(?:^|\/)(?:dist|build|out|vendor|coverage|\.next)\//u;

/** Whether people wrote a file for its users: neither tests nor what a build puts there. */
export function isWrittenForUse(name: string): boolean {
  return !TESTS.test(name) && !BUILT.test(name) && !name.endsWith('.d.ts');
}

/** The commit that is checked out; empty where there is none. */
export function commitOf(root: string): string {
  try {
    return execFileSync('git', ['-C', root, 'rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
