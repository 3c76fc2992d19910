import ts from 'typescript';

import { accessedName, unwrap } from './syntax.ts';

/** The words of a name or a text, in lower case: `on`, `module`, `destroy` for `onModuleDestroy`. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, ' ')
      .toLowerCase()
      .match(/[a-z]+/gu) ?? []
  );
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['built', 'build'],
  ['made', 'make'],
  ['sent', 'send'],
  ['told', 'tell'],
  ['written', 'write'],
]);

/** What the forms of one verb have in common: `sav` for `save`, `saved` and `saving`. */
export function stemOf(word: string): string {
  return (IRREGULAR.get(word) ?? word)
    .replace(/(?:ing|ed|es|s|e)$/u, '')
    .replace(/i$/u, 'y')
    .replace(/([b-df-hj-np-tv-z])\1$/u, '$1');
}

/** What a call calls, by its last name; `undefined` where it has none. */
export function calledNameOf(
  call: ts.CallExpression | ts.NewExpression,
): string | undefined {
  const callee = unwrap(call.expression);
  return ts.isIdentifier(callee) ? callee.text : accessedName(callee);
}

/** The calls in a piece of code, those in functions within it left out. */
export function callsIn(code: ts.Node): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      return;
    }
    if (ts.isCallExpression(node)) {
      calls.push(node);
    }
    ts.forEachChild(node, visit);
  };
  if (ts.isFunctionLike(code)) {
    ts.forEachChild(code, visit);
  } else {
    visit(code);
  }
  return calls;
}
