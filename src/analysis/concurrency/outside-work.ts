import ts from 'typescript';

import { constantAt } from './bounds.ts';
import { functionsOf } from '../language/callees.ts';
import { isLimited, type LimiterNames, nameOfCallee } from './limiters.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { namedSymbol } from '../language/references.ts';
import { accessedName, unwrap } from '../language/syntax.ts';
import { isTimer } from '../rejections/timers.ts';
import {
  isDefaultLibrarySymbol,
  isUnresolved,
  promisenessOf,
} from '../language/types.ts';
import { useOf } from '../language/uses.ts';

/**
 * Whether a task works outside of the program (a network, files, a database), and by which call:
 * `limited` where something on the way lets only so many in at once, `none` where no such call can be
 * seen, `unknown` where the search was cut short.
 */
export type OutsideWork =
  | { kind: 'call'; node: ts.Node; name: string }
  | { kind: 'limited' }
  | { kind: 'none' }
  | { kind: 'unknown' };

/** What a function does outside of the program, by the verb that its name begins with. */
const VERB =
  /^(?:batch|copy|count|delete|destroy|download|exec|execute|fetch|find|get|insert|invoke|list|load|mkdir|open|patch|post|publish|put|query|read|remove|request|rm|save|scan|search|send|stat|unlink|update|upload|upsert|write)(?=$|[A-Z_\d])/u;

/** Clients that are called by their own name. */
const CLIENT = /^(?:axios|got|ky|request|superagent)$/iu;

/** Those that nothing else is called like. */
const UNTYPED_CLIENT = /^(?:axios|got|ky|superagent)$/iu;

/** Modules of Node whose promises are work of the system. */
const SYSTEM_MODULE =
  /(?:^|\/)(?:child_process|dgram|dns|fs|http2?|https|net|tls|fs\/promises|dns\/promises)(?:\.d\.ts)?$/u;

/** How many function bodies one search looks into. */
const BODY_LIMIT = 60;

/** The work outside of the program that a task does: a callback's, or that of an expression which starts it. */
export function outsideWorkOf(
  program: ts.Program,
  task: ts.Expression,
  limiters: LimiterNames,
): OutsideWork {
  return new Search(program, limiters).run(task);
}

/** Whether the name of what a call calls says that it works outside. A function that creates something is a factory; a method may tell a server to. */
function isOutsideByName(callee: ts.Expression, name: string): boolean {
  return (
    VERB.test(name) ||
    CLIENT.test(name) ||
    (/^create(?=$|[A-Z])/u.test(name) &&
      /^[^A-Z]/u.test(callee.getText()) &&
      accessedName(unwrap(callee)) !== undefined)
  );
}

/** What does the work of a callee: itself, or what `promisify` makes it of, there or by the name of a constant. */
function workerOf(
  checker: ts.TypeChecker,
  callee: ts.Expression,
): ts.Expression {
  const node = unwrap(callee);
  const made = unwrap(constantAt(checker, node)?.initializer ?? node);
  const given =
    ts.isCallExpression(made) && nameOfCallee(made.expression) === 'promisify'
      ? made.arguments[0]
      : undefined;
  return given === undefined ? node : unwrap(given);
}

/** Whether a call is made on, or of, a client that is known by its name. */
function isOfClient({ expression }: ts.CallExpression): boolean {
  const callee = unwrap(expression);
  const client =
    accessedName(callee) === undefined
      ? callee
      : unwrap((callee as ts.AccessExpression).expression);
  return ts.isIdentifier(client) && UNTYPED_CLIENT.test(client.text);
}

/** Whether what a call gives is taken for a promise. */
function isTakenForPromise(call: ts.CallExpression): boolean {
  const use = useOf(call);
  return (
    use.kind === 'awaited' ||
    use.kind === 'returned' ||
    (use.kind === 'accessed' &&
      /^(?:then|catch|finally)$/u.test(use.name ?? ''))
  );
}

class Search {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #limiters: LimiterNames;
  readonly #entered = new Set<ts.Node>();
  #found: ts.CallExpression | undefined;
  #isLimited = false;

