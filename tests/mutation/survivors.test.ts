import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  filesOf,
  type MutationReport,
  type Note,
  oneLine,
  parseNotes,
  readNotes,
  staleOf,
  survivorsOf,
  unreadOf,
} from '../../scripts/mutation/survivors.ts';

const ROOT = path.join(import.meta.dirname, '../..');

const SOURCE = `export function isFirst(node: Node): boolean {
  return (
    node.index === 0 &&
    node.parent !== undefined
  );
}
`;

function mutant(status: string): MutationReport['files'][string]['mutants'][0] {
  return {
    status,
    replacement: 'true',
    location: { start: { line: 3, column: 5 }, end: { line: 4, column: 30 } },
  };
}

function report(...statuses: string[]): MutationReport {
  return {
    files: {
      'src/analysis/fates/paths.ts': {
        source: SOURCE,
        mutants: statuses.map(mutant),
      },
    },
  };
}

const SURVIVOR = {
  file: 'fates/paths.ts',
  line: 'node.index === 0 &&',
  code: 'node.index === 0 && node.parent !== undefined',
  to: 'true',
};

const NOTE: Note = { ...SURVIVOR, why: 'asked of nodes with a parent only' };

describe('the changes that no test notices', () => {
  it.each(['Survived', 'NoCoverage'])('are those that are %s', (status) => {
    expect(survivorsOf(report(status))).toEqual([SURVIVOR]);
  });

  it.each(['Killed', 'Timeout', 'Ignored', 'CompileError'])(
    'are not those that are %s',
    (status) => {
      expect(survivorsOf(report(status))).toEqual([]);
    },
  );

  it('are of files below the analysis, wherever the run stood', () => {
    expect(filesOf(report())).toEqual(new Set(['fates/paths.ts']));
    expect(
      filesOf({
        files: { '/a/src/analysis/fates/b.ts': { source: '', mutants: [] } },
      }),
    ).toEqual(new Set(['fates/b.ts']));
  });

  it('are named in one line of a bounded length', () => {
    expect(oneLine('  a\n    && b ')).toBe('a && b');
    expect(oneLine('a'.repeat(200))).toHaveLength(160);
  });

  it('are not read until there is a note about them', () => {
    expect(unreadOf([SURVIVOR], [])).toEqual([SURVIVOR]);
    expect(unreadOf([SURVIVOR], [NOTE])).toEqual([]);
    expect(unreadOf([SURVIVOR], [{ ...NOTE, to: 'false' }])).toEqual([
      SURVIVOR,
    ]);
  });

  it('leave a note stale when a test notices them', () => {
    expect(staleOf([], [NOTE])).toEqual([NOTE]);
    expect(staleOf([SURVIVOR], [NOTE])).toEqual([]);
  });
});

describe('the notes', () => {
  it.each([
    'nonsense',
    '{}',
    'null',
    JSON.stringify({ ...NOTE, why: '' }),
    JSON.stringify({ ...NOTE, line: 3 }),
  ])('are nothing such as %s', (line) => {
    expect(() => parseNotes(`\n${line}\n`, 'fates.jsonl')).toThrow(
      `fates.jsonl:2: not a note: ${line.slice(0, 80)}`,
    );
  });

  it('stand in lines of their own', () => {
    expect(parseNotes(`${JSON.stringify(NOTE)}\n\n`, 'fates.jsonl')).toEqual([
      NOTE,
    ]);
  });

  it('that are committed are about code that is there, each once', () => {
    const notes = readNotes(path.join(ROOT, 'docs/trust/mutants'));
    const keys = notes.map(({ file, line, code, to }) =>
      JSON.stringify([file, line, code, to]),
    );

    expect(
      notes.filter(({ file, line, code }) => !hasCode(file, line, code)),
    ).toEqual([]);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual(
      [],
    );
  });
});

function hasCode(file: string, line: string, code: string): boolean {
  const where = path.join(ROOT, 'src/analysis', file);
  if (!existsSync(where)) {
    return false;
  }
  const text = readFileSync(where, 'utf8');
  return (
    text.replaceAll(/\s+/gu, ' ').includes(code) &&
    text.split('\n').some((each) => oneLine(each) === line)
  );
}
