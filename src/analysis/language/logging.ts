import ts from 'typescript';

import { accessedName, unwrap } from './syntax.ts';
import { wordsOf } from './words.ts';

/** Whether what is called writes a log, by its name wherever it comes from: `console.log`, `this.logger.warn`, `appLogger.info`. */
export function isLogging(callee: ts.Expression): boolean {
  const access = unwrap(callee);
  if (accessedName(access) === undefined) {
    return false;
  }
  const receiver = unwrap((access as ts.AccessExpression).expression);
  const name = ts.isIdentifier(receiver)
    ? receiver.text
    : (accessedName(receiver) ?? '');
  const words = wordsOf(name);
  const last = words.at(-1);
  return (
    last === 'console' ||
    last === 'logger' ||
    (last === 'log' && words.length === 1)
  );
}
