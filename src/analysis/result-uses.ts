import ts from 'typescript';

import { functionOf } from './callees.ts';
import type { CombinatorCall } from './combinators.ts';
import { messageAbout } from './failure-messages.ts';
import { promiseMethodOf } from './promise-calls.ts';
import { referencesOf } from './references.ts';
import { rejectedBranchOf, switchLooksAtRejected } from './result-branches.ts';
import { acceptedBy } from './settled-claims.ts';
import type { SettledStatus } from './settled-types.ts';
import { accessedName, memberAccessOf, unwrap } from './syntax.ts';
import { useOf } from './uses.ts';

/**
 * What becomes of the results of `Promise.allSettled`, and with them of the rejections in them
 * (ECMA-262, 27.2.4.2: they are nowhere else).
 *
 * - `discarded`: nothing reads them.
 * - `counted`: only how many there are is used, which is as many as there are members.
 * - `half-read`: what was fulfilled is taken, and what was rejected passed over.
 * - `unexplained`: that something was rejected is noticed, and told at a place that says no reason.
 * - `seen`: something looks at what was rejected, or may: also where they are passed on, or are not followed.
 */
export type ResultUse =
  | { kind: 'discarded' }
  | { kind: 'counted'; counts: readonly ts.Node[] }
  | { kind: 'half-read'; at: ts.Node; counts: readonly ts.Node[] }
  | { kind: 'unexplained'; at: ts.Node }
  | { kind: 'seen' };

/** What a part of the results is known to be: both, or what a filter left. */
type Part = SettledStatus | 'both';

const STEP_LIMIT = 200;

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

/** Questions to a list of values that tell what is missing from it. */
const ASKS: ReadonlySet<string> = new Set([
  'every',
  'find',
  'has',
  'includes',
  'indexOf',
  'some',
]);

/** What becomes of the results of a call of `Promise.allSettled`. */
export function resultUseOf(
  program: ts.Program,
  call: CombinatorCall,
): ResultUse {
  const reading = new Reading(program);
  reading.promise(call.node);
  return reading.use;
}

class Reading {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #visited = new Set<ts.Node>();
  readonly #counts: ts.Node[] = [];
  readonly #halfReads: ts.Node[] = [];
  readonly #notices: ts.Node[] = [];
  /** Whether a status is asked: what is read without it is no half of anything, but unchecked. */
  #isTested = false;
  #isSeen = false;

