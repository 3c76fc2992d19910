import ts from 'typescript';

import {
  callbackResultOf,
  ignoresResult,
  implementsIgnoredMember,
  isEventHandler,
} from './callbacks.ts';
import { calleeOf, functionOf } from './callees.ts';
import { recogniseCombinator } from './combinators.ts';
import type { Carrier, End, Frame, Next, Stop } from './fates.ts';
import { promiseMethodOf } from './promise-calls.ts';
import { protectionOf, rethrowsOf } from './protection.ts';
import { mayBeReadOtherwise, referencesOf } from './references.ts';
import {
  hasModifier,
  isGenerator,
  isPrivate,
  memberAccessOf,
  wrapped,
} from './syntax.ts';
import { useOf, type ValueUse } from './uses.ts';

interface Step extends Next {
  frame: Frame | undefined;
}

/** Where a rejection goes from one stop. */
export function nextOf(
  program: ts.Program,
  stop: Stop,
  frame: Frame | undefined,
): Step {
  const tracer = new Tracer(program, frame);
  tracer.step(stop);
  return tracer;
}

/** Collects what follows one stop. */
class Tracer implements Step {
  readonly stops: Stop[] = [];
  readonly ends: End[] = [];
  frame: Frame | undefined;
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;

  constructor(program: ts.Program, frame: Frame | undefined) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.frame = frame;
  }

  step(stop: Stop): void {
    switch (stop.kind) {
      case 'value':
        this.#value(stop.node, stop.carrier);
        break;
      case 'thrown':
        this.#thrown(stop.node);
        break;
      case 'result':
        this.#result(stop.fn, stop.carrier);
        break;
    }
  }

  #go(node: ts.Node, carrier: Carrier): void {
    this.stops.push({ kind: 'value', node, carrier });
  }

  #unknown(at: ts.Node): void {
    this.ends.push({ kind: 'unknown', at });
  }

  /** What happens to a value, wherever it goes by syntax alone; the carriers differ in the rest. */
  #value(node: ts.Node, carrier: Carrier): void {
    const use = useOf(node);
    switch (use.kind) {
      case 'passed':
        this.#go(use.to, carrier);
        return;
      case 'initialiser':
        this.#stored(use.of.name, carrier);
        return;
      case 'field':
        this.#field(use.of, carrier);
        return;
      case 'assigned':
        this.#assigned(use.to, use.node, node, carrier);
        return;
      case 'exported':
        this.ends.push({ kind: 'propagated', to: node });
        return;
      case 'property':
        this.#property(node, use.node, carrier);
        return;
      case 'discarded':
      case 'voided':
        if (carrier === 'function') {
          this.#unknown(node);
        } else {
          this.ends.push({ kind: 'lost', at: use.node, how: use.kind });
        }
        return;
    }
    switch (carrier) {
      case 'promise':
        this.#promise(node, use);
        break;
      case 'array':
        this.#array(node, use);
        break;
      case 'function':
        this.#function(node, use);
        break;
    }
  }

  #promise(node: ts.Node, use: ValueUse): void {
    switch (use.kind) {
      case 'awaited':
        this.stops.push({ kind: 'thrown', node: use.node });
        break;
      case 'returned':
        this.#returned(use.from, 'promise');
        break;
      case 'element':
        if (use.isSpread) {
          this.#unknown(node);
        } else {
          this.#go(use.array, 'array');
        }
        break;
      case 'accessed':
        this.#chained(use.node);
        break;
      case 'argument':
        this.#promiseArgument(node, use.of, use.index);
        break;
      default:
        this.#unknown(node);
    }
  }

  /** `promise.then(…)` and its kin: the rejection ends at a handler that does not pass it on. */
  #chained(access: ts.AccessExpression): void {
    const called = useOf(access);
    const method =
      called.kind === 'called'
        ? promiseMethodOf(this.#program, called.node)
        : undefined;
    if (
      method === undefined ||
      (method.kind !== 'then' && method.kind !== 'finally')
    ) {
      this.#unknown(access);
      return;
    }
    const handler = method.kind === 'then' ? method.onRejected : undefined;
    if (handler === undefined) {
      this.#go(method.node, 'promise');
      return;
    }
    this.ends.push({ kind: 'handled', at: handler });
    const body = functionOf(this.#program, handler)?.body;
    if (body !== undefined && rethrowsOf(body).length > 0) {
      this.#go(method.node, 'promise');
    }
  }

  #promiseArgument(
    node: ts.Node,
    call: ts.CallExpression | ts.NewExpression,
    index: number,
  ): void {
    const method = promiseMethodOf(this.#program, call);
    if (method?.kind === 'resolve') {
      this.#go(call, 'promise');
    } else if (!this.#parameter(call, index, 'promise')) {
      this.#unknown(node);
    }
  }

  #array(node: ts.Node, use: ValueUse): void {
    switch (use.kind) {
      case 'returned':
        if (hasModifier(use.from, ts.SyntaxKind.AsyncKeyword)) {
          this.#unknown(node);
        } else {
          this.#returned(use.from, 'array');
        }
        break;
      case 'element':
        if (use.isSpread) {
          this.#go(use.array, 'array');
        } else {
          this.#unknown(node);
        }
        break;
      case 'iterated':
        this.#iterated(use.by);
        break;
      case 'accessed':
        this.#arrayAccess(use.node, use.name);
        break;
      case 'argument': {
        const combinator = recogniseCombinator(this.#program, use.of);
        if (combinator !== undefined && use.index === 0) {
          if (combinator.method === 'allSettled') {
            this.ends.push({ kind: 'handled', at: combinator.node });
          } else {
            this.#go(combinator.node, 'promise');
          }
        } else if (!this.#parameter(use.of, use.index, 'array')) {
          this.#unknown(node);
        }
        break;
      }
      default:
        this.#unknown(node);
    }
  }

  #iterated(loop: ts.ForOfStatement): void {
    if (loop.awaitModifier !== undefined) {
      this.stops.push({ kind: 'thrown', node: loop });
      return;
    }
    const variable = ts.isVariableDeclarationList(loop.initializer)
      ? loop.initializer.declarations[0]
      : undefined;
    if (variable === undefined) {
      this.#unknown(loop);
    } else {
      this.#stored(variable.name, 'promise');
    }
  }

  #arrayAccess(access: ts.AccessExpression, name: string | undefined): void {
    if (name === undefined && ts.isElementAccessExpression(access)) {
      this.#go(access, 'promise');
      return;
    }
    const use = useOf(access);
    const [callback] = use.kind === 'called' ? use.node.arguments : [];
    switch (name) {
      case 'length':
        return;
      case 'push':
      case 'unshift':
        return;
      case 'concat':
      case 'filter':
      case 'flat':
      case 'reverse':
      case 'slice':
        if (use.kind === 'called') {
          this.#go(use.node, 'array');
          return;
        }
        break;
      case 'forEach':
      case 'map': {
        const body = callback && functionOf(this.#program, callback);
        const [parameter] = body?.parameters ?? [];
        if (parameter !== undefined) {
          this.#stored(parameter.name, 'promise');
          return;
        }
        break;
      }
    }
    this.#unknown(access);
  }

  #function(node: ts.Node, use: ValueUse): void {
    switch (use.kind) {
      case 'called':
        this.#go(use.node, 'promise');
        break;
      case 'tested':
        break;
      case 'accessed':
        this.#functionAccess(use.node, use.name);
        break;
      case 'argument':
        this.#callback(node, use.of, use.index);
        break;
      case 'returned':
      case 'attribute':
        this.#expected(node);
        break;
      default:
        this.#unknown(node);
    }
  }

  #functionAccess(access: ts.AccessExpression, name: string | undefined): void {
    const use = useOf(access);
    if (use.kind === 'called' && (name === 'call' || name === 'apply')) {
      this.#go(use.node, 'promise');
    } else if (use.kind === 'called' && name === 'bind') {
      this.#go(use.node, 'function');
    } else {
      this.#unknown(access);
    }
  }

  #callback(
    node: ts.Node,
    call: ts.CallExpression | ts.NewExpression,
    index: number,
  ): void {
    const result = callbackResultOf(this.#program, call, index);
    switch (result.kind) {
      case 'dropped':
        // The body of a function of the program knows better than the type of its parameter.
        if (
          result.by === 'type' &&
          calleeOf(this.#program, call) !== undefined
        ) {
          this.#intoParameter(node, call, index);
        } else {
          this.ends.push({ kind: 'lost', at: call, how: 'callback' });
        }
        break;
      case 'executor':
        this.ends.push({ kind: 'lost', at: call, how: 'executor' });
        break;
      case 'joins':
        this.#go(call, result.carrier);
        break;
      case 'wrapped':
        this.#go(call, 'function');
        break;
      case 'unknown':
        this.#intoParameter(node, call, index);
        break;
    }
  }

  #intoParameter(
    node: ts.Node,
    call: ts.CallExpression | ts.NewExpression,
    index: number,
  ): void {
    if (!this.#parameter(call, index, 'function')) {
      this.#unknown(node);
    }
  }

  /** A value in an object literal: read back where the object stays in a variable of its own. */
  #property(
    node: ts.Node,
    property: ts.ObjectLiteralElementLike,
    carrier: Carrier,
  ): void {
    if (carrier === 'function' && this.#isIgnored(node)) {
      this.ends.push({ kind: 'lost', at: node, how: 'callback' });
      return;
    }
    const holder = useOf(property.parent);
    const name = property.name?.getText();
    if (holder.kind !== 'initialiser' || !ts.isIdentifier(holder.of.name)) {
      this.#unknown(node);
      return;
    }
    const uses = this.#references(holder.of.name).map(useOf);
    if (isExported(holder.of) || uses.some((use) => use.kind !== 'accessed')) {
      this.#unknown(node);
    }
    const reads = uses.flatMap((use) =>
      use.kind === 'accessed' && use.name === name ? [use.node] : [],
    );
    this.#uses(reads, carrier, undefined);
  }

  #isIgnored(node: ts.Node): boolean {
    return ts.isExpression(node) && ignoresResult(this.#checker, node);
  }

  /** A function at a place that is typed to ignore its result, or where somebody may look at it. */
  #expected(node: ts.Node): void {
    if (this.#isIgnored(node)) {
      this.ends.push({ kind: 'lost', at: node, how: 'callback' });
    } else {
      this.#unknown(node);
    }
  }

  /** Goes on inside a local function that takes the value as a parameter. `false` where its body cannot be seen. */
  #parameter(
    call: ts.CallExpression | ts.NewExpression,
    index: number,
    carrier: Carrier,
  ): boolean {
    if (!ts.isCallExpression(call)) {
      return false;
    }
    const fn = calleeOf(this.#program, call);
    const parameter = fn?.parameters[index];
    if (
      fn === undefined ||
      parameter === undefined ||
      parameter.dotDotDotToken !== undefined ||
      !ts.isIdentifier(parameter.name) ||
      this.#isEntered(fn)
    ) {
      return false;
    }
    const references = this.#references(parameter.name);
    if (references.length === 0) {
      return false;
    }
    this.frame = { fn, call, outer: this.frame };
    this.#uses(references, carrier, undefined);
    return true;
  }

  #isEntered(fn: ts.Node): boolean {
    let depth = 0;
    for (let frame = this.frame; frame !== undefined; frame = frame.outer) {
      depth++;
      if (frame.fn === fn || depth === 8) {
        return true;
      }
    }
    return false;
  }

  #references(name: ts.Node): ts.Node[] {
    const symbol = this.#checker.getSymbolAtLocation(name);
    return symbol === undefined
      ? []
      : referencesOf(this.#checker, symbol, name.getSourceFile());
  }

  /** A value under a name: what happens at every place that names it. */
  #stored(
    name: ts.BindingName,
    carrier: Carrier,
    since: number = name.pos,
  ): void {
    if (!ts.isIdentifier(name)) {
      this.#unknown(name);
      return;
    }
    const declaration = name.parent;
    if (isExported(declaration)) {
      this.ends.push({ kind: 'propagated', to: declaration });
    }
    const references = this.#references(name);
    const writes = references.filter(isWritten);
    this.#uses(
      references.filter(
        (reference) =>
          !writes.some((write) => replaces(write, since, reference)),
      ),
      carrier,
      name,
    );
  }

  /**
   * The uses of a value under a name. A bare mention or `void` only counts where nothing else looks
   * at the value; a value that nothing looks at at all is lost at its `home`.
   */
  #uses(
    references: readonly ts.Node[],
    carrier: Carrier,
    home: ts.Node | undefined,
  ): void {
    const uses = references
      .filter((reference) => !isWritten(reference))
      .map((reference) => ({ reference, use: useOf(reference) }));
    const isDrop = ({ use }: { use: ValueUse }): boolean =>
      use.kind === 'discarded' || use.kind === 'voided';
    const looks = uses.filter(
      (each) => !isDrop(each) && each.use.kind !== 'tested',
    );
    if (looks.length > 0 || carrier === 'function') {
      for (const { reference } of looks) {
        this.#go(reference, carrier);
      }
      if (looks.length === 0 && this.ends.length === 0) {
        this.#unknown(home ?? references[0] ?? (this.frame?.call as ts.Node));
      }
      return;
    }
    const drop = uses.find(isDrop);
    if (drop !== undefined && home !== undefined) {
      this.#go(drop.reference, carrier);
    } else if (
      home !== undefined &&
      uses.length === 0 &&
      this.ends.length === 0
    ) {
      this.ends.push({ kind: 'lost', at: home, how: 'unused' });
    } else {
      this.#unknown(references[0] ?? (home as ts.Node));
    }
  }

  #assigned(
    target: ts.Expression,
    assignment: ts.BinaryExpression,
    value: ts.Node,
    carrier: Carrier,
  ): void {
    const outer = useOf(assignment);
    if (outer.kind !== 'discarded') {
      // The value goes on by itself, so that a name that nothing reads loses nothing.
      this.#go(assignment, carrier);
      const before = this.ends.length;
      this.#keep(target, value, carrier, outer, assignment.end);
      const added = this.ends.splice(before);
      this.ends.push(...added.filter((end) => end.kind !== 'lost'));
      return;
    }
    this.#keep(target, value, carrier, outer, assignment.end);
  }

  /** A value under the name that it is assigned to. */
  #keep(
    target: ts.Expression,
    value: ts.Node,
    carrier: Carrier,
    outer: ValueUse,
    since: number,
  ): void {
    const symbol = this.#checker.getSymbolAtLocation(
      ts.isPropertyAccessExpression(target) ? target.name : target,
    );
    const declaration = symbol?.valueDeclaration;
    if (
      ts.isIdentifier(target) &&
      declaration !== undefined &&
      (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration))
    ) {
      this.#stored(declaration.name, carrier, since);
    } else if (
      declaration !== undefined &&
      ts.isPropertyDeclaration(declaration) &&
      isPrivate(declaration)
    ) {
      this.#field(declaration, carrier);
    } else if (carrier === 'function') {
      if (isEventHandler(this.#program, declaration)) {
        this.ends.push({ kind: 'lost', at: value, how: 'callback' });
      } else {
        this.#expected(value);
      }
    } else if (outer.kind === 'discarded') {
      this.#unknown(value);
    }
  }

  #field(field: ts.PropertyDeclaration, carrier: Carrier): void {
    if (!isPrivate(field)) {
      if (
        carrier === 'function' &&
        implementsIgnoredMember(this.#checker, field)
      ) {
        this.ends.push({ kind: 'lost', at: field, how: 'callback' });
      } else {
        this.ends.push({ kind: 'propagated', to: field });
      }
      return;
    }
    const reads = this.#references(field.name)
      .map(memberAccessOf)
      .filter((read) => !isWritten(read));
    if (reads.length > 0) {
      this.#uses(reads, carrier, undefined);
    } else if (
      carrier === 'promise' &&
      !mayBeReadOtherwise(this.#checker, field)
    ) {
      this.ends.push({ kind: 'lost', at: field, how: 'unread-field' });
    } else {
      this.#unknown(field);
    }
  }

  #thrown(node: ts.Node): void {
    const protection = protectionOf(node);
    switch (protection.kind) {
      case 'catch': {
        this.ends.push({ kind: 'handled', at: protection.clause });
        for (const rethrow of rethrowsOf(protection.clause.block)) {
          this.stops.push({ kind: 'thrown', node: rethrow });
        }
        break;
      }
      case 'finally':
        this.ends.push({ kind: 'handled', at: protection.block });
        break;
      case 'function':
        if (
          hasModifier(protection.function, ts.SyntaxKind.AsyncKeyword) &&
          !isGenerator(protection.function)
        ) {
          this.stops.push({
            kind: 'result',
            carrier: 'promise',
            fn: protection.function,
            by: 'awaits',
          });
        } else {
          this.#unknown(node);
        }
        break;
      case 'static-block':
        this.#unknown(node);
        break;
      case 'file':
        this.ends.push({ kind: 'lost', at: node, how: 'top-level' });
        break;
    }
  }

  #returned(fn: ts.SignatureDeclaration, carrier: 'promise' | 'array'): void {
    if (isGenerator(fn)) {
      this.#unknown(fn);
    } else {
      this.stops.push({ kind: 'result', carrier, fn, by: 'returns' });
    }
  }

  /** Who looks at what a function returns: the call that led here, or every place that names the function. */
  #result(fn: ts.SignatureDeclaration, carrier: 'promise' | 'array'): void {
    if (this.frame?.fn === fn) {
      this.#go(this.frame.call, carrier);
      this.frame = this.frame.outer;
      return;
    }
    if (carrier === 'array') {
      this.#unknown(fn);
      return;
    }
    if (ts.isFunctionExpression(fn) || ts.isArrowFunction(fn)) {
      this.#go(fn, 'function');
    } else if (ts.isFunctionDeclaration(fn)) {
      if (isExported(fn)) {
        this.ends.push({ kind: 'propagated', to: fn });
      }
      const references = fn.name === undefined ? [] : this.#references(fn.name);
      this.#uses(references, 'function', fn);
    } else if (ts.isMethodDeclaration(fn)) {
      this.#method(fn);
    } else {
      this.#unknown(fn);
    }
  }

  #method(method: ts.MethodDeclaration): void {
    if (ts.isObjectLiteralExpression(method.parent)) {
      this.#objectMethod(method, method.parent);
    } else if (isPrivate(method)) {
      this.#uses(
        this.#references(method.name).map(memberAccessOf),
        'function',
        method,
      );
    } else if (implementsIgnoredMember(this.#checker, method)) {
      this.ends.push({ kind: 'lost', at: method, how: 'callback' });
    } else {
      this.ends.push({ kind: 'propagated', to: method });
    }
  }

  #objectMethod(
    method: ts.MethodDeclaration,
    object: ts.ObjectLiteralExpression,
  ): void {
    const expected = this.#checker.getContextualType(object);
    const name = ts.isIdentifier(method.name) ? method.name.text : '';
    const property =
      expected && this.#checker.getPropertyOfType(expected, name);
    const signatures =
      property === undefined
        ? []
        : this.#checker
            .getNonNullableType(
              this.#checker.getTypeOfSymbolAtLocation(property, method),
            )
            .getCallSignatures();
    if (
      signatures.length > 0 &&
      signatures.every(
        (signature) =>
          signature.declaration !== method &&
          (signature.getReturnType().flags & ts.TypeFlags.Void) !== 0,
      )
    ) {
      this.ends.push({ kind: 'lost', at: method, how: 'callback' });
    } else {
      this.#unknown(method);
    }
  }
}

function isExported(declaration: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(declaration)
    ? declaration.parent.parent
    : declaration;
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword);
}

/** Whether a name is only written at a place, not read. */
function isWritten(node: ts.Node): boolean {
  const outer = wrapped(node);
  return (
    ts.isBinaryExpression(outer.parent) &&
    outer.parent.left === outer &&
    outer.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** Whether a variable surely holds something else at a reference, since it was written between: in a block that the reference stands in too. */
function replaces(write: ts.Node, since: number, reference: ts.Node): boolean {
  const statement = wrapped(write).parent.parent;
  const block = statement.parent;
  return (
    ts.isExpressionStatement(statement) &&
    since <= write.pos &&
    statement.end <= reference.pos &&
    block.pos <= reference.pos &&
    reference.end <= block.end
  );
}
