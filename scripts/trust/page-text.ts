import { rules } from '../../src/rules/index.ts';
import { CLASSES } from './classes.ts';
import { type Figures, presetOf } from './figures.ts';
import type { Label, Verdict } from './labels.ts';
import type { RuleRow } from './report.ts';

const PREFIX = 'promise-combinators/';

/** The line of the README: what the reports of `recommended` were judged to be. */
export function lineOf(figures: Figures): string {
  const rows = figures.judged.recommended?.rules ?? [];
  const count = (verdict: Verdict): number =>
    rows.reduce((sum, row) => sum + row[verdict], 0);
  const [bug, smell, fine] = [count('bug'), count('smell'), count('fine')];
  const all = bug + smell + fine;
  if (all === 0) {
    return 'How often the rules are right is [measured on public code](docs/trust.md).';
  }
  return `Of ${String(all)} reports under \`recommended\` that were judged by hand in public code, ${String(bug)} are bugs, ${String(smell)} are risky and ${String(fine)} are false alarms: [how that was measured](docs/trust.md).`;
}

/** The page, in Markdown. */
export function pageOf(figures: Figures, labels: readonly Label[]): string {
  return [
    '# Trust',
    'How often the rules are right, measured on public code. Every figure on this page is computed from what is committed: [the judgements](trust/labels.jsonl), one call or report a line, and [the counts](trust/figures.json) that the commands below gave. `npm run trust:page` writes this page.',
    '## Rules',
    ruleTable(figures),
    'A rule is measured under the quietest preset that has it. _Reported_ counts all reports in the code that was looked at; _judged_, those that stand at a call that somebody judged. A _bug_ is what a reviewer would accept a fix for, a _smell_ is defensible but risky, _fine_ is a false alarm. A policy of `strict` or `all` reports code that is right by other standards: there, _fine_ says that the policy asks for more than correctness does. _Missed_ are known bugs that the rule is there for, and that no rule reports.',
    '## Kinds of mistakes',
    classTable(figures),
    silentText(figures, labels),
    '## How it was judged',
    judgedText(labels),
    '## The other checks',
    otherText(figures),
    '## Limits',
    [
      '- One reader judged, from the code around a call; callers were followed where the verdict hangs on them, not always.',
      '- The judged calls are no sample of all code: part of them was picked because it looked interesting. Rows that chance chose say `"random": true`.',
      '- Most repositories were read without their dependencies installed, so that some types are `any`, and the rules are silent there. With dependencies they see more.',
      '- Tests were left out, as was what a build writes.',
      '- The rules were written with part of this code in view. Other code may bring other mistakes.',
    ].join('\n'),
    '## Measure it again',
    commandsText(),
    '',
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_cell, index) => (index === 0 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}

function rowOf(figures: Figures, rule: string): RuleRow | undefined {
  return figures.judged[presetOf(rule)]?.rules.find(
    (row) => row.rule === PREFIX + rule,
  );
}

function ruleTable(figures: Figures): string {
  const looked = figures.survey?.calls;
  const rows = Object.keys(rules).map((rule) => {
    const row = rowOf(figures, rule);
    const reported = figures.survey && (figures.survey.reports[rule] ?? 0);
    return [
      `[${rule}](rules/${rule}.md)`,
      presetOf(rule),
      numberOf(looked),
      numberOf(reported),
      numberOf(row && row.bug + row.smell + row.fine),
      numberOf(row?.bug),
      numberOf(row?.smell),
      numberOf(row?.fine),
      numberOf(row?.missed),
    ];
  });
  return table(
    [
      'Rule',
      'Preset',
      'Calls looked at',
      'Reported',
      'Judged',
      'Bug',
      'Smell',
      'Fine',
      'Missed',
    ],
    rows,
  );
}

function numberOf(count: number | undefined): string {
  return count === undefined ? '–' : String(count);
}

function classTable(figures: Figures): string {
  const classes = figures.judged.recommended?.classes ?? [];
  const rows = classes.flatMap(({ class: name, bug, smell }) => {
    const known = CLASSES[name];
    return known === undefined
      ? []
      : [
          [
            known.name,
            `${String(bug.reported)} of ${String(bug.all)}`,
            `${String(smell.reported)} of ${String(smell.all)}`,
          ],
        ];
  });
  const fine = figures.judged.recommended?.fine;
  return [
    table(['Under `recommended`', 'Bugs found', 'Smells found'], rows),
    ...(fine === undefined
      ? []
      : [
          `Of ${String(fine.all)} calls and reports that were judged to be right, ${String(fine.reported)} are reported.`,
        ]),
  ].join('\n\n');
}

/** What chance found among the calls of which no rule says anything. */
function silentText(figures: Figures, labels: readonly Label[]): string {
  const silent = figures.judged.recommended?.silent;
  const drawn = labels.filter(
    ({ random, rule }) => random === true && rule === undefined,
  ).length;
  if (silent === undefined) {
    return '';
  }
  const all = silent.bug + silent.smell + silent.fine;
  return `Of ${String(drawn)} calls that chance chose, no rule of \`recommended\` reports ${String(all)}; ${String(silent.bug)} of these are bugs, ${String(silent.smell)} are smells and ${String(silent.fine)} are right. That is what silence is worth.`;
}

function judgedText(labels: readonly Label[]): string {
  const count = (is: (label: Label) => boolean): string =>
    String(labels.filter(is).length);
  return [
    `${String(labels.length)} calls and reports of ${String(new Set(labels.map(({ repo }) => repo)).size)} public repositories were read, at a commit that each row names: ${count(({ verdict }) => verdict === 'bug')} bugs, ${count(({ verdict }) => verdict === 'smell')} smells, ${count(({ verdict }) => verdict === 'fine')} right. Chance chose ${count(({ random }) => random === true)} of them, among the reports of each rule and among calls that no rule reports (\`npm run trust:sample\`); the others were read because something about them looked worth it.`,
    "The question was a reviewer's: would the maintainer of this code accept a fix? Each row says in a line why. A report counts for a verdict where it stands at the call (in its statement, at the `try` around it, or within three lines), and where the verdict is about what the rule looks for.",
  ].join('\n\n');
}

function otherText({ crashes, suggestions, fuzz, mutation }: Figures): string {
  return [
    ...(crashes === undefined
      ? []
      : [
          `- **Crashes.** Every file of ${String(crashes.repositories)} repositories was linted once under \`all\`: ${String(crashes.files)} files, ${String(crashes.unparsed)} of which do not parse, ${String(crashes.crashes)} crashes.`,
        ]),
    ...(fuzz === undefined
      ? []
      : [
          `- **Broken code.** ${String(fuzz.programs)} programs that nobody wrote, under every preset: ${String(fuzz.failures)} failures. A failure is an exception, a report or an edit outside of the text, or too many questions to the type checker.`,
        ]),
    ...(mutation === undefined ? [] : [mutationText(mutation)]),
    ...(suggestions === undefined
      ? []
      : [
          `- **Edits.** Each suggestion and fix, applied by itself in real code, must parse, add no type error but those of a missing value that it is there to show, keep all comments, and not be reported again:`,
          table(
            ['Edit', 'Offered', 'At fault'],
            suggestions.map(({ kind, offered, faulty }) => [
              `\`${kind}\``,
              String(offered),
              String(faulty),
            ]),
          ),
        ]),
  ].join('\n\n');
}

function mutationText(rows: NonNullable<Figures['mutation']>): string {
  const score = (noticed: number, mutants: number): string =>
    `${((100 * noticed) / mutants).toFixed(1)} %`;
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const [mutants, noticed, read] = [
    sum((row) => row.mutants),
    sum((row) => row.noticed),
    sum((row) => row.read),
  ];
  const folders = rows.map(
    (row) => `${row.folder} ${score(row.noticed, row.mutants)}`,
  );
  return `- **Tests.** Of ${String(mutants)} small changes to the analysis, its own tests notice ${String(noticed)}, which is ${score(noticed, mutants)}: ${folders.join(', ')}. Of the other ${String(mutants - noticed)}, ${String(read)} have [a note](trust/mutants) that says why no test can notice them, and \`npm run mutants\` prints those without. Values that are made once, when a module is loaded, were left as they are.`;
}

function commandsText(): string {
  return `\`DIR\` holds checkouts named \`OWNER__NAME\`, at the commits of the rows.

\`\`\`sh
npm run trust -- --repositories DIR --preset recommended   # the judged calls: found, missed, wrongly reported
npm run trust:survey -- --repositories DIR                 # all calls, and what each rule reports of them
npm run trust:sample -- --reports 30 --silent 100          # rows to be judged, drawn by chance
npm run suggestions -- --packages --repositories DIR       # each edit, applied by itself
npm run crashes -- --repositories DIR                      # each file, under all rules
npm run fuzz                                               # 50,000 programs that nobody wrote
npm run mutate                                             # changes the analysis, and runs its tests
npm run trust:page -- --update                             # takes up the figures, and writes this page
\`\`\``;
}
