import { readFileSync } from 'node:fs';

import { rowsOf } from '../jsonl.ts';

const VERDICTS = ['bug', 'smell', 'fine'] as const;

/** What a person says of a call: a fix would be accepted, it is risky, or it is right. */
export type Verdict = (typeof VERDICTS)[number];

/** One judged call of public code. */
export interface Label {
  repo: string;
  commit: string;
  path: string;
  line: number;
  /** The combinator's method, as it is written in the call. */
  method: string;
  verdict: Verdict;
  /** What kind of mistake was looked for: a digit for bugs and smells, anything for the rest. */
  class: string;
  why: string;
  /** The rule whose report is judged; without one the call itself is. */
  rule?: string;
  /** Whether chance chose it, among the reports of its rule or, without one, among calls that no rule reports. */
  random?: boolean;
}

/** A label that nobody has judged yet: its verdict, class and reason are empty. */
export type Draft = Omit<Label, 'verdict'> & { verdict: '' };

const TEXTS = ['repo', 'commit', 'path', 'method', 'class', 'why'] as const;

/**
 * The labels of a file, one JSON object a line.
 * @throws {Error} naming the file and the line where one is not a label.
 */
export function readLabels(file: string): Label[] {
  return parseLabels(readFileSync(file, 'utf8'), file);
}

/** The same for text; `name` stands in the error. */
export function parseLabels(text: string, name: string): Label[] {
  return rowsOf(text, name, isLabel, 'label');
}

function isLabel(value: unknown): value is Label {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const label = value as Record<string, unknown>;
  return (
    TEXTS.every((key) => typeof label[key] === 'string') &&
    Number.isInteger(label.line) &&
    ['string', 'undefined'].includes(typeof label.rule) &&
    ['boolean', 'undefined'].includes(typeof label.random) &&
    VERDICTS.some((verdict) => verdict === label.verdict)
  );
}
