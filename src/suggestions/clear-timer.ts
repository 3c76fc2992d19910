import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import type { SettlingTimer } from '../analysis/time/leaked-timers.ts';
import { enclosingFunction } from '../analysis/language/syntax.ts';
import type { TypedSource } from '../source/typed-source.ts';
import {
  beginsLine,
  type Edit,
  freeName,
  indentationOf,
  styleOf,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Ends a race's timer when the race is over: keeps the handle of `setTimeout` and clears it in `finally`,
 * or gives a timer of `timers/promises` a signal that is aborted there. `undefined` where the timer is
 * started in another function, and where no statement stands around it that a name can be declared
 * before.
 */
export function clearTimer(
  sourceCode: SourceCode,
  source: TypedSource,
  race: TSESTree.CallExpression,
  leak: SettlingTimer,
): Edit[] | undefined {
  const raceNode = source.toTypeScript(race);
  const timer = source.toESTree(leak.timer);
  const statement = timer && statementAround(timer, race);
  if (
    raceNode === undefined ||
    timer?.type !== 'CallExpression' ||
    statement === undefined ||
    !isStartedBy(leak, raceNode) ||
    source.checker.getTypeAtLocation(raceNode).getProperty('finally') ===
      undefined
  ) {
    return undefined;
  }
  const [at] = statement.range;
  const [, end] = race.range;
  const edit =
    leak.kind === 'promised'
      ? abort(sourceCode, timer)
      : keep(sourceCode, source, timer);
  const separator = beginsLine(sourceCode, statement)
    ? styleOf(sourceCode).lineBreak + indentationOf(sourceCode, statement)
    : ' ';
  return (
    edit && [
      { range: [at, at], text: `${edit.declaration};${separator}` },
      ...edit.edits,
      { range: [end, end], text: `.finally(() => ${edit.end})` },
    ]
  );
}

interface Ending {
  declaration: string;
  edits: Edit[];
  /** What ends the timer. */
  end: string;
}

/** Whether the function of a race starts the timer itself: in an executor, or by a call of its own. */
function isStartedBy({ kind, timer }: SettlingTimer, race: ts.Node): boolean {
  const home = enclosingFunction(race);
  const starter = enclosingFunction(timer);
  return kind !== 'executor'
    ? starter === home
    : starter !== undefined && enclosingFunction(starter) === home;
}

/** The statement, one of a list of statements that a race stands in too, that a timer is started in. */
function statementAround(
  timer: TSESTree.Node,
  race: TSESTree.Node,
): TSESTree.Node | undefined {
  let node: TSESTree.Node | undefined = timer;
  for (; node !== undefined; node = node.parent) {
    const { parent }: { parent?: TSESTree.Node } = node;
    if (
      (parent?.type === 'BlockStatement' || parent?.type === 'Program') &&
      parent.range[0] <= race.range[0] &&
      race.range[1] <= parent.range[1]
    ) {
      return node;
    }
    if (
      parent?.type === 'ArrowFunctionExpression' &&
      parent.body === node &&
      parent.range[0] <= race.range[0] &&
      race.range[1] <= parent.range[1]
    ) {
      return undefined;
    }
  }
  return undefined;
}

function keep(
  sourceCode: SourceCode,
  source: TypedSource,
  timer: TSESTree.CallExpression,
): Ending | undefined {
  const start = sourceCode.getText(timer.callee);
  const clear = clearOf(sourceCode, source, timer.callee);
  const { parent } = timer;
  if (
    clear === undefined ||
    !/^[\w$.]+$/u.test(start) ||
    start.startsWith('this.') ||
    (parent.type !== 'ExpressionStatement' &&
      parent.type !== 'ArrowFunctionExpression')
  ) {
    return undefined;
  }
  const name = freeName(sourceCode, 'timer');
  const [from, to] = timer.range;
  const isBody =
    parent.type === 'ArrowFunctionExpression' &&
    sourceCode.getTokenBefore(timer)?.value === '=>';
  return {
    declaration: isJavaScript(source, timer)
      ? `let ${name}`
      : `let ${name}: ${typeOfTimer(source, timer, start)} | undefined`,
    edits: isBody
      ? [
          { range: [from, from], text: `(${name} = ` },
          { range: [to, to], text: ')' },
        ]
      : [{ range: [from, from], text: `${name} = ` }],
    end: `${clear}(${name})`,
  };
}

/** How to write the type of what a timer's start returns. Of several declarations `ReturnType` takes the last, which need not be the one that is called. */
function typeOfTimer(
  { checker, toTypeScript }: TypedSource,
  timer: TSESTree.CallExpression,
  start: string,
): string {
  const call = toTypeScript(timer);
  return call !== undefined &&
    checker.getTypeAtLocation(call).flags & ts.TypeFlags.Number
    ? 'number'
    : `ReturnType<typeof ${start}>`;
}

/** The function that clears what a `setTimeout` starts, of the same clock. */
function clearOf(
  sourceCode: SourceCode,
  source: TypedSource,
  callee: TSESTree.Expression,
): string | undefined {
  if (callee.type !== 'MemberExpression') {
    return 'clearTimeout';
  }
  const clock = source.toTypeScript(callee.object);
  return clock !== undefined &&
    source.checker.getTypeAtLocation(clock).getProperty('clearTimeout') !==
      undefined
    ? `${sourceCode.getText(callee.object)}.clearTimeout`
    : undefined;
}

function abort(
  sourceCode: SourceCode,
  timer: TSESTree.CallExpression,
): Ending | undefined {
  const isWait =
    timer.callee.type === 'MemberExpression' &&
    timer.callee.property.type === 'Identifier' &&
    timer.callee.property.name === 'wait';
  const missing = (isWait ? 1 : 2) - timer.arguments.length;
  const last = timer.arguments.at(-1);
  if (last === undefined || missing < 0) {
    return undefined;
  }
  const name = freeName(sourceCode, 'controller');
  const [, end] = last.range;
  return {
    declaration: `const ${name} = new AbortController()`,
    edits: [
      {
        range: [end, end],
        text: `${', undefined'.repeat(missing)}, { signal: ${name}.signal }`,
      },
    ],
    end: `${name}.abort()`,
  };
}

function isJavaScript(source: TypedSource, node: TSESTree.Node): boolean {
  const file = source.toTypeScript(node)?.getSourceFile().fileName;
  return /\.[cm]?jsx?$/u.test(file ?? '');
}
