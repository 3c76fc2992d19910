import ts from 'typescript';

import { rejectedBranchOf, switchLooksAtRejected } from './result-branches.ts';
import type { Part, ResultFacts } from './result-facts.ts';
import { useOf } from '../language/uses.ts';

/** Follows one settled result. */
export function readResult(
  facts: ResultFacts,
  node: ts.Node,
  part: Part,
): void {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
      if (part === 'rejected') {
        facts.notices.push(node);
      }
      return;
    case 'discarded':
      return;
    case 'passed':
      readResult(facts, use.to, part);
      return;
    case 'initialiser':
      readResultUnder(facts, use.of.name, part);
      return;
    case 'accessed':
      if (use.name === 'status') {
        readStatus(facts, use.node, part);
      } else {
        readProperty(facts, use.node, use.name, part);
      }
      return;
    default:
      facts.passOn(node, part);
  }
}

/** Follows one settled result by the name that it gets, or by the parts that a pattern takes. */
export function readResultUnder(
  facts: ResultFacts,
  name: ts.BindingName,
  part: Part,
): void {
  if (ts.isIdentifier(name)) {
    facts.eachMention(name, (mention) => {
      readResult(facts, mention, part);
    });
    return;
  }
  if (ts.isArrayBindingPattern(name)) {
    facts.isSeen = true;
    return;
  }
  for (const element of name.elements) {
    const key = element.propertyName ?? element.name;
    const property = ts.isIdentifier(key) ? key.text : undefined;
    if (element.dotDotDotToken !== undefined || property === undefined) {
      facts.passOn(element, part);
    } else if (property !== 'status') {
      readProperty(facts, element, property, part);
    } else if (ts.isIdentifier(element.name)) {
      facts.eachMention(element.name, (mention) => {
        readStatus(facts, mention, part);
      });
    }
  }
}

function readProperty(
  facts: ResultFacts,
  node: ts.Node,
  name: string | undefined,
  part: Part,
): void {
  if (name === 'value') {
    facts.halfReads.push(node);
  } else {
    facts.passOn(node, part);
  }
}

function readStatus(facts: ResultFacts, node: ts.Node, part: Part): void {
  if (part !== 'both') {
    if (part === 'rejected') {
      facts.notices.push(node);
    }
    return;
  }
  const branch = rejectedBranchOf(node) ?? switchLooksAtRejected(node);
  if (branch === 'looked-at') {
    facts.isSeen = true;
    return;
  }
  if (branch === 'noticed') {
    facts.notices.push(node);
    return;
  }
  facts.isTested = true;
  facts.isReplaced ||= branch === 'replaced';
  facts.halfReads.push(node);
}
