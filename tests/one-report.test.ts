import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

import { PRESETS } from '../src/create-rule.ts';
import plugin from '../src/index.ts';
import { allBlocks } from './blocks.ts';
import { lintTyped } from './lint.ts';

const root = path.join(import.meta.dirname, '..');

/** The pairs of rules that docs/architecture.md lets speak at one place, since they name two failures. */
const allowed = new Set(
  [
    ...readFileSync(path.join(root, 'docs/architecture.md'), 'utf8').matchAll(
      /^\| `(?<one>[\w-]+)` and `(?<other>[\w-]+)` +\|/gmu,
    ),
  ].map(({ groups = {} }) => [groups.one, groups.other].sort().join(' ')),
);

/** Policies of their own kind, which it lets speak beside any other rule. */
const besideAny = new Set(
  [
    ...readFileSync(path.join(root, 'docs/architecture.md'), 'utf8').matchAll(
      /^\| `(?<rule>[\w-]+)` and any other +\|/gmu,
    ),
  ].map(({ groups = {} }) => groups.rule),
);

const examples = readdirSync(path.join(root, 'docs/examples/dashboard/src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `docs/examples/dashboard/src/${name}`);

const fixtures = [
  ...allBlocks().map(({ page, line, code, language }) => ({
    at: `${page}:${String(line)}`,
    code,
    language,
  })),
  ...examples.map((at) => ({
    at,
    code: readFileSync(path.join(root, at), 'utf8'),
    language: 'ts' as const,
  })),
];

/** Whether a pair may speak at one place: it is named, or one of it may speak beside any other. */
function isAllowed(pair: string): boolean {
  return (
    allowed.has(pair) || pair.split(' ').some((rule) => besideAny.has(rule))
  );
}

/** Pairs of rules that report overlapping places of one file. */
function pairsIn(messages: readonly Linter.LintMessage[]): string[] {
  return messages.flatMap((one, index) =>
    messages
      .slice(index + 1)
      .filter((other) => one.ruleId !== other.ruleId && overlap(one, other))
      .map((other) => [nameOf(one), nameOf(other)].sort().join(' ')),
  );
}

function nameOf({ ruleId }: Linter.LintMessage): string {
  return (ruleId ?? '').replace('promise-combinators/', '');
}

function overlap(one: Linter.LintMessage, other: Linter.LintMessage): boolean {
  return startsWithin(one, other) || startsWithin(other, one);
}

function startsWithin(
  { line, column }: Linter.LintMessage,
  other: Linter.LintMessage,
): boolean {
  const { endLine = other.line, endColumn = other.column + 1 } = other;
  const isAfterStart =
    line > other.line || (line === other.line && column >= other.column);
  const isBeforeEnd =
    line < endLine || (line === endLine && column < endColumn);
  return isAfterStart && isBeforeEnd;
}

describe.each(PRESETS)('under the preset %s', (preset) => {
  it.each(fixtures)('one failure gets one report in $at', (fixture) => {
    const messages = lintTyped(
      fixture.code,
      fixture.language,
      plugin.configs[preset].rules,
    );

    expect(pairsIn(messages).filter((pair) => !isAllowed(pair))).toEqual([]);
  });
});

it('lets no pair speak at one place that never does', () => {
  const seen = new Set(
    fixtures.flatMap(({ code, language }) =>
      pairsIn(lintTyped(code, language, plugin.configs.all.rules)),
    ),
  );

  expect([...allowed].filter((pair) => !seen.has(pair))).toEqual([]);
});
