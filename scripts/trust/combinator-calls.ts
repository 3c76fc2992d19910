import ts from 'typescript';

/** A call that is written as one of a combinator, by its looks alone. */
export interface CombinatorCall {
  line: number;
  method: string;
  call: ts.CallExpression;
}

const METHODS = new Set(['all', 'allSettled', 'any', 'race']);

/** Cheap: whether a text mentions a combinator at all. */
export const MENTION = /\bPromise\s*\??\.\s*(?:all|allSettled|any|race)\b/u;

/** The combinator calls of a file in reading order; a call's line is that of its method's name. */
export function combinatorCallsIn(file: ts.SourceFile): CombinatorCall[] {
  const calls: CombinatorCall[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      METHODS.has(node.expression.name.text) &&
      node.expression.expression.getText(file) === 'Promise'
    ) {
      const { name } = node.expression;
      const start = file.getLineAndCharacterOfPosition(name.getStart(file));
      calls.push({ line: start.line + 1, method: name.text, call: node });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}
