// Lints the example as its own ESLint configuration says, shows what ESLint found and what it
// suggests, and compares that with the marks in the sources: a line is wrong where it ends in
// `// ❌ rule-name`, or where that comment stands alone on the line above it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { styleText } from 'node:util';

import { ESLint } from 'eslint';

const MARK = /^(?<code>.*?)\/\/ ❌ (?<rule>[\w-]+)$/u;

const cwd = import.meta.dirname;
console.log('Linting docs/examples/dashboard as its eslint.config.js says …\n');
const results = await new ESLint({ cwd }).lintFiles(['.']);

const found = [];
const marked = [];
for (const result of results) {
  const file = path.relative(cwd, result.filePath);
  const text = await readFile(result.filePath, 'utf8');
  marked.push(...marksIn(text).map((mark) => `${file}:${mark}`));
  for (const message of result.messages) {
    const rule = message.ruleId?.replace('promise-combinators/', '');
    found.push(`${file}:${message.line} ${rule}`);
    show(file, text, message);
  }
}

const unexpected = found.filter((finding) => !marked.includes(finding));
const missed = marked.filter((mark) => !found.includes(mark));
for (const finding of unexpected) {
  console.log(styleText('red', `Not marked, but found: ${finding}`));
}
for (const mark of missed) {
  console.log(styleText('red', `Marked, but not found: ${mark}`));
}
const agree =
  unexpected.length + missed.length === 0 && found.length === marked.length;
console.log(
  styleText(
    agree ? 'green' : 'red',
    `${results.length} files, ${found.length} problems found, ${marked.length} marked: ${agree ? 'all agree' : 'they differ'}.`,
  ),
);
process.exitCode = agree ? 0 : 1;

/** The marks of a file, as "line rule". */
function marksIn(text) {
  return text.split('\n').flatMap((line, index) => {
    const { code, rule } = MARK.exec(line)?.groups ?? {};
    const marked = code?.trim() === '' ? index + 2 : index + 1;
    return rule === undefined ? [] : [`${marked} ${rule}`];
  });
}

function show(file, text, message) {
  const { line, column, ruleId, suggestions = [] } = message;
  console.log(styleText('underline', `${file}:${line}:${column}`));
  console.log(`  ${text.split('\n')[line - 1].trim()}`);
  console.log(styleText('red', `  ${message.message}`));
  console.log(styleText('dim', `  ${ruleId}`));
  for (const { desc, fix } of suggestions) {
    const [start, end] = fix.range;
    const edited = text.slice(0, start) + fix.text + text.slice(end);
    console.log(`\n  Suggestion: ${desc}`);
    console.log(diff(text.split('\n'), edited.split('\n')).join('\n'));
  }
  console.log();
}

/** The lines that an edit takes away and adds, between the lines that both texts begin and end with. */
function diff(before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    before.at(-1 - tail) === after.at(-1 - tail)
  ) {
    tail++;
  }
  return [
    ...before
      .slice(head, before.length - tail)
      .map((line) => styleText('red', `    - ${line}`)),
    ...after
      .slice(head, after.length - tail)
      .map((line) => styleText('green', `    + ${line}`)),
  ];
}
