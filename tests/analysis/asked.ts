import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';

import {
  type CombinatorCall,
  recogniseCombinator,
} from '../../src/analysis/language/combinators.ts';
import { fateOf, type RejectionFate } from '../../src/analysis/fates/fates.ts';
import { describePath } from '../../src/analysis/fates/paths.ts';
import { settledReadOf } from '../../src/analysis/settled/settlements.ts';
import { rejectionOf } from '../../src/analysis/rejections/sources.ts';
import { fileOf, findNode, programOf } from './program.ts';

// Names that the texts of the analysis tests may use without declaring them. `load` is a call whose
// body cannot be seen; `log` is the plain call that is not held against anybody.
const GIVEN = `
declare function ask(value: unknown): void;
declare function load(id?: unknown): Promise<string>;
declare function log(...values: unknown[]): void;
declare const anything: any;
declare const items: string[];
declare const isReady: boolean;
`;

/** Other files of a program, name to text. */
type Files = Readonly<Record<string, string>>;

/** One question of a catalogue: what it is about, the text of a module, the answer, and the files beside it. */
export type Case = readonly [
  name: string,
  text: string,
  answer: string,
  others?: Files,
];

type Question = (program: ts.Program, file: ts.SourceFile) => string;

/**
 * Tests of a question, each about a module of its own. The modules stand in one program, so that the
 * answers must not depend on each other either.
 */
export function catalogue(
  title: string,
  question: Question,
  cases: readonly Case[],
): void {
  describe(title, () => {
    let program: ts.Program | undefined;
    afterAll(() => {
      program = undefined;
    });
    it.each(
      cases.map(([name, text, answer], index) => ({
        name,
        text,
        answer,
        index,
      })),
    )('$name: $text → $answer', ({ answer, index }) => {
      program ??= programOfCases(cases);
      const file = fileOf(program, `${String(index)}/main.tsx`);
      expect(question(program, file)).toBe(answer);
    });
  });
}

function programOfCases(cases: readonly Case[]): ts.Program {
  return programOf(
    Object.fromEntries([
      ['given.d.ts', GIVEN],
      ...cases.flatMap(([, text, , others = {}], index) =>
        Object.entries({ 'main.tsx': moduleText(text), ...others }).map(
          ([name, content]) => [`${String(index)}/${name}`, content],
        ),
      ),
    ]) as Files,
  );
}

/** A line break before the text does not count as a line. */
function moduleText(text: string): string {
  return `${text.replace(/^\n/u, '')}\nexport {};\n`;
}

/** A program of one module with the given text, and that module. */
export function moduleOf(
  text: string,
  others: Files = {},
): [ts.Program, ts.SourceFile] {
  const program = programOf({
    'main.tsx': moduleText(text),
    'given.d.ts': GIVEN,
    ...others,
  });
  return [program, fileOf(program, 'main.tsx')];
}

/** The question that is asked of the expression in `ask(…)`. */
export function asked(
  question: (program: ts.Program, expression: ts.Expression) => string,
): Question {
  return (program, file) => question(program, askedIn(file));
}

/** The question that is asked of the first combinator. */
export function askedOfCall(
  question: (program: ts.Program, call: CombinatorCall) => string,
): Question {
  return (program, file) => question(program, firstCombinator(program, file));
}

/** Can what stands in `ask(…)` reject? */
export const rejection: Question = (program, file) => {
  return rejectionOf(program, askedIn(file)).kind;
};

/** The calls of a function by its bare name, in reading order. */
export function callsOf(root: ts.Node, name: string): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === name
    ) {
      found.push(node);
    }
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return found.sort((a, b) => a.pos - b.pos);
}

export function argumentOf(call: ts.CallExpression | undefined): ts.Expression {
  const [argument] = call?.arguments ?? [];
  if (argument === undefined) {
    throw new Error('nothing is asked');
  }
  return argument;
}

/** What a question says of the expression in `ask(…)`. */
export function askAbout<T>(
  text: string,
  question: (program: ts.Program, expression: ts.Expression) => T,
): T {
  const [program, file] = moduleOf(text);
  return question(program, askedIn(file));
}

function askedIn(file: ts.SourceFile): ts.Expression {
  const [asked] = callsOf(file, 'ask');
  return argumentOf(asked);
}

function firstCombinator(
  program: ts.Program,
  file: ts.SourceFile,
): CombinatorCall {
  const call = recogniseCombinator(
    program,
    findNode(
      file,
      (node): node is ts.CallExpression =>
        recogniseCombinator(program, node) !== undefined,
    ),
  );
  if (call === undefined) {
    throw new Error('no combinator');
  }
  return call;
}

function fateIn(program: ts.Program, file: ts.SourceFile): RejectionFate {
  return fateOf(program, firstCombinator(program, file).node);
}

/** The first combinator of a module with the given text, with its program. */
export function combinatorIn(
  text: string,
  others?: Files,
): { program: ts.Program; call: CombinatorCall } {
  const [program, file] = moduleOf(text, others);
  return { program, call: firstCombinator(program, file) };
}

/**
 * Who is at the end of the rejection of the first combinator, in few words: `handled 3`, `propagated`,
 * `unknown` and, for a lost one, how and on which line, `discarded 3`.
 */
export const fate: Question = (program, file) => {
  const found = fateIn(program, file);
  switch (found.kind) {
    case 'handled':
      return `handled ${lineOf(found.at)}`;
    case 'lost':
      return `${found.how} ${lineOf(found.at)}`;
    default:
      return found.kind;
  }
};

/** How the rejection of the first combinator is lost, as a message tells it. */
export const path: Question = (program, file) => {
  const found = fateIn(program, file);
  return found.kind === 'lost' ? describePath(found, file) : found.kind;
};

/**
 * What is known of the status at each read of a settled result, in reading order: `fulfilled either`.
 * Reads of what is not known to be a settled result are left out.
 */
export function proofsIn(text: string, others?: Files): string {
  return proofsBelow(...moduleOf(text, others)).join(' ');
}

/** The same, asked in a catalogue. */
export const proofs: Question = (program, file) =>
  proofsBelow(program, file).join(' ');

/** The same for plain JavaScript. */
export function proofsInJavaScript(text: string): string {
  const program = programOf({
    'main.js': `${text}\nexport {};\n`,
    'given.d.ts': GIVEN,
  });
  return proofsBelow(program, fileOf(program, 'main.js')).join(' ');
}

function proofsBelow(program: ts.Program, root: ts.Node): string[] {
  const proofs: string[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    const read = settledReadOf(program, node);
    if (read !== undefined) {
      proofs.push(read.proof);
    }
  };
  visit(root);
  return proofs;
}

/** The line that a node begins on, as a person counts, with the file where it is not the main one. */
function lineOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  const name = file.fileName.replace(/^.*\//u, '');
  return `${name === 'main.tsx' ? '' : `${name}:`}${String(line + 1)}`;
}
