import { unionConstituents } from 'ts-api-utils';
import ts from 'typescript';

import { PRIMITIVE } from './handles.ts';
import { effectOf } from './reads.ts';
import { effectByName } from '../language/effects-by-name.ts';
import { isLogging } from '../language/logging.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { namedSymbol } from '../language/references.ts';
import { unwrap, wrapped } from '../language/syntax.ts';
import {
  isArrayLike,
  isDefaultLibrarySymbol,
  promisenessOf,
} from '../language/types.ts';
import { calledNameOf } from '../language/words.ts';

type Call = ts.CallExpression | ts.NewExpression;

/** A variable, class or module, or the object that `this` and `super` stand for. */
type Root = ts.Symbol | 'this';

/**
 * Whether code might do something else where it runs only right before another node of its list of statements,
 * since a call in between is a method of an object whose members the code reads, or that it gives away, or is given
 * that object; is a call of the same function; may do more than read and knows the object of one of its methods; or
 * is known to write.
 */
export function isOvertaken(
  program: ts.Program,
  code: ts.Node,
  place: ts.Node,
): boolean {
  const callees = new Set(
    callsIn(code)
      .filter((each) => !isOfLanguage(program, each))
      .map(({ expression }) => expression.getText()),
  );
  const read = rootsIn(program, code, 'read');
  return callsIn(listAround(code)).some((call) => {
    if (
      call.pos < code.end ||
      place.pos < call.end ||
      isLogging(call.expression) ||
      isOfLanguage(program, call)
    ) {
      return false;
    }
    const { receivers, values } = rootsIn(program, call, 'given');
    const known = [...receivers, ...values];
    return (
      callees.has(call.expression.getText()) ||
      known.some((root) => read.values.has(root)) ||
      (known.some((root) => read.receivers.has(root)) &&
        !(ts.isCallExpression(call) && effectOf(program, call) === 'reads')) ||
      (ts.isCallExpression(call) && isAsyncWrite(program, call))
    );
  });
}

/** The calls in a piece of code, those in functions within it too: they may run there. */
function callsIn(code: ts.Node): Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      calls.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return calls;
}

function listAround(code: ts.Node): ts.Node {
  let node = code;
  while (!ts.isStatement(node)) {
    node = node.parent;
  }
  return node.parent;
}

interface Roots {
  /** The objects whose methods are called. */
  receivers: ReadonlySet<Root>;
  /** The objects of which something else is used. */
  values: ReadonlySet<Root>;
}

/** The objects that code names: whose members it reads, primitives too, or that it gives away, themselves or what they hold. */
function rootsIn(
  program: ts.Program,
  code: ts.Node,
  use: 'read' | 'given',
): Roots {
  const checker = program.getTypeChecker();
  const receivers = new Set<Root>();
  const values = new Set<Root>();
  const visit = (node: ts.Node): void => {
    const root = rootAt(checker, node);
    if (root === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    const end = chainOf(node);
    const { parent } = end;
    if (
      (ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
      parent.expression === end
    ) {
      if (end !== wrapped(node)) {
        receivers.add(root);
      }
      return;
    }
    const type = checker.getTypeAtLocation(use === 'read' ? node : end);
    if (!unionConstituents(type).every(({ flags }) => flags & PRIMITIVE)) {
      values.add(root);
    }
  };
  visit(code);
  return { receivers, values };
}

const HOLDERS =
  ts.SymbolFlags.Variable | ts.SymbolFlags.Class | ts.SymbolFlags.ValueModule;

/** What a node that is no name of a member stands for, where it is a variable, class, module or `this`. */
function rootAt(checker: ts.TypeChecker, node: ts.Node): Root | undefined {
  if (
    node.kind === ts.SyntaxKind.ThisKeyword ||
    node.kind === ts.SyntaxKind.SuperKeyword
  ) {
    return 'this';
  }
  const symbol = ts.isIdentifier(node) ? namedSymbol(checker, node) : undefined;
  return symbol !== undefined && symbol.flags & HOLDERS ? symbol : undefined;
}

/** The whole of the accesses that begin with a node: `a.b.c` for `a`. */
function chainOf(node: ts.Node): ts.Node {
  let chain = wrapped(node);
  while (
    (ts.isPropertyAccessExpression(chain.parent) ||
      ts.isElementAccessExpression(chain.parent)) &&
    chain.parent.expression === chain
  ) {
    chain = wrapped(chain.parent);
  }
  return chain;
}

/** Objects of the language whose functions only make something of what they are given. */
const NAMESPACE =
  /^(?:Array|Date|JSON|Math|Number|Promise|String|Object\.(?:entries|fromEntries|keys|values))\b/u;

/** Whether a call is one of the language's own: of a promise, a list, a text; what its callbacks do is theirs. */
function isOfLanguage(program: ts.Program, call: Call): boolean {
  const checker = program.getTypeChecker();
  const callee = unwrap(call.expression);
  if (ts.isNewExpression(call)) {
    return isDefaultLibrarySymbol(program, namedSymbol(checker, callee));
  }
  if (
    callee.kind === ts.SyntaxKind.ImportKeyword ||
    promiseMethodOf(program, call) !== undefined
  ) {
    return true;
  }
  if (
    !ts.isPropertyAccessExpression(callee) ||
    !isDefaultLibrarySymbol(program, namedSymbol(checker, callee))
  ) {
    return false;
  }
  const type = checker.getTypeAtLocation(callee.expression);
  return (
    NAMESPACE.test(callee.getText()) ||
    isArrayLike(checker, type) ||
    unionConstituents(type).every(({ flags }) => flags & PRIMITIVE)
  );
}

/** Whether a call starts work that is known to write, by its code or its name. */
function isAsyncWrite(program: ts.Program, call: ts.CallExpression): boolean {
  const checker = program.getTypeChecker();
  return (
    promisenessOf(checker, checker.getTypeAtLocation(call), call) === 'some' &&
    (effectOf(program, call) === 'writes' ||
      effectByName(call, calledNameOf(call) ?? '') === 'writes')
  );
}
