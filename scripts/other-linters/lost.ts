import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { lintTyped } from '../../tests/lint.ts';
import type { Report } from './linters.ts';

/** Code that a rule of another linter reports, and the rule of this plugin that covers it does not. */
export interface Lost {
  eslint: string;
  rule: string;
  code: string;
}

const GIVEN = `
declare const anything: any;
declare const running: Promise<string>;
declare function load(): Promise<string>;
`;

/** What is lost with the rules that may be turned off; {@link checkLost} says whether that is so. */
export const LOST: readonly Lost[] = [
  {
    eslint: 'unicorn/no-await-in-promise-methods',
    rule: 'no-await-in-arguments',
    code: 'Promise.all([running, await load()])',
  },
  {
    eslint: 'unicorn/no-await-in-promise-methods',
    rule: 'no-await-in-arguments',
    code: "Promise.all([load().catch(() => ''), await load()])",
  },
  {
    eslint: 'unicorn/no-single-promise-in-promise-methods',
    rule: 'no-single-element',
    code: 'Promise.all([anything])',
  },
];

function fileOf({ code }: Lost): string {
  return `lost.${String(LOST.findIndex((lost) => lost.code === code))}.ts`;
}

/** Writes the code beside the other examples, and fails where this plugin reports it after all. */
export function writeLost(folder: string): void {
  for (const lost of LOST) {
    const text = `${GIVEN}export const values = await ${lost.code};\n`;
    const messages = lintTyped(text, 'ts', {
      [`promise-combinators/${lost.rule}`]: 'error',
    });
    if (messages.length > 0) {
      throw new Error(`${lost.rule} reports ${lost.code}.`);
    }
    writeFileSync(path.join(folder, fileOf(lost)), text);
  }
}

/** Fails where the other rule, or its twin of oxlint or biome, does not report the code. */
export function checkLost(reports: readonly Report[]): void {
  for (const lost of LOST) {
    const [, name = ''] = lost.eslint.split('/');
    for (const linter of ['unicorn', 'oxlint', 'biome']) {
      const isReported = reports.some(
        (report) =>
          report.linter === linter &&
          report.place.file === fileOf(lost) &&
          name === kebab(report.rule),
      );
      if (!isReported) {
        throw new Error(`${linter} does not report ${lost.code}.`);
      }
    }
  }
}

/** A name as ESLint's rules have it: `noAwait` as `no-await`. */
function kebab(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
