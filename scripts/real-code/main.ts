// Lints pinned packages under the preset `all` and compares with the findings that were read:
//   npm run real-code               fails where they differ
//   npm run real-code -- --update   writes them down, to be read and committed
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, styleText } from 'node:util';

import { lintFile } from '../lint-file.ts';
import { programFrom } from '../programs.ts';
import { FOLDER, installPackages, planOf, SOURCES } from './packages.ts';

const FINDINGS = path.join(FOLDER, 'findings.txt');

/** One line for each finding of a package: where, the rule and its message. */
function findingsOf(name: string): string[] {
  const root = path.join(FOLDER, 'node_modules', name);
  const plan = planOf(name);
  if (plan.rootNames.length === 0) {
    throw new Error(`${name} has no combinator; take it out of the list.`);
  }
  const program = programFrom(plan);
  return plan.rootNames.flatMap((file) => {
    const { messages, crashes } = lintFile(program, file, FOLDER, 'all');
    const at = `${name}/${path.relative(root, file)}`;
    return [
      ...messages.map(
        ({ ruleId, line, message }) =>
          `${at}:${String(line)} ${ruleId ?? 'parser'} ${message}`,
      ),
      ...crashes.map(({ rule, message }) => `${at} ${rule} CRASH ${message}`),
    ];
  });
}

/** What is in one list more often than in another. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((each) => {
    const index = rest.indexOf(each);
    if (index !== -1) {
      rest.splice(index, 1);
    }
    return index === -1;
  });
}

function main(): void {
  const { values } = parseArgs({ options: { update: { type: 'boolean' } } });
  const started = performance.now();
  installPackages();
  const names = Object.keys(SOURCES);
  const found = names.flatMap(findingsOf);
  const known = readFileSync(FINDINGS, 'utf8').split('\n').filter(Boolean);
  const added = without(found, known);
  const gone = without(known, found);
  const isSame = added.length + gone.length === 0;
  for (const finding of gone) {
    console.log(styleText('red', `- ${finding}`));
  }
  for (const finding of added) {
    console.log(styleText('green', `+ ${finding}`));
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${String(names.length)} packages, ${String(found.length)} findings in ${seconds.toFixed(0)} s: ${isSame ? 'as they were read' : `${String(gone.length)} are gone, ${String(added.length)} are new`}.`,
  );
  if (values.update === true) {
    writeFileSync(FINDINGS, `${found.join('\n')}\n`);
  } else if (!isSame) {
    console.log(
      'Read each in its package, in tests/real-code/node_modules. Where all are right: npm run real-code -- --update',
    );
    process.exitCode = 1;
  }
}

main();
