import path from 'node:path';

import type { Linter } from 'eslint';
import ts from 'typescript';

import { type Crash, lintFile, type PresetName } from '../lint-file.ts';
import type { Label } from './labels.ts';
import { programOf, projectsOf } from './projects.ts';
import { siteOf, type Span } from './sites.ts';

/** One message of a rule. */
export interface Finding {
  rule: string;
  path: string;
  line: number;
  message: string;
}

/** How near a message stands to a judged call: at it (or within three lines), or where its values are used. */
export type Nearness = 'at' | 'linked';

export interface JudgedLabel extends Label {
  /** Whether the call stands on its line. */
  isFound: boolean;
  findings: (Finding & { nearness: Nearness })[];
}

export interface RepositoryResult {
  repo: string;
  labels: JudgedLabel[];
  findings: Finding[];
  crashes: (Crash & { path: string })[];
  /** Labelled files that are not there, or that only another parser can read. */
  skipped: string[];
  /** Milliseconds by file. */
  times: Record<string, number>;
  /** Milliseconds by rule; the first that asks for a type pays for all. */
  ruleTimes: Record<string, number>;
}

const LINTABLE = /\.[cm]?[jt]sx?$/u;
const NEAR = 3;

/**
 * Lints the labelled files of one checkout with types, and says which messages stand at which label: a result
 * for each preset. `typeRoots` is as for {@link programOf}.
 */
export function lintRepository(
  root: string,
  labels: readonly Label[],
  presets: readonly PresetName[],
  typeRoots?: string,
): RepositoryResult[] {
  const files: string[] = [];
  const skipped: string[] = [];
  for (const name of new Set(labels.map((label) => label.path))) {
    const file = path.join(root, name);
    if (LINTABLE.test(name) && ts.sys.fileExists(file)) {
      files.push(file);
    } else {
      skipped.push(name);
    }
  }
  const results = presets.map((preset) => ({
    preset,
    result: emptyResult(labels[0]?.repo ?? '', skipped),
  }));
  for (const project of projectsOf(root, files)) {
    const program = programOf(project, typeRoots);
    for (const file of project.files) {
      const name = path.relative(root, file);
      const ofIt = labels.filter((label) => label.path === name);
      for (const { preset, result } of results) {
        judgeFile(result, { root, name, program, preset }, ofIt);
      }
    }
  }
  return results.map(({ result }) => result);
}

function emptyResult(repo: string, skipped: string[]): RepositoryResult {
  return {
    repo,
    labels: [],
    findings: [],
    crashes: [],
    skipped,
    times: {},
    ruleTimes: {},
  };
}

interface Target {
  root: string;
  name: string;
  program: ts.Program;
  preset: PresetName;
}

function judgeFile(
  result: RepositoryResult,
  target: Target,
  labels: readonly Label[],
): void {
  const { root, name, program, preset } = target;
  const file = path.join(root, name);
  const started = performance.now();
  const linted = lintFile(program, file, root, preset);
  const { code, messages, crashes } = linted;
  result.times[name] = performance.now() - started;
  for (const [rule, time] of Object.entries(linted.times)) {
    result.ruleTimes[rule] = (result.ruleTimes[rule] ?? 0) + time;
  }
  result.crashes.push(...crashes.map((crash) => ({ path: name, ...crash })));
  const findings = messages.map((message) => ({
    rule: message.ruleId ?? 'parser',
    path: name,
    line: message.line,
    message: message.message,
  }));
  result.findings.push(...findings);
  const source = ts.createSourceFile(
    file,
    code,
    ts.ScriptTarget.Latest,
    true,
    /(?:x|\.[cm]?js)$/u.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  for (const label of labels) {
    const site = siteOf(source, label);
    const about = messages.flatMap((message, index) => {
      const span = spanOf(source, message);
      const isAt =
        Math.abs(message.line - label.line) <= NEAR ||
        site?.here.some((part) => overlap(part, span)) === true;
      const isLinked = site?.linked.some((part) => overlap(part, span));
      const nearness: Nearness = isAt ? 'at' : 'linked';
      const finding = findings[index] as Finding;
      return isAt || isLinked === true ? [{ ...finding, nearness }] : [];
    });
    result.labels.push({
      ...label,
      isFound: site !== undefined,
      findings: about,
    });
  }
}

function spanOf(source: ts.SourceFile, message: Linter.LintMessage): Span {
  const offset = (line: number, column: number): number =>
    (source.getLineStarts()[line - 1] ?? source.end) + column - 1;
  const start = offset(message.line, message.column);
  const { endLine, endColumn } = message;
  return endLine === undefined || endColumn === undefined
    ? [start, start + 1]
    : [start, Math.max(offset(endLine, endColumn), start + 1)];
}

function overlap([start, end]: Span, [from, to]: Span): boolean {
  return from < end && start < to;
}
