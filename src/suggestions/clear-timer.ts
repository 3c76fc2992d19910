import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import type { SettlingTimer } from '../analysis/time/leaked-timers.ts';
import { enclosingFunction } from '../analysis/language/syntax.ts';
import type { TypedSource } from '../source/typed-source.ts';
import {
  addProperty,
  beginsLine,
  type Edit,
  freeName,
  indentationOf,
  styleOf,
} from './edits.ts';
import { isBetween } from './written-between.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Ends a race's timer when the race is over: keeps the handle of `setTimeout` and clears it in `finally`,
 * or gives a timer of `timers/promises` a signal that is aborted there. An arrow function that only gives
 * the race gets a body. `undefined` where the timer is started in another function, and where the name would
 * have to be declared outside of the turn, call or instance that the race is for.
 */
export function clearTimer(
  sourceCode: SourceCode,
  source: TypedSource,
  race: TSESTree.CallExpression,
  leak: SettlingTimer,
): Edit[] | undefined {
  const raceNode = source.toTypeScript(race);
  const timer = source.toESTree(leak.timer);
  const code = timer && codeAround(timer, race);
  if (
    raceNode === undefined ||
    timer?.type !== 'CallExpression' ||
    code === undefined ||
    isShared(code, race) ||
    !isStartedBy(leak, raceNode) ||
    source.checker.getTypeAtLocation(raceNode).getProperty('finally') ===
      undefined
  ) {
    return undefined;
  }
  const [at, close] = code.range;
  const [, end] = race.range;
  const ending =
    leak.kind === 'promised'
      ? abort(sourceCode, timer)
      : keep(sourceCode, source, timer);
  if (ending === undefined) {
    return undefined;
  }
  const declaration = `${ending.declaration};`;
  const cleared = [
    ...ending.edits,
    {
      range: [end, end] as TSESTree.Range,
      text: `.finally(() => ${ending.end})`,
    },
  ];
  if (isBodyOfArrow(code)) {
    if (sourceCode.getTokenBefore(code)?.value !== '=>') {
      return undefined;
    }
    return [
      { range: [at, at], text: `{ ${declaration} return ` },
      ...cleared,
      { range: [close, close], text: '; }' },
    ];
  }
  const separator = beginsLine(sourceCode, code)
    ? styleOf(sourceCode).lineBreak + indentationOf(sourceCode, code)
    : ' ';
  return [{ range: [at, at], text: declaration + separator }, ...cleared];
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

/** What a name can be declared before that a timer and a race both see: a statement of a list, or the body of an arrow function. */
function codeAround(
  timer: TSESTree.Node,
  race: TSESTree.Node,
): TSESTree.Node | undefined {
  let node: TSESTree.Node | undefined = timer;
  for (; node !== undefined; node = node.parent) {
    const { parent }: { parent?: TSESTree.Node } = node;
    if (
      isBodyOfArrow(node)
        ? isBetween(race, node.range)
        : (parent?.type === 'BlockStatement' || parent?.type === 'Program') &&
          isBetween(race, parent.range)
    ) {
      return node;
    }
  }
  return undefined;
}

/** A loop, function or class: what is declared outside of it is one for all of its turns, calls or instances. */
const REPEATS =
  /^(?:DoWhile|For|ForIn|ForOf|While)Statement$|Function|^Class(?:Declaration|Expression)$/u;

/** Whether turns, calls or instances that each have a race of their own would share what is declared before a node. */
function isShared(declaredBefore: TSESTree.Node, race: TSESTree.Node): boolean {
  for (
    let node: TSESTree.Node | undefined = race;
    node !== undefined && node !== declaredBefore.parent;
    node = node.parent
  ) {
    if (REPEATS.test(node.type)) {
      return true;
    }
  }
  return false;
}

function isBodyOfArrow(node: TSESTree.Node): boolean {
  return (
    node.parent?.type === 'ArrowFunctionExpression' &&
    node.parent.body === node &&
    node.type !== 'BlockStatement'
  );
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
  const name = freeName(sourceCode, 'controller');
  const signal = `signal: ${name}.signal`;
  const edit =
    last?.type === 'ObjectExpression' && missing === -1
      ? addProperty(sourceCode, last, signal)
      : last !== undefined && missing >= 0
        ? {
            range: [last.range[1], last.range[1]] as TSESTree.Range,
            text: `${', undefined'.repeat(missing)}, { ${signal} }`,
          }
        : undefined;
  return (
    edit && {
      declaration: `const ${name} = new AbortController()`,
      edits: [edit],
      end: `${name}.abort()`,
    }
  );
}

function isJavaScript(source: TypedSource, node: TSESTree.Node): boolean {
  const file = source.toTypeScript(node)?.getSourceFile().fileName;
  return /\.[cm]?jsx?$/u.test(file ?? '');
}