  constructor(program: ts.Program) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  get use(): ResultUse {
    const [halfRead] = this.#halfReads;
    const [notice] = this.#notices;
    const counts = this.#counts;
    if (this.#isSeen || this.#visited.size > STEP_LIMIT) {
      return { kind: 'seen' };
    }
    if (notice !== undefined) {
      const at = messageAbout(this.#checker, notice);
      return at === undefined ? { kind: 'seen' } : { kind: 'unexplained', at };
    }
    if (halfRead !== undefined) {
      if (!this.#isTested) {
        return { kind: 'seen' };
      }
      return { kind: 'half-read', at: halfRead, counts };
    }
    return counts.length > 0
      ? { kind: 'counted', counts }
      : { kind: 'discarded' };
  }

  /** Follows the promise of the results. */
  promise(node: ts.Node): void {
    const use = useOf(node);
    switch (use.kind) {
      case 'awaited':
        this.#results(use.node, 'both');
        return;
      case 'passed':
        this.promise(use.to);
        return;
      case 'voided':
      case 'discarded':
        return;
      case 'accessed':
        this.#reaction(use.node);
        return;
      case 'initialiser':
        if (!this.#eachReference(use.of, (name) => this.promise(name))) {
          this.#isSeen = true;
        }
        return;
      default:
        this.#isSeen = true;
    }
  }

  #reaction(access: ts.AccessExpression): void {
    const called = useOf(access);
    const method =
      called.kind === 'called'
        ? promiseMethodOf(this.#program, called.node)
        : undefined;
    if (method?.kind === 'finally') {
      this.promise(method.node);
      return;
    }
    if (method?.kind !== 'then') {
      this.#isSeen = true;
      return;
    }
    if (method.onFulfilled === undefined) {
      this.promise(method.node);
      return;
    }
    this.#callback(method.onFulfilled, 0, (name) => {
      this.#binding(name, 'both');
    });
  }

  /** What a callback does with one of its parameters: nothing, where it has no such parameter. */
  #callback(
    callback: ts.Expression,
    index: number,
    read: (name: ts.BindingName) => void,
  ): void {
    const fn = functionOf(this.#program, callback);
    if (fn === undefined) {
      this.#isSeen = true;
      return;
    }
    const parameter = fn.parameters[index];
    if (parameter?.dotDotDotToken !== undefined) {
      this.#isSeen = true;
    } else if (parameter !== undefined) {
      read(parameter.name);
    }
  }

  /** Reads each mention of what a declaration names; `false` where it names nothing plain. */
  #eachReference(
    { name }: { name: ts.Node },
    read: (reference: ts.Node) => void,
  ): boolean {
    const symbol = ts.isIdentifier(name)
      ? this.#checker.getSymbolAtLocation(name)
      : undefined;
    if (symbol === undefined) {
      return false;
    }
    for (const reference of referencesOf(
      this.#checker,
      symbol,
      name.getSourceFile(),
    )) {
      if (!this.#visited.has(reference)) {
        this.#visited.add(reference);
        read(memberAccessOf(reference));
      }
    }
    return true;
  }

  /** Follows an array or iterator of results. */
  #results(node: ts.Node, part: Part): void {
    const use = useOf(node);
    switch (use.kind) {
      case 'discarded':
      case 'voided':
      case 'tested':
        return;
      case 'passed':
        this.#results(use.to, part);
        return;
      case 'initialiser':
        this.#binding(use.of.name, part);
        return;
      case 'assigned':
        this.#assigned(use.to, part);
        return;
      case 'iterated':
        this.#loop(use.by, part);
        return;
      case 'accessed':
        this.#member(use.node, use.name, part);
        return;
      default:
        this.#passOn(node, part);
    }
  }

  /** Results, or one of them, that go where they are not followed. Of the fulfilled ones alone that is half of the story. */
  #passOn(node: ts.Node, part: Part): void {
    if (part === 'fulfilled') {
      this.#halfReads.push(node);
    } else {
      this.#isSeen = true;
    }
  }

  #assigned(target: ts.Expression, part: Part): void {
    const name = unwrap(target);
    const symbol =
      ts.isIdentifier(name) && this.#checker.getSymbolAtLocation(name);
    const declaration = symbol ? symbol.valueDeclaration : undefined;
    const isLocal =
      declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      declaration.getSourceFile() === name.getSourceFile() &&
      this.#eachReference(declaration, (reference) => {
        const parent = reference.parent;
        if (!ts.isBinaryExpression(parent) || parent.left !== reference) {
          this.#results(reference, part);
        }
      });
    if (!isLocal) {
      this.#isSeen = true;
    }
  }

  #binding(name: ts.BindingName, part: Part): void {
    if (ts.isIdentifier(name)) {
      this.#eachReference({ name }, (reference) => {
        this.#results(reference, part);
      });
      return;
    }
    for (const element of name.elements) {
      if (ts.isOmittedExpression(element)) {
        continue;
      }
      if (ts.isObjectBindingPattern(name)) {
        // `{ length }`, or a result by its index.
        this.#isSeen = true;
      } else if (element.dotDotDotToken !== undefined) {
        this.#binding(element.name, part);
      } else {
        this.#oneBinding(element.name, part);
      }
    }
  }

  #loop(loop: ts.ForOfStatement, part: Part): void {
    const { initializer, expression } = loop;
    const [declaration] = ts.isVariableDeclarationList(initializer)
      ? initializer.declarations
      : [];
    if (declaration === undefined) {
      this.#isSeen = true;
      return;
    }
    const { name } = declaration;
    const call = unwrap(expression);
    const isOfEntries =
      ts.isCallExpression(call) && accessedName(call.expression) === 'entries';
    if (!isOfEntries) {
      this.#oneBinding(name, part);
      return;
    }
    const element = ts.isArrayBindingPattern(name) ? name.elements[1] : name;
    if (element !== undefined && ts.isBindingElement(element)) {
      this.#oneBinding(element.name, part);
    } else if (!ts.isArrayBindingPattern(name)) {
      this.#isSeen = true;
    }
  }

  #member(
    access: ts.AccessExpression,
    name: string | undefined,
    part: Part,
  ): void {
    if (name === 'length') {
      this.#length(access, part);
      return;
    }
    const called = useOf(access);
    if (name === undefined || called.kind !== 'called') {
      if (ts.isElementAccessExpression(access)) {
        this.#one(access, part);
      } else {
        this.#isSeen = true;
      }
      return;
    }
    const call = called.node;
    const [first] = call.arguments;
    const index = ELEMENT_ARGUMENT.get(name);
    if (KEEPS.has(name)) {
      this.#results(call, part);
    } else if (TAKES_ONE.has(name)) {
      this.#one(call, part);
    } else if (first === undefined) {
      this.#isSeen = true;
    } else if (index !== undefined) {
      if (part === 'fulfilled') {
        this.#halfReads.push(call);
      } else {
        this.#callback(first, index, (parameter) => {
          this.#oneBinding(parameter, part);
        });
      }
      this.#values(call);
    } else {
      this.#question(call, name, first, part);
    }
  }

  /** `filter`, `find`, `some` and `every`: which of the results are they about? */
  #question(
    call: ts.CallExpression,
    name: string,
    test: ts.Expression,
    part: Part,
  ): void {
    const accepted =
      part === 'both' ? acceptedBy(this.#program, test) : undefined;
    const left = accepted ?? part;
    this.#isTested ||= left === 'fulfilled';
    switch (name) {
      case 'filter':
      case 'find':
      case 'findLast':
        if (left === 'unknown') {
          this.#isSeen = true;
        } else if (name === 'filter') {
          this.#results(call, left);
        } else {
          this.#one(call, left);
        }
        return;
      case 'some':
      case 'every':
        if (left === 'fulfilled' || left === 'rejected') {
          this.#notices.push(call);
        } else {
          this.#isSeen = true;
        }
        return;
      default:
        this.#isSeen = true;
    }
  }

  #length(access: ts.Node, part: Part): void {
    if (part === 'rejected') {
      this.#notices.push(access);
    } else if (part === 'fulfilled') {
      // Who counts the ones knows how many the others are.
      this.#isSeen = true;
    } else if (useOf(access).kind !== 'tested' && !isOperand(access)) {
      this.#counts.push(access);
    }
  }

  /** Follows what was made of the results, by which the missing ones may be noticed yet. */
  #values(node: ts.Node): void {
    const use = useOf(node);
    if (use.kind === 'initialiser') {
      this.#eachReference(use.of, (reference) => {
        this.#values(reference);
      });
    } else if (use.kind === 'awaited') {
      this.#values(use.node);
    } else if (use.kind === 'accessed') {
      const called = useOf(use.node);
      if (use.name === 'length') {
        this.#isSeen ||= isComparedWithValue(use.node);
      } else if (called.kind === 'called') {
        if (ASKS.has(use.name ?? '')) {
          this.#isSeen = true;
        } else {
          this.#values(called.node);
        }
      }
    }
  }

  /** Follows one result by the name that it gets. */
  #oneBinding(name: ts.BindingName, part: Part): void {
    if (ts.isIdentifier(name)) {
      this.#eachReference({ name }, (reference) => {
        this.#one(reference, part);
      });
      return;
    }
    if (ts.isArrayBindingPattern(name)) {
      this.#isSeen = true;
      return;
    }
    for (const element of name.elements) {
      const key = element.propertyName ?? element.name;
      const property = ts.isIdentifier(key) ? key.text : undefined;
      if (element.dotDotDotToken !== undefined || property === undefined) {
        this.#passOn(element, part);
      } else if (property === 'status') {
        if (!this.#eachReference(element, (name) => this.#status(name, part))) {
          this.#isSeen = true;
        }
      } else {
        this.#property(element, property, part);
      }
    }
  }

  #one(node: ts.Node, part: Part): void {
    const use = useOf(node);
    switch (use.kind) {
      case 'tested':
        if (part === 'rejected') {
          this.#notices.push(node);
        }
        return;
      case 'discarded':
        return;
      case 'passed':
        this.#one(use.to, part);
        return;
      case 'initialiser':
        this.#oneBinding(use.of.name, part);
        return;
      case 'accessed':
        if (use.name === 'status') {
          this.#status(use.node, part);
        } else {
          this.#property(use.node, use.name, part);
        }
        return;
      default:
        this.#passOn(node, part);
    }
  }

  #property(node: ts.Node, name: string | undefined, part: Part): void {
    if (name === 'value') {
      this.#halfReads.push(node);
    } else {
      this.#passOn(node, part === 'rejected' ? 'both' : part);
    }
  }

  #status(node: ts.Node, part: Part): void {
    if (part !== 'both') {
      return;
    }
    const branch = rejectedBranchOf(node) ?? switchLooksAtRejected(node);
    if (branch === 'passed-over') {
      this.#isTested = true;
      this.#halfReads.push(node);
    } else {
      this.#isSeen = true;
    }
  }
}

/** Whether a number is only compared, or reckoned with. */
function isOperand(node: ts.Node): boolean {
  return ts.isBinaryExpression(node.parent);
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
