import { CLASSES } from './classes.ts';
import type { Label, Verdict } from './labels.ts';
import type { JudgedLabel, RepositoryResult } from './lint.ts';

/** How many labels there are, and at how many a message stands. */
export interface Count {
  all: number;
  reported: number;
}

export interface ClassRow {
  class: string;
  bug: Count;
  smell: Count;
  fine: Count;
  /** For the files with labels of this class. */
  milliseconds: number;
}

export interface RuleRow {
  rule: string;
  messages: number;
  /** Messages that somebody judged, or a call that they stand at, by verdict. */
  bug: number;
  smell: number;
  fine: number;
  /** Bugs that this rule is the first to speak of, and that no rule reports. */
  missed: number;
  crashes: number;
  milliseconds: number;
}

export interface TrustReport {
  classes: ClassRow[];
  fine: Count;
  rules: RuleRow[];
  /** Calls that chance chose among all, and that nothing is reported at, by verdict. */
  silent: Record<Verdict, number>;
  misses: JudgedLabel[];
  falseAlarms: JudgedLabel[];
  notFound: JudgedLabel[];
  crashes: (RepositoryResult['crashes'][number] & { repo: string })[];
  skipped: string[];
  linted: number;
  milliseconds: number;
}

const PREFIX = 'promise-combinators/';

/** Adds up what the repositories gave. A label counts as reported where a message about it stands at it. */
export function reportOf(results: readonly RepositoryResult[]): TrustReport {
  const labels = results.flatMap((result) => result.labels);
  const of = (verdict: Verdict, some = labels): JudgedLabel[] =>
    some.filter((label) => label.verdict === verdict);
  const classes = [...new Set(labels.map((label) => label.class))].sort();
  const silent = labels.filter(
    (label) =>
      label.random === true && label.rule === undefined && !isReported(label),
  );
  return {
    classes: classes.map((name) => {
      const some = labels.filter((label) => label.class === name);
      return {
        class: name,
        bug: countOf(of('bug', some)),
        smell: countOf(of('smell', some)),
        fine: countOf(of('fine', some)),
        milliseconds: timeOf(results, some),
      };
    }),
    fine: countOf(of('fine')),
    rules: rulesOf(results, labels),
    silent: {
      bug: of('bug', silent).length,
      smell: of('smell', silent).length,
      fine: of('fine', silent).length,
    },
    misses: of('bug').filter((label) => !isReported(label)),
    falseAlarms: of('fine').filter(isReported),
    notFound: labels.filter((label) => !label.isFound),
    crashes: results.flatMap(({ repo, crashes }) =>
      crashes.map((crash) => ({ repo, ...crash })),
    ),
    skipped: results.flatMap(({ repo, skipped }) =>
      skipped.map((name) => `${repo} ${name}`),
    ),
    linted: sum(results.map(({ times }) => Object.keys(times).length)),
    milliseconds: sum(results.flatMap(({ times }) => Object.values(times))),
  };
}

/**
 * Whether a verdict says something of a rule's reports: the verdict on a report is for its own rule; that
 * a call is right is for all; what is wrong with a call is for the rules that speak of such mistakes.
 */
function judges(label: Label, rule: string): boolean {
  const name = rule.replace(PREFIX, '');
  return label.rule === undefined
    ? label.verdict === 'fine' ||
        (CLASSES[label.class]?.rules.includes(name) ?? true)
    : label.rule === name;
}

function isReportedBy(label: JudgedLabel, rule: string): boolean {
  return (
    judges(label, rule) &&
    label.findings.some(
      (finding) => finding.rule === rule && finding.nearness === 'at',
    )
  );
}

function isReported(label: JudgedLabel): boolean {
  return label.findings.some(({ rule }) => isReportedBy(label, rule));
}

function countOf(labels: readonly JudgedLabel[]): Count {
  return { all: labels.length, reported: labels.filter(isReported).length };
}

