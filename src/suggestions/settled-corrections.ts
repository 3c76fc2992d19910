import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import {
  isSettledStatus,
  opposite,
  type SettledProperty,
  STATUS_WITH,
} from '../analysis/settled/types.ts';
import { type Edit, hasComment } from './edits.ts';
import {
  isRepeatable,
  outerRange,
  statusTest,
  withoutCasts,
} from './settled-text.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What people write for a status, by the status that they mean. */
const MEANT = {
  fulfilled: /^(?:done|full?f?ill?(?:ed)?|ok|resolved?|succe(?:eded|ss))$/iu,
  rejected: /^(?:err(?:or|ored)?|fail(?:ed|ure)?|reject(?:ion)?)$/iu,
} as const;

/** Reads what a settled result of the other status has. */
export function readOther(
  sourceCode: SourceCode,
  read: TSESTree.MemberExpression,
  property: SettledProperty,
  keepsCast: boolean,
): Edit[] | undefined {
  if (read.computed) {
    return undefined;
  }
  const result = withoutCasts(read.object);
  const edits: Edit[] = [{ range: read.property.range, text: property }];
  if (result !== read.object && !keepsCast) {
    if (!isRepeatable(result)) {
      return undefined;
    }
    const range = read.object.range;
    const outer = outerRange(sourceCode, read.object, range);
    if (hasComment(sourceCode, outer)) {
      return undefined;
    }
    edits.unshift({ range: outer, text: sourceCode.getText(result) });
  }
  return edits;
}

/** The status that a text is meant for; `undefined` where that is not clear. */
export function meantStatus(
  text: string,
): 'fulfilled' | 'rejected' | undefined {
  return (['fulfilled', 'rejected'] as const).find((status) =>
    MEANT[status].test(text),
  );
}

/** Puts another text in place of a string literal, in its quotation marks. */
export function replaceText(
  sourceCode: SourceCode,
  literal: TSESTree.Node,
  text: string,
): Edit[] {
  const mark = sourceCode.getText(literal).charAt(0);
  return [{ range: literal.range, text: `${mark}${text}${mark}` }];
}

/** Tests for the other status than a literal names. */
export function testOther(
  sourceCode: SourceCode,
  literal: TSESTree.Node,
): Edit[] | undefined {
  return literal.type === 'Literal' &&
    typeof literal.value === 'string' &&
    isSettledStatus(literal.value)
    ? replaceText(sourceCode, literal, opposite(literal.value))
    : undefined;
}

/** Compares the status in place of a test of what only one status has: `filter((r) => r.value)`. */
export function compareStatus(
  sourceCode: SourceCode,
  read: TSESTree.MemberExpression,
  property: SettledProperty,
): Edit[] | undefined {
  const result = withoutCasts(read.object);
  const { parent } = read as { parent?: TSESTree.Node };
  const isWhole =
    (parent?.type === 'ArrowFunctionExpression' && parent.body === read) ||
    ((parent?.type === 'IfStatement' ||
      parent?.type === 'ConditionalExpression') &&
      parent.test === read) ||
    parent?.type === 'ReturnStatement';
  return !isWhole ||
    read.optional ||
    !isRepeatable(result) ||
    hasComment(sourceCode, read.range)
    ? undefined
    : [
        {
          range: read.range,
          text: statusTest(
            sourceCode,
            sourceCode.getText(result),
            STATUS_WITH[property],
          ),
        },
      ];
}
