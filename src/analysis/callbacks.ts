import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { functionOf } from './callees.ts';
import { namedSymbol } from './references.ts';
import { accessedName, unwrap, wrapped } from './syntax.ts';
import {
  isDefaultLibrarySymbol,
  isUnresolved,
  promisenessOf,
} from './types.ts';

/**
 * Who looks at the promise that a callback returns: nobody (`dropped`), the promise or array that the
 * call makes (`joins`), whoever calls the function that the call returns (`wrapped`), or it is not known.
 */
export type CallbackResult =
  /** `by` the name of what takes the callback, or only by the `type` that it expects. */
  | { kind: 'dropped'; by: 'name' | 'type' }
  | { kind: 'executor' }
  | { kind: 'joins'; carrier: 'promise' | 'array' }
  | { kind: 'wrapped' }
  | { kind: 'unknown' };

/** Functions that drop what their callback returns, whatever type their library declares: by name, for calls of a bare function. */
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

/** Methods that drop what their callback returns, whatever type their library declares, and whose name says so by itself. */
const DROPPING_METHODS: ReadonlySet<string> = new Set([
  'addEventListener',
  'forEach',
  'nextTick',
  ...DROPPING_FUNCTIONS,
]);

/** Methods of event emitters: dropped when the emitter is one by type. */
const EMITTER_METHODS: ReadonlySet<string> = new Set([
  'addListener',
  'on',
  'once',
  'prependListener',
  'prependOnceListener',
]);

/** An event of VS Code's kind, `onDidChange(listener)`: what listeners return is dropped, although it is declared as `any`. */
const EVENT_NAME = /^onDid[A-Z]/u;

/** Event attributes of the DOM's elements, which components hand through under the same name. */
const EVENT_ATTRIBUTE =
  /^on(?:Blur|Change|Click|DoubleClick|Drop|Focus|Input|Key(?:Down|Up)|Mouse(?:Down|Enter|Leave|Up)|Pointer(?:Down|Up)|Press|Scroll|Submit)$/u;

/** Receivers of `on(name, listener)` that are event emitters by their usual names, where their type cannot be resolved. */
const EMITTER_NAME = /(?:emitter|process|server|socket|stream|watcher|ws)$/iu;

/** Functions that return the function they are given, where their type does not show it. */
const IDENTITY_FUNCTIONS: ReadonlySet<string> = new Set([
  'useCallback',
  'useEffectEvent',
]);

/** Who looks at what a function returns that is given to a call as an argument. */
export function callbackResultOf(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): CallbackResult {
  const checker = program.getTypeChecker();
  if (ts.isNewExpression(call)) {
    const isPromise = isDefaultLibrarySymbol(
      program,
      checker.getTypeAtLocation(call.expression).getProperty('resolve'),
      'PromiseConstructor',
    );
    return isPromise && index === 0
      ? { kind: 'executor' }
      : expectedResult(program, call, index);
  }
  const callee = unwrap(call.expression);
  const name = ts.isIdentifier(callee) ? callee.text : accessedName(callee);
  if (name === undefined) {
    return expectedResult(program, call, index);
  }
  if (!ts.isIdentifier(callee)) {
    const method = methodResult(program, callee as ts.AccessExpression, name);
    if (method !== undefined) {
      return method;
    }
  }
  if (index === 0 && isDroppingFunction(program, callee, name)) {
    return { kind: 'dropped', by: 'name' };
  }
  const argument = call.arguments[index];
  if (
    argument !== undefined &&
    (IDENTITY_FUNCTIONS.has(name) || returnsItself(program, call, argument))
  ) {
    return { kind: 'wrapped' };
  }
  return expectedResult(program, call, index);
}

function isDroppingFunction(
  program: ts.Program,
  callee: ts.Expression,
  name: string,
): boolean {
  if (!DROPPING_METHODS.has(name)) {
    return false;
  }
  if (!ts.isIdentifier(callee)) {
    return isAnyOrOfLibrary(program, callee as ts.AccessExpression, name);
  }
  // A function of the program's own that merely has the name is judged by its body and type.
  return (
    DROPPING_FUNCTIONS.has(name) && functionOf(program, callee) === undefined
  );
}

/** Whether a method is one of the default library or of a declaration, or its receiver says nothing; a method of the program's own is judged by its body and type. */
function isAnyOrOfLibrary(
  program: ts.Program,
  { expression }: ts.AccessExpression,
  name: string,
): boolean {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(expression);
  if ((type.flags & ts.TypeFlags.Any) !== 0) {
    return true;
  }
  const method = checker.getPropertyOfType(checker.getApparentType(type), name);
  return name === 'forEach'
    ? isArrayLike(checker, type) || isDefaultLibrarySymbol(program, method)
    : (method?.declarations?.some(
        (declaration) => declaration.getSourceFile().isDeclarationFile,
      ) ?? false);
}

function methodResult(
  program: ts.Program,
  callee: ts.AccessExpression,
  name: string,
): CallbackResult | undefined {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(callee.expression);
  const isAny = (type.flags & ts.TypeFlags.Any) !== 0;
  switch (name) {
    case 'then':
    case 'catch':
    case 'finally':
      return isAny || promisenessOf(checker, type, callee) === 'some'
        ? { kind: 'joins', carrier: 'promise' }
        : undefined;
    case 'map':
      return isAny || isArrayLike(checker, type)
        ? { kind: 'joins', carrier: 'array' }
        : undefined;
    case 'from':
      return ts.isIdentifier(callee.expression) &&
        callee.expression.text === 'Array'
        ? { kind: 'joins', carrier: 'array' }
        : undefined;
    case 'addEventListener':
      return { kind: 'dropped', by: 'name' };
    default:
      return (EMITTER_METHODS.has(name) &&
        (isAny ? isEmitterByName(callee) : isEmitter(checker, type))) ||
        (EVENT_NAME.test(name) && expectsNothing(checker, callee))
        ? { kind: 'dropped', by: 'name' }
        : undefined;
  }
}

