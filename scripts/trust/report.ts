import type { Verdict } from './labels.ts';
import type { JudgedLabel, RepositoryResult } from './lint.ts';

/** How many labels there are, and at how many a message stands. */
interface Count {
  all: number;
  reported: number;
}

export interface ClassRow {
  class: string;
  bug: Count;
  smell: Count;
}

export interface RuleRow {
  rule: string;
  messages: number;
  bug: number;
  smell: number;
  fine: number;
}

export interface TrustReport {
  classes: ClassRow[];
  fine: Count;
  rules: RuleRow[];
  misses: JudgedLabel[];
  falseAlarms: JudgedLabel[];
  notFound: JudgedLabel[];
  crashes: (RepositoryResult['crashes'][number] & { repo: string })[];
  skipped: string[];
  linted: number;
  milliseconds: number;
}

/** Adds up what the repositories gave. A label counts as reported where a message stands at it, of whatever rule. */
export function reportOf(results: readonly RepositoryResult[]): TrustReport {
  const labels = results.flatMap((result) => result.labels);
  const judgedWrong = labels.filter(({ verdict }) => verdict !== 'fine');
  const classes = [...new Set(judgedWrong.map((label) => label.class))].sort();
  const of = (verdict: Verdict): JudgedLabel[] =>
    labels.filter((label) => label.verdict === verdict);
  return {
    classes: classes.map((name) => ({
      class: name,
      bug: countOf(of('bug').filter((label) => label.class === name)),
      smell: countOf(of('smell').filter((label) => label.class === name)),
    })),
    fine: countOf(of('fine')),
    rules: rulesOf(results, labels),
    misses: of('bug').filter((label) => !isReported(label)),
    falseAlarms: of('fine').filter(isReported),
    notFound: labels.filter((label) => !label.isFound),
    crashes: results.flatMap(({ repo, crashes }) =>
      crashes.map((crash) => ({ repo, ...crash })),
    ),
    skipped: results.flatMap(({ repo, skipped }) =>
      skipped.map((name) => `${repo} ${name}`),
    ),
    linted: sum(results.map((result) => result.linted)),
    milliseconds: sum(results.map((result) => result.milliseconds)),
  };
}

function isReported(label: JudgedLabel): boolean {
  return label.findings.some(({ nearness }) => nearness === 'at');
}

function countOf(labels: readonly JudgedLabel[]): Count {
  return { all: labels.length, reported: labels.filter(isReported).length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function rulesOf(
  results: readonly RepositoryResult[],
  labels: readonly JudgedLabel[],
): RuleRow[] {
  const messages = results.flatMap((result) => result.findings);
  const names = [...new Set(messages.map(({ rule }) => rule))].sort();
  return names.map((rule) => {
    const count = (verdict: Verdict): number =>
      labels.filter(
        (label) =>
          label.verdict === verdict &&
          label.findings.some(
            (finding) => finding.rule === rule && finding.nearness === 'at',
          ),
      ).length;
    return {
      rule,
      messages: messages.filter((message) => message.rule === rule).length,
      bug: count('bug'),
      smell: count('smell'),
      fine: count('fine'),
    };
  });
}

/** The report as lines to read. */
export function textOf(report: TrustReport): string {
  const share = ({ all, reported }: Count): string =>
    `${String(reported)} of ${String(all)}`.padEnd(12);
  const place = ({ repo, path, line }: JudgedLabel): string =>
    `${repo} ${path}:${String(line)}`;
  const says = (label: JudgedLabel): string[] =>
    label.findings.map(
      ({ rule, line, nearness, message }) =>
        `      ${nearness === 'linked' ? '(linked) ' : ''}${rule} at line ${String(line)}: ${message}`,
    );
  const list = (title: string, labels: readonly JudgedLabel[]): string[] => [
    '',
    `${title} (${String(labels.length)})`,
    ...labels.flatMap((label) => [
      `  [${label.class}] ${place(label)}: ${label.why}`,
      ...says(label),
    ]),
  ];
  return [
    `${String(report.linted)} files linted in ${(report.milliseconds / 1000).toFixed(0)} s, ${String(report.skipped.length)} skipped, ${String(report.crashes.length)} crashes`,
    '',
    'class  bugs found   smells found',
    ...report.classes.map(
      (row) => `${row.class.padEnd(6)} ${share(row.bug)} ${share(row.smell)}`,
    ),
    `right calls reported: ${share(report.fine)}`,
    '',
    `${'rule'.padEnd(50)} messages, and judged calls that they stand at: bug smell fine`,
    ...report.rules.map(
      ({ rule, messages, bug, smell, fine }) =>
        `${rule.padEnd(50)} ${String(messages).padStart(8)} ${[bug, smell, fine].map((count) => String(count).padStart(5)).join(' ')}`,
    ),
    ...list('Missed bugs', report.misses),
    ...list('Right calls reported', report.falseAlarms),
    ...list('Calls that are not on their line', report.notFound),
    ...report.crashes.map(
      ({ repo, path, rule, message }) =>
        `CRASH ${rule} in ${repo} ${path}: ${message}`,
    ),
    '',
  ].join('\n');
}
