import ts from 'typescript';

import { recogniseCombinator } from './combinators.ts';
import { isWritten } from './overwrites.ts';
import { promiseMethodOf } from './promise-calls.ts';
import {
  type Keeping,
  outermostFunction,
  type PromiseStart,
  startsAt,
} from './promise-starts.ts';
import { protectionOf } from './protection.ts';
import { referencesOf } from './references.ts';
import {
  type Interruption,
  interruptionsOf,
  type Suspension,
} from './suspension.ts';
import {
  enclosingFunction,
  memberAccessOf,
  unwrap,
  wrapped,
} from './syntax.ts';
import { useOf } from './uses.ts';

/** What comes between the start of a promise and its first handler. */
export type Delay =
  | Interruption
  /** Only a callback that runs later takes it up. */
  | { kind: 'callback'; at: ts.Node }
  /** It is started where a module is loaded, and only a function that is called later takes it up. */
  | { kind: 'function'; at: ts.Node };

/** A promise that may reject before anything handles it. */
export interface LateHandling {
  start: PromiseStart;
  delay: Delay;
  /** The first place that takes it up. */
  handler: ts.Node;
}

/**
 * The promises started at a node that stay without a handler while control goes elsewhere: when such a
 * promise rejects meanwhile, the host reports an unhandled rejection (HostPromiseRejectionTracker,
 * ECMA-262, 27.2.1.9), whoever awaits it afterwards. None where the promise is passed on, where a place
 * that names it cannot be judged, and where nobody handles it at the end either.
 */
export function lateHandlingsAt(
  program: ts.Program,
  node: ts.Node,
): LateHandling[] {
  return startsAt(program, node).flatMap((start) => {
    const late = lateHandlingOf(program, start);
    return late === undefined ? [] : [late];
  });
}

/** How a place that names the promise takes part. */
type Mention =
  /** From the evaluation of a node on, it is handled or somebody else's. */
  | { kind: 'takes'; by: ts.Node }
  /** One promise of an array is awaited, and the others are left as they are. */
  | { kind: 'takes-one'; at: ts.Node }
  | { kind: 'callback'; at: ts.Node }
  | { kind: 'function'; at: ts.Node }
  | { kind: 'looks' };

function lateHandlingOf(
  program: ts.Program,
  start: PromiseStart,
): LateHandling | undefined {
  const mentions = mentionsOf(program, start);
  const takers = new Set<ts.Node>();
  const handlers: ts.Node[] = [];
  let callback: ts.Node | undefined;
  let fn: ts.Node | undefined;
  for (const mention of mentions) {
    switch (mention.kind) {
      case 'takes':
        takers.add(mention.by);
        handlers.push(mention.by);
        break;
      case 'takes-one':
        handlers.push(mention.at);
        break;
      case 'callback':
        callback ??= mention.at;
        break;
      case 'function':
        fn ??= mention.at;
        break;
    }
  }
  if (fn !== undefined) {
    // Who calls the function, and when, is known only of a module that does not call it itself.
    return handlers.length === 0 &&
      callback === undefined &&
      ts.isSourceFile(start.region) &&
      isOnlyExported(program, fn)
      ? { start, delay: { kind: 'function', at: fn }, handler: fn }
      : undefined;
  }
  const handler =
    handlers.find(({ pos }) => start.node.pos <= pos) ?? handlers[0];
  if (handler === undefined) {
    return (
      callback && {
        start,
        delay: { kind: 'callback', at: callback },
        handler: callback,
      }
    );
  }
  if (handlers.every(isUnprotectedTopLevel)) {
    return undefined;
  }
  const [delay] = interruptionsOf({
    region: start.region,
    opensAt: (node) => node === start.node,
    closesAt: (node) => takers.has(node),
    isPassedOver: (at) => start.isEvent || isInCombinator(program, at),
    knownValueOf: (condition) => knownValueOf(start, condition),
  });
  if (
    delay === undefined ||
    // Whether an event comes that nobody brings about any more is not known.
    (delay.kind !== 'suspends' && ts.isNewExpression(start.expression))
  ) {
    return undefined;
  }
  return callback !== undefined && delay.kind !== 'suspends'
    ? { start, delay: { kind: 'callback', at: callback }, handler }
    : { start, delay, handler };
}

