import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { uncheckedCastOf } from '../analysis/settled-casts.ts';
import {
  isStringifiedRejection,
  missingPropertyOf,
} from '../analysis/settled-misreads.ts';
import {
  isPredicateByTruthiness,
  isStatusByTruthiness,
  lyingPredicateOf,
  unknownStatusOf,
} from '../analysis/settled-predicates.ts';
import { STATUS_WITH } from '../analysis/settled-types.ts';
import { settledReadOf } from '../analysis/settlements.ts';
import { accessedName } from '../analysis/syntax.ts';
import { createRule } from '../create-rule.ts';
import type { TypedSource } from '../source/typed-source.ts';
import { type Edit, suggestion } from '../suggestions/edits.ts';
import { guardRead, readOther } from '../suggestions/settled-guard.ts';

// A settled result has `value` only when its status is `fulfilled`, and `reason` only when it is
// `rejected` (ECMA-262, 27.2.4.2.2 and 27.2.4.2.3). The other one is `undefined`, and no error says so.

type MessageId =
  | 'uncheckedRead'
  | 'wrongStatus'
  | 'uncheckedCast'
  | 'lyingPredicate'
  | 'truthinessTest'
  | 'unknownStatus'
  | 'missingProperty'
  | 'stringifiedRejection'
  | 'guardRead'
  | 'readOther';

interface Finding {
  messageId: Exclude<MessageId, 'guardRead' | 'readOther'>;
  data?: Record<string, string>;
  edits?: Edit[] | undefined;
}

export default createRule<MessageId>({
  name: 'no-unchecked-settled-result',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow reading a settled result whose status is not checked',
      presets: { recommended: 'error', strict: 'error', all: 'error' },
    },
    hasSuggestions: true,
    messages: {
      uncheckedRead:
        '`{{property}}` is read without a check of `status`: it is `undefined` for every promise that was {{other}}.',
      wrongStatus:
        '`{{property}}` is read where the status is `{{other}}`: it is always `undefined` here.',
      uncheckedCast:
        'This cast says that every promise was {{claimed}}, and nothing checks it: for the others `{{property}}` is `undefined`.',
      lyingPredicate:
        'This type predicate says `{{claimed}}` where the function tests for the other status.',
      truthinessTest:
        '`{{property}}` is tested for truthiness, which does not tell fulfilled from rejected: compare `status`.',
      unknownStatus:
        'No settled result has the status `{{status}}`: it is `fulfilled` or `rejected`.',
      missingProperty:
        'A settled result has no `{{property}}`: it has `status`, and `value` or `reason`.',
      stringifiedRejection:
        '`JSON.stringify` prints an `Error` as `{}`, so that the reasons of rejected results are lost.',
      guardRead: 'Read `{{property}}` only when the status is `{{status}}`.',
      readOther: 'Read what a {{other}} result has.',
    },
    schema: [],
  },
  mentions:
    /allSettled|PromiseSettledResult|PromiseFulfilledResult|PromiseRejectedResult/u,
  create(context, source) {
    const { sourceCode } = context;

    const ask = (
      node: TSESTree.Node,
      question: (node: ts.Node, source: TypedSource) => Finding | undefined,
    ): void => {
      const target = source.toTypeScript(node);
      const finding = target && question(target, source);
      if (finding === undefined) {
        return;
      }
      const { data, edits, messageId } = finding;
      context.report({
        node,
        messageId,
        data: { ...data },
        suggest: suggestion(
          messageId === 'wrongStatus' ? 'readOther' : 'guardRead',
          edits,
          data,
        ),
      });
    };

    return {
      MemberExpression(node): void {
        ask(node, (target) => accessFinding(sourceCode, source, node, target));
      },
      Property(node): void {
        if (node.parent.type === 'ObjectPattern') {
          ask(node, readFinding);
        }
      },
      'TSAsExpression, TSTypeAssertion'(
        node: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion,
      ): void {
        ask(node, castFinding);
      },
      TSTypePredicate(node): void {
        ask(node, predicateFinding);
      },
      BinaryExpression(node): void {
        ask(node, comparisonFinding);
      },
      SwitchCase(node): void {
        ask(node, comparisonFinding);
      },
      CallExpression(node): void {
        ask(node, stringifyFinding);
      },
    };
  },
});

function accessFinding(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  node: TSESTree.MemberExpression,
  target: ts.Node,
): Finding | undefined {
  if (
    !ts.isPropertyAccessExpression(target) &&
    !ts.isElementAccessExpression(target)
  ) {
    return undefined;
  }
  if (
    accessedName(target) === 'status' &&
    isStatusByTruthiness(source.program, target)
  ) {
    return { messageId: 'truthinessTest', data: { property: 'status' } };
  }
  const missing = missingPropertyOf(source.program, target);
  if (missing !== undefined) {
    return { messageId: 'missingProperty', data: { property: missing } };
  }
  const finding = readFinding(target, source);
  if (finding?.messageId === 'wrongStatus') {
    const other = finding.data?.['property'] === 'value' ? 'reason' : 'value';
    return { ...finding, edits: readOther(sourceCode, node, other) };
  }
  if (finding === undefined) {
    return undefined;
  }
  const { data } = finding;
  return isPredicateByTruthiness(target)
    ? { messageId: 'truthinessTest', data: { ...data } }
    : {
        ...finding,
        edits: guardRead(
          sourceCode,
          node,
          data?.['status'] === 'rejected' ? 'rejected' : 'fulfilled',
        ),
      };
}

function readFinding(
  target: ts.Node,
  { program }: TypedSource,
): Finding | undefined {
  const read = settledReadOf(program, target);
  if (read === undefined || read.proof === 'unknown') {
    return undefined;
  }
  const { proof, property } = read;
  const status = STATUS_WITH[property];
  const other = status === 'fulfilled' ? 'rejected' : 'fulfilled';
  if (proof === status) {
    return undefined;
  }
  return {
    messageId: proof === 'either' ? 'uncheckedRead' : 'wrongStatus',
    data: { property, status, other },
  };
}

function castFinding(
  target: ts.Node,
  { program }: TypedSource,
): Finding | undefined {
  const cast = ts.isAssertionExpression(target)
    ? uncheckedCastOf(program, target)
    : undefined;
  return (
    cast && {
      messageId: 'uncheckedCast',
      data: {
        claimed: cast.claimed,
        property: cast.claimed === 'fulfilled' ? 'value' : 'reason',
      },
    }
  );
}

function predicateFinding(
  target: ts.Node,
  { program }: TypedSource,
): Finding | undefined {
  const lie = ts.isTypePredicateNode(target)
    ? lyingPredicateOf(program, target)
    : undefined;
  return lie && { messageId: 'lyingPredicate', data: { claimed: lie.claimed } };
}

function comparisonFinding(
  target: ts.Node,
  { program }: TypedSource,
): Finding | undefined {
  const status = unknownStatusOf(program, target);
  return (
    status && { messageId: 'unknownStatus', data: { status: status.text } }
  );
}

function stringifyFinding(
  target: ts.Node,
  { program }: TypedSource,
): Finding | undefined {
  return ts.isCallExpression(target) && isStringifiedRejection(program, target)
    ? { messageId: 'stringifiedRejection' }
    : undefined;
}
