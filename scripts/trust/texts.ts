import { readFileSync } from 'node:fs';

import { format, resolveConfig } from 'prettier';

import { FIGURES, LABELS, README } from './data.ts';
import type { Figures } from './figures.ts';
import { readLabels } from './labels.ts';
import { lineOf, pageOf } from './page-text.ts';

const LINE = /(?<=<!-- begin trust -->\n\n).*(?=\n\n<!-- end trust -->)/su;

/** The texts that belong to the figures and the labels: the page's and the README's. */
export async function texts(): Promise<{ page: string; readme: string }> {
  const figures = JSON.parse(readFileSync(FIGURES, 'utf8')) as Figures;
  const page = pageOf(figures, readLabels(LABELS));
  const readme = readFileSync(README, 'utf8').replace(LINE, lineOf(figures));
  const style = { ...(await resolveConfig(README)), parser: 'markdown' };
  return {
    page: await format(page, style),
    readme: await format(readme, style),
  };
}
