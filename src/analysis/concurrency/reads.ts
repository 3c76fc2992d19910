import ts from 'typescript';

import {
  type Effect,
  effectByName,
  READS,
  TAKES_PART,
  WRITES,
} from '../language/effects-by-name.ts';
import { calleesOf, functionsOf } from '../language/callees.ts';
import { isLogging } from '../language/logging.ts';
import { nameOfCallee } from './limiters.ts';
import {
  promiseMethodOf,
  type PromiseMethodCall,
} from '../language/promise-calls.ts';
import {
  accessedName,
  unwrap,
  isAssignment,
  isWithin,
} from '../language/syntax.ts';
import { isDefaultLibrarySymbol } from '../language/types.ts';

/** Methods of the language that change their receiver; that is an effect where it is not a local variable. */
const CHANGES_RECEIVER: ReadonlySet<string> = new Set([
  'add',
  'clear',
  'copyWithin',
  'delete',
  'fill',
  'pop',
  'push',
  'reverse',
  'set',
  'shift',
  'sort',
  'splice',
  'unshift',
]);

/** Objects whose calls take turns: a transaction, a connection, a stream, a page that is remote-controlled. */
const TAKES_TURNS =
  /^(?:browser|conn|connection|cursor|driver|em|entityManager|fd|frame|handle|iterator|locator|page|queryRunner|reader|session|socket|stream|transaction|trx|tx)$/iu;

/** Methods that read the rest of what has been asked for: the body of a response. */
const READS_BODY = /^(?:arrayBuffer|blob|bytes|formData|json|text)$/u;

/** How many function bodies one answer looks into. */
const BODY_LIMIT = 30;

/** What a call does to the world. */
export function effectOf(program: ts.Program, call: ts.CallExpression): Effect {
  return new Reading(program).ofCall(call);
}

class Reading {
  readonly #program: ts.Program;
  readonly #entered = new Set<ts.Node>();

  constructor(program: ts.Program) {
    this.#program = program;
  }

  ofCall(call: ts.CallExpression): Effect {
    const method = promiseMethodOf(this.#program, call);
    if (method?.kind === 'then' || method?.kind === 'finally') {
      return this.#ofChain(method);
    }
    const name = nameOfCallee(call.expression);
    if (name === undefined || takesTurns(call)) {
      return 'unknown';
    }
    const bodies = calleesOf(this.#program, call);
    if (bodies.length === 0) {
      return effectByName(call, name);
    }
    if (TAKES_PART.test(name) || WRITES.test(name)) {
      return 'unknown';
    }
    const effects = bodies.map(({ body }) => this.#ofBody(body));
    if (effects.includes('writes')) {
      return 'writes';
    }
    return READS.test(name) || effects.every((effect) => effect === 'reads')
      ? 'reads'
      : 'unknown';
  }

  /** What the call at the start of a chain does, and its callbacks. */
  #ofChain(
    method: Extract<PromiseMethodCall, { receiver: ts.Expression }>,
  ): Effect {
    const receiver = unwrap(method.receiver);
    const callbacks =
      method.kind === 'then'
        ? [method.onFulfilled, method.onRejected]
        : [method.onSettled];
    return together([
      ts.isCallExpression(receiver) ? this.ofCall(receiver) : 'unknown',
      ...callbacks.flatMap((callback): Effect[] => {
        const bodies = callback && functionsOf(this.#program, callback);
        return bodies?.length === 0
          ? ['unknown']
          : (bodies ?? []).map(({ body }) => this.#ofBody(body));
      }),
    ]);
  }

  #ofBody(body: ts.Node): Effect {
    if (this.#entered.has(body)) {
      return 'reads';
    }
    this.#entered.add(body);
    if (this.#entered.size > BODY_LIMIT) {
      return 'unknown';
    }
    let effect: Effect = 'reads';
    const visit = (node: ts.Node): boolean => {
      const own = this.#ofNode(node, body);
      if (own === 'writes') {
        effect = 'writes';
        return true;
      }
      if (own === 'unknown') {
        effect = 'unknown';
      }
      return (
        ts.forEachChild(node, (child) => visit(child) || undefined) ?? false
      );
    };
    visit(body);
    return effect;
  }

  /** What a node does by itself; local variables of the body are its own. */
  #ofNode(node: ts.Node, body: ts.Node): Effect {
    if (isAssignment(node)) {
      return this.#isOwn(node.left, body) ? 'reads' : 'writes';
    }
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      return (node.operator === ts.SyntaxKind.PlusPlusToken ||
        node.operator === ts.SyntaxKind.MinusMinusToken) &&
        !this.#isOwn(node.operand, body)
        ? 'writes'
        : 'reads';
    }
    if (ts.isDeleteExpression(node) || ts.isYieldExpression(node)) {
      return 'writes';
    }
    return ts.isCallExpression(node) ? this.#ofInnerCall(node, body) : 'reads';
  }

  #ofInnerCall(call: ts.CallExpression, body: ts.Node): Effect {
    if (
      promiseMethodOf(this.#program, call) !== undefined ||
      isLogging(call.expression)
    ) {
      return 'reads';
    }
    const callee = unwrap(call.expression);
    const name = accessedName(callee);
    if (
      name !== undefined &&
      READS_BODY.test(name) &&
      call.arguments.length === 0
    ) {
      return 'reads';
    }
    if (name !== undefined) {
      const { expression } = callee as ts.AccessExpression;
      const checker = this.#program.getTypeChecker();
      const property = checker.getPropertyOfType(
        checker.getNonNullableType(checker.getTypeAtLocation(expression)),
        name,
      );
      if (
        isDefaultLibrarySymbol(this.#program, property) &&
        !(name === 'get' || name === 'fetch')
      ) {
        return (CHANGES_RECEIVER.has(name) || WRITES.test(name)) &&
          !this.#isOwn(expression, body)
          ? 'writes'
          : 'reads';
      }
    }
    return this.ofCall(call);
  }

  /** Whether an expression names, or reaches into, a variable that is declared in the body itself. */
  #isOwn(expression: ts.Expression, body: ts.Node): boolean {
    let root = unwrap(expression);
    while (
      ts.isPropertyAccessExpression(root) ||
      ts.isElementAccessExpression(root) ||
      ts.isCallExpression(root)
    ) {
      root = unwrap(root.expression);
    }
    if (
      ts.isArrayLiteralExpression(root) ||
      ts.isObjectLiteralExpression(root) ||
      ts.isNewExpression(root)
    ) {
      return true;
    }
    const declaration = ts.isIdentifier(root)
      ? this.#program.getTypeChecker().getSymbolAtLocation(root)
          ?.valueDeclaration
      : undefined;
    return (
      declaration !== undefined &&
      !ts.isParameter(declaration) &&
      isWithin(declaration, body)
    );
  }
}

/** One effect for several: the worst. */
function together(effects: readonly Effect[]): Effect {
  return (
    (['writes', 'unknown'] as const).find((worst) => effects.includes(worst)) ??
    'reads'
  );
}

/** Whether a call is made on something that takes turns, or is given it. */
function takesTurns(call: ts.CallExpression): boolean {
  const names: ts.Node[] = [...call.arguments];
  let node = unwrap(call.expression);
  while (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node)
  ) {
    if (ts.isPropertyAccessExpression(node)) {
      names.push(node.name);
    }
    node = unwrap(node.expression);
  }
  names.push(node);
  return names.some(
    (name) => ts.isIdentifier(name) && TAKES_TURNS.test(name.text),
  );
}
