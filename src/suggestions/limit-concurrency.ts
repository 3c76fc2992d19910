import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

import type { CombinatorCall } from '../analysis/combinators.ts';
import type { FanOut } from '../analysis/fan-outs.ts';
import { defaultImportOf, dependsOn, limitOf } from '../analysis/limiters.ts';
import type { TypedSource } from '../source/typed-source.ts';
import {
  beginsLine,
  type Edit,
  hasComment,
  indentationOf,
  quotationMark,
  styleOf,
  suggestion,
} from './edits.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

export type LimitingMessageId = 'usePMap' | 'usePLimit';

export const LIMITING_MESSAGES = {
  usePMap:
    'Use `p-map`, which runs so many tasks at once as `concurrency` says.',
  usePLimit: 'Use `p-limit`, which lets so many tasks run at once.',
} satisfies Record<LimitingMessageId, string>;

/** What a new limit lets run at once, until its author sets another number. */
const CONCURRENCY = '10';

/** Edits that let only so many tasks run at once, with packages that the project depends on. */
export function limitingSuggestions(
  sourceCode: SourceCode,
  source: TypedSource,
  node: TSESTree.CallExpression,
  call: CombinatorCall,
  fanOut: FanOut,
): TSESLint.SuggestionReportDescriptor<LimitingMessageId>[] {
  const mapping = fanOut.call && source.toESTree(fanOut.call);
  if (mapping?.type !== 'CallExpression') {
    return [];
  }
  const program = new Imports(sourceCode, source, call);
  return [
    ...suggestion(
      'usePMap',
      mapLimited(sourceCode, program, node, call, mapping),
    ),
    ...suggestion('usePLimit', limited(sourceCode, program, node, mapping)),
  ];
}

/** `Promise.all(list.map(callback))` as `pMap(list, callback, { concurrency: 10 })`. */
function mapLimited(
  sourceCode: SourceCode,
  imports: Imports,
  node: TSESTree.CallExpression,
  { method }: CombinatorCall,
  mapping: TSESTree.CallExpression,
): Edit[] | undefined {
  const map = imports.named('p-map', 'pMap');
  const [callback, ...others] = mapping.arguments;
  if (
    map === undefined ||
    method !== 'all' ||
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
  imports: Imports,
  node: TSESTree.CallExpression,
  mapping: TSESTree.CallExpression,
): Edit[] | undefined {
  const limit = imports.limit();
  if (limit !== undefined) {
    return behindLimit(sourceCode, imports, limit, mapping);
  }
  const maker = imports.named('p-limit', 'pLimit');
  const statement = statementAround(mapping);
  const edits = behindLimit(sourceCode, imports, 'limit', mapping);
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
  imports: Imports,
  limit: string,
  { arguments: [callback, ...others] }: TSESTree.CallExpression,
): Edit[] | undefined {
  if (callback === undefined || others.length > 0) {
    return undefined;
  }
  if (callback.type === 'Identifier') {
    return callback.name === 'item' || !imports.takesOne(callback)
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

function isNameKnown(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  name: string,
): boolean {
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node);
  for (; scope !== null; scope = scope.upper) {
    if (scope.set.has(name)) {
      return true;
    }
  }
  return false;
}

/** What a file imports, or may import since the program's other files do. */
class Imports {
  readonly #sourceCode: SourceCode;
  readonly #source: TypedSource;
  readonly #file: ReturnType<CombinatorCall['node']['getSourceFile']>;

  constructor(
    sourceCode: SourceCode,
    source: TypedSource,
    { node }: CombinatorCall,
  ) {
    this.#sourceCode = sourceCode;
    this.#source = source;
    this.#file = node.getSourceFile();
  }

  /** Whether a function takes no more than the item: `map` gives its index, too. */
  takesOne(callback: TSESTree.Node): boolean {
    const node = this.#source.toTypeScript(callback);
    const signatures =
      node && this.#source.checker.getTypeAtLocation(node).getCallSignatures();
    return (
      signatures?.every(({ parameters }) => parameters.length <= 1) ?? false
    );
  }

  /** The limit that the file has already. */
  limit(): string | undefined {
    return limitOf(this.#file);
  }

  /** The name of a package's default export, with the import that it needs; `undefined` where the project does not depend on it. */
  named(
    from: string,
    usual: string,
  ): { name: string; edits: Edit[] } | undefined {
    const known = defaultImportOf(this.#file, from);
    if (known !== undefined) {
      return { name: known, edits: [] };
    }
    const first = this.#sourceCode.ast.body.find(
      ({ type }) => type === 'ImportDeclaration',
    );
    if (
      first === undefined ||
      !dependsOn(this.#source.program, from) ||
      isNameKnown(this.#sourceCode, first, usual)
    ) {
      return undefined;
    }
    const { lineBreak, semicolon } = styleOf(this.#sourceCode);
    const quote = quotationMark(this.#sourceCode);
    const at = first.range[0];
    return {
      name: usual,
      edits: [
        {
          range: [at, at],
          text: `import ${usual} from ${quote}${from}${quote}${semicolon}${lineBreak}`,
        },
      ],
    };
  }
}
