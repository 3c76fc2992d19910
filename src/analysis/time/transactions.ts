import ts from 'typescript';

import { referencesTo } from '../language/references.ts';
import type { Release } from './release-calls.ts';
import { resourceOf } from './resources.ts';
import {
  boundNames,
  accessedName,
  type FunctionWithBody,
  isFunctionWithBody,
  unwrap,
} from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** Functions that run a callback as one transaction, and end it with the callback's promise. */
const TRANSACTIONS: ReadonlySet<string> = new Set([
  '$transaction',
  'begin',
  'runInTransaction',
  'transaction',
  'withTransaction',
]);

/** What the end of a function ends, where the function is the callback of a transaction, there or by its name: its parameters, and the session that it is run in. */
export function transactionEnd(program: ts.Program, fn: ts.Node): Release[] {
  const transaction = isFunctionWithBody(fn)
    ? callsGiven(program, fn).find((call) =>
        TRANSACTIONS.has(calleeNameOf(call) ?? ''),
      )
    : undefined;
  if (transaction === undefined) {
    return [];
  }
  const callee = unwrap(transaction.expression);
  const handles = [
    ...(fn as FunctionWithBody).parameters.flatMap(({ name }) =>
      boundNames(name),
    ),
    ...(accessedName(callee) === 'withTransaction'
      ? [(callee as ts.AccessExpression).expression]
      : []),
  ];
  return handles.flatMap((handle) => {
    const resource = resourceOf(program.getTypeChecker(), handle);
    return resource === undefined
      ? []
      : [
          {
            kind: 'transaction',
            of: 'handle',
            resource,
            node: transaction,
          } as const,
        ];
  });
}

function calleeNameOf(call: ts.CallExpression): string | undefined {
  const callee = unwrap(call.expression);
  return ts.isIdentifier(callee) ? callee.text : accessedName(callee);
}

/** The calls of its file that a function is given to. */
function callsGiven(
  program: ts.Program,
  fn: FunctionWithBody,
): ts.CallExpression[] {
  const own = useOf(fn);
  const name = ts.isFunctionDeclaration(fn)
    ? fn.name
    : own.kind === 'initialiser'
      ? own.of.name
      : undefined;
  const uses =
    name === undefined
      ? [own]
      : referencesTo(program.getTypeChecker(), name).map(useOf);
  return uses.flatMap((use) =>
    use.kind === 'argument' && ts.isCallExpression(use.of) ? [use.of] : [],
  );
}
