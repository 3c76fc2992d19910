import { expect } from 'vitest';

import type { Language } from '../lint.ts';
import { faultsOf, subjectOf, suggestionsFor } from './subjects.ts';

// Names that the cases may use without declaring them.
const GIVEN = `
declare function load(id?: unknown): Promise<string>;
declare function loadAll(): Promise<string[]>;
declare function show(...values: unknown[]): void;
declare const ids: string[];
declare let isReady: boolean;
declare const button: HTMLButtonElement;

declare namespace JSX { interface IntrinsicElements { button: { onClick?: () => void; children?: unknown } } }
`;

export interface Case {
  name: string;
  code: string;
  /** The whole text after the edit; left out where no such edit is right. */
  output?: string;
  language?: Language;
}

/** A rule's suggestions of one kind for a case; each suggestion of any kind must be right in itself. */
export function outputOf(
  rule: string,
  messageId: string,
  { code, language }: Case,
): string | undefined {
  const subject = subjectOf(code, language, GIVEN);
  const suggestions = suggestionsFor(subject, {
    [`promise-combinators/${rule}`]: 'error',
  });
  for (const suggestion of suggestions) {
    expect(faultsOf(subject, suggestion)).toEqual([]);
  }
  const [wanted, ...others] = suggestions.filter(
    (suggestion) => suggestion.messageId === messageId,
  );
  expect(others).toEqual([]);
  return wanted?.output;
}
