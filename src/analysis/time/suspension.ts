import ts from 'typescript';

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

export type Jump =
  | ts.BreakStatement
  | ts.ContinueStatement
  | ts.ReturnStatement
  | ts.ThrowStatement;

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

/**
 * Visits code in the order of its evaluation. What goes in and out of a visit is whether control may be
 * there while the span is open; code that control does not reach counts as closed.
 */
class Walk {
  readonly suspensions = new Set<Suspension>();
  /** Jumps that have not met their target yet. */
  jumps: Jump[] = [];
  readonly #span: Span;

  constructor(span: Span) {
    this.#span = span;
  }

  visit(node: ts.Node, isOpen: boolean): boolean {
    if (ts.isTypeNode(node)) {
      return isOpen;
    }
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      return this.#after(node, isOpen);
    }
    if (ts.isBinaryExpression(node)) {
      return this.#visitOperators(node, isOpen);
    }
    return this.#after(node, this.#visitInside(node, isOpen));
  }

  visitChildren(node: ts.Node, isOpen: boolean): boolean {
    let open = isOpen;
    ts.forEachChild(node, (child) => {
      open = this.visit(child, open);
    });
    return open;
  }

  /** A node has been evaluated: the span may close there, control be given away, and the span open. */
  #after(node: ts.Node, isOpen: boolean): boolean {
    let open = isOpen && !this.#span.closesAt(node);
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) {
      this.#suspend(node, open);
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

  #suspend(at: Suspension, isOpen: boolean): void {
    if (isOpen && !this.#span.isPassedOver(at)) {
      this.suspensions.add(at);
    }
  }

  #visitInside(node: ts.Node, isOpen: boolean): boolean {
    if (ts.isIfStatement(node)) {
      return this.#visitBranches(
        node.expression,
        node.thenStatement,
        node.elseStatement,
        isOpen,
      );
    }
    if (ts.isConditionalExpression(node)) {
      const { condition, whenTrue, whenFalse } = node;
      return this.#visitBranches(condition, whenTrue, whenFalse, isOpen);
    }
    if (ts.isIterationStatement(node, false)) {
      return this.#visitLoop(node, isOpen);
    }
    if (ts.isTryStatement(node)) {
      return this.#visitTry(node, isOpen);
    }
    if (ts.isSwitchStatement(node)) {
      return this.#visitSwitch(node, isOpen);
    }
    if (ts.isLabeledStatement(node)) {
      const { label, statement } = node;
      return this.#meeting(
        () => this.visit(statement, isOpen),
        (at) => ts.isBreakStatement(at) && at.label?.text === label.text,
      );
    }
    return this.visitChildren(node, isOpen);
  }

  #visitBranches(
    condition: ts.Expression,
    whenTrue: ts.Node,
    whenFalse: ts.Node | undefined,
    isOpen: boolean,
  ): boolean {
    const tested = this.visit(condition, isOpen);
    const known = tested ? this.#valueOf(condition) : undefined;
    const first = this.visit(whenTrue, tested && known !== false);
    const second = tested && known !== true;
    return whenFalse === undefined
      ? first || second
      : this.visit(whenFalse, second) || first;
  }

  /** Operators nest to the left, and a long chain of them is walked without recursion. */
  #visitOperators(node: ts.BinaryExpression, isOpen: boolean): boolean {
    const chain: ts.BinaryExpression[] = [];
    let first: ts.Expression = node;
    while (ts.isBinaryExpression(first)) {
      chain.push(first);
      first = first.left;
    }
    let open = this.visit(first, isOpen);
    for (const operation of chain.reverse()) {
      const { operatorToken, left, right } = operation;
      const runsWhen = RUNS_WHEN.get(operatorToken.kind);
      if (runsWhen === undefined) {
        open = this.visit(right, open);
      } else {
        const known = open ? this.#valueOf(left) : undefined;
        const isRun = open && (known === undefined || known === runsWhen);
        const isPassedBy = open && known !== runsWhen;
        open = this.visit(right, isRun) || isPassedBy;
      }
      open = this.#after(operation, open);
    }
    return open;
  }

  #visitLoop(loop: ts.IterationStatement, isOpen: boolean): boolean {
    let entry = isOpen;
    if (ts.isForStatement(loop)) {
      entry =
        loop.initializer === undefined
          ? entry
          : this.visit(loop.initializer, entry);
    } else if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) {
      entry = this.visit(loop.expression, entry);
    }
    const first = this.#visitTurn(loop, entry);
    // A span that opens in one turn may still be open in the next.
    return first.isOpenAgain && !entry
      ? this.#visitTurn(loop, true).isOpenBehind || first.isOpenBehind
      : first.isOpenBehind;
  }

  #visitTurn(
    loop: ts.IterationStatement,
    isOpen: boolean,
  ): { isOpenAgain: boolean; isOpenBehind: boolean } {
    let isOpenAgain = isOpen;
    const isOpenBehind = this.#meeting(
      () => {
        let isLeft = false;
        if (!ts.isDoStatement(loop)) {
          [isOpenAgain, isLeft] = this.#visitHead(loop, isOpenAgain);
        }
        isOpenAgain = this.#meeting(
          () => this.visit(loop.statement, isOpenAgain),
          (at) =>
            ts.isContinueStatement(at) &&
            (at.label === undefined || isLabelOf(at.label, loop)),
        );
        if (ts.isForStatement(loop) && loop.incrementor !== undefined) {
          isOpenAgain = this.visit(loop.incrementor, isOpenAgain);
        }
        if (ts.isDoStatement(loop)) {
          [isOpenAgain, isLeft] = this.#visitHead(loop, isOpenAgain);
        }
        return isLeft;
      },
      (at) => ts.isBreakStatement(at) && at.label === undefined,
    );
    return { isOpenAgain, isOpenBehind };
  }

  /** What decides on another turn: whether the span is open in that turn, and behind the loop. */
  #visitHead(
    loop: ts.IterationStatement,
    isOpen: boolean,
  ): [inTurn: boolean, behind: boolean] {
    if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) {
      if (ts.isForOfStatement(loop) && loop.awaitModifier !== undefined) {
        this.#suspend(loop, isOpen);
      }
      return [isOpen, isOpen];
    }
    const condition = conditionOf(loop);
    if (condition === undefined) {
      return [isOpen, false];
    }
    const open = this.visit(condition, isOpen);
    const known = open ? this.#valueOf(condition) : undefined;
    return [open && known !== false, open && known !== true];
  }

  #valueOf(condition: ts.Expression): boolean | undefined {
    switch (condition.kind) {
      case ts.SyntaxKind.TrueKeyword:
        return true;
      case ts.SyntaxKind.FalseKeyword:
        return false;
      default:
        return this.#span.knownValueOf(condition);
    }
  }

  #visitSwitch(statement: ts.SwitchStatement, isOpen: boolean): boolean {
    const { expression, caseBlock } = statement;
    const tested = this.visit(expression, isOpen);
    return this.#meeting(
      () => {
        let open = false;
        for (const clause of caseBlock.clauses) {
          open = this.visitChildren(clause, tested || open);
        }
        const mayPassBy =
          tested &&
          !caseBlock.clauses.some(ts.isDefaultClause) &&
          !this.#span.isExhaustive(statement);
        return open || mayPassBy;
      },
      (at) => ts.isBreakStatement(at) && at.label === undefined,
    );
  }

  #visitTry(
    { tryBlock, catchClause, finallyBlock }: ts.TryStatement,
    isOpen: boolean,
  ): boolean {
    const outer = this.jumps;
    this.jumps = [];
    let open = this.visit(tryBlock, isOpen);
    if (catchClause !== undefined) {
      const isThrown = this.#take((at) => ts.isThrowStatement(at));
      open = this.visit(catchClause, isThrown) || open;
    }
    const jumps = this.jumps;
    this.jumps = outer;
    if (finallyBlock === undefined) {
      this.jumps.push(...jumps);
      return open;
    }
    const fromOpen =
      (open || jumps.length > 0) && this.visit(finallyBlock, true);
    this.jumps.push(...(fromOpen ? jumps : []));
    return open ? fromOpen : this.visit(finallyBlock, false);
  }

  /** What a visit comes out with, together with the jumps inside it that end there. */
  #meeting(visit: () => boolean, isTarget: (jump: Jump) => boolean): boolean {
    const outer = this.jumps;
    this.jumps = [];
    const open = visit();
    const isMet = this.#take(isTarget);
    this.jumps = [...outer, ...this.jumps];
    return open || isMet;
  }

  #take(is: (jump: Jump) => boolean): boolean {
    const before = this.jumps.length;
    this.jumps = this.jumps.filter((jump) => !is(jump));
    return this.jumps.length < before;
  }
}

