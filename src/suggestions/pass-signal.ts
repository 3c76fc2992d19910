import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { signalPlaceOf } from '../analysis/time/abort-signals.ts';
import type { SettlingTimer } from '../analysis/time/leaked-timers.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { addProperty, type Edit, hasComment, isWithin } from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Replaces a race of a call against a timer that rejects with the call alone, under
 * `AbortSignal.timeout`: that has no timer to clear, and stops the work too. `undefined` where the call
 * takes no signal or has one, where more than the two race, and where a comment would go.
 */
export function passSignal(
  sourceCode: SourceCode,
  source: TypedSource,
  race: TSESTree.CallExpression,
  { delay, kind, settles, timer }: SettlingTimer,
): Edit[] | undefined {
  const [list] = race.arguments;
  const limit = delay && source.toESTree(delay);
  if (
    list?.type !== 'ArrayExpression' ||
    list.elements.length !== 2 ||
    kind !== 'executor' ||
    settles !== 'rejects' ||
    limit === undefined
  ) {
    return undefined;
  }
  const work = list.elements.find(
    (element) => element?.type === 'CallExpression',
  );
  const late = list.elements.find((element) => element !== work);
  const timerNode = source.toESTree(timer);
  if (
    work?.type !== 'CallExpression' ||
    late?.type !== 'NewExpression' ||
    timerNode === undefined ||
    !isWithin(timerNode, late) ||
    hasComment(sourceCode, [race.range[0], work.range[0]]) ||
    hasComment(sourceCode, [work.range[1], race.range[1]]) ||
    !hasTimeout(source, race)
  ) {
    return undefined;
  }
  const added = withSignal(
    sourceCode,
    source,
    work,
    `AbortSignal.timeout(${sourceCode.getText(limit)})`,
  );
  return (
    added && [
      { range: [race.range[0], work.range[0]], text: '' },
      added,
      { range: [work.range[1], race.range[1]], text: '' },
    ]
  );
}

/** Whether the library of the program has `AbortSignal.timeout`. */
function hasTimeout(
  { checker, toTypeScript }: TypedSource,
  at: TSESTree.Node,
): boolean {
  const node = toTypeScript(at);
  const signal =
    node &&
    checker
      .getSymbolsInScope(node, ts.SymbolFlags.Value)
      .find(({ name }) => name === 'AbortSignal');
  return (
    signal !== undefined &&
    checker.getTypeOfSymbol(signal).getProperty('timeout') !== undefined
  );
}

/** A signal given to a call that takes one. */
function withSignal(
  sourceCode: SourceCode,
  { checker, toTypeScript }: TypedSource,
  work: TSESTree.CallExpression,
  signal: string,
): Edit | undefined {
  const call = toTypeScript(work);
  const last = work.arguments.at(-1);
  const place =
    call !== undefined && ts.isCallExpression(call)
      ? signalPlaceOf(checker, call)
      : undefined;
  if (place === undefined || last === undefined) {
    return undefined;
  }
  const [, end] = last.range;
  switch (place.kind) {
    case 'argument':
      return { range: [end, end], text: `, ${signal}` };
    case 'object':
      return { range: [end, end], text: `, { signal: ${signal} }` };
    case 'property':
      return last.type === 'ObjectExpression'
        ? addProperty(sourceCode, last, `signal: ${signal}`)
        : undefined;
  }
}
