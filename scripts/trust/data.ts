import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

/** Where commands put what they found, besides printing it; not part of the repository. */
export const DATA = path.join(ROOT, '.trust');

/** Where Stryker keeps the results of all its runs, each of some files. */
export const MUTATIONS = path.join(ROOT, '.stryker/incremental.json');

/** What is part of it: judgements and figures. */
const PUBLISHED = path.join(ROOT, 'docs/trust');

export const LABELS = path.join(PUBLISHED, 'labels.jsonl');

export const MUTANT_NOTES = path.join(PUBLISHED, 'mutants');

export const FIGURES = path.join(PUBLISHED, 'figures.json');

/** Where they can be read. */
export const PAGE = path.join(ROOT, 'docs/trust.md');

export const README = path.join(ROOT, 'README.md');

export function writeJson(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
}