/** Operators that may leave out what is on their right, with what their left must be for it to run: `null` where that is no truth value. */
const RUNS_WHEN: ReadonlyMap<ts.SyntaxKind, boolean | null> = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, true],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, true],
  [ts.SyntaxKind.BarBarToken, false],
  [ts.SyntaxKind.BarBarEqualsToken, false],
  [ts.SyntaxKind.QuestionQuestionToken, null],
  [ts.SyntaxKind.QuestionQuestionEqualsToken, null],
]);

function isJump(node: ts.Node): node is Jump {
  return (
    ts.isBreakStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node)
  );
}

/** Whether a call ends the process. */
function isExit(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'exit' &&
    ts.isIdentifier(node.expression.expression) &&
    /^(?:process|Deno)$/u.test(node.expression.expression.text)
  );
}

function conditionOf(loop: ts.IterationStatement): ts.Expression | undefined {
  if (ts.isForStatement(loop)) {
    return loop.condition;
  }
  return ts.isWhileStatement(loop) || ts.isDoStatement(loop)
    ? loop.expression
    : undefined;
}

function isLabelOf(label: ts.Identifier, loop: ts.Node): boolean {
  let { parent } = loop;
  while (ts.isLabeledStatement(parent)) {
    if (parent.label.text === label.text) {
      return true;
    }
    parent = parent.parent;
  }
  return false;
}