function mentionsOf(program: ts.Program, start: PromiseStart): Mention[] {
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(start.name);
  const { region } = start;
  const home = homeOf(region);
  const references =
    symbol === undefined
      ? []
      : referencesOf(checker, symbol, region.getSourceFile());
  return references.map((reference) => {
    const node = memberAccessOf(reference);
    if (node.pos < region.pos || region.end < node.end) {
      return { kind: 'function', at: node };
    }
    const mention = mentionAt(program, node, start.keeping);
    const fn = outermostFunction(node, home);
    return fn === undefined || mention.kind === 'looks'
      ? mention
      : mentionWithin(program, fn, node);
  });
}

/** The function that a region is, or stands in; `undefined` at the top level of a file. */
function homeOf(region: ts.Node): ReturnType<typeof enclosingFunction> {
  if (ts.isSourceFile(region)) {
    return undefined;
  }
  return ts.isFunctionLike(region.parent)
    ? region.parent
    : enclosingFunction(region);
}

/** Whether a module does nothing with the function or class around a node but to declare and export it. */
function isOnlyExported(program: ts.Program, node: ts.Node): boolean {
  let statement = node;
  while (!ts.isSourceFile(statement.parent)) {
    statement = statement.parent;
  }
  if (ts.isExportAssignment(statement)) {
    return true;
  }
  const names =
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
      ? [statement.name]
      : ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map(({ name }) => name)
        : [];
  const checker = program.getTypeChecker();
  return (
    names.length > 0 &&
    names.every((name) => {
      const symbol = name && checker.getSymbolAtLocation(name);
      return (
        symbol === undefined ||
        referencesOf(checker, symbol, node.getSourceFile()).every(
          (reference) =>
            ts.isExportSpecifier(reference.parent) ||
            enclosingFunction(reference) !== undefined,
        )
      );
    })
  );
}

/** A mention inside a function: it counts when the function runs. */
function mentionWithin(
  program: ts.Program,
  fn: ts.Node,
  node: ts.Node,
): Mention {
  const use = useOf(fn);
  switch (use.kind) {
    case 'argument':
      return runsLater(program, use.of)
        ? { kind: 'callback', at: node }
        : { kind: 'takes', by: use.of };
    case 'called':
      return { kind: 'takes', by: use.node };
    default:
      return { kind: 'function', at: node };
  }
}

