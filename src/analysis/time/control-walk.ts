import ts from 'typescript';

/** What takes control out of the code around it. */
export type Jump =
  | ts.BreakStatement
  | ts.ContinueStatement
  | ts.ReturnStatement
  | ts.ThrowStatement;

/**
 * Visits code in the order of its evaluation. What goes in and out of a visit is whether control may be
 * there while the span is open; code that control does not reach counts as closed.
 */
export abstract class ControlWalk {
  /** Jumps that have not met their target yet. */
  jumps: Jump[] = [];

  /** Takes note of a node that has been evaluated, and says whether the span is open behind it. */
  protected abstract after(node: ts.Node, isOpen: boolean): boolean;

  /** Takes note of a loop that waits for each of its turns. */
  protected abstract waits(loop: ts.ForOfStatement, isOpen: boolean): void;

  /** What a condition is known to be while the span is open. */
  protected abstract valueOf(condition: ts.Expression): boolean | undefined;

  /** Whether one of the cases of a `switch` without `default` always applies. */
  protected abstract isExhaustive(statement: ts.SwitchStatement): boolean;

  /** Whether a loop, which asks before each turn, has at least one. */
  protected abstract hasTurn(loop: ts.IterationStatement): boolean;

  visit(node: ts.Node, isOpen: boolean): boolean {
    if (ts.isTypeNode(node)) {
      return isOpen;
    }
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      return this.after(node, isOpen);
    }
    if (ts.isBinaryExpression(node)) {
      return this.#visitOperators(node, isOpen);
    }
    return this.after(node, this.#visitInside(node, isOpen));
  }

  visitChildren(node: ts.Node, isOpen: boolean): boolean {
    let open = isOpen;
    ts.forEachChild(node, (child) => {
      open = this.visit(child, open);
    });
    return open;
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
      open = this.after(operation, open);
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
    // The question before the first turn does not end a loop that has one; the one before the next turn may.
    const asksBehind = ts.isDoStatement(loop) || this.hasTurn(loop);
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
        if (asksBehind) {
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
        this.waits(loop, isOpen);
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
        return this.valueOf(condition);
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
          !this.isExhaustive(statement);
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
