import ts from 'typescript';

import { recogniseCombinator } from '../../src/analysis/combinators.ts';
import { fateOf, type RejectionFate } from '../../src/analysis/fates.ts';
import {
  rejectionOf,
  type RejectionSource,
} from '../../src/analysis/sources.ts';
import {
  elementKindOf,
  type MemberKind,
  memberKindOf,
} from '../../src/analysis/members.ts';
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

/**
 * A program whose first file is a module with the given text, beside other files and the given names.
 * A line break before the text does not count as a line.
 */
function moduleOf(text: string, others: Files = {}): ts.Program {
  return programOf({
    'main.ts': `${text.replace(/^\n/u, '')}\nexport {};\n`,
    'given.d.ts': GIVEN,
    ...others,
  });
}

/** The main file of {@link moduleOf}. */
function mainOf(program: ts.Program): ts.SourceFile {
  return fileOf(program, 'main.ts');
}

/** The first call of a function by its bare name. */
function callOf(root: ts.Node, name: string): ts.CallExpression {
  return findNode(
    root,
    (node): node is ts.CallExpression =>
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === name,
  );
}

/** The expression that a file asks about: the argument of its call `ask(…)`. */
function askedIn(root: ts.Node): ts.Expression {
  const [argument] = callOf(root, 'ask').arguments;
  if (argument === undefined) {
    throw new Error('nothing is asked');
  }
  return argument;
}

export type Answer = RejectionSource['kind'];

/** Can what stands in `ask(…)` reject? */
export function rejectionIn(text: string, others?: Files): Answer {
  const program = moduleOf(text, others);
  return rejectionOf(program, askedIn(mainOf(program))).kind;
}

/** What is it that stands in `ask(…)`, as a member of a combinator? */
export function memberKindIn(text: string): MemberKind {
  const program = moduleOf(text);
  return memberKindOf(program, askedIn(mainOf(program)));
}

/** What are the elements of what stands in `ask(…)`? */
export function elementKindIn(text: string): MemberKind {
  const program = moduleOf(text);
  return elementKindOf(program, askedIn(mainOf(program)));
}

/** The first combinator of a file, in reading order. */
function firstCombinator(
  program: ts.Program,
  file: ts.SourceFile = mainOf(program),
): ts.CallExpression {
  return findNode(
    file,
    (node): node is ts.CallExpression =>
      recogniseCombinator(program, node) !== undefined,
  );
}

/** Who is at the end of the rejection of the first combinator? */
export function fateIn(text: string, others?: Files): RejectionFate {
  const program = moduleOf(text, others);
  return fateOf(program, firstCombinator(program));
}

/**
 * A fate in few words, to stand in a table: `handled 3`, `propagated`, `unknown` and, for a lost
 * one, how and on which line, `discarded 3`.
 */
export function inWords(fate: RejectionFate): string {
  switch (fate.kind) {
    case 'handled':
      return `handled ${lineOf(fate.at)}`;
    case 'lost':
      return `${fate.how} ${lineOf(fate.at)}`;
    default:
      return fate.kind;
  }
}

/** The line that a node begins on, as a person counts. */
function lineOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return String(line + 1);
}
