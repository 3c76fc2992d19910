import ts from 'typescript';

import type { PathStep, RejectionFate } from './fates.ts';
import { unwrap, wrapped } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';
import { calledNameOf } from '../language/words.ts';

type Lost = Extract<RejectionFate, { kind: 'lost' }>;

/** How many functions a path names before it is shortened. */
const NAMED_STEPS = 3;

/** How long a name may be before it is cut. */
const NAME_LENGTH = 40;

/**
 * The way of a lost rejection on one line, such as "`load()` awaits it, its promise is dropped at
 * line 30". A place in another file than the one that the way starts in is named with its file.
 */
export function describePath(lost: Lost, start: ts.SourceFile): string {
  const steps = lost.path.map(
    ({ fn, by }, index) =>
      `${describeFunction(fn, start)} ${by} ${index === 0 ? 'it' : 'that'}`,
  );
  const named =
    steps.length > NAMED_STEPS
      ? [...steps.slice(0, NAMED_STEPS - 1), '…', ...steps.slice(-1)]
      : steps;
  return [...named, describeLoss(lost, start)].join(', ');
}

function describeLoss({ at, how, path }: Lost, start: ts.SourceFile): string {
  const line = lineOf(at, start);
  switch (how) {
    case 'top-level':
      return `${path.length === 0 ? '' : 'and '}nothing catches it at the top level of the module`;
    case 'discarded':
      return `its promise is dropped at ${line}`;
    case 'voided':
      return `its promise is dropped by \`void\` at ${line}`;
    case 'unused':
      return `its promise is kept in ${quoted(ts.isMemberName(at) ? at : nameOf(at))}, where nothing handles it (${line})`;
    case 'callback':
      return `${describeConsumer(at)} drops its promise (${line})`;
    case 'executor':
      return `\`new Promise\` drops its promise and never settles (${line})`;
  }
}

/** Who ignores a callback's promise: the function that it is given to, the attribute, property or member that holds it. */
function describeConsumer(at: ts.Node): string {
  if (ts.isCallExpression(at)) {
    return quotedOr(calledNameOf(at), 'the function that calls it');
  }
  if (ts.isNewExpression(at)) {
    return quotedOr(`new ${at.expression.getText()}`, 'the constructor');
  }
  if (ts.isClassElement(at)) {
    return `whoever calls ${quoted(nameOf(at))}`;
  }
  const { parent } = wrapped(at);
  const holder =
    ts.isJsxExpression(parent) && ts.isJsxAttribute(parent.parent)
      ? parent.parent.name
      : ts.isBinaryExpression(parent)
        ? parent.left
        : nameOf(parent);
  return holder === undefined ? 'its caller' : quoted(holder);
}

/** What a reader calls a function. */
function describeFunction(fn: PathStep['fn'], start: ts.SourceFile): string {
  const name = nameOf(fn) ?? nameOf(wrapped(fn).parent);
  if (name !== undefined) {
    const isElsewhere = fn.getSourceFile() !== start;
    return `\`${shorten(name.getText())}()\`${isElsewhere ? ` of \`${fileNameOf(fn)}\`` : ''}`;
  }
  const use = useOf(fn);
  const line = lineOf(fn, start);
  return use.kind === 'argument'
    ? `the callback at ${line}`
    : `the function at ${line}`;
}

/** The name of a function, or of the variable, property or field that a node declares. */
function nameOf(node: ts.Node): ts.Node | undefined {
  return ts.isFunctionLike(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertyDeclaration(node)
    ? node.name
    : undefined;
}

function quoted(node: ts.Node | undefined): string {
  return quotedOr(node?.getText(), 'a place');
}

function quotedOr(text: string | undefined, otherwise: string): string {
  return text === undefined ? otherwise : `\`${shorten(text)}\``;
}

/** A text from code on one line and of bearable length, without the backticks that would end its quotation. */
export function shorten(text: string): string {
  const line = text
    .replaceAll(/\s+(?=\??\.\w)/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll('`', "'");
  return line.length > NAME_LENGTH
    ? `${line.slice(0, NAME_LENGTH - 1)}…`
    : line;
}

/** An expression as a message names it, without backticks: `load()` for a call, whatever its arguments are. */
export function describeExpression(expression: ts.Expression): string {
  const node = unwrap(expression);
  if (ts.isAwaitExpression(node)) {
    return describeExpression(node.expression);
  }
  if (ts.isCallExpression(node)) {
    return `${shorten(node.expression.getText())}()`;
  }
  return ts.isNewExpression(node)
    ? `new ${shorten(node.expression.getText())}()`
    : shorten(node.getText());
}

function lineOf(node: ts.Node, start: ts.SourceFile): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  const text = `line ${String(line + 1)}`;
  return file === start ? text : `${text} of \`${fileNameOf(node)}\``;
}

function fileNameOf(node: ts.Node): string {
  return node.getSourceFile().fileName.split('/').slice(-2).join('/');
}
