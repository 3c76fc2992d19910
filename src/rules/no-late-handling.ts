import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import {
  type Delay,
  type LateHandling,
  lateHandlingsAt,
} from '../analysis/time/late-handling.ts';
import type { PromiseStart } from '../analysis/time/kept-promises.ts';
import { mayMissEvent } from '../analysis/time/event-promises.ts';
import { enclosingFunction, isWithin } from '../analysis/language/syntax.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { awaitListTogether } from '../suggestions/await-list-together.ts';
import { awaitTogether } from '../suggestions/await-together.ts';
import { suggestion } from '../suggestions/edits.ts';
import { keepRejection } from '../suggestions/keep-rejection.ts';
import { startLater } from '../suggestions/start-later.ts';

// A promise that rejects while nothing has reacted to it is an unhandled rejection, and that ends a Node
// process: whoever awaits it later comes too late (HostPromiseRejectionTracker, ECMA-262, 27.2.1.9).

type SuggestionId = 'awaitTogether' | 'keepRejection' | 'startLater';

type MessageId =
  | SuggestionId
  | 'lateHandling'
  | 'abandonedPromise'
  | 'conditionalHandling'
  | 'laterCallback'
  | 'laterCall';

export default createRule<MessageId>({
  name: 'no-late-handling',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow promises that are started and left without a handler while control goes elsewhere',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      lateHandling:
        'Nothing handles this promise until line {{handler}}: when it rejects while line {{line}} waits for something else, that is an unhandled rejection.',
      abandonedPromise:
        'The `{{jump}}` at line {{line}} leaves this promise without a handler: when it then rejects, that is an unhandled rejection.',
      conditionalHandling:
        'Only line {{line}} handles this promise, and not every path leads there: on the others its rejection is an unhandled one.',
      laterCallback:
        'Only a callback that runs later, at line {{line}}, handles this promise: when it rejects before, that is an unhandled rejection.',
      laterCall:
        'This promise is started when the module is loaded and handled when a function calls for it at line {{line}}: when it rejects before, that is an unhandled rejection.',
      awaitTogether:
        'Await them together by `Promise.all`, which handles each of them at once.',
      keepRejection:
        'Attach a handler that does nothing, so that the rejection waits for whoever handles it later.',
      startLater: 'Start it only where it is handled.',
    },
    schema: [],
  },
  mentions: /\b(?:async|await|Promise|then)\b/u,
  create(context, source) {
    const reported = new Set<string>();
    const report = (node: TSESTree.Node): void => {
      const at = source.toTypeScript(node);
      for (const late of at ? lateHandlingsAt(source.program, at) : []) {
        const expression = source.toESTree(late.start.expression);
        const key = keyOf(late);
        if (expression === undefined || reported.has(key)) {
          continue;
        }
        reported.add(key);
        context.report({
          node: expression,
          messageId: MESSAGE_OF[late.delay.kind],
          data: dataOf(late),
          suggest: suggestionsFor(
            context.sourceCode,
            source,
            late,
            expression as TSESTree.Expression,
          ),
        });
      }
    };
    return {
      AssignmentExpression: report,
      CallExpression: report,
      ForOfStatement: report,
      VariableDeclarator: report,
    };
  },
});

const MESSAGE_OF: Readonly<Record<Delay['kind'], MessageId>> = {
  suspends: 'lateHandling',
  leaves: 'abandonedPromise',
  ends: 'conditionalHandling',
  callback: 'laterCallback',
  function: 'laterCall',
};

function suggestionsFor(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  { start, delay, handler }: LateHandling,
  started: TSESTree.Expression,
): TSESLint.ReportSuggestionArray<SuggestionId> {
  const at = source.toESTree(delay.at);
  const isKeptAtOnce = start.node === start.expression;
  return [
    ...suggestion(
      'awaitTogether',
      // What another function puts into an array may come while this one waits.
      start.name === undefined
        ? at && awaitListTogether(sourceCode, at, started)
        : at?.type === 'AwaitExpression' &&
            enclosingFunction(start.expression) === enclosingFunction(delay.at)
          ? awaitTogether(sourceCode, at, nameOf(start))
          : undefined,
    ),
    ...suggestion(
      'keepRejection',
      delay.kind === 'leaves' || delay.kind === 'ends'
        ? undefined
        : keepRejection(sourceCode, source, started),
    ),
    ...suggestion(
      'startLater',
      // Where a list is awaited one by one, its promises have no handler there either.
      isKeptAtOnce &&
        !isWithin(handler, delay.at) &&
        (delay.kind === 'suspends' || delay.kind === 'leaves') &&
        !mayMissEvent(source.program, start.expression)
        ? startLater(sourceCode, source, started)
        : undefined,
    ),
  ];
}

/** How the code names a promise, or the array that it is in. */
function nameOf({ keeping, name }: PromiseStart): string {
  return keeping.kind === 'property'
    ? `${name.text}.${keeping.key}`
    : name.text;
}

/** Promises of one collection that wait for the same thing are one mistake, reported at the first of them. */
function keyOf({ start, delay }: LateHandling): string {
  const one = /^(?:array|dictionary|map|records)$/u.test(start.keeping.kind)
    ? (start.name ?? start.expression)
    : start.expression;
  return `${String(one.pos)} ${String(delay.at.pos)}`;
}

function dataOf({ delay, handler }: LateHandling): Record<string, string> {
  const at = delay.kind === 'ends' ? handler : delay.at;
  return {
    line: lineOf(at),
    handler: lineOf(handler),
    jump: /^\w+/u.exec(delay.at.getText())?.[0] ?? '',
  };
}

/** The line that a node begins on, as a person counts. */
function lineOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return String(line + 1);
}
