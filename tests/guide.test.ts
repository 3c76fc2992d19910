import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = path.join(import.meta.dirname, '../docs/guide');

/** A program of a page, with what the page says that it prints, the exit code last. */
interface Program {
  line: number;
  code: string;
  printed: string;
}

const PROGRAM =
  /^```(?<language>mjs|mts)\n(?<code>.*?)^```\n(?:\n^```text\n(?<printed>.*?)^```\n)?/gmsu;

function programsOf(page: string): Program[] {
  const text = readFileSync(path.join(folder, page), 'utf8');
  return [...text.matchAll(PROGRAM)].map(({ index, groups = {} }) => ({
    line: text.slice(0, index).split('\n').length,
    code:
      groups.language === 'mts'
        ? toJavaScript(groups.code ?? '')
        : (groups.code ?? ''),
    printed: groups.printed ?? '',
  }));
}

/** A program as it is run where Node knows neither types nor `using`. */
function toJavaScript(code: string): string {
  return ts.transpileModule(code, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
    },
  }).outputText;
}

/** What a program prints, and its exit code. */
async function run(code: string): Promise<string> {
  const node = spawn(process.execPath, ['--input-type=module', '-'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let printed = '';
  node.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  node.stdin.end(code);
  const status = await new Promise<number | null>((resolve, reject) => {
    node.on('error', reject).on('close', resolve);
  });
  return `${printed}exit code ${String(status)}\n`;
}

describe('docs/guide/time.md', () => {
  const programs = programsOf('time.md');

  it('has programs', () => {
    expect(programs).not.toEqual([]);
  });

  it.each(programs)(
    'prints what it says below line $line',
    async ({ code, printed }) => {
      expect(await run(code)).toBe(printed);
    },
  );
});
