import plugin from '../../src/index.ts';
import { isAbout, type Mistake } from './examples.ts';
import { LINTERS, type Report, versionOf } from './linters.ts';
import { LOST } from './lost.ts';

/** Rules of other linters whose reports about combinators a rule of this plugin makes too, by that rule. */
const COVERED: readonly {
  rule: string;
  eslint: string;
  oxlint?: string;
  biome?: string;
}[] = [
  {
    rule: 'no-await-in-arguments',
    eslint: 'unicorn/no-await-in-promise-methods',
    oxlint: 'unicorn/no-await-in-promise-methods',
    biome: 'noAwaitInPromiseMethods',
  },
  {
    rule: 'no-single-element',
    eslint: 'unicorn/no-single-promise-in-promise-methods',
    oxlint: 'unicorn/no-single-promise-in-promise-methods',
    biome: 'noSinglePromiseInPromiseMethods',
  },
  {
    rule: 'no-unchecked-settled-result',
    eslint: 'unicorn/no-unsafe-promise-all-settled-values',
  },
];

/** How much of a line of code a table shows. */
const CODE_LENGTH = 60;

const INTRODUCTION = `
Every mistake that the [pages of the rules](../rules) show was given to other linters, with the rules of theirs
that are about promises ([the list](../../tests/other-linters/rules.json)), and with types where they can use
them. A rule counts as reporting a mistake where it reports an overlapping place, or the method or the arrow of
the callback that the mistake stands in; whether it says the same of it is for the reader to see, so that its
name stands here. The examples are this plugin's own, so that the numbers say how little the questions overlap,
and not which linter is better: each of the others reports mistakes with promises that are no combinator's.

This page is written by \`npm run compare\`.
`;

/** The page, from what every linter says of every mistake. */
export function pageOf(
  mistakes: readonly Mistake[],
  reports: readonly Report[],
): string {
  const found = mistakes.map((mistake) => ({
    mistake,
    by: reports.filter(({ place }) => isAbout(place, mistake)),
  }));
  const rules = [...new Set(mistakes.map(({ rule }) => rule))];
  const total = String(mistakes.length);
  const nobody = found.filter(({ by }) => by.length === 0).length;
  return [
    '# Other linters',
    INTRODUCTION.trim(),
    table(
      ['linter', 'version', `mistakes reported, of ${total}`],
      [
        ...LINTERS.map(([name, from]) => [
          name,
          versionOf(from),
          String(
            found.filter(({ by }) => by.some(({ linter }) => linter === name))
              .length,
          ),
        ]),
        ['none of them', '', String(nobody)],
      ],
    ),
    '## By rule',
    ...rules.flatMap((rule) => [
      `### [${rule}](../rules/${rule}.md)`,
      table(
        ['mistake', 'in', 'reported by'],
        found
          .filter(({ mistake }) => mistake.rule === rule)
          .map(({ mistake, by }) => [
            `\`${mistake.messageId}\``,
            quoted(mistake.code),
            reporters(by),
          ]),
      ),
    ]),
    ...turnOff(rules, found),
    '',
  ].join('\n\n');
}

type Found = readonly { mistake: Mistake; by: Report[] }[];

function turnOff(rules: readonly string[], found: Found): string[] {
  const covered = COVERED.filter(({ rule }) => rules.includes(rule));
  const rows = covered.map(({ eslint, rule }) => {
    const of = found.filter(({ mistake }) => mistake.rule === rule);
    const name = eslint.split('/')[1];
    const shared = of.filter(({ by }) =>
      by.some((report) => report.rule === name),
    );
    return [
      `\`${eslint}\``,
      `[${rule}](../rules/${rule}.md)`,
      `\`${quietestWith(rule)}\``,
      `${String(shared.length)} of ${String(of.length)}`,
    ];
  });
  const off = (names: readonly (string | undefined)[]): string =>
    names
      .filter((name) => name !== undefined)
      .map((name) => `      '${name}': 'off',`)
      .join('\n');
  return [
    '## Rules that may be turned off',
    'What these rules of others say of combinators, a rule of this plugin says too, with types. With both on, such a mistake gets two reports.',
    table(
      ['theirs', 'ours', 'on from', 'mistakes of ours that it reports'],
      rows,
    ),
    'A rule of ours must be on to take the place of one of theirs: with a quieter preset than the table names, leave theirs on, or switch ours on by its name.',
    'Ours is silent where types prove nothing, and where an `await` holds up nothing and leaves nothing unhandled. This is reported by theirs and not by ours, in oxlint and biome, too, so that it is lost with theirs off:',
    table(
      ['theirs', 'reports'],
      LOST.map(({ code, eslint }) => [`\`${eslint}\``, `\`${code}\``]),
    ),
    'With `strict`, behind the other configurations:',
    [
      '```js',
      '// eslint.config.js',
      "import { defineConfig } from 'eslint/config';",
      '',
      'export default defineConfig({',
      '    rules: {',
      off(covered.map(({ eslint }) => eslint)),
      '    },',
      '});',
      '```',
    ].join('\n'),
    `In oxlint, ${list(covered.map(({ oxlint }) => oxlint))}; in biome, ${list(covered.map(({ biome }) => biome))}.`,
    'Leave on what is about all promises: `@typescript-eslint/no-floating-promises`, `no-misused-promises`, `return-await` and `await-thenable`, or their twins in oxlint and biome. They report combinators, too, by the shape of the line; this plugin reports those whose rejection is proven to be lost, and says where.',
  ];
}

/** The quietest preset that switches a rule on. */
function quietestWith(rule: string): string {
  const presets = ['recommended', 'strict', 'all'] as const;
  const preset = presets.find(
    (name) => `promise-combinators/${rule}` in plugin.configs[name].rules,
  );
  if (preset === undefined) {
    throw new Error(`No preset has ${rule}.`);
  }
  return preset;
}

function list(names: readonly (string | undefined)[]): string {
  return names
    .filter((name) => name !== undefined)
    .map((name) => `\`${name}\``)
    .join(' and ');
}

/** Which rules report a mistake, by linter; nobody is a dash. */
function reporters(by: readonly Report[]): string {
  const parts = LINTERS.flatMap(([linter]) => {
    const names = by
      .filter((report) => report.linter === linter)
      .map(({ rule }) => `\`${rule}\``);
    return names.length === 0
      ? []
      : [`${linter} ${[...new Set(names)].sort().join(', ')}`];
  });
  return parts.length === 0 ? '—' : parts.join('; ');
}

function quoted(code: string): string {
  const text = code
    .replace(/\s*\/\/ ❌.*$/u, '')
    .trim()
    .replaceAll('`', "'");
  const short =
    text.length > CODE_LENGTH ? `${text.slice(0, CODE_LENGTH - 1)}…` : text;
  return `\`${short}\``;
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}
