import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type Language, LANGUAGES } from './lint.ts';

const root = path.join(import.meta.dirname, '..');

/** A piece of code on a page that can be linted. */
export interface Block {
  page: string;
  line: number;
  language: Language;
  /** "incorrect" reports its marks, all else nothing. */
  verdict: string;
  code: string;
  /** The message that the page quotes below the block. */
  quote: string;
}

const FENCE =
  /^```(?<language>\w+)(?<info>[^\n]*)\n(?<code>.*?)^```\n(?<quote>(?:\n?^> [^\n]*)*)/gmsu;

/** The blocks of a page in a language of the fixture project. */
export function blocksOf(page: string): Block[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  return [...text.matchAll(FENCE)].flatMap(({ index, groups = {} }) => {
    const language = LANGUAGES.find((name) => name === groups.language);
    return language === undefined
      ? []
      : [
          {
            page,
            line: text.slice(0, index).split('\n').length,
            language,
            verdict: groups.info?.trim() ?? '',
            code: groups.code ?? '',
            quote: (groups.quote ?? '').replace(/\s*^> /gmu, ' ').trim(),
          },
        ];
  });
}

/** The blocks of the README and of all pages, the examples that every test of the whole plugin runs over. */
export function allBlocks(): Block[] {
  const pages = readdirSync(path.join(root, 'docs/rules')).map(
    (name) => `docs/rules/${name}`,
  );
  return ['README.md', ...pages].flatMap(blocksOf);
}
