import ts from 'typescript';

import { ResultFacts } from './result-facts.ts';
import { unwrap } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** Questions to a list of values that tell what is missing from it. */
const ASKS: ReadonlySet<string> = new Set([
  'every',
  'find',
  'has',
  'includes',
  'indexOf',
  'some',
]);

/** Methods by which what stands in the place of the missing ones goes out of a list. */
const LEAVES_OUT: ReadonlySet<string> = new Set(['filter', 'flat', 'flatMap']);

/** Whether values that stand for what is missing are left out again of the list that an expression, or its promise, gives. */
export function areLeftOut(program: ts.Program, list: ts.Expression): boolean {
  const facts = new ResultFacts(program);
  readMadeValues(facts, list);
  return facts.isLeftOut;
}

/** Follows a list that was made of the results, by which the missing ones may be noticed yet. */
export function readMadeValues(facts: ResultFacts, node: ts.Node): void {
  const use = useOf(node);
  if (use.kind === 'initialiser' && ts.isIdentifier(use.of.name)) {
    facts.eachMention(use.of.name, (mention) => {
      readMadeValues(facts, mention);
    });
  } else if (use.kind === 'awaited') {
    readMadeValues(facts, use.node);
  } else if (use.kind === 'accessed') {
    const called = useOf(use.node);
    if (use.name === 'length') {
      facts.isSeen ||= isComparedWithValue(use.node);
    } else if (called.kind === 'called') {
      if (ASKS.has(use.name ?? '')) {
        facts.isSeen = true;
      } else {
        facts.isLeftOut ||= LEAVES_OUT.has(use.name ?? '');
        readMadeValues(facts, called.node);
      }
    }
  }
}

/** Whether a number is compared with, or taken from, another that is no literal. */
function isComparedWithValue(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent)) {
    return false;
  }
  const other = unwrap(parent.left === node ? parent.right : parent.left);
  return !ts.isNumericLiteral(other) && !ts.isStringLiteralLike(other);
}
