import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { readCountIn, readLength } from './result-counts.ts';
import { readMadeValues } from './made-values.ts';
import type { Part, ResultFacts } from './result-facts.ts';
import { testClaim } from '../settled/claims.ts';
import { readResult, readResultUnder } from './single-results.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** Methods of arrays that give the receiver's elements, all or some of them. */
const KEEPS: ReadonlySet<string> = new Set([
  'concat',
  'entries',
  'reverse',
  'slice',
  'sort',
  'toReversed',
  'toSorted',
  'values',
]);

const TAKES_ONE: ReadonlySet<string> = new Set(['at', 'pop', 'shift']);

/** Methods of arrays that call back with each element, and with which argument that is. */
const ELEMENT_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ['flatMap', 0],
  ['forEach', 0],
  ['map', 0],
  ['reduce', 1],
  ['reduceRight', 1],
]);

/** Follows an array or iterator of results. */
export function readResults(
  facts: ResultFacts,
  node: ts.Node,
  part: Part,
): void {
  const use = useOf(node);
  switch (use.kind) {
    case 'discarded':
    case 'voided':
    case 'tested':
      return;
    case 'passed':
      readResults(facts, use.to, part);
      return;
    case 'initialiser':
      readResultsUnder(facts, use.of.name, part);
      return;
    case 'assigned':
      readAssigned(facts, use.to, part);
      return;
    case 'iterated':
      readLoop(facts, use.by, part);
      return;
    case 'accessed':
      readMember(facts, use.node, use.name, part);
      return;
    default:
      facts.passOn(node, part);
  }
}

function readAssigned(
  facts: ResultFacts,
  target: ts.Expression,
  part: Part,
): void {
  const name = unwrap(target);
  const declaration =
    ts.isIdentifier(name) &&
    facts.checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (
    !declaration ||
    !ts.isVariableDeclaration(declaration) ||
    declaration.getSourceFile() !== name.getSourceFile()
  ) {
    facts.isSeen = true;
    return;
  }
  facts.eachMention(declaration.name, (mention) => {
    readResults(facts, mention, part);
  });
}

export function readResultsUnder(
  facts: ResultFacts,
  name: ts.BindingName,
  part: Part,
): void {
  if (ts.isIdentifier(name)) {
    facts.eachMention(name, (mention) => {
      readResults(facts, mention, part);
    });
    return;
  }
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) {
      continue;
    }
    if (ts.isObjectBindingPattern(name)) {
      readCountIn(facts, element, part);
    } else if (element.dotDotDotToken !== undefined) {
      readResultsUnder(facts, element.name, part);
    } else {
      readResultUnder(facts, element.name, part);
    }
  }
}

function readLoop(
  facts: ResultFacts,
  { initializer, expression }: ts.ForOfStatement,
  part: Part,
): void {
  if (part === 'rejected') {
    // What is done for each of them tells of it, whether or not it reads the reason.
    facts.isSeen = true;
    return;
  }
  const name = ts.isVariableDeclarationList(initializer)
    ? initializer.declarations[0]?.name
    : undefined;
  const call = unwrap(expression);
  const isOfEntries =
    ts.isCallExpression(call) && accessedName(call.expression) === 'entries';
  if (name !== undefined && !isOfEntries) {
    readResultUnder(facts, name, part);
  } else if (name !== undefined && ts.isArrayBindingPattern(name)) {
    const element = name.elements[1];
    if (element !== undefined && ts.isBindingElement(element)) {
      readResultUnder(facts, element.name, part);
    }
  } else {
    facts.isSeen = true;
  }
}

function readMember(
  facts: ResultFacts,
  access: ts.AccessExpression,
  name: string | undefined,
  part: Part,
): void {
  if (name === 'length') {
    readLength(facts, access, part);
    return;
  }
  const called = useOf(access);
  if (name === undefined || called.kind !== 'called') {
    if (ts.isElementAccessExpression(access)) {
      readResult(facts, access, part);
    } else {
      facts.isSeen = true;
    }
    return;
  }
  readCall(facts, called.node, name, part);
}

function readCall(
  facts: ResultFacts,
  call: ts.CallExpression,
  name: string,
  part: Part,
): void {
  const [first] = call.arguments;
  const index = ELEMENT_ARGUMENT.get(name);
  if (KEEPS.has(name)) {
    readResults(facts, call, part);
  } else if (TAKES_ONE.has(name)) {
    readResult(facts, call, part);
  } else if (first === undefined) {
    facts.isSeen = true;
  } else if (index === undefined) {
    readChosen(facts, call, name, first, part);
  } else {
    if (part === 'fulfilled') {
      facts.halfReads.push(call);
    } else if (part === 'rejected') {
      facts.isSeen = true;
    } else {
      readParameter(facts, first, index, (parameter) => {
        readResultUnder(facts, parameter, part);
      });
    }
    readMadeValues(facts, call);
  }
}

/** `filter`, `find`, `some` and `every`: which of the results are they about? */
function readChosen(
  facts: ResultFacts,
  call: ts.CallExpression,
  name: string,
  test: ts.Expression,
  part: Part,
): void {
  const accepted =
    part === 'both' ? testClaim(facts.program, test, true) : undefined;
  const left = accepted ?? part;
  facts.isTested ||= left === 'fulfilled';
  switch (name) {
    case 'filter':
    case 'find':
    case 'findLast':
      if (left === 'unknown') {
        facts.isSeen = true;
      } else if (name === 'filter') {
        readResults(facts, call, left);
      } else {
        readResult(facts, call, left);
      }
      return;
    case 'some':
    case 'every':
      if (left === 'fulfilled' || left === 'rejected') {
        facts.notices.push(call);
        return;
      }
  }
  facts.isSeen = true;
}

/** What a callback does with one of its parameters: nothing, where it has no such parameter. */
export function readParameter(
  facts: ResultFacts,
  callback: ts.Expression,
  index: number,
  read: (name: ts.BindingName) => void,
): void {
  const fn = functionOf(facts.program, callback);
  const parameter = fn?.parameters[index];
  if (fn === undefined || parameter?.dotDotDotToken !== undefined) {
    facts.isSeen = true;
  } else if (parameter !== undefined) {
    read(parameter.name);
  }
}