  constructor(program: ts.Program, limiters: LimiterNames) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#limiters = limiters;
  }

  run(task: ts.Expression): OutsideWork {
    const node = unwrap(task);
    if (this.#isUnseenFunction(node)) {
      const name = nameOfCallee(workerOf(this.#checker, node));
      return name !== undefined && VERB.test(name)
        ? { kind: 'call', node, name: `${node.getText()}()` }
        : { kind: 'none' };
    }
    const bodies = functionsOf(this.#program, node);
    const pending: ts.Node[] =
      bodies.length === 0 ? [node] : bodies.map(({ body }) => body);
    for (
      let next = pending.shift();
      next !== undefined;
      next = pending.shift()
    ) {
      this.#read(next, pending);
      if (this.#isLimited) {
        return { kind: 'limited' };
      }
      if (this.#entered.size > BODY_LIMIT) {
        return { kind: 'unknown' };
      }
    }
    return this.#found === undefined
      ? { kind: 'none' }
      : {
          kind: 'call',
          node: this.#found,
          name: `${this.#found.expression.getText()}()`,
        };
  }

  /** A function without a body that makes promises, given as the callback itself: `ids.map(api.load)`. */
  #isUnseenFunction(node: ts.Expression): boolean {
    const [signature] = this.#checker
      .getTypeAtLocation(node)
      .getCallSignatures();
    return (
      signature !== undefined &&
      functionsOf(this.#program, node).length === 0 &&
      promisenessOf(this.#checker, signature.getReturnType(), node) === 'some'
    );
  }

  /** Looks at every call of a body, and puts the bodies that it leads to behind those that wait. */
  #read(body: ts.Node, pending: ts.Node[]): void {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        this.#readCall(node, pending);
      }
      ts.forEachChild(node, visit);
    };
    visit(body);
  }

  #readCall(call: ts.CallExpression, pending: ts.Node[]): void {
    if (isLimited(this.#program, call, this.#limiters)) {
      this.#isLimited = true;
      return;
    }
    const bodies = functionsOf(this.#program, call.expression);
    for (const { body } of bodies) {
      if (!this.#entered.has(body)) {
        this.#entered.add(body);
        pending.push(body);
      }
    }
    if (
      this.#found === undefined &&
      bodies.length === 0 &&
      this.#worksOutside(call)
    ) {
      this.#found = call;
    }
  }

  #worksOutside(call: ts.CallExpression): boolean {
    const worker = workerOf(this.#checker, call.expression);
    const name = nameOfCallee(worker);
    return (
      this.#makesPromise(call) &&
      promiseMethodOf(this.#program, call) === undefined &&
      !isTimer(this.#checker, call) &&
      !this.#isOfLanguage(call) &&
      ((name !== undefined && isOutsideByName(worker, name)) ||
        this.#isOfSystem(worker))
    );
  }

  /** Whether a call makes a promise by its type; where that cannot be resolved, or is `any` of a client by its name, an `await` says so. */
  #makesPromise(call: ts.CallExpression): boolean {
    const type = this.#checker.getTypeAtLocation(call);
    return isUnresolved(type) ||
      (type.flags & ts.TypeFlags.Any && isOfClient(call))
      ? isTakenForPromise(call)
      : promisenessOf(this.#checker, type, call) === 'some';
  }

  /** What the language itself has only hands promises over: those of a map, `fetch` left out. */
  #isOfLanguage({ expression }: ts.CallExpression): boolean {
    return (
      nameOfCallee(expression) !== 'fetch' &&
      isDefaultLibrarySymbol(
        this.#program,
        namedSymbol(this.#checker, unwrap(expression)),
      )
    );
  }

  #isOfSystem(callee: ts.Expression): boolean {
    let node: ts.Node | undefined = namedSymbol(
      this.#checker,
      callee,
    )?.valueDeclaration;
    while (node !== undefined && !ts.isSourceFile(node)) {
      if (ts.isModuleDeclaration(node)) {
        return SYSTEM_MODULE.test(node.name.text);
      }
      node = node.parent;
    }
    return false;
  }
}
