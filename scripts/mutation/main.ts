// Compares what the last run of `npm run mutate` left with the notes in docs/trust/mutants:
//   npm run mutants               prints the changes that no test notices and nobody has read, a note to be completed each
//   npm run mutants -- --prune    takes out the notes about files of that run whose changes are noticed, or gone
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { MUTANT_NOTES, MUTATIONS } from '../trust/data.ts';
import {
  filesOf,
  type MutationReport,
  readNotes,
  staleOf,
  survivorsOf,
  unreadOf,
} from './survivors.ts';

/** What the last run left; `.stryker/incremental.json` keeps those before it too. */
const REPORT = path.join(path.dirname(MUTATIONS), 'mutation.json');

const { values } = parseArgs({ options: { prune: { type: 'boolean' } } });

const report = JSON.parse(readFileSync(REPORT, 'utf8')) as MutationReport;
const survivors = survivorsOf(report);
const notes = readNotes(MUTANT_NOTES);
const unread = unreadOf(survivors, notes);
const changed = filesOf(report);
const stale = staleOf(survivors, notes).filter(({ file }) => changed.has(file));

for (const survivor of unread) {
  process.stdout.write(`${JSON.stringify({ ...survivor, why: '' })}\n`);
}
process.stderr.write(
  `${String(survivors.length)} changes are not noticed, ${String(unread.length)} of them not read; ${String(stale.length)} notes are stale\n`,
);

if (values.prune === true) {
  for (const room of new Set(notes.map(({ file }) => path.dirname(file)))) {
    writeFileSync(
      path.join(MUTANT_NOTES, `${room}.jsonl`),
      notes
        .filter((note) => path.dirname(note.file) === room)
        .filter((note) => !stale.includes(note))
        .map((note) => `${JSON.stringify(note)}\n`)
        .join(''),
    );
  }
}
