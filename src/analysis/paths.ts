import ts from 'typescript';

import type { Loss, PathStep, RejectionFate } from './fates.ts';
import { accessedName, unwrap, wrapped } from './syntax.ts';

type Lost = Extract<RejectionFate, { kind: 'lost' }>;

/** How many functions a path names before it is shortened. */
const NAMED_STEPS = 3;

/**
 * The way of a lost rejection on one line, such as "`load()` awaits it, its promise is dropped at
 * line 30". Lines are those of the file that is being linted; other files are not named, since a
 * way never leaves the file that it starts in but for helpers.
 */
export function describePath(lost: Lost): string {
  const { at, how, path } = lost;
  const named =
    path.length > NAMED_STEPS
      ? [...path.slice(0, NAMED_STEPS - 1), ...path.slice(-1)]
      : path;
  const steps = named.map(
    ({ fn, by }, index) => `${nameOf(fn)} ${by} ${index === 0 ? 'it' : 'that'}`,
  );
  return [...steps, describeLoss(at, how, path.at(-1))].join(', ');
}

function describeLoss(
  at: ts.Node,
  how: Loss,
  last: PathStep | undefined,
): string {
  const whose = last === undefined ? 'its' : 'whose';
  const line = `line ${String(lineOf(at))}`;
  switch (how) {
    case 'top-level':
      return `${last === undefined ? '' : 'and '}nothing catches it at the top level of the module`;
    case 'discarded':
      return `${whose} promise is dropped at ${line}`;
    case 'voided':
      return `${whose} promise is dropped by \`void\` at ${line}`;
    case 'unused':
      return `${whose} promise is kept in \`${at.getText()}\`, which is never used`;
    case 'unread-field':
      return `${whose} promise is kept in \`${(at as ts.PropertyDeclaration).name.getText()}\`, which is never read`;
    case 'callback':
      return `${whose} promise is ignored by ${consumerOf(at)} at ${line}`;
    case 'executor':
      return `${whose} promise is ignored by \`new Promise\` at ${line}, which then never settles`;
  }
}

/** Who ignores a callback's promise: the function that it is given to, the attribute or property that holds it. */
function consumerOf(at: ts.Node): string {
  if (ts.isCallExpression(at)) {
    const callee = unwrap(at.expression);
    const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
    return name === undefined ? 'the function that calls it' : `\`${name}\``;
  }
  if (ts.isClassElement(at) && at.name !== undefined) {
    return `whoever calls \`${at.name.getText()}\``;
  }
  const { parent } = wrapped(at);
  if (ts.isJsxExpression(parent) && ts.isJsxAttribute(parent.parent)) {
    return `\`${parent.parent.name.getText()}\``;
  }
  if (ts.isPropertyAssignment(parent)) {
    return `\`${parent.name.getText()}\``;
  }
  return ts.isBinaryExpression(parent)
    ? `\`${parent.left.getText()}\``
    : 'its caller';
}

/** What a reader calls a function. */
function nameOf(fn: ts.SignatureDeclaration): string {
  const declared = ts.getNameOfDeclaration(fn) ?? holderOf(fn);
  return declared === undefined
    ? `the function at line ${String(lineOf(fn))}`
    : `\`${declared.getText()}()\``;
}

/** The name of the variable or property that a function expression is the value of. */
function holderOf(fn: ts.SignatureDeclaration): ts.Node | undefined {
  const { parent } = wrapped(fn);
  return ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent)
    ? parent.name
    : undefined;
}

function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