function timeOf(
  results: readonly RepositoryResult[],
  labels: readonly JudgedLabel[],
): number {
  return sum(
    results.map(({ repo, times }) => {
      const files = labels
        .filter((label) => label.repo === repo)
        .map(({ path }) => path);
      return sum([...new Set(files)].map((file) => times[file] ?? 0));
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function rulesOf(
  results: readonly RepositoryResult[],
  labels: readonly JudgedLabel[],
): RuleRow[] {
  const messages = results.flatMap((result) => result.findings);
  const crashes = results.flatMap((result) => result.crashes);
  const names = new Set(
    [
      ...messages.map(({ rule }) => rule),
      ...crashes.map(({ rule }) => rule),
      ...results.flatMap(({ ruleTimes }) => Object.keys(ruleTimes)),
    ].sort(),
  );
  return [...names].map((rule) => {
    const verdicts = [...verdictsOn(rule, labels).values()];
    const count = (verdict: Verdict): number =>
      verdicts.filter((each) => each === verdict).length;
    return {
      rule,
      messages: messages.filter((message) => message.rule === rule).length,
      bug: count('bug'),
      smell: count('smell'),
      fine: count('fine'),
      missed: labels.filter(
        (label) =>
          label.verdict === 'bug' &&
          speakerOf(label) === rule.replace(PREFIX, '') &&
          !isReported(label),
      ).length,
      crashes: crashes.filter((crash) => crash.rule === rule).length,
      milliseconds: sum(results.map(({ ruleTimes }) => ruleTimes[rule] ?? 0)),
    };
  });
}

const FROM_BAD_TO_GOOD: readonly Verdict[] = ['bug', 'smell', 'fine'];

/** The verdict on each message of a rule: that on the report itself, or else the worst on the calls that it stands at. */
function verdictsOn(
  rule: string,
  labels: readonly JudgedLabel[],
): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  const isOwn = (label: Label): boolean => label.rule !== undefined;
  const sorted = labels
    .filter((label) => judges(label, rule))
    .sort(
      (one, other) =>
        Number(isOwn(other)) - Number(isOwn(one)) ||
        FROM_BAD_TO_GOOD.indexOf(one.verdict) -
          FROM_BAD_TO_GOOD.indexOf(other.verdict),
    );
  for (const { repo, verdict, findings } of sorted) {
    for (const finding of findings) {
      const key = JSON.stringify([repo, finding.path, finding.line]);
      if (
        finding.rule === rule &&
        finding.nearness === 'at' &&
        !verdicts.has(key)
      ) {
        verdicts.set(key, verdict);
      }
    }
  }
  return verdicts;
}

/** The rule that is to speak of a mistake. */
function speakerOf(label: Label): string | undefined {
  return label.rule ?? CLASSES[label.class]?.rules[0];
}

/** The report as lines to read. */
export function textOf(report: TrustReport): string {
  const share = ({ all, reported }: Count): string =>
    `${String(reported)} of ${String(all)}`.padEnd(12);
  const seconds = (milliseconds: number): string =>
    `${(milliseconds / 1000).toFixed(1)} s`;
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
  const { silent } = report;
  return [
    `${String(report.linted)} files linted in ${seconds(report.milliseconds)}, ${String(report.skipped.length)} skipped, ${String(report.crashes.length)} crashes`,
    '',
    'class  bugs found   smells found fine flagged time',
    ...report.classes.map(
      (row) =>
        `${row.class.padEnd(6)} ${share(row.bug)} ${share(row.smell)} ${share(row.fine)} ${seconds(row.milliseconds)}`,
    ),
    `right calls reported: ${share(report.fine)}`,
    `calls drawn by chance that no rule reports: ${String(silent.bug)} bugs, ${String(silent.smell)} smells, ${String(silent.fine)} fine`,
    '',
    `${'rule'.padEnd(50)} messages, and of those judged: bug smell fine; missed bugs, crashes, time`,
    ...report.rules.map(
      ({ rule, messages, bug, smell, fine, missed, crashes, milliseconds }) =>
        `${rule.padEnd(50)} ${String(messages).padStart(8)} ${[bug, smell, fine].map((count) => String(count).padStart(5)).join(' ')} ${String(missed).padStart(6)} ${String(crashes).padStart(7)} ${seconds(milliseconds)}`,
    ),
    ...list('Missed bugs', report.misses),
    ...list('Right calls reported', report.falseAlarms),
    ...list('Calls that are not on their line', report.notFound),
    ...report.crashes.map(
      ({ repo, path, rule, message, stack }) =>
        `CRASH ${rule} in ${repo} ${path}: ${message}\n${stack}`,
    ),
    '',
  ].join('\n');
}
