import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/language/combinators.ts';
import {
  deadCatchOf,
  deadHandlerOf,
  earlyReturnOf,
  isDroppedInTry,
} from '../analysis/handlers/dead-handlers.ts';
import { fateOf } from '../analysis/fates/fates.ts';
import { rejectionOf } from '../analysis/rejections/sources.ts';
import {
  enclosingFunction,
  hasModifier,
  unwrap,
} from '../analysis/language/syntax.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { suggestion } from '../suggestions/edits.ts';
import { insertAwait } from '../suggestions/insert-await.ts';
import { removeCatch, removeHandler } from '../suggestions/remove-handler.ts';

// A handler sees only what is thrown, or awaited and rejected, where it stands. A promise that never
// rejects, and one that leaves the `try` before it settles, pass it by.

type SuggestionId = 'removeHandler' | 'insertAwait';

type MessageId =
  | 'deadCatch'
  | 'deadHandler'
  | 'returnSkipsCatch'
  | 'returnSkipsFinally'
  | 'dropSkipsCatch'
  | SuggestionId;

type SourceCode = Readonly<TSESLint.SourceCode>;

/** One dead handler, with the node of TypeScript's tree that stands for the mistake. */
interface Finding {
  at: ts.Node;
  messageId: Exclude<MessageId, SuggestionId>;
  loc: TSESTree.SourceLocation;
  suggest: TSESLint.ReportSuggestionArray<SuggestionId>;
}

type Question = (
  call: CombinatorCall,
  node: TSESTree.CallExpression,
  source: TypedSource,
  sourceCode: SourceCode,
) => Finding | undefined;

export default createRule<MessageId>({
  name: 'no-dead-catch',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow handlers that can never see the rejection of a promise combinator',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      deadCatch:
        '`Promise.allSettled` never rejects and nothing else in this `try` throws, so that this `catch` never runs: look for failures in the results.',
      deadHandler:
        '`Promise.allSettled` never rejects, so that this handler never runs: look for failures in the results.',
      returnSkipsCatch:
        'This `return` leaves the `try` before `Promise.{{method}}` settles, so that its `catch` never sees the rejection.',
      returnSkipsFinally:
        'This `return` leaves the `try` before `Promise.{{method}}` settles, so that its `finally` runs while the promises are still pending.',
      dropSkipsCatch:
        'Nothing waits for this `Promise.{{method}}`, so that the `catch` around it never sees the rejection, and nobody handles it.',
      removeHandler: 'Remove the handler that never runs.',
      insertAwait: 'Insert `await`, so that the `try` waits for the promise.',
    },
    schema: [],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const { sourceCode } = context;
    const reported = new Set<ts.Node>();
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (call === undefined) {
          return;
        }
        for (const question of QUESTIONS) {
          const finding = question(call, node, source, sourceCode);
          if (finding !== undefined && !reported.has(finding.at)) {
            const { at, loc, messageId, suggest } = finding;
            reported.add(at);
            const data = { method: call.method };
            context.report({ loc, messageId, data, suggest });
          }
        }
      },
    };
  },
});

const deadCatch: Question = (call, _node, source, sourceCode) => {
  const at = deadCatchOf(source.program, call);
  const clause = at && source.toESTree(at);
  if (at === undefined || clause?.type !== 'CatchClause') {
    return undefined;
  }
  const { end } = (clause.param ?? sourceCode.getFirstToken(clause) ?? clause)
    .loc;
  return {
    at,
    messageId: 'deadCatch',
    loc: { start: clause.loc.start, end },
    suggest: suggestion('removeHandler', removeCatch(sourceCode, clause)),
  };
};

const deadHandler: Question = (call, _node, source, sourceCode) => {
  const at = deadHandlerOf(source.program, call);
  const handler = at && source.toESTree(at);
  return (
    handler && {
      at,
      messageId: 'deadHandler',
      loc: handler.loc,
      suggest: suggestion('removeHandler', removeHandler(sourceCode, handler)),
    }
  );
};

const earlyReturn: Question = (call, _node, source) => {
  const early = earlyReturnOf(source.program, call);
  const statement = early && source.toESTree(early.statement);
  return (
    statement && {
      at: early.statement,
      messageId:
        early.skips === 'catch' ? 'returnSkipsCatch' : 'returnSkipsFinally',
      loc: statement.loc,
      suggest: awaiting(early.returned, source),
    }
  );
};

const drop: Question = (call, node, source) => {
  if (call.method === 'allSettled') {
    return undefined;
  }
  const fate = fateOf(source.program, call.node);
  return isDroppedInTry(fate) &&
    rejectionOf(source.program, call.node).kind === 'may'
    ? {
        at: fate.at,
        messageId: 'dropSkipsCatch',
        loc: node.loc,
        suggest: awaiting(droppedExpression(fate.at), source),
      }
    : undefined;
};

const QUESTIONS = [deadCatch, deadHandler, earlyReturn, drop];

/** The promise that is dropped at a statement, or under a name that nothing uses and that may change its type. */
function droppedExpression(at: ts.Node): ts.Expression | undefined {
  if (ts.isExpressionStatement(at)) {
    return at.expression;
  }
  return ts.isVariableDeclaration(at.parent) &&
    at.parent.type === undefined &&
    at.parent.parent.flags & ts.NodeFlags.Const
    ? at.parent.initializer
    : undefined;
}

/** `await` for a promise, where its function is async. */
function awaiting(
  promise: ts.Expression | undefined,
  source: TypedSource,
): Finding['suggest'] {
  const from = promise && enclosingFunction(promise);
  const expression = promise && source.toESTree(unwrap(promise));
  return from !== undefined &&
    expression !== undefined &&
    hasModifier(from, ts.SyntaxKind.AsyncKeyword)
    ? suggestion('insertAwait', insertAwait(expression as TSESTree.Expression))
    : [];
}
