import ts from 'typescript';

import { receiverTextOf } from '../language/callees.ts';
import { referencesOf } from '../language/references.ts';
import { awaitsIn } from '../language/sequence.ts';
import {
  boundNames,
  enclosingFunction,
  isWithin,
  memberAccessOf,
  unwrap,
  wrapped,
} from '../language/syntax.ts';
import { callsIn, wordsOf } from '../language/words.ts';
import type { MemberStarts } from './member-starts.ts';

/**
 * The `catch` of the `try` around a call of `allSettled` that is no aftermath, in the same function, where it is meant for what the
 * members do: it does more than to rethrow, and the `try` waits for nothing else than for the list of which the members do
 * the work. It may wait for other work where that and every member is done by one part of an object (`db.users`, and not
 * `axios`, which does anything), and where nothing of it is what the function returns: the members only follow then.
 * `undefined` where there is no such `catch`, and where it speaks of what was read or given in: a text that does not
 * parse, a file that is not there, a request that is not valid.
 */
export function expectingCatchOf(
  checker: ts.TypeChecker,
  node: ts.CallExpression,
  members: MemberStarts,
): ts.CatchClause | undefined {
  for (
    let current = node.parent;
    !ts.isSourceFile(current) && !ts.isFunctionLike(current);
    current = current.parent
  ) {
    if (ts.isTryStatement(current) && current.catchClause !== undefined) {
      const others = awaitsIn(current.tryBlock).filter(
        ({ expression }) => unwrap(expression) !== node,
      );
      return onlyRethrows(current.catchClause.block) ||
        speaksOfInput(current.catchClause.block) ||
        !isForMembers(checker, others, members)
        ? undefined
        : current.catchClause;
    }
  }
  return undefined;
}

function isForMembers(
  checker: ts.TypeChecker,
  others: readonly ts.AwaitExpression[],
  { lists, starts }: MemberStarts,
): boolean {
  const origins = originsOf(checker, lists);
  if (
    others.every((other) => origins.some((origin) => isWithin(other, origin)))
  ) {
    return true;
  }
  return others.some((other) => {
    const call = unwrap(other.expression);
    const worker = ts.isCallExpression(call) ? receiverTextOf(call) : undefined;
    return (
      worker !== undefined &&
      IS_PART.test(worker) &&
      starts.every((start) =>
        callsIn(start).some((each) => receiverTextOf(each) === worker),
      ) &&
      !isReturnedLater(checker, other)
    );
  });
}

/** Whether what is awaited gets a name that a `return` mentions. */
function isReturnedLater(
  checker: ts.TypeChecker,
  awaiting: ts.AwaitExpression,
): boolean {
  const fn = enclosingFunction(awaiting);
  const { parent } = wrapped(awaiting);
  return (
    fn !== undefined &&
    ts.isVariableDeclaration(parent) &&
    boundNames(parent.name).some((name) => {
      const symbol = checker.getSymbolAtLocation(name);
      return (
        symbol !== undefined &&
        referencesOf(checker, symbol, fn.getSourceFile()).some(
          (reference) =>
            ts.findAncestor(reference, ts.isReturnStatement) !== undefined,
        )
      );
    })
  );
}

/** A part of an object, by its text: `db.users`, `this.db.users`; and not `db` or `this.db`, which do all the work that there is. */
const IS_PART = /^(?:this\.)?[\w$#]+\.[\w$.#]+$/u;

/** What the variables are made from that lists are made from, as far as their names lead. */
function originsOf(
  checker: ts.TypeChecker,
  lists: readonly ts.Identifier[],
): ts.Node[] {
  const origins = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const origin = originOf(checker.getSymbolAtLocation(node));
      if (origin !== undefined && !origins.has(origin)) {
        origins.add(origin);
        visit(origin);
      }
    } else {
      ts.forEachChild(node, visit);
    }
  };
  lists.forEach(visit);
  return [...origins];
}

/** What a variable is declared with, or what the loop goes through that declares it. */
function originOf(symbol: ts.Symbol | undefined): ts.Expression | undefined {
  let declaration: ts.Node | undefined = symbol?.valueDeclaration;
  while (declaration !== undefined && ts.isBindingElement(declaration)) {
    declaration = declaration.parent.parent;
  }
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) {
    return undefined;
  }
  const { parent } = declaration.parent;
  return ts.isForOfStatement(parent)
    ? parent.expression
    : declaration.initializer;
}

/** Words of what goes wrong with what is read or given in, and not with what is done with it. */
const OF_INPUT: ReadonlySet<string> = new Set([
  'enoent',
  'invalid',
  'json',
  'malformed',
  'missing',
  'parse',
  'parsing',
  'schema',
  'syntax',
  'unprocessable',
  'validation',
  'zod',
]);

/** HTTP's answers to a request that cannot be understood (RFC 9110, 15.5.1 and 15.5.21). */
const BAD_REQUEST = /^(?:400|422)$/u;

function speaksOfInput(node: ts.Node): boolean {
  const isWord =
    (ts.isIdentifier(node) && !isCallee(node)) ||
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node);
  return (
    (isWord && wordsOf(node.text).some((word) => OF_INPUT.has(word))) ||
    (ts.isNumericLiteral(node) && BAD_REQUEST.test(node.text)) ||
    (ts.forEachChild(node, (child) => speaksOfInput(child) || undefined) ??
      false)
  );
}

/** Whether a name is that of a function which is called: `res.json()` and `JSON.stringify()` speak of nothing. */
function isCallee(name: ts.Identifier): boolean {
  const access = memberAccessOf(name);
  return (
    ts.isCallExpression(access.parent) ||
    (ts.isPropertyAccessExpression(name.parent) &&
      ts.isCallExpression(name.parent.parent))
  );
}

/** Whether a block is empty or does nothing but to throw again. */
function onlyRethrows({ statements }: ts.Block): boolean {
  return statements.every(ts.isThrowStatement);
}
