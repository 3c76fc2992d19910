import { isTypeReference, unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { constantOf } from './members.ts';
import { type Resource, resourceOf } from './resources.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { isOpaque } from '../language/types.ts';
import { limitedBy } from './time-limits.ts';

/** The end of a resource's life: a call, the end of the block of a `using` declaration, the end of a transaction. */
export interface Release {
  kind: 'call' | 'using' | 'transaction';
  /** What is given back: something with a life, a file or folder, a lock, or the time limit of others. */
  of: 'handle' | 'path' | 'lock' | 'limit';
  resource: Resource;
  node: ts.Node;
}

/** Methods that end the life of what they are called on. */
const RELEASES: ReadonlySet<string> = new Set([
  'close',
  'destroy',
  'disconnect',
  'dispose',
  'end',
  'quit',
  'release',
  'rollback',
  'unlock',
  '$disconnect',
  '[Symbol.asyncDispose]',
  '[Symbol.dispose]',
]);

/** Methods and functions that give back what they are given: `pool.release(client)`, `fs.closeSync(file)`. */
const TAKES_BACK: ReadonlySet<string> = new Set([
  'close',
  'closeSync',
  'destroy',
  'disconnect',
  'dispose',
  'release',
  'unlock',
]);

/** Functions that remove a file or folder. Two of them only as a method of a file system: collections have them too. */
const REMOVES: ReadonlySet<string> = new Set([
  'rimraf',
  'rimrafSync',
  'rm',
  'rmSync',
  'rmdir',
  'rmdirSync',
  'unlink',
  'unlinkSync',
]);
const REMOVES_FROM_FILE_SYSTEM: ReadonlySet<string> = new Set([
  'delete',
  'remove',
  'removeSync',
]);

/** What a call gives back, by the name of what is called; nothing where the name says nothing of the kind. */
export function releasesBy(
  program: ts.Program,
  call: ts.CallExpression,
): Release[] {
  const checker = program.getTypeChecker();
  const callee = unwrap(call.expression);
  const name = ts.isIdentifier(callee) ? callee.text : releaseName(callee);
  const [argument] = call.arguments;
  const release = (of: Release['of'], node: ts.Expression): Release[] => {
    const resource = resourceOf(checker, node);
    return resource === undefined
      ? []
      : [{ kind: 'call', of, resource, node: call }];
  };
  if (name === undefined) {
    return [];
  }
  if (argument !== undefined && isRemoval(callee, name)) {
    return release('path', argument);
  }
  if (name === 'clearTimeout' && argument !== undefined) {
    return limitedBy(program, argument).map((resource) => ({
      kind: 'call',
      of: 'limit',
      resource,
      node: call,
    }));
  }
  if (
    argument !== undefined &&
    TAKES_BACK.has(name) &&
    isNameOfObject(checker, argument)
  ) {
    return release('handle', argument);
  }
  if (ts.isIdentifier(callee)) {
    return isAcquired(program, callee) ? release('lock', callee) : [];
  }
  const { expression: receiver } = callee as ts.AccessExpression;
  return RELEASES.has(name) &&
    !waitsForUsers(checker, receiver) &&
    !(name === 'dispose' && isCancellation(checker, receiver))
    ? release(isLock(program, receiver) ? 'lock' : 'handle', receiver)
    : [];
}

/** Whether a release waits for whoever uses the resource: an IndexedDB is closed when its transactions have ended. */
function waitsForUsers(
  checker: ts.TypeChecker,
  receiver: ts.Expression,
): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(receiver));
  // Types without a name have no symbol, whatever the declaration says.
  return (type.symbol as ts.Symbol | undefined)?.name === 'IDBDatabase';
}

/** What a type is called: its own names and those of what it extends. */
function namesOf(checker: ts.TypeChecker, type: ts.Type): string[] {
  const symbols = [type.aliasSymbol, type.symbol as ts.Symbol | undefined];
  const bases =
    type.isClassOrInterface() || isTypeReference(type)
      ? checker.getBaseTypes(isTypeReference(type) ? type.target : type)
      : [];
  return [
    ...symbols.flatMap((symbol) => symbol?.name ?? []),
    ...bases.flatMap((base) => namesOf(checker, base)),
  ];
}

