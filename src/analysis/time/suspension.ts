import ts from 'typescript';

import { ControlWalk, type Jump } from './control-walk.ts';
import { isExit } from '../language/syntax.ts';

/** What may come between the opening of a span and its close. */
export type Interruption =
  /** Control is given away until something settles, or somebody asks for the next value. */
  | { kind: 'suspends'; at: Suspension }
  /** A statement takes control out of the region. */
  | { kind: 'leaves'; at: Jump }
  /** Control comes to the end of the region. */
  | { kind: 'ends'; at: ts.Node };

export type Suspension =
  ts.AwaitExpression | ts.ForOfStatement | ts.YieldExpression;

/** What is asked about: the stretches of control between certain nodes of one region. */
export interface Span {
  /** A block, a loop, a body or a file; its nested functions do not run. */
  region: ts.Node;
  /** Whether the span opens once a node has been evaluated. */
  opensAt: (node: ts.Node) => boolean;
  /** Whether it closes once a node has been evaluated; that of `await`, before control is given away. */
  closesAt: (node: ts.Node) => boolean;
  /** Whether a suspension does not count. */
  isPassedOver: (suspension: Suspension) => boolean;
  /** What a condition is known to be while the span is open; `undefined` where it may be either. */
  knownValueOf: (condition: ts.Expression) => boolean | undefined;
  /** Whether one of the cases of a `switch` without `default` always applies. */
  isExhaustive: (statement: ts.SwitchStatement) => boolean;
  /** Whether a loop, which asks before each turn, has at least one. */
  hasTurn: (loop: ts.IterationStatement) => boolean;
}

/**
 * What may come between the opening of a span and its close: suspensions in the order in which
 * control meets them, then what leaves the region. Nothing, where every path from every opening comes
 * to a close at once. Paths are those of the code's structure: both arms of a condition, none or several
 * turns of a loop, `finally` on every way out (ECMA-262, 14.15.3). Of exceptions only an explicit
 * `throw` counts, since any call may throw.
 */
export function interruptionsOf(span: Span): Interruption[] {
  const walk = new Walk(span);
  const isOpen = walk.visitChildren(span.region, false);
  return [
    ...[...walk.suspensions].map((at) => ({ kind: 'suspends' as const, at })),
    ...[...new Set(walk.jumps)].map((at) => ({ kind: 'leaves' as const, at })),
    ...(isOpen ? [{ kind: 'ends' as const, at: span.region }] : []),
  ];
}

/** Whether a node itself may give control away. */
export function isSuspension(node: ts.Node): node is Suspension {
  return (
    ts.isAwaitExpression(node) ||
    ts.isYieldExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined)
  );
}

/** Whether code may give control away before it ends; its nested functions do not run. */
export function mayWait(code: ts.Node): boolean {
  return (
    isSuspension(code) ||
    (!ts.isFunctionLike(code) &&
      (ts.forEachChild(code, (child) => mayWait(child) || undefined) ?? false))
  );
}

/** Notes where control may be given away, or taken elsewhere, while a span is open. */
class Walk extends ControlWalk {
  readonly suspensions = new Set<Suspension>();
  readonly #span: Span;

  constructor(span: Span) {
    super();
    this.#span = span;
  }

  /** A node has been evaluated: the span may close there, control be given away, and the span open. */
  protected override after(node: ts.Node, isOpen: boolean): boolean {
    let open = isOpen && !this.#span.closesAt(node);
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) {
      this.waits(node, open);
    } else if (isJump(node)) {
      if (open) {
        this.jumps.push(node);
      }
      open = false;
    } else if (isExit(node)) {
      open = false;
    }
    return open || this.#span.opensAt(node);
  }

  protected override waits(at: Suspension, isOpen: boolean): void {
    if (isOpen && !this.#span.isPassedOver(at)) {
      this.suspensions.add(at);
    }
  }

  protected override valueOf(condition: ts.Expression): boolean | undefined {
    return this.#span.knownValueOf(condition);
  }

  protected override hasTurn(loop: ts.IterationStatement): boolean {
    return this.#span.hasTurn(loop);
  }

  protected override isExhaustive(statement: ts.SwitchStatement): boolean {
    return this.#span.isExhaustive(statement);
  }
}

function isJump(node: ts.Node): node is Jump {
  return (
    ts.isBreakStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node)
  );
}
