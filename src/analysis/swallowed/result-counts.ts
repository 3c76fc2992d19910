import ts from 'typescript';

import type { Part, ResultFacts } from './result-facts.ts';
import { useOf } from '../language/uses.ts';

/** What a pattern takes of the array as an object: `{ length }`, or a result by its index. */
export function readCountIn(
  facts: ResultFacts,
  { propertyName, name }: ts.BindingElement,
  part: Part,
): void {
  if (
    part === 'both' &&
    (propertyName ?? name).getText() === 'length' &&
    ts.isIdentifier(name)
  ) {
    readCount(facts, name);
  } else {
    facts.isSeen = true;
  }
}

/** A name for how many results there are. */
function readCount(facts: ResultFacts, name: ts.Identifier): void {
  facts.eachMention(name, (mention) => {
    if (mention !== name) {
      facts.counts.push(mention);
    }
  });
}

/** How many results there are, or of a part of them, as an access reads it. */
export function readLength(
  facts: ResultFacts,
  access: ts.Node,
  part: Part,
): void {
  if (part === 'rejected') {
    facts.notices.push(access);
  } else if (part === 'fulfilled') {
    // Who counts the ones knows how many the others are.
    facts.isSeen = true;
  } else {
    const use = useOf(access);
    if (use.kind === 'initialiser' && ts.isIdentifier(use.of.name)) {
      readCount(facts, use.of.name);
    } else {
      facts.counts.push(access);
    }
  }
}