function isEmitterByName({ expression }: ts.AccessExpression): boolean {
  const name = ts.isIdentifier(expression)
    ? expression.text
    : accessedName(expression);
  return name !== undefined && EMITTER_NAME.test(name);
}

/** Whether a listener may return anything: the callee declares its result as `any`, or is not resolved itself. */
function expectsNothing(
  checker: ts.TypeChecker,
  callee: ts.Expression,
): boolean {
  const type = checker.getTypeAtLocation(callee);
  const [listener] = type.getCallSignatures()[0]?.parameters ?? [];
  if (listener === undefined) {
    return isUnresolved(type);
  }
  return checker
    .getTypeOfSymbolAtLocation(listener, callee)
    .getCallSignatures()
    .every(
      (signature) =>
        (signature.getReturnType().flags &
          (ts.TypeFlags.Any | ts.TypeFlags.Void)) !==
        0,
    );
}

function isArrayLike(checker: ts.TypeChecker, type: ts.Type): boolean {
  return unionConstituents(checker.getNonNullableType(type)).every((part) => {
    const constraint = checker.getBaseConstraintOfType(part) ?? part;
    return checker.isArrayLikeType(constraint);
  });
}

function isEmitter(checker: ts.TypeChecker, type: ts.Type): boolean {
  const emit = checker.getPropertyOfType(type, 'emit');
  const listeners = checker.getPropertyOfType(type, 'removeListener');
  return emit !== undefined && listeners !== undefined;
}

/** Whether a call's type shows that it returns the very function it was given, as `useCallback` does. */
function returnsItself(
  program: ts.Program,
  call: ts.CallExpression,
  argument: ts.Expression,
): boolean {
  const given = functionOf(program, argument);
  return (
    given !== undefined &&
    program
      .getTypeChecker()
      .getTypeAtLocation(call)
      .getCallSignatures()
      .some((signature) => signature.declaration === given)
  );
}

/** What the parameter's type expects of a callback's result, in every overload of the callee. */
function expectedResult(
  program: ts.Program,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): CallbackResult {
  const checker = program.getTypeChecker();
  const argument = call.arguments?.[index];
  if (argument === undefined || !ignoresResult(checker, argument)) {
    return { kind: 'unknown' };
  }
  const callee = checker.getTypeAtLocation(call.expression);
  const overloads = ts.isNewExpression(call)
    ? callee.getConstructSignatures()
    : callee.getCallSignatures();
  const isIgnoredByAll = overloads.every((overload) => {
    const parameter = overload.parameters[index] ?? overload.parameters.at(-1);
    if (parameter === undefined) {
      return true;
    }
    const type = checker.getTypeOfSymbolAtLocation(parameter, argument);
    return unionConstituents(checker.getNonNullableType(type)).every((part) =>
      part
        .getCallSignatures()
        .every((signature) => isIgnored(signature.getReturnType())),
    );
  });
  return isIgnoredByAll ? { kind: 'dropped', by: 'type' } : { kind: 'unknown' };
}

/**
 * Whether the place where a function stands is typed to ignore what the function returns: every
 * signature that is expected there returns only `void`. `false` where nothing is known.
 */
export function ignoresResult(
  checker: ts.TypeChecker,
  fn: ts.Expression,
): boolean {
  const type = checker.getContextualType(fn);
  if (type === undefined || isUnresolved(type)) {
    return isEventAttribute(fn);
  }
  const signatures = unionConstituents(type).flatMap((part) => [
    ...part.getCallSignatures(),
  ]);
  return (
    signatures.length > 0 &&
    signatures.every((signature) => isIgnored(signature.getReturnType()))
  );
}

/** `onClick={…}` of a component whose props cannot be resolved. */
function isEventAttribute(fn: ts.Expression): boolean {
  const { parent } = wrapped(fn);
  return (
    ts.isJsxExpression(parent) &&
    ts.isJsxAttribute(parent.parent) &&
    EVENT_ATTRIBUTE.test(parent.parent.name.getText())
  );
}

/** Whether a property is an event handler of the DOM's kind, `target.onmessage`: what it returns is never awaited, although it is declared as `any`. */
export function isEventHandler(
  program: ts.Program,
  property: ts.Declaration | undefined,
): boolean {
  return (
    property !== undefined &&
    ts.isPropertySignature(property) &&
    /^on[a-z]+$/u.test(property.name.getText()) &&
    program.isSourceFileDefaultLibrary(property.getSourceFile())
  );
}

function isIgnored(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Void) !== 0;
}

/**
 * Whether a class member implements a member of a base class or interface that is typed to ignore
 * the result: what calls it through that type does not look at a promise.
 */
export function implementsIgnoredMember(
  checker: ts.TypeChecker,
  member: ts.ClassElement,
): boolean {
  const { name, parent } = member;
  if (name === undefined || !ts.isClassLike(parent)) {
    return false;
  }
  const symbol = namedSymbol(checker, name);
  const bases = (parent.heritageClauses ?? []).flatMap((clause) => [
    ...clause.types,
  ]);
  return bases.some((base) => {
    const inherited = checker.getPropertyOfType(
      checker.getTypeAtLocation(base),
      symbol?.name ?? '',
    );
    if (inherited === undefined) {
      return false;
    }
    const signatures = checker
      .getTypeOfSymbolAtLocation(inherited, member)
      .getCallSignatures();
    return (
      signatures.length > 0 &&
      signatures.every((signature) => isIgnored(signature.getReturnType()))
    );
  });
}
