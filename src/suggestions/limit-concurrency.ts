import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import type { CombinatorCall } from '../analysis/language/combinators.ts';
import type { FanOut } from '../analysis/concurrency/fan-outs.ts';
import { mayRunLimited } from '../analysis/concurrency/limited-tasks.ts';
import { limitOf } from '../analysis/concurrency/limiters.ts';
import type { TypedSource } from '../source/typed-source.ts';
import {
  beginsLine,
  type Edit,
  hasComment,
  indentationOf,
  styleOf,
  suggestion,
} from './edits.ts';
import { importedName, isNameKnown } from './imports.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

export type LimitingMessageId = 'usePMap' | 'usePLimit';

export const LIMITING_MESSAGES = {
  usePMap:
    'Use `p-map`, which runs so many tasks at once as `concurrency` says.',
  usePLimit: 'Use `p-limit`, which lets so many tasks run at once.',
} satisfies Record<LimitingMessageId, string>;

/** What a new limit lets run at once, until its author sets another number. */
const CONCURRENCY = '10';

/**
 * Edits that let only so many tasks run at once, with packages that the project depends on. The file's own limit is
 * used at one of several levels: tasks that hold its places while they wait for others of it may wait for ever.
 *
 * @param isLimitedInside whether tasks of this one are offered a limit themselves.
 */
export function limitingSuggestions(
  sourceCode: SourceCode,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
  fanOut: FanOut,
  isLimitedInside: boolean,
): TSESLint.SuggestionReportDescriptor<LimitingMessageId>[] {
  const mapping = fanOut.call && source.toESTree(fanOut.call);
  if (mapping?.type !== 'CallExpression') {
    return [];
  }
  return [
    ...suggestion(
      'usePMap',
      mapLimited(sourceCode, source, node, call, mapping),
    ),
    ...suggestion(
      'usePLimit',
      limited(sourceCode, source, node, call, mapping, isLimitedInside),
    ),
  ];
}

/** `Promise.all(list.map(callback))` as `pMap(list, callback, { concurrency: 10 })`. */
function mapLimited(
  sourceCode: SourceCode,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
  mapping: TSESTree.CallExpression,
): Edit[] | undefined {
  const map = importedName(
    sourceCode,
    source,
    call.node.getSourceFile(),
    'p-map',
    'pMap',
  );
  const [callback, ...others] = mapping.arguments;
  if (
    map === undefined ||
    call.method !== 'all' ||
    node.typeArguments !== undefined ||
    node.arguments.length !== 1 ||
    node.arguments[0] !== mapping ||
    mapping.callee.type !== 'MemberExpression' ||
    callback === undefined ||
    others.length > 0 ||
    takesMoreThan(2, callback)
  ) {
    return undefined;
  }
  const list = mapping.callee.object;
  const isCommented = [
    [node.range[0], list.range[0]],
    [list.range[1], callback.range[0]],
    [callback.range[1], node.range[1]],
  ].some((range) => hasComment(sourceCode, range as TSESTree.Range));
  return isCommented
    ? undefined
    : [
        ...map.edits,
        {
          range: node.range,
          text: `${map.name}(${sourceCode.getText(list)}, ${sourceCode.getText(callback)}, { concurrency: ${CONCURRENCY} })`,
        },
      ];
}

/** Each task behind `limit`, which is the file's own, or made in the statement before. */
function limited(
  sourceCode: SourceCode,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
  mapping: TSESTree.CallExpression,
  isLimitedInside: boolean,
): Edit[] | undefined {
  const file = call.node.getSourceFile();
  const limit = limitOf(file);
  if (limit !== undefined) {
    return isLimitedInside || mayRunLimited(source.checker, call.node, limit)
      ? undefined
      : behindLimit(sourceCode, source, limit.name.text, mapping);
  }
  const maker = importedName(sourceCode, source, file, 'p-limit', 'pLimit');
  const statement = statementAround(mapping);
  const edits = behindLimit(sourceCode, source, 'limit', mapping);
  if (
    maker === undefined ||
    statement === undefined ||
    edits === undefined ||
    !beginsLine(sourceCode, statement) ||
    isNameKnown(sourceCode, node, 'limit')
  ) {
    return undefined;
  }
  const { lineBreak, semicolon } = styleOf(sourceCode);
  const at = statement.range[0];
  return [
    ...maker.edits,
    {
      range: [at, at],
      text: `const limit = ${maker.name}(${CONCURRENCY})${semicolon}${lineBreak}${indentationOf(sourceCode, statement)}`,
    },
    ...edits,
  ];
}

/** The callback's body as a task of `limit`; `undefined` for a callback that is not an arrow function or a plain name. */
function behindLimit(
  sourceCode: SourceCode,
  source: TypedSource,
  limit: string,
  { arguments: [callback, ...others] }: TSESTree.CallExpression,
): Edit[] | undefined {
  if (callback === undefined || others.length > 0) {
    return undefined;
  }
  if (callback.type === 'Identifier') {
    return callback.name === 'item' || !takesOne(source, callback)
      ? undefined
      : [
          {
            range: callback.range,
            text: `(item) => ${limit}(() => ${callback.name}(item))`,
          },
        ];
  }
  if (callback.type !== 'ArrowFunctionExpression') {
    return undefined;
  }
  const arrow = sourceCode.getTokenBefore(callback.body, isArrow);
  const body = arrow && sourceCode.getTokenAfter(arrow);
  const first = sourceCode.getFirstToken(callback);
  const second = first && sourceCode.getTokenAfter(first);
  if (!body || !first || !second) {
    return undefined;
  }
  const start = body.range[0];
  const end = callback.range[1];
  return [
    ...(callback.async
      ? [
          {
            range: [first.range[0], second.range[0]] as TSESTree.Range,
            text: '',
          },
        ]
      : []),
    {
      range: [start, start],
      text: `${limit}(${callback.async ? 'async ' : ''}() => `,
    },
    { range: [end, end], text: ')' },
  ];
}

function isArrow({ value }: TSESTree.Token): boolean {
  return value === '=>';
}

/** Whether a function takes no more than the item: `map` gives its index, too. */
function takesOne(
  { checker, toTypeScript }: TypedSource,
  callback: TSESTree.Node,
): boolean {
  const node = toTypeScript(callback);
  const signatures =
    node && checker.getTypeAtLocation(node).getCallSignatures();
  return signatures?.every(({ parameters }) => parameters.length <= 1) ?? false;
}

function takesMoreThan(count: number, callback: TSESTree.Node): boolean {
  return (
    (callback.type === 'ArrowFunctionExpression' ||
      callback.type === 'FunctionExpression') &&
    callback.params.length > count
  );
}

/** The statement of a block that a node stands in; `undefined` in the body of an arrow function without a block. */
function statementAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let current: TSESTree.Node = node;
  while (current.parent !== undefined) {
    const { parent }: { parent: TSESTree.Node } = current as {
      parent: TSESTree.Node;
    };
    if (parent.type === 'BlockStatement' || parent.type === 'Program') {
      return current;
    }
    if (parent.type === 'ArrowFunctionExpression') {
      return undefined;
    }
    current = parent;
  }
  return undefined;
}
