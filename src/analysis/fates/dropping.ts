import ts from 'typescript';

import { functionOf } from '../language/callees.ts';
import { isArrayLike, isDefaultLibrarySymbol } from '../language/types.ts';

// The named functions and methods that look at nothing that a callback returns. They count by symbol,
// whatever type their library declares for the callback.

/** Functions that drop what their first argument returns, whatever type their library declares. */
const DROPPING_FUNCTIONS: ReadonlySet<string> = new Set([
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'useEffect',
  'useInsertionEffect',
  'useLayoutEffect',
]);

/** Methods of event emitters: dropped when the emitter is one by type. */
const EMITTER_METHODS: ReadonlySet<string> = new Set([
  'addListener',
  'on',
  'once',
  'prependListener',
  'prependOnceListener',
]);

/** Whether a function, called bare or as a method, drops what its first argument returns; what the program itself declares is judged by its body and type. */
export function isDroppingFunction(
  program: ts.Program,
  callee: ts.Expression,
  name: string,
): boolean {
  if (isDisposableEvent(program.getTypeChecker(), callee)) {
    return true;
  }
  if (!DROPPING_FUNCTIONS.has(name)) {
    return false;
  }
  return ts.isIdentifier(callee)
    ? functionOf(program, callee) === undefined
    : isOfLibrary(program, callee as ts.AccessExpression, name);
}

/** Whether a method of what it is called on drops what its argument at an index returns. */
export function isDroppingMethod(
  program: ts.Program,
  callee: ts.AccessExpression,
  name: string,
  index: number,
): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(callee.expression);
  switch (name) {
    case 'addEventListener':
      return isOfLibrary(program, callee, name);
    case 'forEach':
      return (
        index === 0 &&
        (isArrayLike(checker, type) ||
          isDefaultLibrarySymbol(
            program,
            checker.getPropertyOfType(checker.getApparentType(type), name),
          ))
      );
    case 'nextTick':
      return index === 0 && callee.expression.getText() === 'process';
    default:
      return EMITTER_METHODS.has(name) && isEmitter(checker, type);
  }
}

/** Whether a method comes from a declaration file; one of the program's own is judged by its body and type. */
function isOfLibrary(
  program: ts.Program,
  { expression }: ts.AccessExpression,
  name: string,
): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(expression);
  return (
    (type.flags & ts.TypeFlags.Any) !== 0 ||
    (checker
      .getPropertyOfType(checker.getApparentType(type), name)
      ?.declarations?.some(
        (declaration) => declaration.getSourceFile().isDeclarationFile,
      ) ??
      false)
  );
}

/**
 * Whether a callee is an event of VS Code's kind, `interface Event<T> { (listener: (e: T) => any): Disposable }`:
 * it drops what listeners return, although it declares that as `any`.
 */
function isDisposableEvent(
  checker: ts.TypeChecker,
  callee: ts.Expression,
): boolean {
  const type = checker.getTypeAtLocation(callee);
  const [signature, ...others] = type.getCallSignatures();
  // Types without a name have no symbol, whatever the declaration says.
  const symbol = type.symbol as ts.Symbol | undefined;
  return (
    symbol?.name === 'Event' &&
    signature !== undefined &&
    others.length === 0 &&
    checker.getPropertyOfType(signature.getReturnType(), 'dispose') !==
      undefined
  );
}

function isEmitter(checker: ts.TypeChecker, type: ts.Type): boolean {
  const emit = checker.getPropertyOfType(type, 'emit');
  const listeners = checker.getPropertyOfType(type, 'removeListener');
  return emit !== undefined && listeners !== undefined;
}
