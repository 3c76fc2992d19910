import type { TSESTree } from '@typescript-eslint/utils';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import type ts from 'typescript';

import {
  type CombinatorCall,
  MENTIONS_COMBINATOR,
} from '../analysis/language/combinators.ts';
import { isDroppedInTry } from '../analysis/handlers/dead-handlers.ts';
import { isCommand } from '../analysis/fates/commands.ts';
import { fateOf, type RejectionFate } from '../analysis/fates/fates.ts';
import { describePath } from '../analysis/fates/paths.ts';
import { rejectionOf } from '../analysis/rejections/sources.ts';
import { enclosingFunction } from '../analysis/language/syntax.ts';
import {
  type FunctionSpecifier,
  isCallOf,
} from '../analysis/fates/take-overs.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import {
  LOSS_MESSAGES,
  type LossMessageId,
  lossSuggestions,
} from '../suggestions/handling.ts';

// A combinator makes a new promise. Whoever handles its members does not handle it: when it rejects
// and nothing reacts to it, the host reports an unhandled rejection (HostPromiseRejectionTracker,
// ECMA-262, 27.2.1.9), which ends a Node process.

type MessageId = 'lostRejection' | 'lostAtTopLevel' | LossMessageId;

type Options = [
  {
    handlers?: FunctionSpecifier[];
    ignoreTopLevel: boolean;
    ignoreVoid: boolean;
  },
];

type Lost = Extract<RejectionFate, { kind: 'lost' }>;

interface Finding {
  node: TSESTree.CallExpression;
  call: CombinatorCall;
  lost: Lost;
}

const TEXT: JSONSchema4 = { type: 'string' };

/** The schema of a function's specifier by where the function comes from. */
function specifierFrom(
  from: string,
  properties: Record<string, JSONSchema4>,
  required: string[],
): JSONSchema4 {
  return {
    type: 'object',
    properties: {
      from: { type: 'string', enum: [from] },
      name: { anyOf: [TEXT, { type: 'array', items: TEXT, minItems: 1 }] },
      ...properties,
    },
    required: ['from', 'name', ...required],
    additionalProperties: false,
  };
}

const FUNCTION_SPECIFIER: JSONSchema4 = {
  anyOf: [
    TEXT,
    specifierFrom('file', { path: TEXT }, []),
    specifierFrom('lib', {}, []),
    specifierFrom('package', { package: TEXT }, ['package']),
  ],
};

export default createRule<MessageId, Options>({
  name: 'no-unhandled-rejection',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow promise combinators whose rejection nobody handles',
      presets: {
        recommended: 'error',
        strict: ['error', { ignoreTopLevel: false, ignoreVoid: false }],
        all: ['error', { ignoreTopLevel: false, ignoreVoid: false }],
      },
    },
    hasSuggestions: true,
    messages: {
      lostRejection:
        'When this `Promise.{{method}}` rejects, nobody handles it: {{path}}.',
      lostAtTopLevel:
        'When this `Promise.{{method}}` rejects, nobody handles it: {{path}}, and the program ends with an unhandled rejection.',
      ...LOSS_MESSAGES,
    },
    schema: [
      {
        type: 'object',
        description: 'What to leave to others.',
        properties: {
          handlers: {
            type: 'array',
            description:
              'Functions that take over the promise, array or function that they are given: names, or specifiers as typescript-eslint writes them.',
            items: FUNCTION_SPECIFIER,
          },
          ignoreTopLevel: {
            type: 'boolean',
            description:
              'Whether the top level of a module may fail, by what it awaits or drops: in scripts, to end the process with an error is often right.',
          },
          ignoreVoid: {
            type: 'boolean',
            description:
              'Whether `void` in front of a promise counts as a decision to ignore its rejection.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [
      { handlers: [], ignoreTopLevel: false, ignoreVoid: false },
    ],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    const [{ handlers = [], ignoreTopLevel, ignoreVoid }] = context.options;
    const takesOver =
      handlers.length === 0
        ? undefined
        : (call: ts.CallExpression | ts.NewExpression): boolean =>
            isCallOf(source.program, call, handlers);
    const findings: Finding[] = [];

    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        const lost = call && lossOf(source, call, takesOver);
        if (
          call === undefined ||
          lost === undefined ||
          (failsTopLevel(lost) &&
            (ignoreTopLevel ||
              context.sourceCode.text.startsWith('#!') ||
              isCommand(call.node.getSourceFile()))) ||
          (ignoreVoid && lost.how === 'voided')
        ) {
          return;
        }
        findings.push({ node, call, lost });
      },
      'Program:exit'(): void {
        for (const { node, call, lost } of firstOfEachLoss(findings)) {
          context.report({
            node,
            messageId: isTopLevel(lost) ? 'lostAtTopLevel' : 'lostRejection',
            data: {
              method: call.method,
              path: describePath(lost, call.node.getSourceFile()),
            },
            suggest: lossSuggestions(
              context.sourceCode,
              source,
              node,
              call,
              lost,
            ),
          });
        }
      },
    };
  },
});

function lossOf(
  source: TypedSource,
  call: CombinatorCall,
  takesOver: Parameters<typeof fateOf>[2],
): Lost | undefined {
  if (call.method === 'allSettled') {
    return undefined;
  }
  const fate = fateOf(source.program, call.node, takesOver);
  // A drop inside a `try` with a `catch` is for `no-dead-catch` to say.
  return fate.kind === 'lost' &&
    !isDroppedInTry(fate) &&
    rejectionOf(source.program, call.node).kind === 'may'
    ? fate
    : undefined;
}

function isTopLevel({ how }: Lost): boolean {
  return how === 'top-level';
}

/** Whether the end of a script's own course is at stake: its top level awaits the promise or drops it, as `main();` does. */
function failsTopLevel({ at, how }: Lost): boolean {
  return (
    how === 'top-level' ||
    ((how === 'discarded' || how === 'voided') &&
      enclosingFunction(at) === undefined)
  );
}

/** Several combinators that end in one dropped promise are one mistake, reported at the first of them. */
function firstOfEachLoss(findings: readonly Finding[]): Finding[] {
  const losses = new Set<ts.Node>();
  return [...findings]
    .sort((a, b) => a.node.range[0] - b.node.range[0])
    .filter(({ lost }) => {
      const isFirst = !losses.has(lost.at);
      losses.add(lost.at);
      return isFirst;
    });
}