const TIMERS: ReadonlySet<string> = new Set([
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

/** Whether a call runs its callbacks only after it has returned: reactions of another promise, and timers. */
function runsLater(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
): boolean {
  const callee = unwrap(call.expression);
  if (ts.isIdentifier(callee) && TIMERS.has(callee.text)) {
    return true;
  }
  const method = promiseMethodOf(program, call);
  return method?.kind === 'then' || method?.kind === 'finally';
}

function mentionAt(
  program: ts.Program,
  node: ts.Node,
  keeping: Keeping,
): Mention {
  if (isWritten(node)) {
    return { kind: 'looks' };
  }
  switch (keeping.kind) {
    case 'promise':
      return promiseMention(node);
    case 'array':
      return arrayMention(program, node);
    case 'property': {
      const use = useOf(node);
      if (use.kind !== 'accessed' || use.name === undefined) {
        return takenBy(node);
      }
      return use.name === keeping.key && !isWritten(use.node)
        ? promiseMention(use.node)
        : { kind: 'looks' };
    }
  }
}

function promiseMention(node: ts.Node): Mention {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return { kind: 'looks' };
    case 'accessed': {
      const called = useOf(use.node);
      return takenBy(called.kind === 'called' ? called.node : use.node);
    }
    default:
      return takenBy(node);
  }
}

/** Somebody takes a value over: as soon as it is awaited, returned or given to a call, or where it is named. */
function takenBy(node: ts.Node): Mention {
  const use = useOf(node);
  switch (use.kind) {
    case 'awaited':
      return { kind: 'takes', by: use.node };
    case 'argument':
      return { kind: 'takes', by: use.of };
    case 'element':
      return takenBy(use.array);
    case 'returned':
      return { kind: 'takes', by: wrapped(node).parent };
    default:
      return { kind: 'takes', by: node };
  }
}

const TAKES_ONE: ReadonlySet<string> = new Set(['at', 'pop', 'shift']);

/** A mention of an array: what takes only one of its promises leaves the others without a handler. */
function arrayMention(program: ts.Program, node: ts.Node): Mention {
  const use = useOf(node);
  switch (use.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return { kind: 'looks' };
    case 'iterated':
      return use.by.awaitModifier !== undefined ||
        isAwaitedOneByOne(program, use.by)
        ? { kind: 'takes-one', at: node }
        : takenBy(node);
    case 'accessed': {
      if (use.name === 'length') {
        return { kind: 'looks' };
      }
      const called = useOf(use.node);
      const result = called.kind === 'called' ? called.node : use.node;
      if (use.name === 'push' || use.name === 'unshift') {
        return { kind: 'looks' };
      }
      return (use.name === undefined || TAKES_ONE.has(use.name)) &&
        useOf(result).kind === 'awaited'
        ? { kind: 'takes-one', at: node }
        : takenBy(result);
    }
    default:
      return takenBy(node);
  }
}

/** Whether a loop awaits each element where it stands, and does nothing else with it. */
function isAwaitedOneByOne(
  program: ts.Program,
  { initializer }: ts.ForOfStatement,
): boolean {
  const name = ts.isVariableDeclarationList(initializer)
    ? initializer.declarations[0]?.name
    : undefined;
  const checker = program.getTypeChecker();
  const symbol = name && checker.getSymbolAtLocation(name);
  const uses =
    symbol === undefined
      ? []
      : referencesOf(checker, symbol, initializer.getSourceFile());
  return uses.length > 0 && uses.every((use) => useOf(use).kind === 'awaited');
}

/** Whether a taker awaits at the top level, where a rejection ends the process whenever it is seen. */
function isUnprotectedTopLevel(taker: ts.Node): boolean {
  const use = useOf(taker);
  const at = ts.isAwaitExpression(taker)
    ? taker
    : use.kind === 'awaited'
      ? use.node
      : undefined;
  return at !== undefined && protectionOf(at).kind === 'file';
}

/** Whether a suspension stands in the argument of a combinator, whose members are started side by side. */
function isInCombinator(program: ts.Program, at: Suspension): boolean {
  let child: ts.Node = at;
  let { parent } = at as ts.Node;
  while (!ts.isStatement(parent) && !ts.isFunctionLike(parent)) {
    if (
      ts.isCallExpression(parent) &&
      parent.expression !== child &&
      recogniseCombinator(program, parent) !== undefined
    ) {
      return true;
    }
    child = parent;
    parent = parent.parent;
    if (ts.isSourceFile(parent)) {
      return false;
    }
  }
  return false;
}

/** What is known of a condition after the start: what looks for the promise finds it, and conditions around the start hold. */
function knownValueOf(
  start: PromiseStart,
  condition: ts.Expression,
): boolean | undefined {
  const node = unwrap(condition);
  if (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.ExclamationToken
  ) {
    const value = knownValueOf(start, node.operand);
    return value === undefined ? undefined : !value;
  }
  if (isPresence(start, node)) {
    return true;
  }
  if (
    ts.isBinaryExpression(node) &&
    isPresence(start, unwrap(node.left)) &&
    /^(?:undefined|null|0)$/u.test(node.right.getText())
  ) {
    return PRESENT_BY.get(node.operatorToken.kind);
  }
  return assumedBy(start, node.getText());
}

const PRESENT_BY: ReadonlyMap<ts.SyntaxKind, boolean> = new Map([
  [ts.SyntaxKind.EqualsEqualsToken, false],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, false],
  [ts.SyntaxKind.ExclamationEqualsToken, true],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, true],
  [ts.SyntaxKind.GreaterThanToken, true],
]);

/** Whether an expression is the promise or array itself, or its length. */
function isPresence({ name }: PromiseStart, node: ts.Expression): boolean {
  const kept =
    ts.isPropertyAccessExpression(node) && node.name.text === 'length'
      ? unwrap(node.expression)
      : node;
  return ts.isIdentifier(kept) && kept.text === name.text;
}

/** What a condition was on the way to the start, by its text. */
function assumedBy(
  { expression, region }: PromiseStart,
  text: string,
): boolean | undefined {
  let child: ts.Node = expression;
  while (child !== region && !ts.isSourceFile(child)) {
    const { parent }: ts.Node = child;
    if (
      ts.isIfStatement(parent) &&
      child !== parent.expression &&
      parent.expression.getText() === text
    ) {
      return child === parent.thenStatement;
    }
    child = parent;
  }
  return undefined;
}
