import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { rowsOf } from '../jsonl.ts';

/** A change of the analysis that none of its tests notices, named so that it is found again where lines have moved. */
export interface Survivor {
  /** The file, below `src/analysis`. */
  file: string;
  /** The line that the change begins in, without its margin. */
  line: string;
  /** What is changed, and what it becomes; in one line each. */
  code: string;
  to: string;
}

/** A survivor that was read, and why no test notices it. */
export interface Note extends Survivor {
  why: string;
}

/** What Stryker reports, as far as it is read here. */
export interface MutationReport {
  files: Record<string, { source: string; mutants: readonly Mutant[] }>;
}

interface Mutant {
  status: string;
  replacement?: string;
  location: { start: Place; end: Place };
}

/** Lines and columns are counted from 1. */
interface Place {
  line: number;
  column: number;
}

const TEXTS = ['file', 'line', 'code', 'to', 'why'] as const;

/** How much of a text tells a change from the others of its line. */
const LENGTH = 160;

/** The files that were changed, below `src/analysis`. */
export function filesOf({ files }: MutationReport): Set<string> {
  return new Set(Object.keys(files).map(belowAnalysis));
}

function belowAnalysis(file: string): string {
  return file.replace(/^.*src\/analysis\//u, '');
}

/** The changes that no test notices, in the order of the files; those that were left out or do not compile are none. */
export function survivorsOf({ files }: MutationReport): Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location, replacement = '' }) => ({
        file: belowAnalysis(file),
        line: oneLine(lines[location.start.line - 1] ?? ''),
        code: oneLine(textAt(lines, location)),
        to: oneLine(replacement),
      }));
  });
}

function textAt(
  lines: readonly string[],
  { start, end }: Mutant['location'],
): string {
  return lines
    .slice(start.line - 1, end.line)
    .map((line, index, { length }) =>
      line.slice(
        index === 0 ? start.column - 1 : 0,
        index === length - 1 ? end.column - 1 : undefined,
      ),
    )
    .join('\n');
}

/** A text in one line, cut where it is long. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').slice(0, LENGTH);
}

/** The survivors that no note is about. */
export function unreadOf(
  survivors: readonly Survivor[],
  notes: readonly Note[],
): Survivor[] {
  const read = new Set(notes.map(keyOf));
  return survivors.filter((survivor) => !read.has(keyOf(survivor)));
}

/** The notes about changes that are noticed now, or about code that is gone. */
export function staleOf(
  survivors: readonly Survivor[],
  notes: readonly Note[],
): Note[] {
  const alive = new Set(survivors.map(keyOf));
  return notes.filter((note) => !alive.has(keyOf(note)));
}

function keyOf({ file, line, code, to }: Survivor): string {
  return [file, line, code, to].join('\n');
}

/**
 * The notes of a folder, one JSON object a line.
 * @throws {Error} naming the file and the line where one is not a note.
 */
export function readNotes(folder: string): Note[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      parseNotes(readFileSync(path.join(folder, name), 'utf8'), name),
    );
}

/** The same for text; `name` stands in the error. */
export function parseNotes(text: string, name: string): Note[] {
  return rowsOf(text, name, isNote, 'note');
}

function isNote(value: unknown): value is Note {
  return (
    typeof value === 'object' &&
    value !== null &&
    TEXTS.every(
      (key) => typeof (value as Record<string, unknown>)[key] === 'string',
    ) &&
    (value as Note).why !== ''
  );
}
