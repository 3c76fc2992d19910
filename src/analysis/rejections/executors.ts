import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { referencesTo } from '../language/references.ts';
import type { Sources } from './sources.ts';
import { MAY, NEVER, some, type Term } from './terms.ts';
import { isDefaultLibrarySymbol } from '../language/types.ts';

/** `new Promise(executor)` rejects where the executor uses its second parameter, throws, or resolves with a promise that does. */
export function constructionTerm(
  sources: Sources,
  node: ts.NewExpression,
): Term {
  const { checker, program } = sources;
  const [executor] = node.arguments ?? [];
  const constructed = checker
    .getTypeAtLocation(node.expression)
    .getProperty('resolve');
  if (
    executor === undefined ||
    !isDefaultLibrarySymbol(program, constructed, 'PromiseConstructor')
  ) {
    return sources.byType(node);
  }
  const body = functionOf(program, executor);
  if (
    body === undefined ||
    body.parameters.some((p) => !ts.isIdentifier(p.name) || p.dotDotDotToken)
  ) {
    return sources.byType(node);
  }
  const [resolve = [], reject = []] = body.parameters.map(({ name }) =>
    referencesTo(checker, name),
  );
  return some([
    sources.ofFunction(body, 'throws'),
    reject.length > 0 ? MAY : NEVER,
    ...resolve.flatMap((reference) => {
      const value = valueGivenTo(reference);
      return value === undefined ? [] : [sources.promise(value)];
    }),
  ]);
}

/** What `resolve(value)` resolves with. */
function valueGivenTo(resolve: ts.Node): ts.Expression | undefined {
  const { parent } = resolve;
  return ts.isCallExpression(parent) && parent.expression === resolve
    ? parent.arguments[0]
    : undefined;
}
