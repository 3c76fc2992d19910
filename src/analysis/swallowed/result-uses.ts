import ts from 'typescript';

import type { CombinatorCall } from '../language/combinators.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { ResultFacts, type ResultUse } from './result-facts.ts';
import {
  readParameter,
  readResults,
  readResultsUnder,
} from './result-lists.ts';
import { useOf } from '../language/uses.ts';

/** What becomes of the results of a call of `Promise.allSettled`. */
export function resultUseOf(
  program: ts.Program,
  call: CombinatorCall,
): ResultUse {
  const facts = new ResultFacts(program);
  readPromise(facts, call.node);
  return facts.use;
}

/** Follows the promise of the results. */
function readPromise(facts: ResultFacts, node: ts.Node): void {
  const use = useOf(node);
  switch (use.kind) {
    case 'awaited':
      readResults(facts, use.node, 'both');
      return;
    case 'passed':
      readPromise(facts, use.to);
      return;
    case 'voided':
    case 'discarded':
      return;
    case 'accessed':
      readReaction(facts, use.node);
      return;
    case 'initialiser':
      if (ts.isIdentifier(use.of.name)) {
        facts.eachMention(use.of.name, (mention) => {
          readPromise(facts, mention);
        });
        return;
      }
  }
  facts.isSeen = true;
}

function readReaction(facts: ResultFacts, access: ts.AccessExpression): void {
  const called = useOf(access);
  const method =
    called.kind === 'called'
      ? promiseMethodOf(facts.program, called.node)
      : undefined;
  if (method?.kind === 'finally') {
    readPromise(facts, method.node);
  } else if (method?.kind !== 'then') {
    facts.isSeen = true;
  } else if (method.onFulfilled === undefined) {
    readPromise(facts, method.node);
  } else {
    readParameter(facts, method.onFulfilled, 0, (name) => {
      readResultsUnder(facts, name, 'both');
    });
  }
}
