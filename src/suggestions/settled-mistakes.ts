import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

import { castSaysMore } from '../analysis/settled/casts.ts';
import type { SettledMistake } from '../analysis/settled/mistakes.ts';
import {
  isSettledProperty,
  type SettledProperty,
  STATUS_WITH,
} from '../analysis/settled/types.ts';
import { unwrap } from '../analysis/language/syntax.ts';
import { isOpaque } from '../analysis/language/types.ts';
import type { TypedSource } from '../source/typed-source.ts';
import type { Edit } from './edits.ts';
import {
  compareStatus,
  meantStatus,
  readOther,
  replaceText,
  testOther,
} from './settled-corrections.ts';
import { filterCast, filterFirst } from './settled-filter.ts';
import { guardRead } from './settled-guard.ts';

export type SettledSuggestionId =
  | 'guardRead'
  | 'filterFirst'
  | 'readOther'
  | 'testClaimed'
  | 'compareStatus'
  | 'useStatus';

type Suggested = readonly [
  id: SettledSuggestionId,
  edits: Edit[] | undefined,
  data?: Record<string, string>,
];

/** Whether the compiler narrows by what a callback such as that of `filter` tests, without a written predicate: from TypeScript 5.5 on. */
export function infersPredicates(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 5 || (major === 5 && minor >= 5);
}

/** The edits that mend a mistake with settled results. */
export function settledSuggestions(
  sourceCode: Readonly<TSESLint.SourceCode>,
  source: TypedSource,
  node: TSESTree.Node,
  mistake: SettledMistake,
): Suggested[] {
  const types = {
    narrows: infersPredicates(ts.versionMajorMinor),
    keepsCast: keepsCast(source, node, propertyOf(mistake)),
  };
  switch (mistake.kind) {
    case 'uncheckedRead': {
      const status = STATUS_WITH[mistake.property];
      return [
        ...(node.type === 'MemberExpression'
          ? [
              [
                'guardRead',
                guardRead(sourceCode, node, status, {
                  keepsCast: types.keepsCast,
                  mayBeMissing: mayBeMissing(source, node.object),
                }),
              ] as const,
            ]
          : []),
        ...(node.type === 'MemberExpression' || node.type === 'Property'
          ? [
              [
                'filterFirst',
                filterFirst(sourceCode, source, node, status, types),
              ] as const,
            ]
          : []),
      ];
    }
    case 'wrongStatus': {
      const property = other(mistake.property);
      return node.type === 'MemberExpression' &&
        isReadable(source, node, property)
        ? [
            [
              'readOther',
              readOther(sourceCode, node, property, isAny(source, node.object)),
            ],
          ]
        : [];
    }
    case 'truthinessTest':
      return node.type === 'MemberExpression' &&
        isSettledProperty(mistake.property)
        ? [['compareStatus', compareStatus(sourceCode, node, mistake.property)]]
        : [];
    case 'uncheckedCast':
      return node.type === 'TSAsExpression'
        ? [
            [
              'filterFirst',
              filterCast(sourceCode, source, node, mistake.status, types),
            ],
          ]
        : [];
    case 'lyingPredicate': {
      const literal = mistake.tested && source.toESTree(mistake.tested);
      return [['testClaimed', literal && testOther(sourceCode, literal)]];
    }
    case 'unknownStatus': {
      const literal = source.toESTree(mistake.literal);
      const status = meantStatus(mistake.literal.text);
      return literal === undefined || status === undefined
        ? []
        : [['useStatus', replaceText(sourceCode, literal, status), { status }]];
    }
    default:
      return [];
  }
}

function propertyOf(mistake: SettledMistake): SettledProperty {
  if (mistake.kind === 'uncheckedCast') {
    return mistake.status === 'fulfilled' ? 'value' : 'reason';
  }
  return 'property' in mistake && isSettledProperty(mistake.property)
    ? mistake.property
    : 'value';
}

/** Whether the cast that a mistake stands under, or is, says more than the status. */
function keepsCast(
  source: TypedSource,
  node: TSESTree.Node,
  property: SettledProperty,
): boolean {
  const cast =
    node.type === 'MemberExpression'
      ? node.object
      : node.type === 'TSAsExpression'
        ? node
        : undefined;
  const target = cast && source.toTypeScript(cast);
  return (
    target !== undefined &&
    castSaysMore(source.program, target as ts.Expression, property)
  );
}

/** Whether the compiler lets a result's other property be read: it knows the status itself, or a cast to `any` stays. */
function isReadable(
  source: TypedSource,
  { object }: TSESTree.MemberExpression,
  property: SettledProperty,
): boolean {
  const target = source.toTypeScript(object);
  return (
    target === undefined ||
    (target.flags & ts.NodeFlags.JavaScriptFile) !== 0 ||
    isAny(source, object) ||
    source.checker.getPropertyOfType(
      source.checker.getTypeAtLocation(unwrap(target as ts.Expression)),
      property,
    ) !== undefined
  );
}

/** Whether a result may be `undefined` by its type, as with `noUncheckedIndexedAccess`. */
function mayBeMissing(
  { checker, toTypeScript }: TypedSource,
  node: TSESTree.Expression,
): boolean {
  const target = toTypeScript(node);
  const type =
    target && checker.getTypeAtLocation(unwrap(target as ts.Expression));
  return (
    type?.isUnion() === true &&
    type.types.some(({ flags }) => (flags & ts.TypeFlags.Undefined) !== 0)
  );
}

function isAny(
  { checker, toTypeScript }: TypedSource,
  node: TSESTree.Expression,
): boolean {
  const target = toTypeScript(node);
  return (
    target !== undefined && isOpaque(checker, checker.getTypeAtLocation(target))
  );
}

function other(property: SettledProperty): SettledProperty {
  return property === 'value' ? 'reason' : 'value';
}