/** Whether what is disposed is no more than what others are cancelled by, such as the source of a cancellation token. */
function isCancellation(
  checker: ts.TypeChecker,
  receiver: ts.Expression,
): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(receiver));
  return checker.getPropertyOfType(type, 'cancel') !== undefined;
}

/** The name of a method that is called, `[Symbol.dispose]` among them. */
function releaseName(callee: ts.Expression): string | undefined {
  return ts.isElementAccessExpression(callee) &&
    ts.isPropertyAccessExpression(callee.argumentExpression)
    ? `[${callee.argumentExpression.getText()}]`
    : accessedName(callee);
}

/** Methods that end all that still waits for what they are called on. */
const STOPS = /^(?:close|destroy|\[Symbol\.(?:asyncD|d)ispose\])$/u;

/** Names of what two sides talk over, and of who works on the other side. */
const CHANNELS =
  /(?:Socket|Stream|Duplex|Readable|Writable|WebTransport|EventSource|Worker|MessagePort)$/u;

/** Methods that only such a thing has. */
const TALKS = ['pipe', 'postMessage', 'receive', 'recv', 'send'] as const;

/** Whether a release is how a program stops who still reads from, or writes to, what is released: the end of a socket, a stream or a worker. */
export function stopsUsers(
  program: ts.Program,
  { kind, node }: Release,
): boolean {
  const checker = program.getTypeChecker();
  const callee = ts.isCallExpression(node) ? unwrap(node.expression) : node;
  if (
    kind === 'transaction' ||
    (kind === 'call' && !STOPS.test(releaseName(callee as ts.Expression) ?? ''))
  ) {
    return false;
  }
  const released =
    kind === 'call' ? (callee as ts.AccessExpression).expression : node;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(released));
  return unionConstituents(type).every(
    (part) =>
      namesOf(checker, part).some((name) => CHANNELS.test(name)) ||
      TALKS.some((name) => checker.getPropertyOfType(part, name) !== undefined),
  );
}

function isRemoval(callee: ts.Expression, name: string): boolean {
  return (
    REMOVES.has(name) ||
    (REMOVES_FROM_FILE_SYSTEM.has(name) &&
      ts.isPropertyAccessExpression(callee) &&
      /(?:^|\.)(?:node)?fs\w*$/iu.test(callee.expression.getText()))
  );
}

/** Whether an argument is the name of a thing with a life of its own, by its type or what a cast says, and no plain value, error or what nothing is known of. */
function isNameOfObject(
  checker: ts.TypeChecker,
  argument: ts.Expression,
): boolean {
  const node = unwrap(argument);
  const types = [node, argument]
    .map((each) => checker.getTypeAtLocation(each))
    .filter((type) => !isOpaque(checker, type))
    .map((type) => checker.getNonNullableType(type));
  return (
    (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) &&
    types.some(
      (type) =>
        (type.flags & ts.TypeFlags.NumberLike) !== 0 ||
        ((type.flags & ts.TypeFlags.Object) !== 0 &&
          checker.typeToString(type) !== '{}'),
    ) &&
    !types.some((type) => namesOf(checker, type).includes('Error'))
  );
}

/** What the code runs under rather than with: what `acquire()` or `lock()` gave. */
export function isLock(program: ts.Program, receiver: ts.Expression): boolean {
  const node = unwrap(receiver);
  const name = ts.isIdentifier(node) ? node.text : accessedName(node);
  return (
    isAcquired(program, node) ||
    (name !== undefined && /(?:lock|mutex|semaphore)$/iu.test(name))
  );
}

function isAcquired(program: ts.Program, node: ts.Expression): boolean {
  const value = constantOf(program, node)?.initializer;
  const awaited = value && unwrap(value);
  const call =
    awaited !== undefined && ts.isAwaitExpression(awaited)
      ? unwrap(awaited.expression)
      : undefined;
  const name =
    call !== undefined && ts.isCallExpression(call)
      ? accessedName(unwrap(call.expression))
      : undefined;
  return name === 'acquire' || name === 'lock' || name === 'acquireLock';
}
